"""Waking computers from this laptop: by no server, on the chosen cards."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode, ServiceError
from fogportable.events import ComputersWoken
from fogportable.model import ServingInterface
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.wake import is_wakeable
from fogportable.services.wake import send_magic

_ETHERNET_BYTES = 6


def wake(
    macs: Iterable[MacAddress],
    cards: Sequence[ServingInterface],
    should_end: Callable[[float], bool] | None = None,
) -> ComputersWoken:
    """Tell these computers to switch on, each once, out of every card. Blocks for a fifth of a second for each.

    should_end: waits for so many seconds and says whether to end; None for no end before all were told.
    Raises ServiceError: NO_INTERFACE_CHOSEN, NOBODY_TO_WAKE, WAKE_NOT_SENT.
    """
    if not cards:
        raise ServiceError(FaultCode.NO_INTERFACE_CHOSEN)
    whom = tuple(dict.fromkeys(mac for mac in macs if is_wakeable(mac)))
    if not whom:
        raise ServiceError(FaultCode.NOBODY_TO_WAKE)
    told = 0
    for card in cards:
        try:
            told = max(told, send_magic(whom, card, should_end or threading.Event().wait))
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise ServiceError(FaultCode.WAKE_NOT_SENT, interface=card.name, reason=reason) from problem
    return ComputersWoken(interfaces=tuple(card.name for card in cards), count=told)


def known_macs(profile: Profile) -> tuple[MacAddress, ...]:
    """Every computer that a profile names by its whole address, each once; those that it leaves alone are not woken."""
    named = [seat.mac for seat in profile.room.seats if seat.mac is not None]
    if profile.private_network is not None:
        named += [host.mac for host in profile.private_network.hosts]
    named += (*_whole(profile.clients.allow), *profile.clients.approved)
    for rule in profile.boot.rules:
        if not rule.is_ignored:
            named += _whole(rule.macs)
    denied = profile.clients.deny
    return tuple(
        dict.fromkeys(mac for mac in named if is_wakeable(mac) and not any(each.matches(mac) for each in denied))
    )


def _whole(patterns: Sequence[MacPattern]) -> list[MacAddress]:
    return [MacAddress(each.octets) for each in patterns if len(each.octets) == _ETHERNET_BYTES]
