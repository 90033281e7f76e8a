"""What holds for every frame the engine can emit, whatever comes in."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface

from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ServerIdentity
from fogportable.protocol.dhcp import MessageType, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT
from tests.unit.boot.engine import Stage
from tests.unit.protocol.dhcp.frames import ALL_FRAMES, varied
from tests.unit.protocol.pxe.test_reply import option_codes

SERVER = ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"))
ADDRESSES = st.one_of(st.just(0), st.integers(0, 0xFFFFFFFF), st.integers(0xC0A85800, 0xC0A858FF)).map(IPv4Address)
HOSTS = st.integers(0xC0A85801, 0xC0A858FE).map(IPv4Address)
SOURCES = st.tuples(st.one_of(HOSTS, HOSTS, ADDRESSES), st.integers(0, 0xFFFF))
CODES = st.sampled_from([43, 50, 52, 53, 54, 55, 57, 60, 61, 66, 67, 77, 82, 93, 97, 150, 175])
KINDS = st.sampled_from([b"\x01", b"\x03", b"\x08"])


@st.composite
def frames(draw: st.DrawFn) -> bytes:
    """Real requests with other options, message types and header fields, and some octets flipped."""
    options: dict[int, bytes | None] = dict(draw(st.dictionaries(CODES, st.binary(max_size=300), max_size=4)))
    if draw(st.booleans()):
        options[53] = draw(KINDS)
    frame = bytearray(
        varied(
            draw(st.sampled_from(ALL_FRAMES)),
            options,
            ciaddr=draw(ADDRESSES),
            yiaddr=draw(ADDRESSES),
            siaddr=draw(ADDRESSES),
            giaddr=draw(ADDRESSES) if draw(st.integers(0, 4)) == 4 else IPv4Address(0),
            flags=draw(st.integers(0, 0xFFFF)),
            xid=draw(st.integers(0, 0xFFFFFFFF)),
        )
    )
    for _ in range(draw(st.integers(0, 3))):
        frame[draw(st.integers(0, len(frame) - 1))] = draw(st.integers(0, 255))
    return bytes(frame[: draw(st.integers(240, len(frame)))] if draw(st.booleans()) else frame)


def check_reply(outcome: Outcome, data: bytes, port: DhcpPort, source: tuple[IPv4Address, int]) -> None:
    """The rules that no answer may break."""
    assert outcome.reply is not None
    payload = outcome.reply.payload
    request, packet = decode(data), decode(payload)
    assert payload[16:20] == bytes(4), "yiaddr"
    assert 300 <= len(payload) <= 1472
    assert packet.op == 2
    assert packet.message_type in (MessageType.OFFER, MessageType.ACK)
    assert packet.siaddr == packet.address_option(54) == SERVER.address.ip
    assert (packet.xid, packet.chaddr, packet.hlen) == (request.xid, request.chaddr, request.hlen)
    assert packet.options[60] == b"PXEClient"
    assert packet.options.get(43, DIRECT_BOOT) == DIRECT_BOOT
    assert packet.file
    assert packet.options[67] == packet.file + b"\0"
    codes = option_codes(payload)
    assert codes[0] == 53
    assert len(codes) == len(set(codes)), "an option stands twice"
    assert set(codes) <= {53, 54, 60, 97, 43, 66, 67, 82, 175}
    assert request.giaddr == IPv4Address(0)
    if port is DhcpPort.DISCOVERY:
        assert outcome.reply.destination == (IPv4Address("255.255.255.255"), 68)
        assert packet.message_type is MessageType.OFFER
        assert request.message_type is MessageType.DISCOVER
    elif source[0] != IPv4Address(0):
        assert outcome.reply.destination == source
        assert source[0] in SERVER.address.network
        assert len(payload) <= 2 * len(data)
    assert outcome.reply.from_port is port


@given(st.lists(st.tuples(frames(), st.sampled_from(DhcpPort), SOURCES, st.floats(0, 30)), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_every_reply_to_mutated_requests_keeps_the_rules(
    conversation: list[tuple[bytes, DhcpPort, tuple[IPv4Address, int], float]],
) -> None:
    stage = Stage()
    for data, port, source, pause_s in conversation:
        stage.now += pause_s
        try:
            outcome = stage.engine.receive_datagram(data, port=port, source=source, server=SERVER, now=stage.now)
        except MalformedPacket:
            continue
        for event in outcome.events:
            assert event.sentence()
        if outcome.reply is not None:
            check_reply(outcome, data, port, source)
            if decode(outcome.reply.payload).mac is not None and len(data) % 3 == 0:
                mac = decode(data).mac
                assert mac is not None
                stage.deliver(mac, "undionly.kpxe")


@given(st.binary(max_size=600), st.sampled_from(DhcpPort), SOURCES)
def test_random_octets_never_get_an_answer(data: bytes, port: DhcpPort, source: tuple[IPv4Address, int]) -> None:
    try:
        outcome = Stage().engine.receive_datagram(data, port=port, source=source, server=SERVER, now=0.0)
    except MalformedPacket:
        return
    assert outcome.reply is None


def test_the_property_tests_do_see_replies() -> None:
    """Guards the guard: the plain frames of the strategy are answered."""
    answered = [
        stage.discovery(frame).reply is not None
        for stage in [Stage()]
        for frame in ALL_FRAMES
        if decode(frame).message_type is MessageType.DISCOVER
    ]
    assert answered.count(True) == 2
