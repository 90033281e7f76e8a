"""UDP datagrams out of a capture file, without a library: classic pcap, Ethernet, IPv4 without fragments."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address
from pathlib import Path

_ETHERNET = 1
_IPV4 = 0x0800
_UDP = 17


@dataclass(frozen=True, slots=True)
class CapturedDatagram:
    """time_s: since the first frame of the capture."""

    time_s: float
    source: tuple[IPv4Address, int]
    destination: tuple[IPv4Address, int]
    payload: bytes


def read_datagrams(path: Path) -> Iterator[CapturedDatagram]:
    """All UDP datagrams in order. Raises ValueError when this is no capture that it can read."""
    for time_s, frame in read_frames(path):
        datagram = _datagram(frame, time_s)
        if datagram is not None:
            yield datagram


def read_frames(path: Path) -> Iterator[tuple[float, bytes]]:
    """All frames with their time in seconds since the first one. Raises ValueError as `read_datagrams` does."""
    data = path.read_bytes()
    order = {b"\xd4\xc3\xb2\xa1": "<", b"\xa1\xb2\xc3\xd4": ">"}.get(data[:4])
    if order is None or struct.unpack_from(order + "I", data, 20)[0] != _ETHERNET:
        raise ValueError(f"{path.name} is not a pcap file of Ethernet frames")
    at = 24
    start_s: float | None = None
    while at < len(data):
        seconds, microseconds, kept, _ = struct.unpack_from(order + "4I", data, at)
        frame = data[at + 16 : at + 16 + kept]
        at += 16 + kept
        time_s = seconds + microseconds / 1e6
        start_s = time_s if start_s is None else start_s
        yield time_s - start_s, frame


def _datagram(frame: bytes, time_s: float) -> CapturedDatagram | None:
    if len(frame) < 42 or int.from_bytes(frame[12:14], "big") != _IPV4:
        return None
    packet = frame[14:]
    header_bytes = 4 * (packet[0] & 0x0F)
    if packet[9] != _UDP or int.from_bytes(packet[6:8], "big") & 0x3FFF:
        return None
    source_port, destination_port, size, _ = struct.unpack_from("!4H", packet, header_bytes)
    return CapturedDatagram(
        time_s,
        (IPv4Address(packet[12:16]), source_port),
        (IPv4Address(packet[16:20]), destination_port),
        packet[header_bytes + 8 : header_bytes + size],
    )
