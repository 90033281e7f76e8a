"""From nothing to an answer, and from nothing to a window."""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.benchmarks.contestants import Bench, our_command, our_environment
from tests.benchmarks.probes import answers_discover
from tests.benchmarks.processes import Program, running
from tests.benchmarks.rounds import Contestant, Rounds, Row, Sample, Table, at_most
from tests.fakes.namespaces import Namespace, wire

_LOOK_S = 0.002


def headless(bench: Bench) -> Table:
    """Until a computer's DISCOVER is answered."""
    with wire() as line:
        numbers = itertools.count(1)

        def is_ready(_: Program) -> bool:
            with line.pc.entered():
                return answers_discover("pc0", next(numbers), _LOOK_S)

        command, environment = our_command(bench, "kit0"), our_environment(bench, "start")
        run = partial(_timed_start, bench, "serve", command, environment, line.kit, is_ready)
        run()  # Modules are compiled once, as after an installation.
        rounds = Rounds([Contestant("serve", run)], bench.settings.rounds)
    row = Row("fogportable serve, until it answers a DISCOVER", "s", _seconds(rounds, "serve"), goal=at_most(0.3))
    return Table("Start without a window", (row,))


def window(bench: Bench) -> Table:
    """Until it is shown: painted for the first time, with what the Room page says, and back in the event loop, so that
    it takes a key or a click. Both windows have their modules compiled beforehand, as after an installation."""
    contestants = []
    for kind in ("full", "bare"):
        command: list[str | Path] = [sys.executable, "-m", "tests.benchmarks.first_paint", kind]
        environment = our_environment(bench, kind)
        run = partial(_timed_start, bench, kind, command, environment, bench.network, _is_painted)
        run()
        contestants.append(Contestant(kind, run))
    rounds = Rounds(contestants, bench.settings.rounds)
    full, bare = _seconds(rounds, "full"), _seconds(rounds, "bare")
    peak_kib = rounds.of("full", lambda each: each.said["peak_kib"])
    rows = (
        Row("the whole window, until it is painted", "s", full, "bare PySide6 window", bare, at_most(2.0)),
        Row("the same in CPU time", "s", _cpu(rounds, "full"), "bare PySide6 window", _cpu(rounds, "bare")),
        Row("scapy imported by then", "times", rounds.of("full", lambda each: each.said["scapy"]), goal=at_most(0)),
        Row("resident by then, at its peak", "MB", tuple(each * 1024 / 1e6 for each in peak_kib)),
    )
    return Table("Start with a window (offscreen)", rows)


def _seconds(rounds: Rounds, name: str) -> tuple[float, ...]:
    return rounds.of(name, lambda each: each.seconds)


def _cpu(rounds: Rounds, name: str) -> tuple[float, ...]:
    return rounds.of(name, lambda each: each.cpu_s)


def _is_painted(program: Program) -> bool:
    return "painted" in program.said()


def _timed_start(
    bench: Bench,
    name: str,
    command: list[str | Path],
    environment: Mapping[str, str],
    namespace: Namespace,
    is_ready: Callable[[Program], bool],
) -> Sample:
    began = time.monotonic()
    with running(name, command, bench.folder, namespace=namespace, environment=environment) as program:
        program.wait_until(lambda: is_ready(program), "is not ready", look_s=_LOOK_S)
        took_s = time.monotonic() - began
        said = {"peak_kib": float(program.memory_kib("VmHWM")), "scapy": float("scapy=1" in program.said())}
        return Sample(1.0, took_s, program.cpu_s(), 0.0, said)


CELLS = (headless, window)
