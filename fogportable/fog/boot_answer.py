"""What FOG's boot.php tells one computer to do, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Registration(Enum):
    """What the menu says of the computer. PENDING: it waits for somebody to approve it."""

    REGISTERED = "registered"
    PENDING = "pending"
    NOT_REGISTERED = "not registered"
    UNKNOWN = "unknown"


class DiskStart(Enum):
    """How a computer goes on to its own disk."""

    SANBOOT = "sanboot"
    GRUB = "grub"
    REFIND = "refind"
    EXIT = "exit"
    OTHER = "other"


class ItemKind(Enum):
    """What an entry of the menu starts. LOGIN: it asks for a name and a password and then asks FOG again."""

    DISK = "disk"
    IMAGING_SYSTEM = "imaging system"
    MEMTEST = "memtest"
    LOGIN = "login"
    OTHER = "other"


class TaskKind(Enum):
    """What a task does with the computer. OTHER: a mode that this program does not know."""

    DEPLOY = "deploy"
    CAPTURE = "capture"
    MULTICAST = "multicast"
    DEBUG = "debug"
    MEMTEST = "memtest"
    CHECK_DISK = "checkdisk"
    BAD_BLOCKS = "badblocks"
    RECOVER_FILES = "photorec"
    INVENTORY = "inventory"
    RESET_PASSWORD = "winpassreset"
    WIPE = "wipe"
    VIRUS_SCAN = "clamav"
    REGISTRATION = "registration"
    SYSTEM_INFORMATION = "sysinfo"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Head:
    """What every script of FOG begins with. own_host: how the server calls itself, "" where it does not say."""

    own_host: str = ""
    web_root: str = ""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry. name: FOG's, such as `fog.local`. mode, kernel: of the imaging system, "" for the others.

    start: how it goes to the disk; None for what does not.
    """

    name: str
    label: str
    kind: ItemKind
    mode: str = ""
    kernel: str = ""
    start: DiskStart | None = None


@dataclass(frozen=True, slots=True)
class MenuAnswer:
    """A menu.

    host: the name FOG knows the computer by, else "". default: an item's name. timeout_s: 0 waits for ever.
    storage, web_url: what its imaging system would use, "" where no entry starts it.
    """

    head: Head
    title: str
    registration: Registration
    host: str
    items: tuple[MenuItem, ...]
    default: str
    timeout_s: float
    storage: str = ""
    web_url: str = ""

    @property
    def default_item(self) -> MenuItem | None:
        return next((item for item in self.items if item.name == self.default), None)


@dataclass(frozen=True, slots=True)
class DiskAnswer:
    """Straight to the disk. key: what opens a hidden menu within timeout_s, "" where there is none."""

    head: Head
    start: DiskStart
    key: str = ""
    timeout_s: float = 0.0


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """A task, which starts at once. Passwords that FOG sends along are not kept.

    mode: FOG's word for it where kind is OTHER. host, image, storage, ftp, kernel: "" where the script does not say.
    port: of a multicast. wipe: `fast`, `normal`, `full`.
    """

    head: Head
    kind: TaskKind
    kernel: str
    init: str = ""
    host: str = ""
    image: str = ""
    storage: str = ""
    ftp: str = ""
    web_url: str = ""
    mode: str = ""
    wipe: str = ""
    port: int | None = None
    is_debug: bool = False
    shuts_down: bool = False


BootAnswer = MenuAnswer | DiskAnswer | TaskAnswer
