"""The magic packet that switches a computer on (Wake-on-LAN, AMD white paper 20213).

Six octets FF, then the hardware address sixteen times. A card that is switched off looks for this row of octets in
whatever frame it hears, so the packet travels as the payload of a UDP broadcast. Nothing is ever answered.
"""

from __future__ import annotations

from fogportable.protocol.address import MacAddress

#: UDP port: discard, by custom. No card looks at it.
WAKE_PORT = 9

_SYNC = b"\xff" * 6
_REPEATS = 16
_ETHERNET_BYTES = 6


def is_wakeable(mac: MacAddress) -> bool:
    """Whether this is the Ethernet address of one card: not a group's, and not nothing."""
    return len(mac.octets) == _ETHERNET_BYTES and any(mac.octets) and not mac.octets[0] & 0x01


def magic_packet(mac: MacAddress) -> bytes:
    """102 octets. Raises ValueError for what `is_wakeable` refuses."""
    if not is_wakeable(mac):
        raise ValueError(f"{mac} is no address of a card that could be woken")
    return _SYNC + mac.octets * _REPEATS
