"""The bar along the top: the recipe, what to do with the run, its learning rate and its pace."""

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from core.recipes.recipe import Recipe, named, origin, title_of
from core.recipes.settings import LIMITS
from core.words import say
from gui.look import controls, parts
from gui.look.overlays import Bubble
from gui.state.shared import PACES, NextRun

NARROWEST, USUAL = 44, 120  # points, the width of the slider of the pace
RECIPE_CHARACTERS = 17  # that the box has room for
AROUND = 36  # pixels beside the figures of a box: its edges and arrows
ALWAYS_NAMED = "train"  # has its text also where the others have none
SUCCESSORS = ("pause", "more", "train")  # take the keyboard from a button that is disabled: the first that is not
SPACING = 6  # points between two parts
LEVELS = WITH_ALL, WITHOUT_TEXTS, WITHOUT_CAPTIONS = range(3)  # what is left out where there is no room


class TrainingBar(parts.Fitted):
    """Emits requests; shows only what it is given."""

    recipe_chosen = Signal(str)

    def __init__(
        self, recipes: tuple[Recipe, ...], actions: dict[str, QAction], pace: QWidget, settings: QAction
    ) -> None:
        """Take recipes, an action for each button, by object name, what sets the pace, and what opens the settings."""
        super().__init__()
        self._level = WITH_ALL
        self._widths = [0, 0, 0]  # points, at each level
        self.recipe = controls.choice("recipe", [(title_of(recipe), recipe.name) for recipe in recipes])
        self.recipe.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.recipe.setMinimumContentsLength(RECIPE_CHARACTERS)
        self.recipe.currentIndexChanged.connect(lambda: self.recipe_chosen.emit(self.recipe.currentData()))
        self.bubble = Bubble(self.recipe)
        rate = self.learning_rate = controls.named(controls.inset(QDoubleSpinBox(decimals=4)), "learning_rate")
        rate.setRange(*LIMITS["learning_rate"])
        rate.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        rate.setKeyboardTracking(False)
        gear = controls.action_button("open_settings", settings)
        gear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._buttons = {name: controls.action_button(name, action, _RunButton) for name, action in actions.items()}
        self._buttons[ALWAYS_NAMED].setProperty("primary", True)
        titled = {say("Recipe"): self.recipe, say("Rate"): rate, say("Pace"): pace}
        self._captions = [parts.caption(text, buddy=control) for text, control in titled.items()]
        first, second, third = self._captions
        shown = (first, self.recipe, gear, None, *self._buttons.values(), None, second, rate, third, pace)
        self._row = parts.row(*shown, within=self, spacing=SPACING)
        self._row.insertSpacing(len(shown) - 2, 8)
        self._measure()

    def explain(self, text: str) -> None:
        """Say what the chosen recipe is about, in a bubble beneath it that moves nothing."""
        self.recipe.setAccessibleDescription(text)
        self.bubble.tell(text)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe and its learning rate as chosen."""
        with QSignalBlocker(self.recipe):
            for row in range(self.recipe.count()):  # one may still be called "based on ..."
                self.recipe.setItemText(row, title_of(named(self.recipe.itemData(row))))
            self.recipe.setCurrentIndex(self.recipe.findData(origin(recipe).name))
            self.recipe.setItemText(self.recipe.currentIndex(), title_of(recipe))
        self.show_learning_rate(recipe.learning_rate)

    def show_learning_rate(self, rate: float) -> None:
        """Show a learning rate."""
        with QSignalBlocker(self.learning_rate):
            self.learning_rate.setValue(rate)

    def minimumSizeHint(self) -> QSize:
        """Return the width without the texts that can be left out."""
        return QSize(self._widths[WITHOUT_CAPTIONS], self._row.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Measure with the icons, which the actions may have got since."""
        super().showEvent(event)
        self._measure()

    def dress(self) -> None:
        """Measure the texts anew in another font."""
        self._measure()
        self.updateGeometry()

    def _measure(self) -> None:
        """Find out how wide the bar is at each of its levels; showing and hiding captions would lay out the window."""
        longest = self.learning_rate.textFromValue(self.learning_rate.maximum())
        self.learning_rate.setFixedWidth(self.learning_rate.fontMetrics().horizontalAdvance(longest) + AROUND)
        captions = sum(caption.sizeHint().width() + SPACING for caption in self._captions)
        widths = []
        for level in (WITH_ALL, WITHOUT_TEXTS):
            self._name_buttons(level)
            self._row.invalidate()
            widths.append(self._row.minimumSize().width() + (captions if self._level == WITHOUT_CAPTIONS else 0))
        self._widths = [*widths, widths[-1] - captions]
        self._name_buttons(self._level)
        self.fit()

    def fit(self) -> None:
        """Show the buttons' texts and the captions only where there is room for all of them."""
        fitting = (level for level in LEVELS if self._widths[level] <= self.width())
        level = next(fitting, WITHOUT_CAPTIONS)
        if level != self._level:
            self._level = level
            self._name_buttons(level)
            for caption in self._captions:
                caption.setVisible(level < WITHOUT_CAPTIONS)

    def _name_buttons(self, level: int) -> None:
        is_short = level >= WITHOUT_TEXTS
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_short else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for name, button in self._buttons.items():
            if name != ALWAYS_NAMED:
                button.ensurePolished()
                button.setToolButtonStyle(style)


class _RunButton(controls.ActionButton):
    """A button that hands the keyboard on when it is disabled, to one at which the same key does no harm."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go where Tab leads; Qt asks the same when the button that has the keyboard is disabled."""
        found = (self.window().findChild(QToolButton, name) for name in SUCCESSORS)
        able = [button for button in found if button is not None and button.isEnabled()]
        if self.isEnabled() or not able:
            return super().focusNextPrevChild(forward)
        able[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class PaceSlider(QWidget):
    """A slider over the paces, which sets and shows how many steps a second of the next run are watched."""

    def __init__(self, next_run: NextRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = controls.named(_RoomySlider(Qt.Orientation.Horizontal), "pace")
        self._slider.setRange(0, len(PACES) - 1)
        self._slider.setPageStep(1)
        self._slider.setMinimumWidth(NARROWEST)
        self._slider.setMaximumWidth(USUAL)
        self._slider.valueChanged.connect(lambda place: next_run.set_pace(PACES[place]))
        self._label = QLabel(alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        parts.row(self._slider, self._label, within=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._slider)
        self.dress()
        self._show(next_run.pace)
        next_run.pace_changed.connect(self._show)

    def dress(self) -> None:
        """Keep room for the longest text in another font."""
        metrics = self._label.fontMetrics()
        self._label.setFixedWidth(max(metrics.horizontalAdvance(pace_text(pace)) for pace in PACES) + 2)

    def _show(self, pace: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(PACES.index(pace))
        self._label.setText(pace_text(pace))
        self._slider.setAccessibleDescription(pace_text(pace))


class _RoomySlider(QSlider):
    """A slider that is narrower than usual only where there is no room."""

    def sizeHint(self) -> QSize:
        return QSize(USUAL, super().sizeHint().height())


def pace_text(pace: float) -> str:
    """Return a pace in words, such as "100 steps/s"."""
    if math.isinf(pace):
        return say("as fast as it can")
    return say("1 step/s") if pace == 1 else say("{pace:,.0f} steps/s", pace=pace)
