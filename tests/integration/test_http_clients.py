"""Other people's HTTP clients load from our service: curl and wget where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.http_bench import Bench, serving
from tests.integration.tftp_bench import boot_folder


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot")) as bench:
        yield bench


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return subprocess.run([path, *arguments], capture_output=True, timeout=30, check=False)


def _curl(bench: Bench, target: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return _run("curl", "--silent", "--show-error", *arguments, f"http://127.0.0.1:{bench.port}{target}")


@pytest.mark.parametrize("version", ["--http1.0", "--http1.1"])
@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
def test_curl_loads(bench: Bench, name: str, version: str) -> None:
    assert _curl(bench, f"/{name}", version).stdout == (bench.root / name).read_bytes()


def test_curl_resumes(bench: Bench, tmp_path: Path) -> None:
    content = (bench.root / "kernel").read_bytes()
    (tmp_path / "got").write_bytes(content[:1_000_000])
    done = _curl(bench, "/kernel", "--continue-at", "-", "--output", str(tmp_path / "got"))
    assert done.returncode == 0
    assert (tmp_path / "got").read_bytes() == content


def test_curl_keeps_one_connection_for_head_and_get(bench: Bench) -> None:
    url = f"http://127.0.0.1:{bench.port}/ipxe.efi"
    said = _run("curl", "--verbose", "--head", url, "--next", "--silent", "--output", "/dev/null", url)
    assert b"Content-Length: 20000" in said.stdout
    assert b"Re-using existing connection" in said.stderr


@pytest.mark.parametrize(
    ("target", "status"), [("/../../etc/passwd", b"403"), ("/..%2f..%2fetc/passwd", b"400"), ("//ipxe.efi", b"200")]
)
def test_curl_as_it_is_told(bench: Bench, target: str, status: bytes) -> None:
    said = _curl(bench, target, "--path-as-is", "--output", "/dev/null", "--write-out", "%{http_code}")
    assert said.stdout == status


def test_curl_asks_only_for_what_has_changed(bench: Bench, tmp_path: Path) -> None:
    got = tmp_path / "got"
    _curl(bench, "/ipxe.efi", "--remote-time", "--output", str(got))
    said = _curl(bench, "/ipxe.efi", "--time-cond", str(got), "--output", str(got), "--write-out", "%{http_code}")
    assert said.stdout == b"304"


def test_wget_loads(bench: Bench) -> None:
    said = _run("wget", "--quiet", "--output-document=-", f"http://127.0.0.1:{bench.port}/kernel")
    assert said.stdout == (bench.root / "kernel").read_bytes()
