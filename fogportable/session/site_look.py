"""Asking and listening on a card of this machine, with rights asked for where they are needed."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv4Interface

from fogportable.boot.site_hearing import SiteHearing
from fogportable.boot.site_verdict import SiteVerdict, judge_site
from fogportable.errors import FaultCode, ServiceError
from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.platform.interfaces import find_interface, list_interfaces, listening_interface
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import SocketPurpose, UdpEndpoint
from fogportable.services.site_probe import ProbeCard, probe_site
from fogportable.session.network_check import doubt_of_kind

#: For a DHCP server that pings an address for 3 s before it offers it.
USUAL_SECONDS = 5.0


_CABLES = (InterfaceKind.WIRED, InterfaceKind.USB)
_NEVER_MEANT = (InterfaceKind.LOOPBACK, InterfaceKind.VPN)


@dataclass(frozen=True, slots=True)
class SiteLook:
    """What was heard on one card, and what it means."""

    hearing: SiteHearing
    verdict: SiteVerdict


def likely_interface() -> NetworkInterface:
    """The card that a person most likely means: wired and plugged in, with an address if there is one.

    Raises ServiceError NO_INTERFACE_CHOSEN.
    """
    cards = [each for each in list_interfaces() if each.kind not in _NEVER_MEANT and each.is_up]
    cables = [each for each in cards if each.kind in _CABLES and each.has_link is not False]
    # A cable without an address comes before Wi-Fi with one: that nobody gives an address there is to be found out.
    likely = [*(each for each in cables if each.unusable is None), *cables]
    likely += [*(each for each in cards if each.unusable is None), *(each for each in cards if each.has_link)]
    if not likely:
        raise ServiceError(FaultCode.NO_INTERFACE_CHOSEN)
    return likely[0]


def probe_interface(
    name: str | None,
    *,
    seconds: float = USUAL_SECONDS,
    ask: Ask = Ask.NEVER,
    should_stop: Callable[[], bool] = lambda: False,
) -> SiteLook:
    """Ask on a card and judge. name: None for the likely one. Blocks for up to 9.5 s, and while a person is asked.

    Raises ServiceError: INTERFACE_UNKNOWN, INTERFACE_DOWN, NO_INTERFACE_CHOSEN, PROBE_LOOPBACK, LOOK_UNSEEN,
    LOOK_FAILED, INTERFACE_VPN, and what `open_all` raises.
    """
    card = find_interface(name) if name is not None else likely_interface()
    with opened_tap(card, ask=ask) as tap:
        own = _own_address(card)
        asked = ProbeCard(
            card.name,
            card.index,
            tap,
            own=None if own is None else own.ip,
            networks=tuple(each.network for each in card.addresses if not each.is_link_local),
            has_link=card.has_link,
            own_macs=frozenset(each.mac for each in list_interfaces() if each.mac is not None),
        )
        try:
            hearing = probe_site(asked, seconds=seconds, should_stop=should_stop)
        except OSError as problem:
            raise ServiceError(FaultCode.LOOK_FAILED, interface=card.name, detail=str(problem)) from problem
    verdict = judge_site(hearing, everywhere=own_addresses())
    doubt = doubt_of_kind(card)
    return SiteLook(hearing, verdict if doubt is None else replace(verdict, notes=(doubt, *verdict.notes)))


@contextlib.contextmanager
def opened_tap(card: NetworkInterface, *, ask: Ask) -> Iterator[socket.socket]:
    """A tap on the card, closed afterwards. Raises ServiceError as `probe_interface` does."""
    with open_taps((card,), ask=ask)[card.name] as tap:
        yield tap


def open_taps(cards: Sequence[NetworkInterface], *, ask: Ask) -> dict[str, socket.socket]:
    """A tap on each card, by its name; all or none. A person is asked once. Raises ServiceError as `opened_tap`."""
    for card in cards:
        if card.kind is InterfaceKind.LOOPBACK:
            raise ServiceError(FaultCode.PROBE_LOOPBACK, interface=card.name)
        if card.kind is InterfaceKind.VPN or card.mac is None:  # Without Ethernet nothing is asked as firmware asks.
            raise ServiceError(FaultCode.INTERFACE_VPN, interface=card.name)
    endpoints = {card.name: UdpEndpoint(SocketPurpose.TAP, listening_interface(card), 0) for card in cards}
    opened = open_all(tuple(endpoints.values()), ask=ask, asks_for_taps=True)
    unseen = next((name for name, endpoint in endpoints.items() if endpoint not in opened), None)
    if unseen is not None:
        for tap in opened.values():
            tap.close()
        raise ServiceError(FaultCode.LOOK_UNSEEN, interface=unseen)
    return {name: opened[endpoint] for name, endpoint in endpoints.items()}


def own_addresses() -> frozenset[IPv4Address]:
    """All addresses of this machine that others could reach it by."""
    cards = (each for each in list_interfaces() if each.kind is not InterfaceKind.LOOPBACK)
    return frozenset(address.ip for card in cards for address in card.addresses)


def _own_address(card: NetworkInterface) -> IPv4Interface | None:
    """One that the site knows; what a card gave itself is none."""
    return None if card.address is None or card.address.is_link_local else card.address
