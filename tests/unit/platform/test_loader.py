"""Programs of the system are started as if no loader had been there."""

from __future__ import annotations

import pytest

from fogportable.platform.loader import is_packaged, restore_environment


@pytest.mark.parametrize(
    ("left_behind", "restored"),
    [
        (
            {"LD_LIBRARY_PATH": "/tmp/_MEI1", "LD_LIBRARY_PATH_ORIG": "/opt/lib", "A": "b"},
            {"LD_LIBRARY_PATH": "/opt/lib", "A": "b"},
        ),
        ({"LD_LIBRARY_PATH": "/tmp/_MEI1", "_PYI_APPLICATION_HOME_DIR": "/tmp/_MEI1"}, {}),
        ({"LD_LIBRARY_PATH": "/opt/lib"}, {"LD_LIBRARY_PATH": "/opt/lib"}),
        (
            {"_PYI_ARCHIVE_FILE": "/x", "_PYI_PARENT_PROCESS_LEVEL": "1", "_MEIPASS2": "/tmp/_MEI1", "PATH": "/bin"},
            {"PATH": "/bin"},
        ),
        ({"DYLD_LIBRARY_PATH": "/x", "DYLD_LIBRARY_PATH_ORIG": "/y"}, {"DYLD_LIBRARY_PATH": "/y"}),
    ],
)
def test_what_the_loader_changed_is_undone(left_behind: dict[str, str], restored: dict[str, str]) -> None:
    restore_environment(left_behind)
    assert left_behind == restored


def test_a_clone_is_no_package() -> None:
    assert not is_packaged()
