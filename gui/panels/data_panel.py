"""The Data tab: what the data set is, how many of each, a wall of its images, and one of them as numbers."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.digits import class_names
from core.digits.dataset import CLASSES, SIDE, Dataset, scaled
from core.model.evaluated import PARTS, part_of
from core.words import figure, mark, said, say
from gui.look import theme as look
from gui.look.elided_label import ElidedLabel
from gui.look.theme import Theme
from gui.panels.class_counts import ALL, ClassCounts
from gui.panels.image_card import ImageCard
from gui.panels.image_wall import ImageWall

LESSONS = {
    "training": mark("training: what it learns from"),
    "validation": mark("validation: to decide when to stop"),
    "test": mark("test: looked at once, at the end"),
}
KINDS = {
    "training": mark("training images"),
    "validation": mark("validation images"),
    "test": mark("test images"),
}
TITLES = {
    "training": mark("training image {index}"),
    "validation": mark("validation image {index}"),
    "test": mark("test image {index}"),
}
FACTS_SHARE, FACTS_WIDTH = 0.22, (128, 184)  # of the panel's width, and its bounds in points
CARD_SHARE, CARD_WIDTH = 0.31, (176, 300)


class DataPanel(QWidget):
    """Shows a data set; `image_chosen` reports the part ("training", ...) and the index of an image clicked."""

    image_chosen = Signal(str, int)

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data")
        self.setAccessibleName(say("Data set"))
        self._dataset: Dataset | None = None
        self._class = ALL
        self._title, self._facts, self._source = ElidedLabel(say("No data set yet")), QLabel(), ElidedLabel()
        self._parts = self._make_parts()
        self.counts, self.wall, self.card = ClassCounts(theme), ImageWall(1, theme), ImageCard(theme)
        self.wall.setAccessibleName(say("Images of the data set"))
        self.wall.setToolTip(say("Click an image to see its numbers, and to have it in place of the drawing."))
        self.wall.set_empty_text(say("The images appear here as soon as a data set has been found."))
        self.wall.chosen.connect(self._on_chosen)
        self.counts.class_chosen.connect(self.show_class)
        self._lay_out()
        self.set_theme(theme)

    def set_dataset(self, dataset: Dataset) -> None:
        """Show a data set, as it was found."""
        self._dataset, self._class = dataset, ALL
        self._title.setText(said(dataset.title))
        sizes = [len(part_of(dataset, part)) for part in PARTS]
        told = " / ".join(figure(size, ",") for size in sizes)
        self._facts.setText(say("{side} × {side}, 1 channel", side=SIDE) + f"\n{told}")
        self._source.setText(dataset.source.told)
        parts = zip(sizes, PARTS, strict=True)
        lessons = "\n".join(f"{figure(size, ',')} {said(LESSONS[part])}" for size, part in parts)
        self._facts.setToolTip(f"{dataset.source.told}\n{lessons}")
        self._facts.setAccessibleDescription(
            say("from {source}; {lessons}", source=dataset.source.told, lessons=lessons)
        )
        self.card.clear()
        self._show()

    def show_class(self, number: int) -> None:
        """Show only the images of a class; -1 shows all."""
        self._class = number
        self._show()

    def part(self) -> str:
        """Return the name of the part that is shown."""
        return str(self._parts.currentData())

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self._title.setFont(look.title_font())
        for label in (self._facts, self._source):
            label.setFont(look.small_font())
        for widget in (self.counts, self.wall, self.card):
            widget.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wall at least half of the width."""
        super().resizeEvent(event)
        for widget, share, (least, most) in (
            (self.counts, FACTS_SHARE, FACTS_WIDTH),
            (self.card, CARD_SHARE, CARD_WIDTH),
        ):
            widget.setFixedWidth(round(min(max(share * self.width(), least), most)))

    def _show(self) -> None:
        if self._dataset is None:
            return
        images, names = part_of(self._dataset, self.part()), class_names.shown(self._dataset.class_names)
        every = self._class == ALL
        order = np.arange(len(images)) if every else np.flatnonzero(images.labels == self._class)
        self.counts.set_counts(np.bincount(images.labels, minlength=CLASSES), names)
        self.counts.set_chosen(self._class)
        self.wall.set_images(images.images, order, lambda index: (names[images.labels[index]],), self._sentence)
        self.wall.scroll_to_top()

    def _sentence(self, index: int) -> str:
        assert self._dataset is not None
        label = part_of(self._dataset, self.part()).labels[index]
        kind, name = self._parts.currentText(), class_names.shown(self._dataset.class_names)[label]
        return say("Image {index:,} of the {images}: labelled {name}.", index=index, images=kind, name=name)

    def _on_chosen(self, index: int) -> None:
        if self._dataset is None:
            return
        images, part = part_of(self._dataset, self.part()), self.part()
        image = scaled(images.images[index]).reshape(SIDE, SIDE)
        title = said(TITLES[part]).format(index=figure(index, ","))
        self.card.set_image(image, int(images.labels[index]), title, class_names.shown(self._dataset.class_names))
        self.image_chosen.emit(part, index)

    def _make_parts(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("data_part")
        box.setAccessibleName(say("Part of the data set"))
        box.setToolTip(
            say("The network learns from the training images only; the others show whether it has learned to read.")
        )
        for part in PARTS:
            box.addItem(said(KINDS[part]), part)
        box.activated.connect(self._show)
        return box

    def _lay_out(self) -> None:
        for label in (self._facts, self._source):
            label.setProperty("dim", True)
        facts = QVBoxLayout()
        facts.setSpacing(4)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in (self._title, self._facts, self._source):
            facts.addWidget(label)
        facts.addWidget(self._parts)
        facts.addWidget(self.counts, 1)
        facts.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(14)
        row.addLayout(facts)
        row.addWidget(self.wall, 1)
        row.addWidget(self.card)
