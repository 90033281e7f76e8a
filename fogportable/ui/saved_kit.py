"""What the window needs for saving and opening sessions. Real: `session.saved.kit`. All methods block: for jobs."""

from __future__ import annotations

from collections.abc import Sequence
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

    def open(self, path: Path) -> OpenedFile:
        """A capture or a saved session."""
        ...

    def diagnostics(self, profile: Profile, findings: Sequence[Finding]) -> str:
        """Versions, system, cards and findings as plain text, without secrets."""
        ...
