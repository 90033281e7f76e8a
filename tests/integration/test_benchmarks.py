"""The benchmarks run: one short round of every part, and wrong octets are noticed."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import contestants, load
from tests.benchmarks.__main__ import PARTS, open_bench
from tests.benchmarks.compiler import Clients
from tests.benchmarks.contestants import FILE, REPOSITORY, Bench
from tests.benchmarks.debian import DebianServers
from tests.benchmarks.processes import Broken, running
from tests.benchmarks.rounds import Settings, Skipped

QUICK = Settings(1, 0.2, is_quick=True)


@pytest.fixture
def bench() -> Iterator[Bench]:
    with contextlib.ExitStack() as stack:
        try:
            made = stack.enter_context(open_bench(QUICK))
            made.clients.program("tftp")
        except Skipped as reason:
            pytest.skip(str(reason))
        yield made


@pytest.mark.parametrize("part", PARTS)
def test_quick_round_measures_every_cell_or_says_why_not(part: str, tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.benchmarks", part, "--quick", "--json", str(kept)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=110, check=False)
    if "Nothing can be measured" in done.stdout:
        pytest.skip(done.stdout.strip().splitlines()[-1])
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(kept.read_text())["parts"][part]
    assert all(reason.startswith("skipped: ") and len(reason) > 15 for reason in found["not_measured"].values())
    rows = [row for table in found["tables"] for row in table["rows"]]
    assert rows or found["not_measured"]
    assert all(figure > 0 for row in rows if row["is_ratio"] for figure in row["theirs"])
    for table in found["tables"]:
        assert table["title"] in done.stdout


def test_octets_that_are_not_those_of_the_file_are_noticed(bench: Bench, tmp_path: Path) -> None:
    with contestants.ours(bench) as server:
        assert load.tftp(bench, server, 2).run().amount > 0
        octets = bytearray(bench.file.read_bytes())
        octets[-1] ^= 1
        other = tmp_path / "other"
        other.write_bytes(octets)
        with pytest.raises(Broken, match="not those of the file"):
            load.tftp(bench, server, 2, whole_s=10.0, words={"reference": other}).run()


def test_server_that_ends_is_told_with_its_last_words(bench: Bench) -> None:
    command = ["sh", "-c", "echo no such card >&2; exit 3"]
    with running("broken", command, bench.folder, namespace=bench.network) as program:
        with pytest.raises(Broken, match=r"broken does not answer; it said: no such card"):
            program.wait_until(lambda: False, "does not answer")
        with pytest.raises(Broken, match="has ended with 3"):
            program.check_alive()


def test_cpu_time_of_children_counts(bench: Bench) -> None:
    """Also of those that have ended."""
    work = "t = time.process_time(); [0 for _ in iter(lambda: time.process_time() - t > 0.3, True)]"
    script = f"import os, time\nif not os.fork():\n {work}\n os._exit(0)\nos.wait()\nprint('done', flush=True)\n"
    script += "import signal; signal.pause()"
    with running("family", [sys.executable, "-c", script], bench.folder, namespace=bench.network) as program:
        program.wait_until(lambda: "done" in program.said(), "is not done")
        assert program.cpu_s() >= 0.3
        account, program.account = program.account, None
        assert program.cpu_s() >= 0.27  # Without control groups: from proc(5), which counts ticks.
        program.account = account


def test_lost_datagrams_do_not_lose_transfers(bench: Bench) -> None:
    with contestants.ours(bench) as server:
        said = (
            load.tftp(bench, server, 3, whole_s=30.0, words={"loss": 0.003, "window": 4, "timeout_ms": 1000}).run().said
        )
    assert (said["files"], said["failed"], said["wrong"]) == (3, 0, 0)
    assert said["lost"] > 0


def test_without_a_compiler_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Skipped, match="no C compiler"):
        Clients(tmp_path).program("tftp")
    with pytest.raises(Skipped, match="no apt-get here"):
        DebianServers(tmp_path).bring("nginx", "sbin/nginx")


def test_every_server_gives_out_the_same_file(bench: Bench) -> None:
    assert (bench.root / FILE).stat().st_size > 0
    with contextlib.ExitStack() as stack:
        for maker in (contestants.ours, contestants.dnsmasq, contestants.tftpd_hpa, contestants.atftpd):
            try:
                server = stack.enter_context(maker(bench))
            except Skipped:
                continue  # Not to be had here; the parts say so.
            said = load.tftp(bench, server, 2, whole_s=10.0).run().said
            assert (said["files"], said["block"]) == (2, load.BLOCK_SIZE), server.name
