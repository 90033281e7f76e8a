"""This laptop's firewall for the window. What `ui.firewall_kit.FirewallKit` asks for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from fogportable.config.profile import Profile
from fogportable.language import counted
from fogportable.model import ChangeOwner, Finding, LaptopChanges, NetworkInterface, Topic, Verdict, WirePorts
from fogportable.platform.privilege import Ask
from fogportable.session.firewall_check import RecentFacts, check_firewall
from fogportable.session.firewall_opening import FirewallOpening
from fogportable.session.fog_look import serves_files

if TYPE_CHECKING:
    from fogportable.platform.firewall_change import FirewallChange


class FirewallRoomKit:
    """`_lock` lets one job at a time at the firewall: Stop may come while a person is still asked."""

    def __init__(self, opening: FirewallOpening | None = None) -> None:
        self._opening = opening or FirewallOpening(Ask.WINDOW)
        self._recent = RecentFacts()
        self._lock = threading.Lock()

    @property
    def asks(self) -> bool:
        return self._opening.asks

    def changes(self) -> LaptopChanges:
        return self._opening.changes()

    def plan(self, profile: Profile) -> FirewallChange | None:
        """Raises ServiceError."""
        private = profile.private_network
        names = profile.network.interfaces + ((private.interface,) if private is not None else ())
        with self._lock:
            return self._opening.plan(
                filter(None, names), http=profile.http, tftp=profile.tftp, serves_files=serves_files(profile.fog)
            )

    def open(self, change: FirewallChange) -> None:
        """Raises ServiceError."""
        with self._lock:
            self._opening.open(change)
            self._recent = RecentFacts()

    def take_back(self) -> LaptopChanges:
        """Raises ServiceError."""
        with self._lock:
            self._recent = RecentFacts()
            return self._opening.undo()

    def finding(self, interface: NetworkInterface | None, ports: WirePorts, http: int | None) -> Finding:
        """The line of the check. Asked of the firewall's programs every quarter of a minute at most."""
        found = check_firewall(interface, ports, http, read=self._recent).finding
        changes = self._opening.changes()
        # An ordinary user may not read the rules, not even those that were made for him.
        if found.verdict is not Verdict.UNKNOWN or changes.owner is not ChangeOwner.OURS:
            return found
        opened = counted(
            len(changes.commands),
            "Opened until Stop, by one rule of FOG Portable.",
            "Opened until Stop, by {count} rules of FOG Portable.",
        )
        return Finding(Topic.FIREWALL, Verdict.OK, opened)
