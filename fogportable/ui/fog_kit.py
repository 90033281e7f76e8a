"""What the window needs of a FOG server. Real one: `session.fog_kit`; tests: a fake with the same methods.

Every method blocks within bounds, so it is called from a plain thread (`ui/work.py`); it raises FogPortableError with a
fault for people and nothing else on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from fogportable.fog.account import FogAccount
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.authority import Authority
from fogportable.fog.hosts import FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Done, Ground, Registered, TaskPlan
from fogportable.fog.preview import Preview
from fogportable.fog.rehome import Rehoming
from fogportable.fog.scan import ScanProgress, ScanResult
from fogportable.fog.server import FogServer
from fogportable.fog.storage import GroupLoad
from fogportable.fog.tasks import FogTask
from fogportable.protocol.address import MacAddress


class FogKit(Protocol):
    """The way to a FOG server."""

    def identify(
        self,
        address: FogAddress,
        on_progress: Callable[[str], None],
        should_stop: Callable[[], bool] = ...,
    ) -> FogServer:
        """What it is. on_progress: sentences, in the calling thread. Asks should_stop between its questions."""
        ...

    def find(
        self,
        card: str,
        on_progress: Callable[[ScanProgress], None],
        should_stop: Callable[[], bool] = ...,
    ) -> ScanResult:
        """FOG servers in the network of a card, by its system name. on_progress: in the calling thread."""
        ...

    def preview(self, address: FogAddress, mac: MacAddress, arch: int) -> Preview:
        """What one computer would get now. arch: option 93."""
        ...

    def offered_authority(self, address: FogAddress) -> Authority:
        """Fetched without looking at the server's certificate."""
        ...

    def trust(self, address: FogAddress, authority: Authority) -> None:
        """Pin it for this server, and trust no other there from now on."""
        ...

    def rehome(self, address: FogAddress, on_progress: Callable[[str], None]) -> Rehoming:
        """Where it names an address of its own. on_progress: sentences, in the calling thread."""
        ...

    def write_scripts(self, address: FogAddress, folder: Path) -> tuple[Path, ...]:
        """A default.ipxe and an autoexec.ipxe that lead to it at this address."""
        ...

    # --- its API ------------------------------------------------------------------------------------------------

    def account(self, address: FogAddress) -> FogAccount:
        """Whether there are tokens for it: of this run, of the environment, in the keyring. May ask to unlock that."""
        ...

    def sign_in(self, address: FogAddress, tokens: Tokens, *, keep: bool) -> None:
        """Use these from now on, once the server has taken them. keep: in the keyring too."""
        ...

    def sign_out(self, address: FogAddress) -> None:
        """Forget them, in the keyring too."""
        ...

    def tasks(self, address: FogAddress) -> tuple[FogTask, ...]:
        """What is queued or runs."""
        ...

    def cancel_task(self, address: FogAddress, task: FogTask) -> None:
        """End one task."""
        ...

    def ground(self, address: FogAddress, macs: Sequence[MacAddress] | None) -> Ground:
        """What a plan for these computers is made on; None for all that the server knows.

        Raises FogError, also for a computer that it does not know.
        """
        ...

    def register(
        self, address: FogAddress, names: Sequence[str], macs: Sequence[MacAddress], image: FogImage | None
    ) -> Registered:
        """Make a host for each computer."""
        ...

    def cancel(self, address: FogAddress, hosts: Sequence[FogHost]) -> Done:
        """End what these have, and see that it is gone."""
        ...

    def storage(self, address: FogAddress, on_progress: Callable[[str], None]) -> tuple[GroupLoad, ...]:
        """Storage groups with their nodes, what these have to do, and their free space."""
        ...

    def carry_out(self, address: FogAddress, plan: TaskPlan, on_progress: Callable[[str], None]) -> Done:
        """Make the tasks of a plan and find them. on_progress: sentences, in the calling thread."""
        ...
