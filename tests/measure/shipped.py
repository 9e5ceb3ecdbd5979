"""Makes what ships in assets/: the best weights, their temperature folded in, the digits' shapes, and weights.md.

Run with `make weights`. Everything chosen is chosen on writers train11..train20 with a sister that has not seen them.
"""

import numpy as np

from core import doubt, shapes, softmax, weights_file
from core.dataset import Dataset, LabelledImages
from core.pen_warps import copies
from core.recipes import EVERYTHING
from core.scoring import read_drawings
from core.shapes import Shapes
from core.softmax import Weights
from core.stages import EVEN
from core.stroke_lines import LabelledDrawing
from tests.measure import people
from tests.measure.people import People
from tests.measure.tables import ASSETS, percent

FALSE_ALARMS = 0.01  # of the digits of train11..train20 that may be taken for no digit
MARGIN = 1.15  # times the length of the longest of them

TEXT = """# weights.npz and digit_shapes.npz: what comes with the app

Trained by this project's own code; the 10,000 test images of MNIST were seen by no gradient.

- Recipe: `{recipe}` ({title}): MNIST's 55,000 training images, 7,494 pen digits by 30 writers in six warped
  versions each (UCI, CC BY 4.0), practice digits; stages {stages}; weights start at 0;
  20,000 steps of 100 shuffled images; learning rate 0.5, cosine decay to 0; seed 0
- Command: `make weights` (`digitscope train --recipe {recipe}` gives the same before the temperature)
- Temperature {temperature:.3f}, folded in: fitted on writers train11..train20, read by a sister trained without them
- Accuracy: {test} of the 10,000 test images, {validation} of the 5,000 validation images; a test
  recomputes the first. People it has not met: docs/drawn-digits.md
- Arrays: `weights` (784, 10), `bias` (10,), `stages` (from drawing to image), `recipe`; no pickle
- `digit_shapes.npz`: mean and {axes} principal axes of each digit in the same images, by which a drawing that is no
  digit is told (`core.shapes`). Strange above {strange:.3f}: 99 % of the digits of train11..train20 lie below it,
  by the sister's shapes. Too long above {long:.1f} sides of the drawing's box
"""


def shapes_of(training: LabelledImages, others: list[LabelledDrawing]) -> Shapes:
    """Return the shapes of training images, with limits that so many of other people's digits keep."""
    found = shapes.fitted(training)
    strangeness = found.strangeness(copies(others, EVEN, 1, warp=False).images / np.float32(255))
    longest = max(shapes.length(digit.drawing) for digit in others)
    return Shapes(found.means, found.axes, float(np.quantile(strangeness, 1 - FALSE_ALARMS)), longest * MARGIN)


def temperature_for(weights: Weights, others: list[LabelledDrawing]) -> float:
    """Return the temperature that suits weights on digits of people they have not met."""
    probabilities = read_drawings(weights, [digit.drawing for digit in others]).probabilities
    return doubt.fitted_temperature(np.log(np.maximum(probabilities, 1e-30)), people.labels_of(others))


def chosen(dataset: Dataset, everyone: People) -> tuple[float, float, float]:
    """Return temperature and limits of strangeness and length, chosen on train11..train20."""
    training = people.ready(EVERYTHING, dataset, everyone.writers(1, 10))
    others = everyone.writers(11, 20)
    limits = shapes_of(training.training, others)
    temperature = temperature_for(people.trained(EVERYTHING, training).weights, others)
    return temperature, limits.strange_above, limits.long_above


def main() -> None:
    """Make assets/weights.npz, assets/digit_shapes.npz and assets/weights.md."""
    dataset, everyone = people.mnist(), people.found(people.data_folder())
    temperature, strange, long = chosen(dataset, everyone)
    training = people.ready(EVERYTHING, dataset, everyone.pens)
    weights = doubt.tempered(people.trained(EVERYTHING, training).weights, temperature)
    found = shapes.fitted(training.training)
    weights_file.save(ASSETS / "weights.npz", weights)
    (ASSETS / shapes.SHIPPED).write_bytes(shapes.to_bytes(Shapes(found.means, found.axes, strange, long)))
    (ASSETS / "weights.md").write_text(
        TEXT.format(
            recipe=EVERYTHING.name,
            title=EVERYTHING.title,
            stages=", ".join(weights.stages),
            temperature=temperature,
            test=percent(softmax.accuracy(weights, training.test.images, training.test.labels)),
            validation=percent(softmax.accuracy(weights, training.validation.images, training.validation.labels)),
            axes=shapes.AXES,
            strange=strange,
            long=long,
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
