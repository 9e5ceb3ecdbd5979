"""Runs for other tools: each file is read back by the tool it is for."""

import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.digits import stages
from core.errors import UserError
from core.exporting import export
from core.importing import models
from core.machine.tensorflow import load_tensorflow
from core.model import architecture, shipped, weights_file
from core.model.softmax import Weights, probabilities
from core.recipes.recipe import TUTORIAL, UPRIGHT
from core.runs import RunRecord, RunStore, RunWriter
from tests.core.importing.test_keras_file import keras
from tests.core.runs.made import keep_made_run, tiny_dataset

# Keras 3.15 asks TensorFlow's variables for numpy arrays in a way that numpy 2 warns of
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

SHORT = replace(TUTORIAL, steps=120)
RANDOM = np.random.default_rng(0)


@pytest.fixture
def record(store: RunStore) -> RunRecord:
    return store.open(keep_made_run(store, SHORT))


@pytest.fixture
def weights() -> Weights:
    return replace(shipped.shipped_layer(), stages=stages.UPRIGHT, recipe=UPRIGHT.name)


def test_plain_keras_reads_the_same_and_says_deskewed(tmp_path: Path, weights: Weights, images: np.ndarray) -> None:
    for chosen, name in ((weights, "deskewed_pixels"), (replace(weights, stages=stages.RAW), "pixels")):
        export.export_weights(chosen, "keras", tmp_path / "w.keras")
        model = keras().models.load_model(tmp_path / "w.keras")
        assert [type(layer).__name__ for layer in model.layers] == ["InputLayer", "Dense"]
        assert np.abs(model.predict(images, verbose=0) - probabilities(chosen, images)).max() < 1e-6
        assert model.layers[0].name == name
        with zipfile.ZipFile(tmp_path / "w.keras") as archive:
            card = json.loads(archive.read("digitscope.json"))
        assert (card["made_by"], card["stages"]) == ("Digitscope", list(chosen.stages))
        assert ("deskewed" in card["input"]) == (name == "deskewed_pixels")


def test_every_export_of_a_network_of_every_kind_of_layer_reads_the_same(tmp_path: Path, images: np.ndarray) -> None:
    from ai_edge_litert.interpreter import Interpreter

    pooling = [f"{kind} pooling 2x2 step 2 padding 0" for kind in ("max", "average")]
    filters = "convolution 4 3x3 step 1 padding 1 leaky 0.2"
    made = architecture.of(("scaling", filters, pooling[0], "scaling tanh", pooling[1], "dense 8"))
    weights = Weights(made, tuple(RANDOM.normal(0, 0.3, shape).astype(np.float32) for shape in made.shapes))
    for kind, name in (("keras", "w.keras"), ("saved-model", "model"), ("tflite", "w.tflite")):
        export.export_weights(weights, kind, tmp_path / name)
    with pytest.raises(UserError, match="'html' needs a run"):
        export.export_weights(weights, "html", tmp_path / "a.html")
    found = [keras().models.load_model(tmp_path / "w.keras").predict(images, verbose=0)]
    read = load_tensorflow().saved_model.load(str(tmp_path / "model")).signatures["serving_default"]
    found.append(read(load_tensorflow().constant(images))["probabilities"].numpy())
    lite = Interpreter(model_path=str(tmp_path / "w.tflite")).get_signature_runner()
    found.append(np.concatenate([lite(pixels=image[None])["probabilities"] for image in images]))
    for each in found:
        np.testing.assert_allclose(each, probabilities(weights, images), rtol=0, atol=1e-5)


def test_weights_come_back_from_npz_and_keras_as_they_went(tmp_path: Path, weights: Weights) -> None:
    for name in ("w.npz", "w.keras"):
        export.export_weights(weights, name.partition(".")[2], tmp_path / name)
        back = models.opened(tmp_path / name).weights
        assert np.array_equal(back.matrix, weights.matrix)
        assert np.array_equal(back.bias, weights.bias)
        assert back.stages == weights.stages


def test_a_saved_model_runs_in_tensorflow_and_reads_same(tmp_path: Path, weights: Weights, images: np.ndarray) -> None:
    export.export_weights(weights, "saved-model", tmp_path / "model")
    tensorflow = load_tensorflow()
    read = tensorflow.saved_model.load(str(tmp_path / "model")).signatures["serving_default"]
    assert list(read.structured_input_signature[1]) == ["deskewed_pixels"]
    found = read(tensorflow.constant(images))["probabilities"].numpy()
    assert np.abs(found - probabilities(weights, images)).max() < 1e-5  # float32 sums
    assert json.loads((tmp_path / "model" / "assets.extra" / "digitscope.json").read_text())["recipe"] == "upright"


def test_a_tflite_file_runs_and_reads_the_same(tmp_path: Path, weights: Weights, images: np.ndarray) -> None:
    from ai_edge_litert.interpreter import Interpreter

    export.export_weights(weights, "tflite", tmp_path / "w.tflite")
    interpreter = Interpreter(model_path=str(tmp_path / "w.tflite"))
    (signature,) = interpreter.get_signature_list().values()
    assert (signature["inputs"], signature["outputs"]) == (["deskewed_pixels"], ["probabilities"])
    interpreter.allocate_tensors()
    (given,), (output,) = interpreter.get_input_details(), interpreter.get_output_details()
    interpreter.set_tensor(given["index"], images[:1].astype(np.float32))
    interpreter.invoke()
    assert np.abs(interpreter.get_tensor(output["index"]) - probabilities(weights, images[:1])).max() < 1e-5
    read = interpreter.get_signature_runner()
    found = np.concatenate([read(deskewed_pixels=image[None])["probabilities"] for image in images])
    assert np.abs(found - probabilities(weights, images)).max() < 1e-5  # float32 sums


def test_tensorboards_own_reader_reads_the_events(tmp_path: Path, record: RunRecord) -> None:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    export.export(record, "tensorboard", tmp_path / "log")
    events = EventAccumulator(str(tmp_path / "log"), size_guidance={"scalars": 0, "images": 0}).Reload()
    costs = events.Scalars("cost")
    assert [event.step for event in costs] == list(range(120))
    assert [event.value for event in costs] == record.costs.tolist()
    assert [event.value for event in events.Scalars("learning_rate")] == pytest.approx([0.01] * 120)
    points = events.Scalars("accuracy/validation")
    assert [event.step for event in points] == [point.step for point in record.points]
    assert [event.value for event in points] == pytest.approx([point.validation_accuracy for point in record.points])
    assert events.Scalars("accuracy/test")[0].value == pytest.approx(0.42)
    pictures = events.Images("weights")
    assert (pictures[0].step, pictures[-1].step, len(pictures)) == (0, 120, 10)
    assert pictures[0].encoded_image_string.startswith(b"\x89PNG")


def test_a_run_is_exported_in_every_kind_and_its_weights_of_an_earlier_step(tmp_path: Path, record: RunRecord) -> None:
    for kind, exporter in export.KINDS.items():
        target = tmp_path / f"run-{kind}{exporter.suffix}"
        export.export(record, kind, target)
        assert target.is_dir() == (exporter.suffix == "")
        assert target.stat().st_size > 0
    export.export(record, "npz", tmp_path / "w.npz", step=60)
    last = max(step for step in record.snapshot_steps if step <= 60)
    assert (weights_file.load(tmp_path / "w.npz").matrix == last).all()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_unknown_kind_a_wrong_suffix_and_broken_weights_are_refused(tmp_path: Path, weights: Weights) -> None:
    nan = replace(weights, arrays=(weights.matrix, np.full(10, np.nan, np.float32)))
    for chosen, kind, name, message in (
        (weights, "onnx", "w.onnx", "no export to 'onnx'; there are npz, keras, saved-model"),
        (weights, "keras", "w.h5", r"must end in \.keras"),
        (nan, "npz", "w.npz", "no longer numbers"),
        (weights, "npz", "none/w.npz", "cannot be written: No such file"),
    ):
        with pytest.raises(UserError, match=message):
            export.export_weights(chosen, kind, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits files as POSIX systems do")
@pytest.mark.parametrize("kind", ["tensorboard", "saved-model"])
def test_a_disk_that_takes_no_more_is_said_of_what_tensorflow_writes(
    tmp_path: Path, record: RunRecord, kind: str
) -> None:
    import resource

    load_tensorflow()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        with pytest.raises(UserError, match=r"it cannot be written: File too large\.$"):
            export.export(record, kind, tmp_path / "it")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not (tmp_path / "it").exists()


def test_a_run_that_has_hardly_begun_can_be_exported(tmp_path: Path, store: RunStore) -> None:
    writer = RunWriter(store.folder, SHORT, tiny_dataset())
    writer.close()
    record = store.open(writer.run_id)
    for kind in ("html", "csv", "tensorboard", "npz"):
        export.export(record, kind, tmp_path / kind)
    assert (tmp_path / "csv").read_text() == "step,cost,learning_rate,validation_accuracy,validation_cost\n"
