"""A session without sockets: rows, events and states are put in by hand, and read as from the real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address

from fogportable.errors import FaultCode, describe
from fogportable.events import Event, Record
from fogportable.model import (
    ClientSnapshot,
    ClientStage,
    Journey,
    LeaseSnapshot,
    ServingPlan,
    SessionState,
    SessionStatus,
    SiteSnapshot,
    TransferSnapshot,
)
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import arch_label
from fogportable.report.facts import Course
from fogportable.session.packet_sheets import PacketSheet
from fogportable.session.snapshots import EventBatch

#: The time of every fake: figures in pictures and tests never change.
NOW = datetime(2026, 3, 2, 9, 52, 31, tzinfo=UTC)
NOW_S = 10_000.0

STOPPED = SessionStatus(
    state=SessionState.STOPPED,
    since=None,
    requests_heard=0,
    loading_computers=0,
    rate_bytes_per_s=0.0,
    ports=(),
)


def make_mac(number: int) -> MacAddress:
    return MacAddress(bytes((0x3C, 0x52, 0x82, 0x6A, number >> 8, number & 0xFF)))


def make_client(number: int, stage: ClientStage = ClientStage.ASKING, **other: object) -> ClientSnapshot:
    """A computer with plain facts; `other` are fields of ClientSnapshot."""
    heard_s = NOW_S - number % 7
    client = ClientSnapshot(
        mac=make_mac(number),
        vendor="Dell",
        address=IPv4Address(f"192.168.1.{100 + number % 150}"),
        arch=7,
        firmware=arch_label(7),
        stage=stage,
        doing="Asks for network boot",
        file="",
        sent_bytes=None,
        size_bytes=None,
        rate_bytes_per_s=None,
        first_heard=NOW - timedelta(seconds=90),
        last_heard=NOW - timedelta(seconds=number % 7),
        last_heard_s=heard_s,
        attempts=1,
        interface="eth0",
    )
    return replace(client, **other)  # type: ignore[arg-type]  # the fields are the caller's to name


def loading(number: int, file: str, size_bytes: int, percent: int, **other: object) -> ClientSnapshot:
    """A computer that loads a file."""
    return make_client(
        number,
        ClientStage.LOADING,
        doing=f"Loading {file}",
        file=file,
        size_bytes=size_bytes,
        sent_bytes=size_bytes * percent // 100,
        rate_bytes_per_s=9_700_000.0 - number * 130_000,
        **other,
    )


def mixed_room() -> tuple[ClientSnapshot, ...]:
    """Thirty computers in all stages, and two phones that are left alone."""
    makers = (("Dell", 7), ("Lenovo", 0), ("HP", 7), ("Acer", 7), ("Dell", 11))
    shares = (85, 57, 48, 36, 22, 9, 71, 93)
    room: list[ClientSnapshot] = []
    for number in range(1, 31):
        vendor, arch = makers[number % len(makers)]
        who = {"vendor": vendor, "arch": arch, "firmware": arch_label(arch)}
        if number <= 8:
            made = make_client(
                number,
                ClientStage.HANDED_OVER,
                doing="Handed over: Install Debian",
                file="debian/initrd.gz",
                size_bytes=38_400_000,
                sent_bytes=38_400_000,
                **who,
            )
        elif number <= 16:
            made = loading(number, "debian/initrd.gz", 38_400_000, shares[number - 9], **who)
        elif number <= 20:
            file = "snponly-x64.efi" if arch else "undionly.kpxe"
            made = loading(number, file, 1_100_000, shares[number - 15], **who)
        elif number <= 24:
            made = make_client(
                number,
                ClientStage.IN_MENU,
                doing="In the boot menu",
                file="boot.ipxe",
                size_bytes=1_460,
                sent_bytes=1_460,
                **who,
            )
        elif number <= 27:
            made = make_client(number, ClientStage.ASKING, **who)
        else:
            made = make_client(number, ClientStage.ASKING, doing="Was offered snponly-x64.efi", **who)
        room.append(made)
    room[16] = _wrong_arch(17)
    room[8] = _cut_transfer(9)
    room[27] = make_client(28, ClientStage.SILENT, doing="Silent 4 min", last_heard_s=NOW_S - 250)
    room += [
        make_client(40 + extra, ClientStage.LEFT_ALONE, vendor="Apple", arch=None, firmware="", address=None)
        for extra in (1, 2)
    ]
    return tuple(room)


def _wrong_arch(number: int) -> ClientSnapshot:
    fault = describe(FaultCode.ARCH_WITHOUT_FILE, arch=arch_label(6))
    return make_client(
        number,
        ClientStage.NEEDS_YOU,
        vendor="Fujitsu",
        arch=6,
        firmware=arch_label(6),
        doing=fault.message,
        fault=fault,
    )


def _cut_transfer(number: int) -> ClientSnapshot:
    fault = describe(FaultCode.TRANSFER_FAILED, file="debian/linux", reason="the computer stopped answering")
    return make_client(
        number,
        ClientStage.FAILED,
        vendor="HP",
        doing=fault.message,
        fault=fault,
        file="debian/linux",
        size_bytes=8_200_000,
        sent_bytes=3_100_000,
    )


class FakeSession:
    """What `SessionReader` asks for; the attributes are the tests' to change.

    looks: how often site or leases were read.
    """

    def __init__(self) -> None:
        self.state = STOPPED
        self.rows: tuple[ClientSnapshot, ...] = ()
        self.records: list[Record] = []
        self.dropped = 0
        self.heard = SiteSnapshot()
        self.given: tuple[LeaseSnapshot, ...] = ()
        self.looks = 0
        self.plan: ServingPlan | None = None
        self.path_taken = Course(started=NOW - timedelta(minutes=5))
        self.journeys: dict[MacAddress, Journey] = {}
        self.sheets: tuple[PacketSheet, ...] = ()

    def set_state(self, state: SessionState, **other: object) -> None:
        """Change the status; `other` are fields of SessionStatus."""
        is_open = state in (SessionState.SERVING, SessionState.STOPPING, SessionState.PAUSED)
        changed = replace(self.state, state=state, ports=(67, 4011, 69) if is_open else (), since=NOW)
        self.state = replace(changed, **other)  # type: ignore[arg-type]  # the fields are the caller's to name

    def append(self, *events: Event) -> None:
        for event in events:
            number = len(self.records) + 1
            self.records.append(Record(number, NOW_S + number, NOW + timedelta(seconds=number), event))

    # --- SessionReader --------------------------------------------------------------------------------------------

    def status(self) -> SessionStatus:
        return self.state

    def look(self) -> tuple[SessionStatus, tuple[ClientSnapshot, ...]]:
        return self.state, self.rows

    def events_since(self, cursor: int, limit: int = 500) -> EventBatch:
        records = tuple(self.records[cursor : cursor + limit])
        return EventBatch(records, cursor + len(records), self.dropped)

    def clients(self) -> tuple[ClientSnapshot, ...]:
        return self.rows

    def course(self) -> Course:
        return self.path_taken

    def site(self) -> SiteSnapshot:
        self.looks += 1
        return self.heard

    def leases(self) -> tuple[LeaseSnapshot, ...]:
        self.looks += 1
        return self.given

    def journey(self, mac: MacAddress) -> Journey:
        return self.journeys.get(mac, Journey())

    def packet_sheets(self, mac: MacAddress) -> tuple[PacketSheet, ...]:
        return self.sheets

    def transfers(self) -> tuple[TransferSnapshot, ...]:
        return ()
