"""Networks behind relays."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Network

from fogportable.boot.policy import ProxySettings
from fogportable.model import OfferShape
from fogportable.protocol.dhcp import NO_ADDRESS, OptionCode, decode, encode
from tests.golden.dhcp.conversation import Captured, Case, Conversation, Heard, Plan

#: Circuit "eth0/1/12", remote identifier of a switch, and one that no standard knows, with zeros and an end mark in it.
_RELAY_INFORMATION = (
    b"\x01\x09eth0/1/12" + b"\x02\x08\x00\x06" + bytes.fromhex("001122334455") + b"\x97\x04\x00\xff\x00\x2b"
)

_BEHIND = ProxySettings(relays=(IPv4Network("10.77.2.0/24"),))


def _with_option_82(conversation: Conversation) -> Conversation:
    """As from a switch that says where the computer is plugged in: at the end of what it relays (RFC 3046 2.1)."""
    return tuple(_marked(each) for each in conversation)


def _marked(heard: Heard) -> Heard:
    if heard.datagram.destination[1] != 67:
        return heard
    packet = decode(heard.datagram.payload)
    if packet.giaddr == NO_ADDRESS:
        return heard
    options = {**packet.options, OptionCode.RELAY_AGENT: _RELAY_INFORMATION}
    return replace(heard, datagram=replace(heard.datagram, payload=encode(replace(packet, options=options))))


CASES = (
    Case(
        "relay__efi64",
        "A relayed request of a listed network is answered to the relay, and its unicast on port 4011 directly.",
        Captured("relay-seed-mask__efi64"),
        Plan(settings=_BEHIND),
    ),
    Case(
        "relay-option-82__efi64",
        "Option 82 of ISC's relay goes back as it came, as the last of all; on port 4011, where no relay is, is none.",
        Captured("relay-option-82__efi64"),
        Plan(settings=replace(_BEHIND, shape=OfferShape.BOOT_SERVER)),
    ),
    Case(
        "relay-option-82-of-a-switch__efi64",
        "Whatever stands in it: zeros, an end mark, what no standard knows.",
        Captured("relay-seed-mask__efi64", _with_option_82),
        Plan(settings=_BEHIND),
    ),
    Case(
        "relay-not-listed__efi64",
        "Where its network is not listed, neither the relay nor the computer behind it gets an answer.",
        Captured("relay-seed-mask__efi64"),
        Plan(settings=ProxySettings(relays=(IPv4Network("10.77.3.0/24"),))),
        is_silent=True,
    ),
)
