"""The trained weights that come with the app."""

import io
from functools import cache

from core.files.assets import data
from core.model import weights_file
from core.model.softmax import Weights

SHIPPED = "weights.npz"


@cache
def shipped_weights() -> Weights:
    """Return the trained weights that come with the app."""
    return weights_file.read(io.BytesIO(data(SHIPPED)), SHIPPED)
