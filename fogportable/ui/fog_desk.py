"""What the FOG page asks and shows: looking at a server, and trusting its certificate."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fogportable.errors import FaultCode, describe
from fogportable.fog.address import FogAddress
from fogportable.fog.authority import Authority
from fogportable.fog.scan import ScanProgress, ScanResult
from fogportable.fog.server import ApiState, FogServer
from fogportable.ui.bridge import Bridge, Tick
from fogportable.ui.choices import Choices
from fogportable.ui.dialogs.fingerprint import AskFingerprint, ask_fingerprint
from fogportable.ui.fog_care_desk import FogCareDesk
from fogportable.ui.fog_facts import api_words, server_name
from fogportable.ui.fog_kit import FogKit
from fogportable.ui.fog_tasks_desk import FogTasksDesk
from fogportable.ui.views.fog_page import FogPage
from fogportable.ui.work import Job, ProgressLine, Work

_LOOK = "fog-look"
_FIND = "fog-find"
_AUTHORITY = "fog-authority"
_TRUST = "fog-trust"


class _Search(ProgressLine):
    """A look at a server or for servers."""

    def __init__(self) -> None:
        super().__init__()
        self.should_stop = threading.Event()

    def tell_progress(self, progress: ScanProgress) -> None:
        self.tell(progress.words)


class FogDesk(QObject):
    """said: a sentence worth saying aloud. server: what was looked at last, None before and after another address."""

    said = Signal(str)

    def __init__(
        self, kit: FogKit, work: Work, bridge: Bridge, choices: Choices, page: FogPage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._choices = choices
        self._page = page
        self._window = parent
        self._search: _Search | None = None
        self.server: FogServer | None = None
        self.ask_fingerprint: AskFingerprint = ask_fingerprint
        self.tasks = FogTasksDesk(kit, work, bridge, page.tasks, parent)
        self.tasks.said.connect(self.said)
        self.tasks.account_changed.connect(self._on_account)
        self.care = FogCareDesk(kit, work, bridge, page, self.tasks, parent)
        page.seen.connect(self.tasks.set_seen)
        page.server.look_asked.connect(self._on_look)
        page.server.find_asked.connect(self._on_find)
        page.server.server_chosen.connect(self._on_chosen)
        page.server.trust_asked.connect(self._on_trust)
        page.server.address_edited.connect(self._on_address)
        page.serving.edited.connect(self._on_serving)
        choices.changed.connect(self._show_profile)
        bridge.ticked.connect(self._on_tick)
        self._show_profile()

    def stop(self) -> None:
        """Let what is asked just now end soon."""
        if self._search is not None:
            self._search.should_stop.set()

    def close(self) -> None:
        """The window closes."""
        self.stop()
        self.tasks.stop()

    # --- looking at it ------------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        card, address = self._page.server, self._page.server.address
        if self._search is not None:
            self.stop()
            return
        if address is None:
            return
        look = _Search()
        work = partial(self._kit.identify, address, look.tell, look.should_stop.is_set)
        if self._work.start(_LOOK, work, partial(self._on_looked, look)):
            self._search = look
            self._take(None)
            card.show_nothing()
            card.show_looking(True)
            card.show_progress(self.tr("Asking {address}…").format(address=address))
            self._bridge.wake()

    def _on_tick(self, _tick: Tick) -> None:
        if self._search is not None and self._search.text:
            self._page.server.show_progress(self._search.text)

    def _on_looked(self, look: _Search, job: Job) -> None:
        self._search = None
        card = self._page.server
        card.show_looking(False)
        if job.fault is not None:
            card.show_failure(job.fault)
            self.said.emit(str(job.fault))
        elif look.should_stop.is_set():
            card.show_nothing()
        elif isinstance(job.result, FogServer):
            self._take(job.result)
            card.show_server(job.result)
            self.said.emit(server_name(job.result))

    # --- finding one --------------------------------------------------------------------------------------------

    def _on_find(self) -> None:
        card = self._page.server
        if self._search is not None:
            self.stop()
            return
        names = self._choices.profile.network.interfaces
        if not names:
            card.show_failure(describe(FaultCode.NO_INTERFACE_CHOSEN))
            return
        search = _Search()
        work = partial(self._kit.find, names[0], search.tell_progress, search.should_stop.is_set)
        if self._work.start(_FIND, work, self._on_found):
            self._search = search
            self._take(None)
            card.show_nothing()
            card.show_finding(True)
            card.show_progress(self.tr("Looking for FOG servers on {card}…").format(card=names[0]))
            self._bridge.wake()

    def _on_found(self, job: Job) -> None:
        self._search = None
        card = self._page.server
        card.show_finding(False)
        if job.fault is not None:
            card.show_failure(job.fault)
        elif isinstance(job.result, ScanResult):
            card.show_found(job.result)
            if job.result.is_whole and len(job.result.servers) == 1:
                self._on_chosen(job.result.servers[0].address)
        self.said.emit(card.state.words)

    def _on_chosen(self, address: FogAddress) -> None:
        self._page.server.set_address(address.url)
        self._on_address()
        self._on_look()

    def _on_address(self) -> None:
        """What is known of one server is not true of another."""
        self._take(None)
        address = self._page.server.address
        self._page.serving.set_address("" if address is None else address.url)
        if address is not None and self._choices.profile.fog.server:
            self._on_serving()

    def _on_account(self) -> None:
        """Somebody signed in or out: what the server said of its API is told anew."""
        if self.server is not None:
            state = ApiState.TOKENS_ACCEPTED if self.tasks.is_signed_in else self.server.api
            self._page.server.facts.show_facts({"api": api_words(state)})

    def _take(self, server: FogServer | None) -> None:
        self.server = server
        self.tasks.watch(server)
        self.care.watch(None if server is None else server.address)

    # --- the profile --------------------------------------------------------------------------------------------

    def _show_profile(self) -> None:
        """What the profile says of a server, where it says something."""
        profile = self._choices.profile
        server = profile.fog.server
        self._page.serving.set_profile(profile)
        if server and server != self._page.server.field.text():
            address = self._page.server.address
            if address is None or address.url != server:
                self._take(None)
                self._page.server.set_address(server)
        address = self._page.server.address
        self._page.serving.set_address("" if address is None else address.url)

    def _on_serving(self) -> None:
        self._choices.replace(self._page.serving.edited_profile(self._choices.profile))

    # --- its certificate ----------------------------------------------------------------------------------------

    def _on_trust(self) -> None:
        address = self._page.server.address
        if address is not None:
            fetch = partial(self._kit.offered_authority, address)
            if self._work.start(_AUTHORITY, fetch, partial(self._on_authority, address)):
                self._bridge.wake()

    def _on_authority(self, address: FogAddress, job: Job) -> None:
        if job.fault is not None:
            self._page.server.show_failure(job.fault)
        elif isinstance(job.result, Authority) and self._is_same(address, job.result):
            pin = partial(self._kit.trust, address, job.result)
            if self._work.start(_TRUST, pin, self._on_trusted):
                self._bridge.wake()

    def _is_same(self, address: FogAddress, authority: Authority) -> bool:
        return self.ask_fingerprint(self._window, address.host, authority.fingerprint)

    def _on_trusted(self, job: Job) -> None:
        if job.fault is not None:
            self._page.server.show_failure(job.fault)
        else:
            self._on_look()
