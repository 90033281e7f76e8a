"""TLS to a FOG server. FOG signs its certificate itself: its authority is pinned after a person saw its fingerprint.

Nothing is ever trusted silently. What this machine's own store knows is fine; else the pinned authority decides, and
it alone once there is one.
"""

from __future__ import annotations

import os
import socket
import ssl
from pathlib import Path
from urllib.parse import urlsplit

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.answer import Answer
from fogportable.fog.authority import Authority
from fogportable.foglink.web import USUAL_TIMEOUT_S, Web
from fogportable.platform.paths import data_folder

AUTHORITY_PAGE = "management/other/ca.cert.der"
_MOST_BYTES = 65_536
#: Codes of OpenSSL, X509_V_ERR_*.
_NAME_MISMATCHES = (62, 64)
_NOT_YET_VALID, _EXPIRED = 9, 10
_REDIRECTS = (301, 302, 303, 307, 308)
_UNKNOWN_NAME = "another name"


def read_authority(data: bytes, source: str) -> Authority:
    """A certificate in DER or PEM. source: its file or address, for people. Raises FogError."""
    try:
        der = ssl.PEM_cert_to_DER_cert(data.decode("ascii").strip()) if b"-----BEGIN" in data else data
        # Read by OpenSSL: what it cannot read would fail at each connection.
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=der)
    except (ValueError, ssl.SSLError) as problem:
        raise FogError(FaultCode.FOG_AUTHORITY_BROKEN, file=source, detail=repr(problem)) from problem
    return Authority(der)


def fetch_authority(server: FogAddress, timeout_s: float = USUAL_TIMEOUT_S) -> Authority:
    """FOG's authority, from the server itself: worth nothing before its fingerprint was compared. Raises FogError.

    Without looking at the server's certificate, which is what the authority is asked for.
    """
    web = Web(server, Unverified(), timeout_s)
    answer = web.get(AUTHORITY_PAGE, most_bytes=_MOST_BYTES)
    secure = secure_target(answer)
    if secure is not None:
        answer = web.at(secure).get(AUTHORITY_PAGE, most_bytes=_MOST_BYTES)
    if answer.status != 200 or answer.is_web_page or not answer.body:
        raise FogError(FaultCode.FOG_AUTHORITY_MISSING, address=server)
    return read_authority(answer.body, AUTHORITY_PAGE)


def secure_target(answer: Answer) -> FogAddress | None:
    """Where a server that wants https leads from http, to itself; None for any other answer."""
    if answer.status not in _REDIRECTS or answer.server.scheme != "http":
        return None
    parts = urlsplit(answer.location)
    if parts.scheme != "https" or (parts.hostname or "").lower() != answer.server.host:
        return None
    return FogAddress(answer.server.host, "https", parts.port, answer.server.web_root)


class Unverified:
    """TLS with anybody. For finding a server, and fetching what is then shown to a person; never with a token."""

    def wrap(self, sock: socket.socket, server: FogAddress) -> ssl.SSLSocket:
        """The handshake, whoever answers. Raises FogError, or OSError where the connection broke."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        try:
            return context.wrap_socket(sock, server_hostname=server.host)
        except ssl.SSLError as problem:
            raise _tls_failed(server, problem) from problem


def usual_pins() -> PinBoard:
    """The authorities that this user has pinned."""
    return PinBoard(data_folder() / "fog-authorities")


class PinBoard:
    """The pinned authorities, a file for each host. Implements the handshake of `foglink.web`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pin(self, host: str, authority: Authority) -> None:
        """Trust this authority for this host from now on, and no other. Raises FogError."""
        file = self._file(host)
        draft = file.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_text(ssl.DER_cert_to_PEM_cert(authority.der), encoding="ascii")
            os.replace(draft, file)
        except OSError as problem:
            words = (problem.strerror or str(problem)).lower()
            raise FogError(FaultCode.FOG_PIN_NOT_SAVED, file=file, problem=words) from problem

    def pinned(self, host: str) -> Authority | None:
        """What is pinned for a host. Raises FogError where its file cannot be used: no other is then trusted."""
        file = self._file(host)
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise FogError(FaultCode.FOG_AUTHORITY_BROKEN, file=file, detail=repr(problem)) from problem
        return read_authority(data, str(file))

    def wrap(self, sock: socket.socket, server: FogAddress) -> ssl.SSLSocket:
        """The handshake with a server. Raises FogError, or OSError where the connection broke."""
        authority = self.pinned(server.host)
        try:
            return _context(authority).wrap_socket(sock, server_hostname=server.host)
        except ssl.SSLCertVerificationError as problem:
            raise _refusal(server, authority, problem, sock.gettimeout()) from problem
        except ssl.SSLError as problem:
            raise _tls_failed(server, problem) from problem

    def _file(self, host: str) -> Path:
        return self._folder / f"{host}.pem"


class UnderAnyName:
    """The handshake of a server that moved: its certificate may be for its old address, if the pinned authority signed.

    Without a pin it is that of the board: anybody has a certificate of a public authority for some name.
    """

    def __init__(self, board: PinBoard) -> None:
        self._board = board

    def wrap(self, sock: socket.socket, server: FogAddress) -> ssl.SSLSocket:
        """Raises FogError, or OSError where the connection broke."""
        authority = self._board.pinned(server.host)
        if authority is None:
            return self._board.wrap(sock, server)
        context = _context(authority)
        context.check_hostname = False
        try:
            return context.wrap_socket(sock, server_hostname=server.host)
        except ssl.SSLCertVerificationError as problem:
            raise _refusal(server, authority, problem, sock.gettimeout()) from problem
        except ssl.SSLError as problem:
            raise _tls_failed(server, problem) from problem


def _context(authority: Authority | None) -> ssl.SSLContext:
    if authority is None:
        return ssl.create_default_context()
    # Not the default context: it would trust the machine's store beside the pin, and from Python 3.13 on it refuses
    # authorities without the newer extensions, which FOG's installer does not write.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=authority.der)
    return context


def _refusal(
    server: FogAddress, authority: Authority | None, problem: ssl.SSLCertVerificationError, timeout_s: float | None
) -> FogError:
    # As it may be given to `fogportable fog trust`.
    address, detail = f"https://{server.place}", repr(problem)
    if problem.verify_code in _NAME_MISMATCHES:
        names = certificate_names(server, authority, timeout_s)
        return FogError(FaultCode.FOG_CERTIFICATE_NAME, address=address, names=names, host=server.host, detail=detail)
    if problem.verify_code in (_NOT_YET_VALID, _EXPIRED):
        words = problem.verify_message
        return FogError(FaultCode.FOG_CERTIFICATE_EXPIRED, address=address, problem=words, detail=detail)
    if authority is not None:
        return FogError(FaultCode.FOG_CERTIFICATE_CHANGED, address=address, detail=detail)
    return FogError(FaultCode.FOG_CERTIFICATE_UNKNOWN, address=address, detail=detail)


def _tls_failed(server: FogAddress, problem: ssl.SSLError) -> FogError:
    words = (problem.reason or str(problem)).lower().replace("_", " ")
    return FogError(FaultCode.FOG_TLS_FAILED, address=server, problem=words, detail=repr(problem))


def certificate_names(server: FogAddress, authority: Authority | None, timeout_s: float | None) -> str:
    """Whom a certificate is for. Over a second connection, where the name does not matter but the authority does."""
    context = _context(authority)
    context.check_hostname = False
    try:
        with (
            socket.create_connection((server.host, server.port_number), timeout=timeout_s) as sock,
            context.wrap_socket(sock) as wrapped,
        ):
            certificate = wrapped.getpeercert() or {}
    except OSError:
        return _UNKNOWN_NAME
    alternatives = certificate.get("subjectAltName", ())
    return ", ".join(str(each[1]) for each in alternatives if isinstance(each, tuple)) or _UNKNOWN_NAME
