"""`digitscope data`, and the commands' way to data sets: found, and named on standard error."""

import gzip
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from core.commands import data
from core.files import folders
from core.recipes import added_digits
from core.recipes.preparation import prepared
from core.recipes.recipe import PENS, ZEROS
from core.sources import mnist, pen_search, practice, search, unipen
from tests import small
from tests.core.commands.conftest import Run, refused


@pytest.fixture
def few_practice_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("practice_digits", "are_practice_digits_stored"):
        monkeypatch.setattr(search, name, partial(getattr(search, name), count=1_000))


def test_the_list_names_every_set_and_what_is_not_here(run: Run, tmp_path: Path) -> None:
    answer = run("data", "list")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines] == ["name", "mnist", "pendigits", "practice"]
    assert all("not here" in line and str(tmp_path) in line for line in lines[1:])
    for command in ("path", "show", "remove"):
        for name in ("mnist", "pendigits", "practice"):
            refused(run("data", command, name))
    for command in ("get", "path", "show", "remove"):
        assert "mnist, pendigits, practice" in refused(run("data", command, "letters"))


def test_what_is_not_whole_is_listed_as_such(run: Run) -> None:
    cache = folders.of("data", mnist.NAME)
    cache.mkdir(parents=True)
    (cache / "train-labels-idx1-ubyte.gz").write_bytes(b"half")
    assert "not whole" in run("data", "list").out.splitlines()[1]
    assert "damaged" in run("data", "show", "mnist").err


@pytest.mark.usefixtures("few_practice_digits")
def test_practice_digits_that_are_damaged_or_would_be_drawn_otherwise_now_are_not_whole(run: Run) -> None:
    run("data", "get", "practice")
    (path,) = folders.of("data", practice.NAME).iterdir()
    path.write_bytes(path.read_bytes()[:-200])
    assert "not whole" in run("data", "list").out.splitlines()[3]
    path.rename(path.with_name("practice-1000-0123456789ab.npz"))
    assert "not whole" in run("data", "list").out.splitlines()[3]


def test_pen_digits_are_whole_only_as_they_were_published_which_is_seen_without_taking_them_apart(
    run: Run, stroke_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(unipen, "parsed")
    cache = folders.of("data", pen_search.NAME)
    cache.mkdir(parents=True)
    (cache / "pendigits-warped-7494-box.npz").write_bytes(b"drawn of digits that lie elsewhere")
    assert "not here" in run("data", "list").out.splitlines()[2]
    text = gzip.decompress((stroke_folder / "pendigits-orig.tra.gz").read_bytes())
    for content, told in ((text, r" \d\.\d MB "), (text[:-9], "not whole"), (b"\x1f\x9d\x90damaged", "not whole")):
        (cache / "pendigits-orig.tra.Z").write_bytes(content)
        assert re.search(told, run("data", "list").out.splitlines()[2])


@pytest.mark.usefixtures("few_practice_digits")
def test_practice_digits_are_got_shown_found_and_removed(run: Run) -> None:
    got = run("data", "get", "practice")
    assert got.status == 0
    assert "drawing practice digits" in got.err
    folder = Path(got.out.strip())
    assert any(folder.iterdir())
    assert run("data", "path", "practice").out == got.out
    assert re.search(r" \d\.\d MB ", run("data", "list").out.splitlines()[3])
    shown = run("data", "show", "practice").out
    assert "practice digits" in shown
    assert shown.splitlines()[-1].split() == ["all", "900", "50", "50"]
    assert run("data", "remove", "practice").status == 0
    assert not folder.exists()
    folder.touch()  # in the way of what is to be stored
    assert "could not be stored" in run("data", "get", "practice").err


def test_the_users_folder_is_shown_never_removed(run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITSCOPE_DATA", str(data_folder))
    assert str(data_folder) in run("data", "list").err
    assert run("data", "show", "mnist").out.splitlines()[-1].split() == ["all", "1009", "91", "200"]
    assert (run("data", "remove", "mnist").status, len(list(data_folder.iterdir()))) == (2, 4)


@pytest.mark.parametrize(
    ("name", "head", "counts"),
    [("mnist", "MNIST", ["all", "55000", "5000", "10000"]), ("pendigits", "30 writers", ["all", "7494"])],
)
def test_each_set_is_counted(
    run: Run, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, name: str, head: str, counts: list[str]
) -> None:
    folder = "mnist_folder" if name == "mnist" else "stroke_folder"
    monkeypatch.setenv("DIGITSCOPE_DATA", str(request.getfixturevalue(folder)))
    lines = run("data", "show", name).out.splitlines()
    assert head in lines[0]
    assert lines[-1].split() == counts
    assert sum(int(line.split()[-1]) for line in lines[3:-1]) == int(counts[-1])


def test_a_folder_that_cannot_be_read_is_listed_as_such(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> list[Path]:
        raise PermissionError

    monkeypatch.setattr(data, "SETS", tuple(replace(kind, files=refuse) for kind in data.SETS))
    answer = run("data", "list")
    assert (answer.status, answer.out.count("cannot be read")) == (0, 3)


def test_further_digits_train_counted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(added_digits, "find", lambda *_, **__: small.labelled(1_200, 5))
    dataset, recipe = small.dataset(), replace(ZEROS, pen_digits=True)
    assert len(prepared(dataset, recipe, data.added(recipe, None)).training) == len(dataset.training) + 1_200
    assert "1,200 added images, for training only: each pen digit 3 times." in capsys.readouterr().err
    assert added_digits.described(PENS) == "each pen digit 3 times"
