"""Reading cards, with the answers of netifaces, psutil and sysfs put in."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Interface
from pathlib import Path
from types import SimpleNamespace

import netifaces
import psutil
import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import InterfaceKind
from fogportable.platform import interfaces

UP = "up,broadcast,running,multicast"
NO_CARRIER = "up,broadcast,multicast"
DOWN = "broadcast,multicast"

Plug = Callable[..., None]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Plug:
    """Adds a card to a machine that has none."""
    labels: dict[str, dict[int, list[dict[str, str]]]] = {}
    stats: dict[str, SimpleNamespace] = {}
    sysfs = tmp_path / "net"

    def add(name: str, *addresses: str, flags: str = UP, speed: int = 1000, files: tuple[str, ...] = ()) -> None:
        interface = name.partition(":")[0]
        labels[name] = {netifaces.AF_LINK: [{"addr": "00:1e:4f:00:00:01"}]} if ":" not in name else {}
        labels[name][netifaces.AF_INET] = [
            {"addr": address.partition("/")[0], "netmask": address.partition("/")[2]} for address in addresses
        ]
        stats.setdefault(interface, SimpleNamespace(isup=True, duplex=2, speed=speed, mtu=1500, flags=flags))
        folder = sysfs / interface
        folder.mkdir(parents=True, exist_ok=True)
        for each in files:
            file, _, content = each.partition("=")
            if content.startswith("->"):
                target = tmp_path / content.removeprefix("->")
                target.mkdir(parents=True, exist_ok=True)
                (folder / file).symlink_to(target)
            elif content:
                (folder / file).write_text(content + "\n", encoding="ascii")
            else:
                (folder / file).mkdir()

    monkeypatch.setattr(interfaces, "_SYSFS", sysfs)
    monkeypatch.setattr(netifaces, "interfaces", lambda: list(labels))
    monkeypatch.setattr(netifaces, "ifaddresses", lambda name: labels[name])
    monkeypatch.setattr(psutil, "net_if_stats", lambda: stats)
    monkeypatch.setattr(socket, "if_nametoindex", lambda name: list(stats).index(name) + 1)
    return add


PCI = "device=->pci0000:00/0000:00:1f.6"
USB = "device=->pci0000:00/usb2/2-1/2-1:1.0"


@pytest.mark.parametrize(
    ("files", "kind", "words"),
    [
        (("type=1", PCI), InterfaceKind.WIRED, "Wired"),
        (("type=1", USB), InterfaceKind.USB, "USB Ethernet"),
        (("type=1", PCI, "wireless"), InterfaceKind.WIFI, "Wi-Fi"),
        (("type=1", USB, "phy80211"), InterfaceKind.WIFI, "Wi-Fi"),
        (("type=1", "bridge"), InterfaceKind.BRIDGE, "Bridge net0"),
        (("type=1",), InterfaceKind.VIRTUAL, "Virtual net0"),
        (("type=65534",), InterfaceKind.VPN, "VPN net0"),
        (("type=512",), InterfaceKind.VPN, "VPN net0"),
        (("type=1", "tun_flags=0x1001"), InterfaceKind.VPN, "VPN net0"),
        (("type=1", "tun_flags=0x1002"), InterfaceKind.VIRTUAL, "Virtual net0"),
    ],
)
def test_kind_and_friendly_name(plug: Plug, files: tuple[str, ...], kind: InterfaceKind, words: str) -> None:
    plug("net0", "10.0.0.2/255.255.255.0", files=files)
    (card,) = interfaces.list_interfaces()
    assert (card.kind, card.friendly_name, card.unusable) == (kind, words, None)


def test_card_carries_what_the_system_says(plug: Plug) -> None:
    plug("enp3s0", "10.0.0.2/255.255.255.0", files=("type=1", PCI))
    (card,) = interfaces.list_interfaces()
    assert card.index == 1
    assert str(card.mac) == "00:1e:4f:00:00:01"
    assert card.address == IPv4Interface("10.0.0.2/24")
    assert (card.is_up, card.has_link, card.speed_mbit_s, card.mtu) == (True, True, 1000, 1500)


@pytest.mark.parametrize(
    ("addresses", "flags", "fault"),
    [
        (("10.0.0.2/255.255.255.0",), UP, None),
        (("10.0.0.2/255.255.255.0",), NO_CARRIER, None),
        ((), UP, FaultCode.INTERFACE_NO_ADDRESS),
        ((), NO_CARRIER, FaultCode.INTERFACE_DOWN),
        (("10.0.0.2/255.255.255.0",), DOWN, FaultCode.INTERFACE_DOWN),
        (("169.254.7.8/255.255.0.0",), UP, FaultCode.INTERFACE_SELF_ASSIGNED),
        (("0.0.0.0/255.0.0.0",), UP, FaultCode.INTERFACE_NO_ADDRESS),
        (("127.0.0.2/255.0.0.0",), UP, FaultCode.INTERFACE_NO_ADDRESS),
    ],
)
def test_unusable_card_says_why_and_refuses_to_serve(
    plug: Plug, addresses: tuple[str, ...], flags: str, fault: FaultCode | None
) -> None:
    plug("enp3s0", *addresses, flags=flags, files=("type=1", PCI))
    card = interfaces.find_interface("enp3s0")
    assert (card.unusable.code if card.unusable else None) == fault
    if fault is None:
        assert interfaces.serving_interface(card).device == "enp3s0"
        return
    with pytest.raises(ServiceError) as refused:
        interfaces.serving_interface(card)
    assert refused.value.fault == card.unusable
    assert "enp3s0" in refused.value.fault.message


def test_self_assigned_address_is_never_the_serving_one(plug: Plug) -> None:
    plug("enp3s0", "169.254.7.8/255.255.0.0", "10.0.0.2/255.255.255.0", "10.0.0.9/255.255.255.0")
    assert str(interfaces.serving_interface(interfaces.find_interface("enp3s0")).address) == "10.0.0.2/24"


def test_addresses_under_labels_belong_to_their_card(plug: Plug) -> None:
    plug("enp3s0:1", "10.0.0.9/255.255.255.0")
    plug("enp3s0", "10.0.0.2/255.255.255.0", files=("type=1", PCI))
    (card,) = interfaces.list_interfaces()
    assert [str(each.ip) for each in card.addresses] == ["10.0.0.2", "10.0.0.9"]


def test_usable_wired_cards_come_first_and_loopback_last(plug: Plug) -> None:
    plug("lo", "127.0.0.1/255.0.0.0", flags="up,loopback,running", files=("type=772",))
    plug("wlan0", "10.1.0.2/255.255.255.0", files=("type=1", PCI, "wireless"))
    plug("eth10", "10.2.0.2/255.255.255.0", files=("type=1", PCI))
    plug("eth9", "10.3.0.2/255.255.255.0", files=("type=1", PCI))
    plug("eth0", flags=DOWN, files=("type=1", PCI))
    plug("usb0", "10.4.0.2/255.255.255.0", files=("type=1", USB))
    plug("wg0", "10.5.0.2/255.255.255.0", files=("type=65534",))
    assert [each.name for each in interfaces.list_interfaces()] == [
        "eth9",
        "eth10",
        "usb0",
        "wlan0",
        "wg0",
        "eth0",
        "lo",
    ]


def test_loopback_serves_only_when_asked_for_by_name(plug: Plug) -> None:
    plug("lo", "127.0.0.1/255.0.0.0", flags="up,loopback,running", files=("type=772",))
    (listed,) = interfaces.list_interfaces()
    assert listed.unusable is not None
    assert listed.unusable.code is FaultCode.INTERFACE_LOOPBACK
    named = interfaces.find_interface("lo")
    assert named.unusable is None
    serving = interfaces.serving_interface(named)
    assert (serving.device, str(serving.address)) == (None, "127.0.0.1/8")


def test_unknown_card_names_those_there_are(plug: Plug) -> None:
    plug("eth1", "10.0.0.2/255.255.255.0")
    plug("eth0", "10.0.1.2/255.255.255.0")
    with pytest.raises(ServiceError) as unknown:
        interfaces.find_interface("eth5")
    assert unknown.value.code is FaultCode.INTERFACE_UNKNOWN
    assert "eth5" in unknown.value.fault.message
    assert "eth0, eth1" in unknown.value.fault.remedy


def test_card_that_vanishes_while_it_is_read_is_not_listed(plug: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
    plug("eth0", "10.0.0.2/255.255.255.0")
    plug("usb0", "10.0.1.2/255.255.255.0")
    ask = netifaces.ifaddresses

    def ask_too_late(name: str) -> object:
        if name == "usb0":
            raise ValueError("You must specify a valid interface name.")
        return ask(name)

    monkeypatch.setattr(netifaces, "ifaddresses", ask_too_late)
    assert [each.name for each in interfaces.list_interfaces()] == ["eth0"]
    assert interfaces.look_at("usb0") is None
    assert interfaces.look_at("eth7") is None


@pytest.mark.parametrize("speed", [0, -1])
def test_unknown_speed_is_none(plug: Plug, speed: int) -> None:
    plug("eth0", "10.0.0.2/255.255.255.0", speed=speed)
    assert interfaces.find_interface("eth0").speed_mbit_s is None


def test_this_machine_has_loopback() -> None:
    card = interfaces.find_interface("lo")
    assert card.kind is InterfaceKind.LOOPBACK
    assert card.index == socket.if_nametoindex("lo")


def test_gateway_is_that_of_the_card(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = [("not an address", "eth0", False), ("10.0.0.1", "eth0", True), ("10.1.0.1", "wlan0", False)]
    monkeypatch.setattr(netifaces, "gateways", lambda: {"default": {}, netifaces.AF_INET: ways})
    found = [interfaces.gateway_of(name) for name in ("eth0", "wlan0", "eth1")]
    assert [str(each) for each in found] == ["10.0.0.1", "10.1.0.1", "None"]
    monkeypatch.setattr(netifaces, "gateways", lambda: {"default": {}})
    assert interfaces.gateway_of("eth0") is None
