"""The rules of nftables, as `nft -j list ruleset` prints them (libnftables-json(5)), for one packet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from ipaddress import IPv4Network
from typing import Any

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

#: Families whose rules see IPv4 packets on their way to this machine.
_FAMILIES = ("ip", "inet", "netdev")
#: In the order in which packets come by.
_HOOKS = ("ingress", "prerouting", "input")
_PROTOCOL_NUMBERS = {"icmp": 1, "tcp": 6, "udp": 17, "ipv6-icmp": 58}
_OTHER_TRANSPORTS = frozenset({"icmp", "icmpv6", "sctp", "dccp", "igmp", "ip6", "arp", "esp", "ah"})
#: Statements that neither stop a packet nor send it elsewhere. `limit` and `xt` are conditions.
_HARMLESS = frozenset(
    {"counter", "log", "mangle", "notrack", "set", "map", "ct helper", "ct timeout", "ct expectation", "quota", "last"}
)
_VERDICTS = {
    "accept": Action.ACCEPT,
    "drop": Action.DROP,
    "reject": Action.DROP,
    "jump": Action.JUMP,
    "goto": Action.GOTO,
    "return": Action.RETURN,
}
_NO_VERDICT = "continue"

_Json = Mapping[str, Any]
#: What a packet has in a field: a word, a range of numbers, or a network. None: not known beforehand.
_Field = str | tuple[int, int] | IPv4Network | None


def judge_nft(text: str, packet: IncomingPacket, *, leave_out: frozenset[str] = frozenset()) -> Judgement:
    """Whether nftables lets a packet in. leave_out: tables of family `ip` that another reader knows better.

    Output that is not understood gives UNKNOWN.
    """
    try:
        return _Ruleset(json.loads(text)["nftables"], packet, leave_out).judge()
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as problem:
        return Judgement(Passage.UNKNOWN, f"nft printed what is not understood: {problem!r}")


class _Ruleset:
    """What nft printed, in the light of one packet."""

    def __init__(self, listed: list[_Json], packet: IncomingPacket, leave_out: frozenset[str]) -> None:
        self._packet = packet
        self._sets: dict[str, list[object]] = {}
        self._entries: list[EntryChain] = []
        self._chains: dict[str, list[Step]] = {}
        objects = [(kind, value) for each in listed for kind, value in each.items()]
        ours = [(kind, _table_of(value), value) for kind, value in objects if _is_read(kind, value, leave_out)]
        for kind, table, value in ours:
            if kind in ("set", "map"):
                self._sets[f"{table}@{value['name']}"] = value.get("elem", [])
        for kind, table, value in ours:
            if kind == "chain":
                self._add_chain(table, value)
            elif kind == "rule":
                self._chains.setdefault(f"{table} {value['chain']}", []).extend(self._steps(table, value))

    def judge(self) -> Judgement:
        return judge(self._entries, self._chains)

    def _add_chain(self, table: str, value: _Json) -> None:
        name = f"{table} {value['name']}"
        self._chains.setdefault(name, [])
        devices = _listed(value.get("dev", self._packet.interface))
        if value.get("hook") in _HOOKS and self._packet.interface in devices:
            order = _HOOKS.index(str(value["hook"])) * 100_000 + int(str(value.get("prio", 0)))
            self._entries.append(EntryChain(name, order, value.get("policy", "accept") != "drop"))

    def _steps(self, table: str, rule: _Json) -> Iterator[Step]:
        """Conditions stand before what they are for, so a rule may have a statement that all conditions reach."""
        match, text = Match.YES, _words(rule)
        for expression in rule.get("expr", []):
            ((kind, value),) = expression.items() if isinstance(expression, dict) else ((str(expression), None),)
            if kind == "match":
                match &= self._matches(table, value)
            elif kind in _VERDICTS:
                yield Step(match, _VERDICTS[kind], text, _target(table, kind, value))
            elif kind == "vmap":
                yield from self._mapped(table, value, match, text)
            elif kind in ("limit", "xt", "ct count", "meter") or (kind == "quota"):
                match &= Match.MAYBE
            elif kind not in _HARMLESS and kind != _NO_VERDICT:
                yield Step(match, Action.OPAQUE, text)  # dnat, redirect, tproxy, queue and what is yet to come

    def _mapped(self, table: str, value: Any, match: Match, text: str) -> Iterator[Step]:
        for element in self._elements(table, value["data"]):
            key, verdict = _pair(element)
            ((kind, target),) = verdict.items() if isinstance(verdict, dict) else ((str(verdict), None),)
            if kind in _VERDICTS:
                fits = self._is_in(table, value["key"], key)
                yield Step(match & fits, _VERDICTS[kind], text, _target(table, kind, target))

    def _matches(self, table: str, value: Any) -> Match:
        found = self._is_in(table, value["left"], value["right"])
        match value["op"]:
            case "==" | "in":
                return found
            case "!=":
                # Of another protocol's field nothing is true, neither that it is so nor that it is not.
                return Match.NO if self._is_foreign(value["left"]) else ~found
        return Match.MAYBE

    def _is_in(self, table: str, left: object, right: object) -> Match:
        if self._is_foreign(left):
            return Match.NO
        if isinstance(right, list):
            return any_of(self._is_in(table, left, each) for each in right)
        if isinstance(right, str) and right.startswith("@"):
            return any_of(self._is_in(table, left, _bare(each)) for each in self._elements(table, right))
        if isinstance(right, dict) and "set" in right:
            return any_of(self._is_in(table, left, _bare(each)) for each in _listed(right["set"]))
        if isinstance(left, dict) and "concat" in left:
            return _all_of(self, table, left["concat"], right)
        return _compare(self._field(left), right)

    def _elements(self, table: str, data: object) -> list[object]:
        if isinstance(data, str):
            return self._sets.get(table + data, [])
        assert isinstance(data, dict)
        return _listed(data["set"])

    def _is_foreign(self, left: object) -> bool:
        """A field that this packet does not have."""
        if not (isinstance(left, dict) and "payload" in left):
            return False
        protocol = left["payload"].get("protocol")
        return protocol in _OTHER_TRANSPORTS or (protocol in ("udp", "tcp") and protocol != self._packet.protocol)

    def _field(self, left: object) -> _Field:
        packet = self._packet
        if not isinstance(left, dict):
            return None
        ((kind, value),) = left.items()
        match kind, _name_of(value):
            case "meta", "iifname" | "iif":
                return packet.interface
            case "meta", "nfproto":
                return "ipv4"
            case "meta", "protocol":
                return "ip"
            case ("meta", "l4proto") | ("payload", "protocol"):
                return packet.protocol
            case ("meta", "pkttype") | ("fib", "type"):
                if kind == "fib" and value.get("flags") != ["daddr"]:
                    return None
                return "broadcast" if packet.is_broadcast else "host" if kind == "meta" else "local"
            case "ct", "state":
                return "established" if packet.is_reply else "new"
            case "ct", "status":
                return "none"
            case "payload", "dport":
                return packet.ports
            case "payload", "sport":
                return packet.source_ports
            case "payload", "saddr" if value.get("protocol") == "ip":
                return packet.source
            case "payload", "daddr" if value.get("protocol") == "ip":
                return IPv4Network(packet.destination)
        return None


def _all_of(rules: _Ruleset, table: str, fields: list[object], right: object) -> Match:
    """Several fields at once: each of its own part of an element."""
    parts = _bare(right)
    if not (isinstance(parts, dict) and "concat" in parts and len(parts["concat"]) == len(fields)):
        return Match.MAYBE
    found = Match.YES
    for field, part in zip(fields, parts["concat"], strict=True):
        found &= rules._is_in(table, field, part)
    return found


def _compare(field: _Field, wanted: object) -> Match:
    """One value of a rule against what the packet has there."""
    if field is None:
        return Match.MAYBE
    if isinstance(field, IPv4Network):
        network = _network(wanted)
        return Match.MAYBE if network is None else is_from(field, network)
    if isinstance(field, tuple):
        numbers = _range(wanted)
        return Match.MAYBE if numbers is None else within(field, numbers)
    if isinstance(wanted, int):
        return Match.YES if _PROTOCOL_NUMBERS.get(field) == wanted else Match.NO
    if not isinstance(wanted, str):
        return Match.MAYBE
    is_same = field.startswith(wanted[:-1]) if wanted.endswith("*") else field == wanted
    return Match.YES if is_same else Match.NO


def _pair(element: object) -> tuple[object, object]:
    """Key and verdict of a map's element."""
    if not (isinstance(element, list) and len(element) == 2):
        raise ValueError(f"no element of a verdict map: {element!r}")
    return element[0], element[1]


def _network(wanted: object) -> IPv4Network | None:
    try:
        if isinstance(wanted, dict) and "prefix" in wanted:
            return IPv4Network(f"{wanted['prefix']['addr']}/{wanted['prefix']['len']}")
        return IPv4Network(wanted) if isinstance(wanted, str) else None
    except ValueError:
        return None


def _range(wanted: object) -> tuple[int, int] | None:
    if isinstance(wanted, int):
        return wanted, wanted
    if isinstance(wanted, dict) and "range" in wanted:
        first, last = wanted["range"]
        return (first, last) if isinstance(first, int) and isinstance(last, int) else None
    return None


def _is_read(kind: str, value: _Json, leave_out: frozenset[str]) -> bool:
    if kind not in ("set", "map", "chain", "rule") or value.get("family") not in _FAMILIES:
        return False
    return not (value["family"] == "ip" and value["table"] in leave_out)


def _table_of(value: _Json) -> str:
    return f"{value.get('family')} {value.get('table')}"


def _target(table: str, kind: str, value: object) -> str:
    return f"{table} {value['target']}" if kind in ("jump", "goto") and isinstance(value, dict) else ""


def _name_of(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    return str(value.get("key") or value.get("field") or value.get("result") or "")


def _bare(element: object) -> object:
    """An element without its counter, comment or time."""
    if isinstance(element, dict) and "elem" in element:
        return element["elem"]["val"]
    return element


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _words(rule: _Json) -> str:
    """`table inet filter, chain input, handle 12 ("comment")`: what `nft -a list ruleset` shows it by."""
    comment = f' ("{rule["comment"]}")' if rule.get("comment") else ""
    return f"nftables table {_table_of(rule)}, chain {rule['chain']}, handle {rule.get('handle')}{comment}"


def input_chains(text: str) -> tuple[tuple[str, str, str], ...]:
    """Family, table and name of each chain that filters what comes in. Output that is not understood gives none."""
    return tuple(
        (str(value["family"]), str(value["table"]), str(value["name"]))
        for kind, value in _objects(text)
        if kind == "chain"
        and value.get("family") in ("ip", "inet")
        and value.get("type") == "filter"
        and value.get("hook") == "input"
    )


def _objects(text: str) -> list[tuple[str, _Json]]:
    try:
        return [(kind, value) for each in json.loads(text)["nftables"] for kind, value in each.items()]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
