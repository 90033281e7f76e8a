"""What holds for every frame the engine can emit, whatever comes in."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.boot.policy import ProxySettings
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, Reply, ServerIdentity
from fogportable.model import IpxeClients, OfferShape, PxeAction, PxeEntry, PxeMenu, ReplyOptions
from fogportable.protocol.dhcp import DhcpPacket, MessageType, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT, parse_vendor_options
from tests.unit.boot.engine import Stage
from tests.unit.protocol.dhcp.frames import ALL_FRAMES, varied
from tests.unit.protocol.pxe.test_reply import option_codes

SERVER = ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"), http_port=8080)
OTHER = IPv4Address("192.168.88.9")
RELAYS = (IPv4Network("10.77.2.0/24"),)
MENU_43 = re.compile(rb"\x06\x01.*\xff", re.DOTALL)
ITEM_43 = re.compile(rb"\x47\x04....\xff", re.DOTALL)
ADDRESSES = st.one_of(st.just(0), st.integers(0, 0xFFFFFFFF), st.integers(0xC0A85800, 0xC0A858FF)).map(IPv4Address)
HOSTS = st.integers(0xC0A85801, 0xC0A858FE).map(IPv4Address)
BEHIND = st.integers(0x0A4D0200, 0x0A4D02FF).map(IPv4Address)
SOURCES = st.tuples(st.one_of(HOSTS, HOSTS, BEHIND, ADDRESSES), st.integers(0, 0xFFFF))
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
            giaddr=draw(ADDRESSES | BEHIND) if draw(st.integers(0, 4)) == 4 else IPv4Address(0),
            flags=draw(st.integers(0, 0xFFFF)),
            xid=draw(st.integers(0, 0xFFFFFFFF)),
        )
    )
    for _ in range(draw(st.integers(0, 3))):
        frame[draw(st.integers(0, len(frame) - 1))] = draw(st.integers(0, 255))
    return bytes(frame[: draw(st.integers(240, len(frame)))] if draw(st.booleans()) else frame)


def menus() -> st.SearchStrategy[PxeMenu]:
    archs = st.frozensets(st.sampled_from([0, 7, 11]), max_size=2)
    entries = st.one_of(
        st.builds(
            PxeEntry, st.just("File"), st.just(PxeAction.FILE), archs, st.just("a.efi"), st.none() | st.just(OTHER)
        ),
        st.builds(PxeEntry, st.just("Disk"), st.just(PxeAction.LOCAL_DISK), archs),
        st.builds(PxeEntry, st.just("RIS"), st.just(PxeAction.BOOT_SERVER), archs, st.just(""), st.none(), st.just(1)),
    )
    lists = st.lists(entries, max_size=4).filter(lambda found: sum(each.type == 1 for each in found) < 2)
    return st.builds(PxeMenu, st.just("F8"), st.just(3), lists.map(tuple), st.booleans())


SETTINGS = st.builds(
    ProxySettings,
    st.sampled_from(OfferShape),
    st.sampled_from(IpxeClients),
    st.none() | st.just(OTHER),
    menus(),
    options=st.builds(ReplyOptions, st.sampled_from(["", "/r" * 120]), has_tftp_address=st.booleans()),
    relays=st.sampled_from([(), RELAYS]),
)


def check_reply(outcome: Outcome, data: bytes, port: DhcpPort, source: tuple[IPv4Address, int]) -> None:
    """The rules that no answer may break."""
    assert outcome.reply is not None
    payload = outcome.reply.payload
    request, packet = decode(data), decode(payload)
    assert payload[16:20] == bytes(4), "yiaddr"
    assert 300 <= len(payload) <= 1472
    assert packet.op == 2
    assert packet.message_type in (MessageType.OFFER, MessageType.ACK)
    assert packet.address_option(54) == SERVER.address.ip
    vendor = packet.options.get(43, b"")
    is_direct = vendor == DIRECT_BOOT
    is_item = ITEM_43.fullmatch(vendor) is not None
    assert is_direct or is_item or not vendor or (MENU_43.fullmatch(vendor) and 9 in parse_vendor_options(vendor))
    assert packet.siaddr in (SERVER.address.ip, OTHER)
    if packet.message_type is MessageType.OFFER and not is_direct and 175 not in packet.options:
        assert packet.siaddr == SERVER.address.ip, "EDK2 asks there on port 4011; iPXE loads from there"
    assert (packet.xid, packet.chaddr, packet.hlen) == (request.xid, request.chaddr, request.hlen)
    assert packet.options[60] == (b"HTTPClient" if request.options[60].startswith(b"HTTP") else b"PXEClient")
    assert packet.file or 9 in parse_vendor_options(vendor)
    assert packet.options.get(67, b"\0") == packet.file + b"\0"
    codes = option_codes(payload)
    assert codes[0] == 53
    assert len(codes) == len(set(codes)), "an option stands twice"
    inner = sub_option_codes(vendor)
    assert len(inner) == len(set(inner)), "a sub-option stands twice"
    assert set(codes) <= {53, 54, 60, 97, 43, 66, 67, 82, 175, 17, 150}
    if is_item:
        assert vendor[2:6] == parse_vendor_options(request.options[43])[71]
    check_route(outcome.reply, request, packet, port, source)
    if port is DhcpPort.BOOT_SERVER and source[0] != IPv4Address(0):
        assert len(payload) <= max(2 * len(data), 1024 if 9 in parse_vendor_options(vendor) else 0)


def sub_option_codes(vendor: bytes) -> list[int]:
    codes, start = [], 0
    while start < len(vendor) and vendor[start] != 255:
        codes.append(vendor[start])
        start += 2 + vendor[start + 1]
    return codes


def check_route(
    reply: Reply, request: DhcpPacket, packet: DhcpPacket, port: DhcpPort, source: tuple[IPv4Address, int]
) -> None:
    """An answer goes to the relay, to everybody, or to a host of a network that is served."""
    if request.giaddr != IPv4Address(0):
        assert request.giaddr in RELAYS[0]
        assert reply.destination == (request.giaddr, 67)
        return
    if port is DhcpPort.DISCOVERY:
        is_item = packet.message_type is MessageType.ACK
        assert reply.destination == (IPv4Address("255.255.255.255"), 68) or (
            is_item and reply.destination == (request.ciaddr, 68) and request.ciaddr in SERVER.address.network
        )
        assert is_item or request.message_type is MessageType.DISCOVER
    elif source[0] != IPv4Address(0):
        assert reply.destination == source
        assert source[0] in SERVER.address.network or source[0] in RELAYS[0]
    assert reply.from_port is port


CONVERSATIONS = st.lists(
    st.tuples(frames(), st.sampled_from(DhcpPort), SOURCES, st.floats(0, 30)), min_size=1, max_size=6
)


@given(CONVERSATIONS, SETTINGS)
@settings(max_examples=200, deadline=None)
def test_every_reply_to_mutated_requests_keeps_the_rules(
    conversation: list[tuple[bytes, DhcpPort, tuple[IPv4Address, int], float]], how: ProxySettings
) -> None:
    stage = Stage(settings=how)
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
        stage.discovery(frame, server=SERVER).reply is not None
        for stage in [Stage()]
        for frame in ALL_FRAMES
        if decode(frame).message_type is MessageType.DISCOVER
    ]
    assert answered.count(True) == 3
