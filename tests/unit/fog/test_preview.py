"""What a computer gets, as window and command line show it: every recorded script, and the hidden menu of 1.6."""

from __future__ import annotations

import pytest

from fogportable.fog.answer import Answer
from fogportable.fog.boot_script import BOOT_PAGE, read_boot_answer
from fogportable.fog.preview import Preview
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import ClientArch
from tests.fakes.fog.scripts import exit_1_6
from tests.golden.fog_records import RECORDED_HOST, SERVER, records

_MAC = MacAddress.parse("52:54:00:aa:bb:01")
_LOGIN = "(asks for a FOG user's password)"
_SYSTEM = "(starts the imaging system)"


def _preview(name: str, arch: int = ClientArch.X86_BIOS) -> Preview:
    return Preview(_MAC, arch, read_boot_answer(records()[name].answer()))


@pytest.mark.parametrize(
    ("name", "who", "disk"),
    [
        ("40-boot-unregistered-bios", "not registered", "sanboot"),
        ("42-boot-registered-notask", "registered as lab-pc-01", "sanboot"),
        ("43-boot-registered-efi", "registered as lab-pc-01", "rEFInd"),
        ("94-boot-GET-mac", "registered as lab-pc-01", "rEFInd"),
        ("94-boot-GET-mac0", "not registered", "sanboot"),
    ],
)
def test_recorded_menu_is_a_sentence_and_a_line_for_each_entry(name: str, who: str, disk: str) -> None:
    seen = _preview(name)
    assert seen.who == f"52:54:00:aa:bb:01 as BIOS (0): {who}."
    assert seen.sentence == "Shows a menu of 7 entries; after 3 s it takes Boot from hard disk."
    assert seen.lines[0].words == f"Boot from hard disk (the local disk, by {disk})"
    assert [line.is_default for line in seen.lines] == [True, *[False] * 6]
    others = {line.words for line in seen.lines[1:]}
    assert {"Run Memtest86+", f"Deploy Image {_LOGIN}", f"Join Multicast Session {_LOGIN}"} < others
    registers = f"Quick Registration and Inventory {_SYSTEM}"
    assert (registers in others) is (who == "not registered")
    assert (f"Quick Host Deletion {_LOGIN}" in others) is (who != "not registered")
    assert not seen.is_destructive


@pytest.mark.parametrize(
    ("name", "sentence", "destroys"),
    [
        (
            "52-boot-deploy",
            f"At once it writes the image Win10Base from {RECORDED_HOST}:/images/ over its disk.",
            True,
        ),
        (
            "54-boot-capture",
            f"At once it reads its disk into the image Win10Base at {RECORDED_HOST}:/images/dev/.",
            False,
        ),
        (
            "56-boot-multicast-host",
            "At once it joins the multicast of the image Win10Base, port 63100, which is written over its disk.",
            True,
        ),
    ],
)
def test_recorded_task_is_a_sentence_without_lines(name: str, sentence: str, destroys: bool) -> None:
    seen = _preview(name, ClientArch.X64_UEFI)
    assert (seen.sentence, seen.is_destructive, seen.lines) == (sentence, destroys, ())
    assert seen.who == "52:54:00:aa:bb:01 as UEFI x64 (7): registered as lab-pc-01."


def test_every_recorded_script_is_tried() -> None:
    tried = {"40", "42", "43", "52", "54", "56", "94"}
    assert {name.partition("-")[0] for name in records() if "boot" in name} == tried


def test_hidden_menu_is_told_with_its_key_and_its_way_to_the_disk() -> None:
    answer = Answer(SERVER, BOOT_PAGE, 200, "text/plain", body=exit_1_6("10.0.0.1", "fog"))
    seen = Preview(_MAC, ClientArch.X64_UEFI, read_boot_answer(answer))
    assert seen.who == "52:54:00:aa:bb:01 as UEFI x64 (7)."
    assert seen.sentence == "Starts the local disk, by sanboot. A menu opens with Esc within 3 s."
    assert seen.lines == ()
