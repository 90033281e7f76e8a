"""Options of the operator's in answers: which are refused, and how they stand in a packet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.language import say, to_say
from fogportable.model import ReplyOptions
from fogportable.protocol.dhcp import OptionCode

_LONGEST_OPTION = 255

#: What network boot itself writes, or must not have, with the reason and the way to say it instead.
_REFUSED: dict[int, str] = {
    0: to_say("Option 0 is padding and has no value."),
    13: to_say("Option 13 is left out: UEFI firmware trusts it more than the file, and a wrong size ends the boot."),
    43: to_say("Option 43 is written by FOG Portable: use the menu of the firmware and the offer shapes."),
    52: to_say("Option 52 is never used: old boot ROMs misread what it does."),
    53: to_say("Option 53 is the message type, which FOG Portable writes."),
    54: to_say("Option 54 is our own address, which FOG Portable writes."),
    60: to_say("Option 60 is the vendor class, which FOG Portable writes."),
    67: to_say("Option 67 is the boot file: set it in a boot rule."),
    82: to_say("Option 82 belongs to relays and is sent back unchanged."),
    97: to_say("Option 97 is the computer's own number and is sent back unchanged."),
    255: to_say("Option 255 is the end mark and has no value."),
}


@dataclass(frozen=True, slots=True)
class OptionProblem:
    """Why options cannot be sent.

    extra: index into `ReplyOptions.extra`, None for the others. field: name in ExtraOption or ReplyOptions.
    """

    extra: int | None
    field: str
    sentence: str


def option_problems(options: ReplyOptions) -> tuple[OptionProblem, ...]:
    """Everything that keeps these options from being sent; empty when they are right."""
    problems = [*_problems_of_texts(options)]
    seen: list[tuple[int, frozenset[int]]] = []
    for index, each in enumerate(options.extra):
        if each.code in _REFUSED:
            problems.append(OptionProblem(index, "code", say(_REFUSED[each.code])))
        elif not 1 <= each.code <= 254:
            problems.append(
                OptionProblem(index, "code", say("{code} is no option number: they go from 1 to 254.", code=each.code))
            )
        elif any(code == each.code and (not archs or not each.archs or archs & each.archs) for code, archs in seen):
            problems.append(
                OptionProblem(index, "code", say("Option {code} is set twice for the same computers.", code=each.code))
            )
        if len(each.value) > _LONGEST_OPTION:
            problems.append(
                OptionProblem(
                    index, "value", say("An option holds {longest_option} octets.", longest_option=_LONGEST_OPTION)
                )
            )
        if each.code == OptionCode.IPXE and len(each.value) > _LONGEST_OPTION - 3:
            problems.append(OptionProblem(index, "value", say("Option 175 holds 252 octets beside our own.")))
        seen.append((each.code, each.archs))
    return tuple(problems)


def _problems_of_texts(options: ReplyOptions) -> Iterator[OptionProblem]:
    for field in ("root_path", "config_file", "path_prefix"):
        text: str = getattr(options, field)
        if len(text.encode("utf-8", "replace")) > _LONGEST_OPTION:
            yield OptionProblem(
                None, field, say("The text is longer than {longest_option} octets.", longest_option=_LONGEST_OPTION)
            )
        elif any(character < " " or character == "\x7f" for character in text):
            yield OptionProblem(None, field, say("The text has characters that cannot be sent."))


def lay_out_options(options: ReplyOptions, arch: int, next_server: IPv4Address) -> tuple[tuple[int, bytes], ...]:
    """Numbers and values for computers of one architecture, each number once.

    In the order of their worth: what cannot be sent for want of room is left out from the end. An extra option takes
    the place of the same one that has a field of its own.
    """
    laid_out: dict[int, bytes] = {}
    if options.config_file:
        laid_out[OptionCode.PXELINUX_CONFIG_FILE] = options.config_file.encode()
    if options.path_prefix:
        laid_out[OptionCode.PXELINUX_PATH_PREFIX] = options.path_prefix.encode()
    if options.root_path:
        laid_out[OptionCode.ROOT_PATH] = options.root_path.encode()
    for each in options.extra:
        if not each.archs or arch in each.archs:
            laid_out[each.code] = each.value
    if options.has_tftp_address:
        laid_out.setdefault(OptionCode.TFTP_SERVER_ADDRESS, next_server.packed)
    return tuple(laid_out.items())
