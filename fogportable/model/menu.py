"""The boot menu that iPXE shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MenuAction(StrEnum):
    """What choosing an entry of the boot menu does. Values are those of profiles."""

    CHAIN_URL = "chain-url"
    CHAIN_FILE = "chain-file"
    KERNEL = "kernel"
    LOCAL_DISK = "local-disk"
    SHELL = "shell"


#: What each action needs beside the text.
FIELDS_OF_ACTION: dict[MenuAction, tuple[str, ...]] = {
    MenuAction.CHAIN_URL: ("url",),
    MenuAction.CHAIN_FILE: ("file",),
    MenuAction.KERNEL: ("kernel", "initrd", "arguments"),
    MenuAction.LOCAL_DISK: (),
    MenuAction.SHELL: (),
}

#: Longest time (s) until the default of a menu is taken.
LONGEST_MENU_TIMEOUT_S = 3600


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the boot menu. Which fields matter depends on the action: `FIELDS_OF_ACTION`.

    url: CHAIN_URL. file: CHAIN_FILE, below the TFTP root. kernel, initrd (may be several), arguments: KERNEL.
    """

    text: str
    action: MenuAction
    url: str = ""
    file: str = ""
    kernel: str = ""
    initrd: tuple[str, ...] = ()
    arguments: str = ""

    def without_unused_fields(self) -> MenuEntry:
        """The entry as it is served and saved: only what its action needs."""
        return MenuEntry(
            self.text, self.action, **{name: getattr(self, name) for name in FIELDS_OF_ACTION[self.action]}
        )

    @property
    def files(self) -> tuple[str, ...]:
        """What it loads from below the TFTP root, without a slash before it; addresses are left out."""
        needed = self.without_unused_fields()
        names = (needed.file, needed.kernel, *needed.initrd)
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
