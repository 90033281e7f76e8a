"""Given addresses on disk, a file for each private network, so that a computer keeps its own over a restart.

Written by a thread of its own: an answer never waits for a disk. What a crash leaves out is one second of news, and an
address is looked at before it is given.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

from fogportable.boot.leasing.book import Binding
from fogportable.errors import Fault, FaultCode, describe

_VERSION = 1
#: Damaged files that are kept beside the good one.
_MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class KeptLease:
    """One lease as it stands in the file. ends: seconds since 1970, None for never. client: octets."""

    client: bytes
    address: IPv4Address
    ends: float | None
    host_name: str


@dataclass(frozen=True, slots=True)
class Clocks:
    """The same moment by both clocks: leases run by `monotonic_s`, files are written by `wall_s` (since 1970)."""

    monotonic_s: float
    wall_s: float


def lease_file(folder: Path, network: IPv4Network) -> Path:
    """Where the leases of a network are kept."""
    return folder / f"leases-{network.network_address}-{network.prefixlen}.json"


def to_keep(bindings: Iterable[Binding], clocks: Clocks) -> tuple[KeptLease, ...]:
    """What is worth keeping: who has or had an address, without mere offers."""
    return tuple(
        KeptLease(
            each.client,
            each.address,
            None if math.isinf(each.ends_s) else clocks.wall_s + each.ends_s - clocks.monotonic_s,
            each.host_name,
        )
        for each in bindings
        if each.is_given
    )


def kept_before(leases: Iterable[KeptLease], clocks: Clocks, longest_s: int) -> list[Binding]:
    """The leases by today's clocks. longest_s: none lasts longer from now on, whatever happened to the clock."""
    bindings = []
    for each in leases:
        left_s = math.inf if each.ends is None else min(each.ends - clocks.wall_s, longest_s)
        ends_s = clocks.monotonic_s + left_s
        bindings.append(
            Binding(each.client, each.address, ends_s, clocks.monotonic_s, is_given=True, host_name=each.host_name)
        )
    return bindings


def read_leases(file: Path) -> tuple[tuple[KeptLease, ...], Fault | None]:
    """What the file says; nothing when there is none. A damaged one is set aside, with the fault that says so."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return (), None
    except (OSError, UnicodeDecodeError) as problem:
        return (), _set_aside(file, problem)
    try:
        document = json.loads(text)
        if document["version"] != _VERSION:
            raise ValueError(f"version {document['version']!r}")
        return tuple(_read_one(each) for each in document["leases"]), None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as problem:
        return (), _set_aside(file, problem)


def write_leases(file: Path, leases: Iterable[KeptLease]) -> None:
    """Replace the file in one step: a full disk or a power cut leaves the old one. Raises OSError."""
    document = {
        "version": _VERSION,
        "leases": [
            {"mac": each.client.hex(":"), "address": str(each.address), "ends": each.ends, "name": each.host_name}
            for each in leases
        ],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as out:
        json.dump(document, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, file)


def _read_one(said: dict[str, object]) -> KeptLease:
    """Raises ValueError, KeyError or TypeError for anything that `write_leases` does not write."""
    client = bytes.fromhex(str(said["mac"]).replace(":", ""))
    ends = said["ends"]
    if not 1 <= len(client) <= 16 or not (ends is None or isinstance(ends, int | float)):
        raise ValueError("no lease")
    if ends is not None and not math.isfinite(ends):
        raise ValueError("no time")
    return KeptLease(client, IPv4Address(str(said["address"])), ends, str(said["name"]))


def _set_aside(file: Path, problem: Exception) -> Fault:
    """Keep the damaged file under another name. It stays where it is when even that is refused."""
    kept = file
    for number in range(1, _MOST_KEPT + 1):
        name = file.with_suffix(f".damaged-{number}")
        if not name.exists() or number == _MOST_KEPT:
            with contextlib.suppress(OSError):
                os.replace(file, name)
                kept = name
            break
    return describe(FaultCode.LEASES_DAMAGED, detail=repr(problem), file=file.name, kept=kept)


class LeaseKeeper:
    """Writes the newest state, and only that, as often as the disk is ready. Said once when it fails.

    `_news` guards `_waiting`, `_is_ending` and is what the thread waits for.
    """

    def __init__(self, file: Path, *, on_fault: Callable[[Fault], None]) -> None:
        self._file = file
        self._on_fault = on_fault
        self._news = threading.Condition()
        self._waiting: tuple[KeptLease, ...] | None = None
        self._is_ending = False
        self._has_said = False
        self._thread = threading.Thread(target=self._run, name="fogp-lease-file", daemon=True)

    def start(self) -> None:
        """Run the thread."""
        self._thread.start()

    def save(self, leases: tuple[KeptLease, ...]) -> None:
        """Write this soon. Never blocks."""
        with self._news:
            self._waiting = leases
            self._news.notify()

    def stop(self, timeout_s: float = 2.0) -> None:
        """Write what waits, and end."""
        with self._news:
            self._is_ending = True
            self._news.notify()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)

    def _run(self) -> None:
        while True:
            with self._news:
                while self._waiting is None and not self._is_ending:
                    self._news.wait()
                leases, self._waiting = self._waiting, None
            if leases is None:
                return
            try:
                write_leases(self._file, leases)
            except OSError as problem:
                self._say(problem)

    def _say(self, problem: OSError) -> None:
        if not self._has_said:
            self._has_said = True
            self._on_fault(describe(FaultCode.LEASES_NOT_SAVED, file=self._file, problem=problem.strerror or problem))
