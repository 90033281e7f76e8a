"""Firmware that ignores a shape of offer gets the next one, and what it takes is remembered for its model."""

from __future__ import annotations

from dataclasses import replace

from fogportable.boot.policy import ProxySettings
from fogportable.model import OfferShape, PxeAction, PxeEntry, PxeMenu
from tests.golden.dhcp.computers import Computer, Program
from tests.golden.dhcp.conversation import Case, Conversation, Heard, Plan

_FIRST = Computer(Program.EDK2, 7)
#: Of the same make and model, its machine number begins alike.
_SECOND = Computer(
    Program.EDK2,
    7,
    bytes.fromhex("525400770022"),
    machine=bytes.fromhex("0000774d56221133438444525400770022"),
    xid=0x77000002,
)
_OTHER_MODEL = replace(_SECOND, hardware=bytes.fromhex("3c52826a0001"), xid=0x77000003)


def _again(computer: Computer, times: int) -> Computer:
    """It was switched on anew: another number."""
    return replace(computer, xid=computer.xid + 0x10000 * times)


def _direct_is_ignored() -> Conversation:
    second_try = _again(_FIRST, 1)
    return (
        _FIRST.discovers(0.0),
        _FIRST.takes(4.0),
        second_try.discovers(30.0),
        second_try.takes(34.0),
        second_try.asks_boot_server(34.1),
        second_try.loads(35.0, "x64/ipxe.efi"),
        _SECOND.discovers(60.0),
        _OTHER_MODEL.discovers(61.0),
    )


def _nothing_is_ignored() -> Conversation:
    """Its file was loaded, its menu read, its own system started: each time it comes back it is told the same."""
    return (
        _FIRST.discovers(0.0),
        _FIRST.takes(4.0),
        _FIRST.loads(5.0, "x64/ipxe.efi"),
        _again(_FIRST, 1).discovers(60.0),
        _again(_FIRST, 1).takes(64.0),
        _FIRST.says(70.0, 3, ((60, b"MSFT 5.0"), (50, bytes((10, 77, 1, 129))), (54, bytes((10, 77, 1, 1))))),
        _again(_FIRST, 2).discovers(120.0),
        _again(_FIRST, 2).takes(124.0),
        _again(_FIRST, 3).discovers(130.0),
    )


def _all_are_ignored() -> Conversation:
    found: list[Heard] = []
    for times in range(4):
        asker = _again(_FIRST, times)
        found += (asker.discovers(60.0 * times), asker.takes(60.0 * times + 4))
    return tuple(found)


_MENU = PxeMenu("F8 for a menu", 3, (PxeEntry("Lab", PxeAction.FILE, file="lab.efi"),))
_WITH_DISK = PxeMenu("F8 for a menu", 3, (*_MENU.entries, PxeEntry("Local disk", PxeAction.LOCAL_DISK)))

CASES = (
    Case(
        "ladder__efi64",
        "Direct was ignored, so that boot-server follows; when that loads it is remembered, for that model only.",
        _direct_is_ignored,
    ),
    Case(
        "ladder-stays__efi64",
        "Who loaded a file, or started a system of its own, or comes back within 15 s, keeps its shape.",
        _nothing_is_ignored,
    ),
    Case(
        "ladder-goes-round__efi64",
        "Who ignores every shape is offered them in turn: menu, direct, boot-server, and the menu again.",
        _all_are_ignored,
        Plan(settings=ProxySettings(pxe_menu=_MENU)),
    ),
    Case(
        "ladder-menu-with-disk__efi64",
        "A menu with the local disk is never judged: silence after it may be just what was chosen.",
        _all_are_ignored,
        Plan(settings=ProxySettings(pxe_menu=_WITH_DISK)),
    ),
    Case(
        "ladder-fixed__efi64",
        "A shape that was chosen is the only one.",
        _all_are_ignored,
        Plan(settings=ProxySettings(shape=OfferShape.DIRECT)),
    ),
)
