"""Architecture numbers and their names."""

from __future__ import annotations

import pytest

from fogportable.protocol.pxe.archs import (
    HTTP_ARCHS,
    ClientArch,
    arch_label,
    arch_name,
    arch_names,
    archs_label,
    archs_words,
    parse_arch,
)


def test_iana_table_is_complete() -> None:
    assert [int(arch) for arch in ClientArch] == list(range(42))


def test_every_number_has_words_with_the_number() -> None:
    for arch in ClientArch:
        assert arch_label(arch).endswith(f" ({int(arch)})")
        assert "unknown" not in arch_label(arch)
    assert arch_label(77) == "unknown (77)"


@pytest.mark.parametrize("text", ["x64", "X64", " 7 ", "9", "07"])
def test_7_and_9_are_the_same(text: str) -> None:
    assert parse_arch(text) == {7, 9}


@pytest.mark.parametrize(("text", "numbers"), [("bios", {0}), ("ia32", {6}), ("arm64", {11}), ("65535", {65535})])
def test_names_and_numbers_are_understood(text: str, numbers: set[int]) -> None:
    assert parse_arch(text) == numbers


@pytest.mark.parametrize("text", ["", "x86", "-1", "65536", "7.0", "7a"])
def test_other_words_are_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="use bios, x64, ia32, arm64 or a number"):
        parse_arch(text)


def test_name_of_a_number() -> None:
    assert [arch_name(arch) for arch in (0, 6, 7, 9, 11, 27)] == ["bios", "ia32", "x64", "x64", "arm64", "27"]


def test_names_of_several_numbers_stand_once_each() -> None:
    assert arch_names({11, 9, 7, 0, 27}) == ["bios", "x64", "arm64", "27"]


def test_numbers_of_the_same_words_stand_together() -> None:
    assert archs_label({9, 7}) == "UEFI x64 (7, 9)"
    assert archs_label({0, 9, 11}) == "BIOS (0), UEFI x64 (9), UEFI ARM64 (11)"


def test_kinds_that_have_a_name_need_no_number() -> None:
    assert archs_words(frozenset({7, 9})) == "UEFI x64"
    assert archs_words(frozenset({7})) == "UEFI x64 (7)"
    assert archs_words(frozenset()) == "no computer"


def test_http_numbers() -> None:
    assert {15, 16, 17, 18, 19, 20, 23, 24, 26, 28, 30, 38, 40} == HTTP_ARCHS
