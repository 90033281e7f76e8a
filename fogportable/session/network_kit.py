"""What is on the cable of one card. What `ui.network_kit.NetworkKit` asks for.

What a window may never need is imported by the method that needs it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from fogportable.errors import FaultCode
from fogportable.platform.packet_tap import why_no_tap
from fogportable.platform.privilege import RIGHTS, Ask

if TYPE_CHECKING:
    from fogportable.model import BootKeys, NetworkLook

#: So long (s) a machine's name is waited for.
_NAME_WAITS_S = 3.0


class NetworkRoomKit:
    """Holds nothing: every answer comes from the network as it is now."""

    def may_listen(self) -> bool:
        """Whether a tap opens without asking anybody. True too where there is none at all: asking would not help."""
        return RIGHTS.are_held or why_no_tap().code is not FaultCode.TAP_NOT_ALLOWED

    def check(self, card: str, should_stop: Callable[[], bool] = lambda: False) -> NetworkLook:
        """Ask and judge. Raises ServiceError as `probe_interface` does."""
        from fogportable.session.network_look import network_look
        from fogportable.session.site_look import own_addresses, probe_interface

        look = probe_interface(card, ask=Ask.WINDOW, should_stop=should_stop)
        return network_look(look, own_addresses())

    def name_of(self, address: IPv4Address) -> str:
        """As the resolver of this machine knows it: from the site's DNS, mDNS or the hosts file."""
        found: list[str] = []

        def ask() -> None:
            with contextlib.suppress(OSError):
                found.append(socket.gethostbyaddr(str(address))[0])

        # A resolver without an answer waits for half a minute, and a window that closes must not.
        thread = threading.Thread(target=ask, name="fogp-name", daemon=True)
        thread.start()
        thread.join(_NAME_WAITS_S)
        return next((name for name in found if name != str(address)), "")

    def boot_keys(self) -> Sequence[BootKeys]:
        """Raises ServiceError RESOURCES_BROKEN."""
        from fogportable.session.boot_keys import read_boot_keys

        return read_boot_keys()
