"""Whatever happens: one address has one client, and a static host's address only its own."""

from __future__ import annotations

from ipaddress import IPv4Address

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from fogportable.boot.leasing.book import Binding, LeaseBook
from fogportable.model import StaticHost
from fogportable.protocol.dhcp import MessageType
from tests.unit.boot.leasing.server import FIRST, OURS, Server, frame, network, packet_of, pc

STATIC = StaticHost(pc(0), IPv4Address("192.168.50.22"), "client111", is_infinite=True)
_PCS = st.integers(0, 7)
_ADDRESSES = st.integers(18, 28).map(lambda number: f"192.168.50.{number}")


class Room(RuleBasedStateMachine):
    """Computers that say anything at any time, on a network with six addresses.

    `held` is what the computers believe: an ACK not older than the lease.
    """

    def __init__(self) -> None:
        super().__init__()
        self.server = Server(network(STATIC, last=IPv4Address("192.168.50.25"), lease_s=600))
        self.held: dict[int, tuple[IPv4Address, float]] = {}

    def _hear(self, number: int, data: bytes) -> None:
        packet = packet_of(self.server.hear(data))
        if packet is None:
            return
        if packet.message_type is MessageType.ACK:
            ends = float("inf") if number == 0 and packet.yiaddr == STATIC.address else self.server.now + 600
            self.held[number] = (packet.yiaddr, ends)
        elif packet.message_type is MessageType.NAK:
            self.held.pop(number, None)

    @rule(number=_PCS, wish=st.one_of(st.just(""), _ADDRESSES))
    def discover(self, number: int, wish: str) -> None:
        offer = packet_of(self.server.hear(frame(pc(number), MessageType.DISCOVER, wish=wish)))
        if offer is not None:
            request = frame(pc(number), MessageType.REQUEST, wish=str(offer.yiaddr), server=str(OURS.ip))
            self._hear(number, request)

    @rule(number=_PCS)
    def only_discover(self, number: int) -> None:
        self.server.discover(pc(number))

    @rule(number=_PCS, wish=_ADDRESSES, server=st.sampled_from(["", "192.168.50.1", "192.168.50.9"]))
    def request(self, number: int, wish: str, server: str) -> None:
        self._hear(number, frame(pc(number), MessageType.REQUEST, wish=wish, server=server))

    @rule(number=_PCS, address=_ADDRESSES)
    def renew(self, number: int, address: str) -> None:
        self._hear(number, frame(pc(number), MessageType.REQUEST, ciaddr=address))

    @rule(number=_PCS)
    def release(self, number: int) -> None:
        address, _ = self.held.pop(number, (FIRST, 0.0))
        self.server.hear(frame(pc(number), MessageType.RELEASE, ciaddr=str(address)))

    @rule(number=_PCS, address=_ADDRESSES)
    def decline(self, number: int, address: str) -> None:
        if self.held.get(number, (None, 0.0))[0] == IPv4Address(address):
            del self.held[number]
        self.server.hear(frame(pc(number), MessageType.DECLINE, wish=address, server=str(OURS.ip)))

    @rule(seconds=st.sampled_from([0.5, 11.0, 61.0, 301.0, 599.0, 700.0]))
    def wait(self, seconds: float) -> None:
        self.server.now += seconds
        self.held = {number: each for number, each in self.held.items() if each[1] > self.server.now}

    @invariant()
    def nobody_shares_an_address(self) -> None:
        addresses = [address for address, _ in self.held.values()]
        assert len(set(addresses)) == len(addresses), self.held

    @invariant()
    def the_static_address_is_its_own(self) -> None:
        assert {number for number, (address, _) in self.held.items() if address == STATIC.address} <= {0}

    @invariant()
    def all_addresses_lie_in_the_range(self) -> None:
        allowed = {IPv4Address(f"192.168.50.{number}") for number in range(20, 26)}
        assert {address for address, _ in self.held.values()} <= allowed


TestRoom = Room.TestCase
TestRoom.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


def _book(*hosts: StaticHost) -> LeaseBook:
    return LeaseBook(network(*hosts), OURS.network, OURS.ip)


def test_what_was_kept_is_given_to_its_computer_again() -> None:
    book = _book()
    address = IPv4Address("192.168.50.25")
    book.restore([Binding(pc(1).octets, address, 2000.0, 900.0, is_given=True)], now=1000.0)
    assert book.preferred(pc(1).octets, None, 1000.0) == address
    assert not book.may_have(pc(2).octets, address, 1000.0)
    assert book.may_have(pc(2).octets, address, 2001.0)


def test_what_todays_settings_do_not_allow_is_not_taken_over() -> None:
    book = _book(StaticHost(pc(9), IPv4Address("192.168.50.21")))
    kept = [
        Binding(pc(1).octets, IPv4Address("192.168.50.200"), 9e9, 0.0, is_given=True),
        Binding(pc(2).octets, IPv4Address("192.168.50.21"), 9e9, 0.0, is_given=True),
        Binding(pc(3).octets, IPv4Address("192.168.50.23"), 9e9, 0.0, is_given=True),
        Binding(pc(4).octets, IPv4Address("192.168.50.23"), 9e9, 0.0, is_given=True),
    ]
    book.restore(kept, now=1000.0)
    assert [each.client for each in book.bindings()] == [pc(3).octets]


def test_our_own_address_the_router_and_name_servers_are_never_given() -> None:
    ours = IPv4Address("192.168.50.24")
    book = LeaseBook(network(), OURS.network, ours)
    assert not book.may_have(pc(1).octets, ours, 0.0)
    assert ours not in book.to_look_at(0.0, 100, is_short=True)


def test_a_range_too_long_is_used_in_part() -> None:
    book = LeaseBook(network(last=IPv4Address("192.169.255.255")), OURS.network, OURS.ip)
    assert len(book.to_look_at(0.0, 100_000, is_short=True)) <= 16_384
