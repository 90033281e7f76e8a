"""What one computer gets from a FOG server, as a sentence and lines for window and command line."""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.errors import Fault
from fogportable.fog.boot_answer import BootAnswer, MenuAnswer
from fogportable.fog.words import answer_words, is_destructive, item_words, registration_words
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import arch_label


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """An entry of a menu. more: what stands behind it, "" where its label says so. is_default: taken by itself."""

    label: str
    more: str
    is_default: bool

    @property
    def words(self) -> str:
        """`Boot from hard disk (the local disk, by sanboot)`."""
        return f"{self.label} ({self.more})" if self.more else self.label


@dataclass(frozen=True, slots=True)
class Preview:
    """What one computer gets. notes: what would stand in its way."""

    mac: MacAddress
    arch: int
    answer: BootAnswer
    notes: tuple[Fault, ...] = ()

    @property
    def who(self) -> str:
        """Whom FOG takes it for: `52:54:00:12:34:56 as UEFI x64 (7): registered as lab-pc-01.`"""
        known = registration_words(self.answer)
        return f"{self.mac} as {arch_label(self.arch)}{f': {known}' if known else ''}."

    @property
    def sentence(self) -> str:
        """What happens to it."""
        return answer_words(self.answer)

    @property
    def is_destructive(self) -> bool:
        """Whether its disk is written over without a question."""
        return is_destructive(self.answer)

    @property
    def lines(self) -> tuple[PreviewLine, ...]:
        """The entries of a menu, in its order; none for a task or the disk."""
        answer = self.answer
        if not isinstance(answer, MenuAnswer):
            return ()
        return tuple(PreviewLine(item.label, item_words(item), item.name == answer.default) for item in answer.items)
