"""The window open and refreshing in the same process: what it costs the transfers."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from tests.benchmarks import contestants, load
from tests.benchmarks.cells_tftp import rate_row, start
from tests.benchmarks.contestants import Bench
from tests.benchmarks.load import awake
from tests.benchmarks.probes import introduce
from tests.benchmarks.rounds import Rounds, Row, Table, at_least

_ROOM = 30


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


CELLS = (beside_window,)
