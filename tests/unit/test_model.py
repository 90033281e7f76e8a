"""What the shared nouns say of themselves."""

from __future__ import annotations

from fogportable.model import FIELDS_OF_ACTION, MenuAction, MenuEntry

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
