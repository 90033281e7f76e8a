"""What a row of a computer says, in words."""

from __future__ import annotations

from fogportable.events import BootServerAckSent, OfferSent
from fogportable.language import say
from fogportable.model import ClientDiagnosis, ClientStage, OfferShape


def as_diagnosed(
    found: ClientDiagnosis | None, stage: ClientStage, doing: str, *, is_loading: bool
) -> tuple[ClientStage, str]:
    """Why it does not get further, where that is known. Who loads now is past it already."""
    if found is None or is_loading:
        return stage, doing
    is_waiting = found.needs_you and stage is not ClientStage.FAILED
    return ClientStage.NEEDS_YOU if is_waiting else stage, found.words


def offered_words(event: OfferSent) -> str:
    """After an OFFER."""
    if event.shape is OfferShape.MENU:
        return say("Was offered the firmware's menu")
    return say("Was offered {file}", file=short_name(event.file) or say("its own boot files"))


def asked_words(event: BootServerAckSent) -> str:
    """After the answer on port 4011."""
    if event.shape is OfferShape.MENU:
        return say("Asked on port 4011, got the firmware's menu")
    return say("Asked on port 4011, was told {file}", file=short_name(event.file))


def short_name(file: str) -> str:
    """The last part of a URL or path: `boot.ipxe` for `tftp://192.168.1.20/boot.ipxe`."""
    return file.rsplit("/", 1)[-1]
