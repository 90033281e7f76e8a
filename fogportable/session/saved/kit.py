"""Saving and opening sessions for one window. What `ui.saved_kit.SavedKit` asks for; all methods block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fogportable.config.profile import Profile
from fogportable.errors import Fault
from fogportable.model import Finding
from fogportable.session.explaining import ExplainedComputer, explained
from fogportable.session.facade import KitSession
from fogportable.session.saved.bundle import Bundle, Material, compose
from fogportable.session.saved.masks import Masks, Redaction
from fogportable.session.saved.opening import SavedSession, is_bundle, open_bundle

if TYPE_CHECKING:
    from fogportable.diagnostics.explain import Explanation


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A capture, or a saved session. session: None for a capture. computers: what its packets say of each.

    frames: how many packets were read. fault: where the file is damaged. is_whole: False when reading was stopped.
    """

    path: Path
    session: SavedSession | None
    computers: tuple[ExplainedComputer, ...]
    frames: int
    fault: Fault | None = None
    is_whole: bool = True


class SavedRoomKit:
    """session: the one that is shown now."""

    def __init__(self, session: Callable[[], KitSession]) -> None:
        self._session = session

    def gather(self, profile: Profile, findings: Sequence[Finding]) -> Material:
        """All that can be saved, of this moment. Raises BundleError BUNDLE_EMPTY."""
        from fogportable.session.saved.shelf import gather

        return gather(self._session(), profile=profile, findings=findings)

    def compose(self, material: Material, redaction: Redaction) -> Bundle:
        """What would be written."""
        return compose(material, redaction)

    def open(
        self, path: Path, on_frames: Callable[[int], None] | None = None, should_stop: Callable[[], bool] | None = None
    ) -> OpenedFile:
        """A capture or a saved session. Raises BundleError, CaptureError."""
        from fogportable.diagnostics.captures import CaptureError
        from fogportable.diagnostics.explain import explain_capture
        from fogportable.session.saved.verdicts import explain_saved

        try:
            is_session = is_bundle(path)
        except OSError:
            is_session = False  # Why it cannot be read is told where captures are.
        if not is_session:
            return _opened(path, None, explain_capture(path, on_frames, should_stop))
        saved = open_bundle(path)
        try:
            found = explain_saved(saved)
        except CaptureError:  # Nothing was heard yet: no packet, no card.
            return OpenedFile(path, saved, (), 0)
        return _opened(path, saved, found)

    def diagnostics(self, profile: Profile, findings: Sequence[Finding]) -> str:
        """Versions, system, cards and findings as plain text, without secrets."""
        from fogportable.platform.interfaces import list_interfaces
        from fogportable.session.saved.shelf import versions

        lines = [f"{name}: {version}" for name, version in versions().items()]
        lines += ["", "Network cards"]
        for card in list_interfaces():
            facts = (card.kind.value, ", ".join(map(str, card.addresses)) or "no address", _link(card.has_link))
            lines.append(f"  {card.name}: {'; '.join(facts)}" + (f"; {card.unusable}" if card.unusable else ""))
        lines += ["", "Before Start"]
        lines += [f"  {each.verdict.value}: {each.sentence}" for each in findings] or ["  not looked yet"]
        status = self._session().status()
        lines += ["", f"Session: {status.state.value}, {status.requests_heard} requests heard"]
        if status.fault is not None:
            lines.append(f"  {status.fault}")
        host = profile.fog.server.split("://", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0]
        masks = Masks(Redaction(), fog_hosts=(host,) if host else ())
        return masks.text("\n".join(lines)) + "\n"


def _link(has_link: bool | None) -> str:
    return "link unknown" if has_link is None else "link" if has_link else "no link"


def _opened(path: Path, session: SavedSession | None, found: Explanation) -> OpenedFile:
    computers = tuple(map(explained, found.diagnoses))
    return OpenedFile(path, session, computers, found.frames, found.fault, found.is_whole)
