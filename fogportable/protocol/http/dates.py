"""Times as HTTP writes them. Source: RFC 9110 5.6.7, the preferred form; older forms are not sent by anybody here."""

from __future__ import annotations

import re

_DAYS = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")  # 1 January 1970 was a Thursday
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT")
#: 31 December 9999: a year has four digits.
_LAST_SECOND = 253402300799


def http_date(seconds: int) -> str:
    """`Sun, 06 Nov 1994 08:49:37 GMT`. seconds: since 1970, UTC; earlier and far later times are cut."""
    seconds = max(0, min(seconds, _LAST_SECOND))
    days, rest = divmod(seconds, 86400)
    year, month, day = _civil(days)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{_DAYS[days % 7]}, {day:02} {_MONTHS[month - 1]} {year:04} {clock} GMT"


def parse_http_date(text: str) -> int | None:
    """Seconds since 1970; None for what is no date."""
    found = _DATE.fullmatch(text)
    if found is None or found[2] not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(found[each]) for each in (1, 3, 4, 5, 6))
    if not (1 <= day <= 31 and hour < 24 and minute < 60 and second <= 60):
        return None
    return _days(year, _MONTHS.index(found[2]) + 1, day) * 86400 + hour * 3600 + minute * 60 + second


def _days(year: int, month: int, day: int) -> int:
    """Days since 1970 in the Gregorian calendar. Years begin in March, so that the leap day comes last."""
    year -= month <= 2
    month = (month + 9) % 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 1 - 719468


def _civil(days: int) -> tuple[int, int, int]:
    """Year, month and day of a count of days since 1970."""
    era, day = divmod(days + 719468, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    month = month + 3 if month < 10 else month - 9
    return year + era * 400 + (month <= 2), month, day
