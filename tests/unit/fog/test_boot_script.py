"""Scripts of boot.php beyond the recorded ones: FOG 1.6, every task, every way to the disk, and what is no script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.answer import Answer
from fogportable.fog.boot_answer import (
    BootAnswer,
    DiskAnswer,
    DiskStart,
    ItemKind,
    MenuAnswer,
    Registration,
    TaskAnswer,
    TaskKind,
)
from fogportable.fog.boot_script import BOOT_PAGE, read_boot_answer
from fogportable.fog.words import answer_words, is_destructive, item_words, registration_words
from tests.fakes.fog.scripts import exit_1_6, menu_1_6, task_1_6
from tests.golden.fog_records import SERVER, records

_MAC = "52:54:00:aa:bb:01"
_HEAD = "#!ipxe\nset fog-ip 10.0.0.1\nset fog-webroot fog\nset boot-url http://${fog-ip}/${fog-webroot}\n"


def _read(script: bytes | str, status: int = 200, location: str = "") -> BootAnswer:
    body = script if isinstance(script, bytes) else script.encode()
    return read_boot_answer(Answer(SERVER, BOOT_PAGE, status, "text/plain", location, body))


def _task(arguments: str) -> TaskAnswer:
    answer = _read(f"{_HEAD}kernel bzImage loglevel=4 initrd=init.xz {arguments}\nimgfetch init.xz\nboot\n")
    assert isinstance(answer, TaskAnswer)
    return answer


@pytest.mark.parametrize("arch", ["x86_64", "i386", "arm64"])
def test_menu_of_1_6_for_an_unknown_computer(arch: str) -> None:
    menu = _read(menu_1_6("10.0.0.1", "", "efi", arch))
    assert isinstance(menu, MenuAnswer)
    assert (menu.registration, menu.head.own_host) == (Registration.NOT_REGISTERED, "10.0.0.1")
    assert "fog.deployimage" not in {item.name for item in menu.items}
    assert menu.items[-1].name == "fog.enrollsecureboot"
    item = menu.default_item
    assert item is not None
    assert (item.kind, item_words(item)) == (ItemKind.DISK, "the local disk, by sanboot")
    assert answer_words(menu) == "Shows a menu of 7 entries; after 3 s it takes Boot from hard disk."
    assert registration_words(menu) == "not registered"


@pytest.mark.parametrize(
    ("arch", "kernel", "init"),
    [
        ("x86_64", "bzImage", "init.xz"),
        ("i386", "bzImage32", "init_32.xz"),
        ("arm64", "arm_Image", "arm_init.cpio.gz"),
    ],
)
def test_task_of_1_6_names_the_kernel_of_the_architecture(arch: str, kernel: str, init: str) -> None:
    task = _read(task_1_6("10.0.0.1", _MAC, "lab-pc-01", "deploy", arch))
    assert isinstance(task, TaskAnswer)
    assert (task.kind, task.kernel, task.init) == (TaskKind.DEPLOY, kernel, init)


def test_passwords_in_a_kernel_line_are_not_kept() -> None:
    script = task_1_6("10.0.0.1", _MAC, "lab-pc-01", "deploy", "x86_64")
    assert b"adpass=geheim" in script
    assert "geheim" not in repr(_read(script))


@pytest.mark.parametrize(
    ("arguments", "kind", "words", "destroys"),
    [
        (
            "img=A storage=10.0.0.1:/images/ type=down",
            TaskKind.DEPLOY,
            "At once it writes the image A from 10.0.0.1:/images/ over its disk.",
            True,
        ),
        ("type=down", TaskKind.DEPLOY, "At once it writes an image over its disk.", True),
        (
            "img=A port=63100 type=down mc=yes shutdown=1",
            TaskKind.MULTICAST,
            "At once it joins the multicast of the image A, port 63100, which is written over its disk, "
            "then it is switched off.",
            True,
        ),
        (
            "img=A storage=h:/images/dev/ type=up",
            TaskKind.CAPTURE,
            "At once it reads its disk into the image A at h:/images/dev/.",
            False,
        ),
        (
            "img=A type=up isdebug=yes",
            TaskKind.CAPTURE,
            "Starts a shell, from which it reads its disk into the image A.",
            False,
        ),
        (
            "img=A type=down mode=debug",
            TaskKind.DEPLOY,
            "Starts a shell, from which it writes the image A over its disk.",
            True,
        ),
        ("isdebug=yes", TaskKind.DEBUG, "At once it starts a shell of the imaging system.", False),
        ("mode=onlydebug", TaskKind.DEBUG, "At once it starts a shell of the imaging system.", False),
        ("mode=checkdisk", TaskKind.CHECK_DISK, "At once it checks its disk's file systems.", False),
        ("mode=badblocks", TaskKind.BAD_BLOCKS, "At once it looks for bad blocks on its disk.", False),
        ("mode=photorec", TaskKind.RECOVER_FILES, "At once it recovers deleted files from its disk.", False),
        ("mode=inventory deployed=1", TaskKind.INVENTORY, "At once it takes its inventory.", False),
        ("mode=autoreg deployed=1", TaskKind.INVENTORY, "At once it takes its inventory.", False),
        ("mode=autoreg", TaskKind.REGISTRATION, "At once it is registered.", False),
        (
            "mode=winpassreset winuser=Ada",
            TaskKind.RESET_PASSWORD,
            "At once it empties the password of a Windows account.",
            False,
        ),
        ("mode=wipe wipemode=full", TaskKind.WIPE, "At once it wipes its disk (full).", True),
        ("mode=clamav avmode=q", TaskKind.VIRUS_SCAN, "At once it looks for viruses.", False),
        ("mode=sysinfo", TaskKind.SYSTEM_INFORMATION, "At once it shows what it consists of.", False),
        ("mode=enrol", TaskKind.OTHER, "At once it starts the imaging system with mode enrol.", False),
        ("", TaskKind.OTHER, "At once it starts the imaging system.", False),
    ],
)
def test_task_is_told_in_words(arguments: str, kind: TaskKind, words: str, destroys: bool) -> None:
    task = _task(arguments)
    assert (task.kind, answer_words(task), is_destructive(task)) == (kind, words, destroys)


def test_memory_test_as_a_task() -> None:
    task = _read(f"{_HEAD}kernel memdisk initrd=memtest.bin iso raw\ninitrd memtest.bin\nboot\n")
    assert isinstance(task, TaskAnswer)
    assert (task.kind, task.init, answer_words(task)) == (
        TaskKind.MEMTEST,
        "memtest.bin",
        "At once it tests its memory.",
    )


@pytest.mark.parametrize(
    ("line", "start", "words"),
    [
        ("sanboot --no-describe --drive 0x80", DiskStart.SANBOOT, "Starts the local disk, by sanboot."),
        (
            'chain -ar ${boot-url}/service/ipxe/grub.exe --config-file="x"',
            DiskStart.GRUB,
            "Starts the local disk, by GRUB.",
        ),
        (
            "imgfetch ${boot-url}/service/ipxe/refind.conf\nchain -ar ${boot-url}/service/ipxe/refind_x64.efi",
            DiskStart.REFIND,
            "Starts the local disk, by rEFInd.",
        ),
        ("exit", DiskStart.EXIT, "Starts what the firmware has next."),
    ],
)
def test_no_menu_leads_to_the_disk(line: str, start: DiskStart, words: str) -> None:
    answer = _read(f"{_HEAD}{line}\n")
    assert isinstance(answer, DiskAnswer)
    assert (answer.start, answer.key, answer_words(answer)) == (start, "", words)


def test_hidden_menu_says_its_key() -> None:
    answer = _read(exit_1_6("10.0.0.1", "fog"))
    assert isinstance(answer, DiskAnswer)
    assert answer_words(answer) == "Starts the local disk, by sanboot. A menu opens with Esc within 3 s."
    assert registration_words(answer) == ""


def test_pending_computer_and_menu_without_default() -> None:
    entries = "item --gap Host is registered as pc-9!\nitem --key a fog.approvehost Approve Host"
    script = f"{_HEAD}menu\n{entries}\nchoose target\n"
    menu = _read(script)
    assert isinstance(menu, MenuAnswer)
    assert (menu.registration, menu.host) == (Registration.PENDING, "pc-9")
    assert (menu.items[0].name, menu.items[0].label) == ("fog.approvehost", "Approve Host")
    assert answer_words(menu) == "Shows a menu of 1 entry and waits."
    assert registration_words(menu) == "waiting for somebody to approve it, as pc-9"
    assert registration_words(replace(menu, registration=Registration.UNKNOWN)) == ""
    assert answer_words(replace(menu, default="gone")) == "Shows a menu of 1 entry."


@pytest.mark.parametrize(
    ("body", "status", "location", "code"),
    [
        ("", 302, "http://10.77.0.10/fog/management/index.php", FaultCode.FOG_PAGE_MISSING),
        ("", 302, "http://10.77.0.10/fog/service/ipxe/?node=schema", FaultCode.FOG_HALF_UPGRADED),
        ("", 401, "", FaultCode.FOG_PAGE_MISSING),
        ("", 403, "", FaultCode.FOG_PAGE_MISSING),
        ("", 417, "", FaultCode.FOG_PAGE_MISSING),
        ("", 501, "", FaultCode.FOG_PAGE_MISSING),
        ("", 500, "", FaultCode.FOG_FAILED),
        ("<!DOCTYPE html><html>", 200, "", FaultCode.FOG_WEB_PAGE),
        ("<br />\n<b>Fatal error</b>: Allowed memory", 200, "", FaultCode.FOG_WEB_PAGE),
        ('"A valid database connection could not be made"', 200, "", FaultCode.FOG_DATABASE_DOWN),
        ('{"error":"db"}', 200, "", FaultCode.FOG_HALF_UPGRADED),
        ("#!db", 200, "", FaultCode.FOG_HALF_UPGRADED),
        ("hello", 200, "", FaultCode.FOG_ANSWER_UNCLEAR),
        ("", 200, "", FaultCode.FOG_ANSWER_UNCLEAR),
        ("#!ipxe\n", 200, "", FaultCode.FOG_ANSWER_UNCLEAR),
        ("#!ipxe\necho hello\n", 200, "", FaultCode.FOG_ANSWER_UNCLEAR),
        (b"#!ipxe\n\xff\xfe\x00", 200, "", FaultCode.FOG_ANSWER_UNCLEAR),
    ],
)
def test_what_is_no_script_becomes_one_fault(body: str | bytes, status: int, location: str, code: FaultCode) -> None:
    with pytest.raises(FogError) as refused:
        _read(body, status, location)
    assert refused.value.code is code


@pytest.mark.parametrize("name", ["40-boot-unregistered-bios", "52-boot-deploy"])
def test_cut_scripts_are_read_or_refused_at_every_length(name: str) -> None:
    body = records()[name].body
    codes = {_code_of(body[:length]) for length in range(len(body))}
    assert codes == {None, FaultCode.FOG_ANSWER_UNCLEAR}


def _code_of(script: bytes) -> FaultCode | None:
    try:
        _read(script)
    except FogError as refused:
        return refused.code
    return None
