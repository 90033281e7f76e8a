"""Requests as real firmware sends them, and variations of them."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, OptionCode, decode, encode

_HEADER = "01010600{xid}{secs}{flags}{ciaddr}" + 12 * "00"
_COOKIE = "63825363"
_EDK2_LIST = "37230102030405060c0d0f111216171c28292a2b3233363a3b3c4243618081828384858687"
_IPXE_LIST = "37170103060 70c0f111a2b3c4243778081828384858687afcb".replace(" ", "")
_IPXE_FEATURES = (
    "af30b105018086100eeb030100001701012201011301011101012701011901012901011001022101011501011801011201 01".replace(
        " ", ""
    )
)
_NO_GUID = "6111" + 17 * "00"

EDK2_MAC = MacAddress.parse("52:54:00:aa:bb:01")
IPXE_MAC = MacAddress.parse("52:54:00:aa:bb:02")

X64_CLASS = b"PXEClient:Arch:00007:UNDI:003000"
HTTP_CLASS = b"HTTPClient:Arch:00016:UNDI:003000"


def _frame(header: str, mac: MacAddress, options: str) -> bytes:
    return bytes.fromhex(header) + mac.octets.ljust(16, b"\0") + bytes(192) + bytes.fromhex(_COOKIE + options)


def _text_option(code: int, text: bytes) -> str:
    return (bytes([code, len(text)]) + text).hex()


#: OVMF, port 67, 347 octets.
EDK2_DISCOVER = _frame(
    _HEADER.format(xid="d8ddb176", secs="0000", flags="8000", ciaddr="00000000"),
    EDK2_MAC,
    f"350101390205c0{_EDK2_LIST}{_NO_GUID}5e030103005d020007{_text_option(60, X64_CLASS)}ff",
)

#: OVMF, port 4011, from port 4011: no options 50 and 54, flags clear.
EDK2_BOOT_SERVER_REQUEST = _frame(
    _HEADER.format(xid="ee295e92", secs="0000", flags="0000", ciaddr="c0a85886"),
    EDK2_MAC,
    f"350103{_EDK2_LIST}390205c0{_text_option(60, X64_CLASS)}5d0200075e03010300{_NO_GUID}ff",
)

#: OVMF after a PXE menu: option 43 comes before 53.
EDK2_BOOT_ITEM_REQUEST = _frame(
    _HEADER.format(xid="ee295e93", secs="0000", flags="0000", ciaddr="c0a85886"),
    EDK2_MAC,
    f"2b07470480000000ff350103{_EDK2_LIST}390205c0{_text_option(60, X64_CLASS)}5d0200075e03010300{_NO_GUID}ff",
)

#: iPXE's ROM, port 67, 400 octets.
IPXE_DISCOVER = _frame(
    _HEADER.format(xid="65c5c523", secs="0004", flags="0000", ciaddr="00000000"),
    IPXE_MAC,
    "350101390205c05d0200005e03010201"
    + _text_option(60, b"PXEClient:Arch:00000:UNDI:002001")
    + f"4d0469505845{_IPXE_LIST}{_IPXE_FEATURES}3d0701525400aabb02{_NO_GUID}ff",
)

#: iPXE after a PXE menu: xid 0, bare class, option 43 last.
IPXE_BOOT_ITEM_REQUEST = _frame(
    _HEADER.format(xid="00000000", secs="0004", flags="8000", ciaddr="c0a85887"),
    IPXE_MAC,
    "350103390205c05d0200005e03010201"
    + _text_option(60, b"PXEClient")
    + f"4d0469505845{_IPXE_LIST}{_IPXE_FEATURES}3d0701525400aabb02{_NO_GUID}2b07470480000000ffff",
)

#: OVMF's HTTP boot, port 67, 340 octets.
HTTP_DISCOVER = _frame(
    _HEADER.format(xid="0a0b0c0d", secs="0000", flags="8000", ciaddr="00000000"),
    EDK2_MAC,
    "350101390205c0371b0102030405060c0d0f111216171c28292a2b3233363a3b3ceb4361"
    + f"{_NO_GUID}5e030103005d020010{_text_option(60, HTTP_CLASS)}ff",
)

ALL_FRAMES = (
    EDK2_DISCOVER,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_BOOT_ITEM_REQUEST,
    IPXE_DISCOVER,
    IPXE_BOOT_ITEM_REQUEST,
    HTTP_DISCOVER,
)


def varied(
    frame: bytes,
    options: dict[int, bytes | None] | None = None,
    *,
    mac: MacAddress | None = None,
    **fields: int | bytes | IPv4Address,
) -> bytes:
    """The frame with some header fields and options changed; None takes an option out."""
    packet = decode(frame)
    merged: dict[int, bytes] = dict(packet.options)
    for code, value in (options or {}).items():
        if value is None:
            merged.pop(code, None)
        else:
            merged[code] = value
    changes: dict[str, object] = {"options": merged, **fields}
    if mac is not None:
        changes["chaddr"] = mac.octets.ljust(16, b"\0")
        changes["hlen"] = len(mac.octets)
    return encode(replace(packet, **changes))  # type: ignore[arg-type]


def lease_request(frame: bytes, *, address: str, dhcp_server: str | None) -> bytes:
    """The REQUEST that follows a DISCOVER: it goes to the site's DHCP server."""
    server = IPv4Address(dhcp_server).packed if dhcp_server is not None else None
    return varied(
        frame,
        {
            OptionCode.MESSAGE_TYPE: b"\x03",
            OptionCode.REQUESTED_ADDRESS: IPv4Address(address).packed,
            OptionCode.SERVER_IDENTIFIER: server,
        },
    )


def ordinary_discover(mac: MacAddress) -> DhcpPacket:
    """A laptop that only wants an address."""
    return DhcpPacket(
        xid=0x1234,
        flags=0,
        chaddr=mac.octets.ljust(16, b"\0"),
        options={OptionCode.MESSAGE_TYPE: b"\x01", OptionCode.VENDOR_CLASS: b"MSFT 5.0"},
    )
