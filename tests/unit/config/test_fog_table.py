"""`[fog]` of a profile: what it may say, and that it is written back with its comments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fogportable.config.load import load_profile, read_profile
from fogportable.config.save import save_profile
from fogportable.model import FogMode, FogSettings

FILE = Path("room.toml")


def test_a_server_is_read() -> None:
    text = '[fog]\nserver = "http://fog.school/fog/"\nmode = "relay"\nfinished_to_disk = false\n'
    profile, faults = read_profile(text, FILE)
    assert not faults
    assert profile.fog == FogSettings("http://fog.school/fog/", FogMode.RELAY, finishes_to_disk=False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[fog]\nserver = "ftp://10.0.0.5"\n', "fog.server in line 2"),
        ('[fog]\nserver = "a b"\n', "fog.server in line 2"),
        ('[fog]\nmode = "bridge"\n', "fog.mode in line 2"),
        ('[fog]\nfinished_to_disk = "yes"\n', "fog.finished_to_disk in line 2"),
        (
            '[fog]\nserver = "10.0.0.5"\n[[pxe_menu.entry]]\ntext = "Disk"\naction = "local-disk"\n',
            "fog.server in line 2",
        ),
    ],
)
def test_what_cannot_be_served_is_refused_with_its_line(text: str, place: str) -> None:
    _, faults = read_profile(text, FILE)
    assert place in str(faults[0])


def test_a_menu_of_the_firmware_is_fine_without_a_server() -> None:
    text = '[fog]\nmode = "relay"\n[[pxe_menu.entry]]\ntext = "Disk"\naction = "local-disk"\n'
    assert read_profile(text, FILE)[1] == ()


def test_comments_stay_when_the_server_changes(tmp_path: Path) -> None:
    file = tmp_path / "room.toml"
    file.write_text('[fog]\n# the old box\nserver = "10.0.0.5"\n')
    profile = load_profile(file)
    save_profile(replace(profile, fog=replace(profile.fog, server="10.0.0.6", mode=FogMode.RELAY)), file)
    assert file.read_text() == '[fog]\n# the old box\nserver = "10.0.0.6"\nmode = "relay"\n'
    assert load_profile(file).fog.server == "10.0.0.6"
