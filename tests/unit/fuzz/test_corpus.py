"""Every file of the corpus, and many that are nearly one of them, through every decoder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import CORPUS, seeds
from tests.fuzz.targets import TARGETS, join_conversation, split_conversation

_FILES = {folder: sorted((CORPUS / folder).iterdir()) for folder in TARGETS}


@pytest.mark.parametrize("path", [path for files in _FILES.values() for path in files], ids=lambda path: path.stem)
def test_file_of_the_corpus_raises_nothing(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_corpus_holds_all_that_it_begins_with() -> None:
    """`python -m tests.fuzz.seeds` writes what is missing."""
    missing = [
        f"{folder}/{name}"
        for folder, files in seeds().items()
        for name, data in files.items()
        if not (CORPUS / folder / f"{name}.bin").is_file() or (CORPUS / folder / f"{name}.bin").read_bytes() != data
    ]
    assert missing == []


def test_corpus_stays_small() -> None:
    assert max(path.stat().st_size for files in _FILES.values() for path in files) <= 4096
    assert sum(path.stat().st_size for files in _FILES.values() for path in files) <= 128 * 1024


@st.composite
def _nearly(draw: st.DrawFn, folder: str) -> bytes:
    """A file of the corpus with some octets changed, taken out, doubled or put in from another one."""
    data = bytearray(draw(st.sampled_from(_FILES[folder])).read_bytes())
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 12)))
        match draw(st.integers(0, 3)):
            case 0:
                data[at:to] = draw(st.binary(min_size=to - at, max_size=to - at))
            case 1:
                del data[at:to]
            case 2:
                data[at:at] = data[at:to]
            case _:
                other = draw(st.sampled_from(_FILES[folder])).read_bytes()
                data[at:at] = other[at : at + 12]
    return bytes(data)


@pytest.mark.parametrize("folder", TARGETS)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_is_nearly_a_file_of_the_corpus_raises_nothing(folder: str, data: st.DataObject) -> None:
    TARGETS[folder](data.draw(_nearly(folder)))


@pytest.mark.parametrize("folder", TARGETS)
@given(st.binary(max_size=400))
def test_any_octets_raise_nothing(folder: str, data: bytes) -> None:
    TARGETS[folder](data)


@given(st.integers(0, 255), st.lists(st.binary(max_size=300), max_size=20))
def test_conversation_survives_its_way_through_a_file(how: int, datagrams: list[bytes]) -> None:
    assert split_conversation(join_conversation(how, datagrams)) == (how, datagrams)


def test_target_notices_a_decoder_that_raises_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The targets can fail."""

    def broken(_: bytes) -> object:
        raise IndexError

    monkeypatch.setattr("tests.fuzz.targets.decode", broken)
    monkeypatch.setattr("tests.fuzz.targets.parse_request", broken)
    for folder in ("dhcp", "tftp"):
        with pytest.raises(IndexError):
            TARGETS[folder](_FILES[folder][0].read_bytes())
