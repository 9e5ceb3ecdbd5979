import pytest

from tests import mutants

LISTED = """    core.digits.raster.x__ink__mutmut_14: survived
    core.digits.raster.x__ink__mutmut_15: survived
    core.digits.raster.x__ink__mutmut_16: timeout
    core.model.metrics.xǁScoresǁ_chosen__mutmut_7: survived
"""


def test_survivors_are_counted_by_function() -> None:
    assert mutants.survivors(LISTED) == {"core.model.metrics.Scores._chosen": 1, "core.digits.raster._ink": 2}


def test_a_mutant_that_does_not_end_is_noticed_and_one_without_tests_is_not() -> None:
    stats = {"killed": 80, "timeout": 4, "segfault": 1, "survived": 10, "no_tests": 5, "total": 100}
    assert mutants.share(stats) == pytest.approx(0.85)
