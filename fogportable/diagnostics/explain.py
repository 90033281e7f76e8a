"""A capture file explained: what every computer in it did, and why it did not boot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fogportable.diagnosis import Conversations, Diagnosis, Dissector, diagnose
from fogportable.diagnostics.captures import CaptureFile
from fogportable.errors import Fault

#: Some tens of milliseconds.
FRAMES_BETWEEN_LOOKS = 2048


@dataclass(frozen=True, slots=True)
class Explanation:
    """frames: read. fault: where the file is damaged; the diagnoses are then of what stands before.

    is_whole: False when the reading was stopped; the diagnoses are then of what was read.
    """

    diagnoses: tuple[Diagnosis, ...]
    frames: int
    fault: Fault | None
    is_whole: bool = True


def explain_capture(
    path: Path, on_frames: Callable[[int], None] | None = None, should_stop: Callable[[], bool] | None = None
) -> Explanation:
    """Read a whole file, in bounded memory. Raises CaptureError when nothing of it can be read.

    on_frames: told now and then how many frames were read; should_stop is asked as often. Both in the calling thread.
    """
    capture, dissector, room = CaptureFile(path), Dissector(), Conversations()
    is_whole = True
    for frame in capture:
        if not frame.number % FRAMES_BETWEEN_LOOKS:
            if on_frames is not None:
                on_frames(frame.number)
            if should_stop is not None and should_stop():
                is_whole = False
                break
        for fact in dissector.read(frame.number, frame.time_s, frame.octets, frame.link_type, frame.length):
            room.take(fact)
    for fact in dissector.finish():
        room.take(fact)
    return Explanation(diagnose(room), capture.frames, capture.fault, is_whole)
