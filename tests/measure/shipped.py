"""Makes what ships in assets/: the network that reads best and its detector, the best single layer, and weights.md.

Run with `make weights`. What is chosen is chosen on people that the networks have not met: for the network of several
layers writers train19 and train20 and MNIST's validation images, for the single layer train11..train20 by sisters.
"""

from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from core.digits.dataset import Dataset, LabelledImages, scaled
from core.digits.raster import image_of
from core.digits.stages import RAW, apply_to_bytes
from core.model import detector, doubt, shipped, softmax, weights_file
from core.model.softmax import Weights
from core.recipes.recipe import EVERYTHING, READER
from core.sources import practice
from tests.measure import detecting, fitting, people, rare_digits, unmet
from tests.measure.devices import PENS, copies_by_devices, random_device, through_device
from tests.measure.people import People
from tests.measure.tables import ASSETS, percent

MET = 18  # writers from which the network of several layers learns
# more steps than the recipe's, for a little more; it settles by itself
LONG = replace(READER, steps=16_000, settling=0.0)
# then, MNIST's images coming twice, for scans to be read better
SETTLING = replace(LONG, steps=2_500, learning_rate=0.0006, batch_norm=False)
COPIES, TIMES = 4, 2  # warped versions of each pen digit; times that each comes
PRACTICE, RARE = 16_000, 4_000  # digits drawn by the app; in shapes that few people write
DOUBTED = 0.02  # of the digits read right, that may be called unsure
VALIDATION = 700  # images of MNIST, beside the writers, by which the detector's limit is chosen

TEXT = """# What comes with the app, trained by this project's own code; no gradient saw MNIST's 10,000 test images

`weights.npz`, which the app reads with: {layers}, {parameters:,} numbers.

- MNIST's 55,000 training images, pen digits of writers train01..train{met} ({copies} warped versions each, as other
  devices would have given them), {practice:,} practice digits, {rare:,} in shapes that few people write
  (`tests/measure/rare_digits.py`); boxed and centred. Each image is slanted, turned, scaled,
  shifted, its pen thickened or thinned, blurred and faded anew at each step
- {steps:,} steps of {batch} images, Adam, batch norm (folded into the arrays), dropout {dropout}: recipe `{reader}`
  with more steps and these images; then {settling:,} at a small rate, MNIST's images coming twice (`make weights`)
- Temperature {temperature:.3f}, folded in, and the probability {unsure:.3f} below which a reading is called unsure (at
  most {doubted:.1%} of what is read right; `core.model.doubt.DEEPLY_UNSURE_BELOW`): chosen on writers train19, train20
  and MNIST's validation images, which it has not met
- Accuracy: {test} of the 10,000 test images, {validation} of the 5,000 validation images; people it has not met:
  docs/drawn-digits.md
- Arrays: `layers`, `weights_1`, `bias_1`, ..., `stages` (from drawing to image), `recipe`; no pickle

`digit_detector.npz`: two small layers upon that network, by which letters and scribbles are told from digits
(`core.model.detector`); strange above a limit that {alarms:.2%} of the digits of unmet people exceed.

`single_layer.npz`, the best single layer: recipe `{recipe}`; `digitscope train --recipe {recipe}` gives the same before
its temperature {layer_temperature:.3f}; {layer_test} of the 10,000 test images.
"""


def main() -> None:
    dataset, everyone = people.mnist(), people.found(people.data_folder())
    met = learned_from(dataset, everyone)
    learned = people.trained(LONG, met).weights
    more = replace(met, training=LabelledImages.joined([met.training, dataset.training]))
    ship(people.trained(SETTLING, more, start=learned).weights, met, everyone, *_single_layer(dataset, everyone))


def ship(plain: Weights, dataset: Dataset, everyone: People, layer: Weights, temperature: float) -> None:
    """Choose the temperature and limits of a network of several layers, and write it, its detector and weights.md.

    dataset : what it learned from, and MNIST's other images
    """
    images, labels = unmet_images(dataset, everyone)
    logits = softmax.logits(plain, images)
    heat = fitting.fitted_temperature(logits, labels)
    weights, chances = fitting.tempered(plain, heat), softmax.softmax(logits / np.float32(heat))
    right, believed = chances.argmax(axis=1) == labels, doubt.believed(weights, images, chances, layer)
    writers = len(labels) - len(dataset.validation)
    found = detecting.fitted(weights, dataset.training, images[: writers + VALIDATION])
    weights_file.save(ASSETS / shipped.SHIPPED, weights)
    np.savez(ASSETS / detector.SHIPPED, **asdict(found))
    test = LabelledImages(apply_to_bytes(dataset.test.images, layer.stages), dataset.test.labels)
    text = TEXT.format(
        layers=", ".join(weights.architecture.texts), parameters=weights.architecture.parameters, met=MET,
        copies=COPIES, practice=PRACTICE, rare=RARE, steps=LONG.steps, settling=SETTLING.steps, batch=LONG.batch,
        dropout=LONG.dropout, reader=LONG.name, temperature=heat, doubted=DOUBTED,
        unsure=float(np.quantile(believed[right], DOUBTED)), test=accuracy(weights, dataset.test),
        validation=accuracy(weights, dataset.validation), alarms=detecting.FALSE_ALARMS, recipe=EVERYTHING.name,
        layer_temperature=temperature, layer_test=accuracy(layer, test),
    )  # fmt: skip
    (ASSETS / "weights.md").write_text(text, encoding="utf-8")


def learned_from(dataset: Dataset, everyone: People) -> Dataset:
    """Return MNIST with what else the network of several layers learns from: pen digits and practice digits."""
    random = np.random.default_rng(7)
    drawn = practice.drawings(PRACTICE) + rare_digits.drawings(RARE, random)
    lines = (through_device(one, random_device(random), random) for one, _ in drawn)
    images = [image_of(line, RAW, float(random.uniform(*PENS))) for line in lines]
    inked = np.rint(np.stack([image for image in images if image is not None]) * 255).astype(np.uint8)
    practised = LabelledImages(inked.reshape(len(drawn), -1), np.array([label for _, label in drawn], np.uint8))
    pens = copies_by_devices(everyone.writers(1, MET), COPIES)
    return replace(dataset, training=LabelledImages.joined([dataset.training, *[pens] * TIMES, practised]))


def unmet_images(dataset: Dataset, everyone: People) -> tuple[np.ndarray, np.ndarray]:
    """Return images, (n, 784) 0.0 .. 1.0, and labels of two writers and MNIST's validation: none of them was met."""
    writers = everyone.writers(MET + 1, 20)
    drawn = np.stack([image.ravel() for image in (image_of(one.drawing) for one in writers) if image is not None])
    validation = dataset.validation
    labels = np.concatenate([people.labels_of(writers), validation.labels])
    return np.concatenate([drawn, scaled(validation.images)]), labels


def accuracy(weights: Weights, part: LabelledImages) -> str:
    """Return the accuracy on images that lie boxed and centred already, in per cent."""
    return percent(softmax.accuracy(weights, part.images, part.labels))


def _single_layer(dataset: Dataset, everyone: People) -> tuple[Weights, float]:
    temperature = unmet.temperature(dataset, everyone)
    training = people.ready(EVERYTHING, dataset, everyone.pens)
    weights = fitting.tempered(people.trained(EVERYTHING, training).weights, temperature)
    weights_file.save(Path(ASSETS / shipped.LAYER), weights)
    return weights, temperature


if __name__ == "__main__":
    main()
