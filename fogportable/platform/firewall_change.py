"""Letting the boot ports in: a change of the firewall that is listed, written down before it is made, and undone.

The file stays until the change is undone, so that the next start finds what a crash has left behind.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from fogportable.platform.firewall import FirewallFacts, find_program, tables_in_nft
from fogportable.platform.firewall_iptables import tables_in
from fogportable.platform.firewall_nft import input_chains
from fogportable.platform.firewall_walk import IncomingPacket
from fogportable.platform.privilege import Ask

#: What our rules are known by. iptables and ufw keep it as a comment too.
COMMENT = "fog-portable"
_TIMEOUT_S = 20.0
#: A person looks for the password, mistypes it, tries again.
_PROMPT_TIMEOUT_S = 120.0
_ZONE_NAME = re.compile(r"[\w-]+")

Command = tuple[str, ...]
#: Runs commands in order until one fails, as an administrator. Raises OSError with what that one said.
Do = Callable[[Sequence[Command]], None]


class FrontEnd(StrEnum):
    """By whom the rules are kept: a change goes through the same program."""

    FIREWALLD = "firewalld"
    UFW = "ufw"
    IPTABLES = "iptables"
    NFTABLES = "nftables"


@dataclass(frozen=True, slots=True)
class FirewallChange:
    """do: commands that let packets in, in order. undo: what takes them back. front_end: the first that is told."""

    front_end: FrontEnd
    do: tuple[Command, ...]
    undo: tuple[Command, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The commands as a person would type them."""
        return tuple(shlex.join(each) for each in self.do)


def plan_change(facts: FirewallFacts, packets: Iterable[IncomingPacket]) -> FirewallChange | None:
    """What would let these packets in, on their cards only; None where no firewall is known that could be told.

    Until firewalld is loaded again or the machine restarts, its change is gone by itself; of the others ufw's stays.
    """
    wanted = tuple(packets)
    if facts.zone is not None:
        return _for_firewalld(facts.zone, wanted)
    if facts.is_ufw_on:
        return _for_ufw(wanted)
    of_iptables = tables_in_nft(facts.iptables)
    chains = [each for each in input_chains(facts.nft or "") if not (each[0] == "ip" and each[1] in of_iptables)]
    by_nft = _for_nft(chains, wanted)
    changes = [_for_iptables(_iptables(text), wanted) for text in facts.iptables if "filter" in tables_in(text)]
    # Whichever of them drops: the others have to accept all the same.
    do = (*by_nft, *(command for each in changes for command in each[0]))
    front_end = FrontEnd.NFTABLES if by_nft else FrontEnd.IPTABLES
    undo = (*(_nft_undo(*each) for each in chains), *(command for each in changes for command in each[1]))
    return FirewallChange(front_end, do, undo) if do else None


def opening_commands(facts: FirewallFacts, packets: Iterable[IncomingPacket]) -> tuple[str, ...]:
    """The same as text for people; without a known firewall what has to be let in."""
    wanted = tuple(packets)
    change = plan_change(facts, wanted)
    if change is not None:
        return change.lines()
    return (f"{', '.join(each.label for each in wanted)} on {wanted[0].interface}",) if wanted else ()


def make_change(change: FirewallChange, file: Path, *, do: Do) -> None:
    """Write the change down, then make it; what fails midway is undone. do: runs commands as root.

    Raises OSError; PermissionError when nothing was run.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.write_text(json.dumps(asdict(change)), "utf-8")
    os.replace(draft, file)
    try:
        do(change.do)
    except PermissionError:
        file.unlink()  # Nobody was let in, so nothing was made.
        raise
    except OSError:
        with contextlib.suppress(OSError):
            undo_change(file, do=do)
        raise


def changed_by(file: Path) -> FirewallChange | None:
    """The change that is in force, or that a crash left behind; None when there is none. Raises OSError if damaged."""
    try:
        written = json.loads(file.read_text("utf-8"))
        made, undo = (tuple(tuple(map(str, each)) for each in written[key]) for key in ("do", "undo"))
        return FirewallChange(FrontEnd(written["front_end"]), made, undo)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as problem:
        raise OSError(f"{file} is damaged: {problem!r}") from problem


def undo_change(file: Path, *, do: Do) -> bool:
    """Take back what `make_change` made, and forget it. False when nothing was to undo. Raises OSError, file kept.

    What was never made, because a crash came in between, cannot be taken back and is no fault.
    """
    change = changed_by(file)
    if change is None:
        return False
    do(tuple(("sh", "-c", f"{shlex.join(each)} || true") for each in change.undo))
    file.unlink()
    return True


def run_as_root(ask: Ask) -> Do:
    """Runs commands one after the other until one fails. An ordinary user is asked once for all of them, if at all."""

    def do(commands: Sequence[Command]) -> None:
        if os.geteuid() == 0:
            for each in commands:
                _run(each)
            return
        way = _way_to_root(ask)
        if way is None:
            raise PermissionError("only an administrator may change the firewall")
        _run((*way, "sh", "-c", " && ".join(map(shlex.join, commands))))

    return do


def _way_to_root(ask: Ask) -> Command | None:
    if ask is Ask.WINDOW and shutil.which("pkexec") is not None:
        return ("pkexec", "--disable-internal-agent")
    if ask is Ask.TERMINAL and shutil.which("sudo") is not None:
        return ("sudo",)
    return None


def _for_firewalld(zone: str, packets: Sequence[IncomingPacket]) -> FirewallChange:
    name = _ZONE_NAME.match(zone)
    at = (f"--zone={name[0]}",) if name else ()
    ports = [f"{_ports(each, '-')}/{each.protocol}" for each in packets]
    return FirewallChange(
        FrontEnd.FIREWALLD,
        tuple(("firewall-cmd", *at, f"--add-port={port}") for port in ports),
        tuple(("firewall-cmd", *at, f"--remove-port={port}") for port in ports),
    )


def _for_ufw(packets: Sequence[IncomingPacket]) -> FirewallChange:
    rules = [
        ("allow", "in", "on", each.interface, "to", "any", "port", _ports(each, ":"), "proto", each.protocol)
        for each in packets
    ]
    return FirewallChange(
        FrontEnd.UFW,
        tuple(("ufw", *rule, "comment", COMMENT) for rule in rules),
        tuple(("ufw", "delete", *rule) for rule in rules),
    )


def _iptables(saved: str) -> str:
    """Which iptables keeps these rules."""
    return "iptables" if tables_in_nft((saved,)) else "iptables-legacy"


def _for_iptables(program: str, packets: Sequence[IncomingPacket]) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
    mark = ("-m", "comment", "--comment", COMMENT, "-j", "ACCEPT")
    rules = [("-i", each.interface, "-p", each.protocol, "--dport", _ports(each, ":"), *mark) for each in packets]
    return tuple((program, "-I", "INPUT", *rule) for rule in rules), tuple(
        (program, "-D", "INPUT", *rule) for rule in rules
    )


def _for_nft(chains: Sequence[tuple[str, str, str]], packets: Sequence[IncomingPacket]) -> tuple[Command, ...]:
    """In every chain that the kernel calls for what comes in: one that accepts does not keep the next from dropping."""
    commands: list[Command] = []
    for family, table, chain in chains:
        for each in packets:
            rule = ("iifname", f'"{each.interface}"', each.protocol, "dport", _ports(each, "-"), "accept")
            commands.append(("nft", "insert", "rule", family, table, chain, *rule, "comment", f'"{COMMENT}"'))
    return tuple(commands)


def _ports(packet: IncomingPacket, separator: str) -> str:
    first, last = packet.ports
    return str(first) if first == last else f"{first}{separator}{last}"


def _nft_undo(family: str, table: str, chain: str) -> Command:
    """Handles are known only once the rules are there: found by their comment when they are taken back."""
    place = shlex.join((family, table, chain))
    find = f"nft -a list chain {place} | sed -n 's/.*comment \"{COMMENT}\".*# handle \\([0-9]*\\)$/\\1/p'"
    return ("sh", "-c", f'{find} | while read -r handle; do nft delete rule {place} handle "$handle"; done')


def _run(command: Command) -> None:
    path = find_program(command[0])
    if path is None:
        raise FileNotFoundError(f"{command[0]} is not here")
    is_asked = command[0] in ("pkexec", "sudo")
    try:
        done = subprocess.run(
            (path, *command[1:]),
            stdin=None if is_asked else subprocess.DEVNULL,
            capture_output=True,
            timeout=_PROMPT_TIMEOUT_S if is_asked else _TIMEOUT_S,
            check=False,
            env={**os.environ, "PATH": os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))},
        )
    except subprocess.TimeoutExpired as problem:
        raise TimeoutError(f"{command[0]} did not end") from problem
    said = done.stderr.decode(errors="replace").strip()
    # pkexec(1): 126 and 127 for a prompt that was closed or led nowhere. sudo says so in its own name.
    if is_asked and (done.returncode in (126, 127) or said.startswith("sudo:")):
        raise PermissionError(said)
    if done.returncode != 0:
        raise OSError(f"{shlex.join(command)}: {said}")
