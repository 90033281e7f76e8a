"""The boot menu that iPXE shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MenuAction(StrEnum):
    """What choosing an entry of the boot menu does. Values are those of profiles."""

    CHAIN_URL = "chain-url"
    CHAIN_FILE = "chain-file"
    KERNEL = "kernel"
    WINPE = "winpe"
    ISO = "iso"
    LOCAL_DISK = "local-disk"
    SHELL = "shell"


#: What each action needs beside the text.
FIELDS_OF_ACTION: dict[MenuAction, tuple[str, ...]] = {
    MenuAction.CHAIN_URL: ("url",),
    MenuAction.CHAIN_FILE: ("file",),
    MenuAction.KERNEL: ("kernel", "initrd", "arguments"),
    MenuAction.WINPE: ("wim", "bcd", "sdi", "wimboot"),
    MenuAction.ISO: ("iso", "memdisk", "kernel", "initrd", "arguments"),
    MenuAction.LOCAL_DISK: (),
    MenuAction.SHELL: (),
}

#: What an entry of an ISO writes in its arguments where the address of the ISO shall stand.
ISO_ADDRESS = "@iso@"

#: Longest time (s) until the default of a menu is taken.
LONGEST_MENU_TIMEOUT_S = 3600


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the boot menu. Which fields matter depends on the action: `FIELDS_OF_ACTION`.

    url: CHAIN_URL. file: CHAIN_FILE, below the TFTP root. kernel, initrd (may be several), arguments: KERNEL, and ISO
    where the ISO's own kernel is started; then ISO_ADDRESS in the arguments stands for the address of the ISO.
    wim, bcd, sdi, wimboot: WINPE, empty for what wimboot finds in the WIM, and for a `wimboot` in the TFTP root.
    iso: ISO. memdisk: ISO, to load it whole into the memory of a BIOS computer.
    """

    text: str
    action: MenuAction
    url: str = ""
    file: str = ""
    kernel: str = ""
    initrd: tuple[str, ...] = ()
    arguments: str = ""
    wim: str = ""
    bcd: str = ""
    sdi: str = ""
    wimboot: str = ""
    iso: str = ""
    memdisk: str = ""

    def without_unused_fields(self) -> MenuEntry:
        """The entry as it is served and saved: only what its action needs."""
        return MenuEntry(
            self.text, self.action, **{name: getattr(self, name) for name in FIELDS_OF_ACTION[self.action]}
        )

    @property
    def wimboot_place(self) -> str:
        """Where WINPE finds wimboot: as written, else in the TFTP root."""
        return self.wimboot or "wimboot"

    @property
    def files(self) -> tuple[str, ...]:
        """What it loads from below the TFTP root, without a slash before it; addresses are left out."""
        needed = self.without_unused_fields()
        names = [needed.file, needed.kernel, *needed.initrd, needed.wim, needed.bcd, needed.sdi, needed.iso]
        names += [needed.memdisk, needed.wimboot_place if self.action is MenuAction.WINPE else ""]
        return tuple(name.lstrip("/") for name in names if name and "://" not in name)


@dataclass(frozen=True, slots=True)
class Menu:
    """The boot menu that iPXE clients get as `boot.ipxe`.

    default: index into entries. timeout_s: until the default is taken, to LONGEST_MENU_TIMEOUT_S; 0 waits for ever.
    """

    title: str = "FOG Portable"
    entries: tuple[MenuEntry, ...] = (MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK),)
    default: int = 0
    timeout_s: int = 10
