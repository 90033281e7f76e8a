"""How much power this laptop has left, as the system says it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

_SYSFS = Path("/sys/class/power_supply")
#: A battery that lasts longer than this (min) by its own reckoning does not know its current yet.
_LONGEST_MIN = 48 * 60.0


@dataclass(frozen=True, slots=True)
class Power:
    """All batteries of the machine together.

    percent: 0 to 100, None when unknown. is_on_battery: nothing feeds it. minutes_left: at the power that is drawn now;
    None when unknown, and while it is fed.
    """

    percent: float | None
    is_on_battery: bool
    minutes_left: float | None = None


def read_power(folder: Path = _SYSFS, *, system: str = sys.platform) -> Power | None:
    """As it is now; None on a machine without battery."""
    return _read_sysfs(folder) if system.startswith("linux") else _read_psutil()


@dataclass(frozen=True, slots=True)
class _Cell:
    """One battery: what it holds now and when full (µWh or µAh, one unit in all), what is drawn now (µW or µA)."""

    now: float | None
    full: float | None
    draw: float | None
    percent: float | None
    is_discharging: bool


def _read_sysfs(folder: Path) -> Power | None:
    """Source: Documentation/ABI/testing/sysfs-class-power of Linux."""
    try:
        supplies = sorted(folder.iterdir())
    except OSError:
        return None
    cells = [_read_cell(each) for each in supplies if _is_battery(each)]
    if not cells:
        return None
    is_fed = any(_text(each, "type") in ("Mains", "USB") and _text(each, "online") == "1" for each in supplies)
    is_on_battery = not is_fed and any(cell.is_discharging for cell in cells)
    now, full = _sum([cell.now for cell in cells]), _sum([cell.full for cell in cells])
    percent = 100 * now / full if now is not None and full else _mean([cell.percent for cell in cells])
    draws = [cell.draw for cell in cells if cell.draw]
    minutes = None
    if is_on_battery and now is not None and draws:
        minutes = 60 * now / sum(draws)
    return Power(
        None if percent is None else min(100.0, max(0.0, percent)),
        is_on_battery,
        minutes if minutes is not None and minutes <= _LONGEST_MIN else None,
    )


def _is_battery(supply: Path) -> bool:
    """One that feeds the machine; those of mice and phones have scope Device."""
    return _text(supply, "type") == "Battery" and _text(supply, "scope") != "Device" and _text(supply, "present") != "0"


def _read_cell(supply: Path) -> _Cell:
    now, full, draw = (_number(supply, each) for each in ("energy_now", "energy_full", "power_now"))
    if now is None:  # Some tell charge instead: with one voltage for all it counts as well.
        now, full, draw = (_number(supply, each) for each in ("charge_now", "charge_full", "current_now"))
    return _Cell(
        now,
        full,
        None if draw is None else abs(draw),  # Some drivers give what flows out a minus.
        _number(supply, "capacity"),
        _text(supply, "status") == "Discharging",
    )


def _sum(values: list[float | None]) -> float | None:
    """None when one of them is not known."""
    known = [each for each in values if each is not None]
    return sum(known) if len(known) == len(values) else None


def _mean(values: list[float | None]) -> float | None:
    known = [each for each in values if each is not None]
    return sum(known) / len(known) if known else None


def _text(supply: Path, name: str) -> str:
    try:
        return (supply / name).read_text("ascii", "replace").strip()
    except OSError:  # Not there, or the battery does not answer now.
        return ""


def _number(supply: Path, name: str) -> float | None:
    try:
        return float(_text(supply, name))
    except ValueError:
        return None


def _read_psutil() -> Power | None:
    battery = psutil.sensors_battery()
    if battery is None:
        return None
    is_on_battery = battery.power_plugged is False
    seconds = battery.secsleft
    minutes = seconds / 60 if is_on_battery and isinstance(seconds, int) and seconds >= 0 else None
    return Power(battery.percent, is_on_battery, minutes)
