"""A saved session opens as the identical table, hides what it shall hide, and a hostile file is refused in words."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode
from fogportable.events import (
    ClientAsked,
    Event,
    FogProgress,
    LeaseGiven,
    LeaseRequestSeen,
    OfferSent,
    TransferFinished,
    TransferStarted,
)
from fogportable.model import FogLight, FogMode, FogPlan, FogSettings, Menu, MenuAction, MenuEntry, OfferShape
from fogportable.protocol.address import MacAddress
from fogportable.session.clients import ClientTracker
from fogportable.session.journal import CAPACITY, Journal
from fogportable.session.reading import LiveState
from fogportable.session.saved.bundle import (
    JOURNAL,
    MANIFEST,
    TABLE,
    Bundle,
    BundleError,
    Material,
    Surroundings,
    compose,
)
from fogportable.session.saved.masks import Redaction
from fogportable.session.saved.opening import is_bundle, open_bundle
from fogportable.session.saved.table import FogFacts, MenuFrom, TableFacts, WordsOf, hash_of

MENU = Menu(entries=(MenuEntry("Install", MenuAction.KERNEL, kernel="vmlinuz", initrd=("initrd",)),))
OTHER_MENU = Menu(entries=(MenuEntry("Rescue", MenuAction.CHAIN_FILE, file="rescue.efi"),))
FOG = FogPlan(FogMode.RELAY, IPv4Address("192.168.7.5"), "http://fog.school.example/fog/")
ALL = Redaction(macs=True, names=True, addresses=True)


def _mac(number: int) -> MacAddress:
    return MacAddress(b"\x52\x54\0\1" + number.to_bytes(2, "big"))


def _asked(mac: MacAddress) -> ClientAsked:
    return ClientAsked(
        client=mac, interface="kit0", arch=7, uuid="", vendor_class="PXEClient", runs_ipxe=False, port=67
    )


def _offered(mac: MacAddress) -> OfferSent:
    return OfferSent(
        client=mac,
        interface="kit0",
        arch=7,
        file="ipxe.efi",
        next_server=IPv4Address("192.168.7.1"),
        destination="255.255.255.255:68",
        shape=OfferShape.DIRECT,
    )


def _loaded(mac: MacAddress, number: int, file: str) -> list[Event]:
    address = IPv4Address(f"192.168.7.{20 + number % 200}")
    started = TransferStarted(
        client=mac, transfer_id=number, address=address, file=file, size_bytes=9000, block_size=1468, window_size=1
    )
    finished = TransferFinished(
        client=mac,
        transfer_id=number,
        address=address,
        file=file,
        size_bytes=9000,
        duration_s=0.5,
        retransmits=0,
        block_size=1468,
        window_size=1,
    )
    return [started, finished]


class _Session:
    """A session's journal and table, driven by events."""

    def __init__(self, *, fog: FogPlan | None = None) -> None:
        self.journal = Journal(on_record=lambda each: self.tracker.apply(each), on_crowd=self._crowd)
        self.tracker = ClientTracker(
            menu=MENU, has_own_script=False, vendor_of=lambda mac: f"Maker {mac.octets[-1] % 3}", fog=fog
        )
        self.fog = fog
        self.menus = [MenuFrom(1, MENU)]

    def _crowd(self, crowd: object) -> None:
        self.tracker.apply_crowd(crowd)  # type: ignore[arg-type]

    def tell(self, *events: Event) -> None:
        for each in events:
            self.journal.append(each)

    def crowd(self, macs: list[MacAddress], make: Callable[[MacAddress], Event]) -> None:
        self.journal.append_crowd([each.octets for each in macs], lambda place: make(macs[place]))

    def set_menu(self, menu: Menu) -> None:
        self.tracker.set_menu(menu)
        self.menus.append(MenuFrom(self.journal.newest + 1, menu))

    def material(self, profile: Profile | None = None) -> Material:
        rows = self.tracker.snapshots((), 5000.0)
        facts = TableFacts(
            1,
            tuple(self.menus),
            False,
            FogFacts(self.fog.mode, self.fog.address) if self.fog else None,
            5000.0,
            (),
            tuple(WordsOf(each.mac, each.vendor) for each in rows),
            tuple(WordsOf(mac, words) for mac, words in self.tracker.imaging().items()),
        )
        batch = self.journal.since(0, 100_000)
        pages = self.fog.url if self.fog else ""
        state = LiveState(batch.records, batch.dropped, facts, rows, pages)
        return Material(state, (), 0, Surroundings({"us": "1"}, profile=profile, host="laptop-of-anna"))


@pytest.fixture
def room() -> _Session:
    """A crowd, transfers, a menu that changed in between, FOG's lights and its words about imaging."""
    session = _Session(fog=FOG)
    macs = [_mac(number) for number in range(40)]
    session.crowd(macs, _asked)
    session.crowd(macs, _offered)
    session.crowd(macs[:5], _asked)
    for number, mac in enumerate(macs[:20]):
        session.tell(
            LeaseRequestSeen(
                client=mac, address=IPv4Address(f"192.168.7.{20 + number}"), dhcp_server=IPv4Address("192.168.7.1")
            ),
            LeaseGiven(
                client=mac,
                interface="kit0",
                address=IPv4Address(f"192.168.7.{20 + number}"),
                host_name=f"teacher-{number:02}",
                lease_s=3600,
                is_renewal=False,
            ),
            *_loaded(mac, 3 * number + 1, "ipxe.efi"),
            *_loaded(mac, 3 * number + 2, "boot.ipxe"),
        )
    session.tell(*_loaded(macs[0], 500, "vmlinuz"), *_loaded(macs[0], 501, "initrd"))
    session.set_menu(OTHER_MENU)
    session.tell(*_loaded(macs[1], 502, "vmlinuz"), *_loaded(macs[2], 503, "rescue.efi"))
    for light in (FogLight.SCRIPT, FogLight.KERNEL, FogLight.IMAGING):
        session.tell(FogProgress(client=macs[3], light=light, words="it goes on"))
    session.tracker.show_imaging(macs[3], "37 % of disk 1")
    session.tell(_asked(macs[7]))
    return session


def _written(bundle: Bundle, tmp_path: Path) -> Path:
    file = tmp_path / "it.fogsession"
    bundle.write(file)
    return file


def test_the_table_that_is_opened_is_the_table_that_was_saved(room: _Session, tmp_path: Path) -> None:
    material = room.material()
    opened = open_bundle(_written(compose(material, Redaction()), tmp_path))
    assert hash_of(opened.table.rows) == hash_of(material.state.rows)
    assert opened.table.rows == material.state.rows
    assert opened.records == material.state.records
    assert opened.is_rebuilt
    assert opened.is_whole
    words = {each.mac: each.doing for each in opened.table.rows}
    assert words[_mac(0)] == "Handed over: Install"
    assert words[_mac(2)] == "Handed over: Rescue"
    assert words[_mac(3)] == "FOG: 37 % of disk 1"


def test_a_masked_session_rebuilds_too_and_tells_nobody(room: _Session, tmp_path: Path) -> None:
    file = _written(compose(room.material(Profile(fog=FogSettings("fog.school.example"))), ALL), tmp_path)
    opened = open_bundle(file)
    assert opened.is_rebuilt
    assert len(opened.table.rows) == 40
    assert [each.stage for each in opened.table.rows] == [each.stage for each in room.material().state.rows]
    with zipfile.ZipFile(file) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for secret in (b"52:54:00:01:00:07", b"teacher-03", b"192.168.7.23", b"school", b"laptop-of-anna"):
        assert secret not in everything, secret
    assert not {each.mac for each in opened.table.rows} & {_mac(number) for number in range(40)}


def test_the_pages_of_fog_are_not_in_an_unmasked_session_either(room: _Session, tmp_path: Path) -> None:
    file = _written(
        compose(room.material(Profile(fog=FogSettings("http://fog.school.example/fog"))), Redaction()), tmp_path
    )
    with zipfile.ZipFile(file) as archive:
        assert all(b"school" not in archive.read(name) for name in archive.namelist())


def test_the_preview_says_what_is_in_it_and_what_was_masked(room: _Session) -> None:
    bundle = compose(room.material(), ALL)
    assert any("40 computers" in line for line in bundle.contains)
    assert any("20 names" in line or "21 names" in line for line in bundle.hidden)
    assert any(line.startswith("In it as they are") for line in compose(room.material(), Redaction()).hidden)


def test_a_journal_that_lost_its_beginning_shows_the_table_as_it_was_saved(room: _Session, tmp_path: Path) -> None:
    material = room.material()
    late = replace(material, state=replace(material.state, records=material.state.records[100:], dropped=100))
    opened = open_bundle(_written(compose(late, Redaction()), tmp_path))
    assert not opened.is_whole


def test_nothing_is_left_behind_where_nothing_can_be_written(room: _Session, tmp_path: Path) -> None:
    with pytest.raises(BundleError) as refused:
        compose(room.material(), Redaction()).write(tmp_path / "no such folder" / "it.fogsession")
    assert refused.value.code is FaultCode.BUNDLE_NOT_WRITTEN
    assert list(tmp_path.iterdir()) == []


# --- hostile files ----------------------------------------------------------------------------------------------------


@pytest.fixture
def good() -> dict[str, bytes]:
    session = _Session()
    session.tell(_asked(_mac(1)), _offered(_mac(1)))
    return dict(compose(session.material(), Redaction()).entries)


def _packed(tmp_path: Path, entries: dict[str, bytes]) -> Path:
    file = tmp_path / "hostile.fogsession"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, octets in entries.items():
            archive.writestr(name, octets)
    return file


def _refused(file: Path, code: FaultCode = FaultCode.BUNDLE_WRONG) -> None:
    with pytest.raises(BundleError) as refused:
        open_bundle(file)
    assert refused.value.code is code


def _opens_or_is_refused(file: Path) -> None:
    code = None
    try:
        open_bundle(file)
    except BundleError as problem:
        code = problem.code
    assert code in (None, FaultCode.BUNDLE_WRONG, FaultCode.BUNDLE_NEWER)


def test_the_good_one_opens(good: dict[str, bytes], tmp_path: Path) -> None:
    file = _packed(tmp_path, good)
    assert is_bundle(file)
    assert len(open_bundle(file).records) == 2


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "more.txt", "journal.jsonl/x"])
def test_entries_of_other_names_are_refused(good: dict[str, bytes], tmp_path: Path, name: str) -> None:
    _refused(_packed(tmp_path, good | {name: b"x"}))


def test_a_bomb_is_refused_before_it_unfolds(good: dict[str, bytes], tmp_path: Path) -> None:
    _refused(_packed(tmp_path, good | {MANIFEST: b" " * (200 * 1024 * 1024)}))


def test_a_table_of_another_session_is_refused(good: dict[str, bytes], tmp_path: Path) -> None:
    table = json.loads(good[TABLE])
    table["rows"][0]["doing"] = "Booted"
    _refused(_packed(tmp_path, good | {TABLE: json.dumps(table).encode()}))


def test_a_newer_format_is_told_as_such(good: dict[str, bytes], tmp_path: Path) -> None:
    manifest = json.loads(good[MANIFEST]) | {"version": 2, "program": "9.0"}
    _refused(_packed(tmp_path, good | {MANIFEST: json.dumps(manifest).encode()}), FaultCode.BUNDLE_NEWER)


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    _refused(tmp_path / "none", FaultCode.BUNDLE_NOT_OPENED)


@pytest.mark.parametrize("missing", [MANIFEST, JOURNAL, TABLE, "machine.json", "recording.pcapng"])
def test_a_missing_entry_is_refused(good: dict[str, bytes], tmp_path: Path, missing: str) -> None:
    _refused(_packed(tmp_path, {name: octets for name, octets in good.items() if name != missing}))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    found = [path]
    if isinstance(value, dict):
        for key, each in value.items():
            found += _places(each, (*path, key))
    if isinstance(value, list):
        for index, each in enumerate(value):
            found += _places(each, (*path, index))
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(data=st.data())
def test_whatever_is_put_into_a_bundle_it_opens_or_is_refused(
    good: dict[str, bytes], tmp_path: Path, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([MANIFEST, TABLE, "machine.json"]))
    raw = json.loads(good[name])
    path = data.draw(st.sampled_from(_places(raw)))
    value = data.draw(_JSON)
    holder = raw
    for step in path[:-1]:
        holder = holder[step]
    if path:
        holder[path[-1]] = value
    else:
        raw = value
    _opens_or_is_refused(_packed(tmp_path, good | {name: json.dumps(raw).encode()}))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(data=st.data())
def test_damage_anywhere_in_the_file_is_survived(good: dict[str, bytes], tmp_path: Path, data: st.DataObject) -> None:
    octets = bytearray(_packed(tmp_path, good).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path / "damaged.fogsession"
    file.write_bytes(octets[: data.draw(st.integers(0, len(octets)))])
    _opens_or_is_refused(file)


def test_what_claims_another_size_is_refused(good: dict[str, bytes], tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, octets in good.items():
            archive.writestr(name, octets)
    file = tmp_path / "lies.fogsession"
    file.write_bytes(packed.getvalue().replace(len(good[JOURNAL]).to_bytes(4, "little"), b"\xff\xff\xff\x7f"))
    _refused(file)


def test_times_far_away_and_numbers_beyond_all_bounds_are_refused(good: dict[str, bytes], tmp_path: Path) -> None:
    line = json.loads(good[JOURNAL].splitlines()[0])
    for field, value in (("time", "9999-12-31T23:59:59+00:00"), ("monotonic_s", 1e300), ("sequence", 10**400)):
        broken = json.dumps(line | {field: value}).encode()
        _refused(_packed(tmp_path, good | {JOURNAL: broken}))
    assert datetime.now(UTC).year < 9000


@pytest.mark.benchmark
def test_a_full_journal_is_put_together_in_the_time_of_reading_it_a_few_times(tmp_path: Path) -> None:
    """Stop promises to end within two seconds, and `serve --save-session` writes before that."""
    session = _Session()
    macs = [_mac(number) for number in range(500)]
    number = 0
    while session.journal.newest < CAPACITY:
        number += 1
        session.tell(
            _asked(macs[number % 500]), _offered(macs[number % 500]), *_loaded(macs[number % 500], number, "i")
        )
    material = session.material()
    took, read = [], []
    for _ in range(3):
        begun = time.thread_time()
        bundle = compose(material, Redaction())
        _written(bundle, tmp_path)
        took.append(time.thread_time() - begun)
        begun = time.thread_time()
        for line in bundle.entries[JOURNAL].splitlines():
            json.loads(line)
        read.append(time.thread_time() - begun)
    print(
        f"\n{CAPACITY} records written in {min(took):.2f} s, {min(took) / min(read):.1f} times as long as read as JSON"
    )
    assert min(took) < 12 * min(read)
