"""HTTP over loopback beside nginx with sendfile."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from tests.benchmarks import contestants, load
from tests.benchmarks.cells_tftp import cpu_row, rate_row, start
from tests.benchmarks.contestants import Bench
from tests.benchmarks.rounds import Rounds, Row, Table, at_least, at_most

_GOALS = {1: at_least(1.0), 30: at_least(0.9)}
_HTTP_PORT = 80


def large_file(bench: Bench) -> Table:
    rows: list[Row] = []
    with ExitStack() as stack:
        ours, nginx = start(stack, bench, contestants.ours, contestants.nginx)
        ours = replace(ours, port=_HTTP_PORT)
        for clients, goal in _GOALS.items():
            entries = [load.http(bench, each, clients) for each in (ours, nginx)]
            rounds = Rounds(entries, bench.settings.rounds)
            title = f"{clients} client{'s' if clients > 1 else ''}"
            rows.append(rate_row(title, rounds, ours.name, nginx.name, goal))
            rows.append(cpu_row(f"{title}, CPU", rounds, ours.name, nginx.name, at_most(2.0)))
        entries = [load.http(bench, each, 30, is_compared=True) for each in (ours, nginx)]
        rounds = Rounds(entries, bench.settings.rounds)
        rows.append(rate_row("30 clients, each octet compared", rounds, ours.name, nginx.name, None))
    size = bench.file.stat().st_size // 2**20
    return Table(f"HTTP, {size} MiB file", tuple(rows))


CELLS = (large_file,)
