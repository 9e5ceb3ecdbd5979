"""Weights on disk: what is kept, what is refused, and the weights that ship."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.digits.stages import RAW, UPRIGHT
from core.errors import UserError
from core.model import weights_file
from core.model.softmax import single

MATRIX = np.random.default_rng(0).normal(size=(784, 10)).astype(np.float32)
BIAS = np.arange(10, dtype=np.float32)


def test_weights_come_back_as_they_were_saved_where_missing_stages_mean_no_deskew(tmp_path: Path) -> None:
    weights_file.save(tmp_path / "w.npz", single(MATRIX, BIAS, UPRIGHT, "upright"))
    found = weights_file.load(tmp_path / "w.npz")
    assert np.array_equal(found.matrix, MATRIX)
    assert np.array_equal(found.bias, BIAS)
    assert (found.stages, found.recipe) == (UPRIGHT, "upright")
    np.savez(tmp_path / "w.npz", weights=MATRIX.astype(np.float64), bias=BIAS)
    found = weights_file.load(tmp_path / "w.npz")
    assert (found.stages, found.recipe) == (RAW, "")
    assert np.array_equal(found.matrix, MATRIX)


NOT_A_NUMBER = MATRIX.copy()
NOT_A_NUMBER[3, 4] = np.nan
WRONG = {
    "another shape": ({"weights": MATRIX.T, "bias": BIAS}, r"weights of shape \(10, 784\)"),
    "no bias": ({"weights": MATRIX}, "no array 'bias'"),
    "nan": ({"weights": NOT_A_NUMBER, "bias": BIAS}, "not all finite"),
    "words": ({"weights": MATRIX, "bias": BIAS.astype(str)}, "not all finite"),
    "objects": ({"weights": MATRIX.astype(object), "bias": BIAS}, "not a file of weights"),
    "unknown stage": ({"weights": MATRIX, "bias": BIAS, "stages": np.array(["blur"])}, "blur"),
    "overflow": ({"weights": MATRIX.astype(np.float64) * 1e300, "bias": BIAS}, "finite"),
    "huge": ({"weights": MATRIX, "bias": BIAS, "more": np.zeros(4 * 10**6)}, "far smaller"),
}


@pytest.mark.parametrize("fault", list(WRONG))
def test_what_are_not_weights_of_this_network_is_refused_in_one_sentence(tmp_path: Path, fault: str) -> None:
    arrays, message = WRONG[fault]
    np.savez(tmp_path / "w.npz", **arrays)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=message) as raised:
        weights_file.load(tmp_path / "w.npz")
    assert "w.npz" in str(raised.value)


def test_a_missing_file_a_folder_and_a_file_of_another_kind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not weights")
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(UserError, match="does not exist"):
        weights_file.load(tmp_path / "none.npz")
    for path in (tmp_path, tmp_path / "text", tmp_path / "empty"):
        with pytest.raises(UserError, match=str(path)):
            weights_file.load(path)


def promising(*shape: int) -> bytes:
    header = repr({"descr": "<f8", "fortran_order": False, "shape": shape}).encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header


@pytest.mark.parametrize(
    ("array", "told"),
    [
        *[(promising(*shape), r"^w\.npz ") for shape in ((2**31, 2**31), (10**9,), (-1,), (2**70,))],
        (b"\0" * 50_000_000, "far smaller"), (b"none", "is not a file of weights"),
    ], ids=["2 ** 62", "10 ** 9", "-1", "2 ** 70", "a bomb", "none"],
)  # fmt: skip
def test_an_entry_that_promises_or_unpacks_to_too_much_or_is_no_array_is_refused(array: bytes, told: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("weights.npy", array)
    with pytest.raises(UserError, match=told):
        weights_file.read(file, "w.npz")
