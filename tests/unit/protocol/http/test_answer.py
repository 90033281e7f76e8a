"""What a file that is there is answered with: ranges, conditions, types and dates."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.http import (
    Answer,
    Entity,
    Request,
    Status,
    answer_for,
    content_type,
    encode_head,
    http_date,
    parse_http_date,
    refused,
)

_NOON = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp())
_FILE = Entity("boot/ipxe.efi", 1000, '"3e8-1"', _NOON)


def _ask(method: str = "GET", entity: Entity = _FILE, **fields: str) -> Answer:
    return answer_for(Request(method, b"/x", {name.replace("_", "-"): value for name, value in fields.items()}), entity)


def test_whole_file() -> None:
    answer = _ask()
    assert (answer.status, answer.start, answer.end) == (Status.OK, 0, 1000)
    assert dict(answer.fields) == {
        "ETag": '"3e8-1"',
        "Last-Modified": "Mon, 02 Mar 2026 12:00:00 GMT",
        "Accept-Ranges": "bytes",
        "Content-Type": "application/efi",
        "Content-Length": "1000",
    }


def test_head_has_the_fields_of_get() -> None:
    assert _ask("HEAD") == _ask("GET")


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-999", 0, 1000),
        ("bytes=10-19", 10, 20),
        ("Bytes=10-19", 10, 20),
        ("bytes=990-", 990, 1000),
        ("bytes=990-5000", 990, 1000),
        ("bytes=0-99999999999999999999999999", 0, 1000),
        ("bytes=-1", 999, 1000),
        ("bytes=-5000", 0, 1000),
        ("bytes= 1-2 ", 1, 3),
    ],
)
def test_one_range_gets_its_part(wanted: str, start: int, end: int) -> None:
    answer = _ask(range=wanted)
    assert (answer.status, answer.start, answer.end) == (Status.PARTIAL_CONTENT, start, end)
    fields = dict(answer.fields)
    assert fields["Content-Range"] == f"bytes {start}-{end - 1}/1000"
    assert fields["Content-Length"] == str(end - start)


@pytest.mark.parametrize("wanted", ["bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=" + "9" * 9000 + "-"])
def test_range_behind_the_end_is_told_the_size(wanted: str) -> None:
    answer = _ask(range=wanted)
    assert (answer.status, answer.start, answer.end) == (Status.RANGE_NOT_SATISFIABLE, 0, 0)
    assert ("Content-Range", "bytes */1000") in answer.fields


@pytest.mark.parametrize(
    "wanted", ["bytes=0-1,5-6", "bytes=5-4", "bytes=", "bytes=-", "bytes=a-b", "bytes 0-1", "lines=1-2", "bytes=--1"]
)
def test_anything_else_gets_the_whole_file(wanted: str) -> None:
    assert _ask(range=wanted) == _ask()


def test_head_knows_no_ranges() -> None:
    assert _ask("HEAD", range="bytes=0-1") == _ask()


def test_empty_file_has_no_ranges() -> None:
    empty = Entity("x", 0, '"0"')
    assert _ask(entity=empty).status is Status.OK
    for wanted in ("bytes=0-", "bytes=-1"):
        assert _ask(entity=empty, range=wanted).status is Status.RANGE_NOT_SATISFIABLE


def test_sizes_beyond_four_gib_are_exact() -> None:
    large = Entity("x.iso", 5 * 2**30 + 3, '"5"')
    fields = dict(_ask(entity=large, range="bytes=5368709120-").fields)
    assert fields["Content-Range"] == "bytes 5368709120-5368709122/5368709123"
    assert dict(_ask(entity=large).fields)["Content-Length"] == "5368709123"


_LATER = "Mon, 02 Mar 2026 12:00:01 GMT"
_SAME = "Mon, 02 Mar 2026 12:00:00 GMT"
_EARLIER = "Mon, 02 Mar 2026 11:59:59 GMT"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"if_match": '"3e8-1"'}, Status.OK),
        ({"if_match": '"other", "3e8-1"'}, Status.OK),
        ({"if_match": "*"}, Status.OK),
        ({"if_match": '"other"'}, Status.PRECONDITION_FAILED),
        ({"if_match": 'W/"3e8-1"'}, Status.PRECONDITION_FAILED),
        ({"if_match": '"3e8-1"', "if_unmodified_since": _EARLIER}, Status.OK),
        ({"if_unmodified_since": _SAME}, Status.OK),
        ({"if_unmodified_since": _EARLIER}, Status.PRECONDITION_FAILED),
        ({"if_unmodified_since": "yesterday"}, Status.OK),
        ({"if_none_match": '"3e8-1"'}, Status.NOT_MODIFIED),
        ({"if_none_match": 'W/"3e8-1"'}, Status.NOT_MODIFIED),
        ({"if_none_match": '"other"', "if_modified_since": _LATER}, Status.OK),
        ({"if_modified_since": _SAME}, Status.NOT_MODIFIED),
        ({"if_modified_since": _EARLIER}, Status.OK),
    ],
)
def test_conditions(fields: dict[str, str], status: Status) -> None:
    answer = _ask("GET", _FILE, **fields)
    assert answer.status is status
    assert (answer.start, answer.end) == ((0, 1000) if status is Status.OK else (0, 0))


@pytest.mark.parametrize(
    ("condition", "is_part"),
    [('"3e8-1"', True), ('"other"', False), ('W/"3e8-1"', False), (_SAME, True), (_LATER, False), ("x", False)],
)
def test_resumed_load_gets_its_part_only_of_the_same_file(condition: str, is_part: bool) -> None:
    assert _ask(range="bytes=5-", if_range=condition).is_part is is_part


def test_dates_of_files_in_memory_are_unknown() -> None:
    script = Entity("boot.ipxe", 10, '"a"')
    answer = _ask(entity=script, if_modified_since=_LATER, if_unmodified_since=_EARLIER)
    assert answer.status is Status.OK
    assert "Last-Modified" not in dict(answer.fields)
    assert not _ask(entity=script, range="bytes=1-", if_range=_SAME).is_part


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("BOOTX64.EFI", "application/efi"),
        ("debian.iso", "application/vnd.efi-iso"),
        ("disk.img", "application/vnd.efi-img"),
        ("boot.ipxe", "text/plain"),
        ("boot.wim", "application/octet-stream"),
        ("vmlinuz", "application/octet-stream"),
        ("efi", "application/octet-stream"),
    ],
)
def test_types_that_firmware_goes_by(name: str, kind: str) -> None:
    assert content_type(name) == kind


def test_refusals_say_nothing_of_this_machine() -> None:
    answer = refused(Status.METHOD_NOT_ALLOWED)
    assert answer.text == b"405 Method not allowed\n"
    assert ("Allow", "GET, HEAD") in answer.fields
    assert ("Content-Length", str(len(answer.text))) in answer.fields


@pytest.mark.parametrize(
    ("is_kept", "is_1_0", "said"),
    [(True, False, b""), (False, False, b"Connection: close\r\n"), (True, True, b"Connection: keep-alive\r\n")],
)
def test_head_says_whether_the_connection_is_kept(is_kept: bool, is_1_0: bool, said: bytes) -> None:
    head = encode_head(refused(Status.NOT_FOUND), date="D", is_kept=is_kept, is_http_1_0=is_1_0)
    assert head.startswith(b"HTTP/1.1 404 Not found\r\nDate: D\r\n")
    assert head.endswith(said + b"\r\n")
    assert (b"Connection" in head) is bool(said)


@given(st.integers(0, 253402300799))
def test_dates_are_those_of_the_standard_library(seconds: int) -> None:
    assert http_date(seconds) == formatdate(seconds, usegmt=True)
    assert parse_http_date(http_date(seconds)) == seconds


@given(
    st.text(max_size=40)
    | st.from_regex(r"[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT", fullmatch=True)
)
def test_no_text_is_too_odd_for_a_date(text: str) -> None:
    seconds = parse_http_date(text)
    assert seconds is None or isinstance(seconds, int)


def test_date_is_read_like_the_standard_library_reads_it() -> None:
    text = "Sun, 06 Nov 1994 08:49:37 GMT"
    assert parse_http_date(text) == parsedate_to_datetime(text).timestamp() == 784111777


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 2**40))
def test_any_condition_gets_an_answer(wanted: str, condition: str, size: int) -> None:
    answer = _ask(entity=Entity("x", size, '"t"', 5), range="bytes=" + wanted, if_range=condition, if_match=condition)
    assert 0 <= answer.start <= answer.end <= size
