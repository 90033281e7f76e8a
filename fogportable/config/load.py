"""Reading a profile: from a TOML file to frozen values, or to faults that name file, key and line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from fogportable.boot.menu import menu_problems
from fogportable.config.positions import KeyPath, find_positions
from fogportable.config.problems import Problems, nearest
from fogportable.config.profile import SCHEMA_VERSION, BootSettings, NetworkSettings, Profile
from fogportable.config.settings import REQUIRED_BY_ACTION, SETTINGS
from fogportable.config.values import RawTable, ValueReader, number_text
from fogportable.errors import ConfigError, Fault, FaultCode, describe
from fogportable.model import BootRule, Menu, MenuAction, MenuEntry, Room
from fogportable.protocol.pxe.archs import arch_name

#: Nobody writes a profile of a megabyte by hand; something else was named by mistake.
_LARGEST_BYTES = 1 << 20

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

#: What tomllib says, in words for people; what is not here is shown as it is.
_PLAIN_WORDS = {
    "Cannot overwrite a value": "the same key stands there twice",
    "Expected '=' after a key in a key/value pair": "there is no = after the key",
    "Invalid value": "the value is neither a text in quotes, a number, nor a list",
    "Unterminated string": "the closing quote is missing",
    "Illegal character '\\n'": "the closing quote is missing",
    "Found invalid character '\\n'": "the closing quote is missing",
    'Expected "\'"': "the closing quote is missing",
    "Expected \"'''\"": "the closing quotes are missing",
    "Unclosed inline table": "the closing } is missing",
    "Unclosed array": "the closing ] of a list is missing",
    "Invalid statement": "it is neither [table], key = value, nor a # comment",
    "Expected newline or end of document after a statement": "something follows the value; is a quote missing?",
    "Expected ']' at the end of a table declaration": "the closing ] is missing",
    "Expected ']]' at the end of an array declaration": "the closing ]] is missing",
    "Unescaped '\\' in a string": "a backslash in a text; write it twice, or use /",
}


def load_profile(path: Path) -> Profile:
    """Read and check a profile. Raises ConfigError with the first problem, in the order of the lines."""
    profile, faults = read_profile(read_text(path), path)
    if faults:
        raise ConfigError.of(faults[0])
    return profile


def read_text(path: Path) -> str:
    """The text of a profile, a byte order mark taken off. Raises ConfigError: PROFILE_MISSING, PROFILE_NOT_TOML."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        raise ConfigError(FaultCode.PROFILE_MISSING, file=path, detail=str(problem)) from problem
    if len(data) > _LARGEST_BYTES:
        raise ConfigError(FaultCode.PROFILE_NOT_TOML, file=path, line=1, problem="it is larger than a megabyte")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        words = "a character is not UTF-8; save the file as UTF-8"
        raise ConfigError(FaultCode.PROFILE_NOT_TOML, file=path, line=line, problem=words) from problem


def read_profile(text: str, file: Path) -> tuple[Profile, tuple[Fault, ...]]:
    """The profile in a text and what is wrong with it; where something is wrong, defaults stand instead.

    file: only for the sentences. Raises ConfigError when the text is not TOML.
    """
    try:
        raw = tomllib.loads(text)
        positions = find_positions(text)
    except tomllib.TOMLDecodeError as problem:
        raise _not_toml(problem, text, file) from problem
    except (RecursionError, ValueError) as problem:  # ValueError: a number of thousands of digits
        lines = text.split("\n")
        line = max(range(len(lines)), key=lambda index: len(lines[index])) + 1
        raise ConfigError(FaultCode.PROFILE_NOT_TOML, file=file, line=line, problem="it goes on too long") from problem
    version = raw.get("schema_version", SCHEMA_VERSION)
    if isinstance(version, int) and not isinstance(version, bool) and version > SCHEMA_VERSION:
        return Profile(), (
            describe(FaultCode.PROFILE_TOO_NEW, file=file, version=number_text(version), known=SCHEMA_VERSION),
        )
    problems = Problems(file, positions)
    profile = _ProfileReader(problems).read(raw)
    return profile, problems.in_order()


def _not_toml(problem: tomllib.TOMLDecodeError, text: str, file: Path) -> ConfigError:
    sentence = str(problem)
    place = _PLACE.search(sentence)
    words = _PLACE.sub("", sentence)
    line = int(place[1]) if place is not None and place[1] else text.rstrip().count("\n") + 1
    if words.startswith("Expected \"'") or words == "Unterminated string":  # found out only at the end
        quotes = words.partition(" ")[2].strip('"') if "'" in words else '"'
        line = text.count("\n", 0, text.rfind(quotes)) + 1
    if "twice" in words:
        words = "the same table stands there twice"
    words = _PLAIN_WORDS.get(words, words[:1].lower() + words[1:])
    return ConfigError(FaultCode.PROFILE_NOT_TOML, file=file, line=line, problem=words, detail=sentence)


#: Fields of the menu whose keys are called differently.
_KEY_OF_FIELD = {"timeout_s": "timeout", "entries": "entry"}

_EXPECTED_CONTENT = {
    "title": "a title in plain letters",
    "default": "the text of one of the entries",
    "timeout": "a whole number of seconds",
    "entry": "fewer entries",
    "text": "a text in plain letters",
    "url": "an address such as http://192.168.1.20/boot.ipxe",
    "file": "the name of a file below the TFTP folder, such as tools/memtest.efi",
    "kernel": "a file below the TFTP folder, or an address",
    "initrd": "files below the TFTP folder, or addresses",
    "arguments": "plain words as they stand on a kernel's command line",
}


class _ProfileReader:
    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._values = ValueReader(problems)

    def read(self, raw: dict[str, object]) -> Profile:
        values = self._values
        top = values.top(raw)
        values.number(top, "schema_version")
        room = values.table(top, "room")
        network = values.table(top, "network")
        return Profile(
            room=Room(values.text(room, "name"), values.number(room, "computers")),
            network=NetworkSettings(values.texts(network, "interfaces")),
            boot=self._boot(values.table(top, "boot")),
            menu=self._menu(values.table(top, "menu")),
        )

    # --- boot -----------------------------------------------------------------------------------------------------

    def _boot(self, boot: RawTable) -> BootSettings:
        rules = []
        taken: dict[int, RawTable] = {}
        for table in self._values.tables(boot, "rule"):
            rule = BootRule(self._values.archs(table, "arch"), self._boot_file(table))
            self._check_taken(table, rule.archs, taken)
            rules.append(rule)
        return BootSettings(self._values.text(boot, "set"), self._values.text(boot, "root"), tuple(rules))

    def _boot_file(self, table: RawTable) -> str:
        name = self._values.text(table, "file")
        path = (*table.path, "file")
        if "\\" in name:
            self._problems.bad_value(path, "it has a backslash", "it with / instead")
        elif ".." in name.split("/"):
            self._problems.bad_value(path, "it leads out of the TFTP folder", "a name below that folder, without ..")
        return name

    def _check_taken(self, table: RawTable, archs: frozenset[int], taken: dict[int, RawTable]) -> None:
        """The first rule of an architecture wins, so a second one would never be used."""
        for arch in sorted(archs & taken.keys()):
            line = self._problems.line_of(taken[arch].path)
            self._problems.bad_value(
                (*table.path, "arch"),
                f"{arch_name(arch)} already has a file in line {line}",
                "each architecture in one rule only",
            )
            break
        for arch in archs:
            taken.setdefault(arch, table)

    # --- menu -----------------------------------------------------------------------------------------------------

    def _menu(self, menu: RawTable) -> Menu:
        tables = self._values.tables(menu, "entry")
        entries = tuple(self._entry(table) for table in tables)
        self._check_texts(tables, entries)
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
        text, action = values.text(table, "text"), self._action(table)
        entry = MenuEntry(
            text=text,
            action=action or MenuAction.LOCAL_DISK,
            url=values.text(table, "url"),
            file=values.text(table, "file"),
            kernel=values.text(table, "kernel"),
            initrd=values.texts(table, "initrd"),
            arguments=values.text(table, "arguments"),
        )
        if action is not None:
            self._check_fields(table, action)
        return entry

    def _action(self, table: RawTable) -> MenuAction | None:
        word = self._values.text(table, "action")
        if not word:
            return None
        try:
            return MenuAction(word)
        except ValueError:
            meant = nearest(word, tuple(MenuAction))
            others = ", ".join(f'"{each}"' for each in MenuAction)
            self._problems.bad_value(
                (*table.path, "action"),
                "there is no such action",
                f'"{meant}", which is probably meant; there are {others}' if meant else f"one of {others}",
            )
            return None

    def _check_fields(self, table: RawTable, action: MenuAction) -> None:
        """Each action has keys it cannot do without and keys that mean nothing to it."""
        required = REQUIRED_BY_ACTION.get(action)
        if required is not None and table.raw.get(required, "") == "":
            self._problems.bad_value(
                (*table.path, required), f'action "{action}" needs it', f'{required} = "..." in this entry'
            )
        for each in SETTINGS:
            if each.table == table.name and each.actions and action not in each.actions and table.has(each.key):
                fitting = " or ".join(f'action = "{one}"' for one in sorted(each.actions))
                self._problems.bad_value(
                    (*table.path, each.key), f'action "{action}" does not use it', f"{fitting}, or take the line out"
                )

    def _check_served(self, path: KeyPath, menu: Menu) -> None:
        """What the menu's own rules say about contents, where nothing else was said before."""
        for each in menu_problems(menu):
            key = _KEY_OF_FIELD.get(each.field, each.field)
            place: KeyPath = (*path, key) if each.entry is None else (*path, "entry", each.entry, key)
            if not self._problems.has(place):
                words = each.sentence.rstrip(".")
                self._problems.bad_value(place, words[:1].lower() + words[1:], _EXPECTED_CONTENT[key])

    def _check_texts(self, tables: tuple[RawTable, ...], entries: tuple[MenuEntry, ...]) -> None:
        first: dict[str, RawTable] = {}
        for table, entry in zip(tables, entries, strict=True):
            if entry.text and entry.text in first:
                line = self._problems.line_of(first[entry.text].path)
                self._problems.bad_value(
                    (*table.path, "text"), f"the entry in line {line} has the same text", "another text"
                )
            first.setdefault(entry.text, table)

    def _default(self, menu: RawTable, entries: tuple[MenuEntry, ...]) -> int:
        wanted = self._values.text(menu, "default")
        if not menu.has("default") or self._problems.has((*menu.path, "entry")):
            return Menu().default  # Not written, or nothing to compare with after another problem.
        texts = [entry.text for entry in entries]
        if wanted in texts:
            return texts.index(wanted)
        if isinstance(menu.raw["default"], str):
            meant = nearest(wanted, texts)
            others = f'"{meant}", which is probably meant' if meant else "the text of one of the entries"
            self._problems.bad_value((*menu.path, "default"), "no entry of the menu has this text", others)
        return Menu().default
