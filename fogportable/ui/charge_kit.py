"""What the window needs to be in charge of a room. Real one: `session.charge_kit`; tests: a fake with the same methods.

Methods marked "blocks" are called from a plain thread (`ui/work.py`); all others return at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from fogportable.config.profile import Profile
from fogportable.events import ComputersWoken
from fogportable.model import ClientSnapshot, SessionStatus, StopWish
from fogportable.protocol.address import MacAddress
from fogportable.session.auto_stop import StopOutlook
from fogportable.session.known_sites import KnownSite


class ChargeKit(Protocol):
    """Waking, letting in, ending by itself."""

    def wake(self, macs: Iterable[MacAddress], profile: Profile) -> ComputersWoken:
        """Switch these on, from the profile's cards. Blocks for a fifth of a second for each. Raises ServiceError."""
        ...

    def known_macs(self, profile: Profile) -> tuple[MacAddress, ...]:
        """Every computer that a profile names."""
        ...

    def need_approval(self, is_needed: bool) -> None:
        """From now on only approved computers are answered, or everybody again."""
        ...

    def approve(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in; gives those that were not."""
        ...

    def take_back(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in no more; gives those that were."""
        ...

    @property
    def stop_wish(self) -> StopWish:
        """What ends serving by itself."""
        ...

    @property
    def stop_outlook(self) -> StopOutlook:
        """When that will be, as of the last look."""
        ...

    def want_stop(self, wish: StopWish) -> None:
        """From now on this ends serving; an empty wish takes it back."""
        ...

    def why_stop(self, status: SessionStatus, clients: Sequence[ClientSnapshot], listed: int) -> str:
        """Look at the room: a clause why serving is to end now, "" while it is not. listed: computers in the room."""
        ...

    def known_site(self, card: str) -> KnownSite | None:
        """The network that a card is in, where it was served before with a profile that is still there. Blocks."""
        ...

    def remember_site(self, card: str, room: str, profile: Path) -> None:
        """It is served today. Blocks. Raises ServiceError."""
        ...

    def forget_sites(self) -> int:
        """Know none of them any more; gives how many there were. Raises ServiceError."""
        ...
