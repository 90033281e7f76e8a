"""A Debian 12 with only git and Python, made by debootstrap, and commands in it as on a machine just installed.

It uses the mirror, certificates and pip settings that this machine uses, and none of its packages.
Each command has mounts of its own, gone with it, so that nothing is left to unmount.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SUITE = "bookworm"
PACKAGES = "git,python3,ca-certificates"

_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
_CA_BUNDLE = "etc/ssl/certs/ca-certificates.crt"
#: Settings of apt that say how to reach the mirror. Hooks and lists of what to fetch stay behind.
_APT_SETTINGS = (
    "Acquire::http::",
    "Acquire::https::",
    "Acquire::Check-Date",
    "Acquire::Check-Valid-Until",
    "Acquire::Retries",
)
#: Variables that say how to reach package registries.
_ENVIRONMENT_PREFIXES = ("PIP_", "SSL_CERT_", "REQUESTS_CA_BUNDLE", "http_proxy", "https_proxy", "no_proxy")
#: Settings of pip that name folders and files of this machine.
_LOCAL_PIP_SETTINGS = ("find-links", "extra-index-url", "find_links", "extra_index_url", "constraint")

_ENTER = """
mount --bind "$1" "$1"
mount --bind /proc "$1/proc"
mount --rbind /dev "$1/dev"
mount --rbind /sys "$1/sys"
root=$1 folder=$2
shift 2
exec chroot "$root" env -i -C "$folder" "$@"
"""


@dataclass(frozen=True)
class AptSource:
    """One suite of Debian's own on this machine's mirror."""

    uri: str
    codename: str
    component: str


def apt_sources() -> tuple[AptSource, ...]:
    """The suites of Debian 12 that this machine's apt knows, the main one first. Empty on other systems."""
    wanted = "$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)"
    listing = _output(["apt-get", "indextargets", "--format", wanted, "Created-By: Packages"])
    rows = [line.split(" ") for line in listing.splitlines()]
    found = [
        AptSource(uri, codename, component)
        for uri, codename, component, *origin in rows
        if origin == ["Debian"] and codename.split("-")[0] == SUITE and component == "main"
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda source: len(source.codename)))


@dataclass(frozen=True)
class DebianRoot:
    """A folder that holds a Debian."""

    folder: Path

    @classmethod
    def build(cls, folder: Path, sources: tuple[AptSource, ...], packages: str = PACKAGES) -> DebianRoot:
        """Make it with debootstrap; about a minute. packages: with commas, beyond what every Debian has.

        Raises CalledProcessError with debootstrap's words.
        """
        command = ["debootstrap", "--variant=minbase", f"--include={packages}", f"--keyring={_KEYRING}"]
        subprocess.run([*command, SUITE, str(folder), sources[0].uri], check=True, stdout=subprocess.DEVNULL)
        root = cls(folder)
        root._configure_apt(sources)
        root._configure_network()
        root._configure_pip()
        return root

    def run(
        self,
        command: str,
        *,
        folder: str = "/",
        environment: Mapping[str, str] | None = None,
        timeout_s: float = 600,
    ) -> subprocess.CompletedProcess[str]:
        """Run a shell command inside, without terminal and display; standard error is kept with standard output."""
        return subprocess.run(
            self.words(command, folder=folder, environment=environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )

    def words(self, command: str, *, folder: str, environment: Mapping[str, str] | None = None) -> list[str]:
        """The command line that runs a shell command inside, in namespaces of its own."""
        variables = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            "LANG": "C.UTF-8",
            **registry_environment(),
            **(environment or {}),
        }
        settings = [f"{key}={value}" for key, value in variables.items()]
        enter = ["unshare", "--mount", "sh", "-eu", "-c", _ENTER, "enter"]
        return [*enter, str(self.folder), folder, *settings, "sh", "-c", command]

    def clone(self, repository: Path, where: str) -> None:
        """Put a clean clone of what is committed into it."""
        target = self.folder / where.lstrip("/")
        subprocess.run(["git", "clone", "--quiet", repository.as_uri(), str(target)], check=True)

    def _configure_apt(self, sources: tuple[AptSource, ...]) -> None:
        lines = [f"deb {source.uri} {source.codename} {source.component}" for source in sources]
        self._write("etc/apt/sources.list", lines)
        settings = [line for line in _output(["apt-config", "dump"]).splitlines() if line.startswith(_APT_SETTINGS)]
        self._write("etc/apt/apt.conf.d/99this-machine", settings)

    def _configure_network(self) -> None:
        for name in ("etc/resolv.conf", "etc/hosts", _CA_BUNDLE):
            if Path("/", name).exists():
                shutil.copyfile(Path("/", name), self.folder / name)

    def _configure_pip(self) -> None:
        listing = _output([sys.executable, "-m", "pip", "config", "list"])
        lines = ["[global]"]
        for row in listing.splitlines():
            name, _, value = row.partition("=")
            section, _, key = name.partition(".")
            if section == "global" and key not in _LOCAL_PIP_SETTINGS:
                lines.append(f"{key} = {shlex.split(value)[0]}")
        self._write("etc/pip.conf", lines)

    def _write(self, name: str, lines: list[str]) -> None:
        (self.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def registry_environment() -> dict[str, str]:
    """This machine's variables that a package client needs, without those that name folders of this machine."""
    return {
        key: value
        for key, value in os.environ.items()
        if key.startswith(_ENVIRONMENT_PREFIXES) and key.removeprefix("PIP_").lower() not in _LOCAL_PIP_SETTINGS
    }


def _output(command: list[str]) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
