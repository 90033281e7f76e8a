"""Whether this machine's firewall lets in what a boot server hears."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from fogportable.errors import FaultCode, describe
from fogportable.language import say
from fogportable.model import Finding, NetworkInterface, TftpSettings, Topic, Verdict, WirePorts
from fogportable.platform.firewall import (
    FirewallFacts,
    IncomingPacket,
    Judgement,
    Passage,
    judge_firewall,
    read_firewall,
)
from fogportable.platform.firewall_change import opening_commands
from fogportable.protocol.address import LIMITED_BROADCAST

#: What Linux uses unless it is told otherwise (ip_local_port_range); transfers have a port each.
_FREE_PORTS = (32768, 60999)
#: So long (s) what the firewall said counts.
_FACTS_LAST_S = 15.0
_NOBODY = IPv4Network("0.0.0.0/32")
_ANY_CLIENT_PORT = (1024, 65535)
#: Labels of packets that are told as one.
_TRANSFERS = "TFTP transfers"


@dataclass(frozen=True, slots=True)
class FirewallReport:
    """How each kind of packet fares, and what there is to say of it all."""

    finding: Finding
    judged: tuple[tuple[IncomingPacket, Judgement], ...] = ()


def packets_heard(
    interface: NetworkInterface, ports: WirePorts, http: int | None, tftp: TftpSettings | None = None
) -> tuple[IncomingPacket, ...]:
    """One of each kind that comes while a room is served. http: the TCP port; None without HTTP.

    A transfer of TFTP goes on between ports that were never opened by name: a firewall knows it as a conversation that
    this machine has answered, so that only one without such a memory stops it.
    """
    tftp = tftp or TftpSettings()
    name = interface.name
    own = interface.address.ip if interface.address is not None else IPv4Address("0.0.0.0")
    near = interface.address.network if interface.address is not None else IPv4Network("0.0.0.0/0")
    found = [
        _udp(ports.discovery, name, LIMITED_BROADCAST, _NOBODY, (68, 68)),
        _udp(ports.boot_server, name, own, near, (68, 4011)),
        *([_udp(ports.tftp, name, own, near, _ANY_CLIENT_PORT)] if ports.tftp else []),
    ]
    if ports.tftp and not tftp.is_single_port:
        transfers = tftp.port_range or _FREE_PORTS
        found.append(IncomingPacket(_TRANSFERS, "udp", transfers, name, own, near, _ANY_CLIENT_PORT, is_reply=True))
    if http:
        found.append(IncomingPacket(f"{http}/tcp", "tcp", (http, http), name, own, near, _ANY_CLIENT_PORT))
    return tuple(found)


class RecentFacts:
    """What the firewall said a moment ago: the window looks every three seconds, and each look starts programs.

    For one thread at a time. clock: monotonic seconds.
    """

    def __init__(
        self,
        read: Callable[[str], FirewallFacts] = read_firewall,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._clock = clock
        self._kept: tuple[str, float, FirewallFacts] | None = None

    def __call__(self, interface: str) -> FirewallFacts:
        now = self._clock()
        if self._kept is None or self._kept[0] != interface or now - self._kept[1] > _FACTS_LAST_S:
            self._kept = (interface, now, self._read(interface))
        return self._kept[2]


def check_firewall(
    interface: NetworkInterface | None,
    ports: WirePorts,
    http: int | None,
    *,
    tftp: TftpSettings | None = None,
    read: Callable[[str], FirewallFacts] = read_firewall,
) -> FirewallReport:
    """The line of the card, and what it rests on. It warns at most: what cannot be seen is no reason not to start.

    http: the TCP port; None without HTTP. Blocks for a moment.
    """
    if interface is None:
        return FirewallReport(Finding(Topic.FIREWALL, Verdict.UNKNOWN, say("Looked at once a network is chosen.")))
    facts = read(interface.name)
    packets = packets_heard(interface, ports, http, tftp)
    judged = tuple((packet, judge_firewall(facts, packet)) for packet in packets)
    return FirewallReport(_finding(facts, judged), judged)


def _finding(facts: FirewallFacts, judged: Sequence[tuple[IncomingPacket, Judgement]]) -> Finding:
    blocked = [(packet, found.rule) for packet, found in judged if found.passage is Passage.BLOCKED]
    unknown = [(packet, found.rule) for packet, found in judged if found.passage is Passage.UNKNOWN]
    faults = []
    for code, those in ((FaultCode.FIREWALL_BLOCKS, blocked), (FaultCode.FIREWALL_UNSURE, unknown)):
        told = [rule for _, rule in those if rule]
        if those and told:
            commands = opening_commands(facts, [packet for packet, _ in those])
            faults.append(describe(code, what=_names(those), rule=told[0], command="; ".join(commands)))
    if blocked or faults:
        return Finding(Topic.FIREWALL, Verdict.WARNING, faults[0].message, tuple(faults))
    if unknown:
        unseen = describe(FaultCode.FIREWALL_UNSEEN, what=_names(unknown))
        return Finding(Topic.FIREWALL, Verdict.UNKNOWN, unseen.message, (unseen,))
    return Finding(
        Topic.FIREWALL, Verdict.OK, say("Lets in {names}.", names=_names([(packet, "") for packet, _ in judged]))
    )


def _names(those: Sequence[tuple[IncomingPacket, str]]) -> str:
    """`67/udp, 4011/udp and TFTP transfers`."""
    names = [packet.label for packet, _ in those]
    return say(" and ").join(filter(None, (", ".join(names[:-1]), names[-1])))


def _udp(
    port: int, interface: str, destination: IPv4Address, source: IPv4Network, source_ports: tuple[int, int]
) -> IncomingPacket:
    return IncomingPacket(f"{port}/udp", "udp", (port, port), interface, destination, source, source_ports)
