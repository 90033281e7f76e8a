"""How firmware reads the offers of several servers, row by row of what EDK2 and iPXE do."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.dhcp import BOOTREPLY, DhcpPacket, MessageType, OptionCode, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.pxe import (
    OfferClass,
    Reason,
    ServerOffer,
    edk2_winner,
    ipxe_winner,
    read_offer,
)
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER
from tests.unit.protocol.pxe.offers_on_wire import (
    BINL,
    BOOTP_FILE,
    CLASS,
    CLASS_TO_US,
    HIGH_FILE,
    IPXE,
    KIT,
    LEASE,
    LOW_PROXY,
    MENU_PROXY,
    PLAIN,
    PROXIES_HIDDEN,
    SECOND,
    SECOND_BINL,
    SITE,
    THIRD,
    WITH_43,
    WITH_CLASS,
    WITH_FILE,
    WITHOUT_PRIORITY,
    offer,
    ours,
)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (PLAIN, OfferClass.DHCP_ONLY),
        (WITH_FILE, OfferClass.DHCP_ONLY),
        (WITH_CLASS, OfferClass.DHCP_BINL),
        (WITH_43, OfferClass.DHCP_PXE10),
        (BOOTP_FILE, OfferClass.BOOTP),
        (ours(), OfferClass.PROXY_PXE10),
        (BINL, OfferClass.PROXY_BINL),
        # Sub-option 71 alone is no instruction; each of 6 to 10 is.
        (offer(KIT, {**CLASS, OptionCode.VENDOR_OPTIONS: bytes.fromhex("470480000000ff")}), OfferClass.PROXY_BINL),
        (offer(KIT, {**CLASS, OptionCode.VENDOR_OPTIONS: bytes.fromhex("0a0100ff")}), OfferClass.PROXY_PXE10),
        # Option 43 is a PXE client's only where the class says so.
        (offer(SITE, {OptionCode.VENDOR_OPTIONS: DIRECT_BOOT}, gives=LEASE), OfferClass.DHCP_ONLY),
        (offer(SITE, {OptionCode.VENDOR_CLASS: b"MSFT 5.0"}, gives=LEASE), OfferClass.DHCP_ONLY),
        # Multicast download is not supported, so the whole offer is thrown away.
        (
            offer(
                KIT,
                {
                    **CLASS,
                    OptionCode.VENDOR_OPTIONS: bytes.fromhex("0104e0000001020200010302000204010505010506 0108ff"),
                },
            ),
            OfferClass.IGNORED,
        ),
        (offer(KIT, CLASS, names_itself=False), OfferClass.IGNORED),  # A4
        (offer(KIT, {OptionCode.BOOT_FILE: b"x"}, siaddr=KIT), OfferClass.IGNORED),  # A5
        # The lease in `yiaddr` of a boot-item ACK is not the boot server's to give.
        (offer(KIT, CLASS, gives=LEASE, port=4011, kind=MessageType.ACK), OfferClass.PROXY_BINL),
    ],
)
def test_edk2_sorts_offers_by_class_and_instructions(read: ServerOffer, expected: OfferClass) -> None:
    assert read.offer_class is expected


@pytest.mark.parametrize(
    ("offers", "winner", "reason", "asked"),
    [
        ([WITH_43, ours()], WITH_43, Reason.DHCP_INSTRUCTIONS, None),
        ([PLAIN, ours()], ours(), Reason.PROXY_INSTRUCTIONS, None),  # A1
        ([WITH_CLASS, PLAIN, ours()], ours(), Reason.PROXY_INSTRUCTIONS, None),  # a second server that gives addresses
        ([WITH_CLASS, ours()], WITH_CLASS, Reason.DHCP_CLASS, SITE),  # C1
        ([WITH_CLASS, BINL], WITH_CLASS, Reason.DHCP_CLASS, SITE),  # C2
        ([CLASS_TO_US, ours()], CLASS_TO_US, Reason.DHCP_CLASS, KIT),  # C5
        ([offer(SITE, CLASS, gives=LEASE), ours()], offer(SITE, CLASS, gives=LEASE), Reason.DHCP_CLASS, SITE),
        ([PLAIN, BINL], BINL, Reason.PROXY_CLASS, KIT),  # A2
        ([PLAIN, offer(KIT, CLASS)], offer(KIT, CLASS), Reason.PROXY_CLASS, KIT),  # A3b
        ([PLAIN, offer(KIT, CLASS, siaddr=THIRD)], offer(KIT, CLASS, siaddr=THIRD), Reason.PROXY_CLASS, THIRD),  # A3
        ([WITH_FILE, ours()], ours(), Reason.PROXY_INSTRUCTIONS, None),  # C3
        ([WITH_FILE, BINL], BINL, Reason.PROXY_CLASS, KIT),  # C4
        ([WITH_FILE], WITH_FILE, Reason.DHCP_FILE, None),
        ([BOOTP_FILE], BOOTP_FILE, Reason.DHCP_FILE, None),
        ([PLAIN, SECOND_BINL, ours()], ours(), Reason.PROXY_INSTRUCTIONS, None),
        ([PLAIN, SECOND, ours()], SECOND, Reason.PROXY_INSTRUCTIONS, None),
        ([ours(), SECOND, PLAIN], ours(), Reason.PROXY_INSTRUCTIONS, None),
        ([PLAIN, SECOND_BINL, BINL], SECOND_BINL, Reason.PROXY_CLASS, THIRD),
        ([PLAIN, offer(KIT, CLASS, names_itself=False)], None, Reason.NOTHING_TO_BOOT, None),  # A4
        ([PLAIN, offer(KIT, siaddr=KIT, file=b"x")], None, Reason.NOTHING_TO_BOOT, None),  # A5
        ([ours()], None, Reason.NO_ADDRESS, None),
        ([], None, Reason.NO_ADDRESS, None),
    ],
)
def test_edk2_takes(
    offers: list[ServerOffer], winner: ServerOffer | None, reason: Reason, asked: IPv4Address | None
) -> None:
    choice = edk2_winner(offers)
    assert (choice.boot, choice.reason, choice.boot_server) == (winner, reason, asked)


@pytest.mark.parametrize(
    ("offers", "winner", "reason", "asked"),
    [
        ([PLAIN, WITHOUT_PRIORITY], WITHOUT_PRIORITY, Reason.PROXY_ALONE, None),  # I1
        ([PLAIN, offer(KIT, CLASS, file=b"x")], offer(KIT, CLASS, file=b"x"), Reason.PROXY_ALONE, KIT),  # I2
        ([PLAIN, offer(KIT, CLASS, siaddr=KIT)], offer(KIT, CLASS, siaddr=KIT), Reason.PROXY_ALONE, KIT),  # I3
        ([WITH_FILE, WITHOUT_PRIORITY], WITH_FILE, Reason.DHCP_PRIORITY, None),  # C4i
        ([WITHOUT_PRIORITY, WITH_FILE], WITH_FILE, Reason.DHCP_PRIORITY, None),  # C4i, the other way round
        ([WITH_FILE, IPXE], IPXE, Reason.PROXY_PRIORITY, None),  # I11
        ([HIGH_FILE, IPXE], HIGH_FILE, Reason.DHCP_PRIORITY, None),
        ([WITH_FILE, MENU_PROXY], MENU_PROXY, Reason.PROXY_MENU, None),  # how dnsmasq wins
        ([PROXIES_HIDDEN, IPXE], None, Reason.PROXIES_HIDDEN, None),
        ([SECOND, WITHOUT_PRIORITY, PLAIN], WITHOUT_PRIORITY, Reason.PROXY_ALONE, None),  # the latest of equals
        ([WITHOUT_PRIORITY, SECOND, PLAIN], SECOND, Reason.PROXY_ALONE, None),
        ([IPXE, SECOND, PLAIN], IPXE, Reason.PROXY_ALONE, None),
        ([SECOND, LOW_PROXY, PLAIN], SECOND, Reason.PROXY_ALONE, None),
        # Measured with iPXE 1.21.1 of 2025: a lease and any proxy end the wait, and our priority comes too late.
        ([SECOND_BINL, PLAIN, IPXE], SECOND_BINL, Reason.PROXY_ALONE, None),
        ([PLAIN, SECOND, IPXE], SECOND, Reason.PROXY_ALONE, None),
        ([PLAIN, IPXE, SECOND], IPXE, Reason.PROXY_ALONE, None),
        # A DHCP server with the class is lease and proxy in one; iPXE asks it and not the next server that it names.
        ([WITH_CLASS, IPXE], WITH_CLASS, Reason.DHCP_CLASS, SITE),
        ([CLASS_TO_US, IPXE], CLASS_TO_US, Reason.DHCP_CLASS, SITE),
        ([IPXE, WITH_CLASS], IPXE, Reason.PROXY_ALONE, None),
        ([WITH_CLASS], WITH_CLASS, Reason.DHCP_CLASS, SITE),
        ([WITH_43], WITH_43, Reason.DHCP_FILE, None),
        ([WITH_FILE], WITH_FILE, Reason.DHCP_FILE, None),
        ([PLAIN], None, Reason.NOTHING_TO_BOOT, None),
        ([IPXE], None, Reason.NO_ADDRESS, None),
        ([offer(SITE, gives=LEASE, port=1067), IPXE], None, Reason.NO_ADDRESS, None),
    ],
)
def test_ipxe_takes(
    offers: list[ServerOffer], winner: ServerOffer | None, reason: Reason, asked: IPv4Address | None
) -> None:
    choice = ipxe_winner(offers)
    assert (choice.boot, choice.reason, choice.boot_server) == (winner, reason, asked)


def test_uefi_reads_option_67_first_and_ipxe_the_field() -> None:
    both = offer(KIT, {OptionCode.BOOT_FILE: b"opt67.efi\0"}, file=b"field.efi")  # A12, I9
    assert (both.uefi_file, both.ipxe_file) == (b"opt67.efi", b"field.efi")


def test_server_without_identifier_is_known_by_next_server_then_by_sender() -> None:
    assert offer(KIT, siaddr=THIRD, names_itself=False).server == THIRD
    assert offer(KIT, names_itself=False).server == KIT


@pytest.mark.parametrize(
    "packet",
    [
        decode(EDK2_DISCOVER),
        DhcpPacket(op=BOOTREPLY, options={OptionCode.MESSAGE_TYPE: bytes([MessageType.NAK])}),
        DhcpPacket(op=BOOTREPLY),
    ],
)
def test_what_offers_nothing_is_no_offer(packet: DhcpPacket) -> None:
    assert read_offer(packet, (SITE, 67)) is None


def test_answer_to_an_inform_is_no_proxy() -> None:
    assert not offer(SITE, CLASS, kind=MessageType.ACK).is_proxy
    assert offer(SITE, CLASS, kind=MessageType.ACK, port=4011).is_proxy
    assert offer(SITE, {OptionCode.VENDOR_CLASS: b"HTTPClient"}).is_proxy


@given(st.binary(max_size=400), st.lists(st.sampled_from([PLAIN, WITH_FILE, WITH_CLASS, SECOND, IPXE]), max_size=4))
def test_no_reply_raises_anything_when_it_is_read_and_compared(tail: bytes, others: list[ServerOffer]) -> None:
    frame = bytes([BOOTREPLY]) + EDK2_DISCOVER[1:240] + tail
    try:
        read = read_offer(decode(frame), (SITE, 67))
    except MalformedPacket:
        return
    if read is not None:
        edk2_winner([*others, read])
        ipxe_winner([read, *others])
