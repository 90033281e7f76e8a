"""What is sent to find another DHCP server, and whom we take for one."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from scapy.layers.dhcp import BOOTP
from scapy.layers.inet import IP, UDP
from scapy.layers.l2 import Ether

from fogportable.platform.packet_tap import TappedDatagram, parse_frame
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREPLY, BROADCAST_FLAG, DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.services.dhcp_probe import DhcpProbe, ForeignServer, discover_frame, foreign_server, probe_mac

CARD = MacAddress.parse("3c:52:82:6a:00:01")
ROUTER = MacAddress.parse("3c:52:82:6a:00:99")
OURS = IPv4Address("192.168.50.1")
OTHER = IPv4Address("192.168.50.254")


def said(**changes: object) -> TappedDatagram:
    """An OFFER of another server, with changes to its packet."""
    options: dict[int, bytes] = {OptionCode.MESSAGE_TYPE: b"\x02", OptionCode.SERVER_IDENTIFIER: OTHER.packed}
    packet = DhcpPacket(op=BOOTREPLY, yiaddr=IPv4Address("192.168.50.77"), options=options)
    payload = encode(replace(packet, **changes))  # type: ignore[arg-type]  # the fields are the caller's to name
    return TappedDatagram(ROUTER, (OTHER, 67), (IPv4Address("255.255.255.255"), 68), payload)


def heard(datagram: TappedDatagram) -> ForeignServer | None:
    return foreign_server(datagram, ours=OURS, own_macs=frozenset({CARD}))


def test_discover_goes_from_the_card_with_one_stable_address_that_is_not_the_cards() -> None:
    frame = discover_frame(CARD, 0x1234)
    datagram = parse_frame(frame)
    assert datagram is not None
    assert datagram.source_mac == CARD
    assert (datagram.source, datagram.destination) == ((IPv4Address(0), 68), (IPv4Address("255.255.255.255"), 67))
    packet = decode(datagram.data)
    assert packet.message_type is MessageType.DISCOVER
    assert (packet.flags, packet.mac, packet.xid) == (BROADCAST_FLAG, probe_mac(CARD), 0x1234)
    assert probe_mac(CARD).is_locally_administered
    assert probe_mac(CARD) not in (CARD, probe_mac(ROUTER))
    assert probe_mac(CARD) == probe_mac(CARD)
    assert not probe_mac(CARD).octets[0] & 1, "no group address"


def test_checksums_are_those_scapy_works_out() -> None:
    frame = discover_frame(CARD, 0x1234)
    read = Ether(frame)
    given = (read[IP].chksum, read[UDP].chksum)
    del read[IP].chksum, read[UDP].chksum
    again = Ether(bytes(read))
    assert (again[IP].chksum, again[UDP].chksum) == given
    assert again[BOOTP].xid == 0x1234


def test_who_offers_an_address_is_a_server() -> None:
    assert heard(said()) == ForeignServer(OTHER, ROUTER)
    ack = {OptionCode.MESSAGE_TYPE: b"\x05", OptionCode.SERVER_IDENTIFIER: OTHER.packed}
    assert heard(said(options=ack)) == ForeignServer(OTHER, ROUTER)
    assert heard(said(options={OptionCode.MESSAGE_TYPE: b"\x02"})) == ForeignServer(OTHER, ROUTER)


@pytest.mark.parametrize(
    "changes",
    [
        {"yiaddr": IPv4Address(0)},
        {"op": 1},
        {"options": {OptionCode.MESSAGE_TYPE: b"\x06", OptionCode.SERVER_IDENTIFIER: OTHER.packed}},
        {"options": {OptionCode.MESSAGE_TYPE: b"\x02", OptionCode.SERVER_IDENTIFIER: OURS.packed}},
    ],
    ids=["a proxy", "a request", "a NAK", "ourselves"],
)
def test_who_gives_no_address_is_none(changes: dict[str, object]) -> None:
    assert heard(said(**changes)) is None


def test_our_own_cards_and_junk_are_none() -> None:
    assert heard(replace(said(), source_mac=CARD)) is None
    assert heard(replace(said(), data=b"junk")) is None
    assert heard(replace(said(), source=(OTHER, 4011))) is None


def test_a_round_is_three_discovers_a_second_apart_and_then_patience() -> None:
    sent: list[float] = []
    now = 100.0
    probe = DhcpProbe(lambda: sent.append(now))
    is_over = probe.run_due(now)
    while not is_over:
        now = probe.next_deadline()
        is_over = probe.run_due(now)
    assert sent == [100.0, 101.0, 102.0]
    assert now == 104.5
