"""Which rule wins for whom, lists of computers, and computers behind relays."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from uuid import UUID

import pytest

from fogportable.boot.policy import ProxySettings, ServerIdentity, Silence
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome
from fogportable.events import RequestIgnored
from fogportable.model import BootRule, ClientLists, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.dhcp import DhcpPacket, MessageType
from tests.unit.boot.engine import RULES, Stage, only_event, replied
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    HTTP_DISCOVER,
    IPXE_DISCOVER,
    lease_request,
    varied,
)
from tests.unit.protocol.pxe.test_reply import option_codes

X64 = frozenset({7, 9})
ANY: frozenset[int] = frozenset()
QEMU = MacPattern.parse("52:54:00")
THIS = MacPattern.parse("52:54:00:aa:bb:01")
MACHINE = UUID("4c4c4544-0038-3610-8043-b4c04f503732")
WITH_MACHINE = varied(EDK2_DISCOVER, {97: b"\0" + MACHINE.bytes_le})
RELAY = IPv4Address("10.77.2.254")
RELAYS = (IPv4Network("10.77.2.0/24"), IPv4Network("10.78.0.0/16"))
RELAY_INFO = bytes.fromhex("0104 00000001 0206 aabbccddeeff")


def file_of(rules: tuple[BootRule, ...], frame: bytes = EDK2_DISCOVER) -> str:
    """The file that is offered; "" for none."""
    outcome = Stage(rules).discovery(frame)
    return replied(outcome).file.decode() if outcome.reply is not None else ""


def reason(outcome: Outcome) -> str:
    event = only_event(outcome)
    assert isinstance(event, RequestIgnored)
    return event.reason


# --- rules ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (BootRule(ANY, "a"), True),
        (BootRule(frozenset({0}), "a"), False),
        (BootRule(X64, "a", macs=(QEMU,)), True),
        (BootRule(X64, "a", macs=(MacPattern.parse("00:11:22"), THIS)), True),
        (BootRule(ANY, "a", macs=(MacPattern.parse("52:54:01"),)), False),
        (BootRule(frozenset({0}), "a", macs=(THIS,)), False),
        (BootRule(ANY, "a", uuids=(MACHINE,)), True),
        (BootRule(ANY, "a", uuids=(UUID(int=1), MACHINE)), True),
        (BootRule(ANY, "a", uuids=(UUID(int=1),)), False),
        (BootRule(ANY, "a", macs=(THIS,), uuids=(UUID(int=1),)), False),
    ],
)
def test_rule_fits_who_fits_all_its_conditions(rule: BootRule, fits: bool) -> None:
    assert file_of((rule, BootRule(X64, "other")), WITH_MACHINE) == ("a" if fits else "other")


def test_rule_for_a_machine_does_not_fit_who_has_no_number() -> None:
    assert file_of((BootRule(ANY, "a", uuids=(MACHINE,)),)) == ""


def test_first_rule_wins_on_each_point() -> None:
    rules = (
        BootRule(ANY, macs=(THIS,), next_server=IPv4Address("10.0.0.9")),
        BootRule(ANY, script="mine.ipxe"),
        BootRule(X64, "first.efi", next_server=IPv4Address("10.0.0.8")),
        BootRule(X64, "second.efi", script="other.ipxe"),
    )
    packet = replied(Stage(rules).discovery(EDK2_DISCOVER))
    assert (packet.file, packet.siaddr) == (b"first.efi", IPv4Address("10.0.0.9"))
    other = varied(EDK2_DISCOVER, mac=MacAddress.parse("00:11:22:33:44:55"))
    assert replied(Stage(rules).discovery(other)).siaddr == IPv4Address("10.0.0.8")
    assert replied(Stage(rules).discovery(IPXE_DISCOVER)).file.endswith(b"/mine.ipxe")


def test_ignored_is_what_is_booted_so_that_an_earlier_file_wins() -> None:
    ignored = BootRule(ANY, macs=(QEMU,), is_ignored=True)
    assert file_of((BootRule(ANY, "a", macs=(THIS,)), ignored, *RULES)) == "a"
    assert reason(Stage((ignored, *RULES)).discovery(EDK2_DISCOVER)) == Silence.RULE


def test_two_computers_of_one_kind_keep_their_own_rules() -> None:
    stage = Stage((BootRule(ANY, "mine.efi", macs=(THIS,)), *RULES))
    other = varied(EDK2_DISCOVER, mac=MacAddress.parse("52:54:00:00:00:99"))
    for _ in range(2):
        assert replied(stage.discovery(EDK2_DISCOVER)).file == b"mine.efi"
        assert replied(stage.discovery(other)).file == b"x64/ipxe.efi"


# --- lists, on every port ------------------------------------------------------------------------------------------

MENU = PxeMenu(entries=(PxeEntry("Lab", PxeAction.FILE, file="lab.efi"),), answers_broadcast=True)


@pytest.mark.parametrize(
    ("lists", "rules", "silence"),
    [
        (ClientLists(deny=(QEMU,)), RULES, Silence.DENIED),
        (ClientLists(allow=(QEMU,), deny=(THIS,)), RULES, Silence.DENIED),
        (ClientLists(allow=(MacPattern.parse("00:11"),)), RULES, Silence.NOT_ALLOWED),
        (ClientLists(), (BootRule(ANY, macs=(THIS,), is_ignored=True), *RULES), Silence.RULE),
    ],
)
def test_unwanted_computer_is_silent_on_both_ports_and_for_choices(
    lists: ClientLists, rules: tuple[BootRule, ...], silence: Silence
) -> None:
    stage = Stage(rules, ProxySettings(clients=lists, pxe_menu=MENU))
    server = ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"), http_port=80)
    on_67 = (EDK2_DISCOVER, EDK2_BOOT_ITEM_REQUEST, HTTP_DISCOVER)
    on_4011 = (EDK2_BOOT_SERVER_REQUEST, EDK2_BOOT_ITEM_REQUEST, EDK2_DISCOVER)
    for frame in on_67:
        assert reason(stage.discovery(frame, server=server)) == silence
        stage.now += 60
    for frame in on_4011:
        assert reason(stage.boot_server(frame, server=server)) == silence
        stage.now += 60


def test_listed_computer_is_answered() -> None:
    stage = Stage(settings=ProxySettings(clients=ClientLists(allow=(MacPattern.parse("00:11"), THIS))))
    replied(stage.discovery(EDK2_DISCOVER))
    assert reason(stage.discovery(IPXE_DISCOVER)) == Silence.NOT_ALLOWED


# --- relays --------------------------------------------------------------------------------------------------------


def relayed(frame: bytes = EDK2_DISCOVER, giaddr: IPv4Address = RELAY) -> bytes:
    return varied(frame, {82: RELAY_INFO}, giaddr=giaddr, hops=1)


@pytest.fixture
def stage() -> Stage:
    return Stage(settings=ProxySettings(relays=RELAYS, pxe_menu=PxeMenu()))


def test_relayed_request_is_answered_to_the_relay_with_82_last(stage: Stage) -> None:
    outcome = stage.discovery(relayed(), source=(RELAY, 67))
    packet = replied(outcome)
    assert outcome.reply is not None
    assert (outcome.reply.destination, outcome.reply.from_port) == ((RELAY, 67), DhcpPort.DISCOVERY)
    assert (packet.giaddr, packet.hops, packet.flags) == (RELAY, 1, 0x8000)
    assert packet.options[82] == RELAY_INFO
    assert option_codes(outcome.reply.payload)[-1] == 82
    assert (packet.siaddr, packet.file) == (IPv4Address("192.168.88.2"), b"x64/ipxe.efi")


@pytest.mark.parametrize("giaddr", ["10.77.3.254", "10.77.2.255", "192.168.88.1", "255.255.255.255", "232.1.0.1"])
def test_relay_outside_the_listed_networks_is_silent(stage: Stage, giaddr: str) -> None:
    relay = IPv4Address(giaddr)
    assert reason(stage.discovery(relayed(giaddr=relay), source=(relay, 67))) == Silence.RELAYED


EVERYWHERE = ProxySettings(relays=(IPv4Network("0.0.0.0/0"),))


@pytest.mark.parametrize("nobodys", ["255.255.255.255", "127.0.0.1", "240.0.0.1", "224.0.0.1", "0.0.0.9"])
def test_everywhere_is_a_list_too_but_not_of_addresses_that_no_relay_has(nobodys: str) -> None:
    stage = Stage(settings=EVERYWHERE)
    replied(stage.discovery(relayed(giaddr=IPv4Address("172.16.5.1"))))
    assert reason(stage.discovery(relayed(giaddr=IPv4Address(nobodys)))) == Silence.RELAYED


def test_relay_that_claims_to_be_us_is_not_answered_so_that_we_do_not_talk_to_ourselves() -> None:
    ours = IPv4Address("192.168.88.2")
    stage = Stage(settings=EVERYWHERE, own_addresses=frozenset({ours}))
    forged = relayed(giaddr=ours)
    assert reason(stage.discovery(forged, source=(IPv4Address("192.168.88.66"), 67))) == Silence.RELAY_IS_US


def test_relayed_lease_request_is_not_answered(stage: Stage) -> None:
    frame = lease_request(relayed(), address="10.77.2.9", dhcp_server="10.77.1.1")
    assert stage.discovery(frame, source=(RELAY, 67)).reply is None


@pytest.mark.parametrize("address", ["10.77.2.9", "10.78.200.1"])
def test_routed_client_is_answered_on_4011(stage: Stage, address: str) -> None:
    client = (IPv4Address(address), 4011)
    outcome = stage.boot_server(varied(EDK2_BOOT_SERVER_REQUEST, ciaddr=client[0]), source=client)
    assert replied(outcome).message_type is MessageType.ACK
    assert outcome.reply is not None
    assert outcome.reply.destination == client


def test_broadcast_address_of_our_own_network_is_nobodys_however_wide_the_list() -> None:
    client = (IPv4Address("192.168.88.255"), 4011)
    assert reason(Stage(settings=EVERYWHERE).boot_server(EDK2_BOOT_SERVER_REQUEST, source=client)) == (
        Silence.OFF_NETWORK
    )


@pytest.mark.parametrize("address", ["10.77.3.9", "10.77.2.255", "10.77.2.0", "8.8.8.8"])
def test_client_of_no_listed_network_is_silent_on_4011(stage: Stage, address: str) -> None:
    client = (IPv4Address(address), 4011)
    outcome = stage.boot_server(varied(EDK2_BOOT_SERVER_REQUEST, ciaddr=client[0]), source=client)
    assert reason(outcome) == Silence.OFF_NETWORK


def test_each_interface_tells_relays_and_addresses_its_own(stage: Stage) -> None:
    for number in (5, 6):
        server = ServerIdentity(f"eth{number}", IPv4Interface(f"10.20.{number}.1/24"), http_port=8080)
        ours = server.address.ip
        seen: list[DhcpPacket] = [
            replied(stage.discovery(relayed(frame), source=(RELAY, 67), server=server))
            for frame in (EDK2_DISCOVER, IPXE_DISCOVER, HTTP_DISCOVER)
        ]
        for packet in seen:
            assert packet.siaddr == packet.address_option(54) == ours
        assert seen[1].file == f"tftp://{ours}/boot.ipxe".encode()
        assert seen[2].file == f"http://{ours}:8080/x64/ipxe.efi".encode()
        assert (
            replied(stage.boot_server(EDK2_BOOT_SERVER_REQUEST, source=(ours + 7, 4011), server=server)).siaddr == ours
        )
