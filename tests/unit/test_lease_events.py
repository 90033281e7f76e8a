"""What the log says of a private network."""

from __future__ import annotations

from ipaddress import IPv4Address
from pathlib import Path

from fogportable.events import AddressInUse, LeaseGiven, Level, SessionStarted
from fogportable.protocol.address import MacAddress

MAC = MacAddress.parse("52:54:00:12:34:56")
ADDRESS = IPv4Address("192.168.50.20")


def given(*, lease_s: int | None = 3600, is_renewal: bool = False, host_name: str = "") -> LeaseGiven:
    return LeaseGiven(
        client=MAC, interface="eth1", address=ADDRESS, host_name=host_name, lease_s=lease_s, is_renewal=is_renewal
    )


def test_a_lease_is_told_with_name_and_time() -> None:
    assert given(host_name="pc-1").sentence() == f"{MAC} (pc-1) has the address {ADDRESS} for 1 hour."
    assert given(lease_s=None).sentence() == f"{MAC} has the address {ADDRESS} for good."
    assert given(lease_s=600, is_renewal=True).sentence() == f"{MAC} keeps the address {ADDRESS} for 10 min."
    assert given(lease_s=8 * 3600).sentence().endswith("for 8 hours.")


def test_a_renewal_is_a_detail() -> None:
    assert (given().level, given(is_renewal=True).level) == (Level.INFO, Level.DETAIL)


def test_an_address_in_use_is_told_by_who_found_it() -> None:
    seen = AddressInUse(interface="eth1", address=ADDRESS, holder=MAC)
    assert seen.sentence().startswith(f"{ADDRESS} is in use by {MAC}")
    said = AddressInUse(client=MAC, interface="eth1", address=ADDRESS, holder=None)
    assert said.sentence().startswith(f"{MAC} says that {ADDRESS} is in use")


def test_serving_does_not_claim_to_give_no_address_where_it_gives_some() -> None:
    ports = (67, 4011, 69)
    where = {"interfaces": ("eth0", "eth1"), "addresses": (ADDRESS, ADDRESS), "root": str(Path("/srv")), "ports": ports}
    proxy = SessionStarted(**where)  # type: ignore[arg-type]  # the same fields for both
    assert proxy.sentence().endswith("No address is given out.")
    both = SessionStarted(**where, private_networks=("eth1",))  # type: ignore[arg-type]
    assert both.sentence().endswith("Addresses are given out on eth1 only.")
