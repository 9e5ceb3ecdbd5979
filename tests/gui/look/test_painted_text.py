"""Texts stand where they are put, are cut or give way where they do not fit, and claim no more than is known."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.look import dress, theme as look
from gui.look.figures import contrast, percent, readable_on, signed
from gui.look.painting import AT_LEFT, AT_RIGHT, Painted, paint_text
from gui.look.parts import ElidedLabel, GivingRow, WrappedLabel
from tests.gui import widgets

pytestmark = pytest.mark.usefixtures("qapp")  # no text is painted without an application
WIDTH, HEIGHT = 200, 24
LONGEST = "7 is more than a million times as probable as 9."
TEXT = "surest first · read by: this run, step 20,000"


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=lambda way: way.name)
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Signed(Painted):
    def paintEvent(self, _event: QPaintEvent) -> None:
        self.painter().drawText(QRectF(0, 0, WIDTH, HEIGHT), AT_LEFT, "\u22120.50 %")


def inked(text: str, flags: Qt.AlignmentFlag, box: QRectF) -> QRect:
    """Return what a text painted into a box has blackened."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_text(painter, box, text, "#000000", flags)
    painter.end()
    dark = [(x, y) for x in range(WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y).value() < 128]
    columns = [x for x, _y in dark]
    return QRect(min(columns), 0, max(columns) - min(columns) + 1, HEIGHT)


@pytest.mark.usefixtures("direction")
def test_left_is_left_and_right_is_right_and_a_text_too_long_is_cut_within_its_box() -> None:
    whole = QRectF(0, 0, WIDTH, HEIGHT)
    assert inked("42", AT_LEFT, whole).right() < WIDTH / 2
    assert inked("42", AT_RIGHT, whole).left() > WIDTH / 2
    assert inked("It reads a seven, and is sure of it", AT_LEFT, QRectF(20, 0, 60, HEIGHT)).right() <= 80


@pytest.mark.usefixtures("direction")
def test_a_sign_stays_in_front_of_its_number(qtbot: QtBot, qapp: QApplication) -> None:
    label = widgets.hidden(qtbot, Signed(usual=(WIDTH, HEIGHT), least=(0, 0)), WIDTH, HEIGHT)
    seen = label.grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert label.grab().toImage() == seen


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    return widgets.hidden(qtbot, ElidedLabel(TEXT))


@pytest.mark.parametrize(("width", "end"), [(2_000, "20,000"), (120, "…"), (10, "")])
def test_what_fits_is_shown(label: ElidedLabel, width: int, end: str) -> None:
    label.resize(width, 20)
    label.grab()
    assert label.shown().endswith(end)
    assert label.fontMetrics().horizontalAdvance(label.shown()) <= width
    assert label.toolTip() == ("" if label.shown() == TEXT else TEXT)
    assert label.text() == TEXT


def test_it_has_the_colour_of_a_caption(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    qapp.setStyleSheet(dress.style_sheet(look.DARK))
    label = widgets.hidden(qtbot, ElidedLabel("IIIIIIII"))
    label.setProperty("dim", True)
    label.resize(200, 20)
    picture = QImage(label.size() * 8, QImage.Format.Format_RGB32)  # so large that letters are more than soft edges
    picture.setDevicePixelRatio(8)
    label.render(picture)
    qapp.setStyleSheet(before)
    assert look.DARK.dim.lower() in widgets.colours(picture)


def test_percent_never_rounds_up_to_certainty_and_numbers_carry_their_sign() -> None:
    told = [percent(share) for share in (0.0, 0.831, 0.99999, 1.0, float("nan"))]
    assert told == ["0.0 %", "83.1 %", "99.9 %", "100.0 %", "–"]
    assert (signed(3.14159), signed(-0.5), signed(0.0)) == ("+3.14", "−0.50", "+0.00")
    assert signed(-1.5, 3) == "−1.500"
    assert (signed(-6452.4), signed(12_345_678.0)) == ("−6,452", "+1.2e+07")


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_counts_can_be_read_on_every_strength_of_both_colours_by_the_guidelines(theme: look.Theme) -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1
    for share in (0.0, 0.1, 0.3, 0.5, 0.8, 1.0):
        for colour in (theme.accent, theme.warm):
            fill = look.mix(theme.background, colour, share)
            assert contrast(readable_on(fill, theme), fill) >= 3.9


@pytest.fixture
def row(qtbot: QtBot) -> GivingRow:
    button, sentence = QToolButton(), ElidedLabel("short")
    button.setText("Why not 9?")
    return widgets.shown(qtbot, GivingRow([button], sentence, lambda: LONGEST))


def test_it_stands_beside_the_controls_where_the_longest_fits_else_beneath_them(qtbot: QtBot, row: GivingRow) -> None:
    button, text = widgets.child(row, QToolButton), widgets.child(row, ElidedLabel)
    for width, expected in ((900, True), (200, False), (900, True), (300, False)):
        row.resize(width, 80)
        qtbot.waitUntil(
            lambda expected=expected: (text.y() <= button.geometry().bottom()) is expected  # type: ignore[misc]
        )
    before = text.geometry()
    text.setText(LONGEST * 3)
    row.fit()
    assert text.geometry() == before


@pytest.mark.parametrize("width", range(200, 900, 50))
def test_the_longest_sentence_is_whole_wherever_it_can_be(qtbot: QtBot, row: GivingRow, width: int) -> None:
    row.resize(width, 80)
    shown = widgets.child(row, ElidedLabel)
    shown.setText(LONGEST)
    if shown.fontMetrics().horizontalAdvance(LONGEST) <= width:
        qtbot.waitUntil(lambda: shown.shown() == LONGEST)


def test_no_line_of_a_label_ends_between_a_number_and_its_unit(qtbot: QtBot) -> None:
    text = "99,3 % von 28 × 28, 5 s je 12 MB so 4"
    label = widgets.hidden(qtbot, WrappedLabel(text))
    wraps_at = str(label.property("text")).split(" ")
    assert wraps_at == ["99,3\N{NBSP}%", "von", "28\N{NBSP}×\N{NBSP}28,", "5\N{NBSP}s", "je", "12\N{NBSP}MB", "so", "4"]
    assert label.text() == text
