"""What an offer of another server means for us, in kinds and in words."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from fogportable.boot.site_conflicts import OwnPlace, conflict_in, is_from_a_kit
from fogportable.model import SiteConflictKind
from fogportable.protocol.dhcp import MessageType, OptionCode
from fogportable.protocol.pxe import ServerOffer
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT
from tests.unit.protocol.pxe.offers_on_wire import (
    CLASS,
    CLASS_TO_US,
    HIGH_FILE,
    KIT,
    LEASE,
    PLAIN,
    PROXIES_HIDDEN,
    SECOND,
    SECOND_BINL,
    SITE,
    THIRD,
    WITH_43,
    WITH_CLASS,
    WITH_FILE,
    offer,
)

PLACE = OwnPlace("kit0", KIT, frozenset({KIT}))
OTHER_KIT = offer(
    THIRD,
    {**CLASS, OptionCode.VENDOR_OPTIONS: DIRECT_BOOT, OptionCode.IPXE: b"\x01\x01\x01"},
    siaddr=THIRD,
    file=b"tftp://10.77.1.11/boot.ipxe",
)


@pytest.mark.parametrize(
    ("heard", "kind"),
    [
        (PLAIN, None),
        (WITH_FILE, SiteConflictKind.NAMES_FILE),
        (HIGH_FILE, SiteConflictKind.IPXE_LEFT_OUT),
        (PROXIES_HIDDEN, SiteConflictKind.IPXE_LEFT_OUT),
        (WITH_CLASS, SiteConflictKind.CLASS_WITHOUT_43),
        (CLASS_TO_US, SiteConflictKind.CLASS_TO_US),
        (WITH_43, SiteConflictKind.CLASS_WITH_43),
        (SECOND, SiteConflictKind.SECOND_PROXY),
        (SECOND_BINL, SiteConflictKind.SECOND_PROXY),
        (OTHER_KIT, SiteConflictKind.SECOND_KIT),
        (offer(SITE, kind=MessageType.ACK), None),
    ],
)
def test_each_offer_has_at_most_one_meaning(heard: ServerOffer, kind: SiteConflictKind | None) -> None:
    found = conflict_in(heard, PLACE)
    assert (found.kind if found is not None else None) is kind
    if found is not None:
        assert (found.server, found.interface) == (heard.server, "kit0")
        assert str(heard.server) in found.fault.message


def test_class_without_43_says_whom_firmware_asks_and_the_two_ways_out() -> None:
    found = conflict_in(offer(SITE, CLASS, gives=LEASE, siaddr=THIRD), PLACE)
    assert found is not None
    assert found.fault.message == (
        "The site's DHCP server 10.77.1.1 says PXEClient (option 60) without option 43, "
        "so UEFI computers ask 10.77.1.11 on port 4011 and take no proxy's answer."
    )
    assert found.fault.remedy == "Remove option 60 from 10.77.1.1, or set its next server to 10.77.1.10."


def test_without_a_next_server_firmware_asks_the_dhcp_server_itself() -> None:
    found = conflict_in(offer(SITE, CLASS, gives=LEASE), PLACE)
    assert found is not None
    assert "ask 10.77.1.1 on port 4011" in found.fault.message


@pytest.mark.parametrize(
    ("second", "uefi", "ipxe"),
    [
        (SECOND, "the one that comes first", "the one that comes first"),
        (SECOND_BINL, "FOG Portable's answer", "the one that comes first"),
        (
            offer(THIRD, {**CLASS, OptionCode.IPXE: b"\x01\x01\x02"}, siaddr=THIRD, file=b"x"),
            "FOG Portable's answer",
            "the one that comes first",
        ),
        (
            offer(THIRD, {**CLASS, OptionCode.IPXE: b"\x01\x01\x01"}, siaddr=THIRD, file=b"x"),
            "FOG Portable's answer",
            "the one that comes first",
        ),
    ],
)
def test_second_proxy_is_told_with_who_wins(second: ServerOffer, uefi: str, ipxe: str) -> None:
    found = conflict_in(second, PLACE)
    assert found is not None
    assert found.fault.message == (
        f"Another boot server, 10.77.1.11, answers the same computers: UEFI takes {uefi}, iPXE takes {ipxe}."
    )


@pytest.mark.parametrize(
    "file",
    [b"tftp://10.77.1.99/boot.ipxe", b"tftp://10.77.1.11/other.ipxe", b"boot.ipxe", b"x tftp://10.77.1.11/boot.ipxe"],
)
def test_second_kit_is_named_only_when_it_is_certain(file: bytes) -> None:
    alike = offer(THIRD, {**CLASS, OptionCode.IPXE: b"\x01\x01\x01"}, siaddr=THIRD, file=file)
    assert not is_from_a_kit(alike)
    assert is_from_a_kit(OTHER_KIT)
    assert not is_from_a_kit(offer(THIRD, CLASS, siaddr=THIRD, file=b"tftp://10.77.1.11/boot.ipxe"))


def test_name_of_a_file_is_fit_to_be_shown() -> None:
    found = conflict_in(offer(SITE, gives=LEASE, file=b"a\nb\x1b\xff" + b"c" * 120), PLACE)
    assert found is not None
    assert found.fault.message.endswith("of its own, a?b??" + "c" * 75 + ".")


def test_address_on_another_card_of_this_machine_is_us_too() -> None:
    place = OwnPlace("kit0", KIT, frozenset({KIT, IPv4Address("10.88.0.1")}))
    found = conflict_in(offer(SITE, CLASS, gives=LEASE, siaddr=IPv4Address("10.88.0.1")), place)
    assert found is not None
    assert found.kind is SiteConflictKind.CLASS_TO_US
