"""The words of the command, what each does, and its exit codes. Nothing is installed or started."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import dev
import pytest
from checks import DEFAULT_SELECTION, Check, Selection, checks_for, run_checks
from environment import Environment
from speech import CouldNotStart
from system_packages import Need, Part

DEV = Path(dev.__file__)


@dataclass
class Prepared:
    """What was asked for, and what was started."""

    parts: list[tuple[Part, ...]] = field(default_factory=list)
    apt: list[bool] = field(default_factory=list)
    tools: list[bool] = field(default_factory=list)
    started: list[list[str]] = field(default_factory=list)
    checks: list[list[str]] = field(default_factory=list)

    def prepare(self, parts: tuple[Part, ...], *, may_use_apt: bool, with_tools: bool) -> Environment:
        self.parts.append(parts)
        self.apt.append(may_use_apt)
        self.tools.append(with_tools)
        return Environment(Path("/clone"))

    def execv(self, program: str, words: list[str]) -> None:
        self.started.append([program, *words[1:]])
        raise SystemExit(0)

    def run_checks(self, place: Environment, checks: tuple[Check, ...]) -> int:
        self.checks.append([" ".join(words) for check in checks for words in check.commands])
        return 0


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> Prepared:
    made = Prepared()
    monkeypatch.setattr(dev, "prepare", made.prepare)
    monkeypatch.setattr("os.execv", made.execv)
    monkeypatch.setattr(dev, "run_checks", made.run_checks)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(dev, "reachable_x11", lambda environment: False)
    monkeypatch.setattr(dev, "reachable_wayland", lambda environment: False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return made


def start(*words: str) -> None:
    with pytest.raises(SystemExit):
        dev.main(words)


# --- run --------------------------------------------------------------------------------------------------------


def test_run_without_a_display_rehearses_and_says_so(prepared: Prepared, capsys: pytest.CaptureFixture[str]) -> None:
    start("run")
    assert prepared.started == [["/clone/.venv/bin/fogportable", "rehearse"]]
    assert capsys.readouterr().err == "There is no display, so this is a rehearsal without the window.\n"
    assert prepared.parts == [(Part.VENV, Part.QT)]
    assert prepared.tools == [False]


@pytest.mark.parametrize(("reachable", "part"), [("reachable_x11", Part.X11), ("reachable_wayland", Part.WAYLAND)])
def test_run_with_a_display_opens_the_window(
    prepared: Prepared, monkeypatch: pytest.MonkeyPatch, reachable: str, part: Part
) -> None:
    monkeypatch.setattr(dev, reachable, lambda environment: True)
    monkeypatch.setattr(dev, "open_display", lambda python: None)
    start("run")
    assert prepared.started == [["/clone/.venv/bin/fogportable"]]
    assert prepared.parts == [(Part.VENV, Part.QT, part)]


def test_run_with_a_display_that_qt_cannot_open_rehearses(
    prepared: Prepared, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "reachable_x11", lambda environment: True)
    monkeypatch.setattr(dev, "open_display", lambda python: "Qt cannot open the display (no key)")
    start("run")
    assert prepared.started == [["/clone/.venv/bin/fogportable", "rehearse"]]
    assert "Qt cannot open the display (no key), so" in capsys.readouterr().err


def test_run_passes_words_through_untouched(prepared: Prepared) -> None:
    start("run", "--no-apt", "--", "serve", "--interface", "eth0", "--", "--no-apt")
    assert prepared.started == [
        ["/clone/.venv/bin/fogportable", "serve", "--interface", "eth0", "--", "--no-apt"],
    ]
    assert prepared.apt == [False]


# --- test, lint, bench, install ---------------------------------------------------------------------------------


def test_test_runs_linters_types_import_rules_and_tests(prepared: Prepared) -> None:
    assert dev.main(["test"]) == 0
    assert prepared.checks == [
        [
            "ruff check .",
            "ruff format --check .",
            "mypy",
            "lint-imports",
            "pytest --numprocesses 2 --dist worksteal -m not benchmark tests/system",
            "pytest --numprocesses 2 --dist worksteal -m not benchmark tests/unit tests/golden tests/gui",
            "pytest -m benchmark tests/unit tests/golden tests/gui tests/system",
            "pytest tests/integration",
        ]
    ]
    assert prepared.parts == [(Part.VENV, Part.QT)]
    assert prepared.tools == [True]
    assert prepared.apt == [True]


def test_words_of_pytest_reach_it(prepared: Prepared) -> None:
    dev.main(["test", "--only", "unit,gui", "-x", "-k", "offer"])
    dev.main(["test", "--only", "unit", "--", "tests/unit/cli", "-q"])
    assert prepared.checks == [
        ["pytest tests/unit tests/gui -x -k offer"],
        ["pytest tests/unit tests/unit/cli -q"],
    ]


def test_system_and_fresh_tests_bring_their_packages_when_named(prepared: Prepared) -> None:
    dev.main(["test", "--only", "system", "--only", "fresh"])
    dev.main(["test", "--only", "fresh"])
    assert prepared.parts == [(Part.VENV, Part.QT, Part.SYSTEM, Part.FRESH), (Part.VENV, Part.QT, Part.FRESH)]
    assert prepared.checks[1] == ["pytest -m fresh tests/fresh"]


def test_lint_and_bench_run_theirs_only(prepared: Prepared) -> None:
    dev.main(["lint"])
    dev.main(["screenshots", "--out", "shots", "--only", "serving"])
    dev.main(["bench", "tftp", "dhcp", "--rounds", "7", "--json", "figures.json"])
    assert prepared.checks == [
        ["ruff check .", "ruff format --check .", "mypy", "lint-imports"],
        ["python packaging/screenshots.py --out shots --only serving"],
        ["python -m tests.benchmarks tftp dhcp --rounds 7 --json figures.json"],
    ]


def test_install_brings_packages_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[set[Part]] = []

    def ensure(needs: tuple[Need, ...], *, may_use_apt: bool) -> bool:
        asked.append({need.part for need in needs})
        return False

    monkeypatch.setattr(dev, "ensure_packages", ensure)
    assert dev.main(["install", "system", "peers"]) == 0
    assert asked == [{Part.SYSTEM, Part.PEERS}]
    assert capsys.readouterr().err == "Nothing to install.\n"


@pytest.mark.parametrize(
    "words",
    [[], ["walk"], ["run", "serve"], ["test", "--only", "all"], ["lint", "-x"], ["install"], ["install", "qemu"]],
)
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.main(words)
    assert ended.value.code == 2


def test_what_cannot_be_had_ends_with_3(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(parts: tuple[Part, ...], *, may_use_apt: bool, with_tools: bool) -> Environment:
        raise CouldNotStart("A thing is missing.")

    monkeypatch.setattr(dev, "prepare", refuse)
    assert dev.main(["lint"]) == 3
    assert capsys.readouterr().err == "A thing is missing.\n"


def test_other_systems_are_told_that_this_is_for_linux(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert dev.main(["lint"]) == 3
    assert "Linux only" in capsys.readouterr().err


def test_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(parts: tuple[Part, ...], *, may_use_apt: bool, with_tools: bool) -> Environment:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "prepare", interrupt)
    assert dev.main(["test"]) == 130


def test_usable_environment_needs_no_package_to_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[set[Part]] = []

    def ensure(needs: tuple[Need, ...], *, may_use_apt: bool) -> bool:
        asked.append({need.part for need in needs})
        return False

    monkeypatch.setattr(dev, "ensure_packages", ensure)
    monkeypatch.setattr(Environment, "ensure", lambda self, with_tools: False)
    for is_usable in (True, False):
        monkeypatch.setattr(Environment, "is_usable", lambda self, answer=is_usable: answer)
        dev.prepare((Part.VENV, Part.QT), may_use_apt=True, with_tools=False)
    assert asked == [{Part.QT}, {Part.VENV, Part.QT}]


# --- the checks themselves --------------------------------------------------------------------------------------


def test_default_selection_is_all_but_what_builds_a_debian() -> None:
    assert set(Selection) - set(DEFAULT_SELECTION) == {Selection.FRESH, Selection.PACKAGE}


def test_lint_alone_starts_no_pytest() -> None:
    checks = checks_for((Selection.LINT,), ())
    assert all(words[0] != "pytest" for check in checks for words in check.commands)


def test_no_folder_of_tests_is_forgotten() -> None:
    tests = DEV.parents[1] / "tests"
    with_tests = {path.relative_to(tests).parts[0] for path in tests.glob("*/**/test_*.py")}
    assert with_tests - {"benchmarks"} == {str(part) for part in Selection if part is not Selection.LINT}


def test_no_more_labs_stand_side_by_side_than_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, labs in ((1, "1"), (2, "2"), (64, "4"), (None, "1")):
        monkeypatch.setattr("os.cpu_count", lambda answer=cores: answer)
        (check,) = checks_for((Selection.SYSTEM,), ())
        assert check.commands[0][:3] == ("pytest", "--numprocesses", labs)


def test_all_checks_run_and_the_failed_ones_are_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, status in (("good", 0), ("bad", 1)):
        (programs / name).write_text(f"#!/bin/sh\necho {name} in $PWD\nexit {status}\n")
        (programs / name).chmod(0o755)
    place = Environment(tmp_path)
    good, bad = Check("the good", (("good",),)), Check("the bad", (("bad",),))
    assert run_checks(place, (bad, good)) == 1
    captured = capfd.readouterr()
    assert captured.out == f"bad in {tmp_path}\ngood in {tmp_path}\n"
    assert captured.err.endswith("Failed: the bad.\n")
    assert run_checks(place, (good,)) == 0
    assert capfd.readouterr().err.endswith("Passed: the good.\n")


@pytest.mark.parametrize(
    ("codes", "passes"), [((0, 0), True), ((0, 5), True), ((5, 0), True), ((5, 5), False), ((0, 1), False)]
)
def test_check_passes_when_some_of_its_commands_had_tests_and_all_went_well(
    tmp_path: Path, codes: tuple[int, int], passes: bool
) -> None:
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for number, code in enumerate(codes):
        (programs / f"part{number}").write_text(f"#!/bin/sh\nexit {code}\n")
        (programs / f"part{number}").chmod(0o755)
    check = Check("pytest", (("part0",), ("part1",)))
    assert run_checks(Environment(tmp_path), (check,)) == (0 if passes else 1)


# --- on its own -------------------------------------------------------------------------------------------------


def test_help_needs_nothing_but_python() -> None:
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-S", str(DEV), "--help"], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "run" in done.stdout


def test_old_python_is_told_so_before_anything_else() -> None:
    source = DEV.read_text(encoding="utf-8")
    pretend = "import sys; sys.version_info = (3, 10, 0); sys.version = '3.10.0 (old)'; "
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"{pretend}exec(compile(sys.stdin.read(), 'dev.py', 'exec'))"],
        input=source,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip() == "FOG Portable needs Python 3.11 or newer, and this is 3.10.0."
