"""What the window needs from the program behind it. Real kit: `session.kit`; tests: a fake with the same methods.

A choice of the user is a `Profile`; `base` is the folder that relative paths in it start from. Methods marked
"blocks" are called from a plain thread (`ui/work.py`), never from the UI thread; they raise FogPortableError with a
fault for people and nothing else on purpose. All others return at once and are called from the UI thread only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from fogportable.config.profile import BootSettings, Profile
    from fogportable.errors import Fault
    from fogportable.model import (
        BootRule,
        ClientSnapshot,
        Finding,
        FoundServer,
        ImportReport,
        Journey,
        LearnedShape,
        LeaseSnapshot,
        Menu,
        NetworkInterface,
        PxeMenu,
        RehearsalResult,
        ReplyOptions,
        Room,
        SessionStatus,
        SiteSnapshot,
        StopReport,
    )
    from fogportable.protocol.address import MacAddress
    from fogportable.report.facts import SessionReport
    from fogportable.report.history import RowKey, Stretch
    from fogportable.session.packet_sheets import PacketSheet
    from fogportable.session.preferences import Preferences
    from fogportable.session.snapshots import EventBatch
    from fogportable.ui.charge_kit import ChargeKit
    from fogportable.ui.code_kit import CodeKit
    from fogportable.ui.firewall_kit import FirewallKit
    from fogportable.ui.fog_kit import FogKit
    from fogportable.ui.network_kit import NetworkKit
    from fogportable.ui.saved_kit import SavedKit


class SessionReader(Protocol):
    """What the tick pulls; `site` and `leases` only while the Network page is shown.

    `session.facade.KitSession` has these.
    """

    def status(self) -> SessionStatus: ...

    def look(self) -> tuple[SessionStatus, tuple[ClientSnapshot, ...]]:
        """`status` and `clients` of one moment, for less than both."""
        ...

    def events_since(self, cursor: int, limit: int = 500) -> EventBatch: ...

    def clients(self) -> tuple[ClientSnapshot, ...]: ...

    def site(self) -> SiteSnapshot: ...

    def leases(self) -> tuple[LeaseSnapshot, ...]: ...

    def journey(self, mac: MacAddress) -> Journey:
        """What one computer did since Start, and what should come next."""
        ...

    def packet_sheets(self, mac: MacAddress) -> tuple[PacketSheet, ...]:
        """Its packets, taken apart for a person. Blocks."""
        ...


class BootSetInfo(Protocol):
    """A stored boot set, as `boot.boot_set.BootSet` has it. name: stable; title: for people."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def folder(self) -> Path: ...

    @property
    def rules(self) -> tuple[BootRule, ...]: ...


def chosen_set(boot: BootSettings, boot_sets: Sequence[BootSetInfo]) -> BootSetInfo | None:
    """The stored set that a profile means: the one it names, else the first unless it has a folder of its own.

    As `session.plan` takes it. None also for a name that no stored set has.
    """
    if boot.set:
        return next((each for each in boot_sets if each.name == boot.set), None)
    return boot_sets[0] if boot_sets and not boot.root else None


class Problem(Protocol):
    """Something to mend, in a sentence for people."""

    @property
    def sentence(self) -> str: ...


class MenuProblem(Protocol):
    """Why a menu cannot be served as it stands.

    entry: index, None for the menu as a whole. field: name of the field in MenuEntry or Menu. sentence: for people.
    """

    @property
    def entry(self) -> int | None: ...

    @property
    def field(self) -> str: ...

    @property
    def sentence(self) -> str: ...


class Kit(Protocol):
    """The program behind the window."""

    # --- the session ----------------------------------------------------------------------------------------------

    @property
    def session(self) -> SessionReader:
        """The session to show: the room's, or the rehearsal's while one runs and until its rows are cleared.

        Another object than before means another journal: the bridge then starts again at cursor 0.
        """
        ...

    @property
    def is_rehearsing(self) -> bool:
        """True from `start_rehearsal` until `stop`."""
        ...

    def start(self, profile: Profile, base: Path) -> None:
        """Serve. Blocks: binds ports, may wait for a password. Raises ServiceError, BootFileError or ConfigError."""
        ...

    def observe(self, profile: Profile, base: Path) -> None:
        """Listen where the room would be served, and send nothing, until `stop` or `start`. Blocks, as `start` does.

        Raises as `start`.
        """
        ...

    def stop(self, reason: str = "") -> StopReport:
        """End serving, observing or the rehearsal. Blocks up to 30 s while running transfers finish, or up to ten
        minutes where serving ends by itself for a reason (a clause).
        """
        ...

    def stop_now(self) -> None:
        """Shorten a running `stop`."""
        ...

    def update_menu(self, menu: Menu) -> None:
        """While serving: this menu for computers that ask from now on. Does nothing when stopped."""
        ...

    def finish(self, mac: MacAddress, uuid: str = "") -> None:
        """This computer is done: it goes to its own disk until `reset`."""
        ...

    def reset(self, mac: MacAddress, uuid: str = "") -> None:
        """It boots from the network again."""
        ...

    @property
    def fog(self) -> FogKit:
        """The way to a FOG server."""
        ...

    @property
    def charge(self) -> ChargeKit:
        """Waking computers, and saying who may boot."""
        ...

    @property
    def codes(self) -> CodeKit:
        """What computers' screens show."""
        ...

    @property
    def saved(self) -> SavedKit:
        """Saving and opening sessions."""
        ...

    @property
    def network(self) -> NetworkKit:
        """What is on the cable of a card."""
        ...

    @property
    def firewall(self) -> FirewallKit:
        """Letting computers in through this laptop's firewall."""
        ...

    # --- before Start ---------------------------------------------------------------------------------------------

    def list_interfaces(self) -> tuple[NetworkInterface, ...]:
        """Network cards as they are now. Blocks for some milliseconds."""
        ...

    def boot_sets(self) -> Sequence[BootSetInfo]:
        """Stored boot sets, the one to propose first. Reads files."""
        ...

    def check(self, profile: Profile, base: Path) -> tuple[Finding, ...]:
        """The card "Before you start", one finding per topic, in order. Blocks; sends nothing but a question to the FOG
        server, once for each choice of one.
        """
        ...

    def look_anew(self) -> None:
        """Somebody wants to know: the next check asks everybody again."""
        ...

    def look_for_servers(
        self, profile: Profile, should_stop: Callable[[], bool] = ...
    ) -> tuple[FoundServer, ...] | None:
        """Ask on the profile's cards whether a DHCP server answers; None when it was stopped before that was known.

        Blocks up to 4.5 s, and may wait for a password. Takes no address. Raises ServiceError.
        """
        ...

    def check_rule(self, root: Path, rule: BootRule) -> tuple[Fault, ...]:
        """What is wrong with one boot file; empty when it is sound. Reads the file's head."""
        ...

    def recognise_folder(self, folder: Path) -> BootSetInfo:
        """What a folder offers when it is served where it lies. Reads files. Raises BootFileError."""
        ...

    def fetch_boot_files(
        self, on_progress: Callable[[str], None], should_stop: Callable[[], bool] = ...
    ) -> BootSetInfo:
        """Bring a boot set from the system's packages. Blocks for minutes; on_progress gets a line for people, in the
        calling thread, which also asks should_stop a few times a second. Raises BootFileError, FETCH_STOPPED among
        them."""
        ...

    # --- rehearsal ------------------------------------------------------------------------------------------------

    def start_rehearsal(self, computers: int) -> None:
        """Serve a software classroom on loopback; `session` then shows it. Blocks shortly. Raises ServiceError."""
        ...

    def make_report(
        self, stretches: tuple[Stretch, ...], handed_over: Mapping[RowKey, datetime], profile: str, room: Room | None
    ) -> SessionReport:
        """What the session that is shown came to so far. From what the window saw of it; profile: its name, "" for
        none; room: as it is known now, None for that of the session. Takes some milliseconds with a thousand rows."""
        ...

    def rehearsal_result(self) -> RehearsalResult | None:
        """Once every software PC has ended, or the rehearsal was stopped; None before, and without a rehearsal."""
        ...

    # --- menu and profiles ----------------------------------------------------------------------------------------

    def render_menu(self, menu: Menu) -> str:
        """The iPXE script that computers would get."""
        ...

    def menu_problems(self, menu: Menu) -> Sequence[MenuProblem]:
        """What is wrong with a menu; empty when it can be served."""
        ...

    def option_problems(self, options: ReplyOptions) -> Sequence[Problem]:
        """Why further DHCP options cannot be sent; empty when they can."""
        ...

    def learned_shapes(self) -> tuple[LearnedShape, ...]:
        """Which shapes of offers models of computers were found to take."""
        ...

    def forget_learned(self, model: LearnedShape | None = None) -> None:
        """Forget one of them; None for all."""
        ...

    def pxe_menu_problems(self, menu: PxeMenu) -> Sequence[MenuProblem]:
        """What is wrong with the firmware's menu; empty when it can be served."""
        ...

    def pxe_menu_size(self, menu: PxeMenu, arch: int) -> int:
        """Bytes of option 43 that a computer of this architecture is sent."""
        ...

    def load_profile(self, path: Path) -> Profile:
        """Raises ConfigError."""
        ...

    def save_profile(self, profile: Profile, path: Path) -> None:
        """Keeps the comments of an existing file. Raises ConfigError."""
        ...

    def import_dnsmasq(self, files: Sequence[Path]) -> tuple[Profile, ImportReport]:
        """A profile from configuration of dnsmasq, and what became of each line. Blocks; writes nothing.

        Raises ConfigError.
        """
        ...

    def last_profile(self) -> Path | None:
        """The profile that was open when the window was last closed and is still there."""
        ...

    def remember_profile(self, path: Path | None) -> None:
        """What `last_profile` says next time."""
        ...

    def load_preferences(self) -> tuple[Preferences, Fault | None]:
        """How somebody wants the window, and why some of it does not count."""
        ...

    def save_preferences(self, wanted: Preferences) -> None:
        """Raises ServiceError."""
        ...
