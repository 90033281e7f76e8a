"""What the observer says of traffic that passes by: once, bounded, and not of ourselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from ipaddress import IPv4Address

import pytest

from fogportable.boot import site_clients, site_servers
from fogportable.boot.site_clients import FIRMWARE_COMES_WITHIN_S, IPXE_COMES_WITHIN_S, SiteClients
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.events import ClientTakenBySite, DhcpServerSeen, Event, Level, SiteConflictFound, SiteConflictOver
from fogportable.model import SiteConflictKind
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import BOOTREPLY, NO_ADDRESS, DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.pxe import PxeRequest, classify
from tests.unit.protocol.dhcp.frames import EDK2_BOOT_SERVER_REQUEST, EDK2_DISCOVER, EDK2_MAC, IPXE_DISCOVER, IPXE_MAC

SITE, KIT, THIRD = (IPv4Address(f"10.77.1.{last}") for last in (1, 10, 11))
LEASE = IPv4Address("10.77.1.100")
SITE_MAC, KIT_MAC = (MacAddress.parse(f"52:54:00:77:00:{last:02x}") for last in (1, 10))
EVERYBODY, NOBODY = IPv4Address("255.255.255.255"), IPv4Address("0.0.0.0")
CLASS: dict[int, bytes] = {OptionCode.VENDOR_CLASS: b"PXEClient"}


def observer() -> SiteObserver:
    return SiteObserver({"kit0": OwnPlace("kit0", KIT, frozenset({KIT}))}, frozenset({KIT_MAC}))


def passing(
    data: bytes,
    source: IPv4Address = NOBODY,
    destination: tuple[IPv4Address, int] = (EVERYBODY, 67),
    *,
    port: int = 68,
    mac: MacAddress = EDK2_MAC,
    interface: str = "kit0",
) -> PassingDatagram:
    return PassingDatagram(interface, mac, (source, port), destination, data)


def reply(
    server: IPv4Address = SITE,
    options: Mapping[int, bytes] | None = None,
    *,
    client: MacAddress = EDK2_MAC,
    gives: IPv4Address = LEASE,
    siaddr: IPv4Address = SITE,
    file: bytes = b"",
    kind: MessageType = MessageType.OFFER,
    mac: MacAddress = SITE_MAC,
    interface: str = "kit0",
    port: int = 67,
) -> PassingDatagram:
    every = {OptionCode.MESSAGE_TYPE: bytes([kind]), OptionCode.SERVER_IDENTIFIER: server.packed, **(options or {})}
    packet = DhcpPacket(
        op=BOOTREPLY, chaddr=client.octets.ljust(16, b"\0"), yiaddr=gives, siaddr=siaddr, file=file, options=every
    )
    return passing(encode(packet), server, (EVERYBODY, 68), port=port, mac=mac, interface=interface)


def lease_request(discover: bytes = EDK2_DISCOVER, server: IPv4Address = SITE) -> PassingDatagram:
    packet = decode(discover)
    options = {
        **packet.options,
        OptionCode.MESSAGE_TYPE: bytes([MessageType.REQUEST]),
        OptionCode.REQUESTED_ADDRESS: LEASE.packed,
        OptionCode.SERVER_IDENTIFIER: server.packed,
    }
    return passing(encode(replace(packet, options=options)))


def kinds(events: tuple[Event, ...]) -> list[str]:
    return [each.name for each in events]


def test_server_is_told_once_with_what_it_names() -> None:
    watched = observer()
    (seen,) = watched.receive(reply(), 1.0)
    assert isinstance(seen, DhcpServerSeen)
    assert seen.sentence() == "10.77.1.1 gives the addresses on kit0 and names no boot file."
    assert watched.receive(reply(), 2.0) == ()
    (server,) = watched.servers()
    assert (server.server, server.offers_heard, server.first_heard_s, server.last_heard_s) == (SITE, 2, 1.0, 2.0)


def test_conflict_is_told_once_and_stands_in_the_snapshot() -> None:
    watched = observer()
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    _, found = watched.receive(reply(options=CLASS), 1.1)
    assert isinstance(found, SiteConflictFound)
    assert (found.kind, found.level, found.server) == (SiteConflictKind.CLASS_WITHOUT_43, Level.WARNING, SITE)
    assert watched.receive(reply(options=CLASS), 2.0) == ()
    (server,) = watched.servers()
    assert [each.kind for each in server.conflicts] == [SiteConflictKind.CLASS_WITHOUT_43]


def test_harmless_conflict_is_no_warning() -> None:
    found = observer().receive(reply(file=b"other.file"), 1.0)[1]
    assert found.level is Level.INFO


def test_other_file_named_to_the_same_kind_of_computer_is_told_once() -> None:
    site = observer()
    site.receive(passing(EDK2_DISCOVER), 0.5)
    told = []
    for number, file in enumerate((b"one.efi", b"one.efi", b"two.efi", b"one.efi", b"two.efi")):
        told += [each.sentence() for each in site.receive(reply(file=file), 1.0 + number)]
    named = [each for each in told if "names a boot file of its own" in each]
    assert ["one.efi" in each for each in named] == [True, False]


def test_server_with_a_file_for_each_computer_does_not_fill_the_journal() -> None:
    site = observer()
    site.receive(passing(EDK2_DISCOVER), 0.5)
    told = [site.receive(reply(file=f"{number}.efi".encode()), 1.0 + number) for number in range(50)]
    assert sum(len(each) for each in told) <= 1 + site_servers.MOST_TOLD


def test_conflict_is_over_when_the_server_says_it_no_longer_to_the_same_kind_of_computer() -> None:
    watched = observer()
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    watched.receive(passing(IPXE_DISCOVER), 1.0)
    watched.receive(reply(options=CLASS), 1.1)
    assert watched.receive(reply(client=IPXE_MAC), 2.0) == ()  # It says less to iPXE; that proves nothing for UEFI.
    assert watched.receive(reply(client=MacAddress(b"laptop")), 2.0) == ()
    assert watched.receive(reply(kind=MessageType.ACK), 2.5) == ()
    (over,) = watched.receive(reply(), 3.0)
    assert isinstance(over, SiteConflictOver)
    assert over.kind is SiteConflictKind.CLASS_WITHOUT_43
    assert watched.servers()[0].conflicts == ()
    assert kinds(watched.receive(reply(options=CLASS), 4.0)) == ["site_conflict_found"]


@pytest.mark.parametrize(
    "heard",
    [
        reply(KIT),  # from one of our addresses
        reply(mac=KIT_MAC),  # from one of our cards
        reply(interface="kit9"),  # on a card that was not chosen
        replace(reply(KIT), source=(THIRD, 67)),  # in our name
        reply(gives=NO_ADDRESS),  # an offer of nothing
        reply(gives=NO_ADDRESS, kind=MessageType.ACK, options=CLASS),  # an answer to an INFORM
        reply(kind=MessageType.NAK),
        passing(EDK2_DISCOVER),
    ],
)
def test_what_is_no_other_servers_offer_is_passed_over(heard: PassingDatagram) -> None:
    watched = observer()
    assert watched.receive(heard, 1.0) == ()
    assert watched.servers() == ()


def test_octets_that_are_no_dhcp_raise_the_declared_error() -> None:
    with pytest.raises(MalformedPacket):
        observer().receive(passing(b"x"), 1.0)


def _lost_after(watched: SiteObserver, now: float) -> list[tuple[MacAddress | None, SiteConflictKind]]:
    return [(each.client, each.kind) for each in watched.expire(now) if isinstance(each, ClientTakenBySite)]


def _taken(watched: SiteObserver, options: Mapping[int, bytes]) -> None:
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    watched.receive(reply(options=options), 1.1)
    watched.receive(lease_request(), 4.0)


def test_uefi_computer_that_does_not_come_is_told_after_its_last_try() -> None:
    watched = observer()
    _taken(watched, CLASS)
    assert watched.next_deadline() == 4.0 + FIRMWARE_COMES_WITHIN_S
    assert _lost_after(watched, 3.9 + FIRMWARE_COMES_WITHIN_S) == []
    assert _lost_after(watched, 4.0 + FIRMWARE_COMES_WITHIN_S) == [(EDK2_MAC, SiteConflictKind.CLASS_WITHOUT_43)]
    assert watched.next_deadline() is None
    assert _lost_after(watched, 99.0) == []


def test_computer_that_came_to_us_all_the_same_is_not_lost() -> None:
    watched = observer()
    _taken(watched, CLASS)
    watched.receive(passing(EDK2_BOOT_SERVER_REQUEST, LEASE, (KIT, 4011), port=4011), 5.0)
    assert _lost_after(watched, 99.0) == []


def test_asking_another_boot_server_is_not_coming_to_us() -> None:
    watched = observer()
    _taken(watched, CLASS)
    watched.receive(passing(EDK2_BOOT_SERVER_REQUEST, LEASE, (SITE, 4011), port=4011), 5.0)
    assert len(_lost_after(watched, 99.0)) == 1


def test_computer_that_starts_over_is_not_lost_yet() -> None:
    watched = observer()
    _taken(watched, CLASS)
    watched.receive(passing(EDK2_DISCOVER), 6.0)
    assert watched.next_deadline() is None


def test_lease_of_another_server_loses_nobody() -> None:
    watched = observer()
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    watched.receive(reply(options=CLASS), 1.1)
    watched.receive(lease_request(server=THIRD), 4.0)
    assert watched.next_deadline() is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (reply(options=CLASS, client=IPXE_MAC), SiteConflictKind.CLASS_WITHOUT_43),
        (reply(options=CLASS, client=IPXE_MAC, siaddr=KIT), SiteConflictKind.CLASS_TO_US),
        (reply(options={OptionCode.IPXE: b"\xb0\x01\x01"}, client=IPXE_MAC), SiteConflictKind.IPXE_LEFT_OUT),
        (reply(THIRD, CLASS, client=IPXE_MAC, gives=NO_ADDRESS, siaddr=THIRD), SiteConflictKind.SECOND_PROXY),
    ],
)
def test_ipxe_takes_the_first_offer_of_network_boot_and_may_be_lost_by_it(
    said: PassingDatagram, kind: SiteConflictKind
) -> None:
    watched = observer()
    watched.receive(passing(IPXE_DISCOVER), 1.0)
    watched.receive(said, 1.1)
    watched.receive(lease_request(IPXE_DISCOVER), 2.0)
    assert _lost_after(watched, 1.9 + IPXE_COMES_WITHIN_S) == []
    assert _lost_after(watched, 2.0 + IPXE_COMES_WITHIN_S) == [(IPXE_MAC, kind)]


def test_ipxe_passes_over_a_file_of_the_site() -> None:
    watched = observer()
    watched.receive(passing(IPXE_DISCOVER), 1.0)
    watched.receive(reply(file=b"other.file", client=IPXE_MAC), 1.1)
    watched.receive(lease_request(IPXE_DISCOVER), 2.0)
    assert watched.next_deadline() is None


def test_second_proxy_that_answers_nobody_any_more_is_over() -> None:
    watched = observer()
    proxy = reply(THIRD, CLASS, gives=NO_ADDRESS, siaddr=THIRD, file=b"third.file")
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    assert kinds(watched.receive(proxy, 1.1)) == ["dhcp_server_seen", "site_conflict_found"]
    for second in range(10):  # Ten computers within ten seconds: it may only be slow.
        assert watched.receive(passing(EDK2_DISCOVER), 2.0 + second) == ()
    assert watched.receive(passing(IPXE_DISCOVER), 70.0) == ()  # It never answered iPXE.
    assert kinds(watched.receive(passing(EDK2_DISCOVER), 71.0)) == ["site_conflict_over"]
    assert kinds(watched.receive(proxy, 72.0)) == ["site_conflict_found"]


def test_second_kit_is_known_once_it_has_spoken_to_ipxe() -> None:
    watched = observer()
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    watched.receive(passing(IPXE_DISCOVER), 1.0)
    to_firmware = reply(THIRD, CLASS, gives=NO_ADDRESS, siaddr=THIRD, file=b"ipxe.efi")
    to_ipxe = reply(
        THIRD,
        {**CLASS, OptionCode.IPXE: b"\x01\x01\x01"},
        client=IPXE_MAC,
        gives=NO_ADDRESS,
        siaddr=THIRD,
        file=b"tftp://10.77.1.11/boot.ipxe",
    )
    watched.receive(to_firmware, 1.1)
    assert kinds(watched.receive(to_ipxe, 1.2)) == ["site_conflict_over", "site_conflict_found"]
    watched.receive(to_firmware, 2.0)
    assert [each.kind for each in watched.servers()[0].conflicts] == [SiteConflictKind.SECOND_KIT]


def test_boot_server_that_a_dhcp_server_names_itself_is_no_second_proxy() -> None:
    watched = observer()
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    watched.receive(reply(options=CLASS), 1.1)
    ack = reply(options=CLASS, gives=NO_ADDRESS, kind=MessageType.ACK, port=4011, file=b"wdsnbp.com")
    assert watched.receive(ack, 5.0) == ()
    assert [each.kind for each in watched.servers()[0].conflicts] == [SiteConflictKind.CLASS_WITHOUT_43]


def test_what_a_server_says_to_laptops_hides_nothing_of_what_it_says_to_computers_that_boot() -> None:
    watched = observer()
    watched.receive(passing(EDK2_DISCOVER), 1.0)
    watched.receive(reply(file=b"other.file"), 1.1)
    watched.receive(reply(client=MacAddress(b"laptop")), 2.0)
    (server,) = watched.servers()
    assert (server.boot_file, server.offers_heard, server.last_heard_s) == ("other.file", 2, 2.0)


def test_flood_of_invented_servers_neither_fills_memory_nor_the_journal() -> None:
    watched = observer()
    told = 0
    for number in range(5000):
        told += len(watched.receive(reply(IPv4Address(0x0A580000 + number), CLASS), 1.0 + number / 1000))
    assert told <= 2 * (site_servers.NEW_SERVERS_BURST + 5 * site_servers.NEW_SERVERS_PER_S)
    for number in range(500):
        watched.receive(reply(IPv4Address(0x0A590000 + number)), 1e4 + number * 10)
    assert len(watched.servers()) == site_servers.CAPACITY


def test_talkative_server_is_looked_at_only_so_often() -> None:
    watched = observer()
    for number in range(5000):
        watched.receive(reply(), 1.0 + number / 5000)
    assert watched.servers()[0].offers_heard <= 1 + site_servers.OFFERS_BURST + site_servers.OFFERS_PER_S


def test_flood_of_invented_computers_is_bounded() -> None:
    clients = SiteClients()
    packet = decode(EDK2_DISCOVER)
    for number in range(site_clients.CAPACITY + 100):
        request = classify(replace(packet, chaddr=number.to_bytes(6, "big").ljust(16, b"\0")))
        assert isinstance(request, PxeRequest)
        clients.note_request(request, (EVERYBODY, 67), (), 1.0)
    assert len(clients) == site_clients.CAPACITY


def test_moved_to_another_address_the_old_one_is_a_strangers() -> None:
    watched = observer()
    watched.move({"kit0": OwnPlace("kit0", THIRD, frozenset({THIRD}))}, frozenset({KIT_MAC}))
    assert kinds(watched.receive(reply(KIT), 1.0)) == ["dhcp_server_seen"]
    assert watched.receive(reply(THIRD), 1.0) == ()
