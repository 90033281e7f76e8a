"""Who made a network card, in the short form a person would say, from the manufacturer table that scapy carries."""

from __future__ import annotations

import functools
import logging
import re
import threading
from collections.abc import Mapping

from fogportable.protocol.address import MacAddress

_log = logging.getLogger("fogportable.vendors")

#: Assigned to nobody, yet known to every technician.
_QEMU = bytes.fromhex("525400")

#: Beginnings of registered names, in lower case, and what people call those makers. Longer beginnings first.
_SHORT_FORMS = (
    ("hewlett packard enterprise", "HPE"),
    ("hewlett packard", "HP"),
    ("hp inc", "HP"),
    ("dell emc", "Dell EMC"),
    ("dell", "Dell"),
    ("lenovo", "Lenovo"),
    ("lcfc", "Lenovo"),
    ("asustek", "ASUS"),
    ("micro-star", "MSI"),
    ("giga-byte", "Gigabyte"),
    ("asrock", "ASRock"),
    ("elitegroup", "ECS"),
    ("super micro computer", "Supermicro"),
    ("hon hai precision", "Foxconn"),
    ("acer", "Acer"),
    ("fujitsu technology", "Fujitsu"),
    ("intel", "Intel"),
    ("realtek", "Realtek"),
    ("raspberry pi", "Raspberry Pi"),
    ("pcs systemtechnik", "VirtualBox"),
    ("cisco", "Cisco"),
    ("tp-link", "TP-Link"),
    ("samsung", "Samsung"),
)
#: The registry itself stands for blocks whose owner is listed under a longer prefix.
_NOBODY = ("ieee registration authority", "private", "officially xerox")

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_COMPANY_FORM = re.compile(
    r"[\s,]+(?:&\s*)?(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|mbh|ag|kg|kgaa|sa|sas|"
    r"sarl|srl|spa|bv|nv|ab|as|a/s|aps|oy|oyj|kk|pty|pte|sdn|bhd|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|k\.?k)"
    r"[\s.,]*$",
    re.IGNORECASE,
)


def vendor_of(mac: MacAddress) -> str:
    """The maker's short name; "" when unknown or when the address was made up. The first call takes about 0.2 s."""
    return _name_in(_table(), mac)


class VendorNames:
    """Maker names that never make the caller wait. Shared between threads: the table, set once."""

    def __init__(self) -> None:
        self._names: Mapping[str, str] | None = None
        self._is_loaded = threading.Event()
        self._has_begun = False

    def start_loading(self) -> None:
        """Begin in the background. A second call changes nothing."""
        if not self._has_begun:
            self._has_begun = True
            threading.Thread(target=self._load, name="fogp-vendors", daemon=True).start()

    def wait(self, timeout_s: float) -> bool:
        """Wait until loaded. False when that took longer."""
        return self._is_loaded.wait(timeout_s)

    def get(self, mac: MacAddress) -> str | None:
        """The maker's short name, "" when unknown, None while the table is still loading."""
        return None if self._names is None else _name_in(self._names, mac)

    def _load(self) -> None:
        self._names = _table()
        self._is_loaded.set()


def _name_in(names: Mapping[str, str], mac: MacAddress) -> str:
    octets = mac.octets
    if len(octets) != 6 or octets[0] & 0x01:
        return ""
    if octets.startswith(_QEMU):
        return "QEMU"
    if mac.is_locally_administered:
        return ""
    digits = octets.hex()
    # The registry hands out blocks of 36, 28 and 24 bits; the longest one knows the maker.
    for length in (9, 7, 6):
        name = names.get(digits[:length])
        if name is not None:
            return _short_form(name)
    return ""


@functools.lru_cache(maxsize=4096)
def _short_form(name: str) -> str:
    words = name.lower()
    if words.startswith(_NOBODY):
        return ""
    for beginning, short in _SHORT_FORMS:
        rest = words.removeprefix(beginning)
        if rest != words and not rest[:1].isalpha():
            return short
    plain = _BRACKETS.sub(" ", name).strip()
    while (shorter := _COMPANY_FORM.sub("", plain)) != plain and shorter:
        plain = shorter
    return plain.strip(" .,") or name


@functools.cache
def _table() -> Mapping[str, str]:
    """Prefix in hex digits (6, 7 or 9 of them) to registered name."""
    try:
        # Only the text of the table: `scapy.data` would read system files, write a cache and set up logging.
        from scapy.libs.manuf import DATA
    except ImportError as problem:
        _log.info("scapy carries no manufacturer table, so makers stay unknown: %s", problem)
        return {}
    names: dict[str, str] = {}
    for line in str(DATA).splitlines():
        fields = line.split(None, 2)
        if len(fields) < 2 or line.startswith("#"):
            continue
        prefix, _, bits = fields[0].partition("/")
        digits = prefix.replace(":", "").lower()[: int(bits) // 4 if bits.isdecimal() else 6]
        names[digits] = fields[2].lstrip("# ") if len(fields) == 3 else fields[1]
    return names
