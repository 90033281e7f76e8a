"""How figures, times and sentences of a report are written, in the language of whoever makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

#: Context and English text to text, as Qt's translate.
Translate = Callable[[str, str], str]


def as_written(_context: str, text: str) -> str:
    """English."""
    return text


@dataclass(frozen=True, slots=True)
class Voice:
    """translate: for the context "Report". decimal_mark: point or comma. language: of the texts, as HTML names it."""

    translate: Translate = as_written
    decimal_mark: str = "."
    language: str = "en"

    def decimal(self, value: float) -> str:
        """One decimal."""
        return f"{value:.1f}".replace(".", self.decimal_mark)

    def amount(self, size_bytes: float) -> str:
        """`922 bytes`, `108.8 kB`, `1.1 MB`, `12.0 GB`, as `figures.size_words`."""
        if size_bytes < 1000:
            return self.translate("Report", "{count} bytes").format(count=round(size_bytes))
        for unit, scale in (("kB", 1e3), ("MB", 1e6)):
            if size_bytes < scale * 999.95:
                return f"{self.decimal(size_bytes / scale)} {unit}"
        return f"{self.decimal(size_bytes / 1e9)} GB"

    def rate(self, bytes_per_s: float) -> str:
        """`9.7 MB/s`; below a tenth of that unit in kB/s."""
        if bytes_per_s < 100_000:
            return f"{self.decimal(bytes_per_s / 1e3)} kB/s"
        return f"{self.decimal(bytes_per_s / 1e6)} MB/s"

    def duration(self, seconds: float) -> str:
        """`8 s`, `4 min 10 s`, `41 min`, `2 h 5 min`."""
        translate = self.translate
        whole = round(seconds)
        if whole < 60:
            return translate("Report", "{count} s").format(count=whole)
        minutes, rest = divmod(whole, 60)
        if minutes < 10 and rest:
            return translate("Report", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        if minutes < 60:
            return translate("Report", "{minutes} min").format(minutes=minutes)
        return translate("Report", "{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)

    def computers(self, count: int) -> str:
        """`1 computer`, `30 computers`."""
        translate = self.translate
        if count == 1:
            return translate("Report", "1 computer")
        return translate("Report", "{count} computers").format(count=count)


def moment(time: datetime, zone_of: datetime) -> str:
    """`2026-03-02 09:52:31`, in the zone of the other."""
    return time.astimezone(zone_of.tzinfo).strftime("%Y-%m-%d %H:%M:%S")


def clock(time: datetime, zone_of: datetime) -> str:
    """`09:52:31`, with the day where it is another one."""
    local = time.astimezone(zone_of.tzinfo)
    return local.strftime("%H:%M:%S" if local.date() == zone_of.date() else "%Y-%m-%d %H:%M:%S")


def zone(time: datetime) -> str:
    """`UTC+01:00 (CET)`."""
    offset = time.strftime("%z")
    words = f"UTC{offset[:3]}:{offset[3:5]}"
    name = time.tzname() or ""
    return words if not name or name.startswith(("UTC", "+", "-")) else f"{words} ({name})"
