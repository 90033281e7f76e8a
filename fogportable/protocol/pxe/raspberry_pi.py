"""What the boot ROM of a Raspberry Pi wants to hear (models 3 and 4; firmware issue 871 of its makers).

It says it were a PC with BIOS, takes an offer only when option 43 has a menu entry of this exact text, and then loads
`bootcode.bin` or `start4.elf` by itself from the TFTP server, which it reads from option 66 as text.
"""

from __future__ import annotations

from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.vendor_options import VendorOption

#: First octets of the addresses that Raspberry Pi gives to its boards (IEEE registry).
_OUIS = frozenset(
    bytes.fromhex(oui.replace(":", ""))
    for oui in ("b8:27:eb", "dc:a6:32", "e4:5f:01", "d8:3a:dd", "28:cd:c1", "2c:cf:67")
)

_NAME = b"Raspberry Pi Boot"

#: The content of option 43: nobody to look for, no prompt, and the one entry, in the order that is known to work.
RASPBERRY_PI_BOOT = (
    bytes([VendorOption.DISCOVERY_CONTROL, 1, 3])
    + bytes([VendorOption.MENU_PROMPT, 4, 0])
    + b"PXE"
    + bytes([VendorOption.BOOT_MENU, 3 + len(_NAME), 0, 0, len(_NAME)])
    + _NAME
    + b"\xff"
)


def is_raspberry_pi(mac: MacAddress) -> bool:
    """Whether the address is one of a Raspberry Pi."""
    return is_raspberry_pi_hardware(mac.octets)


def is_raspberry_pi_hardware(octets: bytes) -> bool:
    """The same of an address as it stands in a packet."""
    return octets[:3] in _OUIS
