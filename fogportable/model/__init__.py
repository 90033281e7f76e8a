"""The nouns that all rooms share: interfaces, boot rules, menus, findings and snapshots. Data only."""

from __future__ import annotations

from fogportable.model.findings import Finding, Topic, Verdict
from fogportable.model.import_report import ImportItem, ImportReport, ImportVerdict, ProfileChange
from fogportable.model.interfaces import InterfaceKind, NetworkInterface, ServingInterface, WirePorts
from fogportable.model.menu import FIELDS_OF_ACTION, ISO_ADDRESS, LONGEST_MENU_TIMEOUT_S, Menu, MenuAction, MenuEntry
from fogportable.model.plan import MOST_COMPUTERS, Room, ServingPlan
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
from fogportable.model.transport import LARGEST_BLOCK, LARGEST_WINDOW, FileRescue, HttpSettings, TftpSettings

__all__ = [
    "FIELDS_OF_ACTION",
    "ISO_ADDRESS",
    "LARGEST_BLOCK",
    "LARGEST_WINDOW",
    "LONGEST_LEASE_S",
    "LONGEST_MENU_TIMEOUT_S",
    "LONGEST_PROMPT_S",
    "MOST_COMPUTERS",
    "SHORTEST_LEASE_S",
    "BootRule",
    "ClientLists",
    "ClientSnapshot",
    "ClientStage",
    "ExtraOption",
    "FileRescue",
    "Finding",
    "FoundServer",
    "HttpSettings",
    "ImportItem",
    "ImportReport",
    "ImportVerdict",
    "InterfaceKind",
    "IpxeClients",
    "LearnedShape",
    "LeaseSnapshot",
    "LeasingInterface",
    "Menu",
    "MenuAction",
    "MenuEntry",
    "NetworkInterface",
    "OfferShape",
    "PrivateNetwork",
    "ProfileChange",
    "PxeAction",
    "PxeEntry",
    "PxeMenu",
    "RehearsalResult",
    "ReplyOptions",
    "Room",
    "ServingInterface",
    "ServingPlan",
    "SessionState",
    "SessionStatus",
    "SiteConflict",
    "SiteConflictKind",
    "SiteServer",
    "SiteSnapshot",
    "StaticHost",
    "StopReport",
    "TftpSettings",
    "Topic",
    "TransferProtocol",
    "TransferSnapshot",
    "TransferState",
    "Verdict",
    "WirePorts",
    "suggested_range",
]
