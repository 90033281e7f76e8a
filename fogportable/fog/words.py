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

_DISK = {
    DiskStart.SANBOOT: "the local disk, by sanboot",
    DiskStart.GRUB: "the local disk, by GRUB",
    DiskStart.REFIND: "the local disk, by rEFInd",
    DiskStart.EXIT: "what the firmware has next",
    DiskStart.OTHER: "what the firmware has next",
}

_TASK = {
    TaskKind.DEBUG: "starts a shell of the imaging system",
    TaskKind.MEMTEST: "tests its memory",
    TaskKind.CHECK_DISK: "checks its disk's file systems",
    TaskKind.BAD_BLOCKS: "looks for bad blocks on its disk",
    TaskKind.RECOVER_FILES: "recovers deleted files from its disk",
    TaskKind.INVENTORY: "takes its inventory",
    TaskKind.RESET_PASSWORD: "empties the password of a Windows account",
    TaskKind.VIRUS_SCAN: "looks for viruses",
    TaskKind.REGISTRATION: "is registered",
    TaskKind.SYSTEM_INFORMATION: "shows what it consists of",
}

_ITEM = {
    ItemKind.LOGIN: "asks for a FOG user's password",
    ItemKind.IMAGING_SYSTEM: "starts the imaging system",
}


def registration_words(answer: BootAnswer) -> str:
    """Whether FOG knows the computer: `registered as lab-pc-01`; "" where the answer does not say."""
    if isinstance(answer, TaskAnswer):
        return f"registered as {answer.host}" if answer.host else ""
    if not isinstance(answer, MenuAnswer):
        return ""
    if answer.registration is Registration.NOT_REGISTERED:
        return "not registered"
    if answer.registration is Registration.PENDING:
        return "waiting for somebody to approve it" + (f", as {answer.host}" if answer.host else "")
    return f"registered as {answer.host}" if answer.registration is Registration.REGISTERED else ""


def answer_words(answer: BootAnswer) -> str:
    """What happens to the computer, one sentence."""
    if isinstance(answer, TaskAnswer):
        return _task_words(answer)
    if isinstance(answer, DiskAnswer):
        hidden = f" A menu opens with {answer.key} within {answer.timeout_s:g} s." if answer.key else ""
        return f"Starts {_DISK[answer.start]}.{hidden}"
    return _menu_words(answer)


def item_words(item: MenuItem) -> str:
    """What stands behind an entry's label; "" where the label says it."""
    return _ITEM.get(item.kind, "") if item.start is None else _DISK[item.start]


def is_destructive(answer: BootAnswer) -> bool:
    """Whether a task writes over what is on the computer's disk, without asking it again."""
    kinds = (TaskKind.DEPLOY, TaskKind.MULTICAST, TaskKind.WIPE)
    return isinstance(answer, TaskAnswer) and answer.kind in kinds


def _menu_words(answer: MenuAnswer) -> str:
    count = len(answer.items)
    entries = "1 entry" if count == 1 else f"{count} entries"
    item = answer.default_item
    if item is None:
        return f"Shows a menu of {entries}."
    if not answer.timeout_s:
        return f"Shows a menu of {entries} and waits."
    return f"Shows a menu of {entries}; after {answer.timeout_s:g} s it takes {item.label}."


def _task_words(answer: TaskAnswer) -> str:
    origin = f" from {answer.storage}" if answer.storage else ""
    image = f"the image {answer.image}" if answer.image else "an image"
    if answer.kind is TaskKind.DEPLOY:
        deed = f"writes {image}{origin} over its disk"
    elif answer.kind is TaskKind.MULTICAST:
        port = f", port {answer.port}" if answer.port is not None else ""
        deed = f"joins the multicast of {image}{port}, which is written over its disk"
    elif answer.kind is TaskKind.CAPTURE:
        deed = f"reads its disk into {image}" + (f" at {answer.storage}" if answer.storage else "")
    elif answer.kind is TaskKind.WIPE:
        deed = "wipes its disk" + (f" ({answer.wipe})" if answer.wipe else "")
    elif answer.kind is TaskKind.OTHER:
        deed = f"starts the imaging system with mode {answer.mode}" if answer.mode else "starts the imaging system"
    else:
        deed = _TASK[answer.kind]
    start = "Starts a shell, from which it" if _has_shell_first(answer) else "At once it"
    return f"{start} {deed}{', then it is switched off' if answer.shuts_down else ''}."


def _has_shell_first(answer: TaskAnswer) -> bool:
    return answer.is_debug and answer.kind is not TaskKind.DEBUG
