"""What a network is asked: as firmware asks, and never for an address."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from fogportable.model import ProbeAsker
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType, OptionCode, decode
from fogportable.protocol.pxe import BootMethod, PxeRequest, classify
from fogportable.services.probe_requests import probe_boot_server, probe_discover

KIT = IPv4Address("10.77.1.10")
CHADDR = MacAddress.parse("02:aa:bb:cc:dd:ee")


@pytest.mark.parametrize("asker", ProbeAsker)
def test_we_ask_as_firmware_does_and_never_for_an_address(asker: ProbeAsker) -> None:
    packet = decode(probe_discover(asker, CHADDR, xid=7))
    request = classify(packet)
    assert isinstance(request, PxeRequest)
    assert (packet.message_type, packet.mac, packet.flags) == (MessageType.DISCOVER, CHADDR, 0x8000)
    assert packet.options[OptionCode.CLIENT_IDENTIFIER] == b"\x01" + CHADDR.octets
    assert OptionCode.REQUESTED_ADDRESS not in packet.options
    assert request.runs_ipxe is (asker is ProbeAsker.IPXE)
    assert request.method is (BootMethod.HTTP if asker is ProbeAsker.HTTP else BootMethod.PXE)
    assert request.arch == {"bios": 0, "uefi": 7, "ipxe": 7, "http": 16}[asker.value]


def test_boot_server_is_asked_with_our_own_address_and_for_none() -> None:
    packet = decode(probe_boot_server(ProbeAsker.UEFI, CHADDR, KIT, xid=9))
    assert (packet.message_type, packet.ciaddr, packet.xid) == (MessageType.REQUEST, KIT, 9)
    assert not {OptionCode.REQUESTED_ADDRESS, OptionCode.SERVER_IDENTIFIER} & set(packet.options)
