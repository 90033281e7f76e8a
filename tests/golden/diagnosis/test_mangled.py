"""Captures of the library made as others would have made them: what they leave out is blamed on nobody."""

from __future__ import annotations

import pytest

from fogportable.diagnosis import Confidence, Diagnosis, diagnose
from tests.golden.diagnosis.library import Labelled, all_labelled
from tests.golden.diagnosis.mangled import FILTERED, WHOLE, Mangle
from tests.golden.diagnosis.talk import conversations_of
from tests.golden.pcap import read_frames

LIBRARY = all_labelled()
HEALTHY = [each for each in LIBRARY if all(client.verdict == "ok" for client in each.clients)]
_FAILED_FIRST = frozenset({"file-missing", "no-dhcp-server", "no-pxe-answer"})
#: Cuts of one capture that are tried.
_CUTS = 12


def _of(labelled: Labelled, mangle: Mangle) -> dict[str, Diagnosis]:
    frames = mangle(list(read_frames(labelled.path)), {bytes.fromhex(c.mac.replace(":", "")) for c in labelled.clients})
    return {str(each.client): each for each in diagnose(conversations_of(frames))}


def _sure_faults(found: dict[str, Diagnosis]) -> dict[str, str]:
    return {
        mac: each.verdict.value
        for mac, each in found.items()
        if each.confidence is Confidence.SURE and each.verdict.value != "ok"
    }


@pytest.mark.parametrize("name", FILTERED)
def test_what_a_filter_leaves_out_of_a_good_boot_is_no_fault(name: str) -> None:
    faults = {each.name: _sure_faults(_of(each, FILTERED[name])) for each in HEALTHY}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("name", WHOLE)
def test_frames_that_stand_there_twice_change_nothing(name: str) -> None:
    for labelled in LIBRARY:
        found = {mac: each.verdict.value for mac, each in _of(labelled, WHOLE[name]).items()}
        assert found == {each.mac: each.verdict for each in labelled.clients}, labelled.name


@pytest.mark.parametrize("side", ["end", "beginning"])
def test_a_good_boot_cut_at_any_place_shows_no_fault(side: str) -> None:
    faults = {}
    # One that failed first is a fault until it boots.
    at_once = [each for each in HEALTHY if all(_FAILED_FIRST.isdisjoint(client.notes) for client in each.clients)]
    for labelled in at_once:
        frames = list(read_frames(labelled.path))
        for at in range(1, len(frames), max(1, len(frames) // _CUTS)):
            part = frames[:at] if side == "end" else frames[at:]
            found = {str(each.client): each for each in diagnose(conversations_of(part))}
            if sure := _sure_faults(found):
                faults[labelled.name, at] = sure
    assert faults == {}
