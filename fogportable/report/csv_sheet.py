"""A report as CSV (RFC 4180): one line for each computer, to be counted and sorted in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from fogportable.report.document import state_word
from fogportable.report.facts import ComputerLine, SessionReport
from fogportable.report.plain_text import cell
from fogportable.report.voice import Voice

#: Names of the columns: the same in every language, so that sheets of several rooms can be put together.
COLUMNS = (
    *("seat", "mac", "state", "maker", "firmware", "ip_address", "card", "doing", "file"),
    *("first_heard", "last_heard", "handed_over", "seconds_to_hand_over", "attempts"),
    *("bytes_sent", "files_loaded", "loading_seconds", "bytes_per_second", "last_files"),
    *("fault", "what_happened", "what_to_do", "earlier_faults"),
    *("room", "profile", "is_rehearsal"),
)


def csv_sheet(report: SessionReport) -> bytes:
    """The whole file: UTF-8, lines end with CR LF, a heading first. Those left alone are in it too.

    Times are ISO 8601 with their distance from UTC; figures are plain numbers with a point. A byte order mark leads
    only where there is a character beyond ASCII: without one Excel takes such a file for the system's old code page,
    while in a file of ASCII alone it would do nothing but stand before the first heading in other programs.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(line, report) for line in report.lines)
    text = out.getvalue()
    return text.encode("utf-8" if text.isascii() else "utf-8-sig")


def _row(line: ComputerLine, report: SessionReport) -> tuple[str, ...]:
    client, delivery, took, rate = line.client, line.delivery, line.took, line.delivery.rate_bytes_per_s
    now = line.trouble
    earlier = [each.fault.code.value for each in delivery.troubles if now is None or each.fault.code.value != now.code]
    texts = (
        line.seat,
        str(client.mac),
        state_word(client, Voice()).lower(),
        client.vendor,
        client.firmware,
        str(client.address) if client.address is not None else "",
        client.interface,
        client.doing,
        client.file,
        _iso(client.first_heard, report.made),
        _iso(client.last_heard, report.made),
        _iso(line.handed_over, report.made),
        f"{took.total_seconds():.0f}" if took is not None else "",
        str(client.attempts),
        str(delivery.sent_bytes),
        str(delivery.file_count),
        f"{delivery.loading_s:.1f}",
        f"{rate:.0f}" if rate is not None else "",
        "; ".join(delivery.files),
        now.code if now is not None else "",
        now.message if now is not None else "",
        now.remedy if now is not None else "",
        "; ".join(earlier),
        report.room.name,
        report.profile,
        "yes" if report.is_rehearsal else "no",
    )
    return tuple(cell(text) for text in texts)


def _iso(time: datetime | None, zone_of: datetime) -> str:
    """`2026-03-02T09:52:31+01:00`, "" for none."""
    return "" if time is None else time.astimezone(zone_of.tzinfo).isoformat(timespec="seconds")
