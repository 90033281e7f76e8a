"""What the machine has is found by trying."""

from __future__ import annotations

import os
import socket
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from machine import (
    describe_no_display,
    find_missing,
    has_font,
    has_terminal,
    open_display,
    reachable_wayland,
    reachable_x11,
)
from system_packages import Kind, Need, Part


def need(kind: Kind, name: str) -> Need:
    return Need(Part.QT, kind, name, "package")


def test_present_things_are_not_missing(tmp_path: Path) -> None:
    (tmp_path / "rom.fd").touch()
    there = (
        need(Kind.LIBRARY, "libc.so.6"),
        need(Kind.PROGRAM, "sh"),
        need(Kind.MODULE, "json"),
        need(Kind.FILE, f"{tmp_path}/*.fd"),
    )
    assert find_missing(there) == ()


def test_absent_things_are_missing_in_order(tmp_path: Path) -> None:
    absent = (
        need(Kind.FILE, f"{tmp_path}/*.fd"),
        need(Kind.LIBRARY, "libnotthere.so.9"),
        need(Kind.PROGRAM, "no-such-program"),
        need(Kind.MODULE, "no_such_module"),
    )
    assert find_missing((*absent, need(Kind.LIBRARY, "libc.so.6"))) == absent


def test_nothing_needed_is_nothing_missing() -> None:
    assert find_missing(()) == ()


def test_fonts_are_found_however_deep(tmp_path: Path) -> None:
    assert not has_font([tmp_path, tmp_path / "absent"])
    (tmp_path / "truetype" / "some").mkdir(parents=True)
    (tmp_path / "truetype" / "README").touch()
    assert not has_font([tmp_path])
    (tmp_path / "truetype" / "some" / "Sans.TTF").touch()
    assert has_font([tmp_path])


def test_no_terminal_in_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    with open(os.devnull) as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        assert not has_terminal()
    monkeypatch.setattr(sys, "stdin", None)
    assert not has_terminal()


# --- displays ---------------------------------------------------------------------------------------------------


@pytest.fixture
def x11_number() -> Iterator[int]:
    """A display number at whose abstract socket something listens."""
    number = 40_000 + os.getpid() % 10_000
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"\0/tmp/.X11-unix/X{number}")
        listener.listen()
        yield number


@pytest.mark.parametrize("form", [":{}", ":{}.0", "unix:{}"])
def test_local_display_is_reachable(x11_number: int, form: str) -> None:
    assert reachable_x11({"DISPLAY": form.format(x11_number)})


@pytest.mark.parametrize("display", ["", ":", "nonsense", ":x", ":49999", "localhost:9", "localhost:59999", ":1\0"])
def test_display_that_is_not_there_is_not_reachable(display: str) -> None:
    assert not reachable_x11({"DISPLAY": display})
    assert not reachable_x11({})


def test_wayland_display_is_reachable(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-0"))
        listener.listen()
        assert reachable_wayland({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
        assert reachable_wayland({"WAYLAND_DISPLAY": str(tmp_path / "wayland-0")})
        assert not reachable_wayland({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)})
        assert not reachable_wayland({"WAYLAND_DISPLAY": "wayland-0"})


def test_absent_display_is_described() -> None:
    assert describe_no_display({}) == "There is no display"
    assert describe_no_display({"DISPLAY": ":7"}) == "Nothing answers at the display :7"


def stand_in_python(folder: Path, script: str) -> Path:
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_display_that_qt_opens_is_good(tmp_path: Path) -> None:
    assert open_display(stand_in_python(tmp_path, "echo xcb")) is None


def test_invisible_platform_of_qt_is_no_display(tmp_path: Path) -> None:
    problem = open_display(stand_in_python(tmp_path, "echo offscreen"))
    assert problem is not None
    assert "offscreen" in problem


def test_abort_of_qt_is_told_in_its_own_words(tmp_path: Path) -> None:
    script = "echo 'could not connect to display :7' >&2; kill -ABRT $$"
    problem = open_display(stand_in_python(tmp_path, script))
    assert problem == "Qt cannot open the display (could not connect to display :7)"


def test_display_that_never_answers_does_not_hang(tmp_path: Path) -> None:
    assert (
        open_display(stand_in_python(tmp_path, "exec tail -f /dev/null"), timeout_s=0.2)
        == "The display does not answer Qt"
    )
