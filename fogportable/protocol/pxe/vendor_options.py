"""Option 43 of PXE: sub-options in a number space of their own (PXE 2.1 table 2-1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from fogportable.protocol.errors import ProtocolMisuse


class VendorOption(IntEnum):
    """Sub-options that we read or write."""

    DISCOVERY_CONTROL = 6
    DISCOVERY_MULTICAST = 7
    BOOT_SERVERS = 8
    BOOT_MENU = 9
    MENU_PROMPT = 10
    BOOT_ITEM = 71


_PAD = 0
_END = 255
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class BootItem:
    """The menu entry a client chose. layer: 0 at first; bit 15 asks for credentials."""

    type: int
    layer: int


def parse_vendor_options(data: bytes) -> dict[int, bytes]:
    """The sub-options, the last of a repeated one (as EDK2 reads). Never raises: what runs past the end is left out."""
    found: dict[int, bytes] = {}
    start = 0
    while start < len(data) and data[start] != _END:
        if data[start] == _PAD:
            start += 1
            continue
        if start + 1 == len(data):
            break
        stop = start + 2 + data[start + 1]
        if stop > len(data):
            break
        found[data[start]] = data[start + 2 : stop]
        start = stop
    return found


def encode_vendor_options(options: Mapping[int, bytes]) -> bytes:
    """The content of option 43, with its own end mark. A mapping, so that nothing stands twice.

    Old ROMs take the first of a repeated sub-option and EDK2 the last, hence never two. Sub-option 6 goes first.
    Raises ProtocolMisuse when it does not fit into one option.
    """
    pieces = []
    for code in sorted(options):
        value = options[code]
        if not _PAD < code < _END or len(value) > _LONGEST:
            raise ProtocolMisuse(f"vendor option {code} with {len(value)} octets cannot be written")
        pieces.append(bytes([code, len(value)]) + value)
    whole = b"".join([*pieces, bytes([_END])])
    if len(whole) > _LONGEST:
        raise ProtocolMisuse(f"option 43 holds {_LONGEST} octets, not {len(whole)}")
    return whole


def boot_item(data: bytes) -> BootItem | None:
    """The chosen menu entry in a client's option 43; None when there is none."""
    value = parse_vendor_options(data).get(VendorOption.BOOT_ITEM, b"")
    if len(value) != 4:
        return None
    return BootItem(int.from_bytes(value[:2], "big"), int.from_bytes(value[2:], "big"))


def encode_boot_item(item: BootItem) -> bytes:
    """The content of option 43 that repeats a choice, with the same four octets."""
    return encode_vendor_options({VendorOption.BOOT_ITEM: item.type.to_bytes(2, "big") + item.layer.to_bytes(2, "big")})


#: "Load the file named in this packet now": no prompt, no menu, no discovery (bit 3 of sub-option 6).
DIRECT_BOOT = encode_vendor_options({VendorOption.DISCOVERY_CONTROL: b"\x08"})
