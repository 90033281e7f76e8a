"""Events and errors as text: one readable line for people, one JSON object for programs."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import TextIO

from fogportable.errors import ConfigError, ExitCode, Fault, FogPortableError
from fogportable.events import Crowd, Level, Record
from fogportable.model import ClientDiagnosis

_MARKS = {Level.DETAIL: " ", Level.INFO: " ", Level.WARNING: "!", Level.FAILURE: "x"}

#: What each kind of event has of its own, by its class.
_NAMES: dict[type, tuple[str, ...]] = {}

#: Values in readable lines come from packets; control characters must not reach a terminal.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "?")

#: What every pipe takes whole or not at all (octets; PIPE_BUF of POSIX at the least).
_PIECE_BYTES = 512


def readable_line(record: Record) -> str:
    """`14:03:07   52:54:00:12:34:56 was offered ipxe.efi (UEFI x64 (7)).` in local time."""
    event = record.event
    return f"{_clock(int(record.time.timestamp()))} {_MARKS[event.level]} {plain(event.sentence())}"


def readable_lines(crowd: Crowd) -> list[str]:
    """As `readable_line` of each, put together once for all."""
    event = crowd.make(0)
    before = f"{_clock(int(crowd.time.timestamp()))} {_MARKS[event.level]} "
    after = plain(event.sentence()).removeprefix(event.who())
    return [f"{before}{each.hex(':')}{after}" for each in crowd.hardware]


def json_line(record: Record) -> str:
    """One object: time (UTC, ISO 8601), event, client, service, level, sequence, then the event's own fields."""
    event = record.event
    values: dict[str, object] = {
        "time": _iso(record.time),
        "event": event.name,
        "client": None if event.client is None else str(event.client),
        "service": event.service.value,
        "level": event.level.value,
        "sequence": record.sequence,
    }
    names = _NAMES.get(type(event))
    if names is None:
        names = _NAMES[type(event)] = tuple(each.name for each in fields(event) if each.name != "client")
    for name in names:
        values[name] = _value(getattr(event, name))
    return json.dumps(values)


def in_pieces(lines: Iterable[str]) -> Iterator[str]:
    """Lines as text, in pieces that are written at once: a call to the system for each line costs more than the line.

    A piece is no longer than a pipe takes whole, so that a signal between two writes leaves no half of a line; only a
    longer line is a piece of its own.
    """
    piece: list[str] = []
    size_bytes = 0
    for line in lines:
        line_bytes = 1 + (len(line) if line.isascii() else len(line.encode("utf-8", "replace")))
        if piece and size_bytes + line_bytes > _PIECE_BYTES:
            yield "\n".join((*piece, ""))
            piece, size_bytes = [], 0
        piece.append(line)
        size_bytes += line_bytes
    if piece:
        yield "\n".join((*piece, ""))


def fault_values(fault: Fault) -> dict[str, str]:
    """A fault as JSON has it."""
    return {"code": fault.code.value, "message": fault.message, "remedy": fault.remedy}


def print_fault(problem: FogPortableError | Fault, *, as_json: bool = False, to: TextIO | None = None) -> None:
    """What happened and what to do, on standard error; or one JSON object on standard output."""
    fault = problem.fault if isinstance(problem, FogPortableError) else problem
    if as_json:
        now = _iso(datetime.now(UTC))
        values = {"time": now, "event": "error", "client": None, "service": "session", "fault": fault_values(fault)}
        print(json.dumps(values))
        return
    out = to or sys.stderr
    print(plain(fault.message), file=out)
    print(plain(fault.remedy), file=out)


def plain(text: str) -> str:
    """Text without control characters."""
    return text if text.isprintable() else text.translate(_CONTROLS)  # The first is asked ten times as quickly.


def exit_code_of(problem: FogPortableError) -> ExitCode:
    """A wrong profile or flag is a usage error; everything else means that it could not start."""
    return ExitCode.USAGE if isinstance(problem, ConfigError) else ExitCode.COULD_NOT_START


def _value(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Fault):
        return fault_values(value)
    if isinstance(value, ClientDiagnosis):
        return _diagnosis_values(value)
    return [_value(each) for each in value] if isinstance(value, tuple) else str(value)


def _diagnosis_values(found: ClientDiagnosis) -> dict[str, object]:
    """With the keys of `explain --json`; its frames are records here."""
    return {
        "verdict": found.rule,
        "confidence": found.confidence,
        "sentence": found.sentence,
        "remedy": found.remedy,
        "needs_you": found.needs_you,
        "evidence": [{"record": each.sequence, "time": _iso(each.time), "text": each.text} for each in found.evidence],
    }


def _iso(time: datetime) -> str:
    return f"{_iso_second(int(time.timestamp()))}.{time.microsecond // 1000:03d}Z"


# Many lines tell of the same second, and writing a time costs more than the rest of a line.
@functools.lru_cache(maxsize=16)
def _iso_second(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp, UTC).isoformat()[:-6]


@functools.lru_cache(maxsize=16)
def _clock(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp).astimezone().strftime("%H:%M:%S")
