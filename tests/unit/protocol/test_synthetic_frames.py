"""Made-up headers are read by somebody else's parser as what they say."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from fogportable.protocol.link.synthetic import Way, tcp_frame, udp_frame

WAY = Way(b"\2\0\0\0\0\1", b"\xff" * 6, (IPv4Address("192.0.2.7"), 68), (IPv4Address("192.0.2.1"), 67))


def test_scapy_reads_a_datagram_as_it_was_meant() -> None:
    from scapy.layers.inet import IP, UDP
    from scapy.layers.l2 import Ether

    read = Ether(udp_frame(WAY, b"hello", 5))
    assert (read.src, read.dst) == ("02:00:00:00:00:01", "ff:ff:ff:ff:ff:ff")
    assert (read[IP].src, read[IP].dst, read[UDP].sport, read[UDP].dport) == ("192.0.2.7", "192.0.2.1", 68, 67)
    assert bytes(read[UDP].payload) == b"hello"
    good = read[IP].chksum
    del read[IP].chksum
    assert Ether(bytes(read))[IP].chksum == good


def test_scapy_reads_a_segment_as_it_was_meant() -> None:
    from scapy.layers.inet import TCP
    from scapy.layers.l2 import Ether

    read = Ether(tcp_frame(WAY, b"GET / HTTP/1.1", 14, (0, 700)))
    assert (read[TCP].seq, read[TCP].ack, bytes(read[TCP].payload)) == (1, 701, b"GET / HTTP/1.1")


@pytest.mark.parametrize("length", [5, 1468, 65_000])
def test_lengths_are_those_of_the_wire_though_less_was_kept(length: int) -> None:
    frame = udp_frame(WAY, b"head", length)
    assert int.from_bytes(frame[16:18], "big") == length + 28
    assert int.from_bytes(frame[38:40], "big") == length + 8
