"""The program behind the window: sessions, boot sets, checks, profiles. What `ui.kit.Kit` asks for."""

from __future__ import annotations

import contextlib
import functools
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from ipaddress import IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING

from fogportable.boot.boot_set import BootSet, check_rule, load_boot_sets, recognise_folder
from fogportable.boot.menu import render_menu
from fogportable.config.profile import Profile
from fogportable.errors import Fault, ServiceError
from fogportable.model import (
    BootRule,
    ChangeOwner,
    Finding,
    FoundServer,
    LearnedShape,
    LeasingInterface,
    Menu,
    NetworkInterface,
    RehearsalResult,
    Room,
    ServingInterface,
    ServingPlan,
    StopReport,
    Verdict,
    WirePorts,
)
from fogportable.platform.interfaces import find_interface, list_interfaces, serving_interfaces
from fogportable.platform.paths import boot_sets_folder, firewall_change_file
from fogportable.platform.privilege import Ask
from fogportable.protocol.address import MacAddress
from fogportable.session.auto_stop import LAST_FILES_S
from fogportable.session.facade import KitSession
from fogportable.session.fog_look import RecentFog, found_fog, serves_files
from fogportable.session.http_port import HTTP_PORTS
from fogportable.session.leasing import leasing_interfaces, misplaced
from fogportable.session.plan import has_own_files, plan_from_profile
from fogportable.session.preflight import check_before_start
from fogportable.session.profile_kit import ProfileKit
from fogportable.session.side_kits import SideKits

if TYPE_CHECKING:
    from fogportable.report.facts import SessionReport
    from fogportable.report.history import RowKey, Stretch
    from fogportable.session.charge_kit import ChargeRoomKit
    from fogportable.session.fog_kit import FogRoomKit
    from fogportable.session.fog_site import FogSite
    from fogportable.session.fog_tasks import TaskWatch
    from fogportable.session.rehearsal import Rehearsal
    from fogportable.session.saved.kit import SavedRoomKit

_log = logging.getLogger("fogportable.session")

#: Shown in previews while no network is chosen. Source: RFC 5737, for documentation.
_PREVIEW_ADDRESS = IPv4Address("192.0.2.1")


class RoomKit(ProfileKit, SideKits):
    """One window's kit; what its methods promise stands in `ui.kit.Kit`.

    What a window may never need is imported by the method that needs it: together it takes as long as all else.
    `_lock` guards which session is shown; everything else has its own.
    """

    def __init__(self) -> None:
        self._room = KitSession(keeps_awake=True)
        self._rehearsal: Rehearsal | None = None
        self._recent_fog = RecentFog()
        self._lock = threading.Lock()

    # --- the session ----------------------------------------------------------------------------------------------

    @property
    def session(self) -> KitSession:
        """The room's session, or the rehearsal's from its start until the room is served."""
        rehearsal = self._rehearsal
        return rehearsal.session if rehearsal is not None else self._room

    @property
    def is_rehearsing(self) -> bool:
        return self._rehearsal is not None and self._rehearsal.is_serving

    def start(self, profile: Profile, base: Path) -> None:
        """Serve the room. Blocks. Raises ServiceError, BootFileError, ConfigError, FogError."""
        fog = found_fog(profile.fog, has_own_files(profile))
        plan = self._plan(
            profile,
            base,
            serving_interfaces(profile.network.interfaces),
            leasing_interfaces(profile.private_network),
            fog,
        )
        with self._lock:
            self._rehearsal = None
        self._take_back_leftover()
        self._room.start(plan, ask=Ask.WINDOW, tasks=self._tasks_of(fog))

    def observe(self, profile: Profile, base: Path) -> None:
        """Listen where the room would be served, and send nothing. A FOG server is asked beforehand, if it was not yet.

        Blocks. Raises ServiceError, BootFileError, ConfigError, FogError.
        """
        cards = serving_interfaces(profile.network.interfaces)
        plan = self._plan(profile, base, cards, (), self._recent_fog.last_known(profile.fog, has_own_files(profile)))
        with self._lock:
            self._rehearsal = None
        self._room.observe(plan, ask=Ask.WINDOW)

    def stop(self, reason: str = "") -> StopReport:
        """End what runs, and take back what was opened in the firewall. Blocks while transfers finish.

        Raises ServiceError FIREWALL_NOT_UNDONE, with nothing served any more.
        """
        rehearsal = self._rehearsal
        if rehearsal is not None and rehearsal.is_serving:
            return rehearsal.stop()
        report = self._room.stop(drain_s=LAST_FILES_S, reason=reason) if reason else self._room.stop()
        if self.firewall.changes().owner is ChangeOwner.OURS:
            self.firewall.take_back()
        return report

    def stop_now(self) -> None:
        self.session.stop_now()

    def update_menu(self, menu: Menu) -> None:
        if not self.is_rehearsing:
            self._room.update_menu(menu)

    def finish(self, mac: MacAddress, uuid: str = "") -> None:
        """It goes to its own disk until `reset`."""
        self._room.fog.finish(mac, uuid)

    def reset(self, mac: MacAddress, uuid: str = "") -> None:
        """It boots from the network again."""
        self._room.fog.reset(mac, uuid)

    @functools.cached_property
    def fog(self) -> FogRoomKit:
        """The way to a FOG server, with the tokens of this run."""
        from fogportable.session.fog_kit import FogRoomKit

        return FogRoomKit()

    @functools.cached_property
    def charge(self) -> ChargeRoomKit:
        """Waking computers, and saying who may boot."""
        from fogportable.session.charge_kit import ChargeRoomKit

        return ChargeRoomKit(self._room)

    @functools.cached_property
    def saved(self) -> SavedRoomKit:
        """Saving and opening sessions."""
        from fogportable.session.saved.kit import SavedRoomKit

        return SavedRoomKit(lambda: self.session)

    # --- before Start ---------------------------------------------------------------------------------------------

    def list_interfaces(self) -> tuple[NetworkInterface, ...]:
        return list_interfaces()

    def boot_sets(self) -> Sequence[BootSet]:
        return load_boot_sets(boot_sets_folder())

    def check(self, profile: Profile, base: Path) -> tuple[Finding, ...]:
        """The card "Before you start". Blocks for a moment: the firewall's programs are asked, and the FOG server."""
        leasing, fault = self._leasing(profile)
        return check_before_start(
            self._chosen(profile),
            lambda: self._plan(profile, base, self._usable(profile.network.interfaces), leasing, self._fog_of(profile)),
            http=profile.http,
            serves_files=serves_files(profile.fog),
            private=fault,
            others=list_interfaces(),
            firewall=self._look_at_firewall,
        )

    def look_anew(self) -> None:
        """What the FOG server said before counts no more."""
        self._recent_fog.forget()

    def look_for_servers(
        self, profile: Profile, should_stop: Callable[[], bool] = lambda: False
    ) -> tuple[FoundServer, ...] | None:
        """DHCP servers on the profile's cards; None when it was stopped. Blocks. Raises ServiceError."""
        from fogportable.session.server_look import look_on

        private = profile.private_network
        names = profile.network.interfaces + ((private.interface,) if private is not None else ())
        return look_on(serving_interfaces(filter(None, names)), ask=Ask.WINDOW, should_stop=should_stop)

    def check_rule(self, root: Path, rule: BootRule) -> tuple[Fault, ...]:
        return check_rule(root, rule)

    def recognise_folder(self, folder: Path) -> BootSet:
        return recognise_folder(folder)

    def fetch_boot_files(
        self, on_progress: Callable[[str], None], should_stop: Callable[[], bool] = lambda: False
    ) -> BootSet:
        """Bring iPXE from Debian's packages into the store. Blocks for minutes."""
        from fogportable.bootfiles.fetch import fetch_from_debian

        return fetch_from_debian(boot_sets_folder(), on_progress=on_progress, should_stop=should_stop)

    # --- rehearsal ------------------------------------------------------------------------------------------------

    def start_rehearsal(self, computers: int) -> None:
        """Serve a software classroom on loopback."""
        from fogportable.session.rehearsal import Rehearsal
        from fogportable.simulator.roster import Pace

        # Software computers are done before anybody has looked; in the window they take their time.
        rehearsal = Rehearsal(pace=Pace(think_s=0.5, rate_bytes_per_s=350_000.0))
        rehearsal.start(computers)
        with self._lock:
            self._rehearsal = rehearsal

    def make_report(
        self, stretches: tuple[Stretch, ...], handed_over: Mapping[RowKey, datetime], profile: str, room: Room | None
    ) -> SessionReport:
        from fogportable.session.report import make_report

        return make_report(
            self.session,
            stretches=stretches,
            handed_over=handed_over,
            profile=profile,
            room=room,
            is_rehearsal=self._rehearsal is not None,
            now=datetime.now().astimezone(),
        )

    def rehearsal_result(self) -> RehearsalResult | None:
        """How the rehearsal ended; None before, and without one."""
        rehearsal = self._rehearsal
        if rehearsal is None or not rehearsal.is_done:
            return None
        sheet = rehearsal.pass_sheet()
        if rehearsal.was_cut_short:
            sentence = f"Rehearsal ended early: {sheet.booted} of {sheet.clients} computers had booted."
            return RehearsalResult(Verdict.WARNING, sentence)
        return RehearsalResult(Verdict.OK if sheet.is_passed else Verdict.BLOCKED, sheet.sentence())

    # --- menu and profiles ----------------------------------------------------------------------------------------

    def render_menu(self, menu: Menu) -> str:
        return render_menu(menu, self._preview_address(), http_port=HTTP_PORTS[0]).decode()

    def learned_shapes(self) -> tuple[LearnedShape, ...]:
        return self._room.learned_shapes()

    def forget_learned(self, model: LearnedShape | None = None) -> None:
        self._room.forget_learned(model)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _plan(
        self,
        profile: Profile,
        base: Path,
        interfaces: tuple[ServingInterface, ...],
        leasing: tuple[LeasingInterface, ...],
        fog: FogSite | None,
    ) -> ServingPlan:
        return plan_from_profile(
            profile,
            base=base,
            interfaces=interfaces,
            boot_sets=load_boot_sets(boot_sets_folder()),
            leasing=leasing,
            fog=fog,
        )

    def _tasks_of(self, fog: FogSite | None) -> TaskWatch | None:
        """Somebody may sign in, and out, while the room is served."""
        if fog is None:
            return None
        from fogportable.session.fog_tasks import AccountTasks

        return AccountTasks(fog.server.address, self.fog.tokens_of)

    def _fog_of(self, profile: Profile) -> FogSite | None:
        """As it said when it was asked last. Raises FogError, BootFileError."""
        return self._recent_fog(profile.fog, has_own_files(profile))

    def _take_back_leftover(self) -> None:
        """What a crashed run opened in the firewall; nothing is held back by a firewall that does not change."""
        if not firewall_change_file().exists():
            return
        if self.firewall.changes().owner in (ChangeOwner.LEFT, ChangeOwner.TAKEN_BACK):
            try:
                self.firewall.take_back()
            except ServiceError as problem:
                _log.warning("%s %s", problem.fault, problem.fault.detail)

    def _look_at_firewall(self, interface: NetworkInterface | None, ports: WirePorts, http: int | None) -> Finding:
        return self.firewall.finding(interface, ports, http)

    def _chosen(self, profile: Profile) -> NetworkInterface | None:
        """The card that the check is about: the first in trouble, else the first; None for none."""
        private = profile.private_network
        names = profile.network.interfaces or ((private.interface,) if private is not None else ())
        if not names:
            return None
        try:
            cards = [find_interface(name) for name in names]
        except ServiceError:
            return None
        return next((each for each in cards if _is_in_trouble(each)), cards[0])

    def _leasing(self, profile: Profile) -> tuple[tuple[LeasingInterface, ...], Fault | None]:
        """The private network as it would be served now, and why it cannot be."""
        try:
            leasing = leasing_interfaces(profile.private_network)
        except ServiceError as problem:
            return (), problem.fault
        return leasing, next((fault for each in leasing if (fault := misplaced(each)) is not None), None)

    def _usable(self, names: Sequence[str]) -> tuple[ServingInterface, ...]:
        """Those of these cards that can serve now. What is wrong with the others is said under their own topic."""
        found: list[ServingInterface] = []
        for name in names:
            with contextlib.suppress(ServiceError):
                found += serving_interfaces((name,))
        return tuple(found)

    def _preview_address(self) -> IPv4Address:
        addresses = self._room.serving_addresses
        return addresses[0] if addresses else _PREVIEW_ADDRESS


def _is_in_trouble(card: NetworkInterface) -> bool:
    return card.unusable is not None or card.address is None or card.has_link is False
