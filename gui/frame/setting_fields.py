"""The control for each setting of a recipe."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from core.recipes.settings import Setting, from_words, in_words, value_of
from core.words import said

NARROWEST = 90  # points, of a box whose largest number is far wider than any that is used
LARGEST_SHOWN = 2**31 - 1  # of a QSpinBox


class Control:
    """The widget of one setting; reads and shows its value, and calls back when the user changes it."""

    def __init__(self, setting: Setting, changed: Callable[[], None]) -> None:
        self.setting = setting
        self.widget = _made(setting)
        self.widget.setObjectName(f"setting_{setting.name}")
        self.widget.setAccessibleName(said(setting.label))
        self.widget.setToolTip(said(setting.tip))
        self._connect(changed)

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
                self._show_layers(widget, value)
            elif isinstance(widget, QComboBox):
                widget.setCurrentIndex(widget.findData(value))
            else:
                widget.setProperty(_shown_property(widget), value)

    def _show_layers(self, box: QComboBox, layers: tuple[str, ...]) -> None:
        """Show layers from the first on, and all of them by tooltip."""
        box.setEditText(_layers(self.setting, layers))
        box.setToolTip(f"{said(self.setting.tip)}\n{value_of(self.setting.name, layers)}")
        if line := box.lineEdit():
            line.setCursorPosition(0)

    def _connect(self, changed: Callable[[], None]) -> None:
        widget = self.widget
        if isinstance(widget, QComboBox):
            widget.currentIndexChanged.connect(lambda _: changed())
            if line := widget.lineEdit():
                line.editingFinished.connect(changed)
        elif isinstance(widget, QCheckBox):
            widget.toggled.connect(lambda _: changed())
        elif isinstance(widget, QSpinBox | QDoubleSpinBox):
            widget.valueChanged.connect(lambda _: changed())


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


def _made(setting: Setting) -> QWidget:
    if setting.on:
        return QCheckBox(said(setting.label))
    widget = _number(setting) if setting.limits else _choice(setting)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return widget


def _choice(setting: Setting) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    for value, text in setting.choices:
        box.addItem(said(text), value)
    box.setEditable(bool(setting.examples))
    for texts in setting.examples:
        box.addItem(_layers(setting, texts))
    if setting.examples:
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 16)
    return box


def _layers(setting: Setting, texts: tuple[str, ...]) -> str:
    return in_words(texts, is_short=True) or said(setting.never)


def _number(setting: Setting) -> QAbstractSpinBox:
    assert setting.limits is not None
    low, high = setting.limits
    if setting.decimals:
        real = QDoubleSpinBox()
        real.setDecimals(setting.decimals)
        real.setRange(low, high)
        real.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        box: QSpinBox | QDoubleSpinBox = real
    else:
        whole = QSpinBox()
        whole.setRange(int(low), min(int(high), LARGEST_SHOWN))
        whole.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        box = whole
    box.setGroupSeparatorShown(setting.name != "seed")
    box.setSuffix(said(setting.unit))
    box.setSpecialValueText(said(setting.never))
    box.setKeyboardTracking(False)
    box.setMinimumWidth(NARROWEST)
    return box
