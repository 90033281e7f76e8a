"""Saving and opening for a window under test: composing and opening are real, the session is given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fogportable.config.profile import Profile
from fogportable.errors import FogPortableError
from fogportable.model import Finding
from fogportable.session.saved.bundle import Bundle, Material, compose
from fogportable.session.saved.kit import OpenedFile, SavedRoomKit
from fogportable.session.saved.masks import Redaction


class FakeSavedKit:
    """material: what there is to save. error: raised by gathering."""

    def __init__(self) -> None:
        self.material: Material | None = None
        self.error: FogPortableError | None = None

    def gather(self, profile: Profile, findings: Sequence[Finding]) -> Material:
        if self.error is not None:
            raise self.error
        assert self.material is not None
        return self.material

    def compose(self, material: Material, redaction: Redaction) -> Bundle:
        return compose(material, redaction)

    def open(self, path: Path) -> OpenedFile:
        def no_session() -> None:
            raise AssertionError("opening a file needs no session")

        return SavedRoomKit(no_session).open(path)  # type: ignore[arg-type]

    def diagnostics(self, profile: Profile, findings: Sequence[Finding]) -> str:
        return "FOG Portable: 1\n" + "\n".join(each.sentence for each in findings)
