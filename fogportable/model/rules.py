"""Which computer gets what: offer shapes, boot rules, lists of computers, and options that answers carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipaddress import IPv4Address
    from uuid import UUID

    from fogportable.protocol.address import MacAddress, MacPattern


class OfferShape(StrEnum):
    """How firmware is told what to boot. Values are those of profiles.

    AUTO: menu where the PXE menu has entries for the architecture, else direct; who ignores one shape gets the next.
    DIRECT: file in the OFFER, 43/6 bit 3. BOOT_SERVER: OFFER without option 43, file in the ACK on port 4011.
    """

    AUTO = "auto"
    DIRECT = "direct"
    BOOT_SERVER = "boot-server"
    MENU = "menu"


class IpxeClients(StrEnum):
    """What computers get that run iPXE already. Values are those of profiles.

    FIRMWARE: the same as firmware does, for sites whose boot file is no iPXE (PXELINUX, GRUB).
    """

    SCRIPT = "script"
    FIRMWARE = "firmware"


@dataclass(frozen=True, slots=True)
class BootRule:
    """What matching computers get. Rules are ordered.

    A rule matches a computer that fits all of archs, macs and uuids, an empty one fitting everybody. On each point
    (what is booted: file or is_ignored; script; shape; next_server) the first matching rule that says something wins.

    archs: option 93 numbers. macs: addresses or the first octets of some. file: below the TFTP root with `/`, "" says
    nothing. script: for iPXE instead of the menu: a file below the root or a URL. is_ignored: gets no answer at all.
    next_server: the TFTP server that has the file; None says nothing.
    """

    archs: frozenset[int]
    file: str = ""
    macs: tuple[MacPattern, ...] = ()
    uuids: tuple[UUID, ...] = ()
    script: str = ""
    shape: OfferShape | None = None
    next_server: IPv4Address | None = None
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class ClientLists:
    """Who may boot at all. deny beats allow; an empty allow list allows everybody. Honoured on every port.

    needs_approval: beside that, only computers that a person has let in are answered. approved: who is from the start.
    """

    allow: tuple[MacPattern, ...] = ()
    deny: tuple[MacPattern, ...] = ()
    needs_approval: bool = False
    approved: tuple[MacAddress, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtraOption:
    """One DHCP option that every answer to matching clients carries. archs: empty for all. value: to 255 octets."""

    code: int
    value: bytes
    archs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReplyOptions:
    """Options beside those that network boot itself needs.

    root_path: 17. config_file, path_prefix: 209 and 210 of PXELINUX (RFC 5071). "" leaves one out.
    has_tftp_address: 150, the next server's address.
    """

    root_path: str = ""
    config_file: str = ""
    path_prefix: str = ""
    has_tftp_address: bool = False
    extra: tuple[ExtraOption, ...] = ()


@dataclass(frozen=True, slots=True)
class LearnedShape:
    """A shape of offer that a model of computers takes although it ignores an earlier one.

    vendor_class: option 60. oui: first octets of its addresses, `52:54:00`. uuid_prefix: first 8 digits of its machine
    number, "" for none.
    """

    vendor_class: str
    oui: str
    uuid_prefix: str
    shape: OfferShape
