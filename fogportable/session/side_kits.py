"""What the window is given that needs no session: error codes, the network, the firewall. Read when it is used."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogportable.session.code_lens import CodeLens
    from fogportable.session.firewall_kit import FirewallRoomKit
    from fogportable.session.network_kit import NetworkRoomKit


class SideKits:
    """Their promises stand in `ui.code_kit`, `ui.network_kit` and `ui.firewall_kit`."""

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

    @functools.cached_property
    def firewall(self) -> FirewallRoomKit:
        """Letting computers in through this laptop's firewall."""
        from fogportable.session.firewall_kit import FirewallRoomKit

        return FirewallRoomKit()
