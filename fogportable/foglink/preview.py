"""What a FOG server would give to one computer: asked as its iPXE would ask, by GET.

FOG notes each such question in its history of iPXE requests, as it does the computer's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from fogportable.errors import Fault, FaultCode, describe
from fogportable.fog.boot_answer import BootAnswer, TaskAnswer
from fogportable.fog.boot_script import BOOT_PAGE, read_boot_answer
from fogportable.foglink.identify import is_same_machine
from fogportable.foglink.trust import secure_target
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import PXE_TWINS, ClientArch

#: What iPXE calls the processor and the platform. A BIOS that boots over a network has had 64 bits for long.
_AS_IPXE: dict[int, tuple[str, str]] = {
    ClientArch.X86_BIOS: ("x86_64", "pcbios"),
    ClientArch.X86_UEFI: ("i386", "efi"),
    ClientArch.X64_UEFI: ("x86_64", "efi"),
    ClientArch.EBC: ("x86_64", "efi"),
    ClientArch.ARM64_UEFI: ("arm64", "efi"),
}

#: The architectures that can be asked for.
PREVIEW_ARCHS: frozenset[int] = frozenset(_AS_IPXE)


@dataclass(frozen=True, slots=True)
class Preview:
    """What one computer gets. notes: what would stand in its way."""

    mac: MacAddress
    arch: int
    answer: BootAnswer
    notes: tuple[Fault, ...] = ()


def preview(web: Web, mac: MacAddress, arch: int) -> Preview:
    """Ask for one computer. arch: one of PREVIEW_ARCHS, or the same computer's number by HTTP. Raises FogError."""
    processor, platform = _AS_IPXE[PXE_TWINS.get(arch, arch)]
    query = urlencode({"mac": str(mac), "arch": processor, "platform": platform}, quote_via=quote, safe=":")
    said = web.get(BOOT_PAGE, query)
    secure = secure_target(said)
    if secure is not None:
        said = web.at(secure).get(BOOT_PAGE, query)
    answer = read_boot_answer(said)
    return Preview(mac, arch, answer, _notes(web.server.host, answer))


def _notes(used: str, answer: BootAnswer) -> tuple[Fault, ...]:
    """A server that moved still names its old address, and computers go there."""
    named = [answer.head.own_host]
    if isinstance(answer, TaskAnswer):
        named += [answer.storage, urlsplit(answer.web_url).netloc]
    # Behind a colon: a port, or the folder of an NFS server.
    named = [each.partition(":")[0] for each in named]
    strange = next((host for host in named if host and not is_same_machine(host, used)), None)
    return () if strange is None else (describe(FaultCode.FOG_MOVED, own=strange, used=used),)
