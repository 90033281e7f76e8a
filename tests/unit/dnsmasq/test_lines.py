"""The syntax of dnsmasq's files."""

from __future__ import annotations

import pytest

from fogportable.dnsmasq.lines import LARGEST_BYTES, ConfigLine, read_lines
from fogportable.errors import ConfigError, FaultCode


def only(text: str | bytes) -> ConfigLine:
    (line,) = read_lines(text if isinstance(text, bytes) else text.encode(), "a.conf")
    return line


def test_blank_lines_and_comments_are_left_out_and_lines_keep_their_numbers() -> None:
    lines = read_lines(b"# one\n\n   # two\nport=0\n\t\nlog-dhcp\n", "a.conf")
    assert [(line.number, line.option) for line in lines] == [(4, "port"), (6, "log-dhcp")]


def test_comment_begins_after_white_space_only() -> None:
    assert only("dhcp-boot=a#b # why").fields == ("a#b",)
    assert only("dhcp-boot=a\t#why").fields == ("a",)


def test_quotes_hide_commas_colons_and_comments() -> None:
    line = only('pxe-prompt="Press F8, or # wait: tag:x", 3')
    assert line.fields == ("Press F8, or # wait: tag:x", "3")
    assert line.is_quoted == (True, False)


def test_quotes_may_stand_inside_a_value() -> None:
    assert only('dhcp-boot=a" b "c').fields == ("a b c",)


def test_escapes_work_in_quotes_only() -> None:
    assert only(r'pxe-prompt="say \"hi\" \\ \t."').fields == ('say "hi" \\ \t.',)
    assert only(r"dhcp-boot=boot\x86\n").fields == (r"boot\x86\n",)


@pytest.mark.parametrize("text", ['pxe-prompt="no end', 'pxe-prompt="no end\\"', 'x="'])
def test_missing_quote_is_a_problem_of_the_line(text: str) -> None:
    assert only(text).problem == "the closing quote is missing"


def test_spaces_around_the_equals_sign_and_commas_go() -> None:
    line = only("  dhcp-range = 10.0.0.1 ,  proxy ")
    assert (line.option, line.fields) == ("dhcp-range", ("10.0.0.1", "proxy"))


def test_long_options_may_have_their_dashes() -> None:
    assert only("--port=0").option == "port"


def test_text_is_shown_as_it_stands_without_control_characters() -> None:
    assert only("dhcp-boot=\x1b[31mred # x").text == "dhcp-boot=?[31mred # x"


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_any_line_ends_are_read(ends: str) -> None:
    lines = read_lines(ends.join(("port=0", "log-dhcp", "")).encode(), "a.conf")
    assert [(line.number, line.text) for line in lines] == [(1, "port=0"), (2, "log-dhcp")]


def test_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert only("\ufeffport=0".encode()).option == "port"


def test_latin_1_is_read_where_utf_8_fails() -> None:
    assert only(b"pxe-prompt=Caf\xe9").value == "Café"
    assert only("pxe-prompt=Café".encode()).value == "Café"


def test_option_without_value_has_no_fields() -> None:
    assert only("dhcp-option=3,").fields == ("3", "")
    assert only("log-dhcp").fields == ()
    assert only("log-dhcp=").fields == ()


def test_tags_before_the_fields_are_told_apart() -> None:
    line = only("dhcp-boot=tag:a,net:b,tag:!c,tag:#d,file,tag:e")
    assert line.without_tags() == (("a", "b", "!c", "!d"), ("file", "tag:e"))


@pytest.mark.parametrize("data", [b"port=0\0", b"#" * (LARGEST_BYTES + 1)])
def test_what_no_editor_wrote_is_refused(data: bytes) -> None:
    with pytest.raises(ConfigError) as raised:
        read_lines(data, "a.bin")
    assert raised.value.code is FaultCode.DNSMASQ_NOT_TEXT
