import numpy as np

from core.sources.skeletons import skeletons


def test_every_digit_has_several_shapes() -> None:
    assert min(np.bincount([skeleton.digit for skeleton in skeletons()], minlength=10)) >= 5


def test_curves_go_through_their_first_and_last_controls_and_stay_near_the_rest() -> None:
    for skeleton in skeletons():
        drawn = skeleton.curve @ skeleton.controls
        assert np.allclose(skeleton.curve.sum(axis=1), 1)
        assert np.allclose(drawn[0], skeleton.controls[0])
        assert np.allclose(drawn[-1], skeleton.controls[-1])
        assert drawn.min() > -0.15
        assert drawn.max() < 1.15


def test_strokes_end_where_they_should() -> None:
    for skeleton in skeletons():
        assert skeleton.ends[-1] == len(skeleton.curve)
        assert list(skeleton.ends) == sorted(set(skeleton.ends))


def test_a_seven_turns_sharply_at_its_corner() -> None:
    seven = next(skeleton for skeleton in skeletons() if skeleton.digit == 7)
    drawn = seven.curve @ seven.controls
    corner = int(np.argmin(np.abs(drawn - seven.controls[2]).sum(axis=1)))
    before, after = drawn[corner] - drawn[corner - 1], drawn[corner + 1] - drawn[corner]
    assert before @ after / (np.linalg.norm(before) * np.linalg.norm(after)) < 0.2
