"""What FOG would do with a computer, in words for people. Window and command line read these."""

from __future__ import annotations

from fogportable.fog.boot_answer import (
    BootAnswer,
    DiskAnswer,
    DiskStart,
    ItemKind,
    MenuAnswer,
    MenuItem,
    Registration,
    TaskAnswer,
    TaskKind,
)
from fogportable.language import counted, say, to_say

_DISK = {
    DiskStart.SANBOOT: to_say("the local disk, by sanboot"),
    DiskStart.GRUB: to_say("the local disk, by GRUB"),
    DiskStart.REFIND: to_say("the local disk, by rEFInd"),
    DiskStart.EXIT: to_say("what the firmware has next"),
    DiskStart.OTHER: to_say("what the firmware has next"),
}

_TASK = {
    TaskKind.DEBUG: to_say("starts a shell of the imaging system"),
    TaskKind.MEMTEST: to_say("tests its memory"),
    TaskKind.CHECK_DISK: to_say("checks its disk's file systems"),
    TaskKind.BAD_BLOCKS: to_say("looks for bad blocks on its disk"),
    TaskKind.RECOVER_FILES: to_say("recovers deleted files from its disk"),
    TaskKind.INVENTORY: to_say("takes its inventory"),
    TaskKind.RESET_PASSWORD: to_say("empties the password of a Windows account"),
    TaskKind.VIRUS_SCAN: to_say("looks for viruses"),
    TaskKind.REGISTRATION: to_say("is registered"),
    TaskKind.SYSTEM_INFORMATION: to_say("shows what it consists of"),
}

_ITEM = {
    ItemKind.LOGIN: to_say("asks for a FOG user's password"),
    ItemKind.IMAGING_SYSTEM: to_say("starts the imaging system"),
}


def registration_words(answer: BootAnswer) -> str:
    """Whether FOG knows the computer: `registered as lab-pc-01`; "" where the answer does not say."""
    if isinstance(answer, TaskAnswer):
        return say("registered as {host}", host=answer.host) if answer.host else ""
    if not isinstance(answer, MenuAnswer):
        return ""
    if answer.registration is Registration.NOT_REGISTERED:
        return say("not registered")
    if answer.registration is Registration.PENDING:
        if not answer.host:
            return say("waiting for somebody to approve it")
        return say("waiting for somebody to approve it, as {host}", host=answer.host)
    return say("registered as {host}", host=answer.host) if answer.registration is Registration.REGISTERED else ""


def answer_words(answer: BootAnswer) -> str:
    """What happens to the computer, one sentence."""
    if isinstance(answer, TaskAnswer):
        return _task_words(answer)
    if isinstance(answer, DiskAnswer):
        hidden = (
            say(" A menu opens with {key} within {timeout_s:g} s.", key=answer.key, timeout_s=answer.timeout_s)
            if answer.key
            else ""
        )
        return say("Starts {disk}.{hidden}", disk=say(_DISK[answer.start]), hidden=hidden)
    return _menu_words(answer)


def item_words(item: MenuItem) -> str:
    """What stands behind an entry's label; "" where the label says it."""
    return say(_ITEM.get(item.kind, "") if item.start is None else _DISK[item.start])


def is_destructive(answer: BootAnswer) -> bool:
    """Whether a task writes over what is on the computer's disk, without asking it again."""
    kinds = (TaskKind.DEPLOY, TaskKind.MULTICAST, TaskKind.WIPE)
    return isinstance(answer, TaskAnswer) and answer.kind in kinds


def _menu_words(answer: MenuAnswer) -> str:
    count = len(answer.items)
    entries = counted(count, "1 entry", "{count} entries")
    item = answer.default_item
    if item is None:
        return say("Shows a menu of {entries}.", entries=entries)
    if not answer.timeout_s:
        return say("Shows a menu of {entries} and waits.", entries=entries)
    return say(
        "Shows a menu of {entries}; after {timeout_s:g} s it takes {label}.",
        entries=entries,
        timeout_s=answer.timeout_s,
        label=item.label,
    )


def _task_words(answer: TaskAnswer) -> str:
    origin = say(" from {storage}", storage=answer.storage) if answer.storage else ""
    image = say("the image {image}", image=answer.image) if answer.image else say("an image")
    if answer.kind is TaskKind.DEPLOY:
        deed = say("writes {image}{origin} over its disk", image=image, origin=origin)
    elif answer.kind is TaskKind.MULTICAST:
        port = say(", port {port}", port=answer.port) if answer.port is not None else ""
        deed = say("joins the multicast of {image}{port}, which is written over its disk", image=image, port=port)
    elif answer.kind is TaskKind.CAPTURE:
        deed = say("reads its disk into {image}", image=image)
        deed += say(" at {storage}", storage=answer.storage) if answer.storage else ""
    elif answer.kind is TaskKind.WIPE:
        deed = say("wipes its disk") + (f" ({answer.wipe})" if answer.wipe else "")
    elif answer.kind is TaskKind.OTHER:
        deed = (
            say("starts the imaging system with mode {mode}", mode=answer.mode)
            if answer.mode
            else say(_ITEM[ItemKind.IMAGING_SYSTEM])
        )
    else:
        deed = say(_TASK[answer.kind])
    deed += say(", then it is switched off") if answer.shuts_down else ""
    if _has_shell_first(answer):
        return say("Starts a shell, from which it {deed}.", deed=deed)
    return say("At once it {deed}.", deed=deed)


def _has_shell_first(answer: TaskAnswer) -> bool:
    return answer.is_debug and answer.kind is not TaskKind.DEBUG
