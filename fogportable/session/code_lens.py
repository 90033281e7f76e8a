"""What a computer's screen shows, explained for the window. What `ui.code_kit.CodeKit` asks for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """shown: as people know it. meaning, remedy: for people. rules: ids that a diagnosis of that computer has then."""

    shown: str
    meaning: str
    remedy: str
    rules: frozenset[str]


class CodeLens:
    """Reads its table when it is first asked."""

    def find(self, typed: str, most: int) -> tuple[CodeMatch, ...]:
        """What may be meant, the likeliest first; empty when nothing of it is known."""
        from fogportable.diagnosis.error_codes import find

        return tuple(
            CodeMatch(each.shown, each.meaning, each.remedy, frozenset(rule.value for rule in each.verdicts))
            for each in find(typed, most)
        )
