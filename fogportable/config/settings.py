"""Every key a profile may have, as data: the loader, the writer, the sample's test and the guide read this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogportable.config.profile import SCHEMA_VERSION
from fogportable.model import Menu, MenuAction, MenuEntry, Room


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
    help: str
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

#: The `file` field of DHCP holds 127 octets and a NUL (RFC 2131, figure 1).
_LONGEST_BOOT_FILE = 127

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "",
        "schema_version",
        Kind.NUMBER,
        "Version of this file's form.",
        default=SCHEMA_VERSION,
        low=1,
        high=SCHEMA_VERSION,
    ),
    Setting("room", "name", Kind.TEXT, "Name of the room, shown in the window.", default=Room().name, longest=100),
    Setting(
        "room",
        "computers",
        Kind.NUMBER,
        "How many computers stand in the room; 0 when it does not matter.",
        default=Room().computers,
        high=10_000,
    ),
    Setting("network", "interfaces", Kind.TEXTS, "Network interfaces to serve on; empty asks.", longest=64),
    Setting("boot", "set", Kind.TEXT, "Name of a stored boot set; empty for none.", default=""),
    Setting(
        "boot",
        "root",
        Kind.TEXT,
        "TFTP folder, relative to this file; empty for the boot set's own.",
        default="",
        longest=4096,
    ),
    Setting("boot.rule", "arch", Kind.ARCHS, "Which computers: bios, x64, ia32, arm64 or a number.", is_required=True),
    Setting(
        "boot.rule",
        "file",
        Kind.TEXT,
        "File they get, below the TFTP folder.",
        is_required=True,
        longest=_LONGEST_BOOT_FILE,
    ),
    Setting("menu", "title", Kind.TEXT, "Heading of the menu.", default=Menu().title),
    Setting("menu", "default", Kind.TEXT, "Text of the entry taken when nobody chooses; the first one if left out."),
    Setting(
        "menu",
        "timeout",
        Kind.NUMBER,
        "Time until the default is taken; 0 waits for ever.",
        default=Menu().timeout_s,
        high=3600,
        unit="s",
    ),
    Setting("menu.entry", "text", Kind.TEXT, "What the menu shows.", is_required=True),
    Setting(
        "menu.entry",
        "action",
        Kind.TEXT,
        f"What choosing it does: {', '.join(MenuAction)}.",
        is_required=True,
    ),
    Setting(
        "menu.entry",
        "url",
        Kind.TEXT,
        "Address to load and run.",
        default=_NO_ENTRY.url,
        longest=2000,
        actions=frozenset({MenuAction.CHAIN_URL}),
    ),
    Setting(
        "menu.entry",
        "file",
        Kind.TEXT,
        "File below the TFTP folder to load and run.",
        default=_NO_ENTRY.file,
        actions=frozenset({MenuAction.CHAIN_FILE}),
    ),
    Setting(
        "menu.entry",
        "kernel",
        Kind.TEXT,
        "Kernel, below the TFTP folder or an address.",
        default=_NO_ENTRY.kernel,
        longest=2000,
        actions=frozenset({MenuAction.KERNEL}),
    ),
    Setting(
        "menu.entry",
        "initrd",
        Kind.TEXT_OR_TEXTS,
        "Initial RAM disks, in the order in which they are loaded.",
        longest=2000,
        actions=frozenset({MenuAction.KERNEL}),
    ),
    Setting(
        "menu.entry",
        "arguments",
        Kind.TEXT,
        "What is put on the kernel's command line.",
        default=_NO_ENTRY.arguments,
        longest=2048,
        actions=frozenset({MenuAction.KERNEL}),
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
