from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from fogportable.cli import bootfiles
from fogportable.errors import BootFileError, ExitCode, FaultCode
from fogportable.platform.paths import data_folder
from tests.fakes.boot_files import bios_program, efi_program


def _run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    bootfiles.add_arguments(parser)
    args = parser.parse_args(arguments)
    return int(args.run(args))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "tftpboot"
    folder.mkdir()
    (folder / "undionly.kpxe").write_bytes(bios_program())
    (folder / "snponly.efi").write_bytes(efi_program())
    return folder


def test_get_from_a_folder_then_list_and_check(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("get", "--from", str(source)) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "  UEFI x64 (7, 9)        snponly.efi\n" in out
    assert _run("list") == ExitCode.DONE
    assert capsys.readouterr().out.startswith("tftpboot: tftpboot\n")
    assert _run("check") == ExitCode.DONE
    assert "Everything is as it should be." in capsys.readouterr().out


def test_json_is_one_object_on_standard_output(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("get", "--from", str(source), "--name", "mine", "--json") == ExitCode.DONE
    captured = capsys.readouterr()
    got = json.loads(captured.out)["boot_set"]
    assert got["name"] == "mine"
    assert got["rules"][1]["arch"] == ["x64"]
    assert got["rules"][1]["numbers"] == [7, 9]
    assert len(got["files"][0]["sha256"]) == 64
    assert "Copying 2 files." in captured.err
    assert _run("list", "--json") == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["boot_sets"] == [got]


def test_check_says_what_is_wrong_and_ends_with_1(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("get", "--from", str(source))
    (data_folder() / "boot-sets/tftpboot/snponly.efi").write_bytes(b"#!ipxe\n")
    capsys.readouterr()
    assert _run("check") == ExitCode.FOUND_WRONG
    out = capsys.readouterr().out
    assert "it is a script for iPXE, which firmware cannot run" in out
    assert "is not the one that was brought" in out
    assert _run("check", "--json") == ExitCode.FOUND_WRONG
    (report,) = json.loads(capsys.readouterr().out)["boot_sets"]
    assert {fault["code"] for fault in report["faults"]} == {"boot_file_broken", "boot_file_changed"}


def test_check_of_a_folder(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("check", "--root", str(source)) == ExitCode.DONE
    (tmp_path / "empty").mkdir()
    assert _run("check", "--root", str(tmp_path / "empty")) == ExitCode.FOUND_WRONG
    assert _run("check", "--root", str(tmp_path / "gone")) == ExitCode.FOUND_WRONG
    assert "gone is not there." in capsys.readouterr().err


def test_nothing_stored_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("list") == ExitCode.DONE
    assert "bootfiles get" in capsys.readouterr().out
    assert _run("check") == ExitCode.FOUND_WRONG


def test_ia32_is_refused_with_the_reason_before_anything_is_brought(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootfiles, "fetch_from_debian", lambda *a, **k: pytest.fail("must not be called"))
    assert _run("get", "--arch", "x64", "--arch", "ia32") == ExitCode.COULD_NOT_START
    assert "no file for 32-bit UEFI" in capsys.readouterr().err


def test_wanted_architecture_that_is_not_there_is_an_error(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("get", "--from", str(source), "--arch", "arm64") == ExitCode.COULD_NOT_START
    assert "UEFI ARM64 (11)" in capsys.readouterr().err


def test_failure_is_two_sentences_or_one_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise BootFileError(FaultCode.FETCH_FAILED, problem="no network")

    monkeypatch.setattr(bootfiles, "fetch_from_debian", fail)
    assert _run("get") == ExitCode.COULD_NOT_START
    assert capsys.readouterr().err.splitlines()[0] == "The boot files could not be brought: no network."
    assert _run("get", "--json") == ExitCode.COULD_NOT_START
    assert json.loads(capsys.readouterr().out)["fault"]["code"] == "fetch_failed"


@pytest.mark.parametrize(
    "arguments", [("get", "--name", "../x"), ("get", "--arch", "cray"), ("get", "--mirror", "x y"), ("fly",), ()]
)
def test_wrong_arguments_are_a_usage_error(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        _run(*arguments)
    assert caught.value.code == ExitCode.USAGE
    capsys.readouterr()


def test_loader_and_folder_exclude_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _run("get", "pxelinux", "--from", str(tmp_path))
    assert "give one of the two" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        _run("get", "lilo")
    assert "'lilo' is none of ipxe, pxelinux, secure-boot" in capsys.readouterr().err
