"""Being in charge of the room of one window. What `ui.charge_kit.ChargeKit` asks for."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from fogportable.config.profile import Profile
from fogportable.events import ComputersWoken
from fogportable.model import ClientSnapshot, SessionStatus, StopWish
from fogportable.platform.interfaces import serving_interfaces
from fogportable.protocol.address import MacAddress
from fogportable.session.auto_stop import StopOutlook
from fogportable.session.facade import KitSession
from fogportable.session.known_sites import KnownSite, KnownSites, mark_of, remember_site
from fogportable.session.wake import known_macs


class ChargeRoomKit:
    """Holds nothing: the session does."""

    def __init__(self, room: KitSession) -> None:
        self._room = room

    def wake(self, macs: Iterable[MacAddress], profile: Profile) -> ComputersWoken:
        """Out of all cards of the profile, that of its private network too. Raises ServiceError."""
        private = profile.private_network
        names = profile.network.interfaces + ((private.interface,) if private is not None else ())
        return self._room.charge.wake(macs, serving_interfaces(filter(None, names)))

    def known_macs(self, profile: Profile) -> tuple[MacAddress, ...]:
        """Every computer that a profile names."""
        return known_macs(profile)

    def need_approval(self, is_needed: bool) -> None:
        """From now on only approved computers are answered, or everybody again."""
        self._room.charge.approvals.need(is_needed)

    def approve(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in; gives those that were not."""
        return self._room.charge.approvals.approve(macs)

    def take_back(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in no more; gives those that were."""
        return self._room.charge.approvals.take_back(macs)

    @property
    def stop_wish(self) -> StopWish:
        """What ends serving by itself."""
        return self._room.charge.auto_stop.wish

    @property
    def stop_outlook(self) -> StopOutlook:
        """When that will be, as of the last look."""
        return self._room.charge.auto_stop.outlook

    def want_stop(self, wish: StopWish) -> None:
        """From now on this ends serving; an empty wish takes it back."""
        self._room.charge.auto_stop.want(wish, datetime.now(UTC), time.monotonic())

    def why_stop(self, status: SessionStatus, clients: Sequence[ClientSnapshot], listed: int) -> str:
        """Look at the room: a clause why serving is to end now, "" while it is not."""
        return self._room.charge.auto_stop.look(status, clients, listed, datetime.now(UTC), time.monotonic())

    def known_site(self, card: str) -> KnownSite | None:
        """The network that a card is in, where it was served before."""
        mark = mark_of(card)
        return None if mark is None else KnownSites().find(mark)

    def remember_site(self, card: str, room: str, profile: Path) -> None:
        """It is served today; nothing without a router. Raises ServiceError."""
        remember_site(card, room, profile)

    def forget_sites(self) -> int:
        """Know none of them any more. Raises ServiceError."""
        return KnownSites().forget()
