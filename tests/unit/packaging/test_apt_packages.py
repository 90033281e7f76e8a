"""How missing packages are asked for and installed, on machines that are made up."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field

import apt_packages
import pytest
from apt_packages import Asker, confirm_on_terminal, ensure_packages
from speech import CouldNotStart
from system_packages import DEBIAN_12, Distribution, Kind, Need, Part

NEEDS = (
    Need(Part.QT, Kind.LIBRARY, "libGL.so.1", "libgl1"),
    Need(Part.X11, Kind.LIBRARY, "libxcb-cursor.so.0", "libxcb-cursor0"),
)
BY_HAND = "apt-get install --no-install-recommends libgl1 libxcb-cursor0"


@dataclass
class Machine:
    """Stands in for the system: what is missing, and the commands that were run."""

    missing: tuple[Need, ...] = NEEDS
    commands: list[list[str]] = field(default_factory=list)
    has_sudo_without_password: bool = False
    does_apt_work: bool = True

    def find_missing(self, needs: tuple[Need, ...]) -> tuple[Need, ...]:
        return tuple(need for need in needs if need in self.missing)

    def run_quietly(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        if "install" not in command:
            return subprocess.CompletedProcess(command, 100, "E: a source of somebody else's is broken\n")
        if not self.does_apt_work:
            return subprocess.CompletedProcess(command, 100, "E: Unable to locate package libgl1\n")
        self.missing = ()
        return subprocess.CompletedProcess(command, 0, "")

    @property
    def installs(self) -> list[str]:
        return [" ".join(command) for command in self.commands if "install" in command]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(apt_packages, "find_missing", made.find_missing)
    monkeypatch.setattr(apt_packages, "this_distribution", lambda: DEBIAN_12)
    monkeypatch.setattr(apt_packages, "_run_quietly", made.run_quietly)
    monkeypatch.setattr(apt_packages, "_sudo_works_without_a_password", lambda: made.has_sudo_without_password)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return made


def asker(
    answer: bool | None, *, is_root: bool = False, has_sudo: bool = True, asked: list[str] | None = None
) -> Asker:
    """A person who answers, or None for nobody."""

    def confirm(question: str) -> bool:
        (asked if asked is not None else []).append(question)
        return bool(answer)

    return Asker(None if answer is None else confirm, is_root, has_sudo)


def test_nothing_missing_asks_and_runs_nothing(machine: Machine) -> None:
    machine.missing = ()
    assert ensure_packages(NEEDS, may_use_apt=False, asker=asker(False)) is False
    assert machine.commands == []


def test_person_is_asked_once_with_the_packages_named(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []
    assert ensure_packages(NEEDS, may_use_apt=True, asker=asker(True, asked=asked)) is True
    assert asked == ["Install them now with sudo apt-get, which asks for your password? [y/N]"]
    assert "These Debian 12 packages are missing: libgl1, libxcb-cursor0." in capsys.readouterr().err
    assert machine.installs == [
        "sudo env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "
        "apt-get install --yes --no-install-recommends libgl1 libxcb-cursor0"
    ]


def test_no_means_that_nothing_is_run(machine: Machine) -> None:
    with pytest.raises(CouldNotStart, match="Nothing was installed") as told:
        ensure_packages(NEEDS, may_use_apt=True, asker=asker(False))
    assert BY_HAND in str(told.value)
    assert machine.commands == []


def test_root_on_a_terminal_is_asked_too(machine: Machine) -> None:
    asked: list[str] = []
    ensure_packages(NEEDS, may_use_apt=True, asker=asker(True, is_root=True, asked=asked))
    assert asked == ["Install them now with apt-get? [y/N]"]
    assert not machine.installs[0].startswith("sudo")


def test_root_without_a_terminal_goes_ahead(machine: Machine) -> None:
    ensure_packages(NEEDS, may_use_apt=True, asker=asker(None, is_root=True, has_sudo=False))
    assert len(machine.installs) == 1
    assert not machine.installs[0].startswith("sudo")


def test_user_without_a_terminal_goes_ahead_where_sudo_needs_no_password(machine: Machine) -> None:
    machine.has_sudo_without_password = True
    ensure_packages(NEEDS, may_use_apt=True, asker=asker(None))
    assert machine.installs[0].startswith("sudo -n env")


@pytest.mark.parametrize("has_sudo", [True, False])
def test_user_without_a_terminal_is_told_the_one_command(machine: Machine, has_sudo: bool) -> None:
    with pytest.raises(CouldNotStart, match=BY_HAND):
        ensure_packages(NEEDS, may_use_apt=True, asker=asker(None, has_sudo=has_sudo))
    assert machine.commands == []


def test_user_who_cannot_become_root_is_not_asked(machine: Machine) -> None:
    asked: list[str] = []
    with pytest.raises(CouldNotStart, match="as root"):
        ensure_packages(NEEDS, may_use_apt=True, asker=asker(True, has_sudo=False, asked=asked))
    assert asked == []


def test_no_apt_says_what_is_missing_in_one_sentence(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CouldNotStart) as told:
        ensure_packages(NEEDS, may_use_apt=False, asker=asker(True))
    assert str(told.value).endswith(BY_HAND)
    assert "\n" not in str(told.value)
    assert capsys.readouterr().err == ""
    assert machine.commands == []


def test_unknown_distribution_is_told_the_things_and_debians_names(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apt_packages, "this_distribution", lambda: None)
    with pytest.raises(CouldNotStart, match=r"libGL\.so\.1.*libgl1") as told:
        ensure_packages(NEEDS, may_use_apt=True, asker=asker(True))
    assert "on Debian 12" in str(told.value)
    assert machine.commands == []


def test_names_are_those_of_the_distribution(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Distribution("Elsewhere 1", {"libgl1": "libgl1-renamed"})
    monkeypatch.setattr(apt_packages, "this_distribution", lambda: other)
    ensure_packages(NEEDS, may_use_apt=True, asker=asker(None, is_root=True))
    assert machine.installs[0].endswith("libgl1-renamed libxcb-cursor0")


def test_failure_of_apt_shows_its_words_and_the_command(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.does_apt_work = False
    with pytest.raises(CouldNotStart, match=BY_HAND):
        ensure_packages(NEEDS, may_use_apt=True, asker=asker(None, is_root=True))
    assert "Unable to locate package libgl1" in capsys.readouterr().err


def test_library_that_still_cannot_be_loaded_is_named(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt_packages, "find_missing", lambda needs: NEEDS[:1])
    with pytest.raises(CouldNotStart, match=r"still missing: libGL\.so\.1"):
        ensure_packages(NEEDS, may_use_apt=True, asker=asker(None, is_root=True))


@pytest.mark.parametrize(("typed", "is_yes"), [("y", True), ("YES", True), ("", False), ("n", False), ("ja", False)])
def test_only_yes_is_yes(monkeypatch: pytest.MonkeyPatch, typed: str, is_yes: bool) -> None:
    monkeypatch.setattr("builtins.input", lambda: typed)
    assert confirm_on_terminal("Really?") is is_yes


def test_end_of_input_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended() -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    assert confirm_on_terminal("Really?") is False
