"""The nouns that all rooms share: interfaces, boot rules, menus, findings and snapshots. Data only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogportable.model.auto_stop import LONGEST_STOP_AFTER_S, USUAL_QUIET_S, StopWish
    from fogportable.model.findings import Finding, Topic, Verdict
    from fogportable.model.finished import FinishedComputer
    from fogportable.model.fog import FogLight, FogMode, FogPlan, FogSettings
    from fogportable.model.foresight import Foresight
    from fogportable.model.import_report import ImportItem, ImportReport, ImportVerdict, ProfileChange
    from fogportable.model.interfaces import InterfaceKind, NetworkInterface, ServingInterface, WirePorts
    from fogportable.model.laptop_changes import ChangeOwner, LaptopChanges
    from fogportable.model.menu import (
        FIELDS_OF_ACTION,
        ISO_ADDRESS,
        LONGEST_MENU_TIMEOUT_S,
        Menu,
        MenuAction,
        MenuEntry,
    )
    from fogportable.model.network_look import (
        BootEnding,
        BootKeys,
        BootServerSeen,
        NetworkLook,
        OurChance,
        ProbeAsker,
        Prospect,
        SiteMode,
        SpanningTree,
        SwitchPort,
    )
    from fogportable.model.plan import ServingPlan
    from fogportable.model.private_network import (
        LONGEST_LEASE_S,
        SHORTEST_LEASE_S,
        LeaseSnapshot,
        LeasingInterface,
        PrivateNetwork,
        StaticHost,
        suggested_range,
    )
    from fogportable.model.pxe_menu import LONGEST_PROMPT_S, PxeAction, PxeEntry, PxeMenu
    from fogportable.model.room import (
        LONGEST_SEAT_NAME,
        LONGEST_SIDE,
        MOST_COMPUTERS,
        Room,
        RoomEnd,
        Seat,
        machine_key,
        name_from,
    )
    from fogportable.model.rules import (
        BootRule,
        ClientLists,
        ExtraOption,
        IpxeClients,
        LearnedShape,
        OfferShape,
        ReplyOptions,
    )
    from fogportable.model.site import FoundServer, SiteConflict, SiteConflictKind, SiteServer, SiteSnapshot
    from fogportable.model.snapshots import (
        ClientSnapshot,
        ClientStage,
        RehearsalResult,
        SessionState,
        SessionStatus,
        StopReport,
        TransferProtocol,
        TransferSnapshot,
        TransferState,
    )
    from fogportable.model.stall import ClientDiagnosis, Journey, JourneyStep, NextStep, Sign
    from fogportable.model.transport import LARGEST_BLOCK, LARGEST_WINDOW, FileRescue, HttpSettings, TftpSettings

#: What lies in which module. A module is read when one of its nouns is first asked for: making the classes takes time,
#: and a window needs half of them to show itself.
_NOUNS = {
    "findings": "Finding Topic Verdict",
    "auto_stop": "LONGEST_STOP_AFTER_S USUAL_QUIET_S StopWish",
    "finished": "FinishedComputer",
    "fog": "FogLight FogMode FogPlan FogSettings",
    "foresight": "Foresight",
    "import_report": "ImportItem ImportReport ImportVerdict ProfileChange",
    "interfaces": "InterfaceKind NetworkInterface ServingInterface WirePorts",
    "laptop_changes": "ChangeOwner LaptopChanges",
    "menu": "FIELDS_OF_ACTION ISO_ADDRESS LONGEST_MENU_TIMEOUT_S Menu MenuAction MenuEntry",
    "network_look": "BootEnding BootKeys BootServerSeen NetworkLook OurChance ProbeAsker Prospect SiteMode "
    "SpanningTree SwitchPort",
    "plan": "ServingPlan",
    "private_network": "LONGEST_LEASE_S SHORTEST_LEASE_S LeaseSnapshot "
    "LeasingInterface PrivateNetwork StaticHost suggested_range",
    "pxe_menu": "LONGEST_PROMPT_S PxeAction PxeEntry PxeMenu",
    "room": "LONGEST_SEAT_NAME LONGEST_SIDE MOST_COMPUTERS Room RoomEnd Seat machine_key name_from",
    "rules": "BootRule ClientLists ExtraOption IpxeClients LearnedShape OfferShape ReplyOptions",
    "site": "FoundServer SiteConflict SiteConflictKind SiteServer SiteSnapshot",
    "snapshots": "ClientSnapshot ClientStage RehearsalResult SessionState "
    "SessionStatus StopReport TransferProtocol TransferSnapshot TransferState",
    "stall": "ClientDiagnosis Journey JourneyStep NextStep Sign",
    "transport": "LARGEST_BLOCK LARGEST_WINDOW FileRescue HttpSettings TftpSettings",
}
_MODULE_OF = {noun: module for module, nouns in _NOUNS.items() for noun in nouns.split()}

__all__ = [
    "FIELDS_OF_ACTION",
    "ISO_ADDRESS",
    "LARGEST_BLOCK",
    "LARGEST_WINDOW",
    "LONGEST_LEASE_S",
    "LONGEST_MENU_TIMEOUT_S",
    "LONGEST_PROMPT_S",
    "LONGEST_SEAT_NAME",
    "LONGEST_SIDE",
    "LONGEST_STOP_AFTER_S",
    "MOST_COMPUTERS",
    "SHORTEST_LEASE_S",
    "USUAL_QUIET_S",
    "BootEnding",
    "BootKeys",
    "BootRule",
    "BootServerSeen",
    "ChangeOwner",
    "ClientDiagnosis",
    "ClientLists",
    "ClientSnapshot",
    "ClientStage",
    "ExtraOption",
    "FileRescue",
    "Finding",
    "FinishedComputer",
    "FogLight",
    "FogMode",
    "FogPlan",
    "FogSettings",
    "Foresight",
    "FoundServer",
    "HttpSettings",
    "ImportItem",
    "ImportReport",
    "ImportVerdict",
    "InterfaceKind",
    "IpxeClients",
    "Journey",
    "JourneyStep",
    "LaptopChanges",
    "LearnedShape",
    "LeaseSnapshot",
    "LeasingInterface",
    "Menu",
    "MenuAction",
    "MenuEntry",
    "NetworkInterface",
    "NetworkLook",
    "NextStep",
    "OfferShape",
    "OurChance",
    "PrivateNetwork",
    "ProbeAsker",
    "ProfileChange",
    "Prospect",
    "PxeAction",
    "PxeEntry",
    "PxeMenu",
    "RehearsalResult",
    "ReplyOptions",
    "Room",
    "RoomEnd",
    "Seat",
    "ServingInterface",
    "ServingPlan",
    "SessionState",
    "SessionStatus",
    "Sign",
    "SiteConflict",
    "SiteConflictKind",
    "SiteMode",
    "SiteServer",
    "SiteSnapshot",
    "SpanningTree",
    "StaticHost",
    "StopReport",
    "StopWish",
    "SwitchPort",
    "TftpSettings",
    "Topic",
    "TransferProtocol",
    "TransferSnapshot",
    "TransferState",
    "Verdict",
    "WirePorts",
    "machine_key",
    "name_from",
    "suggested_range",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__} has no attribute {name}")
        noun = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        globals()[name] = noun
        return noun
