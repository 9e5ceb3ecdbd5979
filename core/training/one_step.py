"""One gradient step followed in numpy, with every number on the way, for the picture of the network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, SIDE, Dataset, LabelledImages, scaled
from core.digits.stages import seen_bytes
from core.model import softmax
from core.model.layers import Floats
from core.model.softmax import Weights, single
from core.recipes.recipe import Recipe
from core.training.batches import Batches


@dataclass(frozen=True, slots=True)
class FollowedStep:
    """A step about to be made, and one image of its batch on the way through.

    rows : (n,) which training images it takes; example : the place in the batch of the image followed
    image : (28, 28); label : its digit; logits, probabilities : (10,) of that image
    cost_of_image, cost : nats, of that image and the mean of the batch
    gradient : (784, 10), bias_gradient : (10,) of the mean cost; rate : learning rate
    """

    step: int
    rows: NDArray[np.integer]
    example: int
    image: Floats
    label: int
    weights: Weights
    logits: Floats
    probabilities: Floats
    cost_of_image: float
    cost: float
    gradient: Floats
    bias_gradient: Floats
    rate: float

    @property
    def after(self) -> Weights:
        """The weights once the step is made."""
        matrix = self.weights.matrix - np.float32(self.rate) * self.gradient
        bias = self.weights.bias - np.float32(self.rate) * self.bias_gradient
        return single(matrix, bias, self.weights.stages, self.weights.recipe)


class StepFollower:
    """Follows the steps that a recipe makes on a data set, without making them."""

    def __init__(self, recipe: Recipe, dataset: Dataset, training: LabelledImages | None = None) -> None:
        """Take a data set as it was found; `training` replaces its training images by those the run prepared."""
        self.recipe = recipe
        self._is_prepared = training is not None
        self._training = dataset.training if training is None else training
        self._batches = Batches(len(self._training), recipe.batch, recipe.shuffle, recipe.seed)

    def at(self, step: int, weights: Weights, example: int = 0, rate: float | None = None) -> FollowedStep:
        """Return the step that begins with these weights, made at the recipe's learning rate or at `rate`."""
        rows = self._batches.of(step, 1)[0]
        images = self._training.images[rows]
        if not self._is_prepared:
            images = seen_bytes(images, self.recipe.stages)
        rate = float(self.recipe.rates(step, 1)[0]) if rate is None else rate
        return followed(weights, LabelledImages(images, self._training.labels[rows]), rows, step, example, rate)


def followed(
    weights: Weights, batch: LabelledImages, rows: NDArray[np.integer], step: int, example: int, rate: float
) -> FollowedStep:
    """Follow a batch: the gradient of the mean cross-entropy is images.T @ (softmax - one-hot) / n."""
    images = scaled(batch.images)
    values = softmax.logits(weights, images)
    shares = softmax.softmax(values)
    errors = (shares - np.eye(CLASSES, dtype=np.float32)[batch.labels]) / np.float32(len(batch))
    example = min(example, len(batch) - 1)
    label = int(batch.labels[example])
    return FollowedStep(
        step=step,
        rows=rows,
        example=example,
        image=images[example].reshape(SIDE, SIDE),
        label=label,
        weights=weights,
        logits=values[example],
        probabilities=shares[example],
        cost_of_image=softmax.cost(values[example : example + 1], batch.labels[example : example + 1]),
        cost=softmax.cost(values, batch.labels),
        gradient=images.T @ errors,
        bias_gradient=errors.sum(axis=0),
        rate=rate,
    )
