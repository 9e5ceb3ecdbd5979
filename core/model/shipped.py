"""The trained weights that come with the app: the network that reads best, and the best single layer."""

import io
from functools import cache

from core.files.assets import data
from core.model import weights_file
from core.model.softmax import Weights

SHIPPED = "weights.npz"
LAYER = "single_layer.npz"


@cache
def shipped_weights() -> Weights:
    """Return the weights that the app reads with."""
    return weights_file.read(io.BytesIO(data(SHIPPED)), SHIPPED)


@cache
def shipped_layer() -> Weights:
    """Return the weights of the single layer that reads best."""
    return weights_file.read(io.BytesIO(data(LAYER)), LAYER)
