"""Shapes of answers: direct, boot-server, menu; choices from the menu; iPXE as firmware; options of answers."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.boot.policy import ProxySettings, Silence
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome
from fogportable.events import (
    BootServerAckSent,
    ChainloadLoopStopped,
    MenuItemChosen,
    OfferSent,
    RequestIgnored,
)
from fogportable.model import (
    BootRule,
    ExtraOption,
    IpxeClients,
    OfferShape,
    PxeAction,
    PxeEntry,
    PxeMenu,
    ReplyOptions,
)
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType, decode
from fogportable.protocol.errors import ProtocolMisuse
from tests.unit.boot.engine import CLIENT, RULES, Stage, only_event, replied
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    IPXE_BOOT_ITEM_REQUEST,
    IPXE_DISCOVER,
    varied,
)
from tests.unit.protocol.pxe.test_reply import option_codes

OURS = IPv4Address("192.168.88.2")
OTHER = IPv4Address("192.168.88.9")
MENU = PxeMenu(
    "Press F8",
    3,
    (
        PxeEntry("Lab", PxeAction.FILE, frozenset({7, 9}), file="lab.efi"),
        PxeEntry("Old lab", PxeAction.FILE, frozenset({0}), file="lab.0", server=OTHER),
        PxeEntry("Disk", PxeAction.LOCAL_DISK),
    ),
)
X64_MENU = bytes.fromhex(
    "060103 0807 8000 01 c0a85802 090d 8000 03 4c6162 0000 04 4469736b 0a09 03 5072657373204638 ff"
)
BIOS_MAC = MacAddress.parse("52:54:00:aa:bb:03")
BIOS_DISCOVER = varied(EDK2_DISCOVER, {93: b"\0\0", 60: b"PXEClient:Arch:00000:UNDI:002001"}, mac=BIOS_MAC)


def staged(settings: ProxySettings | None = None, rules: tuple[BootRule, ...] = RULES) -> Stage:
    return Stage(rules, settings)


def with_shape(shape: OfferShape, menu: PxeMenu | None = None) -> Stage:
    return staged(ProxySettings(shape=shape, pxe_menu=menu or PxeMenu()))


def reason(outcome: Outcome) -> str:
    event = only_event(outcome)
    assert isinstance(event, RequestIgnored)
    return event.reason


def choice(kind: int, layer: int = 0, frame: bytes = EDK2_BOOT_ITEM_REQUEST) -> bytes:
    return varied(frame, {43: b"\x47\x04" + kind.to_bytes(2, "big") + layer.to_bytes(2, "big") + b"\xff"})


# --- direct and boot-server -------------------------------------------------------------------------------------


def test_direct_offer_may_name_another_server() -> None:
    stage = staged(ProxySettings(next_server=OTHER))
    packet = replied(stage.discovery(EDK2_DISCOVER))
    assert (packet.siaddr, packet.sname, packet.options[54]) == (OTHER, b"192.168.88.9", OURS.packed)
    assert packet.options[43] == bytes.fromhex("060108ff")
    assert stage.looked_at == []  # The file lies elsewhere.


def test_boot_server_offer_has_no_43_and_names_us_whoever_has_the_file() -> None:
    """PXE-E16 otherwise: EDK2 asks `siaddr` on port 4011."""
    stage = staged(ProxySettings(shape=OfferShape.BOOT_SERVER, next_server=OTHER))
    outcome = stage.discovery(EDK2_DISCOVER)
    packet = replied(outcome)
    assert 43 not in packet.options
    assert (packet.siaddr, packet.file, packet.options[67]) == (OURS, b"x64/ipxe.efi", b"x64/ipxe.efi\0")
    sent = outcome.events[-1]
    assert isinstance(sent, OfferSent)
    assert sent.shape is OfferShape.BOOT_SERVER
    acknowledged = replied(stage.boot_server(EDK2_BOOT_SERVER_REQUEST))
    assert (acknowledged.siaddr, acknowledged.file) == (OTHER, b"x64/ipxe.efi")
    assert 43 not in acknowledged.options


def test_ipxe_as_firmware_is_told_who_has_the_file_in_the_offer_already() -> None:
    """It takes a file of the OFFER from `siaddr` at once, and asks option 54 on port 4011, not `siaddr`."""
    settings = ProxySettings(OfferShape.BOOT_SERVER, IpxeClients.FIRMWARE, OTHER)
    packet = replied(staged(settings).discovery(IPXE_DISCOVER))
    assert 43 not in packet.options
    assert (packet.siaddr, packet.sname, packet.options[54]) == (OTHER, b"192.168.88.9", OURS.packed)
    assert packet.file == b"undionly.kpxe"


def test_rule_names_shape_and_server_for_its_computers() -> None:
    mine = BootRule(frozenset({7}), macs=(), shape=OfferShape.BOOT_SERVER, next_server=OTHER)
    stage = staged(rules=(mine, *RULES))
    assert 43 not in replied(stage.discovery(EDK2_DISCOVER)).options
    bios = replied(stage.discovery(BIOS_DISCOVER))
    assert (bios.options[43], bios.siaddr) == (bytes.fromhex("060108ff"), OURS)


def test_script_goes_directly_to_ipxe_whatever_the_shape() -> None:
    for shape in OfferShape:
        packet = replied(with_shape(shape, MENU).discovery(IPXE_DISCOVER))
        assert packet.options[43] == bytes.fromhex("060108ff")
        assert packet.file.endswith(b"/boot.ipxe")


# --- the menu ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [OfferShape.AUTO, OfferShape.MENU])
def test_menu_is_in_the_offer_for_uefi_and_bios(shape: OfferShape) -> None:
    stage = with_shape(shape, MENU)
    outcome = stage.discovery(EDK2_DISCOVER)
    packet = replied(outcome)
    assert packet.options[43] == X64_MENU
    assert (packet.siaddr, packet.file) == (OURS, b"lab.efi")
    sent = outcome.events[-1]
    assert isinstance(sent, OfferSent)
    assert sent.shape is OfferShape.MENU
    bios = replied(stage.discovery(BIOS_DISCOVER))
    assert bytes.fromhex("0807 8001 01 c0a85802") in bios.options[43]
    assert bios.siaddr == OURS


def test_architecture_without_entries_is_offered_its_file() -> None:
    menu = PxeMenu(entries=(PxeEntry("Lab", PxeAction.FILE, frozenset({0}), file="lab.0"),))
    packet = replied(with_shape(OfferShape.MENU, menu).discovery(EDK2_DISCOVER))
    assert (packet.options[43], packet.file) == (bytes.fromhex("060108ff"), b"x64/ipxe.efi")


def test_menu_needs_no_rule() -> None:
    stage = staged(ProxySettings(pxe_menu=MENU), rules=())
    assert replied(stage.discovery(EDK2_DISCOVER)).options[43] == X64_MENU
    local = PxeMenu(entries=(PxeEntry("Disk", PxeAction.LOCAL_DISK),))
    packet = replied(staged(ProxySettings(pxe_menu=local), rules=()).discovery(EDK2_DISCOVER))
    assert (packet.file, 67 in packet.options) == (b"", False)
    arm = varied(EDK2_DISCOVER, {93: b"\0\x0b"})
    assert replied(stage.discovery(arm)).options[43].startswith(b"\6\1\3\x09")


def test_explicit_direct_shape_without_a_rule_takes_the_menus_first_file() -> None:
    stage = staged(ProxySettings(shape=OfferShape.DIRECT, pxe_menu=MENU), rules=())
    packet = replied(stage.discovery(BIOS_DISCOVER))
    assert (packet.options[43], packet.file, packet.siaddr) == (bytes.fromhex("060108ff"), b"lab.0", OTHER)


def test_menu_is_in_the_ack_for_who_comes_without_a_choice() -> None:
    stage = with_shape(OfferShape.AUTO, MENU)
    for request in (EDK2_BOOT_SERVER_REQUEST, varied(EDK2_BOOT_SERVER_REQUEST, {53: b"\x08"})):
        outcome = stage.boot_server(request)
        packet = replied(outcome)
        assert packet.message_type is MessageType.ACK
        assert packet.options[43] == X64_MENU
        sent = outcome.events[-1]
        assert isinstance(sent, BootServerAckSent)
        assert sent.shape is OfferShape.MENU


def test_largest_menu_reaches_a_rom_with_a_short_request_on_our_network_only() -> None:
    entries = tuple(PxeEntry("x" * 14, PxeAction.FILE, file="f" * 250) for _ in range(9))
    menu = PxeMenu("Press F8 for the menu", None, entries)
    stage = staged(ProxySettings(pxe_menu=menu, relays=(IPv4Interface("10.77.2.0/24").network,)))
    short = EDK2_BOOT_SERVER_REQUEST[:240] + b"\x35\x01\x03\x3c\x09PXEClient\x5d\x02\0\x07"
    outcome = stage.boot_server(short)
    assert len(replied(outcome).options[43]) > 230
    stage.now += 60
    assert reason(stage.boot_server(short, source=(IPv4Address("10.77.2.9"), 4011))) == Silence.NO_ROOM


# --- choices -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", [0, 1, 0x7FFF])
@pytest.mark.parametrize("kind", [3, 8])
def test_choice_is_acknowledged_with_the_same_four_octets(kind: int, layer: int) -> None:
    stage = with_shape(OfferShape.AUTO, MENU)
    outcome = stage.boot_server(varied(choice(0x8000, layer), {53: bytes([kind])}))
    packet = replied(outcome)
    assert packet.message_type is MessageType.ACK
    assert packet.options[43] == b"\x47\x04\x80\0" + layer.to_bytes(2, "big") + b"\xff"
    assert (packet.siaddr, packet.file) == (OURS, b"lab.efi")
    assert (packet.yiaddr, packet.ciaddr) == (IPv4Address(0), CLIENT)
    assert packet.options[54] == OURS.packed
    assert outcome.reply is not None
    assert (outcome.reply.destination, outcome.reply.from_port) == ((CLIENT, 4011), DhcpPort.BOOT_SERVER)
    assert outcome.events[-1] == MenuItemChosen(
        client=EDK2_MAC,
        interface="eth0",
        arch=7,
        entry="Lab",
        file="lab.efi",
        next_server=OURS,
        destination="192.168.88.134:4011",
    )


def test_choice_of_ipxe_with_xid_0_and_bare_class_is_acknowledged() -> None:
    settings = ProxySettings(ipxe_clients=IpxeClients.FIRMWARE, pxe_menu=MENU)
    stage = staged(settings)
    outcome = stage.boot_server(choice(0x8001, frame=IPXE_BOOT_ITEM_REQUEST), source=(CLIENT, 68))
    packet = replied(outcome)
    assert packet.xid == 0
    assert (packet.file, packet.siaddr) == (b"lab.0", OTHER)
    assert packet.options[43] == bytes.fromhex("470480010000ff")
    assert packet.options[175] == b"\1\1\1"


@pytest.mark.parametrize(
    ("kind", "layer", "silence"),
    [
        (0, 0, Silence.MENU_LOCAL),
        (1, 0, Silence.MENU_ITEM),
        (0x8001, 0, Silence.MENU_ITEM),  # Of another architecture.
        (0x8002, 0, Silence.MENU_ITEM),  # The disk, which has type 0.
        (0x8003, 0, Silence.MENU_ITEM),
        (0x8000, 0x8000, Silence.MENU_CREDENTIALS),
    ],
)
def test_choice_that_is_not_ours_to_serve_is_silent(kind: int, layer: int, silence: Silence) -> None:
    assert reason(with_shape(OfferShape.AUTO, MENU).boot_server(choice(kind, layer))) == silence


def test_choice_by_broadcast_is_answered_only_where_the_menu_allows_it() -> None:
    assert reason(with_shape(OfferShape.AUTO, MENU).discovery(choice(0x8000))) == Silence.MENU_BY_BROADCAST
    stage = with_shape(OfferShape.AUTO, replace(MENU, answers_broadcast=True))
    for kind in (b"\x03", b"\x08"):
        outcome = stage.discovery(varied(choice(0x8000), {53: kind}))
        assert replied(outcome).file == b"lab.efi"
        assert outcome.reply is not None
        assert (outcome.reply.destination, outcome.reply.from_port) == ((CLIENT, 68), DhcpPort.DISCOVERY)


@pytest.mark.parametrize("frame", [choice(0x8000), choice(0x8001, frame=IPXE_BOOT_ITEM_REQUEST)])
def test_choice_by_broadcast_is_answered_to_the_address_its_sender_has(frame: bytes) -> None:
    """Whatever the broadcast flag says (RFC 2131 4.1): iPXE sets it, and hears nothing but its own address by now."""
    stage = with_shape(OfferShape.AUTO, replace(MENU, answers_broadcast=True))
    outcome = stage.discovery(varied(frame, ciaddr=CLIENT, flags=0x8000))
    assert outcome.reply is not None
    assert outcome.reply.destination == (CLIENT, 68)


@pytest.mark.parametrize("ciaddr", ["0.0.0.0", "10.1.2.3"])
@pytest.mark.parametrize("flags", [0, 0x8000])
def test_choice_by_broadcast_without_an_address_of_our_network_is_answered_by_broadcast(
    ciaddr: str, flags: int
) -> None:
    frame = varied(choice(0x8000), flags=flags, ciaddr=IPv4Address(ciaddr))
    stage = with_shape(OfferShape.AUTO, replace(MENU, answers_broadcast=True))
    outcome = stage.discovery(frame)
    assert outcome.reply is not None
    assert outcome.reply.destination == (IPv4Address("255.255.255.255"), 68)


def test_lease_request_with_a_choice_in_it_is_still_for_the_sites_server() -> None:
    stage = with_shape(OfferShape.AUTO, replace(MENU, answers_broadcast=True))
    assert stage.discovery(varied(choice(0x8000), {50: CLIENT.packed})).reply is None


def test_loop_through_the_menu_is_stopped() -> None:
    stage = with_shape(OfferShape.AUTO, MENU)
    for number in range(4):
        stage.discovery(varied(EDK2_DISCOVER, xid=number))
        replied(stage.boot_server(choice(0x8000)))
        stage.now += 5
        stage.deliver(EDK2_MAC, "lab.efi")
        stage.now += 5
    outcome = stage.discovery(varied(EDK2_DISCOVER, xid=99))
    assert isinstance(outcome.events[-1], ChainloadLoopStopped)
    assert "lab.efi" in outcome.events[-1].fault.message
    assert reason(stage.boot_server(choice(0x8000))) == Silence.LOOPING


# --- iPXE as firmware ----------------------------------------------------------------------------------------------


def test_ipxe_may_get_what_firmware_gets_with_priority() -> None:
    stage = staged(ProxySettings(ipxe_clients=IpxeClients.FIRMWARE))
    packet = replied(stage.discovery(IPXE_DISCOVER))
    assert (packet.file, packet.options[175]) == (b"undionly.kpxe", b"\1\1\1")
    assert packet.options[43] == bytes.fromhex("060108ff")


def test_ipxe_as_firmware_does_not_load_itself_for_ever() -> None:
    stage = staged(ProxySettings(ipxe_clients=IpxeClients.FIRMWARE))
    mac = decode(IPXE_DISCOVER).mac
    assert mac is not None
    for number in range(4):
        replied(stage.discovery(varied(IPXE_DISCOVER, xid=number)))
        stage.deliver(mac, "undionly.kpxe")
        stage.now += 10
    assert isinstance(stage.discovery(varied(IPXE_DISCOVER, xid=77)).events[-1], ChainloadLoopStopped)


def test_rules_script_is_a_file_of_ours_or_an_address_as_it_is() -> None:
    rules = (BootRule(frozenset({0}), script="own scripts/lab.ipxe"), BootRule(frozenset({7}), script="http://x/y?z=1"))
    stage = staged(rules=rules)
    assert replied(stage.discovery(IPXE_DISCOVER)).file == b"tftp://192.168.88.2/own%20scripts/lab.ipxe"
    assert stage.looked_at == ["own scripts/lab.ipxe"]
    assert replied(stage.discovery(varied(IPXE_DISCOVER, {93: b"\0\7"}))).file == b"http://x/y?z=1"
    assert replied(stage.discovery(varied(IPXE_DISCOVER, {93: b"\0\x0b"}))).file.endswith(b"/boot.ipxe")


# --- options -------------------------------------------------------------------------------------------------------


def test_options_stand_after_the_file_each_once() -> None:
    options = ReplyOptions(
        root_path="/images",
        config_file="lab.cfg",
        path_prefix="http://10.0.0.1/",
        has_tftp_address=True,
        extra=(
            ExtraOption(66, b"tftp.lab"),
            ExtraOption(12, b"pc", frozenset({7})),
            ExtraOption(175, b"\xb0\1\1"),
            ExtraOption(17, b"nfs:/other", frozenset({0})),
        ),
    )
    stage = staged(ProxySettings(options=options))
    outcome = stage.discovery(EDK2_DISCOVER)
    packet = replied(outcome)
    assert outcome.reply is not None
    assert option_codes(outcome.reply.payload) == [53, 54, 60, 97, 43, 66, 67, 209, 210, 17, 12, 150, 175]
    assert packet.options[66] == b"tftp.lab"
    assert packet.options[17] == b"/images"
    assert packet.options[150] == OURS.packed
    assert packet.options[175] == b"\xb0\1\1"
    bios = replied(stage.discovery(BIOS_DISCOVER))
    assert (bios.options[17], 12 in bios.options) == (b"nfs:/other", False)
    assert replied(stage.discovery(IPXE_DISCOVER)).options[175] == b"\1\1\1\xb0\1\1"


def test_what_is_needed_least_is_left_out_first() -> None:
    """66 repeats siaddr; then the last options; 175 and 67 never before those."""
    options = ReplyOptions(root_path="r" * 100, extra=(ExtraOption(12, b"h" * 100), ExtraOption(15, b"d" * 100)))
    stage = staged(ProxySettings(options=options))
    small = varied(IPXE_DISCOVER, {57: (576).to_bytes(2, "big")})  # 548 octets of payload.
    packet = replied(stage.discovery(small))
    assert [code in packet.options for code in (66, 17, 12, 15, 175, 67)] == [False, True, True, False, True, True]


@pytest.mark.parametrize("code", [0, 13, 43, 52, 53, 54, 60, 67, 82, 97, 255, 256, -1])
def test_option_that_boot_itself_writes_is_refused(code: int) -> None:
    with pytest.raises(ProtocolMisuse):
        staged(ProxySettings(options=ReplyOptions(extra=(ExtraOption(code, b"x"),))))


def test_menu_that_cannot_be_sent_is_refused_before_anybody_asks() -> None:
    entries = tuple(PxeEntry("x" * 70, PxeAction.FILE, file="a") for _ in range(5))
    with pytest.raises(ProtocolMisuse):
        staged(ProxySettings(pxe_menu=PxeMenu(entries=entries)))
