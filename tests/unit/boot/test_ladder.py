"""Who ignores one shape of offer gets the next; who does not is left in peace."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

import pytest

from fogportable.boot.ladder import CAPACITY, MOST_MODELS, ShapeLadder
from fogportable.boot.policy import ProxySettings
from fogportable.events import Event, ShapeChanged, ShapeLearned
from fogportable.model import BootRule, LearnedShape, OfferShape, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import decode, encode
from fogportable.protocol.pxe import PxeRequest, classify
from tests.unit.boot.engine import RULES, Stage
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    IPXE_DISCOVER,
    lease_request,
    ordinary_discover,
    varied,
)

DIRECT, BOOT_SERVER, MENU = OfferShape.DIRECT, OfferShape.BOOT_SERVER, OfferShape.MENU
LAB = PxeMenu("F8", 3, (PxeEntry("Lab", PxeAction.FILE, file="lab.efi"),))
DISK = PxeEntry("Disk", PxeAction.LOCAL_DISK)
ELSEWHERE = IPv4Address("192.168.88.77")
RIS = PxeEntry("RIS", PxeAction.BOOT_SERVER, type=1, server=ELSEWHERE)
ANY_RIS = PxeEntry("RIS", PxeAction.BOOT_SERVER, type=1)
LEASE = lease_request(EDK2_DISCOVER, address="192.168.88.134", dhcp_server="192.168.88.1")


class Firmware:
    """One computer, its DISCOVERs with a new number each."""

    def __init__(self, stage: Stage | None = None, frame: bytes = EDK2_DISCOVER) -> None:
        self.stage = stage or Stage()
        self.frame = frame
        self.xid = 100
        self.events: list[Event] = []

    def shape(self, after_s: float = 0.0) -> OfferShape:
        """What a new DISCOVER is answered with."""
        self.stage.now += after_s
        self.xid += 1
        outcome = self.stage.discovery(varied(self.frame, xid=self.xid))
        self.events += outcome.events
        assert outcome.reply is not None
        vendor = decode(outcome.reply.payload).options.get(43)
        return BOOT_SERVER if vendor is None else DIRECT if vendor == bytes.fromhex("060108ff") else MENU

    def lease(self, after_s: float = 0.0) -> None:
        """Its REQUEST to the site's server passes by."""
        self.stage.now += after_s
        mac = decode(self.frame).mac
        self.stage.discovery(varied(LEASE, mac=mac))

    def load(self) -> list[Event]:
        mac = decode(self.frame).mac
        assert mac is not None
        found = list(self.stage.engine.note_client_loading(mac))
        self.events += found
        return found


def with_menu(menu: PxeMenu) -> Firmware:
    return Firmware(Stage(RULES, ProxySettings(pxe_menu=menu)))


# --- who ignores ---------------------------------------------------------------------------------------------------


def test_silence_after_a_lease_leads_to_the_next_shape() -> None:
    firmware = Firmware()
    assert firmware.shape() is DIRECT
    firmware.lease(4)
    assert firmware.shape(14.9) is DIRECT
    assert firmware.shape(0.2) is BOOT_SERVER
    assert [event for event in firmware.events if isinstance(event, ShapeChanged)] == [
        ShapeChanged(client=EDK2_MAC, ignored=DIRECT, shape=BOOT_SERVER)
    ]
    assert firmware.shape(60) is BOOT_SERVER
    firmware.lease(4)
    assert firmware.shape(20) is DIRECT  # From the top again.


def test_menu_is_followed_by_direct_and_boot_server() -> None:
    firmware = with_menu(LAB)
    seen = []
    for _ in range(4):
        seen.append(firmware.shape(20))
        firmware.lease(1)
    assert seen == [MENU, DIRECT, BOOT_SERVER, MENU]


def test_two_answered_rounds_with_an_address_offered_count_too() -> None:
    firmware = Firmware()
    assert firmware.shape() is DIRECT
    firmware.stage.engine.note_address_offered(EDK2_MAC, firmware.stage.now)
    assert [firmware.shape(4), firmware.shape(8)] == [DIRECT, DIRECT]
    assert firmware.shape(16) is BOOT_SERVER


def test_one_round_sent_twice_is_one() -> None:
    stage = Stage()
    frame = varied(EDK2_DISCOVER, xid=7)
    stage.discovery(frame)
    stage.engine.note_address_offered(EDK2_MAC, stage.now)
    stage.now += 1
    stage.discovery(frame)
    firmware = Firmware(stage)
    assert firmware.shape(20) is DIRECT
    assert firmware.shape(20) is BOOT_SERVER


# --- who does not ----------------------------------------------------------------------------------------------------


def test_who_gets_no_address_keeps_its_shape_however_often_it_asks() -> None:
    firmware = Firmware()
    assert {firmware.shape(20) for _ in range(50)} == {DIRECT}


def test_addresses_of_others_prove_nothing() -> None:
    firmware = Firmware()
    other = Firmware(firmware.stage, varied(EDK2_DISCOVER, mac=MacAddress.parse("52:54:00:00:00:77")))
    for _ in range(5):
        assert firmware.shape(20) is DIRECT
        other.shape()
        other.lease()


def test_request_on_4011_is_getting_further() -> None:
    firmware = with_menu(LAB)
    for frame in (EDK2_BOOT_SERVER_REQUEST, EDK2_BOOT_ITEM_REQUEST):
        assert firmware.shape(60) is MENU
        firmware.lease(4)
        firmware.stage.boot_server(frame)
    assert firmware.shape(60) is MENU


def test_loading_is_getting_further_and_nothing_to_remember_at_the_first_shape() -> None:
    firmware = Firmware()
    for _ in range(5):
        assert firmware.shape(60) is DIRECT
        firmware.lease(4)
        assert firmware.load() == []


def test_ipxe_and_the_operating_system_of_a_computer_are_no_evidence() -> None:
    firmware = Firmware()
    firmware.shape()
    mine = varied(IPXE_DISCOVER, mac=EDK2_MAC)
    system = encode(ordinary_discover(EDK2_MAC))
    for frame in (mine, system):
        firmware.stage.discovery(frame)
        firmware.stage.discovery(lease_request(frame, address="192.168.88.134", dhcp_server="192.168.88.1"))
        assert firmware.shape(30) is DIRECT
    firmware.lease()
    firmware.stage.now += 3
    firmware.stage.discovery(lease_request(system, address="192.168.88.134", dhcp_server="192.168.88.1"))
    assert firmware.shape(300) is DIRECT  # Its disk was booted.


@pytest.mark.parametrize(
    "menu",
    [
        replace(LAB, timeout_s=None),
        replace(LAB, entries=(*LAB.entries, DISK)),
        PxeMenu("F8", 3, (DISK,)),
        replace(LAB, entries=(*LAB.entries, RIS)),
    ],
)
def test_menu_that_may_lead_to_silence_is_never_judged(menu: PxeMenu) -> None:
    firmware = with_menu(menu)
    for _ in range(5):
        assert firmware.shape(600) is MENU
        firmware.lease(4)


def test_menu_whose_boot_server_is_found_by_broadcast_is_judged_because_that_is_heard() -> None:
    firmware = with_menu(replace(LAB, entries=(*LAB.entries, ANY_RIS)))
    firmware.shape()
    firmware.lease(4)
    assert firmware.shape(30) is DIRECT


def test_load_from_another_machine_is_not_seen_so_nobody_is_judged_by_it() -> None:
    everywhere = Firmware(Stage(RULES, ProxySettings(next_server=ELSEWHERE)))
    by_rule = Firmware(Stage((BootRule(frozenset(), next_server=ELSEWHERE), *RULES)))
    for firmware in (everywhere, by_rule):
        for _ in range(4):
            assert firmware.shape(300) is DIRECT
            firmware.lease(4)
    ours = Firmware(Stage(RULES, ProxySettings(next_server=IPv4Address("192.168.88.2"))))
    ours.shape()
    ours.lease(4)
    assert ours.shape(300) is BOOT_SERVER


def test_countdown_of_the_prompt_is_waited_for() -> None:
    firmware = with_menu(replace(LAB, timeout_s=100))
    firmware.shape()
    firmware.lease(4)
    assert firmware.shape(114) is MENU
    assert firmware.shape(1) is DIRECT


@pytest.mark.parametrize("shape", [DIRECT, BOOT_SERVER, MENU])
def test_operators_shape_is_never_changed(shape: OfferShape) -> None:
    everywhere = Firmware(Stage(RULES, ProxySettings(shape=shape, pxe_menu=LAB)))
    by_rule = Firmware(Stage((BootRule(frozenset(), shape=shape), *RULES), ProxySettings(pxe_menu=LAB)))
    for firmware in (everywhere, by_rule):
        for _ in range(4):
            assert firmware.shape(60) is shape
            firmware.lease(4)
        assert not any(isinstance(event, ShapeChanged) for event in firmware.events)


# --- what is remembered --------------------------------------------------------------------------------------------


def test_winner_is_remembered_for_the_model_once() -> None:
    firmware = Firmware()
    firmware.shape()
    firmware.lease(1)
    assert firmware.shape(20) is BOOT_SERVER
    firmware.lease(1)
    firmware.stage.boot_server(EDK2_BOOT_SERVER_REQUEST)
    learned = LearnedShape("PXEClient:Arch:00007:UNDI:003000", "52:54:00", "", BOOT_SERVER)
    (event,) = firmware.load()
    assert isinstance(event, ShapeLearned)
    assert (event.client, event.learned) == (EDK2_MAC, learned)
    assert firmware.load() == []
    twin = Firmware(firmware.stage, varied(EDK2_DISCOVER, mac=MacAddress.parse("52:54:00:00:00:77")))
    assert twin.shape() is BOOT_SERVER
    stranger = Firmware(firmware.stage, varied(EDK2_DISCOVER, mac=MacAddress.parse("52:54:01:00:00:77")))
    assert stranger.shape() is DIRECT
    other_board = Firmware(firmware.stage, varied(EDK2_DISCOVER, {97: b"\0DELL" + bytes(11) + b"\1"}))
    assert other_board.shape() is DIRECT


def test_what_was_learned_counts_from_the_start_and_is_judged_too() -> None:
    stage = Stage()
    stage.engine.learn((LearnedShape("PXEClient:Arch:00007:UNDI:003000", "52:54:00", "", BOOT_SERVER),))
    firmware = Firmware(stage)
    assert firmware.shape() is BOOT_SERVER
    firmware.lease(1)
    assert firmware.shape(20) is DIRECT
    assert [type(event) for event in firmware.load()] == [ShapeLearned]
    stage.engine.learn(())
    assert firmware.shape(60) is DIRECT


def test_what_was_learned_does_not_outweigh_the_operator() -> None:
    stage = Stage(RULES, ProxySettings(shape=DIRECT))
    stage.engine.learn((LearnedShape("PXEClient:Arch:00007:UNDI:003000", "52:54:00", "", BOOT_SERVER),))
    assert Firmware(stage).shape() is DIRECT


def test_memory_is_bounded() -> None:
    ladder = ShapeLadder()
    ways = (DIRECT, BOOT_SERVER)
    for number in range(CAPACITY + 50):
        mac = MacAddress(b"\x52\x54" + number.to_bytes(4, "big"))
        request = classify(decode(varied(EDK2_DISCOVER, {97: b"\0" + number.to_bytes(16, "little")}, mac=mac)))
        assert isinstance(request, PxeRequest)
        if number < MOST_MODELS + 50:
            ladder.shape_for(request, ways, PxeMenu(), 0.0)
            ladder.note_lease(mac.octets, 0.0)
            assert ladder.shape_for(replace_xid(request), ways, PxeMenu(), 20.0)[0] is BOOT_SERVER
            ladder.note_loading(mac.octets)
        else:
            ladder.shape_for(request, ways, PxeMenu(), 0.0)
    assert len(ladder) == CAPACITY
    assert len(ladder._learned) == MOST_MODELS


def replace_xid(request: PxeRequest) -> PxeRequest:
    return replace(request, packet=replace(request.packet, xid=request.packet.xid + 1, ciaddr=IPv4Address(0)))
