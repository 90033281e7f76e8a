from __future__ import annotations

import os
from pathlib import Path

import pytest

from fogportable.boot.boot_set import (
    DEFAULT_SET,
    SET_FILE,
    BootSet,
    check_rule,
    file_fault,
    load_boot_sets,
    notes_on,
    recognise_folder,
    require_arch,
)
from fogportable.boot.file_names import AccessViolation, split_name
from fogportable.errors import BootFileError, FaultCode
from fogportable.model import BootRule
from fogportable.protocol.address import MacPattern
from fogportable.protocol.pxe.archs import ARCH_NAMES
from tests.fakes.boot_files import MACHINE_ARM64, MACHINE_IA32, MACHINE_X64, bios_program, efi_program

BIOS, X64, IA32, ARM64 = (ARCH_NAMES[name] for name in ("bios", "x64", "ia32", "arm64"))


def _put(root: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _codes(root: Path, archs: frozenset[int], file: str) -> list[FaultCode]:
    return [fault.code for fault in check_rule(root, BootRule(archs, file))]


# --- one file ---------------------------------------------------------------------------------------------------


def test_sound_files_have_no_fault(tmp_path: Path) -> None:
    _put(tmp_path, {"u.kpxe": bios_program(), "x.efi": efi_program(), "deep/a.efi": efi_program(MACHINE_ARM64)})
    assert _codes(tmp_path, BIOS, "u.kpxe") == []
    assert _codes(tmp_path, X64, "/X.EFI") == []
    assert _codes(tmp_path, ARM64, "\\deep\\a.efi") == []
    assert _codes(tmp_path, X64, "/tftpboot/x.efi") == []


@pytest.mark.parametrize(
    ("archs", "file", "code"),
    [
        (X64, "gone.efi", FaultCode.BOOT_FILE_MISSING),
        (X64, "folder", FaultCode.BOOT_FILE_MISSING),
        (X64, "empty.efi", FaultCode.BOOT_FILE_EMPTY),
        (X64, "../x.efi", FaultCode.BOOT_FILE_OUTSIDE),
        (X64, "c:x.efi", FaultCode.BOOT_FILE_OUTSIDE),
        (X64, "con.efi", FaultCode.BOOT_FILE_OUTSIDE),
        (X64, "leads-out.efi", FaultCode.BOOT_FILE_OUTSIDE),
        (X64, "short.efi", FaultCode.BOOT_FILE_BROKEN),
        (X64, "script.efi", FaultCode.BOOT_FILE_BROKEN),
        (BIOS, "script.efi", FaultCode.BOOT_FILE_BROKEN),
        (BIOS, "page.kpxe", FaultCode.BOOT_FILE_BROKEN),
        (X64, "raw.bin", FaultCode.BOOT_FILE_BROKEN),
        (X64, "u.kpxe", FaultCode.BOOT_FILE_WRONG_ARCH),
        (BIOS, "x.efi", FaultCode.BOOT_FILE_WRONG_ARCH),
        (IA32, "x.efi", FaultCode.BOOT_FILE_WRONG_ARCH),
        (X64, "ia32.efi", FaultCode.BOOT_FILE_WRONG_ARCH),
        (X64, "boot.ipxe", FaultCode.BOOT_FILE_RESERVED),
        (BIOS, "/Default.ipxe", FaultCode.BOOT_FILE_RESERVED),
        (X64, "autoexec.ipxe", FaultCode.BOOT_FILE_RESERVED),
    ],
)
def test_each_way_to_be_wrong_has_its_fault(tmp_path: Path, archs: frozenset[int], file: str, code: FaultCode) -> None:
    root = tmp_path / "root"
    _put(
        root,
        {
            "x.efi": efi_program(),
            "ia32.efi": efi_program(MACHINE_IA32),
            "u.kpxe": bios_program(),
            "raw.bin": bios_program(),
            "empty.efi": b"",
            "short.efi": efi_program()[:2000],
            "script.efi": b"#!ipxe\nshell\n",
            "page.kpxe": b"<html>404</html>",
            "boot.ipxe": b"#!ipxe\n",
        },
    )
    (root / "folder").mkdir()
    (tmp_path / "secret.efi").write_bytes(efi_program())
    (root / "leads-out.efi").symlink_to(tmp_path / "secret.efi")
    assert _codes(root, archs, file) == [code]


def test_wrong_architecture_is_said_in_words(tmp_path: Path) -> None:
    _put(tmp_path, {"ipxe.efi": efi_program()})
    (fault,) = check_rule(tmp_path, BootRule(BIOS, "ipxe.efi"))
    assert fault.message == "The boot file ipxe.efi is for UEFI x64, but it is set for BIOS."


def test_rule_over_several_kinds_names_only_those_that_do_not_fit(tmp_path: Path) -> None:
    _put(tmp_path, {"ipxe.efi": efi_program()})
    (fault,) = check_rule(tmp_path, BootRule(frozenset({0, 7, 9, 11}), "ipxe.efi"))
    assert "set for BIOS (0), UEFI ARM64 (11)." in fault.message


def test_link_inside_the_folder_is_fine(tmp_path: Path) -> None:
    _put(tmp_path, {"real/x.efi": efi_program()})
    (tmp_path / "x.efi").symlink_to("real/x.efi")
    assert _codes(tmp_path, X64, "x.efi") == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_a_fault_not_a_crash(tmp_path: Path) -> None:
    _put(tmp_path, {"x.efi": efi_program()})
    (tmp_path / "x.efi").chmod(0)
    assert _codes(tmp_path, X64, "x.efi") == [FaultCode.BOOT_FILE_BROKEN]


def test_file_that_stands_in_the_folder_of_its_architecture_only_is_not_missing(tmp_path: Path) -> None:
    _put(tmp_path, {"arch-x64/ipxe.efi": efi_program(), "arch-bios/ipxe.efi": bios_program()})
    assert _codes(tmp_path, X64, "ipxe.efi") == []
    assert _codes(tmp_path, ARM64, "ipxe.efi") == [FaultCode.BOOT_FILE_MISSING]
    (fault,) = check_rule(tmp_path, BootRule(X64 | ARM64, "ipxe.efi"))
    assert "UEFI ARM64" in fault.message
    assert "x64" not in fault.message
    assert [each.code for each in check_rule(tmp_path, BootRule(X64, "ipxe.efi"), has_overlays=False)] == [
        FaultCode.BOOT_FILE_MISSING
    ]


def test_what_is_wrong_with_a_file_of_an_architecture_folder_is_said(tmp_path: Path) -> None:
    _put(tmp_path, {"arch-x64/ipxe.efi": efi_program(MACHINE_ARM64), "ipxe.efi": efi_program(MACHINE_ARM64)})
    (fault,) = check_rule(tmp_path, BootRule(X64 | ARM64, "ipxe.efi"))
    assert fault.code is FaultCode.BOOT_FILE_WRONG_ARCH


@pytest.mark.parametrize("folder", ["52-54-00-12-34-ab", "52-54-00-12-34-AB"])
def test_file_in_the_folder_of_every_computer_of_the_rule_is_not_missing(tmp_path: Path, folder: str) -> None:
    _put(tmp_path, {f"{folder}/own.efi": efi_program()})
    one, two = MacPattern.parse("52:54:00:12:34:ab"), MacPattern.parse("52:54:00:12:34:56")
    assert check_rule(tmp_path, BootRule(X64, "own.efi", (one,))) == ()
    for macs in ((), (one, two), (MacPattern.parse("52:54:00"),)):
        (fault,) = check_rule(tmp_path, BootRule(X64, "own.efi", macs))
        assert fault.code is FaultCode.BOOT_FILE_MISSING


def test_missing_file_is_named_with_the_number_when_a_client_asks(tmp_path: Path) -> None:
    fault = file_fault(tmp_path, "snponly.efi", 7)
    assert fault is not None
    assert fault.code is FaultCode.BOOT_FILE_MISSING
    assert fault.message == "The boot file snponly.efi for UEFI x64 (7) is not there."
    _put(tmp_path, {"snponly.efi": efi_program()})
    assert file_fault(tmp_path, "snponly.efi", 7) is None


def test_missing_folder_is_a_missing_file(tmp_path: Path) -> None:
    fault = file_fault(tmp_path / "gone", "snponly.efi", 7)
    assert fault is not None
    assert fault.code is FaultCode.BOOT_FILE_MISSING


@pytest.mark.parametrize(
    "name", ["..", "a/../b", "a\\..\\b", "x:y", "a\nb", "a/" * 17 + "b", "y" * 256, "/", "LPT1.txt"]
)
def test_names_that_tftp_never_serves_are_outside(name: str) -> None:
    with pytest.raises(AccessViolation):
        split_name(name)


# --- folders ----------------------------------------------------------------------------------------------------


def _files_of(boot_set: BootSet) -> dict[frozenset[int], str]:
    return {rule.archs: rule.file for rule in boot_set.rules}


def test_folder_like_debians_is_recognised(tmp_path: Path) -> None:
    _put(
        tmp_path,
        {
            "undionly.kpxe": bios_program(),
            "undionly.kkpxe": bios_program(),
            "ipxe.pxe": bios_program(),
            "ipxe.efi": efi_program(),
            "snponly.efi": efi_program(),
            "ipxe-arm64.efi": efi_program(MACHINE_ARM64),
        },
    )
    found = recognise_folder(tmp_path)
    assert _files_of(found) == {BIOS: "undionly.kpxe", X64: "snponly.efi", ARM64: "ipxe-arm64.efi"}


def test_x64_falls_back_to_ipxe_without_snponly_or_with_a_broken_one(tmp_path: Path) -> None:
    _put(tmp_path, {"ipxe.efi": efi_program(), "snponly.efi": efi_program()[:2000]})
    assert _files_of(recognise_folder(tmp_path)) == {X64: "ipxe.efi"}


def test_folder_like_fogs_is_recognised_with_its_subfolders(tmp_path: Path) -> None:
    _put(
        tmp_path,
        {
            "default.ipxe": b"#!ipxe\n",
            "undionly.kkpxe": bios_program(),
            "snponly.efi": efi_program(),
            "secureboot/snponly-shimx64.efi": efi_program(signature=256),
            "i386-efi/snponly.efi": efi_program(MACHINE_IA32),
            "arm64-efi/snponly.efi": efi_program(MACHINE_ARM64),
        },
    )
    found = recognise_folder(tmp_path)
    assert found.title.startswith("FOG's boot files")
    assert _files_of(found) == {
        BIOS: "undionly.kkpxe",
        X64: "secureboot/snponly-shimx64.efi",
        IA32: "i386-efi/snponly.efi",
        ARM64: "arm64-efi/snponly.efi",
    }


def test_unknown_name_is_chosen_by_its_header_when_it_is_the_only_one(tmp_path: Path) -> None:
    _put(tmp_path, {"our-loader.efi": efi_program(MACHINE_X64), "notes.txt": b"hello", "raw.bin": bios_program()})
    assert _files_of(recognise_folder(tmp_path)) == {X64: "our-loader.efi"}


def test_among_several_strangers_none_is_chosen_but_ipxe_is(tmp_path: Path) -> None:
    _put(tmp_path, {"a.efi": efi_program(), "b.efi": efi_program()})
    assert recognise_folder(tmp_path).rules == ()
    _put(tmp_path, {"my-ipxe-2.efi": efi_program()})
    assert _files_of(recognise_folder(tmp_path)) == {X64: "my-ipxe-2.efi"}


def test_folder_without_boot_files_or_missing_gives_no_rules(tmp_path: Path) -> None:
    assert recognise_folder(tmp_path).rules == ()
    assert recognise_folder(tmp_path / "gone").rules == ()


# --- stored sets ------------------------------------------------------------------------------------------------

_SET = """title = "A set"
origin = "somewhere"
package_version = "1"
[[rule]]
arch = ["bios", "21"]
file = "u.kpxe"
[[file]]
name = "u.kpxe"
sha256 = "ab"
size_bytes = 7
"""


def test_stored_sets_are_read_and_the_one_from_debian_comes_first(tmp_path: Path) -> None:
    for name in ("aaa", DEFAULT_SET, ".half-written"):
        _put(tmp_path, {f"{name}/{SET_FILE}": _SET.encode(), f"{name}/u.kpxe": bios_program()})
    (tmp_path / "no-set").mkdir()
    sets = load_boot_sets(tmp_path)
    assert [each.name for each in sets] == [DEFAULT_SET, "aaa"]
    assert sets[0].rules == (BootRule(frozenset({0, 21}), "u.kpxe"),)
    assert (sets[0].title, sets[0].origin, sets[0].version) == ("A set", "somewhere", "1")
    assert sets[0].files[0].size_bytes == 7


@pytest.mark.parametrize(
    "text", ["not toml", 'title = "x"\nrule = 1\n', '[[rule]]\narch = ["cray"]\nfile = "x"\n', "\xff"]
)
def test_set_with_a_broken_description_is_taken_for_what_its_files_are(tmp_path: Path, text: str) -> None:
    _put(tmp_path, {f"one/{SET_FILE}": text.encode("latin-1"), "one/snponly.efi": efi_program()})
    (found,) = load_boot_sets(tmp_path)
    assert _files_of(found) == {X64: "snponly.efi"}


def test_no_folder_has_no_sets(tmp_path: Path) -> None:
    assert load_boot_sets(tmp_path / "gone") == ()


def test_set_that_the_program_carries_is_there_until_one_of_its_name_is_brought(tmp_path: Path) -> None:
    carried, stored = tmp_path / "carried", tmp_path / "stored"
    for place in (carried / DEFAULT_SET, carried / "other"):
        place.mkdir(parents=True)
        (place / "undionly.kpxe").write_bytes(b"\x90" * 600)
    assert [each.folder for each in load_boot_sets(stored, carried)] == [carried / DEFAULT_SET, carried / "other"]
    (stored / DEFAULT_SET).mkdir(parents=True)
    (stored / DEFAULT_SET / "undionly.kpxe").write_bytes(b"\x90" * 600)
    assert [each.folder for each in load_boot_sets(stored, carried)] == [stored / DEFAULT_SET, carried / "other"]


def test_ia32_is_explained_for_debians_ipxe_and_refused_when_asked_for(tmp_path: Path) -> None:
    boot_set = BootSet("debian-13", "iPXE from Debian 13", tmp_path, (BootRule(X64, "snponly.efi"),))
    assert [note.code for note in notes_on(boot_set)] == [FaultCode.IA32_HAS_NO_IPXE]
    require_arch(boot_set, X64)
    with pytest.raises(BootFileError) as caught:
        require_arch(boot_set, IA32)
    assert caught.value.code is FaultCode.IA32_HAS_NO_IPXE
    with pytest.raises(BootFileError) as caught:
        require_arch(boot_set, ARM64)
    assert caught.value.code is FaultCode.ARCH_WITHOUT_FILE
