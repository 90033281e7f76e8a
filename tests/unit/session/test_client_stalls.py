"""What stands in a computer's way, in its row."""

from __future__ import annotations

from fogportable.events import StallDiagnosed, StallOver
from fogportable.model import ClientDiagnosis, ClientStage, TransferSnapshot, TransferState
from fogportable.session.clients import SILENT_AFTER_S
from tests.unit.session.test_clients import ADDRESS, MAC, START, Room, asked, offered, started


def _stuck(rule: str = "tftp-data-blocked", *, needs_you: bool = True) -> ClientDiagnosis:
    return ClientDiagnosis(rule, "likely", "The boot file never arrives.", "Open the firewall.", needs_you=needs_you)


def test_a_row_says_what_stands_in_its_way_until_that_is_over() -> None:
    room = Room().sees(asked(), offered())
    before = room.row()
    room.sees(StallDiagnosed(client=MAC, diagnosis=_stuck()))
    row = room.row()
    assert (row.stage, row.doing) == (ClientStage.NEEDS_YOU, "Likely: The boot file never arrives.")
    assert row.diagnosis == _stuck()
    assert row.last_heard == before.last_heard  # It was not heard itself.
    room.sees(asked(), offered())
    assert room.row().doing == "Likely: The boot file never arrives."
    assert room.row().attempts == 1
    room.sees(StallOver(client=MAC, diagnosis=_stuck(), lasted_s=9.0))
    assert (room.row().stage, room.row().diagnosis) == (ClientStage.ASKING, None)


def test_what_needs_nobody_keeps_the_stage_of_its_row() -> None:
    room = Room().sees(asked(), offered(), StallDiagnosed(client=MAC, diagnosis=_stuck(needs_you=False)))
    assert room.row().stage is ClientStage.ASKING
    assert room.row(later_s=SILENT_AFTER_S + 10).stage is ClientStage.SILENT


def test_a_computer_that_loads_is_past_what_was_in_its_way() -> None:
    room = Room().sees(asked(), offered(), StallDiagnosed(client=MAC, diagnosis=_stuck()), started("ipxe.efi"))
    running = TransferSnapshot(
        1, MAC, ADDRESS, "ipxe.efi", TransferState.RUNNING, 1000, 10, START, 1.0, None, 512, 1, 0
    )
    assert room.row(running).stage is ClientStage.LOADING


def test_a_verdict_about_nobody_in_the_table_makes_no_row() -> None:
    room = Room().sees(StallDiagnosed(client=MAC, diagnosis=_stuck()))
    assert len(room.tracker) == 0
