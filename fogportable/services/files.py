"""The boot folder as TFTP clients see it: names in, open files out, nothing outside the folder."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable, Mapping, Sequence
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.boot.file_names import (
    AccessViolation,
    FileUnreadable,
    Found,
    Meaning,
    NoSuchFile,
    candidates,
    find_meaning,
    meanings,
)
from fogportable.boot.overlays import ClientHint, overlay_folders
from fogportable.boot.policy import SCRIPT_NAME
from fogportable.model import FileRescue
from fogportable.protocol.address import NO_ADDRESS

#: Files that exist only in memory: by name in lower case, or asked for with the address that the client used.
VirtualFiles = Mapping[str, bytes] | Callable[[str, IPv4Address], bytes | None]
#: What is known about the client that asks, by its address.
WhoAsks = Callable[[IPv4Address], ClientHint]

#: Up to this size (octets) a file is read once and shared: boot programs, scripts. Larger ones are read in pieces.
_LARGEST_KEPT_SIZE = 2 * 1024 * 1024
_O_DIRECTORY = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", 0) | getattr(os, "O_CLOEXEC", 0)
_O_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_O_FILE = os.O_RDONLY | _O_NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_O_FILE |= getattr(os, "O_BINARY", 0)
#: Where a file can only be read after seeking, threads that share a descriptor take turns.
_seek_lock = threading.Lock()


def is_menu_script(name: str) -> bool:
    """Whether this is always ours, whatever lies in the boot folder. name: in lower case, cleaned."""
    return name == SCRIPT_NAME


class _Content:
    """What several open files of the same path share. Either the bytes, or a descriptor that is read by position.

    Never mapped into memory: a mapped file that another program shortens ends this one by SIGBUS.
    """

    __slots__ = ("data", "descriptor", "key", "size", "users")

    def __init__(self, key: tuple[int, ...], size: int, data: bytes | None, descriptor: int) -> None:
        self.key = key
        self.size = size
        self.data = None if data is None else memoryview(data)
        self.descriptor = descriptor
        self.users = 0

    def close(self) -> None:
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


class OpenFile:
    """One client's view of a file. name: as found, with `/`, without the folder of an overlay. size: octets at the
    time of opening. place: as found, below the boot folder.

    modified_ns: when it was last written, since 1970; None for files that exist only in memory.
    rescues: why it is not the very file that was asked for, empty when it is. others: file names that would have
    matched just as well.
    """

    __slots__ = ("_content", "_store", "modified_ns", "name", "others", "place", "rescues", "size")

    def __init__(
        self,
        store: FileStore,
        content: _Content,
        name: str,
        rescues: tuple[FileRescue, ...] = (),
        others: tuple[str, ...] = (),
        overlay: str = "",
    ) -> None:
        self._store = store
        self._content: _Content | None = content
        self.place = name
        self.name = name.removeprefix(f"{overlay}/") if overlay else name
        self.rescues = rescues
        self.others = others
        self.size = content.size
        self.modified_ns: int | None = content.key[3] if content.key else None

    @property
    def identity(self) -> tuple[int, ...] | None:
        """Equal for views of the same octets; None for content made in memory, and once closed."""
        content = self._content
        return content.key or None if content is not None else None

    @property
    def descriptor(self) -> int | None:
        """Valid until `close`, and shared: read by position only. None for content that is in memory, or closed."""
        content = self._content
        return None if content is None or content.descriptor < 0 else content.descriptor

    def read_at(self, offset: int, length: int) -> bytes | memoryview:
        """Shorter than length only where the file ends, which may be earlier than `size` if it has shrunk since.

        Raises OSError.
        """
        content = self._content
        if content is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        if content.data is not None:
            return content.data[offset : offset + length]
        return _read(content.descriptor, offset, length)

    def close(self) -> None:
        """Idempotent."""
        if self._content is not None:
            self._store._release(self._content)
            self._content = None


class FileStore:
    """Opens files below `root` by the names of requests.

    In this order: `boot.ipxe` and what else is always ours; the client's own folder and that of its architecture, see
    `boot.overlays`; the boot folder; other virtual files. Any thread may call it; a lock guards the shared files.
    """

    def __init__(
        self,
        root: Path,
        virtual: VirtualFiles | None = None,
        *,
        who_asks: WhoAsks | None = None,
        has_overlays: bool = True,
        is_ours: Callable[[str], bool] = is_menu_script,
        why_refused: Callable[[IPv4Address], str] = lambda _: "",
    ) -> None:
        """who_asks: any thread may call it; None where nothing is known about clients. is_ours: says which names are
        virtual files whatever lies in the folder. why_refused: why a client gets no file at all, "" when it may; any
        thread may call it.
        """
        self._why_refused = why_refused
        self._is_ours = is_ours
        self._root = Path(os.path.abspath(root))
        self._virtual: VirtualFiles = {} if virtual is None else virtual
        self._who_asks = who_asks if has_overlays else None
        self._shared: dict[tuple[int, ...], _Content] = {}
        self._lock = threading.Lock()

    def open(self, name: bytes | str, server: IPv4Address = NO_ADDRESS, client: IPv4Address | None = None) -> OpenFile:
        """Find and open. server: the address that was asked, for virtual files. client: who asks, for overlays.

        Raises NoSuchFile, AccessViolation or FileUnreadable.
        """
        refusal = self._why_refused(client) if client is not None else ""
        if refusal:
            raise AccessViolation(refusal)
        tried = meanings(name, self._root)
        made = self._open_virtual([each for each in tried if self._is_ours(each.name.lower())], server)
        if made is not None:
            return made
        try:
            root = os.path.realpath(self._root)
            found = self._find(root, tried, client)
            if found is not None:
                return self._open_found(root, found)
        except (FileNotFoundError, NotADirectoryError):
            pass  # vanished while we looked
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise AccessViolation("the name leads through a link that just changed") from error
            raise FileUnreadable(f"the file cannot be read ({error.strerror or 'input/output error'})") from error
        made = self._open_virtual(tried, server)
        if made is not None:
            return made
        raise NoSuchFile("no such file")

    def _find(self, root: str, tried: Sequence[Meaning], client: IPv4Address | None) -> Found | None:
        """Raises AccessViolation, OSError."""
        if self._who_asks is not None and client is not None:
            for folder in overlay_folders(self._who_asks(client)):
                if os.path.isdir(os.path.join(root, folder)):
                    found = find_meaning(root, tried, folder)
                    if found is not None:
                        return found
        return find_meaning(root, tried)

    def _open_virtual(self, tried: Sequence[Meaning], server: IPv4Address) -> OpenFile | None:
        for meaning in tried:
            name = meaning.name.lower()
            data = self._virtual(name, server) if callable(self._virtual) else self._virtual.get(name)
            if data is not None:
                return OpenFile(self, _Content((), len(data), data, -1), name, meaning.rescues)
        return None

    def candidates(self, name: bytes | str) -> tuple[str, ...]:
        """The cleaned names that a request may mean, in the order they are tried. Raises AccessViolation."""
        return candidates(name, self._root)

    def _open_found(self, root: str, found: Found) -> OpenFile:
        name = os.path.relpath(found.path, root).replace(os.sep, "/")
        descriptor = _open_beneath(root, name.split("/"))
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise AccessViolation("the name is not one of a file")
            key = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
            content = self._share(key, None)
            if content is None:
                if status.st_size <= _LARGEST_KEPT_SIZE:
                    # Without the lock: a disk that stalls holds up nobody who wants another file.
                    data = _read(descriptor, 0, status.st_size)
                    made = _Content(key, len(data), data, -1)
                else:
                    made, descriptor = _Content(key, status.st_size, None, descriptor), -1
                content = self._share(key, made) or made
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        return OpenFile(self, content, name, found.meaning.rescues, found.others, found.overlay)

    def _share(self, key: tuple[int, ...], made: _Content | None) -> _Content | None:
        """What others have open of the same file, or else what was made for it; one user more."""
        with self._lock:
            content = self._shared.get(key)
            if content is None:
                content = made
            elif made is not None:  # another thread was faster
                made.close()
            if content is not None:
                self._shared[key] = content
                content.users += 1
            return content

    def _release(self, content: _Content) -> None:
        with self._lock:
            content.users -= 1
            if content.users <= 0:
                content.close()
                if self._shared.get(content.key) is content:
                    del self._shared[content.key]


def _open_beneath(root: str, parts: list[str]) -> int:
    """Open a regular file whose path has no links any more. A link met here was put there just now: ELOOP.

    Nothing but a regular file is ever opened, because opening a device or a pipe may already do something.
    """
    if os.open not in os.supports_dir_fd:
        path = os.path.join(root, *parts)
        _check_regular(os.lstat(path))
        return os.open(path, _O_FILE)
    folder = os.open(root, _O_DIRECTORY)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _O_DIRECTORY | _O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = inner
        _check_regular(os.stat(parts[-1], dir_fd=folder, follow_symlinks=False))
        return os.open(parts[-1], _O_FILE, dir_fd=folder)
    finally:
        os.close(folder)


def _check_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise AccessViolation("the name is not one of a file")


def _read(descriptor: int, offset: int, length: int) -> bytes:
    """Read by position until length or the end of the file. Raises OSError."""
    pieces = []
    while length > 0:
        piece = _read_some(descriptor, offset, length)
        if not piece:
            break
        pieces.append(piece)
        offset += len(piece)
        length -= len(piece)
    return b"".join(pieces)


def _read_some(descriptor: int, offset: int, length: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, offset)
    with _seek_lock:  # Windows
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, length)
