"""Rows of computers that were only observed: what each would boot, and after Start that they had asked before."""

from __future__ import annotations

from fogportable.events import AskedBeforeStart, ComputerForeseen
from fogportable.language import say
from fogportable.model import ClientStage, Foresight, OurChance
from fogportable.session.heard_client import HeardClient

_STAGES = {
    OurChance.SURE: ClientStage.WOULD_BOOT,
    OurChance.DEPENDS: ClientStage.MAY_BOOT,
    OurChance.NONE: ClientStage.NEEDS_YOU,
}


def stage_of(foresight: Foresight) -> ClientStage:
    """LEFT_ALONE only for what is as wanted: nothing to boot, or another server's, is for a person."""
    if foresight.silence and foresight.is_left_alone:
        return ClientStage.LEFT_ALONE
    if foresight.silence or foresight.fault is not None:
        return ClientStage.NEEDS_YOU
    return _STAGES[foresight.chance]


def show_observed(client: HeardClient, event: ComputerForeseen | AskedBeforeStart) -> None:
    """What its row says from now on."""
    if isinstance(event, ComputerForeseen):
        _show_foreseen(client, event.foresight)
    else:
        _show_asked_before(client, event.foresight)


def _show_foreseen(client: HeardClient, foresight: Foresight) -> None:
    """It asked while observing."""
    _show_who(client, foresight)
    client.stage, client.fault = stage_of(foresight), foresight.fault
    client.doing = foresight.row_words()
    client.asked_s = client.last_heard_s


def _show_asked_before(client: HeardClient, foresight: Foresight) -> None:
    """Serving has begun since: it was left without an answer, and most firmware has given up by now."""
    _show_who(client, foresight)
    client.stage = ClientStage.SILENT
    client.doing = say("Asked before Start: switch it on again")
    client.is_from_before = True


def _show_who(client: HeardClient, foresight: Foresight) -> None:
    client.arch, client.interface = foresight.arch, foresight.interface
    client.note_machine(foresight.uuid)
