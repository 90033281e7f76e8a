"""The page and the sheet say everything, and what strangers wrote does nothing in them."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.model import ClientStage, Room, SiteSnapshot
from fogportable.model.stall import ClientDiagnosis
from fogportable.report.csv_sheet import COLUMNS, csv_sheet
from fogportable.report.document import Table, document
from fogportable.report.facts import Course, SessionReport
from fogportable.report.html_page import html_page
from fogportable.report.sentences import summary
from fogportable.report.voice import Voice
from tests.fakes.session import NOW, make_client
from tests.unit.report.reports import mixed_report, one_line

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></svg><b>",
    "&lt;&#x3C;&amp",
    "' onmouseover='x",
    "\x00\x1b[31m\x85\ud800\uffff",
    "harmless\u202etxt.exe",
    "]]>",
    "javascript:alert(1)",
)


def _tree(page: str) -> ET.Element:
    """As XML, which forgives nothing: an open element or a stray sign fails."""
    kind, _, rest = page.partition("\n")
    assert kind == "<!DOCTYPE html>"
    return ET.fromstring(rest)


class _Elements(HTMLParser):
    """As a browser takes it apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Elements()
    reader.feed(page)
    return reader.found


def _text_of(page: str) -> str:
    return " ".join(" ".join(_tree(page).itertext()).split())


def _rows(report: SessionReport) -> list[dict[str, str]]:
    text = csv_sheet(report).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- the page ---------------------------------------------------------------------------------------------------


def test_page_says_what_happened() -> None:
    text = _text_of(html_page(mixed_report()))
    for words in (
        "Session report: Room 204, 2026-03-02",
        "8 of 32 computers were handed over in 1 min 10 s.",
        "2 need somebody.",
        "2 were not seen.",
        "2 of the room's 32 computers were not heard.",
        "2 other devices were left alone.",
        "local, UTC+01:00 (CET)",
        "2026-03-02 10:52:31",
        "192.168.1.20/24",
        "The site's DHCP server 192.168.1.1 names a boot file of its own, pxelinux.0.",
        "FOG Portable 0.1.0",
    ):
        assert words in text, words
    for line in mixed_report().ours:
        assert str(line.client.mac) in text


def test_failures_are_listed_with_what_to_do_and_whether_they_are_mended() -> None:
    tables = [block for block in document(mixed_report(), Voice()) if isinstance(block, Table)]
    wrong = next(table for table in tables if "wrong" in table.caption)
    assert [row[2] for row in wrong.rows] == ["Failed", "mended", "Needs you"]
    assert all(row[3] and row[4] for row in wrong.rows)


def test_page_of_a_rehearsal_says_it_is_one() -> None:
    assert "This was a rehearsal" in _text_of(html_page(mixed_report(is_rehearsal=True)))
    assert "rehearsal" not in _text_of(html_page(mixed_report())).lower()


def test_page_while_serving_says_so() -> None:
    text = _text_of(html_page(mixed_report(is_serving=True, course=Course(NOW - timedelta(minutes=5)))))
    assert "still serving" in text


def test_page_of_nothing_has_words_for_every_part() -> None:
    text = _text_of(html_page(mixed_report(lines=(), stretches=(), room=Room(), site=SiteSnapshot())))
    assert "No computer has asked for network boot." in text
    assert "Nothing went wrong with any computer." in text
    assert "No other server of addresses or network boot was heard." in text


def test_page_fetches_and_runs_nothing() -> None:
    page = html_page(mixed_report())
    for tag, attributes in _elements(page):
        assert tag not in ("script", "img", "link", "iframe", "object", "embed", "base", "a", "form")
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in ("src", "href")
            assert "url(" not in (value or "") or (value or "").startswith("url(#")
    assert "url(" not in page[page.index("<style>") : page.index("</style>")]
    assert "default-src &#x27;none&#x27;" in page


def test_page_can_be_read_by_a_screen_reader() -> None:
    tree = _tree(html_page(mixed_report()))
    assert tree.get("lang") == "en"
    assert tree.findtext("head/title")
    assert len(tree.findall(".//h1")) == 1
    for table in tree.iter("table"):
        assert table.findtext("caption")
        assert all(head.get("scope") == "col" for head in table.findall("thead/tr/th"))
        assert all(len(row.findall("th[@scope='row']")) == 1 for row in table.findall("tbody/tr"))
    pictures = [each for each in tree.iter() if each.tag.endswith("}svg")]
    assert len(pictures) == 2
    for picture in pictures:
        title = next(iter(picture))
        assert picture.get("role") == "img"
        assert title.tag.endswith("title")
        assert title.get("id") == picture.get("aria-labelledby")
        assert any(figure.isdigit() for figure in title.text or "")
    names = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("words", HOSTILE)
def test_page_shows_what_strangers_wrote_and_does_nothing_of_it(words: str) -> None:
    plain = mixed_report(lines=(one_line(vendor="x", firmware="x", doing="x", file="x"),))
    hostile = mixed_report(
        lines=(one_line(vendor=words, firmware=words, doing=words, file=words, interface=words),),
        room=Room(words, 3),
        profile=words,
        boot=words,
        site=SiteSnapshot((replace(mixed_report().site.servers[0], boot_file=words, interface=words),)),
    )
    page = html_page(hostile)
    _tree(page)
    tags = [tag for tag, _ in _elements(page)]
    assert tags == [tag for tag, _ in _elements(html_page(plain))]
    page.encode("utf-8")
    assert "\u202e" not in page


@given(st.text(max_size=80))
def test_no_text_breaks_the_page(words: str) -> None:
    page = html_page(mixed_report(lines=(one_line(doing=words),), stretches=(), profile=words))
    _tree(page)
    page.encode("utf-8")


def test_page_is_in_the_language_it_is_given() -> None:
    german = Voice(lambda _context, text: {"Computers": "Rechner"}.get(text, text), ",", "de")
    page = html_page(mixed_report(), german)
    assert _tree(page).get("lang") == "de"
    assert "Rechner" in page
    assert "41,0 MB" in page


# --- the sentence -----------------------------------------------------------------------------------------------


def test_summary_of_a_room_that_is_done() -> None:
    begun = NOW - timedelta(minutes=41)
    lines = tuple(
        replace(one_line(stage=ClientStage.HANDED_OVER, first_heard=begun), handed_over=NOW) for _ in range(30)
    )
    assert summary(mixed_report(lines=lines, room=Room("", 30)), Voice()) == (
        "30 of 30 computers were handed over in 41 min."
    )


def test_summary_of_a_room_that_stands_in_the_menu() -> None:
    lines = tuple(one_line(stage=ClientStage.IN_MENU, first_heard=NOW - timedelta(seconds=21)) for _ in range(12))
    assert summary(mixed_report(lines=lines, room=Room("", 12)), Voice()) == (
        "12 of 12 computers came to the boot menu in 20 s."
    )


def test_summary_counts_nobody_twice() -> None:
    """One that was imaged and is back in the menu was handed over, and does not wait."""
    again = replace(one_line(stage=ClientStage.IN_MENU), handed_over=NOW)
    assert summary(mixed_report(lines=(again,), room=Room()), Voice()).endswith("s.")
    assert "menu" not in summary(mixed_report(lines=(again,), room=Room()), Voice())


# --- the sheet --------------------------------------------------------------------------------------------------


def test_sheet_has_a_line_for_every_computer_with_plain_figures() -> None:
    rows = _rows(mixed_report())
    assert len(rows) == 32
    first = rows[0]
    assert first["state"] == "handed over"
    assert first["first_heard"] == "2026-03-02T10:51:01+01:00"
    assert first["seconds_to_hand_over"] == "70"
    assert first["bytes_sent"] == "41000000"
    assert first["bytes_per_second"] == "10000000"
    assert first["last_files"] == "snponly-x64.efi; boot.ipxe"
    assert rows[8]["fault"] == "transfer_failed"
    assert rows[8]["what_to_do"]
    assert rows[10]["fault"] == ""
    assert rows[10]["earlier_faults"] == "transfer_failed"
    assert rows[30]["state"] == "left alone"


def test_sheet_is_as_rfc_4180_wants_it() -> None:
    line = one_line(doing='He said "go", and\nleft')
    content = csv_sheet(mixed_report(lines=(line,)))
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 2
    assert b'"He said ""go"", and left"' in content


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\uff1d"])
def test_sheet_holds_no_formula(start: str) -> None:
    row = _rows(mixed_report(lines=(one_line(doing=f"{start}HYPERLINK(1)", vendor=f"{start}1+1"),), profile=start))[0]
    for name in ("doing", "maker", "profile"):
        assert row[name].startswith("'"), name


@given(st.text(max_size=60))
def test_no_field_of_the_sheet_begins_like_a_formula(words: str) -> None:
    report = mixed_report(lines=(one_line(doing=words, file=words, vendor=words),), stretches=())
    rows = _rows(report)
    assert len(rows) == 1
    assert set(rows[0]) == set(COLUMNS)
    assert not any(value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") for value in rows[0].values())


def test_byte_order_mark_leads_only_where_a_character_needs_it() -> None:
    mark = b"\xef\xbb\xbf"
    assert not csv_sheet(mixed_report()).startswith(mark)
    assert csv_sheet(mixed_report(room=Room("Raum Grün", 32))).startswith(mark)


def test_a_thousand_computers_fit_a_page_and_a_sheet() -> None:
    client = make_client(1, ClientStage.HANDED_OVER)
    report = mixed_report(lines=tuple(replace(one_line(), client=client) for _ in range(1000)))
    assert html_page(report).count("<tr>") > 1000
    assert csv_sheet(report).count(b"\r\n") == 1001


# --- seats and diagnoses ----------------------------------------------------------------------------------------


def test_seats_are_named_with_the_computers_and_among_the_missing() -> None:
    report = mixed_report(lines=(replace(one_line(), seat="204-09"),), missing=("204-10", "204-11"))
    text = _text_of(html_page(report))
    assert f"204-09 {report.lines[0].client.mac}" in text
    assert "204-10, 204-11" in text
    assert _rows(report)[0]["seat"] == "204-09"


def test_a_diagnosis_says_more_than_the_fault_and_says_how_sure_it_is() -> None:
    diagnosis = ClientDiagnosis("firewall", "likely", "this laptop's firewall drops the data.", "Allow it.")
    line = one_line(stage=ClientStage.ASKING, diagnosis=diagnosis)
    text = _text_of(html_page(mixed_report(lines=(line,))))
    assert "Likely: this laptop's firewall drops the data." in text
    assert "1 needs somebody." in text
    assert _rows(mixed_report(lines=(line,)))[0]["fault"] == "firewall"


def test_what_helps_itself_is_no_complaint() -> None:
    diagnosis = ClientDiagnosis("retry", "sure", "It asks again.", "Wait.", needs_you=False)
    assert one_line(stage=ClientStage.ASKING, diagnosis=diagnosis).trouble is None
