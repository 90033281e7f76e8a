"""What people read off screens finds its meaning."""

from __future__ import annotations

import pytest

from fogportable.diagnosis.error_codes import all_codes, find, look_up


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("PXE-E53", "PXE-E53"),
        ("pxe e53", None),
        ("PXE-E53: No boot filename received", "PXE-E53"),
        ("No boot filename received.", "PXE-E53"),
        ("PXE-E16: No valid offer received.", "PXE-E16"),
        ("PXE-T01: File not found\nPXE-E3B: TFTP Error - File Not found", "PXE-E3B"),
        ("http://ipxe.org/040ee119", "ipxe.org/04...... No configuration methods succeeded"),
        ("Exec format error (https://ipxe.org/2e008081)", "ipxe.org/2e...... Exec format error"),
        ("2d0c613b", "ipxe.org/2d...... No such file or directory"),
        ("Error 0x4c126092", "ipxe.org/4c...... Connection timed out"),
        ("No configuration methods succeeded", "ipxe.org/04...... No configuration methods succeeded"),
        ("grub>", "grub>"),
        ("error: bad shim signature.", "GRUB: bad shim signature"),
        ("Unable to fetch TFTP image: TFTP Error", "Unable to fetch TFTP image"),
        ("ARP Retry count exceeded; starting again", "U-Boot: Retry count exceeded"),
        ("TFTP error: 'File not found' (1)", "U-Boot: TFTP error: 'File not found' (1)"),
        ("Failed to load ldlinux.c32", "Failed to load ldlinux.c32"),
        ("Security Violation", "Security Violation"),
        ("", None),
        ("hello", None),
    ],
)
def test_text_of_a_screen_is_found(typed: str, shown: str | None) -> None:
    meaning = look_up(typed)
    assert (meaning.shown if meaning else None) == shown


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    codes = all_codes()
    assert len(codes) >= 60
    assert len({each.shown for each in codes}) == len(codes)
    for each in codes:
        assert each.meaning.endswith((".", "?"))
        assert each.remedy.endswith(".")


@pytest.mark.parametrize("typed", ["pxe e53", "PXEE53", "e53", "PXE-E53: No boot filename"])
def test_code_is_found_while_it_is_typed(typed: str) -> None:
    assert find(typed, 6)[0].shown == "PXE-E53"


def test_few_letters_find_nothing_and_no_more_are_given_than_wanted() -> None:
    assert find("p", 6) == () == find(" -", 6)
    assert len(find("pxe", 6)) == 6
