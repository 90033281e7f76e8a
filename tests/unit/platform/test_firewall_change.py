"""Which commands let packets in, by the program that keeps the rules, and what takes them back."""

from __future__ import annotations

import pytest

from fogportable.platform.firewall import FirewallFacts
from fogportable.platform.firewall_change import FrontEnd, NoWayKnown, opening_commands, plan_change, plan_opening
from tests.unit.platform.firewall_packets import ALL, DISCOVER, HTTP, recorded
from tests.unit.platform.test_firewall import ZONE


def test_firewalld_opens_ports_of_the_zone_until_it_is_loaded_again() -> None:
    change = plan_change(FirewallFacts(nft=recorded("firewalld.nft.json"), zone=ZONE), (DISCOVER, HTTP))
    assert change is not None
    assert change.front_end is FrontEnd.FIREWALLD
    assert change.lines() == (
        "firewall-cmd --zone=public --add-port=67/udp",
        "firewall-cmd --zone=public --add-port=80/tcp",
    )
    assert change.undo[1] == ("firewall-cmd", "--zone=public", "--remove-port=80/tcp")


def test_ufw_allows_on_the_card_only_and_deletes_the_same_rule() -> None:
    facts = FirewallFacts(nft=recorded("ufw.nft.json"), iptables=(recorded("ufw.iptables-save"),), is_ufw_on=True)
    change = plan_change(facts, ALL[3:4])
    assert change is not None
    assert change.lines() == ("ufw allow in on eth0 to any port 32768:60999 proto udp comment fog-portable",)
    assert change.undo == (
        ("ufw", "delete", "allow", "in", "on", "eth0", "to", "any", "port", "32768:60999", "proto", "udp"),
    )


def test_without_a_known_firewall_there_is_nothing_to_change_and_the_ports_are_named() -> None:
    assert plan_change(FirewallFacts(), ALL) is None
    assert opening_commands(FirewallFacts(), (DISCOVER, HTTP)) == ("67/udp, 80/tcp on eth0",)
    assert opening_commands(FirewallFacts(), ()) == ()


def test_windows_gets_a_rule_for_each_port_and_one_name_takes_all_back() -> None:
    change = plan_change(FirewallFacts(netsh=("State ON", "")), (DISCOVER, ALL[3], HTTP))
    assert change is not None
    assert change.front_end is FrontEnd.NETSH
    rule = "netsh advfirewall firewall add rule name=fog-portable dir=in action=allow"
    assert change.lines() == (
        f"{rule} protocol=UDP localport=67",
        f"{rule} protocol=UDP localport=32768-60999",
        f"{rule} protocol=TCP localport=80",
    )
    assert change.undo == (("netsh", "advfirewall", "firewall", "delete", "rule", "name=fog-portable"),)


def test_only_what_is_kept_out_is_opened() -> None:
    change = plan_opening(ALL, lambda _card: FirewallFacts(zone=ZONE))
    assert change is not None
    assert [each[-1] for each in change.do] == ["--add-port=4011/udp", "--add-port=80/tcp"]
    assert plan_opening(ALL, lambda _card: FirewallFacts(has_filter=False)) is None


def test_what_no_known_firewall_keeps_out_is_no_silent_success() -> None:
    with pytest.raises(NoWayKnown, match="67/udp"):
        plan_opening(ALL, lambda _card: FirewallFacts())
