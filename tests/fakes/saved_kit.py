"""Saving and opening for a window under test: composing and opening are real, the session is given."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from fogportable.config.profile import Profile
from fogportable.errors import FogPortableError
from fogportable.model import Finding
from fogportable.session.saved.bundle import Bundle, Material, compose
from fogportable.session.saved.kit import OpenedFile, SavedRoomKit
from fogportable.session.saved.masks import Redaction


class FakeSavedKit:
    """material: what there is to save. error: raised by gathering. let_open_end: holds opening up while cleared."""

    def __init__(self) -> None:
        self.material: Material | None = None
        self.error: FogPortableError | None = None
        self.let_open_end = threading.Event()
        self.let_open_end.set()

    def gather(self, profile: Profile, findings: Sequence[Finding]) -> Material:
        if self.error is not None:
            raise self.error
        assert self.material is not None
        return self.material

    def compose(self, material: Material, redaction: Redaction) -> Bundle:
        return compose(material, redaction)

    def open(self, path: Path, on_frames: Callable[[int], None], should_stop: Callable[[], bool]) -> OpenedFile:
        self.let_open_end.wait(10)

        def no_session() -> None:
            raise AssertionError("opening a file needs no session")

        return SavedRoomKit(no_session).open(path, on_frames, should_stop)  # type: ignore[arg-type]

    def diagnostics(self, profile: Profile, findings: Sequence[Finding]) -> str:
        return "FOG Portable: 1\n" + "\n".join(each.sentence for each in findings)
