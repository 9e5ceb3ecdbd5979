"""Dresses the application in a theme: Fusion, Qt's palette, and the one style sheet."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.files import assets
from gui.look import theme as look

SHEET = "style.qss"  # names of colours and sizes stand for them, as $accent
RADIUS = 8  # pixels, corners of a panel
# a file each for light and dark: a style sheet knows no currentColor
ICONS = ("tick", "up", "down", "left", "right", "close", "float")
WORN_FONT = "digitscope_font"  # of the application, when it was last dressed


def apply(theme: look.Theme) -> None:
    """Dress the whole application: Fusion, palette, style sheet, figures of one width."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.wear(theme)
    app.setFont(look.with_tabular_figures(app.font()))
    sheet = style_sheet(theme)
    font = app.font().toString()
    if (app.styleSheet(), app.property(WORN_FONT)) == (sheet, font):  # dressing every widget anew takes 0.1 s
        return
    app.setProperty(WORN_FONT, font)  # a widget with a style sheet takes another font only with the sheet
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet)


def renew(window: QWidget) -> None:
    """Let all in a window that the style sheet does not reach take the colours and fonts worn now.

    A widget that holds some, and does not look them up whenever it paints, has a `dress()` that takes them.
    """
    for widget in (*reversed(window.findChildren(QWidget)), window):  # what measures its children comes after them
        if take := getattr(widget, "dress", None):  # a protocol would take ten times as long
            take()


def palette(theme: look.Theme) -> QPalette:
    """Return Qt's palette in a theme's colours."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.background,
        role.Base: theme.panel,
        role.AlternateBase: look.mix(theme.panel, theme.background, 0.6),
        role.Button: _button(theme),
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


def style_sheet(theme: look.Theme) -> str:
    """Return the application's style sheet; properties set to true make widgets a panel, primary, dim, a title, ..."""
    return Template(assets.text(SHEET)).substitute(
        small=look.small_font().pointSizeF(),
        title=look.title_font().pointSizeF(),
        **{name: getattr(theme, name) for name in ("panel", "line", "text", "dim", "accent", "ghost", "on_accent")},
        radius=RADIUS,
        **{name: assets.path(f"icons/{name}-{theme.name}.svg") for name in ICONS},
        border=look.mix(theme.line, theme.text, 0.16),
        button=_button(theme),
        hover=look.mix(theme.panel, theme.text, 0.10 if theme.is_dark else 0.04),
        pressed=look.mix(theme.panel, theme.text, 0.16 if theme.is_dark else 0.10),
        checked=look.mix(theme.panel, theme.accent, 0.16),
        accent_hover=look.mix(theme.accent, theme.text, 0.12),
        accent_pressed=look.mix(theme.accent, theme.text, 0.28),
    )


def _button(theme: look.Theme) -> str:
    return look.mix(theme.panel, theme.text, 0.05) if theme.is_dark else theme.panel
