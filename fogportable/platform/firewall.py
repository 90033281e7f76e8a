"""The firewall of this machine, read and never changed: would it let in what a boot server hears?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fogportable.platform.firewall_iptables import judge_iptables, tables_in
from fogportable.platform.firewall_nft import judge_nft
from fogportable.platform.firewall_other_systems import judge_macos, judge_netsh
from fogportable.platform.firewall_walk import IncomingPacket, Judgement, Passage
from fogportable.platform.firewall_zones import is_ufw_on, judge_zone

__all__ = ["FirewallFacts", "IncomingPacket", "Judgement", "Passage", "judge_firewall", "read_firewall"]

_TIMEOUT_S = 5.0
#: A ruleset of a large machine; more is not read.
_LONGEST_CHARACTERS = 16_000_000
#: Where programs of an administrator lie, which an ordinary user's path leaves out.
_FOLDERS = ("/usr/sbin", "/sbin")
_UFW_CONF = Path("/etc/ufw/ufw.conf")
_MODULES = Path("/sys/module")
_MODULE_FOLDER = Path("/lib/modules")
#: The kernel's packet filters; without any of them nothing is filtered.
_FILTER_MODULES = ("nf_tables", "ip_tables", "ip6_tables")
#: How iptables-save heads what nftables holds, too.
_KIND_IN_NFT = "(nf_tables)"
_MAC_FIREWALL = "/usr/libexec/ApplicationFirewall/socketfilterfw"

#: Runs a program and gives what it prints; None when it is not there or says no.
Run = Callable[[Sequence[str]], str | None]


@dataclass(frozen=True, slots=True)
class FirewallFacts:
    """What the firewall's own programs printed; None for what is not there or may not be read.

    iptables: of iptables-save, legacy and nf_tables. zone: firewalld's, of the card, where firewalld runs.
    has_filter: False when this system surely filters nothing. netsh: the current profile and the rules. macos: state,
    block all, programs.
    """

    nft: str | None = None
    iptables: tuple[str, ...] = ()
    zone: str | None = None
    is_ufw_on: bool = False
    has_filter: bool = True
    netsh: tuple[str, str] | None = None
    macos: tuple[str, str, str] | None = None


def read_firewall(interface: str, *, run: Run | None = None, system: str = sys.platform) -> FirewallFacts:
    """Ask all firewall programs that are here, for this card. Blocks for up to some seconds. Changes nothing."""
    run = run or _run
    if system.startswith("linux"):
        return _read_linux(interface, run)
    if system == "win32":
        profile = run(("netsh", "advfirewall", "show", "currentprofile"))
        rules = run(("netsh", "advfirewall", "firewall", "show", "rule", "name=all", "dir=in", "verbose"))
        return FirewallFacts(netsh=None if profile is None or rules is None else (profile, rules))
    if system == "darwin":
        said = [run((_MAC_FIREWALL, flag)) for flag in ("--getglobalstate", "--getblockall", "--listapps")]
        state, block_all, applications = said
        return FirewallFacts(macos=None if state is None else (state, block_all or "", applications or ""))
    return FirewallFacts()


def judge_firewall(facts: FirewallFacts, packet: IncomingPacket, *, program: str = sys.executable) -> Judgement:
    """Whether the packet gets in. The kernel's own rules tell most; without them, what the front end says."""
    if facts.netsh is not None:
        return judge_netsh(*facts.netsh, packet, program=program)
    if facts.macos is not None:
        return judge_macos(*facts.macos, packet, program=program)
    if facts.nft is not None or facts.iptables:
        return _strictest(_of_kernel(facts, packet))
    if facts.zone is not None:
        return judge_zone(facts.zone, packet)
    if not facts.has_filter:
        return Judgement(Passage.ALLOWED)
    if facts.is_ufw_on:
        return Judgement(Passage.UNKNOWN, "ufw is switched on, and only an administrator may read its rules")
    return Judgement(Passage.UNKNOWN)


def tables_in_nft(saved: Sequence[str]) -> frozenset[str]:
    """The tables of iptables that nft shows too, as family `ip`. saved: what iptables-save printed."""
    return frozenset[str]().union(*(tables_in(text) for text in saved if _KIND_IN_NFT in text))


def _of_kernel(facts: FirewallFacts, packet: IncomingPacket) -> list[Judgement]:
    found = [judge_iptables(text, packet) for text in facts.iptables]
    if facts.nft is not None:
        # nft shows the conditions of iptables' tables without what they compare.
        found.append(judge_nft(facts.nft, packet, leave_out=tables_in_nft(facts.iptables)))
    return found


def _strictest(found: Sequence[Judgement]) -> Judgement:
    """Every filter has a say: one that blocks is enough."""
    for passage in (Passage.BLOCKED, Passage.UNKNOWN):
        for each in found:
            if each.passage is passage:
                return each
    return Judgement(Passage.ALLOWED)


def _read_linux(interface: str, run: Run) -> FirewallFacts:
    nft = run(("nft", "-j", "list", "ruleset"))
    saved = dict.fromkeys(run((name,)) for name in ("iptables-nft-save", "iptables-legacy-save", "iptables-save"))
    iptables = tuple(text for text in saved if text)
    is_firewalld = nft is not None and '"firewalld"' in nft
    is_unread = nft is None and not iptables
    zone = _zone(interface, run) if is_firewalld or is_unread else None
    try:
        ufw = _UFW_CONF.read_text(encoding="utf-8", errors="replace")
    except OSError:
        ufw = ""
    return FirewallFacts(nft, iptables, zone, is_ufw_on(ufw), has_filter=may_filter())


def may_filter(modules: Path = _MODULES, folder: Path = _MODULE_FOLDER) -> bool:
    """False when this kernel surely filters nothing: its filters are modules, and none is loaded.

    modules: of the running kernel. folder: where the list of what is built in lies.
    """
    if any((modules / name).exists() for name in _FILTER_MODULES):
        return True
    try:
        built_in = (folder / os.uname().release / "modules.builtin").read_text("ascii", "replace")
    except OSError:
        return True  # A kernel without a list may have them built in.
    return any(f"/{name}.ko" in built_in for name in _FILTER_MODULES)


def _zone(interface: str, run: Run) -> str | None:
    if (run(("firewall-cmd", "--state")) or "").strip() != "running":
        return None
    name = run(("firewall-cmd", f"--get-zone-of-interface={interface}")) or run(("firewall-cmd", "--get-default-zone"))
    return run(("firewall-cmd", f"--zone={name.strip()}", "--list-all")) if name else None


def find_program(name: str) -> str | None:
    """Where a program lies, also where only an administrator's path leads; None when it is not here."""
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(_FOLDERS))


def _run(command: Sequence[str]) -> str | None:
    path = find_program(command[0])
    if path is None:
        return None
    try:
        done = subprocess.run(
            (path, *command[1:]),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    text = done.stdout.decode(errors="replace")
    return text if done.returncode == 0 and len(text) <= _LONGEST_CHARACTERS else None
