"""The menu that firmware itself shows, before anything is loaded (PXE 2.1, option 43)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from ipaddress import IPv4Address

#: Longest prompt that counts down (s); 255 in the packet means "wait for ever".
LONGEST_PROMPT_S = 254


class PxeAction(StrEnum):
    """What an entry of the firmware's menu does. Values are those of profiles.

    BOOT_SERVER: the firmware looks for a boot server of a type, at an address or on the network.
    """

    FILE = "file"
    LOCAL_DISK = "local-disk"
    BOOT_SERVER = "boot-server"


@dataclass(frozen=True, slots=True)
class PxeEntry:
    """One line of the menu, for some architectures (empty: for all).

    file: FILE, below the TFTP root. server: FILE: the TFTP server that has it, None for us; BOOT_SERVER: where it is
    asked, None for "found by broadcast". type: BOOT_SERVER, 1 to 32767 (0x8000 and above are given to files by us).
    """

    text: str
    action: PxeAction
    archs: frozenset[int] = frozenset()
    file: str = ""
    server: IPv4Address | None = None
    type: int = 0

    def without_unused_fields(self) -> PxeEntry:
        """The entry as it is served and saved: only what its action needs."""
        is_file, is_server = self.action is PxeAction.FILE, self.action is PxeAction.BOOT_SERVER
        return replace(
            self,
            file=self.file if is_file else "",
            server=self.server if is_file or is_server else None,
            type=self.type if is_server else 0,
        )


@dataclass(frozen=True, slots=True)
class PxeMenu:
    """Prompt and entries; shown by nobody while it has no entries.

    prompt: "" for the firmware's habit. timeout_s: 0 takes the first entry at once, to LONGEST_PROMPT_S; None shows
    the menu and waits for ever. answers_broadcast: boot-item requests on port 67 too. multicast: group for discovery,
    None for none.
    """

    prompt: str = ""
    timeout_s: int | None = 0
    entries: tuple[PxeEntry, ...] = ()
    answers_broadcast: bool = False
    multicast: IPv4Address | None = None

    def entries_for(self, arch: int) -> tuple[PxeEntry, ...]:
        """What a computer of this architecture is shown."""
        return tuple(each for each in self.entries if not each.archs or arch in each.archs)
