"""What a session came to, in sentences: in the window, at the top of a report, beside pictures for who cannot see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fogportable.model import ClientStage
from fogportable.report.facts import ComputerLine, SessionReport
from fogportable.report.history import RECENT_EVERY_S, FunnelStage, Stretch
from fogportable.report.voice import Voice


def summary(report: SessionReport, voice: Voice) -> str:
    """`30 of 30 computers were handed over in 41 min.`, and how the others stand."""
    translate = voice.translate
    ours, handed = report.ours, report.handed_over
    if not ours:
        return translate("Report", "No computer has asked for network boot.")
    total = max(len(ours), report.room.expected)
    counted = voice.computers(total)
    in_menu = _in_menu(report)
    if handed:
        took = _took(report, [line.handed_over or line.client.last_heard for line in handed], voice)
        if len(handed) == 1:
            sentence = translate("Report", "1 of {computers} was handed over in {time}.")
        else:
            sentence = translate("Report", "{count} of {computers} were handed over in {time}.")
        first = sentence.format(count=len(handed), computers=counted, time=took)
    elif in_menu:
        took = _took(report, [line.client.last_heard for line in in_menu], voice)
        sentence = translate("Report", "{count} of {computers} came to the boot menu in {time}.")
        first = sentence.format(count=len(in_menu), computers=counted, time=took)
    else:
        first = translate("Report", "None of {computers} was handed over.").format(computers=counted)
    return " ".join([first, *_others(report, len(in_menu) if handed else 0, voice)])


def _took(report: SessionReport, moments: Sequence[datetime], voice: Voice) -> str:
    """From the first computer that was heard to the last of these moments."""
    first = min(line.client.first_heard for line in report.ours)
    return voice.duration(max(0.0, (max(moments) - first).total_seconds()))


def _in_menu(report: SessionReport) -> list[ComputerLine]:
    """Those in the menu that were not handed over before."""
    return [line for line in report.ours if line.client.stage is ClientStage.IN_MENU and line.handed_over is None]


def _others(report: SessionReport, in_menu: int, voice: Voice) -> list[str]:
    translate = voice.translate
    stuck = sum(line.trouble is not None for line in report.ours)
    under_way = (ClientStage.ASKING, ClientStage.LOADING, ClientStage.SILENT)
    waiting = sum(line.client.stage in under_way and line.handed_over is None for line in report.ours)
    told = (
        (stuck, translate("Report", "1 needs somebody."), translate("Report", "{count} need somebody.")),
        (in_menu, translate("Report", "1 came to the menu."), translate("Report", "{count} came to the menu.")),
        (waiting, translate("Report", "1 was on its way."), translate("Report", "{count} were on their way.")),
        (report.not_seen, translate("Report", "1 was not seen."), translate("Report", "{count} were not seen.")),
    )
    return [(one if count == 1 else many).format(count=count) for count, one, many in told if count]


def rehearsal_words(voice: Voice) -> str:
    """What a rehearsal is."""
    return voice.translate(
        "Report", "This was a rehearsal: the computers were made of software, and nothing left this laptop."
    )


def stage_words(voice: Voice) -> dict[FunnelStage, str]:
    """Names of the funnel's stages."""
    translate = voice.translate
    return {
        FunnelStage.ASKED: translate("Report", "Asked"),
        FunnelStage.OFFERED: translate("Report", "Offered"),
        FunnelStage.LOADING: translate("Report", "Loading"),
        FunnelStage.IN_MENU: translate("Report", "In menu"),
        FunnelStage.HANDED_OVER: translate("Report", "Handed over"),
        FunnelStage.IMAGING: translate("Report", "Imaging"),
        FunnelStage.DONE: translate("Report", "Done"),
        FunnelStage.SILENT: translate("Report", "Silent"),
        FunnelStage.FAILED: translate("Report", "Needs you"),
    }


def throughput_words(stretches: Sequence[Stretch], voice: Voice) -> str:
    """The picture of the rate, for who cannot see it."""
    translate = voice.translate
    seen = [each for each in stretches if each.rate_bytes_per_s is not None]
    if not seen or not any(each.peak_bytes_per_s for each in seen):
        return translate("Report", "Nothing has been sent yet.")
    peak = max(seen, key=lambda each: each.peak_bytes_per_s)
    busy = [each for each in seen if each.rate_bytes_per_s]
    mean = sum(each.rate_bytes_per_s or 0.0 for each in busy) / len(busy)
    length_s = stretches[-1].start_s + stretches[-1].length_s
    return translate(
        "Report",
        "Sent to the room over {time}: at most {peak} after {moment}, {mean} on average while something was sent.",
    ).format(
        time=voice.duration(length_s),
        peak=voice.rate(peak.peak_bytes_per_s),
        moment=voice.duration(peak.start_s),
        mean=voice.rate(mean),
    )


def funnel_words(stretches: Sequence[Stretch], voice: Voice) -> str:
    """The picture of the stages, for who cannot see it: how it stands at its end."""
    translate = voice.translate
    if not stretches or not any(stretches[-1].counts):
        return translate("Report", "No computer has been heard yet.")
    words = stage_words(voice)
    parts = [f"{words[stage]} {count}" for stage, count in zip(FunnelStage, stretches[-1].counts, strict=True) if count]
    return translate("Report", "Computers by how far they have come, at the end: {stages}.").format(
        stages=", ".join(parts)
    )


def recent_words(room: Sequence[float], lines: Sequence[tuple[str, Sequence[float]]], voice: Voice) -> str:
    """The picture of the last minutes in words. room, lines: rates, the newest last; lines with their names."""
    translate = voice.translate
    if not any(room):
        return translate("Report", "Nothing has been sent in the last minutes.")
    length_s = max(1, len(room) - 1) * RECENT_EVERY_S
    sentence = translate("Report", "Sent to the room: now {now}, at most {most} in the last {time}.").format(
        now=voice.rate(room[-1]), most=voice.rate(max(room)), time=voice.duration(length_s)
    )
    one = translate("Report", "{computer}: now {now}, at most {most}.")
    others = [
        one.format(computer=name, now=voice.rate(rates[-1]), most=voice.rate(max(rates)))
        for name, rates in lines
        if rates
    ]
    return " ".join([sentence, *others])
