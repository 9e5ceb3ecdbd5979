"""Looks into a .keras file before Keras does: only what recipes can train is taken in."""

import json
import math
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.digits import stages
from core.digits.dataset import CLASSES, PIXELS
from core.errors import UserError, unreadable
from core.exporting.model_card import FILE
from core.files.json_fields import parsed
from core.model import architecture
from core.model.architecture import Architecture
from core.words import mark, said, say

CONFIG = "config.json"
LARGEST = 20_000_000  # bytes of all that such a .keras file holds, unpacked
HARMLESS = ("InputLayer", "Flatten", "Reshape", "Dropout", "Softmax", "Activation")
WEIGHING = ("Conv2D", "Dense")
MODELS = ("Sequential", "Functional", "Model")
MODULES = ("keras.layers", "keras.src.layers", "keras.models", "keras.src.models", "keras")
WANTED = mark("only dense layers and convolutions with ReLUs, from 784 pixels to 10 classes, can be taken in")
PLAIN = {"padding": "same", "data_format": "channels_last", "groups": 1, "dilation_rate": [1, 1], "use_bias": True}


def checked(path: Path) -> tuple[Architecture, tuple[str, ...]]:
    """Return the network in a .keras file, and the stages that its images go through; no deskew where it is silent.

    Raises UserError that says what was found, when the file is anything else than such a model.
    """
    config, card = _texts(path)
    layers = _layers(config, path)
    unknown = [_name(layer) for layer in layers if not _is_known(layer)]
    *hidden, last = [layer for layer in layers if _name(layer) in WEIGHING] or [{}]
    texts = [_hidden(layer["config"]) for layer in hidden]
    if unknown or _name(last) != "Dense" or not all(texts):
        raise UserError(
            "{path} holds {described}; {wanted}.", path=path, described=_described(layers), wanted=said(WANTED)
        )
    _check_dense(last, [layer for layer in layers if layer not in hidden], path, 0 if hidden else PIXELS)
    try:
        return architecture.of(tuple(texts)), _stages(card, path)
    except UserError as error:
        raise UserError("{name} cannot be used: {error}", name=path, error=error) from None


def _hidden(config: dict[str, Any]) -> str:
    """Return a hidden layer as recipes write it; nothing where recipes have none like it."""
    if config.get("activation") != "relu":
        return ""
    if "units" in config:
        return f"dense {config['units']}" if config.get("use_bias", True) else ""
    sides, steps = config.get("kernel_size"), config.get("strides")
    is_plain = all(config.get(name) == value for name, value in PLAIN.items())
    if not is_plain or not isinstance(sides, list) or not isinstance(steps, list) or steps[:1] * 2 != steps:
        return ""
    return f"convolution {config.get('filters')} {'x'.join(str(side) for side in sides)} step {steps[0]}"


def _texts(path: Path) -> tuple[bytes, bytes | None]:
    """Return config.json and, where there is one, the card, after sizes have been checked."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size > LARGEST:
                raise UserError("{path} holds {size:,} bytes; {wanted}.", path=path, size=size, wanted=said(WANTED))
            card = archive.read(FILE) if FILE in archive.namelist() else None
            return archive.read(CONFIG), card
    except OSError as error:
        raise unreadable(path, error) from None
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, RuntimeError, NotImplementedError, zlib.error):
        raise UserError("{path} is not a Keras model (.keras).", path=path) from None


def _layers(config: bytes, path: Path) -> list[dict[str, Any]]:
    model = _object(config, path)
    if model.get("class_name") not in MODELS or not _is_kerass(model):
        raise UserError(
            "{path} holds a {kind!r} of its own making; {wanted}.",
            path=path,
            kind=str(model.get("class_name"))[:40],
            wanted=said(WANTED),
        )
    inner = model.get("config")
    layers = inner.get("layers") if isinstance(inner, dict) else None
    if not isinstance(layers, list) or not all(isinstance(layer, dict) for layer in layers):
        raise UserError("{path} is not a Keras model (.keras): its {config} lists no layers.", path=path, config=CONFIG)
    return layers


def _object(config: bytes, path: Path) -> dict[str, Any]:
    parsed(config, say("{file} in {path}", file=CONFIG, path=path))
    found = json.loads(config)
    return found if isinstance(found, dict) else {}


def _is_kerass(thing: dict[str, Any]) -> bool:
    """Return whether a model or layer is of Keras itself, not of somebody's code."""
    module = str(thing.get("module"))
    is_own = thing.get("registered_name") in (None, thing.get("class_name"))
    return is_own and any(module == known or module.startswith(known + ".") for known in MODULES)


def _is_known(layer: dict[str, Any]) -> bool:
    return _is_kerass(layer) and _name(layer) in (*HARMLESS, *WEIGHING) and isinstance(layer.get("config"), dict)


def _check_dense(dense: dict[str, Any], layers: Sequence[dict[str, Any]], path: Path, wanted: int) -> None:
    """Refuse another shape or another function than softmax, or none, at the end.

    wanted : how many numbers go in; 0 for any
    """
    inputs, units = _inputs(dense, layers) if wanted else 0, dense["config"].get("units")
    if (inputs, units) != (wanted, CLASSES):
        raise UserError(
            "{path} holds one dense layer of {inputs}x{units}; {wanted}.",
            path=path,
            inputs=inputs,
            units=units,
            wanted=said(WANTED),
        )
    others = [layer for layer in layers if layer is dense or _name(layer) == "Activation"]
    for function in (layer["config"].get("activation") for layer in others):
        if function not in ("softmax", "linear", None):
            raise UserError(
                "{path} ends with {function!r}; {wanted}, with softmax or nothing behind it.",
                path=path,
                function=str(function)[:40],
                wanted=said(WANTED),
            )


def _inputs(dense: dict[str, Any], layers: Sequence[dict[str, Any]]) -> object:
    """Return how many numbers go into the dense layer, as far as the file says."""
    built = dense.get("build_config")
    shape = built.get("input_shape") if isinstance(built, dict) else None
    if not isinstance(shape, list):
        first = next((layer for layer in layers if _name(layer) == "InputLayer"), None)
        shape = first["config"].get("batch_shape") if first else None
    if not isinstance(shape, list) or not all(isinstance(size, int) for size in shape[1:]):
        return "?"
    return math.prod(shape[1:])


def _described(layers: Sequence[dict[str, Any]]) -> str:
    names = [_name(layer) for layer in layers if _name(layer) != "InputLayer"]
    if not names:
        return say("a model without layers")
    listed = ", ".join((*names[:6], "...") if len(names) > 6 else names)
    if len(names) == 1:
        return say("a model of 1 layer ({names})", names=listed)
    return say("a model of {count:,} layers ({names})", count=len(names), names=listed)


def _name(layer: dict[str, Any]) -> str:
    return str(layer.get("class_name"))[:40]


def _stages(card: bytes | None, path: Path) -> tuple[str, ...]:
    if card is None:
        return stages.RAW
    parsed(card, say("{file} in {path}", file=FILE, path=path))
    names = json.loads(card).get("stages", stages.RAW)
    if not isinstance(names, list | tuple):
        raise UserError(
            "{file} in {path}: stages are {names!r}, not a list of names.", file=FILE, path=path, names=str(names)[:40]
        )
    return stages.checked(tuple(str(name) for name in names))
