"""PyTorch's state dicts: .safetensors, and .pt or .pth read as arrays, never unpickled.

They hold numbers and names alone. How far filters step, what paper lies around the image and where pooling is, is
tried: what fits the first dense layer, and then reads most digits.
"""

import json
import math
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise, product
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from core.digits.dataset import SIDE
from core.errors import DAMAGE, UserError, instead_of
from core.files import pickled
from core.files.pickled import Call
from core.importing.steps import NotPlainError, Step
from core.model.activations import Activation
from core.model.fixed_layers import POOLINGS
from core.model.layers import places
from core.words import mark

Way = tuple[int, int, int]  # padding, step, pooling, all in pixels
Arrays = dict[str, NDArray[np.generic]]
SUFFIXES = (".safetensors", ".pt", ".pth")
LARGEST = 100_000_000  # bytes, unpacked; of all tensors together, too
MOST_AXES = 8
TYPES = {"F32": "<f4", "F64": "<f8", "F16": "<f2", "I64": "<i8", "I32": "<i4"}
STORAGES = {"FloatStorage": "<f4", "DoubleStorage": "<f8", "HalfStorage": "<f2", "LongStorage": "<i8"}
OTHER = mark("arrays of other layers than dense ones, convolutions and batch normalization")
EPSILON = 1e-5  # of PyTorch's batch normalization
MOST_WAYS = 60  # ways to put the layers together that are tried
FUNCTIONS = (("relu", MOST_WAYS), ("tanh", 12), ("sigmoid", 12))  # behind all layers, and how many ways are tried


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of a model in every way that fits its arrays; raises as core.importing.models.Read says."""
    no_state = UserError("{path} holds no state dict of PyTorch: save model.state_dict().", path=path)
    with instead_of((IndexError, StopIteration, *DAMAGE), no_state):
        found = _safetensors(path) if path.suffix == ".safetensors" else _zipped(path)
    return list(_ways(_layers(found))), None


def _safetensors(path: Path) -> Arrays:
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    described, body = json.loads(data[8 : 8 + length]), data[8 + length :]
    found, spans = Arrays(), list[tuple[int, int]]()
    for name, entry in described.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            spans.append((start, end))
            found[name] = np.frombuffer(body[start:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    if any(behind[0] < before[1] for before, behind in pairwise(sorted(spans))):
        raise ValueError("arrays that overlap")

    def natural(name: str) -> list[tuple[int, str]]:  # layer 10 stands behind layer 9
        return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]

    return {name: found[name] for name in sorted(found, key=natural)}


def _zipped(path: Path) -> Arrays:
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise UserError("{path} is too large for a model of digits.", path=path)
        pickle = next(name for name in archive.namelist() if name.endswith("/data.pkl") or name == "data.pkl")
        state = pickled.read(archive.read(pickle))
        state = state.items if isinstance(state, Call) else state
        inner = next((state[key] for key in ("state_dict", "model_state_dict", "model") if key in state), state)
        inner = inner.items if isinstance(inner, Call) else inner
        place = pickle.removesuffix("data.pkl")
        stored, found, size = lru_cache(maxsize=None)(archive.read), Arrays(), 0
        for name, call in inner.items():
            if isinstance(call, Call) and call.name == "torch._utils._rebuild_tensor_v2":
                found[name] = _tensor(stored, place, call)
                size += found[name].nbytes
                if size > LARGEST:
                    raise UserError("{path} is too large for a model of digits.", path=path)
        if not found:  # a whole model, say, whose tensors lie within its objects
            raise ValueError("no state dict")
        return found


def _tensor(stored: Callable[[str], bytes], place: str, call: Call) -> NDArray[np.generic]:
    """Return the tensor that a call would have made, of its own numbers alone: storage, offset, shape, strides."""
    storage, offset, shape, strides = call.arguments[:4]
    _, kind, name = storage.arguments[:3]
    if len(shape) > MOST_AXES or not all(isinstance(each, int) for each in (offset, *shape, *strides)):
        raise TypeError("a tensor of no numbers")
    numbers = np.frombuffer(stored(place + "data/" + name), STORAGES[kind.name.rpartition(".")[2]])
    last = offset + sum((size - 1) * stride for size, stride in zip(shape, strides, strict=True))
    if min(offset, *shape, *strides) < 0 or last >= len(numbers) or math.prod(shape) > len(numbers):
        raise ValueError("a tensor beyond its storage")
    return as_strided(numbers[offset:], shape, [stride * numbers.itemsize for stride in strides]).copy()


def _layers(found: Mapping[str, NDArray[np.generic]]) -> list[tuple[Step, ...]]:
    """Return convolutions, then dense layers, each with the batch normalization behind it."""
    groups: dict[str, Arrays] = {}
    for name, array in found.items():
        group, _, part = name.removeprefix("module.").rpartition(".")
        groups.setdefault(group, {})[part] = array
    layers, normalizations = list[Step](), list[Step]()
    for parts in groups.values():
        weight = parts.get("weight", np.empty(0))
        if "running_mean" in parts:
            normalizations.append(_normalization(parts))
        elif weight.size and weight.ndim in (2, 4) and set(parts) <= {"weight", "bias"}:
            kernel = weight.transpose(2, 3, 1, 0) if weight.ndim == 4 else weight.T
            arrays = kernel, parts.get("bias", np.zeros(len(weight)))
            side = kernel.shape[0] if weight.ndim == 4 else 0
            layers.append(Step("convolution" if side else "dense", arrays, side))
        else:
            raise NotPlainError(OTHER)
    if not layers or len(layers) > 8:
        raise NotPlainError(OTHER)
    layers.sort(key=lambda step: step.kind)  # Python's sort keeps the order among convolutions, and dense layers
    made = list[tuple[Step, ...]]()
    for step in layers:  # each with the next normalization, where that is of as many channels
        is_normalized = normalizations and len(normalizations[0].arrays[0]) == step.arrays[0].shape[-1]
        made.append((step, normalizations.pop(0)) if is_normalized else (step,))
    return made


def _normalization(parts: Arrays) -> Step:
    mean = np.asarray(parts["running_mean"], np.float64)
    default = {"weight": np.ones(mean.shape), "bias": np.zeros(mean.shape), "running_var": np.empty(0)}
    weight, bias, variance = (np.asarray(parts.get(name, default[name]), np.float64) for name in default)
    if {each.shape for each in (mean, weight, bias, variance)} != {(mean.size,)}:
        raise NotPlainError(OTHER)
    factors = weight / np.sqrt(np.maximum(variance, 0) + EPSILON)
    summands = bias - mean * factors
    return Step("scaling", (factors, summands))


def _ways(layers: Sequence[tuple[Step, ...]]) -> Iterator[list[Step]]:
    """Give the steps for each padding, step and pooling with which the sizes fit, the commonest first."""
    convolutions = [each for each in layers if each[0].kind == "convolution"]
    dense = [each for each in layers if each[0].kind == "dense"]
    if not dense:
        raise NotPlainError(mark("no dense layer"))
    fitting = list(islice(_fitting(convolutions, dense[0][0].arrays[0].shape[0]), MOST_WAYS))
    if not fitting:
        raise NotPlainError(mark("layers whose sizes do not fit"))
    behind = [step for each in dense for step in (*each, Step("function"))][:-1]
    for kind, most in FUNCTIONS:
        function = Activation(kind)
        for before in fitting[:most]:
            steps = [*before, Step("flatten", channels_first=True), *behind]
            yield [replace(step, function=function) if step.kind == "function" else step for step in steps]


def _fitting(convolutions: Sequence[tuple[Step, ...]], inputs: int) -> Iterator[list[Step]]:
    """Give the steps before the first dense layer that make as many numbers as it takes; an image's mean last."""
    channels = convolutions[-1][0].arrays[0].shape[3] if convolutions else 1
    kernels, last = tuple(each[0].side for each in convolutions), math.isqrt(inputs // max(channels, 1))
    flat = _sized(kernels, SIDE, (last,)) if last * last * channels == inputs else ()
    means = _sized(kernels, SIDE, tuple(range(2, SIDE + 1))) if inputs == channels else ()
    pairs = ((kind, chosen, found is means) for found in (flat, means) for kind in POOLINGS for chosen in found)
    for kind, chosen, is_mean in pairs:
        before = list[Step]()
        for each, (padding, step, pool) in zip(convolutions, chosen, strict=True):
            kernel = each[0]
            before += [Step("convolution", kernel.arrays, kernel.side, step, padding), *each[1:], Step("function")]
            before += [Step("pooling", (), pool, pool, pooling=kind)] if pool > 1 else []
        if kind == POOLINGS[0] or any(way[2] > 1 for way in chosen):
            yield [*before, Step("pooling", pooling="average")] if is_mean else before


@lru_cache(maxsize=1_000)
def _sized(kernels: tuple[int, ...], side: int, ends: tuple[int, ...]) -> tuple[tuple[Way, ...], ...]:
    """Return the first MOST_WAYS ways through convolutions, of such sides, from an image's side to one of the ends."""
    if not kernels:
        return ((),) if side in ends else ()
    found = (
        ((padding, step, pool), *rest)
        for step, pool, padding in product((1, 2), (2, 1, 3), dict.fromkeys((0, kernels[0] // 2)))
        if (behind := places(side, kernels[0], step, padding) // pool) > 0
        for rest in _sized(kernels[1:], behind, ends)
    )
    return tuple(islice(found, MOST_WAYS))
