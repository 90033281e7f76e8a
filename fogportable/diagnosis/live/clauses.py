"""What a record says of its computer, as a clause for people: "asked for network boot (UEFI x64 (7))"."""

from __future__ import annotations

from fogportable.events import (
    ClientAsked,
    Event,
    FileNotFound,
    FileRescued,
    FogProgress,
    FogReset,
    LeaseRequestSeen,
    Level,
    OfferSent,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.figures import size_words
from fogportable.language import decimal, say
from fogportable.model import OfferShape
from fogportable.protocol.pxe.archs import arch_label


def clause_of(event: Event) -> str:
    """What happened, without the computer's address and without a period. "" for nothing to tell."""
    match event:
        case ClientAsked():
            asker = "iPXE" if event.runs_ipxe else say("the firmware, {arch}", arch=arch_label(event.arch))
            return say("asked for network boot: {asker}", asker=asker)
        case OfferSent():
            if event.shape is OfferShape.MENU:
                return say("was offered the firmware's menu")
            where = say(" (asked for on port 4011)") if event.shape is OfferShape.BOOT_SERVER else ""
            return say("was offered {file}{where}", file=event.file or say("its own boot files"), where=where)
        case LeaseRequestSeen():
            whose = say(" from {server}", server=event.dhcp_server) if event.dhcp_server is not None else say(" again")
            return say("took the address {address}{whose}", address=event.address, whose=whose)
        case SizeProbed():
            return (
                say("asked for the size of {file}", file=event.file)
                if event.is_heard
                else say("asked for {file}, and fell silent", file=event.file)
            )
        case TransferStarted():
            return say("began to load {file}, {size}", file=event.file, size=size_words(event.size_bytes))
        case TransferFinished():
            return say(
                "loaded {file}, {size} in {duration_s} s",
                file=event.file,
                size=size_words(event.size_bytes),
                duration_s=decimal(event.duration_s),
            )
        case TransferFailed():
            return say("did not get {file}: {reason}", file=event.file, reason=say(event.reason))
        case FileNotFound():
            why = say(", which need not be there") if event.expected else say(", which is not there")
            return say("asked for {file}{why}", file=event.file, why=why)
    return _plain(event)


def is_odd(event: Event) -> bool:
    """Whether it stands in the way: what loaders only try does not."""
    return event.level in (Level.WARNING, Level.FAILURE)


def _plain(event: Event) -> str:
    """The event's own sentence from behind its subject."""
    sentence = event.sentence()
    if isinstance(event, FogProgress | FogReset | FileRescued):
        return sentence.replace(event.who(), say("it")).rstrip(".")
    rest = sentence.removeprefix(event.who())
    if rest.startswith(": "):
        return rest[2:].rstrip(".")
    address = getattr(event, "address", None)
    return rest.removeprefix(f" ({address})").strip().rstrip(".")
