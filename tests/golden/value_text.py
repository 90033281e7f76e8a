"""Frozen values in words: only what differs from a value without any key, for people who read expected texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def difference_lines(value: object, default: object, name: str = "") -> Iterator[str]:
    """What differs from the default, one line per field, an indented line per entry of a tuple."""
    if value == default:
        return
    if is_dataclass(value) and is_dataclass(default):
        for each in fields(value):
            yield from difference_lines(getattr(value, each.name), getattr(default, each.name), f"{name}.{each.name}")
    elif isinstance(value, tuple):
        yield f"  {name[1:]}:"
        yield from (f"    {in_words(each)}" for each in value)
    else:
        yield f"  {name[1:]}: {in_words(value)}"


def in_words(value: object) -> str:
    """A value without what is as usual in it: `BootRule(archs=0, file=pxelinux.0)`."""
    if isinstance(value, frozenset):
        return " ".join(str(int(each)) for each in sorted(value)) or "all"
    if isinstance(value, tuple):
        return "[" + ", ".join(in_words(each) for each in value) + "]"
    if isinstance(value, bytes):
        return value.hex(":")
    if is_dataclass(value) and not isinstance(value, type) and type(value).__str__ is object.__str__:
        named = ((each.name, getattr(value, each.name)) for each in fields(value))
        parts = (f"{name}={in_words(inner)}" for name, inner in named if inner or type(inner) is int)
        return f"{type(value).__name__}({', '.join(parts)})"
    return str(value)
