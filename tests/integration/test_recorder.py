"""The flight recorder over real sockets: what is kept, what it is tied to, and what `explain` makes of the file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from fogportable.diagnosis import Verdict
from fogportable.diagnostics.explain import explain_capture
from fogportable.events import ClientAsked, OfferSent, TransferFinished
from fogportable.session.recorder import Direction, Recorder
from fogportable.session.recording import write_recording
from fogportable.session.rehearsal import Rehearsal

_ROOM = 12


@pytest.fixture(scope="module")
def rehearsal() -> Rehearsal:
    made = Rehearsal()
    made.start(_ROOM)
    pause = threading.Event()
    while not made.is_done:
        pause.wait(0.02)
    made.stop()
    return made


@pytest.fixture
def recorder(rehearsal: Rehearsal) -> Recorder:
    return rehearsal.session.recorder


def test_every_packet_of_a_computer_is_tied_to_the_record_it_led_to(rehearsal: Rehearsal, recorder: Recorder) -> None:
    records = {each.sequence: each.event for each in rehearsal.session.events_since(0, 10_000).records}
    for row in rehearsal.session.clients():
        packets = recorder.packets_of(row.mac)
        kinds = {type(records[each.record]) for each in packets if each.record is not None}
        assert {ClientAsked, OfferSent, TransferFinished} <= kinds
        assert all(records[each.record].client == row.mac for each in packets if each.record is not None)
        assert [each.time for each in packets] == sorted(each.time for each in packets)
        assert {each.direction for each in packets} == {Direction.IN, Direction.OUT}


def test_a_transfer_is_kept_by_its_ends_and_not_by_its_blocks(rehearsal: Rehearsal, recorder: Recorder) -> None:
    finished = [
        each.event
        for each in rehearsal.session.events_since(0, 10_000).records
        if isinstance(each.event, TransferFinished)
    ]
    blocks = sum(each.size_bytes // each.block_size + 1 for each in finished)
    assert blocks > 10 * len(finished)
    tftp = list(recorder.rings.tftp.packets())
    assert len(tftp) < 12 * len(finished)
    assert recorder.dropped == 0


def test_explain_says_of_a_recording_that_all_computers_booted(recorder: Recorder, tmp_path: Path) -> None:
    file = tmp_path / "recording.pcapng"
    with file.open("wb") as opened:
        write_recording(opened, recorder.packets(), dropped=0)
    explanation = explain_capture(file)
    assert explanation.fault is None
    assert explanation.frames == len(recorder.packets())
    verdicts = {str(each.client): each.verdict for each in explanation.diagnoses}
    assert len(verdicts) == _ROOM
    assert set(verdicts.values()) == {Verdict.OK}, verdicts
