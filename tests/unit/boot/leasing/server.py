"""A private network with a clock to turn, and computers that talk to its server."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface

from fogportable.boot.leasing.book import LeaseBook
from fogportable.boot.leasing.engine import LeaseEngine, LeaseOutcome
from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.boot.proxy_dhcp import ProxyDhcpEngine
from fogportable.model import BootRule, LeasingInterface, PrivateNetwork, ServingInterface, StaticHost
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, MessageType, OptionCode, decode, encode

OURS = IPv4Interface("192.168.50.1/24")
CARD = ServingInterface("eth1", 3, OURS, "eth1")
FIRST, LAST = IPv4Address("192.168.50.20"), IPv4Address("192.168.50.29")
RULES = (BootRule(frozenset({0}), "undionly.kpxe"), BootRule(frozenset({7, 9}), "x64/ipxe.efi"))


def pc(number: int) -> MacAddress:
    return MacAddress(bytes((0x3C, 0x52, 0x82, 0x6A, number >> 8, number & 0xFF)))


def network(*hosts: StaticHost, last: IPv4Address = LAST, lease_s: int = 3600) -> PrivateNetwork:
    return PrivateNetwork("eth1", FIRST, last, lease_s=lease_s, router=OURS.ip, domain="room.example", hosts=hosts)


class Server:
    """The engine on 192.168.50.1/24; `occupied` are addresses that somebody of their own uses."""

    def __init__(self, settings: PrivateNetwork | None = None, proxy: ProxySettings | None = None) -> None:
        self.settings = settings or network()
        self.now = 1000.0
        self.occupied: dict[IPv4Address, MacAddress] = {}
        self.book = LeaseBook(self.settings, OURS.network, OURS.ip)
        self.engine = LeaseEngine(
            LeasingInterface(CARD, self.settings),
            self.book,
            ProxyDhcpEngine(RULES, proxy, is_file_there=lambda _: None),
            ServerIdentity("eth1", OURS, http_port=8080),
            own_macs=frozenset({pc(9999)}),
        )

    def look(self) -> list[LeaseOutcome]:
        """Do the looks that are asked for, and give what follows."""
        outcomes = [
            self.engine.note_look(address, self.occupied.get(address), self.now)
            for address in self.engine.to_look_at(self.now)
        ]
        return [*outcomes, *self.engine.answer_waiting(self.now)]

    def hear(self, frame: bytes, source: str = "0.0.0.0") -> LeaseOutcome:
        """One datagram; when the answer needs a look, that is done at once."""
        outcome = self.engine.receive_datagram(frame, source=(IPv4Address(source), 68), now=self.now)
        if outcome.reply is None and not outcome.events:
            for later in self.look():
                outcome = later if later.reply is not None else replace(outcome, events=outcome.events + later.events)
        return outcome

    def discover(self, mac: MacAddress, wish: str = "") -> DhcpPacket | None:
        return packet_of(self.hear(frame(mac, MessageType.DISCOVER, wish=wish)))

    def take(self, mac: MacAddress, offer: DhcpPacket) -> DhcpPacket | None:
        """The REQUEST that follows an OFFER."""
        return packet_of(self.hear(frame(mac, MessageType.REQUEST, wish=str(offer.yiaddr), server=str(OURS.ip))))

    def lease(self, mac: MacAddress) -> IPv4Address | None:
        """A whole DISCOVER to ACK; None when that led to no address."""
        offer = self.discover(mac)
        ack = self.take(mac, offer) if offer is not None else None
        return ack.yiaddr if ack is not None and ack.message_type is MessageType.ACK else None


def frame(
    mac: MacAddress,
    kind: MessageType,
    *,
    wish: str = "",
    server: str = "",
    ciaddr: str = "0.0.0.0",
    options: dict[int, bytes] | None = None,
) -> bytes:
    """What an ordinary computer sends."""
    said: dict[int, bytes] = {OptionCode.MESSAGE_TYPE: bytes([kind])}
    if wish:
        said[OptionCode.REQUESTED_ADDRESS] = IPv4Address(wish).packed
    if server:
        said[OptionCode.SERVER_IDENTIFIER] = IPv4Address(server).packed
    said |= options or {}
    chaddr = mac.octets.ljust(16, b"\0")
    return encode(DhcpPacket(xid=7, chaddr=chaddr, ciaddr=IPv4Address(ciaddr), options=said))


def packet_of(outcome: LeaseOutcome) -> DhcpPacket | None:
    return decode(outcome.reply.payload) if outcome.reply is not None else None
