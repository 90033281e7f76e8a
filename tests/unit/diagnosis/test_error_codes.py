"""What people read off screens finds its meaning."""

from __future__ import annotations

import pytest

from fogportable.diagnosis.error_codes import all_codes, find, look_up


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("PXE-E53", "PXE-E53"),
        ("pxe e53", "PXE-E53"),
        ("e53", "PXE-E53"),
        ("PXE-MOF: Exiting", "PXE-M0F"),
        ("PXE–E18", "PXE-E18"),  # noqa: RUF001
        ("PXE-E7", None),
        ("TFTP open timout", "PXE-E32"),
        ("no boot filename recieved", "PXE-E53"),
        ("no dhcp or proxy dhcp offers were received", "PXE-E51"),
        ("TFTP......", "TFTP...."),
        (">>Start PXE over IPv4.", ">>Start PXE over IPv4"),
        ("Selected boot image did not authenticate", "Security Violation"),
        ('BdsDxe: failed to load Boot0001 "UEFI PXEv4": Not Found', "No bootable device"),
        ('BdsDxe: failed to load Boot0001 "UEFI PXEv4": Unsupported', "Failed to load: Unsupported"),
        ("error: no such device: 1234-abcd.", "grub rescue>"),
        ("No such device", "ipxe.org/2c...... No such device"),
        ("error: time out opening `(tftp)/grub/grub.cfg'.", "GRUB: time out opening"),
        ("error: prohibited by secure boot policy.", "GRUB: bad shim signature"),
        ("Failed to open \\EFI\\BOOT\\mmx64.efi - Not Found", "MokManager is missing"),
        ("T T T T T T", "U-Boot: Retry count exceeded"),
        ("*** ERROR: `serverip' not set", "U-Boot: 'serverip' not set"),
        ("Status: 0xc000000f", "Windows Boot Manager: 0xc000000f"),
        ("Could not boot: Connection timed out", "ipxe.org/4c...... Connection timed out"),
        ("ipxe.org/38086193", "ipxe.org/38...... Link is down"),
        ("Verification failed: (0x1A) Security Violation", "Security Violation"),
        ("No bootable device", "No bootable device"),
        ("Unknown error", None),
        ("My screen is black", None),
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
