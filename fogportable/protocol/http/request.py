"""The head of a request, strictly: what is odd is refused, because two readings of one head are a way around checks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from fogportable.protocol.http.errors import BadRequest, Status

#: Request line and fields together, in octets. Firmware sends some two hundred.
LARGEST_HEAD_BYTES = 16 * 1024

#: RFC 9112 2.2: a line may end with LF alone.
_END = re.compile(rb"\r?\n\r?\n")
_TOKEN = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_VERSION = re.compile(rb"HTTP/([0-9])\.([0-9])")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_DIGITS = re.compile(r"[0-9]{1,18}")

_ALLOWED = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Request:
    """A GET or HEAD. target: as it came. fields: by name in lower case; several of one name joined by a comma.

    is_persistent: the client wants the connection kept. is_http_1_0: it must be told that it is kept.
    """

    method: str
    target: bytes
    fields: dict[str, str] = field(default_factory=dict)
    is_persistent: bool = True
    is_http_1_0: bool = False

    @property
    def is_head(self) -> bool:
        return self.method == "HEAD"


def end_of_head(data: bytes | bytearray, start: int = 0) -> int | None:
    """Where the head ends, behind its empty line; None while it is not complete. start: searched before up to here."""
    found = _END.search(data, max(0, start - 3))
    return None if found is None else found.end()


def parse_request(head: bytes) -> Request:
    """Read a head with its empty line. Source: RFC 9112 2-5. Raises BadRequest and nothing else."""
    if len(head) > LARGEST_HEAD_BYTES:
        raise BadRequest(Status.HEAD_TOO_LARGE, "the head of the request is too large")
    first, *lines = [line.removesuffix(b"\r") for line in head.split(b"\n")]
    method, target, is_1_0 = _parse_first_line(first)
    fields = _parse_fields([line for line in lines if line])
    if method not in _ALLOWED:
        raise BadRequest(Status.METHOD_NOT_ALLOWED, "files are only read here")
    if not is_1_0 and "host" not in fields:
        raise BadRequest(Status.BAD_REQUEST, "the request names no host")
    wishes = {wish.strip() for wish in fields.get("connection", "").lower().split(",")}
    is_persistent = "keep-alive" in wishes if is_1_0 else True
    if "close" in wishes or _has_body(fields):
        is_persistent = False  # What follows the head of a request with a body is not the next request.
    return Request(method, target, fields, is_persistent, is_1_0)


def _parse_first_line(line: bytes) -> tuple[str, bytes, bool]:
    words = line.split(b" ")
    if len(words) != 3 or not _TOKEN.fullmatch(words[0]) or not words[1] or _CONTROL.search(line) or b"\t" in line:
        raise BadRequest(Status.BAD_REQUEST, "it is no request of HTTP")
    version = _VERSION.fullmatch(words[2])
    if version is None:
        raise BadRequest(Status.BAD_REQUEST, "it is no request of HTTP")
    if version[1] != b"1":
        raise BadRequest(Status.VERSION_NOT_SUPPORTED, "it is another version of HTTP")
    return words[0].decode("ascii"), words[1], version[2] == b"0"


def _parse_fields(lines: list[bytes]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        name, colon, raw = line.partition(b":")
        # A line that goes on with a blank (obs-fold) and a blank before the colon fail here too: RFC 9112 5.1, 5.2.
        if not colon or not _TOKEN.fullmatch(name) or _CONTROL.search(raw):
            raise BadRequest(Status.BAD_REQUEST, "a field of the request is malformed")
        key, value = name.decode("ascii").lower(), raw.strip(b" \t").decode("latin-1")
        if key in fields and key in ("host", "content-length"):
            raise BadRequest(Status.BAD_REQUEST, f"the field {key} is there twice")
        fields[key] = f"{fields[key]}, {value}" if key in fields else value
    return fields


def _has_body(fields: dict[str, str]) -> bool:
    length = fields.get("content-length", "0")
    if not _DIGITS.fullmatch(length):
        raise BadRequest(Status.BAD_REQUEST, "the length of the request is no number")
    return int(length) > 0 or "transfer-encoding" in fields
