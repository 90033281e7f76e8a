"""Which of the chosen cards cannot serve now, and what follows for serving as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from fogportable.errors import Fault
from fogportable.model import ServingPlan
from fogportable.session.leasing import cards_of


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

    def note(self, name: str, fault: Fault) -> None:
        """This card cannot serve, or for another reason than before."""
        self._faults.pop(name, None)
        self._faults[name] = fault
        self._since_s.setdefault(name, self._now())

    def end(self, name: str) -> EndedTrouble | None:
        """This card can serve again. None when nothing was wrong with it."""
        fault = self._faults.pop(name, None)
        return None if fault is None else EndedTrouble(fault, self._now() - self._since_s.pop(name))

    @property
    def latest(self) -> Fault | None:
        """What is wrong with the card that failed last; None when all can serve."""
        return next(reversed(self._faults.values()), None)

    def are_everywhere(self, plan: ServingPlan, yielded: Iterable[str]) -> bool:
        """Whether nothing is answered: every card is in trouble, or has a private network that has yielded."""
        return {each.name for each in cards_of(plan)} <= {*self._faults, *yielded}


def without_cards(plan: ServingPlan, names: Collection[str]) -> ServingPlan:
    """The plan for the other cards."""
    return replace(
        plan,
        interfaces=tuple(each for each in plan.interfaces if each.name not in names),
        leasing=tuple(each for each in plan.leasing if each.card.name not in names),
    )
