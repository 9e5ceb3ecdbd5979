"""The Weights tab: ten pictures of a single layer; of more layers, their units and the ten for a drawing."""

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QStackedWidget, QToolButton, QWidget

from core.arrays import Floats, Numbers
from core.digits.dataset import DIGITS
from core.model import inside, softmax
from core.model.fixed_layers import Layer
from core.model.inside import Inside
from core.model.softmax import Weights
from core.words import say
from gui.look import controls, parts
from gui.look.parts import ElidedLabel, GivingRow
from gui.panels import layer_words
from gui.panels.layer_units import LayerShown, LayerUnits
from gui.panels.since_start import SinceStart
from gui.panels.weight_pictures import WeightPictures

BETWEEN_MS = 30  # from one picture of several layers to the next: the bars of a stroke come first


class WeightsPanel(QWidget):
    """Shows what the weights look for, a layer at a time."""

    digit_selected = Signal(int)  # its picture was chosen to be shown large
    page_changed = Signal(int)  # a hidden layer, from 0; their count for all of them

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "weights")
        self._names = DIGITS
        self._weights: Weights | None = None
        self._beside: Weights | None = None
        self._image: Numbers | None = None
        self._inside: Inside | None = None
        self.faces: Floats | None = None  # of the layer that is shown
        self._digit: int | None = None  # that is read
        self._timer = QTimer(self, singleShot=True, interval=BETWEEN_MS)
        self._timer.timeout.connect(self._show)
        self.pictures, self.units = WeightPictures(), LayerUnits()
        # of several layers; the ten pictures have their own
        self.since_start = SinceStart("units_since_start", of_single=False)
        self.note = parts.set_apart(ElidedLabel(), "dim", "small")
        self.buttons, self._pages, row = QButtonGroup(self), QStackedWidget(), QWidget()
        self._button_row = parts.row(within=row, spacing=3)
        head = (row, self.since_start)
        self._head = GivingRow(head, self.note, lambda: layer_words.layer_note(100, 100, max(self._names, key=len)))
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it keeps no tab wide
        self._head.hide()
        self._pages.addWidget(self.pictures)
        self._pages.addWidget(self.units)
        parts.column(self._head, (self._pages, 1), within=self, spacing=3, top=1)
        self.pictures.digit_selected.connect(self.digit_selected)
        self.units.rows.class_chosen.connect(self.digit_selected.emit)
        self.buttons.idClicked.connect(self._on_page)
        self.since_start.toggled.connect(self._on_since_start)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Call the ten classes so."""
        self._names = names
        self.pictures.set_names(names)
        self._show_soon()

    def set_weights(self, weights: Weights | None, beside: Weights | None = None) -> None:
        """Show these weights, or none; beside: a single layer, shown before a network of several as the easier one."""
        if weights is self._weights and beside is self._beside:
            return
        is_other = _hidden(weights) != _hidden(self._weights) or (beside is None) != (self._beside is None)
        self._beside = beside
        if is_other:
            self._offer_pages(_hidden(weights))
        self._weights, self.faces, self._inside = weights, None, None
        if _hidden(weights):
            self._show_soon()
        else:
            self._show()

    def set_image(self, image: Numbers | None) -> None:
        """Show what the layers make of an image (28, 28); None where nothing is drawn."""
        if image is not self._image:
            self._image, self._inside = image, None
            self._show_soon()

    def set_read(self, digit: int | None) -> None:
        """Say what units add to this digit, the one that is read; None where nothing is."""
        self._digit = digit
        self.pictures.set_read(digit)

    def page(self) -> int:
        """Return which hidden layer is shown, from 0; their count for all of them, one more for the layer beside."""
        return max(0, self.buttons.checkedId())

    def shows_maps(self) -> bool:
        """Return whether a layer of filters is shown, with what each makes of the image."""
        weights, next_layer = self._weights, self.page() + 1
        if weights is None or next_layer > len(_hidden(weights)):
            return False
        return len(weights.architecture.inputs[next_layer]) == 3

    def _show_soon(self) -> None:
        if _hidden(self._weights) and not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        weights = self._weights
        layers = _hidden(weights)
        if weights is None or not layers:
            self._pages.setCurrentIndex(0)
            return self.pictures.set_weights(weights)
        if self._image is not None and self._inside is None:
            self._inside = inside.inside(weights.architecture, weights.arrays, self._image)
        number = self.page()
        self._pages.setCurrentIndex(0 if number >= len(layers) else 1)
        self.since_start.setVisible(number < len(layers) and self.since_start.isEnabled())
        if number > len(layers):
            note = say("The simplest network: a picture for each digit. The one that reads has more layers.")
            self.note.setText(note)
            return self.pictures.set_weights(self._beside)
        if number < len(layers):
            return self._show_layer(weights, number)
        made = self._inside  # the ten pictures that the whole network is for this image
        if made is None:
            self.note.setText("")  # the empty page says what to do
            return self.pictures.set_weights(None)
        self.note.setText(say("For this drawing, the network is one layer: these weights, exactly."))
        return self.pictures.set_weights(softmax.single(made.matrix, made.bias, weights.stages, weights.recipe))

    def _show_layer(self, weights: Weights, number: int) -> None:
        made = None if self._inside is None else self._inside.layers[number]
        if self.faces is None:
            self.faces, start = inside.faces(weights.architecture, weights.arrays, number), self.since_start.start
            if start is not None and start.architecture == weights.architecture:
                with np.errstate(invalid="ignore", over="ignore"):
                    self.faces = self.faces - inside.faces(start.architecture, start.arrays, number)
        shown = LayerShown(self.faces, self.shows_maps(), number == 0, made, self._image, self._digit, self._names)
        self.units.show_layer(shown)
        lit = None if made is None or self._digit is None else int(shown.is_lit.sum())
        is_exact = weights.architecture.is_piecewise_linear or number + 1 == len(weights.architecture.hidden)
        self.note.setText(layer_words.layer_note(lit, len(self.faces), self._names[self._digit or 0], is_exact))

    def _on_page(self, number: int) -> None:
        self._on_since_start()
        self.page_changed.emit(number)

    def _on_since_start(self) -> None:
        self.faces = None
        self.units.begin()
        self._show()

    def _offer_pages(self, layers: tuple[Layer, ...]) -> None:
        for button in self.buttons.buttons():
            self.buttons.removeButton(button)
            button.deleteLater()
        titles = [layer_words.title(layer) for layer in layers]
        pages = list(enumerate([*titles, say("This drawing")])) if titles else []
        if pages and self._beside is not None:
            pages.insert(0, (len(pages), say("One layer")))
        for number, title in pages:
            button = controls.page_button(QToolButton(), is_first=number == pages[0][0])
            button.setObjectName(f"weights_page_{number}")
            button.setText(title)
            self.buttons.addButton(button, number)
            self._button_row.addWidget(button)
        self._head.setVisible(bool(titles))
        self.pictures.since_start.setVisible(not titles)
        self._head.fit()
        self.units.begin()


def _hidden(weights: Weights | None) -> tuple[Layer, ...]:
    """Return the hidden layers of a network; () for the single layer."""
    return () if weights is None else weights.architecture.hidden
