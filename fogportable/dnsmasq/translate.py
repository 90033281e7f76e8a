"""From the lines of all files to a profile, and what became of each line.

Lines depend on each other, not on their order: ranges come before cards, tags before those who ask for them.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.dnsmasq import boot_lines, host_lines, menu_lines, network_lines, option_lines, tftp_lines
from fogportable.dnsmasq.boot_files import BootFolder
from fogportable.dnsmasq.directives import DNS_CONTENT, FIXED, dns_content
from fogportable.dnsmasq.draft import Draft, Imported, Machine
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.option_names import read_address
from fogportable.dnsmasq.outcome import Outcome, became, not_supported, unknown, unneeded
from fogportable.dnsmasq.rule_order import choose_for_ipxe, finish_rules
from fogportable.dnsmasq.tag_lines import TAG_SETTERS, TagSetter, read_tag_setter
from fogportable.dnsmasq.tags import Condition, Stage
from fogportable.language import say
from fogportable.model import BootRule, IpxeClients, PxeMenu
from fogportable.protocol.pxe.archs import ARCH_NAMES

_Handler = Callable[[Draft, ConfigLine, int], Outcome | None]

#: Translated in this order; the outcome None comes from the order of the rules.
_NETWORK: Mapping[str, _Handler] = {"interface": network_lines.interface, "pxe-prompt": menu_lines.pxe_prompt}
_SETTINGS: Mapping[str, _Handler] = {
    "domain": network_lines.domain,
    "tftp-root": tftp_lines.tftp_root,
    "tftp-no-blocksize": tftp_lines.no_block_size,
    "tftp-mtu": tftp_lines.mtu,
    "tftp-single-port": tftp_lines.single_port,
    "tftp-port-range": tftp_lines.port_range,
    "tftp-unique-root": tftp_lines.unique_root,
    "dhcp-pxe-vendor": tftp_lines.pxe_vendor,
    "pxe-service": menu_lines.pxe_service,
    "dhcp-boot": boot_lines.dhcp_boot,
    "dhcp-ignore": boot_lines.dhcp_ignore,
    "dhcp-option": option_lines.dhcp_option,
    "dhcp-option-force": option_lines.dhcp_option,
    "dhcp-option-pxe": option_lines.dhcp_option,
}
_HOSTS: Mapping[str, _Handler] = {"dhcp-host": host_lines.dhcp_host}
#: A file with more unknown words is something else, and looking for what was meant takes its time.
_MOST_HINTS = 50
_READ_ELSEWHERE = frozenset({"conf-file", "conf-dir"})
_KNOWN = [*FIXED, *DNS_CONTENT, *_NETWORK, *_SETTINGS, *_HOSTS, *TAG_SETTERS, *_READ_ELSEWHERE, "dhcp-range"]


def translate(lines: tuple[ConfigLine, ...], machine: Machine, files: tuple[str, ...] = ()) -> Imported:
    """Never raises for what people wrote. files: all that are read, as they were named."""
    draft = _prepare(lines, machine, files)
    _handle(draft, lines, {"dhcp-range": network_lines.dhcp_range}, only=network_lines.is_proxy_range)
    _handle(draft, lines, {"dhcp-range": network_lines.dhcp_range})
    for table in (_NETWORK, _SETTINGS, _HOSTS):
        _handle(draft, lines, table)
    root_index = _root_index(lines, draft)
    rules = finish_rules(draft, root_index)
    rules, ipxe_clients = choose_for_ipxe(draft, rules, root_index)
    for index, line in enumerate(lines):
        if index not in draft.outcomes:
            draft.outcomes[index] = _rest(draft, line)
    _finish_network(draft)
    profile = _profile(draft, rules, ipxe_clients)
    return Imported(
        profile, tuple(draft.outcomes[index] for index in range(len(lines))), (*draft.network_to_do, *draft.to_do)
    )


def _handle(
    draft: Draft,
    lines: Sequence[ConfigLine],
    table: Mapping[str, _Handler],
    only: Callable[[ConfigLine], bool] = lambda _line: True,
) -> None:
    for index, line in enumerate(lines):
        if line.option not in table or line.problem or index in draft.outcomes or not only(line):
            continue
        outcome = table[line.option](draft, line, index)
        if outcome is not None:
            draft.outcomes[index] = outcome


# --- before -----------------------------------------------------------------------------------------------------


def _prepare(lines: tuple[ConfigLine, ...], machine: Machine, files: tuple[str, ...]) -> Draft:
    sound = tuple(line for line in lines if not line.problem)
    draft = Draft(machine, BootFolder.at(tftp_lines.last_root(sound)), files)
    draft.is_dns_off = any(line.option == "port" and line.value == "0" for line in sound)
    if any(line.option == "enable-tftp" for line in sound):
        proxies = (network_lines.range_fields(line) for line in sound if network_lines.is_proxy_range(line))
        found = (read_address(fields[0]) for fields in proxies if fields)
        draft.self_addresses = frozenset(each for each in found if each is not None)
    cards = (name for line in sound if line.option == "interface" for name in line.fields if machine.has(name))
    draft.named_cards = tuple(dict.fromkeys(cards))
    draft.has_boot_lines = any(line.option in ("dhcp-boot", "pxe-service") for line in sound)
    draft.named_files = frozenset(draft.folder.plain_name(name) for name in _named_files(sound))
    hosts = [host_lines.read_host(line) for line in sound if line.option == "dhcp-host"]
    draft.known_macs = tuple(mac for host in hosts if not host.is_ignored for mac in host.macs)
    for host in hosts:
        for tag in host.tags:
            draft.tags.add(tag, (Condition(macs=host.macs),) if host.macs else ())
    if draft.known_macs:
        draft.tags.add("known", (Condition(macs=draft.known_macs),))
    _add_network_tags(draft, sound)
    _add_tags(draft, sound)
    return draft


def _named_files(lines: tuple[ConfigLine, ...]) -> list[str]:
    boots = [fields[0] for line in lines if line.option == "dhcp-boot" and (fields := line.without_tags()[1])]
    services = [line.without_tags()[1] for line in lines if line.option == "pxe-service"]
    return boots + [fields[2] for fields in services if len(fields) > 2 and "." in fields[2]]


def _add_network_tags(draft: Draft, lines: tuple[ConfigLine, ...]) -> None:
    """Tags of ranges and cards: with one of them they mean everybody."""
    ranges = [line for line in lines if line.option == "dhcp-range"]
    names = [each.removeprefix("set:") for line in ranges for each in line.fields if each.startswith("set:")]
    cards = [each for line in lines if line.option == "interface" for each in line.fields if each]
    for name, is_only in [
        *((name, len(ranges) == 1) for name in dict.fromkeys(names)),
        *((name, len(set(cards)) == 1) for name in dict.fromkeys(cards)),
    ]:
        if is_only:
            draft.tags.add(name, (Condition(),))
        else:
            draft.tags.add_problem(name, say("rules do not look at networks"))


def _add_tags(draft: Draft, lines: tuple[ConfigLine, ...]) -> None:
    for line in lines:
        if line.option not in TAG_SETTERS:
            continue
        setter = read_tag_setter(line)
        if setter is not None and setter.problem:
            draft.tags.add_problem(setter.tag, setter.problem)
        elif setter is not None:
            draft.tags.add(setter.tag, setter.conditions)
        elif line.option == "tag-if":
            _add_tag_if(draft, line)


def _add_tag_if(draft: Draft, line: ConfigLine) -> None:
    """`tag-if=set:<tag>[,set:..][,tag:..]`."""
    wanted = tuple(each[4:] for each in line.fields if each.startswith(("tag:", "net:")))
    selection = draft.tags.select(wanted)
    for name in (each[4:] for each in line.fields if each.startswith("set:")):
        if selection.problem:
            draft.tags.add_problem(name, selection.problem)
        else:
            draft.tags.add(name, selection.conditions)


# --- after ------------------------------------------------------------------------------------------------------


def _root_index(lines: tuple[ConfigLine, ...], draft: Draft) -> int | None:
    found = (
        index
        for index, line in enumerate(lines)
        if line.option == "tftp-root" and not line.problem and line.value == draft.folder.root
    )
    return next(found, None)


def _rest(draft: Draft, line: ConfigLine) -> Outcome:
    """Lines without a handler of their own."""
    if line.problem:
        return unknown(say("It cannot be read: {problem}. dnsmasq refuses it too.", problem=line.problem))
    if line.option in FIXED:
        fixed = FIXED[line.option]
        return replace(fixed, why=say(fixed.why))
    if line.option in DNS_CONTENT:
        return dns_content(is_dns_off=draft.is_dns_off)
    if line.option in TAG_SETTERS:
        return _tag_outcome(draft, line)
    if line.option in _READ_ELSEWHERE:
        return _other_file(draft, line)
    draft.unknown_lines += 1
    is_worth_it = draft.unknown_lines <= _MOST_HINTS
    near = difflib.get_close_matches(line.option.lower()[:60], _KNOWN, n=1) if is_worth_it else []
    hint = say(" {name} is probably meant.", name=near[0]) if near else ""
    return unknown(say("dnsmasq has no such directive.{hint}", hint=hint))


def _tag_outcome(draft: Draft, line: ConfigLine) -> Outcome:
    if line.option == "tag-if":
        names = [each[4:] for each in line.fields if each.startswith("set:")]
        if any(draft.tags.is_used(name) for name in names):
            return became(
                "boot.rule", "conditions", say("It is in the rules of the lines with tag:{tag}.", tag=names[0])
            )
        return unneeded(say("No line asks for the tag it sets."))
    setter = read_tag_setter(line)
    if setter is None:
        return unknown(say("It does not say which tag is set, or by what."))
    if not draft.tags.is_used(setter.tag):
        return unneeded(say("No line asks for the tag {tag}.", tag=setter.tag))
    if setter.problem:
        return not_supported(
            say("The tag {tag} cannot be told here: {problem}.", tag=setter.tag, problem=setter.problem)
        )
    return _used_tag(draft, setter)


def _used_tag(draft: Draft, setter: TagSetter) -> Outcome:
    condition = setter.conditions[0]
    if condition.stage is Stage.IPXE:
        return unneeded(say("iPXE is told apart from firmware without being asked to."))
    if condition.macs:
        listed = {"clients.deny": draft.deny, "clients.allow": draft.allow}
        key = next((key for key, macs in listed.items() if condition.macs[0] in macs), "boot.rule.mac")
        return became(key, setter.words)
    if condition.archs is None:
        return unneeded(say("Nobody else is answered."))
    why = say("7 and 9 get the same here.") if condition.archs == ARCH_NAMES["x64"] else ""
    return became("boot.rule.arch", setter.words, why)


def _other_file(draft: Draft, line: ConfigLine) -> Outcome:
    """`conf-file=<file>` and `conf-dir=<folder>[,<ending>..]` are not followed."""
    if not line.value:
        return unknown(say("It names no file."))
    named = PurePosixPath(line.value)
    given = [PurePosixPath(each) for each in draft.files]
    if line.option == "conf-file" and any(each == named or each.name == named.name for each in given):
        return unneeded(say("That file was given too."))
    if line.option == "conf-dir" and any(named in each.parents for each in given):
        return unneeded(say("Files of that folder were given too; those that were not are not read."))
    return not_supported(
        say("It is not followed. Import the files of {folder} too, if they are about network boot.", folder=line.value)
    )


def _finish_network(draft: Draft) -> None:
    """Without any range dnsmasq serves nobody; here the card decides."""
    wanted = draft.machine.wanted
    private = draft.private.interface if draft.private is not None else ""
    if wanted and wanted not in draft.interfaces and wanted != private and not draft.interfaces:
        draft.interfaces.append(wanted)
    if draft.interfaces:
        draft.network_to_do.clear()
    elif not private and not draft.network_to_do:
        draft.to_do.append(say("Choose the network to serve on (network.interfaces): the configuration names none."))


def _profile(draft: Draft, rules: tuple[BootRule, ...], ipxe_clients: IpxeClients) -> Profile:
    private = draft.private
    if private is not None:
        private = replace(private, hosts=tuple(draft.hosts))
    return Profile(
        network=NetworkSettings(tuple(draft.interfaces), tuple(draft.relays)),
        boot=BootSettings(
            root=draft.folder.root, rules=rules, ipxe_clients=ipxe_clients, next_server=draft.next_server
        ),
        menu=draft.menu,
        pxe_menu=_pxe_menu(draft),
        clients=draft.clients,
        options=replace(draft.options, extra=tuple(draft.extra)),
        private_network=private,
        tftp=draft.tftp,
        http=draft.http,
    )


def _pxe_menu(draft: Draft) -> PxeMenu:
    """Without a prompt dnsmasq takes the only entry at once, and shows several until one is chosen."""
    entries = tuple(each.entry for each in draft.entries)
    if draft.prompt is not None:
        return PxeMenu(draft.prompt, draft.prompt_timeout_s, entries)
    archs = frozenset[int]().union(*(each.archs for each in entries))
    has_choice = any(sum(arch in each.archs for each in entries) > 1 for arch in archs)
    return PxeMenu(timeout_s=None if has_choice else 0, entries=entries)
