import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.files import folders

ALL = (
    folders.data_cache,
    folders.log_folder,
    folders.runs_folder,
    folders.hands_folder,
    folders.settings_folder,
)


def test_everything_lies_under_digitscope_home_where_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGITSCOPE_HOME", str(tmp_path))
    places = [place() for place in ALL]
    assert all(place.parent == tmp_path for place in places)
    assert len(set(places)) == len(ALL)


def test_without_a_home_each_kind_has_a_place_of_its_own_named_after_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DIGITSCOPE_HOME")
    places = [place() for place in ALL]
    assert all("digitscope" in str(place) for place in places)
    assert len(set(places)) == len(ALL)


def test_a_tilde_stands_for_the_users_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("DIGITSCOPE_HOME", "~/mine")
    assert folders.data_cache() == tmp_path / "mine" / "data"


def test_loading_tensorflow_leaves_nothing_in_the_users_own_folder(tmp_path: Path) -> None:
    own, home = tmp_path / "own", tmp_path / "home"
    own.mkdir()
    code = "from core.training.network import load_tensorflow; load_tensorflow(); import keras"
    given = {**os.environ, "HOME": str(own), "USERPROFILE": str(own), "DIGITSCOPE_HOME": str(home)}
    given.pop("KERAS_HOME", None)
    subprocess.run([sys.executable, "-c", code], env=given, check=True)
    assert not [path for path in own.rglob("*") if path.is_file()]


def test_a_tilde_of_somebody_unknown_stays_as_it_is() -> None:
    assert folders.expanded("~nobody-of-that-name/mine") == Path("~nobody-of-that-name/mine")
