"""TFTP in figures: lockstep beside dnsmasq in the same run, and windows. Figures are printed, ratios asserted loosely.

A load client in Python is slower than the servers, so the rate alone hides much: CPU seconds for each GiB count more.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.peers import Load, Server, ours, put_load

pytestmark = pytest.mark.benchmark

_CLIENTS = 10
_SECONDS = 1.0
_ROUNDS = 3
_DNSMASQ_ADDRESS = "127.0.77.1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "file").write_bytes(os.urandom(32 * 2**20))
    tmp_path.chmod(0o755)
    return tmp_path


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
            yield Server(process.pid, _DNSMASQ_ADDRESS, 69)
        finally:
            process.terminate()


def _load(server: Server, window: int) -> Load:
    return put_load(server, "tftp_load", "file", _CLIENTS, _SECONDS, window)


def test_lockstep_keeps_up_with_dnsmasq(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with _dnsmasq(folder) as dnsmasq, ours("tftp", folder) as us:
        rounds = [(_load(dnsmasq, 1), _load(us, 1)) for _ in range(_ROUNDS)]
        resident = us.resident_mib()
    rate = statistics.median(our.mb_per_s / their.mb_per_s for their, our in rounds)
    cost = statistics.median(our.cpu_s_per_gib / their.cpu_s_per_gib for their, our in rounds)
    with capsys.disabled():
        for their, our in rounds:
            print(f"\nlockstep 1456, {_CLIENTS} clients: dnsmasq {their}, ours {our}", end="")
        print(f"\nratio {rate:.2f} of dnsmasq's rate, {cost:.2f} of its CPU; {resident:.1f} MiB resident")
    assert rate >= 0.5


def test_windows_cost_less_than_lockstep(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ours("tftp", folder) as us:
        rounds = [(_load(us, 1), _load(us, 16)) for _ in range(_ROUNDS)]
    cost = statistics.median(window.cpu_s_per_gib / single.cpu_s_per_gib for single, window in rounds)
    with capsys.disabled():
        for single, window in rounds:
            print(f"\nlockstep {single}, window 16 {window}, {window.said['lost']} out of order", end="")
        print(f"\nratio {cost:.2f} of the CPU of lockstep")
    assert cost < 1.0
