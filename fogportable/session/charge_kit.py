"""Being in charge of the room of one window. What `ui.charge_kit.ChargeKit` asks for."""

from __future__ import annotations

from collections.abc import Iterable

from fogportable.config.profile import Profile
from fogportable.events import ComputersWoken
from fogportable.platform.interfaces import serving_interfaces
from fogportable.protocol.address import MacAddress
from fogportable.session.facade import KitSession
from fogportable.session.wake import known_macs


class ChargeRoomKit:
    """Holds nothing: the session does."""

    def __init__(self, room: KitSession) -> None:
        self._room = room

    def wake(self, macs: Iterable[MacAddress], profile: Profile) -> ComputersWoken:
        """Out of all cards of the profile, that of its private network too. Raises ServiceError."""
        private = profile.private_network
        names = profile.network.interfaces + ((private.interface,) if private is not None else ())
        return self._room.wake(macs, serving_interfaces(filter(None, names)))

    def known_macs(self, profile: Profile) -> tuple[MacAddress, ...]:
        """Every computer that a profile names."""
        return known_macs(profile)

    def need_approval(self, is_needed: bool) -> None:
        """From now on only approved computers are answered, or everybody again."""
        self._room.approvals.need(is_needed)

    def approve(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in; gives those that were not."""
        return self._room.approvals.approve(macs)

    def take_back(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in no more; gives those that were."""
        return self._room.approvals.take_back(macs)
