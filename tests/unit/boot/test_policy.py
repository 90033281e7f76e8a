"""Decisions that need no memory."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.boot.answers import BootPolicy, Decision
from fogportable.boot.policy import ServerIdentity, Silence, may_be_answered, script_url
from fogportable.model import BootRule
from fogportable.protocol.dhcp import decode
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe import PxeRequest, classify
from fogportable.protocol.pxe.archs import HTTP_ARCHS, ClientArch
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, IPXE_DISCOVER, varied

SERVER = ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"))


def request_of(frame: bytes, arch: int) -> PxeRequest:
    request = classify(decode(varied(frame, {93: arch.to_bytes(2, "big")})))
    assert isinstance(request, PxeRequest)
    return request


def test_reasons_are_clauses_for_people() -> None:
    for silence in Silence:
        assert silence.value[0].islower()
        assert not silence.value.endswith(".")


def test_every_architecture_of_iana_gets_its_own_rule_and_http_none() -> None:
    policy = BootPolicy([BootRule(frozenset({arch}), f"{arch}.efi") for arch in ClientArch])
    for arch in ClientArch:
        decision = policy.decide(policy.kind(request_of(EDK2_DISCOVER, arch)), SERVER)
        assert (decision.answer.file if isinstance(decision, Decision) else None) == (
            None if arch in HTTP_ARCHS else f"{arch}.efi"
        )


@pytest.mark.parametrize("arch", [0, 6, 7, 9, 11, 16, 27, 77])
def test_ipxe_gets_the_script_whatever_its_architecture(arch: int) -> None:
    policy = BootPolicy([])
    decision = policy.decide(policy.kind(request_of(IPXE_DISCOVER, arch)), SERVER)
    assert isinstance(decision, Decision)
    assert (decision.answer.file, decision.answer.is_for_ipxe) == ("tftp://192.168.88.2/boot.ipxe", True)


def test_answer_is_laid_out_once_per_interface_and_architecture() -> None:
    policy = BootPolicy([BootRule(frozenset({7, 9}), "ipxe.efi")])
    first = policy.decide(policy.kind(request_of(EDK2_DISCOVER, 7)), SERVER)
    assert isinstance(first, Decision)
    again = policy.decide(
        policy.kind(request_of(EDK2_DISCOVER, 7)), ServerIdentity("eth0", IPv4Interface("192.168.88.2/24"))
    )
    assert again is first
    ninth = policy.decide(policy.kind(request_of(EDK2_DISCOVER, 9)), SERVER)
    assert isinstance(ninth, Decision)
    assert ninth.answer == first.answer
    assert (
        policy.decide(policy.kind(request_of(EDK2_DISCOVER, 7)), ServerIdentity("eth1", IPv4Interface("10.0.0.2/8")))
        != first
    )


def test_name_that_no_packet_can_carry_is_refused_at_once() -> None:
    with pytest.raises(ProtocolMisuse):
        BootPolicy([BootRule(frozenset({7}), "bad\nname")])


@pytest.mark.parametrize(
    ("tftp_port", "url"), [(69, "tftp://10.0.0.2/boot.ipxe"), (4069, "tftp://10.0.0.2:4069/boot.ipxe")]
)
def test_script_url(tftp_port: int, url: str) -> None:
    assert script_url(ServerIdentity("eth0", IPv4Interface("10.0.0.2/8"), tftp_port)) == url


@pytest.mark.parametrize(
    ("network", "address", "is_answered"),
    [
        ("10.0.0.2/30", "10.0.0.1", True),
        ("10.0.0.2/30", "10.0.0.3", False),
        ("10.0.0.2/31", "10.0.0.3", True),
        ("10.0.0.2/32", "10.0.0.2", True),
        ("10.0.0.2/32", "10.0.0.1", False),
        ("127.0.0.1/8", "127.200.0.9", True),
    ],
)
def test_only_hosts_of_our_network_are_answered_on_4011(network: str, address: str, is_answered: bool) -> None:
    server = ServerIdentity("eth0", IPv4Interface(network))
    assert may_be_answered((IPv4Address(address), 68), server) is is_answered
