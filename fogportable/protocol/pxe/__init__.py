"""Network boot by PXE, pure: who asks, and what a proxyDHCP server answers."""

from __future__ import annotations

from fogportable.protocol.pxe.archs import ClientArch
from fogportable.protocol.pxe.classify import BootMethod, NotPxe, PxeRequest, classify, small_linux_of
from fogportable.protocol.pxe.offer_choice import Choice, Reason, edk2_winner, http_winner, ipxe_winner
from fogportable.protocol.pxe.offers import OfferClass, ServerOffer, read_offer
from fogportable.protocol.pxe.ports import DhcpPort
from fogportable.protocol.pxe.reply import (
    BootAnswer,
    build_boot_server_ack,
    build_item_ack,
    build_offer,
    reply_route,
)
from fogportable.protocol.pxe.vendor_options import BootItem

__all__ = [
    "BootAnswer",
    "BootItem",
    "BootMethod",
    "Choice",
    "ClientArch",
    "DhcpPort",
    "NotPxe",
    "OfferClass",
    "PxeRequest",
    "Reason",
    "ServerOffer",
    "build_boot_server_ack",
    "build_item_ack",
    "build_offer",
    "classify",
    "edk2_winner",
    "http_winner",
    "ipxe_winner",
    "read_offer",
    "reply_route",
    "small_linux_of",
]
