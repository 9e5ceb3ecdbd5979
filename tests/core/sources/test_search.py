"""Which folders are searched for data sets and pen strokes, what is missing, stored prepared, and read as UNIPEN."""

import gzip
import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.digits import stroke_lines
from core.digits.dataset import LabelledImages
from core.errors import UserError
from core.files import folders
from core.progress import UNWATCHED, CancelledError, Work
from core.sources import idx, image_cache, mnist, pen_search, practice, search, unipen
from tests.core.sources import server
from tests.core.sources.idx_files import some, write_pair
from tests.core.sources.lzw import bomb, packed

FEW = 40
LINES = "".join(f'{{"label":{n},"writer":"w","strokes":[[[0,0],[{n + 1},9],[3,{n}]]]}}\n' for n in range(10))


@pytest.fixture(autouse=True)
def no_keras_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hide the MNIST that Keras may have on this machine."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))


def test_the_requested_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pair(tmp_path / "mine", "train", some(24))
    write_pair(tmp_path / "theirs" / "mnist", "train", some(60))
    monkeypatch.setenv("DIGITSCOPE_DATA", str(tmp_path / "theirs"))
    assert (len(search.find(tmp_path / "mine").test), len(search.find().test)) == (4, 10)


def test_the_cache_is_used_when_it_holds_mnist_whole(mnist_folder: Path) -> None:
    cache = folders.of("data", mnist.NAME)
    cache.mkdir(parents=True)
    for path in mnist_folder.glob("*.gz"):
        (cache / path.name).symlink_to(path.resolve())
    found = search.find(may_download=False)
    assert (found.name, len(found.training)) == ("mnist", 55_000)


def test_no_download_is_tried_where_none_is_allowed_and_cancel_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice, "drawn", lambda count=FEW, *_, **__: some(min(count, FEW)))
    notes: list[str] = []
    assert (search.find(may_download=False, note=notes.append).name, notes) == ("practice", [])
    with pytest.raises(CancelledError):
        search.find(work=Work(is_cancelled=lambda: True), source=mnist.REMOTE.at("http://127.0.0.1:9"))


def test_lessons_take_the_requested_digits_where_there_are_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "drawn", lambda count=FEW, *_, **__: some(min(count, FEW)))
    for count, name in ((0, "practice"), (24, "practice"), (1_400, "digits")):
        if count:
            write_pair(tmp_path / "digits", "train", some(count))
        assert search.for_lessons(tmp_path / "digits", UNWATCHED, lambda _: None).name == name


def test_the_first_start_downloads_and_the_second_does_not(mnist_folder: Path) -> None:
    files = {path.name: path.read_bytes() for path in mnist_folder.glob("*.gz")}
    told: list[int] = []
    with server.running(files) as mirror:
        source = mnist.REMOTE.at(mirror.base)
        for _ in range(2):
            found = search.find(work=Work(lambda what, done, total: told.append(done)), source=source)
            assert (found.name, str(found.source)) == ("mnist", "downloaded")
        assert len(mirror.asked) == 4
    assert told[-1] == sum(map(len, files.values()))


@pytest.mark.parametrize("named", ["x" * 300, "~nobody-of-that-name/digits"])
def test_a_folder_that_no_system_could_have_is_refused_in_sentence(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITSCOPE_DATA", named)
    with pytest.raises(UserError, match="cannot be read|does not exist"):
        search.find()


def test_pen_digits_are_found_in_strokes_and_it_is_told_where_they_are_damaged_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "strokes").mkdir()
    (tmp_path / "strokes" / "pendigits-train.jsonl").write_text(LINES)
    assert [digit.label for digit in pen_search.find_pen_digits(tmp_path)] == list(range(10))
    (tmp_path / "pendigits-orig.tra.gz").write_bytes(b"nonsense")
    with pytest.raises(UserError, match="fetch it again"):
        pen_search.find_pen_digits(tmp_path)
    with pytest.raises(UserError, match="no pen digits on this machine"):
        pen_search.find_pen_digits(may_download=False)
    with pytest.raises(UserError, match="cannot be read"):
        pen_search.file_in(Path("x" * 300))


def test_what_is_downloaded_is_verified_and_a_damaged_copy_fetched_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'.SEGMENT DIGIT 0 ? "7"\n.PEN_DOWN\n 267 333\n 267 336\n.PEN_UP\n'  # the published one takes seconds
    monkeypatch.setattr(pen_search, "SHA256", hashlib.sha256(text).hexdigest())
    name = "pendigits-orig.tra.Z"
    with server.running({name: packed(text)}) as mirror:
        source = pen_search.REMOTE.at(mirror.base)
        for _ in range(2):
            assert [digit.label for digit in pen_search.downloaded(source=source) or ()] == [7]
        assert [digit.label for digit in pen_search.find_pen_digits()] == [7]
        (folders.of("data", pen_search.NAME) / name).write_bytes(b"damaged")
        assert [digit.label for digit in pen_search.downloaded(source=source) or ()] == [7]
        assert len(mirror.asked) == 2
    (folders.of("data", pen_search.NAME) / name).unlink()
    with server.running({name: packed(text[:-9])}) as mirror, pytest.raises(UserError, match="sent a damaged file"):
        pen_search.downloaded(source=pen_search.REMOTE.at(mirror.base))


def test_the_division_is_the_tutorials(mnist_folder: Path) -> None:
    whole = idx.read_pair(mnist_folder / "train-images-idx3-ubyte.gz", mnist_folder / "train-labels-idx1-ubyte.gz")
    found = mnist.load(mnist_folder)
    assert np.array_equal(found.validation.images, whole.images[:5_000])
    assert np.array_equal(found.training.labels, whole.labels[5_000:])


def test_a_file_that_is_not_byte_for_byte_mnists_is_missing(tmp_path: Path) -> None:
    (tmp_path / mnist.TEST_LABELS.name).write_bytes(b"something else")
    assert mnist.missing(tmp_path) == mnist.FILES
    with pytest.raises(UserError, match=r"train-images-idx3-ubyte\.gz is missing or damaged"):
        mnist.load(tmp_path)


def kept(folder: Path, made: list[int], seed: int = 0) -> LabelledImages:
    def make() -> LabelledImages:
        made.append(seed)
        return some(30, seed)

    return image_cache.stored(image_cache.path_of(folder, "digits-30", some(30, seed)[:5]), make)


def test_what_took_long_is_made_once_and_what_would_be_drawn_otherwise_now_anew(tmp_path: Path) -> None:
    made: list[int] = []
    for _ in range(2):
        assert np.array_equal(kept(tmp_path / "new", made).images, some(30).images)
    assert made == [0]
    assert np.array_equal(kept(tmp_path / "new", made, seed=1).images, some(30, 1).images)
    assert made == [0, 1]
    (path,) = (tmp_path / "new").iterdir()
    assert len(kept(path / "cache", [])) == 30  # where it cannot be written, it is done without


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    made: list[int] = []
    kept(tmp_path, made)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    unreadable = io.BytesIO()
    with zipfile.ZipFile(unreadable, "w") as archive:
        archive.writestr("images.npy", b"\x93NUMPY\x01\x00\x0a\x00{'descr': (")  # no sentence of Python's
    torn = whole[:3_000] + b"\x55" * 40 + whole[3_040:]
    for damaged in (whole[:1_000], b"", b"nonsense", torn, unreadable.getvalue()):
        path.write_bytes(damaged)
        assert np.array_equal(kept(tmp_path, made).images, some(30).images)
    assert made == [0] * 6


def test_keras_copy_is_used_if_it_is_mnist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mnist_folder: Path) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    assert search.in_cache() is None
    whole, path = mnist.load(mnist_folder), tmp_path / "datasets" / "mnist.npz"
    learned = LabelledImages.joined((whole.validation, whole.training))
    path.parent.mkdir()
    for labels, is_used in ((learned.labels, True), (learned.labels[::-1], False), (np.array([{}], object), False)):
        np.savez(path, x_train=learned.images, y_train=labels, x_test=whole.test.images, y_test=whole.test.labels)
        found = search.in_cache()
        assert (found is not None) == is_used
        assert found is None or (found.name, str(found.source)) == ("mnist", f"Keras' copy, {path}")


TEXT = """.INCLUDE        dene.doc
.LEXICON "0" "1"
.HIERARCHY      DIGIT

.SEGMENT DIGIT    0 ? "8"
.COMMENT 8 12  224
.PEN_DOWN
 267  333
 267  336
.PEN_UP
.DT 100

.SEGMENT DIGIT    1-2 ? "2"
.COMMENT 2  3   54
.PEN_DOWN
 1  500
.PEN_UP
.PEN_DOWN
 2  0
 -3  600
.PEN_UP
"""


def test_digits_come_with_their_writers_and_their_y_turned_down() -> None:
    eight, two = unipen.parsed(TEXT)
    assert [(digit.label, digit.writer) for digit in (eight, two)] == [(8, "train12"), (2, "train03")]
    assert [stroke.tolist() for stroke in eight.drawing.strokes] == [[[267, 167], [267, 164]]]
    assert [stroke.tolist() for stroke in two.drawing.strokes] == [[[1, 0]], [[2, 500], [-3, -100]]]
    assert list(unipen.parsed(TEXT.partition(".SEGMENT")[0])) == []


def test_a_line_that_has_no_place_there_is_named() -> None:
    with pytest.raises(UserError, match="line 5 .*not UNIPEN text"):
        list(unipen.parsed(TEXT.replace(".SEGMENT DIGIT    0", ".SEGMENT LETTER 0")))
    with pytest.raises(UserError, match="line 3 .* is not UNIPEN text"):  # a point of a digit whose pen is not down
        list(unipen.parsed('.PEN_DOWN\n.SEGMENT DIGIT 0-1 ? "7"\n 10 20\n'))


def test_the_published_text_is_the_json_lines_plain_or_packed(stroke_folder: Path, tmp_path: Path) -> None:
    text = gzip.decompress((stroke_folder / "pendigits-orig.tra.gz").read_bytes())
    for name, data in (("plain", text), ("pendigits-orig.tra.Z", packed(text))):
        (tmp_path / name).write_bytes(data)
        assert pen_search.is_whole(tmp_path / name)
    lines = stroke_lines.read(stroke_folder / "pendigits-train.jsonl.gz")
    for path in (stroke_folder / "pendigits-orig.tra.gz", tmp_path / "pendigits-orig.tra.Z"):
        digits = pen_search.read(path)
        assert len({digit.writer for digit in digits}) == 30
        assert list(map(stroke_lines.line_of, digits)) == list(map(stroke_lines.line_of, lines))


@pytest.mark.parametrize(
    "data",
    [
        *(b"", TEXT.encode(), gzip.compress(TEXT.encode(), mtime=0), gzip.compress(TEXT.encode(), mtime=0)[:-9]),
        *(gzip.compress(bytes(9_000_000), mtime=0), packed(TEXT.encode()), bomb(40_000)),
        *(packed(TEXT.encode())[:-20] + bytes([255]) * 20, b"\x1f\x9d"),
    ],
)
def test_anything_but_the_published_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(UserError, match="fetch it again"):
        pen_search.read(tmp_path / "f")
    with pytest.raises(UserError, match="does not exist"):
        pen_search.read(tmp_path / "none")
    assert not any(pen_search.is_whole(tmp_path / name) for name in ("f", "none"))
