"""The settings of a recipe as a table, and the control for each: what it is called, and what it teaches."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from core.recipes.recipe import LIMITS
from core.words import figure, mark, said, say

Choices = tuple[tuple[str, str], ...]  # value, what the user reads
NARROWEST = 90  # points, of a box whose largest number is far wider than any that is used
LARGEST_SHOWN = 2**31 - 1  # of a QSpinBox


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: `choices` for a choice of texts, `never` for what 0 means; a tick box has an empty label."""

    name: str
    label: str
    tip: str
    tick: str = ""
    choices: Choices = ()
    decimals: int = 0
    unit: str = ""
    never: str = ""


GROUPS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (
        mark("Where it starts"),
        (
            Field(
                "initial_weights",
                "Weights",
                "The 7,840 numbers before the first step; large random ones must first be unlearned.",
                choices=(
                    ("normal", mark("random, wide")),
                    ("zeros", mark("all zero")),
                    ("glorot", mark("random, narrow (Glorot)")),
                ),
            ),
            Field("seed", "Seed", "The same seed draws the same random numbers: the run can be repeated exactly."),
        ),
    ),
    (
        mark("How it steps"),
        (
            Field(
                "learning_rate",
                "Learning rate",
                "How far each step goes down the slope: too small and it crawls, too large and it leaps across.",
                decimals=4,
            ),
            Field(
                "decay",
                "Decay",
                "Long steps first, ever shorter ones later, so that it comes to rest in the valley.",
                choices=(("none", mark("none")), ("cosine", mark("down to 0 (cosine)"))),
            ),
            Field("steps", "Steps", "How many batches the run learns from."),
            Field(
                "batch",
                "Batch",
                "How many images a step looks at: more make its direction surer, and each step slower.",
                unit=" images",
            ),
            Field(
                "shuffle",
                "",
                "A new order of the images in every epoch, so that no batch is ever seen twice the same.",
                tick="Shuffle the images",
            ),
            Field(
                "early_stop",
                "Stop early",
                "Ends the run when validation was no better for so many steps, and keeps the best weights.",
                unit=" steps no better",
                never="never",
            ),
        ),
    ),
    (
        mark("What it looks at"),
        (
            Field(
                "deskew",
                "",
                "Shears every digit upright, those it trains on and those you draw, so that slant matters no more.",
                tick="Stand digits upright",
            ),
            Field(
                "spread",
                "",
                "Stretches every digit until its ink is spread alike, so that wide or tall matters no more.",
                tick="Spread digits evenly",
            ),
            Field(
                "pen_digits",
                "",
                "Adds 7,494 digits drawn with a pen by 30 people: they look like yours more than MNIST's do.",
                tick="Add pen digits",
            ),
            Field(
                "warp",
                "",
                "Adds each pen digit in several versions: slanted, turned, bent, by thinner and thicker pens.",
                tick="Warp the pen digits",
            ),
            Field(
                "practice_digits",
                "",
                "Adds the 18,000 practice digits that Digitscope draws itself, in shapes that hands differ in.",
                tick="Add practice digits",
            ),
        ),
    ),
)
FIELDS = tuple(field for _, fields in GROUPS for field in fields)


class Control:
    """The widget of one field; reads and shows its value, and calls back when the user changes it."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self.field = field
        self.widget = _made(field)
        self.widget.setObjectName(f"setting_{field.name}")
        self.widget.setAccessibleName(said(field.label or field.tick))
        self.widget.setToolTip(said(field.tip))
        self._connect(changed)

    def value(self) -> object:
        """Return the setting as the recipe keeps it."""
        widget = self.widget
        if isinstance(widget, QComboBox):
            return str(widget.currentData())
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        assert isinstance(widget, QSpinBox | QDoubleSpinBox)
        return widget.value()

    def show(self, value: object) -> None:
        """Show a setting, without calling back."""
        widget = self.widget
        blocked = widget.blockSignals(True)
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findData(value))
        elif isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, QSpinBox) and isinstance(value, int):
            widget.setValue(value)
        elif isinstance(widget, QDoubleSpinBox) and isinstance(value, float | int):
            widget.setValue(float(value))
        widget.blockSignals(blocked)

    def _connect(self, changed: Callable[[], None]) -> None:
        widget = self.widget
        if isinstance(widget, QComboBox):
            widget.currentIndexChanged.connect(lambda _: changed())
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


def words(field: Field, value: object) -> str:
    """Return a setting's value as the user reads it."""
    if field.choices:
        return said(dict(field.choices)[str(value)])
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if field.never and not value:
        return said(field.never)
    return figure(value, ",.10g") + said(field.unit) if isinstance(value, int | float) else str(value)


def _made(field: Field) -> QWidget:
    if field.tick:
        return QCheckBox(said(field.tick))
    widget = _choice(field) if field.choices else _number(field)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return widget


def _choice(field: Field) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    for value, text in field.choices:
        box.addItem(said(text), value)
    return box


def _number(field: Field) -> QAbstractSpinBox:
    low, high = LIMITS[field.name]
    if field.decimals:
        real = QDoubleSpinBox()
        real.setDecimals(field.decimals)
        real.setRange(low, high)
        real.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        box: QSpinBox | QDoubleSpinBox = real
    else:
        whole = QSpinBox()
        whole.setRange(int(low), min(int(high), LARGEST_SHOWN))
        whole.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        box = whole
    box.setGroupSeparatorShown(field.name != "seed")
    box.setSuffix(said(field.unit))
    box.setSpecialValueText(said(field.never))
    box.setKeyboardTracking(False)
    box.setMinimumWidth(NARROWEST)
    return box
