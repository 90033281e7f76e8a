"""One capture as others would have made it: by a filter, on one side only, twice, in another order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from tests.golden.diagnosis.library import TimedFrame

_IPV4, _UDP, _TCP, _ICMP = b"\x08\x00", 17, 6, 1
_DHCP = frozenset({67, 68})

Frames = list[TimedFrame]
Mangle = Callable[[Sequence[TimedFrame], Collection[bytes]], Frames]


def protocol_of(frame: bytes) -> int:
    """Of IPv4; 0 for everything else."""
    return frame[23] if frame[12:14] == _IPV4 else 0


def ports_of(frame: bytes) -> frozenset[int]:
    """Ports of a whole datagram or segment; empty for later fragments and for everything else."""
    if protocol_of(frame) not in (_UDP, _TCP) or int.from_bytes(frame[20:22], "big") & 0x1FFF:
        return frozenset()
    at = 14 + (frame[14] & 15) * 4
    return frozenset((int.from_bytes(frame[at : at + 2], "big"), int.from_bytes(frame[at + 2 : at + 4], "big")))


def _only(keeps: Callable[[bytes, Collection[bytes]], bool]) -> Mangle:
    return lambda frames, clients: [each for each in frames if keeps(each[1], clients)]


def _udp_ports(*ports: int) -> Mangle:
    return _only(lambda frame, _: protocol_of(frame) == _UDP and not ports_of(frame).isdisjoint(ports))


def _doubled(after_s: float) -> Mangle:
    def mangle(frames: Sequence[TimedFrame], _: Collection[bytes]) -> Frames:
        return sorted(((time_s + more, frame) for time_s, frame in frames for more in (0.0, after_s)), key=_time)

    return mangle


def _time(frame: TimedFrame) -> float:
    return frame[0]


def _tagged(frames: Sequence[TimedFrame], _: Collection[bytes]) -> Frames:
    """As on a trunk, and again without the tag."""
    tag = b"\x81\x00\x00\x1e"
    return [each for time_s, frame in frames for each in ((time_s, frame[:12] + tag + frame[12:]), (time_s, frame))]


#: What a technician's capture leaves out or holds twice; clients: their hardware addresses.
FILTERED: dict[str, Mangle] = {
    "udp": _only(lambda frame, _: protocol_of(frame) == _UDP),
    "tcp": _only(lambda frame, _: protocol_of(frame) == _TCP),
    "port 67 or port 68": _udp_ports(*_DHCP),
    "port 67": _udp_ports(67),
    "port 68": _udp_ports(68),
    "port 67 or port 68 or port 69": _udp_ports(67, 68, 69),
    "DHCP and 4011": _udp_ports(67, 68, 4011),
    "DHCP, 4011 and 69": _udp_ports(67, 68, 69, 4011),
    "port 69": _udp_ports(69),
    "port 4011": _udp_ports(4011),
    "not ARP": _only(lambda frame, _: frame[12:14] != b"\x08\x06"),
    "not ICMP": _only(lambda frame, _: protocol_of(frame) != _ICMP),
    "not DHCP": _only(lambda frame, _: ports_of(frame).isdisjoint({67, 68, 4011})),
    "not 4011": _only(lambda frame, _: 4011 not in ports_of(frame)),
    "from the computers": _only(lambda frame, clients: frame[6:12] in clients),
    "to the computers": _only(lambda frame, clients: frame[6:12] not in clients),
    "broadcasts": _only(lambda frame, _: bool(frame[0] & 1)),
    "unicast": _only(lambda frame, _: not frame[0] & 1),
}
#: Nothing is missing in these.
WHOLE: dict[str, Mangle] = {"twice": _doubled(0.0001), "on a trunk and without its tag": _tagged}
