"""Which commands let the boot ports in through this machine's firewall, and which take that back. Runs nothing."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from fogportable.platform.firewall import FirewallFacts, Passage, judge_firewall, read_firewall, tables_in_nft
from fogportable.platform.firewall_iptables import tables_in
from fogportable.platform.firewall_nft import input_chains
from fogportable.platform.firewall_walk import IncomingPacket

#: What our rules are known by. iptables and ufw keep it as a comment too, Windows as their name.
COMMENT = "fog-portable"
_ZONE_NAME = re.compile(r"[\w-]+")

Command = tuple[str, ...]


class NoWayKnown(OSError):
    """Packets are kept out, or may be, and there is no firewall that could be told to let them in."""


class FrontEnd(StrEnum):
    """By whom the rules are kept: a change goes through the same program."""

    FIREWALLD = "firewalld"
    UFW = "ufw"
    IPTABLES = "iptables"
    NFTABLES = "nftables"
    NETSH = "netsh"


@dataclass(frozen=True, slots=True)
class FirewallChange:
    """do: commands that let packets in, in order. undo: what takes them back. front_end: the first that is told."""

    front_end: FrontEnd
    do: tuple[Command, ...]
    undo: tuple[Command, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The commands as a person would type them."""
        return tuple(shlex.join(each) for each in self.do)

    def joined(self, other: FirewallChange) -> FirewallChange:
        """Both as one; the front end is this one's."""
        return FirewallChange(self.front_end, self.do + other.do, tuple(dict.fromkeys(self.undo + other.undo)))


def plan_opening(
    packets: Iterable[IncomingPacket], read: Callable[[str], FirewallFacts] = read_firewall
) -> FirewallChange | None:
    """What lets in those of these packets that are kept out, or may be. None when all get in already.

    Blocks: the firewall's programs are asked once for each card. Raises NoWayKnown.
    """
    whole: FirewallChange | None = None
    for card, its_own in groupby(packets, lambda each: each.interface):
        facts = read(card)
        shut = [each for each in its_own if judge_firewall(facts, each).passage is not Passage.ALLOWED]
        if not shut:
            continue
        change = plan_change(facts, shut)
        if change is None:
            raise NoWayKnown(f"no firewall is known that could be told to let {shut[0].label} in on {card}")
        whole = change if whole is None else whole.joined(change)
    return whole


def plan_change(facts: FirewallFacts, packets: Iterable[IncomingPacket]) -> FirewallChange | None:
    """What would let these packets in, on their cards only; None where no firewall is known that could be told.

    Until firewalld is loaded again or the machine restarts, its change is gone by itself; of the others ufw's stays.
    """
    wanted = tuple(packets)
    if facts.netsh is not None:
        return _for_netsh(wanted)
    if facts.zone is not None:
        return _for_firewalld(facts.zone, wanted)
    if facts.is_ufw_on:
        return _for_ufw(wanted)
    of_iptables = tables_in_nft(facts.iptables)
    chains = [each for each in input_chains(facts.nft or "") if not (each[0] == "ip" and each[1] in of_iptables)]
    by_nft = _for_nft(chains, wanted)
    changes = [_for_iptables(_iptables(text), wanted) for text in facts.iptables if "filter" in tables_in(text)]
    # Whichever of them drops: the others have to accept all the same.
    do = (*by_nft, *(command for each in changes for command in each[0]))
    front_end = FrontEnd.NFTABLES if by_nft else FrontEnd.IPTABLES
    undo = (*(_nft_undo(*each) for each in chains), *(command for each in changes for command in each[1]))
    return FirewallChange(front_end, do, undo) if do else None


def opening_commands(facts: FirewallFacts, packets: Iterable[IncomingPacket]) -> tuple[str, ...]:
    """The same as text for people; without a known firewall what has to be let in."""
    wanted = tuple(packets)
    change = plan_change(facts, wanted)
    if change is not None:
        return change.lines()
    return (f"{', '.join(each.label for each in wanted)} on {wanted[0].interface}",) if wanted else ()


def _for_firewalld(zone: str, packets: Sequence[IncomingPacket]) -> FirewallChange:
    name = _ZONE_NAME.match(zone)
    at = (f"--zone={name[0]}",) if name else ()
    ports = [f"{_ports(each, '-')}/{each.protocol}" for each in packets]
    return FirewallChange(
        FrontEnd.FIREWALLD,
        tuple(("firewall-cmd", *at, f"--add-port={port}") for port in ports),
        tuple(("firewall-cmd", *at, f"--remove-port={port}") for port in ports),
    )


def _for_ufw(packets: Sequence[IncomingPacket]) -> FirewallChange:
    rules = [
        ("allow", "in", "on", each.interface, "to", "any", "port", _ports(each, ":"), "proto", each.protocol)
        for each in packets
    ]
    return FirewallChange(
        FrontEnd.UFW,
        tuple(("ufw", *rule, "comment", COMMENT) for rule in rules),
        tuple(("ufw", "delete", *rule) for rule in rules),
    )


def _for_netsh(packets: Sequence[IncomingPacket]) -> FirewallChange:
    """Windows. Its rules know kinds of cards and no single one, so they hold for all; one name takes all back."""
    rule = ("netsh", "advfirewall", "firewall", "add", "rule", f"name={COMMENT}", "dir=in", "action=allow")
    return FirewallChange(
        FrontEnd.NETSH,
        tuple((*rule, f"protocol={each.protocol.upper()}", f"localport={_ports(each, '-')}") for each in packets),
        (("netsh", "advfirewall", "firewall", "delete", "rule", f"name={COMMENT}"),),
    )


def _iptables(saved: str) -> str:
    """Which iptables keeps these rules."""
    return "iptables" if tables_in_nft((saved,)) else "iptables-legacy"


def _for_iptables(program: str, packets: Sequence[IncomingPacket]) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
    mark = ("-m", "comment", "--comment", COMMENT, "-j", "ACCEPT")
    rules = [("-i", each.interface, "-p", each.protocol, "--dport", _ports(each, ":"), *mark) for each in packets]
    return tuple((program, "-I", "INPUT", *rule) for rule in rules), tuple(
        (program, "-D", "INPUT", *rule) for rule in rules
    )


def _for_nft(chains: Sequence[tuple[str, str, str]], packets: Sequence[IncomingPacket]) -> tuple[Command, ...]:
    """In every chain that the kernel calls for what comes in: one that accepts does not keep the next from dropping."""
    commands: list[Command] = []
    for family, table, chain in chains:
        for each in packets:
            rule = ("iifname", f'"{each.interface}"', each.protocol, "dport", _ports(each, "-"), "accept")
            commands.append(("nft", "insert", "rule", family, table, chain, *rule, "comment", f'"{COMMENT}"'))
    return tuple(commands)


def _ports(packet: IncomingPacket, separator: str) -> str:
    first, last = packet.ports
    return str(first) if first == last else f"{first}{separator}{last}"


def _nft_undo(family: str, table: str, chain: str) -> Command:
    """Handles are known only once the rules are there: found by their comment when they are taken back."""
    place = shlex.join((family, table, chain))
    find = f"nft -a list chain {place} | sed -n 's/.*comment \"{COMMENT}\".*# handle \\([0-9]*\\)$/\\1/p'"
    return ("sh", "-c", f'{find} | while read -r handle; do nft delete rule {place} handle "$handle"; done')
