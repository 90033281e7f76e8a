"""The boot menu as the iPXE script that clients load as `boot.ipxe`.

iPXE splits a line at white space and ends a command at a token that is exactly `||`, `&&` or `;`, or begins with `#`;
there is no quoting, `\\` at the end continues the line, and `${...}` is expanded everywhere (iPXE, core/exec.c and
image/script.c). So what people type is either cleaned (labels) or must be free of all that (addresses, arguments).
Only commands of iPXE from 2019 are used, which still sits in network cards and in QEMU.
"""

from __future__ import annotations

import functools
import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address
from urllib.parse import quote

from fogportable.boot.boot_folder import RESERVED_NAMES
from fogportable.boot.file_names import AccessViolation, split_name
from fogportable.boot.policy import TFTP_PORT, tftp_root
from fogportable.model import LONGEST_MENU_TIMEOUT_S, Menu, MenuAction, MenuEntry
from fogportable.resources import resources_folder

#: Rows of a text screen hold 80 characters, of which iPXE's menu keeps some for itself.
_LONGEST_LABEL = 70
LONGEST_ADDRESS = 2000
#: The command line of Linux on x86 ends here (COMMAND_LINE_SIZE).
LONGEST_ARGUMENTS = 2048
_MOST_ENTRIES = 100

_LABEL_DELETED = str.maketrans("", "", "${}|&;#\"'\\`")
_LETTERS_WITHOUT_PARTS = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"})

#: Schemes that stock iPXE opens. RFC 3986 characters without `'`, and never white space.
_URL = re.compile(r"(?:https?|tftp|ftp|nfs)://[A-Za-z0-9._~:@\[\]%-]+(?:[/?#][A-Za-z0-9._~:/?#\[\]@!&()*+,;=%-]*)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FILE = re.compile(r"[A-Za-z0-9._~@+=,()!/ -]+")
_ARGUMENT = re.compile(r"[A-Za-z0-9._~:/?@!&()*+,;=%\[\]<>^|\"'#-]+")
#: Lies in the folder of a FOG server and leads iPXE on to it; a menu may do the same.
_FOG_SCRIPT = "default.ipxe"
_COMMAND_ENDS = frozenset({"||", "&&", ";"})
#: The loaders that take files by their names and refuse arguments they do not know.
_NAMED_FILE_LOADERS = re.compile(r"wimboot", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MenuProblem:
    """Why a menu cannot be served as it stands.

    entry: index, None for the menu as a whole. field: name of the field in MenuEntry or Menu. sentence: for people.
    """

    entry: int | None
    field: str
    sentence: str


# --- what people type -------------------------------------------------------------------------------------------


def clean_label(text: str) -> str:
    """Text that is only text to iPXE: printable ASCII, accents taken off, `$ { } | & ; # " ' \\ `` ` deleted.

    White space becomes single blanks; at most 70 characters. May be empty.
    """
    return _plain(text)[:_LONGEST_LABEL].rstrip()


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS_WITHOUT_PARTS))
    words = "".join(" " if each.isspace() else each for each in plain)
    kept = "".join(each for each in words if " " <= each <= "~").translate(_LABEL_DELETED)
    return " ".join(kept.split())


def menu_problems(menu: Menu) -> tuple[MenuProblem, ...]:
    """Everything that must be mended before this menu does what it says; empty when it is right.

    A menu without entries is right: its clients boot from their disk.
    """
    return (
        *_general_problems(menu),
        *(each for i, entry in enumerate(menu.entries) for each in _problems_of(i, entry)),
    )


def _general_problems(menu: Menu) -> Iterator[MenuProblem]:
    if menu.title.strip() and not clean_label(menu.title):
        yield MenuProblem(None, "title", "The title has no character that iPXE can show; use plain letters.")
    if menu.entries and not 0 <= menu.default < len(menu.entries):
        yield MenuProblem(None, "default", "The default is not one of the entries.")
    if not 0 <= menu.timeout_s <= LONGEST_MENU_TIMEOUT_S:
        yield MenuProblem(None, "timeout_s", f"The timeout must be 0 to {LONGEST_MENU_TIMEOUT_S} seconds.")
    if len(menu.entries) > _MOST_ENTRIES:
        yield MenuProblem(None, "entries", f"A menu has at most {_MOST_ENTRIES} entries.")


def _problems_of(index: int, entry: MenuEntry) -> Iterator[MenuProblem]:
    if not entry.text.strip():
        yield MenuProblem(index, "text", "The entry has no text.")
    elif not clean_label(entry.text):
        yield MenuProblem(index, "text", "The text has no character that iPXE can show; use plain letters.")
    for field, sentence in _action_problems(entry):
        if sentence:
            yield MenuProblem(index, field, sentence)


def _action_problems(entry: MenuEntry) -> Iterator[tuple[str, str]]:
    """Fields of the entry's action, each with what is wrong with it or ""."""
    match entry.action:
        case MenuAction.CHAIN_URL:
            yield "url", _url_problem(entry.url)
        case MenuAction.CHAIN_FILE:
            yield "file", _file_problem(entry.file)
        case MenuAction.KERNEL:
            yield "kernel", _image_problem(entry.kernel)
            for initrd in entry.initrd:
                yield "initrd", _image_problem(initrd)
            yield "arguments", _arguments_problem(entry.arguments)


def _image_problem(place: str) -> str:
    """For a kernel or RAM disk: an address or a file, with a last part that a kernel's command line can name."""
    problem = _url_problem(place) if _SCHEME.match(place) else _file_problem(place)
    if problem:
        return problem
    last = _last_part(place)
    if not last or " " in last or "%" in last:
        return "The last part of the name must be that of a file, without blanks and without %."
    return ""


def _url_problem(url: str) -> str:
    if not url:
        return "The address is missing."
    if len(url) > LONGEST_ADDRESS:
        return f"The address is longer than {LONGEST_ADDRESS} characters."
    if not _URL.fullmatch(url):
        return "The address must begin with http://, https://, tftp://, ftp:// or nfs:// and have no blanks or dollars."
    return ""


def _file_problem(file: str) -> str:
    if not file.strip():
        return "The file is missing."
    try:
        name = "/".join(split_name(file))
    except AccessViolation:
        return "The file must lie below the boot folder."
    if name.lower() in RESERVED_NAMES - {_FOG_SCRIPT}:
        return f"The name {name} belongs to a script that FOG Portable makes itself."
    if not _FILE.fullmatch(name):
        return "The file's name may have letters without accents, digits, blanks and . _ ~ @ + = , ( ) ! - only."
    return ""


def _arguments_problem(arguments: str) -> str:
    if len(arguments) > LONGEST_ARGUMENTS:
        return f"The arguments are longer than {LONGEST_ARGUMENTS} characters."
    if any(not (" " <= each <= "~") for each in arguments):
        return "The arguments may have plain characters on one line only."
    for word in arguments.split():
        if word in _COMMAND_ENDS or word.startswith("#"):
            return f"The argument {word} would end the command; iPXE cannot pass it on."
        if not _ARGUMENT.fullmatch(word):
            return "The arguments may not have $ { } \\ or `."
    return ""


# --- the script -------------------------------------------------------------------------------------------------


def render_menu(menu: Menu, server: IPv4Address, tftp_port: int = TFTP_PORT) -> bytes:
    """The script, ASCII. server: our address on the client's network, baked in: `${next-server}` is the site's.

    Never raises for what people typed: an entry with a problem is shown, and says its problem when it is chosen.
    """
    title = clean_label(menu.title) or "FOG Portable"
    root = tftp_root(server, tftp_port)
    if not menu.entries:
        disk = _render_entry(0, MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK), root)
        return _fill("empty", server=str(server), title=title, entries=disk).encode("ascii")
    entries = menu.entries[:_MOST_ENTRIES]
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
        entries="\n".join(_render_entry(i, entry, root) for i, entry in enumerate(entries)),
    )
    return script.encode("ascii")


def _label(index: int) -> str:
    return f"entry-{index + 1}"


def _text(index: int, entry: MenuEntry) -> str:
    return clean_label(entry.text) or f"Entry {index + 1}"


def _render_entry(index: int, entry: MenuEntry, root: str) -> str:
    own = {"label": _label(index), "text": _text(index, entry)}
    problem = next((sentence for _, sentence in _action_problems(entry) if sentence), "")
    if problem:
        return _fill("problem", **own, problem=_plain(problem))
    match entry.action:
        case MenuAction.CHAIN_URL:
            return _fill("chain", **own, url=entry.url)
        case MenuAction.CHAIN_FILE:
            return _fill("chain", **own, url=_address(entry.file, root))
        case MenuAction.KERNEL:
            return _render_kernel(entry, root, own)
        case MenuAction.LOCAL_DISK:
            return _fill("local-disk", **own)
        case MenuAction.SHELL:
            return _fill("shell", **own)


def _render_kernel(entry: MenuEntry, root: str, own: dict[str, str]) -> str:
    """iPXE for UEFI hands RAM disks over as files, which the kernel finds by `initrd=` and the last part of the name.

    The BIOS way needs no argument and takes no harm from one. Who writes `initrd=` himself is left alone.
    """
    words = entry.arguments.split()
    initrds = [_address(initrd, root) for initrd in entry.initrd]
    is_named_by_user = any(word.startswith("initrd=") for word in words)
    if not is_named_by_user and not _NAMED_FILE_LOADERS.search(_last_part(entry.kernel)):
        words = [f"initrd={_last_part(initrd)}" for initrd in initrds] + words
    return _fill(
        "kernel",
        **own,
        kernel=" ".join((_address(entry.kernel, root), *words)),
        initrds="\n".join(f"initrd {initrd} || goto failed" for initrd in initrds) or "# no initrd",
    )


def _address(place: str, root: str) -> str:
    """An address as it is, or that of a file in our folder."""
    return place if _SCHEME.match(place) else f"{root}/{quote('/'.join(split_name(place)), safe='/')}"


def _last_part(address: str) -> str:
    """The name that iPXE gives to what it loads from there; "" when the address names no file."""
    path = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "", address)
    return re.split(r"[?#]", path, maxsplit=1)[0].rpartition("/")[2]


def _fill(template: str, **values: str) -> str:
    return _template(template).substitute(values)


@functools.cache
def _template(name: str) -> string.Template:
    return string.Template((resources_folder() / "ipxe" / f"{name}.ipxe.tmpl").read_text("ascii"))
