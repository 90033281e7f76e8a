"""What comes in while a room is served, as the firewall's tests send it."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

from fogportable.platform.firewall import IncomingPacket

RECORDED = Path(__file__).parent / "firewalls"
OWN, NEAR = IPv4Address("10.77.1.10"), IPv4Network("10.77.1.0/24")
EVERYBODY, NOBODY = IPv4Address("255.255.255.255"), IPv4Network("0.0.0.0/32")

DISCOVER = IncomingPacket("67/udp", "udp", (67, 67), "eth0", EVERYBODY, NOBODY, (68, 68))
ASK_4011 = IncomingPacket("4011/udp", "udp", (4011, 4011), "eth0", OWN, NEAR, (68, 4011))
RRQ = IncomingPacket("69/udp", "udp", (69, 69), "eth0", OWN, NEAR, (1024, 65535))
BLOCKS = IncomingPacket("TFTP transfers", "udp", (32768, 60999), "eth0", OWN, NEAR, (1024, 65535), is_reply=True)
HTTP = IncomingPacket("80/tcp", "tcp", (80, 80), "eth0", OWN, NEAR, (1024, 65535))
ALL = (DISCOVER, ASK_4011, RRQ, BLOCKS, HTTP)


def recorded(name: str) -> str:
    """What a real program printed: nft 1.0.6, iptables-save 1.8.9, ufw 0.36.2, firewalld 1.3.3."""
    return (RECORDED / name).read_text("utf-8")
