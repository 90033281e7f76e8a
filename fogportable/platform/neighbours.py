"""Which hardware address answers for an IPv4 address, as the kernel has learned it."""

from __future__ import annotations

from ipaddress import IPv4Address
from pathlib import Path

from fogportable.protocol.address import MacAddress

_TABLE = Path("/proc/net/arp")
#: ATF_COM of <linux/if_arp.h>: the entry is complete.
_COMPLETE = 0x02


def mac_of(address: IPv4Address) -> MacAddress | None:
    """The neighbour's MAC; None when the kernel does not know it, and on systems without /proc.

    A client behind a router has no entry: its router has.
    """
    wanted = str(address)
    try:
        lines = _TABLE.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    for line in lines[1:]:
        fields = line.split()
        if len(fields) >= 4 and fields[0] == wanted:
            mac = _parse(flags=fields[2], mac=fields[3])
            if mac is not None:
                return mac  # The same address may stand on two cards; a dead entry of one hides no live one.
    return None


def _parse(*, flags: str, mac: str) -> MacAddress | None:
    try:
        return MacAddress.parse(mac) if int(flags, 16) & _COMPLETE else None
    except ValueError:
        return None
