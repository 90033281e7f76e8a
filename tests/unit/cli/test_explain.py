"""`fogportable explain`: what it prints, as JSON and for people, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fogportable.cli.main import main
from tests.golden.diagnosis.library import write_capture
from tests.golden.diagnosis.talk import Talk


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    """Two computers: one whose file is missing, and one that boots."""
    first = Talk().addressed("a.efi").missing("a.efi")
    second = Talk(mac=bytes.fromhex("525400040506"), ip="192.168.9.78", now_s=100.0, xid=0x2000)
    second.addressed("b.efi").load("b.efi")
    path = tmp_path / "room.pcap"
    write_capture(path, [*first.frames, *second.frames])
    return path


def test_json_is_a_list_of_one_object_per_computer(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(capture), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["client"], each["verdict"], each["confidence"]) for each in found] == [
        ("52:54:00:01:02:03", "file-missing", "sure"),
        ("52:54:00:04:05:06", "ok", "likely"),
    ]
    assert {"client", "verdict", "confidence", "evidence", "remedy", "notes", "sentence", "journey"} == set(found[0])
    assert all(set(each) == {"frame", "text"} for each in found[0]["evidence"])


def test_words_name_sentence_remedy_and_frames(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(capture), "--client", "52-54-00-01-02-03"]) == 0
    said = capsys.readouterr().out
    assert "52:54:00:01:02:03: file-missing (sure)" in said
    assert "The boot file a.efi is not on the server 192.168.9.10." in said
    assert "Put it there, or correct its name." in said
    assert "Evidence (frame 7): 192.168.9.10 answers: File not found (1)." in said
    assert "52:54:00:04:05:06" not in said


def test_unknown_has_no_confidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "short.pcap"
    write_capture(path, Talk().discover().frames)
    assert main(["explain", str(path), "--json"]) == 0
    (only,) = json.loads(capsys.readouterr().out)
    assert (only["verdict"], only["confidence"]) == ("unknown", None)


def test_damaged_file_still_explains_and_ends_with_one(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capture.write_bytes(capture.read_bytes()[:-5])
    assert main(["explain", str(capture), "--json"]) == 1
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)) == 2
    assert "is damaged from frame" in captured.err


def test_what_cannot_be_read_ends_with_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text").write_text("no capture")
    for name in ("text", "absent"):
        assert main(["explain", str(tmp_path / name)]) == 3
    assert "is not a capture" in capsys.readouterr().err


def test_names_from_the_wire_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "room.pcap"
    write_capture(path, Talk().addressed("a.efi").missing(b"a.efi\x1b[2J").frames)
    assert main(["explain", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_code_is_joined_with_what_was_seen(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(capture), "--code", "PXE-E3B", "--client", "52:54:00:01:02:03"]) == 0
    said = capsys.readouterr().out
    assert "PXE-E3B: The TFTP server does not have that file." in said
    assert "52:54:00:01:02:03: file-missing, which fits." in said


def test_code_alone_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--code", "http://ipxe.org/4c126035", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["meaning"]["code"] == "ipxe.org/4c...... Connection timed out"
    assert found["clients"] == []


def test_unknown_code_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--code", "tea is cold"]) == 1
    assert "is not known here" in capsys.readouterr().out


def test_neither_file_nor_code_is_a_usage_error() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["explain"])
    assert ended.value.code == 2
