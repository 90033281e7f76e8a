"""Every key a profile may have, as data: the loader, the document and the sample's test read this table.

What each key means to a person stands in `resources/profile.sample.toml`.
"""

from __future__ import annotations

from fogportable.boot.menu import LONGEST_ADDRESS, LONGEST_ARGUMENTS
from fogportable.boot.pxe_menu import LARGEST_SERVICE_TYPE, LONGEST_TEXT
from fogportable.config.profile import SCHEMA_VERSION
from fogportable.config.setting import Kind, Setting
from fogportable.model import (
    FIELDS_OF_ACTION,
    LARGEST_BLOCK,
    LARGEST_WINDOW,
    LONGEST_LEASE_S,
    LONGEST_MENU_TIMEOUT_S,
    LONGEST_PROMPT_S,
    LONGEST_SEAT_NAME,
    LONGEST_SIDE,
    MOST_COMPUTERS,
    SHORTEST_LEASE_S,
    FogMode,
    IpxeClients,
    Menu,
    MenuAction,
    MenuEntry,
    OfferShape,
    PxeAction,
    Room,
    TftpSettings,
)
from fogportable.protocol.pxe.reply import LONGEST_FILE, LONGEST_FILE_FIELD

_NO_ENTRY = MenuEntry("", MenuAction.SHELL)


def _actions_with(field: str) -> frozenset[str]:
    return frozenset(action for action, fields in FIELDS_OF_ACTION.items() if field in fields)


_TFTP = TftpSettings()
_LARGEST_PORT = 65535
_LONGEST_OPTION = 255

_SEATS = (
    Setting("room", "columns", Kind.NUMBER, default=0, high=LONGEST_SIDE),
    Setting("room", "rows", Kind.NUMBER, default=0, high=LONGEST_SIDE),
    Setting("room", "pattern", Kind.TEXT, default=Room().pattern, longest=LONGEST_SEAT_NAME),
    Setting("room.seat", "place", Kind.NUMBER, low=1, high=LONGEST_SIDE**2, is_required=True),
    Setting("room.seat", "name", Kind.TEXT, default="", longest=LONGEST_SEAT_NAME),
    Setting("room.seat", "uuid", Kind.TEXT, default=""),
    Setting("room.seat", "mac", Kind.TEXT, default=""),
    Setting("room.seat", "host", Kind.TEXT, default="", longest=63),
)
_NETWORK = (
    Setting("network", "interfaces", Kind.TEXTS, longest=64),
    Setting("network", "relays", Kind.TEXTS, longest=64),
)
_BOOT = (
    Setting("boot", "set", Kind.TEXT, default=""),
    Setting("boot", "root", Kind.TEXT, default="", longest=4096),
    Setting("boot", "shape", Kind.TEXT, default=str(OfferShape.AUTO)),
    Setting("boot", "ipxe_clients", Kind.TEXT, default=str(IpxeClients.SCRIPT)),
    Setting("boot", "next_server", Kind.TEXT, default=""),
    Setting("boot.rule", "arch", Kind.ARCHS),
    Setting("boot.rule", "mac", Kind.TEXT_OR_TEXTS, longest=64),
    Setting("boot.rule", "uuid", Kind.TEXT_OR_TEXTS, longest=64),
    Setting("boot.rule", "file", Kind.TEXT, default="", longest=LONGEST_FILE_FIELD),
    Setting("boot.rule", "script", Kind.TEXT, default="", longest=_LONGEST_OPTION),
    Setting("boot.rule", "shape", Kind.TEXT, default=""),
    Setting("boot.rule", "next_server", Kind.TEXT, default=""),
    Setting("boot.rule", "ignore", Kind.FLAG, default=False),
    Setting("clients", "allow", Kind.TEXTS, longest=64),
    Setting("clients", "deny", Kind.TEXTS, longest=64),
    Setting("clients", "approve", Kind.FLAG, default=False),
    Setting("clients", "approved", Kind.TEXTS, longest=64),
)
_OPTIONS = (
    Setting("options", "root_path", Kind.TEXT, default="", longest=_LONGEST_OPTION),
    Setting("options", "config_file", Kind.TEXT, default="", longest=_LONGEST_OPTION),
    Setting("options", "path_prefix", Kind.TEXT, default="", longest=_LONGEST_OPTION),
    Setting("options", "tftp_address", Kind.FLAG, default=False),
    Setting("options.extra", "code", Kind.NUMBER, low=1, high=254, is_required=True),
    Setting("options.extra", "text", Kind.TEXT, default="", longest=_LONGEST_OPTION),
    Setting("options.extra", "hex", Kind.TEXT, default="", longest=3 * _LONGEST_OPTION),
    Setting("options.extra", "addresses", Kind.TEXT_OR_TEXTS, longest=64),
    Setting("options.extra", "arch", Kind.ARCHS),
)
_MENU = (
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
    *(
        Setting("menu.entry", key, Kind.TEXT, default="", longest=LONGEST_ADDRESS, actions=_actions_with(key))
        for key in ("wim", "bcd", "sdi", "wimboot", "iso", "memdisk")
    ),
)
_FILE, _SERVER = str(PxeAction.FILE), str(PxeAction.BOOT_SERVER)
_PXE_MENU = (
    Setting("pxe_menu", "prompt", Kind.TEXT, default="", longest=LONGEST_TEXT),
    Setting("pxe_menu", "timeout", Kind.NUMBER_OR_WORD, default=0, high=LONGEST_PROMPT_S, unit="s"),
    Setting("pxe_menu", "answers_broadcast", Kind.FLAG, default=False),
    Setting("pxe_menu", "multicast", Kind.TEXT, default=""),
    Setting("pxe_menu.entry", "text", Kind.TEXT, is_required=True, longest=LONGEST_TEXT),
    Setting("pxe_menu.entry", "action", Kind.TEXT, is_required=True),
    Setting("pxe_menu.entry", "arch", Kind.ARCHS),
    Setting("pxe_menu.entry", "file", Kind.TEXT, default="", longest=LONGEST_FILE, actions=frozenset({_FILE})),
    Setting("pxe_menu.entry", "server", Kind.TEXT, default="", actions=frozenset({_FILE, _SERVER})),
    Setting("pxe_menu.entry", "type", Kind.NUMBER, low=1, high=LARGEST_SERVICE_TYPE, actions=frozenset({_SERVER})),
)
_PRIVATE_NETWORK = (
    Setting("private_network", "interface", Kind.TEXT, is_required=True, longest=64),
    Setting("private_network", "first", Kind.TEXT, is_required=True),
    Setting("private_network", "last", Kind.TEXT, is_required=True),
    Setting(
        "private_network",
        "lease_time",
        Kind.NUMBER,
        default=3600,
        low=SHORTEST_LEASE_S,
        high=LONGEST_LEASE_S,
        unit="s",
    ),
    Setting("private_network", "router", Kind.TEXT, default=""),
    Setting("private_network", "dns", Kind.TEXTS, longest=64),
    Setting("private_network", "domain", Kind.TEXT, default="", longest=_LONGEST_OPTION),
    Setting("private_network.host", "mac", Kind.TEXT, is_required=True),
    Setting("private_network.host", "address", Kind.TEXT, is_required=True),
    Setting("private_network.host", "name", Kind.TEXT, default="", longest=63),
    Setting("private_network.host", "infinite", Kind.FLAG, default=False),
)
_TRANSPORT = (
    Setting("tftp", "single_port", Kind.FLAG, default=False),
    Setting("tftp", "port_first", Kind.NUMBER, default=0, high=_LARGEST_PORT),
    Setting("tftp", "port_last", Kind.NUMBER, default=0, high=_LARGEST_PORT),
    Setting("tftp", "block_size_limit", Kind.NUMBER, default=_TFTP.block_size_limit, low=8, high=LARGEST_BLOCK),
    Setting("tftp", "window_limit", Kind.NUMBER, default=_TFTP.window_limit, low=1, high=LARGEST_WINDOW),
    Setting("tftp", "rollover_to_one", Kind.FLAG, default=False),
    Setting("tftp", "overlays", Kind.FLAG, default=True),
    Setting("http", "enabled", Kind.FLAG, default=True),
    Setting("http", "port", Kind.NUMBER, default=0, high=_LARGEST_PORT),
)
_FOG = (
    Setting("fog", "server", Kind.TEXT, default="", longest=LONGEST_ADDRESS),
    Setting("fog", "mode", Kind.TEXT, default=str(FogMode.POINT)),
    Setting("fog", "finished_to_disk", Kind.FLAG, default=True),
)

SETTINGS: tuple[Setting, ...] = (
    Setting("", "schema_version", Kind.NUMBER, default=SCHEMA_VERSION, low=1, high=SCHEMA_VERSION),
    Setting("room", "name", Kind.TEXT, default=Room().name, longest=100),
    Setting("room", "computers", Kind.NUMBER, default=Room().computers, high=MOST_COMPUTERS),
    *_SEATS,
    *_NETWORK,
    *_BOOT,
    *_OPTIONS,
    *_MENU,
    *_PXE_MENU,
    *_PRIVATE_NETWORK,
    *_TRANSPORT,
    *_FOG,
)

#: Keys that hold tables, with the brackets people write.
TABLES: dict[str, str] = {
    "room": "[room]",
    "room.seat": "[[room.seat]]",
    "network": "[network]",
    "boot": "[boot]",
    "boot.rule": "[[boot.rule]]",
    "clients": "[clients]",
    "options": "[options]",
    "options.extra": "[[options.extra]]",
    "menu": "[menu]",
    "menu.entry": "[[menu.entry]]",
    "pxe_menu": "[pxe_menu]",
    "pxe_menu.entry": "[[pxe_menu.entry]]",
    "private_network": "[private_network]",
    "private_network.host": "[[private_network.host]]",
    "tftp": "[tftp]",
    "http": "[http]",
    "fog": "[fog]",
}

#: Which keys an action cannot do without, by table and action.
REQUIRED_BY_ACTION: dict[tuple[str, str], str] = {
    ("menu.entry", MenuAction.CHAIN_URL): "url",
    ("menu.entry", MenuAction.CHAIN_FILE): "file",
    ("menu.entry", MenuAction.KERNEL): "kernel",
    ("menu.entry", MenuAction.WINPE): "wim",
    ("menu.entry", MenuAction.ISO): "iso",
    ("pxe_menu.entry", PxeAction.FILE): "file",
    ("pxe_menu.entry", PxeAction.BOOT_SERVER): "type",
}

#: The word that `pxe_menu.timeout` has instead of a number.
WAIT = "wait"

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
