"""The codec against scapy's, which was written by others from the same standards."""

from __future__ import annotations

from ipaddress import IPv4Address
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from fogportable.protocol.dhcp import DhcpPacket, decode, encode
from fogportable.protocol.pxe import BootAnswer, build_offer
from tests.unit.protocol.dhcp.frames import ALL_FRAMES, EDK2_DISCOVER, IPXE_DISCOVER
from tests.unit.protocol.dhcp.test_codec import PACKETS

SERVER = IPv4Address("192.168.88.2")


@pytest.fixture(scope="module")
def bootp() -> Any:
    """scapy's BOOTP layer, with DHCP bound to it."""
    from scapy.layers.dhcp import BOOTP

    return BOOTP


def scapy_fields(layer: Any) -> DhcpPacket:
    """scapy's reading of the header, as our value without options."""
    return DhcpPacket(
        op=layer.op,
        htype=layer.htype,
        hlen=layer.hlen,
        hops=layer.hops,
        xid=layer.xid,
        secs=layer.secs,
        flags=int(layer.flags),
        ciaddr=IPv4Address(layer.ciaddr),
        yiaddr=IPv4Address(layer.yiaddr),
        siaddr=IPv4Address(layer.siaddr),
        giaddr=IPv4Address(layer.giaddr),
        chaddr=bytes(layer.chaddr),
        sname=bytes(layer.sname).rstrip(b"\0"),
        file=bytes(layer.file).rstrip(b"\0"),
    )


def without_options(packet: DhcpPacket) -> DhcpPacket:
    return DhcpPacket(**{name: getattr(packet, name) for name in DhcpPacket.__slots__ if name != "options"})


@pytest.mark.parametrize("frame", ALL_FRAMES)
def test_scapy_reads_the_same_header_and_option_numbers(bootp: Any, frame: bytes) -> None:
    from scapy.layers.dhcp import DHCP, DHCPRevOptions

    layer = bootp(frame)
    packet = decode(frame)
    assert scapy_fields(layer) == without_options(packet)
    names = [option[0] if isinstance(option, tuple) else option for option in layer[DHCP].options]
    numbers = [name if isinstance(name, int) else DHCPRevOptions[name][0] for name in names if name != "end"]
    assert numbers == list(packet.options)


@given(packet=PACKETS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_scapy_reads_the_header_that_we_write(bootp: Any, packet: DhcpPacket) -> None:
    assert scapy_fields(bootp(encode(packet))) == without_options(packet)


def test_we_read_what_scapy_writes(bootp: Any) -> None:
    from scapy.layers.dhcp import DHCP

    layer = bootp(op=1, xid=0xCAFE, flags=0x8000, chaddr=b"\x52\x54\0\x01\x02\x03", ciaddr="10.0.0.7") / DHCP(
        options=[
            ("message-type", "request"),
            ("server_id", "10.0.0.1"),
            ("requested_addr", "10.0.0.7"),
            ("vendor_class_id", b"PXEClient"),
            (93, b"\0\x07"),
            "end",
        ]
    )
    packet = decode(bytes(layer))
    assert scapy_fields(layer.__class__(bytes(layer))) == without_options(packet)
    assert dict(packet.options) == {
        53: b"\x03",
        54: b"\x0a\0\0\x01",
        50: b"\x0a\0\0\x07",
        60: b"PXEClient",
        93: b"\0\x07",
    }


@pytest.mark.parametrize("frame", [EDK2_DISCOVER, IPXE_DISCOVER])
def test_scapy_reads_our_offer(bootp: Any, frame: bytes) -> None:
    from scapy.layers.dhcp import DHCP

    payload = build_offer(decode(frame), BootAnswer(SERVER, SERVER, "ipxe.efi"))
    assert payload is not None
    layer = bootp(payload)
    options: dict[Any, Any] = dict(option for option in layer[DHCP].options if isinstance(option, tuple))
    assert (layer.op, layer.yiaddr, layer.ciaddr, layer.siaddr) == (2, "0.0.0.0", "0.0.0.0", str(SERVER))
    assert bytes(layer.file).rstrip(b"\0") == b"ipxe.efi"
    assert (options["message-type"], options["server_id"]) == (2, str(SERVER))
    assert options["vendor_class_id"] == b"PXEClient"
