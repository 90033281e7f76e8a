from __future__ import annotations

import argparse
import json
import os
import sys
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.cli import import_dnsmasq
from fogportable.config.load import load_profile
from fogportable.errors import ExitCode
from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.session import import_dnsmasq as session

_CARD = NetworkInterface(
    "lan0", 1, InterfaceKind.WIRED, "", None, (IPv4Interface("192.168.1.10/24"),), True, True, 1000, 1500
)
#: Nothing in it needs a second look.
_PLAIN = "port=0\nlog-dhcp\ndhcp-range=192.168.1.10,proxy\n"


@pytest.fixture(autouse=True)
def _cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "list_interfaces", lambda: (_CARD,))


def _run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    import_dnsmasq.add_arguments(parser)
    args = parser.parse_args([*map(str, arguments)])
    return int(args.run(args))


def _config(tmp_path: Path, text: str, name: str = "ltsp.conf") -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def test_profile_is_written_and_every_line_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "room.toml"
    assert _run(_config(tmp_path, _PLAIN), "--output", output) == ExitCode.DONE
    assert load_profile(output).network.interfaces == ("lan0",)
    out = capsys.readouterr().out
    assert "   1  unneeded       port=0\n" in out
    assert "   3  became         dhcp-range=192.168.1.10,proxy\n        -> network.interfaces = lan0\n" in out
    assert f"{output} is written. Lines: 1 became, 2 unneeded.\n" in out


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr(import_dnsmasq, "list_interfaces", lambda: (_CARD,))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    said = iter(answers)

    def answer(_prompt: str) -> str:
        try:
            return next(said)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", answer)


_ELSEWHERE = "dhcp-range=10.0.0.10,proxy\n"


@pytest.mark.parametrize("answers", [("1",), ("lan0",), ("7", "eth9", " 1 ")])
def test_card_is_asked_for_at_a_terminal_where_dhcp_range_names_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: tuple[str, ...]
) -> None:
    _at_a_terminal(monkeypatch, *answers)
    output = tmp_path / "room.toml"
    _run(_config(tmp_path, _ELSEWHERE), "--output", output)
    assert load_profile(output).network.interfaces == ("lan0",)
    out = capsys.readouterr().out
    assert "  1  lan0  192.168.1.10/24" in out
    assert out.count("is none of them.") == len(answers) - 1


@pytest.mark.parametrize("answers", [("",), ()])
def test_card_may_be_chosen_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...]) -> None:
    _at_a_terminal(monkeypatch, *answers)
    output = tmp_path / "room.toml"
    assert _run(_config(tmp_path, _ELSEWHERE), "--output", output) == ExitCode.FOUND_WRONG
    assert load_profile(output).network.interfaces == ()


@pytest.mark.parametrize("flags", [["--json"], ["--interface", "lo"]])
def test_nobody_is_asked_who_said_it_or_reads_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: list[str]
) -> None:
    _at_a_terminal(monkeypatch)
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    monkeypatch.setattr(import_dnsmasq, "find_interface", lambda name: _CARD)
    _run(_config(tmp_path, _ELSEWHERE), "--output", tmp_path / "room.toml", *flags)


@pytest.mark.parametrize("line", ["frobnicate", "dhcp-relay=1.2.3.4,5.6.7.8", "pxe-service=BC_EFI,x,x.efi"])
def test_what_needs_eyes_ends_with_1(tmp_path: Path, line: str) -> None:
    output = tmp_path / "room.toml"
    assert _run(_config(tmp_path, _PLAIN + line), "--output", output) == ExitCode.FOUND_WRONG
    assert output.exists()


def test_several_files_are_one_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = _config(tmp_path, "port=0\n", "a.conf")
    second = _config(tmp_path, "dhcp-range=192.168.1.10,proxy\n", "b.conf")
    assert _run(first, second, "--output", tmp_path / "room.toml") == ExitCode.DONE
    assert f"{first}:\n   1  unneeded" in capsys.readouterr().out


def test_json_is_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "room.toml"
    assert _run(_config(tmp_path, _PLAIN + "frobnicate\n"), "--output", output, "--json") == ExitCode.FOUND_WRONG
    report = json.loads(capsys.readouterr().out)
    assert report["profile"] == str(output)
    assert report["wants_eyes"] is True
    assert [each["verdict"] for each in report["lines"]] == ["unneeded", "unneeded", "became", "unknown"]
    assert report["lines"][2]["became"] == [{"key": "network.interfaces", "value": "lan0"}]


def test_profile_that_is_there_stays_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config, output = _config(tmp_path, _PLAIN), tmp_path / "room.toml"
    output.write_text("# mine\n")
    assert _run(config, "--output", output) == ExitCode.USAGE
    assert output.read_text() == "# mine\n"
    assert "--force" in capsys.readouterr().err
    assert _run(config, "--output", output, "--force") == ExitCode.DONE
    assert load_profile(output).network.interfaces == ("lan0",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ltsp.conf", "room.toml"]


def test_force_replaces_neither_the_configuration_itself_nor_what_is_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = _config(tmp_path, _PLAIN)
    link = tmp_path / "link.toml"
    link.symlink_to(config)
    for output in (config, link):
        assert _run(config, "--output", output, "--force") == ExitCode.COULD_NOT_START
        assert "it is the configuration that is imported" in capsys.readouterr().err
        assert config.read_text() == _PLAIN
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # As a device is: a profile put in its place would take it from everybody.
    assert _run(config, "--output", pipe, "--force") == ExitCode.COULD_NOT_START
    assert pipe.is_fifo()


def test_very_long_lines_are_shortened_for_people_and_whole_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = _config(tmp_path, f"{_PLAIN}dhcp-boot={'a' * 5000}\n")
    _run(config, "--output", tmp_path / "room.toml")
    said = capsys.readouterr().out
    assert "(5010 characters)" in said
    assert len(said) < 3000
    _run(config, "--output", tmp_path / "other.toml", "--json")
    assert "a" * 5000 in capsys.readouterr().out


def test_file_that_is_not_there_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path / "none.conf", "--output", tmp_path / "room.toml") == ExitCode.USAGE
    assert "cannot be read" in capsys.readouterr().err
    assert not (tmp_path / "room.toml").exists()


def test_what_is_no_text_or_cannot_be_saved_ends_with_3(tmp_path: Path) -> None:
    binary = tmp_path / "a.bin"
    binary.write_bytes(b"\0\1")
    assert _run(binary, "--output", tmp_path / "room.toml") == ExitCode.COULD_NOT_START
    (tmp_path / "a.file").write_text("")
    assert _run(_config(tmp_path, _PLAIN), "--output", tmp_path / "a.file/room.toml") == ExitCode.COULD_NOT_START


def test_unknown_interface_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    output = tmp_path / "room.toml"
    assert _run(_config(tmp_path, _PLAIN), "--output", output, "--interface", "no-such0") == ExitCode.COULD_NOT_START
    assert not output.exists()


def test_output_is_required(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(_config(tmp_path, _PLAIN))
    assert stopped.value.code == ExitCode.USAGE
