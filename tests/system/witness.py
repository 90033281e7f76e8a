"""Reading an outside capture: who answered, and what. scapy, so that our own decoder is no judge of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DhcpFrame:
    """One DHCP datagram as it passed the bridge. message: 1 DISCOVER, 2 OFFER, 3 REQUEST, 5 ACK."""

    source: str
    destination: str
    source_port: int
    destination_port: int
    yiaddr: str
    siaddr: str
    message: int
    vendor_class: bytes
    length: int


def dhcp_frames(capture: Path) -> tuple[DhcpFrame, ...]:
    """All DHCP datagrams of a capture, in order."""
    return tuple(_frames(capture))


def _frames(capture: Path) -> Iterator[DhcpFrame]:
    from scapy.layers.dhcp import BOOTP
    from scapy.layers.inet import IP, UDP
    from scapy.utils import rdpcap

    for packet in rdpcap(str(capture)):
        if UDP not in packet or not {packet[UDP].sport, packet[UDP].dport} & {67, 4011}:
            continue
        bootp = BOOTP(bytes(packet[UDP].payload))
        options = {each[0]: each[1] for each in bootp["DHCP options"].options if isinstance(each, tuple)}
        yield DhcpFrame(
            source=packet[IP].src,
            destination=packet[IP].dst,
            source_port=packet[UDP].sport,
            destination_port=packet[UDP].dport,
            yiaddr=bootp.yiaddr,
            siaddr=bootp.siaddr,
            message=options.get("message-type", 0),
            vendor_class=options.get("vendor_class_id", b""),
            length=len(packet[UDP].payload),
        )
