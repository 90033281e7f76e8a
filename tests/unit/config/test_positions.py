"""The line of every key, whatever way it is written."""

from __future__ import annotations

import tomllib

import tomlkit
from hypothesis import given

from fogportable.config.positions import find_positions
from fogportable.config.profile import Profile
from fogportable.resources import resources_folder
from tests.unit.config.strategies import profiles

TEXT = '''\
# heading
a = 1
"quoted.key" = 'x # no comment'
dotted . deep."er" = 2 # comment

[table]
long = """
# not a comment
[not.a.table]
\\""" ""\\"
""""
literal = \'\'\'
[nor.this]\'\'\'
when = 1979-05-27 07:32:00
day = 1979-05-27 # of birth
list = [
  1,  # one
  "two",
  [3, 4],
  { five = 5, six.seven = [
    6 ] },
]
after = true

[[rows]]
name = "first"
  [rows.inner]
  x = 1
[[rows]]

name = "second"
[[rows.sub]]
y = 1
[[rows.sub]]
y = 2
[table.later]
z = 1'''


def test_every_way_of_writing_a_key_has_its_line() -> None:
    tomllib.loads(TEXT)
    found = find_positions(TEXT)
    expected = {
        ("a",): 2,
        ("quoted.key",): 3,
        ("dotted",): 4,
        ("dotted", "deep", "er"): 4,
        ("table",): 6,
        ("table", "long"): 7,
        ("table", "literal"): 12,
        ("table", "when"): 14,
        ("table", "day"): 15,
        ("table", "list", 1): 18,
        ("table", "list", 2, 1): 19,
        ("table", "list", 3, "six", "seven", 0): 21,
        ("table", "after"): 23,
        ("rows", 0, "name"): 26,
        ("rows", 0, "inner", "x"): 28,
        ("rows", 1): 29,
        ("rows", 1, "name"): 31,
        ("rows", 1, "sub", 0, "y"): 33,
        ("rows", 1, "sub", 1, "y"): 35,
        ("table", "later", "z"): 37,
    }
    assert {path: found.lines.get(path) for path in expected} == expected
    assert found.comment_lines == {1}
    assert [header.line for header in found.headers] == [6, 25, 27, 29, 32, 34, 36]


def test_key_that_is_not_written_has_the_line_of_its_table() -> None:
    found = find_positions("x = 1\n\n[[menu.entry]]\ntext = 'a'\n")
    assert found.line_of(("menu", "entry", 0, "action")) == 3
    assert found.line_of(("nowhere",)) == 1


def test_windows_line_ends_count_once() -> None:
    assert find_positions("# c\r\na = 1\r\n\r\nb = '''\r\n'''\r\nc = 2\r\n").lines[("c",)] == 6


def _paths(raw: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    found = {path} if path else set()
    items = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for key, value in items:
        found |= _paths(value, (*path, key))
    return found


def test_nothing_of_the_sample_is_left_out_or_made_up() -> None:
    text = (resources_folder() / "profile.sample.toml").read_text("utf-8")
    assert set(find_positions(text).lines) == _paths(tomllib.loads(text))


@given(profiles())
def test_nothing_of_a_generated_document_is_left_out_or_made_up(profile: Profile) -> None:
    raw = {
        "room": {"name": profile.room.name},
        "menu": {"entry": [{"text": each.text, "l": list(each.initrd)} for each in profile.menu.entries]},
        profile.menu.title: {profile.boot.root: profile.menu.timeout_s},
    }
    text = tomlkit.dumps(raw)
    assert set(find_positions(text).lines) == _paths(tomllib.loads(text))
