"""The adaptive ladder: firmware that ignores one shape of offer gets the next. Pure; times are monotonic seconds.

When is a shape ignored? When the computer evidently has an address and still, 15 s later, has neither asked on port
4011 nor by TFTP or HTTP, and asks anew. That it has an address is shown by its own lease REQUEST, which passes by, or
by a DHCP server's offer to it that was seen while two rounds of its DISCOVERs were answered. Without either nothing is
known: a computer that asks again because no server gives it an address keeps its shape, however often it asks, and
that others get addresses proves nothing for this one. The REQUEST of its operating system is no evidence: what has
started has not ignored us.

Firmware that does what it is told is never made worse:
- A shape that the operator chose is the only one.
- A menu may lead to silence rightly: somebody reads it, boots from the local disk, or chooses another machine's boot
  server. One that waits for ever or has such an entry is never judged; another gets its countdown on top of the 15 s.
- Who is told directly to load from another machine is never judged: that load is not seen here.
- Who gets further is judged from the start again and keeps what it has.

A shape that made a computer load a file, after another was ignored, is remembered for its model: vendor class, first
three octets of its address, first eight digits of its machine number. The digits name the maker or the board with
many makers (Dell: 4c4c4544); where they are random the memory holds for the one computer, which harms nobody.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from fogportable.boot.stencils import FirstOffer
from fogportable.model import LearnedShape, OfferShape, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.pxe import PxeRequest
from fogportable.protocol.pxe.classify import uuid_text

#: How long nothing may follow on an address (s).
SILENT_S = 15.0

#: DISCOVERs closer together than this (s) with the same number are one round, sent or delivered twice.
_SAME_ROUND_S = 2.0
_ROUNDS = 2

#: Computers in mind, and models; beyond, those that were not heard for longest are forgotten.
CAPACITY = 4096
MOST_MODELS = 500

_UUID_DIGITS = 8
_OUI_BYTES = 3


@dataclass(frozen=True, slots=True)
class Model:
    """What computers share that are built alike."""

    vendor_class: str
    oui: str
    uuid_prefix: str


def model_of(request: PxeRequest) -> Model:
    """The model of who asks."""
    oui = MacAddress(request.mac.octets[:_OUI_BYTES])
    return Model(request.vendor_class, str(oui), (request.uuid_text or "")[:_UUID_DIGITS])


@dataclass(slots=True)
class _Climber:
    """One computer. Times are None for never; all from `rounds` on belong to the shape it has now."""

    signature: tuple[bytes, bytes]
    model: Model
    shape: OfferShape
    patience_s: float | None
    has_climbed: bool = False
    rounds: int = 0
    last_xid: int = -1
    heard_at: float = 0.0
    round_at: float | None = None
    lease_at: float | None = None
    address_at: float | None = None

    def start_anew(self) -> None:
        self.rounds = 0
        self.round_at = self.lease_at = self.address_at = None


class ShapeLadder:
    """Which shape each computer gets. For one thread. learned: what earlier runs found out."""

    def __init__(self, learned: Iterable[LearnedShape] = ()) -> None:
        self._learned: OrderedDict[Model, OfferShape] = OrderedDict()
        self._climbers: OrderedDict[bytes, _Climber | FirstOffer] = OrderedDict()
        self._learned_ouis = frozenset[str]()
        self.learn(learned)

    def learn(self, learned: Iterable[LearnedShape]) -> None:
        """Know only these models from now on, and judge everybody from the start."""
        self._climbers.clear()
        self._learned = OrderedDict(
            (Model(each.vendor_class, each.oui, each.uuid_prefix), each.shape) for each in learned
        )
        self._learned_ouis = frozenset(each.oui for each in self._learned)

    def is_new(self, hardware: bytes) -> bool:
        """Whether nothing is in mind of this computer, nor learned of any that share the first half of its address."""
        return hardware not in self._climbers and (
            not self._learned_ouis or hardware[:_OUI_BYTES].hex(":") not in self._learned_ouis
        )

    def add(self, first: FirstOffer) -> None:
        """A new computer that got the first shape."""
        self._put(first.hardware, first)

    def shape_for(
        self,
        request: PxeRequest,
        ways: tuple[OfferShape, ...],
        menu: PxeMenu,
        now: float,
        *,
        is_loaded_here: bool = True,
    ) -> tuple[OfferShape, OfferShape | None]:
        """The shape for a DISCOVER, and the one that was ignored before when it changes now.

        ways: in order. is_loaded_here: whether the file outside of the menu comes from this machine.
        """
        if len(ways) == 1:
            self._climbers.pop(request.mac.octets, None)
            return ways[0], None
        climber = self._touch(request, ways)
        is_new_round = request.packet.xid != climber.last_xid or now - climber.heard_at >= _SAME_ROUND_S
        climber.last_xid, climber.heard_at = request.packet.xid, now
        ignored = None
        if is_new_round and _has_ignored(climber, now):
            ignored = climber.shape
            order = self._order(climber.model, ways)
            climber.shape = order[(order.index(ignored) + 1) % len(order)]
            climber.has_climbed = True
            climber.start_anew()
        climber.patience_s = patience_s(climber.shape, menu, request.arch, is_loaded_here=is_loaded_here)
        if is_new_round:
            climber.rounds += 1
            climber.round_at = climber.round_at if climber.round_at is not None else now
        return climber.shape, ignored

    def shape_now(self, request: PxeRequest, ways: tuple[OfferShape, ...]) -> OfferShape:
        """The shape of who asks on port 4011: what it was offered."""
        climber = self._get(request.mac.octets)
        if climber is not None and climber.shape in ways:
            return climber.shape
        return self._order(model_of(request), ways)[0]

    def note_lease(self, hardware: bytes, now: float) -> None:
        """The firmware takes an address from a DHCP server."""
        climber = self._get(hardware)
        if climber is not None and climber.lease_at is None:
            climber.lease_at = now

    def note_address(self, hardware: bytes, now: float) -> None:
        """A DHCP server offers an address to the computer."""
        climber = self._get(hardware)
        if climber is not None and climber.address_at is None:
            climber.address_at = now

    def note_further(self, hardware: bytes) -> None:
        """The computer asks on port 4011, or its own system has started: nothing is ignored."""
        climber = self._get(hardware)
        if climber is not None:
            climber.start_anew()

    def note_loading(self, hardware: bytes) -> LearnedShape | None:
        """The computer asks for a file. Gives what is to be remembered of its model, None for nothing new."""
        climber = self._get(hardware)
        if climber is None:
            return None
        climber.start_anew()
        if not climber.has_climbed:
            return None
        climber.has_climbed = False
        if self._learned.get(climber.model) is climber.shape:
            return None
        self._learned[climber.model] = climber.shape
        self._learned.move_to_end(climber.model)
        if len(self._learned) > MOST_MODELS:
            self._learned.popitem(last=False)
        self._learned_ouis = frozenset(each.oui for each in self._learned)
        model = climber.model
        return LearnedShape(model.vendor_class, model.oui, model.uuid_prefix, climber.shape)

    def __len__(self) -> int:
        return len(self._climbers)

    def _touch(self, request: PxeRequest, ways: tuple[OfferShape, ...]) -> _Climber:
        hardware = request.mac.octets
        climber = self._get(hardware)
        options = request.packet.options
        # What the model is read from, so that it is read once per computer.
        signature = (options[OptionCode.VENDOR_CLASS], options.get(OptionCode.CLIENT_MACHINE_ID, b""))
        if climber is None or climber.signature != signature or climber.shape not in ways:
            model = model_of(request)
            climber = _Climber(signature, model, self._order(model, ways)[0], SILENT_S)
            self._put(hardware, climber)
        self._climbers.move_to_end(hardware)
        return climber

    def _put(self, hardware: bytes, climber: _Climber | FirstOffer) -> None:
        self._climbers[hardware] = climber
        if len(self._climbers) > CAPACITY:
            self._climbers.popitem(last=False)

    def _get(self, hardware: bytes) -> _Climber | None:
        found = self._climbers.get(hardware)
        if not isinstance(found, FirstOffer):
            return found
        climber = self._climbers[hardware] = _after_first(found)
        return climber

    def _order(self, model: Model, ways: tuple[OfferShape, ...]) -> tuple[OfferShape, ...]:
        """What its model took goes first."""
        known = self._learned.get(model)
        if known is None or known not in ways:
            return ways
        return (known, *(each for each in ways if each is not known))


def _after_first(first: FirstOffer) -> _Climber:
    """As of anybody whose first DISCOVER was answered."""
    climb, asked = first.stencil.climb, first.stencil.asked
    assert climb is not None
    machine = first.option_97
    oui = first.hardware[:_OUI_BYTES].hex(":")
    return _Climber(
        signature=(climb.vendor_class, machine),
        model=Model(asked.vendor_class, oui, (uuid_text(machine) or "")[:_UUID_DIGITS]),
        shape=climb.shape,
        patience_s=climb.patience_s,
        rounds=1,
        last_xid=int.from_bytes(first.xid, "big"),
        heard_at=first.now,
        round_at=first.now,
    )


def _has_ignored(climber: _Climber, now: float) -> bool:
    if climber.patience_s is None:
        return False
    if climber.lease_at is not None:
        return now - climber.lease_at >= climber.patience_s
    if climber.address_at is None or climber.round_at is None or climber.rounds < _ROUNDS:
        return False
    return now - max(climber.address_at, climber.round_at) >= climber.patience_s


def patience_s(shape: OfferShape, menu: PxeMenu, arch: int, *, is_loaded_here: bool = True) -> float | None:
    """How long after an address silence means that the shape was ignored (s); None where it never does."""
    match shape:
        case OfferShape.MENU:
            is_judged = menu.timeout_s is not None and not any(map(_leads_away, menu.entries_for(arch)))
            return SILENT_S + (menu.timeout_s or 0) if is_judged else None
        case OfferShape.DIRECT:
            return SILENT_S if is_loaded_here else None
        case _:
            return SILENT_S  # The file may be elsewhere: that is asked for on our port 4011.


def _leads_away(entry: PxeEntry) -> bool:
    """Whether nothing is heard here of who chooses it. A boot server without an address is looked for by broadcast."""
    is_elsewhere = entry.action is PxeAction.BOOT_SERVER and entry.server is not None
    return is_elsewhere or entry.action is PxeAction.LOCAL_DISK
