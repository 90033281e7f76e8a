"""OFFER, ACK and NAK of a server that gives addresses, field by field."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network

import pytest
from scapy.layers.dhcp import BOOTP, DHCP

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BROADCAST_FLAG, NO_ADDRESS, DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.protocol.dhcp.lease import (
    INFINITE_S,
    LONGEST_REPLY_BYTES,
    BootPart,
    LeaseTerms,
    NetworkTerms,
    build_lease_reply,
    build_nak,
    lease_reply_route,
)
from fogportable.protocol.pxe import BootAnswer, build_offer
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, IPXE_DISCOVER, ordinary_discover, varied

SERVER = IPv4Address("192.168.50.1")
ADDRESS = IPv4Address("192.168.50.20")
NETWORK = NetworkTerms(
    SERVER,
    IPv4Network("192.168.50.0/24"),
    router=SERVER,
    dns=(IPv4Address("192.168.50.2"), IPv4Address("192.168.50.3")),
    domain="room.example",
)
LAPTOP = ordinary_discover(MacAddress.parse("3c:52:82:6a:00:01"))


def reply(packet: DhcpPacket, kind: MessageType = MessageType.OFFER, **terms: object) -> DhcpPacket:
    lease = LeaseTerms(**{"address": ADDRESS, "lease_s": 3600, **terms})  # type: ignore[arg-type]
    octets = build_lease_reply(packet, kind, NETWORK, lease)
    assert octets is not None
    return decode(octets)


def test_offer_says_address_lease_times_and_network() -> None:
    offer = reply(LAPTOP, host_name="client111")
    assert (offer.yiaddr, offer.ciaddr, offer.siaddr) == (ADDRESS, NO_ADDRESS, NO_ADDRESS)
    assert (offer.op, offer.xid, offer.chaddr) == (2, LAPTOP.xid, LAPTOP.chaddr)
    assert list(offer.options)[:2] == [OptionCode.MESSAGE_TYPE, OptionCode.SERVER_IDENTIFIER]
    assert offer.options == {
        OptionCode.MESSAGE_TYPE: b"\x02",
        OptionCode.SERVER_IDENTIFIER: SERVER.packed,
        OptionCode.LEASE_TIME_S: (3600).to_bytes(4, "big"),
        OptionCode.RENEWAL_TIME_S: (1800).to_bytes(4, "big"),
        OptionCode.REBINDING_TIME_S: (3150).to_bytes(4, "big"),
        OptionCode.SUBNET_MASK: bytes([255, 255, 255, 0]),
        OptionCode.BROADCAST_ADDRESS: bytes([192, 168, 50, 255]),
        OptionCode.ROUTER: SERVER.packed,
        OptionCode.DNS_SERVERS: bytes([192, 168, 50, 2, 192, 168, 50, 3]),
        OptionCode.DOMAIN_NAME: b"room.example",
        OptionCode.HOST_NAME: b"client111",
    }


def test_infinite_lease_has_no_times_to_renew_it() -> None:
    offer = reply(LAPTOP, lease_s=INFINITE_S)
    assert offer.options[OptionCode.LEASE_TIME_S] == b"\xff\xff\xff\xff"
    assert OptionCode.RENEWAL_TIME_S not in offer.options


def test_inform_is_answered_without_address_and_lease() -> None:
    octets = build_lease_reply(LAPTOP, MessageType.ACK, NETWORK, None)
    assert octets is not None
    ack = decode(octets)
    assert int(ack.yiaddr) == 0
    assert OptionCode.LEASE_TIME_S not in ack.options
    assert ack.options[OptionCode.ROUTER] == SERVER.packed


def test_client_identifier_goes_back_to_systems_and_not_to_firmware() -> None:
    identifier = b"\xff\x12\x34\x56\x78\x00\x01"
    laptop = decode(varied(encode(LAPTOP), {OptionCode.CLIENT_IDENTIFIER: identifier}))
    assert reply(laptop).options[OptionCode.CLIENT_IDENTIFIER] == identifier
    assert OptionCode.CLIENT_IDENTIFIER not in reply(decode(IPXE_DISCOVER)).options


def test_offer_for_firmware_has_the_boot_part_of_the_proxys_offer_and_our_lease() -> None:
    packet = decode(EDK2_DISCOVER)
    proxys = build_offer(packet, BootAnswer(SERVER, SERVER, "boot.efi"))
    assert proxys is not None
    octets = build_lease_reply(
        packet, MessageType.OFFER, NETWORK, LeaseTerms(ADDRESS, 3600), BootPart.of(decode(proxys))
    )
    assert octets is not None
    offer = decode(octets)
    assert (offer.yiaddr, offer.siaddr, offer.file, offer.flags) == (ADDRESS, SERVER, b"boot.efi", BROADCAST_FLAG)
    assert offer.options[OptionCode.VENDOR_CLASS] == b"PXEClient"
    assert offer.options[OptionCode.VENDOR_OPTIONS] == bytes.fromhex("060108ff")
    assert offer.options[OptionCode.BOOT_FILE] == b"boot.efi\0"
    assert offer.options[OptionCode.CLIENT_MACHINE_ID] == packet.options[OptionCode.CLIENT_MACHINE_ID]
    assert offer.options[OptionCode.LEASE_TIME_S] == (3600).to_bytes(4, "big")
    assert 300 <= len(octets) <= LONGEST_REPLY_BYTES


def test_reply_fits_what_the_client_takes_and_spares_what_boot_does_not_need() -> None:
    packet = decode(varied(EDK2_DISCOVER, {OptionCode.MAX_MESSAGE_SIZE: (576).to_bytes(2, "big")}))
    boot = BootPart(
        SERVER, b"", b"boot.efi", {OptionCode.BOOT_FILE: b"b" * 200, OptionCode.TFTP_SERVER_NAME: b"s" * 100}
    )
    octets = build_lease_reply(packet, MessageType.OFFER, NETWORK, LeaseTerms(ADDRESS, 3600), boot)
    assert octets is not None
    assert len(octets) <= 548
    assert OptionCode.TFTP_SERVER_NAME not in decode(octets).options
    assert OptionCode.BOOT_FILE in decode(octets).options
    too_long = BootPart(SERVER, b"", b"", {OptionCode.BOOT_FILE: b"b" * 250, OptionCode.VENDOR_OPTIONS: b"v" * 250})
    assert build_lease_reply(packet, MessageType.OFFER, NETWORK, LeaseTerms(ADDRESS, 3600), too_long) is None


def test_nak_names_the_server_and_gives_nothing() -> None:
    nak = decode(build_nak(LAPTOP, SERVER, "it is not free for this computer"))
    assert nak.message_type is MessageType.NAK
    assert {int(nak.yiaddr), int(nak.ciaddr), int(nak.siaddr)} == {0}
    assert nak.options[OptionCode.SERVER_IDENTIFIER] == SERVER.packed


@pytest.mark.parametrize(
    ("kind", "ciaddr", "expected"),
    [
        (MessageType.OFFER, "0.0.0.0", "255.255.255.255"),
        (MessageType.ACK, "0.0.0.0", "255.255.255.255"),
        (MessageType.ACK, "192.168.50.20", "192.168.50.20"),
        (MessageType.NAK, "192.168.50.20", "255.255.255.255"),
    ],
)
def test_only_who_has_an_address_is_answered_there(kind: MessageType, ciaddr: str, expected: str) -> None:
    packet = decode(varied(encode(LAPTOP), ciaddr=IPv4Address(ciaddr)))
    assert lease_reply_route(packet, kind) == (IPv4Address(expected), 68)


def test_scapy_reads_the_same() -> None:
    octets = build_lease_reply(LAPTOP, MessageType.ACK, NETWORK, LeaseTerms(ADDRESS, 7200))
    read = BOOTP(octets)
    assert read.yiaddr == str(ADDRESS)
    options: dict[str, object] = dict(each[:2] for each in read[DHCP].options if isinstance(each, tuple))
    assert options["lease_time"] == 7200
    assert options["server_id"] == str(SERVER)
    assert options["subnet_mask"] == "255.255.255.0"
