from pathlib import Path

import numpy as np
import pytest

from core import stages
from core.drawing import Drawing
from core.errors import UserError
from core.raster import image_of
from core.sources import pen_search, remote, replay
from core.sources.waiting import CancelledError
from core.stroke_lines import LabelledDrawing, read
from tests.core.sources import server
from tests.core.sources.lzw import packed

LINES = "".join(
    f'{{"label":{label},"writer":"w","strokes":[[[0,0],[{label + 1},9],[3,{label}]]]}}\n' for label in range(10)
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment that knows of no data anywhere."""
    return {"DIGITSCOPE_HOME": str(tmp_path / "home")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds ten pen digits in its strokes/."""
    (tmp_path / "strokes").mkdir()
    (tmp_path / "strokes" / "pendigits-train.jsonl").write_text(LINES)
    return tmp_path


def test_pen_digits_are_found_in_strokes(folder: Path, environment: dict[str, str]) -> None:
    assert [digit.label for digit in pen_search.find_pen_digits(folder, environment=environment)] == list(range(10))


def test_a_damaged_file_in_the_users_folder_is_an_error(folder: Path, environment: dict[str, str]) -> None:
    (folder / "pendigits-orig.tra.gz").write_bytes(b"nonsense")
    with pytest.raises(UserError, match="fetch it again"):
        pen_search.find_pen_digits(folder, environment=environment)


def test_where_there_are_none_and_no_download_is_allowed_the_user_is_told(environment: dict[str, str]) -> None:
    with pytest.raises(UserError, match="no pen digits on this machine"):
        pen_search.find_pen_digits(environment=environment, may_download=False)


def test_images_are_those_of_the_apps_own_raster(folder: Path, environment: dict[str, str]) -> None:
    digits = read(folder / "strokes" / "pendigits-train.jsonl")
    for names in (stages.RAW, stages.UPRIGHT):
        for _ in range(2):  # drawn, then cached
            images = pen_search.find_pen_images(folder, names, environment=environment)
            drawn = image_of(digits[4].drawing, names)
            assert drawn is not None
            assert np.abs(images.images[4] / 255 - drawn.ravel()).max() <= 0.5 / 255 + 1e-6
            assert images.labels.tolist() == list(range(10))


def test_a_drawing_without_a_label_cannot_be_learned_from() -> None:
    with pytest.raises(UserError, match="drawing 1 of 1 has no label"):
        replay.as_images([LabelledDrawing(Drawing.from_strokes([[[0, 0]]]))])


def test_empty_drawings_are_left_out_and_cancel_is_heard() -> None:
    assert len(replay.as_images([LabelledDrawing(Drawing(), 3)])) == 0
    with pytest.raises(CancelledError):
        replay.as_images([LabelledDrawing(Drawing(), 3)], is_cancelled=lambda: True)


def test_what_is_downloaded_is_verified_and_a_damaged_copy_fetched_anew(
    stroke_folder: Path, environment: dict[str, str]
) -> None:
    import gzip

    name = "pendigits-orig.tra.Z"
    files = {name: packed(gzip.decompress((stroke_folder / "pendigits-orig.tra.gz").read_bytes()))}
    with server.running(files) as mirror:
        source = remote.PEN_DIGITS.at(mirror.base)
        for _ in range(2):
            assert len(pen_search.find_pen_digits(environment=environment, source=source)) == 7_494
        (pen_search.pen_cache(environment) / name).write_bytes(b"damaged")
        assert len(pen_search.find_pen_digits(environment=environment, source=source)) == 7_494
        assert len(mirror.asked) == 2


def test_a_folder_that_cannot_be_looked_into_is_told() -> None:
    with pytest.raises(UserError, match="cannot be read"):
        pen_search.file_in(Path("x" * 300))
