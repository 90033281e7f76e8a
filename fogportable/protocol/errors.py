"""What can be wrong with bytes from the network."""

from __future__ import annotations


class ProtocolError(Exception):
    """Base of everything the protocol engines raise."""


class MalformedPacket(ProtocolError):
    """A peer sent bytes that are not what the standard says. The peer's fault, never a reason to stop.

    offset: octet of the UDP payload at which reading failed.
    """

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(f"at octet {offset}: {reason}")
        self.offset = offset
        self.reason = reason


class ProtocolMisuse(ProtocolError):
    """We asked an engine for something it must never send. A bug of ours."""
