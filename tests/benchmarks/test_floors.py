"""Floors far below the goals, with real peers in the same run: what fails here is broken and not slow."""

from __future__ import annotations

import contextlib
import http.client
import statistics
import time
from collections.abc import Iterator

import pytest

from tests.benchmarks import contestants, load
from tests.benchmarks.__main__ import open_bench
from tests.benchmarks.cells_dhcp import dnsmasq_on_wire, ours_on_wire
from tests.benchmarks.cells_tftp import start
from tests.benchmarks.contestants import LOADER, OUR_ADDRESS, Bench
from tests.benchmarks.rounds import Contestant, Rounds, Settings, Skipped

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(180)]

_SETTINGS = Settings(3, 1.0, is_quick=False)
_HTTP_PORT = 80


@pytest.fixture
def bench() -> Iterator[Bench]:
    with contextlib.ExitStack() as stack:
        try:
            made = stack.enter_context(open_bench(_SETTINGS))
            for client in ("tftp", "http", "dhcp"):
                made.clients.program(client)
        except Skipped as reason:
            pytest.skip(str(reason))
        yield made


def _measured(*contestants_: Contestant) -> Rounds:
    return Rounds(contestants_, _SETTINGS.rounds)


def _rate(rounds: Rounds, ours: str, theirs: str) -> float:
    return statistics.median(each[ours].per_s / each[theirs].per_s for each in rounds.samples)


def test_lockstep_keeps_up_with_dnsmasq(bench: Bench) -> None:
    with contextlib.ExitStack() as stack:
        ours, theirs = start(stack, bench, contestants.ours, contestants.dnsmasq)
        rounds = _measured(*(load.tftp(bench, each, 10) for each in (ours, theirs)))
    assert _rate(rounds, ours.name, theirs.name) >= 0.5


def test_windows_cost_less_than_lockstep(bench: Bench) -> None:
    with contestants.ours(bench) as ours:
        lockstep, window = (
            load.tftp(bench, ours, 10, name=f"window {size}", words={"window": size}) for size in (1, 16)
        )
        rounds = _measured(lockstep, window)
    cost = statistics.median(
        each[window.name].cpu_s_per_gib / each[lockstep.name].cpu_s_per_gib for each in rounds.samples
    )
    assert cost < 1.0


@pytest.mark.parametrize("clients", [1, 30])
def test_large_file_keeps_up_with_nginx(bench: Bench, clients: int) -> None:
    with contextlib.ExitStack() as stack:
        ours, nginx = start(stack, bench, contestants.ours, contestants.nginx)
        ours = contestants.Server(ours.program, ours.address, _HTTP_PORT)
        rounds = _measured(*(load.http(bench, each, clients) for each in (ours, nginx)))
    assert _rate(rounds, ours.name, nginx.name) >= 0.5


def test_small_requests_are_many_a_second(bench: Bench) -> None:
    """A disk read in pieces is many requests; a gigabit of pieces of 64 KiB is some 1,900 a second."""
    count = 0
    with (
        contestants.ours(bench) as server,
        load.awake(server.program),
        bench.network.entered(),
        contextlib.closing(http.client.HTTPConnection(OUR_ADDRESS, _HTTP_PORT, timeout=10)) as client,
    ):
        ends = time.monotonic() + _SETTINGS.seconds
        while time.monotonic() < ends:
            client.request("GET", f"/{LOADER}", headers={"Range": "bytes=0-1023"})
            answer = client.getresponse()
            assert (answer.status, len(answer.read())) == (206, 1024)
            count += 1
    assert count / _SETTINGS.seconds > 500


def test_offers_keep_up_with_dnsmasq_and_a_room_at_once_loses_none(bench: Bench) -> None:
    with ours_on_wire(bench) as ours, dnsmasq_on_wire(bench) as theirs:
        burst = _measured(ours.burst(5000))
        rounds = _measured(ours.steady(), theirs.steady())
    assert burst.of(ours.name, lambda each: each.said["asked"] - each.said["answered"]) == (0,) * _SETTINGS.rounds
    assert _rate(rounds, ours.name, theirs.name) >= 0.75
