"""Words and numbers of the window: stages, sizes, rates, times. Numbers keep their width; units do not jump."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set

from PySide6.QtCore import QCoreApplication

from fogportable.model import ClientSnapshot, ClientStage, FogLight, Room, RoomEnd, Seat, Topic

#: Heard less than this long ago (s) is "just now", so that busy rows do not flicker through seconds.
JUST_NOW_S = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def stage_word(stage: ClientStage) -> str:
    """The word beside the shape."""
    return {
        ClientStage.WOULD_BOOT: _tr("Would boot"),
        ClientStage.MAY_BOOT: _tr("May boot"),
        ClientStage.ASKING: _tr("Asking"),
        ClientStage.LOADING: _tr("Loading"),
        ClientStage.IN_MENU: _tr("In menu"),
        ClientStage.HANDED_OVER: _tr("Handed over"),
        ClientStage.IMAGING: _tr("Imaging"),
        ClientStage.DONE: _tr("Done"),
        ClientStage.NEEDS_YOU: _tr("Needs you"),
        ClientStage.FAILED: _tr("Failed"),
        ClientStage.LEFT_ALONE: _tr("Left alone"),
        ClientStage.SILENT: _tr("Silent"),
        ClientStage.NOT_SEEN: _tr("Not seen"),
    }[stage]


def topic_word(topic: Topic) -> str:
    """Heading of a line in the card "Before you start"."""
    return {
        Topic.RIGHTS: _tr("Rights"),
        Topic.PORTS: _tr("Ports"),
        Topic.NETWORK: _tr("Network"),
        Topic.FIREWALL: _tr("Firewall"),
        Topic.BOOT_FILES: _tr("Boot files"),
    }[topic]


def fog_place(server: str) -> str:
    """`192.168.1.5` of `http://192.168.1.5/fog/`: short enough for a picker."""
    from fogportable.fog.address import parse_fog_address  # here: most rooms have no FOG server

    try:
        return str(parse_fog_address(server))
    except ValueError:
        return server


def computers(count: int) -> str:
    """`1 computer`, `30 computers`."""
    return _tr("1 computer") if count == 1 else _tr("{count} computers").format(count=count)


def room_words(room: Room) -> str:
    """`Room 204 · 30 computers`, `No list`: what the serve bar shows."""
    count = computers(room.expected) if room.expected else ""
    return " · ".join(filter(None, (room.name, count))) or QCoreApplication.translate("RoomDialog", "No list")


def decimal(value: float) -> str:
    """One decimal, with the point or comma of the locale, without grouping."""
    from PySide6.QtCore import QLocale  # here: its enums of all languages and countries take long to make

    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "f", 1)


def _unit(size_bytes: int) -> tuple[str, float]:
    if size_bytes >= 1_000_000_000:
        return "GB", 1e9
    if size_bytes >= 100_000:
        return "MB", 1e6
    return "kB", 1e3


def amount(size_bytes: int) -> str:
    """`9.7 MB`."""
    unit, divisor = _unit(size_bytes)
    return f"{decimal(size_bytes / divisor)} {unit}"


def amount_of(sent_bytes: int, size_bytes: int) -> str:
    """`9.7 of 12.0 MB`: both in the unit of the whole, so that nothing jumps on the way. `12.0 MB` when complete."""
    if sent_bytes >= size_bytes:
        return amount(size_bytes)
    unit, divisor = _unit(size_bytes)
    return _tr("{sent} of {size} {unit}").format(
        sent=decimal(sent_bytes / divisor), size=decimal(size_bytes / divisor), unit=unit
    )


def rate(bytes_per_s: float) -> str:
    """`9.7 MB/s`, always in this unit."""
    return f"{decimal(bytes_per_s / 1e6)} MB/s"


def percent(sent_bytes: int, size_bytes: int) -> int:
    """0 to 100; 100 only when every byte is there."""
    if size_bytes <= 0 or sent_bytes >= size_bytes:
        return 100
    return min(99, sent_bytes * 100 // size_bytes)


def age(seconds: float) -> str:
    """How long ago, as a table cell: `just now`, `15 s`, `4 min`, `2 h`. Seconds go in fives."""
    if seconds < JUST_NOW_S:
        return _tr("just now")
    if seconds < 60:
        return _tr("{count} s").format(count=int(seconds) // 5 * 5)
    if seconds < 3600:
        return _tr("{count} min").format(count=int(seconds) // 60)
    return _tr("{count} h").format(count=int(seconds) // 3600)


def age_lasts(seconds: float) -> float:
    """Seconds at which `age` says something else."""
    if seconds < JUST_NOW_S:
        return JUST_NOW_S
    step = 5 if seconds < 60 else 60 if seconds < 3600 else 3600
    return (seconds // step + 1) * step


def left(seconds: float) -> str:
    """How long still, as a table cell: `45 s`, `59 min`, `8 h`, `3 days`. Rounded up: what is left is never less."""
    whole = max(0, math.ceil(seconds))
    if whole <= 90:
        return _tr("{count} s").format(count=whole)
    if whole <= 90 * 60:
        return _tr("{count} min").format(count=-(-whole // 60))
    if whole <= 48 * 3600:
        return _tr("{count} h").format(count=-(-whole // 3600))
    return _tr("{count} days").format(count=-(-whole // 86400))


def spoken_age(seconds: float) -> str:
    """How long ago, for a screen reader."""
    if seconds < JUST_NOW_S:
        return _tr("heard just now")
    if seconds < 60:
        return _tr("heard {count} seconds ago").format(count=int(seconds))
    if seconds < 120:
        return _tr("heard a minute ago")
    if seconds < 3600:
        return _tr("heard {count} minutes ago").format(count=int(seconds) // 60)
    return _tr("heard {count} hours ago").format(count=int(seconds) // 3600)


def computer(client: ClientSnapshot) -> str:
    """`Dell · UEFI x64 (7)`; what is known of it."""
    return " · ".join(filter(None, (client.vendor, client.firmware))) or _tr("Not known yet")


def seat_words(name: str) -> str:
    """`Seat 204-09`."""
    return _tr("Seat {name}").format(name=name)


def computer_or_host(client: ClientSnapshot, seat: Seat | None) -> str:
    """As `computer`; of one that was never heard, what it is called."""
    if client.stage is ClientStage.NOT_SEEN:
        return "" if seat is None else seat.host
    return computer(client)


def progress(client: ClientSnapshot) -> str:
    """`85 %  9.7 of 12.0 MB`; what arrived of the newest file. Empty before the first file."""
    if client.size_bytes is None or client.sent_bytes is None:
        return ""
    share = percent(client.sent_bytes, client.size_bytes)
    return f"{share} %  {amount_of(client.sent_bytes, client.size_bytes)}"


def light_word(lights: Set[FogLight]) -> str:
    """How far a computer has come with FOG, in one word; "" before the first light."""
    word = {
        FogLight.SCRIPT: _tr("Script"),
        FogLight.SERVER: _tr("FOG reached"),
        FogLight.KERNEL: _tr("Kernel"),
        FogLight.IMAGING: _tr("Imaging"),
        FogLight.DONE: _tr("Done"),
    }
    lit = [light for light in FogLight if light in lights]
    return word[lit[-1]] if lit else ""


def lights_sentence(lights: Set[FogLight]) -> str:
    """Every step and whether it was seen."""
    steps = {
        FogLight.SCRIPT: _tr("default.ipxe given"),
        FogLight.SERVER: _tr("boot.php reached"),
        FogLight.KERNEL: _tr("kernel fetched"),
        FogLight.IMAGING: _tr("imaging reported by FOG"),
        FogLight.DONE: _tr("done"),
    }
    marks = {True: _tr("seen"), False: _tr("not seen")}
    return "\n".join(f"{step}: {marks[light in lights]}" for light, step in steps.items())


def client_sentence(client: ClientSnapshot, now_s: float, seat: Seat | None = None) -> str:
    """One row as one sentence for a screen reader; the MAC is named last, as it is long."""
    name = "" if seat is None else seat_words(seat.name)
    if client.stage is ClientStage.NOT_SEEN:
        return ", ".join(filter(None, (name, stage_word(client.stage), computer_or_host(client, seat))))
    parts = [name, stage_word(client.stage), client.doing, computer(client), light_word(client.lights)]
    if client.stage is ClientStage.LOADING and client.size_bytes is not None and client.sent_bytes is not None:
        parts.append(_tr("{count} percent").format(count=percent(client.sent_bytes, client.size_bytes)))
    parts += [spoken_age(max(0.0, now_s - client.last_heard_s)), str(client.mac)]
    return ", ".join(part.rstrip(".") for part in parts if part)


def client_as_text(client: ClientSnapshot, seat: Seat | None = None) -> str:
    """One row as a line that reads well in a chat."""
    mac = str(client.mac) if client.mac.octets.strip(b"\0") else ""
    parts = [mac, str(client.address or ""), computer_or_host(client, seat), stage_word(client.stage), client.doing]
    if seat is not None:
        parts.insert(0, seat.name)
    if client.file:
        parts.append(f"{client.file} {progress(client)}".strip())
    return " · ".join(filter(None, parts))


def time_left(left_s: float, *, is_files_only: bool) -> str:
    """`about 18 min left`, `seconds left`; of the files on their way only: `files in about 2 min`."""
    from fogportable.room.progress import rounded_minutes

    minutes = rounded_minutes(left_s)
    if minutes == 0:
        return _tr("files in seconds") if is_files_only else _tr("seconds left")
    hours, rest = divmod(minutes, 60)
    span = (
        _tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)
        if hours
        else _tr("{count} min").format(count=minutes)
    )
    return (_tr("files in about {time}") if is_files_only else _tr("about {time} left")).format(time=span)


def done_means(end: RoomEnd) -> str:
    """Which event is the end for a computer."""
    if end is RoomEnd.FOG_DONE:
        return _tr("Done means: FOG reports its task as complete.")
    return _tr("Done means: handed over, so that it runs what it chose and needs this laptop no more.")


def joined(parts: Sequence[str]) -> str:
    """Facts of a sentence in the serve bar, with dots between."""
    return "  ·  ".join(filter(None, parts))
