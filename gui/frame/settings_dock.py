"""The dock with every setting of the next run, and what the recipe is about."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QFormLayout, QLabel, QPushButton, QWidget

from core.errors import UserError
from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.recipes.settings import SETTINGS, Setting
from core.recipes.texts import settings_differing, text_of, title_of
from core.words import said, say
from gui.frame.scrolling_page import ScrollingPage
from gui.frame.setting_fields import Control, WheelGuard
from gui.look import parts
from gui.state.next_run import NextRun

WIDTH = 300  # points
SIZE = QSize(WIDTH, 480)
MARGIN = 14


class SettingsDock(QDockWidget):
    """Shows the settings of the next run, and changes its recipe or takes it back to what it was."""

    def __init__(self, next_run: NextRun, parent: QWidget | None = None) -> None:
        super().__init__(say("Settings of the next run"), parent)
        self.setObjectName("settings")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._next_run = next_run
        self._guard = WheelGuard(self)
        self._controls = {setting.name: Control(setting, self._on_changed) for setting in SETTINGS}
        self._title = parts.set_apart(QLabel(wordWrap=True), "title")
        self._what, self._differs, self._why = QLabel(wordWrap=True), QLabel(wordWrap=True), parts.caption(wraps=True)
        self._back = self._make_back()
        self.setWidget(self._laid_out())
        self._show(next_run.recipe)
        next_run.recipe_changed.connect(self._show)

    def _show(self, recipe: Recipe) -> None:
        for name, control in self._controls.items():
            control.show(getattr(recipe, name))
        base, differing = recipes.origin(recipe), recipes.differences(recipe)
        text = text_of(base)
        self._title.setText(title_of(base))
        self._what.setText(text.changes)
        self._why.setText(text.why)
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

    def _make_back(self) -> QPushButton:
        button = QPushButton(say("Back to the recipe"))
        button.setObjectName("back_to_recipe")
        button.setToolTip(say("Takes every setting as the recipe has it."))
        button.clicked.connect(lambda: self._next_run.set_recipe(recipes.origin(self._next_run.recipe)))
        return button

    def _laid_out(self) -> ScrollingPage:
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
        return ScrollingPage(page, SIZE, WIDTH - 20)

    def _form(self, settings: Iterable[Setting]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for setting in settings:
            widget = self._controls[setting.name].widget
            widget.installEventFilter(self._guard)
            if not setting.on:
                form.addRow(said(setting.label), widget)
                widget.ensurePolished()  # else the field is measured without the style sheet
                form.labelForField(widget).setMinimumSize(84, widget.sizeHint().height())
            else:
                form.addRow(widget)
        return form
