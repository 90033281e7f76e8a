"""The sides of the Boot page: every key is a control, nothing is lost, nonsense is said and not taken."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.model import (
    BootRule,
    ClientLists,
    ExtraOption,
    IpxeClients,
    LearnedShape,
    OfferShape,
    PxeAction,
    PxeEntry,
    PxeMenu,
    SessionState,
)
from fogportable.protocol.address import MacPattern
from fogportable.resources import resources_folder
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.profile_side import ProfileSide
from tests.fakes.kit import USB, WIFI, FakeKit
from tests.gui.conftest import look, serve

SIDES = ("bootSideFirmwareMenu", "bootSideRules", "bootSidePrivateNetwork", "bootSideExpert")


@pytest.fixture
def sample() -> Profile:
    """Every key there is."""
    profile = load_profile(resources_folder() / "profile.sample.toml")
    return replace(profile, network=replace(profile.network, interfaces=("enx1",)))


def _side(window: MainWindow, name: str) -> ProfileSide:
    window.pages.show_boot()
    window.pages.boot_sides.show_side(name)
    return next(side for side in window.pages.boot_sides.sides if side.name == name)


def _type(qtbot: QtBot, side: QWidget, name: str, text: str) -> QLineEdit:
    field = side.findChild(QLineEdit, name)
    assert field is not None
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    return field


@pytest.mark.parametrize("name", SIDES)
def test_showing_a_profile_with_every_key_changes_nothing(window: MainWindow, sample: Profile, name: str) -> None:
    window.choices.open(sample, Path("/room.toml"))
    look(window)
    assert _side(window, name).edited_profile(sample) == sample
    assert window.choices.profile == sample
    assert not window.choices.is_changed


@pytest.mark.parametrize("name", SIDES)
def test_every_control_says_what_it_is(window: MainWindow, sample: Profile, name: str) -> None:
    window.choices.open(sample, None)
    side = _side(window, name)
    for kind in (QLineEdit, QComboBox, QCheckBox, QSpinBox, QListWidget, QPushButton):
        for control in side.findChildren(kind):
            if control.objectName().startswith("qt_"):
                continue  # the line inside a spin box
            assert control.accessibleName(), control.objectName()


def test_the_switch_shows_each_side(window: MainWindow) -> None:
    window.pages.show_boot()
    switch = window.pages.boot_sides.switch
    assert [switch.tabText(place) for place in range(switch.count())] == [
        "Files and menu",
        "Firmware menu",
        "Rules",
        "Private network",
        "Expert",
    ]
    for place, side in enumerate(window.pages.boot_sides.sides, start=1):
        switch.setCurrentIndex(place)
        assert side.isVisible()


def test_an_entry_of_the_firmware_menu_is_made_and_measured(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideFirmwareMenu")
    qtbot.mouseClick(side.findChild(QPushButton, "pxeEntriesAdd"), Qt.MouseButton.LeftButton)
    _type(qtbot, side, "pxePrompt", "Press F8")
    _type(qtbot, side, "pxeEntryText", "Disk")
    _type(qtbot, side, "pxeEntryArchs", "bios")
    menu = window.choices.profile.pxe_menu
    assert menu == PxeMenu("Press F8", 0, (PxeEntry("Disk", PxeAction.LOCAL_DISK, frozenset({0})),))
    meter = side.findChild(QWidget, "menuMeter")
    assert meter is not None
    assert "of 255 bytes" in meter.accessibleName()


def test_a_menu_that_does_not_fit_is_said_with_its_bytes(window: MainWindow) -> None:
    entries = tuple(PxeEntry(f"{n} " + "x" * 60, PxeAction.LOCAL_DISK) for n in range(5))
    window.choices.open(replace(window.choices.profile, pxe_menu=PxeMenu(entries=entries)), None)
    side = _side(window, "bootSideFirmwareMenu")
    meter = side.findChild(QWidget, "menuMeter")
    assert meter is not None
    assert "too many" in meter.accessibleName()
    assert "255" in side.problem.words  # type: ignore[attr-defined]


def test_text_that_firmware_cannot_show_is_said(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideFirmwareMenu")
    qtbot.mouseClick(side.findChild(QPushButton, "pxeEntriesAdd"), Qt.MouseButton.LeftButton)
    field = _type(qtbot, side, "pxeEntryText", "")
    field.insert("Für alle")  # qtbot types plain keys only
    field.textEdited.emit(field.text())
    assert "plain" in side.problem.words  # type: ignore[attr-defined]


def test_a_rule_is_made_moved_and_taken_out(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideRules")
    before = window.choices.profile.boot.rules
    qtbot.mouseClick(side.findChild(QPushButton, "rulesAdd"), Qt.MouseButton.LeftButton)
    _type(qtbot, side, "ruleMacs", "52:54:00, 00-11-22-33-44-55")
    rule = BootRule(
        frozenset(), macs=(MacPattern.parse("52:54:00"), MacPattern.parse("00:11:22:33:44:55")), is_ignored=True
    )
    assert window.choices.profile.boot.rules == (*before, rule)
    qtbot.mouseClick(side.findChild(QPushButton, "rulesAdd"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(side.findChild(QPushButton, "rulesUp"), Qt.MouseButton.LeftButton)
    assert window.choices.profile.boot.rules[-1] == rule
    qtbot.mouseClick(side.findChild(QPushButton, "rulesRemove"), Qt.MouseButton.LeftButton)
    assert window.choices.profile.boot.rules == (*before, rule)


def test_a_rule_for_a_kind_shows_on_the_first_side_too(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideRules")
    qtbot.mouseClick(side.findChild(QPushButton, "rulesAdd"), Qt.MouseButton.LeftButton)
    ignored = side.findChild(QCheckBox, "ruleIgnored")
    assert ignored is not None
    ignored.setChecked(False)
    _type(qtbot, side, "ruleArchs", "x64")
    _type(qtbot, side, "ruleFile", "own.efi")
    assert BootRule(frozenset({7, 9}), "own.efi") in window.choices.profile.boot.rules
    assert BootRule(frozenset({7, 9}), "own.efi") in window.pages.boot.boot_settings().rules


def test_lists_of_who_may_boot(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideRules")
    _type(qtbot, side, "clientsAllow", "52:54:00")
    _type(qtbot, side, "clientsDeny", "00:50:56")
    assert window.choices.profile.clients == ClientLists(
        (MacPattern.parse("52:54:00"),), (MacPattern.parse("00:50:56"),)
    )
    _type(qtbot, side, "clientsApproved", "52:54:00:00:00:01, 52:54:00:00:00:02")
    flag = side.findChild(QCheckBox, "clientsApprove")
    assert flag is not None
    flag.click()
    lists = window.choices.profile.clients
    assert (lists.needs_approval, len(lists.approved)) == (True, 2)
    assert window.actions_by_name["onlyApproved"].isChecked()


def test_an_address_that_is_none_is_said_and_not_taken(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideExpert")
    _type(qtbot, side, "nextServer", "192.168.1.5")
    assert window.choices.profile.boot.next_server == IPv4Address("192.168.1.5")
    _type(qtbot, side, "nextServer", "fog")
    assert side.offer.next_server.problem.words  # type: ignore[attr-defined]
    assert window.choices.profile.boot.next_server is None or str(window.choices.profile.boot.next_server) != "fog"


def test_expert_settings_reach_the_profile(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideExpert")
    shape = side.findChild(QComboBox, "offerShape")
    ipxe = side.findChild(QComboBox, "ipxeClients")
    assert shape is not None
    assert ipxe is not None
    shape.setCurrentIndex(2)
    ipxe.setCurrentIndex(1)
    _type(qtbot, side, "relays", "10.1.0.0/16, 10.2.0.0/16")
    _type(qtbot, side, "optionRootPath", "/images")
    _type(qtbot, side, "tftpPorts", "50000-50100")
    for name in ("tftpSinglePort", "tftpRollover", "httpOn"):
        box = side.findChild(QCheckBox, name)
        assert box is not None
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    profile = window.choices.profile
    assert profile.boot.shape is OfferShape.BOOT_SERVER
    assert profile.boot.ipxe_clients is IpxeClients.FIRMWARE
    assert profile.network.relays == (IPv4Network("10.1.0.0/16"), IPv4Network("10.2.0.0/16"))
    assert profile.network.interfaces == ("enx1",)
    assert profile.options.root_path == "/images"
    assert (profile.tftp.port_range, profile.tftp.is_single_port, profile.tftp.rolls_over_to_one) == (
        (50000, 50100),
        True,
        True,
    )
    assert not profile.http.is_enabled


def test_an_option_that_network_boot_needs_is_refused_in_words(window: MainWindow, qtbot: QtBot) -> None:
    side = _side(window, "bootSideExpert")
    qtbot.mouseClick(side.findChild(QPushButton, "extraOptionsAdd"), Qt.MouseButton.LeftButton)
    _type(qtbot, side, "extraValue", "0x c0 a8")
    assert window.choices.profile.options.extra == (ExtraOption(224, b"\xc0\xa8"),)
    _type(qtbot, side, "extraCode", "43")
    assert "43" in side.options.problem.words  # type: ignore[attr-defined]


def test_what_was_learned_is_shown_and_forgotten(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    kit.learned = (LearnedShape("PXEClient", "52:54:00", "4c4c4544", OfferShape.BOOT_SERVER),)
    side = _side(window, "bootSideExpert")
    shown = side.findChild(QListWidget, "learnedList")
    assert shown is not None
    assert "4011" in shown.item(0).text()
    assert "52:54:00" in shown.item(0).text()
    qtbot.mouseClick(side.findChild(QPushButton, "forgetLearned"), Qt.MouseButton.LeftButton)
    assert not kit.learned_shapes()
    assert shown.item(0).text() == "Nothing is remembered."


def test_a_single_model_is_forgotten_by_keys_alone(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    first, second, third = (
        LearnedShape("PXEClient", oui, "", OfferShape.BOOT_SERVER) for oui in ("00:11:22", "52:54:00", "aa:bb:cc")
    )
    kit.learned = (first, second, third)
    side = _side(window, "bootSideExpert")
    shown, forget = side.findChild(QListWidget, "learnedList"), side.findChild(QPushButton, "forgetModel")
    assert shown is not None
    assert forget is not None
    assert not forget.isEnabled(), "nothing is chosen"
    shown.setFocus()  # Qt takes the first row in hand.
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    forget.setFocus()
    qtbot.keyClick(forget, Qt.Key.Key_Space)
    assert kit.learned_shapes() == (first, third)
    qtbot.keyClick(forget, Qt.Key.Key_Space)
    assert kit.learned_shapes() == (first,)
    qtbot.keyClick(forget, Qt.Key.Key_Space)
    assert kit.learned_shapes() == ()
    assert not forget.isEnabled()


def test_a_private_network_is_switched_on_and_off(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    kit.cards = (USB, replace(USB, name="gym0", index=9), WIFI)
    window.surroundings.look()
    look(window)
    side = _side(window, "bootSidePrivateNetwork")
    box = side.findChild(QCheckBox, "privateOn")
    assert box is not None
    assert side.problem.words == "No address is given out"  # type: ignore[attr-defined]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    card = side.findChild(QComboBox, "privateInterface")
    assert card is not None
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Down)
    qtbot.keyClick(card, Qt.Key.Key_Down)
    _type(qtbot, side, "privateFirst", "10.9.0.10")
    _type(qtbot, side, "privateLast", "10.9.0.20")
    network = window.choices.profile.private_network
    assert network is not None
    assert (network.interface, str(network.first), str(network.last)) == ("gym0", "10.9.0.10", "10.9.0.20")
    window.choices.choose_interface("enx1")
    qtbot.keyClick(card, Qt.Key.Key_Up)
    assert "served already" in side.problem.words  # type: ignore[attr-defined]
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert window.choices.profile.private_network is None


def test_the_foot_tells_ports_and_addresses_as_they_are(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.set_state(SessionState.SERVING, ports=(67, 4011, 69, 8080), http_port=8080, addresses_given=3)
    look(window)
    assert window.foot.lamps.text() == "Answering 67, 4011  ·  TFTP 69  ·  HTTP 8080  ·  3 addresses given"
    kit.room.set_state(SessionState.SERVING, addresses_given=1)
    look(window)
    assert window.foot.lamps.text().endswith("  ·  1 address given")


def test_while_serving_it_is_said_when_changes_count(window: MainWindow) -> None:
    serve(window)
    _side(window, "bootSideRules")
    assert window.pages.boot_sides.note.isVisible()
    window.pages.boot_sides.show_side("")
    assert not window.pages.boot_sides.note.isVisible()
