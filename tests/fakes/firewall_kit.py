"""A firewall as a test wants it: nothing is read and nothing changed."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.config.profile import Profile
from fogportable.errors import FogPortableError
from fogportable.model import ChangeOwner, LaptopChanges

COMMANDS = tuple(
    f"nft insert rule inet filter input iifname '\"enx1\"' {port} accept comment '\"fog-portable\"'"
    for port in ("udp dport 67", "udp dport 4011", "udp dport 69", "udp dport 32768-60999", "tcp dport 80")
)


@dataclass(frozen=True)
class Planned:
    commands: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        return self.commands


class FakeFirewallKit:
    """planned: None when everything gets in. error: raised by the next thing that changes or reads something."""

    def __init__(self) -> None:
        self.asks = False
        self.planned: Planned | None = Planned(COMMANDS)
        self.found = LaptopChanges()
        self.error: FogPortableError | None = None
        self.calls: list[str] = []

    def changes(self) -> LaptopChanges:
        return self.found

    def plan(self, profile: Profile) -> Planned | None:
        self._call("plan")
        return self.planned

    def open(self, change: Planned) -> None:
        self._call("open")
        self.found = LaptopChanges(change.commands, ChangeOwner.OURS)

    def take_back(self) -> LaptopChanges:
        self._call("take back")
        found, self.found = self.found, LaptopChanges()
        return found

    def stop(self) -> None:
        """What Stop does."""
        if self.found.owner is ChangeOwner.OURS:
            self.take_back()

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.error is not None:
            error, self.error = self.error, None
            raise error
