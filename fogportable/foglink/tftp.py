"""A FOG server's TFTP folder: which of the names are there, and bringing a small file. Packets and client are tftpy's.

TFTP has no listing, so each name is asked for; where the file is there, the transfer is refused at once (RFC 2347).
"""

from __future__ import annotations

import io
import logging
import socket
import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from fogportable.errors import FaultCode, FogError
from fogportable.fog.server import BootFile, Presence

TFTP_PORT = 69
#: One answer of a TFTP server (s); asked twice before it counts as silent.
USUAL_TIMEOUT_S = 1.5
_TRIES = 2
#: A server that has left so many names without an answer is not waited for again.
_MOST_SILENT = 4
_LARGEST_DATAGRAM = 65_536
_FILE_NOT_FOUND = 1
_REFUSE_OPTIONS = 8
_BLOCK_SIZE = 1428
#: What tftpy raises besides its own for a datagram that is no TFTP.
_NOISE = (ValueError, struct.error)


class TooLarge(Exception):
    """A file is larger than it may be."""


@dataclass(frozen=True, slots=True)
class Tftp:
    """A TFTP server. host: for people too. timeout_s: for one answer."""

    host: str
    port: int = TFTP_PORT
    timeout_s: float = USUAL_TIMEOUT_S

    def probe(self, names: Iterable[str], should_stop: Callable[[], bool] = lambda: False) -> tuple[BootFile, ...]:
        """Which of the names are there, in their order; as far as it got, where it was stopped.

        Raises FogError FOG_TFTP_SILENT where nothing answers at all, FOG_NAME_UNKNOWN.
        """
        address = self._address()
        found: list[BootFile] = []
        silent = 0
        # One after the other: servers allow a computer only few transfers at once, and hear of the end of one late.
        for name in names:
            if should_stop():
                break
            answer = self._probe_one(address, name) if silent < _MOST_SILENT else None
            if answer is None and not found:
                raise FogError(FaultCode.FOG_TFTP_SILENT, address=self.host)
            silent += answer is None
            found.append(answer or BootFile(name, Presence.UNKNOWN))
        return tuple(found)

    def fetch(self, name: str, most_bytes: int, within_s: float = 20.0) -> bytes | None:
        """A file, whole; None where it is not there. Raises FogError where the server is silent, TooLarge."""
        tftpy = _tftpy()
        output = io.BytesIO()
        end_s = time.monotonic() + within_s

        def look(_packet: object) -> None:
            if output.tell() > most_bytes:
                raise TooLarge(name)
            if time.monotonic() > end_s:
                raise tftpy.TftpTimeout

        address = self._address()
        client = tftpy.TftpClient(address, self.port, {"blksize": _BLOCK_SIZE, "tsize": 0})
        try:
            client.download(name, output, packethook=look, timeout=self.timeout_s, retries=_TRIES)
        except tftpy.TftpFileNotFoundError:
            return None
        except (tftpy.TftpException, *_NOISE, OSError) as problem:
            raise FogError(FaultCode.FOG_TFTP_SILENT, address=self.host, detail=repr(problem)) from problem
        if output.tell() > most_bytes:
            raise TooLarge(name)
        return output.getvalue()

    def _address(self) -> str:
        try:
            return socket.gethostbyname(self.host)
        except OSError as problem:
            raise FogError(FaultCode.FOG_NAME_UNKNOWN, host=self.host, detail=repr(problem)) from problem

    def _probe_one(self, address: str, name: str) -> BootFile | None:
        """None where nothing answers."""
        tftpy = _tftpy()
        request = tftpy.TftpPacketTypes.TftpPacketRRQ()
        request.filename, request.mode, request.options = name, "octet", {"tsize": "0", "blksize": str(_BLOCK_SIZE)}
        datagram = request.encode().buffer
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            for _ in range(_TRIES):
                try:
                    sock.sendto(datagram, (address, self.port))
                    found = self._read_answer(sock, address, name)
                except OSError:
                    # Refused by the machine itself, or no way to it: as silent as no answer.
                    return None
                if found is not None:
                    return found
        return None

    def _read_answer(self, sock: socket.socket, address: str, name: str) -> BootFile | None:
        tftpy = _tftpy()
        end_s = time.monotonic() + self.timeout_s
        while (left_s := end_s - time.monotonic()) > 0:
            sock.settimeout(left_s)
            try:
                datagram, peer = sock.recvfrom(_LARGEST_DATAGRAM)
            except TimeoutError:
                return None
            if peer[0] != address:
                continue
            try:
                packet = tftpy.TftpPacketFactory.TftpPacketFactory().parse(datagram)
            except (tftpy.TftpException, *_NOISE):
                continue  # no TFTP; the right answer may still come
            found = _meaning(packet, name)
            if found is not None and found.presence is Presence.THERE:
                refusal = tftpy.TftpPacketTypes.TftpPacketERR()
                refusal.errorcode = _REFUSE_OPTIONS
                sock.sendto(refusal.encode().buffer, peer)
            if found is not None:
                return found
        return None


def _meaning(packet: Any, name: str) -> BootFile | None:
    """What an answer says of a name; None where it is none to a request."""
    opcode = packet.opcode
    if opcode == 5:
        missing = packet.errorcode == _FILE_NOT_FOUND
        return BootFile(name, Presence.MISSING if missing else Presence.UNKNOWN)
    if opcode == 6:
        size = packet.options.get("tsize", "")
        return BootFile(name, Presence.THERE, int(size) if size.isascii() and size.isdigit() else None)
    # A server without options begins to send.
    return BootFile(name, Presence.THERE) if opcode == 3 else None


def _tftpy() -> Any:
    """Imported late, and kept from the log: a missing file is an answer here, and no error."""
    import tftpy
    import tftpy.TftpPacketFactory
    import tftpy.TftpPacketTypes

    logging.getLogger("tftpy").setLevel(logging.CRITICAL + 1)
    return tftpy
