"""What should come next from a computer, and within how long: as patient as its firmware is.

Times: EDK2 asks for an address at 0, 4, 12 and 28 s and takes what came at the end of each round, on port 4011 four
times within 10 s, by TFTP for some 30 s (PxeBcDhcp4.c, Mtftp4). PXE ROMs keep the same rounds (PXE 2.1, 2.2.3). iPXE
waits up to 10 s between questions and may look for IPv6 for 30 s before its script (config/dhcp.h).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fogportable.boot.ladder import SILENT_S, patience_s
from fogportable.diagnosis.live.room import Serving
from fogportable.diagnosis.live.trail import Moment, Run, Software, Trail
from fogportable.diagnosis.names import is_loader, is_shim, is_signed_grub, path_of
from fogportable.language import say
from fogportable.model import FogLight, FogMode, NextStep, OfferShape

#: From a question to the next one: 16 s after the third, and some time to choose.
ASKS_AGAIN_S = 20.0
#: From an address to the first file: firmware a few seconds; iPXE after it has looked for IPv6.
FIRMWARE_COMES_S = SILENT_S
IPXE_COMES_S = 45.0
#: From the answer on port 4011, or from the size of a file, to the file.
FILE_COMES_S = 12.0
#: While a client repeats its request, its transfer does not end; from an end on it goes on at once.
AFTER_FAILURE_S = 12.0
#: From a loader to its own first question: the link comes up anew, and spanning tree may hold it for 30 s.
LOADER_ASKS_S = 60.0
#: From one signed loader to what it loads next: nothing is set up anew.
NEXT_LOADER_ASKS_S = 25.0
#: From our script to boot.php's answer: iPXE tries five times.
FOG_ANSWERS_S = 60.0

_IPXE_NAMES = ("ipxe", "undionly", "snponly", "snp", "intel", "realtek", "gpxe")


class Awaited(Enum):
    """The kind of step."""

    ADDRESS = "address"
    COMING = "coming"
    FILE = "file"
    ANOTHER_FILE = "another file"
    LOADER = "loader"
    SCRIPT = "script"
    FOG = "fog"
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Expectation:
    """since: the step from which time is counted; within_s: None where nobody can say how long."""

    kind: Awaited
    step: NextStep
    since: Moment

    def is_overdue(self, now_s: float) -> bool:
        """Whether the computer has had its time."""
        return self.due_s is not None and now_s >= self.due_s

    @property
    def due_s(self) -> float | None:
        """When it is; None for never."""
        return None if self.step.within_s is None else self.since.time_s + self.step.within_s


def expected(trail: Trail, serving: Serving) -> Expectation | None:
    """The next step of this computer; None where nothing is waited for: it is done here, or left alone."""
    run = trail.run
    if run is None or trail.left_alone is not None or trail.system is not None or run.last is None:
        return None
    if trail.lights:
        return _with_fog(trail)
    if trail.menu is not None and run.software is Software.IPXE and trail.menu.time_s >= run.asked_last_s:
        return _after_script(trail, run, serving)
    failed = run.silence or run.failure or run.absence
    if failed is not None:
        return Expectation(
            Awaited.ANOTHER_FILE, NextStep(say("it tries again, or another file"), AFTER_FAILURE_S), failed[0]
        )
    if _is_loading(run):
        assert run.loading is not None
        return Expectation(Awaited.ANYTHING, NextStep(say("the rest of the file")), run.loading)
    if run.last_good is not None:
        return _after_loader(run, run.last_good)
    if run.probe is not None:
        return Expectation(Awaited.FILE, NextStep(say("it asks for the file itself"), FILE_COMES_S), run.probe)
    return _before_files(run, serving)


def _before_files(run: Run, serving: Serving) -> Expectation | None:
    if run.acks:
        return Expectation(
            Awaited.FILE, NextStep(say("it asks for {file}", file=_file(run)), FILE_COMES_S), run.acks[-1]
        )
    if run.lease is not None:
        return _after_lease(run, run.lease, serving)
    if not run.asks:
        return None
    return Expectation(
        Awaited.ADDRESS, NextStep(say("it takes an address from a DHCP server"), ASKS_AGAIN_S), run.asks[-1]
    )


def _after_lease(run: Run, lease: Moment, serving: Serving) -> Expectation | None:
    if run.software is Software.IPXE:
        if serving.fog is FogMode.POINT:
            return Expectation(Awaited.ANYTHING, NextStep(say("FOG's own server leads it on")), lease)
        return Expectation(Awaited.SCRIPT, NextStep(say("it asks for its script"), IPXE_COMES_S), lease)
    if run.shape in (OfferShape.BOOT_SERVER, OfferShape.MENU):
        patience = patience_s(run.shape, serving.pxe_menu, run.arch or 0)
        what = (
            say("somebody chooses in the firmware's menu")
            if run.shape is OfferShape.MENU
            else say("it asks on port 4011")
        )
        return Expectation(Awaited.COMING, NextStep(what, patience), lease)
    is_ours = serving.serves_files and (run.next_server is None or run.next_server in serving.own)
    if not is_ours:
        return Expectation(
            Awaited.ANYTHING,
            NextStep(say("it asks {server} for {file}", server=run.next_server, file=_file(run))),
            lease,
        )
    return Expectation(Awaited.COMING, NextStep(say("it asks for {file}", file=_file(run)), FIRMWARE_COMES_S), lease)


def _after_loader(run: Run, good: Moment) -> Expectation | None:
    name = run.last_file
    if run.software is Software.IPXE or not is_loader(name):
        return Expectation(Awaited.ANYTHING, NextStep(say("it runs {file}", file=_short(name))), good)
    if is_shim(name):
        return Expectation(Awaited.LOADER, NextStep(say("shim asks for the next loader"), NEXT_LOADER_ASKS_S), good)
    if is_signed_grub(name):
        return Expectation(Awaited.LOADER, NextStep(say("GRUB asks for its configuration"), NEXT_LOADER_ASKS_S), good)
    if is_ipxe(name):
        return Expectation(Awaited.LOADER, NextStep(say("iPXE asks for network boot"), LOADER_ASKS_S), good)
    return Expectation(Awaited.ANYTHING, NextStep(say("it runs {file}", file=_short(name))), good)


def _after_script(trail: Trail, run: Run, serving: Serving) -> Expectation | None:
    assert trail.menu is not None
    failed = run.failure or run.absence
    if failed is not None:
        return Expectation(
            Awaited.ANOTHER_FILE, NextStep(say("it tries again, or another entry"), AFTER_FAILURE_S), failed[0]
        )
    if _is_loading(run):
        assert run.loading is not None
        return Expectation(Awaited.ANYTHING, NextStep(say("the rest of the file")), run.loading)
    if trail.choices and run.last_good is not None:
        return Expectation(
            Awaited.ANYTHING,
            NextStep(say("it starts what it loaded ({file})", file=_short(run.last_file))),
            run.last_good,
        )
    words = (
        say("your script goes on")
        if serving.has_own_script
        else say("somebody chooses in the boot menu, or its time runs out")
    )
    return Expectation(Awaited.ANYTHING, NextStep(words), trail.menu)


def _with_fog(trail: Trail) -> Expectation | None:
    light = max(trail.lights, key=list(FogLight).index)
    since = trail.lights[light]
    match light:
        case FogLight.SCRIPT:
            return Expectation(Awaited.FOG, NextStep(say("FOG's boot.php answers it"), FOG_ANSWERS_S), since)
        case FogLight.SERVER:
            return Expectation(Awaited.ANYTHING, NextStep(say("it does what FOG's boot.php says")), since)
        case FogLight.KERNEL:
            return Expectation(Awaited.ANYTHING, NextStep(say("FOG's imaging system begins its task")), since)
        case FogLight.IMAGING:
            return Expectation(Awaited.ANYTHING, NextStep(say("FOG says that its task is done")), since)
    return None


def is_ipxe(name: str) -> bool:
    """A build of iPXE, by the names that it goes by."""
    return path_of(name).rpartition("/")[2].lower().startswith(_IPXE_NAMES)


def _is_loading(run: Run) -> bool:
    """A transfer was begun and has not ended."""
    if run.loading is None:
        return False
    begun = run.loading.record.sequence
    ends = [run.last_good, *(each[0] for each in run.failed[-1:])]
    return all(each is None or each.record.sequence < begun for each in ends)


def _file(run: Run) -> str:
    return _short(run.file) or say("its boot file")


def _short(file: str) -> str:
    return file.rsplit("/", 1)[-1]
