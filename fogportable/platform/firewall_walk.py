"""Walking a packet through the rules of a firewall, where "perhaps" is an answer too.

Two readers (`firewall_nft`, `firewall_iptables`) turn what their programs print into steps for one packet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from ipaddress import IPv4Address, IPv4Network

#: Chains may call chains; the kernel stops at 16.
_DEEPEST = 16

ANYWHERE = IPv4Network("0.0.0.0/0")


class Passage(StrEnum):
    """Whether packets are let in. UNKNOWN: the rules cannot be read, or hang on what is not known beforehand."""

    ALLOWED = "allowed"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


class Match(Enum):
    """Whether a rule is meant for a packet."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"

    def __invert__(self) -> Match:
        return {Match.YES: Match.NO, Match.NO: Match.YES, Match.MAYBE: Match.MAYBE}[self]

    def __and__(self, other: Match) -> Match:
        if Match.NO in (self, other):
            return Match.NO
        return Match.YES if self is other is Match.YES else Match.MAYBE


class Action(Enum):
    """What a rule does with a packet that it is meant for. OPAQUE: something that is not understood here."""

    ACCEPT = "accept"
    DROP = "drop"
    JUMP = "jump"
    GOTO = "goto"
    RETURN = "return"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class IncomingPacket:
    """What comes to a port of ours.

    label: what people call it, such as `67/udp`. protocol: `udp` or `tcp`. ports, source_ports: first and last.
    source: where senders may be. destination: the card's address or the limited broadcast. is_reply: it belongs to a
    conversation that this machine has begun or allowed before.
    """

    label: str
    protocol: str
    ports: tuple[int, int]
    interface: str
    destination: IPv4Address
    source: IPv4Network = ANYWHERE
    source_ports: tuple[int, int] = (0, 65535)
    is_reply: bool = False

    @property
    def is_broadcast(self) -> bool:
        """Sent to everybody."""
        return self.destination == IPv4Address("255.255.255.255")


@dataclass(frozen=True, slots=True)
class Step:
    """One rule as this packet meets it. text: the rule, for people. target: of JUMP and GOTO."""

    match: Match
    action: Action
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class EntryChain:
    """A chain that the kernel itself calls for packets that come in; those of a lower priority first."""

    name: str
    priority: int
    accepts_the_rest: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """rule: the one that blocks or that makes it uncertain; "" when nothing does."""

    passage: Passage
    rule: str = ""


class _End(Enum):
    ACCEPTED = "accepted"
    DROPPED = "dropped"
    OPEN = "open"
    UNSURE = "unsure"


def any_of(matches: Iterable[Match]) -> Match:
    """YES when one is; MAYBE when none is and one may be."""
    seen = set(matches)
    return Match.YES if Match.YES in seen else Match.MAYBE if Match.MAYBE in seen else Match.NO


def within(inner: tuple[int, int], outer: tuple[int, int]) -> Match:
    """Whether a number that lies in one range lies in the other."""
    if outer[0] <= inner[0] and inner[1] <= outer[1]:
        return Match.YES
    return Match.NO if inner[1] < outer[0] or outer[1] < inner[0] else Match.MAYBE


def is_from(source: IPv4Network, wanted: IPv4Network) -> Match:
    """Whether a sender out of one network is out of the other."""
    if source.subnet_of(wanted):
        return Match.YES
    return Match.MAYBE if wanted.subnet_of(source) else Match.NO


def judge(entries: Sequence[EntryChain], chains: Mapping[str, Sequence[Step]]) -> Judgement:
    """Whether the packet whose steps these are gets in: a drop anywhere ends it, an accept only its own chain."""
    doubt = ""
    for entry in sorted(entries, key=lambda each: each.priority):
        ends = _walk(entry.name, chains, 0)
        if _End.OPEN in ends:
            rest = _End.ACCEPTED if entry.accepts_the_rest else _End.DROPPED
            ends.setdefault(rest, "" if entry.accepts_the_rest else f"chain {entry.name} drops what no rule accepts")
            del ends[_End.OPEN]
        if set(ends) == {_End.DROPPED}:
            return Judgement(Passage.BLOCKED, ends[_End.DROPPED])
        if set(ends) != {_End.ACCEPTED}:
            doubt = doubt or ends.get(_End.UNSURE) or ends.get(_End.DROPPED, "")
    return Judgement(Passage.UNKNOWN, doubt) if doubt else Judgement(Passage.ALLOWED)


def _walk(chain: str, chains: Mapping[str, Sequence[Step]], depth: int) -> dict[_End, str]:
    """How a packet may leave a chain, each with the first rule that does it."""
    ends: dict[_End, str] = {}
    if depth > _DEEPEST:
        return {_End.UNSURE: f"chain {chain}"}
    for step in chains.get(chain, ()):
        if step.match is Match.NO:
            continue
        inner = _ends_of(step, chains, depth)
        goes_on = step.match is Match.MAYBE or step.action is Action.OPAQUE
        if step.action is Action.JUMP and _End.OPEN in inner:
            del inner[_End.OPEN]
            goes_on = True
        for end, text in inner.items():
            ends.setdefault(end, text)
        if not goes_on:
            return ends
    ends.setdefault(_End.OPEN, "")
    return ends


def _ends_of(step: Step, chains: Mapping[str, Sequence[Step]], depth: int) -> dict[_End, str]:
    match step.action:
        case Action.ACCEPT:
            return {_End.ACCEPTED: step.text}
        case Action.DROP:
            return {_End.DROPPED: step.text}
        case Action.OPAQUE:
            return {_End.UNSURE: step.text}
        case Action.RETURN:
            return {_End.OPEN: step.text}
        case Action.JUMP | Action.GOTO:
            return _walk(step.target, chains, depth + 1)
