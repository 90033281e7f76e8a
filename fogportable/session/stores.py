"""The boot folder as the file services see it: whose overlay, whose names, and who gets nothing."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address

from fogportable.boot.fog_script import is_fog_script
from fogportable.boot.overlays import ClientHint
from fogportable.model import ServingPlan
from fogportable.protocol.address import MacAddress
from fogportable.services.files import FileStore, VirtualFiles, is_menu_script
from fogportable.session.approvals import Approvals


def new_store(
    plan: ServingPlan,
    virtual: VirtualFiles,
    mac_of: Callable[[IPv4Address], MacAddress | None],
    arch_of: Callable[[MacAddress], int | None],
    approvals: Approvals | None,
) -> FileStore:
    """The boot folder for one service: not shared, so that a slow disk holds up nobody of another."""

    def hint(address: IPv4Address) -> ClientHint:
        mac = mac_of(address)
        return ClientHint(mac, None if mac is None else arch_of(mac))

    def why_refused(address: IPv4Address) -> str:
        if approvals is None or not approvals.is_needed:
            return ""
        mac = mac_of(address)
        return "nobody has approved it" if mac is not None and approvals.is_waiting(mac.octets) else ""

    is_ours = is_menu_script if plan.fog is None else is_fog_script
    return FileStore(
        plan.root,
        virtual,
        who_asks=hint,
        has_overlays=plan.tftp.has_overlays,
        is_ours=is_ours,
        why_refused=why_refused,
    )
