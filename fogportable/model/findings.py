"""What is looked at before Start."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogportable.errors import Fault


class Topic(StrEnum):
    """What is looked at before Start, in the order of the card."""

    RIGHTS = "rights"
    PORTS = "ports"
    NETWORK = "network"
    FIREWALL = "firewall"
    BOOT_FILES = "boot_files"


class Verdict(StrEnum):
    """WARNING: it works, but not for everybody or not for certain. BLOCKED: Start would come to nothing.

    UNKNOWN: this user or this system may not see it, and nothing is claimed.
    """

    OK = "ok"
    UNKNOWN = "unknown"
    WARNING = "warning"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the card "Before you start". sentence is always set; faults only when something is wrong."""

    topic: Topic
    verdict: Verdict
    sentence: str
    faults: tuple[Fault, ...] = ()
