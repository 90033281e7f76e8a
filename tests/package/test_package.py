"""The packages on a Debian without Python: nothing but libGL, libEGL and a font is added. In the order of this file.

FOGPORTABLE_PACKAGE names a folder with packages that were built; without it they are built first.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tests.fresh.debian_root import SUITE, DebianRoot, apt_sources
from tests.fresh.screen import xvfb
from tests.package.screenshot import read_screen

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = "/opt/fogportable"
IN_FOLDER = "/opt/fogportable-folder/fogportable"
#: What the window needs of a system. The rest is in the package, or comes with these.
ADDED = "libgl1 libegl1 fonts-dejavu-core"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
#: Goals for the start of the window, as a multiple of the clone's in the same run.
SLOWEST_ONE_FILE = 2.5
SLOWEST_FOLDER = 1.3

pytestmark = [pytest.mark.package, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what `dev.py package` makes."""
    named = os.environ.get("FOGPORTABLE_PACKAGE", "")
    if named:
        return Path(named)
    out = tmp_path_factory.mktemp("packages")
    subprocess.run([sys.executable, str(PROJECT / "packaging" / "package.py"), "--out", str(out)], check=True)
    return out


@pytest.fixture(scope="module")
def root(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DebianRoot]:
    """Debian 12 without Python, with both shapes of the program in /opt. Skips where it cannot be built."""
    if os.geteuid() != 0:
        pytest.skip("a Debian root needs root")
    absent = [name for name in ("debootstrap", "unshare", "Xvfb", "xdotool") if shutil.which(name) is None]
    if absent:
        pytest.skip(f"not installed here: {', '.join(absent)}")
    if not apt_sources():
        subprocess.run(["apt-get", "update"], check=False, stdout=subprocess.DEVNULL)
    sources = apt_sources()
    if not sources:
        pytest.skip(f"apt of this machine knows no {SUITE}")
    folder = tmp_path_factory.mktemp("debian")
    folder.chmod(0o755)
    built = DebianRoot.build(folder, sources, "ca-certificates")
    shutil.copy2(packages / "fogportable", folder / "opt")
    shutil.copytree(packages / "fogportable-folder", folder / "opt" / "fogportable-folder", symlinks=True)
    yield built
    shutil.rmtree(folder, ignore_errors=True)


def test_one_file_is_small_enough(packages: Path) -> None:
    assert (packages / "fogportable").stat().st_size <= 65_000_000


def test_openssl_is_in_no_package_and_every_part_is_named(packages: Path) -> None:
    names = [path.name for path in (packages / "fogportable-folder").rglob("*")]
    assert not [name for name in names if name.startswith(("libssl", "libcrypto"))]
    document = json.loads((packages / "sbom.cdx.json").read_text())
    parts = {each["name"]: each["version"] for each in document["components"]}
    assert {"scapy", "pyside6-essentials", "python", "ipxe", "pyinstaller"} <= set(parts)
    notice = (packages / "fogportable-folder/_internal/resources/NOTICE").read_text()
    assert [name for name, version in parts.items() if f"{name} {version}" not in notice] == []


def test_there_is_no_python(root: DebianRoot) -> None:
    assert root.run("command -v python3").returncode != 0


def test_missing_library_is_named_in_a_sentence(root: DebianRoot) -> None:
    done = root.run(PROGRAM, environment=OFFSCREEN)
    assert done.returncode == 3, done.stdout
    assert "Install its package, on Debian and Ubuntu lib" in done.stdout
    assert "Traceback" not in done.stdout
    assert "cannot open shared object" not in done.stdout


def test_commands_need_nothing_of_a_screen(root: DebianRoot) -> None:
    done = root.run(f"{PROGRAM} rehearse --clients 6")
    assert done.returncode == 0, done.stdout
    assert "Passed: 6 of 6" in done.stdout


def test_boot_set_is_carried_and_sound(root: DebianRoot) -> None:
    done = root.run(f"{PROGRAM} bootfiles check --json")
    assert done.returncode == 0, done.stdout
    (carried,) = json.loads(done.stdout)["boot_sets"]
    assert (carried["name"], carried["faults"]) == ("debian-13", [])
    assert {"bios", "x64", "arm64"} <= {
        rule["arch"] if isinstance(rule["arch"], str) else rule["arch"][0] for rule in carried["rules"]
    }


def test_it_serves_the_carried_set_without_any_network(root: DebianRoot) -> None:
    wire = "ip link set lo up"
    command = f"timeout --signal=TERM 20 {PROGRAM} serve --interface lo --stop-after 3s"
    inside = root.words(command, folder="/")
    done = subprocess.run(
        ["unshare", "--net", "sh", "-c", f'{wire}; exec "$@"', "sh", *inside],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
    assert "undionly.kpxe" in done.stdout, done.stdout + done.stderr
    assert "Serving on lo" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0, done.stderr


def test_system_libraries_are_three_packages(root: DebianRoot) -> None:
    done = root.run(f"apt-get update && apt-get install --yes --no-install-recommends {ADDED}")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("program", [PROGRAM, IN_FOLDER])
def test_window_opens_on_a_screen_is_drawn_and_ends_cleanly(root: DebianRoot, program: str, tmp_path: Path) -> None:
    with xvfb("-fbdir", str(tmp_path)) as display:
        command = root.words(f"exec {program}", folder="/", environment={"DISPLAY": display})
        taken_s, words, code = _time_to_window(command, display, tmp_path / "Xvfb_screen0")
    assert taken_s < 60, words
    assert (code, words) == (0, "")


def test_window_opens_offscreen(root: DebianRoot) -> None:
    done = root.run(f"timeout --preserve-status --signal=TERM 8 {PROGRAM}", environment=OFFSCREEN)
    assert (done.returncode, done.stdout) == (0, "")


def test_window_opens_about_as_fast_as_from_a_clone(packages: Path, tmp_path: Path) -> None:
    """On this machine, in turns. The median of the ratios of five rounds."""
    programs: list[Sequence[str]] = [
        [sys.executable, "-m", "fogportable"],
        [str(packages / "fogportable")],
        [str(packages / "fogportable-folder" / "fogportable")],
    ]
    rounds = []
    with xvfb("-fbdir", str(tmp_path)) as display:
        for _ in range(6):
            taken = [_time_to_window(words, display, tmp_path / "Xvfb_screen0")[0] for words in programs]
            rounds.append((taken[1] / taken[0], taken[2] / taken[0], *taken))
    one_file, folder, *seconds = (statistics.median(column) for column in zip(*rounds[1:], strict=True))
    print(f"one file {one_file:.2f}, folder {folder:.2f} of a clone; seconds {seconds}")
    assert one_file <= SLOWEST_ONE_FILE
    assert folder <= SLOWEST_FOLDER


def _time_to_window(command: Sequence[str], display: str, screen: Path) -> tuple[float, str, int]:
    """Seconds until the window stands drawn on the screen, then what was said and the code of the end it was asked for.

    Nothing but the window puts many colours there.
    """
    environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(PROJECT)}
    began = time.monotonic()
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as program:
        while program.poll() is None and read_screen(screen).colours < 50 and time.monotonic() - began < 60:
            with suppress(subprocess.TimeoutExpired):
                program.wait(0.01)
        taken_s = time.monotonic() - began
        program.terminate()
        words, _ = program.communicate(timeout=30)
    return taken_s, words, program.returncode
