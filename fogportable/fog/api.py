"""Answers of FOG's API in both of its shapes, and what its refusals mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn

from fogportable.errors import FaultCode, FogError
from fogportable.fog import answer as answers
from fogportable.fog.answer import Answer, error_words
from fogportable.fog.entry import Entry, parse_json

#: The error of a server that was upgraded and whose database was not.
_UPDATE_FIRST = "db"

#: What FOG 1.6 calls an API token begins with this, and needs no second one.
_BEARER_MARK = "fog_"
_TOKEN = re.compile(r"[A-Za-z0-9+/_=-]{1,1024}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the API lets in with. Never printed, logged or written.

    api: of the server. user: of one of its users; "" for a token of 1.6 that stands alone and goes as it is, not in
    base64.
    """

    api: str = field(repr=False)
    user: str = field(default="", repr=False)

    def headers(self) -> dict[str, str]:
        """The lines of a request's head."""
        if not self.user:
            return {"Authorization": f"Bearer {self.api}"}
        return {"fog-api-token": self.api, "fog-user-token": self.user}


def is_token(text: str) -> bool:
    """Whether something can be a token: FOG shows them in base64."""
    return _TOKEN.fullmatch(text) is not None


def is_whole(api: str, user: str) -> bool:
    """Whether these let anybody in: both, or one of 1.6 that stands alone."""
    return bool(api) and (bool(user) or api.startswith(_BEARER_MARK))


def read_object(answer: Answer) -> Entry:
    """One object, as of `host/1`. Raises FogError."""
    said = _read(answer)
    if not isinstance(said, dict):
        refuse(answer, "an entry of its database")
    return said


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries of a list. total: how many the whole list has."""

    entries: tuple[Entry, ...]
    total: int


def read_page(answer: Answer) -> Page:
    """Entries of a list: FOG 1.5 sends all, counts them and names their field for them; 1.6 pages, and says `data`.

    Searches of 1.6 began as those of 1.5, with `_count`. Raises FogError.
    """
    said = read_object(answer)
    entries, total = said.get("data"), said.get("recordsFiltered")
    if entries is None and ("count" in said or "_count" in said):
        lists = [value for value in said.values() if isinstance(value, list)]
        # A list of nothing is left out by `_count`.
        entries = lists[0] if len(lists) == 1 else [] if not lists and said.get("_count") == 0 else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        refuse(answer, "a list of its database")
    return Page(tuple(entries), total if isinstance(total, int) else len(entries))


def read_list(answer: Answer) -> tuple[Entry, ...]:
    """The entries of a list that is one page. Raises FogError."""
    return read_page(answer).entries


def read_names(answer: Answer) -> dict[int, str]:
    """Of `host/names`: names by number. Raises FogError."""
    said = _read(answer)
    entries = said.get("data") if isinstance(said, dict) else said
    if not isinstance(entries, list) or not all(_has_name(each) for each in entries):
        refuse(answer, "names")
    return {int(each["id"]): str(each["name"]) for each in entries}


def _has_name(entry: object) -> bool:
    return isinstance(entry, dict) and str(entry.get("id", "")).isdecimal() and "name" in entry


def read_ids(answer: Answer) -> tuple[int, ...]:
    """Of `host/ids`. Raises FogError."""
    said = _read(answer)
    if not isinstance(said, list) or not all(str(each).isdecimal() for each in said):
        refuse(answer, "numbers")
    return tuple(int(str(each)) for each in said)


def read_done(answer: Answer) -> None:
    """What is only done: a task made (`""` or `null`, without its number) or cancelled. Raises FogError."""
    if answer.status != 200 or answer.body.strip():
        _read(answer)


def refuse(answer: Answer, expected: str) -> NoReturn:
    """As of any page, but nothing of its body goes into the log: lists of the API hold accounts. Raises FogError."""
    answers.refuse(answer, expected, is_body_told=False)


def _read(answer: Answer) -> object:
    """The JSON of an answer that is no refusal. Raises FogError."""
    _raise_refusal(answer)
    if answer.status != 200:
        refuse(answer, "JSON")
    try:
        return parse_json(answer.body)
    except ValueError:
        refuse(answer, "JSON")


def _raise_refusal(answer: Answer) -> None:
    """FOG's ways to say no: mostly an empty body, and the status says why."""
    server, page = answer.server, answer.page
    if answer.status == 302 and "node=schema" not in answer.location:
        raise FogError(FaultCode.FOG_API_OFF, address=server)
    if answer.status == 401:
        raise FogError(FaultCode.FOG_USER_TOKEN_WRONG, address=server)
    if answer.status == 403:
        raise FogError(FaultCode.FOG_API_TOKEN_WRONG, address=server)
    words = error_words(answer)
    if words == _UPDATE_FIRST:
        refuse(answer, "JSON")
    if words:
        raise FogError(FaultCode.FOG_API_REFUSED, address=server, page=page, problem=words)
    if answer.status == 417:
        # In 1.5 with these words, too; here where it says nothing.
        raise FogError(FaultCode.FOG_API_REFUSED, address=server, page=page, problem="a field that it needs is missing")
    if answer.status == 404:
        raise FogError(FaultCode.FOG_NO_SUCH_ENTRY, address=server, page=page)
    if answer.status == 501:
        raise FogError(FaultCode.FOG_API_LACKS, address=server, page=page)
