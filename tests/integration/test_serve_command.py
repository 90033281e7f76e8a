"""`fogportable serve` as a shell meets it: exit codes, sentences, JSON, and an end within two seconds."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes.namespaces import missing_for_namespaces

_MISSING = missing_for_namespaces()
needs_root = pytest.mark.skipif(_MISSING is not None, reason=_MISSING or "")

_PROGRAM = (sys.executable, "-m", "fogportable")
#: A network of its own, so that ports 67 and 69 are free whatever runs on this machine.
_ALONE = ("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    (folder / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    return folder


def _run(*arguments: str | Path, alone: bool = False) -> subprocess.CompletedProcess[str]:
    command = [*(_ALONE if alone else ()), *_PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, stdin=subprocess.DEVNULL)


@contextmanager
def _serving(arguments: Sequence[str | Path]) -> Iterator[subprocess.Popen[str]]:
    command = [*_ALONE, *_PROGRAM, "serve", *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _read_until(process: subprocess.Popen[str], word: str) -> list[str]:
    """Lines up to the first that holds the word; pytest's time limit bounds the wait."""
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if word in line:
            return lines
    assert process.stderr is not None
    raise AssertionError(f"{word!r} never came: {lines} {process.stderr.read()}")


@needs_root
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_it_cleanly_within_two_seconds(root: Path, number: signal.Signals, code: int) -> None:
    with _serving(["--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe", "--json"]) as process:
        _read_until(process, "session_started")
        begin = time.monotonic()
        process.send_signal(number)
        out, err = process.communicate(timeout=10)
        assert time.monotonic() - begin < 2.0
        assert process.returncode == code, err
        assert "session_stopped" in out
        assert "Traceback" not in err


#: A thousand requests for files that are not there, from fifty computers: more lines than a pipe holds. Once port 69 is
#: there: on a busy machine the program takes its time.
_STORM = """
import socket
import time
while ":0045 " not in open("/proc/net/udp").read():
    time.sleep(0.05)
for number in range(1000):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind((f"127.0.1.{number // 20 + 1}", 0))
        client.sendto(bytes((0, 1)) + f"nosuch{number}".encode() + bytes(1) + b"octet" + bytes(1), ("127.0.0.1", 69))
"""


@needs_root
def test_a_signal_ends_it_although_nobody_reads_what_it_prints(root: Path) -> None:
    """As with a paused `less`: the pipe is full, and the program waits in a print."""
    storm = root.parent / "storm.py"
    storm.write_text(_STORM)
    serve = [*_PROGRAM, "serve", "--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe", "--json"]
    command = [*_ALONE, "sh", "-c", f'"$0" {storm} & exec "$@"', sys.executable, *map(str, serve)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            _wait_until_full(process.stdout.fileno())
            begin = time.monotonic()
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
            assert time.monotonic() - begin < 2.0
            assert b"Traceback" not in process.stderr.read()
        finally:
            process.kill()


def _wait_until_full(pipe: int) -> None:
    """Until the writer waits for us: the smallest pipe holds a page, and the next line does not fit any more."""
    fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 4096)
    pause = threading.Event()
    while struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))[0] < 3500:
        pause.wait(0.05)


@needs_root
def test_json_is_one_object_a_line_with_the_promised_keys(root: Path) -> None:
    with _serving(["--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe", "--json"]) as process:
        (line, *_) = _read_until(process, "session_started")
        started = json.loads(line)
    assert {"time", "event", "client", "service"} <= started.keys()
    assert started["event"] == "session_started"
    assert started["client"] is None
    assert started["time"].endswith("Z")
    assert set(started["ports"]) == {67, 4011, 69, 80}


#: Holds port 80, then becomes the program.
_WITH_WEB_SERVER = """
import os, socket, sys
held = socket.create_server(("0.0.0.0", 80))
held.set_inheritable(True)
os.execv(sys.executable, [sys.executable, "-m", "fogportable", *sys.argv[1:]])
"""


@needs_root
@pytest.mark.parametrize("is_held", [False, True])
def test_files_are_served_over_http_beside_a_web_server_too(root: Path, is_held: bool) -> None:
    arguments = ["serve", "--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe", "--json"]
    program = [sys.executable, "-c", _WITH_WEB_SERVER] if is_held else [*_PROGRAM]
    command = [*_ALONE, *program, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            started = json.loads(_read_until(process, "session_started")[-1])
            port = started["ports"][-1]
            assert port == (8080 if is_held else 80)
            curl = ["curl", "--silent", "--show-error", f"http://127.0.0.1:{port}/undionly.kpxe"]
            enter = ["nsenter", "--target", str(process.pid), "--net"]
            got = subprocess.run([*enter, *curl], capture_output=True, timeout=10, check=True)
            assert got.stdout == (root / "undionly.kpxe").read_bytes()
            finished = json.loads(_read_until(process, "transfer_finished")[-1])
            assert (finished["service"], finished["file"], finished["size_bytes"]) == ("http", "undionly.kpxe", 4096)
        finally:
            process.kill()


@needs_root
def test_people_read_what_is_served_and_what_is_not(root: Path) -> None:
    with _serving(["--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe"]) as process:
        said = "".join(_read_until(process, "Serving on"))
    assert "BIOS (0): undionly.kpxe" in said
    assert "UEFI x64 (7)" in said.partition("no file")[2]


@needs_root
def test_a_held_port_is_named_with_its_holder(root: Path) -> None:
    holder = (
        "import json,os,socket,subprocess,sys;"
        "s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM);s.bind(('0.0.0.0',69));"
        "sys.exit(subprocess.call(json.loads(os.environ['THEN'])))"
    )
    arguments = ["serve", "--interface", "lo", "--root", str(root), "--boot", "bios=undionly.kpxe"]
    done = subprocess.run(
        [*_ALONE, sys.executable, "-c", holder],
        env={**os.environ, "THEN": json.dumps([*_PROGRAM, *arguments])},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 3
    assert "Port 69 is used by python" in done.stderr
    assert "process" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_interface_lists_the_known_ones(root: Path) -> None:
    done = _run("serve", "--interface", "nosuch0", "--root", root, "--boot", "bios=undionly.kpxe")
    assert done.returncode == 3
    assert "nosuch0" in done.stderr
    assert "lo" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2


def test_a_missing_boot_folder_is_one_sentence_and_one_remedy(tmp_path: Path) -> None:
    done = _run("serve", "--interface", "lo", "--root", tmp_path / "nowhere", "--boot", "x64=a.efi")
    assert done.returncode == 3
    assert "nowhere is not there" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2


def test_a_fault_as_json_is_an_object(tmp_path: Path) -> None:
    done = _run("serve", "--interface", "lo", "--root", tmp_path / "nowhere", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["fault"]["code"] == "root_missing"


def test_no_interface_at_all_is_said(root: Path) -> None:
    done = _run("serve", "--root", root, "--boot", "bios=undionly.kpxe")
    assert done.returncode == 2
    assert "No network interface is named" in done.stderr
    assert "--interface" in done.stderr


@pytest.mark.parametrize("flag", ["x64", "amiga=a.efi", "x64=", "99999999=a.efi", f"x64={'a' * 255}", "x64=a\x01b"])
def test_a_wrong_boot_flag_is_a_usage_error(root: Path, flag: str) -> None:
    done = _run("serve", "--interface", "lo", "--root", root, "--boot", flag)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_two_files_for_one_architecture_are_a_usage_error(root: Path) -> None:
    done = _run("serve", "--interface", "lo", "--root", root, "--boot", "x64=a.efi", "--boot", "9=b.efi")
    assert done.returncode == 2
    assert "two files for UEFI x64 (7, 9)" in done.stderr


def test_a_broken_profile_is_a_usage_error_with_file_key_and_line(tmp_path: Path) -> None:
    profile = tmp_path / "room.toml"
    profile.write_text("schema_version = 1\n\n[room]\nnmae = 'Room 1'\n")
    done = _run("serve", "--interface", "lo", "--profile", profile)
    assert done.returncode == 2
    assert "room.toml" in done.stderr
    assert "nmae" in done.stderr
    assert "line 4" in done.stderr
    assert "name" in done.stderr.splitlines()[1]


def test_a_script_that_is_none_is_refused(root: Path, tmp_path: Path) -> None:
    script = tmp_path / "s.ipxe"
    script.write_text("echo hello\n")
    done = _run("serve", "--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe", "--ipxe-script", script)
    assert done.returncode == 3
    assert "#!ipxe" in done.stderr


@needs_root
def test_without_the_right_to_bind_it_says_what_to_do(root: Path) -> None:
    arguments = ["serve", "--interface", "lo", "--root", str(root), "--boot", "bios=undionly.kpxe"]
    done = subprocess.run(
        [*_ALONE, "setpriv", "--bounding-set=-net_bind_service", *_PROGRAM, *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 3, done.stdout + done.stderr
    assert "rights" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2


@needs_root
def test_report_is_written_when_serving_ends(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "room.csv"
    arguments = ("--interface", "lo", "--root", root, "--boot", "bios=undionly.kpxe", "--report", file)
    with _serving(arguments) as process:
        _read_until(process, "Serving on")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0
    assert f"Report written to {file}." in said
    assert file.read_text().startswith("seat,mac,state,")


def test_report_must_end_in_html_or_csv(root: Path) -> None:
    done = _run("serve", "--interface", "lo", "--root", root, "--report", "room.pdf")
    assert done.returncode == 2
    assert "neither in .html nor in .csv" in done.stderr


@needs_root
def test_a_session_is_saved_at_the_end_and_shown_again(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "room.fogsession"
    served: list[str | Path] = [
        "--interface",
        "lo",
        "--root",
        root,
        "--boot",
        "bios=undionly.kpxe",
        "--json",
        "--save-session",
        file,
    ]
    with _serving([*served, "--redact", "all"]) as process:
        _read_until(process, "session_started")
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=10)
        assert process.returncode == 0, err
    shown = _run("session", "show", file)
    assert shown.returncode == 0, shown.stderr
    assert "Nothing is served." in shown.stdout
    assert "Masked: macs, names, addresses." in shown.stdout
    assert "Stopped. Nobody was cut off." in shown.stdout
    values = json.loads(_run("session", "show", file, "--json").stdout)
    assert values["is_rebuilt"]
    assert values["is_whole"]
    assert values["log"][0]["event"] == "session_started"
    assert _run("explain", file).returncode == 0


def test_a_session_that_could_not_be_saved_is_told_before_anything_is_served(root: Path, tmp_path: Path) -> None:
    refused = _run("serve", "--interface", "lo", "--root", root, "--save-session", tmp_path / "none" / "it.fogsession")
    assert refused.returncode == 3
    assert "could not be saved" in refused.stderr


def test_what_is_no_saved_session_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "it").write_bytes(b"PK\3\4 and nothing more")
    for command in (("session", "show"), ("explain",)):
        refused = _run(*command, tmp_path / "it")
        assert refused.returncode == 3
        assert "not a saved session" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_unknown_words_to_mask_are_a_usage_error(root: Path) -> None:
    assert _run("serve", "--interface", "lo", "--root", root, "--redact", "everything").returncode == 2
