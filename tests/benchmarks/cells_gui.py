"""The window: what it costs the transfers of the same process, and what a busy room costs it."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tests.benchmarks import contestants, load
from tests.benchmarks.cells_tftp import rate_row, start
from tests.benchmarks.contestants import Bench, our_environment
from tests.benchmarks.load import awake
from tests.benchmarks.probes import introduce
from tests.benchmarks.processes import Broken, running
from tests.benchmarks.rounds import Rounds, Row, Table, at_least, at_most

_ROOM = 30

#: Computers and seconds of a storm, of the largest rehearsal, and of a storm that is long.
_STORM, _STORM_S = 200, 20.0
_LARGE, _LARGE_S = 1000, 40.0
_LONG_S = 120.0
#: Of each, where only it shall be seen that all works; less than the warm-up would measure nothing.
_QUICK, _QUICK_S = 60, 6.0

#: To open the window, and to close it at the end (s).
_OPEN_S = 60.0


def beside_window(bench: Bench) -> Table:
    """Our own rate without the window is the peer."""
    rows: list[Row] = []
    with ExitStack() as stack:
        alone, window = start(stack, bench, partial(contestants.ours, name="alone"), contestants.ours_in_window)
        for each in (alone, window):
            with awake(each.program), each.program.namespace.entered():
                introduce(each.address, _ROOM)
                each.program.wait_until_idle()
        for title, size in (("lockstep", 1), ("window 16", 16)):
            entries = [load.tftp(bench, each, _ROOM, words={"window": size}) for each in (window, alone)]
            rounds = Rounds(entries, bench.settings.rounds)
            rows.append(rate_row(f"{title}, {_ROOM} clients", rounds, window.name, alone.name, at_least(0.9)))
    said = window.program.said().split("ticks=")[-1].strip()
    return Table("TFTP with the window open, beside itself alone", tuple(rows), (f"the window: ticks={said}",))


def busy_room(bench: Bench) -> Table:
    """200 computers with ten events a second each, all pages in turn: what that costs the thread of the window."""
    computers, seconds = _size(bench, _STORM, _STORM_S)
    storm = _busy(bench, "storm", computers, seconds)
    rows = (
        Row("longest tick", "ms", (storm["longest_tick_ms"],), goal=at_most(50.0)),
        Row("longest time in which nothing else was done", "ms", (storm["longest_turn_ms"],), goal=at_most(50.0)),
        Row("share of a core, with making the events", "%", (storm["share_percent"],), goal=at_most(25.0)),
    )
    return Table(f"The window with {computers} computers, 10 events/s each", rows)


def large_rehearsal(bench: Bench) -> Table:
    """The rehearsal of the window with the largest room, its services and software computers in the same process."""
    computers, seconds = _size(bench, _LARGE, _LARGE_S)
    large = _busy(bench, "rehearsal", computers, seconds)
    rows = (
        Row("longest tick", "ms", (large["longest_tick_ms"],), goal=at_most(50.0)),
        Row("share of a core", "%", (large["share_percent"],), goal=at_most(25.0)),
        Row("memory", "MB", (large["memory_kib"] * 1024 / 1e6,)),
    )
    return Table(f"A rehearsal with {computers:,} computers in the window", rows)


def long_storm(bench: Bench) -> Table:
    """Memory is flat once the journal and the log are full: in a second half as in a first."""
    computers, seconds = _size(bench, _STORM, _LONG_S)
    storm = _busy(bench, "storm", computers, seconds)
    row = Row(
        f"more after {seconds} s of {computers} computers", "MB", (storm["grown_kib"] * 1024 / 1e6,), goal=at_most(8.0)
    )
    return Table("Memory of the window over time", (row,))


def _size(bench: Bench, computers: int, seconds: float) -> tuple[int, float]:
    """Computers, and for how long they are watched (s)."""
    return (_QUICK, _QUICK_S) if bench.settings.is_quick else (computers, seconds)


def _busy(bench: Bench, kind: str, computers: int, seconds: float) -> dict[str, float]:
    """What `busy_window` says at its end."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "tests.benchmarks.busy_window",
        kind,
        str(computers),
        str(seconds),
    ]
    environment = our_environment(bench, f"busy-{kind}")
    with running("busy", command, bench.folder, namespace=bench.network, environment=environment) as program:
        program.popen.wait(seconds + _OPEN_S)
        said = program.said().strip().split("\n")[-1]
    if not said.startswith("ticks="):
        raise Broken(f"the busy window said {said!r}")
    return {name: float(value) for name, _, value in (each.partition("=") for each in said.split())}


CELLS = (beside_window, busy_room, large_rehearsal, long_storm)
