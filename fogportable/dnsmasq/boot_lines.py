"""`dhcp-boot` and option 67: boot rules. Their order is decided when all are known, see `rule_order.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address
from urllib.parse import quote

from fogportable.boot.policy import SCRIPT_NAME
from fogportable.dnsmasq.boot_files import BIOS, archs_by_name, is_address, is_script, name_problem
from fogportable.dnsmasq.draft import Draft, PendingRule
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.option_names import read_machine
from fogportable.dnsmasq.outcome import Outcome, corrected, not_supported, unknown
from fogportable.dnsmasq.tags import Condition, Selection, Stage
from fogportable.language import say
from fogportable.model import BootRule, ImportVerdict
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe import BootAnswer
from fogportable.protocol.pxe.archs import HTTP_ARCHS, archs_words
from fogportable.protocol.pxe.reply import LONGEST_FILE

_HOST_NAME = re.compile(r"(?!(?:[\dx]+\.){3})[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", re.IGNORECASE)
#: Addresses that stock iPXE opens.
_LOADABLE = re.compile(r"(?:https?|tftp|ftp|nfs)://[^\s/]\S*", re.IGNORECASE)
#: The longest way to name this machine before a file.
_LONGEST_OURS = "tftp://255.255.255.255:65535"
#: Ranks of rules: who is ignored, tagged lines (the last one first), what a negated address leaves, the rest.
RANK_IGNORED, RANK_TAGGED, RANK_REST, RANK_UNTAGGED, RANK_OPTION, RANK_SERVICE = range(6)


@dataclass(frozen=True, slots=True)
class BootFile:
    """What a line says is booted: name, where it lies (None for here), and what was wrong in how it says it."""

    name: str
    server: IPv4Address | None = None
    notes: tuple[str, ...] = ()


def dhcp_boot(draft: Draft, line: ConfigLine, index: int) -> Outcome | None:
    """`dhcp-boot=[tag:..,]<file>[,<server name>[,<server address>]]`. None: the outcome comes with the order."""
    tags, fields = line.without_tags()
    if not fields or not fields[0]:
        return unknown(say("It names no file."))
    server, notes = _server(draft, fields)
    rank = RANK_TAGGED if tags else RANK_UNTAGGED
    return add_boot_file(draft, index, draft.tags.select(tags), BootFile(fields[0], server, notes), rank)


def _server(draft: Draft, fields: tuple[str, ...]) -> tuple[IPv4Address | None, tuple[str, ...]]:
    name, place = (*fields[1:], "", "")[:2]
    if not place and read_machine(name) is not None:
        address, notes = own_or_other(draft, name)
        return address, (
            say("{name} stands in the place of the server's name; it is taken for its address.", name=name),
            *notes,
        )
    return own_or_other(draft, place)


def own_or_other(draft: Draft, text: str) -> tuple[IPv4Address | None, tuple[str, ...]]:
    """The address of another TFTP server, None for this machine; and what was wrong with how it is written."""
    if not text:
        return None, ()
    address = read_machine(text)
    if address is None:
        kind = say("a name") if _HOST_NAME.fullmatch(text) else say("a placeholder, no address")
        return None, (say("{text} is {kind}; this machine's own address is always told.", text=text, kind=kind),)
    if address in draft.self_addresses:
        return None, (
            say("{address} was the machine dnsmasq ran on; this one tells its own address.", address=address),
        )
    return (None if draft.machine.is_ours(address) else address), ()


def add_boot_file(draft: Draft, index: int, selection: Selection, file: BootFile, rank: int) -> Outcome | None:
    """Add the rules that give this file to those selected; None when the order decides the outcome."""
    if selection.problem:
        return not_supported(say("It is left out: {problem}.", problem=selection.problem))
    name = file.name if is_address(file.name) else draft.folder.plain_name(file.name)
    added: list[Outcome] = []
    for condition in selection.conditions:
        outcome = _add_for(draft, index, condition, BootFile(name, file.server, file.notes), rank)
        if outcome is not None:
            added.append(outcome)
    return added[0] if len(added) == len(selection.conditions) else None


def _add_for(draft: Draft, index: int, condition: Condition, file: BootFile, rank: int) -> Outcome | None:
    if condition.is_rest:
        rank = RANK_REST
    # dnsmasq's list is last in, first out: of two lines that fit, the later one counts.
    place = (rank, -index)
    if condition.stage is Stage.IPXE or is_script(file.name):
        return _add_script(draft, index, condition, file, place)
    if is_address(file.name):
        return _http_file(draft, index, condition, file, place)
    name = draft.folder.real_name(file.name, others=draft.named_files)
    problem = name_problem(name)
    if problem:
        return corrected(say("{name} is left out: {problem}.", name=file.name, problem=problem))
    archs, note = fitting_archs(draft, name, condition.archs)
    if not archs:
        return corrected(note)
    notes = (*file.notes, note, _renamed(file.name, name))
    if file.server is not None:
        add_remark(draft, index, say("It is loaded from {server}, not from this machine.", server=file.server))
    too_long = packet_problem(name)
    if too_long:
        return corrected(say("{file} is left out: {too_long}.", file=name[:40], too_long=too_long))
    rule = BootRule(archs, name, macs=condition.macs, next_server=file.server)
    draft.rules.append(PendingRule(index, place, rule))
    add_notes(draft, index, notes)
    return None


def fitting_archs(draft: Draft, name: str, wanted: frozenset[int] | None) -> tuple[frozenset[int], str]:
    """Who of those wanted can run the file, and what is to be said about the others.

    wanted: None for everybody. A file of unknown kind is for those that the line names.
    """
    made_for = draft.folder.archs_of(name)
    if made_for is None:
        made_for = archs_by_name(name)
    if wanted is None:
        if made_for is None:
            return BIOS, say("Nothing says which firmware {name} is for; it is taken for a BIOS file.", name=name)
        words = archs_words(made_for)
        return made_for, say(
            "dnsmasq gives {name} to every firmware; only {words} can run it, and only that gets it here.",
            name=name,
            words=words,
        )
    if made_for is None:
        return wanted - HTTP_ARCHS or wanted, ""
    fitting = wanted & made_for
    if not fitting:
        return fitting, say(
            "{name} is a file for {archs}; {others} cannot run it. Left out.",
            name=name,
            archs=archs_words(made_for),
            others=archs_words(wanted),
        )
    lost = (wanted - made_for) & (BIOS | HTTP_ARCHS | frozenset({6, 7, 9, 11}))
    # Tags with `!` mean everybody else; nobody is surprised that a BIOS file is for the BIOS then.
    if lost and len(wanted) <= 4:
        return fitting, say(
            "{name} is a file for {archs}; {others} cannot run it.",
            name=name,
            archs=archs_words(made_for),
            others=archs_words(lost),
        )
    return fitting, ""


def packet_problem(name: str) -> str:
    """Why no packet can carry this name or address, a clause; "" when one can."""
    try:
        BootAnswer(NO_ADDRESS, NO_ADDRESS, name)
    except ProtocolMisuse:
        return say("a packet carries 1 to {most} printable octets", most=LONGEST_FILE)
    return ""


def _renamed(name: str, real: str) -> str:
    return (
        ""
        if name == real
        else say("There is no {name}: dnsmasq adds .0 to names, here the file is {real} itself.", name=name, real=real)
    )


def _add_script(
    draft: Draft, index: int, condition: Condition, file: BootFile, place: tuple[int, int]
) -> Outcome | None:
    """What iPXE gets instead of the menu."""
    script = file.name
    if not is_address(script):
        problem = name_problem(script, is_script=True)
        is_for_all = not condition.archs and not condition.macs
        if script.lower() == SCRIPT_NAME and not is_for_all:
            problem = say("FOG Portable has a script of its own by that name for the others")
        if problem:
            draft.to_do.append(
                say(
                    "Rename {script}, because {problem}, and put its new name into a boot.rule as script.",
                    script=script,
                    problem=problem,
                )
            )
            return corrected(
                say("{script} is left out: {problem}. iPXE gets the menu.", script=script, problem=problem)
            )
        if file.server is not None:
            script = f"tftp://{file.server}/{script}"
    too_long = packet_problem(script if is_address(script) else f"{_LONGEST_OURS}/{quote(script)}")
    if too_long:
        return corrected(say("{file} is left out: {too_long}.", file=script[:40], too_long=too_long))
    if is_address(script) and not _LOADABLE.fullmatch(script):
        return not_supported(say("iPXE opens http, https, tftp, ftp and nfs addresses only."))
    archs = condition.archs or frozenset()
    draft.rules.append(PendingRule(index, place, BootRule(archs, macs=condition.macs, script=script)))
    notes = file.notes
    if condition.stage is not Stage.IPXE:
        notes = (*notes, say("No firmware can run a script, so only iPXE gets it."))
    add_notes(draft, index, notes)
    return None


def _http_file(
    draft: Draft, index: int, condition: Condition, file: BootFile, place: tuple[int, int]
) -> Outcome | None:
    """A program at a URL: for UEFI HTTP Boot, from this machine's own HTTP service."""
    host, _, path = file.name.partition("://")[2].partition("/")
    address = read_machine(host.partition(":")[0])
    name = draft.folder.plain_name(path.partition("?")[0])
    if address is None or not (draft.machine.is_ours(address) or draft.folder.has(name)) or name_problem(name):
        return not_supported(say("UEFI HTTP Boot gets files of this machine only; copy the file into the TFTP folder."))
    http = condition.archs & HTTP_ARCHS if condition.archs is not None else HTTP_ARCHS
    made_for = draft.folder.archs_of(name)
    archs = http & http_archs_of(made_for) if made_for is not None else http
    if not archs:
        return not_supported(say("Firmware that boots by PXE takes no address; name a file below the TFTP folder."))
    draft.rules.append(PendingRule(index, place, BootRule(archs, name, macs=condition.macs)))
    add_remark(draft, index, say("This machine's own address and HTTP port are told."))
    return None


#: UEFI that boots by HTTP runs the same files as the same UEFI by PXE.
_HTTP_OF_PXE = {0: 20, 6: 15, 7: 16, 9: 17, 10: 18, 11: 19, 25: 26, 27: 28, 29: 30, 37: 38, 39: 40}


def http_archs_of(archs: frozenset[int]) -> frozenset[int]:
    """The numbers of the same firmware when it boots by HTTP."""
    return frozenset(_HTTP_OF_PXE[arch] for arch in archs if arch in _HTTP_OF_PXE)


def add_notes(draft: Draft, index: int, notes: tuple[str, ...]) -> None:
    """Keep what was wrong in a line until its outcome is known."""
    kept = draft.notes.setdefault(index, [])
    kept.extend(each for each in notes if each and each not in kept)


def add_remark(draft: Draft, index: int, remark: str) -> None:
    """Keep what is to be said about a line although nothing is wrong in it."""
    kept = draft.remarks.setdefault(index, [])
    if remark not in kept:
        kept.append(remark)


def dhcp_ignore(draft: Draft, line: ConfigLine, index: int) -> Outcome | None:
    """`dhcp-ignore=tag:..`: addresses go to a list, architectures become a rule."""
    tags = tuple(each.removeprefix("tag:").removeprefix("net:") for each in line.fields if each)
    if not tags:
        return not_supported(say("It would ignore everybody."))
    if tags == ("!known",):
        return _only_known(draft)
    selection = draft.tags.select(tags)
    if selection.problem:
        return not_supported(say("It is left out: {problem}.", problem=selection.problem))
    rest = tuple(each for each in tags if each.startswith("!"))
    if rest and len(tags) == 1:
        return _only_those(draft, tags[0])
    for condition in selection.conditions:
        if condition.stage is not Stage.ANY or condition.is_rest:
            return not_supported(say("iPXE cannot be ignored apart from the firmware that loads it."))
    return _ignore(draft, index, selection.conditions)


def _ignore(draft: Draft, index: int, conditions: tuple[Condition, ...]) -> Outcome:
    changes: list[tuple[str, object]] = []
    for condition in conditions:
        if condition.archs is None and condition.macs:
            draft.deny.update(dict.fromkeys(condition.macs))
            changes.append(("clients.deny", ", ".join(map(str, condition.macs))))
        elif condition.archs is not None:
            rule = BootRule(condition.archs, macs=condition.macs, is_ignored=True)
            draft.rules.append(PendingRule(index, (RANK_IGNORED, index), rule))
            changes.append(("boot.rule", say("{archs} is ignored", archs=archs_words(condition.archs))))
    if not changes:
        return not_supported(say("It would ignore everybody."))
    return Outcome(ImportVerdict.BECAME, corrected("", *changes).became, say("Honoured on every port."))


def _only_known(draft: Draft) -> Outcome:
    if not draft.known_macs:
        return not_supported(say("No dhcp-host line names a computer, so nobody would boot."))
    draft.allow.update(dict.fromkeys(draft.known_macs))
    words = ", ".join(map(str, draft.known_macs))
    return Outcome(ImportVerdict.BECAME, corrected("", ("clients.allow", words)).became)


def _only_those(draft: Draft, tag: str) -> Outcome:
    selection = draft.tags.select((tag.removeprefix("!"),))
    macs = tuple(mac for each in selection.conditions for mac in each.macs if each.archs is None)
    if selection.problem or not macs or any(not each.macs for each in selection.conditions):
        return not_supported(say("A list of computers that may boot holds addresses only."))
    draft.allow.update(dict.fromkeys(macs))
    return Outcome(ImportVerdict.BECAME, corrected("", ("clients.allow", ", ".join(map(str, macs)))).became)
