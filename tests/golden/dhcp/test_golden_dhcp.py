"""Real conversations, replayed: what our engine answers to each frame of the client, as text that people can read."""

from __future__ import annotations

import os
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ProxyDhcpEngine, ServerIdentity
from fogportable.model import BootRule
from fogportable.protocol.dhcp import BOOTREQUEST, MessageType, decode
from tests.golden.packet_text import packet_lines
from tests.golden.pcap import CapturedDatagram, read_datagrams

CAPTURES = sorted(Path(__file__).parent.glob("*.pcap"))
SERVER = ServerIdentity("eth0", IPv4Interface("10.77.1.10/24"))
RULES = (
    BootRule(frozenset({0}), "undionly.kpxe"),
    BootRule(frozenset({6}), "grubia32.efi"),
    BootRule(frozenset({7, 9}), "x64/ipxe.efi"),
    BootRule(frozenset({11}), "arm64/ipxe.efi"),
)
PORTS = {port.value: port for port in DhcpPort}


def requests_in(capture: Path) -> list[CapturedDatagram]:
    return [
        each
        for each in read_datagrams(capture)
        if each.destination[1] in PORTS and each.payload[:1] == bytes([BOOTREQUEST])
    ]


def replay(capture: Path) -> list[tuple[CapturedDatagram, Outcome]]:
    """The client's frames, each with what the engine makes of it."""
    engine = ProxyDhcpEngine(RULES, is_file_there=lambda _file: None)
    return [
        (
            each,
            engine.receive_datagram(
                each.payload,
                port=PORTS[each.destination[1]],
                source=each.source,
                server=SERVER,
                now=1000.0 + each.time_s,
            ),
        )
        for each in requests_in(capture)
    ]


def in_words(capture: Path) -> str:
    lines = []
    for asked, outcome in replay(capture):
        kind = decode(asked.payload).message_type
        assert kind is not None
        lines.append(
            f"{kind.name} {asked.source[0]}:{asked.source[1]} -> {asked.destination[0]}:{asked.destination[1]}"
        )
        lines.extend(f"  said: {event.sentence()}" for event in outcome.events)
        if outcome.reply is None:
            lines.append("  silence")
            continue
        reply = outcome.reply
        lines.append(f"  {len(reply.payload)} octets from {reply.from_port.value} to {_place(reply.destination)}")
        lines.extend(f"    {line}" for line in packet_lines(decode(reply.payload)))
    return "\n".join(lines) + "\n"


def _place(end: tuple[IPv4Address, int]) -> str:
    return f"{end[0]}:{end[1]}"


def test_captures_are_there() -> None:
    assert len(CAPTURES) == 6


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.stem)
def test_answers_to_a_real_client_are_as_committed(capture: Path) -> None:
    expected = capture.with_suffix(".expected.txt")
    text = in_words(capture)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(text)
    assert text == expected.read_text()


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.stem)
def test_every_lease_request_of_a_real_client_is_left_to_the_site(capture: Path) -> None:
    for asked, outcome in replay(capture):
        if asked.destination[1] == 67 and decode(asked.payload).message_type is not MessageType.DISCOVER:
            assert outcome.reply is None


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.stem)
def test_no_answer_to_a_real_client_gives_an_address(capture: Path) -> None:
    replies = [outcome.reply for _, outcome in replay(capture) if outcome.reply is not None]
    assert replies or "http" in capture.name
    assert all(decode(reply.payload).yiaddr == IPv4Address(0) for reply in replies)


def test_reader_refuses_what_is_no_capture(tmp_path: Path) -> None:
    file = tmp_path / "x.pcap"
    file.write_bytes(bytes(24))
    with pytest.raises(ValueError, match="not a pcap"):
        list(read_datagrams(file))
