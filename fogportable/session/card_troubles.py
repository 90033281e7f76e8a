"""Which of the chosen cards cannot serve now, and what follows for serving as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from socket import socket

from fogportable.errors import Fault, FaultCode
from fogportable.model import ServingInterface, ServingPlan
from fogportable.platform.udp import UdpEndpoint
from fogportable.session.leasing import cards_of, placed_plan, why_misplaced, with_card
from fogportable.session.lineup import LineUp

#: Faults of opening sockets that mean: the card was there a moment ago and is not now.
CARD_IS_AWAY = frozenset({FaultCode.INTERFACE_GONE, FaultCode.INTERFACE_NO_ADDRESS})


@dataclass(frozen=True, slots=True)
class EndedTrouble:
    """A card can serve again. lasted_s: since it first could not."""

    fault: Fault
    lasted_s: float


class CardTroubles:
    """The session's own; guarded by its lock. now: monotonic seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._faults: dict[str, Fault] = {}
        self._since_s: dict[str, float] = {}
        self._yielded: dict[str, Fault] = {}

    def __bool__(self) -> bool:
        """Whether some card cannot serve now."""
        return bool(self._faults)

    def give_up(self, name: str, fault: Fault) -> None:
        """The private network of this card has yielded, and stays so whatever else is well again."""
        self._yielded[name] = fault

    @property
    def yielded(self) -> frozenset[str]:
        """Cards whose private network has yielded."""
        return frozenset(self._yielded)

    def note(self, name: str, fault: Fault) -> bool:
        """This card cannot serve. Whether that is news: its first reason, or another one than before."""
        is_news = self._faults.pop(name, None) != fault
        self._faults[name] = fault
        self._since_s.setdefault(name, self._now())
        return is_news

    def end(self, name: str) -> EndedTrouble | None:
        """This card can serve again. None when nothing was wrong with it."""
        fault = self._faults.pop(name, None)
        return None if fault is None else EndedTrouble(fault, self._now() - self._since_s.pop(name))

    @property
    def latest(self) -> Fault | None:
        """What is wrong with the card that failed last, else why a private network yielded; None for neither."""
        return next(reversed((*self._yielded.values(), *self._faults.values())), None)

    def are_everywhere(self, plan: ServingPlan) -> bool:
        """Whether nothing is answered: every card is in trouble, or has a private network that has yielded."""
        return {each.name for each in cards_of(plan)} <= {*self._faults, *self._yielded}


def without_cards(plan: ServingPlan, names: Collection[str]) -> ServingPlan:
    """The plan for the other cards."""
    return replace(
        plan,
        interfaces=tuple(each for each in plan.interfaces if each.name not in names),
        leasing=tuple(each for each in plan.leasing if each.card.name not in names),
    )


def is_served_so(card: ServingInterface, plan: ServingPlan | None, lineup: LineUp | None) -> bool:
    """Whether the services hold sockets of this very card, and tell its address; where it is to be served at all."""
    before = next((each for each in cards_of(plan) if each.name == card.name), None) if plan is not None else None
    if plan is None or before is None:
        return True
    has_sockets = lineup is not None and lineup.has_sockets_on(card)
    if why_misplaced(with_card(plan, card), card.name) is not None:
        return not has_sockets
    return has_sockets and card.address.ip == before.address.ip


def plan_with_sockets(
    plan: ServingPlan, lineup: LineUp | None, card: ServingInterface, unready: frozenset[str]
) -> tuple[ServingPlan, dict[UdpEndpoint, socket] | None]:
    """What of a plan can be served after this card has changed, and the sockets kept for it; None for new ones.

    Cards that cannot be served on stay out until they change themselves, and so do private networks whose range is not
    in the network of their card.
    """
    plan = placed_plan(plan)
    if lineup is None or not lineup.has_sockets_on(card):
        return without_cards(plan, unready), None
    plan = without_cards(plan, {each.name for each in cards_of(plan) if not lineup.has_sockets_on(each)})
    return plan, lineup.keep_sockets(plan) if cards_of(plan) else None
