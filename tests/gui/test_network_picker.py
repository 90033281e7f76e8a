"""The choice of the network card."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Interface

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, describe
from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.ui.models.interfaces import InterfaceModel
from fogportable.ui.widgets.network_picker import NetworkPicker


def card(
    name: str, kind: InterfaceKind, friendly: str, address: str = "", speed: int | None = 1000
) -> NetworkInterface:
    return NetworkInterface(
        name=name,
        index=2,
        kind=kind,
        friendly_name=friendly,
        mac=None,
        addresses=(IPv4Interface(address),) if address else (),
        is_up=bool(address),
        has_link=bool(address),
        speed_mbit_s=speed,
        mtu=1500,
        unusable=None if address else describe(FaultCode.INTERFACE_NO_ADDRESS, interface=friendly),
    )


USB = card("enx001", InterfaceKind.USB, "USB Ethernet", "192.168.1.20/24")
WIFI = card("wlan0", InterfaceKind.WIFI, "Wi-Fi", "10.1.2.3/16", 300)
DOCKER = card("docker0", InterfaceKind.BRIDGE, "Bridge docker0", "172.17.0.1/16", None)
BARE = card("eno1", InterfaceKind.WIRED, "Ethernet", "", None)


@pytest.fixture
def picker(qtbot: QtBot) -> NetworkPicker:
    widget = NetworkPicker()
    qtbot.addWidget(widget)
    return widget


def test_model_keeps_the_rules_of_qt_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = InterfaceModel()
    qtmodeltester.check(model)
    model.set_interfaces((BARE, USB, WIFI))
    model.set_interfaces((BARE, USB))
    qtmodeltester.check(model)


def test_usable_cards_come_first_and_the_others_say_why_and_cannot_be_chosen(picker: NetworkPicker) -> None:
    picker.set_interfaces((BARE, USB, WIFI))
    words = [picker.itemText(row) for row in range(picker.count())]
    assert words == [
        "USB Ethernet · 192.168.1.20/24 · 1 Gb/s",
        "Wi-Fi · 10.1.2.3/16 · 300 Mb/s",
        "Ethernet · Ethernet has no IPv4 address.",
    ]
    flags = [picker.model().flags(picker.model().index(row, 0)) for row in range(3)]
    assert [bool(f & Qt.ItemFlag.ItemIsSelectable) for f in flags] == [True, True, False]


def test_nothing_usable_is_said_in_words(picker: NetworkPicker) -> None:
    picker.set_interfaces((BARE,))
    assert picker.interface() is None
    assert picker.placeholderText() == "No usable network"


def test_the_only_card_with_a_cable_is_chosen_without_asking(picker: NetworkPicker) -> None:
    picker.set_interfaces((WIFI, DOCKER, USB, BARE))
    assert picker.interface() == USB


def test_several_possible_networks_are_not_guessed_between(picker: NetworkPicker) -> None:
    picker.set_interfaces((WIFI, DOCKER))
    assert picker.interface() is None
    assert picker.placeholderText() == "Choose a network"


def test_choice_is_kept_by_name_while_facts_and_order_change(picker: NetworkPicker) -> None:
    picker.set_interfaces((USB, WIFI))
    picker.choose("wlan0")
    slower = replace(WIFI, speed_mbit_s=54)
    picker.set_interfaces((slower, DOCKER, USB))
    assert picker.interface() == slower
    assert picker.currentText().endswith("54 Mb/s")


def test_unplugged_card_stays_chosen_and_says_why(picker: NetworkPicker) -> None:
    picker.set_interfaces((USB, WIFI))
    dead = replace(USB, addresses=(), unusable=describe(FaultCode.INTERFACE_DOWN, interface="USB Ethernet"))
    picker.set_interfaces((dead, WIFI))
    assert picker.interface() == dead
    assert "cable is unplugged" in picker.currentText()


def test_vanished_card_is_not_replaced_and_comes_back(picker: NetworkPicker) -> None:
    picker.set_interfaces((USB, WIFI))
    picker.set_interfaces((WIFI,))
    assert picker.interface() is None
    assert picker.placeholderText() == "USB Ethernet is not there"
    picker.set_interfaces((WIFI, USB))
    assert picker.interface() == USB


def test_keys_choose_only_usable_cards(qtbot: QtBot, picker: NetworkPicker) -> None:
    picker.set_interfaces((USB, WIFI, BARE))
    picker.show()
    with qtbot.waitSignal(picker.interface_chosen) as blocker:
        QTest.keyClick(picker, Qt.Key.Key_Down)
    assert blocker.args == [WIFI]
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.interface() == WIFI


def test_wheel_does_not_change_the_network(picker: NetworkPicker) -> None:
    picker.set_interfaces((USB, WIFI))
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    picker.wheelEvent(wheel)
    assert picker.interface() == USB


def test_names_for_screen_readers(picker: NetworkPicker) -> None:
    assert picker.objectName() == "networkPicker"
    assert picker.accessibleName() == "Network"
