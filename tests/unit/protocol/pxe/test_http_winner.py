"""Whose URL UEFI HTTP Boot takes (EDK2, HttpBootDhcp4.c)."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from fogportable.protocol.dhcp import NO_ADDRESS, OptionCode
from fogportable.protocol.pxe import Reason, ServerOffer, http_winner
from tests.unit.protocol.pxe.offers_on_wire import KIT, LEASE, PLAIN, SITE, THIRD, offer


def _offer(server: IPv4Address, url: bytes, *, gives: IPv4Address = NO_ADDRESS, dns: bool = False) -> ServerOffer:
    options: dict[int, bytes] = {OptionCode.VENDOR_CLASS: b"HTTPClient", OptionCode.BOOT_FILE: url}
    return offer(server, {**options, **({OptionCode.DNS_SERVERS: bytes(4)} if dns else {})}, gives=gives)


IP, NAME = b"http://10.77.1.10:8080/x.efi", b"http://boot.example/x.efi"
WITH_DNS = offer(SITE, {OptionCode.DNS_SERVERS: b"\x0a\x4d\x01\x01"}, gives=LEASE)
DHCP_IP, DHCP_NAME, DHCP_NAME_DNS = (
    _offer(SITE, IP, gives=LEASE),
    _offer(SITE, NAME, gives=LEASE),
    _offer(SITE, NAME, gives=LEASE, dns=True),
)
PROXY_IP, PROXY_NAME = _offer(KIT, IP), _offer(THIRD, NAME)


@pytest.mark.parametrize(
    ("offers", "winner", "reason"),
    [
        ([], None, Reason.NO_ADDRESS),
        ([PROXY_IP], None, Reason.NO_ADDRESS),
        ([PLAIN], None, Reason.NOTHING_TO_BOOT),
        ([PLAIN, _offer(KIT, b"")], None, Reason.NOTHING_TO_BOOT),
        ([PLAIN, PROXY_IP], PROXY_IP, Reason.PROXY_URL),
        ([PROXY_NAME, PROXY_IP, PLAIN], PROXY_IP, Reason.PROXY_URL),
        ([PROXY_NAME, PLAIN], None, Reason.URL_WITHOUT_DNS),
        ([PROXY_NAME, WITH_DNS], PROXY_NAME, Reason.PROXY_URL),
        ([PROXY_IP, DHCP_IP, PLAIN], DHCP_IP, Reason.DHCP_URL),
        ([DHCP_NAME, PLAIN, PROXY_IP], PROXY_IP, Reason.PROXY_URL),
        ([DHCP_NAME], None, Reason.URL_WITHOUT_DNS),
        ([DHCP_NAME_DNS, PROXY_IP, PLAIN], DHCP_NAME_DNS, Reason.DHCP_URL),
    ],
)
def test_http_boot_takes(offers: list[ServerOffer], winner: ServerOffer | None, reason: Reason) -> None:
    choice = http_winner(offers)
    assert (choice.boot, choice.reason) == (winner, reason)
