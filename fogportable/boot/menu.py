"""The boot menu as the iPXE script that clients load as `boot.ipxe`, and the script that leads iPXE there.

Only commands of iPXE from 2019 are used, which still sits in network cards and in QEMU. Large files are named by HTTP
first where we serve it: iPXE reads them several times faster than by TFTP, and takes TFTP when that fails (a build
without HTTP, a firewall). What is chained stays with TFTP: loaders and scripts ask for their neighbours by the
protocol that brought them, and old ones know TFTP only.
"""

from __future__ import annotations

import functools
import re
import string
from dataclasses import dataclass, replace
from ipaddress import IPv4Address
from urllib.parse import quote

from fogportable.boot.file_names import split_name
from fogportable.boot.menu_check import LONGEST_ADDRESS as LONGEST_ADDRESS
from fogportable.boot.menu_check import LONGEST_ARGUMENTS as LONGEST_ARGUMENTS
from fogportable.boot.menu_check import MOST_ENTRIES, SCHEME, action_problems, last_part, plain_text
from fogportable.boot.menu_check import MenuProblem as MenuProblem
from fogportable.boot.menu_check import clean_label as clean_label
from fogportable.boot.menu_check import menu_problems as menu_problems
from fogportable.boot.policy import SCRIPT_NAME, TFTP_PORT, tftp_root
from fogportable.model import ISO_ADDRESS, LONGEST_MENU_TIMEOUT_S, Menu, MenuAction, MenuEntry
from fogportable.resources import resources_folder

#: What iPXE for UEFI looks for beside itself and in our folder before it asks for an address (iPXE, efi_autoexec.c).
AUTOEXEC_NAME = "autoexec.ipxe"
#: The loaders that take files by their names and refuse arguments they do not know.
_NAMED_FILE_LOADERS = re.compile(r"wimboot", re.IGNORECASE)
_HTTP_PORT = 80
_HTTP_IS_OFF = "An ISO is read over HTTP, and the HTTP service of FOG Portable is switched off."


@dataclass(frozen=True, slots=True)
class _Roots:
    """What addresses of files of ours begin with. http: None when HTTP is not served."""

    tftp: str
    http: str | None

    def small(self, place: str) -> str:
        """Where a script or a loader is."""
        return place if SCHEME.match(place) else f"{self.tftp}/{_path(place)}"

    def large(self, place: str) -> tuple[str, ...]:
        """Where a large file is, the fastest way first."""
        if SCHEME.match(place):
            return (place,)
        return tuple(f"{root}/{_path(place)}" for root in (self.http, self.tftp) if root is not None)

    def in_pieces(self, place: str) -> str | None:
        """Where a file can be read from anywhere within it; None without HTTP."""
        if SCHEME.match(place):
            return place
        return None if self.http is None else f"{self.http}/{_path(place)}"


def _path(place: str) -> str:
    return quote("/".join(split_name(place)), safe="/")


def _roots(server: IPv4Address, tftp_port: int, http_port: int | None) -> _Roots:
    http = None if http_port is None else f"http://{server}" + ("" if http_port == _HTTP_PORT else f":{http_port}")
    return _Roots(tftp_root(server, tftp_port), http)


def render_autoexec(server: IPv4Address, tftp_port: int = TFTP_PORT) -> bytes:
    """The script that asks for an address and goes to `boot.ipxe` here, whatever other offers iPXE has heard."""
    return _fill("autoexec", server=str(server), url=f"{tftp_root(server, tftp_port)}/{SCRIPT_NAME}").encode("ascii")


def render_menu(menu: Menu, server: IPv4Address, tftp_port: int = TFTP_PORT, http_port: int | None = None) -> bytes:
    """The script, ASCII. server: our address on the client's network, baked in: `${next-server}` is the site's.

    http_port: of our HTTP service; None when there is none.
    Never raises for what people typed: an entry with a problem is shown, and says its problem when it is chosen.
    """
    title = clean_label(menu.title) or "FOG Portable"
    roots = _roots(server, tftp_port, http_port)
    if not menu.entries:
        disk = _render_entry(0, MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK), roots)
        return _fill("empty", server=str(server), title=title, entries=disk).encode("ascii")
    entries = menu.entries[:MOST_ENTRIES]
    default = menu.default if 0 <= menu.default < len(entries) else 0
    options = f"--default {_label(default)}"
    if menu.timeout_s > 0:
        options += f" --timeout {min(menu.timeout_s, LONGEST_MENU_TIMEOUT_S) * 1000}"
    script = _fill(
        "menu",
        server=str(server),
        title=title,
        items="\n".join(f"item {_label(i)} {_text(i, entry)}" for i, entry in enumerate(entries)),
        options=options,
        entries="\n".join(_render_entry(i, entry, roots) for i, entry in enumerate(entries)),
    )
    return script.encode("ascii")


def _label(index: int) -> str:
    return f"entry-{index + 1}"


def _text(index: int, entry: MenuEntry) -> str:
    return clean_label(entry.text) or f"Entry {index + 1}"


def _render_entry(index: int, entry: MenuEntry, roots: _Roots) -> str:
    own = {"label": _label(index), "text": _text(index, entry)}
    problem = next((sentence for _, sentence in action_problems(entry) if sentence), "")
    if problem:
        return _fill("problem", **own, problem=plain_text(problem))
    match entry.action:
        case MenuAction.CHAIN_URL:
            return _fill("chain", **own, url=entry.url)
        case MenuAction.CHAIN_FILE:
            return _fill("chain", **own, url=roots.small(entry.file))
        case MenuAction.KERNEL:
            return _render_kernel(entry, roots, own)
        case MenuAction.WINPE:
            return _render_winpe(entry, roots, own)
        case MenuAction.ISO:
            return _render_iso(entry, roots, own)
        case MenuAction.LOCAL_DISK:
            return _fill("local-disk", **own)
        case MenuAction.SHELL:
            return _fill("shell", **own)


def _render_kernel(entry: MenuEntry, roots: _Roots, own: dict[str, str]) -> str:
    """iPXE for UEFI hands RAM disks over as files, which the kernel finds by `initrd=` and the last part of the name.

    The BIOS way needs no argument and takes no harm from one. Who writes `initrd=` himself is left alone.
    """
    words = entry.arguments.split()
    is_named_by_user = any(word.startswith("initrd=") for word in words)
    if not is_named_by_user and not _NAMED_FILE_LOADERS.search(last_part(entry.kernel)):
        words = [f"initrd={last_part(roots.small(initrd))}" for initrd in entry.initrd] + words
    return _fill(
        "kernel",
        **own,
        kernel=_load("kernel", roots.large(entry.kernel), *words),
        initrds="\n".join(_load("initrd", roots.large(initrd)) for initrd in entry.initrd) or "# no initrd",
    )


def _render_winpe(entry: MenuEntry, roots: _Roots, own: dict[str, str]) -> str:
    """wimboot knows its files by name: in UEFI by that of the image, on BIOS by the first word after the address."""
    files = (("BCD", entry.bcd), ("boot.sdi", entry.sdi), ("boot.wim", entry.wim))
    return _fill(
        "kernel",
        **own,
        kernel=_load("kernel", roots.large(entry.wimboot_place)),
        initrds="\n".join(_load(f"initrd --name {name}", roots.large(place), name) for name, place in files if place),
    )


def _render_iso(entry: MenuEntry, roots: _Roots, own: dict[str, str]) -> str:
    """By its own kernel where one is named; else BIOS by memdisk where that is named, and all others by sanboot."""
    url = roots.in_pieces(entry.iso)
    if entry.kernel:
        if url is None and ISO_ADDRESS in entry.arguments:
            return _fill("problem", **own, problem=plain_text(_HTTP_IS_OFF))
        arguments = entry.arguments.replace(ISO_ADDRESS, url or "")
        return _render_kernel(replace(entry, arguments=arguments), roots, own)
    rest = f"echo FOG Portable: {plain_text(_HTTP_IS_OFF)}" if url is None else _fill("sanboot", url=url).rstrip("\n")
    if not entry.memdisk:
        return _fill("iso", **own, rest=rest)
    return _fill(
        "iso-memdisk",
        **own,
        memdisk=_load("kernel", roots.large(entry.memdisk), "iso", "raw"),
        iso=_load("initrd", roots.large(entry.iso)),
        rest=rest,
    )


def _load(command: str, addresses: tuple[str, ...], *words: str) -> str:
    """One line that tries each address and gives up with the message and the menu."""
    return " || ".join((*(" ".join((command, each, *words)) for each in addresses), "goto failed"))


def _fill(template: str, **values: str) -> str:
    return _template(template).substitute(values)


@functools.cache
def _template(name: str) -> string.Template:
    return string.Template((resources_folder() / "ipxe" / f"{name}.ipxe.tmpl").read_text("ascii"))
