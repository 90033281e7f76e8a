"""Letting computers in where only approved ones are answered. Who is let in stands in the profile, to be saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from fogportable.errors import FaultCode
from fogportable.model import ClientSnapshot, ClientStage
from fogportable.protocol.address import MacAddress
from fogportable.ui import words
from fogportable.ui.bridge import Tick
from fogportable.ui.part import Surface
from fogportable.ui.widgets.notice_bar import Gravity, Notice

_WAITING = "waiting"
_DONE = "approved"


def waits(client: ClientSnapshot) -> bool:
    """Whether it gets no answer until somebody approves it."""
    return client.fault is not None and client.fault.code is FaultCode.CLIENT_WAITS


class ApprovalDesk(QObject):
    """noticed: a Notice; withdrawn: its key."""

    noticed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self._clients: Sequence[ClientSnapshot] = ()
        self._count = 0

    def take_tick(self, tick: Tick) -> None:
        """One notice for all that wait, said again only when there are others."""
        self._clients = tick.clients
        count = 0 if tick.status.state.is_at_rest else sum(map(waits, tick.clients))
        if count == self._count:
            return
        self._count = count
        if not count:
            self.withdrawn.emit(_WAITING)
            return
        sentence = (
            self.tr("1 computer waits for you to approve it.")
            if count == 1
            else self.tr("{count} computers wait for you to approve them.").format(count=count)
        )
        self.noticed.emit(
            Notice(_WAITING, Gravity.NEEDS, sentence, self.tr("Approve a&ll"), self.approve_all),
        )

    def approve_chosen(self) -> None:
        """The chosen rows."""
        self._approve(client.mac for client in self._surface.pages.room.chosen_computers())

    def approve_all(self) -> None:
        """Whoever waits."""
        self._approve(client.mac for client in self._clients if waits(client))

    def take_back(self) -> None:
        """The chosen rows wait again; what they load now goes on."""
        macs = {client.mac for client in self._surface.pages.room.chosen_computers()}
        self._surface.kit.charge.take_back(macs)
        lists = self._surface.choices.profile.clients
        kept = tuple(mac for mac in lists.approved if mac not in macs)
        if len(kept) != len(lists.approved):
            self._keep(kept)
            gone = words.computers(len(lists.approved) - len(kept))
            self._say(self.tr("Taken back: {computers}. They get no answer any more.").format(computers=gone))

    def need(self, is_needed: bool) -> None:
        """Only approved computers from now on, or everybody. Who boots already is approved with it."""
        choices = self._surface.choices
        choices.replace(replace(choices.profile, clients=replace(choices.profile.clients, needs_approval=is_needed)))
        if is_needed and not self._surface.serving.is_at_rest:
            booting = [each for each in self._clients if each.stage is not ClientStage.LEFT_ALONE and not waits(each)]
            self._approve(each.mac for each in booting)
        self._surface.kit.charge.need_approval(is_needed)

    def _approve(self, macs: Iterable[MacAddress]) -> None:
        if self._surface.serving.is_rehearsal and not self._surface.serving.is_at_rest:
            return  # Software computers wait for nobody, and are none of the room's.
        lists = self._surface.choices.profile.clients
        fresh = tuple(dict.fromkeys(mac for mac in macs if mac not in lists.approved))
        if not fresh:
            return
        self._surface.kit.charge.approve(fresh)
        self._keep((*lists.approved, *fresh))
        sentence = self.tr("Approved: {computers}. They are answered when they ask again; save the profile to keep it.")
        self._say(sentence.format(computers=words.computers(len(fresh))))

    def _keep(self, approved: tuple[MacAddress, ...]) -> None:
        choices = self._surface.choices
        choices.replace(replace(choices.profile, clients=replace(choices.profile.clients, approved=approved)))

    def _say(self, sentence: str) -> None:
        self.noticed.emit(Notice(_DONE, Gravity.DONE, sentence))
