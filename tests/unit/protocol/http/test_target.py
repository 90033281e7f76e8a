"""Targets become names: unquoted once, and never into something that the checks of names do not see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.boot.file_names import FileStoreError, split_name
from fogportable.protocol.http import BadRequest, Status, file_name


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (b"/ipxe.efi", "/ipxe.efi"),
        (b"//grubx64.efi", "//grubx64.efi"),
        (b"/a%20b", "/a b"),
        (b"/a+b", "/a+b"),
        (b"/x?mac=52:54:00", "/x"),
        (b"/x#y", "/x"),
        (b"/x%3Fy", "/x?y"),
        (b"/%252e%252e/x", "/%2e%2e/x"),
        (b"/%c3%bc", "/ü"),
        (b"/\xc3\xbc", "/ü"),
        (b"http://192.168.1.2/x", "/x"),
        (b"HTTP://192.168.1.2:8080/x", "/x"),
        (b"http://192.168.1.2", ""),
        (b"/http://other/x", "/http://other/x"),
    ],
)
def test_target_is_unquoted_once(target: bytes, name: str) -> None:
    assert file_name(target) == name


@pytest.mark.parametrize(
    "target",
    [
        b"/a%00b",
        b"/..%2fetc/passwd",
        b"/..%2Fetc/passwd",
        b"/..%5cx",
        b"/..%c0%afetc/passwd",
        b"/..%e0%80%afetc",
        b"/..\xc0\xafetc",
        b"/%ed%a0%80",
        b"/%ff",
        b"/%",
        b"/%4",
        b"/%zz",
        b"*",
        b"x",
        b"",
        b"host:80",
        b"ftp://a/b",
    ],
)
def test_what_could_hide_something_is_refused(target: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        file_name(target)
    assert refused.value.status is Status.BAD_REQUEST


def test_quoted_dots_are_seen_by_the_checks_of_names() -> None:
    with pytest.raises(FileStoreError):
        split_name(file_name(b"/%2e%2e/etc/passwd"))


@given(st.binary(max_size=60))
def test_any_target_gives_a_name_or_is_refused(target: bytes) -> None:
    try:
        name = file_name(b"/" + target)
    except BadRequest:
        return
    assert "\0" not in name
    name.encode()
    # Unquoting has made no separator: each one stands in the target itself.
    path = target.split(b"?")[0].split(b"#")[0]
    assert name.count("/") - 1 == path.count(b"/")
