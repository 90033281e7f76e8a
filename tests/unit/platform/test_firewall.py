"""Asking the firewall's programs: which, in which order of trust, and what an ordinary user is told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from fogportable.platform import firewall
from fogportable.platform.firewall import FirewallFacts, Passage, judge_firewall, may_filter, read_firewall
from fogportable.platform.firewall_zones import is_ufw_on, judge_zone
from tests.unit.platform.firewall_packets import ALL, ASK_4011, BLOCKS, DISCOVER, HTTP, RRQ, recorded

ALLOWED, BLOCKED, UNKNOWN = Passage.ALLOWED, Passage.BLOCKED, Passage.UNKNOWN

ZONE = """public (active)
  target: default
  interfaces: eth0
  services: dhcpv6-client ssh tftp
  ports: 67/udp 8000-8100/tcp
  protocols:
  source-ports:
  rich rules:
"""

NETSH_PROFILE = """
Public Profile Settings:
----------------------------------------------------------------------
State                                 ON
Firewall Policy                       BlockInbound,AllowOutbound
LocalFirewallRules                    N/A (GPO-store only)
"""
NETSH_RULES = """
Rule Name:                            FOG Portable
----------------------------------------------------------------------
Enabled:                              Yes
Direction:                            In
Profiles:                             Domain,Private,Public
LocalIP:                              Any
RemoteIP:                             Any
Protocol:                             UDP
LocalPort:                            67,69
RemotePort:                           Any
Edge traversal:                       No
Program:                              C:\\fogportable.exe
Action:                               Allow

Rule Name:                            No boot server
----------------------------------------------------------------------
Enabled:                              Yes
Direction:                            In
Profiles:                             Domain,Private,Public
Protocol:                             UDP
LocalPort:                            69
Program:                              Any
Action:                               Block

Rule Name:                            Switched off
----------------------------------------------------------------------
Enabled:                              No
Direction:                            In
Protocol:                             TCP
LocalPort:                            80
Action:                               Allow
Ok.
"""


class Programs:
    """Answers in place of the system. said: by the command's words."""

    def __init__(self, said: dict[str, str]) -> None:
        self.said = said
        self.asked: list[str] = []

    def __call__(self, command: Sequence[str]) -> str | None:
        self.asked.append(" ".join(command))
        return self.said.get(" ".join(command))


def test_only_commands_that_read_are_run() -> None:
    programs = Programs({"firewall-cmd --state": "running\n", "firewall-cmd --get-default-zone": "public\n"})
    read_firewall("eth0", run=programs, system="linux")
    read_firewall("eth0", run=programs, system="win32")
    read_firewall("eth0", run=programs, system="darwin")
    assert programs.asked == [
        "nft -j list ruleset",
        "iptables-nft-save",
        "iptables-legacy-save",
        "iptables-save",
        "firewall-cmd --state",
        "firewall-cmd --get-zone-of-interface=eth0",
        "firewall-cmd --get-default-zone",
        "firewall-cmd --zone=public --list-all",
        "netsh advfirewall show currentprofile",
        "netsh advfirewall firewall show rule name=all dir=in verbose",
        *(f"{firewall._MAC_FIREWALL} {flag}" for flag in ("--getglobalstate", "--getblockall", "--listapps")),
    ]


def test_administrator_is_told_by_the_kernels_own_rules() -> None:
    facts = read_firewall("eth0", run=Programs({"nft -j list ruleset": recorded("firewalld.nft.json")}), system="linux")
    assert judge_firewall(facts, ASK_4011).passage is BLOCKED


def test_ordinary_user_is_told_by_firewallds_zone() -> None:
    programs = Programs(
        {
            "firewall-cmd --state": "running",
            "firewall-cmd --get-zone-of-interface=eth0": "public\n",
            "firewall-cmd --zone=public --list-all": ZONE,
        }
    )
    facts = read_firewall("eth0", run=programs, system="linux")
    assert [judge_firewall(facts, each).passage for each in ALL] == [ALLOWED, BLOCKED, ALLOWED, ALLOWED, BLOCKED]
    assert judge_firewall(facts, HTTP).rule == "firewalld zone public does not open 80/tcp"


def test_zone_with_rich_rules_is_not_judged_where_it_does_not_open_a_port() -> None:
    rich = ZONE + '\trule family="ipv4" source address="10.77.1.0/24" accept\n'
    assert [judge_zone(rich, each).passage for each in (DISCOVER, ASK_4011)] == [ALLOWED, UNKNOWN]
    assert judge_zone(ZONE.replace("default", "ACCEPT"), ASK_4011).passage is ALLOWED
    assert judge_zone("Error: INVALID_ZONE", ASK_4011).passage is UNKNOWN


def test_ordinary_user_with_ufw_is_told_that_it_is_on() -> None:
    judged = judge_firewall(FirewallFacts(is_ufw_on=True), DISCOVER)
    assert judged.passage is UNKNOWN
    assert "ufw is switched on" in judged.rule
    assert is_ufw_on("# a comment\nENABLED=yes\n")
    assert not is_ufw_on("ENABLED=no\n")


def test_system_without_any_filter_lets_everything_in_and_unread_rules_claim_nothing() -> None:
    assert judge_firewall(FirewallFacts(has_filter=False), DISCOVER).passage is ALLOWED
    assert judge_firewall(FirewallFacts(), DISCOVER).passage is UNKNOWN


@pytest.mark.parametrize(
    ("loaded", "built_in", "expected"),
    [
        ((), "kernel/fs/ext4/ext4.ko\n", False),
        (("nf_tables",), "kernel/fs/ext4/ext4.ko\n", True),
        ((), "kernel/net/netfilter/nf_tables.ko\n", True),
        ((), None, True),
    ],
)
def test_kernel_without_a_loaded_filter_filters_nothing(
    tmp_path: Path, loaded: tuple[str, ...], built_in: str | None, expected: bool
) -> None:
    for name in loaded:
        (tmp_path / "modules" / name).mkdir(parents=True)
    folder = tmp_path / "lib" / os.uname().release
    folder.mkdir(parents=True)
    if built_in is not None:
        (folder / "modules.builtin").write_text(built_in)
    assert may_filter(tmp_path / "modules", tmp_path / "lib") is expected


def test_windows_rules_by_port_and_program() -> None:
    facts = FirewallFacts(netsh=(NETSH_PROFILE, NETSH_RULES))
    judged = [judge_firewall(facts, each, program="c:\\FOGPORTABLE.exe").passage for each in ALL]
    assert judged == [ALLOWED, BLOCKED, BLOCKED, ALLOWED, BLOCKED]
    assert judge_firewall(facts, RRQ).rule == "Windows Firewall rule No boot server"
    assert judge_firewall(facts, DISCOVER, program="c:\\python.exe").passage is BLOCKED


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (NETSH_PROFILE.replace(" ON", "OFF"), ALLOWED),
        (NETSH_PROFILE.replace("BlockInbound,", "AllowInbound,"), ALLOWED),
        ("Status                                EIN\n", UNKNOWN),
    ],
)
def test_windows_profile(profile: str, expected: Passage) -> None:
    assert judge_firewall(FirewallFacts(netsh=(profile, "")), HTTP).passage is expected


@pytest.mark.parametrize(
    ("state", "block_all", "applications", "expected"),
    [
        ("Firewall is disabled. (State = 0)", "", "", ALLOWED),
        ("Firewall is enabled. (State = 1)", "Firewall has block all state set to enabled.", "", BLOCKED),
        (
            "Firewall is enabled. (State = 1)",
            "Block all DISABLED!",
            "1 : /x/python3\n ( Allow incoming connections )",
            ALLOWED,
        ),
        (
            "Firewall is enabled. (State = 1)",
            "Block all DISABLED!",
            "1 : /x/python3\n ( Block incoming connections )",
            BLOCKED,
        ),
        ("Firewall is enabled. (State = 1)", "Block all DISABLED!", "1 : /x/other", UNKNOWN),
        ("Firewall is blocking all non-essential incoming connections. (State = 2)", "", "", BLOCKED),
        ("Brandmauer an", "", "", UNKNOWN),
    ],
)
def test_macos(state: str, block_all: str, applications: str, expected: Passage) -> None:
    facts = FirewallFacts(macos=(state, block_all, applications))
    assert judge_firewall(facts, BLOCKS, program="/x/python3").passage is expected
