"""The kit behind a window under test: a fake session, cards and boot sets given, nothing bound, nothing sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from ipaddress import IPv4Interface
from pathlib import Path

from fogportable.boot.boot_set import BootSet
from fogportable.config.profile import Profile
from fogportable.errors import BootFileError, ConfigError, Fault, FaultCode, FogPortableError, describe
from fogportable.model import (
    BootRule,
    Finding,
    FoundServer,
    ImportReport,
    InterfaceKind,
    Menu,
    NetworkInterface,
    RehearsalResult,
    Room,
    SessionState,
    StopReport,
    Topic,
    Verdict,
)
from fogportable.protocol.address import MacAddress
from fogportable.report.facts import SessionReport
from fogportable.report.history import RowKey, Stretch
from fogportable.session.code_lens import CodeLens
from fogportable.session.import_dnsmasq import import_dnsmasq
from fogportable.session.preferences import Preferences
from fogportable.session.report import make_report
from tests.fakes.boot_kit import FakeBootKit
from tests.fakes.charge_kit import FakeChargeKit
from tests.fakes.firewall_kit import FakeFirewallKit
from tests.fakes.fog_kit import FakeFogKit
from tests.fakes.network_kit import FakeNetworkKit
from tests.fakes.saved_kit import FakeSavedKit
from tests.fakes.session import NOW, FakeSession

USB = NetworkInterface(
    name="enx1",
    index=3,
    kind=InterfaceKind.USB,
    friendly_name="USB Ethernet",
    mac=MacAddress.parse("00:e0:4c:68:00:01"),
    addresses=(IPv4Interface("192.168.1.20/24"),),
    is_up=True,
    has_link=True,
    speed_mbit_s=1000,
    mtu=1500,
)
WIFI = NetworkInterface(
    name="wlan0",
    index=4,
    kind=InterfaceKind.WIFI,
    friendly_name="Wi-Fi",
    mac=MacAddress.parse("00:e0:4c:68:00:02"),
    addresses=(IPv4Interface("10.20.0.31/16"),),
    is_up=True,
    has_link=True,
    speed_mbit_s=None,
    mtu=1500,
)
CABLE_OUT = NetworkInterface(
    name="enp0s31",
    index=2,
    kind=InterfaceKind.WIRED,
    friendly_name="Ethernet",
    mac=MacAddress.parse("00:e0:4c:68:00:03"),
    addresses=(),
    is_up=False,
    has_link=False,
    speed_mbit_s=None,
    mtu=1500,
    unusable=describe(FaultCode.INTERFACE_DOWN, interface="enp0s31"),
)

IPXE = BootSet(
    "debian-ipxe",
    "iPXE 1.21.1 from Debian 13",
    Path("/srv/boot-sets/debian-ipxe"),
    (
        BootRule(frozenset({0}), "undionly.kpxe"),
        BootRule(frozenset({7, 9}), "snponly-x64.efi"),
        BootRule(frozenset({11}), "snponly-arm64.efi"),
    ),
)

ALL_WELL = (
    Finding(Topic.RIGHTS, Verdict.OK, "Start asks for an administrator's password to open the boot ports."),
    Finding(Topic.PORTS, Verdict.OK, "67, 4011 and 69 are free."),
    Finding(Topic.NETWORK, Verdict.OK, "USB Ethernet is ready: one address, 1 Gb/s."),
    Finding(Topic.FIREWALL, Verdict.OK, "Lets in 67/udp, 4011/udp, 69/udp, TFTP transfers and 80/tcp."),
    Finding(Topic.BOOT_FILES, Verdict.OK, "Complete for BIOS, UEFI x64, UEFI ARM64."),
)


class FakeKit(FakeBootKit):
    """start_error, stop_report: what comes of Start and Stop. let_start_end, let_stop_end: block them when cleared."""

    def __init__(self, *sets: BootSet) -> None:
        super().__init__(*(sets or (IPXE,)))
        self.room = FakeSession()
        self.rehearsal: FakeSession | None = None
        self.cards: tuple[NetworkInterface, ...] = (USB, WIFI, CABLE_OUT)
        self.found: tuple[Finding, ...] = ALL_WELL
        self.start_error: FogPortableError | None = None
        self.stop_report = StopReport(0, ())
        self.result: RehearsalResult | None = None
        self.let_start_end = threading.Event()
        self.let_start_end.set()
        self.let_stop_end = threading.Event()
        self.let_stop_end.set()
        self.answering: tuple[FoundServer, ...] = ()
        self.look_error: FogPortableError | None = None
        self.let_look_end = threading.Event()
        self.let_look_end.set()
        self.calls: list[str] = []
        self.fog = FakeFogKit()
        self.charge = FakeChargeKit()
        self.codes = CodeLens()
        self.saved = FakeSavedKit()
        self.network = FakeNetworkKit()
        self.firewall = FakeFirewallKit()
        self.finished: list[MacAddress] = []
        self.started_with: Profile | None = None
        self.profiles: dict[Path, Profile] = {}
        self.remembered: Path | None = None
        self.menus: list[Menu] = []
        self.preferences = Preferences()
        self.preferences_fault: Fault | None = None
        self.save_error: FogPortableError | None = None

    @property
    def session(self) -> FakeSession:
        return self.rehearsal if self.rehearsal is not None else self.room

    def finish(self, mac: MacAddress, uuid: str = "") -> None:
        self.finished.append(mac)

    def reset(self, mac: MacAddress, uuid: str = "") -> None:
        self.finished.remove(mac)

    @property
    def is_rehearsing(self) -> bool:
        return self.rehearsal is not None and self.rehearsal.state.state is SessionState.SERVING

    def start(self, profile: Profile, base: Path) -> None:
        self.calls.append("start")
        self.started_with = profile
        self.let_start_end.wait(10)
        if self.start_error is not None:
            self.room.set_state(SessionState.FAILED, fault=self.start_error.fault)
            raise self.start_error
        self.rehearsal = None
        self.room.set_state(SessionState.SERVING)

    def observe(self, profile: Profile, base: Path) -> None:
        self.calls.append("observe")
        self.started_with = profile
        self.let_start_end.wait(10)
        if self.start_error is not None:
            self.room.set_state(SessionState.FAILED, fault=self.start_error.fault)
            raise self.start_error
        self.rehearsal = None
        self.room.set_state(SessionState.OBSERVING)

    def stop(self, reason: str = "") -> StopReport:
        self.calls.append(f"stop because {reason}" if reason else "stop")
        self.session.set_state(SessionState.STOPPING)
        self.let_stop_end.wait(10)
        self.session.set_state(SessionState.STOPPED, loading_computers=0)
        self.firewall.stop()
        return self.stop_report

    def stop_now(self) -> None:
        self.calls.append("stop_now")
        self.let_stop_end.set()

    def update_menu(self, menu: Menu) -> None:
        self.menus.append(menu)

    def list_interfaces(self) -> tuple[NetworkInterface, ...]:
        return self.cards

    def check(self, profile: Profile, base: Path) -> tuple[Finding, ...]:
        self.calls.append("check")
        return self.found

    def look_anew(self) -> None:
        self.calls.append("look anew")

    def look_for_servers(
        self, profile: Profile, should_stop: Callable[[], bool] = lambda: False
    ) -> tuple[FoundServer, ...] | None:
        self.calls.append("look")
        while not self.let_look_end.wait(0.01):
            if should_stop():
                return None
        if self.look_error is not None:
            raise self.look_error
        return self.answering

    def import_boot_files(self, folder: Path) -> BootSet:
        raise BootFileError(FaultCode.ROOT_MISSING, root=folder)

    def start_rehearsal(self, computers: int) -> None:
        self.calls.append(f"rehearse {computers}")
        self.rehearsal = FakeSession()
        self.rehearsal.set_state(SessionState.SERVING)

    def make_report(
        self, stretches: tuple[Stretch, ...], handed_over: Mapping[RowKey, datetime], profile: str, room: Room | None
    ) -> SessionReport:
        return make_report(
            self.session,
            stretches=stretches,
            handed_over=handed_over,
            profile=profile,
            room=room,
            is_rehearsal=self.rehearsal is not None,
            now=NOW.astimezone(UTC),
        )

    def rehearsal_result(self) -> RehearsalResult | None:
        return self.result

    def load_profile(self, path: Path) -> Profile:
        if path not in self.profiles:
            raise ConfigError(FaultCode.PROFILE_MISSING, file=path)
        return self.profiles[path]

    def save_profile(self, profile: Profile, path: Path) -> None:
        self.profiles[path] = profile

    def import_dnsmasq(self, files: Sequence[Path]) -> tuple[Profile, ImportReport]:
        """Really reads the files, as nothing is sent or written."""
        return import_dnsmasq(files, interfaces=self.cards)

    def last_profile(self) -> Path | None:
        return self.remembered

    def remember_profile(self, path: Path | None) -> None:
        self.remembered = path

    def load_preferences(self) -> tuple[Preferences, Fault | None]:
        return self.preferences, self.preferences_fault

    def save_preferences(self, wanted: Preferences) -> None:
        if self.save_error is not None:
            raise self.save_error
        self.preferences = wanted
