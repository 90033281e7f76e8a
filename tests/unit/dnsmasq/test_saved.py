"""Whatever is imported can be saved and read back the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.config.load import load_profile
from fogportable.config.save import save_profile
from fogportable.dnsmasq.lines import read_lines
from fogportable.dnsmasq.translate import translate
from tests.unit.dnsmasq.imported import MACHINE
from tests.unit.dnsmasq.test_any_text import any_line


@settings(max_examples=150, deadline=None)
@given(st.lists(any_line, max_size=14))
def test_any_import_is_saved_and_read_back_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    if "\0" in text:
        return
    profile = translate(read_lines(text.encode("utf-8", "surrogatepass"), "a.conf"), MACHINE).profile
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "room.toml"
        save_profile(profile, path)
        assert load_profile(path) == profile
