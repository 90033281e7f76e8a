"""`serve --approve`: only computers of a list are answered; the list may grow while it serves."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fogportable.cli.output import print_fault
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import ClientLists
from fogportable.protocol.address import MacAddress
from fogportable.session.approvals import MOST_APPROVED, Approvals

#: Octets of a list that are read at the most: MOST_APPROVED lines with words behind them.
_MOST_BYTES = 1_000_000


def add_approve_argument(parser: argparse.ArgumentParser) -> None:
    """The flag."""
    parser.add_argument(
        "--approve",
        action="append",
        default=[],
        type=Approved,
        metavar="MAC|FILE",
        help="answer only computers that are approved: a hardware address, or a file with one on each line, which is "
        "read again when it changes; repeatable",
    )


class Approved:
    """One value of the flag: an address, or a file of them. Read anew by `changed`."""

    def __init__(self, text: str) -> None:
        self._mac: MacAddress | None = None
        self._file = Path(text)
        self._seen: tuple[int, int] | None = None
        try:
            self._mac = MacAddress.parse(text)
        except ValueError:
            if not self._file.is_file():
                raise argparse.ArgumentTypeError(f"{text!r} is neither a hardware address nor a file of some") from None

    def read(self) -> tuple[MacAddress, ...]:
        """Whom it approves now. Raises ConfigError."""
        if self._mac is not None:
            return (self._mac,)
        self._seen = self._stamp()
        try:
            with self._file.open(encoding="utf-8") as file:
                text = file.read(_MOST_BYTES)
        except (OSError, UnicodeDecodeError) as problem:
            reason = str(getattr(problem, "strerror", None) or "it is no text")
            raise ConfigError(FaultCode.APPROVAL_FILE_UNREAD, file=self._file, reason=reason) from problem
        return macs_of(text, self._file)

    @property
    def is_changed(self) -> bool:
        """Whether the file is another one than was read."""
        return self._mac is None and self._stamp() != self._seen

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


def macs_of(text: str, file: Path) -> tuple[MacAddress, ...]:
    """The first word of each line; what follows is for people, and so is a line that begins with #.

    Raises ConfigError APPROVAL_FILE_WRONG.
    """
    found: list[MacAddress] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        try:
            found.append(MacAddress.parse(words[0]))
        except ValueError as wrong:
            raise ConfigError(FaultCode.APPROVAL_FILE_WRONG, file=file, line=number, word=words[0]) from wrong
    return tuple(dict.fromkeys(found))[:MOST_APPROVED]


class ApprovalFiles:
    """All values of the flag together, while it serves."""

    def __init__(self, values: list[Approved]) -> None:
        self._values = values
        self._approved: frozenset[MacAddress] = frozenset()

    def added_to(self, lists: ClientLists) -> ClientLists:
        """A profile's lists with what the flag says besides. Raises ConfigError."""
        if not self._values:
            return lists
        self._approved = frozenset(mac for each in self._values for mac in each.read())
        approved = tuple(dict.fromkeys((*lists.approved, *sorted(self._approved))))
        return ClientLists(lists.allow, lists.deny, True, approved)

    def look(self, approvals: Approvals, *, as_json: bool) -> None:
        """Let in who was written into a file, and out who was taken from it. A file that is wrong changes nothing."""
        if not any(each.is_changed for each in self._values):
            return
        try:
            now = frozenset(mac for each in self._values for mac in each.read())
        except ConfigError as problem:
            print_fault(problem, as_json=as_json, to=sys.stderr)
            return
        approvals.approve(sorted(now - self._approved))
        approvals.take_back(sorted(self._approved - now))
        self._approved = now
