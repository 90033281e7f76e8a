"""The two commands on a machine that has git and Python and nothing else. One root, used in the order of this file."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fresh.debian_root import SUITE, DebianRoot, apt_sources
from tests.fresh.screen import wait_for_window, xvfb

PROJECT = Path(__file__).resolve().parents[2]
CLONE = "/home/teacher/fogportable"
RUN = "python3 packaging/dev.py run"

pytestmark = [pytest.mark.fresh, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DebianRoot]:
    """Debian 12 with a clean clone in it. Skips where it cannot be built."""
    if os.geteuid() != 0:
        pytest.skip("a Debian root needs root")
    absent = [name for name in ("debootstrap", "unshare", "git", "Xvfb", "xdotool") if shutil.which(name) is None]
    if absent:
        pytest.skip(f"not installed here: {', '.join(absent)}")
    if not apt_sources():
        subprocess.run(["apt-get", "update"], check=False, stdout=subprocess.DEVNULL)
    sources = apt_sources()
    if not sources:
        pytest.skip(f"apt of this machine knows no {SUITE}")
    folder = tmp_path_factory.mktemp("debian")
    folder.chmod(0o755)  # other users must get in
    built = DebianRoot.build(folder, sources)
    built.clone(PROJECT, CLONE)
    yield built
    shutil.rmtree(folder, ignore_errors=True)


def test_without_apt_one_sentence_says_what_is_missing(root: DebianRoot) -> None:
    done = root.run(f"{RUN} --no-apt", folder=CLONE)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert "python3-venv" in done.stdout
    assert "libegl1" in done.stdout
    assert "--no-apt" in done.stdout


def test_ordinary_user_without_sudo_is_told_the_one_command(root: DebianRoot) -> None:
    done = root.run(f"setpriv --reuid=1000 --regid=1000 --clear-groups {RUN}", folder=CLONE)
    assert done.returncode == 3
    assert "as root" in done.stdout
    assert "apt-get install --no-install-recommends python3-venv" in done.stdout


def test_person_at_a_terminal_is_asked_and_no_means_no(root: DebianRoot) -> None:
    done = root.run(f"printf 'n\\n' | script --quiet --return --command '{RUN}' /dev/null", folder=CLONE)
    assert done.returncode == 3, done.stdout
    assert "Install them now with apt-get? [y/N]" in done.stdout
    assert "Nothing was installed." in done.stdout
    assert not (root.folder / CLONE.lstrip("/") / ".venv").exists()


def test_first_run_installs_what_is_missing_and_rehearses(root: DebianRoot) -> None:
    done = root.run(RUN, folder=CLONE)
    assert done.returncode == 0, done.stdout
    assert "Debian 12 packages are missing" in done.stdout
    assert "There is no display" in done.stdout
    assert "Pass sheet" in done.stdout


def test_second_run_has_nothing_to_install(root: DebianRoot) -> None:
    started = time.monotonic()
    done = root.run(f"{RUN} -- --version", folder=CLONE)
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[0] == "Nothing to install."
    assert time.monotonic() - started < 10
    rehearsed = root.run(RUN, folder=CLONE)
    assert rehearsed.returncode == 0, rehearsed.stdout
    assert "Nothing to install." in rehearsed.stdout
    assert "Installing" not in rehearsed.stdout


def test_program_stands_in_the_environment(root: DebianRoot) -> None:
    done = root.run(".venv/bin/fogportable --version", folder=CLONE)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("FOG Portable ")


def test_arguments_reach_the_program_and_its_output_stays_clean(root: DebianRoot) -> None:
    done = root.run(f"{RUN} -- serve --help 2>/dev/null", folder=CLONE)
    assert done.returncode == 0
    assert done.stdout.startswith("usage: fogportable serve")


def test_second_command_tests_the_clone(root: DebianRoot) -> None:
    done = root.run("python3 packaging/dev.py test -q", folder=CLONE)
    assert done.returncode == 0, done.stdout[-8000:]
    assert "Passed: ruff check, ruff format --check, mypy --strict, import rules, pytest." in done.stdout


def test_window_opens_where_there_is_a_display(root: DebianRoot) -> None:
    with xvfb() as display:
        with_screen = {"DISPLAY": display}
        refused = root.run(f"{RUN} --no-apt", folder=CLONE, environment=with_screen)
        assert refused.returncode == 3, refused.stdout
        assert "libxcb-cursor0" in refused.stdout
        program = subprocess.Popen(
            root.words(f"exec {RUN}", folder=CLONE, environment=with_screen),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            has_window = wait_for_window("FOG Portable", display, program)
        finally:
            program.terminate()
            words, _ = program.communicate(timeout=30)
    assert has_window, words
    assert "rehearsal" not in words


def test_display_that_lets_nobody_in_means_a_rehearsal(root: DebianRoot, tmp_path: Path) -> None:
    # Xau: family (any), address, number, name and data, each with its length before it.
    key = tmp_path / "key"
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", bytes(range(16)))
    key.write_bytes(b"\xff\xff" + b"".join(len(field).to_bytes(2, "big") + field for field in fields))
    with xvfb("-auth", str(key)) as display:
        done = root.run(RUN, folder=CLONE, environment={"DISPLAY": display})
    assert done.returncode == 0, done.stdout
    assert "Qt cannot open the display" in done.stdout
    assert "Pass sheet" in done.stdout


def test_display_where_nothing_answers_means_a_rehearsal(root: DebianRoot) -> None:
    done = root.run(RUN, folder=CLONE, environment={"DISPLAY": ":4711"})
    assert done.returncode == 0, done.stdout
    assert "Nothing answers at the display :4711" in done.stdout
    assert "Pass sheet" in done.stdout
