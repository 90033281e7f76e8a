"""TFTP and what else travels: `tftp-root`, settings of transfers, UEFI HTTP Boot."""

from __future__ import annotations

from dataclasses import replace

from fogportable.dnsmasq.draft import Draft
from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.outcome import Outcome, became, corrected, not_supported, unknown
from fogportable.language import say
from fogportable.model import LARGEST_BLOCK

#: Headers of IPv4, UDP and TFTP in a frame.
_HEADERS = 32
#: PATH_MAX of Linux.
_LONGEST_PATH = 4096
_PLAIN_BLOCK = 512
_SMALLEST_BLOCK = 8
_LOWEST_PORT, _HIGHEST_PORT = 1024, 65535


def tftp_root(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`tftp-root=<folder>[,<card>]`; the last one without a card counts."""
    if not line.value:
        return unknown(say("It names no folder."))
    if not _is_path(line.value):
        return unknown(say("It is no path of a folder."))
    if line.value != draft.folder.root:
        return corrected(say("A later line names the folder; it counts in dnsmasq too."))
    if len(line.fields) > 1 and line.fields[1]:
        return corrected(say("One folder serves all network interfaces."), ("boot.root", line.value))
    if not draft.folder.is_here:
        draft.to_do.append(
            say(
                "Copy the folder {folder} to this machine, or change boot.root: there is no such folder here.",
                folder=line.value,
            )
        )
    return became("boot.root", line.value)


def _is_path(text: str) -> bool:
    return bool(text) and "\t" not in text and len(text.encode()) <= _LONGEST_PATH


def last_root(lines: tuple[ConfigLine, ...]) -> str:
    """The folder that counts: of the last line without a card, else of the last line; "" without any."""
    roots = [each for each in lines if each.option == "tftp-root" and _is_path(each.value)]
    general = [each for each in roots if len(each.fields) == 1]
    chosen = (general or roots)[-1:]
    return chosen[0].value if chosen else ""


def no_block_size(draft: Draft, _line: ConfigLine, _index: int) -> Outcome:
    """`tftp-no-blocksize`."""
    draft.tftp = replace(draft.tftp, block_size_limit=_PLAIN_BLOCK)
    return became("tftp.block_size_limit", _PLAIN_BLOCK, say("Slow; take it out unless some firmware needs it."))


def mtu(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`tftp-mtu=<octets>`."""
    number = _number(line.value)
    if number is None or number - _HEADERS < _SMALLEST_BLOCK:
        return unknown(say("It is no size of a packet."))
    limit = min(number - _HEADERS, LARGEST_BLOCK, draft.tftp.block_size_limit)
    draft.tftp = replace(draft.tftp, block_size_limit=limit)
    return became("tftp.block_size_limit", limit)


def single_port(draft: Draft, _line: ConfigLine, _index: int) -> Outcome:
    """`tftp-single-port`."""
    draft.tftp = replace(draft.tftp, is_single_port=True)
    return became("tftp.single_port", "true")


def port_range(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`tftp-port-range=<first>,<last>`."""
    first, last = (_number(each) for each in (*line.fields, "", "")[:2])
    if first is None or last is None or first > last or last > _HIGHEST_PORT:
        return unknown(say("It is no range of ports."))
    if first < _LOWEST_PORT:
        return not_supported(say("Ports of transfers begin at {lowest_port}.", lowest_port=_LOWEST_PORT))
    draft.tftp = replace(draft.tftp, port_range=(first, last))
    outcome = became("tftp.port_first", first)
    return replace(outcome, became=(*outcome.became, *became("tftp.port_last", last).became))


def unique_root(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`tftp-unique-root[=ip|mac]`."""
    if line.value == "mac":
        draft.tftp = replace(draft.tftp, has_overlays=True)
        return became("tftp.overlays", "true", say("A folder named after the hardware address comes first."))
    return not_supported(say("Folders of single computers are named after the hardware address, not the IP address."))


def pxe_vendor(draft: Draft, line: ConfigLine, _index: int) -> Outcome:
    """`dhcp-pxe-vendor=<class>[,..]`: other beginnings of option 60."""
    others = [each for each in line.fields if each not in ("PXEClient", "HTTPClient")]
    changes: tuple[tuple[str, object], ...] = ()
    if "HTTPClient" in line.fields:
        draft.http = replace(draft.http, is_enabled=True)
        changes = (("http.enabled", "true"),)
    if others:
        return corrected(
            say("Only PXEClient and HTTPClient are answered, not {others}.", others=", ".join(others)), *changes
        )
    if not changes:
        return became("boot", "PXEClient", "Always answered.")
    return became("http.enabled", "true", say("UEFI HTTP Boot is answered with an address of our own HTTP service."))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None
