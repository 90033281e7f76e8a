"""The network cards of this machine: what kind, which addresses, and whether they can serve."""

from __future__ import annotations

import contextlib
import re
import socket
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from ipaddress import AddressValueError, IPv4Address, IPv4Interface, NetmaskValueError
from pathlib import Path
from typing import TYPE_CHECKING, cast

import netifaces
import psutil

from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.model import InterfaceKind, NetworkInterface, ServingInterface
from fogportable.protocol.address import MacAddress

if TYPE_CHECKING:
    from psutil._ntuples import snicstats

_SYSFS = Path("/sys/class/net")

# ARPHRD_* of <linux/if_arp.h>: what carries no Ethernet frames is a tunnel.
_ARPHRD_PPP = 512
_ARPHRD_LOOPBACK = 772
_ARPHRD_NONE = 65534
#: IFF_TUN of <linux/if_tun.h>; the other mode, TAP, belongs to virtual machines.
_IFF_TUN = 0x0001

#: What a technician most likely means first.
_ORDER = (
    InterfaceKind.WIRED,
    InterfaceKind.USB,
    InterfaceKind.BRIDGE,
    InterfaceKind.VIRTUAL,
    InterfaceKind.WIFI,
    InterfaceKind.VPN,
    InterfaceKind.LOOPBACK,
)
_DIGITS = re.compile(r"(\d+)")


def list_interfaces() -> tuple[NetworkInterface, ...]:
    """All network cards, usable wired ones first, loopback last. Cheap enough to call every few seconds."""
    stats = psutil.net_if_stats()
    read = (_read_if_there(name, labels, stats) for name, labels in _labels_by_name().items())
    return tuple(sorted((each for each in read if each is not None), key=_sort_key))


def look_at(name: str) -> NetworkInterface | None:
    """The card of this name as it is now; None when it is gone."""
    labels = _labels_by_name().get(name)
    return None if labels is None else _read_if_there(name, labels, psutil.net_if_stats())


def find_interface(name: str) -> NetworkInterface:
    """The card of this name. Loopback asked for by name counts as usable.

    Raises ServiceError INTERFACE_UNKNOWN, which names the cards there are.
    """
    known = list_interfaces()
    for interface in known:
        if interface.name == name:
            return replace(interface, unusable=None) if interface.kind is InterfaceKind.LOOPBACK else interface
    names = ", ".join(each.name for each in known) or "none at all"
    raise ServiceError(FaultCode.INTERFACE_UNKNOWN, interface=name, known=names)


def serving_interface(interface: NetworkInterface) -> ServingInterface:
    """The card with the one address that all answers carry.

    Raises ServiceError INTERFACE_DOWN, INTERFACE_NO_ADDRESS or INTERFACE_SELF_ASSIGNED. Loopback is allowed: whoever
    names it wants a rehearsal.
    """
    is_loopback = interface.kind is InterfaceKind.LOOPBACK
    fault = _why_unusable(interface.name, interface.addresses, interface.is_up, interface.has_link)
    if fault is not None:
        raise fault
    return ServingInterface(
        name=interface.name,
        index=interface.index,
        address=interface.addresses[0],
        device=None if is_loopback else interface.name,
        mtu=interface.mtu,
    )


def listening_interface(interface: NetworkInterface) -> ServingInterface:
    """The card for a tap, which needs no address: 0.0.0.0 where there is none. Raises ServiceError INTERFACE_DOWN."""
    if not interface.is_up:
        raise ServiceError(FaultCode.INTERFACE_DOWN, interface=interface.name)
    address = interface.address or IPv4Interface("0.0.0.0/0")
    return ServingInterface(interface.name, interface.index, address, interface.name, interface.mtu)


def serving_interfaces(names: Iterable[str]) -> tuple[ServingInterface, ...]:
    """The cards of these names, each once. Raises ServiceError as `find_interface` and `serving_interface` do."""
    return tuple(serving_interface(find_interface(name)) for name in dict.fromkeys(names))


def gateway_of(name: str) -> IPv4Address | None:
    """Where this card sends what is for no machine of its network; None where it has no such way."""
    # Under the family's number it is a list; only under "default" it is something else.
    ways = cast("list[tuple[str, str, bool]]", netifaces.gateways().get(netifaces.AF_INET, []))
    for address, card, *_ in ways:
        with contextlib.suppress(AddressValueError):
            if card == name:
                return IPv4Address(address)
    return None


def _labels_by_name() -> dict[str, list[str]]:
    """Cards, each with the names its addresses are listed under: `eth0:1` is an address of `eth0`."""
    labels: dict[str, list[str]] = {}
    for label in netifaces.interfaces():
        name = label.partition(":")[0] if sys.platform.startswith("linux") else label
        labels.setdefault(name, []).append(label)
    return {name: sorted(found, key=lambda label: label != name) for name, found in labels.items()}


def _read_if_there(name: str, labels: list[str], stats: Mapping[str, snicstats]) -> NetworkInterface | None:
    # A card may go away between two questions: KeyError, ValueError of netifaces, OSError of the kernel.
    with contextlib.suppress(OSError, KeyError, ValueError):
        return _read(name, labels, stats[name])
    return None


def _read(name: str, labels: list[str], stats: snicstats) -> NetworkInterface:
    flags = stats.flags.split(",")
    kind = _kind_of(name, flags)
    addresses = tuple(_addresses_of(labels, is_loopback=kind is InterfaceKind.LOOPBACK))
    is_up = "up" in flags
    has_link = "running" in flags if is_up else None
    unusable: Fault | None
    if kind is InterfaceKind.LOOPBACK:
        unusable = describe(FaultCode.INTERFACE_LOOPBACK, interface=name)
    else:
        error = _why_unusable(name, addresses, is_up, has_link)
        unusable = error.fault if error is not None else None
    return NetworkInterface(
        name=name,
        index=socket.if_nametoindex(name),
        kind=kind,
        friendly_name=_friendly_name(name, kind),
        mac=_mac_of(name),
        addresses=addresses,
        is_up=is_up,
        has_link=has_link,
        speed_mbit_s=stats.speed if stats.speed > 0 and has_link else None,
        mtu=stats.mtu,
        unusable=unusable,
    )


def _why_unusable(
    name: str, addresses: tuple[IPv4Interface, ...], is_up: bool, has_link: bool | None
) -> ServiceError | None:
    # A card with an address but without link may serve: over a crossover cable the link comes with the computer.
    if not is_up or (has_link is False and not addresses):
        return ServiceError(FaultCode.INTERFACE_DOWN, interface=name)
    if not addresses:
        return ServiceError(FaultCode.INTERFACE_NO_ADDRESS, interface=name)
    if addresses[0].is_link_local:
        return ServiceError(FaultCode.INTERFACE_SELF_ASSIGNED, interface=name, address=addresses[0].ip)
    return None


def _addresses_of(labels: list[str], *, is_loopback: bool) -> list[IPv4Interface]:
    """IPv4 addresses that can serve. The kernel lists primary ones first; self-assigned 169.254/16 go last."""
    found: list[IPv4Interface] = []
    for label in labels:
        for entry in netifaces.ifaddresses(label).get(netifaces.AF_INET, []):
            try:
                address = IPv4Interface(f"{entry['addr']}/{entry.get('netmask', '255.255.255.255')}")
            except (AddressValueError, NetmaskValueError, KeyError):
                continue  # Not an address that a client could be told.
            is_strange = address.ip.is_unspecified or address.ip.is_multicast
            if not is_strange and address.ip.is_loopback == is_loopback and address not in found:
                found.append(address)
    return sorted(found, key=lambda address: address.is_link_local)


def _mac_of(name: str) -> MacAddress | None:
    for entry in netifaces.ifaddresses(name).get(netifaces.AF_LINK, []):
        with contextlib.suppress(ValueError, KeyError):
            mac = MacAddress.parse(entry["addr"])
            if any(mac.octets):
                return mac
    return None


def _kind_of(name: str, flags: list[str]) -> InterfaceKind:
    folder = _SYSFS / name
    type_number = _number(folder / "type", 10)
    if "loopback" in flags or type_number == _ARPHRD_LOOPBACK:
        return InterfaceKind.LOOPBACK
    if (folder / "wireless").exists() or (folder / "phy80211").exists():
        return InterfaceKind.WIFI
    if (folder / "bridge").exists():
        return InterfaceKind.BRIDGE
    if type_number in (_ARPHRD_PPP, _ARPHRD_NONE) or _number(folder / "tun_flags", 16) & _IFF_TUN:
        return InterfaceKind.VPN
    if not sys.platform.startswith("linux"):
        return InterfaceKind.WIRED
    if not (folder / "device").exists():
        return InterfaceKind.VIRTUAL
    return InterfaceKind.USB if "/usb" in str((folder / "device").resolve()) else InterfaceKind.WIRED


def _number(file: Path, base: int) -> int:
    """A number from sysfs; 0 when there is none."""
    try:
        return int(file.read_text(encoding="ascii").strip(), base)
    except (OSError, ValueError):
        return 0


def _friendly_name(name: str, kind: InterfaceKind) -> str:
    match kind:
        case InterfaceKind.WIRED:
            return "Wired"
        case InterfaceKind.USB:
            return "USB Ethernet"
        case InterfaceKind.WIFI:
            return "Wi-Fi"
        case InterfaceKind.VPN:
            return f"VPN {name}"
        case InterfaceKind.BRIDGE:
            return f"Bridge {name}"
        case InterfaceKind.VIRTUAL:
            return f"Virtual {name}"
        case InterfaceKind.LOOPBACK:
            return "This machine only"


def _sort_key(interface: NetworkInterface) -> tuple[bool, bool, int, list[tuple[int, int | str]]]:
    # "eth10" comes after "eth9".
    parts: list[tuple[int, int | str]] = [
        (0, int(part)) if part.isdigit() else (1, part) for part in _DIGITS.split(interface.name) if part
    ]
    is_loopback = interface.kind is InterfaceKind.LOOPBACK
    return is_loopback, interface.unusable is not None, _ORDER.index(interface.kind), parts
