"""The firmware's own menu: from its entries to option 43, and what is wrong with one while it is edited (PXE 2.1).

Nothing stands in an answer twice, a prompt never goes out without a menu, and every type a computer can choose is
either listed with exactly one address or may be looked for by broadcast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address
from itertools import combinations

from fogportable.language import say
from fogportable.model import LONGEST_PROMPT_S, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe.archs import ClientArch, archs_label
from fogportable.protocol.pxe.reply import LONGEST_FILE
from fogportable.protocol.pxe.vendor_options import VendorOption, encode_vendor_options

#: What option 43 holds, its own end mark included.
MENU_BUDGET_BYTES = 255

#: EDK2 shows 24 entries of 70 characters (PXEBC_MENU_MAX_NUM); ROMs have 80 columns.
MOST_ENTRIES = 24
LONGEST_TEXT = 70

#: Types of our own files: the vendor range, counted over all entries, so that a number means one file everywhere.
FIRST_FILE_TYPE = 0x8000
LARGEST_SERVICE_TYPE = 0x7FFF

#: Sub-option 6: how boot servers may be looked for. EDK2 takes the first way that is not forbidden, in the order
#: multicast, broadcast, list; so what is not wanted is always forbidden.
_NO_BROADCAST = 1
_NO_MULTICAST = 2
_LISTED_ONLY = 4

#: The timeout octet that shows the menu at once and waits.
_WAIT_FOR_EVER = 255

#: Said where no prompt is set: nobody can know the key, unless no key is waited for.
_DEFAULT_PROMPT = "Press F8 for a menu"
_SILENT_PROMPT = "PXE"


@dataclass(frozen=True, slots=True)
class PxeMenuProblem:
    """Why a menu cannot be served as it stands.

    entry: index, None for the menu as a whole. field: name of the field in PxeEntry or PxeMenu. sentence: for people.
    """

    entry: int | None
    field: str
    sentence: str


# --- option 43 --------------------------------------------------------------------------------------------------


def item_type(menu: PxeMenu, index: int) -> int:
    """The number under which an entry is chosen: 0 for the local disk."""
    entry = menu.entries[index]
    match entry.action:
        case PxeAction.LOCAL_DISK:
            return 0
        case PxeAction.BOOT_SERVER:
            return entry.type
        case PxeAction.FILE:
            return FIRST_FILE_TYPE + index


def entry_of_type(menu: PxeMenu, kind: int, arch: int) -> PxeEntry | None:
    """The file entry that a computer of this architecture chose by its number; None when that is not ours to serve."""
    index = kind - FIRST_FILE_TYPE
    if not 0 <= index < len(menu.entries):
        return None
    entry = menu.entries[index]
    if entry.action is not PxeAction.FILE or (entry.archs and arch not in entry.archs):
        return None
    return entry


def is_found_by_broadcast(menu: PxeMenu, arch: int) -> bool:
    """Whether computers of this architecture are told to look for boot servers by broadcast on port 67.

    So they do for all entries then, ours among them: EDK2 has one way for the whole menu.
    """
    return menu.answers_broadcast or any(_is_unlisted(each) for each in menu.entries_for(arch))


def encode_pxe_menu(menu: PxeMenu, arch: int, ours: IPv4Address) -> bytes | None:
    """The content of option 43 for one architecture; None when it has no entries. ours: where 4011 is served.

    Raises ProtocolMisuse for what `pxe_menu_problems` refuses.
    """
    parts = _sub_options(menu, arch, ours)
    return encode_vendor_options(parts) if parts else None


def menu_size_bytes(menu: PxeMenu, arch: int) -> int:
    """How many of MENU_BUDGET_BYTES the menu takes for one architecture, also beyond; 0 when it has no entries."""
    parts = _sub_options(menu, arch, NO_ADDRESS)
    return sum(2 + len(value) for value in parts.values()) + 1 if parts else 0


def _sub_options(menu: PxeMenu, arch: int, ours: IPv4Address) -> dict[int, bytes]:
    shown = tuple(_shown(menu, arch))
    if not shown:
        return {}
    servers = _servers(shown, ours)
    control = _NO_MULTICAST * (menu.multicast is None) + _NO_BROADCAST * (not is_found_by_broadcast(menu, arch))
    if servers and not control & _NO_BROADCAST and arch != ClientArch.X86_BIOS and _answers_as_listed(shown):
        control += _LISTED_ONLY
    parts = {int(VendorOption.DISCOVERY_CONTROL): bytes([control])}
    if menu.multicast is not None:
        parts[VendorOption.DISCOVERY_MULTICAST] = menu.multicast.packed
    if servers:
        parts[VendorOption.BOOT_SERVERS] = servers
    parts[VendorOption.BOOT_MENU] = b"".join(
        _number(kind) + bytes([len(text)]) + text
        for kind, text in ((kind, entry.text.encode("ascii", "replace")[:255]) for kind, entry in shown)
    )
    timeout = _WAIT_FOR_EVER if menu.timeout_s is None else min(max(menu.timeout_s, 0), LONGEST_PROMPT_S)
    prompt = menu.prompt or (_SILENT_PROMPT if timeout in (0, _WAIT_FOR_EVER) else _DEFAULT_PROMPT)
    parts[VendorOption.MENU_PROMPT] = bytes([timeout]) + prompt.encode("ascii", "replace")
    return parts


def _servers(shown: tuple[tuple[int, PxeEntry], ...], ours: IPv4Address) -> bytes:
    """Sub-option 8: one address per type. EDK2 asks all addresses of a type and keeps the last answer, dead or not.

    Where there is a list at all, EDK2 refuses a type that is missing from it: one that is found by broadcast then
    stands there without an address, "any server of this type". It does so at the end, for what follows on an entry
    without address EDK2 does not find (PxeBcExtractDiscoverInfo counts in entries of one address; PXE-E07, measured).
    Further ones are listed with our address: they are looked for by broadcast first all the same.
    """
    if all(not kind or _is_unlisted(entry) for kind, entry in shown):
        return b""
    listed: dict[int, IPv4Address | None] = {}
    for kind, entry in shown:
        if kind and kind not in listed:
            address = ours if entry.action is PxeAction.FILE else entry.server
            listed[kind] = ours if address is None and None in listed.values() else address
    addressed = b"".join(_number(kind) + b"\x01" + each.packed for kind, each in listed.items() if each is not None)
    return addressed + b"".join(_number(kind) + b"\0" for kind, each in listed.items() if each is None)


def _answers_as_listed(shown: tuple[tuple[int, PxeEntry], ...]) -> bool:
    """Whether all who may be chosen stand in the list with the address that their answer names as next server.

    EDK2 is then told to take nobody else's answer. To the site's DHCP server its broadcast looks like the renewal of a
    lease, and if the confirmation of that is there first, it ends the boot with PXE-E99 (measured). With an entry
    without address in the list EDK2 would not even ask (measured). iPXE tells the two answers apart by itself.
    """
    return not any(_is_unlisted(entry) or (entry.action is PxeAction.FILE and entry.server) for _, entry in shown)


def _shown(menu: PxeMenu, arch: int) -> Iterator[tuple[int, PxeEntry]]:
    for index, entry in enumerate(menu.entries):
        if not entry.archs or arch in entry.archs:
            yield item_type(menu, index), entry


def _is_unlisted(entry: PxeEntry) -> bool:
    return entry.action is PxeAction.BOOT_SERVER and entry.server is None


def _number(kind: int) -> bytes:
    return (kind & 0xFFFF).to_bytes(2, "big")


# --- what is wrong with it --------------------------------------------------------------------------------------


def pxe_menu_problems(menu: PxeMenu) -> tuple[PxeMenuProblem, ...]:
    """Everything that keeps this menu from being served, the entries in their order; empty when it is right."""
    problems = [*_problems_of_menu(menu)]
    for index, entry in enumerate(menu.entries):
        problems += (PxeMenuProblem(index, field, sentence) for field, sentence in _problems_of_entry(entry))
    problems += _doubled_types(menu)
    problems += _overflows(menu)
    return tuple(problems)


def _problems_of_menu(menu: PxeMenu) -> Iterator[PxeMenuProblem]:
    if menu.timeout_s is not None and not 0 <= menu.timeout_s <= LONGEST_PROMPT_S:
        yield PxeMenuProblem(
            None,
            "timeout_s",
            say("The prompt counts down from 0 to {longest_prompt_s} seconds.", longest_prompt_s=LONGEST_PROMPT_S),
        )
    if not _is_plain(menu.prompt):
        yield PxeMenuProblem(None, "prompt", say("Firmware shows only plain English letters, digits and signs."))
    if len(menu.prompt) > LONGEST_TEXT:
        yield PxeMenuProblem(
            None, "prompt", say("The prompt is longer than {longest_text} characters.", longest_text=LONGEST_TEXT)
        )
    if menu.multicast is not None and not menu.multicast.is_multicast:
        yield PxeMenuProblem(
            None, "multicast", say("{multicast} is no multicast address such as 232.1.0.1.", multicast=menu.multicast)
        )


def _problems_of_entry(entry: PxeEntry) -> Iterator[tuple[str, str]]:
    if not entry.text.strip():
        yield "text", say("The entry needs a text.")
    if not _is_plain(entry.text):
        yield "text", say("Firmware shows only plain English letters, digits and signs.")
    if len(entry.text) > LONGEST_TEXT:
        yield "text", say("The text is longer than {longest_text} characters.", longest_text=LONGEST_TEXT)
    if entry.action is PxeAction.FILE:
        yield from _problems_of_file(entry.file)
    if entry.action is PxeAction.BOOT_SERVER and not 1 <= entry.type <= LARGEST_SERVICE_TYPE:
        yield (
            "type",
            say(
                "The type of a boot server is a number from 1 to {largest_service_type}.",
                largest_service_type=LARGEST_SERVICE_TYPE,
            ),
        )
    if (
        entry.action is not PxeAction.LOCAL_DISK
        and entry.server is not None
        and (entry.server.is_multicast or entry.server.is_reserved or entry.server.is_unspecified)
    ):
        yield "server", say("{server} is not the address of a server.", server=entry.server)


def _problems_of_file(file: str) -> Iterator[tuple[str, str]]:
    if not file:
        yield "file", say("The entry needs a file.")
    elif len(file.encode("utf-8", "replace")) > LONGEST_FILE:
        yield "file", say("The file name is longer than {longest_file} octets.", longest_file=LONGEST_FILE)
    elif not _is_plain(file):
        yield "file", say("Firmware asks only for names of plain letters, digits and signs.")


def _doubled_types(menu: PxeMenu) -> Iterator[PxeMenuProblem]:
    """The computer sends back the type only; of two entries that share one, nobody could tell which was chosen."""
    typed = [(index, each) for index, each in enumerate(menu.entries) if each.action is PxeAction.BOOT_SERVER]
    for (_, first), (index, second) in combinations(typed, 2):
        shares_archs = not first.archs or not second.archs or first.archs & second.archs
        if first.type == second.type and shares_archs:
            yield PxeMenuProblem(
                index, "type", say("Another entry asks for boot server type {type} already.", type=second.type)
            )


def _overflows(menu: PxeMenu) -> Iterator[PxeMenuProblem]:
    """What is too much for one architecture. Those that see the same entries are named together."""
    named: frozenset[int] = frozenset().union(*(each.archs for each in menu.entries))
    # Computers of any other architecture see the entries that are for all: no more than every named one sees.
    by_entries: dict[tuple[PxeEntry, ...], set[int]] = {}
    for arch in sorted(named or {0}):
        by_entries.setdefault(menu.entries_for(arch), set()).add(arch)
    for entries, archs in by_entries.items():
        whose = say("The menu for {archs_label}", archs_label=archs_label(archs)) if named else say("The menu")
        if len(entries) > MOST_ENTRIES:
            yield PxeMenuProblem(
                None,
                "entries",
                say(
                    "{whose} has {entries} entries; firmware shows {most_entries} at most.",
                    whose=whose,
                    entries=len(entries),
                    most_entries=MOST_ENTRIES,
                ),
            )
        size = menu_size_bytes(menu, min(archs))
        if size > MENU_BUDGET_BYTES:
            yield PxeMenuProblem(
                None,
                "entries",
                say(
                    "{whose} takes {size} bytes of {menu_budget_bytes}: shorten its texts or take entries out.",
                    whose=whose,
                    size=size,
                    menu_budget_bytes=MENU_BUDGET_BYTES,
                ),
            )


def _is_plain(text: str) -> bool:
    """Whether the text has only printable ASCII, all that firmware can draw."""
    return all(" " <= character <= "~" for character in text)
