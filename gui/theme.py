"""The look: two sets of colours, the type scale, and the one style sheet of the application."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from core import assets

SMALL, TITLE, BIG = 0.9, 1.15, 1.75  # times the system's font size
RADIUS = 8  # pixels, corners of a panel
_PROPERTY = "digitscope_theme"  # of the application: the name of the theme it wears


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#rrggbb"; each widget takes them through its `set_theme`."""

    name: str
    background: str
    panel: str
    line: str
    text: str
    dim: str
    accent: str
    ghost: str
    warm: str
    on_accent: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    background="#F6F7F9",
    panel="#FFFFFF",
    line="#DFE3E8",
    text="#1B2430",
    dim="#667085",
    accent="#2F6FED",
    ghost="#8892A1",
    warm="#E4572E",
    on_accent="#FFFFFF",
)
DARK = Theme(
    name="dark",
    background="#15181D",
    panel="#1D2128",
    line="#2E343D",
    text="#E8EBF0",
    dim="#98A2B3",
    accent="#6C9BFF",
    ghost="#6B7686",
    warm="#FF7A50",
    on_accent="#15181D",
)


def theme_of(scheme: Qt.ColorScheme) -> Theme:
    """Return the theme for the system's colour scheme; light where the system does not say."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def current() -> Theme:
    """Return the theme that was applied last; light before any was."""
    app = QApplication.instance()
    return DARK if app is not None and app.property(_PROPERTY) == DARK.name else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: Fusion, palette, style sheet, figures of one width."""
    sheet = style_sheet(theme)
    app.setProperty(_PROPERTY, theme.name)
    app.setFont(_with_tabular_figures(app.font()))
    if app.styleSheet() == sheet:  # already worn; dressing every widget anew takes 0.1 s
        return
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet)


def apply_to_app(theme: Theme) -> None:
    """Dress the application that runs."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, theme)


def mix(first: str, second: str, share: float) -> str:
    """Return a colour on the way from first (share 0.0) to second (1.0)."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in pairs)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of "#rrggbb", each 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def title_font() -> QFont:
    """Return the font of a panel's title."""
    return _scaled(TITLE, QFont.Weight.DemiBold)


def big_font() -> QFont:
    """Return the font of the one number or sentence a panel is about."""
    return _scaled(BIG, QFont.Weight.DemiBold)


def body_font() -> QFont:
    """Return the font of everything else."""
    return _scaled(1.0, QFont.Weight.Normal)


def strong_font() -> QFont:
    """Return the font of the sentence among others that asks for something."""
    return _scaled(1.0, QFont.Weight.DemiBold)


def small_font() -> QFont:
    """Return the font of captions and axes."""
    return _scaled(SMALL, QFont.Weight.Normal)


def weight_colours(theme: Theme) -> NDArray[np.uint8]:
    """Return a look-up table, (256, 3) RGB, from what speaks against (orange) to what speaks for (blue).

    0 = most against, 128 = nothing (the panel's colour), 255 = most for
    """
    stops = np.array([rgb(theme.warm), rgb(theme.panel), rgb(theme.accent)], dtype=np.float64)
    channels = [np.interp(np.arange(256), (0, 128, 255), stops[:, channel]) for channel in range(3)]
    return np.rint(np.stack(channels, axis=1)).astype(np.uint8)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette in a theme's colours."""
    role = QPalette.ColorRole
    button = mix(theme.panel, theme.text, 0.05) if theme.is_dark else theme.panel
    colours = {
        role.Window: theme.background,
        role.Base: theme.panel,
        role.AlternateBase: mix(theme.panel, theme.background, 0.6),
        role.Button: button,
        role.ToolTipBase: theme.panel,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.Accent: theme.accent,
        role.PlaceholderText: theme.dim,
    }
    colours |= dict.fromkeys((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), theme.text)
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.ghost))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet.

    A QFrame with property panel=true is a rounded panel; a button with primary=true is the one to press;
    a QLabel with dim=true is a caption; a QToolButton with flat=true has no frame,
    one with compact=true is as narrow as a digit.
    """
    return _SHEET.format(
        **{name: getattr(theme, name) for name in ("panel", "line", "text", "dim", "accent", "ghost", "on_accent")},
        radius=RADIUS,
        tick=assets.path(f"icons/tick-{theme.name}.svg"),
        border=mix(theme.line, theme.text, 0.16),
        button=mix(theme.panel, theme.text, 0.05) if theme.is_dark else theme.panel,
        hover=mix(theme.panel, theme.text, 0.10 if theme.is_dark else 0.04),
        pressed=mix(theme.panel, theme.text, 0.16 if theme.is_dark else 0.10),
        checked=mix(theme.panel, theme.accent, 0.16),
        accent_hover=mix(theme.accent, theme.text, 0.12),
        accent_pressed=mix(theme.accent, theme.text, 0.28),
    )


def _scaled(times: float, weight: QFont.Weight) -> QFont:
    font = _with_tabular_figures(QApplication.font())
    font.setPointSizeF(max(1.0, font.pointSizeF()) * times)
    font.setWeight(weight)
    return font


def _with_tabular_figures(font: QFont) -> QFont:
    made = QFont(font)
    if made.pointSizeF() <= 0:  # a platform may set its font in pixels
        made.setPointSizeF(10.0)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


_SHEET = """
QFrame[panel="true"] {{ background: {panel}; border: 1px solid {line}; border-radius: {radius}px; }}
QLabel[dim="true"] {{ color: {dim}; }}
QPushButton, QToolButton {{ background: {button}; color: {text}; border: 1px solid {border};
    border-radius: 5px; padding: 4px 12px; min-height: 18px; }}
QToolButton {{ padding: 4px 7px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {pressed}; }}
QPushButton:checked, QToolButton:checked {{ background: {checked}; color: {accent}; border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {ghost}; border-color: {line}; background: {panel}; }}
QPushButton[primary="true"], QToolButton[primary="true"] {{ background: {accent}; color: {on_accent};
    border-color: {accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton[primary="true"]:pressed, QToolButton[primary="true"]:pressed {{ background: {accent_pressed}; }}
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {{ border-color: {text}; }}
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {{ background: {line};
    color: {ghost}; border-color: {line}; }}
QToolButton[compact="true"] {{ padding: 4px 0; min-width: 20px; }}
QToolButton[flat="true"] {{ background: transparent; border-color: transparent; color: {dim};
    padding: 1px 5px; min-height: 14px; }}
QToolButton[flat="true"]:hover {{ color: {text}; background: {hover}; }}
QToolButton[flat="true"]:checked {{ color: {accent}; background: {checked}; }}
QToolButton[flat="true"]:focus {{ border-color: {accent}; }}
QComboBox, QSpinBox, QDoubleSpinBox {{ min-height: 24px; }}
QCheckBox::indicator, QTableView::indicator {{ width: 12px; height: 12px; border: 1px solid {ghost}; border-radius: 3px;
    background: {panel}; }}
QCheckBox::indicator:hover, QTableView::indicator:hover, QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {line}; }}
QCheckBox::indicator:checked:disabled {{ background: {ghost}; border-color: {ghost}; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {accent}; }}
QSlider::sub-page:horizontal:disabled {{ background: {ghost}; }}
QSlider::handle:horizontal {{ width: 12px; margin: -5px 0; border-radius: 7px; background: {panel};
    border: 1px solid {ghost}; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ border-color: {accent}; }}
QTabWidget::pane {{ border: 0; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {dim}; padding: 5px 9px; border: 0;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTableView {{ border: 0; background: {panel}; selection-background-color: {checked}; selection-color: {text}; }}
QHeaderView {{ background: {panel}; }}
QHeaderView::section {{ background: {panel}; color: {dim}; border: 0; border-bottom: 1px solid {line};
    padding: 3px 6px; }}
QToolTip {{ background: {panel}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QStatusBar {{ color: {dim}; }}
QStatusBar::item {{ border: 0; }}
"""
