"""The ring of packets: bounded in octets, oldest first out, nothing told before it is read."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from fogportable.services.packet_ring import MOST_OF_ONE, NotedPacket, PacketRing, kept

_HERE = (IPv4Address("192.0.2.1"), 67)


def _tell(number: int) -> Iterator[NotedPacket]:
    yield NotedPacket(float(number), "kit0", False, _HERE, _HERE, b"", 0)


def test_packets_come_back_in_order() -> None:
    ring = PacketRing(1 << 20)
    for number in range(5):
        ring.note((10, _tell, number))
    assert [each.time_s for each in ring.packets()] == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_a_flood_pushes_out_the_oldest_and_is_counted() -> None:
    ring = PacketRing(64 * 1024)
    for number in range(10_000):
        ring.note((500, _tell, number))
        assert ring.held_bytes <= 64 * 1024
    left = [each.time_s for each in ring.packets()]
    assert left[-1] == 9999.0
    assert len(left) + ring.dropped == 10_000
    assert left == sorted(left)


def test_of_a_long_payload_only_the_beginning_is_kept() -> None:
    assert kept(bytes(65_000)) == bytes(MOST_OF_ONE)
    short = bytes(10)
    assert kept(short) is short
