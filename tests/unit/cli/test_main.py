"""The entry of the program."""

from __future__ import annotations

import sys

import pytest

from fogportable.__main__ import main


def test_ctrl_c_while_the_program_is_still_being_imported_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupting:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "fogportable.cli.main":
                raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["fogportable", "rehearse"])
    monkeypatch.delitem(sys.modules, "fogportable.cli.main", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert main() == 130
