"""The line about power that `check` has on a laptop."""

from __future__ import annotations

import pytest

from fogportable.cli.check import _power_values, _print_power
from fogportable.platform.battery import Power


def test_a_machine_without_battery_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    _print_power(None)
    assert capsys.readouterr().out == ""
    assert _power_values(None) is None


def test_a_battery_that_is_nearly_empty_is_a_warning_with_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    _print_power(Power(8.0, True, 9.0))
    first, second = capsys.readouterr().out.splitlines()
    assert first == "  warning  Power: This laptop runs on its battery: 8 %, about 9 min."
    assert second.strip().startswith("Plug it in")
    assert _power_values(Power(8.0, True, 9.0)) == {"percent": 8.0, "is_on_battery": True, "minutes_left": 9.0}


def test_a_battery_that_will_do_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    _print_power(Power(80.0, True, 200.0))
    assert capsys.readouterr().out == "  ok       Power: This laptop runs on its battery: 80 %, about 200 min.\n"
