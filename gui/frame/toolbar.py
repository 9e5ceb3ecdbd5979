"""The bar along the top: the recipe, what to do with the run, and its learning rate."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLabel, QToolButton, QWidget

from core.recipes.recipe import Recipe, named, origin, title_of
from core.recipes.settings import LIMITS
from core.words import say
from gui.look import parts

WIDTH = 340  # points
TIME_MS = 12_000  # to read two sentences
AWAY = 4  # points beneath the control
DEEDS = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)
RECIPE_CHARACTERS = 17  # that the box has room for
AROUND = 36  # pixels beside the figures of a box: its edges and arrows
ALWAYS_NAMED = "train"  # has its text also where the others have none
SUCCESSORS = ("pause", "more", "train")  # take the keyboard from a button that is disabled: the first that is not
SPACING = 6  # points between two parts
LEVELS = WITH_ALL, WITHOUT_TEXTS, WITHOUT_CAPTIONS = range(3)  # what is left out where there is no room


class Bubble(QLabel):
    """Lies above the window and lets every click through; a tooltip would go with the first move of the mouse."""

    def __init__(self, control: QWidget) -> None:
        """Take the control that it is about."""
        super().__init__(control)
        self._control = control
        self._end = QTimer(self, singleShot=True, interval=TIME_MS)
        self._end.timeout.connect(self.hide)
        self.setProperty("bubble", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFixedWidth(WIDTH)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text, in place of the one before."""
        if not self._control.isVisible():
            return
        self.setParent(self._control.window())  # which is the control's only once it has been placed
        self.setText(text)
        self.adjustSize()
        window = self._control.window()
        place = self._control.mapTo(window, QPoint(0, self._control.height() + AWAY))
        self.move(max(0, min(place.x(), window.width() - self.width())), place.y())
        self.raise_()
        self.show()
        self._end.start()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go as soon as something is done."""
        if event.type() in DEEDS:
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Listen no longer."""
        super().hideEvent(event)
        self._end.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]


class TrainingBar(QWidget):
    """Emits requests; shows only what it is given."""

    recipe_chosen = Signal(str)

    def __init__(self, recipes: tuple[Recipe, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._changed_row = -1  # of the recipe box, whose text is "based on ..."
        self._captions: list[QLabel] = []
        self._level = WITH_ALL
        self._widths = [0, 0, 0]  # points, at each level
        self._row = parts.row(within=self, spacing=SPACING)
        self.recipe = self._make_recipe(recipes)
        self.bubble = Bubble(self.recipe)
        self.learning_rate = self._make_learning_rate()

    def fill(self, actions: dict[str, QAction], pace: QWidget, settings: QAction) -> None:
        """Place the recipe and its settings, a button for each action, by object name, the rate and the pace."""
        self._add_named(say("Recipe"), self.recipe)
        gear = parts.action_button("open_settings", settings)
        gear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._row.addWidget(gear)
        self._row.addStretch(1)
        for name, action in actions.items():
            self._buttons[name] = _RunButton(name, action, self)
            self._row.addWidget(self._buttons[name])
        self._row.addStretch(1)
        self._add_named(say("Rate"), self.learning_rate)
        self._row.addSpacing(8)
        self._add_named(say("Pace"), pace)
        self._keep_width()
        self._measure()

    def explain(self, text: str) -> None:
        """Say what the chosen recipe is about, in a bubble beneath it that moves nothing."""
        self.recipe.setAccessibleDescription(text)
        self.bubble.tell(text)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe and its learning rate as chosen."""
        base = origin(recipe)
        with QSignalBlocker(self.recipe):
            self._forget_changed()
            row = self.recipe.findData(base.name)
            self.recipe.setItemText(row, title_of(recipe))
            self.recipe.setCurrentIndex(row)
            self._changed_row = row if recipe.based_on else -1
        self.show_learning_rate(recipe.learning_rate)

    def show_learning_rate(self, rate: float) -> None:
        """Show a learning rate."""
        with QSignalBlocker(self.learning_rate):
            self.learning_rate.setValue(rate)

    def minimumSizeHint(self) -> QSize:
        """Return the width without the texts that can be left out."""
        return QSize(self._widths[WITHOUT_CAPTIONS], self._row.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons' texts and the captions only where there is room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure with the icons, which the actions may have got since."""
        super().showEvent(event)
        self._measure()

    def dress(self) -> None:
        """Measure the texts anew in another font."""
        self._keep_width()
        self._measure()
        self.updateGeometry()

    def _keep_width(self) -> None:
        """Give the rate room for its longest value, whatever the font."""
        longest = self.learning_rate.textFromValue(self.learning_rate.maximum())
        self.learning_rate.setFixedWidth(self.learning_rate.fontMetrics().horizontalAdvance(longest) + AROUND)

    def _forget_changed(self) -> None:
        """Call the recipe that was changed by hand as it was called before."""
        if self._changed_row >= 0:
            self.recipe.setItemText(self._changed_row, title_of(named(self.recipe.itemData(self._changed_row))))

    def _add_named(self, text: str, widget: QWidget) -> None:
        label = parts.caption(text, buddy=widget)
        self._captions.append(label)
        self._row.addWidget(label)
        self._row.addWidget(widget)

    def _measure(self) -> None:
        """Find out how wide the bar is at each of its levels; showing and hiding captions would lay out the window."""
        captions = sum(caption.sizeHint().width() + SPACING for caption in self._captions)
        widths = []
        for level in (WITH_ALL, WITHOUT_TEXTS):
            self._name_buttons(level)
            self._row.invalidate()
            widths.append(self._row.minimumSize().width() + (captions if self._level == WITHOUT_CAPTIONS else 0))
        self._widths = [*widths, widths[-1] - captions]
        self._name_buttons(self._level)
        self._fit()

    def _fit(self) -> None:
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

    def _make_recipe(self, recipes: tuple[Recipe, ...]) -> QComboBox:
        tip = say("What the next run does; each recipe changes one thing of the one before.")
        items = [(title_of(recipe), recipe.name) for recipe in recipes]
        box = parts.choice("recipe", say("Recipe"), tip, items)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(RECIPE_CHARACTERS)
        box.currentIndexChanged.connect(lambda: self.recipe_chosen.emit(box.currentData()))
        return box

    def _make_learning_rate(self) -> QDoubleSpinBox:
        box = parts.inset(QDoubleSpinBox())
        tip = say("How far each step moves the weights against the gradient; it may change while it trains.")
        parts.named(box, "learning_rate", say("Learning rate"), tip)
        box.setDecimals(4)
        box.setRange(*LIMITS["learning_rate"])
        box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        box.setKeyboardTracking(False)
        return box


class _RunButton(QToolButton):
    """A button that hands the keyboard on when it is disabled, to one at which the same key does no harm."""

    def __init__(self, name: str, action: QAction, bar: QWidget) -> None:
        super().__init__()
        self._bar = bar
        parts.set_action(self, name, action)
        self.setProperty("primary", name == "train")

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go where Tab leads; Qt asks the same when the button that has the keyboard is disabled."""
        found = (self._bar.findChild(QToolButton, name) for name in SUCCESSORS)
        able = [button for button in found if button is not None and button.isEnabled()]
        if self.isEnabled() or not able:
            return super().focusNextPrevChild(forward)
        able[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True
