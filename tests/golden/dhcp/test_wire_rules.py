"""What holds for every answer of every case, read from its octets by other means than those that wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from ipaddress import IPv4Address
from typing import Any

import pytest

from fogportable.boot.proxy_dhcp import Reply
from fogportable.events import LeaseRequestSeen
from fogportable.protocol.dhcp import DhcpPacket, MessageType, decode
from tests.golden.dhcp.cases import CASES
from tests.golden.dhcp.conversation import Case, Exchange, kind_of, replay

_OPTIONS_AT = 240
_SHORTEST, _LONGEST = 300, 1472
_MENU_SUB_OPTIONS = {8, 9, 10}

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@cache
def exchanges(name: str) -> tuple[Exchange, ...]:
    """Those of a case; it is the same each time."""
    return tuple(replay(next(each for each in CASES if each.name == name)))


def answers(case: Case) -> Iterator[tuple[DhcpPacket, Reply]]:
    """The question and the answer, where there is one."""
    for each in exchanges(case.name):
        if each.reply is not None:
            yield decode(each.heard.datagram.payload), each.reply


def is_of_a_lease(case: Case, asked: DhcpPacket, reply: Reply) -> bool:
    """Whether a private network's DHCP server says this, not a proxy or a boot server."""
    return case.plan.network is not None and reply.from_port.value == 67 and 43 not in asked.options


def boot_answers(case: Case) -> Iterator[tuple[DhcpPacket, Reply]]:
    """Without those that only give an address, or refuse one."""
    for asked, reply in answers(case):
        if not is_of_a_lease(case, asked, reply) or 60 in dict(options_of(reply)):
            yield asked, reply


def raw_options(data: bytes) -> list[tuple[int, bytes]]:
    """Code and value of each as it stands, repeated ones twice. Fails when one runs past the end, or none ends them."""
    found = []
    at = 0
    while data[at] != 255:
        if data[at] == 0:
            at += 1
            continue
        stop = at + 2 + data[at + 1]
        assert stop < len(data)
        found.append((data[at], data[at + 2 : stop]))
        at = stop
    assert not any(data[at + 1 :]), "only padding follows the end mark"
    return found


def options_of(reply: Reply) -> list[tuple[int, bytes]]:
    return raw_options(reply.payload[_OPTIONS_AT:])


def test_cases_without_any_answer_are_those_that_say_so() -> None:
    """And nobody becomes silent unseen: these are all of them."""
    silent = {case.name for case in CASES if not any(answers(case))}
    assert silent == {case.name for case in CASES if case.is_silent}
    assert silent == {
        "http-file-field__http",
        "no-file-for-arch__arm64",
        "rule-ignore__arm64",
        "denied__efi64",
        "deny-beats-allow__efi32",
        "not-allowed__arm64",
        "relay-not-listed__efi64",
        "menu-denied__efi64",
        "menu-denied__bios",
        "not-for-us__any",
        "page-pxelinux__efi64",
        "page-pxelinux__efi32",
        "page-pxelinux__arm64",
        "page-ipxe__efi32",
        "page-ipxe__arm64",
        "fog-uefi__arm64",
    }


@every_case
def test_every_lease_request_of_a_client_is_left_to_the_site(case: Case) -> None:
    for each in exchanges(case.name):
        is_request = each.heard.datagram.destination[1] == 67 and kind_of(each.heard) is MessageType.REQUEST
        if not is_request or 43 in decode(each.heard.datagram.payload).options:
            continue
        server = decode(each.heard.datagram.payload).address_option(54)
        if case.plan.network is None or server not in (None, case.plan.cards[0].address.ip):
            assert each.reply is None


@every_case
def test_no_answer_of_a_proxy_or_a_boot_server_gives_an_address(case: Case) -> None:
    for asked, reply in answers(case):
        if not is_of_a_lease(case, asked, reply):
            assert reply.payload[16:20] == bytes(4)


@every_case
def test_a_private_network_gives_addresses_of_its_own_with_what_belongs_to_them(case: Case) -> None:
    network = case.plan.network
    for asked, reply in answers(case):
        if network is None or not is_of_a_lease(case, asked, reply):
            continue
        options = dict(options_of(reply))
        address = IPv4Address(reply.payload[16:20])
        if options[53] == bytes([MessageType.NAK]):
            assert set(options) == {53, 54, 56, *({61} & set(asked.options))}
            assert (address, reply.payload[20:24]) == (IPv4Address(0), bytes(4))
            continue
        assert network.first <= address <= network.last or address in {each.address for each in network.hosts}
        assert {1, 28, 51, 54} <= set(options)
        assert asked.message_type in (MessageType.DISCOVER, MessageType.REQUEST)
        assert options[53] == bytes([2 if asked.message_type is MessageType.DISCOVER else 5])


@every_case
def test_silence_is_told_of_once(case: Case) -> None:
    """A computer that gets no answer at all is not left alone without a word."""
    if case.is_silent:
        said = [event for each in exchanges(case.name) for event in each.events]
        reasons = [event.sentence() for event in said if not isinstance(event, LeaseRequestSeen)]
        assert reasons
        assert len(set(reasons)) == len(reasons)


@every_case
def test_no_option_stands_twice_and_none_is_overloaded_or_a_file_size(case: Case) -> None:
    for _, reply in answers(case):
        codes = [code for code, _ in options_of(reply)]
        assert len(set(codes)) == len(codes)
        assert not {13, 52} & set(codes)


@every_case
def test_option_43_has_each_sub_option_once_and_ends_itself(case: Case) -> None:
    for _, reply in answers(case):
        vendor = dict(options_of(reply)).get(43)
        if vendor is None:
            continue
        assert len(vendor) <= 255
        assert vendor.endswith(b"\xff")
        codes = [code for code, _ in raw_options(vendor)]
        assert codes
        assert len(set(codes)) == len(codes)
        assert 6 in codes or codes == [71], "how to look for boot servers is always said, but in the ACK to a choice"


@every_case
def test_every_entry_of_a_menu_can_be_chosen(case: Case) -> None:
    """EDK2 fails at a type that no list of servers has; a prompt without a menu ends with PXE-E21."""
    for _, reply in answers(case):
        vendor = dict(raw_options(dict(options_of(reply)).get(43, b"\xff")))
        if not _MENU_SUB_OPTIONS & set(vendor):
            continue
        assert 9 in vendor
        shown = [kind for kind, _ in _entries(vendor[9], 1)]
        assert len(set(shown)) == len(shown)
        assert vendor[6][0] & 8 == 0, "the menu is not skipped"
        listed = dict(_entries(vendor.get(8, b""), 4))
        assert set(listed) == set(shown) - {0} or (not listed and not vendor[6][0] & 1)
        assert all(len(addresses) in (0, 4) for addresses in listed.values()), "one address per type"


def _entries(value: bytes, unit: int) -> Iterator[tuple[int, bytes]]:
    while value:
        size = value[2] * unit
        assert len(value) >= 3 + size
        yield int.from_bytes(value[:2], "big"), value[3 : 3 + size]
        value = value[3 + size :]


@every_case
def test_option_82_goes_back_last_and_unchanged_and_only_when_it_came(case: Case) -> None:
    for asked, reply in answers(case):
        found = options_of(reply)
        came = [(82, asked.options[82])] if 82 in asked.options else []
        assert [each for each in found if each[0] == 82] == came
        assert found[-1:] == came or not came


@every_case
def test_the_client_knows_its_question_and_our_place_in_the_answer(case: Case) -> None:
    for each in exchanges(case.name):
        if each.reply is None:
            continue
        asked, told = each.heard.datagram.payload, each.reply.payload
        assert told[0] == 2
        assert told[1:8] == asked[1:8], "htype, hlen, hops and xid"
        assert told[24:44] == asked[24:44], "giaddr and chaddr"
        ours = case.plan.cards[each.heard.card].address.ip
        options = dict(options_of(each.reply))
        assert options[54] == ours.packed
        assert next(iter(options)) == 53


@every_case
def test_answer_about_booting_has_the_clients_class_and_machine_number(case: Case) -> None:
    for asked, reply in boot_answers(case):
        options = dict(options_of(reply))
        assert options[60] == (b"HTTPClient" if asked.options[60].startswith(b"HTTP") else b"PXEClient")
        assert options.get(97) == asked.options.get(97)


@every_case
def test_answer_fits_and_is_long_enough_for_old_stacks(case: Case) -> None:
    for asked, reply in answers(case):
        wanted = int.from_bytes(asked.options.get(57, b""), "big") - 28
        assert _SHORTEST <= len(reply.payload) <= min(_LONGEST, max(wanted, 548) if 57 in asked.options else _LONGEST)


@every_case
def test_file_name_in_its_field_and_in_option_67_are_one(case: Case) -> None:
    for _, reply in boot_answers(case):
        options = dict(options_of(reply))
        field = reply.payload[108:236].rstrip(b"\0")
        assert options.get(67, b"\0").endswith(b"\0")
        assert options.get(67, b"\0")[:-1] == field
        is_instructed = bool(dict(raw_options(options.get(43, b"\xff"))).keys() & _MENU_SUB_OPTIONS)
        assert field or is_instructed, "an answer without a file has a menu"
        server = str(IPv4Address(reply.payload[20:24])).encode()
        is_asked_further = decode(reply.payload).message_type is MessageType.OFFER and 43 not in options
        assert reply.payload[44:108].rstrip(b"\0") == server or is_asked_further


@every_case
def test_ipxe_is_told_whose_file_to_take(case: Case) -> None:
    for asked, reply in boot_answers(case):
        if asked.options.get(77) == b"iPXE" or 175 in asked.options:
            assert 1 in dict(raw_options(dict(options_of(reply))[175] + b"\xff"))


@every_case
def test_answers_go_where_the_client_listens(case: Case) -> None:
    for each in exchanges(case.name):
        if each.reply is None:
            continue
        asked = decode(each.heard.datagram.payload)
        port = each.heard.datagram.destination[1]
        if asked.giaddr != IPv4Address(0):
            assert (each.reply.destination, each.reply.from_port.value) == ((asked.giaddr, 67), 67)
        elif port == 4011:
            assert (each.reply.destination, each.reply.from_port.value) == (each.heard.datagram.source, 4011)
        else:
            assert each.reply.from_port.value == 67
            assert each.reply.destination[1] == 68
            if asked.message_type is MessageType.DISCOVER:
                assert each.reply.destination[0] == IPv4Address("255.255.255.255")
                assert case.plan.network is not None or each.reply.payload[10:12] == b"\x80\x00"


@pytest.fixture(scope="module")
def layers() -> Any:
    """scapy's DHCP, which others wrote from the same standards."""
    from scapy.layers import dhcp

    return dhcp


@every_case
def test_scapy_reads_every_answer_to_its_end(layers: Any, case: Case) -> None:
    for _, reply in answers(case):
        packet = layers.BOOTP(reply.payload)
        options = packet[layers.DHCP].options
        assert bytes(packet.options) == b"c\x82Sc"
        assert "end" in options
        listed = options[: options.index("end")]
        assert all(isinstance(each, tuple) for each in listed)
        assert set(options[len(listed) + 1 :]) <= {"pad"}
        numbers = [each[0] if isinstance(each[0], int) else layers.DHCPRevOptions[each[0]][0] for each in listed]
        assert numbers == [code for code, _ in options_of(reply)]
        assert dict(each[:2] for each in listed)["message-type"] == dict(options_of(reply))[53][0]
