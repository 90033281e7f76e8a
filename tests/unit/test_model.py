"""What the shared nouns say of themselves."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.model import FIELDS_OF_ACTION, MenuAction, MenuEntry, suggested_range

FULL = {
    "url": "http://192.168.1.20/boot.ipxe",
    "file": "/memtest.efi",
    "kernel": "debian/linux",
    "initrd": ("debian/initrd.gz", "http://192.168.1.20/firmware.cpio.gz"),
    "arguments": "quiet",
    "wim": "winpe/boot.wim",
    "bcd": "winpe/BCD",
    "sdi": "http://192.168.1.20/boot.sdi",
    "wimboot": "winpe/wimboot",
    "iso": "live.iso",
    "memdisk": "memdisk",
}


def entry(action: MenuAction) -> MenuEntry:
    """One with every field filled, as after trying several actions in the form."""
    return MenuEntry("Entry", action, **FULL)  # type: ignore[arg-type]


def test_every_action_says_what_it_needs() -> None:
    assert set(FIELDS_OF_ACTION) == set(MenuAction)


def test_entry_keeps_only_what_its_action_needs() -> None:
    for action, fields in FIELDS_OF_ACTION.items():
        kept = entry(action).without_unused_fields()
        assert {name for name in FULL if getattr(kept, name)} == set(fields)


def test_files_are_those_below_the_tftp_root() -> None:
    assert entry(MenuAction.CHAIN_FILE).files == ("memtest.efi",)
    assert entry(MenuAction.KERNEL).files == ("debian/linux", "debian/initrd.gz")
    assert entry(MenuAction.WINPE).files == ("winpe/boot.wim", "winpe/BCD", "winpe/wimboot")
    assert entry(MenuAction.ISO).files == ("debian/linux", "debian/initrd.gz", "live.iso", "memdisk")
    assert entry(MenuAction.CHAIN_URL).files == entry(MenuAction.SHELL).files == ()


def test_wimboot_that_nobody_named_is_the_one_in_the_tftp_root() -> None:
    assert MenuEntry("Windows PE", MenuAction.WINPE, wim="boot.wim").files == ("boot.wim", "wimboot")


@pytest.mark.parametrize(
    ("card", "first", "last"),
    [
        ("192.168.50.1/24", "192.168.50.100", "192.168.50.200"),
        ("192.168.50.150/24", "192.168.50.10", "192.168.50.99"),
        ("10.20.3.31/16", "10.20.3.100", "10.20.3.200"),
        ("10.0.0.1/28", "10.0.0.2", "10.0.0.14"),
        ("10.0.0.14/28", "10.0.0.1", "10.0.0.13"),
        ("10.0.0.1/30", "10.0.0.2", "10.0.0.2"),
    ],
)
def test_suggested_range_lies_in_the_cards_network_and_leaves_its_address_out(card: str, first: str, last: str) -> None:
    assert suggested_range(IPv4Interface(card)) == (IPv4Address(first), IPv4Address(last))


@pytest.mark.parametrize("card", ["10.0.0.1/32", "10.0.0.1/31"])
def test_no_range_is_suggested_where_there_is_no_room(card: str) -> None:
    assert suggested_range(IPv4Interface(card)) is None
