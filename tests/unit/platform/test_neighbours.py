from __future__ import annotations

from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.platform import neighbours

_TABLE = """\
IP address       HW type     Flags       HW address            Mask     Device
10.0.0.30        0x1         0x2         52:54:00:12:34:56     *        eth0
10.0.0.3         0x1         0x2         52:54:00:12:34:57     *        eth0
10.0.0.31        0x1         0x0         00:00:00:00:00:00     *        eth0
10.0.0.32        0x1         0x0         00:00:00:00:00:00     *        eth1
10.0.0.32        0x1         0x6         52:54:00:12:34:58     *        eth0
10.0.0.33        0x1         zz          52:54:00:12:34:59     *        eth0
10.0.0.34
"""


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "arp"
    file.write_text(_TABLE, encoding="ascii")
    monkeypatch.setattr(neighbours, "_TABLE", file)
    return file


@pytest.mark.parametrize(
    ("address", "mac"),
    [
        ("10.0.0.30", "52:54:00:12:34:56"),
        ("10.0.0.3", "52:54:00:12:34:57"),
        ("10.0.0.31", None),
        ("10.0.0.32", "52:54:00:12:34:58"),
        ("10.0.0.33", None),
        ("10.0.0.34", None),
        ("10.0.0.99", None),
    ],
)
def test_only_complete_entries_of_this_very_address_count(address: str, mac: str | None) -> None:
    found = neighbours.mac_of(IPv4Address(address))
    assert (str(found) if found else None) == mac


def test_system_without_the_table_knows_nobody(table: Path) -> None:
    table.unlink()
    assert neighbours.mac_of(IPv4Address("10.0.0.30")) is None
