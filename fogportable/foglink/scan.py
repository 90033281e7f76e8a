"""Looking for FOG servers in a network: politely, within bounds, and only when somebody asks for it.

The pace is stated: at most `ADDRESSES_PER_S` addresses are begun in a second, two connections each. On one wire that
is as many ARP questions, three times where nobody answers. Only where a web server listens is a page asked for.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from ipaddress import AddressValueError, IPv4Address, IPv4Interface, IPv4Network

from fogportable.errors import Fault, FaultCode, FogError, describe
from fogportable.fog.address import FogAddress
from fogportable.fog.scan import FoundFog, ScanProgress, ScanResult, scan_addresses
from fogportable.foglink.identify import look_for_pages
from fogportable.foglink.sweep import Sweep
from fogportable.foglink.tftp import TFTP_PORT, Tftp
from fogportable.foglink.trust import Unverified
from fogportable.foglink.web import Encryption, Hangup, Web

#: Addresses begun in a second, unless somebody says otherwise. A switch that watches ARP may allow fewer.
ADDRESSES_PER_S = 40.0
#: Web servers that are asked at once, each for one page at a time.
_MOST_ASKED_AT_ONCE = 8
_PAGE_S = 4.0
_TFTP_S = 0.5
#: From the last address on (s), for web servers that are slow.
_LAST_ANSWERS_S = 45.0
#: How often (s) to look whether somebody wants it to end.
_LOOK_S = 0.1

#: Of a server with an authority of its own, before it is pinned; it is found all the same.
_DISTRUST = frozenset(
    {
        FaultCode.FOG_CERTIFICATE_UNKNOWN,
        FaultCode.FOG_CERTIFICATE_CHANGED,
        FaultCode.FOG_CERTIFICATE_NAME,
        FaultCode.FOG_CERTIFICATE_EXPIRED,
        FaultCode.FOG_AUTHORITY_BROKEN,
    }
)


@dataclass(frozen=True, slots=True)
class ScanPorts:
    """Where servers listen. Others than the usual ones are for tests."""

    http: int = 80
    https: int = 443
    tftp: int = TFTP_PORT


_USUAL_PORTS = ScanPorts()


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan, not yet begun. encryption: which certificates are trusted, for the others are told apart.

    own: this laptop's address in the network, None where it has none. first: addresses or names that are asked before
    all others, wherever they are: what DHCP names as boot server, the gateway, this laptop.
    """

    network: IPv4Network
    encryption: Encryption
    own: IPv4Interface | None = None
    first: tuple[str, ...] = ()
    rate_per_s: float = ADDRESSES_PER_S
    ports: ScanPorts = _USUAL_PORTS

    def run(
        self,
        on_progress: Callable[[ScanProgress], None] = lambda _: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> ScanResult:
        """Blocks until all were asked or somebody wants it to end. on_progress: in this thread, when something changed.

        Raises FogError FOG_SCAN_TOO_LARGE or FOG_SCAN_UNFIT before anything is sent, FOG_SCAN_NO_WAY.
        """
        addresses = scan_addresses(self.network, self.own)
        first = dict.fromkeys(self.first)
        known = {ip for ip in map(_literal, first) if ip is not None}
        rest = tuple(address for address in addresses if address not in known)
        ports = (self.ports.http, self.ports.https)
        with _Asking(self) as asking, Sweep(rest, ports, self.rate_per_s) as sweep:
            for host in first:
                asking.ask(host, ports)
            return _Run(self, sweep, asking, len(first) + len(rest), on_progress, should_stop).to_the_end()


def _literal(host: str) -> IPv4Address | None:
    try:
        return IPv4Address(host)
    except AddressValueError:
        return None


class _Run:
    """The loop of one scan, in the thread that asked for it."""

    def __init__(
        self,
        scan: Scan,
        sweep: Sweep,
        asking: _Asking,
        total: int,
        on_progress: Callable[[ScanProgress], None],
        should_stop: Callable[[], bool],
    ) -> None:
        self._scan = scan
        self._sweep = sweep
        self._asking = asking
        self._total = total
        self._on_progress = on_progress
        self._should_stop = should_stop
        self._told: ScanProgress | None = None

    def to_the_end(self) -> ScanResult:
        end_s: float | None = None
        is_whole = False
        while not (self._should_stop() or is_whole or (end_s is not None and time.monotonic() > end_s)):
            if not self._sweep.is_over:
                for host in self._sweep.step(_LOOK_S):
                    self._asking.ask(host.address, host.ports)
                self._asking.collect(0.0)
            else:
                end_s = end_s or time.monotonic() + _LAST_ANSWERS_S
                self._asking.collect(_LOOK_S)
            if self._sweep.refusal and not self._asking.count and not self._asking.servers:
                raise FogError(FaultCode.FOG_SCAN_NO_WAY, network=self._scan.network, problem=self._sweep.refusal)
            is_whole = self._sweep.is_over and not self._asking.count
            self._tell()
        return self._result(is_whole)

    def _tell(self) -> None:
        now = ScanProgress(self._asked, self._total, self._asking.count, self._asking.servers)
        if now != self._told:
            self._told = now
            self._on_progress(now)

    @property
    def _asked(self) -> int:
        return self._sweep.asked + self._asking.first_asked

    def _result(self, is_whole: bool) -> ScanResult:
        network, servers = self._scan.network, self._asking.servers
        notes: list[Fault] = [each.distrust for each in servers if each.distrust is not None]
        if not servers and is_whole:
            notes.append(describe(FaultCode.FOG_SCAN_EMPTY, network=network))
        if self._sweep.is_over and self._asking.count and not self._should_stop():
            notes.append(describe(FaultCode.FOG_SCAN_SLOW, count=self._asking.count))
        return ScanResult(network, self._asked, self._total, is_whole, servers, tuple(notes))


class _Asking:
    """Threads `fogp-scan-*`, a few, each asking one machine for its pages. Used from the thread of the scan."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._pool = ThreadPoolExecutor(_MOST_ASKED_AT_ONCE, thread_name_prefix="fogp-scan")
        self._asked: set[Future[FoundFog | None]] = set()
        self._first: set[Future[FoundFog | None]] = set()
        self._servers: dict[IPv4Address, FoundFog] = {}
        self._hangup = Hangup()
        self.first_asked = 0

    def __enter__(self) -> _Asking:
        return self

    def __exit__(self, *_: object) -> None:
        # Nobody waits for the threads: each ends with its page, which is broken off here.
        self._hangup.hang_up()
        self._pool.shutdown(wait=False, cancel_futures=True)

    @property
    def count(self) -> int:
        """Machines that are being asked, or will be."""
        return len(self._asked)

    @property
    def servers(self) -> tuple[FoundFog, ...]:
        """What was found, by address."""
        return tuple(self._servers[ip] for ip in sorted(self._servers))

    def ask(self, host: IPv4Address | str, ports: tuple[int, ...]) -> None:
        """Ask a machine at these ports. host: a name or an address in writing for one that is asked before all."""
        future = self._pool.submit(self._look, str(host), ports)
        self._asked.add(future)
        if isinstance(host, str):
            self._first.add(future)

    def collect(self, wait_s: float) -> None:
        """Take what was answered; wait for an answer that long."""
        done, self._asked = wait(self._asked, wait_s, FIRST_COMPLETED) if self._asked else (set(), set())
        for future in done:
            self.first_asked += future in self._first
            found = future.result()
            if found is not None:
                self._servers.setdefault(found.ip, found)

    # --- in the threads ---------------------------------------------------------------------------------------------

    def _look(self, host: str, ports: tuple[int, ...]) -> FoundFog | None:
        """What is there: http before https, as computers that boot ask."""
        try:
            ip = IPv4Address(socket.gethostbyname(host))
        except (OSError, ValueError):
            return None
        for web in self._webs(host, ports):
            if self._hangup.is_done:
                return None
            with contextlib.suppress(FogError):
                return self._look_at(web, ip)
        return None

    def _webs(self, host: str, ports: tuple[int, ...]) -> Iterator[Web]:
        wanted = self._scan.ports
        for scheme, port, usual in (("http", wanted.http, 80), ("https", wanted.https, 443)):
            if port in ports:
                address = FogAddress(host, scheme, None if port == usual else port)
                yield Web(address, self._scan.encryption, _PAGE_S, hangup=self._hangup)

    def _look_at(self, web: Web, ip: IPv4Address) -> FoundFog:
        """Raises FogError where there is no FOG server."""
        tftp = Tftp(web.server.host, self._scan.ports.tftp, _TFTP_S)
        try:
            pages, version = look_for_pages(web, tftp)
        except FogError as problem:
            if problem.code not in _DISTRUST:
                raise
            # Only to see that it is one: it is asked for its version and told nothing.
            pages, version = look_for_pages(replace(web, encryption=Unverified()), tftp)
            return FoundFog(pages.server, ip, version, problem.fault)
        return FoundFog(pages.server, ip, version)
