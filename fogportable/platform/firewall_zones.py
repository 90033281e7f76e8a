"""What an ordinary user may read of firewalld and ufw: the zone of a card, and whether ufw is switched on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fogportable.platform.firewall_walk import IncomingPacket, Judgement, Match, Passage, any_of, within

#: Ports of firewalld's services that concern network boot (/usr/lib/firewalld/services).
_SERVICES: Mapping[str, tuple[str, int]] = {
    "dhcp": ("udp", 67),
    "tftp": ("udp", 69),
    "proxy-dhcp": ("udp", 4011),
    "http": ("tcp", 80),
}
_UFW_ON = re.compile(r"^\s*ENABLED\s*=\s*[\"']?yes", re.MULTILINE | re.IGNORECASE)


def is_ufw_on(text: str) -> bool:
    """Whether ufw.conf says that ufw is switched on."""
    return _UFW_ON.search(text) is not None


def judge_zone(text: str, packet: IncomingPacket) -> Judgement:
    """Whether a zone, as `firewall-cmd --zone=Z --list-all` prints it, lets a packet in.

    firewalld lets in what belongs to a conversation of this machine. Rich rules make it UNKNOWN.
    """
    lines = text.splitlines()
    zone = lines[0].split()[0] if lines and lines[0].strip() else "?"
    words = {key.strip(): value.split() for key, _, value in (line.partition(":") for line in lines[1:])}
    if "target" not in words:
        return Judgement(Passage.UNKNOWN, "firewall-cmd printed what is not understood")
    if packet.is_reply or words["target"] == ["ACCEPT"]:
        return Judgement(Passage.ALLOWED)
    opened = [_SERVICES[each] for each in words.get("services", []) if each in _SERVICES]
    ranges = [(protocol, (port, port)) for protocol, port in opened]
    ranges += [found for each in words.get("ports", []) if (found := _ports(each)) is not None]
    if any_of(within(packet.ports, ports) for protocol, ports in ranges if protocol == packet.protocol) is Match.YES:
        return Judgement(Passage.ALLOWED)
    has_rich_rules = bool(words.get("rich rules")) or lines[-1].strip().startswith("rule ")
    unsure = has_rich_rules or bool(words.get("source-ports")) or packet.protocol in words.get("protocols", [])
    rule = f"firewalld zone {zone} does not open {packet.label}"
    return Judgement(Passage.UNKNOWN if unsure else Passage.BLOCKED, rule)


def _ports(text: str) -> tuple[str, tuple[int, int]] | None:
    """`4011/udp`, `5000-5010/tcp`."""
    match = re.fullmatch(r"(\d+)(?:-(\d+))?/(\w+)", text)
    return None if match is None else (match[3], (int(match[1]), int(match[2] or match[1])))
