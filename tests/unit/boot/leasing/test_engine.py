"""What a private network's server answers: the states of RFC 2131 4.3, and network boot."""

from __future__ import annotations

import contextlib
import time
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.policy import ProxySettings, Silence
from fogportable.events import (
    AddressInUse,
    ClientAsked,
    LeaseGiven,
    LeaseRefused,
    LeaseReleased,
    OfferSent,
    PoolEmpty,
    RequestIgnored,
)
from fogportable.model import ClientLists, PxeAction, PxeEntry, PxeMenu, StaticHost
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.dhcp import MessageType, OptionCode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.pxe.vendor_options import VendorOption, parse_vendor_options
from tests.unit.boot.leasing.server import FIRST, LAST, OURS, Server, frame, network, packet_of, pc
from tests.unit.protocol.dhcp.frames import (
    ALL_FRAMES,
    EDK2_DISCOVER,
    EDK2_MAC,
    HTTP_DISCOVER,
    IPXE_DISCOVER,
    IPXE_MAC,
    varied,
)

ELSEWHERE = "10.9.9.9"


def request_after(discover: bytes, address: IPv4Address) -> bytes:
    return varied(
        discover,
        {
            OptionCode.MESSAGE_TYPE: b"\x03",
            OptionCode.REQUESTED_ADDRESS: address.packed,
            OptionCode.SERVER_IDENTIFIER: OURS.ip.packed,
        },
    )


def test_an_ordinary_computer_gets_an_address_of_the_range() -> None:
    server = Server()
    offer = server.discover(pc(1))
    assert offer is not None
    assert offer.message_type is MessageType.OFFER
    assert FIRST <= offer.yiaddr <= LAST
    assert OptionCode.VENDOR_OPTIONS not in offer.options
    outcome = server.hear(frame(pc(1), MessageType.REQUEST, wish=str(offer.yiaddr), server=str(OURS.ip)))
    ack = packet_of(outcome)
    assert ack is not None
    assert (ack.message_type, ack.yiaddr) == (MessageType.ACK, offer.yiaddr)
    assert ack.options[OptionCode.LEASE_TIME_S] == (3600).to_bytes(4, "big")
    (given,) = outcome.events
    assert isinstance(given, LeaseGiven)
    assert (given.client, given.address, given.is_renewal) == (pc(1), offer.yiaddr, False)


def test_uefi_gets_address_and_boot_file_in_one_offer_and_again_in_the_ack() -> None:
    server = Server()
    outcome = server.hear(EDK2_DISCOVER)
    offer = packet_of(outcome)
    assert offer is not None
    assert (offer.siaddr, offer.file) == (OURS.ip, b"x64/ipxe.efi")
    assert offer.options[OptionCode.VENDOR_OPTIONS] == bytes.fromhex("060108ff")
    assert {type(each) for each in outcome.events} >= {ClientAsked, OfferSent}
    ack = packet_of(server.hear(request_after(EDK2_DISCOVER, offer.yiaddr)))
    assert ack is not None
    assert (ack.message_type, ack.yiaddr, ack.siaddr, ack.file) == (
        MessageType.ACK,
        offer.yiaddr,
        OURS.ip,
        b"x64/ipxe.efi",
    )


def test_ack_of_firmware_whose_offer_came_before_a_restart_has_the_boot_file_too() -> None:
    server = Server()
    server.look()
    ack = packet_of(server.hear(request_after(EDK2_DISCOVER, FIRST)))
    assert ack is not None
    assert (ack.message_type, ack.yiaddr, ack.file) == (MessageType.ACK, FIRST, b"x64/ipxe.efi")


def test_ipxe_gets_its_script_and_the_address_the_firmware_had() -> None:
    server = Server()
    firmware = server.hear(varied(IPXE_DISCOVER, {OptionCode.USER_CLASS: None, OptionCode.IPXE: None}))
    ipxe = server.hear(IPXE_DISCOVER)
    first, second = packet_of(firmware), packet_of(ipxe)
    assert first is not None
    assert second is not None
    assert first.yiaddr == second.yiaddr
    assert second.file == b"tftp://192.168.50.1/boot.ipxe"
    assert server.take(IPXE_MAC, second) is not None
    system = server.discover(IPXE_MAC)
    assert system is not None
    assert system.yiaddr == first.yiaddr, "another client identifier is no other computer"
    assert system.file == b""


def test_firmware_without_a_boot_file_gets_an_address_all_the_same() -> None:
    offer = packet_of(Server().hear(varied(EDK2_DISCOVER, {OptionCode.CLIENT_ARCH: b"\x00\x0b"})))
    assert offer is not None
    assert FIRST <= offer.yiaddr <= LAST
    assert OptionCode.VENDOR_CLASS not in offer.options


def test_http_firmware_gets_an_address_and_a_url() -> None:
    server = Server()
    offer = packet_of(server.hear(HTTP_DISCOVER))
    assert offer is not None
    assert FIRST <= offer.yiaddr <= LAST
    assert offer.options[OptionCode.VENDOR_CLASS] == b"HTTPClient"
    assert offer.file == b"http://192.168.50.1:8080/x64/ipxe.efi"
    ack = packet_of(server.hear(request_after(HTTP_DISCOVER, offer.yiaddr)))
    assert ack is not None
    assert (ack.yiaddr, ack.file) == (offer.yiaddr, offer.file)


def test_firmware_is_shown_the_menu_and_its_choice_is_answered_without_an_address() -> None:
    menu = PxeMenu(
        "F8 for a menu",
        3,
        (
            PxeEntry("Boot", PxeAction.FILE, file="x64/ipxe.efi"),
            PxeEntry("Other", PxeAction.FILE, file="x64/other.efi"),
        ),
        answers_broadcast=True,
    )
    server = Server(proxy=ProxySettings(pxe_menu=menu))
    offer = packet_of(server.hear(EDK2_DISCOVER))
    assert offer is not None
    assert FIRST <= offer.yiaddr <= LAST
    assert VendorOption.BOOT_MENU in parse_vendor_options(offer.options[OptionCode.VENDOR_OPTIONS])
    assert packet_of(server.hear(request_after(EDK2_DISCOVER, offer.yiaddr))) is not None
    choice = varied(
        EDK2_DISCOVER,
        {OptionCode.MESSAGE_TYPE: b"\x03", OptionCode.VENDOR_OPTIONS: bytes.fromhex("470480010000ff")},
        ciaddr=offer.yiaddr,
    )
    outcome = server.hear(choice, source=str(offer.yiaddr))
    answer = packet_of(outcome)
    assert answer is not None
    assert (answer.message_type, answer.file) == (MessageType.ACK, b"x64/other.efi")
    assert OptionCode.LEASE_TIME_S not in answer.options
    assert not [each for each in outcome.events if isinstance(each, LeaseGiven)]


def test_whom_a_list_keeps_from_booting_gets_an_address_without_a_boot_file_and_is_named() -> None:
    lists = ClientLists(deny=(MacPattern(EDK2_MAC.octets),))
    server = Server(proxy=ProxySettings(clients=lists))
    outcome = server.hear(EDK2_DISCOVER)
    offer = packet_of(outcome)
    assert offer is not None
    assert FIRST <= offer.yiaddr <= LAST
    assert offer.file == b""
    assert not {OptionCode.VENDOR_CLASS, OptionCode.BOOT_FILE, OptionCode.VENDOR_OPTIONS} & set(offer.options)
    assert [each.reason for each in outcome.events if isinstance(each, RequestIgnored)] == [Silence.DENIED.value]


def test_nobody_is_called_ignored_here() -> None:
    server = Server()
    for number in range(5):
        assert not [
            each
            for each in server.hear(frame(pc(number), MessageType.DISCOVER)).events
            if isinstance(each, RequestIgnored)
        ]


def test_a_room_gets_its_offers_at_once_after_one_round_of_looks() -> None:
    server = Server(network(last=IPv4Address("192.168.50.99")))
    server.look()
    outcomes = [
        server.engine.receive_datagram(
            frame(pc(number), MessageType.DISCOVER), source=(IPv4Address(0), 68), now=server.now
        )
        for number in range(30)
    ]
    offered = {packet.yiaddr for packet in map(packet_of, outcomes) if packet is not None}
    assert len(offered) == 30


def test_an_address_somebody_uses_is_left_out_and_named() -> None:
    server = Server()
    server.occupied[FIRST] = pc(77)
    found = [event for outcome in server.look() for event in outcome.events]
    assert found == [AddressInUse(interface="eth1", address=FIRST, holder=pc(77))]
    assert {server.lease(pc(number)) for number in range(9)}.isdisjoint({FIRST})


def test_wish_is_looked_at_before_it_is_granted() -> None:
    server = Server()
    wished = "192.168.50.27"
    server.occupied[IPv4Address(wished)] = pc(77)
    offer = server.discover(pc(1), wish=wished)
    assert offer is not None
    assert offer.yiaddr != IPv4Address(wished)
    other = server.discover(pc(2), wish="192.168.50.26")
    assert other is not None
    assert other.yiaddr == IPv4Address("192.168.50.26")


def test_renewal_extends_and_goes_to_the_computers_address() -> None:
    server = Server()
    address = server.lease(pc(1))
    server.now += 1800
    outcome = server.hear(frame(pc(1), MessageType.REQUEST, ciaddr=str(address)), source=str(address))
    assert outcome.reply is not None
    assert outcome.reply.destination == (address, 68)
    (given,) = outcome.events
    assert isinstance(given, LeaseGiven)
    assert given.is_renewal
    binding = server.book.binding_of(pc(1).octets)
    assert binding is not None
    assert binding.ends_s == server.now + 3600


def test_init_reboot_with_a_known_address_is_confirmed_and_with_a_foreign_one_refused() -> None:
    server = Server()
    address = server.lease(pc(1))
    known = packet_of(server.hear(frame(pc(1), MessageType.REQUEST, wish=str(address))))
    assert known is not None
    assert known.message_type is MessageType.ACK
    outcome = server.hear(frame(pc(2), MessageType.REQUEST, wish=ELSEWHERE))
    refused = packet_of(outcome)
    assert refused is not None
    assert refused.message_type is MessageType.NAK
    assert isinstance(outcome.events[0], LeaseRefused)


def test_another_computers_address_is_refused() -> None:
    server = Server()
    address = server.lease(pc(1))
    for request in (
        frame(pc(2), MessageType.REQUEST, wish=str(address)),
        frame(pc(2), MessageType.REQUEST, wish=str(address), server=str(OURS.ip)),
        frame(pc(2), MessageType.REQUEST, ciaddr=str(address)),
    ):
        reply = packet_of(server.hear(request))
        assert reply is not None
        assert reply.message_type is MessageType.NAK


def test_a_request_to_another_server_tells_of_it_and_frees_our_offer() -> None:
    server = Server()
    offer = server.discover(pc(1))
    assert offer is not None
    outcome = server.hear(frame(pc(1), MessageType.REQUEST, wish="192.168.50.200", server="192.168.50.254"))
    assert outcome.reply is None
    assert outcome.other_server == IPv4Address("192.168.50.254")
    assert server.book.binding_of(pc(1).octets) is None


def test_decline_holds_the_address_back_and_the_computer_gets_another() -> None:
    server = Server()
    address = server.lease(pc(1))
    outcome = server.hear(frame(pc(1), MessageType.DECLINE, wish=str(address), server=str(OURS.ip)))
    assert isinstance(outcome.events[0], AddressInUse)
    assert server.lease(pc(1)) != address
    assert address not in {server.lease(pc(number)) for number in range(2, 10)}


def test_a_computer_that_declines_everything_does_not_use_up_the_range() -> None:
    server = Server(network(last=IPv4Address("192.168.50.99")))
    for _ in range(40):
        server.now += 1
        address = server.lease(pc(1))
        server.hear(frame(pc(1), MessageType.DECLINE, wish=str(address), server=str(OURS.ip)))
    held = [number for number in range(20, 100) if not server.book.is_available(IPv4Address(f"192.168.50.{number}"), 0)]
    assert len(held) == 8


def test_release_frees_the_address_and_its_computer_gets_it_again() -> None:
    server = Server(network(last=FIRST))
    address = server.lease(pc(1))
    assert server.lease(pc(2)) is None
    outcome = server.hear(frame(pc(1), MessageType.RELEASE, ciaddr=str(address), server=str(OURS.ip)))
    assert isinstance(outcome.events[0], LeaseReleased)
    assert server.lease(pc(1)) == address
    server.hear(frame(pc(1), MessageType.RELEASE, ciaddr=str(address), server=str(OURS.ip)))
    server.now += 301
    assert server.lease(pc(2)) == address


def test_a_release_by_somebody_else_changes_nothing() -> None:
    server = Server()
    address = server.lease(pc(1))
    server.hear(frame(pc(2), MessageType.RELEASE, ciaddr=str(address), server=str(OURS.ip)))
    assert server.book.may_have(pc(1).octets, address or FIRST, server.now)
    assert not server.book.may_have(pc(2).octets, address or FIRST, server.now)


def test_inform_gets_the_settings_at_its_own_address() -> None:
    server = Server()
    outcome = server.hear(frame(pc(1), MessageType.INFORM, ciaddr="192.168.50.200"), source="192.168.50.200")
    ack = packet_of(outcome)
    assert ack is not None
    assert outcome.reply is not None
    assert outcome.reply.destination == (IPv4Address("192.168.50.200"), 68)
    assert OptionCode.LEASE_TIME_S not in ack.options
    assert server.hear(frame(pc(1), MessageType.INFORM, ciaddr=ELSEWHERE)).reply is None


def test_the_last_address_gone_is_said_once_until_one_is_free_again() -> None:
    server = Server(network(last=IPv4Address("192.168.50.21"), lease_s=600))
    assert len({server.lease(pc(1)), server.lease(pc(2))}) == 2
    first = server.hear(frame(pc(3), MessageType.DISCOVER))
    assert first.reply is None
    assert [type(each) for each in first.events] == [PoolEmpty]
    assert server.hear(frame(pc(4), MessageType.DISCOVER)).events == ()
    server.now += 601
    assert server.lease(pc(3)) is not None
    assert server.lease(pc(4)) is not None
    assert [type(each) for each in server.hear(frame(pc(5), MessageType.DISCOVER)).events] == [PoolEmpty]


def test_an_offer_nobody_took_is_taken_back_when_addresses_are_short() -> None:
    server = Server(network(last=FIRST))
    assert server.discover(pc(1)) is not None
    assert server.discover(pc(2)) is None
    server.now += 11
    offer = server.discover(pc(2))
    assert offer is not None
    assert offer.yiaddr == FIRST


def test_whose_time_is_over_but_who_still_answers_keeps_its_address() -> None:
    server = Server(network(last=FIRST, lease_s=600))
    assert server.lease(pc(1)) == FIRST
    server.now += 601
    server.occupied[FIRST] = pc(1)
    assert server.lease(pc(2)) is None
    assert server.lease(pc(1)) == FIRST


@pytest.mark.parametrize("is_infinite", [True, False])
def test_a_static_host_gets_its_address_and_name(is_infinite: bool) -> None:
    address = IPv4Address("192.168.50.111")
    server = Server(network(StaticHost(pc(1), address, "client111", is_infinite)))
    offer = server.discover(pc(1))
    assert offer is not None
    assert offer.yiaddr == address
    assert offer.options[OptionCode.HOST_NAME] == b"client111"
    expected = b"\xff\xff\xff\xff" if is_infinite else (3600).to_bytes(4, "big")
    assert offer.options[OptionCode.LEASE_TIME_S] == expected
    assert server.lease(pc(1)) == address


def test_a_static_host_whose_address_is_used_by_another_gets_one_of_the_range() -> None:
    server = Server(network(StaticHost(pc(1), IPv4Address("192.168.50.111"))))
    server.occupied[IPv4Address("192.168.50.111")] = pc(77)
    offer = server.discover(pc(1))
    assert offer is not None
    assert FIRST <= offer.yiaddr <= LAST


def test_a_choice_from_a_boot_menu_is_no_wish_for_an_address() -> None:
    item: dict[int, bytes | None] = {
        OptionCode.MESSAGE_TYPE: b"\x03",
        OptionCode.VENDOR_OPTIONS: bytes.fromhex("470400010000ff"),
    }
    outcome = Server().hear(varied(EDK2_DISCOVER, item, ciaddr=IPv4Address("192.168.50.20")))
    packet = packet_of(outcome)
    assert packet is None or int(packet.yiaddr) == 0
    assert not [each for each in outcome.events if isinstance(each, LeaseGiven)]


def test_relayed_requests_and_our_own_get_no_answer() -> None:
    server = Server()
    assert server.hear(varied(EDK2_DISCOVER, giaddr=IPv4Address("192.168.50.254"))).reply is None
    assert server.hear(frame(pc(9999), MessageType.DISCOVER)).reply is None


def test_a_client_that_asks_without_end_is_answered_within_bounds() -> None:
    server = Server()
    server.look()
    answered = sum(server.hear(EDK2_DISCOVER).reply is not None for _ in range(500))
    assert answered <= 60


@given(st.sampled_from(ALL_FRAMES), st.data())
def test_no_octets_raise_anything_but_a_malformed_packet(frame: bytes, data: st.DataObject) -> None:
    server = Server()
    octets = bytearray(frame)
    for _ in range(data.draw(st.integers(1, 12))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(octets)))
    for each in (bytes(octets), bytes(octets[:cut])):
        with contextlib.suppress(MalformedPacket):
            server.hear(each)


def test_a_flood_of_invented_computers_is_answered_quickly_and_leaves_the_others_their_addresses() -> None:
    server = Server(network(last=IPv4Address("192.168.50.250")))
    mine = server.lease(pc(1))
    begin = time.perf_counter()
    for number in range(3000):
        server.now += 0.001
        server.hear(frame(MacAddress(bytes((2, 0, 0, 9, number >> 8, number & 255))), MessageType.DISCOVER))
    each_ms = (time.perf_counter() - begin) / 3
    print(f"{each_ms:.2f} ms for one of them")
    assert each_ms < 5
    renewed = packet_of(server.hear(frame(pc(1), MessageType.REQUEST, ciaddr=str(mine))))
    assert renewed is not None
    assert renewed.message_type is MessageType.ACK
