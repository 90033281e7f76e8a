"""Networks that were served before: known again by their router, so that the right room can be offered.

Nothing is sent for it: the router's address stands in the routing table, its hardware address in the ARP table.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from ipaddress import IPv4Network
from pathlib import Path

from fogportable.errors import FaultCode, ServiceError
from fogportable.platform import neighbours
from fogportable.platform.interfaces import find_interface, gateway_of
from fogportable.platform.paths import state_folder
from fogportable.protocol.address import MacAddress

_log = logging.getLogger("fogportable.session")

#: More schools visits nobody in a year; beyond, the one not served for longest is forgotten.
MOST_SITES = 50
_LARGEST_FILE_BYTES = 1 << 18
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class SiteMark:
    """What tells one network from others. router: hardware address of the way out of it."""

    router: MacAddress
    network: IPv4Network


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A network that was served. room: its name, "" for none. served: the last day."""

    mark: SiteMark
    room: str
    profile: Path
    served: date


def sites_file() -> Path:
    """Where they are kept."""
    return state_folder() / "known-sites.json"


def mark_of(card: str) -> SiteMark | None:
    """The network that a card is in, by its system name; None where that is not known, as without a router."""
    try:
        address = find_interface(card).address
    except ServiceError:
        return None
    router = gateway_of(card)
    if address is None or router is None:
        return None
    mac = neighbours.mac_of(router)
    return None if mac is None else SiteMark(mac, address.network)


class KnownSites:
    """Read and written whole, for one thread at a time. file: looked up at each use."""

    def __init__(self, file: Callable[[], Path] = sites_file) -> None:
        self._file = file

    def all(self) -> tuple[KnownSite, ...]:
        """The last served first. A damaged file counts as empty, and that is told in the log."""
        try:
            with self._file().open("rb") as opened:
                text = opened.read(_LARGEST_FILE_BYTES)
            return tuple(_parse(entry) for entry in json.loads(text)["sites"])[:MOST_SITES]
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
            _log.info("known networks cannot be read, so they are learned anew: %r", problem)
            return ()

    def find(self, mark: SiteMark) -> KnownSite | None:
        """The one with this mark, whose profile is still there."""
        return next((each for each in self.all() if each.mark == mark and each.profile.is_file()), None)

    def remember(self, site: KnownSite) -> None:
        """Keep one, in place of what was known of the same network. Raises ServiceError SITES_NOT_SAVED."""
        others = (each for each in self.all() if each.mark != site.mark)
        self._write((site, *others))

    def forget(self, router: MacAddress | None = None) -> int:
        """Forget the networks of this router, or all; gives how many. Raises ServiceError SITES_NOT_SAVED."""
        before = self.all()
        kept = tuple(each for each in before if router is not None and each.mark.router != router)
        if len(kept) != len(before):
            self._write(kept)
        return len(before) - len(kept)

    def _write(self, sites: tuple[KnownSite, ...]) -> None:
        """At once and whole: a reader sees the old file or the new one."""
        file = self._file()
        values = [
            {
                "router": str(each.mark.router),
                "network": str(each.mark.network),
                "room": each.room[:_LONGEST_NAME],
                "profile": str(each.profile),
                "served": each.served.isoformat(),
            }
            for each in sites[:MOST_SITES]
        ]
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            draft = file.with_suffix(".new")
            draft.write_text(json.dumps({"version": 1, "sites": values}, indent=1), "utf-8")
            os.replace(draft, file)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise ServiceError(FaultCode.SITES_NOT_SAVED, file=file, reason=reason) from problem


def remember_site(card: str, room: str, profile: Path) -> None:
    """A card's network is served today with this profile. Nothing where it has no router. Raises ServiceError."""
    mark = mark_of(card)
    if mark is not None:
        KnownSites().remember(KnownSite(mark, room, profile.resolve(), datetime.now().astimezone().date()))


def _parse(entry: dict[str, object]) -> KnownSite:
    """Raises ValueError, KeyError or TypeError."""
    router, network, room, profile, served = (
        entry[name] for name in ("router", "network", "room", "profile", "served")
    )
    texts = (router, network, room, profile, served)
    if not all(isinstance(text, str) and text.isprintable() for text in texts):
        raise ValueError("a network is no text")
    path = Path(str(profile))
    if not path.is_absolute():
        raise ValueError("a profile without its folder")
    mark = SiteMark(MacAddress.parse(str(router)), IPv4Network(str(network)))
    return KnownSite(mark, str(room)[:_LONGEST_NAME], path, date.fromisoformat(str(served)))
