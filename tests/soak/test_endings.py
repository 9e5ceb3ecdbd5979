"""The window is closed in each situation, once in a process of its own; `make soak` does it at 300 moments."""

import pytest

from tests.soak.endings import SITUATIONS, ended, moments


@pytest.mark.parametrize(("situation", "after_ms"), [("importing", 900), *((name, 100) for name in SITUATIONS)])
def test_a_window_closed_at_any_moment_ends_its_process_and_keeps_the_run(situation: str, after_ms: int) -> None:
    assert ended(situation, after_ms).fault == ""


def test_a_tenth_of_the_moments_are_during_the_import() -> None:
    drawn = moments(1, 300)
    assert drawn == moments(1, 300)
    assert sum(situation == "importing" for situation, _ in drawn) == 30
    assert {situation for situation, _ in drawn} == {"importing", *SITUATIONS}
