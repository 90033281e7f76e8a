"""Names that are not quite those of a file, and folders that come before the boot folder."""

from __future__ import annotations

from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.boot.file_names import AccessViolation, NoSuchFile, meanings
from fogportable.boot.overlays import ClientHint
from fogportable.model import FileRescue
from fogportable.protocol.address import MacAddress
from fogportable.services.files import FileStore, OpenFile


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A boot folder, with something secret beside it."""
    folder = tmp_path / "boot"
    (folder / "Boot").mkdir(parents=True)
    (folder / "ipxe.efi").write_bytes(b"MZ ipxe")
    (folder / "Boot" / "BCD").write_bytes(b"bcd")
    (tmp_path / "secret").write_bytes(b"secret")
    return folder


def _read(file: OpenFile) -> bytes:
    try:
        return bytes(file.read_at(0, file.size))
    finally:
        file.close()


# --- rescues ----------------------------------------------------------------------------------------------------


def _why(root: Path, name: bytes | str) -> tuple[FileRescue, ...]:
    file = FileStore(root).open(name)
    file.close()
    return file.rescues


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (b"ipxe.efi", ()),
        (b"/ipxe.efi", ()),
        (b"IPXE.efi", (FileRescue.LETTER_CASE,)),
        (b"\\ipxe.efi", (FileRescue.BACKSLASHES,)),
        (b"ipxe.efi\xff", (FileRescue.TRAILING_OCTET,)),
        (b"/tftpboot/ipxe.efi", (FileRescue.ABSOLUTE_NAME,)),
        (b"C:\\ipxe.efi", (FileRescue.BACKSLASHES, FileRescue.ABSOLUTE_NAME)),
        (b"ipxe.efi.0", (FileRescue.LAYER_SUFFIX,)),
        (b"/tftpboot\\Ipxe.efi.0\xff", (*FileRescue,)[:5]),
    ],
)
def test_every_rescue_is_named(root: Path, name: bytes, why: tuple[FileRescue, ...]) -> None:
    assert _why(root, name) == why


def test_file_that_is_there_under_the_asked_name_is_no_rescue(root: Path) -> None:
    (root / "undionly.kpxe.0").symlink_to("ipxe.efi")  # as the page has it
    assert _why(root, b"undionly.kpxe.0") == ()


@pytest.mark.parametrize("name", [b"..0", b"...0", b"/tftpboot/...0", b"Boot\\...0"])
def test_layer_number_is_not_taken_from_what_leaves_the_folder(root: Path, name: bytes) -> None:
    for meaning in meanings(name, root):
        assert not {".", ".."} & set(meaning.name.split("/"))
    with pytest.raises(NoSuchFile):
        FileStore(root).open(name)


def test_ambiguous_name_names_what_else_fits(root: Path) -> None:
    (root / "IPXE.efi").write_bytes(b"first")
    file = FileStore(root).open(b"Ipxe.Efi")
    assert (file.name, file.others) == ("IPXE.efi", ("ipxe.efi",))


# --- overlays ---------------------------------------------------------------------------------------------------

_CLIENT = IPv4Address("10.0.0.9")
_MAC = MacAddress.parse("52:54:00:aa:bb:cc")


def _store(root: Path, arch: int | None = 7, *, has_overlays: bool = True) -> FileStore:
    return FileStore(
        root,
        {"boot.ipxe": b"ours", "other.ipxe": b"ours"},
        who_asks=lambda address: ClientHint(_MAC, arch) if address == _CLIENT else ClientHint(),
        has_overlays=has_overlays,
    )


def _put(root: Path, name: str, content: bytes) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_bytes(content)


def test_folder_of_the_computer_comes_before_that_of_the_architecture_and_the_root(root: Path) -> None:
    _put(root, "arch-x64/ipxe.efi", b"for x64")
    opened = _store(root).open(b"ipxe.efi", client=_CLIENT)
    assert (opened.place, opened.rescues) == ("arch-x64/ipxe.efi", (FileRescue.OVERLAY,))
    assert opened.name == "ipxe.efi", "what menus and rules call it"
    assert _read(opened) == b"for x64"
    _put(root, "52-54-00-aa-bb-cc/ipxe.efi", b"for one")
    assert _read(_store(root).open(b"/tftpboot\\IPXE.EFI", client=_CLIENT)) == b"for one"
    assert _read(_store(root).open(b"Boot/BCD", client=_CLIENT)) == b"bcd"


def test_folder_of_the_computer_may_be_in_capitals(root: Path) -> None:
    _put(root, "52-54-00-AA-BB-CC/ipxe.efi", b"for one")
    assert _read(_store(root).open(b"ipxe.efi", client=_CLIENT)) == b"for one"


@pytest.mark.parametrize(
    ("arch", "folder"), [(0, "bios"), (9, "x64"), (16, "x64"), (20, "bios"), (11, "arm64"), (10, "10")]
)
def test_folder_of_an_architecture_has_the_name_that_people_type(root: Path, arch: int, folder: str) -> None:
    _put(root, f"arch-{folder}/ipxe.efi", b"overlay")
    assert _read(_store(root, arch).open(b"ipxe.efi", client=_CLIENT)) == b"overlay"


def test_overlay_is_only_for_whom_it_is(root: Path) -> None:
    _put(root, "52-54-00-aa-bb-cc/ipxe.efi", b"for one")
    _put(root, "arch-x64/ipxe.efi", b"for x64")
    assert _read(_store(root).open(b"ipxe.efi", client=IPv4Address("10.0.0.10"))) == b"MZ ipxe"
    assert _read(_store(root).open(b"ipxe.efi")) == b"MZ ipxe"
    assert _read(_store(root, has_overlays=False).open(b"ipxe.efi", client=_CLIENT)) == b"MZ ipxe"


def test_our_script_is_ours_in_an_overlay_too_and_other_virtual_files_give_way(root: Path) -> None:
    for name in ("boot.ipxe", "other.ipxe"):
        _put(root, f"arch-x64/{name}", b"from disk")
    assert _read(_store(root).open(b"boot.ipxe", client=_CLIENT)) == b"ours"
    assert _read(_store(root).open(b"other.ipxe", client=_CLIENT)) == b"from disk"
    assert _read(_store(root).open(b"other.ipxe")) == b"ours"


def test_link_of_an_overlay_may_not_lead_out(root: Path, tmp_path: Path) -> None:
    (root / "arch-x64").symlink_to(tmp_path)
    with pytest.raises(AccessViolation):
        _store(root).open(b"secret", client=_CLIENT)
    (root / "arch-x64").unlink()
    _put(root, "arch-x64/own", b"")
    (root / "arch-x64" / "ipxe.efi").symlink_to("../ipxe.efi")
    assert _read(_store(root).open(b"ipxe.efi", client=_CLIENT)) == b"MZ ipxe"


def test_scripts_that_ipxe_tries_by_itself_are_served_from_the_folder(root: Path) -> None:
    for name in ("default.ipxe", "autoexec.ipxe"):
        _put(root, name, b"#!ipxe")
        assert _read(_store(root).open(name, client=_CLIENT)) == b"#!ipxe"
