"""One answer of a FOG server's web server, and what is wrong with one that is not what was asked for.

FOG's Apache hands every unknown address below FOG's pages to its API. So a missing file is never 404: it is 302 to the
login page, 401 or 403, or a web page with 200.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import NoReturn

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress

#: FOG 1.5 says this, in its language, as a JSON string in place of any page that needs the database.
_ERROR_FIELD = "error"

#: Where FOG cannot log in to a storage node, it may say with which account.
_ACCOUNT = re.compile(r"(?i)\b(user(?:name)?|pass(?:word)?)\s*[:=]\s*[^\s,;]+")
_LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, whole.

    page: what was asked for below FOG's pages, for people. content_type: lower case, without parameters, may be "".
    location: where a redirect leads, else "". length: of the body as announced, where only the head was asked for.
    """

    server: FogAddress
    page: str
    status: int
    content_type: str = ""
    location: str = ""
    body: bytes = b""
    length: int | None = None

    @property
    def text(self) -> str:
        """The body as text; what is no UTF-8 becomes a replacement character."""
        return self.body.decode("utf-8", errors="replace")

    @property
    def is_web_page(self) -> bool:
        """HTML for a browser. By its beginning: FOG calls plain text `text/html` as well."""
        return self.text.lstrip("\ufeff \t\r\n")[:20].lower().startswith(("<!doctype", "<html", "<head", "<br", "<b>"))

    def json(self) -> object:
        """The body as JSON. Raises ValueError."""
        return json.loads(self.body)


def refuse(answer: Answer, expected: str, *, is_body_told: bool = True) -> NoReturn:
    """Say what is wrong with an answer that is not what was expected. expected: as in `instead of a version`.

    is_body_told: whether the log gets its beginning. Always raises FogError.
    """
    server, page = answer.server, answer.page
    detail = _head(answer, is_body_told)
    if _is_waiting_for_update(answer):
        raise FogError(FaultCode.FOG_HALF_UPGRADED, address=server, url=f"{server.url}management/")
    if answer.status >= 500 and answer.status != 501:
        raise FogError(FaultCode.FOG_FAILED, address=server, page=page, status=answer.status, detail=detail)
    if answer.status >= 300:
        raise FogError(FaultCode.FOG_PAGE_MISSING, address=server, page=page, status=answer.status)
    if answer.is_web_page:
        values = {"address": server, "page": page, "expected": expected, "url": f"{server.url}management/"}
        raise FogError(FaultCode.FOG_WEB_PAGE, **values, detail=detail)
    if is_database_down(answer):
        raise FogError(FaultCode.FOG_DATABASE_DOWN, address=server)
    raise FogError(FaultCode.FOG_ANSWER_UNCLEAR, address=server, page=page, expected=expected, detail=detail)


def is_database_down(answer: Answer) -> bool:
    """Whether a page that needs the database says that there is none: a sentence as a JSON string, by GET with 200."""
    try:
        said = answer.json()
    except ValueError:
        return False
    return isinstance(said, str) and " " in said


def _is_waiting_for_update(answer: Answer) -> bool:
    """Half upgraded: the program is newer than the database, and every page leads to the one that updates it."""
    if "node=schema" in answer.location or answer.text.startswith("#!db"):
        return True
    try:
        said = answer.json()
    except ValueError:
        return False
    return isinstance(said, dict) and said.get(_ERROR_FIELD) == "db"


def error_words(answer: Answer) -> str:
    """FOG's own words of what it refused: `{"error": "Already created"}`; "" where it says nothing."""
    try:
        said = answer.json()
    except ValueError:
        return ""
    words = said.get(_ERROR_FIELD) if isinstance(said, dict) and len(said) == 1 else None
    if not isinstance(words, str):
        return ""
    return _ACCOUNT.sub(r"\1: (not shown)", html.unescape(words)).strip().rstrip(".")[:_LONGEST_WORDS]


def _head(answer: Answer, is_body_told: bool) -> str:
    """For the log."""
    body = repr(answer.text[:200]) if is_body_told else f"{len(answer.body)} bytes"
    return f"{answer.status} {answer.content_type}: {body}"
