"""Being in charge for a window under test: what was done is kept, nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from fogportable.config.profile import Profile
from fogportable.errors import FogPortableError
from fogportable.events import ComputersWoken
from fogportable.model import ClientSnapshot, SessionStatus, StopWish
from fogportable.protocol.address import MacAddress
from fogportable.session.auto_stop import AutoStop, StopOutlook
from fogportable.session.known_sites import KnownSite
from fogportable.session.wake import known_macs
from tests.fakes.session import NOW, NOW_S


class FakeChargeKit:
    """error: raised by the next wake. now: what the clock says to what ends serving."""

    def __init__(self) -> None:
        self.woken: list[tuple[MacAddress, ...]] = []
        self.error: FogPortableError | None = None
        self.approved: list[MacAddress] = []
        self.is_approval_needed = False
        self.now = NOW
        self._auto_stop = AutoStop()
        self.site: KnownSite | None = None
        self.remembered: list[tuple[str, str, Path]] = []

    @property
    def _now_s(self) -> float:
        return NOW_S + (self.now - NOW).total_seconds()

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

    @property
    def stop_wish(self) -> StopWish:
        return self._auto_stop.wish

    @property
    def stop_outlook(self) -> StopOutlook:
        return self._auto_stop.outlook

    def want_stop(self, wish: StopWish) -> None:
        self._auto_stop.want(wish, self.now, self._now_s)

    def why_stop(self, status: SessionStatus, clients: Sequence[ClientSnapshot], listed: int) -> str:
        return self._auto_stop.look(status, clients, listed, self.now, self._now_s)

    def known_site(self, card: str) -> KnownSite | None:
        return self.site

    def remember_site(self, card: str, room: str, profile: Path) -> None:
        self.remembered.append((card, room, profile))

    def forget_sites(self) -> int:
        count, self.site = int(self.site is not None), None
        return count
