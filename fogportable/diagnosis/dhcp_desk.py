"""Where a DHCP packet belongs in what a computer does: to which run, as what."""

from __future__ import annotations

from ipaddress import IPv4Address
from typing import TypeVar

from fogportable.diagnosis.facts import DhcpFact
from fogportable.diagnosis.runs import BOOTERS, BootAsk, Client, Reply, Run, Software
from fogportable.diagnosis.transfers import Moment
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.dhcp import BOOTREQUEST, DhcpPacket, MessageType, OptionCode
from fogportable.protocol.pxe import BootItem, DhcpPort, read_offer
from fogportable.protocol.pxe.classify import user_classes
from fogportable.protocol.pxe.vendor_options import boot_item

#: A DISCOVER after this long without anything between (s) is another beginning.
NEW_AFTER_S = 90.0
MOST_RUNS = 256
MOST_PACKETS = 128

_SCRIPT_LOADERS = frozenset({b"iPXE", b"gPXE"})
_PXE, _HTTP = b"PXEClient", b"HTTPClient"

_Item = TypeVar("_Item")


class DhcpDesk:
    """Keeps nothing itself."""

    def take(self, client: Client, fact: DhcpFact) -> tuple[IPv4Address, ...]:
        """Put a packet where it belongs. Returns addresses that the client now has."""
        if fact.packet.op == BOOTREQUEST:
            return self._take_request(client, fact)
        return self._take_reply(client, fact)

    def _take_request(self, client: Client, fact: DhcpFact) -> tuple[IPv4Address, ...]:
        packet = fact.packet
        item = boot_item(packet.options.get(OptionCode.VENDOR_OPTIONS, b""))
        kind = packet.message_type
        is_for_boot_server = fact.destination[1] == DhcpPort.BOOT_SERVER.value or item is not None
        moment = Moment(fact.frame, fact.time_s)
        client.last = moment
        if kind is MessageType.DISCOVER and not is_for_boot_server:
            run = self._run_of_discover(client, fact)
            _keep(run.discovers, fact)
        elif kind in (MessageType.REQUEST, MessageType.INFORM, MessageType.DISCOVER):
            run = self._current(client, fact)
            if is_for_boot_server:
                _ask(run, fact, item)
            elif kind is MessageType.REQUEST:
                _keep(run.selects, fact)
        else:
            return ()
        run.last = moment
        has = [packet.ciaddr] if packet.ciaddr != NO_ADDRESS else []
        wanted = packet.address_option(OptionCode.REQUESTED_ADDRESS)
        if kind is MessageType.REQUEST and wanted is not None:
            has.append(wanted)
        return tuple(has)

    def _run_of_discover(self, client: Client, fact: DhcpFact) -> Run:
        software = software_of(fact.packet)
        run = client.run
        is_same = run is not None and run.software is software and run.arch in (None, arch_of(fact.packet))
        if run is not None and is_same and not run.has_lease and not _is_old(run, fact):
            return run
        return _begin(client, fact, software)

    def _current(self, client: Client, fact: DhcpFact) -> Run:
        """The run that a REQUEST goes on with; a new one when the capture begins with it."""
        run = client.run
        software = software_of(fact.packet)
        if run is None:
            return _begin(client, fact, software)
        if run.software is Software.UNSEEN and not run.discovers and software in BOOTERS:
            run.software, run.arch = software, arch_of(fact.packet)
        # iPXE's request to a boot server repeats the class that it was told, and so may a system's renewal.
        is_same = run.software is software or not {run.software, software} <= BOOTERS
        return run if is_same else _begin(client, fact, software)

    def _take_reply(self, client: Client, fact: DhcpFact) -> tuple[IPv4Address, ...]:
        run = client.run
        offer = read_offer(fact.packet, fact.source)
        if run is None:
            if offer is None or not (offer.is_proxy or offer.says_pxe):
                return ()
            run = _begin(client, fact, Software.UNSEEN)
        if offer is None:
            if fact.packet.message_type is MessageType.NAK:
                _keep(run.naks, fact)
            return ()
        reply = Reply(fact, offer)
        ask = _asked(run, fact)
        if ask is not None:
            _keep(ask.answers, reply)
            return ()
        if fact.packet.message_type is MessageType.ACK:
            if fact.packet.yiaddr == NO_ADDRESS:
                return ()
            _keep(run.acks, reply)
            return (fact.packet.yiaddr,)
        _keep(run.offers, reply)
        return ()


def software_of(packet: DhcpPacket) -> Software:
    """Who sent a request."""
    vendor_class = packet.options.get(OptionCode.VENDOR_CLASS, b"")
    classes = user_classes(packet.options.get(OptionCode.USER_CLASS, b""))
    if OptionCode.IPXE in packet.options or not _SCRIPT_LOADERS.isdisjoint(classes):
        return Software.IPXE
    if vendor_class.startswith(_HTTP):
        return Software.HTTP_FIRMWARE
    # U-Boot has a class of its own; its architecture says that it boots (RFC 4578, section 2.1).
    if vendor_class.startswith(_PXE) or OptionCode.CLIENT_ARCH in packet.options:
        return Software.FIRMWARE
    return Software.SYSTEM


def arch_of(packet: DhcpPacket) -> int | None:
    """The number of option 93, else the digits in the class."""
    option = packet.options.get(OptionCode.CLIENT_ARCH, b"")
    if len(option) >= 2:
        return int.from_bytes(option[:2], "big")
    digits = packet.options.get(OptionCode.VENDOR_CLASS, b"").partition(b":Arch:")[2][:5]
    return int(digits) if len(digits) == 5 and digits.isdigit() else None


def _is_old(run: Run, fact: DhcpFact) -> bool:
    return bool(run.discovers) and fact.time_s - run.discovers[-1].time_s > NEW_AFTER_S


def _begin(client: Client, fact: DhcpFact, software: Software) -> Run:
    moment = Moment(fact.frame, fact.time_s)
    run = Run(software, arch_of(fact.packet) if fact.packet.op == BOOTREQUEST else None, moment, last=moment)
    if len(client.runs) >= MOST_RUNS:
        del client.runs[0]
    client.runs.append(run)
    return run


def _ask(run: Run, fact: DhcpFact, item: BootItem | None) -> None:
    server, port = fact.destination
    for ask in run.asks[-4:]:
        if (ask.server, ask.port, ask.item) == (server, port, item):
            _keep(ask.requests, fact)
            return
    if len(run.asks) < MOST_PACKETS:
        run.asks.append(BootAsk(server, port, item, [fact]))


def _asked(run: Run, fact: DhcpFact) -> BootAsk | None:
    """The request to a boot server that a reply answers; None for one about addresses."""
    if not run.asks:
        return None
    packet, port = fact.packet, DhcpPort.BOOT_SERVER.value
    is_from_boot_server = port in (fact.source[1], fact.destination[1])
    same = [ask for ask in run.asks if any(each.packet.xid == packet.xid for each in ask.requests)]
    if is_from_boot_server:
        of_sender = [ask for ask in same or run.asks if ask.server == fact.source[0]]
        return (of_sender or same or run.asks)[-1]
    # A menu entry looked for by broadcast is answered from port 67, and with a number of its own.
    is_lease = any(each.packet.xid == packet.xid for each in (*run.discovers, *run.selects))
    return same[-1] if same and not is_lease else None


def _keep(items: list[_Item], item: _Item) -> None:
    if len(items) < MOST_PACKETS:
        items.append(item)
