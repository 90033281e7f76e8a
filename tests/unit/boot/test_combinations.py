"""Features together: what each does alone must hold beside the others."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from uuid import UUID

import pytest

from fogportable.boot.policy import ProxySettings, ServerIdentity, Silence
from fogportable.boot.proxy_dhcp import DhcpPort
from fogportable.events import RequestIgnored
from fogportable.model import (
    BootRule,
    ClientLists,
    ExtraOption,
    OfferShape,
    PxeAction,
    PxeEntry,
    PxeMenu,
    ReplyOptions,
)
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.dhcp import DhcpPacket, MessageType
from fogportable.protocol.pxe.vendor_options import parse_vendor_options
from tests.unit.boot.engine import RULES, Stage, only_event, replied
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    HTTP_DISCOVER,
    IPXE_DISCOVER,
    varied,
)
from tests.unit.protocol.pxe.test_reply import option_codes

X64 = frozenset({7, 9})
MACHINE = UUID("4c4c4544-0038-3610-8043-b4c04f503732")
RELAY = IPv4Address("10.77.2.254")
#: As routers that tell port, name and customer fill it.
LONG_INFO = bytes(range(200))
WIDE, NARROW = IPv4Network("10.77.0.0/16"), IPv4Network("10.77.2.0/24")
MENU = PxeMenu(
    "F8",
    3,
    (
        PxeEntry("Lab", PxeAction.FILE, file="lab.efi"),
        PxeEntry("Other", PxeAction.FILE, file="other.efi", server=IPv4Address("192.168.88.9")),
    ),
    multicast=IPv4Address("232.1.0.1"),
)


def relayed(frame: bytes) -> bytes:
    return varied(frame, {82: LONG_INFO}, giaddr=RELAY, hops=1)


def sub_options(packet: DhcpPacket) -> dict[int, bytes]:
    return parse_vendor_options(packet.options[43])


def test_menu_through_a_relay_names_us_and_a_choice_through_it_is_answered_to_it() -> None:
    stage = Stage(settings=ProxySettings(pxe_menu=MENU, relays=(WIDE,)))
    offer = stage.discovery(relayed(EDK2_DISCOVER), source=(RELAY, 67))
    assert offer.reply is not None
    assert offer.reply.destination == (RELAY, 67)
    assert sub_options(replied(offer))[8] == bytes.fromhex("8000 01 c0a85802 8001 01 c0a85802")
    assert option_codes(offer.reply.payload)[-1] == 82
    client = (IPv4Address("10.77.2.9"), 4011)
    ack = stage.boot_server(varied(EDK2_BOOT_ITEM_REQUEST, ciaddr=client[0]), source=client)
    assert ack.reply is not None
    assert (ack.reply.destination, ack.reply.from_port) == (client, DhcpPort.BOOT_SERVER)
    assert replied(ack).options[43] == bytes.fromhex("470480000000ff")


def test_http_boot_through_a_relay_is_offered_our_address() -> None:
    stage = Stage(settings=ProxySettings(relays=(WIDE,), pxe_menu=MENU))
    server = ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"), http_port=8080)
    outcome = stage.discovery(relayed(HTTP_DISCOVER), source=(RELAY, 67), server=server)
    packet = replied(outcome)
    assert packet.file == b"http://192.168.88.2:8080/x64/ipxe.efi"
    assert 43 not in packet.options
    assert packet.options[82] == LONG_INFO


def test_rule_for_one_machine_gives_it_another_shape_on_both_ports_beside_a_menu() -> None:
    rules = (BootRule(frozenset(), "mine.efi", uuids=(MACHINE,), shape=OfferShape.BOOT_SERVER), *RULES)
    stage = Stage(rules, ProxySettings(pxe_menu=MENU))
    mine: dict[int, bytes | None] = {97: b"\0" + MACHINE.bytes_le}
    offer = replied(stage.discovery(varied(EDK2_DISCOVER, mine)))
    ack = replied(stage.boot_server(varied(EDK2_BOOT_SERVER_REQUEST, mine)))
    for packet in (offer, ack):
        assert 43 not in packet.options
        assert packet.file == b"mine.efi"
    assert 9 in sub_options(replied(stage.discovery(EDK2_DISCOVER)))


def test_denied_computer_gets_no_item_on_4011_whatever_way_it_came() -> None:
    deny = ClientLists(deny=(MacPattern.parse("52:54:00:aa:bb:01"),))
    for relays in ((), (WIDE,)):
        stage = Stage(settings=ProxySettings(pxe_menu=MENU, clients=deny, relays=relays))
        for kind in (MessageType.REQUEST, MessageType.INFORM):
            stage.now += 100
            event = only_event(stage.boot_server(varied(EDK2_BOOT_ITEM_REQUEST, {53: bytes([kind])})))
            assert isinstance(event, RequestIgnored)
            assert event.reason == Silence.DENIED


def test_each_of_two_cards_speaks_for_itself_to_one_relay_in_overlapping_networks() -> None:
    stage = Stage(settings=ProxySettings(pxe_menu=MENU, relays=(WIDE, NARROW)))
    for address in ("192.168.88.2/24", "172.16.0.2/16"):
        server = ServerIdentity("eth", IPv4Interface(address))
        packet = replied(stage.discovery(relayed(EDK2_DISCOVER), source=(RELAY, 67), server=server))
        ours = server.address.ip
        assert (packet.siaddr, packet.options[54], packet.options[66]) == (ours, ours.packed, str(ours).encode())
        assert sub_options(packet)[8].count(ours.packed) == 2


@pytest.mark.parametrize("accepted", [None, 0, 100, 576, 577, 700, 900, 1100, 1500, 0xFF00])
@pytest.mark.parametrize("frame", [EDK2_DISCOVER, IPXE_DISCOVER])
@pytest.mark.parametrize("has_menu", [False, True])
def test_relay_information_and_file_stay_whole_or_there_is_no_answer(
    accepted: int | None, frame: bytes, has_menu: bool
) -> None:
    extra = tuple(ExtraOption(code, b"x" * 255) for code in (224, 225, 226))
    options = ReplyOptions(root_path="r" * 255, config_file="c" * 255, path_prefix="p" * 255, extra=extra)
    settings = ProxySettings(relays=(WIDE,), options=options, pxe_menu=MENU if has_menu else PxeMenu())
    stage = Stage((BootRule(X64, "n" * 254),), settings)
    limit: dict[int, bytes | None] = {57: None if accepted is None else accepted.to_bytes(2, "big"), 82: LONG_INFO}
    outcome = stage.discovery(varied(frame, limit, giaddr=RELAY), source=(RELAY, 67))
    if outcome.reply is None:
        assert any(isinstance(event, RequestIgnored) and event.reason == Silence.NO_ROOM for event in outcome.events)
        return
    payload = outcome.reply.payload
    allowed = 1472 if accepted is None else min(1472, max(548, accepted - 28))
    assert 300 <= len(payload) <= allowed
    codes = option_codes(payload)
    assert codes[-1] == 82
    assert len(codes) == len(set(codes))
    packet = replied(outcome)
    assert packet.options[82] == LONG_INFO
    assert packet.options[67].rstrip(b"\0") in (b"n" * 254, b"lab.efi", b"tftp://192.168.88.2/boot.ipxe")


@pytest.mark.parametrize("hlen", [1, 5, 6, 16])
@pytest.mark.parametrize("htype", [1, 6, 7, 32, 255])
def test_hardware_of_any_kind_is_answered_as_it_asked(hlen: int, htype: int) -> None:
    chaddr = bytes(range(1, 17))
    packet = replied(Stage().discovery(varied(EDK2_DISCOVER, hlen=hlen, htype=htype, chaddr=chaddr, xid=0)))
    assert (packet.hlen, packet.htype, packet.chaddr, packet.xid) == (hlen, htype, chaddr, 0)


def test_loader_that_says_nothing_of_ipxe_is_stopped_in_its_circle_and_others_go_on() -> None:
    stage = Stage()
    silent: dict[int, bytes | None] = {77: None, 175: None}
    for xid in range(4):
        outcome = stage.discovery(varied(IPXE_DISCOVER, silent, xid=xid + 1))
        assert outcome.reply is not None, xid
        mac = MacAddress.parse("52:54:00:aa:bb:02")
        stage.deliver(mac, "undionly.kpxe")
        stage.now += 10
    assert stage.discovery(varied(IPXE_DISCOVER, silent, xid=99)).reply is None
    assert stage.discovery(EDK2_DISCOVER).reply is not None
