"""From the target of a request to the name of a file: unquoted exactly once, before anything is checked."""

from __future__ import annotations

import re

from fogportable.protocol.http.errors import BadRequest, Status

_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})?")
#: `/` and `\` that a client has quoted are part of a name, and no file has such a name.
_SEPARATORS = (b"/", b"\\")
_ABSOLUTE = re.compile(rb"https?://[^/?#]*", re.IGNORECASE)


def file_name(target: bytes) -> str:
    """The name that a target asks for, still with its slashes. What may be served is for the boot folder to say.

    Takes `/path`, `//path` (GRUB) and `http://host/path` (RFC 9112 3.2.2); a query is left out. Raises BadRequest for
    quoted zeros and separators, for broken quoting and for what is not UTF-8: overlong forms hide a separator.
    """
    origin = _ABSOLUTE.match(target)
    if (origin is None and not target.startswith(b"/")) or b"\0" in target:
        raise BadRequest(Status.BAD_REQUEST, "the address asked for is no path")
    path = re.split(rb"[?#]", target[origin.end() :] if origin else target, maxsplit=1)[0]
    try:
        return _ESCAPE.sub(_unquote, path).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise BadRequest(Status.BAD_REQUEST, "the name is not UTF-8") from problem


def _unquote(escape: re.Match[bytes]) -> bytes:
    digits = escape[1]
    if digits is None:
        raise BadRequest(Status.BAD_REQUEST, "the name has a broken escape")
    octet = bytes((int(digits, 16),))
    if octet == b"\0":
        raise BadRequest(Status.BAD_REQUEST, "the name has a zero")
    if octet in _SEPARATORS:
        raise BadRequest(Status.BAD_REQUEST, "the name has a quoted separator")
    return octet
