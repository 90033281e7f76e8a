"""Which DHCP packets ask for network boot, and what they say about the computer that asks."""

from __future__ import annotations

import functools
import re
import struct
from dataclasses import dataclass
from enum import Enum
from typing import Final
from uuid import UUID

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREQUEST, DhcpPacket
from fogportable.protocol.pxe.vendor_options import BootItem, boot_item

_PXE_CLASS: Final = b"PXEClient"
_HTTP_CLASS: Final = b"HTTPClient"
_APPLE_CLASS: Final = b"AAPLBSDPC"
_BUSYBOX_CLASS: Final = b"udhcp"

#: `PXEClient:Arch:00007:UNDI:003000` (RFC 4578 2.4); only asked when option 93 is absent.
_ARCH_IN_CLASS = re.compile(rb"(?:PXE|HTTP)Client:Arch:(\d{5})")

#: User classes of option 77 that mean: the asker can run a script.
_SCRIPT_LOADERS = frozenset({b"iPXE", b"gPXE"})

#: What machines without a number of their own send in option 97.
_NO_UUID = (bytes(16), b"\xff" * 16)

#: A UUID as it stands in option 97.
_UUID_FIELDS = struct.Struct("<IHH8s")

_LONGEST_TEXT = 64


class BootMethod(Enum):
    """How the client wants to load: by TFTP from a PXE server, or from a URL (UEFI specification 24.7)."""

    PXE = "PXEClient"
    HTTP = "HTTPClient"


@dataclass(frozen=True, slots=True)
class PxeRequest:
    """A wish to boot from the network, as read from one packet of a client.

    arch: the first number of option 93, else that in option 60; may be outside ClientArch.
    runs_ipxe: asked by iPXE or gPXE, which take a script, not by the firmware.
    item: the menu entry it chose; None when it did not come from a menu.
    """

    packet: DhcpPacket
    mac: MacAddress
    message_type: MessageType
    method: BootMethod
    arch: int
    runs_ipxe: bool
    item: BootItem | None

    @property
    def vendor_class(self) -> str:
        """Option 60 for people: printable ASCII, at most 64 characters."""
        return _printable(self.packet.options[OptionCode.VENDOR_CLASS])

    @property
    def uuid(self) -> UUID | None:
        """The machine's UUID (option 97); None when it is absent, malformed, or all zeros or ones."""
        text = uuid_text(self.packet.options.get(OptionCode.CLIENT_MACHINE_ID, b""))
        return UUID(text) if text is not None else None

    @property
    def uuid_text(self) -> str | None:
        """As `uuid`, in the usual writing."""
        return uuid_text(self.packet.options.get(OptionCode.CLIENT_MACHINE_ID, b""))


@dataclass(frozen=True, slots=True)
class NotPxe:
    """Not a wish to boot from the network.

    reason: a clause for people, without a period, as in "52:54:00:12:34:56 was left alone: {reason}."
    arch: what it says it is; None when that could not be read.
    """

    reason: str
    arch: int | None = None


NOT_A_REQUEST = NotPxe("it sent a reply, not a request")
NO_MAC = NotPxe("it gave no hardware address")
PLAIN_BOOTP = NotPxe("it sent no DHCP message type")
PLAIN_DHCP = NotPxe("it did not ask for network boot")
APPLE_NETBOOT = NotPxe("it asks for Apple NetBoot, which is not supported")
NO_ARCH = NotPxe("it did not say which architecture it is")
BAD_ARCH = NotPxe("its architecture option (93) cannot be read")


def small_linux_of(packet: DhcpPacket) -> str:
    """The class of BusyBox's DHCP client (`udhcp 1.36.1`), which small systems started from the network use; else "".

    Source: BusyBox, networking/udhcp/dhcpc.c, where it is the default of option 60.
    """
    vendor_class = packet.options.get(OptionCode.VENDOR_CLASS, b"")
    return _printable(vendor_class) if vendor_class.startswith(_BUSYBOX_CLASS) else ""


def classify(packet: DhcpPacket) -> PxeRequest | NotPxe:
    """Tell a wish to boot from the network from everything else, in the order of the accept filter.

    The class is matched by its beginning: firmware adds its architecture, chained iPXE sends only `PXEClient`.
    """
    if packet.op != BOOTREQUEST:
        return NOT_A_REQUEST
    mac = packet.mac
    if mac is None:
        return NO_MAC
    message_type = packet.message_type
    if message_type is None:
        return PLAIN_BOOTP
    options = packet.options
    vendor_class = options.get(OptionCode.VENDOR_CLASS, b"")
    if vendor_class.startswith(_PXE_CLASS):
        method = BootMethod.PXE
    elif vendor_class.startswith(_HTTP_CLASS):
        method = BootMethod.HTTP
    else:
        return APPLE_NETBOOT if vendor_class.startswith(_APPLE_CLASS) else PLAIN_DHCP
    arch = _arch_of(options.get(OptionCode.CLIENT_ARCH), vendor_class)
    if isinstance(arch, NotPxe):
        return arch
    item = None
    if method is BootMethod.PXE and OptionCode.VENDOR_OPTIONS in options:
        item = boot_item(options[OptionCode.VENDOR_OPTIONS])
    runs_ipxe = OptionCode.IPXE in options or not _SCRIPT_LOADERS.isdisjoint(
        user_classes(options.get(OptionCode.USER_CLASS, b""))
    )
    return PxeRequest(packet, mac, message_type, method, arch, runs_ipxe, item)


def _arch_of(option: bytes | None, vendor_class: bytes) -> int | NotPxe:
    """Of several numbers the first is the running firmware (RFC 4578 2.1)."""
    if option is not None:
        return int.from_bytes(option[:2], "big") if option and len(option) % 2 == 0 else BAD_ARCH
    digits = _ARCH_IN_CLASS.match(vendor_class)
    return int(digits[1]) if digits else NO_ARCH


def user_classes(data: bytes) -> tuple[bytes, ...]:
    """The classes in option 77: a counted list (RFC 3004 4) when the counts add up, else one bare class as iPXE sends.

    NULs that end a bare class are not part of it.
    """
    classes = []
    start = 0
    while start < len(data):
        stop = start + 1 + data[start]
        if not data[start] or stop > len(data):
            return (data.rstrip(b"\0"),)
        classes.append(data[start + 1 : stop])
        start = stop
    return tuple(classes)


def uuid_text(option: bytes) -> str | None:
    """Option 97 in the usual writing; None when it is no type 0 identifier or one that says nothing.

    The first three fields are little endian, as in EFI (RFC 4578 2.3 leaves it open; EDK2 and iPXE do so).
    """
    if len(option) != 17 or option[0] != 0 or option[1:] in _NO_UUID:
        return None
    low, middle, high, rest = _UUID_FIELDS.unpack_from(option, 1)
    return f"{low:08x}-{middle:04x}-{high:04x}-{rest[:2].hex()}-{rest[2:].hex()}"


@functools.lru_cache(maxsize=256)
def _printable(data: bytes) -> str:
    return "".join(chr(octet) if 0x20 <= octet < 0x7F else "?" for octet in data[:_LONGEST_TEXT])
