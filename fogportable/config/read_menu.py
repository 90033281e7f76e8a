"""Reading `[menu]`: the boot menu that iPXE shows."""

from __future__ import annotations

from dataclasses import replace

from fogportable.boot.menu import menu_problems
from fogportable.config.entries import check_fields, check_texts
from fogportable.config.positions import KeyPath
from fogportable.config.problems import Problems, nearest
from fogportable.config.values import RawTable, ValueReader
from fogportable.language import say, to_say
from fogportable.model import Menu, MenuAction, MenuEntry

#: Fields of the menu whose keys are called differently.
_KEY_OF_FIELD = {"timeout_s": "timeout", "entries": "entry"}

_EXPECTED_CONTENT = {
    "title": to_say("a title in plain letters"),
    "default": to_say("the text of one of the entries"),
    "timeout": to_say("a whole number of seconds"),
    "entry": "fewer entries",
    "text": to_say("a text in plain letters"),
    "url": to_say("an address such as http://192.168.1.20/boot.ipxe"),
    "file": to_say("the name of a file below the TFTP folder, such as tools/memtest.efi"),
    "kernel": to_say("a file below the TFTP folder, or an address"),
    "initrd": to_say("files below the TFTP folder, or addresses"),
    **dict.fromkeys(("wim", "bcd", "sdi", "wimboot", "memdisk"), to_say("a file below the TFTP folder, or an address")),
    "iso": to_say("a file below the TFTP folder, or an address of http:// or https://"),
    "arguments": to_say("plain words as they stand on a kernel's command line"),
}


class MenuReader:
    """Takes the boot menu out of its table. What is wrong goes to the problems."""

    def __init__(self, values: ValueReader, problems: Problems) -> None:
        self._values = values
        self._problems = problems

    def read(self, menu: RawTable) -> Menu:
        """The menu; where something is wrong, a default."""
        tables = self._values.tables(menu, "entry")
        entries = tuple(self._entry(table) for table in tables)
        check_texts(self._problems, tables, tuple(entry.text for entry in entries))
        found = Menu(
            title=self._values.text(menu, "title"),
            entries=entries if menu.has("entry") else Menu().entries,
            timeout_s=self._values.number(menu, "timeout"),
        )
        found = replace(found, default=self._default(menu, found.entries))
        self._check_served(menu.path, found)
        return found

    def _entry(self, table: RawTable) -> MenuEntry:
        values = self._values
        text, action = values.text(table, "text"), values.choice(table, "action", MenuAction)
        entry = MenuEntry(
            text=text,
            action=action or MenuAction.LOCAL_DISK,
            url=values.text(table, "url"),
            file=values.text(table, "file"),
            kernel=values.text(table, "kernel"),
            initrd=values.texts(table, "initrd"),
            arguments=values.text(table, "arguments"),
            wim=values.text(table, "wim"),
            bcd=values.text(table, "bcd"),
            sdi=values.text(table, "sdi"),
            wimboot=values.text(table, "wimboot"),
            iso=values.text(table, "iso"),
            memdisk=values.text(table, "memdisk"),
        )
        if action is not None:
            check_fields(self._problems, table, action)
        return entry

    def _check_served(self, path: KeyPath, menu: Menu) -> None:
        """What the menu's own rules say about contents, where nothing else was said before."""
        for each in menu_problems(menu):
            key = _KEY_OF_FIELD.get(each.field, each.field)
            place: KeyPath = (*path, key) if each.entry is None else (*path, "entry", each.entry, key)
            if not self._problems.has(place):
                words = each.sentence.rstrip(".")
                self._problems.bad_value(place, words[:1].lower() + words[1:], _EXPECTED_CONTENT[key])

    def _default(self, menu: RawTable, entries: tuple[MenuEntry, ...]) -> int:
        wanted = self._values.text(menu, "default")
        if not menu.has("default") or self._problems.has((*menu.path, "entry")):
            return Menu().default  # Not written, or nothing to compare with after another problem.
        texts = [entry.text for entry in entries]
        if wanted in texts:
            return texts.index(wanted)
        if isinstance(menu.raw["default"], str):
            meant = nearest(wanted, texts)
            others = (
                say('"{meant}", which is probably meant', meant=meant)
                if meant
                else say("the text of one of the entries")
            )
            self._problems.bad_value((*menu.path, "default"), say("no entry of the menu has this text"), others)
        return Menu().default
