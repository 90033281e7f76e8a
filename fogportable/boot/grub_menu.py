"""The boot menu as the `grub.cfg` of GRUB, for computers whose Secure Boot starts a signed GRUB and no iPXE.

What GRUB names without a device comes from where it found this file, which is here: by TFTP and by HTTP alike. So no
address of ours is written into it. GRUB's language is the shell's: between single quotes every character is itself.
"""

from __future__ import annotations

import functools
import re
import string
from ipaddress import IPv4Address
from urllib.parse import unquote, urlsplit

from fogportable.boot.file_names import split_name
from fogportable.boot.menu_check import clean_label, menu_problems
from fogportable.model import LONGEST_MENU_TIMEOUT_S, Menu, MenuAction, MenuEntry
from fogportable.resources import resources_folder

#: Where GRUB looks: Debian and Ubuntu in the folder `grub`, Fedora and its kin beside the loader.
GRUB_NAMES = frozenset({"grub/grub.cfg", "grub.cfg"})

_EFI_NAME = re.compile(r".*\.efi(\.signed)?", re.IGNORECASE)
_DEVICES = frozenset({"http", "tftp"})
_NEEDS_IPXE = "It needs iPXE. With Secure Boot on, this computer starts GRUB instead, which cannot do it."
_QUOTES = "Its arguments have quotes, which GRUB does not hand on as they are."
_ADDRESS = "GRUB reads from http:// and tftp:// only."
#: Found with GRUB 2.12 of Debian 13: after HTTP boot it reads the whole loader, then says `destination unreachable`.
_HTTP_HINT = """  if [ -n "$http_url" ]; then
    echo 'After HTTP boot GRUB may start kernels but no loaders. Boot this computer by PXE for this entry.'
  fi
"""


class _Refused(Exception):
    """What GRUB cannot do. Its text is for people."""


def render_grub_menu(menu: Menu, server: IPv4Address) -> bytes:
    """The configuration, ASCII. server: our address, for people only.

    Never raises for what people typed: an entry that GRUB cannot start says why when it is chosen.
    """
    problems: dict[int, str] = {}
    for each in menu_problems(menu):
        if each.entry is not None and each.field != "text":
            problems.setdefault(each.entry, each.sentence)
    entries = menu.entries or (MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK),)
    default = menu.default if 0 <= menu.default < len(entries) else 0
    text = _fill(
        "menu",
        server=str(server),
        title=clean_label(menu.title) or "FOG Portable",
        default=f"entry-{default + 1}",
        timeout=str(min(menu.timeout_s, LONGEST_MENU_TIMEOUT_S) if menu.timeout_s > 0 else -1),
        entries="\n".join(_render_entry(i, entry, problems.get(i, "")) for i, entry in enumerate(entries)),
    )
    return text.encode("ascii")


def _render_entry(index: int, entry: MenuEntry, problem: str) -> str:
    own = {"label": f"entry-{index + 1}", "text": clean_label(entry.text) or f"Entry {index + 1}"}
    try:
        if problem:
            raise _Refused(problem)
        is_chained = entry.action in {MenuAction.CHAIN_FILE, MenuAction.CHAIN_URL}
        return _fill("entry", **own, commands=_commands(entry), hint=_HTTP_HINT if is_chained else "")
    except _Refused as refused:
        return _fill("problem", **own, problem=_quoted(f"This entry cannot be started: {refused}"))


def _commands(entry: MenuEntry) -> str:
    """A condition of the shell's that is true once something is loaded. Raises _Refused."""
    match entry.action:
        case MenuAction.LOCAL_DISK:
            # An error, not success, sends firmware on to its next boot entry.
            return "exit 1"
        case MenuAction.KERNEL:
            return _load_kernel(entry)
        case MenuAction.CHAIN_FILE | MenuAction.CHAIN_URL:
            place = entry.file if entry.action is MenuAction.CHAIN_FILE else entry.url
            if not _EFI_NAME.fullmatch(place):
                raise _Refused(_NEEDS_IPXE)
            return f"chainloader {_place(place)}"
        case _:
            raise _Refused(_NEEDS_IPXE)


def _load_kernel(entry: MenuEntry) -> str:
    """RAM disks are handed over by GRUB, so the names that iPXE's way needs are left out."""
    words = [word for word in entry.arguments.split() if not word.startswith("initrd=")]
    if any(quote in word for word in words for quote in "\"'"):
        raise _Refused(_QUOTES)
    commands = [" ".join(("linux", _place(entry.kernel), *map(_quoted, words)))]
    if entry.initrd:
        commands.append(" ".join(("initrd", *map(_place, entry.initrd))))
    return "; ".join(commands)


def _place(place: str) -> str:
    """A file of ours or an address, in GRUB's words. Raises _Refused."""
    if "://" not in place:
        return _quoted("/" + "/".join(split_name(place)))
    parts = urlsplit(place)
    if parts.scheme not in _DEVICES or "[" in parts.netloc or "@" in parts.netloc:
        raise _Refused(_ADDRESS)
    query = f"?{parts.query}" if parts.query else ""
    path = parts.path if parts.scheme == "http" else unquote(parts.path)
    if not (path.isascii() and path.isprintable()):
        raise _Refused(_ADDRESS)
    return _quoted(f"({parts.scheme},{parts.netloc}){path}{query}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _fill(template: str, **values: str) -> str:
    return _template(template).substitute(values)


@functools.cache
def _template(name: str) -> string.Template:
    return string.Template((resources_folder() / "grub" / f"{name}.cfg.tmpl").read_text("ascii"))
