"""DHCP packets, pure: octets in, values out, and back."""

from __future__ import annotations

from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.dhcp.codec import decode, encode
from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, BOOTREQUEST, BROADCAST_FLAG, DhcpPacket

__all__ = [
    "BOOTREPLY",
    "BOOTREQUEST",
    "BROADCAST_FLAG",
    "NO_ADDRESS",
    "DhcpPacket",
    "MessageType",
    "OptionCode",
    "decode",
    "encode",
]
