"""A window is opened only where somebody can see it."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from fogportable.platform import display
from fogportable.platform.display import has_display

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's")


@linux_only
def test_without_any_name_there_is_none() -> None:
    assert not has_display({})


def test_a_platform_of_the_users_own_always_counts() -> None:
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


@linux_only
@pytest.mark.parametrize("name", ["", ":", "nonsense", ":notanumber", ":54321", "127.0.0.1:54321", "unix:54321.0"])
def test_an_x11_server_that_does_not_answer_is_none(name: str) -> None:
    assert not has_display({"DISPLAY": name})


@linux_only
def test_a_local_x11_server_is_found_by_its_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_X11_SOCKETS", tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "X5"))
        server.listen()
        assert has_display({"DISPLAY": ":5.0"})
        assert not has_display({"DISPLAY": ":6"})


@linux_only
def test_a_wayland_server_is_found_in_the_runtime_folder(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert has_display({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)})
        assert not has_display({"WAYLAND_DISPLAY": "wayland-8", "XDG_RUNTIME_DIR": str(tmp_path)})


@linux_only
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":54321"}])
def test_the_program_says_so_and_never_hangs(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fogportable"],
        env={"PATH": "/usr/bin", **environment},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.strip().startswith("There is no display, so the window cannot open.")
    assert "fogportable rehearse" in done.stderr
