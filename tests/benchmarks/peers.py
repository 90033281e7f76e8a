"""Servers as processes whose CPU time is read, and the load that is put on them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Server:
    """pid: of the process that does the work."""

    pid: int
    address: str
    port: int

    def cpu_s(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_mib(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


@dataclass(frozen=True, slots=True)
class Load:
    """What a load client got. said: its figures; octets and seconds are among them. cpu_s: of the server."""

    said: dict[str, Any]
    cpu_s: float

    @property
    def mb_per_s(self) -> float:
        """10^6 octets."""
        return float(self.said["octets"] / 1e6 / self.said["seconds"])

    @property
    def cpu_s_per_gib(self) -> float:
        return float(self.cpu_s / (self.said["octets"] / 2**30))

    def __str__(self) -> str:
        return f"{self.mb_per_s:.0f} MB/s {self.cpu_s_per_gib:.3f} s/GiB"


@contextlib.contextmanager
def ours(kind: str, folder: Path) -> Iterator[Server]:
    """Our service. kind: "tftp" or "http"."""
    command = [sys.executable, "-m", "tests.benchmarks.standalone", kind, str(folder)]
    with subprocess.Popen(
        command, cwd=_REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield Server(process.pid, "127.0.0.1", int(process.stdout.readline()))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


def put_load(server: Server, client: str, *words: object) -> Load:
    """Run a load client of this folder, such as "tftp_load", against a server. words: what it takes after the port."""
    before = server.cpu_s()
    said = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{client}", server.address, str(server.port), *map(str, words)],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return Load(json.loads(said.stdout), server.cpu_s() - before)
