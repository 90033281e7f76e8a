"""`pxe-prompt` and `pxe-service`: the menu that firmware shows."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.boot.pxe_menu import LONGEST_TEXT, pxe_menu_problems
from fogportable.dnsmasq.boot_files import BIOS, X64, is_address, is_script, name_problem
from fogportable.dnsmasq.boot_lines import (
    RANK_SERVICE,
    RANK_TAGGED,
    BootFile,
    add_boot_file,
    add_notes,
    add_remark,
    fitting_archs,
    own_or_other,
)
from fogportable.dnsmasq.draft import Draft, PendingEntry, PendingRule
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.option_names import read_machine
from fogportable.dnsmasq.outcome import Outcome, became, corrected, not_supported, unknown, unneeded
from fogportable.dnsmasq.tags import Condition, Selection, Stage
from fogportable.language import say, to_say
from fogportable.model import LONGEST_PROMPT_S, BootRule, ImportVerdict, ProfileChange, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.pxe.archs import HTTP_ARCHS, ClientArch, archs_words, parse_arch

#: dnsmasq finds these by their place, whatever the case (option.c, rfc2131.c), since 2.76 with 7 and 9 exchanged.
_CSA_NAMES = (
    "x86PC", "PC98", "IA64_EFI", "Alpha", "Arc_x86", "Intel_Lean_Client", "IA32_EFI", "x86-64_EFI", "Xscale_EFI",
    "BC_EFI", "ARM32_EFI", "ARM64_EFI",
)  # fmt: skip
_NUMBERS = {name.lower(): number for number, name in enumerate(_CSA_NAMES)}
#: After so many entries that the menu cannot have, none is tried any more.
_MOST_REFUSED = 100
_HIGHEST_TYPE = 32767
_WAIT_FOR_EVER = 255
_PLAIN = to_say("Firmware shows plain letters only, at most {most}.")
#: The text by which the boot ROM of a Raspberry Pi knows its boot server.
_RASPBERRY_PI = "Raspberry Pi Boot"
_ALIKE = to_say(
    "The numbers 7 and 9 both mean UEFI x64 here: dnsmasq exchanged their names in 2.76, and firmware sends either."
)


def pxe_prompt(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`pxe-prompt=[tag:..,]<text>[,<seconds>]`; without seconds the menu waits for ever."""
    tags, fields = line.without_tags()
    if not fields:
        return unknown(say("It has no text."))
    selection = draft.tags.select(tags)
    if selection.problem or any(each.macs for each in selection.conditions):
        return not_supported(say("There is one prompt for all computers."))
    if draft.prompt is not None:
        return not_supported(say("There is one prompt for all computers, and an earlier line has it."))
    seconds = fields[1] if len(fields) > 1 else ""
    if seconds and not (seconds.isascii() and seconds.isdigit()):
        return unknown(say("{seconds} is no number of seconds.", seconds=seconds))
    timeout_s = int(seconds[:6]) if seconds else _WAIT_FOR_EVER
    draft.prompt = plain_text(fields[0])
    draft.prompt_timeout_s = None if timeout_s == _WAIT_FOR_EVER else min(timeout_s, LONGEST_PROMPT_S)
    words = say("waits for ever") if draft.prompt_timeout_s is None else f"{draft.prompt_timeout_s} s"
    changes = (ProfileChange("pxe_menu.prompt", draft.prompt), ProfileChange("pxe_menu.timeout", words))
    if draft.prompt != fields[0]:
        return Outcome(ImportVerdict.CORRECTED, changes, say(_PLAIN, most=LONGEST_TEXT))
    if timeout_s > _WAIT_FOR_EVER:
        return Outcome(
            ImportVerdict.CORRECTED, changes, say("A prompt counts down from {most} s at most.", most=LONGEST_PROMPT_S)
        )
    return Outcome(ImportVerdict.BECAME, changes)


def pxe_service(draft: Draft, line: ConfigLine, index: int) -> Outcome | None:
    """`pxe-service=[tag:..,]<architecture>,<text>[,<file or type>[,<server>]]`. None: as `dhcp_boot`."""
    tags, fields = line.without_tags()
    if len(fields) < 2:
        return unknown(say("It needs an architecture and a text."))
    archs = _archs(fields[0])
    if archs is None:
        near = difflib.get_close_matches(fields[0], _CSA_NAMES, n=1, cutoff=0.5)
        hint = say(" {name} is probably meant.", name=near[0]) if near else ""
        return unknown(say("There is no architecture {name}.{hint}", name=fields[0], hint=hint))
    selection = _for_archs(draft.tags.select(tags), archs)
    if selection.problem:
        return not_supported(say("It is left out: {problem}.", problem=selection.problem))
    if fields[1].strip() == _RASPBERRY_PI:
        return unneeded(say("A Raspberry Pi gets an offer of its own, made for its boot ROM."))
    what = fields[2] if len(fields) > 2 else ""
    server = fields[3] if len(fields) > 3 else ""
    if archs == X64:
        number = _number(fields[0])
        covered = _covered_by_other(draft, number, what, server)
        if covered is not None:
            return covered
        draft.x64_services.add((number, what, server))
        if number == ClientArch.EBC:
            add_notes(draft, index, (say(_ALIKE),))
    if not what or (what.isascii() and what.isdigit()):
        return _without_file(draft, index, fields[1], selection, int(what[:9] or 0), server)
    return _with_file(draft, index, fields[1], selection, what, server)


def plain_text(text: str) -> str:
    """What the text screen of firmware can show: printable ASCII, accents taken off, one row. May be empty."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if " " <= each <= "~")[:LONGEST_TEXT].strip()


def _number(word: str) -> int | None:
    """The number of an architecture by its name in dnsmasq or its number; None for neither."""
    if word.isascii() and word.isdigit():
        return int(word[:9])
    return _NUMBERS.get(word.lower())


def _archs(word: str) -> frozenset[int] | None:
    number = _number(word)
    try:
        return None if number is None else parse_arch(str(number))
    except ValueError:
        return None


def _covered_by_other(draft: Draft, number: int | None, what: str, server: str) -> Outcome | None:
    """For a line about 7 after lines about 9, or the reverse: both are the same computers here."""
    numbers = {ClientArch.X64_UEFI, ClientArch.EBC}
    others = numbers - {number}
    if not draft.first_x64_service:
        draft.first_x64_service = number or 0
    if draft.first_x64_service == number:
        return None
    if any((each, what, server) in draft.x64_services for each in others):
        return unneeded(say("{alike} An earlier line gives them the same.", alike=say(_ALIKE)))
    return not_supported(say("{alike} An earlier line gives them something else.", alike=say(_ALIKE)))


def _for_archs(selection: Selection, archs: frozenset[int]) -> Selection:
    if selection.problem:
        return selection
    both = (each.and_also(Condition(archs=archs)) for each in selection.conditions)
    left = tuple(each for each in both if each is not None)
    return Selection(left) if left else Selection(problem=say("its tags are for other architectures"))


def _all_archs(selection: Selection) -> frozenset[int]:
    return frozenset[int]().union(*(each.archs or frozenset() for each in selection.conditions))


def _without_file(
    draft: Draft, index: int, text: str, selection: Selection, number: int, server: str
) -> Outcome | None:
    """Type 0 is the local disk, any other is that of a boot server somewhere."""
    if any(each.macs or each.stage is Stage.IPXE for each in selection.conditions):
        return not_supported(
            say("Entries of the firmware's menu are for architectures, not for single computers or iPXE.")
        )
    archs = _all_archs(selection)
    if number == 0:
        return _add_entry(draft, index, PxeEntry(text, PxeAction.LOCAL_DISK, archs))
    if number > _HIGHEST_TYPE:
        return not_supported(
            say("Types of boot servers go to {most}; those above are given to files.", most=_HIGHEST_TYPE)
        )
    address = read_machine(server)
    if server and address is None:
        add_notes(
            draft,
            index,
            (say("{server} is no address, so the boot server is looked for by broadcast.", server=server),),
        )
    return _add_entry(draft, index, PxeEntry(text, PxeAction.BOOT_SERVER, archs, server=address, type=number))


def _add_entry(draft: Draft, index: int, entry: PxeEntry) -> Outcome:
    text = plain_text(entry.text)
    if not text:
        return corrected(say("Left out: its text has no letter that firmware can show."))
    if text != entry.text:
        add_notes(draft, index, (say(_PLAIN, most=LONGEST_TEXT),))
        entry = replace(entry, text=text)
    alike = next((each for each in draft.entries if each.entry == entry), None)
    notes = draft.notes.get(index, [])
    remarks = " ".join(draft.remarks.get(index, []))
    if alike is not None:
        return corrected(say("An earlier line has the same entry for the same computers. ") + " ".join(notes))
    if any(each.entry.text == entry.text and each.entry.archs & entry.archs for each in draft.entries):
        entry = replace(entry, text=_other_text(draft, entry))
        notes = [*notes, say("An earlier entry has the same text, so a number tells them apart.")]
    problem = _menu_problem(draft, entry)
    if problem:
        draft.refused_entries += 1
        return not_supported(say("Left out: {problem}", problem=problem))
    draft.entries.append(PendingEntry(index, entry))
    key, value = "pxe_menu.entry", f"{archs_words(entry.archs)}: {entry.text}: {entry_words(entry)}"
    return corrected(" ".join((*notes, remarks)).strip(), (key, value)) if notes else became(key, value, remarks)


def _other_text(draft: Draft, entry: PxeEntry) -> str:
    """The text with the first number that none of the same computers is shown yet."""
    taken = {each.entry.text for each in draft.entries if each.entry.archs & entry.archs}
    numbered = (f"{entry.text[: LONGEST_TEXT - 6].rstrip()} ({number})" for number in range(2, len(taken) + 3))
    return next(each for each in numbered if each not in taken)


def _menu_problem(draft: Draft, entry: PxeEntry) -> str:
    """Why the menu cannot have this entry too, a sentence; "" when it can."""
    if draft.refused_entries > _MOST_REFUSED:
        return say("The menu is full.")
    menu = PxeMenu(draft.prompt or "", None, (*(each.entry for each in draft.entries), entry))
    return next((each.sentence for each in pxe_menu_problems(menu)), "")


def entry_words(entry: PxeEntry) -> str:
    """What an entry does, in words."""
    if entry.action is PxeAction.FILE:
        return entry.file if entry.server is None else f"{entry.file} from {entry.server}"
    if entry.action is PxeAction.LOCAL_DISK:
        return "local disk"
    return say("boot server of type {type}, ", type=entry.type) + (
        str(entry.server) if entry.server else say("found by broadcast")
    )


def _with_file(draft: Draft, index: int, text: str, selection: Selection, what: str, place: str) -> Outcome | None:
    server, notes = own_or_other(draft, place)
    if is_script(what) or any(each.stage is Stage.IPXE for each in selection.conditions):
        return add_boot_file(draft, index, selection, BootFile(what, server, notes), RANK_TAGGED)
    if is_address(what):
        return not_supported(say("Firmware's PXE menu loads files by TFTP, no addresses."))
    if any(each.macs for each in selection.conditions):
        return not_supported(say("Entries of the firmware's menu are for architectures, not for single computers."))
    wished = draft.folder.plain_name(what)
    name = _file_name(draft, wished)
    problem = name_problem(name)
    if problem:
        return corrected(say("{what} is left out: {problem}.", what=what, problem=problem))
    add_notes(draft, index, (*notes, *_name_notes(draft, wished, name)))
    return _file_entry(draft, index, text, _all_archs(selection) - HTTP_ARCHS or _all_archs(selection), name, server)


def _file_name(draft: Draft, wished: str) -> str:
    """dnsmasq adds `.0`, the layer, to a name without a dot (rfc2131.c)."""
    name = wished if "." in wished else f"{wished}.0"
    return draft.folder.real_name(name, others=draft.named_files)


def _name_notes(draft: Draft, wished: str, name: str) -> tuple[str, ...]:
    if "." not in wished and name != f"{wished}.0":
        return (
            say(
                "dnsmasq asks for {wished}.0, for which a symlink was needed; here it is {name} itself.",
                wished=wished,
                name=name,
            ),
        )
    if name != wished and "." in wished:
        return (say("There is no {wished}; the file is {name}.", wished=wished, name=name),)
    return ()


def _file_entry(
    draft: Draft, index: int, text: str, archs: frozenset[int], name: str, server: IPv4Address | None
) -> Outcome | None:
    fitting, note = fitting_archs(draft, name, archs)
    if not fitting:
        add_notes(draft, index, (note,))
        name = _replacement(draft, archs)
        if not name:
            return corrected(" ".join(draft.notes[index]))
        fitting = archs
        add_notes(
            draft,
            index,
            (
                say(
                    "The TFTP folder has {name} for {archs}, which is taken instead.",
                    name=name,
                    archs=archs_words(archs),
                ),
            ),
        )
    elif note:
        add_notes(draft, index, (note,))
    if server is not None:
        add_remark(draft, index, say("It is loaded from {server}, not from this machine.", server=server))
    outcome = _add_entry(draft, index, PxeEntry(text, PxeAction.FILE, fitting, file=name, server=server))
    if outcome.became:
        rule = BootRule(fitting, name, next_server=server)
        draft.rules.append(PendingRule(index, (RANK_SERVICE, index), rule))
    return outcome


def _replacement(draft: Draft, archs: frozenset[int]) -> str:
    if archs & BIOS:
        return ""
    return next((rule.file for rule in draft.folder.known_rules() if rule.archs & archs), "")
