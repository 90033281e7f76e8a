"""Reading a profile: from a TOML file to frozen values, or to faults that name file, key and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from fogportable.config.network_values import NetworkValueReader
from fogportable.config.positions import find_positions
from fogportable.config.problems import Problems
from fogportable.config.profile import SCHEMA_VERSION, Profile
from fogportable.config.read_tables import read_tables
from fogportable.config.values import number_text
from fogportable.errors import ConfigError, Fault, FaultCode, describe
from fogportable.language import say, to_say

#: Nobody writes a profile of a megabyte by hand; something else was named by mistake.
_LARGEST_BYTES = 1 << 20

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

#: What tomllib says, in words for people; what is not here is shown as it is.
_PLAIN_WORDS = {
    "Cannot overwrite a value": to_say("the same key stands there twice"),
    "Expected '=' after a key in a key/value pair": to_say("there is no = after the key"),
    "Invalid value": to_say("the value is neither a text in quotes, a number, nor a list"),
    "Unterminated string": to_say("the closing quote is missing"),
    "Illegal character '\\n'": to_say("the closing quote is missing"),
    "Found invalid character '\\n'": to_say("the closing quote is missing"),
    'Expected "\'"': to_say("the closing quote is missing"),
    "Expected \"'''\"": to_say("the closing quotes are missing"),
    "Unclosed inline table": to_say("the closing brace is missing"),
    "Unclosed array": to_say("the closing ] of a list is missing"),
    "Invalid statement": to_say("it is neither [table], key = value, nor a # comment"),
    "Expected newline or end of document after a statement": to_say("something follows the value; is a quote missing?"),
    "Expected ']' at the end of a table declaration": to_say("the closing ] is missing"),
    "Expected ']]' at the end of an array declaration": to_say("the closing ]] is missing"),
    "Unescaped '\\' in a string": to_say("a backslash in a text; write it twice, or use /"),
}


def load_profile(path: Path) -> Profile:
    """Read and check a profile. Raises ConfigError with the first problem, in the order of the lines."""
    profile, faults = read_profile(read_text(path), path)
    if faults:
        raise ConfigError.of(faults[0])
    return profile


def read_text(path: Path) -> str:
    """The text of a profile, a byte order mark taken off. Raises ConfigError: PROFILE_MISSING, PROFILE_NOT_TOML."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        raise ConfigError(FaultCode.PROFILE_MISSING, file=path, detail=str(problem)) from problem
    if len(data) > _LARGEST_BYTES:
        raise ConfigError(FaultCode.PROFILE_NOT_TOML, file=path, line=1, problem=say("it is larger than a megabyte"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        words = say("a character is not UTF-8; save the file as UTF-8")
        raise ConfigError(FaultCode.PROFILE_NOT_TOML, file=path, line=line, problem=words) from problem


def read_profile(text: str, file: Path) -> tuple[Profile, tuple[Fault, ...]]:
    """The profile in a text and what is wrong with it; where something is wrong, defaults stand instead.

    file: only for the sentences. Raises ConfigError when the text is not TOML.
    """
    try:
        raw = tomllib.loads(text)
        positions = find_positions(text)
    except tomllib.TOMLDecodeError as problem:
        raise _not_toml(problem, text, file) from problem
    except (RecursionError, ValueError) as problem:  # ValueError: a number of thousands of digits
        lines = text.split("\n")
        line = max(range(len(lines)), key=lambda index: len(lines[index])) + 1
        raise ConfigError(
            FaultCode.PROFILE_NOT_TOML, file=file, line=line, problem=say("it goes on too long")
        ) from problem
    version = raw.get("schema_version", SCHEMA_VERSION)
    if isinstance(version, int) and not isinstance(version, bool) and version > SCHEMA_VERSION:
        return Profile(), (
            describe(FaultCode.PROFILE_TOO_NEW, file=file, version=number_text(version), known=SCHEMA_VERSION),
        )
    problems = Problems(file, positions)
    profile = read_tables(NetworkValueReader(problems), problems, raw)
    return profile, problems.in_order()


def _not_toml(problem: tomllib.TOMLDecodeError, text: str, file: Path) -> ConfigError:
    sentence = str(problem)
    place = _PLACE.search(sentence)
    words = _PLACE.sub("", sentence)
    line = int(place[1]) if place is not None and place[1] else text.rstrip().count("\n") + 1
    if words.startswith("Expected \"'") or words == "Unterminated string":  # found out only at the end
        quotes = words.partition(" ")[2].strip('"') if "'" in words else '"'
        line = text.count("\n", 0, text.rfind(quotes)) + 1
    if "twice" in words:
        words = say("the same table stands there twice")
    words = say(_PLAIN_WORDS.get(words, words[:1].lower() + words[1:]))
    return ConfigError(FaultCode.PROFILE_NOT_TOML, file=file, line=line, problem=words, detail=sentence)
