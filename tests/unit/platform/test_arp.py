"""ARP frames: the question, and what is read from answers."""

from __future__ import annotations

from ipaddress import IPv4Address

from hypothesis import given
from hypothesis import strategies as st
from scapy.layers.l2 import ARP, Ether

from fogportable.platform.arp import Sighting, ask_frame, parse_arp
from fogportable.protocol.address import MacAddress

OWN = MacAddress.parse("3c:52:82:6a:00:01")
HOLDER = MacAddress.parse("3c:52:82:6a:00:02")
ADDRESS = IPv4Address("192.168.50.20")


def test_question_claims_nothing() -> None:
    read = Ether(ask_frame(OWN, ADDRESS))
    assert (read.dst, read.src) == ("ff:ff:ff:ff:ff:ff", str(OWN))
    assert (read[ARP].op, read[ARP].psrc, read[ARP].pdst, read[ARP].hwsrc) == (1, "0.0.0.0", str(ADDRESS), str(OWN))
    assert len(ask_frame(OWN, ADDRESS)) == 60
    assert parse_arp(ask_frame(OWN, ADDRESS)) is None


def test_answer_and_announcement_tell_who_holds_the_address() -> None:
    for operation in (1, 2):
        frame = bytes(
            Ether(src=str(HOLDER), dst=str(OWN))
            / ARP(op=operation, hwsrc=str(HOLDER), psrc=str(ADDRESS), hwdst=str(OWN), pdst=str(ADDRESS))
        )
        assert parse_arp(frame) == Sighting(ADDRESS, HOLDER)


@given(st.binary(max_size=80))
def test_no_frame_raises(frame: bytes) -> None:
    parse_arp(frame)
    parse_arp(frame[:12] + b"\x08\x06" + frame[14:])
