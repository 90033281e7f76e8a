"""The end of serving: who loads may finish, within a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.session.lineup import LineUp

#: While draining, look this often (s) whether everybody has finished.
_DRAIN_LOOK_S = 0.1


def end_services(
    lineup: LineUp, drain_s: float, stop_now: threading.Event, mac_of: Callable[[IPv4Address], MacAddress | None]
) -> tuple[tuple[MacAddress, ...], int]:
    """Let who loads finish, then end the services. Gives who was cut, and how many those were."""
    lineup.refuse_new()
    _drain(lineup, drain_s, stop_now)
    left = lineup.running_clients()
    # Who loads is a neighbour by now, even one that the kernel did not know when it asked.
    macs = [mac or mac_of(address) for address, mac in left]
    lineup.stop()
    return tuple(dict.fromkeys(mac for mac in macs if mac is not None)), len(left)


def _drain(lineup: LineUp, drain_s: float, stop_now: threading.Event) -> None:
    """Let who loads finish, until the time is over or somebody is in a hurry."""
    deadline = time.monotonic() + drain_s
    while lineup.running_clients() and time.monotonic() < deadline:
        if stop_now.wait(_DRAIN_LOOK_S):
            return
