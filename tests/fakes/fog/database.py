"""What the fake FOG knows: hosts, images, groups, tasks, sessions, storage. It moves by a test's word, not by time."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Of the storage nodes' FTP account, which 1.5 sends in clear. It must be found nowhere outside of the fake.
NODE_USER = "fogproject-geheim"
NODE_PASSWORD = "ftp-geheim-7"
#: Of a domain, which a single host's answer holds.
DOMAIN_PASSWORD = "domain-geheim-8"

QUEUED, CHECKED_IN, IN_PROGRESS, COMPLETE, CANCELLED = range(1, 6)
DEPLOY, CAPTURE, MULTICAST, WAKE = 1, 2, 8, 14
#: As boot.php's answers are called here.
KINDS = {DEPLOY: "deploy", CAPTURE: "capture", MULTICAST: "multicast"}


@dataclass
class FakeHost:
    """image: its number, 0 for none."""

    number: int
    name: str
    macs: list[str]
    image: int = 0


@dataclass
class FakeImage:
    """size: as FOG writes it, `8589934592:`, "" before a capture."""

    number: int
    name: str
    size: str = "8589934592:"
    is_enabled: bool = True
    is_protected: bool = False
    storage_group: str = "default"


@dataclass
class FakeGroup:
    number: int
    name: str
    hosts: list[int]


@dataclass
class FakeTask:
    """values: what the imaging system reported, in FOG's fields. wanted: the options it was made with."""

    number: int
    host: int
    type: int
    name: str = ""
    state: int = QUEUED
    node: int = 1
    values: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, object] = field(default_factory=dict)

    @property
    def is_active(self) -> bool:
        return self.state <= IN_PROGRESS


@dataclass
class FakeNode:
    """host: "" for the server itself."""

    number: int
    name: str
    group: int = 1
    host: str = ""
    path: str = "/images"
    most_clients: int = 10
    is_master: bool = True
    is_enabled: bool = True


@dataclass
class Database:
    """woken: numbers of hosts that were told to wake. free, used: octets of each node's disk.

    sessions: of a multicast, the numbers of its tasks. deleted_groups: names of groups that are gone.
    """

    hosts: dict[int, FakeHost] = field(default_factory=dict)
    images: dict[int, FakeImage] = field(default_factory=lambda: {1: FakeImage(1, "Win10-Base")})
    groups: dict[int, FakeGroup] = field(default_factory=dict)
    tasks: dict[int, FakeTask] = field(default_factory=dict)
    sessions: dict[int, list[int]] = field(default_factory=dict)
    storage_groups: dict[int, str] = field(default_factory=lambda: {1: "default"})
    nodes: dict[int, FakeNode] = field(default_factory=lambda: {1: FakeNode(1, "DefaultMember")})
    woken: list[int] = field(default_factory=list)
    free: int = 231_130_000_000
    used: int = 32_610_000_000
    deleted_groups: list[str] = field(default_factory=list)

    def adopt(self, names: dict[str, str]) -> None:
        """Hosts that a test gave as names by MAC address."""
        for mac, name in names.items():
            if self.host_of(mac) is None:
                self.make_host(name, [mac], image=1)

    def make_host(self, name: str, macs: list[str], image: int = 0) -> FakeHost:
        number = max(self.hosts, default=0) + 1
        self.hosts[number] = FakeHost(number, name, [mac.lower() for mac in macs], image)
        return self.hosts[number]

    def host_of(self, mac: str) -> FakeHost | None:
        return next((host for host in self.hosts.values() if mac.lower() in host.macs), None)

    def make_group(self, name: str, hosts: list[int], image: int | None) -> FakeGroup:
        """FOG gives the image to all its hosts."""
        number = max(self.groups, default=0) + 1
        self.groups[number] = FakeGroup(number, name, hosts)
        for host in hosts:
            if image is not None and host in self.hosts:
                self.hosts[host].image = image
        return self.groups[number]

    def make_task(self, host: int, kind: int, name: str = "", wanted: dict[str, object] | None = None) -> FakeTask:
        number = max(self.tasks, default=0) + 1
        self.tasks[number] = FakeTask(number, host, kind, name, wanted=wanted or {})
        return self.tasks[number]

    def active_task(self, host: int) -> FakeTask | None:
        return next((task for task in self.tasks.values() if task.host == host and task.is_active), None)

    def active_kind(self, mac: str) -> str:
        """What boot.php gives to a computer; "" for none."""
        host = self.host_of(mac)
        task = None if host is None else self.active_task(host.number)
        return "" if task is None else KINDS.get(task.type, "")

    # --- what happens to a task ---------------------------------------------------------------------------------

    def check_in(self, number: int) -> None:
        """The computer's imaging system is there."""
        self.tasks[number].state = CHECKED_IN

    def report(
        self,
        number: int,
        percent: float,
        rate: str = "1.20GB/min",
        elapsed: str = "00:01:10",
        remaining: str = "00:02:00",
    ) -> None:
        """The imaging system says how far it is, as it does every three seconds."""
        task = self.tasks[number]
        task.state = IN_PROGRESS
        task.values = {
            "percent": f"{percent:.2f}",
            "bpm": rate,
            "timeElapsed": elapsed,
            "timeRemaining": remaining,
            "dataCopied": "3.98 GiB",
            "dataTotal": "7.96 GiB",
        }

    def finish(self, number: int) -> None:
        self.tasks[number].state = COMPLETE

    def cancel(self, number: int) -> None:
        if self.tasks[number].is_active:
            self.tasks[number].state = CANCELLED
