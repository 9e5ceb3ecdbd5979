"""One gradient step followed in numpy, with every number on the way, for the picture of the network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.digits.dataset import CLASSES, SIDE, Dataset, LabelledImages, scaled
from core.digits.stages import apply_to_bytes
from core.model import softmax
from core.model.softmax import Weights
from core.recipes.recipe import Recipe
from core.training.schedule import Batches


@dataclass(frozen=True, slots=True)
class FollowedStep:
    """A step about to be made, and one image of its batch on the way through."""

    step: int
    rows: NDArray[np.integer]  # (n,), which training images it takes
    example: int  # the place in the batch of the image followed
    image: Floats  # (28, 28)
    label: int
    weights: Weights
    hidden: tuple[Floats, ...]  # what each hidden layer makes of it, (units,) or (rows, columns, filters)
    logits: Floats  # (10,)
    probabilities: Floats  # (10,)
    cost_of_image: float  # nats
    cost: float  # nats, mean of the batch
    gradients: tuple[Floats, ...]  # of the mean cost, by each of the weights' arrays
    rate: float  # the learning rate

    @property
    def largest_gradient(self) -> float:
        """The largest change of the cost by any weight."""
        return max(float(np.abs(gradient).max()) for gradient in self.gradients[::2] if gradient.size)


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
        images, labels = self._training.images[rows], self._training.labels[rows]
        images = scaled(images if self._is_prepared else apply_to_bytes(images, self.recipe.stages))
        *activations, values = weights.architecture.activations(weights.arrays, images)
        shares = softmax.softmax(values)
        # the slope of the mean cross-entropy by the logits
        errors = (shares - np.eye(CLASSES, dtype=np.float32)[labels]) / np.float32(len(rows))
        example = min(example, len(rows) - 1)
        return FollowedStep(
            step=step,
            rows=rows,
            example=example,
            image=images[example].reshape(SIDE, SIDE),
            label=int(labels[example]),
            weights=weights,
            hidden=tuple(activation[example] for activation in activations[1:]),
            logits=values[example],
            probabilities=shares[example],
            cost_of_image=softmax.cost(values[example : example + 1], labels[example : example + 1]),
            cost=softmax.cost(values, labels),
            gradients=weights.architecture.gradients(weights.arrays, activations, errors),
            rate=float(self.recipe.rates(min(step, self.recipe.steps - 1), 1)[0]) if rate is None else rate,
        )
