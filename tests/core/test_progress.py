"""How reports of progress are told."""

import pytest

from core.progress import told


@pytest.mark.parametrize(
    ("done", "total", "expected"),
    [
        (500, 10_000, "drawing: 500 of 10,000"),
        (999_999, 999_999, "drawing: 999,999 of 999,999"),
        (250_000, 1_000_000, "drawing: 0.2 of 1.0 MB"),
        (9_912_422, 11_594_722, "drawing: 9.9 of 11.6 MB"),
    ],
)
def test_few_are_counted_and_many_are_bytes_told_in_megabytes(done: int, total: int, expected: str) -> None:
    assert told("drawing", done, total) == expected
