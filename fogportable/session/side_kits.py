"""What the window is given that needs no session: error codes, and asking the network. Read when it is used."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogportable.session.code_lens import CodeLens
    from fogportable.session.network_kit import NetworkRoomKit


class SideKits:
    """Their promises stand in `ui.code_kit` and `ui.network_kit`."""

    @functools.cached_property
    def codes(self) -> CodeLens:
        """What computers' screens show."""
        from fogportable.session.code_lens import CodeLens

        return CodeLens()

    @functools.cached_property
    def network(self) -> NetworkRoomKit:
        """What is on the cable of a card."""
        from fogportable.session.network_kit import NetworkRoomKit

        return NetworkRoomKit()
