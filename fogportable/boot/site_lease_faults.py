"""What is wrong with the addresses that a site gives: to whom, from which network, with which file named. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address

from fogportable.boot.site_conflicts import name_for_people
from fogportable.boot.site_hearing import SiteHearing
from fogportable.boot.site_outlook import choice_of
from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import ProbeAsker
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe import Reason, ServerOffer

#: Boot files of FOG servers, which are iPXE built with their own script.
_FOG_FILES = frozenset(
    {
        "undionly.kpxe",
        "undionly.kkpxe",
        "undionly.pxe",
        "ipxe.efi",
        "snponly.efi",
        "snp.efi",
        "intel.efi",
        "realtek.efi",
    }
)
_BIOS_ENDINGS = (".kpxe", ".kkpxe", ".kkkpxe", ".pxe", ".0", ".com")
#: Kinds that a room needs to get an address, by the names that people know.
_NEEDED = {ProbeAsker.UEFI: "UEFI", ProbeAsker.IPXE: "iPXE", ProbeAsker.BIOS: "BIOS"}
#: An address that takes longer (s) than EDK2's first round is worth a word; many servers ping for 3 s first.
_SLOW_S = 4.0


def left_out(hearing: SiteHearing, leases: Sequence[ServerOffer]) -> Fault | None:
    """Kinds of computers that get no address here, while others do."""
    without = [each for each in _NEEDED if not _gets_address(each, hearing.offers_to(each))]
    if not without:
        return None
    useless = [each.server for each in hearing.offers_to(ProbeAsker.UEFI) if _lacks_identifier(each)]
    if without == [ProbeAsker.UEFI] and useless:
        return describe(FaultCode.SITE_NO_IDENTIFIER, server=useless[0], interface=hearing.interface)
    who = ", ".join(_NEEDED[each] for each in without)
    return describe(FaultCode.SITE_LEAVES_OUT, server=leases[0].server, interface=hearing.interface, who=who)


def other_network(hearing: SiteHearing, leases: Sequence[ServerOffer]) -> Fault | None:
    """All addresses that are given lie outside the network of the address that we serve with."""
    if not hearing.networks or hearing.own is None or any(each.address in hearing.networks[0] for each in leases):
        return None
    server, lease, own = leases[0].server, leases[0].address, hearing.own
    beside = [each for each in hearing.networks[1:] if any(one.address in each for one in leases)]
    if beside:
        return describe(
            FaultCode.SITE_OTHER_ADDRESS,
            server=server,
            lease=lease,
            own=own,
            interface=hearing.interface,
            network=beside[0],
        )
    return describe(FaultCode.SITE_OTHER_NETWORK, server=server, lease=lease, own=own, interface=hearing.interface)


def wrong_file(hearing: SiteHearing) -> Fault | None:
    """A DHCP server that names one file to all: UEFI computers load it and can do nothing with it."""
    for offer in hearing.offers_to(ProbeAsker.UEFI):
        file = name_for_people(offer.uefi_file)
        if offer.gives_address and file.lower().endswith(_BIOS_ENDINGS):
            return describe(FaultCode.SITE_WRONG_FILE, server=offer.server, file=file)
    return None


def wrong_file_for_bios(hearing: SiteHearing) -> Fault | None:
    """The other way round."""
    for offer in hearing.offers_to(ProbeAsker.BIOS):
        file = name_for_people(offer.ipxe_file)
        if offer.gives_address and file.lower().endswith(".efi"):
            return describe(FaultCode.SITE_WRONG_FILE_FOR_BIOS, server=offer.server, file=file)
    return None


def no_next_server(hearing: SiteHearing) -> Fault | None:
    """Another boot server named in option 66 alone: EDK2 reads `siaddr` and else asks the DHCP server itself.

    PxeBcDhcp4BootInfo.
    """
    choice = choice_of(ProbeAsker.UEFI, hearing.offers_in_time(ProbeAsker.UEFI))
    offer = choice.boot
    if choice.reason is not Reason.DHCP_FILE or offer is None or offer.next_server != NO_ADDRESS:
        return None
    name = name_for_people(offer.server_name).strip()
    if not name or name == str(offer.server):
        return None
    file = name_for_people(offer.uefi_file)
    return describe(FaultCode.SITE_NO_NEXT_SERVER, server=offer.server, name=name, file=file)


def slow_server(hearing: SiteHearing, leases: Sequence[ServerOffer]) -> Fault | None:
    """Even the first answer came late."""
    waits = [each for each in map(hearing.first_lease_s, _NEEDED) if each is not None]
    if not waits or min(waits) < _SLOW_S:
        return None
    return describe(FaultCode.SITE_SLOW, server=leases[0].server, seconds=f"{min(waits):.0f}")


def fog_server(hearing: SiteHearing) -> IPv4Address | None:
    """The next server of a DHCP server that names a file as FOG servers have it, when that is another machine."""
    for each in hearing.offers:
        offer = each.offer
        name = name_for_people(offer.uefi_file).rpartition("/")[2].lower()
        next_server = offer.next_server if offer.next_server != NO_ADDRESS else _address_in(offer.server_name)
        if offer.gives_address and name in _FOG_FILES and next_server not in (None, offer.server):
            return next_server
    return None


def _gets_address(asker: ProbeAsker, offers: Sequence[ServerOffer]) -> bool:
    """ROMs of BIOS computers were never measured, so any offer is taken to be good for them."""
    if asker is ProbeAsker.BIOS:
        return any(each.gives_address for each in offers)
    return choice_of(asker, offers).lease is not None


def _lacks_identifier(offer: ServerOffer) -> bool:
    return offer.gives_address and offer.message_type is not None and not offer.has_server_identifier


def _address_in(name: bytes) -> IPv4Address | None:
    """Option 66 as servers of small sites write it: an address in words."""
    try:
        return IPv4Address(name.decode("ascii", "replace").strip())
    except ValueError:
        return None
