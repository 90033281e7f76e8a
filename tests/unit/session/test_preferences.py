"""What somebody wants of the window: kept, read back, and never lost by a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.errors import FaultCode, ServiceError
from fogportable.session.preferences import ColumnWish, Preferences, ThemeChoice, load_preferences, save_preferences

_WANTED = Preferences(ThemeChoice.DARK, "de", True, (ColumnWish("mac", False), ColumnWish("rate", width=120)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "preferences.toml"


def test_without_a_file_all_is_as_usual(file: Path) -> None:
    assert load_preferences(lambda: file) == (Preferences(), None)


def test_what_is_kept_is_read_back(file: Path) -> None:
    save_preferences(_WANTED, lambda: file)
    assert load_preferences(lambda: file) == (_WANTED, None)
    save_preferences(Preferences(), lambda: file)
    assert load_preferences(lambda: file) == (Preferences(), None)
    assert [each.name for each in file.parent.iterdir()] == ["preferences.toml"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"theme = ", Preferences()),
        (b"\xff\xfe", Preferences()),
        (b'theme = "pink"\nexpert = true\n', Preferences(shows_expert=True)),
        (b'theme = "high-contrast"\nlanguage = 5\n', Preferences(ThemeChoice.HIGH_CONTRAST)),
        (b'theme = 7\nlanguage = "de"\n', Preferences(language="de")),
        (b'theme = "dark"\nlanguage = ["de"]\n', Preferences(ThemeChoice.DARK)),
        (b'theme = "dark"\nexpert = "yes"\n', Preferences(ThemeChoice.DARK)),
        (b"a = " + b"[" * 5000, Preferences()),
        (b'language = "de"\ncolumns = 7\n', Preferences(language="de")),
        (b'columns = ["mac"]\n', Preferences()),
        (b'columns = [{name = "a b"}]\n', Preferences()),
        (b'columns = [{name = "mac", width = -1}]\n', Preferences()),
        (b'columns = [{name = "mac", width = true}]\n', Preferences()),
    ],
)
def test_what_is_wrong_has_its_default_and_is_told_and_the_file_is_kept(
    file: Path, text: bytes, found: Preferences
) -> None:
    file.parent.mkdir()
    file.write_bytes(text)
    read, fault = load_preferences(lambda: file)
    assert read == found
    assert fault is not None
    assert fault.code is FaultCode.PREFERENCES_UNREAD
    save_preferences(_WANTED, lambda: file)
    assert load_preferences(lambda: file) == (_WANTED, None)
    assert file.with_suffix(".toml.old").read_bytes() == text


def test_keys_of_a_later_version_are_no_trouble(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('theme = "dark"\nsounds = true\n')
    assert load_preferences(lambda: file) == (Preferences(ThemeChoice.DARK), None)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(ServiceError) as told:
        save_preferences(_WANTED, lambda: tmp_path / "state" / "preferences.toml")
    assert told.value.code is FaultCode.PREFERENCES_NOT_SAVED


@given(st.text(max_size=30))
def test_whatever_a_language_is_called_the_file_stays_readable(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    file = tmp_path_factory.mktemp("kept") / "preferences.toml"
    save_preferences(Preferences(language=language), lambda: file)
    assert load_preferences(lambda: file)[1] is None
