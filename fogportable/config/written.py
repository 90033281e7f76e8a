"""What a profile looks like in its file: single values by dotted name, and rows of arrays of tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address

from fogportable.config.profile import Profile
from fogportable.config.settings import WAIT
from fogportable.model import BootRule, ExtraOption, MenuEntry, PrivateNetwork, PxeEntry, Seat, StaticHost
from fogportable.protocol.pxe.archs import arch_names

#: What can stand behind a key of a profile.
Value = int | str | bool | list[int | str]
#: One table of an array, in the order in which its keys are written.
Row = dict[str, Value]

#: Options whose value is IPv4 addresses (RFC 2132, RFC 5859), also where the octets look like letters.
_ADDRESS_OPTIONS = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 28, 41, 42, 44, 45, 48, 49, 65, 150, *range(68, 77)})

#: Arrays of tables, each with the keys by which a changed row is known again.
IDENTIFYING_KEYS: dict[tuple[str, str], tuple[str, ...]] = {
    ("room", "seat"): ("place",),
    ("boot", "rule"): ("file", "arch", "mac", "uuid"),
    ("menu", "entry"): ("text",),
    ("pxe_menu", "entry"): ("text",),
    ("options", "extra"): ("code",),
    ("private_network", "host"): ("mac", "address"),
}


def rows_of(profile: Profile) -> dict[tuple[str, str], tuple[Row, ...]]:
    """The rows of every array of tables."""
    private = profile.private_network
    return {
        ("room", "seat"): tuple(map(_seat, profile.room.seats)),
        ("boot", "rule"): tuple(map(_rule, profile.boot.rules)),
        ("menu", "entry"): tuple(map(_entry, profile.menu.entries)),
        ("pxe_menu", "entry"): tuple(map(_pxe_entry, profile.pxe_menu.entries)),
        ("options", "extra"): tuple(map(_extra, profile.options.extra)),
        ("private_network", "host"): tuple(map(_host, private.hosts)) if private is not None else (),
    }


def single_values(profile: Profile) -> dict[str, Value]:
    """Every key outside arrays of tables, by its dotted name; without the menu's default."""
    pxe_menu, tftp, options = profile.pxe_menu, profile.tftp, profile.options
    first_port, last_port = tftp.port_range or (0, 0)
    return {
        "room.name": profile.room.name,
        "room.computers": profile.room.computers,
        "room.columns": profile.room.columns,
        "room.rows": profile.room.rows,
        "room.pattern": profile.room.pattern,
        "network.interfaces": list(profile.network.interfaces),
        "network.relays": _texts(profile.network.relays),
        "boot.set": profile.boot.set,
        "boot.root": profile.boot.root,
        "boot.shape": str(profile.boot.shape),
        "boot.ipxe_clients": str(profile.boot.ipxe_clients),
        "boot.next_server": _text(profile.boot.next_server),
        "clients.allow": _texts(profile.clients.allow),
        "clients.deny": _texts(profile.clients.deny),
        "clients.approve": profile.clients.needs_approval,
        "clients.approved": _texts(profile.clients.approved),
        "options.root_path": options.root_path,
        "options.config_file": options.config_file,
        "options.path_prefix": options.path_prefix,
        "options.tftp_address": options.has_tftp_address,
        "menu.title": profile.menu.title,
        "menu.timeout": profile.menu.timeout_s,
        "pxe_menu.prompt": pxe_menu.prompt,
        "pxe_menu.timeout": WAIT if pxe_menu.timeout_s is None else pxe_menu.timeout_s,
        "pxe_menu.answers_broadcast": pxe_menu.answers_broadcast,
        "pxe_menu.multicast": _text(pxe_menu.multicast),
        **(_private_network(profile.private_network) if profile.private_network is not None else {}),
        "tftp.single_port": tftp.is_single_port,
        "tftp.port_first": first_port,
        "tftp.port_last": last_port,
        "tftp.block_size_limit": tftp.block_size_limit,
        "tftp.window_limit": tftp.window_limit,
        "tftp.rollover_to_one": tftp.rolls_over_to_one,
        "tftp.overlays": tftp.has_overlays,
        "http.enabled": profile.http.is_enabled,
        "http.port": profile.http.port,
        "fog.server": profile.fog.server,
        "fog.mode": str(profile.fog.mode),
        "fog.finished_to_disk": profile.fog.finishes_to_disk,
    }


def _private_network(private: PrivateNetwork) -> dict[str, Value]:
    return {
        "private_network.interface": private.interface,
        "private_network.first": str(private.first),
        "private_network.last": str(private.last),
        "private_network.lease_time": private.lease_s,
        "private_network.router": _text(private.router),
        "private_network.dns": _texts(private.dns),
        "private_network.domain": private.domain,
    }


def _seat(seat: Seat) -> Row:
    return {"place": seat.place} | _written(
        {"name": seat.name, "uuid": str(seat.uuid or ""), "mac": str(seat.mac or ""), "host": seat.host}
    )


def _rule(rule: BootRule) -> Row:
    return _written(
        {
            "arch": _archs(rule.archs),
            "mac": _few(_texts(rule.macs)),
            "uuid": _few(_texts(rule.uuids)),
            "file": rule.file,
            "script": rule.script,
            "shape": str(rule.shape or ""),
            "next_server": _text(rule.next_server),
            "ignore": rule.is_ignored,
        }
    )


def _entry(entry: MenuEntry) -> Row:
    return {"text": entry.text, "action": str(entry.action)} | _written(
        {
            "url": entry.url,
            "file": entry.file,
            "wim": entry.wim,
            "bcd": entry.bcd,
            "sdi": entry.sdi,
            "wimboot": entry.wimboot,
            "iso": entry.iso,
            "memdisk": entry.memdisk,
            "kernel": entry.kernel,
            "initrd": _few(list(entry.initrd)),
            "arguments": entry.arguments,
        }
    )


def _pxe_entry(entry: PxeEntry) -> Row:
    return {"text": entry.text, "action": str(entry.action)} | _written(
        {"arch": _archs(entry.archs), "file": entry.file, "server": _text(entry.server), "type": entry.type}
    )


def _extra(option: ExtraOption) -> Row:
    return {"code": option.code} | _value_of(option) | _written({"arch": _archs(option.archs)})


def _value_of(option: ExtraOption) -> Row:
    """As people would write it: addresses, a text where it is one, else in hexadecimal."""
    value = option.value
    if option.code in _ADDRESS_OPTIONS and value and len(value) % 4 == 0:
        addresses = _texts(IPv4Address(value[at : at + 4]) for at in range(0, len(value), 4))
        if len(set(addresses)) == len(addresses):  # In a list of a profile everything stands once.
            return {"addresses": addresses}
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text.strip() and text.isprintable():
        return {"text": text}
    return {"hex": value.hex(" ")}


def _host(host: StaticHost) -> Row:
    return {"mac": str(host.mac), "address": str(host.address)} | _written(
        {"name": host.name, "infinite": host.is_infinite}
    )


def _written(values: Mapping[str, Value]) -> Row:
    """Without what says nothing."""
    return {key: value for key, value in values.items() if value}


def _archs(archs: frozenset[int]) -> Value:
    return _few([int(name) if name.isdigit() else name for name in arch_names(archs)])


def _few(values: list[int | str]) -> Value:
    """A single value stands without brackets."""
    return values[0] if len(values) == 1 else values


def _texts(values: Iterable[object]) -> list[int | str]:
    return [str(value) for value in values]


def _text(address: IPv4Address | None) -> str:
    return str(address) if address is not None else ""
