"""`dhcp-host`: computers that are ignored, or that always get the same address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.dnsmasq.draft import Draft
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.network_lines import is_free_in
from fogportable.dnsmasq.option_names import read_machine
from fogportable.dnsmasq.outcome import Outcome, corrected, not_supported, unknown, unneeded
from fogportable.dnsmasq.tag_lines import read_mac
from fogportable.language import say
from fogportable.model import ImportVerdict, ProfileChange, StaticHost
from fogportable.protocol.address import MacAddress, MacPattern

_WHOLE = 6
_LEASE = re.compile(r"\d+[smhdw]?|infinite")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9.-]+)?")


@dataclass(frozen=True, slots=True)
class HostLine:
    """What a line says. tags: that it sets. is_ignored: gets no answer. others: what is none of this."""

    macs: tuple[MacPattern, ...] = ()
    tags: tuple[str, ...] = ()
    address: IPv4Address | None = None
    name: str = ""
    lease: str = ""
    is_ignored: bool = False
    others: tuple[str, ...] = ()


def read_host(line: ConfigLine) -> HostLine:
    """Take the fields apart; they are told by their look, in any order."""
    macs: list[MacPattern] = []
    tags: list[str] = []
    others: list[str] = []
    address: IPv4Address | None = None
    name = lease = ""
    is_ignored = False
    for each in line.fields:
        mac = read_mac(each) if ":" in each else None
        if mac is not None:
            macs.append(mac)
        elif each.startswith(("set:", "net:")):
            tags.append(each[4:])
        elif each == "ignore":
            is_ignored = True
        elif address is None and read_machine(each) is not None:
            address = read_machine(each)
        elif _LEASE.fullmatch(each):
            lease = each
        elif not name and _NAME.fullmatch(each):
            name = each
        elif each:
            others.append(each)
    return HostLine(tuple(macs), tuple(tags), address, name, lease, is_ignored, tuple(others))


def dhcp_host(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """One line; its tags are set before."""
    host = read_host(line)
    if not line.fields:
        return unknown(say("It names no computer."))
    if not host.macs:
        return not_supported(say("Computers are told by their hardware address only."))
    macs = ", ".join(map(str, host.macs))
    if host.is_ignored:
        draft.deny.update(dict.fromkeys(host.macs))
        change = ProfileChange("clients.deny", macs)
        return Outcome(
            ImportVerdict.BECAME, (change,), say("Honoured beside another DHCP server too, unlike in dnsmasq.")
        )
    if host.address is None:
        return _without_address(draft, host, macs)
    if draft.private is None:
        return not_supported(
            say("It gives an address, which only a private network does; the site's DHCP server must.")
        )
    return _static(draft, host)


def _without_address(draft: Draft, host: HostLine, macs: str) -> Outcome:
    used = [tag for tag in host.tags if draft.tags.is_used(tag)]
    if used:
        change = ProfileChange("boot.rule.mac", macs)
        return Outcome(ImportVerdict.BECAME, (change,), say("For the lines with tag:{tag}.", tag=used[0]))
    if any(mac in draft.allow for mac in host.macs):
        return Outcome(ImportVerdict.BECAME, (ProfileChange("clients.allow", macs),))
    return unneeded(say("It gives no address, and no line asks for its tag."))


def _static(draft: Draft, host: HostLine) -> Outcome:
    card = draft.private_card
    pattern = host.macs[0]
    if host.address is None or len(pattern.octets) != _WHOLE:
        return not_supported(say("An address of its own needs the whole hardware address."))
    if card is not None and not is_free_in(card, host.address):
        return not_supported(
            say("{address} is no computer's in the private network, {card}.", address=host.address, card=card)
        )
    mac = MacAddress(pattern.octets)
    if draft.taken & {mac, host.address}:
        return not_supported(say("An earlier line has the same computer or the same address."))
    draft.taken |= {mac, host.address}
    name = host.name.partition(".")[0]
    static = StaticHost(mac, host.address, name, is_infinite=host.lease == "infinite")
    draft.hosts.append(static)
    words = f"{mac} gets {host.address}" + (f" as {name}" if name else "")
    words += say(" for ever") if static.is_infinite else ""
    left = [*map(str, host.macs[1:]), *host.others]
    if host.lease and not static.is_infinite:
        left.append(say("a lease of {lease}", lease=host.lease))
    change = ("private_network.host", words)
    if left:
        return corrected(say("Left out: {fields}.", fields=", ".join(left)), change)
    return Outcome(ImportVerdict.BECAME, corrected("", change).became)
