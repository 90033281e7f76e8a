"""Memory of the program's own (RssAnon): with the window and a room that loads, per computer, and with large files."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from contextlib import ExitStack

from tests.benchmarks import contestants, load
from tests.benchmarks.cells_dhcp import ours_on_wire
from tests.benchmarks.cells_tftp import start
from tests.benchmarks.contestants import FILE, OUR_ADDRESS, Bench, Server
from tests.benchmarks.load import awake
from tests.benchmarks.probes import FIRST_CLIENT, introduce
from tests.benchmarks.processes import CLIENT_CORE, Broken, running
from tests.benchmarks.rounds import Row, Table, at_most

_CROWD = 100
_ROOM = 30
#: Looks at the memory while a room loads.
_LOOKS = 5
_KNOWN_FIRST, _KNOWN_MORE = 500, 2000
_OPEN_TRANSFERS = 300


def with_window(bench: Bench) -> Table:
    with ExitStack() as stack:
        (window,) = start(stack, bench, contestants.ours_in_window)
        with awake(window.program):
            idle = _own_mb(window)
            with window.near.entered():
                introduce(window.address, _CROWD)
            with _loading(bench, window, "tftp", _CROWD):
                busy = max(_looks(window))
    rows = (
        Row("at rest, serving", "MB", (idle,)),
        Row(f"{_CROWD} computers load by TFTP", "MB", (busy,), goal=at_most(150)),
    )
    return Table("Memory with the window", rows)


def large_files(bench: Bench) -> Table:
    """A file is never read whole: nearly nothing is added by a room that loads one."""
    with ExitStack() as stack:
        (ours,) = start(stack, bench, contestants.ours)
        with awake(ours.program):
            _introduce(ours, _ROOM)
            before = _own_mb(ours)
            with _loading(bench, ours, "tftp", _ROOM):
                tftp = max(_looks(ours))
            with _loading(bench, Server(ours.program, OUR_ADDRESS, 80), "http", _ROOM):
                http = max(_looks(ours))
    size = (bench.root / FILE).stat().st_size / 1e6
    rows = (
        Row("without the window, at rest", "MB", (before,)),
        Row(f"more while {_ROOM} load it by TFTP", "MB", (max(tftp - before, 0.0),), goal=at_most(16)),
        Row(f"more while {_ROOM} load it by HTTP", "MB", (max(http - before, 0.0),), goal=at_most(16)),
    )
    return Table(f"Memory with a file of {size:.0f} MB", rows)


def per_computer(bench: Bench) -> Table:
    """What a computer costs that was heard and does nothing, with its lines in the journal."""
    with ours_on_wire(bench) as served:
        served.burst(_KNOWN_FIRST).run()
        before = served.program.memory_kib()
        served.burst(_KNOWN_MORE).run()
        known = (served.program.memory_kib() - before) / _KNOWN_MORE
    with ExitStack() as stack:
        (ours,) = start(stack, bench, contestants.ours)
        with awake(ours.program), _open_transfers(ours, 30):
            ours.program.wait_until_idle()
            before = ours.program.memory_kib()
            with _open_transfers(ours, _OPEN_TRANSFERS, first=30):
                ours.program.wait_until_idle()
                transfer = (ours.program.memory_kib() - before) / _OPEN_TRANSFERS
    rows = (
        Row(f"a computer that was offered its file, of {_KNOWN_MORE:,}", "KiB", (known,), goal=at_most(4)),
        Row(f"a transfer that waits for its client, of {_OPEN_TRANSFERS}", "KiB", (transfer,)),
    )
    return Table("Memory for each", rows, ("a waiting transfer holds what it has read ahead of the file",))


def _own_mb(server: Server) -> float:
    return server.program.memory_kib() * 1024 / 1e6


def _introduce(server: Server, count: int) -> None:
    """So many computers of loopback make themselves known."""
    with server.near.entered():
        introduce(server.address, count)
    server.program.wait_until_idle()


def _looks(server: Server) -> Iterator[float]:
    for _ in range(_LOOKS):
        if not server.program.goes_on_for(0.2):
            raise Broken(f"{server.name} has ended")
        yield _own_mb(server)


@contextlib.contextmanager
def _loading(bench: Bench, server: Server, client: str, count: int) -> Iterator[None]:
    """A room loads meanwhile."""
    given = {**load.usual(bench, server, count), "seconds": 30}
    command = load.command_of(bench, client, given)
    with running(client, command, bench.folder, namespace=server.near, core=CLIENT_CORE) as program:
        yield
        program.check_alive()


@contextlib.contextmanager
def _open_transfers(server: Server, count: int, first: int = 0) -> Iterator[None]:
    """Clients that ask for the file, take the first block and say no more."""
    with ExitStack() as stack, server.near.entered():
        for number in range(first, first + count):
            sock = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            _take_first_block(sock, server, number)
        yield


def _take_first_block(sock: socket.socket, server: Server, number: int) -> None:
    sock.settimeout(5.0)
    sock.bind((str(FIRST_CLIENT + number), 0))
    sock.sendto(b"\0\1" + FILE.encode() + b"\0octet\0blksize\0001456\0", (server.address, server.port))
    _, peer = sock.recvfrom(2048)
    sock.sendto(b"\0\4\0\0", peer)
    if sock.recv(2048)[:4] != b"\0\3\0\1":
        raise Broken(f"{server.name} did not send the first block")


CELLS = (with_window, large_files, per_computer)
