"""A rehearsal: the real services on loopback and a software classroom that boots from them."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import asdict
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.boot.catalogue import sha256_of
from fogportable.model import Menu, MenuAction, MenuEntry, Room, ServingPlan, StopReport, WirePorts
from fogportable.platform.interfaces import serving_interfaces
from fogportable.session.facade import KitSession
from fogportable.simulator.boot_files import write_boot_files
from fogportable.simulator.classroom import Classroom
from fogportable.simulator.pass_sheet import PassSheet
from fogportable.simulator.roster import MOST_CLIENTS, Pace, ServerAddress, classroom_of

#: The most computers a rehearsal has.
LARGEST_ROOM = MOST_CLIENTS

_LOOPBACK = "lo"

#: Computers in a room are switched on one after the other (s), the whole room within a few seconds.
_STAGGER_S = 0.15
_WHOLE_ROOM_S = 6.0

#: Far longer (s) than a datagram needs on loopback.
_LAST_ACK_S = 2.0

_MENU = Menu(
    title="Rehearsal",
    entries=(
        MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK),
        MenuEntry("iPXE shell", MenuAction.SHELL),
    ),
)


class Rehearsal:
    """One rehearsal, from start to stop. Needs no rights, no network and no boot files; leaves nothing behind."""

    def __init__(self, *, pace: Pace | None = None) -> None:
        """pace: slows the computers down, so that a person sees something."""
        self.session = KitSession()
        self._pace = pace
        self._classroom: Classroom | None = None
        self._folder: Path | None = None
        self.was_cut_short = False

    def start(self, computers: int) -> None:
        """Serve on free ports of loopback and power on 1 to LARGEST_ROOM computers. Raises ServiceError."""
        folder = Path(tempfile.mkdtemp(prefix="fogportable-rehearsal-"))
        with contextlib.ExitStack() as undo:
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
            plan = _plan(folder, computers)
            self.session.start(plan)
            undo.pop_all()
        self._folder = folder
        ports = self.session.wire_ports
        self._classroom = Classroom(
            classroom_of(computers),
            ServerAddress(IPv4Address("127.0.0.1"), ports.discovery, ports.boot_server, ports.tftp),
            stagger_s=min(_STAGGER_S, _WHOLE_ROOM_S / computers),
            pace=self._pace,
            expected_sha256={rule.file: sha256_of(folder / rule.file) for rule in plan.rules},
        )
        self._classroom.start()

    @property
    def is_serving(self) -> bool:
        """True until `stop`."""
        return self._folder is not None

    @property
    def is_done(self) -> bool:
        """Every computer has ended, well or not."""
        return self._classroom is not None and self._classroom.is_done

    def pass_sheet(self) -> PassSheet:
        """The sum so far; final once it is done. Raises ValueError before the start."""
        if self._classroom is None:
            raise ValueError("the rehearsal has not started")
        return self._classroom.pass_sheet()

    def stop(self) -> StopReport:
        """Power everything off and remove the boot files."""
        if self._classroom is not None:
            self.was_cut_short = self.was_cut_short or not self._classroom.is_done
            self._classroom.stop()
        # The last ACK of a computer that has ended may still wait in a socket.
        report = self.session.stop(drain_s=0.0 if self.was_cut_short else _LAST_ACK_S)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        return report


def pass_sheet_values(sheet: PassSheet) -> dict[str, object]:
    """A pass sheet as JSON has it."""
    return {
        **{key: value for key, value in asdict(sheet).items() if key not in ("failures", "kinds")},
        "passed": sheet.is_passed,
        "kinds": [{"kind": each.kind.value, "clients": each.clients, "booted": each.booted} for each in sheet.kinds],
        "failures": [
            {"client": str(each.mac), "kind": each.kind.value, "step": each.step.value, "reason": each.reason}
            for each in sheet.failures
        ],
    }


def _plan(folder: Path, computers: int) -> ServingPlan:
    return ServingPlan(
        interfaces=serving_interfaces([_LOOPBACK]),
        root=folder,
        rules=write_boot_files(folder),
        menu=_MENU,
        room=Room("Rehearsal", computers),
        ports=WirePorts(0, 0, 0, reply_to_sender=True),
        title="Rehearsal",
    )
