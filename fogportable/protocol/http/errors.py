"""Answers of an HTTP server that say no, and why."""

from __future__ import annotations

from enum import IntEnum

from fogportable.protocol.errors import ProtocolError


class Status(IntEnum):
    """The status codes that we send. Source: RFC 9110 15."""

    OK = 200
    PARTIAL_CONTENT = 206
    NOT_MODIFIED = 304
    BAD_REQUEST = 400
    FORBIDDEN = 403
    NOT_FOUND = 404
    METHOD_NOT_ALLOWED = 405
    REQUEST_TIMEOUT = 408
    PRECONDITION_FAILED = 412
    RANGE_NOT_SATISFIABLE = 416
    HEAD_TOO_LARGE = 431
    SERVER_ERROR = 500
    SERVICE_UNAVAILABLE = 503
    VERSION_NOT_SUPPORTED = 505

    @property
    def phrase(self) -> str:
        """The words of the status line."""
        return _PHRASES.get(self) or self.name.replace("_", " ").capitalize()


_PHRASES = {Status.OK: "OK", Status.HEAD_TOO_LARGE: "Request header fields too large"}


class BadRequest(ProtocolError):
    """A request that gets no file. status: what the client is told. reason: for people, one clause."""

    def __init__(self, status: Status, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
