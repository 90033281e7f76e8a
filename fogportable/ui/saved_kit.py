"""What the window needs for saving and opening sessions. Real: `session.saved.kit`. All methods block: for jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fogportable.config.profile import Profile
    from fogportable.model import Finding
    from fogportable.session.saved.bundle import Bundle, Material
    from fogportable.session.saved.kit import OpenedFile
    from fogportable.session.saved.masks import Redaction


class SavedKit(Protocol):
    """Each raises FogPortableError with a fault for people."""

    def gather(self, profile: Profile, findings: Sequence[Finding]) -> Material:
        """All that can be saved, of this moment."""
        ...

    def compose(self, material: Material, redaction: Redaction) -> Bundle:
        """What would be written, with what is to be hidden hidden."""
        ...

    def open(self, path: Path, on_frames: Callable[[int], None], should_stop: Callable[[], bool]) -> OpenedFile:
        """A capture or a saved session. on_frames is told now and then how many frames of a capture were read, and
        should_stop is asked as often, both in the calling thread."""
        ...

    def diagnostics(self, profile: Profile, findings: Sequence[Finding]) -> str:
        """Versions, system, cards and findings as plain text, without secrets."""
        ...
