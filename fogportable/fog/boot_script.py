"""Reading what boot.php answers: a script of iPXE, made by FOG, as a menu, a task or the way to the disk."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fogportable.fog.answer import Answer, refuse
from fogportable.fog.boot_answer import (
    BootAnswer,
    DiskAnswer,
    DiskStart,
    Head,
    ItemKind,
    MenuAnswer,
    MenuItem,
    Registration,
    TaskAnswer,
    TaskKind,
)

BOOT_PAGE = "service/ipxe/boot.php"
_EXPECTED = "a script for iPXE"

_SET = re.compile(r"set ([A-Za-z0-9_./-]+) (\S*)\s*")
_VARIABLE = re.compile(r"\$\{([A-Za-z0-9_./-]+)\}")
_CHOOSE = re.compile(r"choose\b.*")
_OPTION = re.compile(r"--(default|timeout|key)[ =](\S+)")
_PROMPT = re.compile(r"prompt\b.*")
_KNOWN_HOST = re.compile(r"Host is registered as (.+?)!?\s*")
#: Times in iPXE's scripts are thousandths of a second.
_PER_S = 1000
_KEYS = {"0x1b": "Esc", "0x02": "Ctrl+B", "0x0d": "Enter"}

#: The words of a kernel line that say which imaging task it is; `type` and `mc` come before.
_MODES: dict[str, TaskKind] = {
    "checkdisk": TaskKind.CHECK_DISK,
    "badblocks": TaskKind.BAD_BLOCKS,
    "photorec": TaskKind.RECOVER_FILES,
    "winpassreset": TaskKind.RESET_PASSWORD,
    "wipe": TaskKind.WIPE,
    "clamav": TaskKind.VIRUS_SCAN,
    "manreg": TaskKind.REGISTRATION,
    "autoreg": TaskKind.REGISTRATION,
    "sysinfo": TaskKind.SYSTEM_INFORMATION,
}
#: So the table of task types calls it; 1.5.8 sends `isdebug=yes`.
_DEBUG_MODES = ("debug", "onlydebug")
#: The registration of a computer that FOG knows already only fills its inventory in.
_REGISTERS_KNOWN = "deployed"


def read_boot_answer(answer: Answer) -> BootAnswer:
    """What boot.php tells a computer. Raises FogError where it is no script of FOG's."""
    text = answer.text
    if answer.status != 200 or not text.startswith("#!ipxe"):
        refuse(answer, _EXPECTED)
    lines = [line.strip() for line in text.splitlines()[1:] if line.strip()]
    variables = _variables(lines)
    head = Head(variables.get("fog-ip", ""), variables.get("fog-webroot", ""))
    items = [line for line in lines if line.startswith("item ")]
    if items:
        return _read_menu(head, lines, variables)
    kernel = next((line for line in lines if line.startswith("kernel ")), None)
    if kernel is not None:
        return _read_task(head, _filled(kernel, variables), lines)
    return _read_disk(head, lines) or refuse(answer, _EXPECTED)


def _variables(lines: Iterable[str]) -> dict[str, str]:
    """Values that are set in the script itself, each filled in with those before it."""
    found: dict[str, str] = {}
    for line in lines:
        match = _SET.fullmatch(line)
        if match is not None:
            found.setdefault(match[1], _filled(match[2], found))
    return found


def _filled(line: str, variables: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda match: variables.get(match[1], match[0]), line)


# --- a menu -----------------------------------------------------------------------------------------------------


def _read_menu(head: Head, lines: list[str], variables: dict[str, str]) -> MenuAnswer:
    blocks = _blocks(lines)
    titles, items = [], []
    for line in lines:
        words = line.split(maxsplit=2)
        if words[0] != "item" or len(words) < 2:
            continue
        if words[1] == "--gap":
            titles.append(words[2] if len(words) > 2 else "")
        else:
            items.append(_item(line, blocks))
    title = next((each for each in titles if each.strip("- ")), "")
    options = dict(_OPTION.findall(next((line for line in lines if _CHOOSE.match(line)), "")))
    registration, host = _registration(title, {item.name for item in items})
    imaging = next((line for line in lines if line.startswith("kernel ") and " storage=" in line), "")
    given = _arguments(_filled(imaging, variables))
    return MenuAnswer(
        head,
        title,
        registration,
        host,
        tuple(items),
        default=options.get("default", items[0].name if items else ""),
        timeout_s=_seconds(options.get("timeout", "")),
        storage=given.get("storage", ""),
        web_url=given.get("web", ""),
    )


def _blocks(lines: list[str]) -> dict[str, list[str]]:
    """The lines below each label, by its name."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if line.startswith(":"):
            current = found.setdefault(line[1:], [])
        else:
            current.append(line)
    return found


def _item(line: str, blocks: dict[str, list[str]]) -> MenuItem:
    """`item fog.local Boot from hard disk`; keys may stand before the name."""
    words = line.split()[1:]
    while words and words[0].startswith("--"):
        words = words[2:] if words[0] == "--key" else words[1:]
    name, label = (words[0], " ".join(words[1:])) if words else ("", "")
    block = blocks.get(name, [])
    kernel = next((each for each in block if each.startswith("kernel ")), "")
    if "login" in block:
        return MenuItem(name, label, ItemKind.LOGIN)
    if "memdisk" in kernel or "memtest" in kernel:
        return MenuItem(name, label, ItemKind.MEMTEST)
    if kernel:
        mode = _arguments(kernel).get("mode", "")
        return MenuItem(name, label, ItemKind.IMAGING_SYSTEM, mode, _kernel_file(kernel))
    start = _disk_start(block)
    if start is DiskStart.OTHER:
        return MenuItem(name, label, ItemKind.OTHER)
    return MenuItem(name, label, ItemKind.DISK, start=start)


def _registration(title: str, names: set[str]) -> tuple[Registration, str]:
    known = _KNOWN_HOST.fullmatch(title)
    if "fog.approvehost" in names:
        return Registration.PENDING, known[1] if known else ""
    if known is not None:
        return Registration.REGISTERED, known[1]
    # Titles are translated in some versions; only a computer that FOG does not know is offered to be registered.
    if "NOT registered" in title or {"fog.reg", "fog.reginput"} & names:
        return Registration.NOT_REGISTERED, ""
    return Registration.UNKNOWN, ""


# --- a task -----------------------------------------------------------------------------------------------------


def _read_task(head: Head, kernel: str, lines: list[str]) -> TaskAnswer:
    given = _arguments(kernel)
    kind = _task_kind(kernel, given)
    fetch = next((line.split() for line in lines if line.startswith(("imgfetch ", "initrd "))), ["", ""])
    port = given.get("port", "")
    return TaskAnswer(
        head,
        kind,
        kernel=_kernel_file(kernel),
        init=fetch[-1],
        host=given.get("hostname", ""),
        image=given.get("img", ""),
        storage=given.get("storage", ""),
        ftp=given.get("ftp", ""),
        web_url=given.get("web", ""),
        mode=given.get("mode", ""),
        wipe=given.get("wipemode", ""),
        port=int(port) if port.isascii() and port.isdigit() else None,
        is_debug=_is_debug(given),
        shuts_down=given.get("shutdown") == "1",
    )


def _arguments(kernel: str) -> dict[str, str]:
    """`key=value` of a kernel line. FOG repeats some: the last counts, as for the kernel."""
    return dict(word.split("=", 1) for word in kernel.split()[2:] if "=" in word)


def _is_debug(given: dict[str, str]) -> bool:
    return given.get("isdebug") == "yes" or given.get("mode") in _DEBUG_MODES


def _kernel_file(kernel: str) -> str:
    words = [word for word in kernel.split()[1:] if not word.startswith("--")]
    return words[0].rpartition("/")[2] if words else ""


def _task_kind(kernel: str, given: dict[str, str]) -> TaskKind:
    if "memdisk" in kernel or "memtest" in kernel:
        return TaskKind.MEMTEST
    direction = given.get("type")
    if direction == "up":
        return TaskKind.CAPTURE
    if direction == "down":
        return TaskKind.MULTICAST if given.get("mc") == "yes" else TaskKind.DEPLOY
    mode = given.get("mode", "")
    if mode in ("manreg", "autoreg", "inventory") and (mode == "inventory" or _REGISTERS_KNOWN in given):
        return TaskKind.INVENTORY
    if mode in ("", *_DEBUG_MODES) and _is_debug(given):
        return TaskKind.DEBUG
    return _MODES.get(mode, TaskKind.OTHER)


# --- the way to the disk ----------------------------------------------------------------------------------------


def _read_disk(head: Head, lines: list[str]) -> DiskAnswer | None:
    start = _disk_start(lines)
    prompt = next((line for line in lines if _PROMPT.match(line)), "")
    if start is DiskStart.OTHER and not prompt:
        return None
    options = dict(_OPTION.findall(prompt))
    key = options.get("key", "").lower()
    return DiskAnswer(head, start, _KEYS.get(key, key), _seconds(options.get("timeout", "")))


def _disk_start(lines: Iterable[str]) -> DiskStart:
    for line in lines:
        if "sanboot" in line:
            return DiskStart.SANBOOT
        if "grub.exe" in line:
            return DiskStart.GRUB
        if "refind" in line:
            return DiskStart.REFIND
        if re.search(r"(?:^|\|\| |&& )exit\b", line):
            return DiskStart.EXIT
    return DiskStart.OTHER


def _seconds(written: str) -> float:
    return int(written) / _PER_S if written.isascii() and written.isdigit() else 0.0
