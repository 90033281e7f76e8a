"""A capture file explained: what every computer in it did, and why it did not boot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fogportable.diagnosis import Conversations, Diagnosis, Dissector, diagnose
from fogportable.diagnostics.captures import CaptureFile
from fogportable.errors import Fault


@dataclass(frozen=True, slots=True)
class Explanation:
    """frames: read. fault: where the file is damaged; the diagnoses are then of what stands before."""

    diagnoses: tuple[Diagnosis, ...]
    frames: int
    fault: Fault | None


def explain_capture(path: Path) -> Explanation:
    """Read a whole file, in bounded memory. Raises CaptureError when nothing of it can be read."""
    capture, dissector, room = CaptureFile(path), Dissector(), Conversations()
    for frame in capture:
        for fact in dissector.read(frame.number, frame.time_s, frame.octets, frame.link_type, frame.length):
            room.take(fact)
    for fact in dissector.finish():
        room.take(fact)
    return Explanation(diagnose(room), capture.frames, capture.fault)
