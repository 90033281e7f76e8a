#!/usr/bin/env python3
"""Writes the manual page and the completions for shells, out of the program's own parsers: --out DIR."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from package import source_date

from fogportable import __version__
from fogportable.cli.main import command_names, make_parser


@dataclass(frozen=True)
class Option:
    """One flag of a command. names: `--json`. value: the word for what follows it, "" for nothing. text: its use."""

    names: tuple[str, ...]
    value: str
    text: str


@dataclass(frozen=True)
class Command:
    """One command, or one below it. words: `("bootfiles", "get")`; none for the program itself."""

    words: tuple[str, ...]
    text: str
    usage: str
    options: tuple[Option, ...]
    below: tuple[str, ...]


def commands() -> tuple[Command, ...]:
    """The program itself, then every command, each with what lies below it right behind."""
    found = [*_read(make_parser(), (), "", is_deep=False)]
    texts = {each.dest: each.help or "" for each in _choices(make_parser())}
    for name in command_names():
        subparsers = _subparsers(make_parser(name))
        assert subparsers is not None
        found += _read(subparsers.choices[name], (name,), texts[name], is_deep=True)
    return tuple(found)


def _read(parser: argparse.ArgumentParser, words: tuple[str, ...], text: str, *, is_deep: bool) -> Iterator[Command]:
    subparsers = _subparsers(parser)
    below = tuple(subparsers.choices) if subparsers is not None else ()
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    options = tuple(_options(parser))
    yield Command(words, parser.description or text, usage, options, below)
    if subparsers is not None and is_deep:
        texts = {each.dest: each.help or "" for each in _choices(parser)}
        for name, inner in subparsers.choices.items():
            yield from _read(inner, (*words, name), texts.get(name, ""), is_deep=True)


def _subparsers(parser: argparse.ArgumentParser) -> argparse._SubParsersAction[argparse.ArgumentParser] | None:
    return next((each for each in parser._actions if isinstance(each, argparse._SubParsersAction)), None)


def _choices(parser: argparse.ArgumentParser) -> Sequence[argparse.Action]:
    subparsers = _subparsers(parser)
    return () if subparsers is None else subparsers._choices_actions


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        if action.option_strings and action.help is not argparse.SUPPRESS:
            takes_value = action.nargs != 0
            metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
            text = (action.help or "") % {"default": action.default, "prog": parser.prog}
            yield Option(tuple(action.option_strings), metavar if takes_value else "", text)


# --- the manual page --------------------------------------------------------------------------------------------


def manual_page(found: Sequence[Command], epoch_s: int) -> str:
    """Section 1, in man(7)'s macros."""
    day = datetime.fromtimestamp(epoch_s, UTC).strftime("%Y-%m-%d")
    lines = [
        f'.TH FOGPORTABLE 1 "{day}" "FOG Portable {__version__}" "User Commands"',
        ".SH NAME",
        "fogportable \\- boot a classroom from a laptop, beside a DHCP server nobody may touch",
        ".SH SYNOPSIS",
        ".B fogportable",
        "[\\fICOMMAND\\fR ...]",
        ".SH DESCRIPTION",
        _roff(found[0].text),
        ".SH COMMANDS",
    ]
    for each in found[1:]:
        lines += [".SS " + _roff(" ".join(each.words)), _roff(each.text), ".PP", _roff(each.usage)]
        for option in each.options:
            value = f" \\fI{_roff(option.value)}\\fR" if option.value else ""
            names = ", ".join(f"\\fB{_roff(name)}\\fR" for name in option.names)
            lines += [".TP", f"{names}{value}", _roff(option.text)]
    lines += [
        ".SH EXIT STATUS",
        "0 done, 1 found something wrong, 2 usage, 3 could not start, 130 interrupted.",
        ".SH ENVIRONMENT",
        ".TP",
        "\\fBFOGPORTABLE_HOME\\fR",
        "The folder for all that is kept, in place of the user's own.",
        ".TP",
        "\\fBNOTIFY_SOCKET\\fR, \\fBLISTEN_FDS\\fR",
        "Under systemd: \\fBserve\\fR tells when it serves, and takes the sockets that were opened for it.",
        ".SH FILES",
        ".TP",
        "\\fIfogportable.portable\\fR",
        "Beside the packaged program: all that is kept lies beside it, in \\fIfogportable\\-data\\fR.",
    ]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    """Text that no macro is made of."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain)


# --- completions ------------------------------------------------------------------------------------------------


def bash_completion(found: Sequence[Command]) -> str:
    """A function for bash: commands by place, then flags; names of files where a flag takes a value."""
    cases = "\n".join(f"        {_key(each)!r}) words={_words(each)!r} ;;" for each in found)
    return _BASH.replace("@CASES@", cases.replace('"', "'")).replace("@PATHS@", _paths(found))


def fish_completion(found: Sequence[Command]) -> str:
    """Lines for fish, which shows what each command and flag does."""
    lines = ["complete -c fogportable -f"]
    for each in found:
        if len(each.words) == 1:
            is_first = "__fish_use_subcommand"
            lines.append(f"complete -c fogportable -n {is_first} -a {each.words[0]} -d {_quoted(each.text)}")
        if each.words:
            seen = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in each.words)
            for option in each.options:
                long = next((name for name in option.names if name.startswith("--")), "")
                takes = " -r -F" if option.value else ""
                if long:
                    told = _quoted(option.text)
                    lines.append(f"complete -c fogportable -n {_quoted(seen)} -l {long[2:]}{takes} -d {told}")
    return "\n".join(lines) + "\n"


_BASH = """# bash completion for fogportable; made by packaging/manual.py
_fogportable() {
    local current="${COMP_WORDS[COMP_CWORD]}" place="" word words
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case " @PATHS@ " in
            *" ${place:+$place/}$word "*) place="${place:+$place/}$word" ;;
        esac
    done
    case "$place" in
@CASES@
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _fogportable fogportable
"""


def _key(command: Command) -> str:
    return "/".join(command.words)


def _words(command: Command) -> str:
    return " ".join((*command.below, *(name for option in command.options for name in option.names)))


def _paths(found: Sequence[Command]) -> str:
    return " ".join(_key(each) for each in found if each.words)


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{plain}'"


def main(words: Sequence[str]) -> int:
    """Write all three into a folder, which is made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder")
    folder = parser.parse_args(words).out
    folder.mkdir(parents=True, exist_ok=True)
    found = commands()
    (folder / "fogportable.1").write_text(manual_page(found, source_date(os.environ)), encoding="utf-8")
    (folder / "fogportable.bash").write_text(bash_completion(found), encoding="utf-8")
    (folder / "fogportable.fish").write_text(fish_completion(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
