"""What a diagnosis can say. The names are stable: programs read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogportable.protocol.address import MacAddress


class Verdict(StrEnum):
    """In the order in which causes count: of several the earliest in this list is the verdict."""

    OK = "ok"
    UNKNOWN = "unknown"
    NO_DHCP_SERVER = "no-dhcp-server"
    NO_PXE_ANSWER = "no-pxe-answer"
    SITE_BOOT_FILE_WINS = "site-boot-file-wins"
    CLASS_WITHOUT_OPTION_43 = "class-without-option-43"
    SECOND_PROXY = "second-proxy"
    OFFER_INCOMPLETE = "offer-incomplete"
    OFFER_IGNORED = "offer-ignored"
    OFFER_TOO_LATE = "offer-too-late"
    NO_ANSWER_4011 = "no-answer-4011"
    DISCOVERY_UNANSWERED = "discovery-unanswered"
    RELAY_NOT_SERVED = "relay-not-served"
    TFTP_NEVER_ASKED = "tftp-never-asked"
    TFTP_DATA_BLOCKED = "tftp-data-blocked"
    FILE_MISSING = "file-missing"
    WRONG_ARCHITECTURE = "wrong-architecture"
    CHAINLOAD_LOOP = "chainload-loop"
    GRUB_ASKS_SITE_SERVER = "grub-asks-site-server"
    GRUB_NO_SERVER = "grub-no-server"
    SECURE_BOOT_REFUSED = "secure-boot-refused"
    HTTP_NO_URI = "http-no-uri"
    NAME_GARBLED = "name-garbled"
    NAME_CASE = "name-case"
    FRAGMENTS_LOST = "fragments-lost"
    DUPLICATE_MAC = "duplicate-mac"
    LINK_DELAY = "link-delay"
    FOG_CHAIN_BROKEN = "fog-chain-broken"


class Confidence(StrEnum):
    """SURE: nothing else explains what was seen. LIKELY: it explains it, and so might something unseen."""

    SURE = "sure"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Evidence:
    """frame: its number, from 1. text: what it shows, a clause for people."""

    frame: int
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd that is not the verdict. verdict: the id of what it is, or would have been."""

    verdict: Verdict
    text: str
    frame: int


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """About the last attempt of one computer. confidence: None for `unknown`. sentence, remedy: one sentence each.

    journey: how far it came, one line for each step. notes: whatever else was odd.
    """

    client: MacAddress
    verdict: Verdict
    confidence: Confidence | None
    sentence: str
    remedy: str
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    journey: tuple[Evidence, ...] = ()
