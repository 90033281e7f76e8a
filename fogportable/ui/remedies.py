"""Which button of the card "Before you start" helps with a finding. What helps nobody has none."""

from __future__ import annotations

from enum import Enum, auto

from fogportable.errors import FaultCode
from fogportable.model import Finding, Topic, Verdict

#: Boot files that the store can bring.
_BRINGABLE = frozenset(
    {
        FaultCode.ROOT_MISSING,
        FaultCode.NO_BOOT_SET,
        FaultCode.NO_BOOT_FILES,
        FaultCode.BOOT_FILE_EMPTY,
        FaultCode.BOOT_FILE_BROKEN,
        FaultCode.BOOT_FILE_CHANGED,
        FaultCode.FOLDER_WITHOUT_BOOT_FILES,
    }
)
_CLOSED = frozenset({FaultCode.FIREWALL_BLOCKS, FaultCode.FIREWALL_UNSURE, FaultCode.FIREWALL_UNSEEN})
_OF_CARD = frozenset(
    {
        FaultCode.NO_INTERFACE_CHOSEN,
        FaultCode.INTERFACE_UNKNOWN,
        FaultCode.INTERFACE_NO_ADDRESS,
        FaultCode.INTERFACE_DOWN,
        FaultCode.INTERFACE_GONE,
        FaultCode.INTERFACE_SELF_ASSIGNED,
        FaultCode.INTERFACE_LOOPBACK,
        FaultCode.INTERFACE_WIFI,
        FaultCode.INTERFACE_VPN,
        FaultCode.INTERFACE_OF_VIRTUAL_MACHINES,
    }
)
_OF_PRIVATE_NETWORK = frozenset(
    {
        FaultCode.PRIVATE_NETWORK_WITHOUT_CARD,
        FaultCode.PRIVATE_NETWORK_MISPLACED,
        FaultCode.PRIVATE_NETWORK_HOST_MISPLACED,
    }
)


class Remedy(Enum):
    """What a button does: bring boot files, open the firewall, show where something is chosen."""

    GET_FILES = auto()
    BOOT_PAGE = auto()
    FOG_PAGE = auto()
    ALLOW = auto()
    CHOOSE_CARD = auto()
    PRIVATE_NETWORK = auto()


def remedy_of(finding: Finding) -> Remedy | None:
    """The one for the first fault that has one."""
    if finding.verdict is Verdict.OK:
        return None
    codes = [fault.code for fault in finding.faults]
    match finding.topic:
        case Topic.FIREWALL:
            return Remedy.ALLOW if _CLOSED.intersection(codes) else None
        case Topic.NETWORK:
            if _OF_PRIVATE_NETWORK.intersection(codes):
                return Remedy.PRIVATE_NETWORK
            return Remedy.CHOOSE_CARD if _OF_CARD.intersection(codes) else None
        case Topic.BOOT_FILES:
            return _for_boot_files(codes)
        case _:
            # Another program holds a port: who that is stands there, and to end it is its owner's.
            return None


def _for_boot_files(codes: list[FaultCode]) -> Remedy | None:
    if any(code.startswith("fog_") for code in codes):
        return Remedy.FOG_PAGE
    if _BRINGABLE.intersection(codes):
        return Remedy.GET_FILES
    return Remedy.BOOT_PAGE if codes else None
