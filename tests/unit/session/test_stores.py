"""Files are kept from computers that wait for approval, as far as it is known whose request it is."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.boot.file_names import AccessViolation
from fogportable.model import ClientLists, ServingPlan
from fogportable.protocol.address import MacAddress
from fogportable.session.approvals import Approvals
from fogportable.session.stores import new_store

_MAC = MacAddress.parse("52:54:00:00:00:01")
_KNOWN, _UNKNOWN = IPv4Address("10.0.0.1"), IPv4Address("10.0.0.2")


def test_no_file_and_no_menu_until_approved_and_then_all(tmp_path: Path) -> None:
    (tmp_path / "ipxe.efi").write_bytes(b"ipxe")
    approvals = Approvals(lambda _: None, lambda _: True)
    plan = ServingPlan((), tmp_path, ())
    store = new_store(
        plan,
        lambda name, _: b"#!ipxe\n" if name == "boot.ipxe" else None,
        {_KNOWN: _MAC}.get,
        lambda _: None,
        approvals,
    )
    store.open("ipxe.efi", client=_KNOWN).close()
    approvals.begin(replace(ClientLists(), needs_approval=True))
    for name in ("ipxe.efi", "boot.ipxe", "nosuch"):
        with pytest.raises(AccessViolation, match="nobody has approved it"):
            store.open(name, client=_KNOWN)
    store.open("ipxe.efi", client=_UNKNOWN).close()
    approvals.approve((_MAC,))
    for name in ("ipxe.efi", "boot.ipxe"):
        store.open(name, client=_KNOWN).close()
