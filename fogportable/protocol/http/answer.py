"""What a request for a file that is there gets: status, fields and the span of octets. Source: RFC 9110 13 and 14."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fogportable.protocol.http.dates import http_date, parse_http_date
from fogportable.protocol.http.errors import Status
from fogportable.protocol.http.request import Request

_RANGE = re.compile(r"bytes=[ \t]*(?:([0-9]+)-([0-9]*)|-([0-9]+))[ \t]*", re.IGNORECASE)
#: Beyond any file; longer digits are not even read.
_FAR = 10**18

#: UEFI firmware chooses by type whether it runs a file or makes a disk of it. Source: UEFI specification 24.7.3.1,
#: EDK2 HttpBootSupport.c.
_TYPES = {
    "efi": "application/efi",
    "iso": "application/vnd.efi-iso",
    "img": "application/vnd.efi-img",
    "ipxe": "text/plain",
    "txt": "text/plain",
    "cfg": "text/plain",
}
_ANY_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Entity:
    """A file as HTTP sees it. size: octets. tag: strong, with its quotes. modified: seconds since 1970, or None."""

    name: str
    size: int
    tag: str
    modified: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """start, end: the octets of the file to send, end not included; the same for an answer without any of them.

    text: what is sent in place of the file. fields: without Date and Connection.
    """

    status: Status
    fields: tuple[tuple[str, str], ...]
    start: int = 0
    end: int = 0
    text: bytes = b""

    @property
    def is_part(self) -> bool:
        return self.status is Status.PARTIAL_CONTENT


def content_type(name: str) -> str:
    """By the extension of the name."""
    _, dot, extension = name.rpartition(".")
    return _TYPES.get(extension.lower(), _ANY_TYPE) if dot else _ANY_TYPE


def answer_for(request: Request, entity: Entity) -> Answer:
    """Decide. The fields are those of GET also for HEAD; that its body is not sent is for the sender to see to."""
    tag_fields: list[tuple[str, str]] = [("ETag", entity.tag)]
    if entity.modified is not None:
        tag_fields.append(("Last-Modified", http_date(entity.modified)))
    refusal = _precondition(request, entity)
    if refusal is Status.NOT_MODIFIED:
        return Answer(refusal, tuple(tag_fields))
    if refusal is not None:
        return refused(refusal)
    fields = [*tag_fields, ("Accept-Ranges", "bytes"), ("Content-Type", content_type(entity.name))]
    span = _span(request, entity)
    if span is None:
        return Answer(Status.OK, (*fields, ("Content-Length", str(entity.size))), 0, entity.size)
    start, end = span
    if start >= end:
        return refused(Status.RANGE_NOT_SATISFIABLE, [("Content-Range", f"bytes */{entity.size}")])
    fields.append(("Content-Range", f"bytes {start}-{end - 1}/{entity.size}"))
    return Answer(Status.PARTIAL_CONTENT, (*fields, ("Content-Length", str(end - start))), start, end)


def refused(status: Status, fields: Iterable[tuple[str, str]] = ()) -> Answer:
    """An answer without a file. Its text is the status alone: nothing of this machine and nothing of the request."""
    text = f"{status.value} {status.phrase}\n".encode()
    more = [("Allow", "GET, HEAD")] if status is Status.METHOD_NOT_ALLOWED else []
    length = ("Content-Length", str(len(text)))
    return Answer(status, (*fields, *more, ("Content-Type", "text/plain"), length), text=text)


def encode_head(answer: Answer, *, date: str, is_kept: bool, is_http_1_0: bool = False) -> bytes:
    """Status line and fields. is_kept: the connection stays open."""
    fields = [("Date", date), *answer.fields]
    if not is_kept:
        fields.append(("Connection", "close"))
    elif is_http_1_0:
        fields.append(("Connection", "keep-alive"))
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"HTTP/1.1 {answer.status.value} {answer.status.phrase}\r\n{lines}\r\n".encode("latin-1")


def _precondition(request: Request, entity: Entity) -> Status | None:
    """RFC 9110 13.2.2, in its order. A date that cannot be read is as if it were not there."""
    fields = request.fields
    if "if-match" in fields:
        if not _has_tag(fields["if-match"], entity.tag, is_weak_enough=False):
            return Status.PRECONDITION_FAILED
    elif _is_before(parse_http_date(fields.get("if-unmodified-since", "")), entity.modified):
        return Status.PRECONDITION_FAILED
    if "if-none-match" in fields:
        if _has_tag(fields["if-none-match"], entity.tag, is_weak_enough=True):
            return Status.NOT_MODIFIED
    else:
        since = parse_http_date(fields.get("if-modified-since", ""))
        if since is not None and entity.modified is not None and entity.modified <= since:
            return Status.NOT_MODIFIED
    return None


def _is_before(since: int | None, modified: int | None) -> bool:
    """Whether both are known and the file was written after the date."""
    return since is not None and modified is not None and since < modified


def _has_tag(listed: str, tag: str, *, is_weak_enough: bool) -> bool:
    tags = [each.strip() for each in listed.split(",")]
    return listed.strip() == "*" or tag in tags or (is_weak_enough and f"W/{tag}" in tags)


def _span(request: Request, entity: Entity) -> tuple[int, int] | None:
    """The one range that is asked for; None for the whole file. Not satisfiable: start is not before end.

    Several ranges get the whole file, as does what is no range at all (RFC 9110 14.2). Only GET has ranges.
    """
    found = _RANGE.fullmatch(request.fields.get("range", ""))
    if found is None or request.is_head or not _is_same(request.fields.get("if-range"), entity):
        return None
    first, last, suffix = (None if not digits else _number(digits) for digits in found.groups())
    if suffix is not None:
        return max(0, entity.size - suffix), entity.size
    assert first is not None
    if last is not None and last < first:
        return None
    return first, entity.size if last is None else min(last + 1, entity.size)


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= 18 else _FAR


def _is_same(condition: str | None, entity: Entity) -> bool:
    """If-Range: the part is wanted only of the same file, by tag or by exactly the same date (RFC 9110 13.1.5)."""
    if condition is None:
        return True
    if condition.startswith('"'):
        return condition == entity.tag
    return entity.modified is not None and parse_http_date(condition) == entity.modified
