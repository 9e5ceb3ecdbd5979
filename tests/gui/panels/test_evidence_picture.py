"""The pictures of an equation: what is blue adds to the logit, what is orange takes from it, and the sums say so."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.digits.dataset import SIDE
from core.model.metrics import evidence
from core.model.softmax import single
from gui.look import theme as look
from gui.panels.evidence_picture import Equation, EvidencePicture, in_hundredths
from tests.gui import widgets
from tests.gui.worn import wear


@pytest.fixture
def picture(qtbot: QtBot) -> EvidencePicture:
    return widgets.hidden(qtbot, EvidencePicture(), 640, 160)


def halves() -> Equation:
    """The upper half speaks for the digit, the lower half against; the middle columns have ink."""
    matrix = np.repeat([0.1, -0.05], 392)[:, None] * np.ones(10)
    weights = single(matrix.astype(np.float32), np.full(10, 0.25, np.float32))
    image = np.zeros((SIDE, SIDE), np.float32)
    image[:, 13:15] = 1.0
    made = evidence(weights, image, 7, None)
    return Equation(image, weights.matrix[:, 7].reshape(SIDE, SIDE), made, ("image", "weights", "evidence"), "= logit")


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK], ids=lambda theme: theme.name)
def test_evidence_has_colour_only_where_there_is_ink(picture: EvidencePicture, theme: look.Theme) -> None:
    wear(theme, picture)
    picture.set_equation(halves())
    seen = picture.grab().toImage()
    _image, weights, shown = picture.places().pictures
    for frame, has_ink in ((weights, True), (shown, False)):
        aside = seen.pixelColor(int(frame.left() + 4), int(frame.top() + frame.height() / 4))
        assert (aside == QColor(theme.panel)) is not has_ink
    middle = int(shown.center().x())
    above, below = (seen.pixelColor(middle, int(shown.top() + shown.height() * share)) for share in (0.25, 0.75))
    assert above.blue() > above.red() + 50
    assert below.red() > below.blue() + 20


def test_the_sums_are_told_in_words(picture: EvidencePicture) -> None:
    assert picture.accessibleDescription() == "nothing to explain"
    picture.set_equation(halves())
    assert picture.rows() == (("speaks for", "+2.80"), ("against", "−1.40"), ("bias", "+0.25"), ("= logit", "+1.65"))
    assert picture.accessibleDescription() == "speaks for +2.80, against −1.40, bias +0.25, = logit +1.65"
    picture.set_equation(None)
    assert picture.rows() == ()


def test_rounded_parts_add_up_to_the_rounded_total() -> None:
    parts = in_hundredths((15.564, -3.474, 1.305), 13.395 - 1e-9)
    assert sum(parts) == pytest.approx(13.39)
    assert parts[1:] == (-3.47, 1.3)


def test_parts_that_are_no_numbers_stay_so() -> None:
    assert np.isnan(in_hundredths((np.nan, 1.0), np.nan)[0])
