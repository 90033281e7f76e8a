"""What switches say, written by scapy and read by us; and what no frame can make of the readers."""

from __future__ import annotations

import struct
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.address import MacAddress
from fogportable.protocol.link import (
    NeighbourProtocol,
    PortRole,
    SwitchNeighbour,
    parse_bpdu,
    parse_igmp_query,
    parse_neighbour,
)

BRIDGE = "02:42:00:00:00:01"


def stp(version: int = 0, kind: int = 0, flags: int = 0, delay: float = 15) -> bytes:
    from scapy.layers.l2 import LLC, STP, Dot3

    tree = STP(
        version=version,
        bpdutype=kind,
        bpduflags=flags,
        rootmac=BRIDGE,
        bridgemac="02:42:00:00:00:02",
        portid=0x8003,
        hellotime=2,
        maxage=20,
        fwddelay=delay,
    )
    return bytes(Dot3(dst="01:80:c2:00:00:00", src=BRIDGE) / LLC(dsap=0x42, ssap=0x42, ctrl=3) / tree)


def pvst(vlan: int, *, is_rapid: bool = False) -> bytes:
    body = stp(2 if is_rapid else 0, 2 if is_rapid else 0, 0x3C if is_rapid else 0)[17:]
    body += (b"\0" if is_rapid else b"") + b"\0\0\0\2" + struct.pack("!H", vlan)
    payload = b"\xaa\xaa\x03\x00\x00\x0c\x01\x0b" + body
    head = bytes.fromhex("01000ccccccd") + MacAddress.parse(BRIDGE).octets
    return head + struct.pack("!H", len(payload)) + payload


def lldp(*fields: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack("!H", kind << 9 | len(value)) + value for kind, value in fields)
    return bytes.fromhex("0180c200000e") + MacAddress.parse(BRIDGE).octets + b"\x88\xcc" + body + b"\0\0"


def test_spanning_tree_tells_its_bridge_and_its_delay() -> None:
    read = parse_bpdu(stp())
    assert read is not None
    assert (str(read.root), str(read.bridge), read.port) == (BRIDGE, "02:42:00:00:00:02", 3)
    assert (read.hello_s, read.max_age_s, read.forward_delay_s) == (2.0, 20.0, 15.0)
    assert (read.role, read.is_forwarding, read.vlan) == (None, None, None)


@pytest.mark.parametrize(
    ("flags", "role", "is_forwarding"),
    [(0x3C, PortRole.DESIGNATED, True), (0x0E, PortRole.DESIGNATED, False), (0x28, PortRole.ROOT, True)],
)
def test_rapid_spanning_tree_tells_the_role_and_state_of_the_port(
    flags: int, role: PortRole, is_forwarding: bool
) -> None:
    read = parse_bpdu(stp(2, 2, flags))
    assert read is not None
    assert (read.role, read.is_forwarding) == (role, is_forwarding)


@pytest.mark.parametrize("is_rapid", [False, True])
def test_ciscos_tree_tells_its_vlan(is_rapid: bool) -> None:
    read = parse_bpdu(pvst(204, is_rapid=is_rapid))
    assert read is not None
    assert read.vlan == 204


def test_notice_of_a_changed_topology_is_no_configuration() -> None:
    assert parse_bpdu(stp(kind=0x80)) is None


def test_lldp_tells_switch_port_and_vlan() -> None:
    frame = lldp(
        (1, b"\x04" + bytes(6)),
        (2, b"\x05Gi0/7"),
        (3, b"\x00\x78"),
        (5, b"switch-204"),
        (127, b"\x00\x80\xc2\x01\x00\xcc"),
    )
    assert parse_neighbour(frame) == SwitchNeighbour(NeighbourProtocol.LLDP, "switch-204", "Gi0/7", 204)
    described = lldp((2, b"\x03" + bytes(6)), (4, b"Port 7"), (127, b"\x00\x80\xc2\x01\x00\x00"))
    assert parse_neighbour(described) == SwitchNeighbour(NeighbourProtocol.LLDP, "", "Port 7", None)
    assert parse_neighbour(lldp((2, b"\x03\x02\x42\x00\x00\x00\x07"))) == SwitchNeighbour(
        NeighbourProtocol.LLDP, "", "02:42:00:00:00:07", None
    )


def test_lldp_as_scapy_writes_it_is_read() -> None:
    from scapy.contrib.lldp import (
        LLDPDUChassisID,
        LLDPDUEndOfLLDPDU,
        LLDPDUPortID,
        LLDPDUSystemName,
        LLDPDUTimeToLive,
    )
    from scapy.layers.l2 import Ether

    frame = Ether(dst="01:80:c2:00:00:0e", src=BRIDGE) / LLDPDUChassisID(subtype=4, id=BRIDGE)
    frame = frame / LLDPDUPortID(subtype=7, id=b"7") / LLDPDUTimeToLive(ttl=120) / LLDPDUSystemName(system_name=b"core")
    assert parse_neighbour(bytes(frame / LLDPDUEndOfLLDPDU())) == SwitchNeighbour(NeighbourProtocol.LLDP, "core", "7")


def test_cdp_as_scapy_writes_it_is_read() -> None:
    from scapy.contrib.cdp import CDPMsgDeviceID, CDPMsgNativeVLAN, CDPMsgPortID, CDPv2_HDR
    from scapy.layers.l2 import LLC, SNAP, Dot3

    message = CDPv2_HDR(
        msg=[CDPMsgDeviceID(val=b"sw1"), CDPMsgPortID(iface=b"FastEthernet0/1"), CDPMsgNativeVLAN(vlan=30)]
    )
    frame = bytes(Dot3(dst="01:00:0c:cc:cc:cc", src=BRIDGE) / LLC() / SNAP(OUI=0x0C, code=0x2000) / message)
    assert parse_neighbour(frame) == SwitchNeighbour(NeighbourProtocol.CDP, "sw1", "FastEthernet0/1", 30)


def test_igmp_query_tells_who_asks() -> None:
    from scapy.layers.inet import IP, IPOption_Router_Alert
    from scapy.layers.l2 import Ether

    def frame(kind: int) -> bytes:
        head = Ether(dst="01:00:5e:00:00:01", src=BRIDGE)
        return bytes(head / IP(src="10.0.0.1", dst="224.0.0.1", proto=2, options=[IPOption_Router_Alert()])) + bytes(
            [kind, 100, 0, 0, 0, 0, 0, 0]
        )

    # scapy works out the total length without what was appended.
    def fixed(octets: bytes) -> bytes:
        return octets[:16] + struct.pack("!H", len(octets) - 14) + octets[18:]

    assert parse_igmp_query(fixed(frame(0x11))) == IPv4Address("10.0.0.1")
    assert parse_igmp_query(fixed(frame(0x16))) is None


@given(st.binary(max_size=120))
def test_no_frame_makes_a_reader_raise(octets: bytes) -> None:
    for start in (b"", stp()[:17], pvst(1)[:22], lldp()[:14], bytes(12) + b"\x08\x00", lldp()[:12] + b"\x81\x00"):
        for read in (parse_bpdu, parse_neighbour, parse_igmp_query):
            read(start + octets)
