"""Asking, whenever somebody wants to know, whether a DHCP server answers on the chosen cards. Nothing is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import FoundServer, ServingInterface
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import SocketPurpose, UdpEndpoint
from fogportable.services.dhcp_probe import ProbedCard
from fogportable.session.leasing import ask_cards, own_macs


def look_on(
    cards: Sequence[ServingInterface], *, ask: Ask, should_stop: Callable[[], bool]
) -> tuple[FoundServer, ...] | None:
    """The first server that answers on each card; None when it was stopped before that was known.

    Blocks for up to 4.5 s, and while a person is asked for a password. Takes no address, and harms no serving.
    Raises ServiceError: NO_INTERFACE_CHOSEN, LOOK_UNSEEN, LOOK_FAILED, and what `open_all` raises.
    """
    if not cards:
        raise ServiceError(FaultCode.NO_INTERFACE_CHOSEN)
    taps = {card: UdpEndpoint(SocketPurpose.TAP, card, 0) for card in cards}
    opened = open_all(tuple(taps.values()), ask=ask, asks_for_taps=True)
    with contextlib.ExitStack() as undo:
        for sock in opened.values():
            undo.enter_context(sock)
        for card, endpoint in taps.items():
            if endpoint not in opened:
                raise ServiceError(FaultCode.LOOK_UNSEEN, interface=card.name)
        ours = own_macs()
        probed = [ProbedCard(card.name, opened[taps[card]], card.address.ip, ours) for card in cards]
        found = ask_cards(probed, should_stop)
    return None if found is None else tuple(FoundServer(name, each.address, each.mac) for name, each in found.items())
