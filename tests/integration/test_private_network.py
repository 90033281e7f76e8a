"""A private network on a wire of its own: ordinary clients, other servers, and what survives a restart."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.events import (
    AddressInUse,
    Event,
    FaultCleared,
    FaultRaised,
    LeaseGiven,
    PrivateNetworkYielded,
    SessionStarted,
)
from fogportable.model import (
    BootRule,
    HttpSettings,
    LeasingInterface,
    PrivateNetwork,
    ServingPlan,
    SessionState,
    StaticHost,
)
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.services import dhcp_probe
from fogportable.session.facade import KitSession
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER

KIT = IPv4Address("10.77.0.2")
FIRST, LAST = IPv4Address("10.77.0.20"), IPv4Address("10.77.0.99")
FOREIGN = "10.77.0.200"


@pytest.fixture
def cable() -> Iterator[Wire]:
    reason = missing_for_namespaces()
    if reason is not None:
        pytest.skip(reason)
    with wire() as made:
        # The checksums that veth leaves to a card are not there for clients that read frames.
        made.kit.run("ethtool", "-K", "kit0", "tx", "off")
        made.pc.run("ethtool", "-K", "pc0", "tx", "off")
        yield made


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def impatient(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is on these wires; where somebody is, the whole time is given."""
    if not any(word in request.node.name for word in ("refused", "comes_back_in")):
        monkeypatch.setattr(dhcp_probe, "_LISTENS_S", 0.3)


def plan_on(cable: Wire, root: Path, *hosts: StaticHost, last: IPv4Address = LAST) -> ServingPlan:
    (root / "boot.efi").write_bytes(b"MZ" + bytes(4000))
    settings = PrivateNetwork("kit0", FIRST, last, lease_s=600, router=KIT, domain="room.example", hosts=hosts)
    return ServingPlan(
        interfaces=(),
        root=root,
        rules=(BootRule(frozenset({7, 9}), "boot.efi"),),
        leasing=(LeasingInterface(cable.serving(), settings),),
        http=HttpSettings(is_enabled=False),
    )


@contextlib.contextmanager
def serving(cable: Wire, plan: ServingPlan) -> Iterator[KitSession]:
    session = KitSession()
    with cable.kit.entered():
        session.start(plan)
        try:
            yield session
        finally:
            session.stop(drain_s=0.0)


def events(session: KitSession, kind: type[Event]) -> list[Event]:
    return [each.event for each in session.events_since(0).records if isinstance(each.event, kind)]


def wait_for(session: KitSession, kind: type[Event], timeout_s: float = 5.0) -> Event:
    deadline = time.monotonic() + timeout_s
    never = threading.Event()
    while not events(session, kind):
        assert time.monotonic() < deadline, [each.event.sentence() for each in session.events_since(0).records]
        never.wait(0.01)
    return events(session, kind)[0]


class Talker:
    """A computer's DHCP client at the other end, as far as packets go. For tests inside one wire."""

    def __init__(self, cable: Wire) -> None:
        with cable.pc.entered():
            self.sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"pc0")
            self.sock.bind(("", 68))
        self.sock.settimeout(3.0)

    def say(self, payload: bytes) -> None:
        self.sock.sendto(payload, ("255.255.255.255", 67))

    def hear(self, xid: int) -> DhcpPacket:
        while True:
            packet = decode(self.sock.recv(4096))
            if packet.xid == xid:
                return packet

    def all_for(self, seconds: float) -> list[DhcpPacket]:
        """Everything that comes within this time."""
        heard: list[DhcpPacket] = []
        deadline = time.monotonic() + seconds
        while (left_s := deadline - time.monotonic()) > 0:
            self.sock.settimeout(left_s)
            with contextlib.suppress(TimeoutError):
                heard.append(decode(self.sock.recv(4096)))
        return heard

    def ask(self, mac: bytes, xid: int, kind: MessageType, **options: bytes) -> None:
        codes: dict[int, bytes] = {OptionCode.MESSAGE_TYPE: bytes([kind])}
        codes |= {OptionCode[name]: value for name, value in options.items()}
        self.say(encode(DhcpPacket(xid=xid, flags=0x8000, chaddr=mac.ljust(16, b"\0"), options=codes)))

    def lease(self, mac: bytes, xid: int) -> IPv4Address:
        self.ask(mac, xid, MessageType.DISCOVER)
        offer = self.hear(xid)
        self.ask(mac, xid, MessageType.REQUEST, REQUESTED_ADDRESS=offer.yiaddr.packed, SERVER_IDENTIFIER=KIT.packed)
        ack = self.hear(xid)
        assert ack.message_type is MessageType.ACK
        return ack.yiaddr

    def close(self) -> None:
        self.sock.close()


@contextlib.contextmanager
def foreign_dnsmasq(cable: Wire, tmp_path: Path) -> Iterator[None]:
    """Another DHCP server at the other end of the cable."""
    cable.pc.run("ip", "address", "add", f"{FOREIGN}/24", "dev", "pc0")
    command = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--no-ping", "--interface=pc0"]
    command += ["--bind-interfaces", f"--dhcp-leasefile={tmp_path}/foreign", "--dhcp-range=10.77.0.210,10.77.0.220,1h"]
    with cable.pc.entered():
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
    with process:
        assert process.stderr is not None
        for line in process.stderr:
            if b"sockets bound" in line:
                break
        try:
            yield
        finally:
            process.kill()


@pytest.mark.skipif(subprocess.call(["which", "busybox"], stdout=subprocess.DEVNULL) != 0, reason="no busybox")
def test_an_ordinary_client_program_gets_an_address_and_renews_it(cable: Wire, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("#!/bin/sh\n[ $1 = bound ] && echo BOUND $ip $subnet $router $domain $lease $serverid\nexit 0\n")
    script.chmod(0o755)
    with serving(cable, plan_on(cable, tmp_path)) as session:
        with cable.pc.entered():
            done = subprocess.run(
                ["busybox", "udhcpc", "-i", "pc0", "-n", "-q", "-f", "-R", "-s", str(script), "-x", "hostname:pc-1"],
                capture_output=True,
                text=True,
                timeout=20,
            )
        bound = next(line for line in done.stdout.splitlines() if line.startswith("BOUND")).split()
        assert FIRST <= IPv4Address(bound[1]) <= LAST
        assert bound[2:] == ["255.255.255.0", str(KIT), "room.example", "600", str(KIT)]
        given = wait_for(session, LeaseGiven)
        assert isinstance(given, LeaseGiven)
        assert (str(given.address), given.host_name) == (bound[1], "pc-1")
        (started,) = events(session, SessionStarted)
        assert "No address is given out" not in started.sentence()
        assert "kit0" in started.sentence()


def test_thirty_computers_have_their_offers_at_once(cable: Wire, tmp_path: Path) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        talker = Talker(cable)
        talker.ask(b"\x3c\x52\x82\x6a\x02\x00", 999, MessageType.DISCOVER)
        talker.hear(999)  # By now a stock of addresses has been looked at.
        begin = time.monotonic()
        for number in range(30):
            talker.ask(bytes((0x3C, 0x52, 0x82, 0x6A, 1, number)), 1000 + number, MessageType.DISCOVER)
        offers = [decode(talker.sock.recv(4096)) for _ in range(30)]
        took_s = time.monotonic() - begin
        talker.close()
        assert len({each.yiaddr for each in offers}) == 30
        print(f"30 offers in {took_s * 1000:.0f} ms")
        assert took_s < 1.0
        assert session.status().state is SessionState.SERVING


def test_firmware_is_told_its_boot_file_with_the_address_and_can_load_it(cable: Wire, tmp_path: Path) -> None:
    with serving(cable, plan_on(cable, tmp_path)):
        talker = Talker(cable)
        talker.say(EDK2_DISCOVER)
        offer = talker.hear(decode(EDK2_DISCOVER).xid)
        talker.close()
        assert (offer.siaddr, offer.file) == (KIT, b"boot.efi")
        assert FIRST <= offer.yiaddr <= LAST
        assert offer.options[OptionCode.VENDOR_OPTIONS] == bytes.fromhex("060108ff")
        cable.pc.run("ip", "address", "add", f"{offer.yiaddr}/24", "dev", "pc0")
        with cable.pc.entered():
            from tftpy import TftpClient

            TftpClient(str(KIT), 69).download("boot.efi", str(tmp_path / "got"), timeout=3)
        assert (tmp_path / "got").read_bytes() == (tmp_path / "boot.efi").read_bytes()


def test_an_address_somebody_uses_is_found_by_arp_and_left_out(cable: Wire, tmp_path: Path) -> None:
    cable.pc.run("ip", "address", "add", f"{FIRST}/24", "dev", "pc0")
    with serving(cable, plan_on(cable, tmp_path)) as session:
        found = wait_for(session, AddressInUse)
        assert isinstance(found, AddressInUse)
        assert found.address == FIRST
        assert found.holder is not None
        talker = Talker(cable)
        assert talker.lease(b"\x3c\x52\x82\x6a\x03\x01", 7) != FIRST
        talker.close()


def test_start_is_refused_beside_another_server_and_names_it(cable: Wire, tmp_path: Path) -> None:
    with foreign_dnsmasq(cable, tmp_path):
        with cable.kit.entered(), pytest.raises(ServiceError) as refused:
            KitSession().start(plan_on(cable, tmp_path))
        assert refused.value.code is FaultCode.FOREIGN_DHCP_SERVER
        assert FOREIGN in refused.value.fault.message
        assert not (tmp_path / "foreign").read_text(), "the probe took a lease"
        with cable.kit.entered(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as again:
            again.bind(("10.77.0.2", 67))  # Nothing was left open.


def test_it_yields_within_a_second_of_a_foreign_offer_and_stays_off(cable: Wire, tmp_path: Path) -> None:
    plan = plan_on(cable, tmp_path)
    with serving(cable, plan) as session, foreign_dnsmasq(cable, tmp_path):
        talker = Talker(cable)
        begin = time.monotonic()
        talker.ask(b"\x3c\x52\x82\x6a\x04\x01", 11, MessageType.DISCOVER)
        # dnsmasq sits in the same namespace as the client, so its own broadcast reaches both.
        yielded = wait_for(session, PrivateNetworkYielded, 3.0)
        took_s = time.monotonic() - begin
        talker.close()
        print(f"yielded {took_s * 1000:.0f} ms after the DISCOVER")
        assert took_s < 1.0
        assert isinstance(yielded, PrivateNetworkYielded)
        assert str(yielded.server) == FOREIGN
        assert yielded.server_mac is not None
        status = session.status()
        assert status.state is SessionState.PAUSED
        assert status.fault is not None
        assert status.fault.code is FaultCode.PRIVATE_NETWORK_YIELDED
        silent = Talker(cable)
        silent.ask(b"\x3c\x52\x82\x6a\x04\x02", 12, MessageType.DISCOVER)
        assert KIT.packed not in {each.options[OptionCode.SERVER_IDENTIFIER] for each in silent.all_for(1.0)}
        silent.close()


def test_a_request_that_names_another_server_is_enough_to_yield(cable: Wire, tmp_path: Path) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        talker = Talker(cable)
        other = IPv4Address(FOREIGN).packed
        talker.ask(
            b"\x3c\x52\x82\x6a\x05\x01", 13, MessageType.REQUEST, REQUESTED_ADDRESS=other, SERVER_IDENTIFIER=other
        )
        yielded = wait_for(session, PrivateNetworkYielded, 2.0)
        talker.close()
        assert isinstance(yielded, PrivateNetworkYielded)
        assert str(yielded.server) == FOREIGN


def test_leases_survive_a_restart(cable: Wire, tmp_path: Path, home: Path) -> None:
    macs = [bytes((0x3C, 0x52, 0x82, 0x6A, 6, number)) for number in range(4)]
    plan = plan_on(cable, tmp_path)
    with serving(cable, plan):
        talker = Talker(cable)
        before = [talker.lease(mac, 20 + number) for number, mac in enumerate(macs)]
        talker.close()
    assert list((home / "state").glob("leases-10.77.0.0-24.json"))
    with serving(cable, plan) as session:
        talker = Talker(cable)
        after = [talker.lease(mac, 40 + number) for number, mac in reversed(list(enumerate(macs)))]
        talker.close()
        assert after[::-1] == before
        deadline = time.monotonic() + 3
        while len(session.leases()) < 4:
            assert time.monotonic() < deadline
        assert {each.mac for each in session.leases()} == {MacAddress(mac) for mac in macs}


def test_a_damaged_list_is_kept_aside_said_and_begun_anew(cable: Wire, tmp_path: Path, home: Path) -> None:
    (home / "state").mkdir(parents=True)
    file = home / "state" / "leases-10.77.0.0-24.json"
    file.write_text('{"version": 1, "leases": [{"mac"')
    with serving(cable, plan_on(cable, tmp_path)) as session:
        (raised,) = events(session, FaultRaised)
        assert isinstance(raised, FaultRaised)
        assert raised.fault.code is FaultCode.LEASES_DAMAGED
        talker = Talker(cable)
        talker.lease(b"\x3c\x52\x82\x6a\x07\x01", 50)
        talker.close()
    assert file.with_suffix(".damaged-1").read_text().startswith('{"version"')
    assert "3c:52:82:6a:07:01" in file.read_text()


def test_a_static_host_gets_its_address_for_good(cable: Wire, tmp_path: Path) -> None:
    mac = MacAddress.parse("00:20:e0:3b:13:af")
    host = StaticHost(mac, IPv4Address("10.77.0.111"), "client111", is_infinite=True)
    with serving(cable, plan_on(cable, tmp_path, host)) as session:
        talker = Talker(cable)
        assert talker.lease(mac.octets, 60) == host.address
        talker.close()
        given = wait_for(session, LeaseGiven)
        assert isinstance(given, LeaseGiven)
        assert (given.lease_s, given.host_name) == (None, "client111")


def test_a_range_outside_the_cards_network_is_refused(cable: Wire, tmp_path: Path) -> None:
    plan = plan_on(cable, tmp_path)
    card = replace(plan.leasing[0].card, address=IPv4Interface("10.78.0.2/24"))
    wrong = replace(plan, leasing=(LeasingInterface(card, plan.leasing[0].network),))
    with pytest.raises(ServiceError) as refused:
        KitSession().start(wrong)
    assert refused.value.code is FaultCode.PRIVATE_NETWORK_MISPLACED


def test_a_cable_that_comes_back_in_a_network_with_a_server_gets_no_address_from_us(
    cable: Wire, tmp_path: Path
) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        cable.pc.run("ip", "link", "set", "pc0", "down")
        wait_for(session, FaultRaised)
        cable.pc.run("ip", "link", "set", "pc0", "up")
        with foreign_dnsmasq(cable, tmp_path):
            yielded = wait_for(session, PrivateNetworkYielded, 6.0)
            assert isinstance(yielded, PrivateNetworkYielded)
            assert str(yielded.server) == FOREIGN
        assert not events(session, LeaseGiven)


def test_a_cable_that_comes_back_where_nobody_is_goes_on(cable: Wire, tmp_path: Path) -> None:
    with serving(cable, plan_on(cable, tmp_path)) as session:
        cable.pc.run("ip", "link", "set", "pc0", "down")
        wait_for(session, FaultRaised)
        cable.pc.run("ip", "link", "set", "pc0", "up")
        wait_for(session, FaultCleared)
        talker = Talker(cable)
        for attempt in range(10):  # As firmware does: ask again until somebody answers.
            talker.ask(b"\x3c\x52\x82\x6a\x08\x01", 70 + attempt, MessageType.DISCOVER)
            if talker.all_for(0.5):
                break
        assert talker.lease(b"\x3c\x52\x82\x6a\x08\x01", 99)
        talker.close()


def test_the_command_serves_a_profiles_private_network_and_ends_at_once_while_it_looks(
    cable: Wire, tmp_path: Path
) -> None:
    (tmp_path / "boot.efi").write_bytes(b"MZ" + bytes(4000))
    profile = tmp_path / "gym.toml"
    profile.write_text(
        "schema_version = 1\n[boot]\nroot = '.'\n[[boot.rule]]\narch = ['x64']\nfile = 'boot.efi'\n"
        f"[private_network]\ninterface = 'kit0'\nfirst = '{FIRST}'\nlast = '{LAST}'\nlease_time = 600\n"
    )
    command = [sys.executable, "-u", "-m", "fogportable", "serve", "--profile", str(profile), "--json"]
    with cable.kit.entered():
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    with process:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert b"Addresses are given out on kit0 only" in first or b"private_networks" in first, first
        talker = Talker(cable)
        assert FIRST <= talker.lease(b"\x3c\x52\x82\x6a\x09\x01", 80) <= LAST
        talker.close()
        process.terminate()
        assert process.wait(5) == 0
    with cable.kit.entered():
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    with process, cable.pc.entered():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            server.bind(("", 67))
            server.settimeout(20)
            server.recv(2000)  # It asks whether another server is here.
        begin = time.monotonic()
        process.terminate()
        process.wait(10)
        assert time.monotonic() - begin < 2.0
