"""OFFERs by stencil: the same as those the whole way leads to, for new computers only, and bounded.

Every test that plays a `Stage` runs both ways in lockstep as well, and so do the golden cases and the fuzz corpus.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.boot import askers, ladder, stencils
from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.boot.proxy_dhcp import DhcpPort
from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import BootRule, ClientLists, LearnedShape, OfferShape
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.dhcp import OptionCode, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.simulator.firmware import Machine, Persona, discover
from tests.unit.boot.engine import CLIENT, NOBODY, RULES
from tests.unit.boot.lockstep import Lockstep, like
from tests.unit.boot.test_proxy_dhcp_property import SERVER, SETTINGS, frames
from tests.unit.protocol.dhcp.frames import ALL_FRAMES, EDK2_DISCOVER, HTTP_DISCOVER, IPXE_DISCOVER, varied

BIOS_DISCOVER = discover(Persona.ROM, Machine(MacAddress(b"\x52\x54\0\0\0\1"), 0, bytes(range(16))), xid=1, secs=0)


def _engine(rules: tuple[BootRule, ...] = RULES, settings: ProxySettings | None = None, **more: object) -> Lockstep:
    def look(_: str) -> Fault | None:
        return None

    return Lockstep(rules, settings, is_file_there=look, has_siblings=False, **more)  # type: ignore[arg-type]


def _ask(engine: Lockstep, data: bytes, now: float = 1000.0, server: ServerIdentity = SERVER) -> bytes | None:
    outcome = engine.receive_datagram(data, port=DhcpPort.DISCOVERY, source=NOBODY, server=server, now=now)
    return outcome.reply.payload if outcome.reply is not None else None


@pytest.mark.parametrize("frame", [EDK2_DISCOVER, IPXE_DISCOVER, HTTP_DISCOVER, BIOS_DISCOVER])
def test_a_room_of_one_model_is_answered_by_one_stencil(frame: bytes) -> None:
    engine = _engine()
    offers = {_ask(engine, like(frame, number)) for number in range(1, 31)}
    assert None not in offers
    assert len(offers) == 30
    assert engine.quick_answers == 29


def test_who_asks_again_goes_the_whole_way() -> None:
    engine = _engine()
    for _ in range(2):
        for number in range(1, 4):
            _ask(engine, like(EDK2_DISCOVER, number))
    assert engine.quick_answers == 2


@pytest.mark.parametrize(
    ("rules", "lists"),
    [
        ((BootRule(frozenset({7}), "a.efi", macs=(MacPattern(b"\x52\x54"),)), *RULES), ClientLists()),
        (RULES, ClientLists(deny=(MacPattern(b"\x02\xaa"),))),
        (RULES, ClientLists(allow=(MacPattern(b"\x52\x54"),))),
    ],
)
def test_no_stencil_where_single_computers_are_told_apart(rules: tuple[BootRule, ...], lists: ClientLists) -> None:
    engine = _engine(rules, ProxySettings(clients=lists))
    assert all(_ask(engine, like(EDK2_DISCOVER, number)) for number in range(1, 5))
    assert engine.quick_answers == 0


def test_raspberry_pi_is_no_pc_with_bios() -> None:
    engine = _engine()
    pi = bytearray(like(BIOS_DISCOVER, 9))
    pi[28:31] = bytes.fromhex("b827eb")
    for data in (BIOS_DISCOVER, bytes(pi), like(BIOS_DISCOVER, 2), like(bytes(pi), 3)):
        assert _ask(engine, data)
    assert engine.quick_answers == 2


def test_cards_have_stencils_of_their_own() -> None:
    engine = _engine()
    other = replace(SERVER, interface="eth1")
    for server in (SERVER, other):
        for number in (1, 2):
            assert _ask(engine, like(EDK2_DISCOVER, number + 10 * (server is other)), server=server)
    assert engine.quick_answers == 2


@pytest.mark.parametrize(
    "decoy",
    [
        {OptionCode.HOST_NAME: b"\x61\x11\0" + bytes(range(16))},
        {OptionCode.HOST_NAME: b"\x61\x11\0"},
        {OptionCode.CLIENT_IDENTIFIER: b"\x61\x11\0" + bytes(range(20))},
        {OptionCode.CLIENT_MACHINE_ID: b"\x61\x11\0" + bytes(range(14))},
    ],
)
def test_what_only_looks_like_a_machine_number_is_none(decoy: dict[int, bytes | None]) -> None:
    packet = decode(EDK2_DISCOVER)
    machine = packet.options.get(OptionCode.CLIENT_MACHINE_ID)
    first = varied(EDK2_DISCOVER, {OptionCode.CLIENT_MACHINE_ID: None})
    frame = varied(first, {**decoy, OptionCode.CLIENT_MACHINE_ID: decoy.get(OptionCode.CLIENT_MACHINE_ID, machine)})
    engine = _engine()
    for number in range(1, 5):
        _ask(engine, like(frame, number))
    assert engine.quick_answers == 0


def test_address_that_reads_as_options_changes_nothing() -> None:
    """The address stands in the client identifier, and the octets of one address are those of another option."""
    engine = _engine()
    for hardware in (bytes.fromhex("3d0701000001"), bytes.fromhex("5d020000ff00"), bytes.fromhex("610d00000000")):
        for number in (1, 2):
            frame = bytearray(like(IPXE_DISCOVER, number))
            at = frame.index(b"\x3d\x07\x01", 240) + 3
            frame[28:34] = frame[at : at + 6] = hardware[:5] + bytes([number])
            _ask(engine, bytes(frame))


def test_missing_file_is_told_of_every_computer() -> None:
    fault = describe(FaultCode.BOOT_FILE_MISSING, file="x64/ipxe.efi", arch="UEFI x64", root="/srv")
    engine = Lockstep(RULES, is_file_there=lambda _: fault, has_siblings=False)
    for number in range(1, 4):
        outcome = engine.receive_datagram(
            like(EDK2_DISCOVER, number), port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=1000.0
        )
        assert outcome.events[-1].sentence() == str(fault)
    assert engine.quick_answers == 0


def test_learned_shape_of_a_model_is_not_passed_over() -> None:
    engine = _engine()
    direct = _ask(engine, like(EDK2_DISCOVER, 1))
    oui = str(MacAddress(EDK2_DISCOVER[28:31]))
    engine.learn([LearnedShape("PXEClient:Arch:00007:UNDI:003000", oui, "00000000", OfferShape.BOOT_SERVER)])
    learned = _ask(engine, like(EDK2_DISCOVER, 2))
    assert direct is not None
    assert learned is not None
    assert decode(direct).options[OptionCode.VENDOR_OPTIONS] != decode(learned).options.get(OptionCode.VENDOR_OPTIONS)
    assert engine.quick_answers == 0


def test_this_machine_is_no_new_computer() -> None:
    own = MacAddress(like(EDK2_DISCOVER, 7)[28:34])
    engine = _engine(own_macs=frozenset({own}), own_addresses=frozenset({CLIENT}))
    for number in (1, 2):
        assert _ask(engine, like(EDK2_DISCOVER, number))
    assert _ask(engine, like(EDK2_DISCOVER, 7)) is None
    mine = engine.receive_datagram(
        like(EDK2_DISCOVER, 8), port=DhcpPort.DISCOVERY, source=(CLIENT, 68), server=SERVER, now=1000.0
    )
    assert mine.reply is None
    assert engine.quick_answers == 1


@pytest.mark.parametrize("frame", [EDK2_DISCOVER, IPXE_DISCOVER])
def test_first_number_is_remembered_so_that_a_duplicate_is_no_return(frame: bytes) -> None:
    """Loads follow the same times after the first DISCOVER; its duplicate came 1 s after it."""
    engine = _engine()
    _ask(engine, like(frame, 1))
    data, mac = like(frame, 2), MacAddress(like(frame, 2)[28:34])
    file = "boot.ipxe" if frame is IPXE_DISCOVER else "x64/ipxe.efi"
    for number, now in enumerate((0.0, 1.0, 100.0, 160.0, 260.0, 350.0)):
        _ask(engine, data[:4] + bytes([max(0, number - 1)] * 4) + data[8:], 1000.0 + now)
        engine.note_loader_delivered(mac, file, 1000.5 + now)
    assert engine.quick_answers == 1


@pytest.mark.parametrize("offered_s", [0.5, 2.0])
def test_patience_with_a_shape_runs_from_the_first_offer(offered_s: float) -> None:
    engine = _engine()
    _ask(engine, like(EDK2_DISCOVER, 1))
    data, mac = like(EDK2_DISCOVER, 2), MacAddress(like(EDK2_DISCOVER, 2)[28:34])
    for number, now in enumerate((0.0, 4.0, 14.0, 16.0, 18.0, 40.0)):
        _ask(engine, data[:4] + bytes([number] * 4) + data[8:], 1000.0 + now)
        engine.note_address_offered(mac, 1000.0 + now + offered_s)
    assert engine.quick_answers == 1


def test_what_is_remembered_of_new_computers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "CAPACITY", 20)
    engine = _engine()
    for number in range(1, askers.CAPACITY + 200):
        _ask(engine, like(EDK2_DISCOVER, number), 1000.0 + number / 1000)
    assert engine.quick_answers > askers.CAPACITY
    assert len(engine._quick._askers) == askers.CAPACITY
    assert len(engine._quick._ladder) == 20
    _ask(engine, like(EDK2_DISCOVER, 1), 1010.0)  # Forgotten by now, so new once more, in both.


def test_flood_of_invented_kinds_keeps_few_stencils_and_makes_few() -> None:
    engine = _engine()
    for number in range(1000):
        _ask(engine, varied(like(EDK2_DISCOVER, number), {OptionCode.HOST_NAME: b"%d" % number}), 1000 + number / 1000)
    made = stencils.MADE_BURST + stencils.MADE_PER_S
    assert len(engine._quick._stencils) <= made + 1
    for number in range(1000, 3000):
        _ask(engine, varied(like(EDK2_DISCOVER, number), {OptionCode.HOST_NAME: b"%d" % number}), 2000.0 + number)
    assert len(engine._quick._stencils) <= stencils.CAPACITY


@st.composite
def _steps(draw: st.DrawFn) -> list[tuple[str, int, bytes, float]]:
    """What happens, to which computer, with which datagram, after how long (s)."""
    kinds = draw(st.lists(st.sampled_from(ALL_FRAMES) | frames(), min_size=1, max_size=3))
    step = st.tuples(
        st.sampled_from(["discovery"] * 8 + ["boot_server", "loaded", "loading", "address", "learn", "files"]),
        st.integers(1, 6),
        st.sampled_from(kinds),
        st.sampled_from([0.0, 0.0, 0.0, 0.01, 1.0, 2.5, 16.0, 70.0, 130.0]),
    )
    return draw(st.lists(step, min_size=4, max_size=40))


@settings(max_examples=400, deadline=None)
@given(_steps(), SETTINGS, st.sampled_from(["", "x64/ipxe.efi", "undionly.kpxe"]))
def test_no_conversation_tells_a_stencil_from_the_whole_way(
    steps: list[tuple[str, int, bytes, float]], proxy: ProxySettings, missing: str
) -> None:
    faults: dict[str, Fault] = {}
    engine = Lockstep(RULES, proxy, is_file_there=faults.get, has_siblings=False)
    now = 1000.0
    for what, number, frame, wait_s in steps:
        now += wait_s
        data = like(frame, number)
        mac = MacAddress(data[28:34])
        try:
            match what:
                case "discovery":
                    engine.receive_datagram(data, port=DhcpPort.DISCOVERY, source=NOBODY, server=SERVER, now=now)
                case "boot_server":
                    source = (CLIENT, 4011)
                    engine.receive_datagram(data, port=DhcpPort.BOOT_SERVER, source=source, server=SERVER, now=now)
                case "loaded":
                    for file in ("boot.ipxe", "x64/ipxe.efi"):
                        engine.note_loader_delivered(mac, file, now)
                case "loading":
                    engine.note_client_loading(mac)
                case "address":
                    engine.note_address_offered(mac, now)
                case "learn":
                    oui, vendor_class = str(MacAddress(data[28:31])), "PXEClient:Arch:00007:UNDI:003000"
                    model = LearnedShape(vendor_class, oui, "00000000", OfferShape.BOOT_SERVER)
                    engine.learn([model] if number % 2 else [])
                case "files":
                    faults[missing] = describe(FaultCode.BOOT_FILE_MISSING, file=missing, arch="x", root="/srv")
        except MalformedPacket:
            continue
