"""What the window needs to know of a network. Real one: `session.network_kit`; tests: a fake with the same methods.

Methods marked "blocks" are called from a plain thread (`ui/work.py`); they raise FogPortableError with a fault for
people and nothing else on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fogportable.model import BootKeys, NetworkLook


class NetworkKit(Protocol):
    """What is on the cable of one card, and what of this laptop stands in between."""

    def may_listen(self) -> bool:
        """Whether a card can be listened to without asking anybody for rights."""
        ...

    def check(self, card: str, should_stop: Callable[[], bool] = ...) -> NetworkLook:
        """Ask as every kind of computer would, listen to the switch, judge. Takes no address.

        card: by its system name. Blocks up to 9.5 s, and while a person is asked for a password. What was heard is
        judged when should_stop says so, which is asked several times a second.
        """
        ...

    def name_of(self, address: IPv4Address) -> str:
        """What the site calls a machine; "" when nobody says. Blocks some seconds."""
        ...

    def boot_keys(self) -> Sequence[BootKeys]:
        """Keys for network boot, in the order of the makers' names. Reads a file."""
        ...
