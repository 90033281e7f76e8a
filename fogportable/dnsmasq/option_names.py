"""Names of DHCP options as dnsmasq writes them (`option:root-path`), and values as it reads them."""

from __future__ import annotations

import re
import struct
from ipaddress import IPv4Address

#: `dnsmasq --help dhcp` lists these.
_NUMBERS: dict[str, int] = {
    "netmask": 1, "time-offset": 2, "router": 3, "dns-server": 6, "log-server": 7, "lpr-server": 9, "hostname": 12,
    "boot-file-size": 13, "domain-name": 15, "swap-server": 16, "root-path": 17, "extension-path": 18,
    "ip-forward-enable": 19, "non-local-source-routing": 20, "policy-filter": 21, "max-datagram-reassembly": 22,
    "default-ttl": 23, "mtu": 26, "all-subnets-local": 27, "broadcast": 28, "router-discovery": 31,
    "router-solicitation": 32, "static-route": 33, "trailer-encapsulation": 34, "arp-timeout": 35,
    "ethernet-encap": 36, "tcp-ttl": 37, "tcp-keepalive": 38, "nis-domain": 40, "nis-server": 41, "ntp-server": 42,
    "vendor-encap": 43, "netbios-ns": 44, "netbios-dd": 45, "netbios-nodetype": 46, "netbios-scope": 47,
    "x-windows-fs": 48, "x-windows-dm": 49, "requested-address": 50, "lease-time": 51, "option-overload": 52,
    "message-type": 53, "server-identifier": 54, "parameter-request": 55, "message": 56, "max-message-size": 57,
    "T1": 58, "T2": 59, "vendor-class": 60, "client-id": 61, "nis+-domain": 64, "nis+-server": 65, "tftp-server": 66,
    "bootfile-name": 67, "mobile-ip-home": 68, "smtp-server": 69, "pop3-server": 70, "nntp-server": 71,
    "irc-server": 74, "user-class": 77, "rapid-commit": 80, "FQDN": 81, "agent-id": 82, "client-arch": 93,
    "client-interface-id": 94, "client-machine-id": 97, "posix-timezone": 100, "tzdb-timezone": 101,
    "ipv6-only": 108, "subnet-select": 118, "domain-search": 119, "sip-server": 120, "classless-static-route": 121,
    "vendor-id-encap": 125, "tftp-server-address": 150,
}  # fmt: skip
_BY_NAME = {name.lower(): number for name, number in _NUMBERS.items()}

_HEX = re.compile(r"[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2})+")
_NUMBER = re.compile(r"(\d{1,10})([bsi]?)")
_SIZES = {"b": ">B", "s": ">H", "i": ">I"}


def option_number(text: str) -> int | None:
    """The number of `17`, `option:17` or `option:root-path`; None for what is none of 1 to 254."""
    word = text.strip().removeprefix("option:")
    if word.isascii() and word.isdigit() and len(word) <= 3:
        return int(word) if 1 <= int(word) <= 254 else None
    return _BY_NAME.get(word.lower())


#: Options whose names are written as DNS writes them (RFC 3397, RFC 3361).
_DOMAIN_SEARCH, _SIP_SERVERS = 119, 120
#: What comes first in a list of SIP servers.
_SIP_NAMES, _SIP_ADDRESSES = b"\0", b"\1"
_DOMAIN = re.compile(r"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*\.?")


def option_value(code: int, fields: tuple[str, ...], is_quoted: tuple[bool, ...]) -> bytes | None:
    """The octets dnsmasq would send: addresses, networks, numbers, octets in hexadecimal, else text (parse_dhcp_opt).

    None when a number does not fit its size, or a name is none.
    """
    if not fields:
        return b""
    if not any(is_quoted):
        if all(map(_is_address_or_network, fields)):
            kind = _SIP_ADDRESSES if code == _SIP_SERVERS else b""
            return kind + b"".join(map(_address_or_network, fields))
        if len(fields) == 1 and _HEX.fullmatch(fields[0]):
            return bytes(int(pair, 16) for pair in fields[0].split(":"))
        if all(_NUMBER.fullmatch(each) for each in fields):
            return _numbers(fields)
    if code in (_DOMAIN_SEARCH, _SIP_SERVERS):
        names = _domains(fields)
        return names if names is None or code == _DOMAIN_SEARCH else _SIP_NAMES + names
    return ",".join(fields).encode()


def _domains(names: tuple[str, ...]) -> bytes | None:
    """The labels of each name with their lengths, without compression; None when one is no name."""
    if not all(map(_DOMAIN.fullmatch, names)):
        return None
    labels = (name.rstrip(".").split(".") for name in names)
    return b"".join(b"".join(bytes([len(each)]) + each.encode() for each in name) + b"\0" for name in labels)


def _numbers(fields: tuple[str, ...]) -> bytes | None:
    packed = b""
    for each in fields:
        found = _NUMBER.fullmatch(each)
        if found is None:
            return None
        number = int(found[1])
        size = found[2] or ("b" if number < 1 << 8 else "s" if number < 1 << 16 else "i")
        try:
            packed += struct.pack(_SIZES[size], number)
        except struct.error:
            return None
    return packed


def _is_address_or_network(text: str) -> bool:
    address, has_prefix, prefix = text.partition("/")
    is_prefix = not has_prefix or (prefix.isascii() and prefix.isdigit() and int(prefix[:3]) <= 32)
    return is_prefix and read_address(address) is not None


def _address_or_network(text: str) -> bytes:
    """A network is its prefix and as many octets as that needs (RFC 3442)."""
    address, has_prefix, prefix = text.partition("/")
    octets = IPv4Address(address.strip()).packed
    return bytes([int(prefix)]) + octets[: (int(prefix) + 7) // 8] if has_prefix else octets


def read_address(text: str) -> IPv4Address | None:
    """An IPv4 address; None for anything else, placeholders included."""
    try:
        return IPv4Address(text.strip())
    except ValueError:
        return None


def read_machine(text: str) -> IPv4Address | None:
    """The address of a machine: no network mask, group or placeholder such as 0.0.0.0. None for anything else."""
    address = read_address(text)
    if address is None or address.is_unspecified or address.is_multicast or address.is_reserved:
        return None
    return address
