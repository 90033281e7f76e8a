from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.image import BootImage, ImageKind, read_image
from tests.fakes.boot_files import (
    MACHINE_ARM64,
    MACHINE_EBC,
    MACHINE_IA32,
    MACHINE_X64,
    bios_program,
    efi_program,
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "file"


def _image(place: Path, content: bytes) -> BootImage:
    place.write_bytes(content)
    return read_image(place)


@pytest.mark.parametrize(
    ("machine", "words", "runs", "not_runs"),
    [
        (MACHINE_X64, "UEFI x64", {7, 9, 16, 17}, {0, 6, 11}),
        (MACHINE_IA32, "UEFI ia32", {6, 2, 15}, {0, 7, 9, 11}),
        (MACHINE_ARM64, "UEFI ARM64", {11, 19}, {0, 6, 7, 9, 10}),
        (0x1C2, "UEFI ARM32", {10, 18}, {11}),
        (0x5064, "UEFI RISC-V 64", {27, 28}, {25, 29}),
        (0x6264, "UEFI LoongArch 64", {39, 40}, {37}),
        (MACHINE_EBC, "any UEFI (byte code)", {6, 7, 9, 11, 27}, {0, 20}),
        (0x1234, "an unknown processor (0x1234)", set(), {0, 6, 7, 11}),
    ],
)
def test_machine_type_says_which_firmware_runs_it(
    place: Path, machine: int, words: str, runs: set[int], not_runs: set[int]
) -> None:
    image = _image(place, efi_program(machine))
    assert (image.kind, image.words, image.problem) == (ImageKind.EFI, words, "")
    assert all(image.runs_on(arch) for arch in runs)
    assert not any(image.runs_on(arch) for arch in not_runs)


def test_raw_code_is_for_the_bios(place: Path) -> None:
    image = _image(place, bios_program())
    assert (image.kind, image.words, image.problem) == (ImageKind.NBP, "BIOS", "")
    assert image.runs_on(0)
    assert image.runs_on(20)
    assert not image.runs_on(7)


def test_architectures_without_pxe_header_rules_take_any_file(place: Path) -> None:
    assert _image(place, b"anything").runs_on(22)


def test_signature_is_seen(place: Path) -> None:
    assert not _image(place, efi_program()).is_signed
    assert _image(place, efi_program(signature=512)).is_signed


@pytest.mark.parametrize("subsystem", [10, 11, 12, 13])
def test_efi_subsystems_are_sound(place: Path, subsystem: int) -> None:
    assert _image(place, efi_program(subsystem=subsystem)).problem == ""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (efi_program(subsystem=3), "Windows program"),
        (efi_program()[:3000], "cut short: 3000 of at least"),
        (efi_program(signature=512)[:-1], "cut short: 4095 of at least 4096"),
        (efi_program()[:200], "cut short inside its header"),
        (b"MZ", "ends after 2 bytes"),
        (b"MZ".ljust(4096, b"\0"), "no PE signature"),
        (efi_program(sections=0), "section count"),
        (b"\x7fELF" + bytes(2000), "ELF"),
        (b"#!ipxe\nshell\n", "script for iPXE"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><html>", "web page"),
        (b"<html><body>404", "web page"),
        (b"Not found", "text file"),
        (b"\x1f\x8b\x08" + bytes(500), "gzip"),
        (b"!<arch>\ndebian-binary", "package"),
        (bytes(4096), "only zeros"),
        (b"\xea\x05", "only 2 bytes"),
        (bios_program(700 * 1024), "716.8 kB, more than a BIOS can load"),
        (bytes(0x202) + b"HdrS" + bytes(4000), "Linux kernel"),
        (b"\x33\xed".ljust(0x8001, b"\x90") + b"CD001" + bytes(100), "CD image"),
    ],
)
def test_what_no_firmware_can_run_is_named(place: Path, content: bytes, problem: str) -> None:
    image = _image(place, content)
    assert problem in image.problem
    assert not image.archs


@given(content=st.binary(max_size=300), prefix=st.sampled_from([b"", b"MZ", efi_program()[:0x80], efi_program()[:400]]))
def test_no_content_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes, prefix: bytes) -> None:
    place = tmp_path_factory.getbasetemp() / "any-image"
    image = _image(place, prefix + content)
    assert image.size_bytes == len(prefix + content)


@given(st.integers(0, 0xFFFFFFFF))
def test_wild_header_offset_is_damage_not_a_crash(tmp_path_factory: pytest.TempPathFactory, offset: int) -> None:
    content = bytearray(efi_program())
    struct.pack_into("<I", content, 0x3C, offset)
    image = _image(tmp_path_factory.getbasetemp() / "wild-image", bytes(content))
    assert bool(image.problem) == (offset != 0x80)
