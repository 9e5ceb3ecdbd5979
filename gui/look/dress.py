"""Dresses the application in a theme: Fusion, Qt's palette, and the one style sheet."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.files import assets
from gui.look import theme as look

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
    """Let all in a window that the style sheet does not reach take the colours and fonts worn now."""
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, look.Dressed):
            widget.dress()


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
    """Return the application's style sheet.

    A QFrame with property panel=true is a rounded panel; a button with primary=true is the one to press;
    a QLabel with dim=true is a caption, one with title=true a title, one with bubble=true lies above others; what has
    small=true is in small letters; a QToolButton with flat=true is a small one that keeps out of the way, one with
    compact=true is as narrow as a digit.
    """
    return _SHEET.format(
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


_SHEET = """
QFrame[panel="true"] {{ background: {panel}; border: 1px solid {line}; border-radius: {radius}px; }}
QLabel[dim="true"] {{ color: {dim}; }}
QLabel[small="true"], QToolButton[small="true"], QCheckBox[small="true"] {{ font-size: {small}pt; }}
QLabel[title="true"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[bubble="true"] {{ background: {panel}; color: {text}; border: 1px solid {border}; border-radius: 6px;
    padding: 8px 10px; }}
QPushButton, QToolButton {{ background: {button}; color: {text}; border: 1px solid {border};
    border-radius: 5px; padding: 4px 12px; min-height: 18px; }}
QToolButton {{ padding: 4px 7px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {pressed}; }}
QPushButton:checked, QToolButton:checked {{ background: {checked}; color: {accent}; border-color: {accent}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {accent}; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border-color: {text}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {ghost}; border-color: {line}; background: {panel}; }}
QPushButton[primary="true"], QToolButton[primary="true"] {{ background: {accent}; color: {on_accent};
    border-color: {accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton[primary="true"]:pressed, QToolButton[primary="true"]:pressed {{ background: {accent_pressed}; }}
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {{ border-color: {text}; }}
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {{ background: {line};
    color: {ghost}; border-color: {line}; }}
QToolButton[compact="true"] {{ padding: 4px 0; min-width: 20px; }}
QToolButton[flat="true"] {{ padding: 1px 7px; min-height: 14px; }}
QToolButton[popupMode="1"] {{ padding-right: 20px; }}
QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {{ background: {button}; color: {text}; border: 1px solid {border};
    border-radius: 5px; padding: 1px 8px; min-height: 24px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus {{ border-color: {accent}; }}
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {ghost}; border-color: {line};
    background: {panel}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QTableView QLineEdit {{ border: 0; padding: 0; min-height: 0;
    background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {panel}; color: {text}; border: 1px solid {border}; padding: 2px;
    selection-background-color: {checked}; selection-color: {text}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 18px; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {pressed}; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
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
QGraphicsView, QPlainTextEdit, QTreeView, QScrollArea {{ border: 1px solid transparent; border-radius: 4px; }}
QGraphicsView:focus, QPlainTextEdit:focus, QTreeView:focus, QScrollArea:focus {{ border-color: {accent}; }}
QDockWidget {{ titlebar-close-icon: url("{close}"); titlebar-normal-icon: url("{float}"); }}
QTabWidget::pane {{ border: 0; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::scroller {{ width: 24px; }}
QTabBar QToolButton {{ padding: 0; min-height: 0; }}
QTabBar QToolButton::left-arrow {{ image: url("{left}"); width: 12px; height: 12px; }}
QTabBar QToolButton::right-arrow {{ image: url("{right}"); width: 12px; height: 12px; }}
QTabBar::tab {{ background: transparent; color: {dim}; padding: 5px 9px; border: 0;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTreeView {{ background: {panel}; selection-background-color: {checked}; selection-color: {text}; }}
QTableView {{ border: 0; background: {panel}; selection-background-color: {checked}; selection-color: {text}; }}
QHeaderView {{ background: {panel}; }}
QHeaderView::section {{ background: {panel}; color: {dim}; border: 0; border-bottom: 1px solid {line};
    padding: 3px 6px; }}
QToolTip {{ background: {panel}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QStatusBar {{ color: {dim}; }}
QStatusBar::item {{ border: 0; }}
"""
