"""The syntax of dnsmasq's configuration files: one directive a line, with quotes, escapes and comments.

As dnsmasq 2.90 reads them (option.c: read_file, hide_meta): a `#` begins a comment only after white space, quotes may
stand anywhere in a line and take the meaning from commas, colons and blanks, there are no continued lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogportable.config.values import has_control_characters
from fogportable.errors import ConfigError, FaultCode
from fogportable.language import say

#: Nobody writes a configuration of a megabyte by hand; something else was named by mistake.
LARGEST_BYTES = 1 << 20
#: Directives, comments not counted.
MOST_LINES = 10_000

_ESCAPES = {'"': '"', "\\": "\\", "t": "\t", "n": "\n", "b": "\b", "r": "\r", "e": "\x1b"}
#: In quotes these are plain characters. They are kept apart by moving them to Unicode's private area.
_HIDDEN = str.maketrans({each: chr(0xE000 + ord(each)) for each in " ,:.#=\t"})
_SHOWN = str.maketrans({chr(0xE000 + ord(each)): each for each in " ,:.#=\t"})
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "?")


@dataclass(frozen=True, slots=True)
class ConfigLine:
    """One directive.

    file: as it was named. number: from 1. text: as it stands there, for people. option: its name, without `--`.
    fields: the values between commas, quotes taken off; empty without a value. is_quoted: for each field, whether a
    part of it stood in quotes. problem: why the line cannot be read, "" when it can.
    """

    file: str
    number: int
    text: str
    option: str
    fields: tuple[str, ...] = ()
    is_quoted: tuple[bool, ...] = ()
    problem: str = ""

    @property
    def value(self) -> str:
        """The first field, "" when there is none."""
        return self.fields[0] if self.fields else ""

    def without_tags(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tags that must be there (`tag:`, `net:`), with their `!`, and the fields after them."""
        tags: list[str] = []
        for index, each in enumerate(self.fields):
            found = re.match(r"(?:tag|net):(.*)", each)
            if found is None:
                return tuple(tags), self.fields[index:]
            # `#` before a tag is an old way to write `!`.
            tags.append("!" + found[1][1:] if found[1].startswith("#") else found[1])
        return tuple(tags), ()


def read_lines(data: bytes, file: str) -> tuple[ConfigLine, ...]:
    """All directives of a file; blank lines and comments are left out. UTF-8, else Latin-1; any line ends.

    Raises ConfigError DNSMASQ_NOT_TEXT for what no text editor wrote.
    """
    if len(data) > LARGEST_BYTES:
        raise ConfigError(FaultCode.DNSMASQ_NOT_TEXT, file=file, problem=say("it is larger than a megabyte"))
    if b"\0" in data:
        raise ConfigError(FaultCode.DNSMASQ_NOT_TEXT, file=file, problem=say("it holds binary data"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    read = (_read_line(line, file, number) for number, line in enumerate(lines, start=1))
    found = tuple(each for each in read if each is not None)
    if len(found) > MOST_LINES:
        raise ConfigError(
            FaultCode.DNSMASQ_NOT_TEXT, file=file, problem=say("it has more than {most} directives", most=MOST_LINES)
        )
    return found


def _read_line(raw: str, file: str, number: int) -> ConfigLine | None:
    shown = raw.strip().translate(_CONTROLS)
    if not shown or shown.startswith("#"):
        return None
    text, problem = _without_quotes(raw)
    name, has_value, value = text.partition("=")
    option = re.sub(r"^--", "", name.strip()).translate(_SHOWN)
    if problem:
        return ConfigLine(file, number, shown, option, problem=problem)
    if has_control_characters(text.replace("\t", " ")):
        return ConfigLine(file, number, shown, option, problem=say("it has a control character"))
    parts = [each.strip() for each in value.split(",")] if has_value and value.strip() else []
    return ConfigLine(
        file,
        number,
        shown,
        option,
        fields=tuple(each.translate(_SHOWN) for each in parts),
        is_quoted=tuple(_QUOTED_MARK.search(each) is not None for each in parts),
    )


#: Anything from the private area: it stood in quotes.
_QUOTED_MARK = re.compile("[\ue000-\ue0ff]")


def _without_quotes(raw: str) -> tuple[str, str]:
    """The line without comment and quotes, what stood in them hidden; and what is wrong with it."""
    found: list[str] = []
    at, is_after_blank = 0, True
    while at < len(raw):
        char = raw[at]
        if char == '"':
            quoted, at = _quoted(raw, at + 1)
            if at > len(raw):
                return "".join(found), say("the closing quote is missing")
            found.append(quoted)
            is_after_blank = False
            continue
        if char == "#" and is_after_blank:
            break
        is_after_blank = char.isspace()
        found.append(" " if is_after_blank else char)
        at += 1
    return "".join(found).strip(), ""


def _quoted(raw: str, at: int) -> tuple[str, int]:
    """What stands up to the closing quote, hidden, and the place after it; beyond the end when there is none."""
    found: list[str] = []
    while at < len(raw) and raw[at] != '"':
        if raw[at] == "\\" and raw[at + 1 : at + 2] in _ESCAPES and at + 1 < len(raw):
            at += 1
            found.append(_ESCAPES[raw[at]])
        else:
            found.append(raw[at])
        at += 1
    return "".join(found).translate(_HIDDEN), at + 1
