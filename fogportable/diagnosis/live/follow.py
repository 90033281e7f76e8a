"""From records of the journal to the trail of one computer."""

from __future__ import annotations

from fogportable.boot.fog_script import is_fog_script
from fogportable.boot.policy import Silence
from fogportable.diagnosis.live.clauses import clause_of, is_odd
from fogportable.diagnosis.live.trail import Moment, Run, Software, Trail, keep, keep_file
from fogportable.diagnosis.names import is_script
from fogportable.events import (
    ArchWithoutFile,
    BootServerAckSent,
    ChainloadLoopStopped,
    ClientAsked,
    ClientTakenBySite,
    FaultRaised,
    FileNotFound,
    FileRescued,
    FogProgress,
    LeaseGiven,
    LeaseRequestSeen,
    MenuItemChosen,
    OfferSent,
    PiecesRead,
    Record,
    RequestIgnored,
    ServiceName,
    ShapeChanged,
    SizeProbed,
    SmallLinuxAsked,
    StallDiagnosed,
    StallOver,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.protocol.pxe.archs import HTTP_ARCHS
from fogportable.protocol.pxe.classify import PLAIN_DHCP
from fogportable.protocol.tftp.transfer import NEVER_HEARD

#: A question within this time (s) of the last one is a copy of it, or of the same round.
SAME_ROUND_S = 1.0
#: Who asks after so long (s) was switched on again: firmware waits 32 s at the most, iPXE ten.
_NEW_TRY_AFTER_S = 60.0
#: A lease so short a time (s) before a question may be of the round before, delivered late.
_LEASE_SETTLES_S = 2.0

_MOST_PAIRS = 12
#: Reasons for silence that also end what a known computer was at.
_ENDS = frozenset({Silence.MENU_LOCAL.value, Silence.FINISHED.value, Silence.HTTP_BOOT.value})


def follow(trail: Trail, record: Record) -> None:
    """Take in one record about this computer."""
    event = record.event
    if isinstance(event, StallDiagnosed | StallOver):
        return
    moment = Moment(record, clause_of(event))
    if isinstance(event, ClientAsked):
        _on_asked(trail, event, moment)
    else:
        _on_other(trail, moment)
    trail.last = moment
    if trail.run is not None:
        trail.run.last = moment
    if moment.text:
        trail.note_step(moment, is_odd=is_odd(event))


def _on_asked(trail: Trail, event: ClientAsked, moment: Moment) -> None:
    software = Software.IPXE if event.runs_ipxe else Software.FIRMWARE
    if not event.runs_ipxe and event.arch in HTTP_ARCHS:
        software = Software.HTTP_FIRMWARE
    run = trail.run
    if run is None or not _is_same_run(run, software, moment):
        is_anew = software is not Software.IPXE or run is None or trail.system is not None
        run = trail.begin(Run(software), is_anew=is_anew)
    run.arch, run.interface = event.arch, event.interface
    trail.left_alone = None
    if event.uuid is not None and software is not Software.IPXE:
        trail.machines.append((event.uuid, moment))
    if not run.asks or moment.time_s - run.asked_last_s >= SAME_ROUND_S:
        keep(run.asks, moment)


def _is_same_run(run: Run, software: Software, moment: Moment) -> bool:
    """Whether it only asks again."""
    if run.software is not software or (run.asks and moment.time_s - run.asked_last_s > _NEW_TRY_AFTER_S):
        return False
    if software is Software.IPXE:
        return not run.has_come and (run.lease is None or moment.time_s - run.lease.time_s < _LEASE_SETTLES_S)
    is_settled = run.lease is not None and moment.time_s - run.lease.time_s >= _LEASE_SETTLES_S
    return not run.has_come and not is_settled


def _on_other(trail: Trail, moment: Moment) -> None:
    event = moment.record.event
    match event:
        case SmallLinuxAsked():
            trail.system = moment
        case RequestIgnored():
            _on_ignored(trail, event, moment)
        case FogProgress():
            trail.lights[event.light] = moment
        case LeaseRequestSeen() | LeaseGiven():
            _on_lease(trail, event, moment)
        case FileNotFound() | TransferStarted() | TransferFailed() | TransferFinished() | SizeProbed() | PiecesRead():
            _on_file(trail, _run_of(trail), moment)
        case OfferSent() | BootServerAckSent() | MenuItemChosen() | ShapeChanged():
            _on_answer(_run_of(trail), moment)
        case FileRescued():
            _run_of(trail).rescued = [*_run_of(trail).rescued[-3:], (moment, event)]
        case ClientTakenBySite():
            _run_of(trail).taken = (moment, event)
        case FaultRaised() | ArchWithoutFile() | ChainloadLoopStopped():
            _run_of(trail).fault = (moment, event.fault)


def _run_of(trail: Trail) -> Run:
    """The one that goes on; of a computer that was not heard asking, its firmware."""
    run = trail.run
    return run if run is not None else trail.begin(Run(Software.FIRMWARE), is_anew=True)


def _on_ignored(trail: Trail, event: RequestIgnored, moment: Moment) -> None:
    if event.reason == PLAIN_DHCP.reason:
        if trail.run is not None:
            trail.system = moment
    elif trail.run is None or event.reason in _ENDS:
        trail.left_alone = (moment, event.reason)


def _on_lease(trail: Trail, event: LeaseRequestSeen | LeaseGiven, moment: Moment) -> None:
    server = event.dhcp_server if isinstance(event, LeaseRequestSeen) else None
    if isinstance(event, LeaseGiven) and trail.run is None:
        return  # An ordinary computer of a private network.
    if isinstance(event, LeaseRequestSeen) and server is None:
        if trail.run is not None:  # Who takes up an address that it had before is a system: firmware has no memory.
            trail.system = moment
        return
    run = _run_of(trail)
    if run.has_come and trail.menu is None and run.lease is not None:
        return  # Its loader asks anew without saying who it is, as GRUB and PXELINUX do.
    run.lease, run.lease_server, run.address = moment, server, event.address


def _on_answer(run: Run, moment: Moment) -> None:
    event = moment.record.event
    match event:
        case OfferSent():
            run.offer, run.shape, run.file, run.next_server = moment, event.shape, event.file, event.next_server
            run.arch, run.interface = event.arch, event.interface
        case BootServerAckSent() | MenuItemChosen():
            run.file, run.next_server = event.file, event.next_server
            keep(run.acks, moment)
        case ShapeChanged():
            run.climbed = moment


def _on_file(trail: Trail, run: Run, moment: Moment) -> None:
    event = moment.record.event
    match event:
        case SizeProbed():
            if event.is_heard:
                run.probe = moment
            else:
                run.unheard = [*run.unheard[-_MOST_PAIRS:], (moment, event.file)]
        case TransferStarted():
            run.loading, run.fault = moment, None
            run.block_sizes[event.transfer_id] = event.block_size
            while len(run.block_sizes) > _MOST_PAIRS:
                run.block_sizes.popitem(last=False)
        case TransferFailed():
            if event.service is ServiceName.TFTP and event.reason.startswith(NEVER_HEARD):
                run.unheard = [*run.unheard[-_MOST_PAIRS:], (moment, event.file)]
            else:
                run.failed = [*run.failed[-_MOST_PAIRS:], (moment, event)]
        case FileNotFound():
            run.missing = [*run.missing[-_MOST_PAIRS:], (moment, event)]
            if event.fault is not None:
                run.fault = (moment, event.fault)
        case TransferFinished() | PiecesRead():
            run.fault = run.taken = None
            keep_file(run.brought, event.file, moment)
            _note_script(trail, run, event.file, moment)


def _note_script(trail: Trail, run: Run, file: str, moment: Moment) -> None:
    if is_fog_script(file.lower()) or (run.software is Software.IPXE and trail.menu is None and is_script(file)):
        trail.menu = trail.menu or moment
        trail.scripts = [*trail.scripts[-_MOST_PAIRS:], moment]
    elif trail.menu is not None:
        trail.choices += 1
