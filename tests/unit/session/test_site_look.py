"""Which card is asked when none is named, and what is said of one over which no computer starts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address
from typing import Any

import pytest

from fogportable.boot.site_hearing import SiteHearing
from fogportable.errors import FaultCode, ServiceError, describe
from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.platform.privilege import Ask
from fogportable.session import site_look
from fogportable.session.site_look import likely_interface, opened_tap, probe_interface
from tests.unit.boot.test_site_verdict import hearing
from tests.unit.protocol.pxe.offers_on_wire import PLAIN
from tests.unit.session.test_preflight import CARD

_NO_ADDRESS = describe(FaultCode.INTERFACE_NO_ADDRESS, interface="x")
_BARE = replace(CARD, name="eth1", addresses=(), has_link=True, unusable=_NO_ADDRESS)
_WIFI = replace(CARD, name="wlan0", kind=InterfaceKind.WIFI)
_VPN = replace(CARD, name="tun0", kind=InterfaceKind.VPN, mac=None)
_DOCKER = replace(CARD, name="docker0", kind=InterfaceKind.VIRTUAL)


@pytest.mark.parametrize(
    ("cards", "likely"),
    [
        ((CARD, _BARE, _WIFI), CARD),
        ((_WIFI, _DOCKER, _BARE), _BARE),
        ((replace(_BARE, has_link=False), _WIFI), _WIFI),
        ((_VPN, _WIFI), _WIFI),
    ],
)
def test_cable_is_meant_before_anything_else(
    monkeypatch: pytest.MonkeyPatch, cards: tuple[NetworkInterface, ...], likely: NetworkInterface
) -> None:
    monkeypatch.setattr(site_look, "list_interfaces", lambda: cards)
    assert likely_interface() == likely


def test_tunnel_alone_is_no_card_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_look, "list_interfaces", lambda: (_VPN,))
    with pytest.raises(ServiceError) as refused:
        likely_interface()
    assert refused.value.code is FaultCode.NO_INTERFACE_CHOSEN


@pytest.mark.parametrize("card", [_VPN, replace(CARD, mac=None)])
def test_card_without_ethernet_is_not_asked(card: NetworkInterface) -> None:
    with pytest.raises(ServiceError) as refused, opened_tap(card, ask=Ask.NEVER):
        pass
    assert refused.value.code is FaultCode.INTERFACE_VPN


@pytest.mark.parametrize(
    ("card", "notes"),
    [
        (CARD, []),
        (_WIFI, [FaultCode.INTERFACE_WIFI]),
        (_DOCKER, [FaultCode.INTERFACE_OF_VIRTUAL_MACHINES]),
    ],
)
def test_doubts_about_the_card_stand_first_among_the_notes(
    monkeypatch: pytest.MonkeyPatch, card: NetworkInterface, notes: list[FaultCode]
) -> None:
    @contextlib.contextmanager
    def no_tap(*_: object, **__: object) -> Iterator[Any]:
        yield None

    def heard(*_: object, **__: object) -> SiteHearing:
        return hearing(PLAIN, own=IPv4Address("10.77.1.10"))

    monkeypatch.setattr(site_look, "list_interfaces", lambda: (card,))
    monkeypatch.setattr(site_look, "find_interface", lambda _: card)
    monkeypatch.setattr(site_look, "opened_tap", no_tap)
    monkeypatch.setattr(site_look, "probe_site", heard)
    assert [each.code for each in probe_interface(card.name).verdict.notes] == notes
