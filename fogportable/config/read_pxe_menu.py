"""Reading `[pxe_menu]`: the menu that firmware itself shows."""

from __future__ import annotations

from fogportable.boot.pxe_menu import pxe_menu_problems
from fogportable.config.entries import check_fields, check_texts
from fogportable.config.network_values import NetworkValueReader
from fogportable.config.positions import KeyPath
from fogportable.config.problems import Problems
from fogportable.config.read_boot import BootReader
from fogportable.config.settings import WAIT
from fogportable.config.values import RawTable
from fogportable.model import PxeAction, PxeEntry, PxeMenu

#: Fields whose keys are called differently.
_KEY_OF_FIELD = {"timeout_s": "timeout", "entries": "entry", "archs": "arch"}

_EXPECTED_CONTENT = {
    "prompt": "a line in plain letters",
    "timeout": f'a number of seconds, or "{WAIT}"',
    "multicast": "a multicast address, or none",
    "entry": "fewer or shorter entries",
    "text": "a text in plain letters",
    "file": "the name of a file below the TFTP folder",
    "server": "the address of a server, or none",
    "type": "a number from 1 to 32767 that no other entry has",
    "arch": "other architectures",
    "action": "another action",
}


class PxeMenuReader:
    """Takes the firmware's menu out of its table. What is wrong goes to the problems."""

    def __init__(self, values: NetworkValueReader, problems: Problems, boot: BootReader) -> None:
        self._values = values
        self._problems = problems
        self._boot = boot

    def read(self, table: RawTable) -> PxeMenu:
        """The menu; where something is wrong, a default."""
        values = self._values
        rows = values.tables(table, "entry")
        entries = tuple(self._entry(row) for row in rows)
        check_texts(self._problems, rows, tuple(entry.text for entry in entries))
        menu = PxeMenu(
            prompt=values.text(table, "prompt"),
            timeout_s=None if table.raw.get("timeout") == WAIT else values.number(table, "timeout"),
            entries=entries,
            answers_broadcast=values.flag(table, "answers_broadcast"),
            multicast=values.address(table, "multicast"),
        )
        self._check_served(table.path, menu)
        return menu

    def _entry(self, table: RawTable) -> PxeEntry:
        values = self._values
        action = values.choice(table, "action", PxeAction)
        if action is not None:
            check_fields(self._problems, table, action)
        return PxeEntry(
            text=values.text(table, "text"),
            action=action or PxeAction.LOCAL_DISK,
            archs=values.archs(table, "arch"),
            file=self._boot.file_name(table, "file"),
            server=values.address(table, "server"),
            type=values.number(table, "type") if table.has("type") else 0,
        )

    def _check_served(self, path: KeyPath, menu: PxeMenu) -> None:
        """What the packet cannot hold or the firmware cannot show, where nothing else was said before."""
        for each in pxe_menu_problems(menu):
            key = _KEY_OF_FIELD.get(each.field, each.field)
            place: KeyPath = (*path, key) if each.entry is None else (*path, "entry", each.entry, key)
            if not self._problems.has(place):
                words = each.sentence.rstrip(".")
                self._problems.bad_value(place, words[:1].lower() + words[1:], _EXPECTED_CONTENT[key])
