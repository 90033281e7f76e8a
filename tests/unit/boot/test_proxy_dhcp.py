"""The engine: who is answered, by which port, with what; every row of the matrix of message types.

Where each rule of a conforming proxy is tested:
- silence matrix, unknown architecture, class by prefix, 43 before 53, xid 0, own packets: here and in test_offer_shapes
- fields of OFFER and ACK, 97 missing or odd, size, relay's 82 last, ports of answers: protocol/pxe/test_reply, here
- packets without an end mark, cut or split options: protocol/dhcp/test_codec
- relays listed and not, two cards, lists on every port and for choices: test_rules
- boot-server OFFER names us, the local entry, layer bit 15, 71 repeated, priority for iPXE: test_offer_shapes
- byte budget, no prompt without a menu, no sub-option twice: test_pxe_menu, test_proxy_dhcp_property
- rates: test_proxy_dhcp_limits. Shapes that are ignored: test_ladder
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.boot.policy import Silence
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ServerIdentity
from fogportable.events import (
    ArchWithoutFile,
    BootServerAckSent,
    ClientAsked,
    LeaseRequestSeen,
    OfferSent,
    RequestIgnored,
    SmallLinuxAsked,
)
from fogportable.model import BootRule
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType, encode
from fogportable.protocol.errors import MalformedPacket
from tests.unit.boot.engine import CLIENT, NOBODY, SERVER, Stage, only_event, replied
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    HTTP_DISCOVER,
    IPXE_BOOT_ITEM_REQUEST,
    IPXE_DISCOVER,
    IPXE_MAC,
    lease_request,
    ordinary_discover,
    varied,
)

BROADCAST = (IPv4Address("255.255.255.255"), 68)
OURS = IPv4Address("192.168.88.2")
BOOT_ITEM = bytes.fromhex("470480000000ff")


@pytest.fixture
def stage() -> Stage:
    return Stage()


def reason(outcome: Outcome) -> str:
    event = only_event(outcome)
    assert isinstance(event, RequestIgnored)
    return event.reason


# --- port 67 ----------------------------------------------------------------------------------------------------


def test_discover_of_firmware_is_offered_its_file(stage: Stage) -> None:
    outcome = stage.discovery(EDK2_DISCOVER)
    packet = replied(outcome)
    assert packet.message_type is MessageType.OFFER
    assert packet.file == b"x64/ipxe.efi"
    assert outcome.reply is not None
    assert (outcome.reply.destination, outcome.reply.from_port) == (BROADCAST, DhcpPort.DISCOVERY)
    assert outcome.events == (
        ClientAsked(
            client=EDK2_MAC,
            interface="eth0",
            arch=7,
            uuid=None,
            vendor_class="PXEClient:Arch:00007:UNDI:003000",
            runs_ipxe=False,
            port=67,
        ),
        OfferSent(
            client=EDK2_MAC,
            interface="eth0",
            arch=7,
            file="x64/ipxe.efi",
            next_server=OURS,
            destination="255.255.255.255:68",
        ),
    )


def test_discover_of_ipxe_is_offered_the_script_with_priority(stage: Stage) -> None:
    outcome = stage.discovery(IPXE_DISCOVER)
    packet = replied(outcome)
    assert packet.file == b"tftp://192.168.88.2/boot.ipxe"
    assert packet.options[67] == b"tftp://192.168.88.2/boot.ipxe\0"
    assert packet.options[175] == b"\x01\x01\x01"
    assert packet.options[43] == bytes.fromhex("060108ff")
    asked, sent = outcome.events
    assert isinstance(asked, ClientAsked)
    assert asked.runs_ipxe
    assert isinstance(sent, OfferSent)
    assert sent.file == "tftp://192.168.88.2/boot.ipxe"


def test_script_address_names_the_tftp_port_when_it_is_not_69(stage: Stage) -> None:
    server = ServerIdentity("lo", IPv4Interface("127.0.0.1/8"), tftp_port=40069)
    assert replied(stage.discovery(IPXE_DISCOVER, server=server)).file == b"tftp://127.0.0.1:40069/boot.ipxe"


def test_gpxe_is_offered_the_script(stage: Stage) -> None:
    assert replied(stage.discovery(varied(EDK2_DISCOVER, {77: b"gPXE"}))).file.endswith(b"/boot.ipxe")


def test_ipxe_gets_the_script_without_any_boot_file() -> None:
    assert replied(Stage(()).discovery(IPXE_DISCOVER)).file.endswith(b"/boot.ipxe")


def test_7_and_9_are_offered_the_same(stage: Stage) -> None:
    assert replied(stage.discovery(varied(EDK2_DISCOVER, {93: b"\0\x09"}))).file == b"x64/ipxe.efi"


def test_first_rule_wins() -> None:
    rules = (BootRule(frozenset({7}), "first.efi"), BootRule(frozenset({7, 11}), "second.efi"))
    stage = Stage(rules)
    assert replied(stage.discovery(EDK2_DISCOVER)).file == b"first.efi"
    assert replied(stage.discovery(varied(EDK2_DISCOVER, {93: b"\0\x0b"}))).file == b"second.efi"


@pytest.mark.parametrize("arch", [6, 10, 16, 20, 77, 0xFFFF])
def test_architecture_without_a_file_is_silent_and_shown_once_a_minute(stage: Stage, arch: int) -> None:
    frame = varied(EDK2_DISCOVER, {93: arch.to_bytes(2, "big")})
    event = only_event(stage.discovery(frame))
    assert isinstance(event, ArchWithoutFile)
    assert (event.client, event.interface, event.arch) == (EDK2_MAC, "eth0", arch)
    assert f"({arch})" in event.fault.message
    stage.now += 59
    assert stage.discovery(frame) == Outcome(None, ())
    stage.now += 1
    assert isinstance(only_event(stage.discovery(frame)), ArchWithoutFile)


def test_http_architecture_is_silent_even_with_a_rule() -> None:
    stage = Stage((BootRule(frozenset({16}), "x64.efi"),))
    assert isinstance(only_event(stage.discovery(varied(EDK2_DISCOVER, {93: b"\0\x10"}))), ArchWithoutFile)


def test_unusual_architecture_with_a_rule_is_answered() -> None:
    stage = Stage((BootRule(frozenset({27}), "riscv.efi"),))
    assert replied(stage.discovery(varied(EDK2_DISCOVER, {93: b"\0\x1b"}))).file == b"riscv.efi"


def test_http_discover_is_left_alone_with_the_reason(stage: Stage) -> None:
    assert reason(stage.discovery(HTTP_DISCOVER)) == Silence.HTTP_BOOT


def test_lease_request_is_only_watched(stage: Stage) -> None:
    frame = lease_request(EDK2_DISCOVER, address="192.168.88.134", dhcp_server="192.168.88.1")
    event = only_event(stage.discovery(frame))
    assert event == LeaseRequestSeen(client=EDK2_MAC, address=CLIENT, dhcp_server=IPv4Address("192.168.88.1"))


def test_renewal_names_its_address_in_ciaddr(stage: Stage) -> None:
    frame = varied(EDK2_DISCOVER, {53: b"\x03"}, ciaddr=CLIENT)
    event = only_event(stage.discovery(frame, source=(CLIENT, 68)))
    assert event == LeaseRequestSeen(client=EDK2_MAC, address=CLIENT, dhcp_server=None)


def test_small_linux_of_a_known_client_is_told_once(stage: Stage) -> None:
    frame = varied(encode(ordinary_discover(EDK2_MAC)), {60: b"udhcp 1.36.1"})
    assert reason(stage.discovery(frame)) == "it did not ask for network boot", "nobody was sent to boot here"
    stage.discovery(EDK2_DISCOVER)
    assert only_event(stage.discovery(frame)) == SmallLinuxAsked(
        client=EDK2_MAC, interface="eth0", vendor_class="udhcp 1.36.1"
    )
    assert stage.discovery(frame).events == ()


def test_lease_request_of_a_known_client_counts_whatever_its_class(stage: Stage) -> None:
    frame = lease_request(encode(ordinary_discover(EDK2_MAC)), address="192.168.88.134", dhcp_server="192.168.88.1")
    assert reason(stage.discovery(frame)) == "it did not ask for network boot"
    stage.discovery(EDK2_DISCOVER)
    event = only_event(stage.discovery(frame))
    assert isinstance(event, LeaseRequestSeen)
    assert event.address == CLIENT


def test_relayed_lease_of_a_known_client_is_not_believed(stage: Stage) -> None:
    stage.discovery(EDK2_DISCOVER)
    ordinary = encode(ordinary_discover(EDK2_MAC))
    frame = varied(
        lease_request(ordinary, address="10.77.2.9", dhcp_server="10.77.1.1"), giaddr=IPv4Address("10.77.2.254")
    )
    assert reason(stage.discovery(frame)) == "it did not ask for network boot"


def test_lease_request_to_us_is_silent_with_the_reason(stage: Stage) -> None:
    frame = lease_request(EDK2_DISCOVER, address="192.168.88.134", dhcp_server="192.168.88.2")
    assert reason(stage.discovery(frame)) == Silence.LEASE_FROM_US


def test_lease_request_without_an_address_is_silent_with_the_reason(stage: Stage) -> None:
    assert reason(stage.discovery(varied(EDK2_DISCOVER, {53: b"\x03"}))) == Silence.LEASE_WITHOUT_ADDRESS


@pytest.mark.parametrize("frame", [EDK2_BOOT_ITEM_REQUEST, IPXE_BOOT_ITEM_REQUEST])
def test_menu_item_is_silent_on_both_ports(stage: Stage, frame: bytes) -> None:
    assert reason(stage.discovery(frame)) == Silence.MENU_ITEM
    stage.now += 60
    assert reason(stage.boot_server(frame)) == Silence.MENU_ITEM
    stage.now += 60
    assert reason(stage.discovery(varied(frame, {53: b"\x08"}))) == Silence.MENU_ITEM


def test_inform_on_67_is_silent(stage: Stage) -> None:
    assert reason(stage.discovery(varied(EDK2_DISCOVER, {53: b"\x08"}))) == Silence.INFORM


@pytest.mark.parametrize("kind", [2, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
def test_other_message_types_are_silent_on_both_ports(stage: Stage, kind: int) -> None:
    frame = varied(EDK2_DISCOVER, {53: bytes([kind])})
    assert reason(stage.discovery(frame)) == Silence.OTHER_TYPE
    stage.now += 60
    assert reason(stage.boot_server(frame)) == Silence.OTHER_TYPE


@pytest.mark.parametrize("kind", [b"\0", b"\x13", b"\xff", b"", b"\x01\x01"])
def test_unknown_message_type_is_silent(stage: Stage, kind: bytes) -> None:
    assert "message type" in reason(stage.discovery(varied(EDK2_DISCOVER, {53: kind})))


def test_ordinary_discover_is_silent_and_said_once_a_minute(stage: Stage) -> None:
    frame = encode(ordinary_discover(EDK2_MAC))
    assert reason(stage.discovery(frame)) == "it did not ask for network boot"
    stage.now += 30
    assert stage.discovery(frame) == Outcome(None, ())
    stage.now += 30
    assert reason(stage.discovery(frame)) == "it did not ask for network boot"


def test_plain_bootp_is_silent(stage: Stage) -> None:
    assert "message type" in reason(stage.discovery(varied(EDK2_DISCOVER, {53: None})))


@pytest.mark.parametrize("giaddr", ["10.77.2.254", "255.255.255.255"])
def test_relayed_request_is_silent_with_the_reason(stage: Stage, giaddr: str) -> None:
    relay = IPv4Address(giaddr)
    assert reason(stage.discovery(varied(EDK2_DISCOVER, giaddr=relay), source=(relay, 67))) == Silence.RELAYED
    stage.now += 60
    frame = varied(lease_request(EDK2_DISCOVER, address="10.77.2.9", dhcp_server="10.77.1.1"), giaddr=relay)
    assert reason(stage.discovery(frame, source=(relay, 67))) == Silence.RELAYED


def test_replies_of_other_servers_are_passed_over(stage: Stage) -> None:
    assert stage.discovery(varied(EDK2_DISCOVER, op=2)) == Outcome(None, ())


def test_own_packets_are_passed_over() -> None:
    stage = Stage(own_macs=frozenset({EDK2_MAC}), own_addresses=frozenset({OURS}))
    assert stage.discovery(EDK2_DISCOVER) == Outcome(None, ())
    assert stage.discovery(IPXE_DISCOVER, source=(OURS, 68)) == Outcome(None, ())
    assert stage.discovery(IPXE_DISCOVER).reply is not None


def test_malformed_datagram_is_the_only_thing_raised(stage: Stage) -> None:
    with pytest.raises(MalformedPacket):
        stage.discovery(EDK2_DISCOVER[:239])


# --- port 4011 --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asking_port", [4011, 68])
@pytest.mark.parametrize("kind", [3, 8])
def test_request_and_inform_on_4011_are_acknowledged_to_the_asking_port(
    stage: Stage, kind: int, asking_port: int
) -> None:
    stage.discovery(EDK2_DISCOVER)
    frame = varied(EDK2_BOOT_SERVER_REQUEST, {53: bytes([kind])})
    outcome = stage.boot_server(frame, source=(CLIENT, asking_port))
    packet = replied(outcome)
    assert packet.message_type is MessageType.ACK
    assert (packet.siaddr, packet.file, packet.ciaddr, packet.flags) == (OURS, b"x64/ipxe.efi", CLIENT, 0)
    assert outcome.reply is not None
    assert outcome.reply.destination == (CLIENT, asking_port)
    assert outcome.reply.from_port is DhcpPort.BOOT_SERVER
    assert outcome.events == (
        BootServerAckSent(
            client=EDK2_MAC,
            interface="eth0",
            arch=7,
            file="x64/ipxe.efi",
            next_server=OURS,
            destination=f"192.168.88.134:{asking_port}",
        ),
    )


def test_client_first_heard_on_4011_is_introduced(stage: Stage) -> None:
    asked, acknowledged = stage.boot_server(EDK2_BOOT_SERVER_REQUEST).events
    assert isinstance(asked, ClientAsked)
    assert asked.port == 4011
    assert isinstance(acknowledged, BootServerAckSent)


def test_request_of_ipxe_on_4011_is_told_the_script(stage: Stage) -> None:
    frame = varied(IPXE_DISCOVER, {53: b"\x03", 54: OURS.packed}, flags=0x8000, ciaddr=CLIENT)
    packet = replied(stage.boot_server(frame, source=(CLIENT, 68)))
    assert packet.file.endswith(b"/boot.ipxe")
    assert (packet.options[175], packet.flags, packet.siaddr) == (b"\x01\x01\x01", 0x8000, OURS)


def test_discover_on_4011_is_offered_by_unicast(stage: Stage) -> None:
    outcome = stage.boot_server(EDK2_DISCOVER, source=(CLIENT, 68))
    assert replied(outcome).message_type is MessageType.OFFER
    assert outcome.reply is not None
    assert (outcome.reply.destination, outcome.reply.from_port) == ((CLIENT, 68), DhcpPort.BOOT_SERVER)
    assert isinstance(outcome.events[-1], OfferSent)


@pytest.mark.parametrize("server", [None, OURS.packed, bytes([10, 0, 0, 1])])
def test_server_identifier_does_not_matter_on_4011(stage: Stage, server: bytes | None) -> None:
    replied(stage.boot_server(varied(EDK2_BOOT_SERVER_REQUEST, {54: server})))


def test_request_without_a_source_address_is_answered_by_broadcast(stage: Stage) -> None:
    outcome = stage.boot_server(EDK2_BOOT_SERVER_REQUEST, source=NOBODY)
    assert outcome.reply is not None
    assert (outcome.reply.destination, outcome.reply.from_port) == (BROADCAST, DhcpPort.BOOT_SERVER)


@pytest.mark.parametrize(
    "source",
    [
        ("10.0.0.1", 68),
        ("192.168.89.1", 68),
        ("192.168.88.255", 68),
        ("192.168.88.0", 68),
        ("255.255.255.255", 68),
        ("224.0.0.1", 68),
        ("127.0.0.1", 68),
        ("192.168.88.9", 0),
    ],
)
def test_source_outside_the_network_gets_nothing_on_4011(stage: Stage, source: tuple[str, int]) -> None:
    outcome = stage.boot_server(EDK2_BOOT_SERVER_REQUEST, source=(IPv4Address(source[0]), source[1]))
    assert reason(outcome) == Silence.OFF_NETWORK


def test_loopback_is_a_network_too(stage: Stage) -> None:
    server = ServerIdentity("lo", IPv4Interface("127.0.0.1/8"), 40069)
    source = (IPv4Address("127.3.2.1"), 40000)
    outcome = stage.boot_server(EDK2_BOOT_SERVER_REQUEST, source=source, server=server)
    assert outcome.reply is not None
    assert outcome.reply.destination == source


def test_answer_on_4011_is_at_most_twice_the_request(stage: Stage) -> None:
    frame = EDK2_BOOT_SERVER_REQUEST[:240] + b"\x35\x01\x03\x3c\x09PXEClient\x5d\x02\0\x07"
    outcome = stage.boot_server(frame)
    assert outcome.reply is not None
    assert len(outcome.reply.payload) <= 2 * len(frame)
    long_name = Stage((BootRule(frozenset({7}), "f" * 254),))
    assert reason(long_name.boot_server(frame)) == Silence.NO_ROOM


def test_unknown_architecture_on_4011_is_silent_and_shown(stage: Stage) -> None:
    frame = varied(EDK2_BOOT_SERVER_REQUEST, {93: b"\0\x06"})
    assert isinstance(only_event(stage.boot_server(frame)), ArchWithoutFile)


def test_http_class_on_4011_is_silent(stage: Stage) -> None:
    frame = varied(EDK2_BOOT_SERVER_REQUEST, {60: b"HTTPClient:Arch:00016:UNDI:003000", 93: b"\0\x10"})
    assert reason(stage.boot_server(frame)) == Silence.HTTP_ON_4011


def test_ordinary_request_on_4011_is_silent(stage: Stage) -> None:
    frame = varied(EDK2_BOOT_SERVER_REQUEST, {60: b"MSFT 5.0"})
    assert reason(stage.boot_server(frame)) == "it did not ask for network boot"


# --- interfaces -------------------------------------------------------------------------------------------------


def test_each_interface_answers_with_its_own_address(stage: Stage) -> None:
    second = ServerIdentity("eth1", IPv4Interface("10.20.0.5/16"))
    for server in (SERVER, second, SERVER):
        ours = server.address.ip
        outcome = stage.discovery(IPXE_DISCOVER, server=server)
        packet = replied(outcome)
        assert packet.siaddr == packet.address_option(54) == ours
        assert packet.sname == packet.options[66] == str(ours).encode()
        assert packet.file == f"tftp://{ours}/boot.ipxe".encode()
        assert {getattr(event, "interface", None) for event in outcome.events} == {server.interface}


def test_address_that_changed_is_used_at_once(stage: Stage) -> None:
    stage.discovery(EDK2_DISCOVER)
    moved = ServerIdentity("eth0", IPv4Interface("192.168.88.77/24"))
    assert replied(stage.discovery(EDK2_DISCOVER, server=moved)).siaddr == IPv4Address("192.168.88.77")


def test_two_clients_are_kept_apart(stage: Stage) -> None:
    other = MacAddress.parse("52:54:00:00:00:99")
    first = stage.discovery(EDK2_DISCOVER)
    second = stage.discovery(varied(EDK2_DISCOVER, mac=other, xid=7))
    assert replied(first).mac == EDK2_MAC
    assert (replied(second).mac, replied(second).xid) == (other, 7)
    assert replied(stage.discovery(IPXE_DISCOVER)).mac == IPXE_MAC
