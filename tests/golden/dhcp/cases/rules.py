"""Boot rules by address, maker, machine number and architecture, and lists of who may boot."""

from __future__ import annotations

from uuid import UUID

from fogportable.boot.policy import ProxySettings
from fogportable.model import BootRule, ClientLists, OfferShape, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.address import MacPattern
from tests.golden.dhcp.conversation import RULES, Captured, Case, Plan

_EVERY: frozenset[int] = frozenset()
_ITS_MAC = (MacPattern.parse("52:54:00:77:00:00"),)
_OTHER_MAC = (MacPattern.parse("52:54:00:77:00:01"),)
_ITS_MAKER = (MacPattern.parse("52:54:00"),)
_ITS_UUID = (UUID("564d7700-1122-4333-8444-525400770000"),)
_OTHER_UUID = (UUID("564d7700-1122-4333-8444-525400770001"),)
_MENU = PxeMenu("F8 for a menu", 3, (PxeEntry("GRUB", PxeAction.FILE, file="grubia32.efi"),))

_EFI32 = Captured("plain-grub__efi32")
_EFI64 = Captured("plain-ipxe__efi64")
_ARM64 = Captured("plain-grub__arm64")
_IPXE = Captured("plain-ipxe__bios")


def _first(*rules: BootRule) -> tuple[BootRule, ...]:
    return (*rules, *RULES)


CASES = (
    Case(
        "rule-by-mac__efi32",
        "The rule for its address gives it a file of its own; the rule before it is another computer's.",
        _EFI32,
        Plan(
            rules=_first(
                BootRule(_EVERY, "not-mine.efi", macs=_OTHER_MAC), BootRule(_EVERY, "room12/mine.efi", macs=_ITS_MAC)
            )
        ),
    ),
    Case(
        "rule-by-maker-shape__efi64",
        "A rule for its maker says the shape only: the file comes from the rule for its architecture.",
        _EFI64,
        Plan(rules=_first(BootRule(_EVERY, macs=_ITS_MAKER, shape=OfferShape.BOOT_SERVER))),
    ),
    Case(
        "rule-by-uuid__arm64",
        "The rule for its machine number gives it a file; one for another number is passed over.",
        _ARM64,
        Plan(
            rules=_first(
                BootRule(_EVERY, "not-mine.efi", uuids=_OTHER_UUID), BootRule(_EVERY, "mine.efi", uuids=_ITS_UUID)
            )
        ),
    ),
    Case(
        "rule-script__bios",
        "iPXE gets the script of the first rule that fits, below the folder, with the signs of an address escaped.",
        _IPXE,
        Plan(rules=_first(BootRule(_EVERY, macs=_ITS_MAKER, script="scripts/room 12.ipxe"))),
    ),
    Case(
        "rule-script-address__bios",
        "A script with an address of its own is told as it stands, as that of a FOG server.",
        _IPXE,
        Plan(
            rules=_first(
                BootRule(
                    frozenset({0}), script="http://10.77.1.50/fog/service/ipxe/boot.php?mac=${net0/mac}", macs=_ITS_MAC
                )
            )
        ),
    ),
    Case(
        "rule-menu-shape__efi32",
        "A rule by architecture shows the firmware's menu where the plan's shape is direct.",
        _EFI32,
        Plan(
            rules=_first(BootRule(frozenset({6}), shape=OfferShape.MENU)),
            settings=ProxySettings(shape=OfferShape.DIRECT, pxe_menu=_MENU),
        ),
    ),
    Case(
        "rule-no-menu__efi32",
        "And the other way round: direct for one maker where there is a menu.",
        _EFI32,
        Plan(
            rules=_first(BootRule(_EVERY, macs=_ITS_MAKER, shape=OfferShape.DIRECT)),
            settings=ProxySettings(pxe_menu=_MENU),
        ),
    ),
    Case(
        "rule-ignore__arm64",
        "A rule leaves a machine number alone: on port 67 and on port 4011.",
        _ARM64,
        Plan(rules=_first(BootRule(_EVERY, uuids=_ITS_UUID, is_ignored=True))),
        is_silent=True,
    ),
    Case(
        "rule-ignore-maker-except-one__arm64",
        "A maker is ignored, but the rule before it gives this one computer a file: the first that fits wins.",
        _ARM64,
        Plan(
            rules=_first(
                BootRule(_EVERY, "mine.efi", macs=_ITS_MAC), BootRule(_EVERY, macs=_ITS_MAKER, is_ignored=True)
            )
        ),
    ),
    Case(
        "denied__efi64",
        "A computer on the deny list gets nothing: the firmware on 67 and on 4011, and iPXE after it.",
        _EFI64,
        Plan(settings=ProxySettings(clients=ClientLists(deny=_ITS_MAKER))),
        is_silent=True,
    ),
    Case(
        "deny-beats-allow__efi32",
        "On both lists it is left alone.",
        _EFI32,
        Plan(settings=ProxySettings(clients=ClientLists(allow=_ITS_MAC, deny=_ITS_MAKER))),
        is_silent=True,
    ),
    Case(
        "not-allowed__arm64",
        "Where there is an allow list, who is not on it is left alone.",
        _ARM64,
        Plan(settings=ProxySettings(clients=ClientLists(allow=_OTHER_MAC))),
        is_silent=True,
    ),
    Case(
        "allowed__arm64",
        "Who is on it boots.",
        _ARM64,
        Plan(settings=ProxySettings(clients=ClientLists(allow=(*_OTHER_MAC, *_ITS_MAC)))),
    ),
)
