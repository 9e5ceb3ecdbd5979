"""Makes what ships in assets/: the best weights, their temperature folded in, the digits' shapes, and weights.md.

Run with `make weights`. Everything chosen is chosen on writers train11..train20 with sisters that have not met them.
"""

from core.model import doubt, shapes, softmax, weights_file
from core.model.shapes import Shapes
from core.recipes.recipe import EVERYTHING
from tests.measure import people, unmet
from tests.measure.tables import ASSETS, percent

TEXT = """# weights.npz and digit_shapes.npz: what comes with the app

Trained by this project's own code; the 10,000 test images of MNIST were seen by no gradient.

- Recipe: `{recipe}` ({title}): MNIST's 55,000 training images, 7,494 pen digits by 30 writers in six warped
  versions each (UCI, CC BY 4.0), practice digits twice; stages {stages}; weights start at 0;
  20,000 steps of 100 shuffled images; learning rate 0.5, cosine decay to 0; seed 0
- Command: `make weights` (`digitscope train --recipe {recipe}` gives the same before the temperature)
- Temperature {temperature:.3f}, folded in: fitted on writers train11..train20, each pair read by a sister of the other
  eighteen of train01..train20. At most {doubted:.0%} of what these read right is below {unsure:.3f}, below which a
  reading is called unsure (`core.model.doubt.UNSURE_BELOW`)
- Accuracy: {test} of the 10,000 test images, {validation} of the 5,000 validation images; a test
  recomputes the first. People it has not met: docs/drawn-digits.md
- Arrays: `weights` (784, 10), `bias` (10,), `stages` (from drawing to image), `recipe`; no pickle
- `digit_shapes.npz`: mean and {axes} principal axes of each digit in the same images, by which a drawing that is no
  digit is known (`core.model.shapes`). Strange above {strange:.3f}: all but {shape_alarms:.1%} of
  train11..train20's digits lie below it, by the sisters' shapes. Too long above {long:.1f} sides of the drawing's box
"""


def main() -> None:
    """Make assets/weights.npz, assets/digit_shapes.npz and assets/weights.md."""
    dataset, everyone = people.mnist(), people.found(people.data_folder())
    limits = unmet.chosen(dataset, everyone)
    training = people.ready(EVERYTHING, dataset, everyone.pens)
    weights = doubt.tempered(people.trained(EVERYTHING, training).weights, limits.temperature)
    found = shapes.fitted(training.training)
    weights_file.save(ASSETS / "weights.npz", weights)
    (ASSETS / shapes.SHIPPED).write_bytes(
        shapes.to_bytes(Shapes(found.means, found.axes, limits.strange_above, limits.long_above))
    )
    (ASSETS / "weights.md").write_text(
        TEXT.format(
            recipe=EVERYTHING.name,
            title=EVERYTHING.title,
            stages=", ".join(weights.stages),
            temperature=limits.temperature,
            test=percent(softmax.accuracy(weights, training.test.images, training.test.labels)),
            validation=percent(softmax.accuracy(weights, training.validation.images, training.validation.labels)),
            axes=shapes.AXES,
            strange=limits.strange_above,
            long=limits.long_above,
            shape_alarms=unmet.FALSE_ALARMS,
            unsure=limits.unsure_below,
            doubted=unmet.RIGHT_DOUBTED,
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
