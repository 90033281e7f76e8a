"""Why a client cannot use an offer or an ACK, as measured with EDK2 and iPXE."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ipaddress import IPv4Address

from fogportable.diagnosis.runs import Reply, Run, Software
from fogportable.language import say
from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.pxe.vendor_options import VendorOption

#: The most that EDK2 takes of a reply.
_LONGEST_REPLY = 1472
_DOWNLOAD_NOW = 0x08
_NO_MULTICAST, _NO_BROADCAST = 0x02, 0x01
_MULTICAST_DOWNLOAD = frozenset({1, 2, 3, 4, 5})
_INSTRUCTIONS = frozenset(range(VendorOption.DISCOVERY_CONTROL, VendorOption.MENU_PROMPT + 1))


def why_unusable(reply: Reply, run: Run, *, is_ack: bool = False) -> str | None:
    """The first reason as a clause; None when the client can use it. is_ack: it comes from a boot server.

    Of a packet that the capture cut off nothing is said.
    """
    return None if reply.fact.is_cut else next(_reasons(reply, run, is_ack=is_ack), None)


def _reasons(reply: Reply, run: Run, *, is_ack: bool) -> Iterator[str]:
    offer, is_ipxe = reply.offer, run.software is Software.IPXE
    if not offer.has_server_identifier and not (is_ipxe and offer.next_server != NO_ADDRESS):
        yield say("it does not say which server it is from (no option 54)")
    if not offer.vendor_class.startswith(b"PXEClient"):
        if run.software is Software.HTTP_FIRMWARE:
            if not offer.vendor_class.startswith(b"HTTPClient"):
                yield say("it lacks the class HTTPClient (option 60)")
        elif not offer.gives_address or is_ack:
            yield say("it lacks the class PXEClient (option 60)")
    elif run.software is Software.HTTP_FIRMWARE:
        yield say("its class is PXEClient, and HTTP Boot wants HTTPClient (option 60)")
    if reply.fact.length > _LONGEST_REPLY:
        yield say(
            "it has {length} octets, and UEFI takes no more than {longest_reply}",
            length=reply.fact.length,
            longest_reply=_LONGEST_REPLY,
        )
    if not is_ack and _goes_to_a_subnet(reply):
        yield say(
            "it was sent to {destination}, and UEFI hears only 255.255.255.255", destination=reply.fact.destination[0]
        )
    if run.software is not Software.HTTP_FIRMWARE:
        yield from _of_instructions(reply, is_ipxe)
        yield from _of_file(reply, run, is_ack=is_ack)


def _goes_to_a_subnet(reply: Reply) -> bool:
    destination = reply.fact.destination[0]
    is_plain = destination in (LIMITED_BROADCAST, reply.fact.packet.yiaddr, reply.fact.packet.ciaddr)
    return not is_plain and reply.fact.packet.giaddr == NO_ADDRESS and destination.packed[3] == 255


def _of_instructions(reply: Reply, is_ipxe: bool) -> Iterator[str]:
    offer = reply.offer
    options = offer.vendor_options
    if options is None:
        return
    doubled = doubled_sub_option(reply.fact.packet.options.get(OptionCode.VENDOR_OPTIONS, b""))
    if doubled is not None:
        yield say("its option 43 holds sub-option {doubled} twice, with different values", doubled=doubled)
    if options.keys() >= _MULTICAST_DOWNLOAD:
        yield say("it wants a download by multicast, which UEFI does not have")
    if _INSTRUCTIONS.isdisjoint(options) or VendorOption.BOOT_ITEM in options:
        return
    control = (options.get(VendorOption.DISCOVERY_CONTROL, b"\0") or b"\0")[0]
    has_file, has_menu = bool(offer.uefi_file), VendorOption.BOOT_MENU in options
    if control & _DOWNLOAD_NOW and has_file:
        return
    if not has_menu and not (is_ipxe and has_file):
        if VendorOption.MENU_PROMPT in options:
            yield say("it holds a prompt without a menu")
        elif control & _DOWNLOAD_NOW:
            yield say("it says that its file is to be loaded at once, and names none")
        else:
            yield say("its option 43 holds neither a menu nor the order to load the file at once")
    elif has_menu and not is_ipxe:
        yield from _of_menu(options, control)


def _of_menu(options: Mapping[int, bytes], control: int) -> Iterator[str]:
    listed = set(_listed_types(options.get(VendorOption.BOOT_SERVERS, b"")))
    types = [each for each in menu_types(options.get(VendorOption.BOOT_MENU, b"")) if each]
    if not control & _NO_MULTICAST:
        if VendorOption.DISCOVERY_MULTICAST not in options:
            yield say("its menu wants servers to be found by multicast, and names no group")
    elif control & _NO_BROADCAST:
        missing = [each for each in types if each not in listed]
        if missing:
            yield say("its menu has an entry (type {missing}) for which it lists no server", missing=missing[0])


def _of_file(reply: Reply, run: Run, *, is_ack: bool) -> Iterator[str]:
    offer = reply.offer
    if is_ack:
        if not offer.uefi_file and not offer.has_menu and not offer.has_instructions:
            yield say("it names neither a file nor a menu")
        elif offer.uefi_file and offer.next_server == NO_ADDRESS:
            if run.software is Software.IPXE:
                yield say("it names no server to load from (siaddr is 0.0.0.0)")
            elif not offer.has_server_identifier:
                yield say("it names no server to load from (neither siaddr nor option 54)")
        return
    is_by_file_alone = run.software is Software.IPXE and offer.gives_address and offer.ipxe_file and not offer.says_pxe
    if is_by_file_alone and offer.next_server == NO_ADDRESS and not offer.server_name and b"://" not in offer.ipxe_file:
        yield say("it names a file and no server to load it from (siaddr is 0.0.0.0)")


def doubled_sub_option(data: bytes) -> int | None:
    """The first sub-option of option 43 that stands twice with different values."""
    seen: dict[int, bytes] = {}
    at = 0
    while at + 1 < len(data) and data[at] != 255:
        if data[at] == 0:
            at += 1
            continue
        value = data[at + 2 : at + 2 + data[at + 1]]
        # Menus and lists of servers may come in pieces; the others say one thing.
        if data[at] in seen and seen[data[at]] != value and data[at] not in (8, 9):
            return data[at]
        seen[data[at]] = value
        at += 2 + data[at + 1]
    return None


def menu_types(menu: bytes) -> list[int]:
    """The types of a menu's entries, in order; 0 is the local disk."""
    types, at = [], 0
    while at + 3 <= len(menu):
        types.append(int.from_bytes(menu[at : at + 2], "big"))
        at += 3 + menu[at + 2]
    return types


def listed_servers(servers: bytes) -> dict[IPv4Address, int]:
    """The addresses in a list of boot servers, each with the first type it is listed for."""
    found: dict[IPv4Address, int] = {}
    at = 0
    while at + 3 <= len(servers):
        kind, count = int.from_bytes(servers[at : at + 2], "big"), servers[at + 2]
        for place in range(at + 3, at + 3 + 4 * count, 4):
            if place + 4 <= len(servers):
                found.setdefault(IPv4Address(servers[place : place + 4]), kind)
        at += 3 + 4 * count
    return found


def _listed_types(servers: bytes) -> Iterator[int]:
    at = 0
    while at + 3 <= len(servers):
        yield int.from_bytes(servers[at : at + 2], "big")
        at += 3 + 4 * servers[at + 2]
