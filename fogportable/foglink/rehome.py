"""Asking a FOG server for every place in which it names its own address."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from fogportable.errors import Fault, FaultCode, FogError, describe
from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.fog.api import Tokens
from fogportable.fog.boot_answer import MenuAnswer, TaskAnswer
from fogportable.fog.boot_names import DEFAULT_SCRIPT
from fogportable.fog.boot_script import BOOT_PAGE, read_boot_answer
from fogportable.fog.default_script import script_target
from fogportable.fog.rehome import (
    SETTINGS,
    NamedHost,
    Place,
    PlaceKind,
    Rehoming,
    Service,
    Standing,
    host_of,
    place_of,
    stale_faults,
)
from fogportable.foglink.api import FogApi
from fogportable.foglink.identify import fetch_default_script, is_same_machine, look_for_pages
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import PinBoard, UnderAnyName, Unverified, certificate_names
from fogportable.foglink.web import Web
from fogportable.language import say

#: No computer has it: locally administered, and asked for in order to see what an unknown one gets.
_NOBODY = "02:00:00:00:00:01"
_QUERY = urlencode({"mac": _NOBODY, "arch": "x86_64", "platform": "pcbios"}, safe=":")
_MOST_OF_A_SCRIPT = 65_536

#: For each machine that a place names and that is not the one reached (s).
_PAGES_S = 3.0
_TFTP_S = 0.5
_CONNECT_S = 1.5
NFS_PORT = 2049


@dataclass
class _Findings:
    named: list[NamedHost] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    certificate: Place | None = None

    def add(self, kind: PlaceKind, written: str, name: str = "") -> None:
        if host := host_of(written):
            self.named.append(NamedHost(kind, host, name))

    @contextlib.contextmanager
    def without(self) -> Iterator[None]:
        """Around a step that may fail without the others. What stands in the way of several is told once."""
        try:
            yield
        except FogError as problem:
            if problem.code not in {note.code for note in self.notes}:
                self.notes.append(problem.fault)


def look_for_stale_places(
    web: Web,
    tftp: Tftp,
    pins: PinBoard,
    *,
    tokens: Tokens | None = None,
    nfs_port: int = NFS_PORT,
    on_progress: Callable[[str], None] = lambda _: None,
) -> Rehoming:
    """Where a FOG server names an address of its own, and whether it is the one that it was reached at.

    tokens: for its settings and storage nodes. on_progress: sentences. Its boot.php is asked once for a computer that
    nobody has. Raises FogError where there is no FOG server, or it cannot be reached.
    """
    found = _Findings()
    on_progress(say("Asking {server} where it says that it is…", server=web.server))
    web = _find_pages(web, tftp, pins, found)
    with found.without():
        _ask_tftp(tftp, found)
    _ask_web_script(web, found)
    with found.without():
        _ask_boot_page(web, found)
    has_settings = False
    if tokens is not None:
        on_progress(say("Asking for its settings and storage nodes…"))
        has_settings = _ask_api(FogApi.of(web, tokens), found)
    on_progress(say("Asking whether the other addresses answer…"))
    places = tuple(_judged(found, web.server, tftp.port, nfs_port))
    if found.certificate is not None:
        places = (found.certificate, *places)
    return Rehoming(web.server, places, has_settings, (*stale_faults(places), *found.notes))


def _find_pages(web: Web, tftp: Tftp, pins: PinBoard, found: _Findings) -> Web:
    """A certificate for the old address is one of the places; behind it the pinned authority must still stand."""
    try:
        return look_for_pages(web, tftp)[0]
    except FogError as problem:
        if problem.code is not FaultCode.FOG_CERTIFICATE_NAME:
            raise
        pages = look_for_pages(replace(web, encryption=UnderAnyName(pins)), tftp)[0]
        names = certificate_names(pages.server, pins.pinned(web.server.host), web.timeout_s)
        named = NamedHost(PlaceKind.CERTIFICATE, names)
        found.certificate = Place(named, Standing.STALE, problem.fault)
        return pages


def _ask_tftp(tftp: Tftp, found: _Findings) -> None:
    target = fetch_default_script(tftp)
    if target is None:
        found.notes.append(describe(FaultCode.FOG_DEFAULT_SCRIPT_MISSING, address=tftp.host))
    else:
        found.add(PlaceKind.DEFAULT_SCRIPT, target.place)


def _ask_web_script(web: Web, found: _Findings) -> None:
    """Most servers have none there; it is for UEFI that boots by HTTP."""
    top = web.at(replace(web.server, web_root=""))
    with contextlib.suppress(FogError):
        answer = top.get(DEFAULT_SCRIPT, most_bytes=_MOST_OF_A_SCRIPT)
        target = script_target(answer.body) if answer.status == 200 else None
        if target is not None:
            found.add(PlaceKind.WEB_SCRIPT, target.place)


def _ask_boot_page(web: Web, found: _Findings) -> None:
    answer = read_boot_answer(web.get(BOOT_PAGE, _QUERY))
    found.add(PlaceKind.BOOT_PAGE, answer.head.own_host)
    if isinstance(answer, MenuAnswer | TaskAnswer):
        found.add(PlaceKind.BOOT_WEB, answer.web_url)
        found.add(PlaceKind.BOOT_STORAGE, answer.storage)
    if isinstance(answer, TaskAnswer):
        found.add(PlaceKind.BOOT_FTP, answer.ftp)


def _ask_api(api: FogApi, found: _Findings) -> bool:
    """Setting by setting: all together hold passwords. Gives whether all could be read."""
    read = 0
    with found.without():
        for setting in SETTINGS:
            found.add(PlaceKind.SETTING, api.setting(setting.name) or "", setting.name)
        read += 1
    with found.without():
        for node in api.storage_nodes():
            if node.is_enabled:
                found.add(PlaceKind.NODE, node.host, node.name)
        read += 1
    return read == 2


# --- whether others answer --------------------------------------------------------------------------------------


def _judged(found: _Findings, used: FogAddress, tftp_port: int, nfs_port: int) -> Iterator[Place]:
    known: dict[tuple[str, Service], bool] = {}

    def answers(named: NamedHost) -> bool:
        key = (named.host, named.service)
        if key not in known:
            known[key] = _does_answer(named, used, tftp_port, nfs_port)
        return known[key]

    for named in found.named:
        yield place_of(named, used, lambda host: is_same_machine(host, used.host), answers)


def _does_answer(named: NamedHost, used: FogAddress, tftp_port: int, nfs_port: int) -> bool:
    """As what the place needs: another machine that got the old address of a FOG server is of no use."""
    if named.service is Service.IMAGES:
        try:
            socket.create_connection((named.host, nfs_port), timeout=_CONNECT_S).close()
        except OSError:
            return False
        return True
    tftp = Tftp(named.host, tftp_port, _TFTP_S)
    try:
        if named.service is Service.TFTP:
            return fetch_default_script(tftp) is not None
        look_for_pages(Web(_beside(named.host, used), Unverified(), _PAGES_S), tftp)
    except FogError:
        return False
    return True


def _beside(host: str, used: FogAddress) -> FogAddress:
    """The same pages at another host. Raises FogError for what is no name of one."""
    try:
        return replace(parse_fog_address(host), scheme=used.scheme, port=used.port, web_root=used.web_root)
    except ValueError as problem:
        raise FogError(FaultCode.FOG_NAME_UNKNOWN, host=host, detail=str(problem)) from problem
