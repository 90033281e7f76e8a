"""The rules of iptables, as `iptables-save` prints them, of either kind (legacy or nf_tables), for one packet."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Network

from fogportable.platform.firewall_walk import (
    Action,
    EntryChain,
    IncomingPacket,
    Judgement,
    Match,
    Passage,
    Step,
    any_of,
    is_from,
    judge,
    within,
)

#: Chains that see what comes in, in the kernel's order: by table, and PREROUTING before INPUT.
_TABLES = ("raw", "mangle", "nat", "filter", "security")
_ENTRIES = ("PREROUTING", "INPUT")
#: Modules of `-m` that say nothing by themselves, as their flags do.
_SILENT_MODULES = frozenset(
    {"udp", "tcp", "comment", "conntrack", "state", "multiport", "addrtype", "pkttype", "iprange"}
)
_HARMLESS_TARGETS = frozenset({"LOG", "NFLOG", "ULOG", "MARK", "CONNMARK", "CT", "NOTRACK", "TCPMSS", "AUDIT", "TRACE"})


def tables_in(text: str) -> frozenset[str]:
    """The tables that the output has."""
    return frozenset(line[1:].strip() for line in text.splitlines() if line.startswith("*"))


def judge_iptables(text: str, packet: IncomingPacket) -> Judgement:
    """Whether iptables lets a packet in. Output that is not understood gives UNKNOWN."""
    try:
        return _read(text, packet)
    except (ValueError, IndexError) as problem:
        return Judgement(Passage.UNKNOWN, f"iptables-save printed what is not understood: {problem}")


def _read(text: str, packet: IncomingPacket) -> Judgement:
    entries: list[EntryChain] = []
    chains: dict[str, list[Step]] = {}
    table = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("*"):
            table = line[1:]
        elif line.startswith(":"):
            name, policy = line[1:].split()[:2]
            chains.setdefault(f"{table} {name}", [])
            if name in _ENTRIES and table in _TABLES:
                order = _ENTRIES.index(name) * len(_TABLES) + _TABLES.index(table)
                entries.append(EntryChain(f"{table} {name}", order, policy != "DROP"))
        elif line.startswith("-A "):
            words = shlex.split(line)
            step = _step(table, words, packet, f"iptables, table {table}: {line}")
            chains.setdefault(f"{table} {words[1]}", []).append(step)
    return judge(entries, chains)


def _step(table: str, words: Sequence[str], packet: IncomingPacket, text: str) -> Step:
    found, action, target = Match.YES, None, ""
    for flag, value, is_negated in _flags(words[2:]):
        if flag in ("-j", "-g"):
            action, target = _target(table, value, is_goto=flag == "-g")
            continue
        one = _matches(flag, value, packet)
        found &= ~one if is_negated else one
    if action is None:
        return Step(Match.NO, Action.RETURN, text)  # Only counted.
    return Step(found, action, text, target)


def _flags(words: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Flag, value, and whether `!` stands before it. What follows a target's name are its own flags: left out."""
    at, is_negated = 0, False
    while at < len(words):
        word = words[at]
        if word == "!":
            is_negated, at = True, at + 1
            continue
        end = at + 1
        while end < len(words) and words[end] != "!" and not words[end].startswith("-"):
            end += 1
        if word in ("-j", "-g"):
            yield word, words[at + 1], is_negated
            return
        yield word, " ".join(words[at + 1 : end]), is_negated
        is_negated, at = False, end


def _target(table: str, name: str, *, is_goto: bool) -> tuple[Action | None, str]:
    match name:
        case "ACCEPT":
            return Action.ACCEPT, ""
        case "DROP" | "REJECT" | "TARPIT":
            return Action.DROP, ""
        case "RETURN":
            return Action.RETURN, ""
        case "DNAT" | "REDIRECT" | "NFQUEUE" | "QUEUE" | "TPROXY":
            return Action.OPAQUE, ""
    if name in _HARMLESS_TARGETS:
        return None, ""
    return (Action.GOTO if is_goto else Action.JUMP), f"{table} {name}"


def _matches(flag: str, value: str, packet: IncomingPacket) -> Match:
    match flag:
        case "-p" | "--protocol":
            return _yes(value in (packet.protocol, "all"))
        case "-i" | "--in-interface":
            is_it = packet.interface.startswith(value[:-1]) if value.endswith("+") else packet.interface == value
            return _yes(is_it)
        case "-s" | "--source":
            return is_from(packet.source, IPv4Network(value, strict=False))
        case "-d" | "--destination":
            return is_from(IPv4Network(packet.destination), IPv4Network(value, strict=False))
        case "--dport" | "--dports" | "--destination-port":
            return any_of(within(packet.ports, _ports(each)) for each in value.split(","))
        case "--sport" | "--sports" | "--source-port":
            return any_of(within(packet.source_ports, _ports(each)) for each in value.split(","))
        case "--ctstate" | "--state":
            return _yes(("ESTABLISHED" if packet.is_reply else "NEW") in value.split(","))
        case "--dst-type" | "--pkt-type":
            kind = "broadcast" if packet.is_broadcast else "local" if flag == "--dst-type" else "unicast"
            return _yes(value.lower() == kind)
        case "-m" | "--match":
            return Match.YES if value in _SILENT_MODULES else Match.MAYBE
        case "--comment":
            return Match.YES
    return Match.MAYBE


def _yes(is_so: bool) -> Match:
    return Match.YES if is_so else Match.NO


def _ports(text: str) -> tuple[int, int]:
    first, _, last = text.partition(":")
    return int(first or 0), int(last or (65535 if ":" in text else first))
