"""What looks like a fault of one kind and is none, or of another."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fogportable.events import Crowd, Event
from fogportable.model import OfferShape
from fogportable.protocol.address import MacAddress
from tests.unit.diagnosis.live.stage import (
    OTHER,
    SERVING,
    SITE,
    Stage,
    absent,
    asked,
    dhcp_server,
    efi_head,
    finished,
    leased,
    offered,
    probed,
    started,
    up_to_loader,
)


def _rounds() -> list[tuple[float, object]]:
    return [(at_s, event) for at_s in (0, 4, 12) for event in (asked(), offered())]


def test_no_dhcp_server_is_not_said_where_one_was_heard() -> None:
    stage = Stage().play((0, dhcp_server())).play(*_rounds()).wait_until(60)  # type: ignore[arg-type]
    assert stage.rule != "no-dhcp-server"


def test_no_dhcp_server_is_not_said_where_another_computer_has_an_address() -> None:
    stage = Stage().play((0, leased(mac=OTHER))).play(*_rounds()).wait_until(60)  # type: ignore[arg-type]
    assert stage.rule != "no-dhcp-server"


def test_an_offered_address_that_is_not_taken_is_an_ignored_offer() -> None:
    stage = Stage().play((0, dhcp_server()), (0, asked()), (0, offered()))
    stage.desk.note_address_offered(asked().client or OTHER, stage.now_s)
    stage.play((4, asked()), (4, offered()), (12, asked()), (12, offered())).wait_until(14)
    assert stage.rule == "offer-ignored"


def test_a_wrong_program_is_not_blamed_on_secure_boot() -> None:
    serving = replace(SERVING, head_of=lambda file: efi_head(0x014C))
    stage = Stage(serving).play(*up_to_loader(), (9, asked())).wait_until(12)
    assert stage.rule == "wrong-architecture"


def test_a_signed_program_that_is_silent_is_unknown_and_not_refused() -> None:
    serving = replace(SERVING, head_of=lambda file: efi_head(is_signed=True))
    stage = Stage(serving).play(*up_to_loader()).wait_until(200)
    assert stage.rule == "unknown"


def test_a_computer_switched_on_again_later_is_not_back_from_a_program() -> None:
    serving = replace(SERVING, head_of=lambda file: efi_head())
    stage = Stage(serving).play(*up_to_loader(), (45, asked()), (45, offered())).wait_until(47)
    assert stage.told == []


def test_a_bios_is_not_refused_by_secure_boot() -> None:
    stage = Stage().play(*up_to_loader(file="undionly.kpxe", arch=0), (10, asked(arch=0))).wait_until(12)
    assert stage.told == []


def test_a_loader_that_lies_elsewhere_is_not_waited_for() -> None:
    stage = Stage().play((0, asked()), (0, offered(server=SITE)), (4, leased())).wait_until(300)
    assert stage.told == []


def test_a_dock_that_goes_from_machine_to_machine_is_no_duplicate() -> None:
    stage = Stage().play((0, asked(uuid="a")), (100, asked(uuid="b")), (200, asked(uuid="c"))).wait_until(203)
    assert stage.rule != "duplicate-mac"


def test_grub_that_asks_here_for_something_is_not_astray() -> None:
    play = [*up_to_loader(file="grubx64.efi"), (8, absent("grub.cfg-01-52-54-00-12-34-56", expected=True))]
    stage = Stage().play(*play).wait_until(40)
    assert stage.rule is None or not stage.rule.startswith("grub")


def test_a_verdict_goes_over_into_another_with_one_event() -> None:
    """The ladder was in vain: what was only told now needs somebody."""
    from fogportable.events import ShapeChanged

    change = ShapeChanged(client=asked().client, ignored=OfferShape.DIRECT, shape=OfferShape.BOOT_SERVER)
    stage = Stage().play((0, asked()), (0, offered()), (4, leased()), (24, asked()), (24, change))
    stage.play((24, offered(shape=OfferShape.BOOT_SERVER)), (28, leased())).wait_until(60)
    assert stage.verdict is not None
    assert (stage.rule, stage.verdict.needs_you) == ("offer-ignored", True)


def test_a_crowd_is_read_and_bounded() -> None:
    from fogportable.diagnosis.live.desk import CAPACITY

    stage = Stage()
    for start in range(0, CAPACITY + 1000, 1000):
        hardware = [(0x020000000000 + start + number).to_bytes(6, "big") for number in range(1000)]
        crowd = Crowd(
            start + 1,
            stage.now_s,
            datetime.now(UTC),
            hardware,
            lambda place, macs=tuple(hardware): asked(mac=MacAddress(macs[place])),  # type: ignore[misc]
        )
        stage.desk.take(crowd)
    assert len(stage.desk) == CAPACITY
    stage.wait_until(30)
    assert stage.told == []


def _crowd(numbers: range, now_s: float, event: Callable[[MacAddress], Event]) -> Crowd:
    macs = [MacAddress((0x020000000000 + number).to_bytes(6, "big")) for number in numbers]
    return Crowd(1, now_s, datetime.now(UTC), [each.octets for each in macs], lambda place: event(macs[place]))


def test_who_asked_in_a_crowd_and_goes_on_alone_has_one_way() -> None:
    stage = Stage()
    stage.desk.take(_crowd(range(30), stage.now_s, lambda mac: asked(mac=mac)))
    stage.desk.take(_crowd(range(30), stage.now_s, lambda mac: replace(offered(), client=mac)))
    one = MacAddress((0x020000000007).to_bytes(6, "big"))
    stage.play((1, asked()))  # A stranger to the crowd.
    stage.play((4, replace(leased(), client=one)))
    assert len(stage.desk.journey(one).steps) == 3
    assert len(stage.desk) == 31


@pytest.mark.benchmark
def test_a_flood_of_crowds_costs_nothing_for_somebody_who_asks_alone() -> None:
    """Each second of a flood has some that ask alone: what crowds did is not read for those."""

    def second(*, is_with_strangers: bool) -> float:
        stage = Stage()
        places = [range(turn * 30, turn * 30 + 30) for turn in range(600)]
        crowds = [_crowd(each, stage.now_s, lambda mac: asked(mac=mac)) for each in places]
        begun = time.thread_time()
        for number, crowd in enumerate(crowds):
            stage.desk.take(crowd)
            if is_with_strangers and number % 200 == 0:
                stage.play((0, asked(mac=MacAddress((0x060000000000 + number).to_bytes(6, "big")))))
        return time.thread_time() - begun

    alone = min(second(is_with_strangers=False) for _ in range(3))
    mixed = min(second(is_with_strangers=True) for _ in range(3))
    print(f"\n18,000 that ask in crowds: {alone * 1e3:.1f} ms, with three that ask alone {mixed * 1e3:.1f} ms")
    assert mixed < 5 * alone


def test_the_next_step_is_told_with_its_patience() -> None:
    stage = Stage().play((0, asked()), (0, offered()), (4, leased()))
    step = stage.desk.journey(asked().client or OTHER).next_step
    assert step is not None
    assert (step.text, step.within_s) == ("it asks for ipxe.efi", 15.0)
    stage.play((5, probed()), (5, started()), (6, finished()))
    step = stage.desk.journey(asked().client or OTHER).next_step
    assert step is not None
    assert step.text == "iPXE asks for network boot"
