"""Real conversations in which a site's servers say more than addresses: what the observer makes of them, as text."""

from __future__ import annotations

import os
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.events import ClientTakenBySite, SiteConflictFound
from fogportable.model import SiteConflictKind
from fogportable.platform.packet_tap import parse_frame
from fogportable.protocol.dhcp import MessageType, OptionCode, decode
from fogportable.protocol.pxe import Choice, ServerOffer, edk2_winner, ipxe_winner, read_offer
from tests.golden.pcap import read_frames

CAPTURES = sorted(Path(__file__).parent.glob("*.pcap"))
US = IPv4Address("10.77.1.20")
PLACE = OwnPlace("eth0", US, frozenset({US}))
DHCP_PORTS = {67, 68, 4011}


def heard_in(capture: Path) -> list[tuple[float, PassingDatagram]]:
    """As a tap would give them."""
    found = []
    for time_s, frame in read_frames(capture):
        seen = parse_frame(frame)
        if seen is not None and DHCP_PORTS & {seen.source[1], seen.destination[1]}:
            found.append((time_s, PassingDatagram("eth0", seen.source_mac, seen.source, seen.destination, seen.data)))
    return found


def play(capture: Path) -> tuple[SiteObserver, list[str]]:
    """The observer after the capture and a minute of silence, and what it said when."""
    observer = SiteObserver({"eth0": PLACE}, frozenset())
    lines: list[str] = []
    for time_s, heard in heard_in(capture):
        for event in observer.receive(heard, 1000.0 + time_s):
            lines.append(f"{time_s:6.1f} s {event.name}: {event.sentence()}")
    for event in observer.expire(1060.0 + time_s):
        lines.append(f" later {event.name}: {event.sentence()}")
    return observer, lines


def offers_in(capture: Path) -> list[ServerOffer]:
    """Those of the first round."""
    every = [read_offer(decode(heard.data), heard.source) for _, heard in heard_in(capture)]
    first: dict[IPv4Address, ServerOffer] = {}
    for offer in every:
        if offer is not None and offer.message_type is MessageType.OFFER:
            first.setdefault(offer.server, offer)
    return list(first.values())


def _choice(name: str, choice: Choice) -> str:
    boot = "nothing" if choice.boot is None else f"what {choice.boot.server} says"
    asked = "" if choice.boot_server is None else f", asks {choice.boot_server} on port 4011"
    return f"{name} takes {boot}{asked}: {choice.reason.value}."


def in_words(capture: Path) -> str:
    observer, lines = play(capture)
    lines += [
        "",
        _choice("UEFI", edk2_winner(offers_in(capture))),
        _choice("iPXE", ipxe_winner(offers_in(capture))),
        "",
    ]
    for each in observer.servers():
        lines.append(
            f"{each.server}: addresses={each.gives_addresses} offers={each.offers_heard} file={each.boot_file!r} "
            f"next={each.next_server} class={each.vendor_class!r} instructions={each.has_boot_instructions} "
            f"conflicts={','.join(conflict.kind for conflict in each.conflicts) or 'none'}"
        )
    return "\n".join(lines) + "\n"


def test_captures_are_there() -> None:
    assert len(CAPTURES) == 7


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.stem)
def test_what_is_said_of_a_real_site_is_as_committed(capture: Path) -> None:
    expected = capture.with_suffix(".expected.txt")
    text = in_words(capture)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(text)
    assert text == expected.read_text()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("conflict-dhcp-boot__efi64", {SiteConflictKind.NAMES_FILE, SiteConflictKind.SECOND_PROXY}),
        ("probe-conflict__bios", {SiteConflictKind.NAMES_FILE, SiteConflictKind.SECOND_PROXY}),
        ("two-proxies__efi64", {SiteConflictKind.SECOND_PROXY}),
        ("two-nic__efi64", {SiteConflictKind.CLASS_WITHOUT_43}),
        ("site-isc-dhcpd__efi64", {SiteConflictKind.SECOND_PROXY}),
    ],
)
def test_every_conflict_is_found_within_the_first_exchange(name: str, kinds: set[SiteConflictKind]) -> None:
    (capture,) = [each for each in CAPTURES if each.stem == name]
    observer = SiteObserver({"eth0": PLACE}, frozenset())
    found = set()
    for time_s, heard in heard_in(capture):
        packet = decode(heard.data)
        if packet.message_type is MessageType.REQUEST:
            break
        found |= {each.kind for each in observer.receive(heard, time_s) if isinstance(each, SiteConflictFound)}
    assert found == kinds


def test_client_that_asked_the_dead_boot_server_is_told() -> None:
    (capture,) = [each for each in CAPTURES if each.stem == "two-nic__efi64"]
    observer = SiteObserver({"eth0": PLACE}, frozenset())
    lost: list[object] = []
    for time_s, heard in heard_in(capture):
        observer.receive(heard, time_s)
        due = observer.next_deadline()
        if due is not None:
            lost += observer.expire(due)
    assert [type(each) for each in lost[:1]] == [ClientTakenBySite]


@pytest.mark.parametrize("name", ["chain-class-to-us__efi64", "chain-second-proxy__efi64"])
def test_ipxe_asked_the_boot_server_that_the_model_says(name: str) -> None:
    (capture,) = [each for each in CAPTURES if each.stem == name]
    packets = [(heard, decode(heard.data)) for _, heard in heard_in(capture)]
    asked, ipxe = next(
        (heard.destination[0], packet)
        for heard, packet in packets
        if heard.destination[1] == 4011 and packet.options.get(OptionCode.USER_CLASS) == b"iPXE"
    )
    round_of_it = [read_offer(packet, heard.source) for heard, packet in packets if packet.xid == ipxe.xid]
    offers = [each for each in round_of_it if each is not None and each.message_type is MessageType.OFFER]
    assert ipxe_winner(offers).boot_server == asked
    assert str(asked) != "10.77.1.10"  # Ours had the higher priority, and came too late.
