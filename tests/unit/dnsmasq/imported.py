"""A configuration, imported on a machine with two cards."""

from __future__ import annotations

from ipaddress import IPv4Interface

from fogportable.config.profile import Profile
from fogportable.dnsmasq.draft import Machine
from fogportable.dnsmasq.lines import read_lines
from fogportable.dnsmasq.outcome import Outcome
from fogportable.dnsmasq.translate import translate
from fogportable.model import BootRule, ImportVerdict, InterfaceKind, NetworkInterface

BIOS, X64, ARM64 = frozenset({0}), frozenset({7, 9}), frozenset({11})
EVERYBODY = frozenset[int]()
BECAME, UNNEEDED, CORRECTED = ImportVerdict.BECAME, ImportVerdict.UNNEEDED, ImportVerdict.CORRECTED
UNKNOWN, NOT_SUPPORTED = ImportVerdict.UNKNOWN, ImportVerdict.NOT_SUPPORTED


def card(name: str, index: int, address: str) -> NetworkInterface:
    return NetworkInterface(
        name, index, InterfaceKind.WIRED, name, None, (IPv4Interface(address),), True, True, 1000, 1500
    )


CARDS = (card("lan0", 1, "192.168.1.10/24"), card("lab0", 2, "10.5.0.1/16"))
MACHINE = Machine(CARDS)


class Result:
    """A translated text."""

    def __init__(self, text: str, *, wanted: str = "", files: tuple[str, ...] = ()) -> None:
        found = translate(read_lines(text.encode(), "a.conf"), Machine(CARDS, wanted), files)
        self.profile: Profile = found.profile
        self.outcomes: tuple[Outcome, ...] = found.outcomes
        self.to_do = found.to_do

    @property
    def rules(self) -> tuple[BootRule, ...]:
        return self.profile.boot.rules

    @property
    def only(self) -> Outcome:
        (outcome,) = self.outcomes
        return outcome

    @property
    def verdicts(self) -> list[ImportVerdict]:
        return [each.verdict for each in self.outcomes]
