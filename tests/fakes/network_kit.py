"""A network as a test wants it: asked, and nothing is sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address

from fogportable.errors import FaultCode, FogPortableError, describe
from fogportable.model import (
    BootEnding,
    BootKeys,
    BootServerSeen,
    NetworkLook,
    OurChance,
    ProbeAsker,
    Prospect,
    SiteMode,
    SpanningTree,
    SwitchPort,
)
from fogportable.session.boot_keys import read_boot_keys

SITE, OTHER = IPv4Address("192.168.1.1"), IPv4Address("192.168.1.9")
_BOOTS = (ProbeAsker.BIOS, ProbeAsker.UEFI, ProbeAsker.IPXE, ProbeAsker.HTTP)

PLAIN = NetworkLook(
    card="enx1",
    listened_s=5.0,
    sentence=f"{SITE} gives the addresses on enx1, and nothing stands in the way.",
    is_fine=True,
    mode=SiteMode.PROXY,
    address_servers=(SITE,),
    prospects=tuple(
        Prospect(each, BootEnding.NOTHING_TO_BOOT, None, "", OurChance.SURE, each is not ProbeAsker.BIOS)
        for each in _BOOTS
    ),
)
_KIT = describe(FaultCode.SITE_SECOND_KIT, server=OTHER)
_WAITS = describe(FaultCode.SITE_SPANNING_TREE, wait_s="30")
SECOND_KIT = NetworkLook(
    card="enx1",
    listened_s=5.0,
    sentence=_KIT.message,
    is_fine=False,
    mode=SiteMode.NOTHING,
    fault=_KIT,
    notes=(_WAITS,),
    address_servers=(SITE,),
    boot_servers=(BootServerSeen(OTHER, "ipxe.efi", False, True),),
    tree=SpanningTree(30.0, None),
    switch=SwitchPort("sw-204", "12", 204),
    querier=SITE,
    prospects=tuple(
        Prospect(each, BootEnding.LOADS, OTHER, "ipxe.efi", OurChance.DEPENDS, each is not ProbeAsker.BIOS)
        for each in _BOOTS
    ),
)
_SILENT = describe(FaultCode.SITE_LINK_WAITS, interface="enx1", wait_s="30")
SILENT = NetworkLook(
    card="enx1",
    listened_s=8.0,
    sentence=_SILENT.message,
    is_fine=False,
    mode=None,
    fault=_SILENT,
    causes=(
        "A switch with spanning tree is here, and its port may still be waiting.",
        "The switch says that this port is in VLAN 204: is that the room's?",
        "Computers that never ask have network boot switched off, or another key was pressed.",
    ),
    tree=SpanningTree(30.0, None),
    switch=SwitchPort("sw-204", "12", 204),
    prospects=tuple(
        Prospect(each, BootEnding.NO_ADDRESS, None, "", OurChance.NONE, each is not ProbeAsker.BIOS) for each in _BOOTS
    ),
)


class FakeNetworkKit:
    """look, check_error: what comes of a check; let_check_end: blocks it when cleared. name: of any machine."""

    def __init__(self) -> None:
        self.look = PLAIN
        self.check_error: FogPortableError | None = None
        self.let_check_end = threading.Event()
        self.let_check_end.set()
        self.needs_password = False
        self.name = ""
        self.calls: list[str] = []

    def may_listen(self) -> bool:
        return not self.needs_password

    def check(self, card: str, should_stop: Callable[[], bool] = lambda: False) -> NetworkLook:
        self.calls.append(f"check {card}")
        while not self.let_check_end.wait(0.01):
            if should_stop():
                break
        if self.check_error is not None:
            raise self.check_error
        return self.look

    def name_of(self, address: IPv4Address) -> str:
        self.calls.append(f"name {address}")
        return self.name

    def boot_keys(self) -> Sequence[BootKeys]:
        return read_boot_keys()
