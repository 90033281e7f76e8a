"""Letting computers in through this machine's firewall while a room is served, and taking that back.

What was changed stands in a record before it is made: a start after a crash takes it back first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ChangeOwner, HttpSettings, LaptopChanges, TftpSettings, WirePorts
from fogportable.platform.firewall_change import FirewallChange, NoWayKnown
from fogportable.platform.firewall_hands import FirewallHands, hands_for
from fogportable.platform.firewall_record import ChangeRecord
from fogportable.platform.firewall_walk import IncomingPacket
from fogportable.platform.interfaces import find_interface
from fogportable.platform.paths import firewall_change_file
from fogportable.platform.privilege import Ask
from fogportable.session.firewall_check import packets_heard
from fogportable.session.preflight import http_port


class FirewallOpening:
    """One record and its change. Blocks while programs run and a person is asked. For one thread at a time.

    file, hands: replaced by tests.
    """

    def __init__(self, ask: Ask, *, file: Path | None = None, hands: FirewallHands | None = None) -> None:
        self._record = ChangeRecord(file or firewall_change_file())
        self._hands = hands or hands_for(ask)

    @property
    def asks(self) -> bool:
        """Whether a person is asked for a password when something is changed."""
        return self._hands.asks

    def changes(self) -> LaptopChanges:
        """What is changed now, or was left behind. A record that cannot be read is told by `undo`."""
        try:
            change = self._record.read()
            is_taken_back = self._record.is_taken_back()
        except OSError:
            return LaptopChanges()
        if change is None:
            return LaptopChanges()
        if self._record.descriptor is not None:
            owner = ChangeOwner.OURS
        elif self._record.is_held_elsewhere():
            owner = ChangeOwner.ELSEWHERE
        else:
            owner = ChangeOwner.TAKEN_BACK if is_taken_back else ChangeOwner.LEFT
        return LaptopChanges(change.lines(), owner)

    def plan(
        self,
        cards: Iterable[str],
        *,
        http: HttpSettings,
        tftp: TftpSettings,
        ports: WirePorts | None = None,
        serves_files: bool = True,
    ) -> FirewallChange | None:
        """What lets in that the firewall keeps out, or may keep out, on these cards. None when everything gets in.

        serves_files: False where another server has them. Changes nothing. May ask a person, where an ordinary user may
        not read the rules. Raises ServiceError FIREWALL_NOT_KNOWN, PERMISSION_REFUSED, and as `find_interface` does.
        """
        ports = ports or WirePorts()
        if not serves_files:
            ports, http = replace(ports, tftp=0), replace(http, is_enabled=False)
        packets: list[IncomingPacket] = []
        for name in dict.fromkeys(cards):
            card = find_interface(name)
            packets += packets_heard(card, ports, http_port(card, http), tftp)
        try:
            return self._hands.plan(packets)
        except PermissionError as problem:
            raise ServiceError(FaultCode.PERMISSION_REFUSED, detail=str(problem)) from problem
        except NoWayKnown as problem:
            what = ", ".join(dict.fromkeys(each.label for each in packets))
            raise ServiceError(FaultCode.FIREWALL_NOT_KNOWN, what=what, detail=str(problem)) from problem

    def open(self, change: FirewallChange) -> None:
        """Make a change that was planned, besides what is open already. When it fails, nothing of ours stays open.

        Raises ServiceError FIREWALL_NOT_CHANGED, and FIREWALL_NOT_UNDONE for what a crash left behind.
        """
        before = self._record.read() if self._record.descriptor is not None else None
        if before is None:
            self.undo()
        whole = change if before is None else before.joined(change)
        try:
            if self._record.is_held_elsewhere():
                raise PermissionError("another FOG Portable of this user has changed it and takes that back first")
            self._record.keep(whole)
            self._make(change, whole, before)
        except OSError as problem:
            commands = "; ".join(change.lines())
            raise ServiceError(FaultCode.FIREWALL_NOT_CHANGED, commands=commands, detail=str(problem)) from problem

    def undo(self) -> LaptopChanges:
        """Take back what is open, and say what that was; nothing of what another program answers for.

        Raises ServiceError FIREWALL_NOT_UNDONE, with the record kept.
        """
        if self._record.is_held_elsewhere():
            return LaptopChanges()
        found = self.changes()
        try:
            change = self._record.read()
            if change is not None and not self._record.is_taken_back():
                self._hands.undo(change)
            self._record.forget()
        except OSError as problem:
            raise ServiceError(FaultCode.FIREWALL_NOT_UNDONE, file=self._record.path, detail=str(problem)) from problem
        return found

    def _make(self, change: FirewallChange, whole: FirewallChange, before: FirewallChange | None) -> None:
        try:
            self._hands.make(change)
        except PermissionError:  # Nothing was run.
            if before is None:
                self._record.forget()
            else:
                self._record.keep(before)
            raise
        except OSError:
            with contextlib.suppress(OSError):
                self._hands.undo(whole)
                self._record.forget()
            raise
