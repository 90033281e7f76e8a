"""The table of a session, built anew from its records by the reducer that made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.events import Record
from fogportable.model import ClientSnapshot, FogMode, FogPlan, Menu, TransferSnapshot
from fogportable.protocol.address import MacAddress
from fogportable.session.clients import ClientTracker
from fogportable.session.transfers import TransferBook


@dataclass(frozen=True, slots=True)
class MenuFrom:
    """The menu that was served from a record on. sequence: of the first record that came with it."""

    sequence: int
    menu: Menu


@dataclass(frozen=True, slots=True)
class FogFacts:
    """What the table says of a FOG server: never its pages' address."""

    mode: FogMode
    address: IPv4Address


@dataclass(frozen=True, slots=True)
class WordsOf:
    """Something that is said of one computer."""

    mac: MacAddress
    words: str


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What the table is made of beside records.

    begin: sequence of the first record since Start. menus: the first one from Start on. now_s: monotonic seconds of the
    moment. running: transfers at that moment. vendors: makers' names. imaging: how far FOG's imaging was.
    """

    begin: int
    menus: tuple[MenuFrom, ...]
    has_own_script: bool
    fog: FogFacts | None
    now_s: float
    running: tuple[TransferSnapshot, ...] = ()
    vendors: tuple[WordsOf, ...] = ()
    imaging: tuple[WordsOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """rows, and the transfers that had ended, oldest first, then the running ones."""

    rows: tuple[ClientSnapshot, ...]
    transfers: tuple[TransferSnapshot, ...]


def build_table(records: Sequence[Record], facts: TableFacts) -> Table:
    """The same records give the same table."""
    menus = list(facts.menus)
    fog = None if facts.fog is None else FogPlan(facts.fog.mode, facts.fog.address, "")
    vendors = {each.mac: each.words for each in facts.vendors}
    tracker = ClientTracker(
        menu=menus.pop(0).menu if menus else Menu(),
        has_own_script=facts.has_own_script,
        vendor_of=lambda mac: vendors.get(mac, ""),
        fog=fog,
    )
    book = TransferBook()
    for record in records:
        if record.sequence < facts.begin:
            continue
        while menus and menus[0].sequence <= record.sequence:
            tracker.set_menu(menus.pop(0).menu)
        tracker.apply(record)
        book.apply(record)
    for each in facts.imaging:
        tracker.show_imaging(each.mac, each.words)
    return Table(tracker.snapshots(facts.running, facts.now_s), book.ended() + facts.running)


def hash_of(rows: Sequence[ClientSnapshot]) -> str:
    """The same for the same rows only."""
    import hashlib  # here: a start of the program does without them
    import json

    from fogportable.session.saved.values import encode

    return hashlib.sha256(json.dumps(encode(tuple(rows)), sort_keys=True).encode()).hexdigest()
