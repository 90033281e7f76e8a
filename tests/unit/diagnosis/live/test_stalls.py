"""One play for each rule: it says what is wrong, not before firmware has had its time, and takes it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from ipaddress import IPv4Address
from typing import Any

import pytest

from fogportable.boot.policy import Silence
from fogportable.diagnosis.live.room import Serving
from fogportable.errors import FaultCode, describe
from fogportable.events import (
    ChainloadLoopStopped,
    ClientTakenBySite,
    FaultRaised,
    FileRescued,
    FogProgress,
    RequestIgnored,
    ShapeChanged,
    StallOver,
)
from fogportable.model import FileRescue, FogLight, FogMode, OfferShape, SiteConflictKind, SiteServer
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe.classify import PLAIN_DHCP
from tests.unit.diagnosis.live.stage import (
    ADDRESS,
    MAC,
    OTHER,
    SERVING,
    SITE,
    US,
    Play,
    Stage,
    absent,
    answered_on_4011,
    asked,
    dhcp_server,
    efi_head,
    failed,
    finished,
    leased,
    offered,
    probed,
    started,
    up_to_loader,
)


def _rounds(*, arch: int = 7) -> Play:
    return [(at_s, event) for at_s in (0, 4, 12) for event in (asked(arch=arch), offered(arch=arch))]


def _up_to_lease(shape: OfferShape = OfferShape.DIRECT) -> Play:
    return [(0, asked()), (0, offered(shape=shape)), (4, leased())]


def _taken(kind: SiteConflictKind, code: FaultCode, **values: object) -> ClientTakenBySite:
    every: dict[str, Any] = {"server": SITE, **values}
    return ClientTakenBySite(client=MAC, interface="eth0", server=SITE, kind=kind, fault=describe(code, **every))


def _site(next_server: IPv4Address) -> Serving:
    server = SiteServer(SITE, "eth0", True, 0.0, 0.0)
    return replace(SERVING, site=lambda: (replace(server, next_server=next_server),))


def _grub() -> Play:
    return [*up_to_loader(file="shimx64.efi"), (7, started("grubx64.efi", 3)), (8, finished("grubx64.efi", 3))]


_LOOP = describe(FaultCode.CHAINLOAD_LOOP, file="ipxe.efi", count=4)
_MISSING = describe(FaultCode.BOOT_FILE_MISSING, file="ipxe.efi", arch="UEFI x64 (7)", root="/srv")
_WRONG = describe(FaultCode.BOOT_FILE_WRONG_ARCH, file="ipxe.efi", actual="BIOS", arch="UEFI x64 (7)")
_IPXE_AGAIN: Play = [
    (at_s, event) for at_s in (10, 25, 40) for event in (asked(runs_ipxe=True), offered("default.ipxe", shape=None))
]
_FOG = replace(SERVING, serves_files=False, fog=FogMode.POINT, fog_server="192.168.1.5")
_RELAY = replace(SERVING, fog=FogMode.RELAY, fog_server="192.168.1.5")


@dataclass(frozen=True)
class Trouble:
    """play: until the last event; not_before, by: seconds between which it is said. then: what ends it."""

    rule: str
    confidence: str | None
    play: Play
    not_before: float
    by: float
    then: Play
    needs_you: bool = True
    serving: Serving = SERVING


TROUBLES: dict[str, Trouble] = {
    "nobody gives an address": Trouble(
        "no-dhcp-server", "sure", _rounds(), 12, 14, [(40, leased()), (41, probed()), (41.1, started())]
    ),
    "nobody gives an address, and taps are not allowed": Trouble(
        "no-dhcp-server", "likely", _rounds(), 12, 14, [(40, leased()), (41, started())],
        serving=replace(SERVING, watched=frozenset()),
    ),
    "option 60 without 43": Trouble(
        "class-without-option-43", "sure",
        [*_up_to_lease(), (14, _taken(SiteConflictKind.CLASS_WITHOUT_43, FaultCode.SITE_CLASS_WITHOUT_43,
                                      boot_server=SITE, own=US))],
        14, 16, [(20, probed()), (20, started())],
    ),
    "the site's own boot instructions": Trouble(
        "site-boot-file-wins", "sure",
        [*_up_to_lease(), (14, _taken(SiteConflictKind.CLASS_WITH_43, FaultCode.SITE_CLASS_WITH_43))],
        14, 16, [(20, started())],
    ),
    "a second proxy": Trouble(
        "second-proxy", "likely",
        [*_up_to_lease(), (14, _taken(SiteConflictKind.SECOND_PROXY, FaultCode.SITE_SECOND_PROXY,
                                      uefi="the other one's", ipxe="ours"))],
        14, 16, [(20, started())],
    ),
    "an offer that is ignored, while the ladder climbs": Trouble(
        "offer-ignored", "likely",
        [(0, dhcp_server()), *_up_to_lease(), (18.5, asked()), (18.5, ShapeChanged(
            client=MAC, ignored=OfferShape.DIRECT, shape=OfferShape.BOOT_SERVER)),
         (18.5, offered(shape=OfferShape.BOOT_SERVER))],
        18.5, 20, [(35, leased()), (36, answered_on_4011()), (37, started())], needs_you=False,
    ),
    "an offer that is ignored, where others boot": Trouble(
        "offer-ignored", "likely",
        [(0, finished(mac=OTHER)), *_up_to_lease()], 19, 21, [(30, started())],
    ),
    "port 4011 that never hears": Trouble(
        "no-answer-4011", "likely", _up_to_lease(OfferShape.BOOT_SERVER), 19, 21, [(30, answered_on_4011())],
    ),
    "port 4011 whose answers are lost": Trouble(
        "no-answer-4011", "sure",
        [*_up_to_lease(OfferShape.BOOT_SERVER), *((at, answered_on_4011()) for at in (5.0, 6.0, 8.0, 11.0))],
        8, 13, [(15, probed()), (15, started())],
    ),
    "a request for the file that never comes": Trouble(
        "tftp-never-asked", "likely", _up_to_lease(), 19, 21, [(30, probed())],
    ),
    "a request for the file that never comes after 4011": Trouble(
        "tftp-never-asked", "likely", [*_up_to_lease(OfferShape.BOOT_SERVER), (5, answered_on_4011())], 17, 19,
        [(30, probed())],
    ),
    "data that is blocked": Trouble(
        "tftp-data-blocked", "sure", [*_up_to_lease(), (10, probed(is_heard=False)), (18, failed())], 18, 20,
        [(60, started(number=9))],
    ),
    "data that is blocked, heard once": Trouble(
        "tftp-data-blocked", "likely", [*_up_to_lease(), (10, failed())], 22, 24, [(60, started(number=9))],
    ),
    "blocks that are too large": Trouble(
        "fragments-lost", "likely",
        [*_up_to_lease(), (5, probed()), (5.1, started()), (36, failed("the client stopped answering"))],
        36, 38, [(60, started(number=9)), (62, finished(number=9))],
    ),
    "a promised file that is missing": Trouble(
        "file-missing", "sure", [(0, asked()), (0, offered()), (0, FaultRaised(client=MAC, fault=_MISSING))], 0, 2,
        [(60, leased()), (61, started())],
    ),
    "a file that nobody promised": Trouble(
        "file-missing", "sure", [*up_to_loader(file="pxelinux.0"), (8, absent("ldlinux.c32"))], 20, 22,
        [(60, started("ldlinux.c32", 9))],
    ),
    "a garbled name": Trouble(
        "name-garbled", "sure", [*_up_to_lease(), (5, absent("ipxe.efi\u00ff\u00fe"))], 17, 19, [(30, started())],
    ),
    "a file that its case makes ambiguous": Trouble(
        "name-case", "likely",
        [*_up_to_lease(), (5, FileRescued(client=MAC, address=ADDRESS, asked="IPXE.EFI", file="ipxe.efi",
                                          why=(FileRescue.LETTER_CASE,), others=("Ipxe.efi",))),
         (5, started()), (6, finished())], 66, 68, [(90, asked(runs_ipxe=True))],
    ),
    "a file for another processor, told before it is loaded": Trouble(
        "wrong-architecture", "sure", [(0, asked()), (0, offered()), (0, FaultRaised(client=MAC, fault=_WRONG))], 0, 2,
        [(60, leased()), (61, started()), (62, finished()), (65, asked(runs_ipxe=True))],
    ),
    "a file for another processor, by its header": Trouble(
        "wrong-architecture", "sure", [*up_to_loader(), (10, asked()), (10, offered())], 10, 12,
        [(14, leased()), (15, started(number=7)), (16, finished(number=7)), (20, asked(runs_ipxe=True))],
        serving=replace(SERVING, head_of=lambda file: efi_head(0xAA64)),
    ),
    "a file for a BIOS, by its name": Trouble(
        "wrong-architecture", "likely", [*up_to_loader(file="undionly.kpxe"), (10, asked()), (10, offered())], 10, 12,
        [(14, leased()), (15, started(number=7)), (16, finished(number=7)), (20, asked(runs_ipxe=True))],
    ),
    "a chainload loop": Trouble(
        "chainload-loop", "sure", [*up_to_loader(), (10, ChainloadLoopStopped(client=MAC, fault=_LOOP))], 10, 12,
        [(80, started(number=9))],
    ),
    "GRUB that asks the site's server": Trouble(
        "grub-asks-site-server", "likely", _grub(), 33, 35, [(60, started("grub/grub.cfg", 9))],
        serving=_site(SITE),
    ),
    "GRUB without a server": Trouble(
        "grub-no-server", "likely", _grub(), 33, 35, [(60, started("grub/grub.cfg", 9))], serving=_site(NO_ADDRESS),
    ),
    "an unsigned loader that Secure Boot refuses": Trouble(
        "secure-boot-refused", "likely", [*up_to_loader(), (9, asked(arch=16))], 9, 11, [(30, asked(runs_ipxe=True))],
        serving=replace(SERVING, head_of=lambda file: efi_head()),
    ),
    "an unsigned loader behind a red box": Trouble(
        "secure-boot-refused", "likely", [*up_to_loader()], 66, 68, [(90, asked(runs_ipxe=True))],
        serving=replace(SERVING, head_of=lambda file: efi_head()),
    ),
    "shim that looks for its key manager": Trouble(
        "secure-boot-refused", "likely",
        [*up_to_loader(file="shimx64.efi"), (7, started("grubx64.efi", 3)), (8, finished("grubx64.efi", 3)),
         (9, absent("mmx64.efi"))], 14, 23, [(60, started("grub.cfg", 9)), (61, finished("grub.cfg", 9))],
    ),
    "two machines with one address": Trouble(
        "duplicate-mac", "sure", [(0, asked(uuid="a")), (5, asked(uuid="b")), (12, asked(uuid="a"))], 12, 15, [],
    ),
    "who asked before anybody could hear it": Trouble(
        "offer-too-late", "likely", [(0, leased())], 15, 17, [(60, asked()), (60, offered())],
    ),
    "HTTP Boot that is not served": Trouble(
        "http-no-uri", "sure",
        [(0, asked()), (0, offered()), (10, RequestIgnored(
            client=MAC, interface="eth0", arch=16, reason=Silence.HTTP_BOOT.value))],
        10, 12, [(60, asked()), (60, offered())], needs_you=False,
    ),
    "a FOG server whose boot.php is silent": Trouble(
        "fog-chain-broken", "likely",
        [*up_to_loader(), (10, asked(runs_ipxe=True)), (10, offered("boot.ipxe", shape=None)), (11, leased()),
         (12, started("boot.ipxe", 3)), (12.1, finished("boot.ipxe", 3)),
         (12.1, FogProgress(client=MAC, light=FogLight.SCRIPT))],
        72, 74, [(90, FogProgress(client=MAC, light=FogLight.SERVER))], serving=_RELAY,
    ),
    "a FOG server without default.ipxe": Trouble(
        "fog-chain-broken", "likely",
        [(0, asked()), (0, offered(server=SITE)), (4, leased()),
         *[(each[0] + 1, each[1]) for each in _IPXE_AGAIN], *((at, leased()) for at in (12, 27, 42))],
        41, 44, [(60, FogProgress(client=MAC, light=FogLight.KERNEL))], serving=_FOG,
    ),
    "a computer that went to its own disk": Trouble(
        "left-for-disk", "likely",
        [*_up_to_lease(), (10, RequestIgnored(client=MAC, interface="eth0", arch=None, reason=PLAIN_DHCP.reason))],
        10, 12, [(60, asked()), (60, offered())], needs_you=False,
    ),
    "what nothing explains": Trouble(
        "unknown", None, [*_up_to_lease(), (5, probed())], 29, 35, [(60, started())], needs_you=False,
    ),
}  # fmt: skip


def _in_order(play: Play) -> Play:
    return sorted(play, key=lambda each: each[0])


@pytest.mark.parametrize("name", TROUBLES)
def test_it_is_said(name: str) -> None:
    trouble = TROUBLES[name]
    stage = Stage(trouble.serving).play(*_in_order(trouble.play)).wait_until(trouble.by)
    found = stage.verdict
    assert found is not None, f"nothing by {trouble.by} s"
    assert (found.rule, found.confidence, found.needs_you) == (trouble.rule, trouble.confidence, trouble.needs_you)
    assert found.sentence
    assert "{" not in found.sentence + found.remedy
    assert found.evidence
    assert found.words.startswith("Likely: ") is (trouble.confidence == "likely")


@pytest.mark.parametrize("name", TROUBLES)
def test_it_is_not_said_before_firmware_has_had_its_time(name: str) -> None:
    trouble = TROUBLES[name]
    stage = Stage(trouble.serving).play(*_in_order(trouble.play)).wait_until(trouble.by)
    assert stage.first_told_s() >= trouble.not_before


@pytest.mark.parametrize("name", [name for name, each in TROUBLES.items() if each.then])
def test_it_is_taken_back_once_the_computer_is_past_it(name: str) -> None:
    trouble = TROUBLES[name]
    stage = Stage(trouble.serving).play(*_in_order(trouble.play)).wait_until(trouble.by)
    stage.play(*trouble.then).wait_until(trouble.then[-1][0] + 2)
    assert stage.rule is None
    assert isinstance(stage.told[-1][1], StallOver)


@pytest.mark.parametrize("name", TROUBLES)
def test_it_is_said_once(name: str) -> None:
    trouble = TROUBLES[name]
    stage = Stage(trouble.serving).play(*_in_order(trouble.play)).wait_until(trouble.by)
    said = [event for _, event in stage.told]
    stage.wait_until(trouble.by + 4)
    assert [event for _, event in stage.told] == said
    assert len(said) == 1
