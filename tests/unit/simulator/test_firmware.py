"""What the clients send is what firmware was seen to send, octet for octet."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType, OptionCode, decode
from fogportable.simulator.firmware import (
    ClientKind,
    Machine,
    Persona,
    boot_server_request,
    discover,
    lease_request,
)

ADDRESS = IPv4Address("192.168.88.134")


def _machine(mac: str, arch: int) -> Machine:
    return Machine(MacAddress.parse(mac), arch, bytes(16))


def _packet(header: str, chaddr: str, options: str) -> bytes:
    return (
        bytes.fromhex(header).ljust(28, b"\0")
        + bytes.fromhex(chaddr).ljust(16, b"\0")
        + bytes(192)
        + bytes.fromhex(options)
    )


def test_edk2_discover_is_the_captured_one() -> None:
    captured = _packet(
        "01010600d8ddb1760000800000000000000000000000000000000000",
        "525400aabb01",
        "63825363 350101 390205c0 3723 0102030405060c0d0f111216171c28292a2b3233363a3b3c4243618081828384858687"
        "6111 0000000000000000000000000000000000 5e03 010300 5d02 0007 3c20"
        + b"PXEClient:Arch:00007:UNDI:003000".hex()
        + "ff",
    )
    assert len(captured) == 347
    assert discover(Persona.EDK2, _machine("52:54:00:aa:bb:01", 7), xid=0xD8DDB176, secs=0) == captured


def test_ipxe_discover_is_the_captured_one() -> None:
    captured = _packet(
        "0101060065c5c52300040000",
        "525400aabb02",
        "63825363350101390205c05d0200005e030102013c20505845436c69656e743a417263683a30303030303a554e44493a303032303031"
        "4d04695058453717010306070c0f111a2b3c4243778081828384858687afcbaf30b105018086100eeb03010000170101220101130101"
        "1101012701011901012901011001022101011501011801011201013d0701525400aabb0261110000000000000000000000000000000000ff",
    )
    assert len(captured) == 400
    assert discover(Persona.IPXE, _machine("52:54:00:aa:bb:02", 0), xid=0x65C5C523, secs=4) == captured


@pytest.mark.parametrize("persona", Persona)
@pytest.mark.parametrize("kind", ClientKind)
def test_every_request_says_who_asks(persona: Persona, kind: ClientKind) -> None:
    machine = Machine(MacAddress.parse("00:14:22:00:00:01"), kind.arch, bytes(range(16)))
    site = IPv4Address("127.255.0.1")
    requests = {
        MessageType.DISCOVER: [discover(persona, machine, xid=1, secs=3)],
        MessageType.REQUEST: [
            lease_request(persona, machine, xid=1, secs=3, site_server=site, address=ADDRESS),
            boot_server_request(persona, machine, xid=1, address=ADDRESS),
        ],
    }
    for message_type, frames in requests.items():
        for frame in frames:
            packet = decode(frame)
            assert packet.message_type is message_type
            assert packet.mac == machine.mac
            assert packet.options[OptionCode.CLIENT_ARCH] == kind.arch.to_bytes(2, "big")
            assert packet.options[OptionCode.VENDOR_CLASS].startswith(f"PXEClient:Arch:{kind.arch:05d}:UNDI:".encode())
            assert packet.options[OptionCode.CLIENT_MACHINE_ID] == b"\0" + machine.uuid
            assert (packet.options.get(OptionCode.USER_CLASS) == b"iPXE") == (persona is Persona.IPXE)
            assert frame.endswith(b"\xff")


def test_only_ipxe_takes_unicast_before_it_has_an_address() -> None:
    flags = {each: decode(discover(each, _machine("52:54:00:aa:bb:01", 0), xid=1, secs=0)).flags for each in Persona}
    assert flags == {Persona.EDK2: 0x8000, Persona.ROM: 0x8000, Persona.IPXE: 0}


def test_kinds_have_words_for_people() -> None:
    assert ClientKind.X64.label == "UEFI x64 (7)"
    assert ClientKind.X64_AS_9.label == "UEFI x64 (9)"
    assert "iPXE" in ClientKind.IPXE.label
