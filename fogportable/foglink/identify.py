"""Finding out what a FOG server is, without its password."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from fogportable.errors import Fault, FaultCode, FogError, describe
from fogportable.fog.address import FogAddress
from fogportable.fog.answer import Answer
from fogportable.fog.api import Tokens
from fogportable.fog.boot_names import DEFAULT_SCRIPT, NAMES, boot_file_for
from fogportable.fog.default_script import script_target
from fogportable.fog.imaging_files import (
    IMAGING_FOLDER,
    IMAGING_NAMES,
    KERNEL_HEAD_BYTES,
    PAIRS,
    kernel_version,
    read_imaging_file,
    usable_pairs,
)
from fogportable.fog.server import (
    ApiState,
    BootFile,
    Database,
    FogServer,
    Generation,
    ImagingFile,
    Presence,
    Version,
)
from fogportable.fog.status_pages import (
    DATABASE_PAGE,
    HARDWARE_PAGE,
    INFO_PAGE,
    KERNELS_PAGE,
    VERSION_PAGE,
    read_api_state,
    read_database,
    read_kernels,
    read_space,
    read_version,
)
from fogportable.foglink.tftp import Tftp, TooLarge
from fogportable.foglink.trust import secure_target
from fogportable.foglink.web import Web
from fogportable.language import say
from fogportable.protocol.pxe.archs import ClientArch, archs_label

#: default.ipxe has some 450 octets; a site may have added to it.
_LARGEST_SCRIPT = 65_536
_OTHER_ROOT = ""
#: Without a file for these nothing goes; of 32-bit UEFI and ARM64 most rooms have none.
_EXPECTED_ARCHS = (ClientArch.X86_BIOS, ClientArch.X64_UEFI)
_Found = TypeVar("_Found")

#: Of a page that is not FOG's: it may be FOG's elsewhere.
_NOT_HERE = (FaultCode.FOG_PAGE_MISSING, FaultCode.FOG_WEB_PAGE, FaultCode.FOG_ANSWER_UNCLEAR)


@dataclass
class _Findings:
    """What is wrong, told once each."""

    notes: list[Fault] = field(default_factory=list)

    def tell(self, fault: Fault) -> None:
        if fault.code not in {each.code for each in self.notes}:
            self.notes.append(fault)

    def without(self, step: Callable[[], _Found], otherwise: _Found) -> _Found:
        """Do a step that may fail without the others."""
        try:
            return step()
        except FogError as problem:
            self.tell(problem.fault)
            return otherwise


def identify(
    web: Web,
    tftp: Tftp,
    *,
    tokens: Tokens | None = None,
    on_progress: Callable[[str], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> FogServer:
    """What a FOG server is. on_progress: sentences. should_stop: asked between questions; the rest is then left out.

    Raises FogError where there is no FOG server, or it cannot be reached; what only is wrong with it is in its notes.
    """
    found = _Findings()
    on_progress(say("Asking {server} for its version…", server=web.server))
    web, version = _find_pages(web, tftp, found)
    server = FogServer(web.server, version, ApiState.UNKNOWN, Database.UNKNOWN)
    if not should_stop():
        on_progress(say("Asking for its database, kernels and API…"))
        server = _with_pages(server, web, tokens, found)
    if not should_stop():
        on_progress(say("Asking for its imaging system…"))
        server = _with_imaging_files(server, web, found, should_stop)
    if not should_stop():
        on_progress(say("Asking for its boot files by TFTP…"))
        server = _with_boot_files(server, tftp, found, should_stop)
    return replace(server, notes=tuple(found.notes))


def find_pages(web: Web, tftp: Tftp) -> Web:
    """The same server where its pages really are, with https where it wants that. Raises FogError."""
    return look_for_pages(web, tftp)[0]


def look_for_pages(web: Web, tftp: Tftp) -> tuple[Web, Version | None]:
    """The same with the server's version; None where it does not say, as without its database. Raises FogError."""
    return _find_pages(web, tftp, _Findings())


# --- its pages --------------------------------------------------------------------------------------------------


def _find_pages(web: Web, tftp: Tftp, found: _Findings) -> tuple[Web, Version | None]:
    """Where its pages are. Below /fog/ unless it was said; else where its default.ipxe leads; else at the top."""
    try:
        return _ask_version(web, found)
    except FogError as problem:
        if web.server.web_root is not None or problem.code not in _NOT_HERE:
            raise
        refusal = problem
    script = found.without(lambda: fetch_default_script(tftp), None)
    roots = [script.web_root] if script is not None and script.web_root is not None else []
    for root in dict.fromkeys([*roots, _OTHER_ROOT]):
        try:
            return _ask_version(web.at(replace(web.server, web_root=root)), found)
        except FogError as problem:
            if problem.code not in _NOT_HERE:
                raise
    raise FogError(FaultCode.FOG_NOT_FOUND, address=web.server, detail=str(refusal)) from refusal


def _ask_version(web: Web, found: _Findings) -> tuple[Web, Version | None]:
    answer = web.get(VERSION_PAGE)
    secure = secure_target(answer)
    if secure is not None:
        web = web.at(secure)
        answer = web.get(VERSION_PAGE)
    version = read_version(answer)
    if secure is not None:
        found.tell(describe(FaultCode.FOG_REDIRECTED, address=secure.host, url=secure.url))
    if version is not None and version.generation is Generation.OTHER:
        found.tell(describe(FaultCode.FOG_VERSION_UNKNOWN, address=web.server, version=version.text))
    return web, version


def _with_pages(server: FogServer, web: Web, tokens: Tokens | None, found: _Findings) -> FogServer:
    database = found.without(lambda: read_database(web.get(DATABASE_PAGE)), Database.UNKNOWN)
    if database is Database.DOWN or (database is Database.UNKNOWN and server.version is None):
        found.tell(describe(FaultCode.FOG_DATABASE_DOWN, address=web.server))
        database = Database.DOWN
    if database is Database.OUTDATED:
        found.tell(describe(FaultCode.FOG_HALF_UPGRADED, address=web.server, url=f"{web.server.url}management/"))
    space = found.without(lambda: read_space(web.get(HARDWARE_PAGE)), None)
    if database is Database.DOWN:
        # Its other pages only say so again.
        return replace(server, database=database, space=space)
    return replace(
        server,
        database=database,
        space=space,
        kernels=found.without(lambda: read_kernels(web.get(KERNELS_PAGE)), ()),
        api=found.without(lambda: _ask_api(web, tokens, found), ApiState.UNKNOWN),
    )


def _ask_api(web: Web, tokens: Tokens | None, found: _Findings) -> ApiState:
    asking = web if tokens is None else replace(web, headers=tokens.headers())
    answer: Answer = asking.get(INFO_PAGE)
    state = read_api_state(answer, has_tokens=tokens is not None)
    if state is ApiState.TOKENS_REFUSED:
        code = FaultCode.FOG_USER_TOKEN_WRONG if answer.status == 401 else FaultCode.FOG_API_TOKEN_WRONG
        found.tell(FogError(code, address=web.server).fault)
    return state


# --- its imaging system -----------------------------------------------------------------------------------------


def _with_imaging_files(server: FogServer, web: Web, found: _Findings, should_stop: Callable[[], bool]) -> FogServer:
    files: tuple[ImagingFile, ...] = found.without(lambda: tuple(_ask_imaging_files(web, should_stop)), ())
    if len(files) < len(IMAGING_NAMES):
        return replace(server, imaging_files=files)
    if PAIRS[0] not in usable_pairs(files):
        broken = [each.name for each in files if each.name in PAIRS[0].names and not _is_usable(each)]
        found.tell(describe(FaultCode.FOG_IMAGING_FILES_MISSING, address=web.server, files=" and ".join(broken)))
    there = {each.name for each in files if _is_usable(each)}
    kernels = tuple(
        replace(each, version=each.version or (_kernel_version(web, each.name) if each.name in there else ""))
        for each in server.kernels
    )
    return replace(server, imaging_files=files, kernels=kernels)


def _ask_imaging_files(web: Web, should_stop: Callable[[], bool]) -> Iterator[ImagingFile]:
    for name in IMAGING_NAMES:
        if should_stop():
            return
        yield read_imaging_file(web.head(IMAGING_FOLDER + name), name)


def _is_usable(file: ImagingFile) -> bool:
    return file.presence is Presence.THERE and file.is_whole


def _kernel_version(web: Web, name: str) -> str:
    """Out of the file itself, where FOG's page does not say: it looks for words that not every kernel has."""
    part = replace(web, headers={**web.headers, "Range": f"bytes=0-{KERNEL_HEAD_BYTES - 1}"})
    try:
        return kernel_version(part.get(IMAGING_FOLDER + name, most_bytes=KERNEL_HEAD_BYTES).body)
    except FogError:
        return ""  # Such as a server that sends it whole; nothing is wrong with that.


# --- its TFTP folder --------------------------------------------------------------------------------------------


def fetch_default_script(tftp: Tftp) -> FogAddress | None:
    """Where its default.ipxe leads; None where there is none of FOG. Raises FogError where TFTP is silent."""
    try:
        script = tftp.fetch(DEFAULT_SCRIPT, _LARGEST_SCRIPT)
    except TooLarge:
        return None
    return None if script is None else script_target(script)


def _with_boot_files(server: FogServer, tftp: Tftp, found: _Findings, should_stop: Callable[[], bool]) -> FogServer:
    files: tuple[BootFile, ...] = found.without(lambda: tftp.probe(NAMES, should_stop), ())
    if not files or should_stop():
        return replace(server, boot_files=files)
    host = server.address.host
    script = found.without(lambda: fetch_default_script(tftp), None)
    if script is None:
        found.tell(describe(FaultCode.FOG_DEFAULT_SCRIPT_MISSING, address=host))
    elif not is_same_machine(script.host, host):
        found.tell(describe(FaultCode.FOG_DEFAULT_SCRIPT_MOVED, own=script.host, used=host))
    server = replace(server, boot_files=files, default_url="" if script is None else script.url)
    missing = [arch for arch in _EXPECTED_ARCHS if boot_file_for(arch, server.file_names) is None]
    if missing:
        found.tell(describe(FaultCode.FOG_BOOT_FILES_MISSING, address=host, archs=archs_label(missing)))
    return server


def is_same_machine(one: str, other: str) -> bool:
    """Whether two names or addresses lead to the same place; a name that leads nowhere is another's."""
    return one == other or bool(_addresses(one) & _addresses(other))


def _addresses(host: str) -> frozenset[str]:
    try:
        found = socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return frozenset()
    return frozenset(str(address[0]) for *_, address in found)
