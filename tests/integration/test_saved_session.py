"""A rehearsal of thirty saved and opened again: the same table, and the same verdicts from its packets."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from fogportable.config.profile import Profile
from fogportable.diagnosis import Verdict
from fogportable.diagnostics.explain import explain_capture
from fogportable.session.rehearsal import Rehearsal
from fogportable.session.saved.bundle import compose
from fogportable.session.saved.masks import Redaction
from fogportable.session.saved.opening import SavedSession, open_bundle
from fogportable.session.saved.shelf import gather
from fogportable.session.saved.table import hash_of


@pytest.fixture(scope="module")
def rehearsal() -> Rehearsal:
    made = Rehearsal()
    made.start(30)
    pause = threading.Event()
    while not made.is_done:
        pause.wait(0.02)
    made.stop()
    return made


def _saved(rehearsal: Rehearsal, redaction: Redaction, file: Path) -> SavedSession:
    compose(gather(rehearsal.session, profile=Profile()), redaction).write(file)
    return open_bundle(file)


def test_thirty_computers_come_back_as_the_identical_table(rehearsal: Rehearsal, tmp_path: Path) -> None:
    material = gather(rehearsal.session)
    compose(material, Redaction()).write(tmp_path / "it.fogsession")
    opened = open_bundle(tmp_path / "it.fogsession")
    assert hash_of(opened.table.rows) == hash_of(material.state.rows)
    assert opened.is_rebuilt
    assert len(opened.table.rows) == 30
    assert opened.records == rehearsal.session.events_since(0, 20_000).records


@pytest.mark.parametrize("redaction", [Redaction(), Redaction(True, True, True)], ids=["as it is", "masked"])
def test_the_packets_give_the_same_verdicts_masked_or_not(
    rehearsal: Rehearsal, tmp_path: Path, redaction: Redaction
) -> None:
    opened = _saved(rehearsal, redaction, tmp_path / "it.fogsession")
    capture = tmp_path / "it.pcapng"
    capture.write_bytes(opened.recording)
    explanation = explain_capture(capture)
    assert explanation.fault is None
    assert {each.client: each.verdict for each in explanation.diagnoses} == {
        each.mac: Verdict.OK for each in opened.table.rows
    }
