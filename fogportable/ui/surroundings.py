"""What is there to serve with: network cards, boot sets and the check before Start, looked at in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fogportable.config.profile import Profile
from fogportable.model import Finding, LaptopChanges, NetworkInterface
from fogportable.ui.bridge import Bridge
from fogportable.ui.choices import Choices
from fogportable.ui.kit import BootSetInfo, Kit
from fogportable.ui.work import Job, Work

#: A cable that is plugged in is seen after this long at most.
LOOK_EVERY_MS = 3000


@dataclass(frozen=True, slots=True)
class Surrounding:
    """One look."""

    interfaces: tuple[NetworkInterface, ...] = ()
    boot_sets: tuple[BootSetInfo, ...] = ()
    findings: tuple[Finding, ...] = ()
    changes: LaptopChanges = field(default_factory=LaptopChanges)


def _look(kit: Kit, profile: Profile, base: Path) -> Surrounding:
    interfaces, sets, findings = kit.list_interfaces(), tuple(kit.boot_sets()), kit.check(profile, base)
    return Surrounding(interfaces, sets, findings, kit.firewall.changes())


class Surroundings(QObject):
    """Looks when asked, and every 3 s while `set_watching`.

    changed: something is other than before. looked: after every look, and after `changed`.
    """

    changed = Signal()
    looked = Signal()

    def __init__(self, kit: Kit, work: Work, bridge: Bridge, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._choices = choices
        self._is_again_wanted = False
        self.found = Surrounding()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def findings(self) -> Sequence[Finding]:
        return self.found.findings

    def look(self) -> None:
        """Look now; once more afterwards when one is under way, for what is chosen may have changed."""
        work = partial(_look, self._kit, self._choices.profile, self._choices.base)
        self._is_again_wanted = not self._work.start("check", work, self._on_looked)
        self._bridge.wake()

    def look_anew(self) -> None:
        """Somebody asks for it: nobody's earlier answer counts."""
        self._kit.look_anew()
        self.look()

    def set_watching(self, is_watching: bool) -> None:
        """Look by itself: before Start, while the window can be seen."""
        if is_watching and not self._timer.isActive():
            self._timer.start()
        elif not is_watching:
            self._timer.stop()

    def _on_looked(self, job: Job) -> None:
        if isinstance(job.result, Surrounding) and job.result != self.found:
            self.found = job.result
            self.changed.emit()
        self.looked.emit()
        if self._is_again_wanted:
            self.look()
