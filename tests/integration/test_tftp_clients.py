"""Other TFTP clients load from our service: tftpy always; tftp-hpa, atftp and curl where they are installed."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tftpy import TftpClient
from tftpy.TftpShared import TftpException

from tests.integration.tftp_bench import Bench, boot_folder, serving


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot")) as bench:
        yield bench


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


@pytest.mark.parametrize("options", [{}, {"blksize": 1456, "tsize": 0}, {"blksize": 1468}])
@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
def test_tftpy_loads(bench: Bench, tmp_path: Path, name: str, options: dict[str, int]) -> None:
    TftpClient("127.0.0.1", bench.port, options).download(name, str(tmp_path / "got"), timeout=10)
    assert (tmp_path / "got").read_bytes() == (bench.root / name).read_bytes()


def test_tftpy_is_told_that_a_file_is_missing(bench: Bench, tmp_path: Path) -> None:
    logging.getLogger("tftpy").setLevel(logging.CRITICAL)
    with pytest.raises(TftpException, match="File not found"):
        TftpClient("127.0.0.1", bench.port).download("nothing", str(tmp_path / "got"), timeout=10)


@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
def test_tftp_hpa_loads(bench: Bench, tmp_path: Path, name: str) -> None:
    got = tmp_path / "got"
    _run(_program("tftp"), "-m", "binary", "127.0.0.1", str(bench.port), "-c", "get", name, str(got))
    assert got.read_bytes() == (bench.root / name).read_bytes()


def test_tftp_hpa_may_not_write(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"x")
    program = _program("tftp")
    said = _run(program, "-m", "binary", "127.0.0.1", str(bench.port), "-c", "put", str(tmp_path / "new"), "new")
    assert "Write not supported" in said.stdout + said.stderr
    assert not (bench.root / "new").exists()


@pytest.mark.parametrize(
    "options", [(), ("blksize 1456",), ("blksize 1468", "windowsize 8"), ("windowsize 16", "tsize")]
)
@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
def test_atftp_loads(bench: Bench, tmp_path: Path, name: str, options: tuple[str, ...]) -> None:
    got = tmp_path / "got"
    flags = [word for option in options if option != "tsize" for word in ("--option", option)]
    if "tsize" in options:
        flags += ["--option", "tsize 0"]
    said = _run(_program("atftp"), *flags, "-g", "-r", name, "-l", str(got), "127.0.0.1", str(bench.port))
    assert got.exists(), said.stderr
    assert got.read_bytes() == (bench.root / name).read_bytes()


@pytest.mark.parametrize("block_size", ["512", "1456", "8192"])
def test_curl_loads(bench: Bench, tmp_path: Path, block_size: str) -> None:
    curl = _program("curl")
    if "tftp" not in _run(curl, "--version").stdout:
        pytest.skip("this curl was built without TFTP")
    url = f"tftp://127.0.0.1:{bench.port}/kernel"
    said = _run(curl, "-sS", "--tftp-blksize", block_size, "-o", str(tmp_path / "got"), url)
    assert said.returncode == 0, said.stderr
    assert os.path.getsize(tmp_path / "got") == 3_000_001
    assert (tmp_path / "got").read_bytes() == (bench.root / "kernel").read_bytes()
