"""The way to a FOG server for one window. What `ui.fog_kit.FogKit` asks for; each method blocks within bounds.

What a window without a FOG server never needs is imported by the method that needs it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fogportable.errors import FaultCode, FogError, ServiceError
from fogportable.fog.account import FogAccount
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.authority import Authority
from fogportable.fog.hosts import FogHost, find_hosts
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Done, Ground, Registered, TaskPlan, group_name
from fogportable.fog.preview import Preview
from fogportable.fog.rehome import Rehoming
from fogportable.fog.scan import ScanProgress, ScanResult
from fogportable.fog.server import FogServer
from fogportable.fog.storage import GroupLoad
from fogportable.fog.tasks import FogTask
from fogportable.platform.interfaces import find_interface, gateway_of
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import PXE_TWINS, arch_label

if TYPE_CHECKING:
    from fogportable.foglink.api import FogApi
    from fogportable.foglink.tokens import TokenKeeper
    from fogportable.foglink.web import Web


class FogRoomKit:
    """Holds nothing but the tokens of this run: every answer comes from the server. `_lock` guards them."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        """environment: where tokens may stand, for the server that is asked first or any other."""
        self._environment = environment
        self._tokens: dict[str, Tokens] = {}
        self._keeper: TokenKeeper | None = None
        self._lock = threading.Lock()

    def identify(
        self,
        address: FogAddress,
        on_progress: Callable[[str], None],
        should_stop: Callable[[], bool] = lambda: False,
    ) -> FogServer:
        """What it is. Raises FogError."""
        from fogportable.foglink.identify import identify
        from fogportable.foglink.tftp import Tftp

        return identify(_web(address), Tftp(address.host), on_progress=on_progress, should_stop=should_stop)

    def find(
        self,
        card: str,
        on_progress: Callable[[ScanProgress], None],
        should_stop: Callable[[], bool] = lambda: False,
    ) -> ScanResult:
        """FOG servers in the network of a card: its gateway and this laptop first. Raises FogError, ServiceError."""
        from fogportable.foglink.scan import Scan
        from fogportable.foglink.trust import usual_pins

        found = find_interface(card)
        own = found.address
        if own is None:
            raise ServiceError(FaultCode.INTERFACE_NO_ADDRESS, interface=card)
        gateway = gateway_of(card)
        first = (str(own.ip), *(() if gateway is None else (str(gateway),)))
        return Scan(own.network, usual_pins(), own, first).run(on_progress, should_stop)

    def preview(self, address: FogAddress, mac: MacAddress, arch: int) -> Preview:
        """What one computer would get now. Raises FogError, also for a kind that FOG has nothing for."""
        from fogportable.foglink.preview import PREVIEW_ARCHS, preview

        if PXE_TWINS.get(arch, arch) not in PREVIEW_ARCHS:
            raise FogError(FaultCode.FOG_NO_SUCH_ARCH, arch=arch_label(arch))
        return preview(_web(address), mac, arch)

    def offered_authority(self, address: FogAddress) -> Authority:
        """The authority that signed its certificate, not yet trusted. Raises FogError."""
        from fogportable.foglink.trust import fetch_authority

        return fetch_authority(address)

    def trust(self, address: FogAddress, authority: Authority) -> None:
        """Pin it for this server. Raises FogError."""
        from fogportable.foglink.trust import usual_pins

        usual_pins().pin(address.host, authority)

    def rehome(self, address: FogAddress, on_progress: Callable[[str], None]) -> Rehoming:
        """Where it names an address of its own; its settings too, where somebody is signed in. Raises FogError."""
        from fogportable.foglink.rehome import look_for_stale_places
        from fogportable.foglink.tftp import Tftp
        from fogportable.foglink.trust import usual_pins

        tokens = self._known_tokens(address, self._found_keeper())
        tftp = Tftp(address.host)
        return look_for_stale_places(_web(address), tftp, usual_pins(), tokens=tokens, on_progress=on_progress)

    def write_scripts(self, address: FogAddress, folder: Path) -> tuple[Path, ...]:
        """A default.ipxe and an autoexec.ipxe that lead to this address. Raises FogPortableError."""
        from fogportable.bootfiles.fog_scripts import write_fog_scripts

        return write_fog_scripts(address.url, folder)

    # --- its API ------------------------------------------------------------------------------------------------

    def account(self, address: FogAddress) -> FogAccount:
        """Whether there are tokens, and where they could be kept. Raises FogError where the keyring fails."""
        keeper = self._found_keeper()
        return FogAccount(self._known_tokens(address, keeper) is not None, keeper.keyring)

    def tokens_of(self, address: FogAddress) -> Tokens | None:
        """Of this run, of the environment or of the keyring; None while nobody is signed in. Raises FogError."""
        return self._known_tokens(address, self._found_keeper())

    def sign_in(self, address: FogAddress, tokens: Tokens, *, keep: bool) -> None:
        """Use these once the server has taken them. Raises FogError."""
        from fogportable.foglink.api import FogApi
        from fogportable.foglink.tokens import checked_tokens

        checked = checked_tokens(tokens.api, tokens.user, "what was typed")
        FogApi.of(_web(address), checked).active_tasks()
        with self._lock:
            self._tokens[address.place] = checked
        if keep:
            self._found_keeper().keep(address, checked)

    def sign_out(self, address: FogAddress) -> None:
        """Forget them, in the keyring too. Raises FogError where that fails; here they are forgotten all the same."""
        with self._lock:
            self._tokens.pop(address.place, None)
        self._found_keeper().forget(address)

    def tasks(self, address: FogAddress) -> tuple[FogTask, ...]:
        """What is queued or runs. Raises FogError."""
        return self._api(address).active_tasks()

    def cancel_task(self, address: FogAddress, task: FogTask) -> None:
        """End one task. Raises FogError."""
        self._api(address).cancel_task(task.number)

    def register(
        self, address: FogAddress, names: Sequence[str], macs: Sequence[MacAddress], image: FogImage | None
    ) -> Registered:
        """Make a host for each computer. Raises FogError where none was made."""
        from fogportable.foglink.tasking import register

        return register(self._api(address), names, [(mac,) for mac in macs], image)

    def cancel(self, address: FogAddress, hosts: Sequence[FogHost]) -> Done:
        """End what these have, and see that it is gone. Raises FogError."""
        from fogportable.foglink.tasking import cancel

        return cancel(self._api(address), hosts)

    def ground(self, address: FogAddress, macs: Sequence[MacAddress] | None) -> Ground:
        """Hosts, images and tasks as they are now. Raises FogError, also for a computer that FOG does not know."""
        api = self._api(address)
        hosts = api.hosts()
        machines = hosts if macs is None else find_hosts(hosts, [str(mac) for mac in macs], address)
        return Ground(machines, api.images(), api.active_tasks())

    def storage(self, address: FogAddress, on_progress: Callable[[str], None]) -> tuple[GroupLoad, ...]:
        """Storage groups with their nodes, work and free space. Raises FogError."""
        from fogportable.foglink.storage import storage_of

        return storage_of(self._api(address), on_progress)

    def carry_out(self, address: FogAddress, plan: TaskPlan, on_progress: Callable[[str], None]) -> Done:
        """Make the tasks of a plan and find them. Raises FogError where nothing was made."""
        from fogportable.foglink.tasking import carry_out

        return carry_out(self._api(address), plan, group_name=group_name(datetime.now()), on_progress=on_progress)

    def _api(self, address: FogAddress) -> FogApi:
        from fogportable.foglink.api import FogApi

        tokens = self._known_tokens(address, self._found_keeper())
        if tokens is None:
            raise FogError(FaultCode.FOG_TOKENS_NEEDED, address=address)
        return FogApi.of(_web(address), tokens)

    def _known_tokens(self, address: FogAddress, keeper: TokenKeeper) -> Tokens | None:
        """Of this run, else of the environment, else kept. Raises FogError."""
        from fogportable.foglink.tokens import read_tokens

        with self._lock:
            known = self._tokens.get(address.place)
        if known is None:
            known = read_tokens(self._environment) or keeper.read(address)
            if known is not None:
                with self._lock:
                    self._tokens[address.place] = known  # A locked keyring asks once, not at every look.
        return known

    def _found_keeper(self) -> TokenKeeper:
        """The keyring is looked for once."""
        from fogportable.foglink.tokens import TokenKeeper

        with self._lock:
            self._keeper = self._keeper or TokenKeeper()
            return self._keeper


def _web(address: FogAddress) -> Web:
    from fogportable.foglink.trust import usual_pins
    from fogportable.foglink.web import Web

    return Web(address, usual_pins())
