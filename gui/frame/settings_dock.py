"""The dock with every setting of the next run, and what the recipe is about."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.recipes.texts import text_of, title_of
from core.words import said, say
from gui.frame.scrolling_page import ScrollingPage
from gui.frame.setting_fields import FIELDS, GROUPS, Control, Field, WheelGuard, words
from gui.look import theme as look
from gui.look.theme import Theme

WIDTH = 300  # points
SIZE = QSize(WIDTH, 480)
MARGIN = 14


class SettingsDock(QDockWidget):
    """Shows a recipe's settings; `recipe_changed` asks for a recipe changed by hand, or for the recipe as it was."""

    recipe_changed = Signal(object)  # Recipe

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Settings of the next run"), parent)
        self.setObjectName("settings")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._recipe = recipes.TUTORIAL
        self._guard = WheelGuard(self)
        self._controls = {field.name: Control(field, self._on_changed) for field in FIELDS}
        self._title, self._what, self._why, self._differs = (QLabel() for _ in range(4))
        self._back = self._make_back()
        self._headings: list[QLabel] = []
        self.setWidget(self._laid_out())
        self.show_recipe(self._recipe)

    def recipe(self) -> Recipe:
        """Return the recipe that is shown."""
        return self._recipe

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe, without asking for it."""
        self._recipe = recipe
        for name, control in self._controls.items():
            control.show(getattr(recipe, name))
        base, differing = recipes.origin(recipe), recipes.differences(recipe)
        text = text_of(base)
        self._title.setText(title_of(base))
        self._what.setText(text.changes)
        self._why.setText(text.why)
        self._differs.setText(
            say("Changed by hand, based on it: {told}.", told=_told(recipe, base)) if differing else ""
        )
        self._differs.setVisible(bool(differing))
        self._back.setEnabled(bool(differing))

    def set_theme(self, _theme: Theme) -> None:
        """Take fonts; colours come with the style sheet."""
        self._title.setFont(look.title_font())
        for heading in self._headings:
            heading.setFont(look.small_font())

    def _on_changed(self) -> None:
        values = {name: control.value() for name, control in self._controls.items()}
        changed = recipes.changed(self._recipe, **values)
        if changed != self._recipe:
            self.show_recipe(changed)
            self.recipe_changed.emit(changed)

    def _on_back(self) -> None:
        self.show_recipe(recipes.origin(self._recipe))
        self.recipe_changed.emit(self._recipe)

    def _make_back(self) -> QPushButton:
        button = QPushButton(say("Back to the recipe"))
        button.setObjectName("back_to_recipe")
        button.setToolTip(say("Takes every setting as the recipe has it."))
        button.clicked.connect(self._on_back)
        return button

    def _laid_out(self) -> ScrollingPage:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 6, MARGIN, MARGIN)
        column.setSpacing(8)
        for label in (self._title, self._what, self._why, self._differs):
            label.setWordWrap(True)
            column.addWidget(label)
        self._why.setProperty("dim", True)
        for title, fields in GROUPS:
            column.addSpacing(6)
            column.addWidget(self._heading(said(title)))
            column.addLayout(self._form(fields))
        column.addSpacing(6)
        column.addWidget(self._back)
        column.addWidget(self._heading(say("Settings take effect with the next Train.")))
        column.addStretch(1)
        return ScrollingPage(page, SIZE, WIDTH - 20)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("dim", True)
        label.setWordWrap(True)
        self._headings.append(label)
        return label

    def _form(self, fields: tuple[Field, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field in fields:
            widget = self._controls[field.name].widget
            widget.installEventFilter(self._guard)
            if field.label:
                form.addRow(said(field.label), widget)
                widget.ensurePolished()  # else the field is measured without the style sheet
                form.labelForField(widget).setMinimumSize(84, widget.sizeHint().height())
            else:
                form.addRow(widget)
        return form


def _told(recipe: Recipe, base: Recipe) -> str:
    """Return in words what a changed recipe has in place of its origin's settings."""
    by_name = {field.name: field for field in FIELDS}
    parts = []
    for name in recipes.differences(recipe):
        field = by_name[name]
        now, before = (words(field, getattr(which, name)) for which in (recipe, base))
        parts.append(
            say("{setting} {now} instead of {before}", setting=said(field.label or field.tick), now=now, before=before)
        )
    return "; ".join(parts)
