"""A session report as a row of blocks: the page, the PDF and the printed sheet are all made of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fogportable.model import ClientSnapshot, ClientStage, FogLight, FogMode, SiteServer
from fogportable.protocol.address import NO_ADDRESS
from fogportable.report.canvas import Canvas
from fogportable.report.facts import ComputerLine, SessionReport
from fogportable.report.pictures import draw_funnel, draw_throughput
from fogportable.report.sentences import funnel_words, rehearsal_words, summary, throughput_words
from fogportable.report.voice import Voice, clock, moment, zone


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 1 for the report's, 2 for a part's."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """is_strong: what the report comes to, or what must not be overlooked."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of what it is and how it stands."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """share: of the width, in hundredths; those of a table make 100. is_number: to the right."""

    heading: str
    share: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """caption: what it lists, for who does not see where it stands. The first cell of a row names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """name: plain letters, unique in the document. words: what it shows. draw: on any canvas."""

    name: str
    words: str
    draw: Callable[[Canvas], None]


Block = Heading | Paragraph | Facts | Table | Picture


def title_of(report: SessionReport, voice: Voice) -> str:
    """`Session report: Room 204, 2026-03-02`."""
    translate = voice.translate
    day = (report.course.started or report.made).astimezone(report.made.tzinfo).strftime("%Y-%m-%d")
    what = translate("Report", "Rehearsal") if report.is_rehearsal else report.room.name or report.profile
    return translate("Report", "Session report: {what}").format(what=", ".join(filter(None, (what, day))))


def document(report: SessionReport, voice: Voice) -> tuple[Block, ...]:
    """The whole report, in reading order."""
    translate = voice.translate
    blocks: list[Block] = [Heading(title_of(report, voice), 1), Paragraph(summary(report, voice), is_strong=True)]
    if report.is_rehearsal:
        blocks.append(Paragraph(rehearsal_words(voice), is_strong=True))
    blocks.append(Facts(_facts(report, voice)))
    if report.stretches:
        blocks += _pictures(report, voice)
    blocks += _failures(report, voice)
    if report.not_seen or report.missing:
        blocks += [Heading(translate("Report", "Not seen")), Paragraph(_not_seen(report, voice))]
    blocks += _computers(report, voice)
    blocks += _network(report, voice)
    return tuple(blocks)


def _facts(report: SessionReport, voice: Voice) -> tuple[tuple[str, str], ...]:
    translate = voice.translate
    course, made = report.course, report.made
    room = report.room
    counted = voice.computers(room.expected) if room.expected else translate("Report", "no list of computers")
    end = translate("Report", "still serving") if report.is_serving else ""
    if not report.is_serving and course.stopped is not None:
        end = moment(course.stopped, made)
    length = ""
    if course.started is not None:
        length = voice.duration((report.ended - course.started).total_seconds())
    pairs = (
        (translate("Report", "Room"), ", ".join(filter(None, (room.name, counted)))),
        (translate("Report", "Profile"), report.profile or translate("Report", "not saved")),
        (translate("Report", "Began"), moment(course.started, made) if course.started is not None else ""),
        (translate("Report", "Ended"), end),
        (translate("Report", "Length"), length),
        (translate("Report", "Times"), translate("Report", "local, {zone}").format(zone=zone(made))),
        (translate("Report", "Boot files"), report.boot),
        (translate("Report", "FOG server"), _fog_words(report, voice)),
        (translate("Report", "Served on"), _cards_words(report, voice)),
        (translate("Report", "Sent"), voice.amount(report.sent_bytes)),
        (translate("Report", "Report made"), moment(made, made)),
        (translate("Report", "Made with"), ", ".join(f"{name} {number}" for name, number in report.versions)),
    )
    return tuple((what, how) for what, how in pairs if how)


def _fog_words(report: SessionReport, voice: Voice) -> str:
    fog = report.fog
    if fog is None:
        return ""
    translate = voice.translate
    way = translate("Report", "pointed at it") if fog.mode is FogMode.POINT else translate("Report", "files from here")
    return ", ".join(filter(None, (str(fog.address), fog.version, way)))


def _cards_words(report: SessionReport, voice: Voice) -> str:
    cards = [f"{each.name} ({each.address})" for each in report.cards]
    given = voice.translate("Report", "{card} ({address}), addresses given out")
    cards += [given.format(card=each.name, address=each.address) for each in report.private_networks]
    return ", ".join(cards)


def _pictures(report: SessionReport, voice: Voice) -> list[Block]:
    translate = voice.translate
    stretches = report.stretches
    return [
        Heading(translate("Report", "What was sent")),
        Picture(
            "throughput", throughput_words(stretches, voice), lambda canvas: draw_throughput(canvas, stretches, voice)
        ),
        Heading(translate("Report", "How far the computers came")),
        Picture("funnel", funnel_words(stretches, voice), lambda canvas: draw_funnel(canvas, stretches, voice)),
    ]


def _failures(report: SessionReport, voice: Voice) -> list[Block]:
    translate = voice.translate
    heading = Heading(translate("Report", "What went wrong"))
    rows = tuple(row for line in report.ours for row in _failure_rows(line, report, voice))
    if not rows:
        return [heading, Paragraph(translate("Report", "Nothing went wrong with any computer."))]
    columns = (
        Column(translate("Report", "Computer"), 22),
        Column(translate("Report", "When"), 11),
        Column(translate("Report", "Now"), 12),
        Column(translate("Report", "What happened"), 28),
        Column(translate("Report", "What to do"), 27),
    )
    return [heading, Table(translate("Report", "Computers with something wrong"), columns, rows)]


def _failure_rows(line: ComputerLine, report: SessionReport, voice: Voice) -> list[tuple[str, ...]]:
    """What is wrong now, and what was before."""
    translate = voice.translate
    rows: list[tuple[str, ...]] = []
    who = f"{name_words(line)} {maker_words(line.client)}".strip()
    now = line.trouble
    told = {each.fault.code.value for each in line.delivery.troubles}
    if now is not None and now.code not in told:
        when = clock(line.client.last_heard, report.made)
        rows.append((who, when, state_word(line.client, voice), now.message, now.remedy))
    for each in line.delivery.troubles:
        is_still = now is not None and now.code == each.fault.code.value
        state = state_word(line.client, voice) if is_still else translate("Report", "mended")
        if now is not None and not is_still:
            state = translate("Report", "before")
        rows.append((who, clock(each.time, report.made), state, each.fault.message, each.fault.remedy))
    return rows


def _not_seen(report: SessionReport, voice: Voice) -> str:
    translate = voice.translate
    sentence = (
        translate("Report", "1 of the room's {count} computers was not heard.")
        if report.not_seen == 1
        else translate("Report", "{missing} of the room's {count} computers were not heard.")
    )
    told = sentence.format(missing=report.not_seen, count=report.room.expected)
    if not report.missing:
        return told
    named = translate("Report", "Seats whose computer is known and was not heard: {seats}.")
    return f"{told} {named.format(seats=', '.join(report.missing))}"


def _computers(report: SessionReport, voice: Voice) -> list[Block]:
    translate = voice.translate
    blocks: list[Block] = [Heading(translate("Report", "Computers"))]
    if report.ours:
        columns = (
            Column(translate("Report", "Computer"), 15),
            Column(translate("Report", "State"), 9),
            Column(translate("Report", "Maker and firmware"), 15),
            Column(translate("Report", "Address"), 11),
            Column(translate("Report", "What it did last"), 19),
            Column(translate("Report", "First heard"), 8),
            Column(translate("Report", "Took"), 6, is_number=True),
            Column(translate("Report", "Sent"), 7, is_number=True),
            Column(translate("Report", "Rate"), 6, is_number=True),
            Column(translate("Report", "Tries"), 4, is_number=True),
        )
        rows = tuple(_computer_row(line, report, voice) for line in report.ours)
        blocks.append(Table(translate("Report", "All computers that asked for network boot"), columns, rows))
    else:
        blocks.append(Paragraph(translate("Report", "No computer has asked for network boot.")))
    others = len(report.lines) - len(report.ours)
    if others:
        sentence = (
            translate("Report", "1 other device was left alone.")
            if others == 1
            else translate("Report", "{count} other devices were left alone.")
        )
        blocks.append(Paragraph(sentence.format(count=others)))
    return blocks


def _computer_row(line: ComputerLine, report: SessionReport, voice: Voice) -> tuple[str, ...]:
    client, delivery = line.client, line.delivery
    took = line.took
    rate = delivery.rate_bytes_per_s
    return (
        name_words(line),
        state_word(client, voice),
        maker_words(client),
        str(client.address) if client.address is not None else "",
        client.doing,
        clock(client.first_heard, report.made),
        voice.duration(took.total_seconds()) if took is not None else "",
        voice.amount(delivery.sent_bytes) if delivery.sent_bytes else "",
        voice.rate(rate) if rate is not None else "",
        str(client.attempts),
    )


def name_words(line: ComputerLine) -> str:
    """`204-09 3c:52:82:6a:00:09`: the seat, where it is known, and the address."""
    return f"{line.seat} {line.client.mac}".strip()


def maker_words(client: ClientSnapshot) -> str:
    """`Dell, UEFI x64 (7)`."""
    return ", ".join(filter(None, (client.vendor, client.firmware)))


def state_word(client: ClientSnapshot, voice: Voice) -> str:
    """How it stands, in one word; one that FOG said is done is done."""
    translate = voice.translate
    if client.stage is ClientStage.HANDED_OVER and FogLight.DONE in client.lights:
        return translate("Report", "Done")
    return {
        ClientStage.WOULD_BOOT: translate("Report", "Would boot"),
        ClientStage.MAY_BOOT: translate("Report", "May boot"),
        ClientStage.ASKING: translate("Report", "Asking"),
        ClientStage.LOADING: translate("Report", "Loading"),
        ClientStage.IN_MENU: translate("Report", "In menu"),
        ClientStage.HANDED_OVER: translate("Report", "Handed over"),
        ClientStage.NEEDS_YOU: translate("Report", "Needs you"),
        ClientStage.FAILED: translate("Report", "Failed"),
        ClientStage.LEFT_ALONE: translate("Report", "Left alone"),
        ClientStage.SILENT: translate("Report", "Silent"),
    }[client.stage]


def _network(report: SessionReport, voice: Voice) -> list[Block]:
    translate = voice.translate
    heading = Heading(translate("Report", "Other servers on the network"))
    site = report.site
    if site.unseen is not None:
        return [heading, Paragraph(str(site.unseen))]
    if not site.servers:
        return [heading, Paragraph(translate("Report", "No other server of addresses or network boot was heard."))]
    columns = (
        Column(translate("Report", "Server"), 16),
        Column(translate("Report", "Card"), 10),
        Column(translate("Report", "Addresses"), 12),
        Column(translate("Report", "Boot file it names"), 22),
        Column(translate("Report", "What that means"), 40),
    )
    rows = tuple(_server_row(each, voice) for each in site.servers)
    return [heading, Table(translate("Report", "Servers that were heard"), columns, rows)]


def _server_row(server: SiteServer, voice: Voice) -> tuple[str, ...]:
    translate = voice.translate
    gives = translate("Report", "gives them") if server.gives_addresses else translate("Report", "none: a proxy")
    elsewhere = server.next_server not in (NO_ADDRESS, server.server)
    named = f"{server.boot_file} ({server.next_server})" if server.boot_file and elsewhere else server.boot_file
    means = " ".join(str(each.fault) for each in server.conflicts)
    nothing = translate("Report", "Nothing that stands in the way.")
    return (str(server.server), server.interface, gives, named, means or nothing)
