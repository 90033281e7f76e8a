"""What we have changed in this machine's firewall, written down before it is made and gone once it is taken back.

Whoever answers for the change holds a lock on the record, which the kernel lets go of when that process ends, however
it ends. So a record that nobody holds was left behind by a crash, and one that somebody holds is nobody else's matter.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from fogportable.platform.firewall_change import FirewallChange, FrontEnd

if sys.platform != "win32":
    import fcntl

#: What stands below the change once it is taken back by somebody who may not remove the file.
TAKEN_BACK = "taken back\n"


class ChangeRecord:
    """One file. For one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: int | None = None

    @property
    def descriptor(self) -> int | None:
        """Of the open record while it is ours: with it another process can hold it too, and write `TAKEN_BACK`."""
        return self._held

    def keep(self, change: FirewallChange) -> None:
        """Write a change down in place of what is there, and answer for it. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".new")
        descriptor = os.open(draft, os.O_CREAT | os.O_RDWR | os.O_TRUNC | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, f"{json.dumps(asdict(change))}\n".encode())
            _lock(descriptor)
            os.replace(draft, self.path)
        except BaseException:
            os.close(descriptor)
            raise
        self.let_go()
        self._held = descriptor

    def read(self) -> FirewallChange | None:
        """What stands there, be it in force or not; None without a record. Raises OSError if damaged."""
        found = self._read()
        return None if found is None else found[0]

    def is_taken_back(self) -> bool:
        """Whether the change is in force no more, though its record is still there. Raises OSError if damaged."""
        found = self._read()
        return found is not None and found[1] == TAKEN_BACK

    def _read(self) -> tuple[FirewallChange, str] | None:
        try:
            head, _, rest = self.path.read_text("utf-8").partition("\n")
            written = json.loads(head)
            made, undo = (tuple(tuple(map(str, each)) for each in written[key]) for key in ("do", "undo"))
            return FirewallChange(FrontEnd(written["front_end"]), made, undo), rest
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as problem:
            raise OSError(f"{self.path} is damaged: {problem!r}") from problem

    def is_held_elsewhere(self) -> bool:
        """Whether another process answers for the change."""
        if self._held is not None:
            return False
        try:
            descriptor = os.open(self.path, os.O_RDONLY)
        except OSError:
            return False
        try:
            _lock(descriptor)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    def forget(self) -> None:
        """The change is taken back. Raises OSError."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()
        self.let_go()

    def let_go(self) -> None:
        """Answer for it no longer, as the end of this process does."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


def _lock(descriptor: int) -> None:
    """Raises BlockingIOError where another one has it. Windows has no such lock, and there nobody is asked."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
