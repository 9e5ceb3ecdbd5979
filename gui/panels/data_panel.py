"""The Data tab: what the data set is, how many of each, a wall of its images, and one of them as numbers."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from core.arrays import Numbers
from core.digits.dataset import CLASSES, DIGITS, SIDE, Dataset, LabelledImages, scaled, shown_names
from core.model.scoring import PART_TITLES, PARTS, part_of
from core.words import figure, said, say
from gui.look import controls, parts, theme as look
from gui.look.parts import ElidedLabel
from gui.look.pixels import FRAME, PixelView
from gui.panels.class_rows import ClassCounts
from gui.panels.image_wall import ImageWall

NARROW = 230  # points
FACTS_SHARE, FACTS_WIDTH = 0.22, (118, 184)  # of the panel's width, and its bounds in points
CARD_SHARE, CARD_WIDTH = 0.31, (158, 300)
GAP = 10  # points
NARROWEST_WALL = 90  # points, a column of images


class ImageCard(parts.Fitted):
    """Shows an image and its label as numbers."""

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "image_card")
        self._view = PixelView("card_pixels")
        self._title = parts.set_apart(parts.WrappedLabel(controls.words("image_card")), "small")
        self.row = controls.named(parts.caption(small=True, wraps=True), "card_label")
        self.numbers = controls.set_plain(QPlainTextEdit(), "card_numbers")
        self.numbers.setMinimumHeight(36)
        beside = parts.column(self._title, self.row, None, spacing=3)
        top = parts.row(self._view, (beside, 1), spacing=10)
        parts.column(top, (self.numbers, 1), within=self, spacing=6)
        self.fit()

    def set_image(self, image: Numbers, label: int, title: str, names: tuple[str, ...] = DIGITS) -> None:
        """Show an image (28, 28), 0.0 .. 1.0, and its label; title: where it comes from."""
        self._view.set_image(image)
        self._title.setText(say("{title}\nlabel: {names}", title=title, names=names[label]))
        self.row.setText(say("one-hot:\n{one_hot}\n784 numbers:", one_hot=one_hot(label)))
        self.numbers.setPlainText(as_text(image))
        # begin with the first row that has ink, not with a corner of paper
        rows, columns = np.nonzero(image)
        across, down = self.numbers.horizontalScrollBar(), self.numbers.verticalScrollBar()
        down.setValue(max(0, int(rows.min(initial=SIDE)) - 1) if len(rows) else 0)
        across.setValue(round(across.maximum() * float(columns.mean()) / SIDE) if len(columns) else 0)
        self.setAccessibleDescription(say("{title}, label {names}", title=title, names=names[label]))

    def clear(self) -> None:
        """Show no image."""
        self._view.set_image(None)
        self._title.setText(controls.words("image_card"))
        self.row.setText("")
        self.numbers.setPlainText("")
        self.setAccessibleDescription("")

    def fit(self) -> None:
        """Write the numbers in letters of one width; make pixels smaller where the words beside them need the room."""
        self.numbers.setFont(look.fixed_font(0.85))
        block = 4 if self.width() > NARROW else 3
        self._view.setFixedSize(SIDE * block + FRAME, SIDE * block + FRAME)


def one_hot(label: int) -> str:
    """Return the one-hot row of a label."""
    return " ".join("1" if number == label else "0" for number in range(CLASSES))


def as_text(image: Numbers) -> str:
    """Return the numbers of an image (28, 28), a line a row, each three characters wide; paper is a bare 0."""
    return "\n".join(" ".join(_figure(float(value)) for value in row) for row in image)


def _figure(value: float) -> str:
    if value <= 0:
        return "  0"
    return "1.0" if value > 0.995 else f"{value:.2f}".lstrip("0")


class DataPanel(parts.Fitted):
    """Shows a data set; `image_chosen` reports the part ("training", ...) and the index of an image clicked."""

    image_chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "data")
        self._dataset: Dataset | None = None
        self._images: LabelledImages  # of the part that is shown
        self._class: int | None = None
        self._names = DIGITS
        self._title = parts.set_apart(ElidedLabel(say("No data set yet")), "title")
        self._facts, self._source = parts.caption(small=True), parts.set_apart(ElidedLabel(), "dim", "small")
        self._part = controls.choice("data_part", [(said(PART_TITLES[part]), part) for part in PARTS])
        self._part.currentIndexChanged.connect(self._show)
        self.counts, self.card, self.wall = ClassCounts(), ImageCard(), ImageWall("data_images")
        self.wall.setMinimumWidth(NARROWEST_WALL)
        self.wall.chosen.connect(self._on_chosen)
        self.counts.class_chosen.connect(self.show_class)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        page = QWidget()
        shown = (self._title, self._facts, self._source, self._part, (self.counts, 1))
        parts.column(*shown, within=page, spacing=4).addStretch(0)
        self._page = parts.Scrolled(page, narrowest=FACTS_WIDTH[0])
        parts.row(self._page, (self.wall, 1), self.card, within=self, spacing=GAP, top=4)

    def set_dataset(self, dataset: Dataset) -> None:
        """Show a data set, as it was found."""
        self._dataset, self._class = dataset, None
        self._title.setText(said(dataset.title))
        sizes = [len(part_of(dataset, part)) for part in PARTS]
        counts = " / ".join(figure(size, ",") for size in sizes)
        self._facts.setText(say("{side} × {side}, 1 channel", side=SIDE) + f"\n{counts}")
        self._source.setText(dataset.source.described)
        sized = zip(sizes, PARTS, strict=True)
        lessons = "\n".join(f"{figure(size, ',')} {controls.words(f'data_{part}', 'lesson')}" for size, part in sized)
        self._facts.setToolTip(f"{dataset.source.described}\n{lessons}")
        text = say("from {source}; {lessons}", source=dataset.source.described, lessons=lessons)
        self._facts.setAccessibleDescription(text)
        self.card.clear()
        self._show()

    def show_class(self, number: int | None) -> None:
        """Show only the images of a class; None shows all."""
        self._class = number
        self._show()

    def part(self) -> str:
        """Return the name of the part that is shown."""
        return str(self._part.currentData())

    def fit(self) -> None:
        """Give the wall at least half of the width."""
        shares = (FACTS_SHARE, FACTS_WIDTH), (CARD_SHARE, CARD_WIDTH)
        facts, card = (round(min(max(share * self.width(), least), most)) for share, (least, most) in shares)
        self._part.ensurePolished()  # it asks for more then
        facts = max(facts, self._page.minimumSizeHint().width())
        self._page.setFixedWidth(facts)
        self.card.setFixedWidth(min(card, max(0, self.width() - facts - self.wall.minimumWidth() - 2 * GAP)))

    def _show(self) -> None:
        if self._dataset is None:
            return
        images, names = part_of(self._dataset, self.part()), shown_names(self._dataset.class_names)
        self._images, self._names = images, names
        is_every = self._class is None
        order = np.arange(len(images)) if is_every else np.flatnonzero(images.labels == self._class)
        self.counts.set_counts(np.bincount(images.labels, minlength=CLASSES), names, self._class)
        self.wall.set_images(images.images, order, lambda index: (names[images.labels[index]],), self._sentence)
        self.wall.scrollToTop()

    def _sentence(self, index: int) -> str:
        kind, name = self._part.currentText(), self._names[self._images.labels[index]]
        return say("Image {index:,} of the {images}: labelled {name}.", index=index, images=kind, name=name)

    def _on_chosen(self, index: int) -> None:
        image = scaled(self._images.images[index]).reshape(SIDE, SIDE)
        title = controls.words(f"data_{self.part()}").format(index=figure(index, ","))
        self.card.set_image(image, int(self._images.labels[index]), title, self._names)
        self.image_chosen.emit(self.part(), index)
