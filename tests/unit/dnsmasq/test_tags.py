"""Who has a tag."""

from __future__ import annotations

import pytest

from fogportable.dnsmasq.lines import read_lines
from fogportable.dnsmasq.tag_lines import TagSetter, read_tag_setter
from fogportable.dnsmasq.tags import PXE_ARCHS, Condition, Stage, Tags
from fogportable.protocol.address import MacPattern
from fogportable.protocol.pxe.archs import HTTP_ARCHS

X64, ARM64 = frozenset({7, 9}), frozenset({11})
MAC, OTHER_MAC = MacPattern.parse("52:54:00:00:00:01"), MacPattern.parse("52:54:00:00:00:02")


def setter(text: str) -> TagSetter:
    (line,) = read_lines(text.encode(), "a.conf")
    found = read_tag_setter(line)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "archs"),
    [
        ("dhcp-match=set:t,option:client-arch,7", X64),
        ("dhcp-match=set:t,option:client-arch,9", X64),
        ("dhcp-match=t,93,11", ARM64),
        ("dhcp-match=set:t,93,00:0b", ARM64),
        ("dhcp-match=set:t,option:client-arch,0x0b", ARM64),
        ("dhcp-vendorclass=set:t,PXEClient:Arch:00007", X64),
        ("dhcp-vendorclass=t,PXEClient:Arch:00011:UNDI:003000", ARM64),
        ("dhcp-vendorclass=set:t,HTTPClient", HTTP_ARCHS),
        ("dhcp-match=set:t,60,HTTPClient:Arch:00016", frozenset({16})),
        ("dhcp-vendorclass=set:t,PXEClient", None),
    ],
)
def test_architectures_are_read_in_every_form(text: str, archs: frozenset[int] | None) -> None:
    assert setter(text) == TagSetter("t", (Condition(archs=archs),), words=setter(text).words)


@pytest.mark.parametrize(
    "text",
    [
        "dhcp-userclass=set:t,iPXE",
        "dhcp-userclass=t,gPXE",
        "dhcp-match=set:t,175",
        "dhcp-match=set:t,encap:175,39",
        "dhcp-match=set:t,option:user-class,iPXE",
    ],
)
def test_ipxe_is_known_in_every_form(text: str) -> None:
    assert setter(text).conditions == (Condition(stage=Stage.IPXE),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("dhcp-mac=set:t,52:*:00:*:*:*", "whole addresses and their beginnings"),
        ("dhcp-match=set:t,option:hostname", "do not look at option hostname"),
        ("dhcp-match=set:t,93,seven", "no architecture"),
        ("dhcp-vendorclass=set:t,MSFT", "vendor classes"),
        ("dhcp-userclass=set:t,lab", "user classes"),
        ("dhcp-circuitid=set:t,1", "option 82"),
        ("dhcp-match=set:t,93,99999", "no architecture"),
    ],
)
def test_what_rules_cannot_tell_has_a_reason(text: str, problem: str) -> None:
    assert problem in setter(text).problem


def test_mac_with_stars_at_the_end_and_a_hardware_type_is_read() -> None:
    assert setter("dhcp-mac=set:t,06-00:20:E0:*:*:*").conditions == (Condition(macs=(MacPattern(b"\x00\x20\xe0"),)),)


def tags(**conditions: tuple[Condition, ...]) -> Tags:
    found = Tags()
    for name, each in conditions.items():
        found.add(name, each)
    return found


def test_a_tag_set_twice_means_either() -> None:
    found = tags(efi=(Condition(archs=X64),))
    found.add("efi", (Condition(archs=ARM64),))
    assert found.select(("efi",)).conditions == (Condition(archs=X64 | ARM64),)


def test_two_tags_mean_both() -> None:
    found = tags(efi=(Condition(archs=X64),), special=(Condition(macs=(MAC,)),))
    assert found.select(("efi", "special")).conditions == (Condition(archs=X64, macs=(MAC,)),)


def test_negated_tags_leave_the_others() -> None:
    found = tags(efi=(Condition(archs=X64),), ipxe=(Condition(stage=Stage.IPXE),))
    assert found.select(("!efi", "!ipxe")).conditions == (Condition(PXE_ARCHS - X64, stage=Stage.FIRMWARE),)


def test_negated_address_leaves_the_rest() -> None:
    assert tags(special=(Condition(macs=(MAC,)),)).select(("!special",)).conditions == (Condition(is_rest=True),)


def test_negated_mixture_cannot_be_said() -> None:
    found = tags(odd=(Condition(archs=X64, macs=(MAC,)),))
    assert "cannot be said" in found.select(("!odd",)).problem


def test_contradiction_selects_nobody() -> None:
    found = tags(efi=(Condition(archs=X64),), arm=(Condition(archs=ARM64),))
    assert "no computer can have" in found.select(("efi", "arm")).problem
    two = tags(one=(Condition(macs=(MAC,)),), other=(Condition(macs=(OTHER_MAC,)),))
    assert "no computer can have" in two.select(("one", "other")).problem


def test_tag_that_no_line_sets_is_said_and_its_negation_means_everybody() -> None:
    assert "no line sets the tag x" in Tags().select(("x",)).problem
    assert Tags().select(("!x",)).conditions == (Condition(),)


def test_many_tags_of_many_meanings_come_to_an_end() -> None:
    many = tags(
        **{
            f"t{i}": tuple(Condition(macs=(MacPattern(bytes([i, j])),), archs=frozenset({j})) for j in range(9))
            for i in range(9)
        }
    )
    assert many.select(tuple(f"t{i}" for i in range(9))).problem


def test_use_of_a_tag_is_remembered() -> None:
    found = tags(efi=(Condition(archs=X64),), other=(Condition(archs=ARM64),))
    found.select(("!efi",))
    assert [found.is_used(each) for each in ("efi", "other", "unknown")] == [True, False, False]
