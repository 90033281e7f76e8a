"""A library that the window lacks is named, with its package, before Qt ends the program over it."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from system_packages import NEEDS, Kind

from fogportable.platform.window_libraries import debian_package, missing_library

_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks the linker of Linux")


@pytest.mark.parametrize("need", [each for each in NEEDS if each.kind is Kind.LIBRARY], ids=lambda each: each.name)
def test_package_of_a_library_is_called_as_the_table_of_packages_says(need: object) -> None:
    assert debian_package(getattr(need, "name", "")) == getattr(need, "package", "")


@needs_linux
def test_where_the_window_opens_nothing_is_missing() -> None:
    assert missing_library(_OFFSCREEN) is None


@needs_linux
def test_a_platform_that_is_not_known_is_left_to_qt() -> None:
    assert missing_library({"QT_QPA_PLATFORM": "none-such"}) is None


@needs_linux
def test_library_that_a_platform_lacks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler to make a library with")
    folder = tmp_path / "Qt" / "plugins" / "platforms"
    folder.mkdir(parents=True)
    (tmp_path / "a.c").write_text("int a(void) { return 1; }")
    (tmp_path / "b.c").write_text("int a(void); int b(void) { return a(); }")
    gone, plugin = tmp_path / "libGone.so.1", folder / "libqxcb.so"
    build = [compiler, "-shared", "-fPIC"]
    subprocess.run([*build, "-Wl,-soname,libGone.so.1", "-o", gone, tmp_path / "a.c"], check=True)
    subprocess.run([*build, "-o", plugin, tmp_path / "b.c", gone], check=True)
    gone.unlink()
    spec = importlib.machinery.ModuleSpec("PySide6", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    assert missing_library({"DISPLAY": ":1"}) == "libGone.so.1"


@needs_linux
def test_library_is_named_where_a_packaged_program_hides_the_linkers_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        linker = OSError("libGL.so.1: cannot open shared object file: No such file or directory")
        raise OSError(f"Failed to load dynlib/dll {name!r}.") from linker

    monkeypatch.setattr("ctypes.CDLL", refuse)
    assert missing_library(_OFFSCREEN) == "libGL.so.1"
