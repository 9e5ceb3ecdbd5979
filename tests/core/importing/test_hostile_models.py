"""Models made to do harm: each is refused in one sentence; no code of theirs runs, and no other file is read."""

import io
import json
import pickle
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import UserError
from core.exporting import export
from core.importing import models
from core.machine.tensorflow import load_tensorflow
from core.model import shipped

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
MATRIX, BIAS = np.ones((10, 784), "<f4"), np.zeros(10, "<f4")


def tensors(described: dict[str, Any], body: bytes = MATRIX.tobytes() + BIAS.tobytes()) -> bytes:
    header = json.dumps(described).encode()
    return struct.pack("<Q", len(header)) + header + body


def pair(end: int = 31_360, **changed: Any) -> dict[str, Any]:
    """Two arrays of a dense layer as safetensors has them, something of the first changed."""
    weight = {"dtype": "F32", "shape": [10, 784], "data_offsets": [0, 31_360], **changed}
    return {"fc.weight": weight, "fc.bias": {"dtype": "F32", "shape": [10], "data_offsets": [end, end + 40]}}


def flat(*shape: int) -> dict[str, Any]:
    """The file's first array, in some shape."""
    return {"dtype": "F32", "shape": shape, "data_offsets": [0, 4 * int(np.prod(shape))]}


def zipped(**entries: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", ".", 1), data)
    return file.getvalue()


def state(count: int = 1, key: bytes = b"U\x010", shape: bytes = b"M\xe8\x03M\xe8\x03\x86") -> bytes:
    """A .pt file of tensors, by default of one, that is all of a storage's million numbers."""
    storage = b"(NctorchFloatStorage\n".replace(b"torch", b"torch\n") + key + b"NNtQ"
    made = b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + b"K\x00" + shape + b"M\xe8\x03K\x01\x86NNtR"
    pairs = b"".join(b"U\x0b%04d.weight" % number + made for number in range(count))
    return zipped(a__data_pkl=b"}(" + pairs + b"u.", a__data__0=bytes(4_000_000))


class Runs:
    def __reduce__(self) -> Any:
        return exec, ("from pathlib import Path; Path('ran').touch()",)


def keras_zip(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], bytes]:
    """The app's own export with another config."""

    def made(folder: Path) -> bytes:
        export.export_weights(shipped.shipped_layer(), "keras", folder / "w.keras")
        with zipfile.ZipFile(folder / "w.keras") as archive:
            entries = {name: archive.read(name) for name in archive.namelist() if name != "digitscope.json"}
        changed = change(json.loads(entries["config.json"]))
        entries["config.json"] = changed if isinstance(changed, bytes) else json.dumps(changed).encode()
        return zipped(**entries)

    return made


def with_layers(layers: Callable[[list[Any]], list[Any]]) -> Callable[[dict[str, Any]], object]:
    def changed(model: dict[str, Any]) -> object:
        model["config"]["layers"] = layers(model["config"]["layers"])
        return model

    return changed


def h5(change: Callable[[Any], object]) -> Callable[[Path], bytes]:
    """A whole model's .h5, something in it changed."""

    def made(folder: Path) -> bytes:
        import h5py

        keras = load_tensorflow().keras
        path = folder / "w.h5"
        keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)]).save(path)
        (folder / "other.bin").write_bytes(MATRIX.tobytes())
        with h5py.File(path, "a") as file:
            change(file)
        return path.read_bytes()

    return made


def of_h5(kind: str) -> Callable[[Any], object]:
    def changed(file: Any) -> None:
        import h5py

        group = file["model_weights"]
        if kind == "link":
            file["away"] = h5py.ExternalLink("other.h5", "/")
            del file["model_weights"]
            file["model_weights"] = h5py.ExternalLink("other.h5", "/")
        elif kind == "loop":
            del file["model_weights"]
            file["model_weights"] = h5py.SoftLink("/model_weights")
        elif kind == "external":
            group.create_dataset("x", (10, 784), "f4", external=[("other.bin", 0, h5py.h5f.UNLIMITED)])
        elif kind == "virtual":
            layout = h5py.VirtualLayout((10,), "f4")
            layout[:] = h5py.VirtualSource("other.h5", "x", (10,))
            group.create_virtual_dataset("x", layout)
        else:
            group.create_dataset("x", (2**40,), "f4", chunks=(1024,))

    return changed


def onnx_graph(*nodes: tuple[Any, ...], **arrays: Any) -> Callable[[Path], bytes]:
    def made(_folder: Path) -> bytes:
        onnx = pytest.importorskip("onnx")
        made = [onnx.helper.make_node(kind, list(x), list(y), domain="evil" * (kind == "Evil")) for kind, x, y in nodes]
        kept = []
        for name, array in arrays.items():
            tensor = onnx.numpy_helper.from_array(array if isinstance(array, np.ndarray) else MATRIX.T, name)
            if isinstance(array, str):
                tensor.ClearField("raw_data")
                tensor.data_location = 1
                tensor.external_data.add(key="location", value=array)
            elif isinstance(array, tuple):
                tensor.dims[:] = array
            kept.append(tensor)
        ends = (onnx.helper.make_tensor_value_info(each, 1, [None, 784]) for each in ("x", "y"))
        graph = onnx.helper.make_graph(made, "g", *([end] for end in ends), kept)
        return bytes(onnx.helper.make_model(graph).SerializeToString())

    return made


def tflite(change: Callable[[bytearray], Any]) -> Callable[[Path], bytes]:
    def made(folder: Path) -> bytes:
        export.export_weights(shipped.shipped_layer(), "tflite", folder / "w.tflite")
        data = bytearray((folder / "w.tflite").read_bytes())
        return bytes(change(data) or data)

    return made


def wild(data: bytearray) -> None:
    """Point every table's entries far away."""
    for at in range(8, len(data) - 4, 4):
        if int.from_bytes(data[at : at + 4], "little") < 4_000:
            data[at : at + 4] = b"\xf0\xff\xff\x7f"


LAMBDA = {"module": "keras.layers", "class_name": "Lambda", "config": {"function": "gASV"}, "registered_name": None}
NODE = ("MatMul", "xw", "y")
HOSTILE: dict[str, bytes | Callable[[Path], bytes]] = {
    "overlapping.safetensors": tensors(pair(end=31_000)), "overlong.safetensors": tensors(pair(end=10**12)),
    "negative.safetensors": tensors(pair(data_offsets=[-8, 31_352])),
    "huge.safetensors": tensors(pair(shape=[2**31, 2**31])), "header.safetensors": struct.pack("<Q", 2**63) + b"{}",
    "lone.safetensors": tensors({"n.running_mean": flat(10)}),
    "column.safetensors": tensors({**pair(data_offsets=[40, 31_400]), "fc.bias": flat(10, 1)}),
    "empty.safetensors": tensors({"c.weight": flat(0, 1, 3, 3), "fc.weight": flat(10, 0)}),
    "nan.safetensors": tensors(pair(), np.full((10, 784), np.nan, "<f4").tobytes() + BIAS.tobytes()),
    "names.safetensors": struct.pack("<Q", 4) + b'{"\xff\xfe',
    "deep.safetensors": struct.pack("<Q", 200_000) + b"[" * 200_000,
    "bomb.pt": zipped(a__data_pkl=bytes(150_000_000)),
    "runs.pt": zipped(a__data_pkl=pickle.dumps({"fc.weight": Runs()})),
    "axes.pt": state(shape=b"(" + (b"\x8a\xf0" + b"\x7f" * 240) * 90_000 + b"t"),
    "beyond.pt": state(shape=b"M\xe9\x03M\xe8\x03\x86"),
    "key.pt": state(key=b")\x94" + b"".join(b"h%c\x86\x94" % at for at in range(60))),
    "plain.pth": pickle.dumps(Runs()),
    "lambda.keras": keras_zip(with_layers(lambda layers: [*layers[:1], LAMBDA, *layers[1:]])),
    "many.keras": keras_zip(with_layers(lambda layers: [*layers[:1], *[layers[-1]] * 200_000])),
    "deep.keras": keras_zip(lambda _: b"[" * 100_000), "none.keras": keras_zip(with_layers(lambda _: [])),
    "number.keras": keras_zip(with_layers(lambda layers: [*layers, 5])),
    **{f"{kind}.h5": h5(of_h5(kind)) for kind in ("link", "loop", "external", "virtual", "huge")},
    "external.onnx": onnx_graph(NODE, w="/etc/passwd"),
    "cycle.onnx": onnx_graph(("Relu", "y", "z"), ("Relu", "z", "y")),
    "itself.onnx": onnx_graph(("MatMul", "yw", "y"), w=MATRIX.T), "evil.onnx": onnx_graph(("Evil", "x", "y")),
    "twice.onnx": onnx_graph(("Add", "xx", "y")),
    "huge.onnx": onnx_graph(NODE, w=(2**40, 10)), "many.onnx": onnx_graph(*[("Relu", "x", "x")] * 20_000),
    "wild.tflite": tflite(wild), "cut.tflite": tflite(lambda data: data[: len(data) // 3]),
    "root.tflite": tflite(lambda data: b"\xff\xff\xff\x7f" + data[4:]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_model_is_refused_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    made = HOSTILE[name]
    Path(name).write_bytes(made if isinstance(made, bytes) else made(tmp_path))
    with pytest.raises(UserError) as refused:
        models.opened(Path(name))
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300
    assert not Path("ran").exists()


def test_tensors_that_share_a_storage_are_too_large_together(tmp_path: Path) -> None:
    (tmp_path / "shared.pt").write_bytes(state(30))
    with pytest.raises(UserError, match="too large for a model of digits"):
        models.opened(tmp_path / "shared.pt")
