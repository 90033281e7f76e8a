"""Who was heard and how far each has come: a reducer from events to client snapshots."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv4Address
from operator import attrgetter

from fogportable.boot.policy import SCRIPT_NAME
from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import (
    SHAPE_WORDS,
    ApprovalTakenBack,
    ApprovalWanted,
    ArchWithoutFile,
    AskedBeforeStart,
    BootServerAckSent,
    ChainloadLoopStopped,
    ClientApproved,
    ClientAsked,
    ClientTakenBySite,
    ComputerForeseen,
    Crowd,
    Event,
    FaultRaised,
    FileNotFound,
    FogProgress,
    FogReset,
    LeaseGiven,
    LeaseRequestSeen,
    MenuItemChosen,
    OfferSent,
    PiecesRead,
    Record,
    RequestIgnored,
    SizeProbed,
    StallDiagnosed,
    StallOver,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.language import say, to_say
from fogportable.model import (
    ClientSnapshot,
    ClientStage,
    FogLight,
    FogMode,
    FogPlan,
    Menu,
    TransferSnapshot,
    machine_key,
)
from fogportable.protocol.address import MacAddress
from fogportable.session.docked import DockedComputers
from fogportable.session.foreseen import show_observed
from fogportable.session.heard_client import HeardClient as _Client
from fogportable.session.row_words import as_diagnosed, asked_words, offered_words

#: More rooms than anybody images at once; a flood of invented MACs pushes out the oldest, never memory.
CAPACITY = 4096

#: A client on its way that was not heard for this long (s) is called silent: firmware gives up after about a minute.
SILENT_AFTER_S = 180.0

_FOG_WORDS = {
    FogLight.SCRIPT: to_say("Handed over to FOG"),
    FogLight.SERVER: to_say("Handed over: FOG has answered it"),
    FogLight.KERNEL: to_say("Handed over: FOG's imaging system has started"),
    FogLight.DONE: to_say("Done with FOG"),
}

_STAGES_OF_FOG = {FogLight.DONE: ClientStage.DONE, FogLight.IMAGING: ClientStage.IMAGING}

_ON_THE_WAY = frozenset({ClientStage.ASKING, ClientStage.LOADING})


#: What a client did as one of a crowd, and what before; two such at the most, then it is worked out.
_Unread = tuple[Crowd, int, "_Unread | None"]


class ClientTracker:
    """Written by the threads that emit events, read by front ends. `_lock` guards everything.

    What a crowd did is noted for each of its clients, and worked out when somebody asks about one or more is heard.
    A row is a computer: rows are found by hardware address, and where two machine numbers ask with one address, each
    has a row of its own.

    vendor_of: maker of a MAC in words, "" when unknown or not loaded yet.
    """

    def __init__(
        self,
        *,
        menu: Menu,
        has_own_script: bool,
        vendor_of: Callable[[MacAddress], str],
        fog: FogPlan | None = None,
    ) -> None:
        self._clients: OrderedDict[bytes, _Client | _Unread] = OrderedDict()
        self._docked: DockedComputers[_Client] = DockedComputers()
        self._mac_by_address: OrderedDict[IPv4Address, MacAddress] = OrderedDict()
        self._vendor_of = vendor_of
        self._has_own_script = has_own_script
        self._fog = fog
        self._menu = menu
        self._lock = threading.Lock()

    def set_menu(self, menu: Menu) -> None:
        """The menu was changed while serving."""
        with self._lock:
            self._menu = menu

    def mac_of(self, address: IPv4Address) -> MacAddress | None:
        """The client that took this address, as seen in its DHCP requests."""
        with self._lock:
            return self._mac_by_address.get(address)

    def is_known(self, mac: MacAddress) -> bool:
        """Whether it has a row."""
        return mac.octets in self._clients

    def show_imaging(self, mac: MacAddress, words: str) -> None:
        """How far FOG's imaging system is with a computer of which it was told that it is at work."""
        with self._lock:
            client = self._get(mac)
            if client is not None and FogLight.IMAGING in client.lights and FogLight.DONE not in client.lights:
                client.imaging, client.doing, client.row = words, f"FOG: {words}", None

    def imaging(self) -> dict[MacAddress, str]:
        """What `show_imaging` told last, of computers of which it still stands in the table."""
        with self._lock:
            return {each.mac: each.imaging for each in self._every() if each.doing == f"FOG: {each.imaging}"}

    def is_on_the_way(self, mac: MacAddress | None) -> bool:
        """Whether it asked, and neither loads anything now nor is done."""
        with self._lock:
            client = self._get(mac) if mac is not None else None
            return client is not None and client.stage in _ON_THE_WAY and client.transfer_id is None

    def arch_of(self, mac: MacAddress) -> int | None:
        """The architecture that a client's DHCP requests named last."""
        with self._lock:
            client = self._get(mac)
            return None if client is None else client.arch

    def apply(self, record: Record) -> None:
        """Take in one event. Events about no client are passed over."""
        event = record.event
        if event.client is None:
            return
        with self._lock:
            if isinstance(event, StallDiagnosed | StallOver):
                self._note_stall(event)
                return
            client = self._touch(event.client, record)
            self._reduce(client, event)

    def apply_crowd(self, crowd: Crowd) -> None:
        """Take in the same event of several clients."""
        with self._lock:
            clients = self._clients
            for place, hardware in enumerate(crowd.hardware):
                known = clients.get(hardware)
                if known is None:
                    self._add(hardware, (crowd, place, None))
                elif isinstance(known, tuple) and known[2] is None:
                    clients[hardware] = (crowd, place, known)
                    clients.move_to_end(hardware)
                else:
                    record = crowd.record(place)
                    self._reduce(self._touch(MacAddress(hardware), record), record.event)

    def snapshots(self, running: tuple[TransferSnapshot, ...], now_s: float) -> tuple[ClientSnapshot, ...]:
        """All clients, in the order in which they were first heard. running: the transfers going on."""
        by_id = {each.transfer_id: each for each in running}
        with self._lock:
            return tuple(
                self._snapshot(client, by_id.get(client.transfer_id or -1), now_s)
                for client in sorted(self._every(), key=attrgetter("number"))
            )

    def __len__(self) -> int:
        return len(self._clients) + len(self._docked)

    def _note_stall(self, event: StallDiagnosed | StallOver) -> None:
        """It was not heard: the time of its last sign stays."""
        client = self._get(event.client) if event.client is not None else None
        if client is not None:
            client.diagnosis, client.row = (event.diagnosis if isinstance(event, StallDiagnosed) else None), None

    def _touch(self, mac: MacAddress, record: Record) -> _Client:
        client = self._get(mac)
        if client is None:
            client = _Client(mac, record.sequence, record.time, record.time, record.monotonic_s)
            self._add(mac.octets, client)
        elif isinstance(record.event, ClientAsked):
            client = self._clients[mac.octets] = self._of_machine(client, record, record.event.uuid)
        elif isinstance(record.event, ComputerForeseen):
            client = self._clients[mac.octets] = self._of_machine(client, record, record.event.foresight.uuid)
        client.last_heard, client.last_heard_s, client.row = record.time, record.monotonic_s, None
        self._clients.move_to_end(mac.octets)
        return client

    def _add(self, hardware: bytes, client: _Client | _Unread) -> None:
        self._clients[hardware] = client
        if len(self._clients) > CAPACITY:
            self._clients.popitem(last=False)

    def _of_machine(self, client: _Client, record: Record, uuid: str | None) -> _Client:
        """The row of the computer that asks, which need not be the one that had this address before."""
        machine = machine_key(uuid)
        if machine is None or client.machine is None or machine == client.machine:
            return client
        client.transfer_id = client.row = None  # What arrives from now on is the other one's.
        known = self._docked.swap(client.mac.octets, client.machine, client, machine)
        return known or _Client(client.mac, record.sequence, record.time, record.time, record.monotonic_s)

    def _get(self, mac: MacAddress) -> _Client | None:
        client = self._clients.get(mac.octets)
        if isinstance(client, tuple):
            client = self._clients[mac.octets] = self._worked_out(mac, client)
        return client

    def _every(self) -> list[_Client]:
        for hardware, client in self._clients.items():
            if isinstance(client, tuple):  # A new value for a known key: the order stays, and the loop may go on.
                self._clients[hardware] = self._worked_out(MacAddress(hardware), client)
        return [*(each for each in self._clients.values() if isinstance(each, _Client)), *self._docked.rows()]

    def _worked_out(self, mac: MacAddress, unread: _Unread) -> _Client:
        crowd, place, before = unread
        record = crowd.record(place)
        client = self._worked_out(mac, before) if before is not None else None
        if client is None:
            client = _Client(mac, record.sequence, record.time, record.time, record.monotonic_s)
        elif isinstance(record.event, ClientAsked):
            client = self._of_machine(client, record, record.event.uuid)
        client.last_heard, client.last_heard_s, client.row = record.time, record.monotonic_s, None
        self._reduce(client, record.event)
        return client

    def _learn_address(self, client: _Client, address: IPv4Address | None) -> None:
        if address is None:
            return
        client.address = address
        self._mac_by_address[address] = client.mac
        self._mac_by_address.move_to_end(address)
        if len(self._mac_by_address) > CAPACITY:
            self._mac_by_address.popitem(last=False)

    def _reduce(self, client: _Client, event: Event) -> None:
        match event:
            case ClientAsked():
                self._on_asked(client, event)
            case OfferSent():
                client.shape = say(SHAPE_WORDS[event.shape]) if event.shape is not None else client.shape
                _show_answer(client, offered_words(event))
            case BootServerAckSent():
                _show_answer(client, asked_words(event))
            case MenuItemChosen():
                _show_answer(client, say("Chose {entry} in the firmware's menu", entry=event.entry))
            case LeaseRequestSeen():
                self._learn_address(client, event.address)
            case LeaseGiven():
                self._on_lease(client, event)
            case RequestIgnored():
                _show_ignored(client, event)
            case ArchWithoutFile():
                client.arch, client.interface = event.arch, event.interface
                _show_fault(client, ClientStage.NEEDS_YOU, event.fault)
            case ApprovalWanted():
                client.arch, client.interface = event.arch, event.interface
                _show_fault(client, ClientStage.NEEDS_YOU, event.fault)
            case ClientApproved() | ApprovalTakenBack():
                _show_approval(client, event)
            case ChainloadLoopStopped():
                _show_fault(client, ClientStage.FAILED, event.fault)
            case FaultRaised():
                _show_fault(client, ClientStage.NEEDS_YOU, event.fault)
            case ClientTakenBySite():
                if client.stage in _ON_THE_WAY and client.transfer_id is None:
                    _show_fault(client, ClientStage.NEEDS_YOU, event.fault)
            case FogProgress() | FogReset():
                _show_fog(client, event)
            case ComputerForeseen() | AskedBeforeStart():
                show_observed(client, event)
            case _:
                self._reduce_transfer(client, event)

    def _reduce_transfer(self, client: _Client, event: Event) -> None:
        match event:
            case SizeProbed():
                self._learn_address(client, event.address)
                if client.stage is ClientStage.ASKING:
                    client.doing = say("Asked for the size of {file}", file=event.file)
            case TransferStarted():
                self._learn_address(client, event.address)
                client.file, client.transfer_id = event.file, event.transfer_id
                client.sent_bytes, client.size_bytes = 0, event.size_bytes
                client.stage, client.fault = ClientStage.LOADING, None
                client.doing = say("Loading {file}", file=event.file)
            case TransferFinished():
                client.file, client.size_bytes = event.file, event.size_bytes
                client.sent_bytes, client.transfer_id = event.size_bytes, None
                client.total_bytes += event.size_bytes
                self._on_delivered(client, event.file)
            case PiecesRead():
                client.file, client.size_bytes = event.file, event.size_bytes
                client.sent_bytes, client.transfer_id = min(event.sent_bytes, event.size_bytes), None
                client.total_bytes += client.sent_bytes
                self._on_delivered(client, event.file)
            case TransferFailed():
                client.file, client.size_bytes = event.file, event.size_bytes
                client.sent_bytes, client.transfer_id = event.sent_bytes, None
                fault = describe(FaultCode.TRANSFER_FAILED, file=event.file, reason=say(event.reason))
                _show_fault(client, ClientStage.FAILED, fault)
            case FileNotFound():
                self._learn_address(client, event.address)
                if event.fault is not None:
                    _show_fault(client, ClientStage.NEEDS_YOU, event.fault)

    def _on_asked(self, client: _Client, event: ClientAsked) -> None:
        client.arch, client.interface = event.arch, event.interface
        client.note_machine(event.uuid)
        if client.is_from_before:  # What it asked then was no try of its own.
            client.is_from_before, client.stage = False, ClientStage.ASKING
        if event.runs_ipxe:
            client.fault = None
            client.stage = ClientStage.LOADING if client.has_loader else ClientStage.ASKING
            client.doing = say("iPXE is running and asks for the menu")
            if self._fog is not None and self._fog.mode is FogMode.POINT:
                client.stage = ClientStage.HANDED_OVER
                client.doing = say("Handed over to FOG at {address}", address=self._fog.address)
            return
        client.asked_s = client.last_heard_s
        is_retry = client.stage is ClientStage.ASKING and not client.has_loader
        if not is_retry and client.doing:
            client.start_over()
        client.doing = say("Asks for network boot")

    def _on_lease(self, client: _Client, event: LeaseGiven) -> None:
        self._learn_address(client, event.address)
        if not client.doing:  # An ordinary computer: it wants an address and no boot file.
            client.stage, client.interface = ClientStage.LEFT_ALONE, event.interface
            client.doing = say("Has the address {address}; did not ask for network boot", address=event.address)

    def _on_delivered(self, client: _Client, file: str) -> None:
        client.fault = None
        if file == SCRIPT_NAME:
            client.has_script = True
            client.stage, client.doing = ClientStage.IN_MENU, say("In the boot menu")
            return
        if not client.has_script:
            client.has_loader = True
            client.stage, client.doing = ClientStage.LOADING, say("Starting {file}", file=file)
            return
        client.delivered.add(file)
        entry = self._entry_delivered(client)
        if entry is None:
            client.stage, client.doing = ClientStage.LOADING, say("Loaded {file}", file=file)
        else:
            client.stage, client.doing = ClientStage.HANDED_OVER, say("Handed over: {entry}", entry=entry)

    def _entry_delivered(self, client: _Client) -> str | None:
        """What the client now runs: a menu entry all of whose files it has, or a file of the user's own script."""
        if self._has_own_script:
            return client.file
        for entry in self._menu.entries:
            if entry.files and client.delivered.issuperset(entry.files):
                return entry.text
        return None

    def _snapshot(self, client: _Client, transfer: TransferSnapshot | None, now_s: float) -> ClientSnapshot:
        silent_s = now_s - client.last_heard_s
        stage, doing = as_diagnosed(client.diagnosis, client.stage, client.doing, is_loading=transfer is not None)
        if stage in _ON_THE_WAY and transfer is None and silent_s > SILENT_AFTER_S:
            stage, doing = ClientStage.SILENT, say("Silent {minutes:.0f} min", minutes=silent_s / 60)
        client.vendor = client.vendor or self._vendor_of(client.mac)
        return client.snapshot(transfer, stage, doing)


def _show_ignored(client: _Client, event: RequestIgnored) -> None:
    if client.doing and client.stage is not ClientStage.LEFT_ALONE and not client.is_from_before:
        return  # Known as a booting client: one ignored packet of its many does not change that.
    client.stage, client.interface = ClientStage.LEFT_ALONE, event.interface
    client.arch = event.arch if event.arch is not None else client.arch
    client.doing = say("Left alone: {reason}", reason=say(event.reason))


def machine_of(tracker: ClientTracker, mac: MacAddress) -> str:
    """The number of the computer that was heard with this address last; "" where none is known."""
    with tracker._lock:
        client = tracker._get(mac)
        return "" if client is None else client.uuid


def _show_fog(client: _Client, event: FogProgress | FogReset) -> None:
    if isinstance(event, FogReset):
        client.lights.discard(FogLight.DONE)
        if client.stage is ClientStage.DONE:
            client.stage = ClientStage.HANDED_OVER
        client.doing = say("Boots from the network again")
        return
    client.lights.add(event.light)
    furthest = next((light for light in _STAGES_OF_FOG if light in client.lights), event.light)
    client.stage, client.fault = _STAGES_OF_FOG.get(furthest, ClientStage.HANDED_OVER), None
    words = _FOG_WORDS.get(event.light)
    client.doing = say(words) if words is not None else f"FOG: {event.words}"


def _show_approval(client: _Client, event: ClientApproved | ApprovalTakenBack) -> None:
    """Let in: it goes on as one that has just asked. No more: what it does now goes on."""
    if client.fault is not None and client.fault.code is FaultCode.CLIENT_WAITS:
        client.stage, client.fault, client.doing = (
            ClientStage.ASKING,
            None,
            say("Approved: answered when it asks again"),
        )
    if isinstance(event, ApprovalTakenBack) and client.transfer_id is None and client.stage is ClientStage.ASKING:
        _show_fault(client, ClientStage.NEEDS_YOU, describe(FaultCode.CLIENT_WAITS))


def _show_fault(client: _Client, stage: ClientStage, fault: Fault) -> None:
    client.stage, client.fault, client.doing = stage, fault, fault.message


def _show_answer(client: _Client, doing: str) -> None:
    """An answer was sent; a fault, and what the client did with the answer meanwhile, say more."""
    if client.fault is None and client.transfer_id is None and client.stage in _ON_THE_WAY:
        client.doing = doing
