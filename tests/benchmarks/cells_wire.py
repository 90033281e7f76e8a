"""Networks that are not loopback: a gigabit link, a round trip, losses."""

from __future__ import annotations

import itertools
import statistics
from contextlib import ExitStack

from tests.benchmarks import contestants, load
from tests.benchmarks.cells_tftp import rate_row, start
from tests.benchmarks.contestants import SHORT_FILE, Bench, Server
from tests.benchmarks.lines import (
    ceiling_formula,
    dnsmasq_on,
    line_with_computers,
    link_ceiling_mb_per_s,
    ours_on,
    shape,
)
from tests.benchmarks.rounds import Contestant, Rounds, Row, Sample, Table, at_least

_ROOM, _QUICK_ROOM = 30, 5
_ROUND_TRIP_US = 5000
#: As OVMF asks: EDK2's PXE driver with PcdPxeTftpWindowSize, and what it waits before it says its last word again.
_OVMF: dict[str, int] = {"block": 1468, "window": 4, "timeout_ms": 4000}
_LOSSES = (0.01, 0.05)
#: The longest that short files may take under loss (s).
_LOSSY_S = 90.0
_FEWER_ROUNDS = 3
#: Each round loses other datagrams.
_seeds = itertools.count(1)


def gigabit_link(bench: Bench) -> Table:
    with ExitStack() as stack:
        lines = [stack.enter_context(line_with_computers()) for _ in range(2)]
        for line in lines:
            shape(line)
        ours = stack.enter_context(ours_on(bench, lines[0]))
        dnsmasq = stack.enter_context(dnsmasq_on(bench, lines[1]))
        rounds = Rounds([load.tftp(bench, each, _ROOM) for each in (ours, dnsmasq)], bench.settings.rounds)
    ceiling = (link_ceiling_mb_per_s(load.BLOCK_SIZE),) * len(rounds.samples)
    rates = rounds.of(ours.name, lambda each: each.mb_per_s)
    title = f"{_ROOM} clients in lockstep"
    rows = (
        Row(title, "MB/s", rates, "the link", ceiling, at_least(0.97)),
        rate_row(title, rounds, ours.name, dnsmasq.name, None),
    )
    share = statistics.median(rounds.of(ours.name, lambda each: each.cpu_s / each.seconds))
    note = f"ours took {share:.0%} of its core, most of it for the shaper, which works on the sender's account"
    return Table("1 GbE (tc tbf on veth)", rows, (ceiling_formula(load.BLOCK_SIZE), note))


def round_trip(bench: Bench) -> Table:
    rows = []
    with ExitStack() as stack:
        ours, dnsmasq = start(stack, bench, contestants.ours, contestants.dnsmasq)
        for clients in (1, _ROOM):
            entries = [
                load.tftp(bench, each, clients, words={**_OVMF, "delay_us": _ROUND_TRIP_US}) for each in (ours, dnsmasq)
            ]
            rounds = Rounds(entries, bench.settings.rounds)
            title = f"{clients} client{'s' if clients > 1 else ''}, windowsize 4 asked for"
            rows.append(rate_row(title, rounds, ours.name, dnsmasq.name, at_least(3.0)))
    notes = ("dnsmasq before 2.92 knows no window", "the round trip is made by the load client")
    return Table(f"A round trip of {_ROUND_TRIP_US / 1000:g} ms", tuple(rows), notes)


def losses(bench: Bench) -> Table:
    """Whole transfers: how many end well, and what the mean one gets."""
    rows: list[Row] = []
    room = _QUICK_ROOM if bench.settings.is_quick else _ROOM
    size = (bench.root / SHORT_FILE).stat().st_size
    with ExitStack() as stack:
        (ours,) = start(stack, bench, contestants.ours)
        entries = [_short_transfers(bench, ours, room, "no loss", 0.0)]
        entries += [_short_transfers(bench, ours, room, f"{loss:.0%} lost", loss) for loss in _LOSSES]
        rounds = Rounds(entries, min(bench.settings.rounds, _FEWER_ROUNDS))
        for name, goal in ((f"{_LOSSES[0]:.0%} lost", at_least(0.5)), (f"{_LOSSES[1]:.0%} lost", None)):
            complete = (min(rounds.of(name, lambda each: each.said["files"] / room)),)
            rows.append(
                Row(f"{name}: transfers that end well in the worst round", "of all", complete, goal=at_least(1.0))
            )
            rates = [rounds.of(each, lambda it: size / it.said["mean_s"] / 1e6) for each in (name, "no loss")]
            rows.append(Row(f"{name}: rate of the mean transfer", "MB/s", rates[0], "no loss", rates[1], goal))
    notes = (
        f"{room} clients, windowsize 4, {_ROUND_TRIP_US / 1000:g} ms; datagrams of both directions are lost",
        "the client says its last word again after 4 s, as EDK2 does",
    )
    return Table("Losses", tuple(rows), notes)


def _short_transfers(bench: Bench, server: Server, clients: int, name: str, loss: float) -> Contestant:
    words = {
        **_OVMF,
        "file": SHORT_FILE,
        "reference": bench.root / SHORT_FILE,
        "delay_us": _ROUND_TRIP_US,
        "loss": loss,
    }

    def run() -> Sample:
        other_losses = {**words, "seed": next(_seeds)}
        return load.tftp(bench, server, clients, whole_s=_LOSSY_S, words=other_losses).run()

    return Contestant(name, run)


CELLS = (gigabit_link, round_trip, losses)
