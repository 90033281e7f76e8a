"""Nothing in a frame can stop the diagnosis: captures come from anywhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.diagnosis import Conversations, Dissector, diagnose
from fogportable.diagnosis.link_layer import LinkType
from tests.golden.diagnosis.talk import Talk
from tests.unit.diagnosis.test_rules import FAULTS, HEALTHY

_TALKS = [make().frames for make in (*FAULTS.values(), *HEALTHY.values())]


def _explain(frames: list[tuple[float, bytes]], link: int, cut: int = 0) -> None:
    dissector, room = Dissector(), Conversations()
    for number, (time_s, frame) in enumerate(frames, start=1):
        for fact in dissector.read(number, time_s, frame, link, len(frame) + cut):
            room.take(fact)
    for fact in dissector.finish():
        room.take(fact)
    for diagnosis in diagnose(room):
        assert diagnosis.sentence
        assert (diagnosis.confidence is None) == (diagnosis.verdict.value == "unknown")


@given(st.lists(st.binary(max_size=120), max_size=12), st.sampled_from(LinkType))
def test_random_octets_are_survived(frames: list[bytes], link: LinkType) -> None:
    _explain([(float(number), frame) for number, frame in enumerate(frames)], link)


@settings(max_examples=80)
@given(st.sampled_from(_TALKS), st.data())
def test_changed_and_cut_frames_are_survived(frames: list[tuple[float, bytes]], data: st.DataObject) -> None:
    changed = []
    for time_s, frame in frames:
        octets = bytearray(frame)
        for at in data.draw(st.lists(st.integers(12, max(13, len(octets) - 1)), max_size=3)):
            if at < len(octets):
                octets[at] = data.draw(st.integers(0, 255))
        kept = data.draw(st.integers(0, len(octets))) if data.draw(st.integers(0, 9)) == 0 else len(octets)
        changed.append((time_s, bytes(octets[:kept])))
    _explain(changed, LinkType.ETHERNET)


@settings(max_examples=40)
@given(st.sampled_from(_TALKS), st.randoms(use_true_random=False))
def test_lost_and_doubled_frames_are_survived(frames: list[tuple[float, bytes]], chance: object) -> None:
    assert hasattr(chance, "random")
    kept = [each for each in frames for _ in range(chance.random() > 0.2)]
    _explain(kept, LinkType.ETHERNET)


def test_memory_is_bounded_by_the_number_of_computers() -> None:
    room, dissector = Conversations(), Dissector()
    number = 0
    for machine in range(6000):
        talk = Talk(mac=b"\2\0" + machine.to_bytes(4, "big")).discover(float(machine))
        for time_s, frame in talk.frames:
            number += 1
            for fact in dissector.read(number, time_s, frame, LinkType.ETHERNET, len(frame)):
                room.take(fact)
    assert len(room.clients) <= 4096
