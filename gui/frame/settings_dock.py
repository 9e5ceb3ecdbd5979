"""The dock with every setting of the next run, a control for each, and what the recipe is about."""

from collections.abc import Callable, Iterable
from itertools import groupby
from math import ceil

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from core.errors import UserError
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe, settings_differing, text_of, title_of
from core.recipes.settings import SETTINGS, Setting, from_words, in_words, value_of
from core.words import said, say
from gui.look import controls, parts, theme as look
from gui.state.shared import NextRun

NAME = 14  # letters, of what stands before a box, so that boxes stand beneath each other
NARROWEST = 15  # letters, of a box whose largest number is far wider than any that is used
LARGEST_SHOWN = 2**31 - 1  # of a QSpinBox
WIDTH = 300  # points
SIZE = QSize(WIDTH, 480)
MARGIN = 14


class Control:
    """The widget of one setting; reads and shows its value, and calls back when the user changes it."""

    def __init__(self, setting: Setting, changed: Callable[[], None]) -> None:
        self.setting = setting
        self.widget: QCheckBox | QComboBox | QSpinBox | QDoubleSpinBox
        if setting.on:
            self.widget = QCheckBox(said(setting.label))
            self.widget.toggled.connect(lambda _: changed())
        elif setting.limits:
            self.widget = _number(setting, *setting.limits)
            self.widget.valueChanged.connect(lambda _: changed())
        else:
            self.widget = _choice(setting)
            self.widget.currentIndexChanged.connect(lambda _: changed())
            if line := self.widget.lineEdit():
                line.editingFinished.connect(changed)
        if not setting.on:
            self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.setObjectName(f"setting_{setting.name}")
        self.widget.setAccessibleName(said(setting.label))
        self.widget.setToolTip(said(setting.tip))

    def value(self) -> object:
        """Return the setting as the recipe holds it."""
        widget = self.widget
        if isinstance(widget, QComboBox) and widget.isEditable():
            text = widget.currentText()
            return () if text.strip() == said(self.setting.never) else from_words(text)
        if isinstance(widget, QComboBox):
            return str(widget.currentData())
        return widget.property(_shown_property(widget))

    def show(self, value: object) -> None:
        """Show a setting, without calling back."""
        widget = self.widget
        with QSignalBlocker(widget):
            if isinstance(widget, QComboBox) and isinstance(value, tuple):
                widget.setEditText(_layers(self.setting, value))
                widget.setToolTip(f"{said(self.setting.tip)}\n{value_of(self.setting.name, value)}")
                if line := widget.lineEdit():
                    line.setCursorPosition(0)  # the first layers are seen, all of them by tooltip
            elif isinstance(widget, QComboBox):
                widget.setCurrentIndex(widget.findData(value))
            else:
                widget.setProperty(_shown_property(widget), value)


class WheelGuard(QObject):
    """Keeps a wheel that scrolls the form from changing the setting that happens to lie beneath it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass a wheel on to the form unless the control has the keyboard."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _shown_property(widget: QWidget) -> str:
    """Return the name of the property that a control is there to show, as Qt knows it."""
    return str(widget.metaObject().userProperty().name())


def _choice(setting: Setting) -> QComboBox:
    box = QComboBox(minimumContentsLength=14, editable=bool(setting.examples))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, text in setting.choices:
        box.addItem(said(text), value)
    for texts in setting.examples:
        box.addItem(_layers(setting, texts))
    if setting.examples:
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 16)
    return box


def _layers(setting: Setting, texts: tuple[str, ...]) -> str:
    return in_words(texts, is_short=True) or said(setting.never)


def _number(setting: Setting, low: float, high: float) -> QSpinBox | QDoubleSpinBox:
    box = QDoubleSpinBox(decimals=setting.decimals) if setting.decimals else QSpinBox()
    if isinstance(box, QDoubleSpinBox):
        box.setRange(low, high)
    else:
        box.setRange(int(low), min(int(high), LARGEST_SHOWN))
    box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
    box.setGroupSeparatorShown(setting.name != "seed")
    box.setSuffix(said(setting.unit))
    box.setSpecialValueText(said(setting.never))
    box.setKeyboardTracking(False)
    return controls.inset(box)


class SettingsDock(QDockWidget):
    """Shows the settings of the next run, and changes its recipe or takes it back to what it was."""

    def __init__(self, next_run: NextRun, parent: QWidget | None = None) -> None:
        super().__init__(say("Settings of the next run"), parent)
        self.setObjectName("settings")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._next_run = next_run
        self._guard = WheelGuard(self)
        self._controls = {setting.name: Control(setting, self._on_changed) for setting in SETTINGS}
        self._names: list[QLabel] = []
        self._title = parts.set_apart(parts.WrappedLabel(), "title")
        self._what, self._differs, self._why = parts.WrappedLabel(), parts.WrappedLabel(), parts.caption(wraps=True)
        self._back = controls.named(QPushButton(controls.words("back_to_recipe")), "back_to_recipe")
        self._back.clicked.connect(lambda: next_run.set_recipe(recipes.origin(next_run.recipe)))
        self._page = self._laid_out()
        self.setWidget(self._page)
        self.dress()
        self._show(next_run.recipe)
        next_run.recipe_changed.connect(self._show)

    def dress(self) -> None:
        """Give boxes of numbers, and what stands before them, the width that they need in the application's font."""
        self.setFont(look.dock_font())
        metrics = QFontMetricsF(look.body_font())  # what is out of sight has its new letters later
        letter = metrics.averageCharWidth()
        for control in self._controls.values():
            if isinstance(control.widget, QAbstractSpinBox):
                control.widget.setMinimumWidth(round(NARROWEST * letter))
        for name in self._names:
            name.setFixedWidth(
                ceil(max(NAME * letter, metrics.horizontalAdvance(name.text()) + 1))
            )  # a hint never shrinks
        self._page.dress()

    def _show(self, recipe: Recipe) -> None:
        for name, control in self._controls.items():
            control.show(getattr(recipe, name))
        base, differing = recipes.origin(recipe), recipes.differences(recipe)
        changes, why = text_of(base)
        self._title.setText(title_of(base))
        self._what.setText(changes)
        self._why.setText(why)
        changes = "; ".join(settings_differing(base, recipe))
        self._differs.setText(say("Changed by hand, based on it: {changes}.", changes=changes))
        self._differs.setVisible(bool(differing))
        self._back.setEnabled(bool(differing))

    def _on_changed(self) -> None:
        values = {name: control.value() for name, control in self._controls.items()}
        try:
            changed = recipes.changed(self._next_run.recipe, **values)
        except UserError as error:
            self._differs.setText(str(error))
            self._differs.show()
            return
        if changed != self._next_run.recipe:
            self._next_run.set_recipe(changed)

    def _laid_out(self) -> parts.Scrolled:
        page = QWidget()
        column = parts.column(self._title, self._what, self._why, self._differs, within=page)
        column.setContentsMargins(MARGIN, 6, MARGIN, MARGIN)
        for group, settings in groupby(SETTINGS, lambda setting: setting.group):
            column.addSpacing(6)
            column.addWidget(parts.caption(said(group), small=True, wraps=True))
            column.addLayout(self._form(settings))
        column.addSpacing(6)
        column.addWidget(self._back)
        column.addWidget(parts.caption(say("Settings take effect with the next Train."), small=True, wraps=True))
        column.addStretch(1)
        return parts.Scrolled(page, SIZE, WIDTH - 20)

    def _form(self, settings: Iterable[Setting]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for setting in settings:
            widget = self._controls[setting.name].widget
            widget.installEventFilter(self._guard)
            if setting.on:
                form.addRow(widget)
            else:
                form.addRow(said(setting.label), widget)
                widget.ensurePolished()  # else the field is measured without the style sheet
                name = form.labelForField(widget)
                assert isinstance(name, QLabel)  # as the form makes of a text
                name.setMinimumHeight(widget.sizeHint().height())
                self._names.append(name)
        return form
