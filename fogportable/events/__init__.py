"""What happened, as values: frozen, past tense, each with a stable name and one readable sentence.

Progress is not an event: it is read from snapshots. The journal stamps sequence and time (`Record`).
Field names are the keys of `serve --json`; they are only ever added, never renamed.
"""

from __future__ import annotations

from fogportable.events.base import Crowd, Event, Level, Record, ServiceName
from fogportable.events.charge import ApprovalTakenBack, ApprovalWanted, ClientApproved, ComputersWoken
from fogportable.events.dhcp import (
    SHAPE_WORDS,
    ArchWithoutFile,
    BootServerAckSent,
    ChainloadLoopStopped,
    ClientAsked,
    LeaseRequestSeen,
    MenuItemChosen,
    OfferSent,
    RequestIgnored,
    ShapeChanged,
    ShapeLearned,
    SmallLinuxAsked,
)
from fogportable.events.diagnosis import StallDiagnosed, StallOver
from fogportable.events.fog import FogProgress, FogReset, FogTasksSeen, FogTasksUnseen
from fogportable.events.http import (
    HttpFileNotFound,
    HttpFileRescued,
    HttpRequestRefused,
    HttpSizeProbed,
    HttpTransferFailed,
    HttpTransferFinished,
    HttpTransferStarted,
    PiecesRead,
)
from fogportable.events.laptop import KeptAwake, LaptopTrouble, LaptopTroubleOver
from fogportable.events.lease import (
    AddressInUse,
    LeaseGiven,
    LeaseOffered,
    LeaseRefused,
    LeaseReleased,
    PoolEmpty,
    PrivateNetworkYielded,
)
from fogportable.events.observe import AskedBeforeStart, ComputerForeseen, ObservingEnded, ObservingStarted
from fogportable.events.session import FaultCleared, FaultRaised, SessionStarted, SessionStopped, SessionStopping
from fogportable.events.site import (
    ClientTakenBySite,
    DhcpServerSeen,
    SiteConflictFound,
    SiteConflictOver,
    SiteUnseen,
)
from fogportable.events.tftp import (
    FileNotFound,
    FileRescued,
    RequestRefused,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)

__all__ = [
    "SHAPE_WORDS",
    "AddressInUse",
    "ApprovalTakenBack",
    "ApprovalWanted",
    "ArchWithoutFile",
    "AskedBeforeStart",
    "BootServerAckSent",
    "ChainloadLoopStopped",
    "ClientApproved",
    "ClientAsked",
    "ClientTakenBySite",
    "ComputerForeseen",
    "ComputersWoken",
    "Crowd",
    "DhcpServerSeen",
    "Event",
    "FaultCleared",
    "FaultRaised",
    "FileNotFound",
    "FileRescued",
    "FogProgress",
    "FogReset",
    "FogTasksSeen",
    "FogTasksUnseen",
    "HttpFileNotFound",
    "HttpFileRescued",
    "HttpRequestRefused",
    "HttpSizeProbed",
    "HttpTransferFailed",
    "HttpTransferFinished",
    "HttpTransferStarted",
    "KeptAwake",
    "LaptopTrouble",
    "LaptopTroubleOver",
    "LeaseGiven",
    "LeaseOffered",
    "LeaseRefused",
    "LeaseReleased",
    "LeaseRequestSeen",
    "Level",
    "MenuItemChosen",
    "ObservingEnded",
    "ObservingStarted",
    "OfferSent",
    "PiecesRead",
    "PoolEmpty",
    "PrivateNetworkYielded",
    "Record",
    "RequestIgnored",
    "RequestRefused",
    "ServiceName",
    "SessionStarted",
    "SessionStopped",
    "SessionStopping",
    "ShapeChanged",
    "ShapeLearned",
    "SiteConflictFound",
    "SiteConflictOver",
    "SiteUnseen",
    "SizeProbed",
    "SmallLinuxAsked",
    "StallDiagnosed",
    "StallOver",
    "TransferFailed",
    "TransferFinished",
    "TransferStarted",
]
