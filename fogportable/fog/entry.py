"""Values of one entry of FOG's database. In 1.5 all plain values are strings, with HTML's entities in them."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping

from fogportable.protocol.address import MacAddress

#: One object of FOG's.
Entry = Mapping[str, object]

#: Fields that hold accounts, keys and licences: of storage nodes (1.5 sends those in clear), of a domain, of FOG's own
#: client. `user` is the account of a node. None of them is needed here, so none leaves the parser.
_SECRET_NAMES = "pass password user username key token adpass adpasslegacy aduser productkey sec_tok pub_key"
SECRET_FIELDS = frozenset(_SECRET_NAMES.split())

_LONGEST_TEXT = 80
_NEVER = "0000-00-00"


def parse_json(body: bytes) -> object:
    """JSON without the fields that hold secrets, which are dropped while it is read. Raises ValueError."""
    return json.loads(body, object_pairs_hook=_without_secrets)


def _without_secrets(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in pairs if name.lower() not in SECRET_FIELDS}


def text_of(entry: Entry, *names: str, longest: int = _LONGEST_TEXT) -> str:
    """The first of some fields that has a text, for people; "" where none has."""
    for name in names:
        value = entry.get(name)
        text = html.unescape(str(value)).strip() if isinstance(value, str | int) else ""
        if text and not isinstance(value, bool):
            return text[:longest]
    return ""


def number_of(entry: Entry, *names: str) -> int | None:
    """The first of some fields that has a whole number; None where none has."""
    for name in names:
        text = text_of(entry, name)
        if text.isascii() and text.isdigit():
            return int(text)
    return None


def link_of(entry: Entry, *names: str) -> int | None:
    """A number of another entry; None also for 0, by which FOG says that there is none."""
    return number_of(entry, *names) or None


def flag_of(entry: Entry, name: str, *, otherwise: bool = False) -> bool:
    """A switch: `1`, 1, true; "" is off. otherwise: where the field is not there."""
    value = entry.get(name)
    return otherwise if value is None else str(value).strip().lower() in ("1", "true")


def part_of(entry: Entry, name: str) -> Entry:
    """An entry inside of another; empty where there is none, as in the lists of 1.6."""
    part = entry.get(name)
    return part if isinstance(part, dict) else {}


def time_of(entry: Entry, name: str) -> str:
    """A time of the server's clock, `2026-11-23 23:28:05`; "" for never."""
    text = text_of(entry, name)
    return text if text[:4].isdigit() and not text.startswith(_NEVER) else ""


def macs_of(entry: Entry) -> tuple[MacAddress, ...]:
    """The hardware addresses of a host, the primary one first. What is no address is left out."""
    listed = entry.get("macs")
    written = [entry.get("primac"), *(listed if isinstance(listed, list) else ())]
    found: list[MacAddress] = []
    for each in written:
        try:
            mac = MacAddress.parse(str(each))
        except ValueError:
            continue
        if mac not in found:
            found.append(mac)
    return tuple(found)
