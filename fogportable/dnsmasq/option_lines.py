"""`dhcp-option` in all its forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from ipaddress import IPv4Address

from fogportable.dnsmasq.boot_lines import RANK_OPTION, BootFile, add_boot_file
from fogportable.dnsmasq.draft import Draft
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.network_lines import is_domain, is_free_in
from fogportable.dnsmasq.option_names import option_number, option_value, read_address, read_machine
from fogportable.dnsmasq.outcome import Outcome, became, corrected, not_supported, unknown, unneeded
from fogportable.dnsmasq.tags import Stage
from fogportable.language import say, to_say
from fogportable.model import ExtraOption, ImportVerdict, ReplyOptions

_DISCOVERY_CONTROL = 6
_MTFTP = range(1, 6)
_MENU = frozenset({7, 8, 9, 10})
_LONGEST_VALUE = 255
#: Stands in an option for the address of the machine that answers.
_US = IPv4Address(0)

#: Options that network boot or a lease is made of: each answer has the right ones without being told.
_OWN_OPTIONS: dict[int, str] = {
    1: to_say("A private network tells the mask of its card; a proxy tells none."),
    13: to_say("The size of the boot file is told by TFTP; a wrong one here breaks UEFI."),
    28: to_say("A private network tells the broadcast address of its card."),
    43: to_say("The options of PXE are made by FOG Portable itself: see pxe_menu."),
    50: to_say("Only clients send it."),
    51: to_say("The lease time is that of the private network."),
    52: to_say("File and server names are always put where firmware looks for them first."),
    53: to_say("Every answer has its message type."),
    54: to_say("Every answer has our address on that card."),
    55: to_say("Only clients send it."),
    57: to_say("Only clients need it."),
    58: to_say("It follows from the lease time."),
    59: to_say("It follows from the lease time."),
    60: to_say("Every answer says PXEClient or HTTPClient, as the computer did."),
    61: to_say("Only clients send it."),
    77: to_say("Only clients send it."),
    82: to_say("It is given back to relays as it came."),
    93: to_say("Only clients send it."),
    94: to_say("Only clients send it."),
    97: to_say("It is given back as it came."),
    175: to_say("iPXE is told to prefer these answers anyway."),
}


@dataclass(frozen=True, slots=True)
class _Option:
    """One plain option. tags: of its line. fields, is_quoted: its values."""

    code: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    is_quoted: tuple[bool, ...]
    index: int

    @property
    def text(self) -> str:
        return ",".join(self.fields)


def dhcp_option(draft: Draft, line: ConfigLine, index: int) -> Outcome | None:
    """`dhcp-option=[tag:..,][encap:..,|vendor:..,]<number or name>[,<value>...]`, `dhcp-option-force`, `-pxe`."""
    tags, fields = line.without_tags()
    is_quoted = line.is_quoted[len(line.fields) - len(fields) :]
    if not fields:
        return unknown(say("It names no option."))
    if fields[0].startswith("vendor:"):
        return _vendor_option(fields[0].removeprefix("vendor:"), fields[1:])
    if fields[0].startswith("encap:"):
        return _encapsulated(fields[0].removeprefix("encap:"), fields[1:])
    if fields[0].startswith("vi-encap:"):
        return not_supported(say("Options of other makers' classes are not sent."))
    if fields[0].startswith("option6:"):
        return not_supported(say("It is about IPv6; network boot here is IPv4."))
    code = option_number(fields[0])
    if code is None:
        return unknown(say("There is no option {option}.", option=fields[0].removeprefix("option:")))
    option = _Option(code, tags, fields[1:], is_quoted[1:], index)
    if code in _OWN_OPTIONS:
        return unneeded(say(_OWN_OPTIONS[code]))
    handler = _BY_CODE.get(code, _extra)
    return handler(draft, option)


# --- inside others ----------------------------------------------------------------------------------------------


def _vendor_option(name: str, fields: tuple[str, ...]) -> Outcome:
    """A sub-option of 43 for a vendor class."""
    if not name.startswith("PXEClient"):
        return not_supported(say("Options for the class {name} are not sent.", name=name))
    code = option_number(fields[0]) if fields else None
    value = ",".join(fields[1:])
    if code == _DISCOVERY_CONTROL:
        return corrected(_discovery_words(value))
    if code in _MTFTP:
        return unneeded(say("Multicast TFTP is never offered; UEFI refuses offers that have all its options."))
    if code in _MENU:
        return not_supported(say("The menu of the firmware is made by FOG Portable: see pxe_menu."))
    return not_supported(say("Raw sub-options of option 43 are not sent."))


def _discovery_words(value: str) -> str:
    """What `vendor:PXEClient,6,2b` really does."""
    read = re.fullmatch(r"(\d{1,3})b", value)
    meaning = (
        say("{value} is read as the number {number}, not as hexadecimal 0x{value}. ", value=value, number=read[1])
        if read
        else ""
    )
    return say(
        "Left out. {meaning}dnsmasq sends it as a second sub-option 6 beside its own; UEFI takes the last one and "
        "ends with PXE-E21. Discovery by multicast is off here anyway, with one sub-option 6.",
        meaning=meaning,
    )


def _encapsulated(number: str, fields: tuple[str, ...]) -> Outcome:
    if number != "175":
        return not_supported(say("Raw sub-options of option {number} are not sent.", number=number))
    if fields and fields[0] in ("176", "1"):
        return unneeded(say("iPXE is told to prefer these answers anyway."))
    return not_supported(say("iPXE gets its settings from scripts; only the priority of these answers is sent."))


# --- by number --------------------------------------------------------------------------------------------------


def _root_path(draft: Draft, option: _Option) -> Outcome:
    changed = replace(draft.options, root_path=option.text)
    return _text_for_all(draft, option, changed, "root_path", say("Sent by a proxy too, which dnsmasq does not do."))


def _config_file(draft: Draft, option: _Option) -> Outcome:
    return _text_for_all(draft, option, replace(draft.options, config_file=option.text), "config_file")


def _path_prefix(draft: Draft, option: _Option) -> Outcome:
    return _text_for_all(draft, option, replace(draft.options, path_prefix=option.text), "path_prefix")


def _text_for_all(draft: Draft, option: _Option, changed: ReplyOptions, key: str, why: str = "") -> Outcome:
    """A text with a key of its own under [options], unless it is meant for some of the computers only."""
    if option.tags:
        return _extra(draft, option)
    problem = _text_problem(draft, option)
    if problem:
        return not_supported(problem)
    draft.options = changed
    return became(f"options.{key}", option.text, why)


def _text_problem(draft: Draft, option: _Option) -> str:
    """Why a text cannot be the value of an option for everybody, a sentence; "" when it can."""
    text = option.text
    if any(each.code == option.code for each in draft.extra):
        return say("An earlier line sets the same option for some of the computers.")
    if not text:
        return say("It has no value.")
    if len(text.encode("utf-8", "replace")) > _LONGEST_VALUE:
        return say("It is longer than {most} octets.", most=_LONGEST_VALUE)
    return "" if text.isprintable() else say("It has characters that cannot be sent.")


def _tftp_address(draft: Draft, option: _Option) -> Outcome:
    """Option 150."""
    draft.options = replace(draft.options, has_tftp_address=True)
    outcome = _other_server(draft, option)
    change = became("options.tftp_address", "true").became
    return replace(outcome, became=(*change, *outcome.became), verdict=_worse(outcome.verdict))


def _worse(verdict: ImportVerdict) -> ImportVerdict:
    return ImportVerdict.BECAME if verdict is ImportVerdict.UNNEEDED else verdict


def _other_server(draft: Draft, option: _Option) -> Outcome:
    """Option 66, and the address in 150: who has the files."""
    address = read_machine(option.fields[0]) if option.fields else None
    if not option.fields or (address is not None and draft.machine.is_ours(address)):
        return unneeded(say("This machine's own address is always told."))
    if address is None:
        return corrected(
            say("{text} is a name or a placeholder; this machine's own address is always told.", text=option.text)
        )
    if option.tags:
        return not_supported(say("Another TFTP server for some computers: name it in dhcp-boot."))
    if draft.has_boot_lines:
        return corrected(
            say("Left out: the lines that name boot files say where they are; a proxy never sent this option.")
        )
    draft.next_server = address
    return became("boot.next_server", address, say("Computers load from there, not from this machine."))


def _boot_file(draft: Draft, option: _Option) -> Outcome | None:
    """Option 67; dnsmasq's `dhcp-boot` is stronger."""
    if not option.text:
        return unknown(say("It names no file."))
    selection = draft.tags.select(option.tags)
    return add_boot_file(draft, option.index, selection, BootFile(option.text), RANK_OPTION)


def _router(draft: Draft, option: _Option) -> Outcome:
    if draft.private is None:
        return unneeded(say("A proxy gives no addresses and names no router; the site's DHCP server does."))
    if not option.fields:
        return unneeded(say("No router is told unless one is named."))
    card = draft.private_card
    is_us = read_address(option.fields[0]) == _US
    address = card.ip if is_us and card is not None else read_machine(option.fields[0])
    if is_us and card is None:
        return corrected(say("0.0.0.0 means this machine; no router is told, because the card is not known yet."))
    if address is None:
        return corrected(say("{text} is no address; no router is told.", text=option.text))
    if card is not None and address != card.ip and not is_free_in(card, address):
        return corrected(
            say(
                "{address} is no computer's in the private network, {card}; no router is told.",
                address=address,
                card=card,
            )
        )
    draft.private = replace(draft.private, router=address)
    return became("private_network.router", address)


def _dns(draft: Draft, option: _Option) -> Outcome:
    if draft.private is None:
        return unneeded(say("A proxy names no DNS server; the site's DHCP server does."))
    if not option.fields:
        return unneeded(say("No DNS server is told unless one is named."))
    others = [each for each in option.fields if read_address(each) != _US]
    addresses = tuple(dict.fromkeys(address for each in others if (address := read_machine(each)) is not None))
    if any(read_machine(each) is None for each in others):
        return corrected(say("{text} is not a list of addresses; no DNS server is told.", text=option.text))
    if addresses:
        draft.private = replace(draft.private, dns=addresses)
    change = ("private_network.dns", ", ".join(map(str, addresses)))
    if len(others) == len(option.fields):
        return became(*change)
    why = say("Left out: 0.0.0.0, which means this machine; FOG Portable answers no DNS.")
    return corrected(why, change) if addresses else corrected(why)


def _domain(draft: Draft, option: _Option) -> Outcome:
    if draft.private is None:
        return unneeded(say("A proxy says nothing about names; the site's DHCP server does."))
    if not is_domain(option.text):
        return unknown(say("It is no domain name."))
    draft.private = replace(draft.private, domain=option.text)
    return became("private_network.domain", option.text)


def _extra(draft: Draft, option: _Option) -> Outcome:
    selection = draft.tags.select(option.tags)
    if selection.problem:
        return not_supported(say("It is left out: {problem}.", problem=selection.problem))
    if any(each.macs or each.is_rest or each.stage is not Stage.ANY for each in selection.conditions):
        return not_supported(say("Extra options are for everybody or for architectures."))
    if not any(option.is_quoted) and _US in map(read_address, option.fields):
        return not_supported(say("0.0.0.0 means the address of the machine that answers; here a value is fixed."))
    value = option_value(option.code, option.fields, option.is_quoted)
    if not value or len(value) > _LONGEST_VALUE:
        return not_supported(say("Its value is empty, no name, too large for its size, or longer than 255 octets."))
    archs = frozenset[int]()
    if all(each.archs is not None for each in selection.conditions):
        archs = archs.union(*(each.archs or archs for each in selection.conditions))
    own = {17: draft.options.root_path, 209: draft.options.config_file, 210: draft.options.path_prefix}
    if own.get(option.code):
        return not_supported(say("An earlier line sets the same option for all computers."))
    others = [each.archs for each in draft.extra if each.code == option.code]
    if any(not each or not archs or each & archs for each in others):
        return not_supported(say("An earlier line sets the same option for the same computers."))
    draft.extra.append(ExtraOption(option.code, value, archs))
    return became("options.extra", f"{option.code}: {value.hex(':')}")


_BY_CODE: dict[int, Callable[[Draft, _Option], Outcome | None]] = {
    3: _router,
    6: _dns,
    15: _domain,
    17: _root_path,
    66: _other_server,
    67: _boot_file,
    150: _tftp_address,
    209: _config_file,
    210: _path_prefix,
}
