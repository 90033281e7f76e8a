"""The boot rules of all lines, in the order in which the first match means what dnsmasq would have chosen.

dnsmasq takes of several `dhcp-boot` lines the last one whose tags all fit, and only then the last one without tags
(rfc2131.c: find_boot). Architectures that an earlier rule names are taken out of later ones, so that each is read once.
"""

from __future__ import annotations

from dataclasses import replace

from fogportable.dnsmasq.boot_files import is_ipxe
from fogportable.dnsmasq.boot_lines import RANK_SERVICE
from fogportable.dnsmasq.draft import Draft, PendingRule
from fogportable.dnsmasq.outcome import Outcome, corrected, unneeded
from fogportable.language import say, to_say
from fogportable.model import BootRule, ImportVerdict, IpxeClients, Menu, MenuAction, MenuEntry, ProfileChange
from fogportable.protocol.pxe.archs import ARCH_NAMES, archs_words

#: The script of a FOG server that leads iPXE on to its web page.
_FOG_SCRIPT = "default.ipxe"
_FOG_TIMEOUT_S = 3
#: So many files are told that they do not go round in circles; who has more has understood.
_MOST_SAID = 20
_SAME = to_say("Another line gives the same computers the same.")
_OTHER = to_say(
    "Left out: another line counts for the same computers. Of several lines that fit, dnsmasq takes the last one."
)


def finish_rules(draft: Draft, root_index: int | None) -> tuple[BootRule, ...]:
    """Order the rules, add what the folder has for other firmware, and say for each line what became of it.

    root_index: the line that names the folder, None without one.
    """
    kept = _without_covered(sorted(draft.rules, key=lambda each: each.rank))
    _say(draft, kept)
    found = tuple(rule for rule in _from_folder(draft, kept) if rule.archs)
    if found and root_index is not None:
        _say_found(draft, root_index, found)
    rules = (*(each.rule for each in kept), *found)
    if root_index is None and any(rule.file and rule.next_server is None for rule in rules):
        draft.to_do.append(say("Name the folder with the boot files in boot.root: the configuration has no tftp-root."))
    if rules and not any(rule.archs & ARCH_NAMES["x64"] and rule.file for rule in rules):
        draft.to_do.append(
            say(
                "Put a file for UEFI x64 into the TFTP folder and name it in a boot.rule: "
                "such computers get no answer yet."
            )
        )
    _tell_shared_servers(draft, rules)
    return rules


def _tell_shared_servers(draft: Draft, rules: tuple[BootRule, ...]) -> None:
    """A rule that names no server gets that of a later rule for the same computers, if that names one."""
    elsewhere = next((rule.next_server for rule in rules if not rule.macs and rule.next_server is not None), None)
    if elsewhere is not None and any(rule.macs and rule.file and rule.next_server is None for rule in rules):
        draft.to_do.append(
            say(
                "Look at the rules for single computers: "
                "their files come from {elsewhere} too, as the rule for all says.",
                elsewhere=elsewhere,
            )
        )


def _without_covered(pending: list[PendingRule]) -> list[PendingRule]:
    files, scripts = _Said(), _Said()
    kept: list[PendingRule] = []
    special: set[BootRule] = set()
    for each in pending:
        said = scripts if each.rule.script else files
        left = said.left(each.rule.archs)
        if left is None:
            continue
        rule = replace(each.rule, archs=left)
        if not rule.macs:
            said.add(rule.archs)
        elif rule in special:
            continue
        special.add(rule)
        kept.append(PendingRule(each.index, each.rank, rule))
    return kept


class _Said:
    """Architectures that a rule has named already."""

    def __init__(self) -> None:
        self._archs: set[int] = set()
        self._is_all = False

    def left(self, archs: frozenset[int]) -> frozenset[int] | None:
        """Those of these that are new, empty for everybody; None when there are none."""
        if self._is_all:
            return None
        return (archs - self._archs or None) if archs else archs

    def add(self, archs: frozenset[int]) -> None:
        """These are named now; empty for everybody."""
        self._is_all = self._is_all or not archs
        self._archs |= archs


def _say(draft: Draft, kept: list[PendingRule]) -> None:
    """The outcome of every line that wanted a rule and has none yet; services get theirs as one key more."""
    given = {(each.rule.file, each.rule.script, each.rule.next_server) for each in kept}
    kept_of, wanted_of = _by_line(kept), _by_line(draft.rules)
    for index, wanted in wanted_of.items():
        changes = tuple(ProfileChange("boot.rule", rule_words(rule)) for rule in kept_of.get(index, []))
        outcome = draft.outcomes.get(index)
        if outcome is not None:
            draft.outcomes[index] = replace(outcome, became=(*outcome.became, *_new(changes, outcome)))
        elif not changes:
            is_same = all((rule.file, rule.script, rule.next_server) in given for rule in wanted)
            draft.outcomes[index] = unneeded(say(_SAME)) if is_same else corrected(say(_OTHER))
        else:
            notes = draft.notes.get(index, [])
            verdict = ImportVerdict.CORRECTED if notes else ImportVerdict.BECAME
            draft.outcomes[index] = Outcome(verdict, changes, " ".join((*notes, *draft.remarks.get(index, []))))


def _by_line(rules: list[PendingRule]) -> dict[int, list[BootRule]]:
    found: dict[int, list[BootRule]] = {}
    for each in rules:
        found.setdefault(each.index, []).append(each.rule)
    return found


def _new(changes: tuple[ProfileChange, ...], outcome: Outcome) -> tuple[ProfileChange, ...]:
    return tuple(each for each in changes if each not in outcome.became and "is ignored" not in each.value)


def rule_words(rule: BootRule) -> str:
    """`BIOS gets undionly.kpxe`, `52:54:00:12:34:56 gets other.efi from 10.0.0.5`, `iPXE gets http://...`."""
    macs = ", ".join(map(str, rule.macs))
    archs = archs_words(rule.archs) if rule.archs else ""
    who = f"{macs} ({archs})" if macs and archs else macs or archs
    if rule.is_ignored:
        return say("{who} is ignored", who=who)
    if rule.script:
        return f"{f'iPXE of {who}' if who else 'iPXE'} gets {rule.script}"
    source = f" from {rule.next_server}" if rule.next_server is not None else ""
    return f"{who or 'everybody'} gets {rule.file}{source}"


# --- the folder -------------------------------------------------------------------------------------------------


def _from_folder(draft: Draft, kept: list[PendingRule]) -> tuple[BootRule, ...]:
    """Files for firmware that no line says anything about; what is ignored on purpose stays so."""
    said = _Said()
    for each in kept:
        if not each.rule.script and not each.rule.macs:
            said.add(each.rule.archs)
    found = []
    for rule in draft.folder.known_rules():
        left = said.left(rule.archs)
        if left:
            said.add(left)
            found.append(BootRule(left, rule.file))
    return tuple(found)


def _say_found(draft: Draft, index: int, found: tuple[BootRule, ...]) -> None:
    outcome = draft.outcomes[index]
    words = ", ".join(f"{rule.file} for {archs_words(rule.archs)}" for rule in found)
    draft.outcomes[index] = replace(
        outcome,
        became=(*outcome.became, *(ProfileChange("boot.rule", rule_words(rule)) for rule in found)),
        why=say(
            "{why} No other line has a file for these; the folder has {words}.", why=outcome.why, words=words
        ).strip(),
    )


# --- what iPXE gets ---------------------------------------------------------------------------------------------


def choose_for_ipxe(
    draft: Draft, rules: tuple[BootRule, ...], root_index: int | None
) -> tuple[tuple[BootRule, ...], IpxeClients]:
    """Whether iPXE gets a script, or what firmware gets: a file that is no iPXE leads on, iPXE again would not.

    Where only some of the files are iPXE, the others are the script of iPXE on their firmware.
    """
    files = [rule for rule in rules if rule.file and not rule.is_ignored]
    if any(rule.script for rule in rules):
        return rules, IpxeClients.SCRIPT
    strangers = [rule for rule in files if not is_ipxe(rule.file)]
    if files and len(strangers) == len(files):
        _add_to_line(draft, files[0].file, ProfileChange("boot.ipxe_clients", IpxeClients.FIRMWARE.value), "")
        return rules, IpxeClients.FIRMWARE
    for file in list(dict.fromkeys(rule.file for rule in files if is_ipxe(rule.file)))[:_MOST_SAID]:
        _add_to_line(draft, file, None, _NO_LOOP)
    led_on = tuple(replace(rule, script=rule.file) if rule.file and not is_ipxe(rule.file) else rule for rule in rules)
    for file in list(dict.fromkeys(rule.file for rule in strangers))[:_MOST_SAID]:
        _add_to_line(draft, file, ProfileChange("boot.rule.script", file), say("iPXE in a card is led on to it too."))
    if not strangers:
        _lead_to_fog(draft, root_index)
    return led_on, IpxeClients.SCRIPT


_NO_LOOP = to_say("The iPXE it loads gets the menu, not the same file again, with which dnsmasq goes round for ever.")


def _add_to_line(draft: Draft, file: str, change: ProfileChange | None, why: str) -> None:
    """Say something more at the first line that gives this file to firmware."""
    wanting = (each for each in draft.rules if each.rule.file == file and draft.outcomes[each.index].became)
    best = min(wanting, key=lambda each: (each.rank[0] == RANK_SERVICE, each.index), default=None)
    if best is None:
        return
    outcome = draft.outcomes[best.index]
    changes = outcome.became if change is None else (*outcome.became, change)
    draft.outcomes[best.index] = replace(outcome, became=changes, why=f"{outcome.why} {why}".strip())


def _lead_to_fog(draft: Draft, root_index: int | None) -> None:
    """A folder of a FOG server has the script that its own iPXE loads: the menu does so for any iPXE."""
    if root_index is None or not draft.folder.has(_FOG_SCRIPT):
        return
    entries = (MenuEntry("FOG", MenuAction.CHAIN_FILE, file=_FOG_SCRIPT), *Menu().entries)
    draft.menu = Menu(entries=entries, timeout_s=_FOG_TIMEOUT_S)
    outcome = draft.outcomes[root_index]
    changes = (ProfileChange("menu.entry", f"FOG: {_FOG_SCRIPT}"), ProfileChange("menu.timeout", f"{_FOG_TIMEOUT_S} s"))
    why = say("The folder is that of a FOG server: the menu leads on to its {fog_script}.", fog_script=_FOG_SCRIPT)
    draft.outcomes[root_index] = replace(
        outcome, became=(*outcome.became, *changes), why=f"{outcome.why} {why}".strip()
    )
