"""Texts laid out once: as wide as they may be, few enough to be kept."""

import pytest

from gui.look import theme as look
from gui.panels.laid_out_texts import MOST, LaidOutTexts


@pytest.fixture
def texts(qapp: object) -> LaidOutTexts:  # no text is measured without an application
    return LaidOutTexts(look.small_font())


def test_a_text_is_laid_out_once_for_a_width(texts: LaidOutTexts) -> None:
    first = texts.laid_out("2 → 7", 56.0)
    assert texts.laid_out("2 → 7", 56.0) is first
    assert len(texts) == 1


def test_a_text_too_wide_is_cut_anew_for_each_width(texts: LaidOutTexts) -> None:
    name = "Ankle boot, high"
    for width in (44.8, 56.0, 300.0):
        assert texts.laid_out(name, width).size().width() <= width
    assert texts.laid_out(name, 300.0).text() == name
    assert texts.laid_out(name, 44.8).text() != texts.laid_out(name, 56.0).text()


def test_what_looks_like_markup_stays_as_it_is(texts: LaidOutTexts) -> None:
    plain, bold = texts.laid_out("<b>7</b>", 300.0), texts.laid_out("7", 300.0)
    assert plain.size().width() > 3 * bold.size().width()


def test_no_more_than_so_many_are_kept(texts: LaidOutTexts) -> None:
    for number in range(MOST + 3):
        texts.laid_out(str(number), 56.0)
    assert len(texts) == 3
