"""One load on one server: the server goes on, the client runs, the server rests again."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks.contestants import FILE, Bench, Server
from tests.benchmarks.processes import Broken, Program, run_client
from tests.benchmarks.rounds import Contestant, Sample

#: What a client may take longer (s) than it was told to.
_PATIENCE_S = 30.0

BLOCK_SIZE = 1456


def tftp(
    bench: Bench,
    server: Server,
    clients: int,
    *,
    name: str = "",
    whole_s: float = 0.0,
    words: Mapping[str, object] = MappingProxyType({}),
) -> Contestant:
    """Readers that load FILE over and over for the usual time, each octet compared.

    name: where it is not that of the server. whole_s: each loads it once instead, in so many seconds at the most.
    words: more of what clients/tftp.c takes.
    """
    given = {
        **usual(bench, server, clients),
        "seconds": whole_s or bench.settings.seconds,
        "whole": int(whole_s > 0),
        "block": BLOCK_SIZE,
        **words,
    }
    return Contestant(name or server.name, lambda: _load(bench, server, "tftp", given))


def http(bench: Bench, server: Server, clients: int, *, is_compared: bool = False) -> Contestant:
    """Readers that GET FILE over and over, each over one connection. is_compared: else bodies drop in the kernel."""
    given = {**usual(bench, server, clients), "seconds": bench.settings.seconds, "compare": int(is_compared)}
    return Contestant(server.name, lambda: _load(bench, server, "http", given))


def usual(bench: Bench, server: Server, clients: int) -> dict[str, object]:
    """FILE, from as many addresses as there are clients."""
    return {
        "to": server.address,
        "port": server.port,
        "file": FILE,
        "reference": bench.file,
        "from": server.first_client,
        "clients": clients,
    }


def command_of(bench: Bench, client: str, given: Mapping[str, object]) -> list[str | Path]:
    """A load client with its words."""
    return [bench.clients.program(client), *(f"{key}={value}" for key, value in given.items())]


def _load(bench: Bench, server: Server, client: str, given: Mapping[str, object]) -> Sample:
    seconds = float(str(given["seconds"]))
    command = command_of(bench, client, given)
    with awake(server.program):
        before = server.program.cpu_s()
        printed = run_client(command, namespace=server.near, patience_s=seconds + _PATIENCE_S)
        used = server.program.cpu_s() - before
    said: dict[str, float] = json.loads(printed)
    if said["wrong"]:
        raise Broken(f"{server.name} sent {said['wrong']} pieces that are not those of the file")
    if not said["octets"]:
        raise Broken(f"{server.name} sent nothing in {seconds} s: {printed}")
    return Sample(said["octets"], said["seconds"], used, said["cpu_s"], said)


@contextlib.contextmanager
def awake(program: Program) -> Iterator[None]:
    """A server at rest goes on meanwhile."""
    program.check_alive()
    program.go_on()
    try:
        yield
    finally:
        program.rest()
    program.check_alive()
