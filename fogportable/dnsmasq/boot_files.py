"""Names of boot files: which computers a file is for, and what it is called in the TFTP folder of this machine."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fogportable.boot.boot_folder import RESERVED_NAMES, find_file
from fogportable.boot.boot_set import recognise_folder
from fogportable.boot.file_names import AccessViolation, find_below, split_name
from fogportable.boot.image import read_image
from fogportable.language import say
from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import ARCH_NAMES, ClientArch
from fogportable.protocol.pxe.reply import LONGEST_FILE_FIELD

BIOS = ARCH_NAMES["bios"]
X64 = ARCH_NAMES["x64"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_SCRIPT = re.compile(r"\.(?:ipxe|gpxe|php)$", re.IGNORECASE)
_IPXE = re.compile(r"ipxe|snp|undionly|^(?:intel|realtek)\.[a-z]*pxe$", re.IGNORECASE)
_BIOS_NAME = re.compile(r"(?:\.0|\.k*pxe|\.com|\.n12|\.bs|\.lkrn)$|pxelinux|^grldr", re.IGNORECASE)
_EFI_NAME = re.compile(r"\.efi\b", re.IGNORECASE)
#: Firmware by words in the names of its files; what has none of them is for x64.
_EFI_WORDS: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = (
    (re.compile(r"aa64|arm64|aarch64", re.IGNORECASE), ARCH_NAMES["arm64"]),
    (re.compile(r"arm32|bootarm\.|armhf", re.IGNORECASE), frozenset({int(ClientArch.ARM32_UEFI)})),
    (re.compile(r"riscv64", re.IGNORECASE), frozenset({int(ClientArch.RISCV64_UEFI)})),
    (re.compile(r"loong", re.IGNORECASE), frozenset({int(ClientArch.LOONGARCH64_UEFI)})),
    (re.compile(r"ia32|i386|efi32|(?:^|[^0-9])x86(?![_-]?64)|ipxe32", re.IGNORECASE), ARCH_NAMES["ia32"]),
)
#: Firmware whose files can be told by their headers.
_TOLD_APART = (
    *sorted(BIOS),
    int(ClientArch.X86_UEFI),
    *sorted(X64),
    int(ClientArch.ARM32_UEFI),
    int(ClientArch.ARM64_UEFI),
    int(ClientArch.RISCV64_UEFI),
    int(ClientArch.LOONGARCH64_UEFI),
)
_BIOS_ENDINGS = (".kpxe", ".kkpxe", ".pxe")


def is_address(name: str) -> bool:
    """Whether it is a URL and no file below the TFTP folder."""
    return _SCHEME.match(name) is not None


def is_script(name: str) -> bool:
    """Whether it is something that only iPXE can run: a script, or what a web server makes of one."""
    path = re.split(r"[?#]", name, maxsplit=1)[0]
    if _SCRIPT.search(path):
        return True
    return is_address(name) and not _EFI_NAME.search(path) and not _BIOS_NAME.search(path)


def is_ipxe(name: str) -> bool:
    """Whether the file is iPXE by its name, so that it asks for a script once it runs."""
    return _IPXE.search(PurePosixPath(name).name) is not None


def archs_by_name(name: str) -> frozenset[int] | None:
    """The firmware that a file is made for, by its name; None when the name does not say."""
    if _EFI_NAME.search(name):
        return next((archs for words, archs in _EFI_WORDS if words.search(name)), X64)
    return BIOS if _BIOS_NAME.search(PurePosixPath(name).name) else None


def name_problem(name: str, *, is_script: bool = False) -> str:
    """Why a name below the TFTP folder cannot be used, one clause; "" when it can. is_script: only iPXE loads it."""
    try:
        parts = split_name(name)
    except AccessViolation as problem:
        return problem.reason
    if len(name.encode()) > LONGEST_FILE_FIELD:
        return say("the name is longer than {most} bytes, the room there is in a packet", most=LONGEST_FILE_FIELD)
    if not is_script and "/".join(parts).lower() in RESERVED_NAMES:
        return say("FOG Portable has a script of its own by that name")
    return ""


@dataclass(frozen=True, slots=True)
class BootFolder:
    """The TFTP folder as the configuration names it. root: "" when it names none; is_here: it is on this machine."""

    root: str = ""
    is_here: bool = False

    @classmethod
    def at(cls, root: str) -> BootFolder:
        """Look whether it is here."""
        try:
            return cls(root, is_here=bool(root) and Path(root).is_absolute() and Path(root).is_dir())
        except (OSError, ValueError):
            return cls(root)

    def plain_name(self, name: str) -> str:
        """The name below the folder: `/` between parts, without the folder's own path and without `/` before it."""
        plain = re.sub(r"/+", "/", name.replace("\\", "/"))
        prefix = self.root.rstrip("/") + "/"
        if self.root and plain.startswith(prefix):
            plain = plain[len(prefix) :]
        return plain.lstrip("/")

    def has(self, name: str) -> bool:
        """Whether TFTP would find it. False when the folder is not here."""
        return self.path_of(name) is not None

    def path_of(self, name: str) -> Path | None:
        """The file that TFTP would serve, None when there is none."""
        if not self.is_here:
            return None
        try:
            return find_file(Path(self.root), name)
        except (AccessViolation, OSError, ValueError):
            return None

    def _has_exactly(self, name: str) -> bool:
        """Without what TFTP tries beside: that `undionly.0` is served as `undionly.kpxe` is to be said, not hidden."""
        try:
            return find_below(os.path.realpath(self.root), ("/".join(split_name(name)),)) is not None
        except (AccessViolation, OSError, ValueError):
            return False

    def archs_of(self, name: str) -> frozenset[int] | None:
        """The firmware that a file is made for: by its header when it is here, else by its name."""
        path = self.path_of(name)
        if path is not None:
            try:
                image = read_image(path)
            except OSError:
                return archs_by_name(name)
            if not image.problem:
                return frozenset(arch for arch in _TOLD_APART if image.runs_on(arch))
        return archs_by_name(name)

    def real_name(self, name: str, *, others: frozenset[str] = frozenset()) -> str:
        """`undionly.0` as the file is really called: that, `undionly`, `undionly.kpxe`, `undionly.efi`.

        others: files that other lines name; the only knowledge there is when the folder is not here.
        """
        if not name.endswith(".0"):
            return name
        stem = name.removesuffix(".0")
        candidates = (name, stem, *(stem + ending for ending in (*_BIOS_ENDINGS, ".efi")))
        if self.is_here:
            return next((each for each in candidates if self._has_exactly(each)), name)
        return next((each for each in candidates if each in others), name)

    def known_rules(self) -> tuple[BootRule, ...]:
        """What the files of the folder are good for, by names and content; nothing when it is not here."""
        return recognise_folder(Path(self.root)).rules if self.is_here else ()
