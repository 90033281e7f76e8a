"""Facts sorted by computer: who asked, who answered, which files went where. Bounded in everything it keeps."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from typing import TypeVar

from fogportable.diagnosis.dhcp_desk import DhcpDesk
from fogportable.diagnosis.facts import (
    ArpFact,
    BpduFact,
    DhcpFact,
    DhcpUnreadable,
    Endpoint,
    Fact,
    FragmentsLost,
    IcmpFact,
    Ipv6Fact,
    NameFact,
    TcpFact,
    TcpKind,
    TftpFact,
)
from fogportable.diagnosis.runs import Client, Run, Software
from fogportable.diagnosis.transfers import START, Fetch, Moment, Transfer
from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.tftp.packets import Opcode

#: Transfers and connections at once, and items of a kind in one run.
CAPACITY = 4096
MOST_IN_RUN = 512
#: Most hardware addresses remembered as heard.
MOST_HEARD = 4096
#: The same packet within this time (s) is one that the capture holds twice; nobody asks again so soon.
COPY_WITHIN_S = 0.05

_BOOT_SERVER_PORT = 4011

_Item = TypeVar("_Item")


@dataclass(slots=True)
class Spanning:
    """What was heard of spanning tree on this wire."""

    first: BpduFact | None = None
    blocked: BpduFact | None = None

    def take(self, fact: BpduFact) -> None:
        """One message."""
        self.first = self.first or fact
        if fact.is_forwarding is False:
            self.blocked = self.blocked or fact


@dataclass(slots=True)
class Conversations:
    """Feed with `take` in order of time, then hand to `diagnose`.

    heard: when each hardware address was heard first, computers and others. end: the last frame of the capture.
    """

    clients: OrderedDict[MacAddress, Client] = field(default_factory=OrderedDict)
    spanning: Spanning = field(default_factory=Spanning)
    heard: dict[MacAddress, Moment] = field(default_factory=dict)
    begin: Moment | None = None
    end: Moment = START
    has_unicast_dhcp: bool = False
    _owners: dict[IPv4Address, MacAddress] = field(default_factory=dict)
    _transfers: OrderedDict[Endpoint, Transfer] = field(default_factory=OrderedDict)
    _fetches: OrderedDict[tuple[Endpoint, Endpoint], Fetch] = field(default_factory=OrderedDict)
    _desk: DhcpDesk = field(default_factory=DhcpDesk)
    _last_copy: tuple[object, ...] = ()
    _last_copy_s: float = 0.0
    _hears: tuple[int, bool] = (-1, False)

    def take(self, fact: Fact) -> None:
        """One fact."""
        now = Moment(fact.frame, fact.time_s)
        self.begin = self.begin or now
        if fact.frame >= self.end.frame:
            self.end = now
        if fact.sender is not None and fact.sender not in self.heard and len(self.heard) < MOST_HEARD:
            self.heard[fact.sender] = now
        match fact:
            case TftpFact():
                self._take_tftp(fact)
            case TcpFact():
                self._take_tcp(fact)
            case DhcpFact():
                self._take_dhcp(fact)
            case DhcpUnreadable():
                self._take_unreadable(fact)
            case ArpFact():
                self._take_arp(fact)
            case IcmpFact():
                self._take_icmp(fact)
            case BpduFact():
                self.spanning.take(fact)
            case FragmentsLost():
                self._take_lost(fact)
            case NameFact():
                self._take_name(fact)
            case Ipv6Fact():
                self._take_ipv6(fact)
            case _:
                self._note_alive(fact)

    @property
    def hears_servers(self) -> bool:
        """Somebody was heard who does not boot: servers, or any other machine."""
        known_at, known = self._hears
        if known_at != self.end.frame:
            switch = None if self.spanning.first is None else self.spanning.first.sender
            # Spanning tree is heard through a port that lets nothing else through.
            known = any(mac != switch and not self._boots(mac) for mac in self.heard)
            self._hears = (self.end.frame, known)
        return known

    def _boots(self, mac: MacAddress) -> bool:
        client = self.clients.get(mac)
        return client is not None and any(run.software is not Software.SYSTEM for run in client.runs)

    # --- who is who ----------------------------------------------------------------------------------------------

    def client(self, mac: MacAddress) -> Client:
        """The computer with this address, known from now on. Beyond the bound the one not heard for longest goes."""
        known = self.clients.get(mac)
        if known is None:
            known = self.clients[mac] = Client(mac)
            if len(self.clients) > CAPACITY:
                self.clients.popitem(last=False)
        self.clients.move_to_end(mac)
        return known

    def _owner(self, address: IPv4Address) -> Client | None:
        mac = self._owners.get(address)
        return None if mac is None else self.clients.get(mac)

    def _own(self, address: IPv4Address, client: Client) -> None:
        if address == NO_ADDRESS:
            return
        if len(self._owners) > CAPACITY:
            self._owners.clear()
        self._owners[address] = client.mac
        if address not in client.addresses and len(client.addresses) < 16:
            client.addresses.append(address)

    def _run_at(self, address: IPv4Address, fact: Fact) -> Run | None:
        """The run that goes on at an address; by the sender's hardware address where no DHCP was seen."""
        client = self._owner(address)
        if client is None:
            if fact.sender is None:
                return None
            client = self.client(fact.sender)
            self._own(address, client)
        moment = Moment(fact.frame, fact.time_s)
        client.last = moment
        if client.run is None:
            client.runs.append(Run(Software.UNSEEN, None, moment))
        run = client.runs[-1]
        run.last = moment
        return run

    # --- facts by kind -------------------------------------------------------------------------------------------

    def _take_dhcp(self, fact: DhcpFact) -> None:
        mac = fact.packet.mac
        if mac is None:
            return
        copy = (fact.packet, fact.source, fact.destination)
        if copy == self._last_copy and fact.time_s - self._last_copy_s < COPY_WITHIN_S:
            return
        self._last_copy, self._last_copy_s = copy, fact.time_s
        if fact.packet.op == 2 and int(fact.destination[0]) != 0xFFFFFFFF:
            self.has_unicast_dhcp = True
        client = self.client(mac)
        for address in self._desk.take(client, fact):
            self._own(address, client)

    def _take_unreadable(self, fact: DhcpUnreadable) -> None:
        if fact.client is not None and fact.is_request:
            client = self.client(fact.client)
            moment = Moment(fact.frame, fact.time_s)
            if client.run is None:
                client.runs.append(Run(Software.UNSEEN, None, moment))
            _keep(client.runs[-1].unreadable, fact)
            client.last = client.runs[-1].last = moment

    def _take_tftp(self, fact: TftpFact) -> None:
        if fact.request is not None:
            self._take_read_request(fact, fact.request.opcode)
            return
        transfer = self._transfers.get(fact.destination) or self._transfers.get(fact.source)
        if transfer is None:
            return
        transfer.take(fact)
        if fact.source == transfer.client:
            self._run_at(fact.source[0], fact)

    def _take_read_request(self, fact: TftpFact, opcode: Opcode) -> None:
        assert fact.request is not None
        known = self._transfers.get(fact.source)
        run = self._run_at(fact.source[0], fact)
        if (
            known is not None
            and known.name == fact.request.filename
            and known.error is None
            and not known.highest_ack > 0
        ):
            known.take(fact)
            return
        if run is None or opcode is not Opcode.RRQ:
            return
        now = Moment(fact.frame, fact.time_s)
        transfer = Transfer(fact.source, fact.destination, fact.request, now, now, [now])
        self._transfers[fact.source] = transfer
        if len(self._transfers) > CAPACITY:
            self._transfers.popitem(last=False)
        _keep(run.transfers, transfer)

    def _take_tcp(self, fact: TcpFact) -> None:
        is_from_client = fact.kind in (TcpKind.OPEN, TcpKind.REQUEST)
        key = (fact.source, fact.destination) if is_from_client else (fact.destination, fact.source)
        fetch = self._fetches.get(key) or self._fetches.get((key[1], key[0]))
        is_next = fact.kind is TcpKind.REQUEST and fetch is not None and fetch.asked_at is not None
        is_anew = fact.kind is TcpKind.OPEN and fetch is not None and fetch.asked_at is not None
        if fetch is not None and not is_next and not is_anew:
            fetch.take(fact)
            if is_from_client:
                self._run_at(fact.source[0], fact)
            return
        if not is_from_client or not self._is_of_interest(fact):
            return
        run = self._run_at(fact.source[0], fact)
        if run is None:
            return
        now = Moment(fact.frame, fact.time_s)
        fetch = Fetch(fact.source, fact.destination, now, now)
        fetch.take(fact)
        self._fetches[key] = fetch
        if len(self._fetches) > CAPACITY:
            self._fetches.popitem(last=False)
        _keep(run.fetches, fetch)

    def _is_of_interest(self, fact: TcpFact) -> bool:
        """Connections of computers that boot, not everybody's."""
        client = self._owner(fact.source[0])
        return client is not None and client.run is not None

    def _take_arp(self, fact: ArpFact) -> None:
        client = self.clients.get(fact.owner)
        if client is not None and client.run is not None:
            client.last = client.run.last = Moment(fact.frame, fact.time_s)
            if fact.address != NO_ADDRESS and fact.address not in self._owners:
                self._own(fact.address, client)
            last = client.run.arps[-1] if client.run.arps else None
            is_copy = last is not None and last.target == fact.target and fact.time_s - last.time_s < COPY_WITHIN_S
            if fact.is_request and fact.target != fact.address and not is_copy:
                _keep(client.run.arps, fact)
        asker = self._owner(fact.target)
        if asker is not None and asker.run is not None and not fact.is_request and asker.mac != fact.owner:
            asker.run.arp_answered.add(fact.address)

    def _take_icmp(self, fact: IcmpFact) -> None:
        transfer = self._transfers.get(fact.about_source)
        if transfer is not None and fact.about_destination[0] in (transfer.server[0], fact.source):
            _keep(transfer.unreachable, fact)
            return
        backwards = self._transfers.get(fact.about_destination)
        if backwards is not None:
            _keep(backwards.refused_by_client, fact)
            return
        fetch = self._fetches.get((fact.about_source, fact.about_destination))
        if fetch is not None:
            _keep(fetch.unreachable, fact)
            return
        client = self._owner(fact.about_source[0])
        if client is not None and client.run is not None and fact.about_destination[1] == _BOOT_SERVER_PORT:
            for ask in client.run.asks[-1:]:
                _keep(ask.unreachable, fact)

    def _take_lost(self, fact: FragmentsLost) -> None:
        client = self._owner(fact.destination) or self._owner(fact.source)
        if client is not None:
            earlier = [run for run in client.runs if run.begin.frame <= fact.frame]
            for run in earlier[-1:]:
                _keep(run.lost, fact)
                begun = [each for each in run.transfers if each.begin.frame < fact.frame]
                for transfer in begun[-1:]:
                    transfer.note_lost(Moment(fact.frame, fact.time_s))

    def _take_name(self, fact: NameFact) -> None:
        client = self._owner(fact.client[0])
        if client is None or client.run is None:
            self._note_alive(fact)
            return
        if fact.is_known is None:
            client.last = client.run.last = Moment(fact.frame, fact.time_s)
        _keep(client.run.names, fact)

    def _take_ipv6(self, fact: Ipv6Fact) -> None:
        client = None if fact.sender is None else self.clients.get(fact.sender)
        if client is not None and client.run is not None:
            client.last = client.run.last = Moment(fact.frame, fact.time_s)
            _keep(client.run.ipv6, fact)

    def _note_alive(self, fact: Fact) -> None:
        client = None if fact.sender is None else self.clients.get(fact.sender)
        if client is not None:
            client.last = Moment(fact.frame, fact.time_s)


def _keep(items: list[_Item], item: _Item) -> None:
    if len(items) < MOST_IN_RUN:
        items.append(item)
