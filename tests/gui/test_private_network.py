"""A private network in the window: its card is left to it, and Start needs no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fogportable.config.profile import BootSettings, Profile
from fogportable.errors import FaultCode, describe
from fogportable.events import SessionStarted
from fogportable.model import (
    Finding,
    HttpSettings,
    NetworkInterface,
    PrivateNetwork,
    SessionState,
    StaticHost,
    Topic,
    Verdict,
)
from fogportable.platform.privilege import Ask
from fogportable.protocol.address import MacAddress
from fogportable.services import dhcp_probe
from fogportable.session.facade import KitSession
from fogportable.session.kit import RoomKit
from fogportable.simulator.boot_files import write_boot_files
from fogportable.ui.dialogs.profile_files import save_profile
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.private_network_side import PrivateNetworkSide
from tests.fakes.kit import ALL_WELL, CABLE_OUT, USB, WIFI, FakeKit
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire
from tests.fakes.session import NOW_S
from tests.gui.conftest import look, pass_shortest_time, serve

GYM = PrivateNetwork(USB.name, IPv4Address("192.168.1.100"), IPv4Address("192.168.1.150"))
OTHER = replace(USB, name="enx2", index=9, friendly_name="USB Ethernet 2")


def _side(window: MainWindow) -> PrivateNetworkSide:
    window.pages.show_boot()
    window.pages.boot_sides.show_side(PrivateNetworkSide.name)
    return next(side for side in window.pages.boot_sides.sides if isinstance(side, PrivateNetworkSide))


def _proxied(window: MainWindow) -> tuple[str, ...]:
    return window.choices.profile.network.interfaces


def _state(window: MainWindow) -> SessionState:
    return window.serving.state


def _switch(qtbot: QtBot, side: PrivateNetworkSide) -> None:
    box = side.findChild(QCheckBox, "privateOn")
    assert box is not None
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def _open(window: MainWindow, kit: FakeKit, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    """As File > Open profile does."""
    path = Path("gym.toml")
    kit.profiles[path] = profile
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_args: (str(path), ""))
    window.actions_by_name["openProfile"].trigger()
    look(window)


@pytest.mark.parametrize("cards", [(USB,), (USB, WIFI, CABLE_OUT), (WIFI,)])
def test_no_card_is_chosen_for_the_proxy_beside_a_private_network(
    window: MainWindow, kit: FakeKit, monkeypatch: pytest.MonkeyPatch, cards: tuple[NetworkInterface, ...]
) -> None:
    kit.cards = cards
    _open(window, kit, Profile(private_network=GYM), monkeypatch)
    assert window.choices.profile == Profile(private_network=GYM)
    assert not window.choices.is_changed
    assert "served already" not in _side(window).problem.words
    picker = window.serve_bar.network_picker
    assert "only" in picker.currentText()
    assert USB.friendly_name in picker.currentText() or USB.name in picker.currentText()
    fact = window.findChild(QLabel, "fact_network")
    assert fact is not None
    assert "192.168.1.100" in fact.text()


def test_start_serves_a_private_network_alone(
    window: MainWindow, kit: FakeKit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _open(window, kit, Profile(private_network=GYM), monkeypatch)
    outcome = save_profile(RoomKit(), window.choices.profile, tmp_path / "gym.toml")
    assert outcome.fault is None
    serve(window)
    assert kit.started_with == Profile(private_network=GYM)
    assert _state(window) is SessionState.SERVING
    assert window.serve_bar._network.plain.text() == "Private network on USB Ethernet only"


def test_a_card_that_was_chosen_for_the_user_is_given_to_the_private_network(
    window: MainWindow, kit: FakeKit, qtbot: QtBot
) -> None:
    assert _proxied(window) == (USB.name,)
    window.choices.replace(replace(window.choices.profile, private_network=GYM))
    assert _proxied(window) == ()
    window.choices.replace(replace(window.choices.profile, private_network=None))
    assert _proxied(window) == (USB.name,), "without one it is the obvious card again"


def test_a_card_that_the_user_chose_stays_and_can_be_let_go(window: MainWindow, kit: FakeKit, qtbot: QtBot) -> None:
    kit.cards = (USB, OTHER)
    window.surroundings.look()
    look(window)
    picker = window.serve_bar.network_picker
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    window.choices.replace(replace(window.choices.profile, private_network=replace(GYM, interface=OTHER.name)))
    assert _proxied(window) == (OTHER.name,)
    assert "served already" in _side(window).problem.words
    last = picker.count() - 1
    assert picker.itemText(last) == "Private network on USB Ethernet 2 only"
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_End)
    assert _proxied(window) == ()
    assert not _side(window).problem.words


def test_no_network_is_no_choice_without_a_private_network(window: MainWindow) -> None:
    picker = window.serve_bar.network_picker
    assert [picker.itemText(row) for row in range(picker.count()) if "only" in picker.itemText(row)] == []


def test_another_profile_brings_nothing_of_the_last_private_network(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = StaticHost(MacAddress(b"\x52\x54\0\0\0\1"), IPv4Address("192.168.1.7"), "printer")
    old = replace(GYM, router=IPv4Address("192.168.1.1"), domain="gym.example", hosts=(host,))
    for switches_off in (False, True):
        _open(window, kit, Profile(private_network=old), monkeypatch)
        if switches_off:
            _switch(qtbot, _side(window))
        _open(window, kit, Profile(), monkeypatch)
        _switch(qtbot, _side(window))
        made = window.choices.profile.private_network
        assert made is not None
        assert (made.router, made.domain, made.hosts, made.lease_s) == (None, "", (), 3600)
        assert made.first != old.first


def test_what_was_switched_off_comes_back_when_it_is_switched_on_again(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(window, kit, Profile(private_network=GYM), monkeypatch)
    side = _side(window)
    _switch(qtbot, side)
    assert window.choices.profile.private_network is None
    window.choices.set_room(replace(window.choices.profile.room, name="Gym"))
    _switch(qtbot, side)
    assert window.choices.profile.private_network == GYM


def _pick(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """By keyboard, in the list that is open."""
    picker = _side(window).picker
    picker.setFocus()
    row = next(row for row in range(picker.count()) if picker.itemText(row).startswith(text))
    picker.setCurrentIndex(-1)
    for _ in range(row + 1):
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    look(window)


def _type(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)


def _range(window: MainWindow) -> tuple[str, str]:
    network = window.choices.profile.private_network
    assert network is not None
    return str(network.first), str(network.last)


def test_the_range_is_suggested_from_the_chosen_card_until_somebody_types_one(
    window: MainWindow, kit: FakeKit, qtbot: QtBot
) -> None:
    side = _side(window)
    _switch(qtbot, side)
    assert "Choose the card" in side.problem.words
    _pick(window, qtbot, "Wi-Fi")
    assert window.choices.profile.private_network == PrivateNetwork(
        WIFI.name, IPv4Address("10.20.0.100"), IPv4Address("10.20.0.200")
    )
    _pick(window, qtbot, "USB Ethernet")
    assert _range(window) == ("192.168.1.100", "192.168.1.200")
    _type(qtbot, side.first.editor, "192.168.1.40")
    _pick(window, qtbot, "Wi-Fi")
    assert _range(window) == ("192.168.1.40", "10.20.0.200"), "what was typed stays"


def test_the_range_of_a_profile_stays_when_another_card_is_chosen(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _open(window, kit, Profile(private_network=GYM), monkeypatch)
    _pick(window, qtbot, "Wi-Fi")
    assert window.choices.profile.private_network == replace(GYM, interface=WIFI.name)


def test_a_card_of_the_profile_that_is_not_there_is_kept_and_said(
    window: MainWindow, kit: FakeKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Profile(private_network=replace(GYM, interface="gym0"))
    _open(window, kit, gone, monkeypatch)
    side = _side(window)
    assert side.picker.currentIndex() == -1
    assert side.picker.placeholderText() == "gym0 is not there"
    assert side.problem.words == "gym0 is not there now."
    kit.cards = (USB, replace(CABLE_OUT, name="gym0"))
    window.surroundings.look()
    look(window)
    assert "cable" in side.problem.words, "why it cannot be used"
    kit.cards = (USB, replace(USB, name="gym0", index=7))
    window.surroundings.look()
    look(window)
    assert side.picker.currentText().startswith("USB Ethernet")
    assert not side.problem.words
    assert window.choices.profile == gone


def test_what_the_check_says_of_the_range_is_said_beside_it(
    window: MainWindow, kit: FakeKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = describe(
        FaultCode.PRIVATE_NETWORK_MISPLACED,
        first="10.9.0.1",
        last="10.9.0.9",
        interface="enx1",
        network="192.168.1.0/24",
    )
    kit.found = (*ALL_WELL[:2], Finding(Topic.NETWORK, Verdict.BLOCKED, fault.message, (fault,)), ALL_WELL[3])
    _open(window, kit, Profile(private_network=GYM), monkeypatch)
    assert _side(window).problem.words == str(fault)


# --- for real -------------------------------------------------------------------------------------------------------


@pytest.fixture
def cable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    reason = missing_for_namespaces()
    if reason is not None:
        pytest.skip(reason)
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(dhcp_probe, "_LISTENS_S", 0.3)
    with wire() as made:
        yield made


def test_the_window_serves_a_private_network_alone_for_real(
    cable: Wire, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the button through the session's facade to bound ports, with one card and nothing chosen for the proxy."""
    write_boot_files(tmp_path)
    network = PrivateNetwork("kit0", IPv4Address("10.77.0.20"), IPv4Address("10.77.0.99"))
    kit = RoomKit()
    start = KitSession.start
    monkeypatch.setattr(KitSession, "start", lambda self, plan, *, ask, tasks: start(self, plan, ask=Ask.NEVER))
    with cable.kit.entered():
        window = MainWindow(kit, clock=lambda: NOW_S)
        qtbot.addWidget(window)
        boot = BootSettings(root=str(tmp_path))
        window.choices.open(Profile(boot=boot, http=HttpSettings(is_enabled=False), private_network=network), None)
        look(window)
        window.surroundings.look()
        look(window)
        assert _proxied(window) == ()
        assert window.serve_bar.word.text() == "Ready", window.serve_bar.sentence.text()
        window.serve_bar.main_button.click()
        pass_shortest_time(window)
        assert _state(window) is SessionState.SERVING, window.notice_bar.sentence_label.text()
        started = [each.event for each in kit.session.events_since(0).records if isinstance(each.event, SessionStarted)]
        assert [each.interfaces for each in started] == [("kit0",)]
        assert "0 addresses given" in window.foot.lamps.text()
        window.serving.stop()
        look(window)
        assert _state(window) is SessionState.STOPPED
