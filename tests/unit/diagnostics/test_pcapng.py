"""Files that we write are read by scapy, with their comments."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fogportable.diagnostics.captures import CaptureFile
from fogportable.diagnostics.pcapng import WrittenPacket, write_pcapng

_AT = datetime(2026, 11, 30, 10, 14, 3, 250_000, UTC)


def _write(path: Path, *packets: WrittenPacket, comment: str = "") -> None:
    with path.open("wb") as file:
        write_pcapng(file, program="us", comment=comment, cards=("kit0", "kit1"), packets=packets)


def test_frames_lengths_and_times_come_back(tmp_path: Path) -> None:
    file = tmp_path / "it.pcapng"
    later = _AT.replace(microsecond=750_000)
    _write(
        file,
        WrittenPacket(0, _AT, b"\1" * 61, 61, is_sent=False),
        WrittenPacket(1, later, b"\2" * 40, 1500, is_sent=True),
    )
    capture = CaptureFile(file)
    frames = list(capture)
    assert [(each.octets, each.length, each.time_s) for each in frames] == [
        (b"\1" * 61, 61, 0.0),
        (b"\2" * 40, 1500, 0.5),
    ]
    assert capture.fault is None


def test_scapy_reads_the_comment_of_a_packet(tmp_path: Path) -> None:
    from scapy.utils import PcapNgReader

    file = tmp_path / "it.pcapng"
    _write(file, WrittenPacket(0, _AT, bytes(60), 60, is_sent=True, comment="Record 7: schön."), comment="all of it")
    with PcapNgReader(str(file)) as reader:
        packet = next(iter(reader))
    assert packet.comments == ["Record 7: schön.".encode()] or packet.comment == "Record 7: schön.".encode()
    assert b"all of it" in file.read_bytes()


def test_a_comment_that_is_too_long_is_cut_between_characters(tmp_path: Path) -> None:
    file = tmp_path / "it.pcapng"
    _write(file, WrittenPacket(0, _AT, bytes(60), 60, is_sent=False, comment="ä" * 70_000))
    assert len(list(CaptureFile(file))) == 1
