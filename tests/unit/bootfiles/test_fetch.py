"""Fetching with an apt-get of the test's own; the real one is tried in tests/integration/test_bootfiles_get.py."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from fogportable.boot.boot_set import DEFAULT_SET
from fogportable.bootfiles import apt, fetch
from fogportable.bootfiles.fetch import fetch_from_debian, import_folder
from fogportable.bootfiles.offers import OFFERS, Loader, Offer
from fogportable.errors import BootFileError, FaultCode
from tests.fakes.boot_files import MACHINE_ARM64, bios_program, efi_program

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
MIRROR = "http://mirror.invalid/debian"


def _make_package(folder: Path) -> Path:
    tree = folder / "package"
    place = tree / "usr/lib/ipxe"
    place.mkdir(parents=True)
    (tree / "boot").mkdir()
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(
        "Package: ipxe\nVersion: 1.2-3\nArchitecture: all\nMaintainer: A <a@b.invalid>\nDescription: x\n"
    )
    (place / "undionly.kpxe").write_bytes(bios_program())
    (place / "snponly.efi").write_bytes(efi_program())
    (place / "ipxe-arm64.efi").write_bytes(efi_program(MACHINE_ARM64))
    (tree / "boot/ipxe.efi").write_bytes(efi_program())
    (place / "ipxe.efi").symlink_to("/boot/ipxe.efi")  # as Debian 12 has it
    (place / "ipxe.pxe").symlink_to("/etc/passwd")
    package = folder / "ipxe_1.2-3_all.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", tree, package], check=True, capture_output=True)
    return package


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for programs that comes first in PATH, and a keyring."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    keyring = tmp_path / "keyring.gpg"
    keyring.touch()
    monkeypatch.setattr(apt, "find_keyring", lambda suite: keyring)
    return folder


def _fake_apt(tools: Path, body: str) -> None:
    """`$1` is the action, `$conf` the configuration file, `$work` the private folder."""
    program = tools / "apt-get"
    head = "#!/bin/sh\nwhile [ $# -gt 1 ]; do case $1 in -c) conf=$2; shift 2;; -q) shift;; *) break;; esac; done\n"
    program.write_text(head + 'work=$(dirname "$conf")\n' + body)
    program.chmod(0o755)


def _good_apt(tools: Path, package: Path) -> None:
    _fake_apt(
        tools,
        f'cp "$conf" "{tools}/seen.conf"; cp "$work/etc/sources.list" "{tools}/seen.list"\n'
        'case $1 in update) touch "$work/state/lists/x_main_binary-amd64_Packages";; '
        f'download) [ "$2" = ipxe ] && cp "{package}" .;; esac\n',
    )


@needs_dpkg
def test_package_becomes_a_set_with_hashes_version_and_progress(tools: Path, tmp_path: Path) -> None:
    _good_apt(tools, _make_package(tmp_path))
    said: list[str] = []
    boot_set = fetch_from_debian(tmp_path / "sets", on_progress=said.append, mirror=MIRROR)
    assert boot_set.folder == tmp_path / "sets" / DEFAULT_SET
    assert (boot_set.title, boot_set.version) == ("iPXE from Debian 13", "1.2-3")
    assert {rule.file for rule in boot_set.rules} == {"undionly.kpxe", "snponly.efi", "ipxe-arm64.efi"}
    assert (boot_set.folder / "ipxe.efi").read_bytes() == efi_program()
    assert not (boot_set.folder / "ipxe.pxe").exists()  # led out of the package
    assert said[0] == "Reading the package list of Debian trixie."
    assert said[-1].startswith("Stored iPXE from Debian 13 (1.2-3) in ")
    assert any("Newer than this program's catalogue" in each for each in said)


def _make_secure_packages(folder: Path) -> None:
    places = {
        "shim-signed": "usr/lib/shim/shimx64.efi.signed",
        "shim-helpers-amd64-signed": "usr/lib/shim/mmx64.efi.signed",
        "grub-efi-amd64-signed": "usr/lib/grub/x86_64-efi-signed/grubnetx64.efi.signed",
    }
    for name, place in places.items():
        tree = folder / name
        for file, content in ((place, efi_program() + name.encode()), (f"usr/share/doc/{name}/copyright", b"GPL\n")):
            (tree / file).parent.mkdir(parents=True)
            (tree / file).write_bytes(content)
        (tree / "DEBIAN").mkdir()
        control = f"Package: {name}\nVersion: 2\nArchitecture: amd64\nMaintainer: A <a@b.invalid>\nDescription: x\n"
        (tree / "DEBIAN/control").write_text(control)
        package = folder / f"{name}_2_amd64.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "--build", tree, package], check=True, capture_output=True)


@needs_dpkg
def test_secure_boot_set_has_the_names_that_shim_asks_for(tools: Path, tmp_path: Path) -> None:
    _make_secure_packages(tmp_path)
    _fake_apt(
        tools,
        f'cp "$conf" "{tools}/seen.conf"\n'
        'case $1 in update) touch "$work/state/lists/x_main_binary-amd64_Packages";; '
        f'download) cp "{tmp_path}/$2"_*.deb .;; esac\n',
    )
    boot_set = fetch_from_debian(tmp_path / "sets", loader=Loader.SECURE_BOOT, mirror=MIRROR)
    assert boot_set.name == "secure-boot-debian-13"
    assert boot_set.title == "Shim and GRUB for Secure Boot from Debian 13"
    assert [rule.file for rule in boot_set.rules] == ["shimx64.efi"]
    content = {name: (boot_set.folder / name).read_bytes() for name in ("shimx64.efi", "grubx64.efi", "mmx64.efi")}
    assert content["shimx64.efi"].endswith(b"shim-signed")
    assert content["grubx64.efi"].endswith(b"grub-efi-amd64-signed")
    assert content["mmx64.efi"].endswith(b"shim-helpers-amd64-signed")
    assert (boot_set.folder / "COPYRIGHT-shim-signed.txt").is_file()
    assert "grub-efi-amd64-signed 2" in boot_set.version
    # On a machine of another kind, apt would look for packages of that kind.
    assert 'APT::Architecture "amd64";' in (tools / "seen.conf").read_text()


@needs_dpkg
def test_pxelinux_menu_of_the_user_outlives_bringing_pxelinux_again(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _good_apt(tools, _make_package(tmp_path))
    offer = Offer("p", "P", OFFERS[Loader.IPXE].packages, OFFERS[Loader.PXELINUX].starters)
    monkeypatch.setitem(OFFERS, Loader.PXELINUX, offer)
    menu = fetch_from_debian(tmp_path / "sets", loader=Loader.PXELINUX, mirror=MIRROR).folder / "pxelinux.cfg/default"
    assert "LOCALBOOT 0" in menu.read_text()
    menu.write_text("# mine\n")
    fetch_from_debian(tmp_path / "sets", loader=Loader.PXELINUX, mirror=MIRROR)
    assert menu.read_text() == "# mine\n"


@needs_dpkg
def test_apt_is_told_only_private_folders_and_no_hooks(tools: Path, tmp_path: Path) -> None:
    _good_apt(tools, _make_package(tmp_path))
    fetch_from_debian(tmp_path / "sets", mirror=MIRROR)
    config = (tools / "seen.conf").read_text()
    for name in ("State", "State::lists", "State::status", "Cache", "Cache::archives", "Etc::sourcelist", "Log"):
        (line,) = [each for each in config.splitlines() if each.startswith(f"Dir::{name} ")]
        assert "fogportable-bootfiles-" in line
    assert "Dir::Etc::parts" not in config  # the machine's, for its proxy
    assert "#clear APT::Update::Post-Invoke;" in config
    assert 'Acquire::AllowInsecureRepositories "false";' in config
    source = (tools / "seen.list").read_text()
    assert source.startswith("deb [signed-by=/")
    assert source.endswith(f"] {MIRROR} trixie main\n")


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ("E: The repository 'x trixie InRelease' is not signed.", FaultCode.FETCH_NOT_SIGNED, "trixie"),
        ("W: GPG error: NO_PUBKEY 6ED0E7B82643E131", FaultCode.FETCH_NOT_SIGNED, "trixie"),
        ("Err:1 Temporary failure resolving 'x'", FaultCode.FETCH_FAILED, "name cannot be resolved"),
        ("E: Failed to fetch  Could not connect to x", FaultCode.FETCH_FAILED, "does not answer"),
        ("E: The repository 'x' does not have a Release file.", FaultCode.FETCH_FAILED, "does not have trixie"),
        ("E: 407  Proxy Authentication Required", FaultCode.FETCH_FAILED, "proxy refuses"),
        ("E: Something new.", FaultCode.FETCH_FAILED, "apt says: Something new."),
        ("", FaultCode.FETCH_FAILED, "apt did not say why"),
    ],
)
def test_apts_words_become_a_fault_for_people(
    tools: Path, tmp_path: Path, words: str, code: FaultCode, part: str
) -> None:
    _fake_apt(tools, f'echo "{words}"; exit 100\n')
    with pytest.raises(BootFileError) as caught:
        fetch_from_debian(tmp_path / "sets", mirror=MIRROR)
    assert caught.value.code is code
    assert part in caught.value.fault.message
    assert words in caught.value.fault.detail
    assert not (tmp_path / "sets").exists()


def test_update_that_brings_no_list_is_a_failure_even_with_exit_code_0(tools: Path, tmp_path: Path) -> None:
    _fake_apt(tools, 'echo "W: Could not resolve x"; exit 0\n')
    with pytest.raises(BootFileError) as caught:
        fetch_from_debian(tmp_path / "sets", mirror=MIRROR)
    assert "cannot be resolved" in caught.value.fault.message


def test_stopping_ends_apt_and_its_children(tools: Path, tmp_path: Path) -> None:
    os.mkfifo(tools / "alive")
    reader = os.open(tools / "alive", os.O_RDONLY | os.O_NONBLOCK)
    try:
        _fake_apt(tools, f'exec 3> "{tools}/alive"; sleep 60 & touch "{tools}/started"; wait\n')
        with pytest.raises(BootFileError) as caught:
            fetch_from_debian(tmp_path / "sets", mirror=MIRROR, should_stop=(tools / "started").exists)
        assert caught.value.code is FaultCode.FETCH_STOPPED
        os.set_blocking(reader, True)
        assert os.read(reader, 1) == b""  # comes when the last of them is gone, not after 60 s
    finally:
        os.close(reader)


def test_time_is_bounded(tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_apt(tools, "exec sleep 60\n")
    monkeypatch.setattr(apt, "_UPDATE_LIMIT_S", 0.1)
    with pytest.raises(BootFileError) as caught:
        fetch_from_debian(tmp_path / "sets", mirror=MIRROR)
    assert "longer than" in caught.value.fault.message


def test_machine_without_apt_mirror_or_keyring_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code() -> FaultCode:
        with pytest.raises(BootFileError) as caught:
            fetch_from_debian(tmp_path / "sets")
        return caught.value.code

    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert code() is FaultCode.FETCH_NO_APT
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/true")
    monkeypatch.setattr(fetch, "debian_mirror", lambda: None)
    assert code() is FaultCode.FETCH_FAILED
    monkeypatch.setattr(fetch, "debian_mirror", lambda: MIRROR)
    with pytest.raises(BootFileError) as caught:
        apt.find_keyring("trixie", (tmp_path / "none",))
    assert caught.value.code is FaultCode.FETCH_NOT_SIGNED


# --- folders ----------------------------------------------------------------------------------------------------


def test_folder_is_copied_whole_with_what_its_loaders_load(tmp_path: Path) -> None:
    source = tmp_path / "My TFTP"
    (source / "grub").mkdir(parents=True)
    (source / "grubnetx64.efi").write_bytes(efi_program())
    (source / "grub/grub.cfg").write_text("menu")
    (tmp_path / "undionly.kpxe").write_bytes(bios_program())
    (source / "undionly.kpxe").symlink_to(tmp_path / "undionly.kpxe")
    boot_set = import_folder(source, tmp_path / "sets")
    assert boot_set.folder == tmp_path / "sets/my-tftp"
    assert boot_set.title == "My TFTP"
    assert {rule.file for rule in boot_set.rules} == {"grubnetx64.efi", "undionly.kpxe"}
    assert (boot_set.folder / "grub/grub.cfg").read_text() == "menu"
    assert not (boot_set.folder / "undionly.kpxe").is_symlink()


def test_folder_without_boot_files_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/notes.txt").write_text("hello")
    with pytest.raises(BootFileError) as caught:
        import_folder(tmp_path / "source", tmp_path / "sets")
    assert caught.value.code is FaultCode.FOLDER_WITHOUT_BOOT_FILES
    assert list((tmp_path / "sets").iterdir()) == []


def test_missing_too_large_and_stopped_imports_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code(source: Path, stop: bool = False) -> FaultCode:
        with pytest.raises(BootFileError) as caught:
            import_folder(source, tmp_path / "sets", should_stop=lambda: stop)
        return caught.value.code

    assert code(tmp_path / "gone") is FaultCode.ROOT_MISSING
    source = tmp_path / "source"
    source.mkdir()
    (source / "snponly.efi").write_bytes(efi_program())
    assert code(source, stop=True) is FaultCode.FETCH_STOPPED
    monkeypatch.setattr(fetch, "_MOST_BYTES", 100)
    assert code(source) is FaultCode.FOLDER_TOO_LARGE
