"""A capture is read with progress, and can be stopped."""

from __future__ import annotations

from pathlib import Path

from fogportable.diagnostics.explain import FRAMES_BETWEEN_LOOKS, explain_capture
from tests.golden.diagnosis.library import write_capture
from tests.golden.diagnosis.talk import Talk


def _long(folder: Path) -> Path:
    talk = Talk().discover().lease()
    for _ in range(3 * FRAMES_BETWEEN_LOOKS):
        talk.idle(0.001)
    write_capture(folder / "long.pcap", talk.frames)
    return folder / "long.pcap"


def test_progress_is_told_and_the_whole_file_is_read(tmp_path: Path) -> None:
    told: list[int] = []
    found = explain_capture(_long(tmp_path), told.append, lambda: False)
    assert told == [FRAMES_BETWEEN_LOOKS, 2 * FRAMES_BETWEEN_LOOKS, 3 * FRAMES_BETWEEN_LOOKS]
    assert (found.is_whole, found.frames) == (True, 3 * FRAMES_BETWEEN_LOOKS + 2)


def test_stopped_reading_gives_what_was_read(tmp_path: Path) -> None:
    found = explain_capture(_long(tmp_path), None, lambda: True)
    assert (found.is_whole, found.frames) == (False, FRAMES_BETWEEN_LOOKS)
    assert len(found.diagnoses) == 1
