from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fogportable.boot.boot_set import SET_FILE, load_boot_set
from fogportable.bootfiles.check import check_set
from fogportable.bootfiles.store import is_set_name, new_set_folder, set_name_from, write_set_file
from fogportable.errors import BootFileError, FaultCode
from fogportable.model import BootRule
from tests.fakes.boot_files import bios_program, efi_program

RULES = (BootRule(frozenset({0}), "u.kpxe"), BootRule(frozenset({7, 9}), "deep/x.efi"))


def _fill(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "u.kpxe").write_bytes(bios_program())
    (folder / "deep/x.efi").write_bytes(efi_program())


def test_set_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    with new_set_folder(tmp_path, "mine") as draft:
        _fill(draft)
        write_set_file(
            draft, title='A "set"', rules=RULES, origin="here", version="1.2", now=datetime(2026, 1, 2, tzinfo=UTC)
        )
    boot_set = load_boot_set(tmp_path / "mine")
    assert (boot_set.name, boot_set.title, boot_set.origin, boot_set.version) == ("mine", 'A "set"', "here", "1.2")
    assert boot_set.rules == RULES
    assert [file.name for file in boot_set.files] == ["u.kpxe", "deep/x.efi"]
    assert "brought = 2026-01-02T00:00:00Z" in (tmp_path / "mine" / SET_FILE).read_text()
    assert check_set(boot_set).faults == ()


def _start_and_fail(target: Path) -> None:
    with new_set_folder(target, "mine") as draft:
        (draft / "new").write_text("new")
        raise ZeroDivisionError


def test_failed_attempt_leaves_the_old_set_and_nothing_else(tmp_path: Path) -> None:
    with new_set_folder(tmp_path, "mine") as draft:
        (draft / "old").write_text("old")
    with pytest.raises(ZeroDivisionError):
        _start_and_fail(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert (tmp_path / "mine/old").read_text() == "old"


def test_new_set_replaces_the_old_one_whole_while_open_files_stay_readable(tmp_path: Path) -> None:
    with new_set_folder(tmp_path, "mine") as draft:
        (draft / "old").write_text("old")
    with (tmp_path / "mine/old").open() as running:
        with new_set_folder(tmp_path, "mine") as draft:
            (draft / "new").write_text("new")
        assert running.read() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["new"]


def test_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BootFileError) as caught, new_set_folder(tmp_path / "file", "mine"):
        pass
    assert caught.value.code is FaultCode.BOOT_SET_NOT_SAVED


def test_changed_missing_and_broken_files_are_found(tmp_path: Path) -> None:
    with new_set_folder(tmp_path, "mine") as draft:
        _fill(draft)
        (draft / "extra.txt").write_text("extra")
        write_set_file(draft, title="x", rules=RULES, origin="here")
    folder = tmp_path / "mine"
    (folder / "u.kpxe").unlink()
    (folder / "deep/x.efi").write_bytes(efi_program()[:2000])
    (folder / "extra.txt").unlink()
    report = check_set(load_boot_set(folder))
    codes = [fault.code for fault in report.faults]
    assert codes.count(FaultCode.BOOT_FILE_MISSING) == 1
    assert codes.count(FaultCode.BOOT_FILE_BROKEN) == 1
    assert [fault.message for fault in report.changed] == [
        "The boot file deep/x.efi of the set mine is not the one that was brought.",
        "The boot file extra.txt of the set mine is not the one that was brought.",
    ]


def test_description_cannot_point_the_check_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    with new_set_folder(tmp_path / "sets", "mine") as draft:
        _fill(draft)
        write_set_file(draft, title="x", rules=RULES, origin="here")
    path = tmp_path / "sets/mine" / SET_FILE
    path.write_text(path.read_text().replace('name = "u.kpxe"', 'name = "../../secret"'))
    (fault,) = check_set(load_boot_set(tmp_path / "sets/mine")).changed
    assert fault.detail == "it lies outside the folder"


@pytest.mark.parametrize(
    ("text", "name"),
    [("tftpboot", "tftpboot"), ("My Boot Files!", "my-boot-files"), ("...", "boot-files"), ("é", "boot-files")],
)
def test_name_is_made_of_any_text(text: str, name: str) -> None:
    assert set_name_from(text) == name
    assert is_set_name(name)


@pytest.mark.parametrize("name", ["", "../x", "a/b", "A", ".hidden", "-x", "x" * 65])
def test_names_that_would_leave_the_folder_are_refused(name: str) -> None:
    assert not is_set_name(name)
