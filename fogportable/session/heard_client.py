"""What is kept of one computer, and how its row looks at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import IPv4Address

from fogportable.errors import Fault
from fogportable.model import ClientDiagnosis, ClientSnapshot, ClientStage, FogLight, TransferSnapshot, machine_key
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import arch_label

_NO_LIGHTS: frozenset[FogLight] = frozenset()


@dataclass(slots=True)
class HeardClient:
    """One computer as it was heard so far. Owned by the tracker.

    number: of the record it was first heard in. machine: see `machine_key`. total_bytes: of all files of this attempt.
    vendor: its maker, "" while unknown. row: as it was shown last, None since anything else was heard. is_from_before:
    heard before Start only. The rest is as in `ClientSnapshot`, but for what belongs to a moment.
    """

    mac: MacAddress
    number: int
    first_heard: datetime
    last_heard: datetime
    last_heard_s: float
    address: IPv4Address | None = None
    arch: int | None = None
    interface: str = ""
    stage: ClientStage = ClientStage.ASKING
    doing: str = ""
    file: str = ""
    sent_bytes: int | None = None
    size_bytes: int | None = None
    transfer_id: int | None = None
    attempts: int = 1
    fault: Fault | None = None
    shape: str = ""
    has_loader: bool = False
    has_script: bool = False
    imaging: str = ""
    delivered: set[str] = field(default_factory=set)
    lights: set[FogLight] = field(default_factory=set)
    diagnosis: ClientDiagnosis | None = None
    machine: bytes | None = None
    uuid: str = ""
    asked_s: float = 0.0
    total_bytes: int = 0
    vendor: str = ""
    row: ClientSnapshot | None = field(default=None, repr=False, compare=False)
    is_from_before: bool = False

    def note_machine(self, uuid: str | None) -> None:
        """Its firmware names its number, or does not."""
        machine = machine_key(uuid)
        if machine is not None:
            self.machine, self.uuid = machine, uuid or ""

    def start_over(self) -> None:
        """The firmware asks from the beginning: a new attempt in the same row."""
        self.attempts += 1
        self.stage = ClientStage.ASKING
        self.fault = None
        self.has_loader = self.has_script = False
        self.delivered.clear()
        self.lights.clear()
        self.file = ""
        self.sent_bytes = self.size_bytes = self.transfer_id = None
        self.total_bytes = 0

    def snapshot(self, transfer: TransferSnapshot | None, stage: ClientStage, doing: str) -> ClientSnapshot:
        """Its row. transfer: the one going on. stage, doing: as they are at this moment.

        The same object while nothing changes: most of a large room waits, and who compares rows need not look inside.
        """
        row = self.row
        if row is None or transfer is not None or (row.vendor, row.stage, row.doing) != (self.vendor, stage, doing):
            row = self._snapshot(transfer, stage, doing)
            self.row = row if transfer is None else None
        return row

    def _snapshot(self, transfer: TransferSnapshot | None, stage: ClientStage, doing: str) -> ClientSnapshot:
        return ClientSnapshot(
            mac=self.mac,
            vendor=self.vendor,
            address=self.address,
            arch=self.arch,
            firmware=arch_label(self.arch) if self.arch is not None else "",
            stage=stage,
            doing=doing,
            file=self.file,
            sent_bytes=transfer.sent_bytes if transfer is not None else self.sent_bytes,
            size_bytes=self.size_bytes,
            rate_bytes_per_s=transfer.rate_bytes_per_s if transfer is not None else None,
            first_heard=self.first_heard,
            last_heard=self.last_heard,
            last_heard_s=self.last_heard_s,
            attempts=self.attempts,
            interface=self.interface,
            fault=self.fault,
            shape=self.shape,
            lights=frozenset(self.lights) if self.lights else _NO_LIGHTS,
            diagnosis=self.diagnosis,
            number=self.number,
            uuid=self.uuid,
            asked_s=self.asked_s,
            total_bytes=self.total_bytes + (transfer.sent_bytes if transfer is not None else 0),
        )
