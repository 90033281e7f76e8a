"""Bring what the system lacks by apt: ask a person where there is one, and say what happens."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from machine import find_missing, has_terminal, is_root
from speech import CouldNotStart, say
from system_packages import DEBIAN_12, Distribution, Need, packages_for, this_distribution

#: How much of apt's own words is shown when it fails.
_LINES_SHOWN = 15


@dataclass(frozen=True)
class Asker:
    """How a person is reached. confirm is None where there is nobody to ask."""

    confirm: Callable[[str], bool] | None
    is_root: bool
    has_sudo: bool


def this_asker() -> Asker:
    """Whoever sits at this terminal, if anyone."""
    return Asker(confirm_on_terminal if has_terminal() else None, is_root(), shutil.which("sudo") is not None)


def confirm_on_terminal(question: str) -> bool:
    """One y/N question. No is the default, and the end of input is a no."""
    say(question, end=" ")
    try:
        return input().strip().lower() in ("y", "yes")
    except EOFError:
        return False


def ensure_packages(needs: tuple[Need, ...], *, may_use_apt: bool, asker: Asker | None = None) -> bool:
    """Install the packages of unmet needs. True when something was installed.

    Raises CouldNotStart where they are missing and cannot or may not be installed.
    """
    missing = find_missing(needs)
    if not missing:
        return False
    distribution = this_distribution()
    packages = packages_for(missing, distribution or DEBIAN_12)
    if distribution is None or shutil.which("apt-get") is None:
        raise CouldNotStart(
            f"Missing here: {_names(missing)}; on Debian 12 the packages {' '.join(packages)} bring them, "
            "so install what they are called on this system and try again."
        )
    if not may_use_apt:
        raise CouldNotStart(
            f"These {distribution.title} packages are missing and --no-apt is set: leave it out, "
            f"or run as root: {_by_hand(packages)}"
        )
    prefix = _ask(packages, distribution, asker or this_asker())
    _install(prefix, packages)
    still_missing = find_missing(missing)
    if still_missing:
        raise CouldNotStart(
            f"apt-get installed {' '.join(packages)}, but this is still missing: {_names(still_missing)}."
        )
    return True


def _names(needs: tuple[Need, ...]) -> str:
    return ", ".join(dict.fromkeys(need.name for need in needs))


def _by_hand(packages: tuple[str, ...]) -> str:
    return f"apt-get install --no-install-recommends {' '.join(packages)}"


def _ask(packages: tuple[str, ...], distribution: Distribution, asker: Asker) -> list[str]:
    """The words to put before apt-get. Raises CouldNotStart when nobody allows it or nothing can do it."""
    by_hand = f"Run this as root and try again: {_by_hand(packages)}"
    say(f"These {distribution.title} packages are missing: {', '.join(packages)}.")
    if not asker.is_root and not asker.has_sudo:
        raise CouldNotStart(by_hand)
    if asker.confirm is None:
        if not asker.is_root and not _sudo_works_without_a_password():
            raise CouldNotStart(by_hand)
        return [] if asker.is_root else ["sudo", "-n"]
    way = "apt-get" if asker.is_root else "sudo apt-get, which asks for your password"
    if not asker.confirm(f"Install them now with {way}? [y/N]"):
        raise CouldNotStart(f"Nothing was installed. {by_hand}")
    return [] if asker.is_root else ["sudo"]


def _sudo_works_without_a_password() -> bool:
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def _install(prefix: list[str], packages: tuple[str, ...]) -> None:
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    say("Reading the list of packages with apt-get update.")
    # A broken source of someone else's fails the update as a whole, and does not matter if the packages are found.
    _run_quietly([*quiet, "apt-get", "update"])
    say("Installing them with apt-get. This takes a minute or two.")
    done = _run_quietly([*quiet, "apt-get", "install", "--yes", "--no-install-recommends", *packages])
    if done.returncode != 0:
        say(_last_lines(done.stdout))
        raise CouldNotStart(f"apt-get could not install the packages. Run as root to see why: {_by_hand(packages)}")


def _run_quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=os.environ,
        check=False,
    )


def _last_lines(text: str) -> str:
    return "\n".join(text.splitlines()[-_LINES_SHOWN:])
