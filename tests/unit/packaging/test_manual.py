"""The manual page and the completions say what the program's parsers say."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from manual import bash_completion, commands, fish_completion, main, manual_page

from fogportable.cli.main import command_names


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("manual")
    assert main(["--out", str(made)]) == 0
    return made


def test_every_command_with_its_flags_is_in_the_manual_page() -> None:
    page = manual_page(commands(), 0)
    assert [name for name in command_names() if f".SS {name.replace('-', chr(92) + '-')}\n" not in page] == []
    assert ".SS bootfiles get\n" in page
    assert "\\fB\\-\\-interface\\fR \\fIIF\\fR\ncard to serve on; repeatable" in page
    assert "%(" not in page


def test_manual_page_is_read_without_a_complaint(folder: Path) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", str(folder / "fogportable.1")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if "adjust" not in line and "break" not in line]
    assert (done.returncode, complaints) == (0, [])


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["se"], {"serve", "session"}),
        (["serve", "--stop-w"], {"--stop-when-done"}),
        (["serve", "--interface", "eth0", "--jso"], {"--json"}),
        (["bootfiles", "g"], {"get"}),
        (["bootfiles", "get", "--mir"], {"--mirror"}),
        (["--vers"], {"--version"}),
    ],
)
def test_bash_completes(folder: Path, words: list[str], wanted: set[str]) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    array = " ".join(("fogportable", *words))
    script = f'. "{folder}/fogportable.bash"; COMP_WORDS=({array}); COMP_CWORD={len(words)}; _fogportable; '
    done = subprocess.run(
        [bash, "-c", script + 'printf "%s\\n" "${COMPREPLY[@]}"'],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert (set(done.stdout.split()), done.stderr) == (wanted, "")


def test_completions_know_every_command() -> None:
    found = commands()
    bash, fish = bash_completion(found), fish_completion(found)
    for name in command_names():
        assert f" {name} " in bash
        assert f" -a {name} -d " in fish


def test_fish_reads_its_completions(folder: Path) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("fish is not installed")
    done = subprocess.run([fish, "--no-execute", str(folder / "fogportable.fish")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
