"""A room of one computer, fed by hand with a clock of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address

from fogportable.diagnosis.live.desk import Desk
from fogportable.diagnosis.live.room import Serving
from fogportable.events import (
    BootServerAckSent,
    ClientAsked,
    DhcpServerSeen,
    Event,
    FileNotFound,
    LeaseRequestSeen,
    OfferSent,
    Record,
    SizeProbed,
    StallDiagnosed,
    StallOver,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.model import ClientDiagnosis, OfferShape
from fogportable.protocol.address import MacAddress
from fogportable.protocol.tftp.transfer import NEVER_HEARD

MAC = MacAddress.parse("52:54:00:12:34:56")
OTHER = MacAddress.parse("52:54:00:99:99:99")
ADDRESS = IPv4Address("192.168.1.50")
US = IPv4Address("192.168.1.20")
SITE = IPv4Address("192.168.1.1")
START = datetime(2026, 1, 1, tzinfo=UTC)
SERVING = Serving(own=frozenset({US}), watched=frozenset({"eth0"}))

#: A computer that was heard at these seconds of the play: pairs of time and event.
Play = list[tuple[float, Event]]


@dataclass
class Stage:
    """Plays events, and looks each second in between as the session does. told: what the desk said, with its time."""

    serving: Serving = SERVING
    told: list[tuple[float, Event]] = field(default_factory=list)
    now_s: float = 1000.0
    number: int = 0

    def __post_init__(self) -> None:
        self.desk = Desk(self.serving)
        self.began_s = self.now_s

    def play(self, *parts: tuple[float, Event]) -> Stage:
        """Times are seconds from the beginning."""
        for at_s, event in parts:
            self.wait_until(at_s)
            self.number += 1
            stamp = START + timedelta(seconds=self.now_s)
            self.desk.take(Record(self.number, self.now_s, stamp, event))
        return self

    def wait_until(self, at_s: float) -> Stage:
        until_s = self.began_s + at_s
        while self.now_s + 1.0 <= until_s:
            self.now_s += 1.0
            self._look()
        self.now_s = max(self.now_s, until_s)
        return self

    def _look(self) -> None:
        for event in self.desk.look(self.now_s):
            self.told.append((self.now_s - self.began_s, event))

    @property
    def verdict(self) -> ClientDiagnosis | None:
        """What stands now."""
        last = self.told[-1][1] if self.told else None
        return last.diagnosis if isinstance(last, StallDiagnosed) else None

    @property
    def rule(self) -> str | None:
        return None if self.verdict is None else self.verdict.rule

    @property
    def overs(self) -> list[StallOver]:
        return [each for _, each in self.told if isinstance(each, StallOver)]

    def first_told_s(self) -> float:
        return self.told[0][0]


def asked(*, arch: int = 7, runs_ipxe: bool = False, uuid: str | None = None, mac: MacAddress = MAC) -> ClientAsked:
    return ClientAsked(
        client=mac, interface="eth0", arch=arch, uuid=uuid, vendor_class="PXEClient", runs_ipxe=runs_ipxe, port=67
    )


def offered(
    file: str = "ipxe.efi", *, shape: OfferShape | None = OfferShape.DIRECT, arch: int = 7, server: IPv4Address = US
) -> OfferSent:
    return OfferSent(
        client=MAC, interface="eth0", arch=arch, file=file, next_server=server, destination="all", shape=shape
    )


def leased(server: IPv4Address | None = SITE, mac: MacAddress = MAC) -> LeaseRequestSeen:
    return LeaseRequestSeen(client=mac, address=ADDRESS, dhcp_server=server)


def answered_on_4011(file: str = "ipxe.efi") -> BootServerAckSent:
    return BootServerAckSent(client=MAC, interface="eth0", arch=7, file=file, next_server=US, destination="it")


def probed(file: str = "ipxe.efi", *, is_heard: bool = True) -> SizeProbed:
    return SizeProbed(client=MAC, transfer_id=1, address=ADDRESS, file=file, size_bytes=1_000_000, is_heard=is_heard)


def started(file: str = "ipxe.efi", number: int = 2, block_size: int = 1468) -> TransferStarted:
    return TransferStarted(
        client=MAC,
        transfer_id=number,
        address=ADDRESS,
        file=file,
        size_bytes=1_000_000,
        block_size=block_size,
        window_size=1,
    )


def finished(file: str = "ipxe.efi", number: int = 2, mac: MacAddress = MAC) -> TransferFinished:
    return TransferFinished(
        client=mac,
        transfer_id=number,
        address=ADDRESS,
        file=file,
        size_bytes=1_000_000,
        duration_s=0.5,
        retransmits=0,
        block_size=1468,
        window_size=1,
    )


def failed(reason: str = NEVER_HEARD, file: str = "ipxe.efi", number: int = 2, sent_bytes: int = 0) -> TransferFailed:
    return TransferFailed(
        client=MAC,
        transfer_id=number,
        address=ADDRESS,
        file=file,
        size_bytes=1_000_000,
        sent_bytes=sent_bytes,
        reason=reason,
    )


def absent(file: str, *, expected: bool = False) -> FileNotFound:
    return FileNotFound(client=MAC, address=ADDRESS, file=file, expected=expected)


def dhcp_server(server: IPv4Address = SITE) -> DhcpServerSeen:
    return DhcpServerSeen(interface="eth0", server=server, gives_addresses=True, boot_file="")


def with_arch(event: Event, arch: int) -> Event:
    return replace(event, arch=arch) if isinstance(event, ClientAsked | OfferSent) else event


def efi_head(machine: int = 0x8664, *, is_signed: bool = False) -> bytes:
    """The first octets of an EFI program."""
    optional = bytearray(240)
    optional[0:2] = (0x20B).to_bytes(2, "little")
    entry = 0x70 + 8 * 4
    if is_signed:
        optional[entry : entry + 8] = (4096).to_bytes(4, "little") + (64).to_bytes(4, "little")
    start = b"MZ".ljust(0x3C, b"\0") + (0x40).to_bytes(4, "little")
    return start + b"PE\0\0" + machine.to_bytes(2, "little") + bytes(18) + bytes(optional)


def up_to_loader(at_s: float = 0.0, file: str = "ipxe.efi", *, arch: int = 7) -> Iterator[tuple[float, Event]]:
    """EDK2 up to its boot file being whole, 6 s after it asked."""
    yield at_s, asked(arch=arch)
    yield at_s, offered(file, arch=arch)
    yield at_s + 4, leased()
    yield at_s + 5, probed(file)
    yield at_s + 5.1, started(file)
    yield at_s + 6, finished(file)
