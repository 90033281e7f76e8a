"""What the window needs of this laptop's firewall. Real one: `session.firewall_kit`; tests: a fake that is alike.

Methods marked "blocks" are called from a plain thread (`ui/work.py`); they raise FogPortableError with a fault for
people and nothing else on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from fogportable.config.profile import Profile
    from fogportable.model import LaptopChanges


class PlannedChange(Protocol):
    """A change that was not made yet."""

    def lines(self) -> tuple[str, ...]:
        """The commands as a person would type them."""
        ...


class FirewallKit(Protocol):
    """Letting computers in through this laptop's firewall until Stop."""

    @property
    def asks(self) -> bool:
        """Whether the system asks for a password before something is changed."""
        ...

    def changes(self) -> LaptopChanges:
        """What is changed now, or was left behind by a run that crashed. Reads a file."""
        ...

    def plan(self, profile: Profile) -> Any:
        """A `PlannedChange` that lets in what the profile's cards should hear; None when all of it gets in. Blocks.

        Changes nothing. Any: what it is made of is the kit's own, and only `open` needs to know.
        """
        ...

    def open(self, change: Any) -> None:
        """Make a change that `plan` gave. Blocks, may wait for a password."""
        ...

    def take_back(self) -> LaptopChanges:
        """Undo what is open, or was left behind; says what that was. Blocks, may wait for a password."""
        ...
