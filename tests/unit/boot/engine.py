"""An engine with a clock to turn, for tests that play a conversation."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface

from fogportable.boot.policy import ProxySettings
from fogportable.boot.proxy_dhcp import DhcpPort, Outcome, ServerIdentity
from fogportable.errors import Fault
from fogportable.events import Event
from fogportable.model import BootRule
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, decode
from tests.unit.boot.lockstep import Lockstep

SERVER = ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"))
NOBODY = (IPv4Address("0.0.0.0"), 68)
CLIENT = IPv4Address("192.168.88.134")
RULES = (
    BootRule(frozenset({0}), "undionly.kpxe"),
    BootRule(frozenset({7, 9}), "x64/ipxe.efi"),
    BootRule(frozenset({11}), "arm64/ipxe.efi"),
)


class Stage:
    """The engine, what it was told of files, and the time in monotonic seconds.

    It is two engines in lockstep: every test shows that an OFFER by stencil is the same.
    """

    def __init__(
        self,
        rules: tuple[BootRule, ...] = RULES,
        settings: ProxySettings | None = None,
        *,
        own_macs: frozenset[MacAddress] = frozenset(),
        own_addresses: frozenset[IPv4Address] = frozenset(),
    ) -> None:
        self.faults: dict[str, Fault] = {}
        self.looked_at: list[str] = []
        self.now = 1000.0
        self.engine = Lockstep(
            rules, settings, own_macs=own_macs, own_addresses=own_addresses, is_file_there=self._fault_of_file
        )

    def _fault_of_file(self, file: str) -> Fault | None:
        self.looked_at.append(file)
        return self.faults.get(file)

    def discovery(
        self, data: bytes, *, source: tuple[IPv4Address, int] = NOBODY, server: ServerIdentity = SERVER
    ) -> Outcome:
        """A datagram on port 67."""
        return self.engine.receive_datagram(data, port=DhcpPort.DISCOVERY, source=source, server=server, now=self.now)

    def boot_server(
        self, data: bytes, *, source: tuple[IPv4Address, int] = (CLIENT, 4011), server: ServerIdentity = SERVER
    ) -> Outcome:
        """A datagram on port 4011."""
        return self.engine.receive_datagram(data, port=DhcpPort.BOOT_SERVER, source=source, server=server, now=self.now)

    def deliver(self, mac: MacAddress, file: str) -> None:
        """TFTP gave the whole file to this client."""
        self.engine.note_loader_delivered(mac, file, self.now)


def replied(outcome: Outcome) -> DhcpPacket:
    """The reply as a packet. Fails when there is none."""
    assert outcome.reply is not None, outcome
    return decode(outcome.reply.payload)


def only_event(outcome: Outcome) -> Event:
    """The one event of a silent outcome."""
    assert outcome.reply is None
    assert len(outcome.events) == 1, outcome.events
    return outcome.events[0]
