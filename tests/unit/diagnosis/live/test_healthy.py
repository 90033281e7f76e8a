"""Who boots as it should is never accused, however slow its firmware is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogportable.boot.policy import Silence
from fogportable.events import FileRescued, RequestIgnored, SmallLinuxAsked
from fogportable.model import FileRescue, OfferShape, PxeMenu
from fogportable.protocol.pxe.classify import PLAIN_DHCP
from tests.unit.diagnosis.live.stage import (
    ADDRESS,
    MAC,
    SERVING,
    Play,
    Stage,
    absent,
    answered_on_4011,
    asked,
    dhcp_server,
    failed,
    finished,
    leased,
    offered,
    probed,
    started,
    up_to_loader,
)

#: A menu that waits for somebody.
_SERVING = replace(SERVING, pxe_menu=PxeMenu(timeout_s=None))


def _ignored(reason: str) -> RequestIgnored:
    return RequestIgnored(client=MAC, interface="eth0", arch=None, reason=reason)


def _script(at_s: float) -> Play:
    return [
        (at_s, asked(runs_ipxe=True)),
        (at_s, offered("tftp://192.168.1.20/boot.ipxe", shape=None)),
        (at_s + 1, leased()),
        (at_s + 1.5, started("boot.ipxe", 3)),
        (at_s + 2, finished("boot.ipxe", 3)),
    ]


HEALTHY: dict[str, Play] = {
    "EDK2 to the menu, where somebody takes a quarter of an hour": [*up_to_loader(), *_script(10)],
    "a DHCP server that answers in the third round": [
        (0, asked()),
        (0, offered()),
        (4, asked()),
        (4, offered()),
        (12, dhcp_server()),
        (12, asked()),
        (12, offered()),
        (28, leased()),
        (29, probed()),
        (29.2, started()),
        (31, finished()),
        (36, asked(runs_ipxe=True)),
    ],
    "iPXE whose link waits for spanning tree": [*up_to_loader(), *_script(6 + 50)],
    "iPXE that looks for IPv6 for half a minute": [
        *up_to_loader(),
        (10, asked(runs_ipxe=True)),
        (10, offered("boot.ipxe", shape=None)),
        (11, leased()),
        (45, started("boot.ipxe", 3)),
        (46, finished("boot.ipxe", 3)),
    ],
    "EDK2 by port 4011, which it asks once": [
        (0, asked()),
        (0, offered(shape=OfferShape.BOOT_SERVER)),
        (4, leased()),
        (5, answered_on_4011()),
        (7, probed()),
        (7.5, started()),
        (9, finished()),
        (15, asked(runs_ipxe=True)),
    ],
    "a menu of the firmware that waits for somebody": [
        (0, asked()),
        (0, offered(shape=OfferShape.MENU)),
        (4, leased()),
    ],
    "a size probe whose client only fell silent": [
        (0, asked()),
        (0, offered()),
        (4, leased()),
        (5, started()),
        (9, finished()),
        (10, probed(is_heard=False)),
        (15, asked(runs_ipxe=True)),
    ],
    "shim with its optional files": [
        *up_to_loader(file="shimx64.efi"),
        (7, absent("shim_certificate.efi", expected=True)),
        (7.2, absent("revocations.efi", expected=True)),
        (8, started("grubx64.efi", 3)),
        (10, finished("grubx64.efi", 3)),
        (11, absent("grub/x86_64-efi/command.lst", expected=True)),
        (12, started("grub/grub.cfg", 4)),
        (12.1, finished("grub/grub.cfg", 4)),
    ],
    "a file that is given in another case": [
        (0, asked()),
        (0, offered()),
        (4, leased()),
        (
            5,
            FileRescued(client=MAC, address=ADDRESS, asked="IPXE.EFI", file="ipxe.efi", why=(FileRescue.LETTER_CASE,)),
        ),
        (5, started()),
        (6, finished()),
        (10, asked(runs_ipxe=True)),
    ],
    "a memory test, which never asks anything": [*up_to_loader(file="memtest64.efi")],
    "a transfer that fails and is begun again": [
        (0, asked()),
        (0, offered()),
        (4, leased()),
        (5, started()),
        (20, failed("the client ended it with error 0", sent_bytes=5000)),
        (23, started(number=3)),
        (40, finished(number=3)),
        (50, asked(runs_ipxe=True)),
    ],
    "somebody who chose the own disk in the firmware's menu": [
        (0, asked()),
        (0, offered(shape=OfferShape.MENU)),
        (4, leased()),
        (6, _ignored(Silence.MENU_LOCAL.value)),
        (40, _ignored(PLAIN_DHCP.reason)),
    ],
    "an operating system that renews its address": [*up_to_loader(), *_script(10), (600, leased(None))],
    "a small Linux after its kernel": [
        *up_to_loader(),
        *_script(10),
        (20, started("vmlinuz", 5)),
        (25, finished("vmlinuz", 5)),
        (40, SmallLinuxAsked(client=MAC, interface="eth0", vendor_class="udhcp 1.36.1")),
    ],
    "who was switched off after its first question": [(0, asked()), (0, offered())],
    "a computer that is left alone": [(0, _ignored(Silence.DENIED.value))],
    "an ordinary computer": [(0, _ignored(PLAIN_DHCP.reason)), (3, leased(None))],
}


@pytest.mark.parametrize("name", HEALTHY)
def test_nothing_is_said_of(name: str) -> None:
    stage = Stage(_SERVING).play(*HEALTHY[name]).wait_until(1000)
    assert stage.told == []


@pytest.mark.parametrize("name", HEALTHY)
def test_the_journey_of_the_healthy_has_no_odd_step_but_what_failed(name: str) -> None:
    stage = Stage().play(*HEALTHY[name])
    steps = stage.desk.journey(MAC).steps
    assert [step.text for step in steps if step.is_odd and "did not get" not in step.text] == []
    assert all(step.text and not step.text.endswith(".") and str(MAC) not in step.text for step in steps)
