"""Which commands let packets in, by the program that keeps the rules, and what takes them back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fogportable.platform.firewall import FirewallFacts
from fogportable.platform.firewall_change import FrontEnd, make_change, opening_commands, plan_change, undo_change
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


def test_change_is_written_down_before_its_first_command_and_undone_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "firewall.json"
    done: list[str] = []

    def do(commands: Sequence[tuple[str, ...]]) -> None:
        assert file.exists()
        done.extend(" ".join(each) for each in commands)

    change = plan_change(FirewallFacts(zone=ZONE), (DISCOVER,))
    assert change is not None
    make_change(change, file, do=do)
    assert undo_change(file, do=do)
    assert done == [
        "firewall-cmd --zone=public --add-port=67/udp",
        "sh -c firewall-cmd --zone=public --remove-port=67/udp || true",
    ]
    assert not file.exists()
