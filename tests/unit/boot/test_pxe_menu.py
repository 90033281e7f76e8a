"""The firmware's menu in option 43, octet by octet, and what is refused while it is edited."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.pxe_menu import (
    MENU_BUDGET_BYTES,
    encode_pxe_menu,
    entry_of_type,
    is_found_by_broadcast,
    item_type,
    menu_size_bytes,
    pxe_menu_problems,
)
from fogportable.model import PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe.vendor_options import parse_vendor_options

OURS = IPv4Address("192.168.88.2")
OTHER = IPv4Address("192.168.88.9")
BIOS = frozenset({0})
X64 = frozenset({7, 9})


def a_file(text: str = "Lab", file: str = "a.efi", archs: frozenset[int] = frozenset()) -> PxeEntry:
    return PxeEntry(text, PxeAction.FILE, archs, file=file)


def a_disk(text: str = "Disk", archs: frozenset[int] = frozenset()) -> PxeEntry:
    return PxeEntry(text, PxeAction.LOCAL_DISK, archs)


def a_service(kind: int, server: IPv4Address | None = None, archs: frozenset[int] = frozenset()) -> PxeEntry:
    return PxeEntry("RIS", PxeAction.BOOT_SERVER, archs, server=server, type=kind)


def whole(menu: PxeMenu, arch: int = 0) -> bytes:
    """Option 43, which must have the size that the meter says and no sub-option twice."""
    data = encode_pxe_menu(menu, arch, OURS)
    assert data is not None
    assert len(data) == menu_size_bytes(menu, arch)
    codes = codes_of(data)
    assert codes == sorted(set(codes))
    return data


def codes_of(data: bytes) -> list[int]:
    codes, start = [], 0
    while data[start] != 255:
        codes.append(data[start])
        start += 2 + data[start + 1]
    assert start == len(data) - 1
    return codes


def refused(menu: PxeMenu) -> list[tuple[int | None, str]]:
    return [(each.entry, each.field) for each in pxe_menu_problems(menu)]


# --- encoding ---------------------------------------------------------------------------------------------------


def test_files_and_the_local_disk_octet_by_octet() -> None:
    menu = PxeMenu("Press F8", 3, (a_file("One", "one.0"), a_file("Two", "two.0"), a_disk("Disk")))
    assert whole(menu) == bytes.fromhex(
        "060103"  # Neither broadcast nor multicast.
        "080e 8000 01 c0a85802 8001 01 c0a85802"
        "0913 8000 03 4f6e65 8001 03 54776f 0000 04 4469736b"
        "0a09 03 5072657373204638"
        "ff"
    )


def test_local_disk_with_one_file_is_a_menu() -> None:
    data = whole(PxeMenu("", 5, (a_disk(), a_file())), 7)
    assert parse_vendor_options(data)[9] == bytes.fromhex("0000 04 4469736b 8001 03 4c6162")
    assert parse_vendor_options(data)[8] == bytes.fromhex("8001 01 c0a85802")


def test_local_disk_alone_has_no_servers() -> None:
    assert codes_of(whole(PxeMenu("", 5, (a_disk(),)))) == [6, 9, 10]


def test_files_are_numbered_over_all_entries() -> None:
    menu = PxeMenu("", 0, (a_file("B", "b.0", BIOS), a_disk(), a_file("X", "x.efi", X64)))
    assert [item_type(menu, index) for index in range(3)] == [0x8000, 0, 0x8002]
    assert parse_vendor_options(whole(menu, 7))[8] == bytes.fromhex("8002 01 c0a85802")
    assert entry_of_type(menu, 0x8002, 7) == menu.entries[2]


@pytest.mark.parametrize(
    ("kind", "arch"), [(0, 7), (0x8001, 7), (0x8000, 7), (0x8002, 0), (0x8003, 7), (1, 7), (0xFFFF, 7)]
)
def test_types_of_others_are_not_ours_to_serve(kind: int, arch: int) -> None:
    menu = PxeMenu("", 0, (a_file("B", "b.0", BIOS), a_disk(), a_file("X", "x.efi", X64)))
    assert entry_of_type(menu, kind, arch) is None


def test_architecture_without_entries_has_no_menu_and_no_prompt() -> None:
    menu = PxeMenu("Press F8", 3, (a_file(archs=BIOS),))
    assert encode_pxe_menu(menu, 7, OURS) is None
    assert encode_pxe_menu(PxeMenu("Press F8", 3), 0, OURS) is None
    assert menu_size_bytes(menu, 7) == 0


@pytest.mark.parametrize(
    ("prompt", "timeout_s", "octets"),
    [
        ("F8", 0, b"\0F8"),
        ("F8", 254, b"\xfeF8"),
        ("F8", None, b"\xffF8"),
        ("", 0, b"\0PXE"),
        ("", None, b"\xffPXE"),
        ("", 3, b"\3Press F8 for a menu"),
    ],
)
def test_prompt(prompt: str, timeout_s: int | None, octets: bytes) -> None:
    assert parse_vendor_options(whole(PxeMenu(prompt, timeout_s, (a_file(),))))[10] == octets


def test_service_with_a_server_is_listed_with_it() -> None:
    options = parse_vendor_options(whole(PxeMenu("", 0, (a_service(1, OTHER), a_file()))))
    assert options[8] == bytes.fromhex("0001 01 c0a85809 8001 01 c0a85802")
    assert options[6] == b"\x03"


def test_service_without_a_server_is_found_by_broadcast() -> None:
    menu = PxeMenu("", 0, (a_service(1),))
    assert codes_of(whole(menu)) == [6, 9, 10]
    assert parse_vendor_options(whole(menu))[6] == b"\x02"
    assert is_found_by_broadcast(menu, 0)


def test_service_without_a_server_stands_without_address_at_the_end_of_a_list() -> None:
    """EDK2 fails a choice that is missing from the list, and one that stands after an entry without address."""
    options = parse_vendor_options(whole(PxeMenu("", 0, (a_service(1), a_file()))))
    assert options[8] == bytes.fromhex("8001 01 c0a85802 0001 00")
    assert options[6] == b"\x02"


def test_of_several_services_without_a_server_all_but_one_stand_with_our_address() -> None:
    """They are looked for by broadcast all the same, and EDK2 finds them in the list."""
    options = parse_vendor_options(whole(PxeMenu("", 0, (a_service(1), a_file(), a_service(2), a_service(3, OTHER)))))
    assert options[8] == bytes.fromhex("8001 01 c0a85802 0002 01 c0a85802 0003 01 c0a85809 0001 00")
    assert options[6] == b"\x02"


def test_other_architectures_services_do_not_allow_broadcast() -> None:
    menu = PxeMenu("", 0, (a_service(1, archs=BIOS), a_file(archs=X64)))
    assert parse_vendor_options(whole(menu, 7))[6] == b"\x03"
    assert not is_found_by_broadcast(menu, 7)


def test_broadcast_and_multicast_where_they_are_asked_for() -> None:
    menu = PxeMenu("", 0, (a_file(),), answers_broadcast=True)
    assert parse_vendor_options(whole(menu))[6] == b"\x02"
    menu = replace(menu, multicast=IPv4Address("232.1.0.1"), answers_broadcast=False)
    options = parse_vendor_options(whole(menu))
    assert (options[6], options[7]) == (b"\x01", bytes([232, 1, 0, 1]))
    assert parse_vendor_options(whole(replace(menu, answers_broadcast=True)))[6] == b"\x00"


def test_uefi_that_may_broadcast_takes_answers_of_listed_servers_only() -> None:
    """Else it takes the site's answer to what looks like the renewal of a lease: PXE-E99, measured with OVMF."""
    menu = PxeMenu("", 0, (a_file(), a_service(1, OTHER), a_disk()), answers_broadcast=True)
    assert [parse_vendor_options(whole(menu, arch))[6] for arch in (0, 6, 7, 11)] == [b"\x02", *3 * (b"\x06",)]
    assert parse_vendor_options(whole(replace(menu, answers_broadcast=False), 7))[6] == b"\x03"


@pytest.mark.parametrize("entry", [a_service(2), replace(a_file(), server=OTHER)])
def test_uefi_takes_any_answer_where_one_may_come_from_who_is_not_listed(entry: PxeEntry) -> None:
    """With an entry without address OVMF did not even ask then; and who has a file elsewhere names that server."""
    menu = PxeMenu("", 0, (a_file(), entry), answers_broadcast=True)
    assert parse_vendor_options(whole(menu, 7))[6] == b"\x02"


def test_server_of_a_file_is_not_the_one_that_is_asked() -> None:
    """EDK2 loads from the address in the list, so that it must be ours; the answer then names the server."""
    entry = replace(a_file(), server=OTHER)
    assert parse_vendor_options(whole(PxeMenu("", 0, (entry,))))[8] == bytes.fromhex("8000 01 c0a85802")


# --- the meter --------------------------------------------------------------------------------------------------


def test_255_bytes_are_served_and_256_are_refused() -> None:
    menu = PxeMenu("F8", 3, tuple(a_file("x" * 12) for _ in range(11)))
    short = MENU_BUDGET_BYTES - menu_size_bytes(menu, 0)
    full = replace(menu, prompt="F8" + "y" * short)
    assert len(whole(full)) == 255
    assert pxe_menu_problems(full) == ()
    over = replace(full, prompt=full.prompt + "y")
    assert menu_size_bytes(over, 0) == 256
    (problem,) = pxe_menu_problems(over)
    assert (problem.entry, problem.field) == (None, "entries")
    assert problem.sentence == "The menu takes 256 bytes of 255: shorten its texts or take entries out."
    with pytest.raises(ProtocolMisuse):
        encode_pxe_menu(over, 0, OURS)


def test_overflow_is_told_for_the_architecture_that_has_it() -> None:
    many = tuple(a_file("x" * 30, archs=X64) for _ in range(7))
    menu = PxeMenu("", 0, (a_file(archs=BIOS), *many))
    (problem,) = pxe_menu_problems(menu)
    assert problem.sentence.startswith("The menu for UEFI x64 (7, 9) takes ")
    assert len(whole(menu, 0)) < 50


def test_a_sub_option_may_be_too_long_by_itself_and_is_still_measured() -> None:
    menu = PxeMenu("", 0, tuple(a_file("x" * 70) for _ in range(10)))
    assert menu_size_bytes(menu, 0) == 3 + 2 + 70 + 2 + 730 + 2 + 4 + 1
    assert refused(menu) == [(None, "entries")]


# --- what is refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (a_file(""), "text"),
        (a_file("Gr\u00fc\u00dfe"), "text"),
        (a_file("a\nb"), "text"),
        (a_file("x" * 71), "text"),
        (a_file(file=""), "file"),
        (a_file(file="x" * 255), "file"),
        (a_file(file="a\tb"), "file"),
        (a_service(0), "type"),
        (a_service(0x8000), "type"),
        (a_service(1, IPv4Address("0.0.0.0")), "server"),
        (a_service(1, IPv4Address("232.1.0.1")), "server"),
        (a_service(1, IPv4Address("255.255.255.255")), "server"),
    ],
)
def test_entry_is_refused(entry: PxeEntry, field: str) -> None:
    assert refused(PxeMenu("", 0, (a_disk(), entry))) == [(1, field)]


@pytest.mark.parametrize(
    ("menu", "field"),
    [
        (PxeMenu(timeout_s=255), "timeout_s"),
        (PxeMenu(timeout_s=-1), "timeout_s"),
        (PxeMenu("\u00e4"), "prompt"),
        (PxeMenu("x" * 71), "prompt"),
        (PxeMenu(multicast=IPv4Address("10.0.0.1")), "multicast"),
        (PxeMenu(entries=(a_disk("x"),) * 25), "entries"),
    ],
)
def test_menu_is_refused(menu: PxeMenu, field: str) -> None:
    assert refused(menu) == [(None, field)]


def test_two_entries_for_one_type_are_refused_unless_nobody_sees_both() -> None:
    assert refused(PxeMenu("", 0, (a_service(1, OTHER), a_service(1, OURS)))) == [(1, "type")]
    assert refused(PxeMenu("", 0, (a_service(1, OTHER, BIOS), a_service(1, OURS, X64)))) == []


def test_a_right_menu_has_no_problem() -> None:
    menu = PxeMenu("Press F8 for menu", None, (a_file(), a_disk(), a_service(0x7FFF, OTHER)))
    assert pxe_menu_problems(menu) == ()
    assert pxe_menu_problems(PxeMenu()) == ()


# --- whatever is in it --------------------------------------------------------------------------------------------

ARCHS = st.frozensets(st.sampled_from([0, 6, 7, 9, 11]), max_size=3)
TEXTS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=30)
ENTRIES = st.one_of(
    st.builds(a_file, TEXTS, TEXTS, ARCHS),
    st.builds(a_disk, TEXTS, ARCHS),
    st.builds(a_service, st.integers(1, 0x7FFF), st.sampled_from([None, OTHER]), ARCHS),
)
MENUS = st.builds(
    PxeMenu,
    TEXTS | st.just(""),
    st.none() | st.integers(0, 254),
    st.lists(ENTRIES, max_size=9).map(tuple),
    st.booleans(),
    st.none() | st.just(IPv4Address("232.1.0.1")),
)


@given(MENUS, st.sampled_from([0, 6, 7, 9, 11, 41]))
def test_what_is_not_refused_can_be_sent_and_firmware_can_follow_it(menu: PxeMenu, arch: int) -> None:
    if pxe_menu_problems(menu):
        return
    if encode_pxe_menu(menu, arch, OURS) is None:
        assert not menu.entries_for(arch)
        return
    options = parse_vendor_options(whole(menu, arch))
    assert len(options[6]) == 1
    assert (options[6][0] & 2 == 0) == (menu.multicast is not None) == (7 in options)
    listed = servers_of(options.get(8, b""))
    chosen = types_of(options[9])
    assert len(chosen) == len(menu.entries_for(arch))
    may_broadcast = not options[6][0] & 1
    for kind in chosen:
        assert not kind or listed.get(kind) == 1 or (may_broadcast and listed.get(kind, 0) == 0)
        if kind and 8 in options:
            assert kind in listed
            assert edk2_finds(options[8], kind)


def edk2_finds(data: bytes, kind: int) -> bool:
    """Whether PxeBcExtractDiscoverInfo finds the type in sub-option 8; without that: PXE-E07, measured with OVMF.

    It walks while the difference of two pointers to entries of 7 octets, as an octet, is below the length of the list.
    Compilers divide there by multiplying with the inverse of 7, which is right for multiples of 7 only.
    """
    at = 0
    while at * pow(7, -1, 256) % 256 < len(data):
        if int.from_bytes(data[at : at + 2], "big") == kind:
            return True
        at += 3 + 4 * data[at + 2]
    return False


def test_edk2_finds_nothing_after_an_entry_without_address() -> None:
    """As OVMF did with the first of these lists, which we sent it once."""
    assert not edk2_finds(bytes.fromhex("0001 00 8001 01 c0a85802"), 0x8001)
    assert edk2_finds(bytes.fromhex("0001 00 8001 01 c0a85802"), 1)
    assert edk2_finds(bytes.fromhex("8001 01 c0a85802 0001 00"), 1)


def servers_of(data: bytes) -> dict[int, int]:
    """Type to count of addresses; fails where a type stands twice."""
    found: dict[int, int] = {}
    start = 0
    while start < len(data):
        kind = int.from_bytes(data[start : start + 2], "big")
        assert kind not in found
        found[kind] = data[start + 2]
        start += 3 + 4 * data[start + 2]
    assert start == len(data)
    return found


def types_of(data: bytes) -> list[int]:
    found, start = [], 0
    while start < len(data):
        found.append(int.from_bytes(data[start : start + 2], "big"))
        start += 3 + data[start + 2]
    assert start == len(data)
    return found
