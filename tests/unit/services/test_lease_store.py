"""Leases on disk: written in one step, read again, and set aside when damaged."""

from __future__ import annotations

import math
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.leasing.book import Binding
from fogportable.errors import Fault, FaultCode
from fogportable.services.lease_store import (
    Clocks,
    KeptLease,
    LeaseKeeper,
    kept_before,
    lease_file,
    read_leases,
    to_keep,
    write_leases,
)

A = IPv4Address("192.168.50.20")
LEASE = KeptLease(b"\x3c\x52\x82\x6a\x00\x01", A, 1_700_000_600.0, "pc-1")
NOW = Clocks(1000.0, 1_700_000_000.0)


def test_file_is_named_for_its_network(tmp_path: Path) -> None:
    assert lease_file(tmp_path, IPv4Network("192.168.50.0/24")) == tmp_path / "leases-192.168.50.0-24.json"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "leases.json"
    leases = (LEASE, KeptLease(b"\x00\x20\xe0\x3b\x13\xaf", IPv4Address("192.168.50.111"), None, ""))
    write_leases(file, leases)
    assert read_leases(file) == (leases, None)
    assert [each.name for each in file.parent.iterdir()] == ["leases.json"]


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_leases(tmp_path / "none.json") == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 2, "leases": []}',
        '{"version": 1}',
        '{"version": 1, "leases": [{}]}',
        '{"version": 1, "leases": [{"mac": "", "address": "1.2.3.4", "ends": 1, "name": ""}]}',
        '{"version": 1, "leases": [{"mac": "00:01", "address": "1.2.3.4", "ends": NaN, "name": ""}]}',
        '{"version": 1, "leases": [{"mac": "00:01", "address": "1.2.3.4", "ends": 1' + 400 * "0" + ', "name": ""}]}',
        '{"version": 1, "leases": [{"mac": "00:01", "address": "here", "ends": 1, "name": ""}]}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_set_aside_and_never_overwrites_an_earlier_one(tmp_path: Path, text: str) -> None:
    file = tmp_path / "leases.json"
    for number in (1, 2):
        file.write_text(text)
        leases, fault = read_leases(file)
        assert leases == ()
        assert fault is not None
        assert fault.code is FaultCode.LEASES_DAMAGED
        assert (tmp_path / f"leases.damaged-{number}").read_text() == text
        assert not file.exists()


@given(st.binary(max_size=200))
def test_no_octets_raise(octets: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "leases.json"
        file.write_bytes(octets)
        read_leases(file)


def test_times_go_over_from_one_clock_to_the_other() -> None:
    given_ones = [
        Binding(LEASE.client, A, 1600.0, 900.0, is_given=True, host_name="pc-1"),
        Binding(b"\1" * 6, IPv4Address("192.168.50.21"), math.inf, 900.0, is_given=True),
        Binding(b"\2" * 6, IPv4Address("192.168.50.22"), 1060.0, 1000.0),
    ]
    kept = to_keep(given_ones, NOW)
    assert [each.ends for each in kept] == [1_700_000_600.0, None]
    later = Clocks(50.0, 1_700_000_100.0)
    assert [each.ends_s for each in kept_before(kept, later, 3600)] == [550.0, math.inf]


def test_a_clock_set_back_makes_no_lease_longer_than_a_lease() -> None:
    (binding,) = kept_before([LEASE], Clocks(50.0, 1_600_000_000.0), 3600)
    assert binding.ends_s == 3650.0


def test_keeper_writes_the_newest_and_what_waits_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "leases.json"
    keeper = LeaseKeeper(file, on_fault=lambda fault: pytest.fail(str(fault)))
    keeper.start()
    for _ in range(100):
        keeper.save(())
    keeper.save((LEASE,))
    keeper.stop()
    assert read_leases(file) == ((LEASE,), None)


def test_keeper_says_once_that_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("no folder")
    faults: list[Fault] = []
    keeper = LeaseKeeper(tmp_path / "folder" / "leases.json", on_fault=faults.append)
    keeper.save((LEASE,))
    keeper.start()
    keeper.save((LEASE,))
    keeper.stop()
    assert [each.code for each in faults] == [FaultCode.LEASES_NOT_SAVED]
