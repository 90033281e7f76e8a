"""proxyDHCP over a wire of our own beside dnsmasq: rooms that ask at once, and how fast and cheap answers are."""

from __future__ import annotations

import contextlib
import itertools
import json
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from fogportable.simulator.firmware import Persona, discover
from tests.benchmarks.contestants import LOADER, Bench, our_command, our_environment, running_dnsmasq
from tests.benchmarks.load import awake
from tests.benchmarks.probes import answers_discover, machine
from tests.benchmarks.processes import Broken, Program, run_client, running
from tests.benchmarks.rounds import (
    Contestant,
    Rounds,
    Row,
    Sample,
    Table,
    at_least,
    at_most,
    ceiling_remark,
)
from tests.fakes.namespaces import KIT_ADDRESS, Wire, wire

_BURSTS = (30, 300, 1000, 5000)
_QUICK_BURSTS = (30, 300)
_IN_FLIGHT = 30
#: What firmware sends at the least: octets of a DISCOVER with padding.
_DISCOVER_SIZE = 548
_PATIENCE_S = 60.0
#: Every computer of a run asks once only.
_computers = itertools.count(1_000, 2_000_000)


class Served:
    """A server at one end of a wire, computers at the other."""

    def __init__(self, bench: Bench, program: Program, line: Wire) -> None:
        self.program = program
        self._bench = bench
        self._line = line

    @property
    def name(self) -> str:
        return self.program.name

    def wait_until_answers(self) -> None:
        numbers = itertools.count(1)
        with self._line.pc.entered():
            self.program.wait_until(lambda: answers_discover("pc0", next(numbers)), "does not answer DISCOVERs")

    def burst(self, count: int) -> Contestant:
        return Contestant(self.name, partial(self._load, burst=count))

    def steady(self) -> Contestant:
        return Contestant(self.name, partial(self._load, flight=_IN_FLIGHT, seconds=self._bench.settings.seconds))

    def _load(self, **words: float) -> Sample:
        sample = discover(Persona.EDK2, machine(0), xid=0, secs=0)
        given = {
            "device": "pc0",
            "template": sample.ljust(_DISCOVER_SIZE, b"\0").hex(),
            "uuid_at": sample.index(machine(0).uuid),
            "first": next(_computers),
            **words,
        }
        command: list[str | Path] = [self._bench.clients.program("dhcp")]
        command += [f"{key}={value}" for key, value in given.items()]
        with awake(self.program):
            before = self.program.cpu_s()
            printed = run_client(command, namespace=self._line.pc, patience_s=_PATIENCE_S)
            used = self.program.cpu_s() - before
        said: dict[str, float] = json.loads(printed)
        if said["wrong"] or not said["answered"]:
            raise Broken(f"{self.name} gave {said['answered']} right and {said['wrong']} wrong answers")
        return Sample(said["answered"], said["seconds"], used, said["cpu_s"], said)

    def receive_buffer(self) -> str:
        """What the kernel granted to the socket of port 67, as ss(8) tells it."""
        with self._line.kit.entered():
            command = ["ss", "--udp", "--all", "--memory", "--numeric", "--no-header", "sport = :67"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        granted = [part for part in done.stdout.replace("(", ",").split(",") if part.startswith("rb")]
        return f"{int(granted[0][2:]) / 2**20:.1f} MiB" if granted else "not told by ss"


@contextlib.contextmanager
def ours_on_wire(bench: Bench) -> Iterator[Served]:
    """`serve` as people run it, with readable lines."""
    with wire() as line:
        command = [word for word in our_command(bench, "kit0") if word != "--json"]
        environment = our_environment(bench, "dhcp")
        with running("ours", command, bench.folder, namespace=line.kit, environment=environment) as program:
            served = Served(bench, program, line)
            served.wait_until_answers()
            program.wait_until_idle()
            program.rest()
            yield served


@contextlib.contextmanager
def dnsmasq_on_wire(bench: Bench) -> Iterator[Served]:
    """A proxy with a menu of one entry, and its usual log."""
    flags = ["--interface=kit0", f"--dhcp-range={KIT_ADDRESS.ip},proxy", f"--pxe-service=x86-64_EFI,loader,{LOADER}"]
    with wire() as line, running_dnsmasq(bench, flags, line.kit) as program:
        served = Served(bench, program, line)
        served.wait_until_answers()
        program.rest()
        yield served


def offers(bench: Bench) -> Table:
    rows: list[Row] = []
    with ExitStack() as stack:
        ours, dnsmasq = stack.enter_context(ours_on_wire(bench)), stack.enter_context(dnsmasq_on_wire(bench))
        names = (ours.name, dnsmasq.name)
        for count in _QUICK_BURSTS if bench.settings.is_quick else _BURSTS:
            rounds = Rounds([each.burst(count) for each in (ours, dnsmasq)], bench.settings.rounds)
            rows.append(_lost(f"{count:,} ask at once", rounds, names))
        rounds = Rounds([each.steady() for each in (ours, dnsmasq)], bench.settings.rounds)
        title = f"{_IN_FLIGHT} in flight"
        remark = ceiling_remark(rounds.client_share())
        per_s = [rounds.of(name, lambda each: each.per_s) for name in names]
        each_us = [rounds.of(name, lambda each: each.cpu_us_each) for name in names]
        rows.append(Row(title, "answers/s", per_s[0], names[1], per_s[1], at_least(1.5), remark))
        rows.append(Row(f"{title}, CPU", "us/OFFER", each_us[0], names[1], each_us[1], at_most(0.7)))
        notes = tuple(f"{each.name}: receive buffer of port 67 {each.receive_buffer()}" for each in (ours, dnsmasq))
    return Table("proxyDHCP: DISCOVERs of 548 octets from distinct addresses, OFFERs by broadcast", tuple(rows), notes)


def _lost(title: str, rounds: Rounds, names: tuple[str, str]) -> Row:
    lost = [rounds.of(name, lambda each: each.said["asked"] - each.said["answered"]) for name in names]
    last_ms = sorted(rounds.of(names[0], lambda each: each.seconds * 1e3))
    remark = f"ours: the last answer after {last_ms[len(last_ms) // 2]:.0f} ms"
    return Row(title, "lost", lost[0], names[1], lost[1], at_most(0), remark, is_ratio=False)


CELLS = (offers,)
