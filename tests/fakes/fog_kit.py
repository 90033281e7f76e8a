"""The way to a FOG server for a window under test: what is found is given, nothing is sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

from fogportable.errors import FogPortableError
from fogportable.fog.account import FogAccount
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.authority import Authority
from fogportable.fog.boot_answer import DiskAnswer, DiskStart, Head
from fogportable.fog.hosts import FogHost, find_hosts
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Done, Ground, Registered, TaskPlan
from fogportable.fog.preview import Preview
from fogportable.fog.rehome import Place, Rehoming
from fogportable.fog.scan import FoundFog, ScanProgress, ScanResult
from fogportable.fog.server import (
    ApiState,
    BootFile,
    Database,
    DiskSpace,
    FogServer,
    Generation,
    Kernel,
    Presence,
    Version,
)
from fogportable.fog.storage import GroupLoad
from fogportable.fog.tasks import FogTask
from fogportable.protocol.address import MacAddress

_THERE = ("default.ipxe", "undionly.kkpxe", "undionly.kpxe", "ipxe.efi", "snponly.efi", "arm64-efi/snponly.efi")

FOG_158 = FogServer(
    FogAddress("192.168.1.5"),
    Version("1.5.8", Generation.V1_5),
    ApiState.ON,
    Database.RUNNING,
    (Kernel("bzImage", "4.19.101"), Kernel("bzImage32", "4.19.101")),
    DiskSpace("231.13 GiB", "18.20 GiB", "212.93 GiB"),
    "http://192.168.1.5/fog/",
    tuple(BootFile(name, Presence.THERE, 1000) for name in _THERE),
)


class FakeFogKit:
    """error: raised by the next question. let_identify_end: blocks it when cleared."""

    def __init__(self) -> None:
        self.server = FOG_158
        self.servers: tuple[FoundFog, ...] = (FoundFog(FOG_158.address, IPv4Address("192.168.1.5"), FOG_158.version),)
        self.error: FogPortableError | None = None
        self.authority = Authority(b"an authority")
        self.trusted: list[tuple[str, Authority]] = []
        self.asked: list[str] = []
        self.keyring = "Secret Service"
        self.tokens: Tokens | None = None
        self.is_kept = False
        self.hosts: tuple[FogHost, ...] = ()
        self.images: tuple[FogImage, ...] = ()
        self.active: tuple[FogTask, ...] = ()
        self.plans: list[TaskPlan] = []
        self.done = Done()
        self.places: tuple[Place, ...] = ()
        self.groups: tuple[GroupLoad, ...] = ()
        self.let_identify_end = threading.Event()
        self.let_identify_end.set()

    def identify(
        self,
        address: FogAddress,
        on_progress: Callable[[str], None],
        should_stop: Callable[[], bool] = lambda: False,
    ) -> FogServer:
        self.asked.append(str(address))
        on_progress(f"Asking {address} for its version…")
        while not self.let_identify_end.wait(0.01) and not should_stop():
            pass
        self._fail()
        return self.server

    def find(
        self,
        card: str,
        on_progress: Callable[[ScanProgress], None],
        should_stop: Callable[[], bool] = lambda: False,
    ) -> ScanResult:
        self.asked.append(card)
        on_progress(ScanProgress(1, 254, 0, ()))
        self.let_identify_end.wait(5)
        self._fail()
        count = 1 if should_stop() else 254
        return ScanResult(IPv4Network("192.168.1.0/24"), count, 254, count == 254, self.servers)

    def offered_authority(self, address: FogAddress) -> Authority:
        self._fail()
        return self.authority

    def trust(self, address: FogAddress, authority: Authority) -> None:
        self.trusted.append((address.host, authority))

    def rehome(self, address: FogAddress, on_progress: Callable[[str], None]) -> Rehoming:
        self._fail()
        on_progress("Asking where it says that it is…")
        return Rehoming(address, self.places, has_settings=self.tokens is not None)

    def write_scripts(self, address: FogAddress, folder: Path) -> tuple[Path, ...]:
        self._fail()
        return folder / "default.ipxe", folder / "autoexec.ipxe"

    def storage(self, address: FogAddress, on_progress: Callable[[str], None]) -> tuple[GroupLoad, ...]:
        self._fail()
        return self.groups

    def account(self, address: FogAddress) -> FogAccount:
        return FogAccount(self.tokens is not None, self.keyring)

    def sign_in(self, address: FogAddress, tokens: Tokens, *, keep: bool) -> None:
        self._fail()
        self.tokens, self.is_kept = tokens, keep

    def sign_out(self, address: FogAddress) -> None:
        self.tokens = None

    def tasks(self, address: FogAddress) -> tuple[FogTask, ...]:
        self._fail()
        return self.active

    def cancel_task(self, address: FogAddress, task: FogTask) -> None:
        self._fail()
        self.active = tuple(each for each in self.active if each.number != task.number)

    def preview(self, address: FogAddress, mac: MacAddress, arch: int) -> Preview:
        self._fail()
        return Preview(mac, arch, DiskAnswer(Head(), DiskStart.SANBOOT))

    def register(
        self, address: FogAddress, names: Sequence[str], macs: Sequence[MacAddress], image: FogImage | None
    ) -> Registered:
        self._fail()
        made = tuple(
            FogHost(90 + place, name, (mac,)) for place, (name, mac) in enumerate(zip(names, macs, strict=True))
        )
        self.hosts += made
        return Registered(made)

    def cancel(self, address: FogAddress, hosts: Sequence[FogHost]) -> Done:
        self._fail()
        numbers = {host.number for host in hosts}
        ended = tuple(task for task in self.active if task.host_number in numbers)
        self.active = tuple(task for task in self.active if task not in ended)
        return Done(ended)

    def ground(self, address: FogAddress, macs: Sequence[MacAddress] | None) -> Ground:
        self._fail()
        machines = self.hosts if macs is None else find_hosts(self.hosts, [str(mac) for mac in macs], address)
        return Ground(machines, self.images, self.active)

    def carry_out(self, address: FogAddress, plan: TaskPlan, on_progress: Callable[[str], None]) -> Done:
        self._fail()
        self.plans.append(plan)
        on_progress("lab-01: 1 of 1")
        return self.done

    def _fail(self) -> None:
        if self.error is not None:
            error, self.error = self.error, None
            raise error
