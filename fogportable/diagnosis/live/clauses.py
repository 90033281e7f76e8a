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
from fogportable.model import OfferShape
from fogportable.protocol.pxe.archs import arch_label


def clause_of(event: Event) -> str:
    """What happened, without the computer's address and without a period. "" for nothing to tell."""
    match event:
        case ClientAsked():
            asker = "iPXE" if event.runs_ipxe else f"the firmware, {arch_label(event.arch)}"
            return f"asked for network boot: {asker}"
        case OfferSent():
            if event.shape is OfferShape.MENU:
                return "was offered the firmware's menu"
            where = " (asked for on port 4011)" if event.shape is OfferShape.BOOT_SERVER else ""
            return f"was offered {event.file or 'its own boot files'}{where}"
        case LeaseRequestSeen():
            whose = f" from {event.dhcp_server}" if event.dhcp_server is not None else " again"
            return f"took the address {event.address}{whose}"
        case SizeProbed():
            return (
                f"asked for the size of {event.file}" if event.is_heard else f"asked for {event.file}, and fell silent"
            )
        case TransferStarted():
            return f"began to load {event.file}, {size_words(event.size_bytes)}"
        case TransferFinished():
            return f"loaded {event.file}, {size_words(event.size_bytes)} in {event.duration_s:.1f} s"
        case TransferFailed():
            return f"did not get {event.file}: {event.reason}"
        case FileNotFound():
            why = ", which need not be there" if event.expected else ", which is not there"
            return f"asked for {event.file}{why}"
    return _plain(event)


def is_odd(event: Event) -> bool:
    """Whether it stands in the way: what loaders only try does not."""
    return event.level in (Level.WARNING, Level.FAILURE)


def _plain(event: Event) -> str:
    """The event's own sentence from behind its subject."""
    sentence = event.sentence()
    if isinstance(event, FogProgress | FogReset | FileRescued):
        return sentence.replace(event.who(), "it").rstrip(".")
    rest = sentence.removeprefix(event.who())
    if rest.startswith(": "):
        return rest[2:].rstrip(".")
    address = getattr(event, "address", None)
    return rest.removeprefix(f" ({address})").strip().rstrip(".")
