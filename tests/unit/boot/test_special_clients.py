"""Who asks in a way of its own: UEFI HTTP boot and the Raspberry Pi."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.boot.policy import ServerIdentity, Silence
from fogportable.events import ArchWithoutFile, OfferSent
from fogportable.model import BootRule
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, MessageType
from tests.unit.boot.engine import CLIENT, RULES, SERVER, only_event, replied
from tests.unit.boot.test_offer_shapes import BIOS_DISCOVER, OURS, reason, staged
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, HTTP_DISCOVER, IPXE_DISCOVER, varied
from tests.unit.protocol.pxe.test_reply import option_codes

WITH_HTTP = replace(SERVER, http_port=80)


# --- HTTP boot -----------------------------------------------------------------------------------------------------


def http_offer(arch: int, rules: tuple[BootRule, ...], server: ServerIdentity = WITH_HTTP) -> DhcpPacket | None:
    frame = varied(HTTP_DISCOVER, {93: arch.to_bytes(2, "big")})
    outcome = staged(rules=rules).discovery(frame, server=server)
    return replied(outcome) if outcome.reply is not None else None


def test_http_client_is_offered_an_address_with_our_number() -> None:
    stage = staged()
    outcome = stage.discovery(HTTP_DISCOVER, server=WITH_HTTP)
    packet = replied(outcome)
    assert packet.message_type is MessageType.OFFER
    assert packet.options[60] == b"HTTPClient"
    assert packet.file == b"http://192.168.88.2/x64/ipxe.efi"
    assert packet.options[67] == packet.file + b"\0"
    assert packet.options[54] == OURS.packed
    assert option_codes(outcome.reply.payload if outcome.reply else b"") == [53, 54, 60, 97, 67]
    assert packet.yiaddr == IPv4Address(0)
    assert stage.looked_at == ["x64/ipxe.efi"]
    sent = outcome.events[-1]
    assert isinstance(sent, OfferSent)
    assert sent.shape is None


def test_port_stands_in_the_address_unless_it_is_80() -> None:
    packet = http_offer(16, RULES, ServerIdentity("eth1", IPv4Interface("10.0.0.5/8"), http_port=8080))
    assert packet is not None
    assert packet.file == b"http://10.0.0.5:8080/x64/ipxe.efi"


@pytest.mark.parametrize(
    ("arch", "twin"),
    [
        (15, 6),
        (16, 7),
        (17, 7),
        (18, 10),
        (19, 11),
        (20, 0),
        (23, 21),
        (24, 22),
        (26, 25),
        (28, 27),
        (30, 29),
        (38, 37),
        (40, 39),
    ],
)
def test_http_client_boots_what_its_pxe_twin_boots_unless_a_rule_names_it(arch: int, twin: int) -> None:
    theirs = BootRule(frozenset({twin}), "twin.efi")
    packet = http_offer(arch, (theirs,))
    assert packet is not None
    assert packet.file.endswith(b"/twin.efi")
    packet = http_offer(arch, (theirs, BootRule(frozenset({arch}), "own.efi")))
    assert packet is not None
    assert packet.file.endswith(b"/own.efi")


def test_names_are_percent_encoded() -> None:
    packet = http_offer(16, (BootRule(frozenset({7}), "my files/gr\u00fc\u00df#1.efi"),))
    assert packet is not None
    assert packet.file == b"http://192.168.88.2/my%20files/gr%C3%BC%C3%9F%231.efi"


def test_http_client_without_a_file_without_http_or_on_4011_is_silent() -> None:
    stage = staged(rules=())
    assert isinstance(only_event(stage.discovery(HTTP_DISCOVER, server=WITH_HTTP)), ArchWithoutFile)
    assert reason(staged().discovery(HTTP_DISCOVER)) == Silence.HTTP_BOOT
    request = varied(HTTP_DISCOVER, {53: b"\x03"}, ciaddr=CLIENT)
    assert reason(staged().boot_server(request, server=WITH_HTTP)) == Silence.HTTP_ON_4011
    assert reason(staged().boot_server(HTTP_DISCOVER, server=WITH_HTTP)) == Silence.HTTP_ON_4011


def test_address_that_fits_no_packet_is_silent_with_the_reason() -> None:
    outcome = staged(rules=(BootRule(frozenset({7}), "\u00e4" * 60),)).discovery(HTTP_DISCOVER, server=WITH_HTTP)
    assert reason(outcome) == Silence.HTTP_ADDRESS_TOO_LONG


# --- Raspberry Pi --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("oui", ["b8:27:eb", "dc:a6:32", "e4:5f:01", "d8:3a:dd", "28:cd:c1", "2c:cf:67"])
def test_raspberry_pi_hears_its_name(oui: str) -> None:
    stage = staged(rules=())
    outcome = stage.discovery(varied(BIOS_DISCOVER, mac=MacAddress.parse(f"{oui}:01:02:03")))
    packet = replied(outcome)
    assert packet.options[43] == bytes.fromhex("060103 0a0400505845 0914000011") + b"Raspberry Pi Boot\xff"
    assert packet.options[66] == b"192.168.88.2"
    assert packet.siaddr == OURS
    assert (packet.file, 67 in packet.options) == (b"", False)
    assert outcome.events[-1].sentence().endswith("was offered its own boot files (BIOS (0)).")


def test_raspberry_pi_that_runs_something_else_is_like_anybody() -> None:
    mac = MacAddress.parse("dc:a6:32:01:02:03")
    stage = staged()
    assert replied(stage.discovery(varied(EDK2_DISCOVER, {93: b"\0\x0b"}, mac=mac))).file == b"arm64/ipxe.efi"
    assert replied(stage.discovery(varied(IPXE_DISCOVER, mac=mac))).file.endswith(b"/boot.ipxe")
    ignored = staged(rules=(BootRule(frozenset(), is_ignored=True),))
    assert reason(ignored.discovery(varied(BIOS_DISCOVER, mac=mac))) == Silence.RULE
