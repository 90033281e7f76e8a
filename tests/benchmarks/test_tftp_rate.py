"""TFTP in figures: lockstep beside dnsmasq in the same run, and windows. Figures are printed, ratios asserted loosely.

A load client in Python is slower than the servers, so the rate alone hides much: CPU seconds for each GiB count more.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

_CLIENTS = 10
_SECONDS = 1.0
_ROUNDS = 3
_DNSMASQ_ADDRESS = "127.0.77.1"
_REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Figures:
    """mb_per_s: 10^6 octets. cpu_s_per_gib: of the server."""

    mb_per_s: float
    cpu_s_per_gib: float
    lost: int


@dataclass(frozen=True, slots=True)
class Server:
    process: subprocess.Popen[str]
    address: str
    port: int

    def cpu_s(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_mib(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "file").write_bytes(os.urandom(32 * 2**20))
    tmp_path.chmod(0o755)
    return tmp_path


@contextlib.contextmanager
def _ours(folder: Path) -> Iterator[Server]:
    command = [sys.executable, "-m", "tests.benchmarks.tftp_server", str(folder)]
    with subprocess.Popen(
        command, cwd=_REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield Server(process, "127.0.0.1", int(process.stdout.readline()))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


@contextlib.contextmanager
def _dnsmasq(folder: Path) -> Iterator[Server]:
    program = shutil.which("dnsmasq", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if program is None:
        pytest.skip("dnsmasq is not installed")
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind((_DNSMASQ_ADDRESS, 69))
    except OSError as problem:
        pytest.skip(f"dnsmasq serves TFTP on port 69 only: {problem}")
    command = [program, "--keep-in-foreground", "--conf-file=/dev/null", "--port=0", "--enable-tftp", "--user=root"]
    command += ["--bind-interfaces", f"--listen-address={_DNSMASQ_ADDRESS}", "--interface=lo", "--pid-file="]
    command += [f"--tftp-root={folder}", "--tftp-max=200", "--log-facility=-", "--quiet-tftp"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            started = process.stderr.readline()  # said once the sockets are bound
            assert "started" in started, started
            yield Server(process, _DNSMASQ_ADDRESS, 69)
        finally:
            process.terminate()


def _load(server: Server, window: int) -> Figures:
    before = server.cpu_s()
    arguments = [server.address, str(server.port), "file", str(_CLIENTS), str(_SECONDS), str(window)]
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.tftp_load", *arguments],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    figures = json.loads(said.stdout)
    return Figures(
        mb_per_s=figures["octets"] / 1e6 / figures["seconds"],
        cpu_s_per_gib=(server.cpu_s() - before) / (figures["octets"] / 2**30),
        lost=figures["lost"],
    )


def test_lockstep_keeps_up_with_dnsmasq(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with _dnsmasq(folder) as dnsmasq, _ours(folder) as ours:
        rounds = [(_load(dnsmasq, 1), _load(ours, 1)) for _ in range(_ROUNDS)]
        resident = ours.resident_mib()
    rate = statistics.median(our.mb_per_s / their.mb_per_s for their, our in rounds)
    cost = statistics.median(our.cpu_s_per_gib / their.cpu_s_per_gib for their, our in rounds)
    with capsys.disabled():
        for their, our in rounds:
            print(
                f"\nlockstep 1456, {_CLIENTS} clients: dnsmasq {their.mb_per_s:.0f} MB/s"
                f" {their.cpu_s_per_gib:.2f} s/GiB, ours {our.mb_per_s:.0f} MB/s {our.cpu_s_per_gib:.2f} s/GiB",
                end="",
            )
        print(f"\nratio {rate:.2f} of dnsmasq's rate, {cost:.2f} of its CPU; {resident:.1f} MiB resident")
    assert rate >= 0.5


def test_windows_cost_less_than_lockstep(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with _ours(folder) as ours:
        rounds = [(_load(ours, 1), _load(ours, 16)) for _ in range(_ROUNDS)]
    cost = statistics.median(window.cpu_s_per_gib / single.cpu_s_per_gib for single, window in rounds)
    with capsys.disabled():
        for single, window in rounds:
            print(
                f"\nlockstep {single.mb_per_s:.0f} MB/s {single.cpu_s_per_gib:.2f} s/GiB,"
                f" window 16 {window.mb_per_s:.0f} MB/s {window.cpu_s_per_gib:.2f} s/GiB, {window.lost} out of order",
                end="",
            )
        print(f"\nratio {cost:.2f} of the CPU of lockstep")
    assert cost < 1.0
