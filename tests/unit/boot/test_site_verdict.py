"""What is said of a site, from every combination of offers and of what its switches tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Network
from itertools import combinations, permutations

import pytest

from fogportable.boot.site_hearing import BootServerHeard, HeardOffer, Port4011, SiteHearing
from fogportable.boot.site_silence import silence_causes
from fogportable.boot.site_verdict import SiteKind, SiteVerdict, judge_site
from fogportable.errors import FaultCode
from fogportable.model import BootEnding, OurChance, ProbeAsker, SiteMode
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.link import Bpdu, NeighbourProtocol, PortRole, SwitchNeighbour
from fogportable.protocol.pxe import OfferClass, ServerOffer
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT
from tests.unit.protocol.pxe.offers_on_wire import (
    BINL,
    BOOTP_FILE,
    CLASS,
    CLASS_TO_US,
    HIGH_FILE,
    IPXE,
    KIT,
    LEASE,
    LOW_PROXY,
    MENU_PROXY,
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

BRIDGE = MacAddress.parse("02:42:00:00:00:01")
TREE = Bpdu(0, BRIDGE, BRIDGE, 1, 2.0, 20.0, 15.0)
OPEN_PORT = replace(TREE, version=2, role=PortRole.DESIGNATED, is_forwarding=True)
FOG = IPv4Address("10.77.1.77")
PLAIN_TWO = replace(PLAIN, server=THIRD, source=(THIRD, 67), address=IPv4Address("10.77.1.200"))
OTHER_KIT = replace(
    IPXE, server=THIRD, source=(THIRD, 67), next_server=THIRD, file_field=b"tftp://10.77.1.11/boot.ipxe"
)
BIOS_FILE = offer(SITE, {OptionCode.BOOT_FILE: b"undionly.kpxe"}, gives=LEASE, siaddr=SITE)
FOG_FILE = offer(SITE, {OptionCode.BOOT_FILE: b"snponly.efi"}, gives=LEASE, siaddr=FOG)
FOG_BIOS_FILE = offer(SITE, {OptionCode.BOOT_FILE: b"undionly.kpxe"}, gives=LEASE, siaddr=FOG)
PROMPT_ALONE = offer(SITE, {**CLASS, OptionCode.VENDOR_OPTIONS: bytes.fromhex("060103ff")}, gives=LEASE, siaddr=SITE)


def hearing(*offers: ServerOffer, **more: object) -> SiteHearing:
    """All offered to UEFI and iPXE alike, unless they can only be meant for one."""
    heard = tuple(
        HeardOffer(asker, each, 0.1)
        for asker in (ProbeAsker.BIOS, ProbeAsker.UEFI, ProbeAsker.IPXE)
        for each in offers
        if not (each is OTHER_KIT and asker is not ProbeAsker.IPXE)
    )
    return replace(SiteHearing("eth0", KIT, 5.0, heard), **more)  # type: ignore[arg-type]


def judged(*offers: ServerOffer, **more: object) -> SiteVerdict:
    return judge_site(hearing(*offers, **more), everywhere=frozenset({KIT}))


@pytest.mark.parametrize(
    ("offers", "kind", "mode", "uefi", "chance"),
    [
        ([PLAIN], SiteKind.PLAIN, SiteMode.PROXY, BootEnding.NOTHING_TO_BOOT, OurChance.SURE),
        ([PLAIN, PLAIN_TWO], SiteKind.SEVERAL_DHCP, SiteMode.PROXY, BootEnding.NOTHING_TO_BOOT, OurChance.SURE),
        ([WITH_FILE], SiteKind.NAMES_FILE, SiteMode.PROXY, BootEnding.LOADS, OurChance.SURE),
        ([BOOTP_FILE], SiteKind.NAMES_FILE, SiteMode.PROXY, BootEnding.LOADS, OurChance.NONE),
        ([BIOS_FILE], SiteKind.WRONG_FILE, SiteMode.PROXY, BootEnding.LOADS, OurChance.SURE),
        ([FOG_FILE], SiteKind.NAMES_FILE, SiteMode.NOTHING, BootEnding.LOADS, OurChance.SURE),
        ([FOG_BIOS_FILE], SiteKind.WRONG_FILE, SiteMode.POINT, BootEnding.LOADS, OurChance.SURE),
        ([WITH_CLASS], SiteKind.CLASS_WITHOUT_43, SiteMode.PROXY, BootEnding.ASKS_4011, OurChance.NONE),
        ([CLASS_TO_US], SiteKind.CLASS_TO_US, SiteMode.PROXY, BootEnding.ASKS_4011, OurChance.SURE),
        ([WITH_43], SiteKind.CLASS_WITH_43, SiteMode.NOTHING, BootEnding.LOADS, OurChance.NONE),
        ([PROMPT_ALONE], SiteKind.CLASS_WITH_43, SiteMode.PROXY, BootEnding.LOCAL_DISK, OurChance.NONE),
        ([PROXIES_HIDDEN], SiteKind.IPXE_LEFT_OUT, SiteMode.PROXY, BootEnding.NOTHING_TO_BOOT, OurChance.SURE),
        ([HIGH_FILE], SiteKind.IPXE_LEFT_OUT, SiteMode.PROXY, BootEnding.LOADS, OurChance.SURE),
        ([PLAIN, SECOND], SiteKind.SECOND_PROXY, SiteMode.NOTHING, BootEnding.LOADS, OurChance.DEPENDS),
        ([PLAIN, SECOND_BINL], SiteKind.SECOND_PROXY, SiteMode.PROXY, BootEnding.ASKS_4011, OurChance.SURE),
        ([PLAIN, MENU_PROXY], SiteKind.SECOND_PROXY, SiteMode.NOTHING, BootEnding.MENU, OurChance.DEPENDS),
        ([PLAIN, OTHER_KIT], SiteKind.SECOND_KIT, SiteMode.NOTHING, BootEnding.NOTHING_TO_BOOT, OurChance.SURE),
        ([SECOND], SiteKind.NO_ADDRESS, SiteMode.PRIVATE_NETWORK, BootEnding.NO_ADDRESS, OurChance.NONE),
        ([], SiteKind.SILENT, SiteMode.PRIVATE_NETWORK, BootEnding.NO_ADDRESS, OurChance.NONE),
    ],
)
def test_site(offers: list[ServerOffer], kind: SiteKind, mode: SiteMode, uefi: BootEnding, chance: OurChance) -> None:
    verdict = judged(*offers)
    outlook = verdict.outlooks[0]
    assert (verdict.kind, verdict.mode, outlook.ending, outlook.our_chance) == (kind, mode, uefi, chance)
    assert (verdict.fault is None) is (kind is SiteKind.PLAIN)


_ALL = (
    PLAIN,
    PLAIN_TWO,
    WITH_FILE,
    BIOS_FILE,
    FOG_FILE,
    WITH_CLASS,
    CLASS_TO_US,
    WITH_43,
    PROMPT_ALONE,
    PROXIES_HIDDEN,
    SECOND,
    SECOND_BINL,
    MENU_PROXY,
    LOW_PROXY,
    OTHER_KIT,
    BOOTP_FILE,
)
_OF_MORE_THAN_OFFERS = {
    SiteKind.LINK_WAITS,
    SiteKind.OTHER_NETWORK,
    SiteKind.KNOWN_ONLY,
    SiteKind.FLOODED,
    SiteKind.ADDRESS_TAKEN,
    SiteKind.REFUSED,
    SiteKind.LEAVES_OUT,
    SiteKind.NO_NEXT_SERVER,
}
_STATES = (None, Port4011.ANSWERED, Port4011.SILENT, Port4011.REFUSED)


def _boot_servers(offers: Sequence[ServerOffer], state: Port4011 | None) -> tuple[BootServerHeard, ...]:
    if state is None:
        return ()
    answer = SECOND if state is Port4011.ANSWERED else None
    return tuple(BootServerHeard(each.boot_server, state, answer) for each in offers)


def test_every_combination_of_offers_gets_one_sentence_that_does_not_contradict_itself() -> None:
    seen = set()
    for count in range(4):
        for chosen in combinations(_ALL, count):
            for state in _STATES:
                verdict = judged(*chosen, boot_servers=_boot_servers(chosen, state))
                uefi = verdict.outlooks[0]
                seen.add(verdict.kind)
                assert verdict.sentence.endswith(".")
                has_lease = any(each.gives_address for each in chosen)
                assert (verdict.kind in (SiteKind.SILENT, SiteKind.NO_ADDRESS)) is not has_lease
                assert (uefi.ending is BootEnding.NO_ADDRESS) <= (not has_lease or BOOTP_FILE in chosen)
                assert (verdict.mode is SiteMode.POINT) <= (verdict.point_to == FOG)
                if WITH_43 in chosen or PROMPT_ALONE in chosen:
                    assert uefi.our_chance is OurChance.NONE
                if OTHER_KIT in chosen and verdict.kind is not SiteKind.NO_ADDRESS:
                    named = {verdict.fault.code, *(each.code for each in verdict.notes)} if verdict.fault else set()
                    assert FaultCode.SITE_SECOND_KIT in named
                assert verdict.fault is None or verdict.fault not in verdict.notes
    assert seen == set(SiteKind) - _OF_MORE_THAN_OFFERS


def test_order_of_arrival_changes_neither_verdict_nor_mode() -> None:
    for chosen in combinations((PLAIN, WITH_CLASS, SECOND, OTHER_KIT, FOG_FILE), 3):
        said = {(judged(*order).kind, judged(*order).mode) for order in permutations(chosen)}
        assert len({kind for kind, _ in said}) == 1, chosen


def test_site_that_serves_network_boot_itself_is_told_so_and_not_called_broken() -> None:
    for verdict in (
        judged(WITH_43),
        judged(WITH_CLASS, boot_servers=(BootServerHeard(SITE, Port4011.ANSWERED, SECOND),)),
    ):
        assert verdict.mode is SiteMode.NOTHING
        assert verdict.fault is not None
        assert verdict.fault.code is FaultCode.SITE_SERVES_BOOT
        assert verdict.fault.remedy.startswith("Leave it so")


def test_class_of_one_server_means_nothing_beside_a_plain_second_one() -> None:
    verdict = judged(WITH_CLASS, PLAIN_TWO)
    assert (verdict.kind, verdict.outlooks[0].our_chance) == (SiteKind.SEVERAL_DHCP, OurChance.SURE)


def test_addresses_of_another_network_than_ours_are_told_first() -> None:
    elsewhere = IPv4Network("192.168.5.0/24")
    verdict = judged(WITH_FILE, own=IPv4Address("192.168.5.2"), networks=(elsewhere,))
    assert verdict.kind is SiteKind.OTHER_NETWORK
    assert "such as 10.77.1.100, and this laptop has 192.168.5.2" in verdict.sentence
    assert FaultCode.SITE_NAMES_FILE in [each.code for each in verdict.notes]
    assert judged(PLAIN, networks=(IPv4Network("10.77.1.0/24"),)).kind is SiteKind.PLAIN


def test_server_that_answers_others_only_is_no_silence() -> None:
    verdict = judged(to_others=(PLAIN,))
    assert (verdict.kind, verdict.mode) == (SiteKind.KNOWN_ONLY, SiteMode.PROXY)


def test_boot_server_in_option_66_alone_is_not_where_uefi_computers_go() -> None:
    only_66 = offer(
        SITE,
        {OptionCode.BOOT_FILE: b"snponly.efi", OptionCode.TFTP_SERVER_NAME: b"10.77.1.77"},
        gives=LEASE,
    )
    verdict = judged(only_66)
    assert (verdict.kind, verdict.mode, verdict.point_to) == (SiteKind.NO_NEXT_SERVER, SiteMode.POINT, FOG)
    assert verdict.outlooks[0].server == SITE
    assert "names the boot server 10.77.1.77 in option 66 alone" in verdict.sentence
    named = offer(
        SITE, {OptionCode.BOOT_FILE: b"snponly.efi", OptionCode.TFTP_SERVER_NAME: b"fog.example"}, gives=LEASE
    )
    assert (judged(named).kind, judged(named).mode) == (SiteKind.NO_NEXT_SERVER, SiteMode.PROXY)
    assert judged(named).point_to is None


def test_card_without_an_address_is_noted_beside_what_the_site_offers() -> None:
    verdict = judge_site(replace(hearing(PLAIN), own=None))
    assert [each.code for each in verdict.notes] == [FaultCode.INTERFACE_NO_ADDRESS]


# --- who is left out ----------------------------------------------------------------------------------------------

NO_IDENTIFIER = offer(SITE, gives=LEASE, names_itself=False)


def _to(asker: ProbeAsker, each: ServerOffer, after_s: float = 0.1) -> HeardOffer:
    return HeardOffer(asker, each, after_s)


def _judged_as(*heard: HeardOffer, **more: object) -> SiteVerdict:
    return judge_site(replace(hearing(), offers=heard, **more), everywhere=frozenset({KIT}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answered", "who"),
    [
        ((ProbeAsker.BIOS,), "UEFI, iPXE"),
        ((ProbeAsker.UEFI, ProbeAsker.IPXE), "BIOS"),
        ((ProbeAsker.UEFI, ProbeAsker.BIOS), "iPXE"),
        ((ProbeAsker.HTTP,), "UEFI, iPXE, BIOS"),
    ],
)
def test_kinds_of_computers_that_get_no_address_are_named(answered: tuple[ProbeAsker, ...], who: str) -> None:
    verdict = _judged_as(*(_to(each, PLAIN) for each in answered))
    assert (verdict.kind, verdict.mode) == (SiteKind.LEAVES_OUT, SiteMode.PROXY)
    assert f"no offer that {who} computers can take" in verdict.sentence
    assert verdict.outlooks[2].our_chance is (OurChance.SURE if ProbeAsker.HTTP in answered else OurChance.NONE)


def test_offers_without_option_54_are_told_to_be_none_for_uefi() -> None:
    verdict = judged(NO_IDENTIFIER)
    assert verdict.kind is SiteKind.LEAVES_OUT
    assert verdict.fault is not None
    assert verdict.fault.code is FaultCode.SITE_NO_IDENTIFIER
    assert judged(NO_IDENTIFIER, PLAIN_TWO).kind is SiteKind.SEVERAL_DHCP


def test_refusal_is_no_silence() -> None:
    verdict = judged(refusing=(SITE,))
    assert (verdict.kind, verdict.mode) == (SiteKind.REFUSED, None)
    assert judged(PLAIN, refusing=(THIRD,)).kind is SiteKind.PLAIN


def test_address_of_ours_that_another_machine_has_comes_before_what_servers_say() -> None:
    verdict = judged(WITH_CLASS, twin=BRIDGE)
    assert (verdict.kind, verdict.mode) == (SiteKind.ADDRESS_TAKEN, SiteMode.PROXY)
    assert FaultCode.SITE_CLASS_WITHOUT_43 in [each.code for each in verdict.notes]


def test_more_frames_than_could_be_read_leave_the_verdict_open() -> None:
    verdict = judged(PLAIN, frames_lost=7, twin=BRIDGE)
    assert (verdict.kind, verdict.mode) == (SiteKind.FLOODED, None)


def test_second_address_of_the_card_in_the_sites_network_is_told() -> None:
    networks = (IPv4Network("192.168.5.0/24"), IPv4Network("10.77.1.0/24"))
    verdict = judged(PLAIN, own=IPv4Address("192.168.5.2"), networks=networks)
    assert verdict.kind is SiteKind.OTHER_NETWORK
    assert "serves with its first address, 192.168.5.2, not with the one in 10.77.1.0/24" in verdict.sentence


def test_second_server_with_the_same_trouble_is_noted() -> None:
    other = replace(SECOND_BINL, server=SITE, source=(SITE, 67))
    verdict = judged(PLAIN, SECOND_BINL, other)
    assert verdict.kind is SiteKind.SECOND_PROXY
    told = f"{verdict.fault} {' '.join(map(str, verdict.notes))}"
    assert "boot server, 10.77.1.11" in told
    assert "boot server, 10.77.1.1," in told


def test_slow_server_is_noted_with_its_time() -> None:
    slow = [_to(each, PLAIN, 6.1) for each in ProbeAsker]
    assert [each.code for each in _judged_as(*slow).notes] == [FaultCode.SITE_SLOW]
    assert _judged_as(*(_to(each, PLAIN, 3.1) for each in ProbeAsker)).notes == ()


def test_one_file_for_uefi_to_all_is_noted_for_bios() -> None:
    verdict = judged(FOG_FILE)
    assert verdict.kind is SiteKind.NAMES_FILE
    assert FaultCode.SITE_WRONG_FILE_FOR_BIOS in [each.code for each in verdict.notes]


@pytest.mark.parametrize(
    ("after_s", "uefi", "ipxe"),
    [
        (0.2, BootEnding.LOADS, BootEnding.LOADS),
        (3.5, BootEnding.LOADS, BootEnding.NOTHING_TO_BOOT),
        (4.2, BootEnding.NOTHING_TO_BOOT, BootEnding.NOTHING_TO_BOOT),
    ],
)
def test_proxy_that_is_late_is_missed(after_s: float, uefi: BootEnding, ipxe: BootEnding) -> None:
    kinds = (ProbeAsker.BIOS, ProbeAsker.UEFI, ProbeAsker.IPXE)
    verdict = _judged_as(*(_to(each, PLAIN) for each in kinds), *(_to(each, SECOND, after_s) for each in kinds))
    assert [each.ending for each in verdict.outlooks[:2]] == [uefi, ipxe]
    late_lease = _judged_as(*(_to(each, SECOND, after_s) for each in kinds), *(_to(each, PLAIN, 4.5) for each in kinds))
    assert [each.ending for each in late_lease.outlooks[:2]] == [BootEnding.LOADS, BootEnding.LOADS]


# --- port 4011 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heard", "ending", "file"),
    [
        (BootServerHeard(THIRD, Port4011.ANSWERED, SECOND), BootEnding.LOADS, "third.file"),
        (BootServerHeard(THIRD, Port4011.ANSWERED, MENU_PROXY), BootEnding.MENU, ""),
        (BootServerHeard(THIRD, Port4011.ANSWERED, replace(SECOND, file_field=b"")), BootEnding.STOPS, ""),
        (BootServerHeard(THIRD, Port4011.SILENT), BootEnding.STOPS, ""),
        (BootServerHeard(THIRD, Port4011.REFUSED), BootEnding.STOPS, ""),
        (BootServerHeard(SITE, Port4011.ANSWERED, SECOND), BootEnding.ASKS_4011, ""),
    ],
)
def test_what_port_4011_said_decides_where_uefi_ends(heard: BootServerHeard, ending: BootEnding, file: str) -> None:
    verdict = judged(PLAIN, SECOND_BINL, boot_servers=(heard,))
    assert (verdict.outlooks[0].ending, verdict.outlooks[0].file) == (ending, file)
    assert verdict.mode is (SiteMode.NOTHING if ending.is_boot else SiteMode.PROXY)


def test_uefi_asks_the_next_proxy_when_the_first_one_has_nothing() -> None:
    other = replace(SECOND_BINL, server=FOG, source=(FOG, 67), next_server=FOG)
    answer = replace(SECOND, next_server=FOG)
    heard = (BootServerHeard(THIRD, Port4011.REFUSED), BootServerHeard(FOG, Port4011.ANSWERED, answer))
    verdict = judged(PLAIN, SECOND_BINL, other, boot_servers=heard)
    uefi = verdict.outlooks[0]
    assert (uefi.ending, uefi.server, verdict.mode) == (BootEnding.LOADS, FOG, SiteMode.NOTHING)
    assert judged(PLAIN, SECOND_BINL, other, boot_servers=heard[:1]).outlooks[0].ending is BootEnding.ASKS_4011


def test_listed_boot_server_is_loaded_from_when_it_says_download_now() -> None:
    vendor = bytes.fromhex("060108 0807 8000 01 0a4d0163 ff".replace(" ", ""))
    listed = offer(THIRD, {**CLASS, OptionCode.VENDOR_OPTIONS: vendor}, siaddr=THIRD, file=b"x.efi")
    assert judged(PLAIN, listed).outlooks[0].server == IPv4Address("10.77.1.99")


def test_url_of_the_site_is_what_http_boot_loads() -> None:
    lease = offer(
        SITE, {OptionCode.VENDOR_CLASS: b"HTTPClient", OptionCode.BOOT_FILE: b"http://10.77.1.77/x.efi"}, gives=LEASE
    )
    heard = replace(hearing(PLAIN), offers=(*hearing(PLAIN).offers, HeardOffer(ProbeAsker.HTTP, lease, 0.1)))
    verdict = judge_site(heard)
    http = verdict.outlooks[2]
    assert (verdict.kind, http.ending, http.file) == (SiteKind.PLAIN, BootEnding.LOADS, "http://10.77.1.77/x.efi")
    assert http.our_chance is OurChance.NONE


# --- silence and switches -----------------------------------------------------------------------------------------


def test_port_that_may_be_waiting_for_spanning_tree_is_told_with_its_time() -> None:
    verdict = judged(bridge=TREE)
    assert (verdict.kind, verdict.mode) == (SiteKind.LINK_WAITS, None)
    assert "up to 30 seconds" in verdict.sentence
    assert [each.code for each in verdict.notes] == [FaultCode.SITE_SPANNING_TREE]


def test_open_port_of_rapid_spanning_tree_is_no_reason_to_wait() -> None:
    verdict = judged(bridge=OPEN_PORT)
    assert verdict.kind is SiteKind.SILENT
    assert "port is open" in verdict.causes[0]
    assert judged(bridge=replace(TREE, forward_delay_s=2.0)).kind is SiteKind.SILENT


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"has_link": False}, "cable is not plugged in"),
        ({"came_back": 3}, "round in a circle"),
        ({"others_asking": 2}, "Other computers ask here too"),
        ({"neighbour": SwitchNeighbour(NeighbourProtocol.LLDP, "sw", "7", 204)}, "VLAN 204"),
        ({"bridge": replace(TREE, vlan=30)}, "spanning tree"),
        ({"vlans": frozenset({30, 10})}, "VLAN 10, 30"),
        ({}, "another VLAN, is shut by port security"),
    ],
)
def test_first_cause_of_silence_is_what_was_heard_all_the_same(more: dict[str, object], words: str) -> None:
    assert words in silence_causes(hearing(**more))[0]


def test_unplugged_card_recommends_nothing_and_names_nothing_else() -> None:
    verdict = judged(has_link=False)
    assert (verdict.mode, len(verdict.causes)) == (None, 1)


def test_silence_ends_with_the_computers_own_switch() -> None:
    assert "network boot switched off" in silence_causes(hearing())[-1]


def test_spanning_tree_and_loops_are_noted_beside_any_verdict() -> None:
    verdict = judged(PLAIN, bridge=TREE, came_back=4)
    assert verdict.kind is SiteKind.PLAIN
    assert [each.code for each in verdict.notes] == [FaultCode.SITE_SPANNING_TREE, FaultCode.SITE_LOOP]


def test_laptop_without_an_address_is_called_so_in_the_remedy() -> None:
    verdict = judge_site(replace(hearing(WITH_CLASS), own=None))
    assert verdict.fault is not None
    assert verdict.fault.remedy.endswith("or set its next server to this laptop.")


def test_offers_of_the_tables_are_what_they_are_called() -> None:
    assert BINL.offer_class is OfferClass.PROXY_BINL
    assert WITH_43.vendor_options is not None
    assert DIRECT_BOOT
