"""The nouns that all rooms share: interfaces, boot rules, menus, findings and snapshots. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

from fogportable.errors import Fault
from fogportable.protocol.address import MacAddress

# --- network interfaces -----------------------------------------------------------------------------------------


class InterfaceKind(StrEnum):
    """What a network card is to a technician. VIRTUAL: of virtual machines and containers."""

    WIRED = "wired"
    USB = "usb"
    WIFI = "wifi"
    VPN = "vpn"
    BRIDGE = "bridge"
    VIRTUAL = "virtual"
    LOOPBACK = "loopback"


@dataclass(frozen=True, slots=True)
class NetworkInterface:
    """One network card as the system shows it now.

    addresses: IPv4 with prefix, the primary one first. speed_mbit_s: None when unknown or down.
    has_link: None when the system does not say. unusable: why it cannot serve, None when it can.
    """

    name: str
    index: int
    kind: InterfaceKind
    friendly_name: str
    mac: MacAddress | None
    addresses: tuple[IPv4Interface, ...]
    is_up: bool
    has_link: bool | None
    speed_mbit_s: int | None
    mtu: int
    unusable: Fault | None = None

    @property
    def address(self) -> IPv4Interface | None:
        """The address we would serve from."""
        return self.addresses[0] if self.addresses else None


@dataclass(frozen=True, slots=True)
class ServingInterface:
    """An interface chosen to serve on, with the one address used in option 54, siaddr and URLs.

    device: name to pin sockets to (SO_BINDTODEVICE); None on loopback, where sockets bind to `address` instead.
    index: what IP_PKTINFO reports for it.
    """

    name: str
    index: int
    address: IPv4Interface
    device: str | None
    mtu: int = 1500


@dataclass(frozen=True, slots=True)
class WirePorts:
    """UDP ports. The standard's by default; free ones in the rehearsal (0 means: the system chooses).

    reply_to_sender: rehearsal only. Loopback knows no broadcast to port 68, so replies go to the asking socket.
    """

    discovery: int = 67
    boot_server: int = 4011
    tftp: int = 69
    reply_to_sender: bool = False


# --- what is served ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BootRule:
    """Which file clients of these architectures get. Rules are ordered; the first match wins.

    archs: option 93 numbers. file: name below the TFTP root, with `/`.
    """

    archs: frozenset[int]
    file: str


class MenuAction(StrEnum):
    """What choosing an entry of the boot menu does. Values are those of profiles."""

    CHAIN_URL = "chain-url"
    CHAIN_FILE = "chain-file"
    KERNEL = "kernel"
    LOCAL_DISK = "local-disk"
    SHELL = "shell"


#: What each action needs beside the text.
FIELDS_OF_ACTION: dict[MenuAction, tuple[str, ...]] = {
    MenuAction.CHAIN_URL: ("url",),
    MenuAction.CHAIN_FILE: ("file",),
    MenuAction.KERNEL: ("kernel", "initrd", "arguments"),
    MenuAction.LOCAL_DISK: (),
    MenuAction.SHELL: (),
}

#: Longest time (s) until the default of a menu is taken.
LONGEST_MENU_TIMEOUT_S = 3600


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the boot menu. Which fields matter depends on the action: `FIELDS_OF_ACTION`.

    url: CHAIN_URL. file: CHAIN_FILE, below the TFTP root. kernel, initrd (may be several), arguments: KERNEL.
    """

    text: str
    action: MenuAction
    url: str = ""
    file: str = ""
    kernel: str = ""
    initrd: tuple[str, ...] = ()
    arguments: str = ""

    def without_unused_fields(self) -> MenuEntry:
        """The entry as it is served and saved: only what its action needs."""
        return MenuEntry(
            self.text, self.action, **{name: getattr(self, name) for name in FIELDS_OF_ACTION[self.action]}
        )

    @property
    def files(self) -> tuple[str, ...]:
        """What it loads from below the TFTP root, without a slash before it; addresses are left out."""
        needed = self.without_unused_fields()
        names = (needed.file, needed.kernel, *needed.initrd)
        return tuple(name.lstrip("/") for name in names if name and "://" not in name)


@dataclass(frozen=True, slots=True)
class Menu:
    """The boot menu that iPXE clients get as `boot.ipxe`.

    default: index into entries. timeout_s: until the default is taken, to LONGEST_MENU_TIMEOUT_S; 0 waits for ever.
    """

    title: str = "FOG Portable"
    entries: tuple[MenuEntry, ...] = (MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK),)
    default: int = 0
    timeout_s: int = 10


#: More computers stand in no room.
MOST_COMPUTERS = 10_000


@dataclass(frozen=True, slots=True)
class Room:
    """The room that is booted. computers: to MOST_COMPUTERS; 0 means "no list"."""

    name: str = ""
    computers: int = 0


@dataclass(frozen=True, slots=True)
class ServingPlan:
    """Everything a session needs to start, already resolved and checked for form.

    root: the TFTP folder. ipxe_script: a script that replaces the menu, None when the menu is served.
    title: what the front ends call the boot set.
    """

    interfaces: tuple[ServingInterface, ...]
    root: Path
    rules: tuple[BootRule, ...]
    menu: Menu = field(default_factory=Menu)
    ipxe_script: bytes | None = None
    room: Room = field(default_factory=Room)
    ports: WirePorts = field(default_factory=WirePorts)
    title: str = ""


# --- before Start -----------------------------------------------------------------------------------------------


class Topic(StrEnum):
    """What is looked at before Start, in the order of the card."""

    RIGHTS = "rights"
    PORTS = "ports"
    NETWORK = "network"
    BOOT_FILES = "boot_files"


class Verdict(StrEnum):
    """WARNING: it works, but not for everybody or not for certain. BLOCKED: Start would come to nothing."""

    OK = "ok"
    WARNING = "warning"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the card "Before you start". sentence is always set; faults only when something is wrong."""

    topic: Topic
    verdict: Verdict
    sentence: str
    faults: tuple[Fault, ...] = ()


# --- while serving ----------------------------------------------------------------------------------------------


class SessionState(StrEnum):
    """What a session does now."""

    STOPPED = "stopped"
    STARTING = "starting"
    SERVING = "serving"
    PAUSED = "paused"  # interface or link gone; goes on by itself
    STOPPING = "stopping"
    FAILED = "failed"

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is answered and nothing happens by itself."""
        return self in (SessionState.STOPPED, SessionState.FAILED)


class ClientStage(StrEnum):
    """How far a client has come, in the words of the window. Order of the enum is not order of progress."""

    ASKING = "asking"
    LOADING = "loading"
    IN_MENU = "in_menu"
    HANDED_OVER = "handed_over"
    NEEDS_YOU = "needs_you"
    FAILED = "failed"
    LEFT_ALONE = "left_alone"
    SILENT = "silent"


class TransferState(StrEnum):
    """How far a transfer has come, or how it ended."""

    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    PROBE = "probe"  # the size probe of EDK2 and old ROMs: expected, never a failure


@dataclass(frozen=True, slots=True)
class TransferSnapshot:
    """One TFTP transfer at one moment.

    rate_bytes_per_s: over the last seconds while running, over the whole once finished; None before it is known.
    window_size: blocks. reason: why it failed, for people; empty otherwise.
    """

    transfer_id: int
    mac: MacAddress | None
    address: IPv4Address
    file: str
    state: TransferState
    size_bytes: int
    sent_bytes: int
    started: datetime
    duration_s: float
    rate_bytes_per_s: float | None
    block_size: int
    window_size: int
    retransmits: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClientSnapshot:
    """One client at one moment. A row of the table.

    arch: the option 93 number, None when only TFTP was seen. firmware: words with the number.
    doing: one sentence. file, sent_bytes, size_bytes, rate: of its newest transfer; "" and None without one.
    last_heard_s: monotonic seconds. attempts: 1 for the first boot, counts when it starts over.
    fault: set in NEEDS_YOU, FAILED and LEFT_ALONE.
    """

    mac: MacAddress
    vendor: str
    address: IPv4Address | None
    arch: int | None
    firmware: str
    stage: ClientStage
    doing: str
    file: str
    sent_bytes: int | None
    size_bytes: int | None
    rate_bytes_per_s: float | None
    first_heard: datetime
    last_heard: datetime
    last_heard_s: float
    attempts: int
    interface: str
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class SessionStatus:
    """What the serve bar and the status bar show.

    rate_bytes_per_s: of all transfers together. ports: such as (67, 4011, 69), as really bound; empty when stopped.
    loading_computers: with a transfer that is no size probe. malformed_datagrams: ignored since Start.
    receive_buffer_bytes: granted for port 67, 0 when stopped.
    """

    state: SessionState
    since: datetime | None
    requests_heard: int
    loading_computers: int
    rate_bytes_per_s: float
    ports: tuple[int, ...]
    fault: Fault | None = None
    malformed_datagrams: int = 0
    receive_buffer_bytes: int = 0


@dataclass(frozen=True, slots=True)
class RehearsalResult:
    """How a rehearsal ended. verdict: OK when everybody booted, WARNING when it was cut short, BLOCKED on failures."""

    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class StopReport:
    """What Stop did. cut: clients whose transfer was ended before it was complete."""

    drained: int
    cut: tuple[MacAddress, ...]
