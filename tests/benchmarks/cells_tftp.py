"""TFTP over loopback: lockstep and windows beside the C servers, and fairness."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from tests.benchmarks import contestants, load
from tests.benchmarks.contestants import MIDDLE_FILE, Bench, Server, ServerMaker
from tests.benchmarks.processes import Broken
from tests.benchmarks.rounds import (
    Goal,
    Rounds,
    Row,
    Sample,
    Skipped,
    Table,
    at_least,
    at_most,
    ceiling_remark,
)

_CLIENTS = (1, 10, 30, 100)
_ROOM = 30
_FAIR_S = 30.0


def lockstep(bench: Bench) -> Table:
    rows: list[Row] = []
    notes: list[str] = []
    with ExitStack() as stack:
        ours, dnsmasq = start(stack, bench, contestants.ours, contestants.dnsmasq)
        for clients in _CLIENTS:
            rounds = Rounds([load.tftp(bench, each, clients) for each in (ours, dnsmasq)], bench.settings.rounds)
            title = f"{clients} client{'s' if clients > 1 else ''}"
            rows.append(rate_row(title, rounds, ours.name, dnsmasq.name, at_least(0.95)))
            rows.append(cpu_row(f"{title}, CPU", rounds, ours.name, dnsmasq.name, at_most(1.05)))
        for maker in (contestants.tftpd_hpa, contestants.atftpd):
            try:
                (peer,) = start(stack, bench, maker)
            except Skipped as reason:
                notes.append(f"skipped: {reason}")
                continue
            rounds = Rounds([load.tftp(bench, each, _ROOM) for each in (ours, peer)], bench.settings.rounds)
            rows.append(rate_row(f"{_ROOM} clients", rounds, ours.name, peer.name, at_least(1.9)))
    return Table(f"TFTP in lockstep, blksize {load.BLOCK_SIZE}", tuple(rows), tuple(notes))


def windows(bench: Bench) -> Table:
    rows: list[Row] = []
    with ExitStack() as stack:
        makers = (contestants.ours, contestants.atftpd, contestants.dnsmasq)
        ours, atftpd, dnsmasq = start(stack, bench, *makers)
        for window, goal in ((4, at_least(2.0)), (16, at_least(4.0))):
            entries = [load.tftp(bench, each, _ROOM, words={"window": window}) for each in (ours, atftpd)]
            if window == 16:
                entries.append(load.tftp(bench, dnsmasq, _ROOM, name="dnsmasq lockstep"))
            rounds = Rounds(entries, bench.settings.rounds)
            title = f"window {window}, {_ROOM} clients"
            rows.append(rate_row(title, rounds, ours.name, atftpd.name, goal))
            if window == 16:
                rows.append(cpu_row(f"{title}, CPU", rounds, ours.name, "dnsmasq lockstep", at_most(0.3)))
    with ExitStack() as stack:
        plain, atftpd = start(stack, bench, contestants.ours_without_segmentation, contestants.atftpd)
        rounds = Rounds(
            [load.tftp(bench, each, _ROOM, words={"window": 16}) for each in (plain, atftpd)], bench.settings.rounds
        )
        title = f"window 16, {_ROOM} clients, no GSO"
        rows.append(rate_row(title, rounds, plain.name, atftpd.name, at_least(1.3)))
    return Table(f"TFTP with windows (RFC 7440), blksize {load.BLOCK_SIZE}", tuple(rows))


def fairness(bench: Bench) -> Table:
    """Slowest to fastest of equal transfers that begin together."""
    rows = []
    with ExitStack() as stack:
        (ours,) = start(stack, bench, contestants.ours)
        for title, window in (("lockstep", 1), ("window 16", 16)):
            words = {"window": window, "file": MIDDLE_FILE, "reference": bench.root / MIDDLE_FILE}
            rounds = Rounds([load.tftp(bench, ours, _ROOM, whole_s=_FAIR_S, words=words)], bench.settings.rounds)
            check_complete(rounds, ours.name, _ROOM)
            shares = rounds.of(ours.name, lambda each: each.said["fastest_s"] / each.said["slowest_s"])
            rows.append(Row(f"{title}, {_ROOM} equal transfers", "of the fastest's rate", shares, goal=at_least(0.5)))
    return Table("Fairness: the rate of the slowest as a share of the fastest's", tuple(rows))


CELLS = (lockstep, windows, fairness)


# --- for other cells too ------------------------------------------------------------------------------------------


def start(stack: ExitStack, bench: Bench, *makers: ServerMaker) -> list[Server]:
    return [stack.enter_context(maker(bench)) for maker in makers]


def rate_row(title: str, rounds: Rounds, ours: str, peer: str, goal: Goal | None, remark: str = "") -> Row:
    """MB/s beside a peer's; says where the client is the limit."""
    remarks = "; ".join(filter(None, (remark, ceiling_remark(rounds.client_share()), _resent(rounds, ours))))
    return _row(title, "MB/s", rounds, (ours, peer), lambda each: each.mb_per_s, goal, remarks)


def cpu_row(title: str, rounds: Rounds, ours: str, peer: str, goal: Goal | None) -> Row:
    """CPU seconds of the server for each GiB beside a peer's."""
    return _row(title, "s/GiB", rounds, (ours, peer), lambda each: each.cpu_s_per_gib, goal, "")


def _row(
    title: str,
    unit: str,
    rounds: Rounds,
    who: tuple[str, str],
    figure: Callable[[Sample], float],
    goal: Goal | None,
    remark: str,
) -> Row:
    ours, peer = who
    return Row(title, unit, rounds.of(ours, figure), peer, rounds.of(peer, figure), goal, remark)


def _resent(rounds: Rounds, ours: str) -> str:
    """What should not happen on loopback."""
    said = [each[ours].said for each in rounds.samples]
    resent = sum(each.get("resent", 0) + each.get("failed", 0) for each in said)
    strays = sum(each.get("strays", 0) for each in said)
    return f"{resent:.0f} timeouts and failures, {strays:.0f} blocks out of turn" if resent or strays else ""


def check_complete(rounds: Rounds, name: str, transfers: int) -> None:
    """Raises Broken when a whole transfer did not end well."""
    files = rounds.of(name, lambda each: each.said["files"])
    if any(count != transfers for count in files):
        raise Broken(f"{name} completed {files} of {transfers} transfers")
