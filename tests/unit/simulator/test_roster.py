"""The ready-made room: real makers, addresses of their own, the same each time."""

from __future__ import annotations

from ipaddress import IPv4Network

import pytest

from fogportable.simulator.firmware import ClientKind
from fogportable.simulator.roster import MOST_CLIENTS, Expectation, classroom_of, odd_clients


def test_full_room_has_own_macs_and_loopback_addresses() -> None:
    room = classroom_of(MOST_CLIENTS - 2) + odd_clients(MOST_CLIENTS - 2)
    assert len({spec.mac for spec in room}) == len({spec.address for spec in room}) == MOST_CLIENTS
    assert all(spec.address in IPv4Network("127.0.0.0/16") for spec in room)
    assert not any(str(spec.address).startswith("127.0.0.") for spec in room)
    assert not any(spec.mac.is_locally_administered for spec in room)


def test_room_is_mixed_and_the_same_each_time() -> None:
    room = classroom_of(16)
    assert room == classroom_of(30)[:16]
    assert {spec.kind for spec in room} == {
        ClientKind.BIOS,
        ClientKind.X64,
        ClientKind.ARM64,
        ClientKind.IPXE,
        ClientKind.X64_AS_9,
    }
    assert any(spec.asks_boot_server for spec in room)
    assert all(spec.expects is Expectation.BOOTS for spec in room)


def test_kinds_can_be_chosen() -> None:
    assert {spec.kind for spec in classroom_of(5, kinds=[ClientKind.BIOS])} == {ClientKind.BIOS}


@pytest.mark.parametrize("count", [-1, MOST_CLIENTS + 1])
def test_room_has_a_size(count: int) -> None:
    with pytest.raises(ValueError, match="0 to 1000"):
        classroom_of(count)
