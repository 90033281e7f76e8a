"""Which parts the window has, and all of them as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from fogportable.ui.charge_part import ChargePart
from fogportable.ui.code_part import CodePart
from fogportable.ui.firewall_part import FirewallPart
from fogportable.ui.fog_part import FogPart
from fogportable.ui.help_part import HelpPart
from fogportable.ui.journey_part import JourneyPart
from fogportable.ui.keeper_part import KeeperPart
from fogportable.ui.network_part import NetworkPart
from fogportable.ui.part import MenuName, Part, Surface
from fogportable.ui.preferences_part import PreferencesPart
from fogportable.ui.remedy_part import RemedyPart
from fogportable.ui.report_part import ReportPart
from fogportable.ui.saved_part import SavedPart
from fogportable.ui.seats_part import SeatsPart

if TYPE_CHECKING:
    from fogportable.ui.actions import Entry
    from fogportable.ui.bridge import Tick

#: In the order in which their lines stand in the menus.
PARTS: tuple[Callable[[Surface], Part], ...] = (
    JourneyPart,
    FogPart,
    SeatsPart,
    ChargePart,
    NetworkPart,
    FirewallPart,
    RemedyPart,
    KeeperPart,
    ReportPart,
    PreferencesPart,
    HelpPart,
    CodePart,
    SavedPart,
)

_Part = TypeVar("_Part", bound=Part)


class Parts:
    """The parts of one window."""

    def __init__(self, surface: Surface) -> None:
        self._parts = tuple(make(surface) for make in PARTS)

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def the(self, kind: type[_Part]) -> _Part:
        """The part of this kind."""
        return next(each for each in self._parts if isinstance(each, kind))

    def entries(self, menu: MenuName) -> tuple[Entry | None, ...]:
        """What all parts have for this menu, with a line before each part's."""
        lines: list[Entry | None] = []
        for part in self._parts:
            own = part.entries().get(menu, ())
            if own:
                lines += [None, *own]
        return tuple(lines)

    def on_rows(self) -> tuple[str, ...]:
        return tuple(name for part in self._parts for name in part.on_rows())

    def only_at_rest(self) -> tuple[str, ...]:
        return tuple(name for part in self._parts for name in part.only_at_rest())

    def that_send(self) -> tuple[str, ...]:
        return tuple(name for part in self._parts for name in part.that_send())

    def take_tick(self, tick: Tick) -> None:
        for part in self._parts:
            part.take_tick(tick)

    def choices_changed(self) -> None:
        for part in self._parts:
            part.choices_changed()

    def set_serving(self, is_serving: bool) -> None:
        for part in self._parts:
            part.set_serving(is_serving)

    def close(self) -> None:
        for part in self._parts:
            part.close()
