"""A school's network is not friendly: floods, rubbish and thieves, while a computer wants to boot."""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.namespaces import missing_for_namespaces
from tests.integration.hostile_wire import KIT, Siege, crowd, siege
from tests.unit.protocol.dhcp.frames import EDK2_BOOT_SERVER_REQUEST, EDK2_DISCOVER, IPXE_DISCOVER

_MISSING = missing_for_namespaces()
pytestmark = [
    pytest.mark.timeout(60),
    pytest.mark.skipif(_MISSING is not None, reason=str(_MISSING)),
]

_MIB = 1024 * 1024
#: How much the process may grow whatever comes: full tables of clients, journal, buffers.
_MAY_GROW_BYTES = 48 * _MIB
_RRQ = b"\0\1ipxe.efi\0octet\0blksize\x001468\0"


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Siege]:
    with siege(tmp_path) as running:
        yield running


def _from_mac(frame: bytes, mac: bytes) -> bytes:
    return frame[:28] + mac + frame[34:]


def _assert_unharmed(kit: Siege, grown_from_bytes: int) -> None:
    grown = kit.resident_bytes - grown_from_bytes
    assert grown < _MAY_GROW_BYTES, f"{grown / _MIB:.0f} MiB"
    assert kit.download("ipxe.efi") == (kit.root / "ipxe.efi").read_bytes()
    assert kit.stop() == 0
    assert "Traceback" not in kit.complaints()
    assert not kit.events("fault_raised")


def _mutated(seed: random.Random) -> bytes:
    """Rubbish, or a real datagram with a few octets changed, cut or added."""
    if seed.random() < 0.2:
        return seed.randbytes(seed.randrange(0, 1473))
    data = bytearray(seed.choice((EDK2_DISCOVER, EDK2_BOOT_SERVER_REQUEST, IPXE_DISCOVER, _RRQ)))
    for _ in range(seed.randrange(1, 8)):
        data[seed.randrange(len(data))] = seed.choice((0, 1, 0x7F, 0xFF, seed.randrange(256)))
    if seed.random() < 0.3:
        del data[seed.randrange(len(data)) :]
    if seed.random() < 0.1:
        data += seed.randbytes(seed.randrange(1000))
    return bytes(data)


def test_rubbish_on_all_ports_harms_nothing_and_gives_no_address(kit: Siege) -> None:
    before = kit.resident_bytes
    seed = random.Random(20261124)
    senders = [kit.socket(crowd(number)) for number in range(50)]
    witness = kit.witness()
    for number in range(20_000):
        port = (67, 4011, 69)[number % 3]
        seed.choice(senders).sendto(_mutated(seed), (KIT, port))
    last = _from_mac(EDK2_DISCOVER, b"\x02last!")
    senders[0].sendto(last, (KIT, 67))
    heard = witness.wait_for(lambda each: each.mac == b"\x02last!")
    answers = [each for each in heard if each.from_port in (67, 4011)]
    assert len(answers) > 100, "some of these were still requests"
    assert {each.yiaddr for each in answers} == {"0.0.0.0"}
    assert all(len(each.payload) <= 1472 for each in answers)
    _assert_unharmed(kit, before)


def test_five_thousand_computers_at_once_are_all_offered_a_file(kit: Siege) -> None:
    before = kit.resident_bytes
    witness = kit.witness()
    sender = kit.socket()
    macs = {b"\x02\x00" + struct.pack("!I", number) for number in range(5000)}
    for mac in macs:
        sender.sendto(_from_mac(EDK2_DISCOVER, mac), ("255.255.255.255", 67))
    offered: set[bytes] = set()

    for each in witness.read(10):
        if each.from_port == 67:
            assert each.yiaddr == "0.0.0.0"
            offered.add(each.mac)
            if offered == macs:
                break
    assert offered == macs
    _assert_unharmed(kit, before)


def test_five_hundred_computers_that_load_at_once_are_all_heard(kit: Siege) -> None:
    before = kit.resident_bytes
    witness = kit.witness()
    loaders = [kit.socket(crowd(number)) for number in range(500)]
    for sock in loaders:
        sock.sendto(_RRQ, (KIT, 69))
    waiting = {crowd(number) for number in range(500)}
    for each in witness.read(5):
        if each.payload[:2] == b"\0\6":
            waiting.discard(each.to[0])
        if not waiting:
            break
    assert not waiting
    _assert_unharmed(kit, before)


_THEFTS = (
    b"../secret",
    b"..\\secret",
    b"/../secret",
    b"./../secret",
    b"folder/../../secret",
    b"....//secret",
    b"..\xc0\xafsecret",
    b"%2e%2e/secret",
    b"%2e%2e%2fsecret",
    b"/etc/passwd",
    b"//etc/passwd",
    b"\\etc\\passwd",
    b"C:\\secret",
    b"C:/etc/passwd",
    b"link-out",
    b"link-out/secret",
    b"folder-out/secret",
    b"file:///etc/passwd",
    b"ipxe.efi:stream",
    b"ipxe.efi\x01",
    b"ipxe.efi/../../secret",
    b"pipe",
    b"folder",
    b".",
    b"/",
    b"",
    b"con",
    b"aux.efi",
    b"nul",
    b"a/" * 400 + b"secret",
    b"A" * 1000,
    b"~root/.bashrc",
    b"/proc/self/environ",
    b"/dev/zero",
    b"{root}/../secret",
    b"{root}/link-out",
)


def test_no_name_reaches_a_file_outside_the_folder(kit: Siege) -> None:
    before = kit.resident_bytes
    secret = kit.root.parent / "secret"
    secret.write_bytes(b"SECRET " * 100)
    (kit.root / "folder").mkdir()
    (kit.root / "link-out").symlink_to(secret)
    (kit.root / "folder-out").symlink_to(kit.root.parent)
    os.mkfifo(kit.root / "pipe")
    for number, name in enumerate(_THEFTS):
        thief = kit.socket(crowd(number))
        thief.settimeout(5)
        asked = name.replace(b"{root}", str(kit.root).encode())
        thief.sendto(b"\0\1" + asked + b"\0octet\0", (KIT, 69))
        answer = thief.recv(2048)
        assert answer[:2] == b"\0\5", (name, answer[:60])
        assert answer[2:4] in (b"\0\1", b"\0\2", b"\0\0", b"\0\4"), (name, answer)
        assert str(kit.root.parent).encode() not in answer
        assert b"SECRET" not in answer
    _assert_unharmed(kit, before)


def test_a_thousand_requests_of_one_computer_leave_the_others_served(kit: Siege) -> None:
    before = kit.resident_bytes
    witness = kit.witness()
    flood = [kit.socket(crowd(0)) for _ in range(1000)]
    for sock in flood:
        sock.sendto(_RRQ, (KIT, 69))
    assert kit.download("ipxe.efi") == (kit.root / "ipxe.efi").read_bytes()
    heard = [each for each in witness.read() if each.to[0] == crowd(0)]
    begun = {each.from_port for each in heard if each.payload[:2] == b"\0\6"}
    assert 1 <= len(begun) <= 8
    assert len(heard) <= 8 * 5 + 200, "refusals have their limit too"
    _assert_unharmed(kit, before)


def test_forged_requests_that_nobody_answers_take_no_computers_place(kit: Siege) -> None:
    before = kit.resident_bytes
    for number in range(600):
        ghost = kit.socket(crowd(number))
        ghost.settimeout(5)
        ghost.sendto(_RRQ, (KIT, 69))
        assert ghost.recv(100)[:2] == b"\0\6", number
    _assert_unharmed(kit, before)


def test_computer_that_was_never_heard_on_port_67_is_known_by_its_mac_all_the_same(kit: Siege) -> None:
    assert kit.download("ipxe.efi")  # Both ends of the wire know each other now, but by another address.
    loader = kit.socket(crowd(2))
    loader.settimeout(5)
    loader.sendto(_RRQ, (KIT, 69))
    _, peer = loader.recvfrom(100)
    loader.sendto(b"\0\4\0\0", peer)
    assert loader.recv(2000)[:2] == b"\0\3"
    assert kit.stop() == 0
    (stopped,) = kit.events("session_stopped")
    events = [each for name in ("transfer_started", "transfer_failed") for each in kit.events(name)]
    macs = [each["client"] for each in events if each["address"] == crowd(2)]
    assert len(macs) == 2
    assert None not in macs
    assert stopped["cut"] == macs[:1]
