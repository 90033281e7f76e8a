"""What the window needs to explain what a computer's screen shows. Real: `session.code_lens`; it returns at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fogportable.session.code_lens import CodeMatch


class CodeKit(Protocol):
    """The table of codes and texts."""

    def find(self, typed: str, most: int) -> tuple[CodeMatch, ...]:
        """What may be meant, the likeliest first; empty when nothing of it is known."""
        ...
