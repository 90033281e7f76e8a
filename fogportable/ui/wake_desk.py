"""Waking the chosen computers, or all that the room knows, from this laptop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.errors import FaultCode, describe
from fogportable.events import ComputersWoken
from fogportable.model import ClientStage
from fogportable.protocol.address import MacAddress
from fogportable.ui import words
from fogportable.ui.part import Surface
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job

_JOB = "wake"
_NOTICE = "wake"


def _tr(text: str) -> str:
    return QCoreApplication.translate("WakeDesk", text)


def ask_waking(parent: QWidget | None, count: int) -> bool:
    """Whether so many computers shall really start. The answer that does nothing is the default."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setObjectName("wakeBox")
    box.setWindowTitle(_tr("Wake the whole room"))
    box.setText(_tr("Switch on {computers}?").format(computers=words.computers(count)))
    box.setInformativeText(
        _tr("Ten in a second are told. Whoever has no Wake-on-LAN switched on in its firmware stays off.")
    )
    yes = box.addButton(_tr("&Wake them"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(_tr("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    is_wanted = box.clickedButton() is yes
    box.deleteLater()
    return is_wanted


class WakeDesk(QObject):
    """noticed: a Notice; withdrawn: its key. ask: replaced in tests."""

    noticed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self.ask: Callable[[QWidget | None, int], bool] = ask_waking

    def wake_chosen(self) -> None:
        """The chosen rows."""
        chosen = self._surface.pages.room.chosen_computers()
        if not chosen:
            self._post(Gravity.NEEDS, str(describe(FaultCode.NOBODY_TO_WAKE)))
            return
        self._wake(tuple(client.mac for client in chosen))

    def wake_room(self) -> None:
        """Everybody that was heard, and everybody that the profile names; asks before."""
        macs = self._known()
        if not macs:
            self._post(Gravity.NEEDS, str(describe(FaultCode.NOBODY_TO_WAKE)))
        elif self.ask(self._surface.window, len(macs)):
            self._wake(macs)

    def _known(self) -> tuple[MacAddress, ...]:
        kit = self._surface.kit
        heard: tuple[MacAddress, ...] = ()
        if not self._surface.serving.is_rehearsal:
            rows = kit.session.clients()
            heard = tuple(each.mac for each in rows if each.stage is not ClientStage.LEFT_ALONE)
        return tuple(dict.fromkeys((*heard, *kit.charge.known_macs(self._surface.choices.profile))))

    def _wake(self, macs: Sequence[MacAddress]) -> None:
        surface = self._surface
        if surface.serving.is_rehearsal and not surface.serving.is_at_rest:
            self._post(Gravity.NEEDS, self.tr("A rehearsal has no computers that could be woken."))
            return
        work = partial(surface.kit.charge.wake, macs, surface.choices.profile)
        if surface.work.start(_JOB, work, self._on_woken):
            count = words.computers(len(macs))
            self._post(Gravity.WORKING, self.tr("Telling {computers} to switch on.").format(computers=count))
            surface.bridge.wake()

    def _on_woken(self, job: Job) -> None:
        if job.fault is not None:
            self._post(Gravity.FAILED, str(job.fault))
        elif isinstance(job.result, ComputersWoken):
            sentence = self.tr("Wake-on-LAN was sent to {computers} on {cards}. Those that start show up here.")
            count, cards = words.computers(job.result.count), ", ".join(job.result.interfaces)
            self._post(Gravity.DONE, sentence.format(computers=count, cards=cards))

    def _post(self, gravity: Gravity, sentence: str) -> None:
        self.noticed.emit(Notice(_NOTICE, gravity, sentence))
