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
        self._lists = surface.choices.profile.clients

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
        approved = self._surface.choices.profile.clients.approved
        kept = tuple(mac for mac in approved if mac not in macs)
        if len(kept) != len(approved):
            self._keep(approved=kept)
            gone = words.computers(len(approved) - len(kept))
            self._say(self.tr("Taken back: {computers}. They get no answer any more.").format(computers=gone))

    def need(self, is_needed: bool) -> None:
        """Only approved computers from now on, or everybody. Who boots already is approved with it."""
        approved = self._surface.choices.profile.clients.approved
        if is_needed and not self._surface.serving.is_at_rest and not self._surface.serving.is_rehearsal:
            booting = (each for each in self._clients if each.stage is not ClientStage.LEFT_ALONE and not waits(each))
            approved = tuple(dict.fromkeys((*approved, *(each.mac for each in booting))))
        self._keep(needs_approval=is_needed, approved=approved)

    def take_lists(self) -> None:
        """The profile's lists may be others: what is served follows at once."""
        serving, lists = self._surface.serving, self._surface.choices.profile.clients
        before, self._lists = self._lists, lists
        if serving.is_at_rest or serving.is_rehearsal or before == lists:
            return
        kit = self._surface.kit.charge
        kit.approve(mac for mac in lists.approved if mac not in before.approved)
        kit.take_back(mac for mac in before.approved if mac not in lists.approved)
        kit.need_approval(lists.needs_approval)

    def _approve(self, macs: Iterable[MacAddress]) -> None:
        if self._surface.serving.is_rehearsal and not self._surface.serving.is_at_rest:
            return  # Software computers wait for nobody, and are none of the room's.
        approved = self._surface.choices.profile.clients.approved
        fresh = tuple(dict.fromkeys(mac for mac in macs if mac not in approved))
        if fresh:
            self._keep(approved=(*approved, *fresh))
            sentence = self.tr(
                "Approved: {computers}. Start those again that have given up; the others ask by themselves."
            )
            self._say(sentence.format(computers=words.computers(len(fresh))))

    def _keep(self, *, approved: tuple[MacAddress, ...], needs_approval: bool | None = None) -> None:
        """In the profile, to be saved with it; the window then tells everybody."""
        choices = self._surface.choices
        lists = replace(choices.profile.clients, approved=approved)
        if needs_approval is not None:
            lists = replace(lists, needs_approval=needs_approval)
        choices.replace(replace(choices.profile, clients=lists))

    def _say(self, sentence: str) -> None:
        self.noticed.emit(Notice(_DONE, Gravity.DONE, sentence))
