"""Rules of nftables, as nft prints them, against what comes to a boot server: sure where sure, else unknown."""

from __future__ import annotations

import json

import pytest

from fogportable.platform.firewall import IncomingPacket, Passage
from fogportable.platform.firewall_nft import input_chains, judge_nft
from tests.unit.platform.firewall_packets import ALL, ASK_4011, BLOCKS, DISCOVER, HTTP, RRQ, recorded

ALLOWED, BLOCKED, UNKNOWN = Passage.ALLOWED, Passage.BLOCKED, Passage.UNKNOWN


def ruleset(
    *rules: list[object], policy: str = "accept", extra: list[object] | None = None, hook: str = "input"
) -> str:
    """One table with one chain for what comes in. rules: lists of nft's expressions, without `match` around them."""
    chain = {"family": "inet", "table": "t", "name": "in", "handle": 1, "type": "filter", "hook": hook, "prio": 0}
    objects: list[object] = [{"metainfo": {"version": "1.0.6"}}, {"table": {"family": "inet", "name": "t"}}]
    objects += [{"chain": {**chain, "policy": policy}}, *(extra or [])]
    for handle, expressions in enumerate(rules, start=2):
        objects.append({"rule": {"family": "inet", "table": "t", "chain": "in", "handle": handle, "expr": expressions}})
    return json.dumps({"nftables": objects})


def match(left: object, right: object, op: str = "==") -> dict[str, object]:
    return {"match": {"op": op, "left": left, "right": right}}


def payload(protocol: str, name: str) -> dict[str, object]:
    return {"payload": {"protocol": protocol, "field": name}}


DROP, ACCEPT = {"drop": None}, {"accept": None}
STATE = {"ct": {"key": "state"}}
UDP_PORT, TCP_PORT, TH_PORT = payload("udp", "dport"), payload("tcp", "dport"), payload("th", "dport")


def passages(text: str) -> list[Passage]:
    return [judge_nft(text, packet).passage for packet in ALL]


def test_without_rules_everything_gets_in() -> None:
    assert passages('{"nftables": [{"metainfo": {"version": "1.0.6"}}]}') == [ALLOWED] * 5
    assert passages(ruleset()) == [ALLOWED] * 5


def test_policy_drop_keeps_out_what_no_rule_lets_in_and_says_so() -> None:
    text = ruleset(
        [match(UDP_PORT, {"set": [67, 69]}), ACCEPT], [match(STATE, ["established"], "in"), ACCEPT], policy="drop"
    )
    assert passages(text) == [ALLOWED, BLOCKED, ALLOWED, ALLOWED, BLOCKED]
    assert judge_nft(text, ASK_4011).rule == "chain inet t in drops what no rule accepts"


def test_rule_that_drops_is_named_by_its_handle_and_comment() -> None:
    text = ruleset([match(UDP_PORT, 4011), DROP])
    assert passages(text) == [ALLOWED, BLOCKED, ALLOWED, ALLOWED, ALLOWED]
    assert judge_nft(text, ASK_4011).rule == "nftables table inet t, chain in, handle 2"


def test_rules_for_another_card_are_not_for_this_one() -> None:
    other = [match({"meta": {"key": "iifname"}}, {"set": ["wlan*", "eth1"]}), DROP]
    this = [match({"meta": {"key": "iifname"}}, "eth*"), DROP]
    assert passages(ruleset(other)) == [ALLOWED] * 5
    assert passages(ruleset(this)) == [BLOCKED] * 5
    assert passages(ruleset([match({"meta": {"key": "iifname"}}, "eth0", "!="), DROP])) == [ALLOWED] * 5


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (TH_PORT, {"range": [60, 70]}, [BLOCKED, ALLOWED, BLOCKED, ALLOWED, ALLOWED]),
        (TCP_PORT, 80, [ALLOWED, ALLOWED, ALLOWED, ALLOWED, BLOCKED]),
        ({"meta": {"key": "l4proto"}}, {"set": ["tcp", "icmp"]}, [ALLOWED, ALLOWED, ALLOWED, ALLOWED, BLOCKED]),
        ({"meta": {"key": "l4proto"}}, 17, [BLOCKED, BLOCKED, BLOCKED, BLOCKED, ALLOWED]),
        ({"meta": {"key": "pkttype"}}, "broadcast", [BLOCKED, ALLOWED, ALLOWED, ALLOWED, ALLOWED]),
        ({"fib": {"result": "type", "flags": ["daddr"]}}, "local", [ALLOWED, BLOCKED, BLOCKED, BLOCKED, BLOCKED]),
        (payload("ip", "saddr"), {"prefix": {"addr": "10.77.0.0", "len": 16}}, [ALLOWED] + [BLOCKED] * 4),
        (payload("ip", "saddr"), "10.77.1.99", [ALLOWED] + [UNKNOWN] * 4),
        (payload("ip", "daddr"), "255.255.255.255", [BLOCKED] + [ALLOWED] * 4),
        (payload("ip6", "daddr"), "fe80::1", [ALLOWED] * 5),
        (payload("udp", "sport"), 68, [BLOCKED, UNKNOWN, ALLOWED, ALLOWED, ALLOWED]),
        (STATE, ["invalid"], [ALLOWED] * 5),
        ({"meta": {"key": "mark"}}, 1, [UNKNOWN] * 5),
    ],
)
def test_condition_of_a_drop(left: object, right: object, expected: list[Passage]) -> None:
    assert passages(ruleset([match(left, right), DROP])) == expected


def test_not_of_another_protocol_is_no_match_at_all() -> None:
    assert passages(ruleset([match(TCP_PORT, 22, "!="), DROP])) == [ALLOWED] * 4 + [BLOCKED]


def test_named_sets_and_verdict_maps() -> None:
    ports = {
        "set": {"family": "inet", "name": "p", "table": "t", "type": "inet_service", "elem": [67, {"range": [68, 70]}]}
    }
    text = ruleset([match(UDP_PORT, "@p"), ACCEPT], policy="drop", extra=[ports])
    assert passages(text) == [ALLOWED, BLOCKED, ALLOWED, BLOCKED, BLOCKED]
    states = {"set": [["established", ACCEPT], ["new", {"jump": {"target": "new"}}], ["invalid", DROP]]}
    chain = {"chain": {"family": "inet", "table": "t", "name": "new", "handle": 9}}
    rule = {
        "rule": {"family": "inet", "table": "t", "chain": "new", "handle": 8, "expr": [match(UDP_PORT, 67), ACCEPT]}
    }
    text = ruleset([{"vmap": {"key": STATE, "data": states}}], policy="drop", extra=[chain, rule])
    assert passages(text) == [ALLOWED, BLOCKED, BLOCKED, ALLOWED, BLOCKED]


def test_goto_does_not_come_back_and_return_does() -> None:
    def chain(name: str, *expressions: object) -> list[object]:
        rule = {"family": "inet", "table": "t", "chain": name, "handle": 50, "expr": list(expressions)}
        return [{"chain": {"family": "inet", "table": "t", "name": name, "handle": 40}}, {"rule": rule}]

    left = chain("sub", match(UDP_PORT, 67), {"return": None})
    assert passages(ruleset([{"jump": {"target": "sub"}}], [DROP], extra=left))[0] is BLOCKED
    assert passages(ruleset([{"goto": {"target": "sub"}}], [DROP], extra=left)) == [ALLOWED] * 5


def test_rate_limits_and_what_sends_packets_elsewhere_leave_it_unknown() -> None:
    limited = ruleset([match(UDP_PORT, 67), {"limit": {"rate": 5, "per": "second"}}, ACCEPT], policy="drop")
    assert judge_nft(limited, DISCOVER).passage is UNKNOWN
    assert judge_nft(limited, RRQ).passage is BLOCKED
    redirected = ruleset([match(UDP_PORT, 69), {"redirect": {"port": 6969}}])
    assert judge_nft(redirected, RRQ).passage is UNKNOWN
    assert judge_nft(redirected, HTTP).passage is ALLOWED


def test_drop_before_the_kernel_looks_at_the_input_counts_too() -> None:
    assert judge_nft(ruleset([match(UDP_PORT, 67), DROP], hook="prerouting"), DISCOVER).passage is BLOCKED
    assert judge_nft(ruleset([match(UDP_PORT, 67), DROP], hook="forward"), DISCOVER).passage is ALLOWED
    ingress = json.loads(ruleset([match(UDP_PORT, 67), DROP], hook="ingress"))
    ingress["nftables"][2]["chain"]["dev"] = "eth0"
    assert judge_nft(json.dumps(ingress), DISCOVER).passage is BLOCKED
    ingress["nftables"][2]["chain"]["dev"] = "eth1"
    assert judge_nft(json.dumps(ingress), DISCOVER).passage is ALLOWED


def test_firewalld_as_it_was_recorded() -> None:
    text = recorded("firewalld.nft.json")
    assert passages(text) == [ALLOWED, BLOCKED, BLOCKED, ALLOWED, BLOCKED]
    assert "table inet firewalld" in judge_nft(text, RRQ).rule


def test_conditions_of_iptables_are_shown_by_nft_without_their_values_and_so_unknown() -> None:
    assert set(passages(recorded("ufw.nft.json"))) == {UNKNOWN}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"nftables": 3}', '{"nftables": [{"rule": {"family": "ip"}}]}'])
def test_output_that_is_not_understood_claims_nothing(text: str) -> None:
    assert judge_nft(text, BLOCKS).passage is UNKNOWN


def test_chains_that_call_each_other_come_to_an_end() -> None:
    loop = [{"chain": {"family": "inet", "table": "t", "name": "a", "handle": 3}}]
    rule = {"family": "inet", "table": "t", "chain": "a", "handle": 4, "expr": [{"jump": {"target": "a"}}]}
    text = ruleset([{"jump": {"target": "a"}}], extra=[*loop, {"rule": rule}])
    assert judge_nft(text, DISCOVER).passage is UNKNOWN


def test_chains_of_the_input_are_found() -> None:
    assert input_chains(ruleset([match(UDP_PORT, 67), ACCEPT])) == (("inet", "t", "in"),)
    assert input_chains(ruleset(hook="forward")) == ()
    assert input_chains("no JSON") == ()


def test_packet_of_a_card_with_another_name_is_judged_by_its_own_rules() -> None:
    packet = IncomingPacket("67/udp", "udp", (67, 67), "wlan0", DISCOVER.destination)
    assert judge_nft(ruleset([match({"meta": {"key": "iif"}}, "eth0"), DROP]), packet).passage is ALLOWED
