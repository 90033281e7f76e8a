"""`dhcp-range`, `interface` and `domain`: which cards are served, and whether there is a network of our own."""

from __future__ import annotations

import re
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from fogportable.dnsmasq.boot_lines import add_notes
from fogportable.dnsmasq.draft import Draft
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.option_names import read_address, read_machine
from fogportable.dnsmasq.outcome import Outcome, became, corrected, not_supported, unknown, unneeded
from fogportable.language import say, to_say
from fogportable.model import LONGEST_LEASE_S, SHORTEST_LEASE_S, NetworkInterface, PrivateNetwork

_LEASE = re.compile(r"(\d{1,9})([smhdw]?)")
_LEASE_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
#: The widest private network, 10.0.0.0/8. A wider mask means the whole Internet, and nobody's rooms.
_WIDEST_RELAY = 8
_USUAL_LEASE_S = 3600
_LARGEST_RANGE = 65_536
_LONGEST_DOMAIN = 253
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_CHOOSE = to_say(
    "Choose the network to serve on (network.interfaces): no card of this machine is on that of {address}."
)


def is_proxy_range(line: ConfigLine) -> bool:
    """Whether a `dhcp-range` gives no addresses."""
    return line.option == "dhcp-range" and "proxy" in line.fields


def range_fields(line: ConfigLine) -> tuple[str, ...]:
    """The fields of a `dhcp-range` after its tags and the card's name that old files put first."""
    fields = list(line.fields)
    while fields and re.match(r"(?:tag|set|net|interface):", fields[0]):
        fields.pop(0)
    if len(fields) > 1 and re.fullmatch(r"[a-z][A-Za-z0-9_.-]*", fields[0]) and read_address(fields[1]) is not None:
        fields.pop(0)
    return tuple(fields)


# --- beside another DHCP server ---------------------------------------------------------------------------------


def proxy_range(draft: Draft, line: ConfigLine, index: int) -> Outcome:
    """`dhcp-range=<address>,proxy[,<mask>]`: the card it is on; a wide mask means networks behind relays."""
    fields = range_fields(line)
    address = read_address(fields[0]) if fields else None
    is_first = not draft.has_proxy
    draft.has_proxy = True
    if address is None:
        return _placeholder_range(draft, fields[0] if fields else "", is_first=is_first)
    mask = next((each for each in fields[1:] if each != "proxy" and read_address(each) is not None), "")
    network = _network(address, mask)
    if mask and network is None:
        return unknown(say("{mask} is no network mask.", mask=mask))
    found = draft.machine.card_of(address)
    chosen = draft.machine.wanted if draft.machine.wanted and is_first else found[0].name if found else ""
    if network is not None and network.prefixlen < _WIDEST_RELAY:
        add_notes(
            draft, index, (say("The mask {mask} would mean half the Internet; no relays are answered.", mask=mask),)
        )
    relay = _relay(draft, network, found[1] if found else None)
    changes: list[tuple[str, object]] = [("network.relays", relay)] if relay else []
    if chosen:
        if chosen not in draft.interfaces:
            draft.interfaces.append(chosen)
        changes.insert(0, ("network.interfaces", chosen))
        notes = draft.notes.get(index, [])
        if notes:
            return corrected(" ".join(notes), *changes)
        return _proxy_outcome(changes, _card_words(chosen, address, found))
    if relay and not is_first:
        return became("network.relays", relay)
    draft.network_to_do.append(say(_CHOOSE, address=address))
    return corrected(
        say("No card of this machine has {address} or shares its network: the card must be chosen.", address=address),
        *changes,
    )


def _proxy_outcome(changes: list[tuple[str, object]], why: str) -> Outcome:
    outcome = became(*changes[0], why)
    return replace(outcome, became=corrected("", *changes).became)


def _card_words(chosen: str, address: IPv4Address, found: tuple[NetworkInterface, IPv4Interface] | None) -> str:
    if found is None or found[0].name != chosen:
        return say("{chosen} was named, so the address {address} does not choose.", chosen=chosen, address=address)
    if found is not None and found[1].ip == address:
        return say("{chosen} has the address {address}.", chosen=chosen, address=address)
    return say("{chosen} is on the network of {address}.", chosen=chosen, address=address)


def _placeholder_range(draft: Draft, text: str, *, is_first: bool) -> Outcome:
    wanted = draft.machine.wanted
    if wanted and is_first:
        draft.interfaces.append(wanted)
        return corrected(
            say("{text} is a placeholder; {wanted} was named.", text=text, wanted=wanted),
            ("network.interfaces", wanted),
        )
    draft.network_to_do.append(
        say("Choose the network to serve on (network.interfaces): the configuration has a placeholder.")
    )
    return corrected(say("{text} is no address but a placeholder: the card must be chosen.", text=text or "Nothing"))


def _network(address: IPv4Address, mask: str) -> IPv4Network | None:
    try:
        return IPv4Network(f"{address}/{mask}", strict=False) if mask else None
    except ValueError:
        return None


def _relay(draft: Draft, network: IPv4Network | None, card: IPv4Interface | None) -> IPv4Network | None:
    """The network whose relayed requests are to be answered: one that is wider than the card's own."""
    if network is None or network.prefixlen < _WIDEST_RELAY or (card is not None and network.subnet_of(card.network)):
        return None
    if network not in draft.relays:
        draft.relays.append(network)
    return network


# --- a network of our own ---------------------------------------------------------------------------------------


def address_range(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`dhcp-range=<first>,<last>[,<mask>[,<broadcast>]][,<lease>]`: the private network, on a card of its own."""
    fields = range_fields(line)
    if any(":" in each or each.startswith(("constructor", "ra-", "slaac")) for each in fields):
        return not_supported(say("It is about IPv6; network boot here is IPv4."))
    if len(fields) > 1 and fields[1] == "static":
        return not_supported(
            say("A private network has a range of addresses; name one with dhcp-range=<first>,<last>.")
        )
    first, last = (read_machine(each) for each in (*fields, "", "")[:2])
    if first is None or last is None or last < first:
        return unknown(say("It does not begin with the first and last address of a range."))
    if int(last) - int(first) >= _LARGEST_RANGE:
        return not_supported(say("A private network has {most} addresses at most.", most=_LARGEST_RANGE))
    if draft.private is not None:
        return not_supported(say("There is one private network, and an earlier line has it."))
    card = _private_card(draft, first)
    if not card:
        return not_supported(
            say(
                "No card of this machine is on the network of {first}. Give one an address there and import again.",
                first=first,
            )
        )
    if card in draft.interfaces:
        return not_supported(
            say("{card} already serves beside another DHCP server; addresses need a card of their own.", card=card)
        )
    return _take_private(draft, card, first, last, fields[2:])


def _private_card(draft: Draft, first: IPv4Address) -> str:
    found = draft.machine.card_of(first)
    if found is not None:
        draft.private_card = found[1]
        return found[0].name
    free = [name for name in draft.named_cards if name not in draft.interfaces]
    if len(free) == 1:
        return free[0]
    return "" if draft.has_proxy else draft.machine.wanted


def _take_private(draft: Draft, card: str, first: IPv4Address, last: IPv4Address, rest: tuple[str, ...]) -> Outcome:
    network = draft.private_card.network if draft.private_card is not None else None
    if network is not None and last not in network:
        return not_supported(
            say("{last} is outside the network of {card}, {network}.", last=last, card=card, network=network)
        )
    if network is None:
        draft.to_do.append(
            say(
                "Give {card} an address in the network of {first}; addresses are given in its own only.",
                card=card,
                first=first,
            )
        )
    lease_s, note = _lease(rest)
    draft.private = PrivateNetwork(interface=card, first=first, last=last, lease_s=lease_s)
    changes: tuple[tuple[str, object], ...] = (
        ("private_network.interface", card),
        ("private_network.first", first),
        ("private_network.last", last),
        ("private_network.lease_time", f"{lease_s} s"),
    )
    if note:
        return corrected(note, *changes)
    why = say(
        "It starts only while no other DHCP server answers there. UEFI boots on it, which it does not with dnsmasq."
    )
    return _proxy_outcome(list(changes), why)


def _lease(rest: tuple[str, ...]) -> tuple[int, str]:
    """The lease time (s), and what had to be changed about it."""
    text = next((each for each in rest if read_address(each) is None and each), "")
    if not text:
        return _USUAL_LEASE_S, ""
    if text == "infinite":
        return LONGEST_LEASE_S, say("Leases end after 30 days at the latest; hosts may have one without end.")
    found = _LEASE.fullmatch(text)
    if found is None:
        return _USUAL_LEASE_S, say("{text} is no lease time; one hour is taken.", text=text)
    wished = int(found[1]) * _LEASE_UNITS[found[2]]
    lease_s = max(SHORTEST_LEASE_S, min(LONGEST_LEASE_S, wished))
    return lease_s, "" if lease_s == wished else say("Leases last from one minute to 30 days.")


# --- cards and names --------------------------------------------------------------------------------------------


def dhcp_range(draft: Draft, line: ConfigLine, index: int) -> Outcome:
    """Either kind."""
    return proxy_range(draft, line, index) if is_proxy_range(line) else address_range(draft, line, index)


def interface(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`interface=<card>`; comes after the ranges, which choose better than a name from another machine."""
    names = [each for each in line.fields if each]
    if not names:
        return unknown(say("It names no card."))
    taken = [name for name in names if name in draft.interfaces]
    private = draft.private.interface if draft.private is not None else ""
    if draft.machine.wanted:
        return _named_otherwise(draft, names)
    missing = [name for name in names if not draft.machine.has(name)]
    if missing and len(missing) == len(names):
        served = ", ".join(draft.interfaces) or private
        instead = say("{served} is served instead.", served=served) if served else say("The card must be chosen.")
        return corrected(
            say("This machine has no card called {cards}. {instead}", cards=", ".join(missing), instead=instead)
        )
    if private and private not in names and not draft.has_proxy:
        return unneeded(say("No dhcp-range is on its network, so dnsmasq boots nobody there."))
    if not taken and private not in names and not draft.interfaces:
        draft.interfaces.extend(name for name in names if draft.machine.has(name))
        taken = list(draft.interfaces)
    if taken:
        return became("network.interfaces", ", ".join(taken))
    if private in names:
        return became("private_network.interface", private)
    return corrected(say("The address in dhcp-range chooses another card: {cards}.", cards=", ".join(draft.interfaces)))


def _named_otherwise(draft: Draft, names: list[str]) -> Outcome:
    wanted = draft.machine.wanted
    if wanted in names:
        if wanted not in draft.interfaces and (draft.private is None or draft.private.interface != wanted):
            draft.interfaces.append(wanted)
        return became("network.interfaces", wanted)
    return unneeded(say("{wanted} was named instead.", wanted=wanted))


def is_free_in(card: IPv4Interface, address: IPv4Address) -> bool:
    """Whether a computer on the card's network may have this address: not ours, nor one of the network itself."""
    network = card.network
    return address in network and address not in (card.ip, network.network_address, network.broadcast_address)


def is_domain(text: str) -> bool:
    """Whether it is a domain name that a private network can tell."""
    return len(text) <= _LONGEST_DOMAIN and _DOMAIN.fullmatch(text) is not None


def domain(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`domain=<name>`: computers of a private network are told it."""
    if draft.private is None:
        return unneeded(say("A proxy says nothing about names; the site's DHCP server does."))
    if not is_domain(line.value):
        return unknown(say("It is no domain name."))
    draft.private = replace(draft.private, domain=line.value)
    return became("private_network.domain", line.value)
