"""Help > About says version and licence, and whose work runs here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fogportable import __version__
from fogportable.ui.dialogs.about import about_box


def test_about_names_version_licence_and_the_work_of_others(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = about_box(parent)
    assert __version__ in box.text()
    assert "GPL-2.0-or-later" in box.text()
    for name in ("scapy", "GPL-2.0-only", "pyside6-essentials", "jeepney"):
        assert name in box.detailedText()
