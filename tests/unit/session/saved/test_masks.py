"""Masking keeps lengths and sameness, hides what was asked for, and never lets a secret through."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.session.saved.masks import Masks, Redaction

ALL = Redaction(macs=True, names=True, addresses=True)
KEY = bytes(16)


@given(st.lists(st.binary(min_size=6, max_size=6), min_size=1, max_size=20, unique=True))
def test_hardware_addresses_stay_apart_and_keep_their_maker(macs: list[bytes]) -> None:
    masks = Masks(ALL, key=KEY)
    masked = [masks.mac(each) for each in macs]
    assert len(set(masked)) == len(macs)
    assert [each[:3] for each in masked] == [each[:3] for each in macs]
    assert masked == [masks.mac(each) for each in macs]


@given(st.lists(st.ip_addresses(v=4), min_size=1, max_size=20, unique=True))
def test_addresses_stay_apart_and_as_long_and_in_their_networks(addresses: list[IPv4Address]) -> None:
    masks = Masks(ALL, key=KEY)
    masked = [masks.address(each) for each in addresses]
    assert len(set(masked)) == len(addresses)
    assert [len(str(each)) for each in masked] == [len(str(each)) for each in addresses]
    for one, other in zip(addresses, masked, strict=True):
        for again, other_again in zip(addresses, masked, strict=True):
            for bits in (8, 16, 24):
                is_same = again in IPv4Network((int(one), bits), strict=False)
                assert (other_again in IPv4Network((int(other), bits), strict=False)) is is_same


@pytest.mark.parametrize("address", ["0.0.0.0", "255.255.255.255", "127.0.0.1", "224.0.0.1", "255.255.255.0"])
def test_addresses_that_mean_something_stay(address: str) -> None:
    assert str(Masks(ALL, key=KEY).address(IPv4Address(address))) == address


def test_a_sentence_is_masked_whole_and_keeps_its_length() -> None:
    masks = Masks(ALL, names=("teacher-07",), key=KEY)
    text = "52:54:00:aa:bb:01 (teacher-07) has the address 192.168.7.20 for 1 hour; 52-54-00-AA-BB-01, teacher-071."
    masked = masks.text(text)
    assert len(masked) == len(text)
    for word in ("aa:bb:01", "AA-BB-01", "(teacher-07)", "192.168.7.20"):
        assert word not in masked
    assert "teacher-071" in masked
    assert masked.startswith("52:54:00:")


@pytest.mark.parametrize("redaction", [Redaction(), ALL])
@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("chain http://anna:geheim@web/boot", "geheim"),
        ("nfsroot=x password=geheim quiet", "geheim"),
        ("http://web/x?token=geheim&y=1", "geheim"),
        ("chain http://fog.school.example/fog/service/ipxe/boot.php?mac=1", "boot.php"),
        ("FOG is fog.school.example", "school"),
        ("no such file: /home/anna/boot/x.efi", "anna"),
    ],
)
def test_secrets_and_the_pages_of_fog_are_never_written(redaction: Redaction, text: str, secret: str) -> None:
    masks = Masks(redaction, fog_hosts=("fog.school.example",), key=KEY)
    assert secret not in masks.text(text)
    assert secret.encode() not in masks.payload(text.encode())
    assert len(masks.text(text)) == len(text)


def test_without_a_wish_nothing_else_changes() -> None:
    text = "52:54:00:aa:bb:01 has 192.168.7.20 and fetched ipxe.efi"
    assert Masks(Redaction(), names=("ipxe",)).text(text) == text


@given(st.binary(max_size=300))
def test_a_payload_keeps_its_length_whatever_it_is(octets: bytes) -> None:
    masks = Masks(ALL, names=("abc",), fog_hosts=("fog",), key=KEY)
    masks.mac(b"\x52\x54\0\1\2\3")
    assert len(masks.payload(octets)) == len(octets)


def test_addresses_of_one_maker_are_found_in_a_payload_wherever_they_stand() -> None:
    masks = Masks(ALL, key=KEY)
    one, other, longer = (bytes.fromhex(each) for each in ("525400aabb01", "525400525400", "0102030405060708"))
    hidden = [masks.mac(each) for each in (one, other, longer)]
    stranger = bytes.fromhex("525400ffffff")
    masked = masks.payload(b"\x52" + one + other + stranger + longer + other[:5])
    assert masked == b"\x52" + hidden[0] + hidden[1] + stranger + hidden[2] + other[:5]


def test_a_text_in_which_nothing_is_hidden_is_the_same_object_each_time() -> None:
    masks = Masks(Redaction(), key=KEY)
    plain, secret = "Loading debian/initrd.gz", "chain http://anna:geheim@web/boot"
    assert masks.text(plain) is plain
    assert masks.text(plain) is plain
    assert masks.hidden == 0
    assert masks.text(secret) == masks.text(secret) != secret
    assert masks.hidden == 2
