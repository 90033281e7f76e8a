"""The laptop that serves: it stays awake meanwhile, and says when its battery or its disk will not do."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import Event, KeptAwake, LaptopTrouble, LaptopTroubleOver
from fogportable.language import say
from fogportable.model import ClientSnapshot, ClientStage, RoomEnd
from fogportable.platform.awake import SleepLock, keep_awake
from fogportable.platform.battery import Power, read_power
from fogportable.platform.paths import state_folder
from fogportable.room.progress import is_done
from fogportable.services.loop import SelectorThread

#: The service whose end does not end serving.
LAPTOP_WATCH = "watch of this laptop"

#: Battery and disk are looked at this often (s).
_LOOK_S = 20.0
#: A battery that lasts shorter than this (min), or has less than this (percent), is told whatever the room needs.
_LOW_MIN, _LOW_PERCENT = 15.0, 12.0
#: A room is reckoned with once so many are done, and it has taken so long (s): before, nobody knows.
_LEAST_DONE, _LEAST_S = 3, 120.0
#: Below this (octets) leases and what is remembered may not be written any more.
_LEAST_FREE_BYTES = 200_000_000
#: A battery must be short by this much (min) before it is told, so that a notice does not come and go.
_MARGIN_MIN = 3.0


def room_needs_min(clients: Sequence[ClientSnapshot], listed: int, end: RoomEnd, elapsed_s: float) -> float | None:
    """How many minutes the rest of the room needs at the pace so far; None while nobody can know.

    listed: computers in the room; 0 for no list, where those that were heard count. end: when one is done. elapsed_s:
    since the first.
    """
    ours = [each for each in clients if each.stage is not ClientStage.LEFT_ALONE]
    done = sum(is_done(each.stage, end) for each in ours)
    left = max(listed, len(ours)) - done
    if done < _LEAST_DONE or not left:
        return None
    return elapsed_s / 60 * left / done if elapsed_s >= _LEAST_S else None


def power_trouble(power: Power | None, needs_min: float | None) -> Fault | None:
    """Why the battery will not do; None when it does, when nobody knows, and when the laptop is fed."""
    if power is None or not power.is_on_battery:
        return None
    left = power.minutes_left
    if left is not None and needs_min is not None and left + _MARGIN_MIN < needs_min:
        return describe(FaultCode.BATTERY_TOO_SHORT, minutes=_about(left), needed=_about(needs_min))
    is_low = power.percent is not None and power.percent < _LOW_PERCENT
    if is_low or (left is not None and left < _LOW_MIN):
        rest = say("about {minutes} min", minutes=_about(left or 0.0))
        if power.percent is not None:
            rest = f"{power.percent:.0f} %"
        return describe(FaultCode.BATTERY_LOW, rest=rest)
    return None


def power_words(power: Power) -> str:
    """`This laptop runs on its battery: 48 %, about 70 min.`"""
    percent = "" if power.percent is None else f"{power.percent:.0f} %"
    if not power.is_on_battery:
        return f"This laptop is plugged in{f', its battery has {percent}' if percent else ''}."
    left = "" if power.minutes_left is None else f"about {_about(power.minutes_left)} min"
    rest = ", ".join(filter(None, (percent, left)))
    return f"This laptop runs on its battery{f': {rest}' if rest else ''}."


def disk_trouble(folder: Path) -> Fault | None:
    """Whether the disk of what is remembered is nearly full."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), None)
    try:
        free = shutil.disk_usage(there).free if there is not None else _LEAST_FREE_BYTES
    except OSError:
        return None  # Whoever writes there says what is wrong.
    if free >= _LEAST_FREE_BYTES:
        return None
    return describe(FaultCode.DISK_NEARLY_FULL, free=f"{free // 1_000_000} MB", folder=folder)


def _about(minutes: float) -> int:
    """To five minutes, as nobody knows better; below ten to one."""
    return round(minutes / 5) * 5 if minutes >= 10 else max(1, round(minutes))


class LaptopWatch(SelectorThread):
    """Owned by the thread: the lock against sleep, and what was told. Begins with the lock, then looks now and then."""

    def __init__(
        self,
        emit: Callable[[Event], object],
        needs_min: Callable[[], float | None],
        on_crash: Callable[[Exception], None],
        *,
        lock: Callable[[str], SleepLock | None] = keep_awake,
        power: Callable[[], Power | None] = read_power,
        folder: Callable[[], Path] = state_folder,
    ) -> None:
        """needs_min: minutes that the rest of the room needs; None while nobody knows."""
        super().__init__("fogp-laptop", on_crash=on_crash)
        self._emit = emit
        self._needs_min = needs_min
        self._ask_for_lock = lock
        self._read_power = power
        self._folder = folder
        self._lock: SleepLock | None = None
        self._is_lock_known = False
        self._told: dict[str, Fault] = {}
        self._due_s = time.monotonic()

    def next_deadline(self) -> float | None:
        return self._due_s

    def on_deadline(self, now: float) -> None:
        power = self._read_power()
        self._stay_awake(has_battery=power is not None)
        self._tell("power", power_trouble(power, self._needs_min()))
        self._tell("disk", disk_trouble(self._folder()))
        self._due_s = time.monotonic() + _LOOK_S

    def on_close(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _stay_awake(self, *, has_battery: bool) -> None:
        """Once, and again when something has ended the lock."""
        if self._lock is not None and not self._lock.is_held:
            self._lock.release()
            self._lock, self._is_lock_known = None, False
        if self._is_lock_known:
            return
        self._is_lock_known = True
        self._lock = self._ask_for_lock("Computers boot from this laptop")
        if self._lock is not None:
            self._emit(KeptAwake(covers_lid=self._lock.covers_lid))
        if has_battery and (self._lock is None or not self._lock.covers_lid):
            code = FaultCode.LAPTOP_MAY_SLEEP if self._lock is None else FaultCode.LID_MAY_SLEEP
            self._tell("sleep", describe(code))

    def _tell(self, what: str, fault: Fault | None) -> None:
        """Only what is new; figures of the same trouble are worth no second word."""
        before = self._told.get(what)
        if fault is None:
            if before is not None:
                del self._told[what]
                self._emit(LaptopTroubleOver(fault=before))
        elif before is None or before.code is not fault.code:
            if before is not None:
                self._emit(LaptopTroubleOver(fault=before))
            self._told[what] = fault
            self._emit(LaptopTrouble(fault=fault))


class RoomPace:
    """What a room needs at its pace so far, by a clock that nobody sets. For one thread, called now and then."""

    def __init__(
        self,
        clients: Callable[[], Sequence[ClientSnapshot]],
        listed: int,
        end: Callable[[], RoomEnd],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """listed: computers in the room, 0 for no list. end: when one is done, which FOG's word may change."""
        self._clients = clients
        self._end = end
        self._listed = listed
        self._clock = clock
        self._first_s: float | None = None

    def needs_min(self) -> float | None:
        """Minutes for the rest of the room; None while nobody can know."""
        clients, now_s = self._clients(), self._clock()
        if not clients:
            return None
        if self._first_s is None:
            self._first_s = now_s
        return room_needs_min(clients, self._listed, self._end(), now_s - self._first_s)
