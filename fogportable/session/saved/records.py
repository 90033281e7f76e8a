"""Records of the journal as lines of JSON, and back. Every kind of event makes the way there and back unchanged."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from fogportable import events
from fogportable.events import Event, Record
from fogportable.session.journal import CAPACITY
from fogportable.session.saved.values import Mask, WrongValue, decode, encode

#: Of one line (octets): the longest sentences, names and paths together are far shorter.
LONGEST_LINE = 65_536


@functools.cache
def event_kinds() -> dict[tuple[str, str], type[Event]]:
    """All kinds of events by service and stable name: TFTP and HTTP tell of the same things by the same names."""
    kinds = (getattr(events, name) for name in events.__all__)
    return {
        (each.service.value, each.name): each
        for each in kinds
        if isinstance(each, type) and issubclass(each, Event) and each is not Event
    }


def record_values(record: Record, mask: Mask | None = None) -> dict[str, Any]:
    """A record as JSON has it. mask: what becomes of its texts."""
    event = record.event
    return {
        "sequence": record.sequence,
        "monotonic_s": record.monotonic_s,
        "time": encode(record.time),
        "service": event.service.value,
        "event": event.name,
        "values": encode(event, mask),
    }


def read_records(lines: Iterable[bytes]) -> Iterator[Record]:
    """Records, in order. Raises WrongValue with the line's number, also where there are more than a journal holds."""
    before = 0
    for number, line in enumerate(lines, start=1):
        try:
            if number > CAPACITY or len(line) > LONGEST_LINE:
                raise WrongValue("more than a journal has")
            record = _read(json.loads(line))
            if record.sequence <= before:
                raise WrongValue("out of order")
            record.event.sentence()  # A log shows it: what cannot be said is no event of ours.
        except (ValueError, RecursionError, ArithmeticError, LookupError, TypeError) as problem:
            raise WrongValue(f"line {number}: {problem}") from problem
        before = record.sequence
        yield record


def _read(raw: object) -> Record:
    if not isinstance(raw, dict) or raw.keys() != {"sequence", "monotonic_s", "time", "service", "event", "values"}:
        raise WrongValue("no record")
    service, name = raw["service"], raw["event"]
    kind = event_kinds().get((service, name)) if isinstance(name, str) and isinstance(service, str) else None
    if kind is None:
        raise WrongValue("an event of another version of the program")
    return Record(
        decode(int, raw["sequence"]),
        decode(float, raw["monotonic_s"]),
        decode(datetime, raw["time"]),
        decode(kind, raw["values"]),
    )
