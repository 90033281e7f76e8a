from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.boot.grub_menu import render_grub_menu
from fogportable.model import Menu, MenuAction, MenuEntry

GOLDEN = Path(__file__).parents[2] / "golden" / "grub"
SERVER = IPv4Address("10.0.0.1")

DISK = MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK)
SHELL = MenuEntry("iPXE shell", MenuAction.SHELL)
FOG = MenuEntry("FOG", MenuAction.CHAIN_URL, url="http://10.0.0.5/fog/service/ipxe/boot.php")
SIGNED = MenuEntry("A signed loader", MenuAction.CHAIN_FILE, file="windows/boot mgr.efi")
DEBIAN = MenuEntry(
    "Install Debian",
    MenuAction.KERNEL,
    kernel="debian/linux",
    initrd=("debian/initrd.gz", "http://10.0.0.5:8080/extra.cpio?a=b"),
    arguments="initrd=initrd.gz console=ttyS0,115200n8 ds=nocloud;s=http://10.0.0.5/ --- quiet",
)


def _text(*entries: MenuEntry, default: int = 0, timeout_s: int = 10) -> str:
    return render_grub_menu(Menu("Room 12", entries, default, timeout_s), SERVER).decode("ascii")


@pytest.mark.parametrize(
    ("name", "menu"),
    [
        ("default", Menu()),
        ("all-actions", Menu("Room 12", (DISK, FOG, SIGNED, DEBIAN, SHELL), 3, 30)),
        ("empty", Menu("Room 12", (), 0, 0)),
    ],
)
def test_rendered_menu_is_the_golden_one(name: str, menu: Menu) -> None:
    """UPDATE_GOLDEN=1 writes the files anew; look at the difference before you commit it."""
    path = GOLDEN / f"{name}.cfg"
    text = render_grub_menu(menu, SERVER)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text)
    assert text == path.read_bytes()


def test_files_are_named_without_a_server_because_grub_takes_them_from_where_the_menu_came() -> None:
    text = _text(DEBIAN)
    assert "linux '/debian/linux' 'console=ttyS0,115200n8' 'ds=nocloud;s=http://10.0.0.5/' '---' 'quiet'" in text
    assert "initrd '/debian/initrd.gz' '(http,10.0.0.5:8080)/extra.cpio?a=b'" in text
    assert "initrd=" not in text


def test_what_needs_ipxe_says_so_when_it_is_chosen() -> None:
    for entry in (SHELL, FOG, replace(SIGNED, file="fog/default.ipxe")):
        assert "This entry cannot be started: It needs iPXE." in _text(entry)


def test_kernel_that_grub_cannot_read_or_whose_arguments_it_would_change_is_refused() -> None:
    assert "GRUB reads from http:// and tftp:// only" in _text(replace(DEBIAN, kernel="nfs://10.0.0.5/linux"))
    assert "have quotes" in _text(replace(DEBIAN, arguments='dyndbg="file x +p"'))
    assert "would end the command" in _text(replace(DEBIAN, arguments="a && b"))


def test_default_beyond_the_entries_and_no_timeout() -> None:
    text = _text(DISK, default=7, timeout_s=0)
    assert "set default='entry-1'\nset timeout=-1\n" in text


_ANY = st.text(max_size=40)


@pytest.mark.skipif(shutil.which("grub-script-check") is None, reason="grub-script-check is not here")
@given(st.lists(st.tuples(_ANY, st.sampled_from(MenuAction), _ANY), max_size=4), _ANY)
@settings(max_examples=40, deadline=None)
def test_whatever_people_type_grub_can_read_the_menu(rows: list[tuple[str, MenuAction, str]], title: str) -> None:
    entries = tuple(
        MenuEntry(text, action, url=f"http://a/{typed}", file=typed, kernel=typed, initrd=(typed,), arguments=typed)
        for text, action, typed in rows
    )
    text = render_grub_menu(Menu(title, entries), SERVER)
    done = subprocess.run(["grub-script-check"], input=text, capture_output=True, check=False)
    assert done.returncode == 0, (text, done.stderr)
    assert text.count(b"\nmenuentry ") == max(len(entries), 1)
