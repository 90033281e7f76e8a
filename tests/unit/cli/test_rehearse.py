"""The live table of `fogportable rehearse` in a terminal."""

from __future__ import annotations

import os
import pty
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo terminal")

_COLUMNS = 40


def test_no_line_of_the_live_table_is_wider_than_the_terminal() -> None:
    """A wrapped line would be drawn over at the wrong place."""
    child, terminal = pty.fork()
    if child == 0:
        size = {"COLUMNS": str(_COLUMNS), "LINES": "10"}
        command = [sys.executable, "-m", "fogportable", "rehearse", "--clients", "20"]
        os.execve(sys.executable, command, os.environ | size)
    output = b""
    try:
        while piece := os.read(terminal, 65536):
            output += piece
    except OSError:
        pass  # Linux says so when the other end is closed.
    assert os.waitpid(child, 0)[1] == 0
    table = output.decode().split("Pass sheet")[0].replace("\x1b[2K", "").splitlines()
    rows = [line for line in table if "\x1b" not in line]
    assert len(rows) > 8
    assert max(map(len, rows)) <= _COLUMNS
    assert table[-1].startswith("... and ")
