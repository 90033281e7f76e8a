"""Every key a profile may have, as data: the loader, the document and the sample's test read this table.

What each key means to a person stands in `resources/profile.sample.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogportable.boot.menu import LONGEST_ADDRESS, LONGEST_ARGUMENTS
from fogportable.config.profile import SCHEMA_VERSION
from fogportable.model import (
    FIELDS_OF_ACTION,
    LONGEST_MENU_TIMEOUT_S,
    MOST_COMPUTERS,
    Menu,
    MenuAction,
    MenuEntry,
    Room,
)
from fogportable.protocol.pxe.reply import LONGEST_FILE_FIELD


class Kind(StrEnum):
    """What a value looks like in the file."""

    NUMBER = "a whole number"
    TEXT = "a text in quotes"
    TEXTS = "a list of texts"
    TEXT_OR_TEXTS = "a text in quotes or a list of them"
    ARCHS = "an architecture or a list of them"


@dataclass(frozen=True, slots=True)
class Setting:
    """One key.

    table: dotted, "" for the top. default: None when the key is required or its absence means something of its own.
    low, high: range of a number. longest: characters of a text. unit: "" when it has none.
    actions: menu actions that use the key; empty for keys of other tables and for those that all actions use.
    """

    table: str
    key: str
    kind: Kind
    default: int | str | None = None
    low: int = 0
    high: int = 0
    longest: int = 200
    unit: str = ""
    is_required: bool = False
    actions: frozenset[MenuAction] = frozenset()

    @property
    def name(self) -> str:
        """Dotted, as the documents write it: `menu.entry.text`."""
        return f"{self.table}.{self.key}" if self.table else self.key


_NO_ENTRY = MenuEntry("", MenuAction.SHELL)


def _actions_with(field: str) -> frozenset[MenuAction]:
    return frozenset(action for action, fields in FIELDS_OF_ACTION.items() if field in fields)


SETTINGS: tuple[Setting, ...] = (
    Setting("", "schema_version", Kind.NUMBER, default=SCHEMA_VERSION, low=1, high=SCHEMA_VERSION),
    Setting("room", "name", Kind.TEXT, default=Room().name, longest=100),
    Setting("room", "computers", Kind.NUMBER, default=Room().computers, high=MOST_COMPUTERS),
    Setting("network", "interfaces", Kind.TEXTS, longest=64),
    Setting("boot", "set", Kind.TEXT, default=""),
    Setting("boot", "root", Kind.TEXT, default="", longest=4096),
    Setting("boot.rule", "arch", Kind.ARCHS, is_required=True),
    Setting("boot.rule", "file", Kind.TEXT, is_required=True, longest=LONGEST_FILE_FIELD),
    Setting("menu", "title", Kind.TEXT, default=Menu().title),
    Setting("menu", "default", Kind.TEXT),
    Setting("menu", "timeout", Kind.NUMBER, default=Menu().timeout_s, high=LONGEST_MENU_TIMEOUT_S, unit="s"),
    Setting("menu.entry", "text", Kind.TEXT, is_required=True),
    Setting("menu.entry", "action", Kind.TEXT, is_required=True),
    Setting(
        "menu.entry", "url", Kind.TEXT, default=_NO_ENTRY.url, longest=LONGEST_ADDRESS, actions=_actions_with("url")
    ),
    Setting("menu.entry", "file", Kind.TEXT, default=_NO_ENTRY.file, actions=_actions_with("file")),
    Setting(
        "menu.entry",
        "kernel",
        Kind.TEXT,
        default=_NO_ENTRY.kernel,
        longest=LONGEST_ADDRESS,
        actions=_actions_with("kernel"),
    ),
    Setting("menu.entry", "initrd", Kind.TEXT_OR_TEXTS, longest=LONGEST_ADDRESS, actions=_actions_with("initrd")),
    Setting(
        "menu.entry",
        "arguments",
        Kind.TEXT,
        default=_NO_ENTRY.arguments,
        longest=LONGEST_ARGUMENTS,
        actions=_actions_with("arguments"),
    ),
)

#: Keys that hold tables, with the brackets people write.
TABLES: dict[str, str] = {
    "room": "[room]",
    "network": "[network]",
    "boot": "[boot]",
    "boot.rule": "[[boot.rule]]",
    "menu": "[menu]",
    "menu.entry": "[[menu.entry]]",
}

#: Which keys each action cannot do without.
REQUIRED_BY_ACTION: dict[MenuAction, str] = {
    MenuAction.CHAIN_URL: "url",
    MenuAction.CHAIN_FILE: "file",
    MenuAction.KERNEL: "kernel",
}

_BY_NAME = {each.name: each for each in SETTINGS}


def setting(name: str) -> Setting:
    """Look one up by its dotted name. Raises KeyError."""
    return _BY_NAME[name]


def keys_of(table: str) -> tuple[str, ...]:
    """The keys a table may have, tables in it included, in the order of the sample."""
    own = [each.key for each in SETTINGS if each.table == table]
    depth = table.count(".") + 1 if table else 0
    inner = [name for name in TABLES if name.count(".") == depth and (not table or name.startswith(table + "."))]
    return (*own, *(name.rpartition(".")[2] for name in inner))
