"""Computers that are done get no answer, also where their like are answered by stencil, until they are not."""

from __future__ import annotations

from fogportable.boot.policy import Silence
from fogportable.boot.proxy_dhcp import DhcpPort, ProxyDhcpEngine
from fogportable.events import RequestIgnored
from fogportable.protocol.address import MacAddress
from tests.unit.boot.engine import NOBODY, RULES, SERVER
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC, varied

ALIKE = MacAddress(EDK2_MAC.octets[:5] + b"\x77")


def _engine(finished: set[bytes]) -> ProxyDhcpEngine:
    return ProxyDhcpEngine(RULES, is_file_there=lambda _: None, finished=finished)


def test_a_finished_computer_is_left_alone_and_the_reason_is_said() -> None:
    finished = {EDK2_MAC.octets}
    engine = _engine(finished)
    outcome = engine.receive_datagram(EDK2_DISCOVER, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=0.0)
    assert outcome.reply is None
    (event,) = outcome.events
    assert isinstance(event, RequestIgnored)
    assert event.reason == Silence.FINISHED.value
    finished.clear()
    again = engine.receive_datagram(EDK2_DISCOVER, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=9.0)
    assert again.reply is not None


def test_it_gets_no_offer_by_the_stencil_of_its_like() -> None:
    finished = {ALIKE.octets}
    engine = _engine(finished)
    engine.receive_datagram(EDK2_DISCOVER, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=0.0)
    like = varied(EDK2_DISCOVER, mac=ALIKE)
    assert engine.first_offer(like, source=NOBODY, server=SERVER, now=0.1) is None
    finished.clear()
    assert engine.first_offer(like, source=NOBODY, server=SERVER, now=0.2) is not None
