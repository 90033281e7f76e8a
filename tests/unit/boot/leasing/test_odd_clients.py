"""Clients as they come: identifiers of every form, hardware of every length, and whatever order they talk in."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.model import StaticHost
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType, OptionCode, decode, encode
from fogportable.protocol.dhcp.lease import INFINITE_S
from tests.unit.boot.leasing.server import FIRST, LAST, OURS, Server, frame, network, packet_of, pc
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, HTTP_DISCOVER, varied

CLONED = b"\xffsame-disk-image"


def test_cloned_computers_with_one_client_identifier_get_an_address_each() -> None:
    server = Server()
    addresses = []
    for number in range(3):
        identifier: dict[int, bytes] = {OptionCode.CLIENT_IDENTIFIER: CLONED}
        offer = packet_of(server.hear(frame(pc(number), MessageType.DISCOVER, options=identifier)))
        assert offer is not None
        assert offer.options[OptionCode.CLIENT_IDENTIFIER] == CLONED
        words = {"wish": str(offer.yiaddr), "server": str(OURS.ip)}
        ack = packet_of(server.hear(frame(pc(number), MessageType.REQUEST, options=identifier, **words)))
        assert ack is not None
        assert ack.message_type is MessageType.ACK
        addresses.append(ack.yiaddr)
    assert len(set(addresses)) == 3


@pytest.mark.parametrize("identifier", [b"", b"\1", b"\1" + pc(1).octets, b"\xff" + bytes(18), b"x" * 255, b"x" * 300])
def test_one_computer_keeps_its_address_whatever_it_calls_itself(identifier: bytes) -> None:
    server = Server()
    before = server.lease(pc(1))
    named = frame(pc(1), MessageType.DISCOVER, options={OptionCode.CLIENT_IDENTIFIER: identifier})
    offer = packet_of(server.hear(named))
    assert offer is not None
    assert offer.yiaddr == before


@pytest.mark.parametrize("length", [1, 5, 6, 8, 16])
@pytest.mark.parametrize("htype", [1, 6, 7, 32])
def test_hardware_of_any_length_gets_an_address_and_none_gets_nothing(length: int, htype: int) -> None:
    server = Server()
    asked = varied(EDK2_DISCOVER, chaddr=bytes(range(1, 17)), hlen=length, htype=htype)
    offer = packet_of(server.hear(asked))
    assert offer is not None
    assert (offer.hlen, offer.htype, offer.chaddr) == (length, htype, bytes(range(1, 17)))
    assert FIRST <= offer.yiaddr <= LAST
    assert packet_of(server.hear(varied(EDK2_DISCOVER, hlen=0))) is None


@pytest.mark.parametrize("code", [OptionCode.REQUESTED_ADDRESS, OptionCode.SERVER_IDENTIFIER])
@pytest.mark.parametrize("value", [b"", b"\1", bytes(3), bytes(5), b"x" * 300])
@pytest.mark.parametrize("kind", [1, 3, 4, 7, 8])
def test_addresses_of_a_wrong_length_are_no_addresses(code: OptionCode, value: bytes, kind: int) -> None:
    server = Server()
    held = server.lease(pc(1))
    outcome = server.hear(frame(pc(1), MessageType(kind), options={code: value}))
    assert outcome.other_server is None
    assert server.book.client_of(held or FIRST) == pc(1).octets


def test_http_boot_beside_a_list_of_who_may_boot_has_lease_and_address_in_one_packet() -> None:
    server = Server()
    offer = packet_of(server.hear(HTTP_DISCOVER))
    assert offer is not None
    assert offer.file == b"http://192.168.50.1:8080/x64/ipxe.efi"
    assert offer.options[OptionCode.VENDOR_CLASS] == b"HTTPClient"
    assert FIRST <= offer.yiaddr <= LAST
    assert offer.options[OptionCode.LEASE_TIME_S] == (3600).to_bytes(4, "big")


def test_two_rules_for_one_computer_or_one_address_never_give_an_address_twice() -> None:
    hosts = (
        StaticHost(pc(1), IPv4Address("192.168.50.200"), "outside", is_infinite=True),
        StaticHost(pc(2), IPv4Address("192.168.50.200"), "same-address"),
        StaticHost(pc(1), FIRST, "same-computer"),
    )
    server = Server(network(*hosts))
    given = [server.lease(pc(number)) for number in (1, 2, 3)]
    assert len(set(given)) == 3
    assert None not in given


def test_infinite_lease_outside_the_range_is_told_as_one() -> None:
    server = Server(network(StaticHost(pc(1), IPv4Address("192.168.50.200"), is_infinite=True)))
    offer = server.discover(pc(1))
    assert offer is not None
    assert offer.yiaddr == IPv4Address("192.168.50.200")
    assert offer.options[OptionCode.LEASE_TIME_S] == INFINITE_S.to_bytes(4, "big")


_TALK = st.lists(
    st.tuples(
        st.integers(0, 5),  # who
        st.sampled_from(["discover", "request", "renew", "reboot", "release", "decline", "inform", "wait", "occupy"]),
        st.integers(0, 14),  # which address
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(_TALK)
def test_no_address_has_two_holders_whatever_clients_say(talk: list[tuple[int, str, int]]) -> None:
    """Whoever got an ACK and neither gave it back nor let it run out is its only holder."""
    server = Server(network(StaticHost(pc(0), IPv4Address("192.168.50.200")), lease_s=60))
    holders: dict[IPv4Address, tuple[MacAddress, float]] = {}
    for who, what, number in talk:
        mac, address = pc(who), IPv4Address(int(FIRST) - 2 + number)
        wish, ours = str(address), str(OURS.ip)
        match what:
            case "wait":
                server.now += number * 10
                continue
            case "occupy":
                server.occupied[address] = pc(100 + number)
                continue
            case "discover":
                said = frame(mac, MessageType.DISCOVER, wish=wish)
            case "request":
                said = frame(mac, MessageType.REQUEST, wish=wish, server=ours)
            case "renew":
                said = frame(mac, MessageType.REQUEST, ciaddr=wish)
            case "reboot":
                said = frame(mac, MessageType.REQUEST, wish=wish)
            case "release":
                said = frame(mac, MessageType.RELEASE, ciaddr=wish, server=ours)
            case "decline":
                said = frame(mac, MessageType.DECLINE, wish=wish, server=ours)
            case _:
                said = frame(mac, MessageType.INFORM, ciaddr=wish)
        reply = packet_of(server.hear(said))
        if what in ("release", "decline") and holders.get(address, (None, 0.0))[0] == mac:
            del holders[address]
        if reply is None:
            continue
        assert decode(encode(replace(reply))) == reply
        if reply.message_type is MessageType.ACK and reply.yiaddr != IPv4Address(0):
            holder = holders.get(reply.yiaddr)
            assert holder is None or holder[0] == mac or holder[1] <= server.now
            assert FIRST <= reply.yiaddr <= LAST or (mac == pc(0) and reply.yiaddr == IPv4Address("192.168.50.200"))
            holders = {each: held for each, held in holders.items() if held[0] != mac}  # It has one address only.
            holders[reply.yiaddr] = (mac, server.now + 60)
