"""What people type into fields, read: one sentence for what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from ipaddress import IPv4Address, IPv4Network
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.pxe.archs import arch_names, parse_arch

Parsed = TypeVar("Parsed", bound=Hashable)

_SEPARATORS = re.compile(r"[\s,;]+")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Parsing", text)


def read_address(text: str) -> IPv4Address:
    """An IPv4 address. Raises ValueError with a sentence."""
    try:
        return IPv4Address(text.strip())
    except ValueError as wrong:
        sentence = _tr("{text} is not an address such as 192.168.1.20.").format(text=_short(text))
        raise ValueError(sentence) from wrong


def read_optional_address(text: str) -> IPv4Address | None:
    """As above; nothing typed means none."""
    return read_address(text) if text.strip() else None


def read_network(text: str) -> IPv4Network:
    """A network with its prefix. Raises ValueError with a sentence."""
    try:
        if "/" not in text:
            raise ValueError(text)
        return IPv4Network(text.strip(), strict=False)
    except ValueError as wrong:
        sentence = _tr("{text} is not a network such as 192.168.2.0/24.").format(text=_short(text))
        raise ValueError(sentence) from wrong


def read_mac_pattern(text: str) -> MacPattern:
    """A hardware address or its beginning. Raises ValueError with a sentence."""
    try:
        return MacPattern.parse(text)
    except ValueError as wrong:
        raise ValueError(
            _tr("{text} is not an address such as 52:54:00:12:34:56, nor the beginning of one.").format(
                text=_short(text)
            )
        ) from wrong


def read_mac(text: str) -> MacAddress:
    """A whole hardware address. Raises ValueError with a sentence."""
    try:
        return MacAddress.parse(text)
    except ValueError as wrong:
        sentence = _tr("{text} is not an address such as 52:54:00:12:34:56.").format(text=_short(text))
        raise ValueError(sentence) from wrong


def read_uuid(text: str) -> UUID:
    """A UUID. Raises ValueError with a sentence."""
    try:
        return UUID(text.strip())
    except ValueError as wrong:
        raise ValueError(_tr("{text} is not a UUID.").format(text=_short(text))) from wrong


def read_archs(text: str) -> frozenset[int]:
    """Names and numbers of architectures; nothing typed means every computer. Raises ValueError with a sentence."""
    found: frozenset[int] = frozenset()
    for word in filter(None, _SEPARATORS.split(text)):
        try:
            found |= parse_arch(word)
        except ValueError as wrong:
            sentence = _tr("{text} is neither bios, x64, ia32, arm64 nor a number.").format(text=_short(word))
            raise ValueError(sentence) from wrong
    return found


def show_archs(archs: frozenset[int]) -> str:
    """As people type it: `bios, x64`."""
    return ", ".join(arch_names(archs))


def list_reader(read: Callable[[str], Parsed]) -> Callable[[str], tuple[Parsed, ...]]:
    """Several of a kind, parted by blanks, commas or lines; each counts once."""

    def read_all(text: str) -> tuple[Parsed, ...]:
        return tuple(dict.fromkeys(read(word) for word in _SEPARATORS.split(text) if word))

    return read_all


def show_list(values: tuple[Parsed, ...]) -> str:
    """As a line of text."""
    return ", ".join(map(str, values))


def show_optional(value: IPv4Address | None) -> str:
    """ "" for none."""
    return "" if value is None else str(value)


def read_line(text: str) -> str:
    """One line of text as it is."""
    return text.strip()


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else text[:37] + "…"
