"""How the app introduces itself to the desktop."""

from PySide6.QtWidgets import QApplication

from gui.system.desktop import DESKTOP_ID, introduce


def test_the_windows_carry_the_icon_and_the_name_of_the_desktop_entry(qapp: QApplication) -> None:
    introduce(qapp)
    assert QApplication.applicationName() == "Digitscope"
    assert QApplication.desktopFileName() == DESKTOP_ID
    picture = QApplication.windowIcon().pixmap(32, 32).toImage()
    corner, middle = picture.pixelColor(0, 0), picture.pixelColor(16, 20)
    assert corner.alpha() < middle.alpha() == 255
