"""Computers that are done get no answer, also where their like are answered by stencil, until they are not."""

from __future__ import annotations

from uuid import UUID

from hypothesis import assume, given
from hypothesis import strategies as st

from fogportable.boot.policy import Silence
from fogportable.boot.proxy_dhcp import DhcpPort, ProxyDhcpEngine
from fogportable.events import RequestIgnored
from fogportable.model import machine_key
from fogportable.protocol.address import MacAddress
from fogportable.session.finished import FinishedComputers
from tests.unit.boot.engine import NOBODY, RULES, SERVER
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC, varied

#: As a row shows it.
NUMBER = "4c4c4544-0038-3610-8052-b4c04f4a4d31"
ALIKE = MacAddress(EDK2_MAC.octets[:5] + b"\x77")


def _engine(finished: FinishedComputers) -> ProxyDhcpEngine:
    return ProxyDhcpEngine(RULES, is_file_there=lambda _: None, is_finished=finished)


def _finished(mac: MacAddress, uuid: str = "") -> FinishedComputers:
    made = FinishedComputers()
    assert made.add(mac, uuid)
    return made


def _is_answered(engine: ProxyDhcpEngine, frame: bytes) -> bool:
    first = engine.first_offer(frame, source=NOBODY, server=SERVER, now=0.0)
    if first is not None:
        return True
    outcome = engine.receive_datagram(frame, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=0.0)
    return outcome.reply is not None


def test_a_finished_computer_is_left_alone_and_the_reason_is_said() -> None:
    finished = _finished(EDK2_MAC)
    engine = _engine(finished)
    outcome = engine.receive_datagram(EDK2_DISCOVER, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=0.0)
    assert outcome.reply is None
    (event,) = outcome.events
    assert isinstance(event, RequestIgnored)
    assert event.reason == Silence.FINISHED.value
    finished.remove(EDK2_MAC)
    again = engine.receive_datagram(EDK2_DISCOVER, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=9.0)
    assert again.reply is not None


def test_it_gets_no_offer_by_the_stencil_of_its_like() -> None:
    finished = _finished(ALIKE)
    engine = _engine(finished)
    engine.receive_datagram(EDK2_DISCOVER, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=0.0)
    like = varied(EDK2_DISCOVER, mac=ALIKE)
    assert engine.first_offer(like, source=NOBODY, server=SERVER, now=0.1) is None
    finished.remove(ALIKE)
    assert engine.first_offer(like, source=NOBODY, server=SERVER, now=0.2) is not None


def test_a_dock_that_a_finished_computer_used_boots_the_next_one() -> None:
    other = bytes.fromhex("0123456789abcdef0123456789abcdef")
    engine = _engine(_finished(EDK2_MAC, NUMBER))
    assert not _is_answered(engine, with_machine(EDK2_DISCOVER, UUID(NUMBER).bytes_le))
    assert _is_answered(engine, with_machine(EDK2_DISCOVER, other)), "another machine behind the same address"


def test_a_finished_computer_is_known_again_behind_another_dock() -> None:
    finished = _finished(ALIKE, NUMBER)
    engine = _engine(finished)
    other = bytes.fromhex("0123456789abcdef0123456789abcdef")
    third = EDK2_MAC.octets[:5] + b"\x78"
    assert _is_answered(engine, with_machine(varied(EDK2_DISCOVER, mac=MacAddress(third)), other)), "makes the stencil"
    same = with_machine(EDK2_DISCOVER, UUID(NUMBER).bytes_le)
    assert not _is_answered(engine, same), "the same machine, whatever its address"


def test_a_machine_that_tells_no_number_is_known_by_its_address() -> None:
    engine = _engine(_finished(EDK2_MAC, NUMBER))
    assert not _is_answered(engine, with_machine(EDK2_DISCOVER, bytes(16)))


@given(st.uuids(), st.uuids())
def test_a_number_counts_in_either_order_of_its_octets(one: UUID, other: UUID) -> None:
    assume(machine_key(one) is not None)
    assume(machine_key(one) != machine_key(other))
    finished = _finished(EDK2_MAC, str(one))
    assert finished(b"", one.bytes)
    assert finished(b"", one.bytes_le)
    assert not finished(b"", other.bytes)
    assert not finished.add(ALIKE, str(UUID(bytes=one.bytes_le))), "it is the same one"
    assert finished.remove(ALIKE, str(one))
    assert finished.computers() == ()


def with_machine(frame: bytes, machine: bytes) -> bytes:
    """The same request of a machine with another number."""
    at = frame.index(b"\x61\x11\x00") + 3
    return frame[:at] + machine + frame[at + 16 :]
