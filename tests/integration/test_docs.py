"""The commands in README and CONTRIBUTING work as they stand there. A command nobody tries here fails the test."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from fogportable.config.profile import Profile
from fogportable.session.rehearsal import Rehearsal
from fogportable.session.saved.bundle import compose
from fogportable.session.saved.masks import Redaction
from fogportable.session.saved.shelf import gather
from tests.fakes.fog.server import fake_fog
from tests.fakes.namespaces import missing_for_namespaces

_TOP = Path(__file__).parents[2]
_GUIDE = tuple(f"resources/guide/{each.name}" for each in sorted((_TOP / "resources" / "guide").glob("*.md")))
_DOCS = ("README.md", "CONTRIBUTING.md", *_GUIDE)
#: The program's name in a clone; the guide calls it as it is called once installed.
_IN_CLONE = ".venv/bin/fogportable"
_NOT_OURS = ("sudo tcpdump",)
_PROGRAM = (sys.executable, "-m", "fogportable")


def _commands() -> list[str]:
    """Lines of code blocks that are commands, without comments."""
    found: list[str] = []
    for name in _DOCS:
        for block in re.findall(r"^```\n(.*?)^```", (_TOP / name).read_text(), re.MULTILINE | re.DOTALL):
            lines = (line.partition(" #")[0].strip() for line in block.splitlines())
            found += [
                line.replace(_IN_CLONE, "fogportable")
                for line in lines
                if re.match(r"(sudo |python3 |\.venv/|fogportable )", line) and not line.startswith(_NOT_OURS)
            ]
    return list(dict.fromkeys(found))


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, capture_output=True, text=True, timeout=110, check=False, stdin=subprocess.DEVNULL, cwd=_TOP
    )


def _in_folder(words: list[str], folder: Path) -> list[str]:
    """What a command writes goes there, and not into this clone."""
    writes = ("--report", "--save-session")
    return [str(folder / word) if before in writes else word for before, word in zip(["", *words], words, strict=False)]


def _rehearse(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        inside = _in_folder(words, Path(folder))
        done = _run(*_PROGRAM, *inside)
        assert all(Path(word).is_file() for word in inside if word.startswith(folder))
    assert done.returncode == 0, done.stderr
    assert "Passed: 12 of 12" in done.stdout


def _bring_boot_files(words: list[str]) -> None:
    if shutil.which("apt-get") is None:
        pytest.skip("boot files are brought by apt, which is not here")
    done = _run(*_PROGRAM, *words)
    assert done.returncode == 0, done.stderr


def _serve(words: list[str]) -> None:
    """In a network of its own, where eth0 is a cable to nowhere, after the boot files were brought."""
    missing = missing_for_namespaces()
    if missing is not None:
        pytest.skip(missing)
    _bring_boot_files(["bootfiles", "get"])
    with tempfile.TemporaryDirectory() as folder:
        inside = _in_folder(words, Path(folder))
        _serve_for_a_moment(inside)
        assert all(Path(word).is_file() for word in inside if word.startswith(folder))


def _serve_for_a_moment(words: list[str]) -> None:
    wire = "ip link add eth0 type veth peer name wall0; ip addr add 10.9.9.1/24 dev eth0; ip link set eth0 up"
    command = ["unshare", "--net", "sh", "-c", f'{wire}; ip link set wall0 up; exec "$@"', "sh", *_PROGRAM, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Serving on eth0" in line:
                process.send_signal(signal.SIGTERM)
        assert "Serving on eth0 (10.9.9.1)" in said
    assert process.returncode == 0


def _is_understood(words: list[str]) -> None:
    """CI runs these whole (.ci/run and tests/fresh); here only that the script knows them."""
    script, *arguments = words
    # What stands behind `bench` goes to the program that measures.
    is_bench = arguments[0] == "bench"
    program = (sys.executable, "-m", "tests.benchmarks") if is_bench else ("python3", str(_TOP / script), arguments[0])
    done = _run(*program, "--help")
    assert done.returncode == 0, done.stderr
    flags = [each for each in arguments[1:] if each.startswith("--") and each != "--"]
    if "--" not in arguments:
        assert all(flag in done.stdout for flag in flags)


def _import_dnsmasq(words: list[str]) -> None:
    """Beside a file of that name. 1: the report names what is left to do."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / words[1]).write_text("port=0\ndhcp-boot=pxelinux.0\n")
        done = subprocess.run([*_PROGRAM, *words], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode in (0, 1), done.stderr
        assert "dhcp-boot=pxelinux.0" in done.stdout
        assert (Path(folder) / words[-1]).is_file()


def _just_show(words: list[str]) -> None:
    done = _run(*_PROGRAM, *words)
    assert done.returncode == 0, done.stderr


_FOG_SAYS = {"identify": "FOG 1.5.8", "preview": "not registered", "rehome": "boot.php"}


def _look_at_fog(words: list[str]) -> None:
    """At a fake one in place of the address in the docs."""
    with tempfile.TemporaryDirectory() as folder, fake_fog(Path(folder) / "tftp") as fog:
        replaced = [fog.place if word == "10.0.0.5" else word for word in words]
        done = _run(*_PROGRAM, *replaced, "--tftp-port", str(fog.tftp_port))
    assert fog.place in replaced
    assert done.returncode == 0, done.stderr
    assert _FOG_SAYS[words[1]] in done.stdout


def _check(words: list[str]) -> None:
    """1: this machine has no boot files, or somebody serves on it."""
    done = _run(*_PROGRAM, *words)
    assert done.returncode in (0, 1), done.stderr
    assert ("F12" if "--boot-keys" in words else "Firewall:") in done.stdout


def _probe(words: list[str]) -> None:
    """In a network of its own with a cable to nowhere: nobody answers, which is found wrong."""
    missing = missing_for_namespaces()
    if missing is not None:
        pytest.skip(missing)
    wire = "ip link add eth0 type veth peer name wall0; ip addr add 10.9.9.1/24 dev eth0; ip link set eth0 up"
    done = _run("unshare", "--net", "sh", "-c", f'{wire}; ip link set wall0 up; exec "$@"', "sh", *_PROGRAM, *words)
    assert done.returncode == 1, done.stderr
    assert "Nobody answers on eth0" in done.stdout


def _wake(words: list[str]) -> None:
    """In a network of its own with a cable to nowhere."""
    missing = missing_for_namespaces()
    if missing is not None:
        pytest.skip(missing)
    wire = "ip link add eth0 type veth peer name wall0; ip addr add 10.9.9.1/24 dev eth0; ip link set eth0 up"
    done = _run("unshare", "--net", "sh", "-c", f'{wire}; ip link set wall0 up; exec "$@"', "sh", *_PROGRAM, *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "2 computers were told to switch on, by Wake-on-LAN on eth0.\n"


def _observe(words: list[str]) -> None:
    """In a network of its own, after the boot files were brought, and for a moment only."""
    missing = missing_for_namespaces()
    if missing is not None:
        pytest.skip(missing)
    _bring_boot_files(["bootfiles", "get"])
    wire = "ip link add eth0 type veth peer name wall0; ip addr add 10.9.9.1/24 dev eth0; ip link set eth0 up"
    words = [*words[:-1], "0.3"]
    done = _run("unshare", "--net", "sh", "-c", f'{wire}; ip link set wall0 up; exec "$@"', "sh", *_PROGRAM, *words)
    assert done.returncode == 0, done.stderr
    assert "Listening on eth0 (10.9.9.1); nothing is sent." in done.stdout


def _explain(words: list[str]) -> None:
    """A capture of the library, or a session, in place of the one in the docs. 1: a computer of it did not boot."""
    captures = sorted((_TOP / "tests" / "golden" / "diagnosis" / "library").glob("*.pcap*"))
    with tempfile.TemporaryDirectory() as folder:
        files = {"room.pcapng": str(captures[0])}
        if "room.fogsession" in words:
            files["room.fogsession"] = str(_saved_session(Path(folder)))
        done = _run(*_PROGRAM, *(files.get(word, word) for word in words))
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout


def _session(words: list[str]) -> None:
    """Of a rehearsal, in place of the file in the docs."""
    with tempfile.TemporaryDirectory() as folder:
        file = _saved_session(Path(folder))
        done = _run(*_PROGRAM, *(str(file) if word == "room.fogsession" else word for word in words))
    assert done.returncode == 0, done.stderr
    assert "Nothing is served." in done.stdout


def _saved_session(folder: Path) -> Path:
    rehearsal = Rehearsal()
    rehearsal.start(4)
    pause = threading.Event()
    while not rehearsal.is_done:
        pause.wait(0.02)
    rehearsal.stop()
    file = folder / "room.fogsession"
    compose(gather(rehearsal.session, profile=Profile()), Redaction()).write(file)
    return file


def _room(words: list[str]) -> None:
    """Beside a list of that name, and a profile that has it."""
    with tempfile.TemporaryDirectory() as folder:
        seats = Path(folder) / "seats.csv"
        seats.write_text("seat,mac,uuid,name\n1,52:54:00:12:34:56,,pc-01\n")
        program = [*_PROGRAM, "room"]
        for command in (["import", "seats.csv", "--profile", "room.toml"], words[1:]):
            done = subprocess.run(
                [*program, *command], cwd=folder, capture_output=True, text=True, timeout=60, check=False
            )
            assert done.returncode == 0, done.stderr
        written = Path(folder) / words[2]
        assert "52:54:00:12:34:56" in written.read_text()


_HOW: dict[str, Callable[[list[str]], None]] = {
    "check": _check,
    "explain": _explain,
    "observe": _observe,
    "probe": _probe,
    "rehearse": _rehearse,
    "bootfiles": _bring_boot_files,
    "import-dnsmasq": _import_dnsmasq,
    "learned": _just_show,
    "fog": _look_at_fog,
    "room": _room,
    "serve": _serve,
    "session": _session,
    "sites": _just_show,
    "wake": _wake,
    "--help": _just_show,
    "guide": _just_show,
}


@pytest.mark.parametrize("command", _commands())
def test_a_command_of_the_docs_works(command: str) -> None:
    words = shlex.split(command)
    if words[0] == "sudo":
        words = words[1:]
    if words[0] == "python3":
        _is_understood(words[1:])
    else:
        assert words[0] == "fogportable"
        _HOW[words[1]](words[1:])


def test_there_are_commands_to_try() -> None:
    assert {"python3 packaging/dev.py run", "python3 packaging/dev.py test"} <= set(_commands())


def test_every_flag_of_serve_is_in_the_readme() -> None:
    offered = set(re.findall(r"--[a-z-]+", _run(*_PROGRAM, "serve", "--help").stdout)) - {"--help"}
    told = set(re.findall(r"`(--[a-z-]+)", (_TOP / "README.md").read_text()))
    assert offered <= told


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_and_pictures_are_there(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", (_TOP / name).read_text())
    assert not [each for each in targets if "://" not in each and not (_TOP / each).exists()]
