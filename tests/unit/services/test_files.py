"""Names in, files out, nothing outside the folder."""

from __future__ import annotations

import os
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogportable.boot.file_names import (
    AccessViolation,
    FileStoreError,
    FileUnreadable,
    NoSuchFile,
    is_optional,
    shown_name,
    split_name,
)
from fogportable.services import files
from fogportable.services.files import FileStore, OpenFile


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A boot folder, with something secret beside it."""
    folder = tmp_path / "boot"
    (folder / "Boot" / "Fonts").mkdir(parents=True)
    (folder / "ipxe.efi").write_bytes(b"MZ ipxe")
    (folder / "Boot" / "BCD").write_bytes(b"bcd")
    (folder / "Boot" / "Fonts" / "wgl4_boot.ttf").write_bytes(b"font")
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "boot-other").mkdir()
    (tmp_path / "boot-other" / "file").write_bytes(b"secret")
    return folder


def _read(file: OpenFile) -> bytes:
    try:
        return bytes(file.read_at(0, file.size))
    finally:
        file.close()


def _get(root: Path, name: bytes | str) -> bytes:
    return _read(FileStore(root).open(name))


# --- names that are served --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        b"ipxe.efi",
        b"/ipxe.efi",
        b"//ipxe.efi",
        b"\\ipxe.efi",
        b"./ipxe.efi",
        b"IPXE.EFI",
        b"ipxe.efi\xff",
        b"ipxe.efi\xff\xff",
        b"/tftpboot/ipxe.efi",
        b"tftpboot\\ipxe.efi",
        b"C:\\ipxe.efi",
        b"ipxe.efi.0",
        "ipxe.efi",
    ],
)
def test_ways_to_name_one_file(root: Path, name: bytes | str) -> None:
    assert _get(root, name) == b"MZ ipxe"


@pytest.mark.parametrize("name", [b"\\Boot\\BCD", b"boot/bcd", b"Boot/./BCD", b"Boot//BCD", b"\\boot\\BCD"])
def test_windows_names_are_found_without_case(root: Path, name: bytes) -> None:
    assert _get(root, name) == b"bcd"


def test_prefix_equal_to_the_root_is_dropped(root: Path) -> None:
    assert _get(root, os.fsencode(root) + b"/ipxe.efi") == b"MZ ipxe"


def test_real_folder_called_tftpboot_comes_before_the_dropped_prefix(root: Path) -> None:
    (root / "tftpboot").mkdir()
    (root / "tftpboot" / "ipxe.efi").write_bytes(b"inner")
    assert _get(root, b"/tftpboot/ipxe.efi") == b"inner"


def test_layer_suffix_leads_to_the_kpxe_file(root: Path) -> None:
    (root / "undionly.kpxe").write_bytes(b"undi")
    assert _get(root, b"undionly.0") == b"undi"
    assert _get(root, b"undionly.kpxe.0") == b"undi"


def test_exact_name_comes_before_one_of_other_case(root: Path) -> None:
    (root / "IPXE.efi").write_bytes(b"other")
    assert _get(root, b"ipxe.efi") == b"MZ ipxe"
    assert _get(root, b"IPXE.efi") == b"other"


def test_ambiguous_name_is_always_the_first_in_order(root: Path) -> None:
    (root / "IPXE.efi").write_bytes(b"first")
    assert _get(root, b"Ipxe.Efi") == b"first"


def test_name_that_is_not_ascii(root: Path) -> None:
    (root / "raum-größe.cfg").write_bytes(b"x")
    assert _get(root, "raum-größe.cfg".encode()) == b"x"
    assert _get(root, "raum-größe.cfg".encode("latin-1")) == b"x"


def test_link_inside_the_folder_is_followed(root: Path) -> None:
    (root / "link.efi").symlink_to("ipxe.efi")
    (root / "absolute.efi").symlink_to(root / "ipxe.efi")
    (root / "folder").symlink_to("Boot")
    assert _get(root, b"link.efi") == _get(root, b"absolute.efi") == b"MZ ipxe"
    assert _get(root, b"folder/bcd") == b"bcd"


def test_root_that_is_itself_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("boot")
    assert _get(tmp_path / "current", b"ipxe.efi") == b"MZ ipxe"


def test_empty_file(root: Path) -> None:
    (root / "empty").touch()
    assert _get(root, b"empty") == b""


# --- names that are refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        b"../secret",
        b"..\\secret",
        b"\\BOOT\\fonts\\..\\BCD",
        b"Boot/../../secret",
        b"/..",
        b"a/../ipxe.efi",
        b"file:stream",
        b"ipxe.efi:$DATA",
        b"con",
        b"CON",
        b"aux.efi",
        b"nul.tar.gz",
        b"com1",
        b"lpt9.txt",
        "com¹".encode(),
        b"Boot/prn",
        b"con .txt",
        b"con.",
        b"clock$",
        b"CONIN$",
        b"C:\\",
        b"/",
        b"\xff",
        b".",
        b"a\nb",
        b"a\x7fb",
        b"a\xffb\xe4",
        b"x" * 5000,
        b"x" * 256,
        b"/".join([b"d"] * 17),
        b"C:secret",
        b"Boot",
        b"Boot/Fonts/",
    ],
)
def test_attack_is_refused(root: Path, name: bytes) -> None:
    with pytest.raises(AccessViolation):
        FileStore(root).open(name)


@pytest.mark.parametrize(
    "name",
    [
        b"/etc/passwd",
        b"%2e%2e/secret",
        b"..%2fsecret",
        b".../secret",
        b"ipxe.efi.",
        b"ipxe.efi ",
        b"ipxe.efi/x",
        b"nothing",
        b"boot-other/file",
        b"icon",
        b"company",
        b"com10",
        b"tftpboot",
    ],
)
def test_name_of_nothing_is_not_found(root: Path, name: bytes) -> None:
    with pytest.raises(NoSuchFile):
        FileStore(root).open(name)


def test_link_out_of_the_folder_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "out").symlink_to(tmp_path / "secret")
    (root / "relative").symlink_to("../secret")
    (root / "folder").symlink_to(tmp_path)
    (root / "sibling").symlink_to(tmp_path / "boot-other")
    for name in (b"out", b"relative", b"folder/secret", b"folder/SECRET", b"sibling/file", b"OUT", b"folder/nothing"):
        with pytest.raises(AccessViolation):
            FileStore(root).open(name)


def test_link_that_leads_nowhere_or_to_itself(root: Path) -> None:
    (root / "dangling").symlink_to("nowhere")
    (root / "loop").symlink_to("loop")
    for name in (b"dangling", b"loop"):
        with pytest.raises(FileStoreError):
            FileStore(root).open(name)


def test_link_put_in_while_opening_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "swapped").symlink_to(tmp_path / "secret")
    with pytest.raises((OSError, AccessViolation)):
        files._open_beneath(str(root), ["swapped"])
    (root / "folder").symlink_to(tmp_path)
    with pytest.raises(OSError):  # noqa: PT011  ELOOP or ENOTDIR, whichever the kernel sees first
        files._open_beneath(str(root), ["folder", "secret"])


def test_pipe_is_refused_without_waiting_for_a_writer(root: Path) -> None:
    os.mkfifo(root / "pipe")
    with pytest.raises(AccessViolation):
        FileStore(root).open(b"pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_said_without_its_path(root: Path) -> None:
    (root / "ipxe.efi").chmod(0)
    with pytest.raises(FileUnreadable) as caught:
        FileStore(root).open(b"ipxe.efi")
    assert str(root) not in caught.value.reason


def test_error_of_the_disk_is_said_without_a_path(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error", str(root))

    monkeypatch.setattr(files, "_read_some", fail)
    with pytest.raises(FileUnreadable) as caught:
        FileStore(root).open(b"ipxe.efi")
    assert caught.value.reason == "the file cannot be read (Input/output error)"


def test_missing_root_means_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        FileStore(tmp_path / "gone").open(b"ipxe.efi")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60) | st.text("./\\aB:~\xff", max_size=30).map(str.encode))
def test_no_name_gets_out_or_raises_anything_else(root: Path, name: bytes) -> None:
    data, reason = b"bcd", ""
    try:
        data = _get(root, name)
    except FileStoreError as problem:
        reason = problem.reason
    assert data in (b"MZ ipxe", b"bcd", b"font")
    assert str(root) not in reason


# --- virtual files ----------------------------------------------------------------------------------------------


def test_virtual_file_always_wins(root: Path) -> None:
    (root / "boot.ipxe").write_bytes(b"from disk")
    store = FileStore(root, {"boot.ipxe": b"#!ipxe"})
    for name in (b"boot.ipxe", b"/BOOT.IPXE", b"/tftpboot/boot.ipxe"):
        file = store.open(name)
        assert file.name == "boot.ipxe"
        assert _read(file) == b"#!ipxe"


def test_virtual_file_may_depend_on_the_address_that_was_asked(root: Path) -> None:
    def script(name: str, server: IPv4Address) -> bytes | None:
        return f"#!ipxe {server}".encode() if name == "boot.ipxe" else None

    store = FileStore(root, script)
    assert _read(store.open(b"boot.ipxe", IPv4Address("10.0.0.5"))) == b"#!ipxe 10.0.0.5"
    assert _read(store.open(b"ipxe.efi", IPv4Address("10.0.0.5"))) == b"MZ ipxe"


# --- sharing ----------------------------------------------------------------------------------------------------


def _open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="counts descriptors in /proc")
def test_large_file_is_opened_once_for_all_and_closed_with_the_last(root: Path) -> None:
    content = os.urandom(3 * 2**20)
    (root / "large").write_bytes(content)
    store = FileStore(root)
    before = _open_descriptors()
    opened = [store.open(b"large") for _ in range(20)]
    assert _open_descriptors() == before + 1
    assert opened[7].read_at(1_000_000, 70_000) == content[1_000_000:1_070_000]
    for file in opened:
        file.close()
        file.close()
    assert _open_descriptors() == before
    assert not store._shared
    with pytest.raises(OSError, match="Bad file"):
        opened[0].read_at(0, 1)


def test_changed_file_is_read_anew(root: Path) -> None:
    store = FileStore(root)
    old = store.open(b"ipxe.efi")
    (root / "ipxe.efi").write_bytes(b"MZ newer ipxe")
    assert _read(store.open(b"ipxe.efi")) == b"MZ newer ipxe"
    assert _read(old) == b"MZ ipxe"


def test_large_file_that_shrinks_gives_short_reads_and_no_signal(root: Path) -> None:
    (root / "large").write_bytes(bytes(3 * 2**20))
    file = FileStore(root).open(b"large")
    os.truncate(root / "large", 100)
    assert len(file.read_at(0, 65536)) == 100
    assert file.read_at(2**20, 65536) == b""
    file.close()


# --- names for people -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "autoexec.ipxe",
        "pxelinux.cfg/01-52-54-00-12-34-56",
        "grub.cfg-01-52-54-00-12-34-56",
        "/grub/x86_64-efi/command.lst",
        "EFI/debian/grub.cfg",
        "revocations.efi",
        "shim_certificate_1.efi",
        "\\Boot\\Fonts\\chs_boot.ttf",
    ],
)
def test_names_that_loaders_try_are_expected_to_be_missing(name: str) -> None:
    assert is_optional(name)


@pytest.mark.parametrize("name", ["ipxe.efi", "undionly.kpxe", "vmlinuz", "grubx64.efi", "boot.wim", "boot.ipxe"])
def test_boot_files_are_not_expected_to_be_missing(name: str) -> None:
    assert not is_optional(name)


def test_shown_name_is_printable_and_bounded() -> None:
    assert shown_name(b"a\x1b[2J\nb\xff") == "a?[2J?b"
    assert len(shown_name(b"x" * 9000)) == 255


def test_split_name_unquotes_nothing() -> None:
    assert split_name(b"%2e%2e/x") == ("%2e%2e", "x")
