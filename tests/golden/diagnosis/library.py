"""The labelled captures: where they lie, what their labels say, and how a capture is made small enough to keep."""

from __future__ import annotations

import struct
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.golden.pcap import read_frames

LIBRARY = Path(__file__).parent / "library"

#: Frames of a long transfer that are kept: its beginning and its end tell all that a diagnosis asks.
_FIRST, _LAST = 10, 6
#: Blocks whose content is kept: headers of programs, the beginnings of scripts.
_KEPT_BLOCKS = 2

TimedFrame = tuple[float, bytes]


@dataclass(frozen=True)
class LabelledClient:
    """What is true of one computer. notes: verdict ids that must stand among the notes."""

    mac: str
    verdict: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """source: firmware, traces or simulated. how: what the label rests on. is_held_out: not looked at for rules."""

    name: str
    source: str
    how: str
    is_held_out: bool
    clients: tuple[LabelledClient, ...]

    @property
    def path(self) -> Path:
        return LIBRARY / f"{self.name}.pcap"

    @property
    def is_from_firmware(self) -> bool:
        return self.source in ("firmware", "traces")


def is_held_out(name: str) -> bool:
    """Made after the rules and not looked at while they were written."""
    return name.startswith("aside-")


def all_labelled() -> list[Labelled]:
    """The whole library, by name."""
    return [_read(path) for path in sorted(LIBRARY.glob("*.toml"))]


def _read(path: Path) -> Labelled:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    clients = tuple(
        LabelledClient(each["mac"], each["verdict"], tuple(each.get("notes", ()))) for each in values["client"]
    )
    return Labelled(path.stem, values["source"], values["how"], values["held_out"], clients)


def write_label(name: str, source: str, how: str, clients: Iterable[LabelledClient]) -> None:
    """The label file beside a capture."""
    lines = [f'source = "{source}"', f"how = {_quoted(how)}", f"held_out = {str(is_held_out(name)).lower()}"]
    for client in clients:
        lines += ["", "[[client]]", f'mac = "{client.mac}"', f'verdict = "{client.verdict}"']
        if client.notes:
            lines.append(f"notes = [{', '.join(_quoted(each) for each in client.notes)}]")
    (LIBRARY / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', "'") + '"'


def write_capture(path: Path, frames: Iterable[TimedFrame]) -> None:
    """Classic pcap with microseconds. Times count from the beginning of 2026."""
    pieces = [struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)]
    for time_s, frame in frames:
        microseconds = round(time_s * 1e6)
        stamp = (1_767_225_600 + microseconds // 1_000_000, microseconds % 1_000_000)
        pieces.append(struct.pack("<4I", *stamp, len(frame), len(frame)) + frame)
    path.write_bytes(b"".join(pieces))


def shortened(path: Path) -> list[TimedFrame]:
    """A capture of Ethernet frames without the middles of long transfers and without the contents of files."""
    frames = list(read_frames(path))
    flows: dict[bytes, list[int]] = defaultdict(list)
    for number, (_, frame) in enumerate(frames):
        flow = _flow_of(frame)
        if flow is not None:
            flows[flow].append(number)
    dropped: set[int] = set()
    for numbers in flows.values():
        dropped.update(numbers[_FIRST:-_LAST] if len(numbers) > _FIRST + _LAST else ())
    return [(time_s, _blanked(frame)) for number, (time_s, frame) in enumerate(frames) if number not in dropped]


def _flow_of(frame: bytes) -> bytes | None:
    """Both directions of a transfer's blocks or of a connection under one key; None for everything else."""
    if len(frame) < 46 or frame[12:14] != b"\x08\x00" or frame[14] != 0x45 or frame[23] not in (6, 17):
        return None
    if frame[23] == 17 and (frame[42:44] not in (b"\0\3", b"\0\4") or _is_dhcp(frame)):
        return None
    ends: Sequence[bytes] = sorted((frame[26:30] + frame[34:36], frame[30:34] + frame[36:38]))
    return frame[23:24] + b"".join(ends)


def _is_dhcp(frame: bytes) -> bool:
    return bool({frame[34:36], frame[36:38]} & {b"\0C", b"\0D", b"\x0f\xab"})


def _blanked(frame: bytes) -> bytes:
    """Without the content of a block, and then without a UDP checksum, which RFC 768 allows."""
    is_udp = len(frame) > 46 and frame[12:14] == b"\x08\x00" and frame[14] == 0x45 and frame[23] == 17
    if not is_udp or _is_dhcp(frame) or frame[42:44] != b"\0\3" or int.from_bytes(frame[44:46], "big") <= _KEPT_BLOCKS:
        return frame
    return frame[:40] + b"\0\0" + frame[42:46] + bytes(len(frame) - 46)
