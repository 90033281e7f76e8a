"""Heads of requests: what is read, what is refused, and that nothing else ever comes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.http import LARGEST_HEAD_BYTES, BadRequest, Request, Status, end_of_head, parse_request


def _status(head: bytes) -> Status:
    with pytest.raises(BadRequest) as refused:
        parse_request(head)
    return refused.value.status


def test_request_of_uefi_firmware() -> None:
    head = b"HEAD /ipxe.efi HTTP/1.1\r\nHost: 192.168.77.2:8080\r\nAccept: */*\r\nUser-Agent: UefiHttpBoot/1.0\r\n\r\n"
    request = parse_request(head)
    assert (request.method, request.target, request.is_head) == ("HEAD", b"/ipxe.efi", True)
    assert request.fields["user-agent"] == "UefiHttpBoot/1.0"
    assert request.is_persistent


def test_bare_line_feeds_end_lines_too() -> None:
    assert parse_request(b"GET /x HTTP/1.1\nHost: a\n\n").target == b"/x"


def test_fields_of_one_name_are_joined() -> None:
    assert parse_request(b"GET / HTTP/1.1\r\nHost: a\r\nAccept: b\r\naccept: c\r\n\r\n").fields["accept"] == "b, c"


@pytest.mark.parametrize(
    ("version", "connection", "is_kept"),
    [
        ("1.1", "", True),
        ("1.1", "Connection: close\r\n", False),
        ("1.1", "Connection: TE, Close\r\n", False),
        ("1.0", "", False),
        ("1.0", "Connection: Keep-Alive\r\n", True),
        ("1.0", "Connection: keep-alive, close\r\n", False),
        ("1.1", "Content-Length: 5\r\n", False),
        ("1.1", "Content-Length: 0\r\n", True),
        ("1.1", "Transfer-Encoding: chunked\r\n", False),
    ],
)
def test_connection_is_kept_where_both_want_it(version: str, connection: str, is_kept: bool) -> None:
    request = parse_request(f"GET / HTTP/{version}\r\nHost: a\r\n{connection}\r\n".encode())
    assert (request.is_persistent, request.is_http_1_0) == (is_kept, version == "1.0")


def test_http_1_0_needs_no_host() -> None:
    assert parse_request(b"GET /x HTTP/1.0\r\n\r\n").target == b"/x"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])
def test_only_get_and_head_are_served(method: str) -> None:
    assert _status(f"{method} /x HTTP/1.1\r\nHost: a\r\n\r\n".encode()) is Status.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    "head",
    [
        b"\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1 more\r\nHost: a\r\n\r\n",
        b"GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / http/1.1\r\nHost: a\r\n\r\n",
        b"G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n: no name\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: a\x00b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
    ],
)
def test_odd_heads_are_refused(head: bytes) -> None:
    assert _status(head) is Status.BAD_REQUEST


def test_other_versions_are_named_as_such() -> None:
    assert _status(b"PRI * HTTP/2.0\r\n\r\n") is Status.VERSION_NOT_SUPPORTED


def test_head_is_limited() -> None:
    field = b"X: " + b"a" * LARGEST_HEAD_BYTES
    assert _status(b"GET / HTTP/1.1\r\nHost: a\r\n" + field + b"\r\n\r\n") is Status.HEAD_TOO_LARGE


def test_end_is_found_across_pieces() -> None:
    head = b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET"
    for cut in range(len(head)):
        found = end_of_head(head[:cut])
        assert found == (len(head) - 3 if cut >= len(head) - 3 else None)
        if found is None:
            assert end_of_head(head, cut) == len(head) - 3


@given(st.binary(max_size=400))
def test_any_octets_are_a_request_or_refused(head: bytes) -> None:
    try:
        assert isinstance(parse_request(head), Request)
    except BadRequest as refused:
        assert refused.reason  # noqa: PT017


@given(
    st.sampled_from([b"GET", b"HEAD", b"POST", b""]),
    st.binary(max_size=30),
    st.lists(st.tuples(st.binary(max_size=12), st.binary(max_size=30)), max_size=5),
)
def test_any_fields_are_read_or_refused(method: bytes, target: bytes, fields: list[tuple[bytes, bytes]]) -> None:
    lines = b"".join(name + b":" + value + b"\r\n" for name, value in fields)
    try:
        request = parse_request(method + b" " + target + b" HTTP/1.1\r\nHost: a\r\n" + lines + b"\r\n")
    except BadRequest:
        return
    assert b" " not in request.target
    assert all("\n" not in value and "\r" not in value for value in request.fields.values())
