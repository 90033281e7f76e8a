"""Every kind of event makes the way to JSON and back unchanged, whatever it holds; what fits nowhere is refused."""

from __future__ import annotations

import json
import sys
import typing
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from ipaddress import IPv4Address
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.errors import Fault, FaultCode
from fogportable.events import Event, Record, SessionStarted
from fogportable.protocol.address import MacAddress
from fogportable.session.saved.records import event_kinds, read_records, record_values
from fogportable.session.saved.values import WrongValue

_Kind = TypeVar("_Kind")
_TEXT = st.text(max_size=40)
_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(-(2**40), 2**40),
    float: st.floats(0, 1e9, allow_nan=False),
    str: _TEXT,
    datetime: st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    MacAddress: st.binary(min_size=1, max_size=16).map(MacAddress),
    IPv4Address: st.integers(0, 2**32 - 1).map(IPv4Address),
    Fault: st.builds(Fault, st.sampled_from(FaultCode), _TEXT, _TEXT, _TEXT),
}


def _of_type(kind: Any) -> st.SearchStrategy[Any]:
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _built(kind)
    inner = [each for each in typing.get_args(kind) if each not in (type(None), Ellipsis)]
    if typing.get_origin(kind) is tuple:
        return st.lists(_of_type(inner[0]), max_size=3).map(tuple)
    return st.none() | _of_type(inner[0])


def _built(kind: type[_Kind]) -> st.SearchStrategy[_Kind]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{each.name: _of_type(hints[each.name]) for each in fields(typing.cast("Any", kind))})


def _line(record: Record) -> bytes:
    return json.dumps(record_values(record)).encode()


def test_every_class_of_event_is_known_by_its_name() -> None:
    def below(kind: type[Event]) -> set[type[Event]]:
        return {kind} | {each for sub in kind.__subclasses__() for each in below(sub)}

    # `slots=True` makes a class anew, and the one before it may live on.
    named = {
        each
        for each in below(Event)
        if hasattr(each, "name") and getattr(sys.modules.get(each.__module__), each.__name__, None) is each
    }
    assert set(event_kinds().values()) == {each for each in named if each.__module__.startswith("fogportable.")}
    assert len(named) > 40


@pytest.mark.parametrize("name", sorted(event_kinds()), ids="-".join)
@given(data=st.data())
def test_every_event_comes_back_as_it_was(name: tuple[str, str], data: st.DataObject) -> None:
    event = data.draw(_built(event_kinds()[name]))
    record = Record(7, 12.5, datetime(2026, 11, 30, 10, 14, 3, 1, UTC), event)
    try:
        event.sentence()
    except (ValueError, LookupError, ArithmeticError):
        return  # No event of ours: its fields contradict each other.
    assert list(read_records([_line(record)])) == [record]


_GOOD = Record(
    1,
    0.0,
    datetime(2026, 11, 30, tzinfo=UTC),
    SessionStarted(interfaces=("kit0",), addresses=(IPv4Address("192.0.2.1"),), root="/boot", ports=(67,)),
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sequence", True),
        ("sequence", "1"),
        ("sequence", 2**70),
        ("sequence", 0),
        ("monotonic_s", "now"),
        ("time", "2026-11-30T10:00:00"),
        ("time", "yesterday"),
        ("event", "no_such_event"),
        ("event", 3),
        ("service", "dhcp"),
        ("service", None),
        ("values", []),
        ("values", {"root": 1}),
        ("more", 1),
    ],
)
def test_what_does_not_fit_is_refused(field: str, value: object) -> None:
    raw = record_values(_GOOD) | {field: value}
    with pytest.raises(WrongValue, match="line 1"):
        list(read_records([json.dumps(raw).encode()]))


@pytest.mark.parametrize(
    "line",
    [b"", b"nonsense", b"\xff\xfe", b"[" * 100_000, b"9" * 5000, b'{"sequence": NaN}', b" " * 70_000],
    ids=["empty", "words", "no text", "deep", "long number", "not a number", "long"],
)
def test_lines_of_another_kind_are_refused(line: bytes) -> None:
    with pytest.raises(WrongValue):
        list(read_records([line]))


def test_records_out_of_order_and_more_than_a_journal_holds_are_refused() -> None:
    with pytest.raises(WrongValue, match="line 2"):
        list(read_records([_line(_GOOD), _line(_GOOD)]))
    lines = (json.dumps(record_values(_GOOD) | {"sequence": number}).encode() for number in range(1, 10_000_000))
    with pytest.raises(WrongValue, match="line 20001"):
        list(read_records(lines))


def test_fields_that_contradict_each_other_are_refused() -> None:
    raw = record_values(_GOOD)
    raw["values"]["addresses"] = []
    with pytest.raises(WrongValue):
        list(read_records([json.dumps(raw).encode()]))


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9), st.lists, max_leaves=9))
def test_whatever_stands_in_a_field_nothing_else_is_raised(value: object) -> None:
    for field in ("sequence", "monotonic_s", "time", "event", "values"):
        raw = record_values(_GOOD) | {field: value}
        try:
            list(read_records([json.dumps(raw).encode()]))
        except WrongValue:
            continue
