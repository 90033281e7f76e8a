"""What people type into a boot menu: cleaned where it is only shown, refused where iPXE would take it for more.

iPXE splits a line at white space and ends a command at a token that is exactly `||`, `&&` or `;`, or begins with `#`;
there is no quoting, `\\` at the end continues the line, and `${...}` is expanded everywhere (iPXE, core/exec.c and
image/script.c). So what people type is either cleaned (labels) or must be free of all that (addresses, arguments).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from fogportable.boot.boot_folder import RESERVED_NAMES
from fogportable.boot.file_names import AccessViolation, split_name
from fogportable.language import say
from fogportable.model import LONGEST_MENU_TIMEOUT_S, Menu, MenuAction, MenuEntry

#: Rows of a text screen hold 80 characters, of which iPXE's menu keeps some for itself.
_LONGEST_LABEL = 70
LONGEST_ADDRESS = 2000
#: The command line of Linux on x86 ends here (COMMAND_LINE_SIZE).
LONGEST_ARGUMENTS = 2048
MOST_ENTRIES = 100

_LABEL_DELETED = str.maketrans("", "", "${}|&;#\"'\\`")
_LETTERS_WITHOUT_PARTS = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"})

#: Schemes that stock iPXE opens. RFC 3986 characters without `'`, and never white space.
_URL = re.compile(r"(?:https?|tftp|ftp|nfs)://[A-Za-z0-9._~:@\[\]%-]+(?:[/?#][A-Za-z0-9._~:/?#\[\]@!&()*+,;=%-]*)?")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FILE = re.compile(r"[A-Za-z0-9._~@+=,()!/ -]+")
_ARGUMENT = re.compile(r"[A-Za-z0-9._~:/?@!&()*+,;=%\[\]<>^|\"'#-]+")
#: Lies in the folder of a FOG server and leads iPXE on to it; a menu may do the same.
_FOG_SCRIPT = "default.ipxe"
_COMMAND_ENDS = frozenset({"||", "&&", ";"})
#: What iPXE can read in pieces, as an ISO is that is not loaded whole.
_IN_PIECES = re.compile(r"https?://")


@dataclass(frozen=True, slots=True)
class MenuProblem:
    """Why a menu cannot be served as it stands.

    entry: index, None for the menu as a whole. field: name of the field in MenuEntry or Menu. sentence: for people.
    """

    entry: int | None
    field: str
    sentence: str


def clean_label(text: str) -> str:
    """Text that is only text to iPXE: printable ASCII, accents taken off, `$ { } | & ; # " ' \\ `` ` deleted.

    White space becomes single blanks; at most 70 characters. May be empty.
    """
    return plain_text(text)[:_LONGEST_LABEL].rstrip()


def plain_text(text: str) -> str:
    """As `clean_label`, of any length."""
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
        yield MenuProblem(None, "title", say("The title has no character that iPXE can show; use plain letters."))
    if menu.entries and not 0 <= menu.default < len(menu.entries):
        yield MenuProblem(None, "default", say("The default is not one of the entries."))
    if not 0 <= menu.timeout_s <= LONGEST_MENU_TIMEOUT_S:
        yield MenuProblem(
            None,
            "timeout_s",
            say(
                "The timeout must be 0 to {longest_menu_timeout_s} seconds.",
                longest_menu_timeout_s=LONGEST_MENU_TIMEOUT_S,
            ),
        )
    if len(menu.entries) > MOST_ENTRIES:
        yield MenuProblem(None, "entries", say("A menu has at most {most_entries} entries.", most_entries=MOST_ENTRIES))


def _problems_of(index: int, entry: MenuEntry) -> Iterator[MenuProblem]:
    if not entry.text.strip():
        yield MenuProblem(index, "text", say("The entry has no text."))
    elif not clean_label(entry.text):
        yield MenuProblem(index, "text", say("The text has no character that iPXE can show; use plain letters."))
    for field, sentence in action_problems(entry):
        if sentence:
            yield MenuProblem(index, field, sentence)


def action_problems(entry: MenuEntry) -> Iterator[tuple[str, str]]:
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
        case MenuAction.WINPE:
            yield "wim", _image_problem(entry.wim)
            yield "wimboot", _image_problem(entry.wimboot_place)
            yield "bcd", _image_problem(entry.bcd) if entry.bcd else ""
            yield "sdi", _image_problem(entry.sdi) if entry.sdi else ""
        case MenuAction.ISO:
            yield from _iso_problems(entry)


def _iso_problems(entry: MenuEntry) -> Iterator[tuple[str, str]]:
    yield "iso", _image_problem(entry.iso) or _pieces_problem(entry)
    yield "memdisk", _image_problem(entry.memdisk) if entry.memdisk else ""
    if not entry.kernel:
        is_idle = bool(entry.initrd or entry.arguments)
        yield "kernel", say("The initrd and the arguments need a kernel of the ISO's.") if is_idle else ""
        return
    yield "kernel", _image_problem(entry.kernel)
    for initrd in entry.initrd:
        yield "initrd", _image_problem(initrd)
    yield "arguments", _arguments_problem(entry.arguments)


def _pieces_problem(entry: MenuEntry) -> str:
    """Without a kernel of its own, an ISO at an address must be where iPXE can read pieces of it."""
    if entry.kernel or not SCHEME.match(entry.iso) or _IN_PIECES.match(entry.iso):
        return ""
    return say("An ISO is read in pieces, so its address must begin with http:// or https://.")


def _image_problem(place: str) -> str:
    """For a kernel or RAM disk: an address or a file, with a last part that a kernel's command line can name."""
    problem = _url_problem(place) if SCHEME.match(place) else _file_problem(place)
    if problem:
        return problem
    last = last_part(place)
    if not last or " " in last or "%" in last:
        return say("The last part of the name must be that of a file, without blanks and without %.")
    return ""


def _url_problem(url: str) -> str:
    if not url:
        return say("The address is missing.")
    if len(url) > LONGEST_ADDRESS:
        return say("The address is longer than {longest_address} characters.", longest_address=LONGEST_ADDRESS)
    if not _URL.fullmatch(url):
        return say(
            "The address must begin with http://, https://, tftp://, ftp:// or nfs:// and have no blanks or dollars."
        )
    return ""


def _file_problem(file: str) -> str:
    if not file.strip():
        return say("The file is missing.")
    try:
        name = "/".join(split_name(file))
    except AccessViolation:
        return say("The file must lie below the boot folder.")
    if name.lower() in RESERVED_NAMES - {_FOG_SCRIPT}:
        return say("The name {name} belongs to a script that FOG Portable makes itself.", name=name)
    if not _FILE.fullmatch(name):
        return say("The file's name may have letters without accents, digits, blanks and . _ ~ @ + = , ( ) ! - only.")
    return ""


def _arguments_problem(arguments: str) -> str:
    if len(arguments) > LONGEST_ARGUMENTS:
        return say("The arguments are longer than {longest_arguments} characters.", longest_arguments=LONGEST_ARGUMENTS)
    if any(not (" " <= each <= "~") for each in arguments):
        return say("The arguments may have plain characters on one line only.")
    for word in arguments.split():
        if word in _COMMAND_ENDS or word.startswith("#"):
            return say("The argument {word} would end the command; iPXE cannot pass it on.", word=word)
        if not _ARGUMENT.fullmatch(word):
            return say("The arguments may not have $ { } \\ or `.")
    return ""


def last_part(address: str) -> str:
    """The name that iPXE gives to what it loads from there; "" when the address names no file."""
    path = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "", address)
    return re.split(r"[?#]", path, maxsplit=1)[0].rpartition("/")[2]
