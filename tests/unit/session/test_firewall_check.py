"""The card's line about the firewall: what is kept out, by which rule, and what to type."""

from __future__ import annotations

from fogportable.errors import FaultCode
from fogportable.model import TftpSettings, Verdict, WirePorts
from fogportable.platform.firewall import FirewallFacts, Passage
from fogportable.session.firewall_check import FirewallReport, RecentFacts, check_firewall, packets_heard
from tests.unit.platform.firewall_packets import recorded
from tests.unit.platform.test_firewall import ZONE
from tests.unit.platform.test_firewall_nft import ruleset
from tests.unit.session.test_preflight import CARD


def _check(facts: FirewallFacts, tftp: TftpSettings | None = None) -> FirewallReport:
    return check_firewall(CARD, WirePorts(), 80, tftp=tftp, read=lambda _name: facts)


def test_open_firewall_is_fine_and_says_what_it_lets_in() -> None:
    finding = _check(FirewallFacts(has_filter=False)).finding
    assert finding.verdict is Verdict.OK
    assert finding.sentence == "Lets in 67/udp, 4011/udp, 69/udp, TFTP transfers and 80/tcp."


def test_closed_firewall_warns_with_the_rule_and_the_commands() -> None:
    report = _check(FirewallFacts(zone=ZONE))
    (fault,) = report.finding.faults
    assert (report.finding.verdict, fault.code) == (Verdict.WARNING, FaultCode.FIREWALL_BLOCKS)
    assert "4011/udp and 80/tcp" in fault.message
    assert "firewalld zone public does not open 4011/udp" in fault.message
    assert "firewall-cmd --zone=public --add-port=4011/udp" in fault.remedy
    assert [judged.passage for _, judged in report.judged].count(Passage.BLOCKED) == 2


def test_rules_that_cannot_be_judged_warn_too_and_claim_no_more() -> None:
    (fault,) = _check(FirewallFacts(is_ufw_on=True)).finding.faults
    assert fault.code is FaultCode.FIREWALL_UNSURE
    assert "ufw allow in on eth0 to any port 67 proto udp" in fault.remedy
    finding = _check(FirewallFacts(nft=recorded("ufw.nft.json"))).finding
    assert finding.verdict is Verdict.WARNING


def test_rules_that_nobody_may_read_are_unknown_and_no_warning() -> None:
    finding = _check(FirewallFacts()).finding
    assert (finding.verdict, [each.code for each in finding.faults]) == (
        Verdict.UNKNOWN,
        [FaultCode.FIREWALL_UNSEEN],
    )


def test_without_a_card_nothing_is_asked() -> None:
    def read(_name: str) -> FirewallFacts:
        raise AssertionError("nothing is chosen")

    assert check_firewall(None, WirePorts(), 80, read=read).finding.verdict is Verdict.UNKNOWN


def test_stateless_firewall_stops_transfers_although_port_69_is_open() -> None:
    port = {"payload": {"protocol": "udp", "field": "dport"}}
    rule = [{"match": {"op": "==", "left": port, "right": {"set": [67, 69, 4011]}}}, {"accept": None}]
    facts = FirewallFacts(nft=ruleset(rule, policy="drop"))
    assert "TFTP transfers and 80/tcp" in _check(facts).finding.sentence
    assert "TFTP" not in _check(facts, TftpSettings(is_single_port=True)).finding.sentence


def test_packets_are_those_of_the_settings() -> None:
    labels = [each.label for each in packets_heard(CARD, WirePorts(1067, 5011, 1069), 8080)]
    assert labels == ["1067/udp", "5011/udp", "1069/udp", "TFTP transfers", "8080/tcp"]
    (transfers,) = (
        each
        for each in packets_heard(CARD, WirePorts(), None, TftpSettings(port_range=(50000, 50100)))
        if each.is_reply
    )
    assert transfers.ports == (50000, 50100)


def test_programs_are_asked_again_after_a_while_or_for_another_card() -> None:
    asked: list[str] = []
    now = 0.0

    def read(name: str) -> FirewallFacts:
        asked.append(name)
        return FirewallFacts()

    recent = RecentFacts(read, lambda: now)
    recent("eth0"), recent("eth0"), recent("eth1")
    now = 60.0
    recent("eth1")
    assert asked == ["eth0", "eth1", "eth1"]
