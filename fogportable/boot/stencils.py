"""OFFERs to computers that are alike: written once, with holes for what tells the computers apart.

A room of computers of one model sends the same DISCOVER but for a number (xid), the seconds, the hardware address and
the machine's number. Where rules and lists know no single computer, the OFFER differs in the same places only, and so
do the events. Nothing here decides anything: the engine answers the first DISCOVER of a kind as any other, and a
stencil is made of that answer. It is used for a computer that the engine has nothing in mind of; all others go the
whole way, and so does whoever asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from ipaddress import IPv4Address

from fogportable.boot.answers import Decision
from fogportable.boot.askers import Asker, TokenBucket
from fogportable.boot.outcome import Arrival, Reply, answered, asked
from fogportable.boot.policy import SCRIPT_NAME, ServerIdentity
from fogportable.events import ClientAsked, OfferSent
from fogportable.model import OfferShape
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import OptionCode, decode
from fogportable.protocol.pxe import DhcpPort, PxeRequest, classify, reply_route
from fogportable.protocol.pxe.classify import uuid_text
from fogportable.protocol.pxe.raspberry_pi import is_raspberry_pi_hardware

#: Kinds of DISCOVERs kept. Beyond, all are made anew: a room has a few, and a flood of invented ones must not stay.
CAPACITY = 128
#: Layouts of one length. Each is tried in turn.
MOST_LAYOUTS = 4

#: Stencils made: making one costs three times an answer.
MADE_PER_S = 10.0
MADE_BURST = 32.0

# Places in a DHCP packet (RFC 2131 2).
_OP_TO_HOPS, _XID, _SECS = slice(0, 4), slice(4, 8), slice(8, 10)
_FLAGS_TO_GIADDR, _CHADDR, _HARDWARE = slice(10, 28), slice(28, 44), slice(28, 34)
_XID_TO_CHADDR = slice(8, 28)
_AFTER_CHADDR, _OPTIONS = 44, 240
_ETHERNET_BYTES = 6

#: How option 97 (RFC 4578 2.3) and an Ethernet client identifier (RFC 2132 9.14) begin.
_MACHINE, _MACHINE_BYTES = b"\x61\x11\x00", 16
_CLIENT = b"\x3d\x07\x01"

#: What is put into the holes to prove a stencil.
_OTHER_XID, _OTHER_SECS, _OTHER_HARDWARE = b"\xa5\x5a\xc3\x3c", b"\x12\x34", b"\x02\xfe\xdc\xba\x98\x76"
_OTHER_MACHINE = bytes(range(0xE0, 0xF0))

Key = tuple[object, ...]
Build = Callable[[PxeRequest], bytes | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a datagram the octets of its machine number and of its client identifier begin; 0 for nowhere."""

    machine: int
    client: int


@dataclass(frozen=True, slots=True)
class Climb:
    """How a new computer stands on the ladder of shapes. patience_s: see `ladder.patience_s`."""

    vendor_class: bytes
    shape: OfferShape
    patience_s: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Stencil:
    """One OFFER without what belongs to the single computer.

    asked, offered: the events, with the computer that it was made of. head, before, between, after: octets around xid,
    hardware address and machine number. climb: None where the shape is no question.
    """

    server: ServerIdentity
    asked: ClientAsked
    offered: OfferSent
    decision: Decision
    destination: tuple[IPv4Address, int]
    port: DhcpPort
    head: bytes
    before: bytes
    between: bytes
    after: bytes
    climb: Climb | None

    def write(self, first: FirstOffer) -> bytes:
        """The OFFER."""
        return b"".join((self.head, first.xid, self.before, first.chaddr, self.between, first.machine, self.after))

    def reply(self, first: FirstOffer) -> Reply:
        """The OFFER and its way."""
        return Reply(self.write(first), self.destination, self.port)


@dataclass(slots=True)
class FirstOffer:
    """A computer that is heard for the first time and offered what its like were. Not frozen: one is made each time.

    hardware: the octets that count of chaddr. xid, chaddr: as on the wire. machine: 16 octets of option 97, b"" without
    one. now: monotonic seconds.
    """

    stencil: Stencil
    hardware: bytes
    chaddr: bytes
    xid: bytes
    machine: bytes
    source: tuple[IPv4Address, int]
    now: float

    @property
    def option_97(self) -> bytes:
        """As the packet had it; b"" for none."""
        return b"\0" + self.machine if self.machine else b""

    def asked(self) -> ClientAsked:
        """It asks for network boot."""
        like = self.stencil.asked
        return ClientAsked(
            client=MacAddress(self.hardware),
            interface=like.interface,
            arch=like.arch,
            uuid=uuid_text(self.option_97),
            vendor_class=like.vendor_class,
            runs_ipxe=like.runs_ipxe,
            port=like.port,
        )

    def offered(self) -> OfferSent:
        """It was answered."""
        like = self.stencil.offered
        return OfferSent(
            client=MacAddress(self.hardware),
            interface=like.interface,
            arch=like.arch,
            file=like.file,
            next_server=like.next_server,
            destination=like.destination,
            shape=like.shape,
        )

    def asker(self) -> Asker:
        """What is remembered of it: as of anybody whose first DISCOVER was answered."""
        asker, decision = Asker(self.now), self.stencil.decision
        asker.answers.take(self.now)
        watch = asker.script if decision.is_script else asker.loader
        watch.comes_back(int.from_bytes(self.xid, "big"), self.now)
        if decision.is_script:
            asker.offered_script = decision.file_of_ours or SCRIPT_NAME
        elif decision.file_of_ours:
            asker.offered_file = decision.file_of_ours
        asker.asked_at = self.now
        asker.events.take(self.now, 2)
        return asker


class Stencils:
    """Those of one engine, by what their DISCOVERs have in common.

    layouts: where datagrams of one length have holes, so that nothing has to be looked for.
    """

    def __init__(self) -> None:
        self._stencils: dict[Key, Stencil] = {}
        self._layouts: dict[int, tuple[Layout, ...]] = {}
        self._made = TokenBucket(MADE_PER_S, MADE_BURST, 0.0)

    def find(
        self, data: bytes, source: tuple[IPv4Address, int], server: ServerIdentity, now: float
    ) -> FirstOffer | None:
        """What a DISCOVER on port 67 is offered that is like one before; None for what is like none."""
        for layout in self._layouts.get(len(data), ()):
            hardware = data[_HARDWARE]
            stencil = self._stencils.get(_key_of(data, hardware, layout, server))
            if stencil is not None and (stencil.server is server or stencil.server == server):
                machine = data[layout.machine : layout.machine + _MACHINE_BYTES] if layout.machine else b""
                return FirstOffer(stencil, hardware, data[_CHADDR], data[_XID], machine, source, now)
        return None

    def note(
        self, data: bytes, request: PxeRequest, decision: Decision, at: Arrival, climb: Climb | None, build: Build
    ) -> None:
        """Keep what computers like this one are offered, where their like can be told for certain.

        at: of port 67. decision: for one that is new. build: writes such an OFFER, None when it does not fit.
        """
        if request.packet.hlen != _ETHERNET_BYTES:
            return
        layout = _layout_of(data)
        key = _key_of(data, data[_HARDWARE], layout, at.server)
        if key in self._stencils or not self._made.take(at.now):
            return
        stencil = _cut(request, decision, at, climb, build(request), has_machine=bool(layout.machine))
        if stencil is None or not _is_proven(stencil, data, request, layout, build):
            return
        known = self._layouts.get(len(data), ())
        if len(self._stencils) >= CAPACITY or len(known) >= MOST_LAYOUTS:
            self._stencils.clear()
            self._layouts.clear()
            known = ()
        self._stencils[key] = stencil
        if layout not in known:
            self._layouts[len(data)] = (*known, layout)

    def __len__(self) -> int:
        return len(self._stencils)


def _layout_of(data: bytes) -> Layout:
    """Where the machine number and the client identifier seem to stand.

    What looks like such an option here may lie within another: a stencil is kept only after `_is_proven`.
    """
    machine, client = data.find(_MACHINE, _OPTIONS), data.find(_CLIENT + data[_HARDWARE], _OPTIONS)
    return Layout(machine + len(_MACHINE) if machine > 0 else 0, client + len(_CLIENT) if client > 0 else 0)


def _key_of(data: bytes, hardware: bytes, layout: Layout, server: ServerIdentity) -> Key:
    """Everything but what belongs to the single computer."""
    begin, end = data[_OP_TO_HOPS], data[_FLAGS_TO_GIADDR]
    is_pi = is_raspberry_pi_hardware(hardware)
    machine, client = layout.machine, layout.client
    after = machine + _MACHINE_BYTES if machine else _AFTER_CHADDR
    if not client:
        before = data[_AFTER_CHADDR:machine] if machine else b""
        return (server.interface, is_pi, begin, end, machine, 0, before, data[after:])
    pieces, start = [], _AFTER_CHADDR
    holes = [(client, client + _ETHERNET_BYTES), *([(machine, after)] if machine else [])]
    for first, last in sorted(holes):
        pieces.append(data[start:first])
        start = last
    return (server.interface, is_pi, begin, end, machine, client, *pieces, data[start:])


def _cut(
    request: PxeRequest, decision: Decision, at: Arrival, climb: Climb | None, offer: bytes | None, *, has_machine: bool
) -> Stencil | None:
    """The OFFER with holes; None where there is none, or where the machine number is not to be found in it."""
    if offer is None:
        return None
    between, after = offer[_AFTER_CHADDR:], b""
    if has_machine:
        option = _MACHINE + request.packet.options.get(OptionCode.CLIENT_MACHINE_ID, b"")[1:]
        found = offer.find(option, _OPTIONS)
        if found < 0 or len(option) != len(_MACHINE) + _MACHINE_BYTES:
            return None
        between, after = offer[_AFTER_CHADDR : found + len(_MACHINE)], offer[found + len(option) :]
    destination, port = reply_route(request.packet, at.port, at.source)
    offered = answered(request, decision, at, destination, is_ack=False)
    if not isinstance(offered, OfferSent):
        return None
    return Stencil(
        at.server,
        asked(request, at),
        offered,
        decision,
        destination,
        port,
        offer[_OP_TO_HOPS],
        offer[_XID_TO_CHADDR],
        between,
        after,
        climb,
    )


def _is_proven(stencil: Stencil, data: bytes, like: PxeRequest, layout: Layout, build: Build) -> bool:
    """Whether another computer of this kind is read and answered as the stencil says.

    The datagram is given another number, address and machine. If it then reads the same but for these, the holes are
    values that nothing else in the packet hangs on: a code or a length among their octets would have changed more.
    """
    altered = bytearray(data)
    altered[_XID], altered[_SECS], altered[_HARDWARE] = _OTHER_XID, _OTHER_SECS, _OTHER_HARDWARE
    options = dict(like.packet.options)
    machine, client = layout.machine, layout.client
    if machine:
        altered[machine : machine + _MACHINE_BYTES] = _OTHER_MACHINE
        options[OptionCode.CLIENT_MACHINE_ID] = b"\0" + _OTHER_MACHINE
    if client:
        altered[client : client + _ETHERNET_BYTES] = _OTHER_HARDWARE
        options[OptionCode.CLIENT_IDENTIFIER] = b"\1" + _OTHER_HARDWARE
    chaddr = bytes(altered[_CHADDR])
    expected = replace(
        like.packet,
        xid=int.from_bytes(_OTHER_XID, "big"),
        secs=int.from_bytes(_OTHER_SECS, "big"),
        chaddr=chaddr,
        options=options,
    )
    packet = decode(bytes(altered))
    if packet != expected or list(packet.options) != list(expected.options):
        return False
    request = classify(packet)
    if not isinstance(request, PxeRequest) or replace(request, packet=like.packet, mac=like.mac) != like:
        return False
    number = _OTHER_MACHINE if machine else b""
    other = FirstOffer(stencil, _OTHER_HARDWARE, chaddr, _OTHER_XID, number, (packet.ciaddr, 0), 0.0)
    return build(request) == stencil.write(other)
