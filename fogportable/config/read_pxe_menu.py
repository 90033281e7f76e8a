"""Reading `[pxe_menu]`: the menu that firmware itself shows."""

from __future__ import annotations

import bisect
from dataclasses import replace

from fogportable.boot.pxe_menu import pxe_menu_problems
from fogportable.config.entries import check_fields
from fogportable.config.network_values import NetworkValueReader
from fogportable.config.positions import KeyPath
from fogportable.config.problems import Problems
from fogportable.config.read_boot import BootReader
from fogportable.config.settings import WAIT
from fogportable.config.values import RawTable
from fogportable.language import say, to_say
from fogportable.model import PxeAction, PxeEntry, PxeMenu

#: More than all architectures together could show; nothing is worked out for more.
_MOST_ROWS = 200

#: Fields whose keys are called differently.
_KEY_OF_FIELD = {"timeout_s": "timeout", "entries": "entry", "archs": "arch"}

_EXPECTED_CONTENT = {
    "prompt": to_say("a line in plain letters"),
    "timeout": to_say('a number of seconds, or "wait"'),
    "multicast": to_say("a multicast address, or none"),
    "entry": to_say("fewer or shorter entries"),
    "text": to_say("a text in plain letters"),
    "file": to_say("the name of a file below the TFTP folder"),
    "server": to_say("the address of a server, or none"),
    "type": to_say("a number from 1 to 32767 that no other entry has"),
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
        if len(rows) > _MOST_ROWS:
            self._problems.bad_value(
                rows[_MOST_ROWS].path, say("there are {count} entries", count=len(rows)), say("far fewer entries")
            )
            return PxeMenu()
        entries = tuple(self._entry(row) for row in rows)
        self._check_texts(rows, entries)
        menu = PxeMenu(
            prompt=values.text(table, "prompt"),
            timeout_s=None if table.raw.get("timeout") == WAIT else values.number(table, "timeout"),
            entries=entries,
            answers_broadcast=values.flag(table, "answers_broadcast"),
            multicast=values.multicast(table, "multicast"),
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
                if each.field == "entries":
                    place = (*path, "entry", _first_too_many(menu))
                self._problems.bad_sentence(place, each.sentence, _EXPECTED_CONTENT[key])

    def _check_texts(self, rows: tuple[RawTable, ...], entries: tuple[PxeEntry, ...]) -> None:
        """Two lines of one text could not be told apart by who sees both."""
        for index, entry in enumerate(entries):
            for row, other in zip(rows[:index], entries, strict=False):
                is_seen_together = not entry.archs or not other.archs or entry.archs & other.archs
                if entry.text and entry.text == other.text and is_seen_together:
                    self._problems.bad_value(
                        (*rows[index].path, "text"),
                        say("the entry in line {line} has the same text", line=self._problems.line_of(row.path)),
                        say("another text"),
                    )
                    break


def _first_too_many(menu: PxeMenu) -> int:
    """The entry with which the menu becomes too large for somebody: what stands above it still fits."""

    def is_too_large(index: int) -> bool:
        shown = replace(menu, entries=menu.entries[: index + 1])
        return any(each.field == "entries" for each in pxe_menu_problems(shown))

    return bisect.bisect_left(range(len(menu.entries)), True, key=is_too_large)
