"""Hosts of a FOG server: the computers that it knows, and groups of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogportable.errors import FaultCode, FogError
from fogportable.fog.entry import Entry, flag_of, link_of, macs_of, number_of, part_of, text_of, time_of
from fogportable.protocol.address import MacAddress


@dataclass(frozen=True, slots=True)
class FogHost:
    """A computer as FOG knows it.

    number: FOG's. macs: the primary one first; lists of 1.6 tell no other. image: "" where it has none, or where the
    server names only image_number. last_deployed: by the server's clock, "" for never.
    """

    number: int
    name: str
    macs: tuple[MacAddress, ...] = ()
    image_number: int | None = None
    image: str = ""
    last_deployed: str = ""
    is_pending: bool = False


@dataclass(frozen=True, slots=True)
class FogGroup:
    """A group of hosts. size: how many; None where the server does not tell. FOG's API does not name its members."""

    number: int
    name: str
    description: str = ""
    size: int | None = None


def read_host(entry: Entry) -> FogHost | None:
    """A host of either generation; None for an entry without a number, which is none."""
    number = number_of(entry, "id")
    if number is None:
        return None
    return FogHost(
        number,
        text_of(entry, "name") or f"host {number}",
        macs_of(entry),
        link_of(entry, "imageID"),
        text_of(part_of(entry, "image"), "name") or text_of(entry, "imagename", "imageName"),
        time_of(entry, "deployed"),
        flag_of(entry, "pending"),
    )


def read_group(entry: Entry) -> FogGroup | None:
    """A group of either generation; None for an entry without a number."""
    number = number_of(entry, "id")
    if number is None:
        return None
    size = number_of(entry, "hostcount", "members")
    return FogGroup(number, text_of(entry, "name") or f"group {number}", text_of(entry, "description"), size)


def find_hosts(hosts: Sequence[FogHost], words: Iterable[str], server: object) -> tuple[FogHost, ...]:
    """The hosts that somebody means by names and hardware addresses, each once, in that order. Raises FogError."""
    by_name = {host.name.lower(): host for host in hosts}
    by_mac: dict[MacAddress | None, FogHost] = {mac: host for host in hosts for mac in host.macs}
    found: dict[int, FogHost] = {}
    missing = []
    for word in words:
        host = by_name.get(word.strip().lower()) or by_mac.get(_mac_of(word))
        if host is None:
            missing.append(word)
        else:
            found[host.number] = host
    if missing:
        raise FogError(FaultCode.FOG_HOST_UNKNOWN, address=server, names=", ".join(missing))
    return tuple(found.values())


def _mac_of(word: str) -> MacAddress | None:
    try:
        return MacAddress.parse(word)
    except ValueError:
        return None


# --- names for new hosts ----------------------------------------------------------------------------------------

#: FOG takes a name of Windows, so it has no more than 15 characters; what else FOG lets through is no name of DNS.
LONGEST_HOST_NAME = 15
_HOST_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?")
_COUNTER = re.compile(r"#+")
_MAC_MARK = "@"
#: As the end of an address: what differs between computers of one maker.
_MAC_DIGITS = 6


def host_names(pattern: str, macs: Sequence[MacAddress], taken: Iterable[str]) -> tuple[str, ...]:
    """A name for each computer: `lab-##` counts from lab-01 over names that are not taken, `pc-@` has the last six
    digits of the address. A pattern without either names one computer. Raises FogError.
    """
    used = {name.lower() for name in taken}
    names: list[str] = []
    counter = _COUNTER.search(pattern)
    if counter is None and _MAC_MARK not in pattern and len(macs) > 1:
        raise FogError(FaultCode.FOG_NAME_PATTERN, pattern=pattern, problem=f"it has no ## for {len(macs)} computers")
    number = 0
    for mac in macs:
        plain = pattern.replace(_MAC_MARK, mac.octets.hex()[-_MAC_DIGITS:])
        name = plain
        while counter is not None:
            number += 1
            name = _COUNTER.sub(functools.partial(_written, number), plain)
            if name.lower() not in used or len(name) > LONGEST_HOST_NAME:
                break
        _check_name(pattern, name, used)
        used.add(name.lower())
        names.append(name)
    return tuple(names)


def _written(number: int, marks: re.Match[str]) -> str:
    return f"{number:0{len(marks[0])}d}"


def _check_name(pattern: str, name: str, used: set[str]) -> None:
    if not _HOST_NAME.fullmatch(name):
        problem = f"{name} is not 1 to {LONGEST_HOST_NAME} letters, digits and hyphens"
        raise FogError(FaultCode.FOG_NAME_PATTERN, pattern=pattern, problem=problem)
    if name.lower() in used:
        raise FogError(FaultCode.FOG_NAME_PATTERN, pattern=pattern, problem=f"the name {name} is taken")
