"""Boot rules and lists of computers, ready to be asked for each request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address
from uuid import UUID

from fogportable.model import BootRule, ClientLists, OfferShape
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.pxe import BootMethod, PxeRequest
from fogportable.protocol.pxe.archs import PXE_TWINS


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say about one computer; "" and None where they say nothing."""

    file: str = ""
    script: str = ""
    shape: OfferShape | None = None
    next_server: IPv4Address | None = None
    is_ignored: bool = False


class RuleBook:
    """Ordered rules. On each point the first rule wins that fits the computer and says something about it."""

    def __init__(self, rules: Sequence[BootRule]) -> None:
        self._rules = tuple(rules)
        self.is_personal = any(rule.macs or rule.uuids for rule in self._rules)

    def person(self, request: PxeRequest) -> tuple[bytes, bytes]:
        """What tells this computer from others: hardware address and option 97. Without rules for single computers
        all of one architecture are the same.
        """
        if not self.is_personal:
            return b"", b""
        return request.mac.octets, request.packet.options.get(OptionCode.CLIENT_MACHINE_ID, b"")

    def verdict(self, request: PxeRequest) -> Verdict:
        """What the rules say about who asks."""
        is_http = request.method is BootMethod.HTTP
        return self._judge(request.arch, request.mac, request.uuid, is_http=is_http)

    def _judge(self, arch: int, mac: MacAddress, uuid: UUID | None, *, is_http: bool) -> Verdict:
        """By HTTP a computer boots what a rule has for its own number, else what it boots by PXE."""
        mine = [each for each in self._rules if _fits(each, arch, mac, uuid)]
        what = _first_to_boot(mine)
        twin = PXE_TWINS.get(arch) if is_http else None
        if twin is not None and (what is None or arch not in what.archs):
            mine = [each for each in self._rules if _fits(each, arch, mac, uuid) or _fits(each, twin, mac, uuid)]
            what = _first_to_boot(mine)
        return Verdict(
            file=what.file if what is not None and not what.is_ignored else "",
            script=next((each.script for each in mine if each.script), ""),
            shape=next((each.shape for each in mine if each.shape is not None), None),
            next_server=next((each.next_server for each in mine if each.next_server is not None), None),
            is_ignored=what is not None and what.is_ignored,
        )


def _fits(rule: BootRule, arch: int, mac: MacAddress, uuid: UUID | None) -> bool:
    if rule.archs and arch not in rule.archs:
        return False
    if rule.macs and not any(each.matches(mac) for each in rule.macs):
        return False
    return not rule.uuids or uuid in rule.uuids


def _first_to_boot(rules: Iterable[BootRule]) -> BootRule | None:
    return next((each for each in rules if each.file or each.is_ignored), None)


class MacPatterns:
    """Many patterns, asked as quickly as one."""

    def __init__(self, patterns: Iterable[MacPattern]) -> None:
        self._octets = frozenset(each.octets for each in patterns)
        self._lengths = sorted({len(each) for each in self._octets})

    def __bool__(self) -> bool:
        return bool(self._octets)

    def matches(self, mac: MacAddress) -> bool:
        """Whether one of them fits."""
        return any(mac.octets[:length] in self._octets for length in self._lengths)


def waits_by_list(lists: ClientLists) -> Callable[[bytes], bool]:
    """Whether nobody has let in a computer, where the lists alone say who is; asked with the octets of its address."""
    if not lists.needs_approval:
        return lambda _: False
    approved = frozenset(mac.octets for mac in lists.approved)
    return lambda hardware: hardware not in approved


class Admission:
    """Who may boot at all."""

    def __init__(self, lists: ClientLists) -> None:
        self._allow = MacPatterns(lists.allow)
        self._deny = MacPatterns(lists.deny)
        self.has_lists = bool(self._allow) or bool(self._deny)

    def is_denied(self, mac: MacAddress) -> bool:
        """On the list of those that are left alone."""
        return self._deny.matches(mac)

    def is_missing(self, mac: MacAddress) -> bool:
        """Not on the list of those that may boot, where there is one."""
        return bool(self._allow) and not self._allow.matches(mac)
