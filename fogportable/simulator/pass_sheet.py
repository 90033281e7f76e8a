"""The end of a rehearsal: who booted, who did not and why, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogportable.figures import size_words
from fogportable.protocol.address import MacAddress
from fogportable.simulator.firmware import ClientKind
from fogportable.simulator.roster import ClientResult, ClientStep, Expectation

_MOST_FAILURES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Failure:
    """A client that did not end as it should. reason: one clause."""

    mac: MacAddress
    kind: ClientKind
    step: ClientStep
    reason: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many computers of one kind there were, and how many booted."""

    kind: ClientKind
    clients: int
    booted: int


@dataclass(frozen=True, slots=True)
class PassSheet:
    """The sum of a classroom.

    booted: came through to the end. refused: odd clients that were turned away, as they had to be.
    received_bytes: of files that arrived whole. checked_files: compared with a known checksum and right.
    addresses_given: DHCP answers whose yiaddr was not 0. seconds: wall time.
    """

    clients: int
    booted: int
    refused: int
    failures: tuple[Failure, ...]
    kinds: tuple[KindCount, ...]
    files: int
    checked_files: int
    received_bytes: int
    replies: int
    addresses_given: int
    seconds: float

    @property
    def is_passed(self) -> bool:
        """Everybody ended as they should, and no address was given out."""
        return self.clients > 0 and not self.failures and self.addresses_given == 0

    def sentence(self) -> str:
        """The result in one sentence."""
        if self.is_passed:
            turned_away = f", and {self.refused} were turned away as they had to be" if self.refused else ""
            return f"Passed: {self.booted} of {self.clients} computers booted in {self.seconds:.1f} s{turned_away}."
        if self.addresses_given:
            return f"Failed: {self.addresses_given} answers gave out an address."
        return f"Failed: {len(self.failures)} of {self.clients} computers did not do as they should."

    def lines(self) -> tuple[str, ...]:
        """The whole sheet as text."""
        kinds = [f"  {each.kind.label:<26}{each.booted:>4} of {each.clients} in the menu" for each in self.kinds]
        checked = f", {self.checked_files} of them compared byte for byte" if self.checked_files else ""
        given = "none" if self.addresses_given == 0 else f"{self.addresses_given}, which must never happen"
        shown = self.failures[:_MOST_FAILURES_SHOWN]
        hidden = len(self.failures) - len(shown)
        return (
            "Pass sheet",
            *kinds,
            f"  Files received            {self.files}{checked}; {size_words(self.received_bytes)}",
            f"  Addresses given out       {given} (in {self.replies} answers)",
            *(f"  {each.mac}  {each.kind.label}: {each.reason or each.step}" for each in shown),
            *((f"  ... and {hidden} more",) if hidden else ()),
            self.sentence(),
        )


def sum_up(results: Iterable[ClientResult], *, seconds: float) -> PassSheet:
    """Add up what the clients say. One that has not ended counts as failed."""
    everybody = tuple(results)
    files = [file for each in everybody for file in each.files]
    kinds = dict.fromkeys(each.kind for each in everybody if each.expects is Expectation.BOOTS)
    return PassSheet(
        clients=len(everybody),
        booted=sum(each.step is ClientStep.DONE for each in everybody),
        refused=sum(each.is_as_expected and each.expects is not Expectation.BOOTS for each in everybody),
        failures=tuple(_failure(each) for each in everybody if not each.is_as_expected),
        kinds=tuple(_count(kind, everybody) for kind in kinds),
        files=len(files),
        checked_files=sum(file.is_right is True for file in files),
        received_bytes=sum(file.size_bytes for file in files),
        replies=sum(each.replies for each in everybody),
        addresses_given=sum(each.addresses_given for each in everybody),
        seconds=seconds,
    )


def _count(kind: ClientKind, everybody: tuple[ClientResult, ...]) -> KindCount:
    of_kind = [each for each in everybody if each.kind is kind and each.expects is Expectation.BOOTS]
    return KindCount(kind, len(of_kind), sum(each.step is ClientStep.DONE for each in of_kind))


def _failure(result: ClientResult) -> Failure:
    return Failure(result.mac, result.kind, result.step, _reason(result))


def _reason(result: ClientResult) -> str:
    if result.reason:
        return result.reason
    if result.step is ClientStep.DONE:
        return "it booted although it should have been turned away"
    return f"it was still {result.step}"
