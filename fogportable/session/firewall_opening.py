"""Letting computers in through this machine's firewall while a room is served, and taking that back.

What was changed stands in a file before it is made: a start after a crash takes it back first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import HttpSettings, TftpSettings, WirePorts
from fogportable.platform.firewall import Passage, judge_firewall, read_firewall
from fogportable.platform.firewall_change import (
    Do,
    FirewallChange,
    changed_by,
    make_change,
    plan_change,
    run_as_root,
    undo_change,
)
from fogportable.platform.interfaces import find_interface
from fogportable.platform.paths import firewall_change_file
from fogportable.platform.privilege import Ask
from fogportable.session.firewall_check import packets_heard
from fogportable.session.preflight import http_port


class FirewallOpening:
    """One change at a time. Blocks while programs run and a person is asked. file, do: replaced by tests."""

    def __init__(self, ask: Ask, *, file: Path | None = None, do: Do | None = None) -> None:
        self._file = file or firewall_change_file()
        self._do = do or run_as_root(ask)

    def change(self) -> FirewallChange | None:
        """What is in force, or was left behind by a crash. A record that cannot be read is told by `undo`."""
        try:
            return changed_by(self._file)
        except OSError:
            return None

    def open(
        self,
        cards: Iterable[str],
        *,
        http: HttpSettings,
        tftp: TftpSettings,
        ports: WirePorts | None = None,
        serves_files: bool = True,
    ) -> FirewallChange | None:
        """Let in what the firewall keeps out, or may keep out, on these cards. None when everything gets in already.

        serves_files: False where another server has them.

        Raises ServiceError FIREWALL_NOT_CHANGED, and as `find_interface` does.
        """
        self.undo()
        ports = ports or WirePorts()
        if not serves_files:
            ports, http = replace(ports, tftp=0), replace(http, is_enabled=False)
        changes = [each for name in cards if (each := _needed(name, ports, http, tftp)) is not None]
        if not changes:
            return None
        whole = FirewallChange(
            changes[0].front_end,
            tuple(command for each in changes for command in each.do),
            tuple(dict.fromkeys(command for each in changes for command in each.undo)),
        )
        try:
            make_change(whole, self._file, do=self._do)
        except OSError as problem:
            commands = "; ".join(whole.lines())
            raise ServiceError(FaultCode.FIREWALL_NOT_CHANGED, commands=commands, detail=str(problem)) from problem
        return whole

    def undo(self) -> bool:
        """Take back what was opened. False when nothing was. Raises ServiceError FIREWALL_NOT_UNDONE."""
        try:
            return undo_change(self._file, do=self._do)
        except OSError as problem:
            raise ServiceError(FaultCode.FIREWALL_NOT_UNDONE, file=self._file, detail=str(problem)) from problem


def _needed(name: str, ports: WirePorts, http: HttpSettings, tftp: TftpSettings) -> FirewallChange | None:
    card, facts = find_interface(name), read_firewall(name)
    packets = packets_heard(card, ports, http_port(card, http), tftp)
    shut = [each for each in packets if judge_firewall(facts, each).passage is not Passage.ALLOWED]
    return plan_change(facts, shut) if shut else None
