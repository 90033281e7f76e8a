"""The engine against the library: what it says for sure is true, and it says enough."""

from __future__ import annotations

from collections import Counter

import pytest

from fogportable.diagnosis import Confidence, Diagnosis, Verdict
from fogportable.diagnostics.explain import explain_capture
from tests.golden.diagnosis.library import Labelled, all_labelled, is_held_out

LIBRARY = all_labelled()


def _diagnoses(labelled: Labelled) -> dict[str, Diagnosis]:
    return {str(each.client): each for each in explain_capture(labelled.path).diagnoses}


@pytest.mark.parametrize("labelled", LIBRARY, ids=lambda each: each.name)
def test_verdict_is_what_the_screen_said(labelled: Labelled) -> None:
    found = _diagnoses(labelled)
    assert {mac: each.verdict.value for mac, each in found.items()} == {
        each.mac: each.verdict for each in labelled.clients
    }
    for client in labelled.clients:
        assert set(client.notes) <= {note.verdict.value for note in found[client.mac].notes}


def test_library_is_large_and_mixed_enough() -> None:
    verdicts = Counter(client.verdict for labelled in LIBRARY for client in labelled.clients)
    assert len(LIBRARY) >= 40
    assert sum(1 for each in LIBRARY if each.clients[0].verdict == "ok") * 3 >= len(LIBRARY)
    assert sum(1 for each in LIBRARY if each.is_from_firmware) * 2 >= len(LIBRARY)
    assert set(verdicts) == {each.value for each in Verdict}


def test_some_are_kept_aside_by_their_names() -> None:
    assert all(each.is_held_out == is_held_out(each.name) for each in LIBRARY)
    held_out = sum(1 for each in LIBRARY if each.is_held_out)
    assert held_out * 3 >= len(LIBRARY)


@pytest.mark.parametrize("is_aside", [False, True], ids=["written against", "kept aside"])
def test_sure_verdicts_are_right_and_most_faults_are_found(is_aside: bool) -> None:
    sure = right = faults = found = 0
    for labelled in LIBRARY:
        if labelled.is_held_out is not is_aside:
            continue
        diagnoses = _diagnoses(labelled)
        for client in labelled.clients:
            said = diagnoses.get(client.mac)
            is_right = said is not None and said.verdict.value == client.verdict
            if said is not None and said.confidence is Confidence.SURE:
                sure += 1
                right += is_right
            if client.verdict not in ("ok", "unknown"):
                faults += 1
                found += is_right
    assert right == sure
    assert found >= 0.9 * faults
