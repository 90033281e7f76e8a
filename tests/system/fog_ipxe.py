"""iPXE with the command `params`, which FOG's scripts need: Debian's has it from version 2.0 on, after Debian 13."""

from __future__ import annotations

from pathlib import Path

from fogportable.bootfiles import apt
from fogportable.bootfiles.apt_sources import debian_mirror

#: The first release that has it.
_SUITE = "forky"


def fetch_ipxe_2(folder: Path) -> Path:
    """The folder of the package's programs: undionly.kpxe, ipxe.efi, snponly.efi, ipxe.lkrn and more.

    By apt with folders of its own, as `bootfiles get` brings older ones. Raises BootFileError.
    """
    mirror = debian_mirror()
    assert mirror is not None, "this machine has no mirror of Debian"
    folder.chmod(0o755)
    archive = apt.AptArchive(mirror, _SUITE, apt.find_keyring(_SUITE))
    apt.update_lists(archive, folder, lambda: False)
    package = apt.download(archive, folder, "ipxe", lambda: False)
    apt.unpack(package, folder / "tree", lambda: False)
    return folder / "tree" / "usr" / "lib" / "ipxe"
