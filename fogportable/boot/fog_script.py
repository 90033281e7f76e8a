"""The script with which a laptop in FOG's place leads iPXE to a FOG server's boot.php."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address

from fogportable.boot.policy import SCRIPT_NAME, tftp_root, url_path
from fogportable.model import BootRule, FinishedComputer
from fogportable.protocol.pxe.archs import ClientArch
from fogportable.resources import resources_folder

#: Asked for by every iPXE of FOG from its next server, whatever file name it was told.
DEFAULT_NAME = "default.ipxe"
#: Asked for by iPXE for UEFI beside itself, as FOG 1.6's are.
_AUTOEXEC_NAME = "autoexec.ipxe"
#: Loaded by our script once boot.php has answered: so we hear of it.
MARKER_NAME = "fog-reached.ipxe"
MARKER = b"#!ipxe\n"
#: What an iPXE must have to run FOG's scripts, which call it in their first lines.
FOG_NEEDS = "params"

#: As iPXE calls its platform and processor, and what firmware calls them. A BIOS may have 64 bits too.
_BUILDS: tuple[tuple[str, int], ...] = (
    ("pcbios-i386", ClientArch.X86_BIOS),
    ("pcbios-x86_64", ClientArch.X86_BIOS),
    ("efi-i386", ClientArch.X86_UEFI),
    ("efi-x86_64", ClientArch.X64_UEFI),
    ("efi-arm64", ClientArch.ARM64_UEFI),
)


def is_fog_script(name: str) -> bool:
    """Whether iPXE asks for the script by this name, wherever it looks. name: in lower case, cleaned."""
    return name in (SCRIPT_NAME, DEFAULT_NAME) or name.rsplit("/", 1)[-1] == _AUTOEXEC_NAME


def render_fog_relay(
    url: str,
    server: IPv4Address,
    tftp_port: int,
    rules: Sequence[BootRule],
    finished: Iterable[FinishedComputer] = (),
) -> bytes:
    """The script, ASCII. url: of the server's pages, with `/` at the end. server: our address that was asked.

    rules: say which of our files an iPXE gets that cannot run FOG's script. finished: who goes to its own disk.
    """
    root = tftp_root(server, tftp_port)
    loaders = [_loader(build, arch, rules, root) for build, arch in _BUILDS]
    done = [f"iseq {setting} {value} && goto disk ||" for each in finished for setting, value in _known_by(each)]
    template = string.Template((resources_folder() / "ipxe" / "fog-relay.ipxe.tmpl").read_text("ascii"))
    text = template.substitute(
        server=server,
        url=url,
        root=root,
        marker=MARKER_NAME,
        finished="\n".join(done) or "# None so far.",
        loaders="\n".join(loaders),
    )
    return text.encode("ascii")


def _known_by(computer: FinishedComputer) -> Iterable[tuple[str, str]]:
    """Settings of iPXE and what they are on this computer: its number, for docks are shared; else either card."""
    if computer.uuid is not None:
        return (("${uuid}", text) for text in computer.uuid_texts())
    return ((f"${{{card}/mac}}", str(computer.mac).lower()) for card in ("net0", "netX"))


def _loader(build: str, arch: int, rules: Sequence[BootRule], root: str) -> str:
    """What such an iPXE loads; without a file for it FOG is asked by GET, which it answers just as well.

    Not by rules for single computers: a script is the same for all.
    """
    file = next((rule.file for rule in rules if _is_for_all(rule, arch)), "")
    return f":fog-{build}\n" + (f"chain {root}/{url_path(file)} || goto failed" if file else "goto ask")


def _is_for_all(rule: BootRule, arch: int) -> bool:
    is_personal = bool(rule.macs or rule.uuids)
    return bool(rule.file) and not is_personal and (not rule.archs or arch in rule.archs)
