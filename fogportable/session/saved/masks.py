"""What is made unknowable in a saved session: consistently, so that the same computer is still the same everywhere.

Everything that stands for something else has its length, so that packets keep their form: in text and in frames alike.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address

_MAC = re.compile(r"(?<![0-9a-fA-F:])[0-9a-fA-F]{2}(?:([:-])[0-9a-fA-F]{2})(?:\1[0-9a-fA-F]{2}){4,14}(?![0-9a-fA-F:])")
_UUID = re.compile(r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")
_ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
#: In addresses of pages, and in arguments of kernels.
_SECRETS = (
    re.compile(r"(?<=://)[^/@\s\"']+(?=@)"),
    re.compile(r"(?i)(?:pass(?:word|wd)?|token|secret|api[_-]?key|user-token)=([^\s&\"';]+)"),
)
_HOME = re.compile(r"(?<![\w])/(?:home|Users)/[^/\s\"']+")
#: Shorter names would be found in the middle of other words.
_SHORTEST_NAME = 3
#: The maker's part of a hardware address stays.
_MAKER_BYTES = 3
_FIRST_MULTICAST = 224
#: Texts that are remembered, and their length: a journal says the same thousands of times.
_MOST_KEPT, _LONGEST_KEPT = 16_384, 256


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a person wants masked. Secrets, FOG's address of pages and the home folder are never written anyway."""

    macs: bool = False
    names: bool = False
    addresses: bool = False


class Masks:
    """For one file. key: makes it impossible to try out which address was meant."""

    def __init__(
        self,
        redaction: Redaction,
        *,
        names: Iterable[str] = (),
        fog_hosts: Iterable[str] = (),
        key: bytes | None = None,
    ) -> None:
        """names: of computers. fog_hosts: whose pages' addresses are taken out. hidden: counts texts that were not
        given back as they came.
        """
        self.redaction = redaction
        self._key = key or secrets.token_bytes(16)
        self._macs: dict[bytes, bytes] = {}
        self._used_macs: set[bytes] = set()
        self._makers: dict[tuple[bytes, int], None] = {}  # with how many octets their addresses have, in order
        self._octets: dict[tuple[bytes, int], int] = {}
        self._uuids: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self.hidden = 0
        known = {each for each in names if len(each) >= _SHORTEST_NAME}
        self._names = {name: _stand_in(name, place) for place, name in enumerate(sorted(known), start=1)}
        self._name = _any_of(self._names) if redaction.names else None
        hosts = [each for each in fog_hosts if each]
        self._pages = re.compile(rf"(?<=://)(?:{'|'.join(map(re.escape, hosts))})[^\s\"']*") if hosts else None
        self._fog_name = _any_of([each for each in hosts if not _ADDRESS.fullmatch(each)])

    def text(self, text: str) -> str:
        """A text of the same length; the same object where nothing is to be hidden."""
        known = self._said.get(text)
        if known is None:
            known = self._masked(text)
            if len(text) <= _LONGEST_KEPT:
                if len(self._said) >= _MOST_KEPT:
                    self._said.clear()
                self._said[text] = known
        if known == text:
            return text
        self.hidden += 1
        return known

    def _masked(self, text: str) -> str:
        for pattern in (self._pages, self._fog_name, *_SECRETS, _HOME):
            if pattern is not None:
                text = pattern.sub(_crossed_out, text)
        if self.redaction.macs:
            text = _UUID.sub(lambda found: self._uuid(found[0]), text)
            text = _MAC.sub(lambda found: self._mac_text(found[0], found[1]), text)
        if self.redaction.addresses:
            text = _ADDRESS.sub(lambda found: self._address_text(found[0]), text)
        if self._name is not None:
            text = self._name.sub(lambda found: self._names[found[0]], text)
        return text

    def mac(self, octets: bytes) -> bytes:
        """Another hardware address of the same maker; broadcast, group and no address stay."""
        if not self.redaction.macs or len(octets) <= _MAKER_BYTES or not any(octets) or octets[0] & 1:
            return octets
        masked = self._macs.get(octets)
        turn = 0
        while masked is None or (masked in self._used_macs and octets not in self._macs):
            tail = hashlib.blake2b(octets + bytes([turn % 256]), key=self._key).digest()
            masked, turn = octets[:_MAKER_BYTES] + tail[: len(octets) - _MAKER_BYTES], turn + 1
        self._macs[octets] = masked
        self._makers.setdefault((octets[:_MAKER_BYTES], len(octets)))
        self._used_macs.add(masked)
        return masked

    def address(self, address: IPv4Address) -> IPv4Address:
        """Another address: the same network stays the same network, and as many digits as many digits."""
        octets = address.packed
        if not self.redaction.addresses or octets[0] in (0, 127) or octets[0] >= _FIRST_MULTICAST:
            return address
        return IPv4Address(bytes([octets[0], *(self._octet(octets[:place], octets[place]) for place in (1, 2, 3))]))

    def payload(self, octets: bytes) -> bytes:
        """What a packet carries: texts, and the addresses that were met so far, as they stand in fields."""
        masked = self.text(octets.decode("latin-1")).encode("latin-1", "replace")
        for maker, length in self._makers:
            masked = self._with_other_macs(masked, maker, length)
        return masked

    def _with_other_macs(self, octets: bytes, maker: bytes, length: int) -> bytes:
        """The addresses of one maker changed; of hundreds of one maker each payload is looked through once."""
        at = octets.find(maker)
        if at < 0:
            return octets
        edited = bytearray(octets)
        while at >= 0:
            other = self._macs.get(octets[at : at + length])
            if other is not None:
                edited[at : at + length] = other
            at = octets.find(maker, at + (1 if other is None else length))
        return bytes(edited)

    def number(self, octets: bytes) -> bytes:
        """Another number of a machine, with as many octets (to 64); the first one tells its kind and stays."""
        if not any(octets[1:]):
            return octets
        return octets[:1] + hashlib.blake2b(octets, key=self._key).digest()[: len(octets) - 1].ljust(
            len(octets) - 1, bytes(1)
        )

    @property
    def counts(self) -> tuple[int, int]:
        """How many hardware addresses, and how many names, stand for others."""
        return len(self._macs), len(self._names) if self._name is not None else 0

    def _mac_text(self, text: str, separator: str) -> str:
        return self.mac(bytes.fromhex(text.replace(separator, ""))).hex(separator)

    def _uuid(self, text: str) -> str:
        known = self._uuids.get(text.lower())
        if known is None:
            digits = hashlib.blake2b(text.lower().encode(), key=self._key, digest_size=16).hexdigest()
            known = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
            self._uuids[text.lower()] = known
        return known

    def _address_text(self, text: str) -> str:
        try:
            return str(self.address(IPv4Address(text)))
        except ValueError:
            return text

    def _octet(self, before: bytes, octet: int) -> int:
        """Another one with as many digits; 0 and 255 mean something and stay."""
        if octet in (0, 255):
            return octet
        known = self._octets.get((before, octet))
        if known is None:
            low, high = (1, 9) if octet < 10 else (10, 99) if octet < 100 else (100, 254)
            order = sorted(range(low, high + 1), key=lambda each: self._rank(before, each))
            known = self._octets[before, octet] = order[octet - low]
        return known

    def _rank(self, before: bytes, octet: int) -> bytes:
        return hashlib.blake2b(before + bytes([octet]), key=self._key, digest_size=8).digest()


def _crossed_out(found: re.Match[str]) -> str:
    """As many crosses; where a group is what is secret, only that."""
    if found.re.groups and found[1] is not None:
        return found[0][: found.start(1) - found.start()] + "x" * len(found[1])
    return "x" * len(found[0])


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _stand_in(name: str, number: int) -> str:
    """`pc7xxxxx` for the seventh of eight letters. Of a short one the end of its number."""
    return f"pc{number}".ljust(len(name), "x")[: len(name)]
