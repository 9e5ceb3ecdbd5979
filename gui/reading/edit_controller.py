"""Joins canvas and reader to the clipboard, to what is dropped, and to files that are opened."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QFileDialog

from core.arrays import Floats, Numbers
from core.digits import stroke_lines
from core.digits.drawing import Drawing
from core.digits.raster import CANVAS_SHARE
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.files.whole import new_file
from core.model import weights_file
from core.pictures.decoding import PICTURE_SUFFIXES
from core.recipes import file as recipe_file
from core.words import mark, said, say
from gui.canvas.ink_surface import WIDE_FROM
from gui.frame.actions import Actions
from gui.frame.drawing_side import DrawingSide
from gui.frame.status_line import StatusLine
from gui.jobs.training_session import TrainingSession
from gui.state.reader import Reader
from gui.state.reading import Reading
from gui.state.shared import Shared
from gui.system import clipboard
from gui.system.save_dialog import asked_path
from gui.training.preparation_controller import say_what_waits

if TYPE_CHECKING:
    from core.importing.models import Opened
    from core.numbers.picture import Shown

PASTED = mark("the pasted picture")
PICTURES = " ".join(f"*{suffix}" for suffix in (*PICTURE_SUFFIXES, ".svg"))
MODELS = "saved_model.pb *.keras *.h5 *.hdf5 *.tflite *.onnx *.safetensors *.pt *.pth"
SVG_SIDE = 400  # pixels: drawn by numbers, it has no size of its own


class EditController(QObject):
    """Opens what comes from outside in place of the drawing, which stays if that is faulty; hands out what is drawn."""

    folder_requested = Signal(object)  # Path: use the data set in it
    model_requested = Signal(object)  # Path: read with the model in it

    def __init__(self, shared: Shared, side: DrawingSide, status: StatusLine, actions: Actions) -> None:
        super().__init__(shared)
        reader, run = self._reader, self._next_run = shared.reader, shared.next_run
        self._side, self._canvas = side, side.canvas
        self._status, self._window = status, side.window()
        self._copies = [actions[name] for name in ("copy_text", "save_text", "copy_image", "copy_numbers")]
        self._copy_strokes = actions["copy_strokes"]
        self._app_weights = actions["app_weights"]
        self._text = ""
        self._shown: Shown | None = None  # the picture of a number that was opened last
        self._image: Numbers | None = None
        self._canvas.files_dropped.connect(self._on_files)
        self._canvas.image_dropped.connect(lambda picture: self._guarded(lambda: self._open_pasted(picture)))
        self._canvas.image_restored.connect(self._on_image_restored)
        reader.read.connect(self._on_read)
        actions["paste"].triggered.connect(self.paste)
        actions["open_file"].triggered.connect(self._on_open_file)
        actions["save_text"].triggered.connect(self._on_save_text)
        actions["copy_image"].triggered.connect(self._on_copy_image)
        texts: dict[str, Callable[[], str]] = {  # strokes and recipes can be pasted here again
            "copy_text": lambda: self._text,
            "copy_numbers": lambda: "" if self._image is None else clipboard.numbers_of(self._image),
            "copy_recipe": lambda: recipe_file.text_of(run.recipe),
            "copy_strokes": lambda: stroke_lines.line_of(LabelledDrawing(self._canvas.drawing())),
        }
        for name, text in texts.items():
            actions[name].triggered.connect(lambda _=False, text=text: QGuiApplication.clipboard().setText(text()))
        self._app_weights.triggered.connect(lambda: reader.set_app_weights(None))
        for action in (self._app_weights, *self._copies, self._copy_strokes):
            action.setEnabled(False)

    def open_file(self, path: Path) -> None:
        """Open a picture of a digit, strokes, weights, a model or a recipe by its name, or a data set."""
        from core.importing import models

        if models.reader_of(path) is not None:
            self._status.show_note("")
            self.model_requested.emit(path)
            return
        if path.is_dir() or self._is_data_set(path):
            self.folder_requested.emit(path)
            return
        openers: dict[str, Callable[[Path], None]] = {
            ".jsonl": self._open_strokes,
            ".gz": self._open_strokes,
            ".npz": lambda path: self._reader.set_app_weights(weights_file.load(path), path.name),
            ".json": lambda path: self._next_run.set_recipe(recipe_file.load(path)),
            ".svg": self._open_svg,
        }
        self._guarded(lambda: openers.get(path.suffix.lower(), self._open_picture)(path))

    def _is_data_set(self, path: Path) -> bool:
        """Return whether a file is of a data set, looked at and not only named."""
        from core.sources import forms

        try:
            return forms.is_data_set(path)
        except OSError:
            return False

    def paste(self) -> None:
        """Open what is on the clipboard: files, a picture, or the text of strokes or a recipe."""
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where the clipboard is empty
        data = QMimeData() if found is None else found
        if not self._canvas.take(data):
            text = data.text().strip()
            self._guarded(lambda: self._open_text(text))

    def _guarded(self, job: Callable[[], None]) -> None:
        """Do a job; show its fault, if it is the input's, in place of the note before."""
        self._status.show_note("")
        self._status.attempt(job)

    def _on_files(self, names: list[str]) -> None:
        self._status.show_note("")
        first = Path(names[0])
        self.open_file(first)
        if len(names) > 1 and not self._status.note() and not self._is_data_set(first):
            note = say("Opened {name}, the first of {names} files.", name=Path(names[0]).name, names=len(names))
            self._status.show_note(note)

    def _on_open_file(self) -> None:
        kinds = {
            say("All that can be opened"): f"{PICTURES} *.jsonl *.gz *.npz {MODELS} *.json *.csv *.zip *-ubyte",
            say("Pictures of a digit"): PICTURES,
            say("Strokes"): "*.jsonl *.jsonl.gz",
            say("Weights"): f"*.npz {MODELS}",
            say("Data sets"): "*.csv *.npz *.gz *.zip *-ubyte",
            say("Recipes"): "*.json",
            say("All files"): "*",
        }
        filters = ";;".join(f"{name} ({endings})" for name, endings in kinds.items())
        title = say("Open a picture, strokes, weights or a recipe")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", filters)
        if name:
            self._on_files([name])

    def _open_svg(self, path: Path) -> None:
        reader = QImageReader(str(path))
        reader.setScaledSize(reader.size().scaled(SVG_SIDE, SVG_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        if picture.isNull():
            raise UserError("{name} is not a picture that can be read: use PNG or JPEG.", name=str(path))
        self._open_pasted(picture)

    def _open_picture(self, path: Path) -> None:
        from core.numbers.picture import shown_in_file  # pillow, which the first paint need not wait for

        self._show_picture(shown_in_file(path, self._reader.grouper))

    def _open_pasted(self, picture: QImage) -> None:
        from core.numbers.picture import shown_in_bytes

        self._show_picture(shown_in_bytes(clipboard.encoded(picture), said(PASTED), self._reader.grouper))

    def _show_picture(self, shown: "Shown") -> None:
        """Show a digit as the 28x28 image that MNIST would have made of it, a number as its ink; and read it."""
        if len(shown.parts) > 1:
            cut = shown.cut()
            self._canvas.set_wide(cut.ink.shape[1] > WIDE_FROM * cut.ink.shape[0])
            self._canvas.show_image(cut.ink)
            self._shown = cut
            self._reader.set_number(cut.parts)
        elif shown.parts[0].image is not None:
            self._side.show_drawing(Drawing(picture=shown.parts[0].image))

    def _on_image_restored(self, image: Floats) -> None:
        if self._shown is not None and image is self._shown.ink:
            self._reader.set_number(self._shown.parts)
        else:
            self._reader.set_image(image)

    def _open_strokes(self, path: Path) -> None:
        self._show_digits(stroke_lines.read(path), path.name)

    def _open_text(self, text: str) -> None:
        where = say("the clipboard")
        if '"strokes"' in text or '"picture"' in text:
            self._show_digits(list(stroke_lines.parsed(io.StringIO(text), where)), where)
        elif text.startswith("{"):
            self._next_run.set_recipe(recipe_file.from_text(text, where))
        else:
            raise UserError("There is nothing to paste: copy a picture, strokes or a recipe first.")

    def _show_digits(self, digits: list[LabelledDrawing], where: str) -> None:
        first = digits[0]
        if first.drawing.is_empty:
            raise UserError("the first digit of {where} has no strokes.", where=where)
        self._side.show_drawing(_with_margin(first.drawing))
        label = "" if first.label is None else say(", labelled {label}", label=first.label)
        values = {"digits": len(digits), "where": where, "label": label}
        if len(digits) > 1:
            self._status.show_note(say("This is the first of {digits:,} digits in {where}{label}.", **values))
        elif label:
            self._status.show_note(say("One digit in {where}{label}.", **values))

    def _on_read(self, reading: Reading) -> None:
        self._image, self._text = reading.image, reading.text
        self._app_weights.setEnabled(self._reader.opened is not None)
        for action in self._copies:
            action.setEnabled(reading.image is not None)
        self._copy_strokes.setEnabled(reading.image is not None and not self._canvas.drawing().is_empty)

    def _on_save_text(self) -> None:
        path = asked_path(self._window, say("Save what it reads"), "", say("Text (*.txt)"))

        def write(path: Path) -> None:
            with new_file(path) as part:
                part.write_text(self._text + "\n", encoding="utf-8")

        if path is not None:
            self._guarded(lambda: write(path))

    def _on_copy_image(self) -> None:
        if self._image is not None:
            QGuiApplication.clipboard().setImage(clipboard.picture_of(self._image))


def _with_margin(drawing: Drawing) -> Drawing:
    """Return a drawing smaller where it fills a unit of its own: half of the pen would lie off the paper."""
    if drawing.picture is not None or not (np.ptp(drawing.points, axis=0) == 1).any():
        return drawing
    return Drawing(tuple(stroke * CANVAS_SHARE + (1 - CANVAS_SHARE) / 2 for stroke in drawing.strokes))


def open_model(path: Path, session: TrainingSession, reader: Reader, status: StatusLine) -> None:
    """Let another tool's model read in place of the app's weights, once TensorFlow is free; the session says faults."""

    def load() -> "Opened":
        from core.importing import models  # many modules, which the window need not wait for

        return models.opened(path)

    def show(opened: "Opened") -> None:
        reader.set_app_weights(opened.weights, path.name)
        status.show_note(opened.note)

    say_what_waits(path.name, session, status)
    session.submit(load, show)
