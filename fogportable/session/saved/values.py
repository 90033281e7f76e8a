"""Values as JSON and back: exactly, by the types that dataclasses name, and strictly: what fits nowhere is refused."""

from __future__ import annotations

import functools
import math
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from ipaddress import IPv4Address, IPv4Interface
from typing import Any, TypeVar

from fogportable import model
from fogportable.errors import Fault
from fogportable.protocol.address import MacAddress

#: Numbers beyond fit no field of ours.
_LARGEST = 1 << 63
#: The longest text and list that is taken in.
_MOST_TEXT = 16_384
_MOST_ITEMS = 65_536
#: Addresses that are remembered while a file is read: each computer's stand in many of its lines.
_MOST_ADDRESSES = 4096

#: Names that modules of ours import for type checkers only, since each import holds up the window's start.
_NAMES: dict[str, Any] = {
    **{name: getattr(model, name) for name in model.__all__},
    **{each.__name__: each for each in (MacAddress, Fault, IPv4Address, IPv4Interface, datetime)},
}

_T = TypeVar("_T")


class WrongValue(ValueError):
    """Something that its type does not allow. The text says what and where."""


Mask = Callable[[str], str]


def encode(value: object, mask: Mask | None = None) -> Any:
    """As JSON has it. mask: what becomes of texts and addresses; words of an enum stay.

    Raises TypeError for what has no such form: that is a fault of ours.
    """
    return _encoder(typing.cast("Any", type(value)))(value, mask)


_Encoder = Callable[[Any, Mask | None], Any]


@functools.cache
def _encoder(kind: Any) -> _Encoder:
    """How values of exactly this type are written; found once, as a journal has some hundred thousand."""
    if issubclass(kind, Enum):
        return lambda value, _: value.value
    if issubclass(kind, str):
        return lambda value, mask: value if mask is None else mask(value)
    if issubclass(kind, (int, float, types.NoneType)):
        return lambda value, _: value
    if issubclass(kind, datetime):
        return lambda value, _: value.astimezone(UTC).isoformat()
    if issubclass(kind, (MacAddress, IPv4Address, IPv4Interface)):
        return lambda value, mask: str(value) if mask is None else mask(str(value))
    if issubclass(kind, frozenset):
        return lambda value, mask: sorted(encode(each, mask) for each in value)
    if issubclass(kind, (tuple, list)):
        return lambda value, mask: [encode(each, mask) for each in value]
    if is_dataclass(kind):
        names = tuple(each.name for each in fields(kind))
        return lambda value, mask: {name: encode(getattr(value, name), mask) for name in names}
    raise TypeError(f"{kind.__name__} has no form in JSON")


def decode(kind: type[_T], raw: object) -> _T:
    """A value of this type. Raises WrongValue."""
    return typing.cast("_T", _decoder(typing.cast("Any", kind))(raw))


Decoder = Callable[[object], object]


@functools.cache
def _decoder(kind: Any) -> Decoder:
    simple = _SIMPLE.get(kind)
    if simple is not None:
        return simple
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (each for each in arguments if each is not types.NoneType)
        return functools.partial(_optional, _decoder(inner))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return functools.partial(_items, tuple, _decoder(arguments[0]))
    if origin is frozenset:
        return functools.partial(_items, frozenset, _decoder(arguments[0]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return functools.partial(_enum, kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return functools.partial(_object, kind)
    raise TypeError(f"{kind} has no form in JSON")


def _optional(inner: Decoder, raw: object) -> object:
    return None if raw is None else inner(raw)


def _items(make: Callable[[list[object]], object], inner: Decoder, raw: object) -> object:
    if not isinstance(raw, list) or len(raw) > _MOST_ITEMS:
        raise WrongValue("no list, or one that is too long")
    return make([inner(each) for each in raw])


def _enum(kind: type[Enum], raw: object) -> object:
    if isinstance(raw, bool) or not isinstance(raw, (str, int)):
        raise WrongValue(f"no {kind.__name__}")
    try:
        return kind(raw)
    except ValueError as problem:
        raise WrongValue(f"no {kind.__name__}") from problem


@functools.cache
def _fields_of(kind: type) -> dict[str, tuple[Decoder, bool]]:
    """By name: the decoder, and whether it may be missing."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    found = {}
    for each in fields(kind):
        has_default = each.default is not each.default_factory  # both are MISSING where there is none
        found[each.name] = (_decoder(hints[each.name]), has_default)
    return found


def _object(kind: type, raw: object) -> object:
    if not isinstance(raw, dict):
        raise WrongValue(f"no {kind.__name__}")
    known = _fields_of(kind)
    unknown = raw.keys() - known.keys()
    is_short = len(raw) < len(known)
    if unknown or (is_short and any(not may_miss and name not in raw for name, (_, may_miss) in known.items())):
        raise WrongValue(f"{kind.__name__} with other fields")
    try:
        return kind(**{name: known[name][0](value) for name, value in raw.items()})
    except (ValueError, OverflowError) as problem:
        raise WrongValue(f"{kind.__name__}: {problem}") from problem


def _bool(raw: object) -> object:
    if not isinstance(raw, bool):
        raise WrongValue("neither true nor false")
    return raw


def _int(raw: object) -> object:
    if isinstance(raw, bool) or not isinstance(raw, int) or not -_LARGEST <= raw < _LARGEST:
        raise WrongValue("no whole number")
    return raw


def _float(raw: object) -> object:
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        raise WrongValue("no number")
    if (isinstance(raw, float) and not math.isfinite(raw)) or abs(raw) > _LARGEST:
        raise WrongValue("no number")
    return float(raw)


def _str(raw: object) -> object:
    if not isinstance(raw, str) or len(raw) > _MOST_TEXT:
        raise WrongValue("no text, or too long")
    return raw


def _mac(raw: object) -> object:
    if not isinstance(raw, str) or len(raw) > 47:
        raise WrongValue("no hardware address")
    return _mac_of(raw)


@functools.lru_cache(maxsize=_MOST_ADDRESSES)
def _mac_of(raw: str) -> MacAddress:
    try:
        mac = MacAddress(bytes.fromhex(raw.replace(":", "")))
    except ValueError as problem:
        raise WrongValue("no hardware address") from problem
    if str(mac) != raw:
        raise WrongValue("no hardware address")
    return mac


def _address(kind: Callable[[str], object], raw: object) -> object:
    if not isinstance(raw, str) or len(raw) > 18:
        raise WrongValue("no address")
    return _address_of(kind, raw)


@functools.lru_cache(maxsize=_MOST_ADDRESSES)
def _address_of(kind: Callable[[str], object], raw: str) -> object:
    try:
        return kind(raw)
    except ValueError as problem:
        raise WrongValue("no address") from problem


def _time(raw: object) -> object:
    if not isinstance(raw, str) or len(raw) > 40:
        raise WrongValue("no time")
    try:
        time = datetime.fromisoformat(raw)
        is_utc = time.utcoffset() is not None and not time.utcoffset()
    except ValueError as problem:
        raise WrongValue("no time") from problem
    if not is_utc or not 1971 <= time.year <= 9000:
        raise WrongValue("no time of UTC")
    return time.astimezone(UTC)


_SIMPLE: dict[Any, Decoder] = {
    bool: _bool,
    int: _int,
    float: _float,
    str: _str,
    MacAddress: _mac,
    IPv4Address: functools.partial(_address, IPv4Address),
    IPv4Interface: functools.partial(_address, IPv4Interface),
    datetime: _time,
}
