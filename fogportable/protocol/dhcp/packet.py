"""A DHCP packet as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.dhcp.options import MessageType, OptionCode

BOOTREQUEST = 1
BOOTREPLY = 2

#: Bit 15 of `flags`: the client cannot take unicast before it has an address (RFC 2131 2, figure 2).
BROADCAST_FLAG = 0x8000

_MESSAGE_TYPES = {bytes([number]): number for number in MessageType}


@dataclass(frozen=True, slots=True)
class DhcpPacket:
    """The fields of RFC 2131 2, in the order of the wire.

    chaddr: all 16 octets, of which `hlen` count. sname, file: without the NULs that fill the field up.
    options: in wire order; an option that came in pieces is one value here (RFC 3396). Neither pad nor end.
    """

    op: int = BOOTREQUEST
    htype: int = 1
    hlen: int = 6
    hops: int = 0
    xid: int = 0
    secs: int = 0
    flags: int = 0
    ciaddr: IPv4Address = NO_ADDRESS
    yiaddr: IPv4Address = NO_ADDRESS
    siaddr: IPv4Address = NO_ADDRESS
    giaddr: IPv4Address = NO_ADDRESS
    chaddr: bytes = bytes(16)
    sname: bytes = b""
    file: bytes = b""
    options: Mapping[int, bytes] = field(default_factory=dict)

    @property
    def mac(self) -> MacAddress | None:
        """The hardware address; None when the packet claims to have none (`hlen` 0)."""
        return MacAddress(self.chaddr[: self.hlen]) if self.hlen else None

    @property
    def message_type(self) -> MessageType | None:
        """Option 53; None when it is absent (plain BOOTP), has a wrong length or an unknown number."""
        return _MESSAGE_TYPES.get(self.options.get(OptionCode.MESSAGE_TYPE, b""))

    def address_option(self, code: int) -> IPv4Address | None:
        """An option that holds one address; None when it is absent or not 4 octets long."""
        value = self.options.get(code)
        return IPv4Address(value) if value is not None and len(value) == 4 else None
