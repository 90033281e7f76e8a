"""A saved profile reads back the same, keeps what people wrote, and never harms the file that was there."""

from __future__ import annotations

import errno
import os
import resource
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fogportable.config.load import load_profile
from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.config.save import save_profile
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import BootRule, Menu, MenuAction, MenuEntry, Room
from fogportable.resources import resources_folder
from tests.unit.config.strategies import profiles

SAMPLE_TEXT = (resources_folder() / "profile.sample.toml").read_text("utf-8")

few_examples = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "room.toml"
    file.write_text(SAMPLE_TEXT, "utf-8")
    return file


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def _changed_lines(before: str, after: str) -> list[str]:
    return [line for line in after.splitlines() if line not in before.splitlines()]


# --- what is written reads back ---------------------------------------------------------------------------------


@few_examples
@given(profiles())
def test_new_file_reads_back_the_same(tmp_path: Path, profile: Profile) -> None:
    file = tmp_path / "new.toml"
    file.unlink(missing_ok=True)
    save_profile(profile, file)
    assert load_profile(file) == profile


@few_examples
@given(profiles(), profiles())
def test_file_that_is_there_reads_back_the_same(tmp_path: Path, first: Profile, second: Profile) -> None:
    file = tmp_path / "there.toml"
    file.unlink(missing_ok=True)
    save_profile(first, file)
    save_profile(second, file)
    assert load_profile(file) == second


@few_examples
@given(profiles())
def test_sample_takes_any_profile_and_keeps_the_comments_of_what_stays(tmp_path: Path, profile: Profile) -> None:
    file = tmp_path / "sample.toml"
    file.write_text(SAMPLE_TEXT, "utf-8")
    save_profile(profile, file)
    assert load_profile(file) == profile
    assert [line for line in _comments(file.read_text("utf-8")) if line not in _comments(SAMPLE_TEXT)] == []


@few_examples
@given(profiles())
def test_saving_twice_changes_nothing(tmp_path: Path, profile: Profile) -> None:
    file = tmp_path / "twice.toml"
    file.unlink(missing_ok=True)
    save_profile(profile, file)
    first = file.read_bytes()
    save_profile(profile, file)
    assert file.read_bytes() == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "room.name = 'x' # dotted\nboot = { root = 'r', rule = [{ arch = 7, file = 'f' }] }\n",
        "[menu]\nentry = [\n  { text = 'a', action = 'shell' }, # inline\n]\ntimeout = 3",
        "[[menu.entry]]\ntext = 'a'\naction = 'shell'\n",
        "\ufeff[room]\r\nname = 'x'\r\n",
        '[room]\nname = """\\\n  one [line]"""\n[menu]\n# tail\n',
        "[[menu.entry]]\ntext = 'a'\naction = 'shell'\n[[boot.rule]]\narch=0\nfile='f'\n"
        "[[menu.entry]]\ntext = 'b'\naction = 'kernel'\nkernel = 'k'\ninitrd = []\n[boot]\nset = 's'\n",
    ],
)
@few_examples
@given(profile=profiles())
def test_every_way_of_writing_can_be_edited(tmp_path: Path, text: str, profile: Profile) -> None:
    file = tmp_path / "odd.toml"
    file.write_text(text, "utf-8", newline="")
    save_profile(profile, file)
    assert load_profile(file) == profile


# --- what people wrote stays --------------------------------------------------------------------------------------


def test_unchanged_profile_leaves_every_byte(sample: Path) -> None:
    save_profile(load_profile(sample), sample)
    assert sample.read_text("utf-8") == SAMPLE_TEXT


def test_only_the_changed_value_is_touched(sample: Path) -> None:
    profile = load_profile(sample)
    save_profile(replace(profile, menu=replace(profile.menu, timeout_s=77)), sample)
    assert sample.read_text("utf-8") == SAMPLE_TEXT.replace("timeout = 10", "timeout = 77")


def test_comment_behind_a_changed_value_stays(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text("[room]\nname   = 'a'  # of the door\ncomputers = 3\n")
    save_profile(Profile(room=Room("b", 3)), file)
    assert file.read_text() == '[room]\nname   = "b"  # of the door\ncomputers = 3\n'


def test_new_key_stands_in_its_table_before_the_next_heading(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text("[room]\nname = 'a'\n\n# --- menu ---\n\n[menu]\ntitle = 'm'\n")
    save_profile(Profile(room=Room("a", 5), menu=Menu(title="m")), file)
    assert file.read_text().startswith("[room]\nname = 'a'\ncomputers = 5\n\n# --- menu ---\n\n[menu]\n")


def test_value_that_says_the_same_in_other_words_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text("[[boot.rule]]\narch = [9, 'bios'] # ours\nfile = 'f'\n")
    profile = replace(load_profile(file), room=Room("r"))
    save_profile(profile, file)
    assert "arch = [9, 'bios'] # ours\n" in file.read_text()


ENTRIES = """\
[menu]

# first comment
[[menu.entry]]
text = "one" # behind one
action = "shell"

# second comment
# in two lines
[[menu.entry]]
text = "two"
action = "local-disk" # behind two

[[menu.entry]]
text = "three"
action = "kernel"
kernel = "k"
arguments = "a" # behind three
"""


def _entries(file: Path) -> tuple[MenuEntry, ...]:
    return load_profile(file).menu.entries


def _save_entries(file: Path, *entries: MenuEntry) -> str:
    file.write_text(ENTRIES) if not file.exists() else None
    profile = load_profile(file)
    save_profile(replace(profile, menu=replace(profile.menu, entries=entries)), file)
    assert _entries(file) == entries
    return file.read_text()


def test_comments_travel_with_their_entry(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(ENTRIES)
    one, two, three = _entries(file)
    text = _save_entries(file, three, two, one)
    assert '# second comment\n# in two lines\n[[menu.entry]]\ntext = "two"' in text
    assert '# first comment\n[[menu.entry]]\ntext = "one" # behind one\n' in text
    assert text.index("three") < text.index("# second") < text.index("# first")


def test_deleted_entry_takes_only_its_own_comments_along(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(ENTRIES)
    one, _, three = _entries(file)
    text = _save_entries(file, one, three)
    assert "second" not in text
    assert "two" not in text
    assert "# first comment" in text
    assert "# behind three" in text


def test_changed_action_takes_out_the_keys_it_does_not_use(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(ENTRIES)
    one, two, _ = _entries(file)
    text = _save_entries(file, one, two, MenuEntry("three", MenuAction.CHAIN_URL, url="http://x/"))
    assert "kernel" not in text
    assert "arguments" not in text


def test_renamed_default_entry_without_a_default_line_adds_none(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(ENTRIES)
    one, two, three = _entries(file)
    assert "default" not in _save_entries(file, replace(one, text="uno"), two, three)


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"# c\r\n[room]\r\nname = 'a'\r\n")
    save_profile(Profile(room=Room("b", 4)), file)
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n") >= 4
    assert load_profile(file).room == Room("b", 4)


def test_fields_of_another_action_are_not_written(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    entry = MenuEntry("a", MenuAction.SHELL, url="http://left/over", kernel="k", initrd=("i",))
    save_profile(Profile(menu=Menu(entries=(entry,))), file)
    assert _entries(file) == (MenuEntry("a", MenuAction.SHELL),)


def test_new_file_has_every_key_in_the_order_of_the_sample(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "new.toml"
    rules = (BootRule(frozenset({0}), "a"), BootRule(frozenset({7, 9, 11, 77}), "b"))
    save_profile(Profile(network=NetworkSettings(("eth0",)), boot=BootSettings(rules=rules)), file)
    assert file.read_text("utf-8").split("\n", 1)[1] == (
        "schema_version = 1\n\n"
        '[room]\nname = ""\ncomputers = 0\ncolumns = 0\nrows = 0\npattern = "{nn}"\n\n'
        '[network]\ninterfaces = ["eth0"]\nrelays = []\n\n'
        '[boot]\nset = ""\nroot = ""\nshape = "auto"\nipxe_clients = "script"\nnext_server = ""\n\n'
        '[[boot.rule]]\narch = "bios"\nfile = "a"\n\n'
        '[[boot.rule]]\narch = ["x64", "arm64", 77]\nfile = "b"\n\n'
        "[clients]\nallow = []\ndeny = []\napprove = false\napproved = []\n\n"
        '[options]\nroot_path = ""\nconfig_file = ""\npath_prefix = ""\ntftp_address = false\n\n'
        '[menu]\ntitle = "FOG Portable"\ntimeout = 10\ndefault = "Boot from the local disk"\n\n'
        '[[menu.entry]]\ntext = "Boot from the local disk"\naction = "local-disk"\n\n'
        '[pxe_menu]\nprompt = ""\ntimeout = 0\nanswers_broadcast = false\nmulticast = ""\n\n'
        "[tftp]\nsingle_port = false\nport_first = 0\nport_last = 0\nblock_size_limit = 1468\n"
        "window_limit = 16\nrollover_to_one = false\noverlays = true\n\n"
        "[http]\nenabled = true\nport = 0\n\n"
        '[fog]\nserver = ""\nmode = "point"\nfinished_to_disk = true\n'
    )


def test_a_private_network_is_written_and_taken_out_whole(sample: Path) -> None:
    profile = load_profile(sample)
    save_profile(replace(profile, private_network=None), sample)
    text = sample.read_text("utf-8")
    assert "[private_network" not in text
    assert load_profile(sample) == replace(profile, private_network=None)
    save_profile(profile, sample)
    assert load_profile(sample) == profile


# --- the file that was there is never harmed ----------------------------------------------------------------------


def _refused(profile: Profile, file: Path, code: FaultCode = FaultCode.PROFILE_NOT_SAVED) -> str:
    before = file.read_bytes()
    names = sorted(os.listdir(file.parent))
    with pytest.raises(ConfigError) as caught:
        save_profile(profile, file)
    assert caught.value.code is code
    assert file.read_bytes() == before
    assert sorted(os.listdir(file.parent)) == names  # no temporary file is left
    return caught.value.fault.message


def test_full_disk_leaves_the_old_file(sample: Path) -> None:
    """A real short write: the kernel stops this process's files at 600 bytes."""
    profile = replace(load_profile(sample), room=Room("other"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, hard))
    try:
        message = _refused(profile, sample)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "file too large" in message


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_failure_of_any_step_leaves_the_old_file(
    sample: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    profile = replace(load_profile(sample), room=Room("other"))
    monkeypatch.setattr(f"fogportable.config.save.os.{call}", fail)
    assert os.strerror(number).lower() in _refused(profile, sample)


def test_unfinished_entry_is_refused_with_what_to_correct(sample: Path) -> None:
    unfinished = Menu(entries=(MenuEntry("Unfinished", MenuAction.CHAIN_FILE),))
    message = _refused(Profile(menu=unfinished), sample, FaultCode.PROFILE_INCOMPLETE)
    assert 'action "chain-file" needs it' in message


def test_place_where_nobody_may_write_is_a_fault() -> None:
    with pytest.raises(ConfigError) as caught:
        save_profile(Profile(), Path("/sys/fogportable.toml"))
    assert caught.value.code is FaultCode.PROFILE_NOT_SAVED


def test_file_in_the_place_of_a_folder_is_a_fault(sample: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        save_profile(Profile(), sample / "x.toml")
    assert caught.value.code is FaultCode.PROFILE_NOT_SAVED


@pytest.mark.parametrize("text", ["[menu\n", "[menu]\ntimout = 1\n", "schema_version = 99\n"])
def test_broken_file_is_not_overwritten(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.toml"
    file.write_text(text)
    assert "the file that is there is broken" in _refused(Profile(), file)


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (Profile(room=Room(computers=10_001)), "room.computers: 10001 is out of range"),
        (Profile(room=Room("a\nb")), "room.name: it has a line break"),
        (Profile(room=Room("\udc80")), "room.name: it has a line break or another control"),
        (Profile(menu=Menu(entries=(MenuEntry("a", MenuAction.SHELL),) * 2)), "menu.entry.text: the entry"),
        (Profile(menu=Menu(entries=(MenuEntry("a", MenuAction.CHAIN_URL, url="${x}"),))), "menu.entry.url: the add"),
        (Profile(boot=BootSettings(rules=(BootRule(frozenset()),))), "boot.rule.file: the rule says nothing"),
    ],
)
def test_profile_that_could_not_be_loaded_is_not_saved(sample: Path, profile: Profile, words: str) -> None:
    assert words in _refused(profile, sample, FaultCode.PROFILE_INCOMPLETE)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_mode_and_link_stay(sample: Path) -> None:
    sample.chmod(0o640)
    link = sample.with_name("link.toml")
    link.symlink_to(sample.name)
    save_profile(replace(load_profile(link), room=Room("other")), link)
    assert link.is_symlink()
    assert stat.S_IMODE(sample.stat().st_mode) == 0o640
    assert load_profile(sample).room.name == "other"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_file_of_a_user_stays_the_users_under_sudo(sample: Path) -> None:
    os.chown(sample, 12345, 12345)
    save_profile(replace(load_profile(sample), room=Room("other")), sample)
    assert (sample.stat().st_uid, sample.stat().st_gid) == (12345, 12345)


def test_changed_values_of_a_big_edit_are_the_only_new_lines(sample: Path) -> None:
    profile = load_profile(sample)
    entries = (*profile.menu.entries, MenuEntry("new", MenuAction.SHELL))
    changed = replace(
        profile,
        menu=replace(profile.menu, entries=entries, default=len(entries) - 1),
        room=replace(profile.room, name="R"),
    )
    save_profile(changed, sample)
    new = _changed_lines(SAMPLE_TEXT, sample.read_text("utf-8"))
    assert new == ['name = "R"', 'default = "new"', 'text = "new"']
