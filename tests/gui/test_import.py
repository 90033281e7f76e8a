"""File > Import dnsmasq configuration…: a report line by line, then the profile of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fogportable.model import ImportVerdict, OfferShape
from fogportable.ui.dialogs.import_report import ImportReportDialog
from fogportable.ui.models.import_lines import ImportColumn, ImportLineModel, verdict_word
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.gui.conftest import look, serve

PAGE = """port=0
tftp-root=/tftpboot
dhcp-boot=pxelinux.0
dhcp-option=vendor:PXEClient,6,2b
pxe-prompt="Press F8 for boot menu", 3
pxe-service=X86PC, "Boot from network", pxelinux
pxe-service=X86PC, "Boot from local hard disk", 0
dhcp-range=192.168.1.10,proxy
nosuch-directive=1
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "ltsp.conf"
    file.write_text(PAGE)
    return file


@pytest.fixture
def dialog(window: MainWindow, page: Path, monkeypatch: pytest.MonkeyPatch) -> ImportReportDialog:
    """The report, asked for by the action of the menu."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(page)], ""))
    window.actions_by_name["importDnsmasq"].trigger()
    look(window)
    shown = window.import_desk.dialog
    assert shown is not None
    assert shown.isVisible()
    return shown


def _texts(dialog: ImportReportDialog, column: ImportColumn) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_every_line_is_shown_with_its_verdict_in_words(dialog: ImportReportDialog) -> None:
    assert _texts(dialog, ImportColumn.TEXT) == PAGE.strip().splitlines()
    words = _texts(dialog, ImportColumn.VERDICT)
    assert words[0] == verdict_word(ImportVerdict.UNNEEDED)
    assert words[3] == verdict_word(ImportVerdict.CORRECTED)
    assert words[-1] == verdict_word(ImportVerdict.UNKNOWN)


def test_only_what_needs_eyes_can_be_shown(dialog: ImportReportDialog, qtbot: QtBot) -> None:
    before = dialog.table.model().rowCount()
    dialog.only_eyes.setFocus()
    qtbot.keyClick(dialog.only_eyes, Qt.Key.Key_Space)
    shown = _texts(dialog, ImportColumn.TEXT)
    assert 0 < len(shown) < before
    assert "nosuch-directive=1" in shown
    assert "port=0" not in shown


def test_the_line_in_hand_stands_in_full_below(dialog: ImportReportDialog) -> None:
    dialog.table.selectRow(3)
    assert "vendor:PXEClient,6,2b" in dialog.detail.text()
    assert "PXE-E21" in dialog.detail.text()


def test_the_report_can_be_copied_whole(dialog: ImportReportDialog) -> None:
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert all(line in copied for line in PAGE.strip().splitlines())
    assert "To do: " in copied


def test_the_profile_is_used_when_asked_for_and_is_unsaved(
    window: MainWindow, kit: FakeKit, dialog: ImportReportDialog, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    profile = window.choices.profile
    assert profile.boot.root == "/tftpboot"
    assert profile.network.interfaces == ("enx1",)
    assert [entry.text for entry in profile.pxe_menu.entries] == ["Boot from network", "Boot from local hard disk"]
    assert window.choices.path is None
    assert window.choices.is_changed
    assert kit.profiles == {}
    look(window)


def test_cancel_changes_nothing(window: MainWindow, dialog: ImportReportDialog, qtbot: QtBot) -> None:
    before = window.choices.profile
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.choices.profile == before


def test_a_file_that_cannot_be_read_is_a_notice(window: MainWindow, tmp_path: Path) -> None:
    window.import_desk.read((tmp_path / "nothere.conf",))
    look(window)
    assert window.import_desk.dialog is None
    assert "nothere.conf" in window.notice_bar.sentence_label.text()


def test_nothing_is_imported_while_serving(window: MainWindow) -> None:
    serve(window)
    assert not window.actions_by_name["importDnsmasq"].isEnabled()


def test_the_table_is_a_sound_model(dialog: ImportReportDialog, qtmodeltester: ModelTester) -> None:
    source = dialog.findChild(ImportLineModel)
    assert source is not None
    qtmodeltester.check(source)


def test_another_boot_set_or_card_keeps_what_does_not_depend_on_it(window: MainWindow) -> None:
    from dataclasses import replace
    from ipaddress import IPv4Network

    from fogportable.config.profile import NetworkSettings
    from fogportable.model import BootRule
    from fogportable.protocol.address import MacPattern

    ignored = BootRule(frozenset(), macs=(MacPattern.parse("00:11:22"),), is_ignored=True)
    profile = window.choices.profile
    boot = replace(profile.boot, shape=OfferShape.BOOT_SERVER, rules=(ignored, BootRule(frozenset({0}), "a.0")))
    relays = (IPv4Network("10.0.0.0/8"),)
    window.choices.open(replace(profile, boot=boot, network=NetworkSettings(("enx1",), relays)), None)
    window.choices.choose_boot_set("debian-ipxe")
    window.choices.choose_interface("wlan0")
    now = window.choices.profile
    assert now.boot.shape is OfferShape.BOOT_SERVER
    assert now.boot.rules == (ignored,)
    assert now.network == NetworkSettings(("wlan0",), relays)
