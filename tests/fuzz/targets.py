"""One function for each decoder: takes any octets, returns nothing, and raises only where there is a bug.

What a decoder may raise is caught here, and what must hold of every answer is asserted. How an engine is set up follows
from the octets themselves, so that a file of the corpus says all there is to know.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path
from zlib import crc32

from fogportable.boot.file_names import AccessViolation, meanings, shown_name
from fogportable.boot.policy import ProxySettings
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.events import Event
from fogportable.model import IpxeClients, OfferShape, PxeAction, PxeEntry, PxeMenu, ReplyOptions
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import decode, encode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.http import BadRequest, Entity, answer_for, encode_head, file_name
from fogportable.protocol.http import parse_request as parse_http_request
from fogportable.protocol.pxe import DhcpPort
from fogportable.protocol.pxe.vendor_options import boot_item, encode_vendor_options, parse_vendor_options
from fogportable.protocol.tftp import (
    Opcode,
    OptionPolicy,
    Outcome,
    ReadTransfer,
    opcode_of,
    parse_error,
    parse_oack,
    parse_request,
)
from tests.unit.boot.engine import CLIENT, NOBODY, Stage
from tests.unit.boot.leasing.server import Server
from tests.unit.boot.test_proxy_dhcp_property import SERVER, check_reply

_RELAYS = (IPv4Network("10.77.2.0/24"),)
_BEHIND = IPv4Address("10.77.2.1")
_MENU = PxeMenu(
    "F8",
    3,
    (
        PxeEntry("iPXE", PxeAction.FILE, frozenset(), "a.efi"),
        PxeEntry("Disk", PxeAction.LOCAL_DISK),
        PxeEntry("RIS", PxeAction.BOOT_SERVER, type=1),
    ),
)
_SETTINGS = (
    ProxySettings(),
    ProxySettings(OfferShape.BOOT_SERVER, IpxeClients.SCRIPT, options=ReplyOptions("/root", has_tftp_address=True)),
    ProxySettings(OfferShape.AUTO, IpxeClients.SCRIPT, pxe_menu=_MENU, relays=_RELAYS),
    ProxySettings(OfferShape.DIRECT, relays=_RELAYS),
)
_ARRIVALS = (
    (DhcpPort.DISCOVERY, NOBODY),
    (DhcpPort.DISCOVERY, (_BEHIND, 67)),
    (DhcpPort.BOOT_SERVER, (CLIENT, 4011)),
    (DhcpPort.BOOT_SERVER, (CLIENT, 68)),
)
_KIT = IPv4Address("192.168.88.2")
_ROOT = Path("/srv/tftpboot")
_LONGEST_CONVERSATION = 400


def feed_dhcp(data: bytes) -> None:
    """A datagram on 67 and 4011: decoder, classes, proxy engine, lease engine and the observer of the site."""
    with contextlib.suppress(MalformedPacket):
        decode(data)
        _check_sentences(_proxy_events(data))
        server = Server()
        for _ in range(2):
            outcome = server.hear(data)
            _check_sentences(outcome.events)
            if outcome.reply is not None:
                assert decode(encode(decode(outcome.reply.payload))) == decode(outcome.reply.payload)
        observer = SiteObserver({"kit0": OwnPlace("kit0", _KIT, frozenset({_KIT}))}, frozenset())
        sender = MacAddress(b"\2\0\0\0\0\1")
        for now, ports in ((0.0, (67, 68)), (1.0, (68, 67)), (2.0, (4011, 68))):
            heard = PassingDatagram("kit0", sender, (CLIENT, ports[0]), (_KIT, ports[1]), data)
            _check_sentences(observer.receive(heard, now))
        _check_sentences(observer.expire(1e6))


def _proxy_events(data: bytes) -> Iterator[Event]:
    stage = Stage(settings=_SETTINGS[crc32(data) % len(_SETTINGS)])
    for port, source in _ARRIVALS:
        stage.now += 1.0
        outcome = stage.engine.receive_datagram(data, port=port, source=source, server=SERVER, now=stage.now)
        yield from outcome.events
        if outcome.reply is not None:
            check_reply(outcome, data, port, source)


def _check_sentences(events: Iterator[Event] | Sequence[Event]) -> None:
    for event in events:
        assert event.sentence().isprintable(), event


def feed_vendor(data: bytes) -> None:
    """The value of option 43."""
    boot_item(data)
    options = parse_vendor_options(data)
    assert all(0 < code < 255 for code in options)
    if sum(2 + len(value) for value in options.values()) < 255:
        assert parse_vendor_options(encode_vendor_options(options)) == options


class _Memory:
    """A file of zeros."""

    def __init__(self, size: int) -> None:
        self.size = size

    def read_at(self, offset: int, length: int) -> bytes:
        return bytes(max(0, min(length, self.size - offset)))


_SIZES = (0, 511, 512, 5000, 70_000, 600_000)


def split_conversation(data: bytes) -> tuple[int, list[bytes]]:
    """How a file of the corpus holds what a TFTP client sends: an octet of settings, then length (2 octets) and octets
    of each datagram. A length that is too large takes what is left.
    """
    datagrams: list[bytes] = []
    at = 1
    while at + 2 <= len(data) and len(datagrams) < _LONGEST_CONVERSATION:
        (size,) = struct.unpack_from(">H", data, at)
        datagrams.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    return (data[0] if data else 0), datagrams


def join_conversation(how: int, datagrams: Sequence[bytes]) -> bytes:
    """The other way round."""
    return bytes([how]) + b"".join(struct.pack(">H", len(each)) + each for each in datagrams)


def feed_tftp(data: bytes) -> None:
    """What a client sends from its request on: the request, its name, and the whole transfer."""
    how, datagrams = split_conversation(data)
    for each in (data, *datagrams):
        for parse in (parse_oack, parse_error, opcode_of):
            with contextlib.suppress(MalformedPacket):
                parse(each)
    if not datagrams:
        return
    try:
        request = parse_request(datagrams[0])
    except MalformedPacket:
        return
    _check_name(request.filename)
    if request.opcode is not Opcode.RRQ or request.mode != "octet":
        return
    policy = OptionPolicy.for_mtu(1500, 1468 if how & 64 else 8, 64 if how & 32 else 4)
    source = _Memory(_SIZES[how % len(_SIZES)])
    transfer = ReadTransfer(request, source, policy, rolls_over_to_one=bool(how & 128))
    _converse(transfer, datagrams[1:], policy)


def _check_name(name: bytes) -> None:
    assert shown_name(name).isprintable()
    with contextlib.suppress(AccessViolation):
        for meaning in meanings(name, _ROOT):
            assert meaning.name
            assert not {"", ".", ".."} & set(meaning.name.split("/"))


def _converse(transfer: ReadTransfer, datagrams: Sequence[bytes], policy: OptionPolicy) -> None:
    now = 0.0
    asked = {name for name, _ in transfer.terms.answer}
    assert len(asked) == len(transfer.terms.answer)
    sent = transfer.start(now)
    assert len(sent) == 1
    for datagram in datagrams:
        was_over = transfer.outcome is not None
        if datagram == b"":  # nothing came, for a while
            now = transfer.next_timeout() or now
            sent = transfer.handle_timeout(now)
        else:
            sent = transfer.receive_datagram(datagram, now)
        assert not (was_over and sent), "who has ended is silent"
        assert len(sent) <= (policy.largest_window_size if transfer.is_heard or transfer.outcome else 1)
        for each in sent:
            assert opcode_of(each) in (Opcode.DATA, Opcode.ERROR, Opcode.OACK)
            assert len(each) <= max(512, policy.largest_block_size) + 4
        assert 0 <= transfer.acknowledged_bytes <= transfer.size
        if transfer.outcome is Outcome.FAILED:
            assert transfer.reason.isprintable()
            assert transfer.next_timeout() is None


def feed_http(data: bytes) -> None:
    """The head of a request, its target, and the answer."""
    try:
        request = parse_http_request(data)
        name = file_name(request.target)
    except BadRequest:
        return
    with contextlib.suppress(AccessViolation):
        meanings(name, _ROOT)
    entity = Entity(name, _SIZES[crc32(data) % len(_SIZES)], '"tag"', 1_700_000_000)
    answer = answer_for(request, entity)
    assert 0 <= answer.start <= answer.end <= entity.size
    head = encode_head(answer, date="Thu, 26 Nov 2026 22:00:00 GMT", is_kept=request.is_persistent)
    assert head.count(b"\r\n\r\n") == 1, "nothing of the request gets into the head"


#: By the name of the corpus folder.
TARGETS: dict[str, Callable[[bytes], None]] = {
    "dhcp": feed_dhcp,
    "http": feed_http,
    "tftp": feed_tftp,
    "vendor": feed_vendor,
}
