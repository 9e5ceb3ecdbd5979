"""What a network sees and says of a drawing or an image, frozen."""

from dataclasses import dataclass

from core.arrays import Floats
from core.digits.dataset import DIGITS, PIXELS
from core.model.doubt import are_unsure
from core.model.softmax import Weights
from core.numbers.number import Part, text_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network sees and says; both None for an empty canvas, the second where its weights are no numbers.

    image : (28, 28), 0.0 paper .. 1.0 ink; probabilities, by_app : (10,); class_names : what the network knows
    """

    image: Floats | None
    probabilities: Floats | None
    weights: Weights
    class_names: tuple[str, ...] = DIGITS
    by_app: Floats | None = None  # what the app makes of it, beside what reads; None where that says nothing
    parts: tuple[Part, ...] = ()  # of a number of several digits, in reading order
    part_images: Floats | None = None  # (n, 784), what the network sees of each
    of_parts: Floats | None = None  # (n, 10), what it makes of each
    at: int = 0  # which of them all the rest is about

    @property
    def text(self) -> str:
        """What is read: the name of a class, or the digits of a number; "" where nothing is."""
        if self.of_parts is not None:
            return text_of(self.parts, [int(row.argmax()) for row in self.of_parts])
        return "" if self.probabilities is None else self.class_names[int(self.probabilities.argmax())]

    @property
    def is_number(self) -> bool:
        """Whether it is of several digits."""
        return len(self.parts) > 1

    @property
    def is_unsure(self) -> bool:
        """Whether what is read is in doubt."""
        if self.image is None or self.probabilities is None or self.class_names != DIGITS:
            return False
        return bool(are_unsure(self.weights, self.image.reshape(1, PIXELS), self.probabilities[None])[0])
