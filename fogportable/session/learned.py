"""Which shapes of offers models of computers take: kept over runs in one small file."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path

from fogportable.boot.ladder import MOST_MODELS
from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import Event, ShapeLearned
from fogportable.model import LearnedShape, OfferShape
from fogportable.platform.paths import state_folder

_log = logging.getLogger("fogportable.session")

_FIELDS = ("vendor_class", "oui", "uuid_prefix")
_LONGEST_TEXT = 64
#: Many times what the most models take.
_LARGEST_FILE_BYTES = 1 << 20


def shapes_file() -> Path:
    """Where they are kept."""
    return state_folder() / "shapes.json"


class LearnedShapes:
    """From any thread. `_lock` guards everything. file: None for `shapes_file()`, looked up at the first use.

    not_kept: why the last change did not reach the file; None when it did.
    """

    def __init__(self, file: Callable[[], Path] = shapes_file) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._shapes: dict[tuple[str, str, str], LearnedShape] | None = None
        self.not_kept: Fault | None = None

    def shapes(self) -> tuple[LearnedShape, ...]:
        """What is known, the oldest first; at most MOST_MODELS."""
        with self._lock:
            return tuple(self._known().values())

    def apply(self, event: Event) -> None:
        """Keep what an event says was learned."""
        if isinstance(event, ShapeLearned):
            self.remember(event.learned)

    def remember(self, learned: LearnedShape) -> None:
        """Keep one, in place of what was known of the same model. A file that cannot be written is told in the log."""
        with self._lock:
            known = self._known()
            known.pop(_key(learned), None)
            known[_key(learned)] = learned
            while len(known) > MOST_MODELS:
                del known[next(iter(known))]
            self._write()

    def forget(self, model: LearnedShape | None = None) -> int:
        """Forget this model, or all. Gives how many were known and are not any more."""
        with self._lock:
            known = self._known()
            gone = list(known) if model is None else [_key(model)] if _key(model) in known else []
            for key in gone:
                del known[key]
            self._write()
            return len(gone)

    def _known(self) -> dict[tuple[str, str, str], LearnedShape]:
        if self._shapes is None:
            self._shapes = {_key(each): each for each in _read(self._file())[-MOST_MODELS:]}
        return self._shapes

    def _write(self) -> None:
        """At once and whole: a reader sees the old file or the new one. Not forced to disk, which could take long."""
        values = [
            {**{name: getattr(each, name) for name in _FIELDS}, "shape": each.shape.value}
            for each in self._known().values()
        ]
        file = self._file()
        self.not_kept = None
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            draft = file.with_suffix(".new")
            draft.write_text(json.dumps({"version": 1, "models": values}, indent=1), "utf-8")
            os.replace(draft, file)
        except OSError as problem:
            _log.warning("what was learned of computers was not kept: %s", problem)
            self.not_kept = describe(FaultCode.LEARNED_NOT_SAVED, file=file, problem=problem.strerror or problem)


def _key(learned: LearnedShape) -> tuple[str, str, str]:
    return learned.vendor_class, learned.oui, learned.uuid_prefix


def _read(file: Path) -> list[LearnedShape]:
    """Nothing for a file that is not there; a damaged one counts as empty, and that is told."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST_FILE_BYTES)
        return [_parse(entry) for entry in json.loads(text)["models"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        _log.warning("what was learned of computers cannot be read, so it is learned anew: %r", problem)
        return []


def _parse(entry: dict[str, object]) -> LearnedShape:
    """Raises ValueError, KeyError or TypeError."""
    texts = [entry[name] for name in _FIELDS]
    if not all(isinstance(text, str) and len(text) <= _LONGEST_TEXT and text.isprintable() for text in texts):
        raise ValueError("a model is no text")
    shape = OfferShape(str(entry["shape"]))
    if shape is OfferShape.AUTO:
        raise ValueError("no shape")
    vendor_class, oui, uuid_prefix = map(str, texts)
    return LearnedShape(vendor_class, oui, uuid_prefix, shape)
