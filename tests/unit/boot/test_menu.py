from __future__ import annotations

import os
from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.boot.boot_folder import RESERVED_NAMES
from fogportable.boot.menu import clean_label, menu_problems, render_autoexec, render_menu
from fogportable.model import Menu, MenuAction, MenuEntry
from tests.unit.boot.ipxe_script import Line, expansions, read_script

GOLDEN = Path(__file__).parents[2] / "golden" / "menu"
SERVER = IPv4Address("10.0.0.1")

DISK = MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK)
SHELL = MenuEntry("iPXE shell", MenuAction.SHELL)
FOG = MenuEntry("FOG", MenuAction.CHAIN_URL, url="http://10.0.0.5/fog/service/ipxe/boot.php?mac=1&x=2#top")
GRUB = MenuEntry("GRUB", MenuAction.CHAIN_FILE, file="grub/my grub.efi")
DEBIAN = MenuEntry(
    "Install Debian",
    MenuAction.KERNEL,
    kernel="debian/linux",
    initrd=("debian/initrd.gz", "http://10.0.0.5/extra.cpio?a=b"),
    arguments='console=ttyS0,115200n8 ds=nocloud;s=http://10.0.0.5/ dyndbg="file x +p" --- quiet',
)
WINPE = MenuEntry("Windows PE", MenuAction.WINPE, wim="winpe/boot.wim", bcd="winpe/BCD", sdi="winpe/boot.sdi")
SANBOOT = MenuEntry("Small CD", MenuAction.ISO, iso="iso/small.iso")
MEMDISK = MenuEntry("Old CD", MenuAction.ISO, iso="iso/old.iso", memdisk="memdisk")
LIVE = MenuEntry(
    "Live system",
    MenuAction.ISO,
    iso="iso/live.iso",
    kernel="live/vmlinuz",
    initrd=("live/initrd.img",),
    arguments="boot=live fetch=@iso@",
)


def _script(*entries: MenuEntry, default: int = 0, timeout_s: int = 10, title: str = "Room 12") -> bytes:
    return render_menu(Menu(title, entries, default, timeout_s), SERVER, 69)


def _lines_of(script: bytes, label: str) -> list[Line]:
    lines = read_script(script)
    start = next(i for i, line in enumerate(lines) if line.label == label)
    end = next((i for i, line in enumerate(lines) if i > start and line.label is not None), len(lines))
    return lines[start:end]


@pytest.mark.parametrize(
    ("name", "menu", "port", "http"),
    [
        ("default", Menu(), 69, None),
        ("all-actions", Menu("Room 12", (DISK, FOG, GRUB, DEBIAN, SHELL), 1, 30), 69, None),
        ("other-port-no-timeout", Menu("Room 12", (GRUB, DEBIAN), 0, 0), 6969, None),
        ("empty", Menu("Room 12", (), 0, 10), 69, None),
        ("problem", Menu("Room 12", (DISK, replace(FOG, url="http://${next-server}/x")), 0, 10), 69, None),
        ("windows-and-images", Menu("Room 12", (WINPE, SANBOOT, MEMDISK, LIVE), 0, 10), 69, 8080),
        ("http-is-off", Menu("Room 12", (WINPE, SANBOOT, MEMDISK, LIVE, DEBIAN), 0, 10), 69, None),
        ("http", Menu("Room 12", (GRUB, DEBIAN), 0, 10), 69, 80),
    ],
)
def test_rendered_menu_is_the_golden_one(name: str, menu: Menu, port: int, http: int | None) -> None:
    """UPDATE_GOLDEN=1 writes the files anew; look at the difference before you commit it."""
    path = GOLDEN / f"{name}.ipxe"
    script = render_menu(menu, SERVER, port, http)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(script)
    assert script == path.read_bytes()


def test_script_is_plain_ascii_with_marker_and_our_own_address() -> None:
    script = _script(DISK)
    script.decode("ascii")
    assert b"\necho FOG Portable menu: Room 12\n" in script
    assert b"\nset server 10.0.0.1\n" in script
    assert b"next-server" not in script


def test_file_entry_asks_our_server_and_says_the_port_only_when_it_is_another() -> None:
    assert b"chain --autofree tftp://10.0.0.1/grub/my%20grub.efi || goto failed" in _script(GRUB)
    other = render_menu(Menu("x", (GRUB,)), SERVER, 6969)
    assert b"chain --autofree tftp://10.0.0.1:6969/grub/my%20grub.efi || goto failed" in other


def test_timeout_is_in_milliseconds_and_zero_waits_for_ever() -> None:
    assert b"choose --default entry-2 --timeout 7000 selected" in _script(DISK, SHELL, default=1, timeout_s=7)
    assert b"--timeout" not in _script(DISK, timeout_s=0).split(b"choose", 1)[1].splitlines()[0]


def test_default_out_of_range_falls_back_to_the_first_entry() -> None:
    assert b"choose --default entry-1 " in _script(DISK, default=5)


def test_local_disk_leaves_with_an_error_on_uefi_and_boots_the_first_drive_on_bios() -> None:
    words = [line.commands for line in _lines_of(_script(DISK), "entry-1")]
    assert (("iseq", "${platform}", "efi"), ("exit", "1"), ()) in words
    assert (("sanboot", "--no-describe", "--drive", "0x80"), ("goto", "failed")) in words


def test_ram_disks_are_named_to_the_kernel_unless_the_user_does_it() -> None:
    assert b"kernel tftp://10.0.0.1/debian/linux initrd=initrd.gz initrd=extra.cpio console=" in _script(DEBIAN)
    own = replace(DEBIAN, arguments="initrd=initrd.gz quiet")
    assert b"kernel tftp://10.0.0.1/debian/linux initrd=initrd.gz quiet || goto failed" in _script(own)


def test_wimboot_gets_no_argument_that_it_would_refuse() -> None:
    windows = MenuEntry("WinPE", MenuAction.KERNEL, kernel="wimboot", initrd=("boot/BCD", "boot/boot.wim"))
    script = _script(windows)
    assert b"kernel tftp://10.0.0.1/wimboot || goto failed" in script
    assert b"initrd tftp://10.0.0.1/boot/boot.wim || goto failed" in script


@pytest.mark.parametrize("entry", [DISK, FOG, GRUB, DEBIAN, WINPE])
def test_command_that_can_fail_goes_to_the_message_and_back_to_the_menu(entry: MenuEntry) -> None:
    lines = _lines_of(_script(entry), "entry-1")
    loading = {"chain", "kernel", "initrd", "boot", "sanboot"}
    risky = [line for line in lines if line.commands[0][:1] and line.commands[0][0] in loading]
    assert risky
    assert all(line.ends == ("||",) and line.commands[1] == ("goto", "failed") for line in risky)
    assert lines[-1].commands[0][0] == "goto"


def test_large_files_are_loaded_by_http_first_and_by_tftp_when_that_fails() -> None:
    script = render_menu(Menu("x", (DEBIAN, GRUB)), SERVER, 69, 8080)
    words = "initrd=initrd.gz initrd=extra.cpio console="
    assert f"kernel http://10.0.0.1:8080/debian/linux {words}".encode() in script
    assert f" || kernel tftp://10.0.0.1/debian/linux {words}".encode() in script
    loaded = "initrd http://10.0.0.1:8080/debian/initrd.gz || initrd tftp://10.0.0.1/debian/initrd.gz || goto failed"
    assert loaded.encode() in script
    assert b"\ninitrd http://10.0.0.5/extra.cpio?a=b || goto failed" in script
    assert b"\nchain --autofree tftp://10.0.0.1/grub/my%20grub.efi || goto failed" in script


def test_wimboot_finds_its_files_by_name_on_bios_and_uefi() -> None:
    script = _script(WINPE)
    assert b"\nkernel tftp://10.0.0.1/wimboot || goto failed" in script
    assert b"\ninitrd --name BCD tftp://10.0.0.1/winpe/BCD BCD || goto failed" in script
    assert b"\ninitrd --name boot.wim tftp://10.0.0.1/winpe/boot.wim boot.wim || goto failed" in script
    least = _script(MenuEntry("x", MenuAction.WINPE, wim="a.wim", wimboot="http://h/wimboot"))
    assert least.count(b"\ninitrd ") == 1
    assert b"\nkernel http://h/wimboot || goto failed" in least


def test_memdisk_is_left_to_bios_and_its_image_is_read_in_pieces_elsewhere() -> None:
    script = render_menu(Menu("x", (MEMDISK,)), SERVER, 69, 80)
    lines = [line.commands for line in _lines_of(script, "entry-1")]
    assert (("iseq", "${platform}", "pcbios"), ("goto", "entry-1-uefi")) in lines
    assert b"memdisk iso raw || goto failed" in script
    uefi = _lines_of(script, "entry-1-uefi")
    assert (("sanboot", "--no-describe", "http://10.0.0.1/iso/old.iso"), ()) in [line.commands for line in uefi]


def test_image_without_http_says_so_instead_of_failing_without_a_reason() -> None:
    for entry in (SANBOOT, LIVE):
        script = _script(entry)
        assert b"the HTTP service of FOG Portable is switched off." in script
        assert b"\nsanboot" not in script
    assert b"\ninitrd tftp://10.0.0.1/iso/old.iso || goto failed" in _script(MEMDISK)


def test_kernel_of_an_image_is_told_where_the_image_is() -> None:
    script = render_menu(Menu("x", (LIVE,)), SERVER, 69, 80)
    assert b"/live/vmlinuz initrd=initrd.img boot=live fetch=http://10.0.0.1/iso/live.iso ||" in script
    assert b"@iso@" not in script


def test_way_to_the_menu_asks_for_an_address_and_hands_its_own_end_on() -> None:
    """iPXE for UEFI boots the next entry of the firmware only when the menu's error reaches it."""
    path = GOLDEN / "autoexec.ipxe"
    script = render_autoexec(SERVER, 6969)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(script)
    assert script == path.read_bytes()
    lines = [line.commands for line in read_script(script)]
    assert (("dhcp",), ("goto", "again")) in lines
    chained = ("chain", "--autofree", "--replace", "tftp://10.0.0.1:6969/boot.ipxe")
    assert (chained, ("goto", "again")) in lines


def test_failure_message_waits_and_then_falls_into_the_menu() -> None:
    script = _script(DISK)
    failed = _lines_of(script, "failed")
    assert failed[-1].commands == (failed[-1].commands[0], ())  # `prompt ... ||`: a timeout is no failure
    assert failed[-1].commands[0][:3] == ("prompt", "--timeout", "10000")
    labels = [line.label for line in read_script(script) if line.label]
    assert labels.index("start") == labels.index("failed") + 1


def test_every_jump_has_its_label() -> None:
    for script in (_script(DISK, FOG, GRUB, DEBIAN, SHELL, WINPE, SANBOOT, MEMDISK, LIVE), _script()):
        lines = read_script(script)
        labels = {line.label for line in lines} - {None}
        jumps = {command[1] for line in lines for command in line.commands if command[:1] == ("goto",)}
        assert jumps - {"${selected}"} <= labels
        items = {command[1] for line in lines for command in line.commands if command[:1] == ("item",)}
        assert items <= labels


def test_menu_without_entries_goes_to_the_local_disk() -> None:
    script = _script()
    assert menu_problems(Menu("x", ())) == ()
    assert b"sanboot --no-describe --drive 0x80" in script
    assert b"\nmenu" not in script


# --- what people type -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Grün & Weiß", "Grun Weiss"),
        ("a ${next-server} b", "a next-server b"),
        ("first\nchain http://evil/", "first chain http://evil/"),
        ("x || shell", "x shell"),
        ("x ; reboot # y", "x reboot y"),
        ("tab\tand\rcr", "tab and cr"),
        ("'\"`\\", ""),
        ("日本", ""),
        ("y" * 100, "y" * 70),
    ],
)
def test_label_keeps_only_harmless_characters(typed: str, shown: str) -> None:
    assert clean_label(typed) == shown


@given(st.text())
def test_cleaned_label_is_plain_and_stays_the_same_when_cleaned_again(text: str) -> None:
    once = clean_label(text)
    assert once.isascii()
    assert not set(once) & set("${}|&;#\"'\\`\n\r\t\0\x7f")
    assert clean_label(once) == once


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(DISK, text="  "), "text"),
        (replace(DISK, text="日本"), "text"),
        (replace(FOG, url=""), "url"),
        (replace(FOG, url="http://a b/"), "url"),
        (replace(FOG, url="http://${next-server}/"), "url"),
        (replace(FOG, url="http://a/\nshell"), "url"),
        (replace(FOG, url="javascript:alert(1)"), "url"),
        (replace(FOG, url="-x"), "url"),
        (replace(FOG, url="http://a/" + "x" * 2000), "url"),
        (replace(GRUB, file=""), "file"),
        (replace(GRUB, file="../etc/passwd"), "file"),
        (replace(GRUB, file="a${b}.efi"), "file"),
        (replace(GRUB, file="grün.efi"), "file"),
        (replace(GRUB, file="BOOT.ipxe"), "file"),
        (replace(DEBIAN, kernel=""), "kernel"),
        (replace(DEBIAN, kernel="http://a/"), "kernel"),
        (replace(DEBIAN, initrd=("ok", "my initrd")), "initrd"),
        (replace(WINPE, wim=""), "wim"),
        (replace(WINPE, wimboot="${x}"), "wimboot"),
        (replace(WINPE, bcd="my bcd"), "bcd"),
        (replace(WINPE, sdi="../x"), "sdi"),
        (replace(SANBOOT, iso=""), "iso"),
        (replace(SANBOOT, iso="tftp://h/x.iso"), "iso"),
        (replace(SANBOOT, arguments="quiet"), "kernel"),
        (replace(MEMDISK, memdisk="${x}"), "memdisk"),
        (replace(LIVE, initrd=("my initrd",)), "initrd"),
        (replace(LIVE, arguments="a ; b"), "arguments"),
        (replace(DEBIAN, arguments="a || shell"), "arguments"),
        (replace(DEBIAN, arguments="a #b"), "arguments"),
        (replace(DEBIAN, arguments="a ${b}"), "arguments"),
        (replace(DEBIAN, arguments="a\\"), "arguments"),
        (replace(DEBIAN, arguments="a\nb"), "arguments"),
    ],
)
def test_what_ipxe_cannot_take_is_named_with_entry_and_field(entry: MenuEntry, field: str) -> None:
    problems = menu_problems(Menu("x", (SHELL, entry)))
    assert [(problem.entry, problem.field) for problem in problems] == [(1, field)]
    assert problems[0].sentence.endswith(".")


def test_reserved_names_cannot_be_menu_files() -> None:
    for name in RESERVED_NAMES - {"default.ipxe"}:
        assert menu_problems(Menu("x", (replace(GRUB, file=name),)))


def test_script_of_a_fog_server_in_the_folder_may_be_a_menu_file() -> None:
    assert not menu_problems(Menu("x", (replace(GRUB, file="default.ipxe"),)))


def test_general_problems_are_named_without_an_entry() -> None:
    problems = menu_problems(Menu("日本", (DISK,), default=3, timeout_s=4000))
    assert [(each.entry, each.field) for each in problems] == [(None, "title"), (None, "default"), (None, "timeout_s")]


def test_good_menu_has_no_problem() -> None:
    assert menu_problems(Menu("Room 12", (DISK, FOG, GRUB, DEBIAN, SHELL, WINPE, SANBOOT, MEMDISK, LIVE), 4, 0)) == ()


_NASTY = st.one_of(
    st.text(),
    st.text(alphabet="${}|&;#\"'\\` \n\r\t\v\f\x00\x1f\x85\u2028ax:/-", max_size=30),
    st.sampled_from(
        ["a || shell", "a\nshell", "${net0/mac}", "a \\", "; reboot", ":start", "#", "--", "-n", "http://a/"]
    ),
)
_URLS = st.builds(lambda tail: "http://h/" + tail, _NASTY) | _NASTY


@settings(max_examples=300)
@given(title=_NASTY, text=_NASTY, url=_URLS, file=_NASTY, kernel=_URLS, initrd=_URLS, arguments=_NASTY)
def test_nothing_typed_makes_a_second_command_or_an_expansion(
    title: str, text: str, url: str, file: str, kernel: str, initrd: str, arguments: str
) -> None:
    """Each entry is either as it should be, or replaced by its problem; nothing in between."""
    entries = (
        MenuEntry(text, MenuAction.CHAIN_URL, url=url),
        MenuEntry(text, MenuAction.CHAIN_FILE, file=file),
        MenuEntry(text, MenuAction.KERNEL, kernel=kernel, initrd=(initrd,), arguments=arguments),
        MenuEntry(text, MenuAction.WINPE, wim=kernel, wimboot=initrd),
        MenuEntry(text, MenuAction.ISO, iso=url, kernel=kernel, initrd=(initrd,), arguments=arguments),
    )
    script = _script(*entries, title=title)
    harmless = [FOG, GRUB, replace(DEBIAN, initrd=("initrd.gz",)), replace(WINPE, bcd="", sdi="")]
    harmless.append(replace(LIVE, iso="http://h/x.iso"))
    is_bad = {each.entry for each in menu_problems(Menu("x", entries)) if each.field != "text"}
    expected = _script(*(replace(FOG, url="") if i in is_bad else each for i, each in enumerate(harmless)))
    assert [line.shape for line in read_script(script)] == [line.shape for line in read_script(expected)]
    assert expansions(script) == ["${selected}"]
    script.decode("ascii")
