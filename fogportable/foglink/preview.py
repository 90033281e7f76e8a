"""What a FOG server would give to one computer: asked as its iPXE would ask, by GET.

FOG notes each such question in its history of iPXE requests, as it does the computer's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode, urlsplit

from fogportable.errors import Fault, FaultCode, describe
from fogportable.fog.boot_answer import BootAnswer, MenuAnswer, TaskAnswer
from fogportable.fog.boot_script import BOOT_PAGE, read_boot_answer
from fogportable.fog.preview import Preview
from fogportable.foglink.identify import is_same_machine
from fogportable.foglink.trust import secure_target
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import PXE_TWINS, ClientArch, arch_label

#: What iPXE calls the processor and the platform. A BIOS that boots over a network has had 64 bits for long.
_AS_IPXE: dict[int, tuple[str, str]] = {
    ClientArch.X86_BIOS: ("x86_64", "pcbios"),
    ClientArch.X86_UEFI: ("i386", "efi"),
    ClientArch.X64_UEFI: ("x86_64", "efi"),
    ClientArch.EBC: ("x86_64", "efi"),
    ClientArch.ARM64_UEFI: ("arm64", "efi"),
}

#: The processors that start each of FOG's kernels.
_RUN_BY: dict[str, tuple[str, ...]] = {
    "bzImage": ("x86_64",),
    "bzImage32": ("x86_64", "i386"),
    "arm_Image": ("arm64",),
}

#: The architectures that can be asked for.
PREVIEW_ARCHS: frozenset[int] = frozenset(_AS_IPXE)


def preview(web: Web, mac: MacAddress, arch: int) -> Preview:
    """Ask for one computer. arch: one of PREVIEW_ARCHS, or the same computer's number by HTTP. Raises FogError."""
    processor, platform = _AS_IPXE[PXE_TWINS.get(arch, arch)]
    query = urlencode({"mac": str(mac), "arch": processor, "platform": platform}, quote_via=quote, safe=":")
    said = web.get(BOOT_PAGE, query)
    secure = secure_target(said)
    if secure is not None:
        said = web.at(secure).get(BOOT_PAGE, query)
    answer = read_boot_answer(said)
    notes = [*_moved(web.server.host, answer), *_misfit(arch, processor, answer)]
    return Preview(mac, arch, answer, tuple(notes))


def _moved(used: str, answer: BootAnswer) -> Iterator[Fault]:
    """A server that moved still names its old address, and computers go there."""
    named = [answer.head.own_host]
    if isinstance(answer, TaskAnswer | MenuAnswer):
        named += [answer.storage, urlsplit(answer.web_url).netloc]
    # Behind a colon: a port, or the folder of an NFS server.
    named = [each.partition(":")[0] for each in named]
    strange = next((host for host in named if host and not is_same_machine(host, used)), None)
    if strange is not None:
        yield describe(FaultCode.FOG_MOVED, own=strange, used=used)


def _misfit(arch: int, processor: str, answer: BootAnswer) -> Iterator[Fault]:
    """FOG 1.5 knows two processors, and takes ARM64 for the other one."""
    kernels = [answer.kernel] if isinstance(answer, TaskAnswer) else []
    if isinstance(answer, MenuAnswer):
        kernels = [item.kernel for item in answer.items]
    # A kernel of another name is the site's own.
    wrong = next((each for each in kernels if processor not in _RUN_BY.get(each, (processor,))), None)
    if wrong is not None:
        yield describe(FaultCode.FOG_KERNEL_WRONG_ARCH, kernel=wrong, arch=arch_label(arch))
