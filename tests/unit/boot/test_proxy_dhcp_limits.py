"""What the engine bounds: events, answers, memory, looks at the disk, and clients that run in circles."""

from __future__ import annotations

from ipaddress import IPv4Interface

import pytest

from fogportable.boot.askers import CAPACITY
from fogportable.boot.policy import Silence
from fogportable.boot.proxy_dhcp import Outcome, ServerIdentity
from fogportable.errors import FaultCode, describe
from fogportable.events import ChainloadLoopStopped, ClientAsked, FaultRaised, OfferSent, RequestIgnored
from fogportable.model import BootRule
from fogportable.protocol.address import MacAddress
from fogportable.protocol.errors import ProtocolMisuse
from tests.unit.boot.engine import CLIENT, Stage, only_event, replied
from tests.unit.protocol.dhcp.frames import EDK2_BOOT_SERVER_REQUEST, EDK2_DISCOVER, EDK2_MAC, IPXE_DISCOVER, IPXE_MAC
from tests.unit.protocol.dhcp.frames import varied as varied_frame

MISSING = describe(FaultCode.BOOT_FILE_MISSING, file="x64/ipxe.efi", arch="UEFI x64 (7)", root="/srv/boot")
#: undionly loaded by a ROM that is no iPXE: its DISCOVERs carry neither option 77 nor 175.
PLAIN_BIOS = varied_frame(IPXE_DISCOVER, {77: None, 175: None, 60: b"PXEClient"})


def with_xid(frame: bytes, xid: int) -> bytes:
    return frame[:4] + xid.to_bytes(4, "big") + frame[8:]


@pytest.fixture
def stage() -> Stage:
    return Stage()


# --- missing files ----------------------------------------------------------------------------------------------


def test_missing_file_is_offered_all_the_same_and_said(stage: Stage) -> None:
    stage.faults["x64/ipxe.efi"] = MISSING
    outcome = stage.discovery(EDK2_DISCOVER)
    assert replied(outcome).file == b"x64/ipxe.efi"
    assert outcome.events[-1] == FaultRaised(client=EDK2_MAC, fault=MISSING)


def test_missing_file_is_said_to_each_client_but_not_at_each_retry(stage: Stage) -> None:
    stage.faults["x64/ipxe.efi"] = MISSING
    stage.discovery(EDK2_DISCOVER)
    stage.now += 4
    assert not any(isinstance(event, FaultRaised) for event in stage.discovery(EDK2_DISCOVER).events)
    other = varied_frame(EDK2_DISCOVER, mac=IPXE_MAC)
    assert isinstance(stage.discovery(other).events[-1], FaultRaised)
    stage.now += 15
    assert isinstance(stage.discovery(EDK2_DISCOVER).events[-1], FaultRaised)


def test_file_that_came_back_is_noticed(stage: Stage) -> None:
    stage.faults["x64/ipxe.efi"] = MISSING
    stage.discovery(EDK2_DISCOVER)
    stage.faults.clear()
    stage.now += 20
    assert [type(event) for event in stage.discovery(EDK2_DISCOVER).events] == [ClientAsked, OfferSent]


def test_a_room_of_clients_is_one_look_at_the_file(stage: Stage) -> None:
    for number in range(30):
        stage.discovery(varied_frame(EDK2_DISCOVER, mac=MacAddress(bytes([2, 0, 0, 0, 0, number]))))
    assert stage.looked_at == ["x64/ipxe.efi"]


def test_ipxe_needs_no_boot_file(stage: Stage) -> None:
    stage.discovery(IPXE_DISCOVER)
    assert stage.looked_at == []


def test_rule_with_a_name_that_no_packet_carries_is_refused() -> None:
    with pytest.raises(ProtocolMisuse):
        Stage((BootRule(frozenset({7}), "f" * 255),))


# --- rates and memory -------------------------------------------------------------------------------------------


def test_events_of_one_client_are_limited_but_its_answers_go_on(stage: Stage) -> None:
    outcomes = [stage.discovery(EDK2_DISCOVER) for _ in range(40)]
    assert all(outcome.reply is not None for outcome in outcomes)
    assert sum(len(outcome.events) for outcome in outcomes) == 20
    stage.now += 1
    assert sum(len(stage.discovery(EDK2_DISCOVER).events) for _ in range(9)) == 10


def test_answers_to_one_client_end_at_50_a_second_and_others_go_on(stage: Stage) -> None:
    answered = sum(stage.discovery(EDK2_DISCOVER).reply is not None for _ in range(200))
    assert answered == 50
    assert stage.discovery(IPXE_DISCOVER).reply is not None
    stage.now += 0.5
    assert sum(stage.discovery(EDK2_DISCOVER).reply is not None for _ in range(200)) == 25


def test_five_thousand_clients_at_once_are_all_answered(stage: Stage) -> None:
    """More than are remembered, at one instant: forgetting the oldest costs nobody an answer."""
    number_of_clients = 5000
    assert number_of_clients > CAPACITY
    for number in range(number_of_clients):
        frame = EDK2_DISCOVER[:28] + b"\x02\0" + number.to_bytes(4, "big") + EDK2_DISCOVER[34:]
        outcome = stage.discovery(frame)
        assert outcome.reply is not None
        assert len(outcome.events) == 2
    assert len(stage.engine._askers) == CAPACITY


def test_passing_traffic_displaces_no_booting_client(stage: Stage) -> None:
    for _ in range(3):
        load_and_return(stage, PLAIN_BIOS, "undionly.kpxe")
    ordinary = varied_frame(EDK2_DISCOVER, {60: b"MSFT 5.0"})
    for number in range(CAPACITY + 10):
        stage.discovery(ordinary[:28] + b"\x02\0" + number.to_bytes(4, "big") + ordinary[34:])
    assert isinstance(only_event(load_and_return(stage, PLAIN_BIOS, "undionly.kpxe")), ChainloadLoopStopped)


def test_many_addresses_of_our_own_stay_bounded(stage: Stage) -> None:
    for number in range(1200):
        server = ServerIdentity("eth0", IPv4Interface(f"10.1.{number // 250}.{number % 250 + 1}/16"))
        assert replied(stage.discovery(EDK2_DISCOVER, server=server)).siaddr == server.address.ip
        stage.now += 0.1
    assert len(stage.engine._policy._decisions) <= 1024


# --- circles ----------------------------------------------------------------------------------------------------


def load_and_return(stage: Stage, frame: bytes, file: str, *, after_s: float = 20.0) -> Outcome:
    """The client asks, loads what it was offered, starts it, and asks again."""
    xid = int(stage.now)
    mac = EDK2_MAC if frame[28:34] == EDK2_MAC.octets else IPXE_MAC
    stage.discovery(with_xid(frame, xid))
    stage.now += 3
    stage.deliver(mac, file)
    stage.now += after_s
    return stage.discovery(with_xid(frame, xid + 1))


def rounds(stage: Stage, frame: bytes, file: str, count: int, *, every_s: float = 20.0) -> list[Outcome]:
    """Each time: whole file delivered, then the next DISCOVER."""
    outcomes = [stage.discovery(with_xid(frame, 1))]
    for number in range(count):
        stage.deliver(IPXE_MAC, file)
        stage.now += every_s
        outcomes.append(stage.discovery(with_xid(frame, 2 + number)))
    return outcomes


def test_stock_undionly_that_loads_itself_is_stopped_after_four_rounds(stage: Stage) -> None:
    outcomes = rounds(stage, PLAIN_BIOS, "undionly.kpxe", 4)
    assert [outcome.reply is not None for outcome in outcomes] == [True, True, True, True, False]
    event = only_event(outcomes[-1])
    assert event == ChainloadLoopStopped(
        client=IPXE_MAC, fault=describe(FaultCode.CHAINLOAD_LOOP, file="undionly.kpxe", count=4)
    )


def test_stopped_client_is_left_alone_for_a_minute_on_both_ports_and_then_answered(stage: Stage) -> None:
    rounds(stage, PLAIN_BIOS, "undionly.kpxe", 4)
    stage.now += 30
    ignored = only_event(stage.discovery(PLAIN_BIOS))
    assert isinstance(ignored, RequestIgnored)
    assert ignored.reason == Silence.LOOPING
    request = varied_frame(PLAIN_BIOS, {53: b"\x03"}, ciaddr=CLIENT)
    assert stage.boot_server(request).reply is None
    stage.now += 31
    assert stage.discovery(PLAIN_BIOS).reply is not None


def test_other_clients_are_answered_while_one_is_stopped(stage: Stage) -> None:
    rounds(stage, PLAIN_BIOS, "undionly.kpxe", 4)
    assert stage.discovery(EDK2_DISCOVER).reply is not None
    assert stage.boot_server(EDK2_BOOT_SERVER_REQUEST).reply is not None


def test_retries_without_a_transfer_are_no_loop(stage: Stage) -> None:
    for number in range(30):
        assert stage.discovery(with_xid(PLAIN_BIOS, number)).reply is not None
        stage.now += 8


def test_retries_after_one_transfer_count_once(stage: Stage) -> None:
    stage.discovery(PLAIN_BIOS)
    stage.deliver(IPXE_MAC, "undionly.kpxe")
    for number in range(20):
        stage.now += 4
        assert stage.discovery(with_xid(PLAIN_BIOS, 100 + number)).reply is not None


def test_discover_that_the_network_doubled_is_no_return(stage: Stage) -> None:
    for _ in range(10):
        stage.discovery(PLAIN_BIOS)
        stage.deliver(IPXE_MAC, "undionly.kpxe")
        stage.now += 0.1
    assert stage.discovery(PLAIN_BIOS).reply is not None


def test_rom_that_never_changes_its_xid_is_stopped_too(stage: Stage) -> None:
    for _ in range(4):
        assert stage.discovery(PLAIN_BIOS).reply is not None
        stage.deliver(IPXE_MAC, "undionly.kpxe")
        stage.now += 20
    assert isinstance(only_event(stage.discovery(PLAIN_BIOS)), ChainloadLoopStopped)


def test_slow_rounds_are_people_at_work(stage: Stage) -> None:
    outcomes = rounds(stage, PLAIN_BIOS, "undionly.kpxe", 12, every_s=110)
    assert all(outcome.reply is not None for outcome in outcomes)


def test_return_long_after_the_load_is_a_new_boot(stage: Stage) -> None:
    outcomes = rounds(stage, PLAIN_BIOS, "undionly.kpxe", 3)
    stage.deliver(IPXE_MAC, "undionly.kpxe")
    stage.now += 121
    outcomes += rounds(stage, PLAIN_BIOS, "undionly.kpxe", 3)
    assert all(outcome.reply is not None for outcome in outcomes)


def test_loader_that_becomes_ipxe_is_progress(stage: Stage) -> None:
    """Somebody restarts the computer again and again: each time it comes as far as the menu."""
    for number in range(8):
        assert stage.discovery(with_xid(PLAIN_BIOS, 2 * number)).reply is not None
        stage.deliver(IPXE_MAC, "undionly.kpxe")
        stage.now += 3
        assert stage.discovery(with_xid(IPXE_DISCOVER, 2 * number + 1)).reply is not None
        stage.deliver(IPXE_MAC, "boot.ipxe")
        stage.now += 20


def test_loader_that_loads_something_else_is_progress(stage: Stage) -> None:
    for number in range(8):
        assert stage.discovery(with_xid(PLAIN_BIOS, number)).reply is not None
        stage.deliver(IPXE_MAC, "/undionly.kpxe")
        stage.now += 3
        stage.deliver(IPXE_MAC, "default.ipxe")
        stage.now += 20


def test_ipxe_may_take_the_script_nine_times_but_not_ten(stage: Stage) -> None:
    outcomes = rounds(stage, IPXE_DISCOVER, "boot.ipxe", 10, every_s=5)
    assert [outcome.reply is not None for outcome in outcomes] == [True] * 10 + [False]
    event = only_event(outcomes[-1])
    assert isinstance(event, ChainloadLoopStopped)
    assert "boot.ipxe 10 times" in event.fault.message


def test_ipxe_that_takes_its_time_is_never_stopped(stage: Stage) -> None:
    outcomes = rounds(stage, IPXE_DISCOVER, "boot.ipxe", 40, every_s=14)
    assert all(outcome.reply is not None for outcome in outcomes)


def test_delivery_to_a_client_nobody_heard_is_passed_over(stage: Stage) -> None:
    stage.deliver(EDK2_MAC, "x64/ipxe.efi")
    assert stage.discovery(EDK2_DISCOVER).reply is not None


def test_ipxe_that_asks_is_progress_even_if_it_never_takes_the_script(stage: Stage) -> None:
    """The site's own boot file may win inside iPXE; that is another trouble than a loader that loads itself."""
    for number in range(8):
        assert stage.discovery(with_xid(PLAIN_BIOS, 2 * number)).reply is not None
        stage.deliver(IPXE_MAC, "undionly.kpxe")
        stage.now += 3
        assert stage.discovery(with_xid(IPXE_DISCOVER, 2 * number + 1)).reply is not None
        stage.now += 20
