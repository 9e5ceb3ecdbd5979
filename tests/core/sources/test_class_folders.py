"""Folders of pictures: which of them are classes, and which are parts of the data set."""

import io
from pathlib import Path

import pytest
from PIL import Image

from core.errors import UserError
from core.sources import class_folders, forms
from tests.core.sources.form_files import WHOLE
from tests.there import there

TEN = [str(digit) for digit in range(10)]
IN_TRAIN, IN_VAL = ([f"{part}/{name}" for name in TEN] for part in ("train", "val"))


@pytest.mark.parametrize(
    ("places", "count"),
    [
        ([*TEN, *IN_VAL], 20), ([*IN_TRAIN, *IN_VAL], 20), ([*IN_TRAIN, "val", "train_images"], 10),
        ([*IN_TRAIN, "val/3"], 11), (["boat", "car", "val"], 3), ([*IN_TRAIN, "about", "looks"], 10),
    ],
)  # fmt: skip
def test_only_folders_with_classes_in_them_are_parts(tmp_path: Path, places: list[str], count: int) -> None:
    for image, place in zip(WHOLE.images, places, strict=False):
        (tmp_path / place).mkdir(parents=True)
        Image.fromarray(image.reshape(28, 28)).save(tmp_path / place / "1.png")
    found = forms.opened(tmp_path)
    assert sum(len(part) for part in (found.training, found.validation, found.test)) == count


def test_no_pictures_those_that_show_nothing_too_many_and_more_than_ten_classes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(UserError, match=f"^{tmp_path} holds no data set"):
        forms.opened(tmp_path)
    picture, file = Image.new("L", (90, 90), 255), io.BytesIO()
    picture.paste(0, (40, 20, 50, 70))
    picture.save(file, "PNG")
    assert there(class_folders.image_of(file, "a photo of a one")).any()
    nothing = b"no picture"
    few, ten = (2, 1, file.getvalue(), "more than 1 pictures"), (11, 99, file.getvalue(), "11 classes")
    for count, most, data, told in (few, (2, 99, nothing, "no picture that can be read"), ten):
        monkeypatch.setattr(class_folders, "MOST_PICTURES", most)
        for name in range(count):
            (tmp_path / str(name)).mkdir(exist_ok=True)
            (tmp_path / str(name) / "1.png").write_bytes(data)
        with pytest.raises(UserError, match=told):
            forms.opened(tmp_path)
