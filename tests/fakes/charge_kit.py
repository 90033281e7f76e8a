"""Being in charge for a window under test: what was done is kept, nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable

from fogportable.config.profile import Profile
from fogportable.errors import FogPortableError
from fogportable.events import ComputersWoken
from fogportable.protocol.address import MacAddress
from fogportable.session.wake import known_macs


class FakeChargeKit:
    """error: raised by the next wake."""

    def __init__(self) -> None:
        self.woken: list[tuple[MacAddress, ...]] = []
        self.error: FogPortableError | None = None
        self.approved: list[MacAddress] = []
        self.is_approval_needed = False

    def wake(self, macs: Iterable[MacAddress], profile: Profile) -> ComputersWoken:
        if self.error is not None:
            raise self.error
        self.woken.append(tuple(macs))
        return ComputersWoken(interfaces=profile.network.interfaces, count=len(self.woken[-1]))

    def known_macs(self, profile: Profile) -> tuple[MacAddress, ...]:
        return known_macs(profile)

    def need_approval(self, is_needed: bool) -> None:
        self.is_approval_needed = is_needed

    def approve(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        fresh = tuple(mac for mac in macs if mac not in self.approved)
        self.approved += fresh
        return fresh

    def take_back(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        gone = tuple(mac for mac in macs if mac in self.approved)
        self.approved = [mac for mac in self.approved if mac not in gone]
        return gone
