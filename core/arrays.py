"""The types of arrays, by what their numbers are; their shapes stand where they are used."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Numbers = NDArray[np.floating]  # either of them
Indexes = NDArray[np.intp]
Mask = NDArray[np.bool_]
