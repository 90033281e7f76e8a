"""The firewalls of Windows and macOS, from what their own programs print.

Written after the documented output and tested with recorded texts; it has not met a real Windows or macOS. Output in
another language than English is not understood, and then nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogportable.platform.firewall_walk import IncomingPacket, Judgement, Match, Passage, any_of, within

_BLANK = re.compile(r"\r?\n\s*\r?\n")
_NOT_UNDERSTOOD = "the firewall's answer is not understood"


def judge_netsh(profile: str, rules: str, packet: IncomingPacket, *, program: str) -> Judgement:
    """Windows: by `netsh advfirewall show currentprofile` and `... firewall show rule name=all dir=in verbose`.

    program: what would open the port. A rule that blocks wins over every rule that allows (Windows' own order).
    """
    state = _field(profile, "State")
    if state is None:
        return Judgement(Passage.UNKNOWN, _NOT_UNDERSTOOD)
    if state.upper() == "OFF" or packet.is_reply:
        return Judgement(Passage.ALLOWED)
    policy = (_field(profile, "Firewall Policy") or "").lower()
    allows = False
    for rule in _rules(rules):
        if not _is_for(rule, packet, program):
            continue
        action = rule.get("Action", "").lower()
        if action == "block":
            return Judgement(Passage.BLOCKED, f"Windows Firewall rule {rule['Rule Name']}")
        allows = allows or action == "allow"
    if "blockinboundalways" in policy:
        return Judgement(Passage.BLOCKED, "Windows Firewall blocks everything that comes in")
    if allows or "allowinbound" in policy:
        return Judgement(Passage.ALLOWED)
    if "blockinbound" in policy:
        return Judgement(Passage.BLOCKED, f"Windows Firewall has no rule that allows {packet.label}")
    return Judgement(Passage.UNKNOWN, _NOT_UNDERSTOOD)


def judge_macos(state: str, block_all: str, applications: str, packet: IncomingPacket, *, program: str) -> Judgement:
    """macOS: what `socketfilterfw --getglobalstate`, `--getblockall` and `--listapps` print. pf is not looked into.

    The firewall of macOS goes by programs, not by ports, and asks when an unknown one begins to listen.
    """
    found = re.search(r"State = (\d)", state)
    if found is None:
        return Judgement(Passage.UNKNOWN, _NOT_UNDERSTOOD)
    if found[1] == "0":
        return Judgement(Passage.ALLOWED)
    if found[1] == "2" or re.search(r"block all.*(enabled|on)", block_all, re.IGNORECASE):
        return Judgement(Passage.BLOCKED, "macOS blocks all incoming connections")
    after = applications.partition(program)[2][:200]
    answer = re.search(r"\(\s*(Allow|Block) incoming", after, re.IGNORECASE)
    if answer is None:
        return Judgement(Passage.UNKNOWN, f"macOS asks whether {program} may be reached when it starts")
    is_allowed = answer[1].lower() == "allow"
    return Judgement(Passage.ALLOWED) if is_allowed else Judgement(Passage.BLOCKED, f"macOS blocks {program}")


def _field(text: str, name: str) -> str | None:
    found = re.search(rf"^{re.escape(name)}\s*:?\s+(\S.*?)\s*$", text, re.MULTILINE)
    return found[1] if found else None


def _rules(text: str) -> Iterator[dict[str, str]]:
    for block in _BLANK.split(text):
        pairs = (line.partition(":") for line in block.splitlines() if ":" in line)
        rule = {key.strip(): value.strip() for key, _, value in pairs}
        if "Rule Name" in rule:
            yield rule


def _is_for(rule: dict[str, str], packet: IncomingPacket, program: str) -> bool:
    if rule.get("Enabled", "").lower() != "yes" or rule.get("Direction", "").lower() != "in":
        return False
    if rule.get("Protocol", "Any").lower() not in ("any", packet.protocol):
        return False
    of_program = rule.get("Program", "Any")
    if of_program.lower() not in ("any", "system", program.lower()) or rule.get("RemoteIP", "Any") == "":
        return False
    ports = rule.get("LocalPort", "Any")
    return ports == "Any" or any_of(within(packet.ports, each) for each in _ports(ports)) is Match.YES


def _ports(text: str) -> Iterator[tuple[int, int]]:
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if first.isdigit() and (not last or last.isdigit()):
            yield int(first), int(last or first)
