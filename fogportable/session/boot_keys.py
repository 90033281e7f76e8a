"""Which key brings up network boot, by maker: a table that can be printed and taken to the room."""

from __future__ import annotations

import tomllib

from fogportable.errors import FaultCode, ServiceError
from fogportable.language import say
from fogportable.model import BootKeys
from fogportable.resources import resources_folder


def read_boot_keys() -> tuple[BootKeys, ...]:
    """In the order of the makers' names. Raises ServiceError RESOURCES_BROKEN."""
    file = resources_folder() / "boot_keys.toml"
    try:
        makers = tomllib.loads(file.read_text("utf-8"))["maker"]
        found = [
            BootKeys(
                each["name"], each["menu"], each["settings"], _said(each.get("note", "")), each.get("is_common", False)
            )
            for each in makers
        ]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ServiceError(FaultCode.RESOURCES_BROKEN, file=file, detail=repr(problem)) from problem
    return tuple(sorted(found, key=lambda each: each.maker.lower()))


def _said(note: str) -> str:
    return say(note) if note else ""


def boot_keys_lines(keys: tuple[BootKeys, ...]) -> tuple[str, ...]:
    """A card for the wall: one line for each maker, notes below."""
    rows = [
        (say("Maker"), say("Boot menu"), say("Settings")),
        *((each.maker, each.menu or "-", each.settings or "-") for each in keys),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = [f"{maker:<{widths[0]}}  {menu:<{widths[1]}}  {settings}".rstrip() for maker, menu, settings in rows]
    lines.insert(1, "-" * max(map(len, lines)))
    notes = [f"{each.maker}: {each.note}" for each in keys if each.note]
    return (
        *lines,
        "",
        *notes,
        "",
        say("Press the key right after power-on, several times. Then choose network, LAN, PXE or IPv4."),
    )
