"""The app's folders and assets: there, what they should be, and told apart from what cannot be seen."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.digits.dataset import Dataset
from core.digits.stages import EVEN, RAW, apply_to_bytes
from core.files import assets, folders, presence
from core.model import shipped, softmax
from core.model.scoring import read_drawings
from tests.measure.hard_shapes import HARD_SHAPES

TOO_LONG = "x" * 300  # bytes; no file system has a name so long


def test_each_kind_has_a_place_in_digitscope_home_or_the_apps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITSCOPE_HOME", str(tmp_path))
    places = {folders.of(kind) for kind in folders.PLACES if folders.of(kind).parent == tmp_path}
    assert len(places) == len(folders.PLACES)
    monkeypatch.delenv("DIGITSCOPE_HOME")
    places = {folders.of(kind) for kind in folders.PLACES if "digitscope" in str(folders.of(kind))}
    assert len(places) == len(folders.PLACES)


def test_a_tilde_stands_for_the_users_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("DIGITSCOPE_HOME", "~/mine")
    assert folders.of("data") == tmp_path / "mine" / "data"
    assert folders.expanded("~nobody-of-that-name/mine") == Path("~nobody-of-that-name/mine")


def test_loading_tensorflow_leaves_nothing_in_the_users_own_folder(tmp_path: Path) -> None:
    own, home = tmp_path / "own", tmp_path / "home"
    own.mkdir()
    code = "from core.training.network import load_tensorflow; load_tensorflow(); import keras"
    given = {**os.environ, "HOME": str(own), "USERPROFILE": str(own), "DIGITSCOPE_HOME": str(home)}
    given.pop("KERAS_HOME", None)
    subprocess.run([sys.executable, "-c", code], env=given, check=True)
    assert not [path for path in own.rglob("*") if path.is_file()]


def test_the_shipped_networks_read_as_many_test_images_as_their_page_says(real_mnist: Dataset) -> None:
    for weights, least in ((shipped.shipped_weights(), 0.987), (shipped.shipped_layer(), 0.96)):
        images = apply_to_bytes(real_mnist.test.images, weights.stages)
        accuracy = softmax.accuracy(weights, images, real_mnist.test.labels)
        assert accuracy >= least
        assert f"{accuracy * 100:.1f} % of the 10,000 test images" in " ".join(assets.text("weights.md").split())


def test_the_shipped_networks_come_with_recipe_command_and_stages() -> None:
    text = assets.text("weights.md")
    assert (shipped.shipped_layer().recipe, shipped.shipped_layer().stages) == ("everything", EVEN)
    assert shipped.shipped_weights().stages == RAW
    assert "make weights" in text
    assert "digitscope train --recipe everything" in text


@pytest.mark.parametrize("name", HARD_SHAPES)
def test_hard_shapes_are_read_as_they_are_meant(name: str) -> None:
    label, drawing = HARD_SHAPES[name]
    assert read_drawings(shipped.shipped_weights(), [drawing]).probabilities.argmax() == label


def test_a_file_is_read_as_text_and_as_bytes_and_has_a_path_with_forward_slashes() -> None:
    assert assets.text("report.html").encode() == assets.data("report.html").replace(b"\r\n", b"\n")
    path = assets.path("report.html")
    assert path.endswith("/assets/report.html")
    assert Path(path).read_bytes() == assets.data("report.html")
    with pytest.raises(FileNotFoundError):
        assets.text("none.html")


def test_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    answers = {
        tmp_path: (True, False, True), tmp_path / "file": (True, True, False),
        tmp_path / "nothing": (False, False, False), tmp_path / "file" / "in it": (False, False, False),
        tmp_path / "loop": (False, False, False), tmp_path / "zero\0byte": (False, False, False),
    }  # fmt: skip
    for path, answer in answers.items():
        assert (presence.exists(path), presence.is_file(path), presence.is_folder(path)) == answer, path


@pytest.mark.skipif(os.name == "nt", reason="Windows says only that nothing is there")
@pytest.mark.parametrize("look", [presence.exists, presence.is_file, presence.is_folder])
def test_a_look_that_is_refused_is_an_error(look: Callable[[Path], bool]) -> None:
    with pytest.raises(OSError, match="File name too long"):
        look(Path(TOO_LONG))


def test_the_core_does_not_take_a_refused_look_for_a_no() -> None:
    rooms = (Path(presence.__file__).parents[1] / room for room in ("commands", "files", "recipes", "runs", "sources"))
    texts = {path: path.read_text(encoding="utf-8") for room in rooms for path in room.glob("*.py")}
    assert texts
    lax = (".exists()", ".is_file()", ".is_dir()")
    assert [path.name for path, text in texts.items() if any(call in text for call in lax)] == []
