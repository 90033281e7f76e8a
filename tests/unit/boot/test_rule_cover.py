"""A rule is left with what no earlier rule says for everybody."""

from __future__ import annotations

from ipaddress import IPv4Address

from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.rule_cover import used_rules
from fogportable.model import BootRule, OfferShape
from fogportable.protocol.address import MacAddress, MacPattern

BIOS, X64 = frozenset({0}), frozenset({7, 9})
TEACHER = (MacPattern(bytes.fromhex("525400")),)


def test_points_that_an_earlier_rule_has_are_taken_out_one_by_one() -> None:
    first = BootRule(BIOS, shape=OfferShape.DIRECT)
    both = BootRule(BIOS, "a.0", shape=OfferShape.MENU)
    assert used_rules((first, both)) == (first, BootRule(BIOS, "a.0"))


def test_points_that_are_left_to_different_architectures_become_two_rules() -> None:
    first = BootRule(BIOS, "a.0")
    second = BootRule(BIOS | X64, "b.0", script="s.ipxe")
    assert used_rules((first, second)) == (first, BootRule(X64, "b.0"), BootRule(BIOS | X64, script="s.ipxe"))


def test_rules_for_single_computers_take_nothing_away() -> None:
    rules = (BootRule(BIOS, "t.0", macs=TEACHER), BootRule(BIOS, "a.0"))
    assert used_rules(rules) == rules
    assert used_rules(rules[::-1]) == (rules[1],)


def test_after_a_rule_for_everybody_nothing_is_left_on_its_point() -> None:
    everybody = BootRule(frozenset(), "any.0")
    server = BootRule(X64, "b.0", next_server=IPv4Address("10.0.0.1"))
    assert used_rules((everybody, server, BootRule(frozenset(), is_ignored=True))) == (
        everybody,
        BootRule(X64, next_server=IPv4Address("10.0.0.1")),
    )


_rules = st.lists(
    st.builds(
        BootRule,
        archs=st.frozensets(st.integers(0, 2), max_size=2),
        file=st.sampled_from(["", "a", "b"]),
        macs=st.sampled_from([(), TEACHER]),
        script=st.sampled_from(["", "s", "t"]),
        shape=st.none() | st.sampled_from(OfferShape),
        is_ignored=st.booleans(),
    ).filter(lambda rule: not (rule.file and rule.is_ignored)),
    max_size=5,
)


def _verdict(rules: tuple[BootRule, ...], arch: int, mac: MacAddress) -> tuple[object, ...]:
    """By the words of BootRule: on each point the first rule that fits and says something."""
    mine = [
        rule
        for rule in rules
        if (not rule.archs or arch in rule.archs) and (not rule.macs or any(each.matches(mac) for each in rule.macs))
    ]
    return (
        next(((rule.file, rule.is_ignored) for rule in mine if rule.file or rule.is_ignored), None),
        next((rule.script for rule in mine if rule.script), ""),
        next((rule.shape for rule in mine if rule.shape is not None), None),
    )


@given(_rules)
def test_every_computer_gets_the_same_by_what_is_left(rules: list[BootRule]) -> None:
    for arch in range(4):
        for mac in (MacAddress(bytes.fromhex("525400000001")), MacAddress(bytes(6))):
            assert _verdict(used_rules(rules), arch, mac) == _verdict(tuple(rules), arch, mac)
