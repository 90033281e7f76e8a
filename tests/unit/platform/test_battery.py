"""What the system says of its batteries, file by file."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from fogportable.platform.battery import Power, read_power


def _supply(folder: Path, name: str, **files: object) -> None:
    (folder / name).mkdir()
    for file, value in files.items():
        (folder / name / file).write_text(f"{value}\n")


def _read(folder: Path) -> Power | None:
    return read_power(folder, system="linux")


def test_a_machine_without_battery_has_no_power_to_tell_of(tmp_path: Path) -> None:
    assert _read(tmp_path / "none") is None
    _supply(tmp_path, "AC", type="Mains", online=1)
    assert _read(tmp_path) is None


def test_two_batteries_count_together(tmp_path: Path) -> None:
    _supply(tmp_path, "AC", type="Mains", online=0)
    for name, now, draw in (("BAT0", 10_000_000, 10_000_000), ("BAT1", 20_000_000, 0)):
        files = {"energy_now": now, "energy_full": 40_000_000, "power_now": draw}
        _supply(tmp_path, name, type="Battery", status="Discharging" if draw else "Unknown", present=1, **files)
    assert _read(tmp_path) == Power(37.5, True, 180.0)


def test_charge_in_place_of_energy_and_a_current_with_a_minus(tmp_path: Path) -> None:
    files = {"charge_now": 1_000_000, "charge_full": 4_000_000, "current_now": -2_000_000}
    _supply(tmp_path, "BAT0", type="Battery", status="Discharging", **files)
    assert _read(tmp_path) == Power(25.0, True, 30.0)


def test_fed_by_a_cable_no_minutes_are_told(tmp_path: Path) -> None:
    files = {"energy_now": 10, "energy_full": 20, "power_now": 5}
    _supply(tmp_path, "BAT0", type="Battery", status="Discharging", **files)
    _supply(tmp_path, "ucsi", type="USB", online=1)
    assert _read(tmp_path) == Power(50.0, False)


def test_batteries_of_mice_and_empty_bays_do_not_count(tmp_path: Path) -> None:
    _supply(tmp_path, "hidpp", type="Battery", scope="Device", capacity=5, status="Discharging")
    _supply(tmp_path, "BAT1", type="Battery", present=0)
    assert _read(tmp_path) is None


@pytest.mark.parametrize(
    ("files", "power"),
    [
        ({"capacity": 70}, Power(70.0, True)),
        ({"energy_now": 10, "energy_full": 0, "power_now": 0, "capacity": 9}, Power(9.0, True)),
        ({"energy_now": 9_000_000, "energy_full": 9_000_000, "power_now": 1}, Power(100.0, True)),
        ({"energy_now": "?", "capacity": ""}, Power(None, True)),
        ({"energy_now": 30, "energy_full": 20, "power_now": 30}, Power(100.0, True, 60.0)),
    ],
)
def test_what_a_battery_does_not_know_is_not_made_up(tmp_path: Path, files: dict[str, object], power: Power) -> None:
    _supply(tmp_path, "BAT0", type="Battery", status="Discharging", **files)
    assert _read(tmp_path) == power


def test_other_systems_are_asked_by_psutil(monkeypatch: pytest.MonkeyPatch) -> None:
    for secsleft, plugged, power in (
        (3600, False, Power(80, True, 60.0)),
        (psutil.POWER_TIME_UNKNOWN, False, Power(80, True)),
        (psutil.POWER_TIME_UNLIMITED, True, Power(80, False)),
    ):
        battery = SimpleNamespace(percent=80, secsleft=secsleft, power_plugged=plugged)
        monkeypatch.setattr(psutil, "sensors_battery", lambda battery=battery: battery, raising=False)
        assert read_power(system="darwin") == power
    monkeypatch.setattr(psutil, "sensors_battery", lambda: None, raising=False)
    assert read_power(system="win32") is None
