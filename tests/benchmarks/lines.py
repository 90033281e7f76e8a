"""Wires of our own: a server on a card at one end, computers with addresses at the other."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from ipaddress import IPv4Address

from tests.benchmarks.contestants import (
    Bench,
    Server,
    our_command,
    our_environment,
    ready,
    running_dnsmasq,
    serving_files,
)
from tests.benchmarks.processes import running
from tests.benchmarks.rounds import Skipped
from tests.fakes.namespaces import KIT_ADDRESS, Wire, wire

#: Addresses of the computers.
_FIRST = IPv4Address("10.77.0.100")
_MOST_COMPUTERS = 100

LINK_BITS_PER_S = 1_000_000_000
#: Of each Ethernet frame beside its payload (octets): preamble 8, header 14, check sum 4, gap 12.
_ETHERNET = 38
#: IPv4 20, UDP 8, TFTP 4.
_HEADERS = 32
#: tc(8) counts the header of a frame, and not the other 24 octets.
_NOT_COUNTED = 24


def link_ceiling_mb_per_s(block_size: int) -> float:
    """What a gigabit link carries of a file in blocks of this size (10^6 octets/s)."""
    return LINK_BITS_PER_S / 8 * block_size / (block_size + _HEADERS + _ETHERNET) / 1e6


def ceiling_formula(block_size: int) -> str:
    """The same in words."""
    frame = block_size + _HEADERS + _ETHERNET
    return (
        f"the link: 125 MB/s x {block_size} / {frame} = {link_ceiling_mb_per_s(block_size):.1f} MB/s of payload; a "
        f"block has {_HEADERS} octets of TFTP, UDP and IP and {_ETHERNET} of Ethernet with preamble and gap"
    )


def shape(line: Wire) -> None:
    """Make a gigabit link of a wire: what the server sends. Raises Skipped where the kernel has no tbf."""
    rate = ("rate", f"{LINK_BITS_PER_S}bit", "burst", "32kb", "latency", "50ms", "overhead", str(_NOT_COUNTED))
    try:
        line.kit.run("tc", "qdisc", "add", "dev", "kit0", "root", "tbf", *rate)
    except (OSError, subprocess.CalledProcessError) as problem:
        said = problem.stderr.decode() if isinstance(problem, subprocess.CalledProcessError) else problem
        raise Skipped(f"no shaped link can be made (tc tbf): {said}") from problem


@contextlib.contextmanager
def line_with_computers() -> Iterator[Wire]:
    """A wire whose far end has an address for each of 100 computers."""
    with wire() as line:
        for number in range(_MOST_COMPUTERS):
            line.pc.run("ip", "address", "add", f"{_FIRST + number}/{KIT_ADDRESS.network.prefixlen}", "dev", "pc0")
        yield line


@contextlib.contextmanager
def ours_on(bench: Bench, line: Wire) -> Iterator[Server]:
    environment = our_environment(bench, "line")
    with running("ours", our_command(bench, "kit0"), bench.folder, namespace=line.kit, environment=environment) as it:
        yield ready(Server(it, str(KIT_ADDRESS.ip), clients=line.pc, first_client=_FIRST), it.wait_until_idle)


@contextlib.contextmanager
def dnsmasq_on(bench: Bench, line: Wire) -> Iterator[Server]:
    with running_dnsmasq(bench, ["--interface=kit0", *serving_files(bench)], line.kit) as program:
        yield ready(Server(program, str(KIT_ADDRESS.ip), clients=line.pc, first_client=_FIRST))
