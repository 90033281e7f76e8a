"""Capture files in every dress, whole and damaged."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from fogportable.diagnosis import Verdict
from fogportable.diagnostics.captures import CaptureError, CaptureFile
from fogportable.diagnostics.explain import explain_capture
from fogportable.errors import FaultCode
from tests.golden.diagnosis.library import TimedFrame
from tests.golden.diagnosis.talk import Talk

_NULL, _ETHERNET, _RAW, _SLL, _SLL2 = 0, 1, 101, 113, 276


def _frames() -> list[TimedFrame]:
    return Talk().addressed("a.efi").missing("a.efi").frames


def _pcap(
    frames: list[TimedFrame], *, order: str = "<", magic: int = 0xA1B2C3D4, link: int = 1, kept: int = 65535
) -> bytes:
    fraction = 1e9 if magic == 0xA1B23C4D else 1e6
    pieces = [struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, kept, link)]
    for time_s, frame in frames:
        seconds = int(time_s)
        stamp = (1_800_000_000 + seconds, int((time_s - seconds) * fraction))
        pieces.append(struct.pack(order + "4I", *stamp, min(kept, len(frame)), len(frame)) + frame[:kept])
    return b"".join(pieces)


def _block(order: str, kind: int, body: bytes) -> bytes:
    body += bytes(-len(body) % 4)
    return struct.pack(order + "II", kind, len(body) + 12) + body + struct.pack(order + "I", len(body) + 12)


def _section(order: str = "<") -> bytes:
    return _block(order, 0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1))


def _interface(order: str, link: int = 1, resolution: int = 6) -> bytes:
    options = struct.pack(order + "HHB3xHH", 9, 1, resolution, 0, 0)
    return _block(order, 1, struct.pack(order + "HHI", link, 0, 0) + options)


def _packets(frames: list[TimedFrame], order: str, resolution: int, interface: int = 0) -> bytes:
    pieces = []
    for time_s, frame in frames:
        ticks = int((1_800_000_000 + time_s) * 10**resolution)
        head = struct.pack(order + "5I", interface, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), len(frame))
        pieces.append(_block(order, 6, head + frame))
    return b"".join(pieces)


def _two_sections(frames: list[TimedFrame]) -> bytes:
    """The second of another byte order, with an interface of its own; what is joined by `cat`."""
    first = _section("<") + _interface("<", 113, 3) + _interface("<") + _packets(frames[:4], "<", 6, 1)
    return first + _section(">") + _interface(">", 1, 9) + _packets(frames[4:], ">", 9)


def _with_statistics(frames: list[TimedFrame]) -> bytes:
    """As dumpcap ends a file: names, statistics, and a block of its own behind the last packet."""
    names = _block("<", 4, struct.pack("<HH", 1, 8) + b"\x0a\0\0\1a.b\0" + bytes(4))
    return _pcapng(frames) + names + _block("<", 5, bytes(12)) + _block("<", 0xBAD, bytes(8))


def _pcapng(frames: list[TimedFrame], *, order: str = "<", resolution: int = 6, link: int = 1) -> bytes:
    comment = struct.pack(order + "HH", 1, 4) + b"test" + bytes(4)
    pieces = [_block(order, 0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1) + comment)]
    options = struct.pack(order + "HHB3xHH", 9, 1, resolution, 0, 0)
    pieces.append(_block(order, 1, struct.pack(order + "HHI", link, 0, 0) + options))
    for time_s, frame in frames:
        ticks = int((1_800_000_000 + time_s) * 10**resolution)
        head = struct.pack(order + "5I", 0, ticks >> 32, ticks & 0xFFFFFFFF, len(frame), len(frame))
        pieces.append(_block(order, 6, head + frame + bytes(-len(frame) % 4) + comment))
    return b"".join(pieces)


FORMS: dict[str, Callable[[list[TimedFrame]], bytes]] = {
    "pcap": _pcap,
    "pcap, big endian": lambda frames: _pcap(frames, order=">"),
    "pcap, nanoseconds": lambda frames: _pcap(frames, magic=0xA1B23C4D),
    "pcap, packed": lambda frames: gzip.compress(_pcap(frames)),
    "pcapng": _pcapng,
    "pcapng, big endian": lambda frames: _pcapng(frames, order=">"),
    "pcapng, nanoseconds": lambda frames: _pcapng(frames, resolution=9),
    "pcapng, packed": lambda frames: gzip.compress(_pcapng(frames)),
    "pcapng, two sections": _two_sections,
    "pcapng, with statistics": _with_statistics,
    "pcap, with check sequences": lambda frames: _pcap(frames, link=1 | 1 << 26 | 4 << 28),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_frames_and_times(tmp_path: Path, form: str) -> None:
    frames = _frames()
    path = tmp_path / "capture"
    path.write_bytes(FORMS[form](frames))
    capture = CaptureFile(path)
    read = list(capture)
    assert [each.octets for each in read] == [frame for _, frame in frames]
    assert [each.number for each in read] == list(range(1, len(frames) + 1))
    begin_s = frames[0][0]
    assert [each.time_s for each in read] == pytest.approx([time_s - begin_s for time_s, _ in frames], abs=2e-6)
    assert (capture.fault, capture.frames) == (None, len(frames))
    assert [each.verdict for each in explain_capture(path).diagnoses] == [Verdict.FILE_MISSING]


def test_simple_packets_have_frames_and_no_time(tmp_path: Path) -> None:
    frames = _frames()
    simple = b"".join(_block("<", 3, struct.pack("<I", len(frame)) + frame) for _, frame in frames)
    path = tmp_path / "capture"
    path.write_bytes(_section() + _interface("<") + simple)
    assert [(each.octets, each.time_s) for each in CaptureFile(path)] == [(frame, 0.0) for _, frame in frames]
    assert [each.verdict for each in explain_capture(path).diagnoses] == [Verdict.FILE_MISSING]


def test_a_file_with_an_interface_and_no_packet_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(_section() + _interface("<"))
    explanation = explain_capture(path)
    assert (explanation.frames, explanation.fault) == (0, None)


@pytest.mark.parametrize("length", [0x7FFFFFF0, 0xFFFFFFFC, 8])
def test_a_block_of_impossible_length_is_damage_and_is_not_read(tmp_path: Path, length: int) -> None:
    path = tmp_path / "capture"
    path.write_bytes(_pcapng(_frames()) + struct.pack("<II", 6, length) + bytes(64))
    explanation = explain_capture(path)
    assert explanation.frames == len(_frames())
    assert explanation.fault is not None
    assert explanation.fault.code is FaultCode.CAPTURE_DAMAGED


def _vlan(frame: bytes) -> bytes:
    return frame[:12] + b"\x81\0\0\x2a" + frame[12:]


def _cooked(frame: bytes) -> bytes:
    return b"\0\0\0\1\0\6" + frame[6:12] + b"\0\0" + frame[12:]


def _cooked2(frame: bytes) -> bytes:
    return frame[12:14] + b"\0\0\0\0\0\2\0\1\0\6" + frame[6:12] + b"\0\0" + frame[14:]


LINKS: dict[str, tuple[int, Callable[[bytes], bytes]]] = {
    "VLAN": (_ETHERNET, _vlan),
    "two VLAN tags": (_ETHERNET, lambda frame: _vlan(_vlan(frame))),
    "Linux cooked": (_SLL, _cooked),
    "Linux cooked 2": (_SLL2, _cooked2),
    "raw IP": (_RAW, lambda frame: frame[14:]),
    "loopback of BSD": (_NULL, lambda frame: b"\2\0\0\0" + frame[14:]),
    "QinQ": (_ETHERNET, lambda frame: frame[:12] + b"\x88\xa8\0\x64\x81\0\0\x2a" + frame[12:]),
    "Linux cooked, VLAN": (_SLL, lambda frame: _cooked(_vlan(frame))),
}


@pytest.mark.parametrize("link", LINKS)
def test_every_link_is_read(tmp_path: Path, link: str) -> None:
    number, dress = LINKS[link]
    path = tmp_path / "capture"
    path.write_bytes(_pcap([(time_s, dress(frame)) for time_s, frame in _frames()], link=number))
    (diagnosis,) = explain_capture(path).diagnoses
    assert (str(diagnosis.client), diagnosis.verdict) == ("52:54:00:01:02:03", Verdict.FILE_MISSING)


@pytest.mark.parametrize("form", ["pcap", "pcapng"])
@pytest.mark.parametrize("lost", [1, 7, 30])
def test_damaged_file_gives_what_stands_before_and_names_the_frame(tmp_path: Path, form: str, lost: int) -> None:
    frames = _frames()
    path = tmp_path / "capture"
    path.write_bytes(FORMS[form](frames)[:-lost])
    explanation = explain_capture(path)
    assert explanation.frames == len(frames) - 1
    assert explanation.fault is not None
    assert explanation.fault.code is FaultCode.CAPTURE_DAMAGED
    assert f"from frame {len(frames)} on" in explanation.fault.message
    assert len(explanation.diagnoses) == 1


def test_a_length_that_no_frame_has_is_damage(tmp_path: Path) -> None:
    data = bytearray(_pcap(_frames()))
    second = 24 + 16 + len(_frames()[0][1])
    data[second + 8 : second + 12] = b"\xff\xff\xff\x7f"
    path = tmp_path / "capture"
    path.write_bytes(data)
    explanation = explain_capture(path)
    assert (explanation.frames, explanation.fault is not None) == (1, True)


def test_zeros_behind_the_last_packet_are_damage_and_no_frames(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    with path.open("wb") as file:
        file.write(_pcap(_frames()))
        file.truncate(1 << 30)
    explanation = explain_capture(path)
    assert (explanation.frames, explanation.fault is not None) == (len(_frames()), True)


@pytest.mark.parametrize("kept", [96, 290])
def test_frames_cut_by_the_capture_are_not_misread(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "capture"
    path.write_bytes(_pcap(Talk().addressed().ask().told(file="a.efi").missing("a.efi").frames, kept=kept))
    (diagnosis,) = explain_capture(path).diagnoses
    assert (str(diagnosis.client), diagnosis.verdict) == ("52:54:00:01:02:03", Verdict.FILE_MISSING)
    assert Verdict.OFFER_INCOMPLETE not in {each.verdict for each in diagnosis.notes}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FaultCode.CAPTURE_UNKNOWN),
        (b"\xd4\xc3", FaultCode.CAPTURE_UNKNOWN),
        (b"This is no capture at all, just text.", FaultCode.CAPTURE_UNKNOWN),
        (_pcap([(0.0, bytes(40))], link=147), FaultCode.CAPTURE_OTHER_LINK),
        (_pcap([(0.0, bytes(40))], link=127), FaultCode.CAPTURE_OTHER_LINK),
        (_pcap([(0.0, bytes(40))], link=192), FaultCode.CAPTURE_OTHER_LINK),
        (gzip.compress(b"packed, and no capture" * 9, mtime=0), FaultCode.CAPTURE_UNKNOWN),
        (b"\x1f\x8b" + b"not packed" * 9, FaultCode.CAPTURE_UNKNOWN),
    ],
    ids=["nothing", "two octets", "text", "another link", "radiotap", "PPI", "packed text", "badly packed"],
)
def test_what_is_no_capture_is_a_fault(tmp_path: Path, content: bytes, code: FaultCode) -> None:
    path = tmp_path / "capture"
    path.write_bytes(content)
    with pytest.raises(CaptureError) as raised:
        explain_capture(path)
    assert raised.value.code is code


def test_missing_file_and_folder_are_faults(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(CaptureError) as raised:
            explain_capture(path)
        assert raised.value.code is FaultCode.CAPTURE_NOT_OPENED


def test_capture_without_frames_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(_pcap([]))
    explanation = explain_capture(path)
    assert (explanation.diagnoses, explanation.frames, explanation.fault) == ((), 0, None)
