"""Only computers that a person has approved are answered: on no port, in no shape, by no stencil before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.policy import ProxySettings
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome
from fogportable.errors import FaultCode
from fogportable.events import ApprovalWanted
from fogportable.model import ClientLists
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREQUEST, decode
from fogportable.protocol.errors import MalformedPacket
from tests.unit.boot.engine import CLIENT, NOBODY, RULES, SERVER
from tests.unit.boot.lockstep import Lockstep, like
from tests.unit.protocol.dhcp.frames import (
    ALL_FRAMES,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    HTTP_DISCOVER,
    IPXE_DISCOVER,
    varied,
)


def _engine(approved: set[bytes], *, has_siblings: bool = True) -> Lockstep:
    return Lockstep(
        RULES,
        is_file_there=lambda _: None,
        has_siblings=has_siblings,
        is_waiting=lambda octets: octets not in approved,
    )


def _discover(engine: Lockstep, data: bytes, now: float = 0.0) -> Outcome:
    return engine.receive_datagram(data, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=now)


@pytest.mark.parametrize("frame", [EDK2_DISCOVER, IPXE_DISCOVER, HTTP_DISCOVER])
def test_a_computer_nobody_approved_gets_silence_and_asks_for_approval_once(frame: bytes) -> None:
    engine = _engine(set(), has_siblings=False)
    outcome = _discover(engine, frame)
    assert outcome.reply is None
    (event,) = outcome.events
    assert isinstance(event, ApprovalWanted)
    assert event.client == decode(frame).mac
    assert event.fault.code is FaultCode.CLIENT_WAITS
    assert _discover(engine, frame, 4.0) == Outcome(None, ())
    assert _discover(engine, frame, 64.0).events == (event,)


def test_an_approved_computer_is_answered_when_it_asks_again() -> None:
    approved: set[bytes] = set()
    engine = _engine(approved)
    assert _discover(engine, EDK2_DISCOVER).reply is None
    approved.add(EDK2_MAC.octets)
    assert _discover(engine, EDK2_DISCOVER, 4.0).reply is not None
    approved.clear()
    assert _discover(engine, EDK2_DISCOVER, 8.0).reply is None


def test_port_4011_is_silent_too() -> None:
    engine = _engine(set())
    outcome = engine.receive_datagram(
        EDK2_BOOT_SERVER_REQUEST, port=DhcpPort.BOOT_SERVER, source=(CLIENT, 4011), server=SERVER, now=0.0
    )
    assert outcome.reply is None


def test_lists_of_a_profile_hold_where_nobody_says_otherwise() -> None:
    """As `observe` and others ask the engine, who have no session."""
    lists = ClientLists(needs_approval=True, approved=(EDK2_MAC,))
    engine = Lockstep(RULES, ProxySettings(clients=lists), is_file_there=lambda _: None, has_siblings=False)
    assert _discover(engine, EDK2_DISCOVER).reply is not None
    assert _discover(engine, like(EDK2_DISCOVER, 9)).reply is None


def test_approved_computers_of_one_model_are_still_answered_by_one_stencil() -> None:
    frames = [like(EDK2_DISCOVER, number) for number in range(1, 11)]
    engine = _engine({each[28:34] for each in frames}, has_siblings=False)
    assert all(_discover(engine, each).reply for each in frames)
    assert engine.quick_answers == 9


_HARDWARE = [bytes((2, 0, 0, 0, 0, number)) for number in range(4)]


@st.composite
def _asked(draw: st.DrawFn) -> tuple[bytes, DhcpPort]:
    """A request of one of four computers, some of a model, some with octets of another's address behind their own."""
    frame = varied(draw(st.sampled_from(ALL_FRAMES)), mac=MacAddress(draw(st.sampled_from(_HARDWARE))))
    altered = bytearray(frame)
    altered[4:8] = draw(st.binary(min_size=4, max_size=4))
    if draw(st.integers(0, 9)) == 0:
        altered[2] = draw(st.integers(1, 16))
    return bytes(altered), draw(st.sampled_from(DhcpPort))


@given(st.lists(st.tuples(_asked(), st.frozensets(st.sampled_from(_HARDWARE))), max_size=25), st.booleans())
def test_no_computer_is_ever_answered_that_is_not_approved_at_that_moment(
    steps: list[tuple[tuple[bytes, DhcpPort], frozenset[bytes]]], has_siblings: bool
) -> None:
    """Whoever is approved meanwhile, and whatever its like were offered: by the whole way and by stencils."""
    approved: set[bytes] = set()
    engine = _engine(approved, has_siblings=has_siblings)
    for number, ((data, port), then) in enumerate(steps):
        approved.clear()
        approved.update(then)
        source = NOBODY if port is DhcpPort.DISCOVERY else (CLIENT, 4011)
        try:
            outcome = engine.receive_datagram(data, port=port, source=source, server=SERVER, now=float(number))
        except MalformedPacket:
            continue
        packet = decode(data)
        if packet.op != BOOTREQUEST or packet.chaddr[: packet.hlen] not in approved:
            assert outcome.reply is None
