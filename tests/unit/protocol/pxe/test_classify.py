"""Which packets ask for network boot, and what is read from them."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, MessageType, decode, encode
from fogportable.protocol.pxe import BootMethod, NotPxe, PxeRequest, classify
from fogportable.protocol.pxe.classify import user_classes, uuid_text
from fogportable.protocol.pxe.vendor_options import BootItem
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    HTTP_DISCOVER,
    IPXE_BOOT_ITEM_REQUEST,
    IPXE_DISCOVER,
    ordinary_discover,
    varied,
)


def request_of(frame: bytes) -> PxeRequest:
    request = classify(decode(frame))
    assert isinstance(request, PxeRequest), request
    return request


def refusal_of(frame: bytes) -> NotPxe:
    verdict = classify(decode(frame))
    assert isinstance(verdict, NotPxe), verdict
    return verdict


def test_firmware_of_edk2() -> None:
    request = request_of(EDK2_DISCOVER)
    assert request.mac == EDK2_MAC
    assert request.message_type is MessageType.DISCOVER
    assert request.method is BootMethod.PXE
    assert (request.arch, request.runs_ipxe, request.item) == (7, False, None)
    assert request.vendor_class == "PXEClient:Arch:00007:UNDI:003000"


def test_request_on_4011_without_options_50_and_54() -> None:
    assert request_of(EDK2_BOOT_SERVER_REQUEST).message_type is MessageType.REQUEST


def test_ipxe_by_user_class_and_option_175() -> None:
    assert request_of(IPXE_DISCOVER).runs_ipxe
    assert request_of(varied(IPXE_DISCOVER, {175: None})).runs_ipxe
    assert request_of(varied(IPXE_DISCOVER, {77: None})).runs_ipxe
    assert request_of(varied(IPXE_DISCOVER, {77: b"my-own-build"})).runs_ipxe
    assert not request_of(varied(IPXE_DISCOVER, {77: None, 175: None})).runs_ipxe


@pytest.mark.parametrize("user_class", [b"iPXE", b"gPXE", b"\x04iPXE", b"\x03FOG\x04gPXE", b"iPXE\0"])
def test_user_class_raw_or_counted(user_class: bytes) -> None:
    assert request_of(varied(EDK2_DISCOVER, {77: user_class})).runs_ipxe


@pytest.mark.parametrize("user_class", [b"", b"ipxe", b"iPXE2", b"\x05iPXE", b"pxelinux"])
def test_other_user_classes_are_firmware(user_class: bytes) -> None:
    assert not request_of(varied(EDK2_DISCOVER, {77: user_class})).runs_ipxe


def test_chosen_menu_entry_of_edk2_and_ipxe() -> None:
    assert request_of(EDK2_BOOT_ITEM_REQUEST).item == BootItem(0x8000, 0)
    request = request_of(IPXE_BOOT_ITEM_REQUEST)
    assert request.item == BootItem(0x8000, 0)
    assert (request.vendor_class, request.arch, request.runs_ipxe) == ("PXEClient", 0, True)


def test_http_boot() -> None:
    request = request_of(varied(HTTP_DISCOVER, {43: bytes.fromhex("470480000000ff")}))
    assert (request.method, request.arch, request.item) == (BootMethod.HTTP, 16, None)


@pytest.mark.parametrize("vendor_class", [b"PXEClient", b"PXEClient:", b"PXEClientX", b"PXEClient:Arch:7"])
def test_class_is_matched_by_its_beginning(vendor_class: bytes) -> None:
    assert request_of(varied(EDK2_DISCOVER, {60: vendor_class})).arch == 7


@pytest.mark.parametrize("vendor_class", [b"pxeclient", b"PXECLIENT:Arch:00007", b"xPXEClient", b"PXEClien", b"", None])
def test_other_classes_do_not_ask_for_network_boot(vendor_class: bytes | None) -> None:
    assert refusal_of(varied(EDK2_DISCOVER, {60: vendor_class})).reason == "it did not ask for network boot"


def test_ordinary_discover_does_not_ask_for_network_boot() -> None:
    assert refusal_of(encode(ordinary_discover(EDK2_MAC))).reason == "it did not ask for network boot"


def test_apple_netboot_is_named() -> None:
    assert "Apple NetBoot" in refusal_of(varied(EDK2_DISCOVER, {60: b"AAPLBSDPC/i386/iMac9,1"})).reason


def test_reply_is_no_request() -> None:
    assert "a reply" in refusal_of(varied(EDK2_DISCOVER, op=2)).reason


def test_plain_bootp_has_no_message_type() -> None:
    assert "message type" in refusal_of(varied(EDK2_DISCOVER, {53: None})).reason


def test_packet_without_hardware_address() -> None:
    assert "hardware address" in refusal_of(varied(EDK2_DISCOVER, hlen=0)).reason


def test_guid_as_hardware_address() -> None:
    guid = MacAddress(bytes(range(16)))
    assert request_of(varied(EDK2_DISCOVER, mac=guid)).mac == guid


def test_first_of_several_architectures_is_the_running_firmware() -> None:
    assert request_of(varied(EDK2_DISCOVER, {93: b"\0\x0b\0\x07"})).arch == 11


def test_architecture_may_be_one_that_nobody_knows() -> None:
    assert request_of(varied(EDK2_DISCOVER, {93: b"\x12\x34"})).arch == 0x1234


def test_architecture_in_the_class_counts_only_without_option_93() -> None:
    assert request_of(varied(EDK2_DISCOVER, {93: None, 60: b"PXEClient:Arch:00011:UNDI:003000"})).arch == 11
    assert request_of(varied(EDK2_DISCOVER, {60: b"PXEClient:Arch:00011:UNDI:003000"})).arch == 7
    assert request_of(varied(HTTP_DISCOVER, {93: None})).arch == 16


@pytest.mark.parametrize("option", [b"", b"\x07", b"\0\x07\0"])
def test_odd_architecture_option_is_refused(option: bytes) -> None:
    assert "(93)" in refusal_of(varied(EDK2_DISCOVER, {93: option})).reason


def test_without_any_architecture_it_is_refused() -> None:
    assert "architecture" in refusal_of(varied(EDK2_DISCOVER, {93: None, 60: b"PXEClient"})).reason


def test_reasons_are_clauses() -> None:
    for frame in (varied(EDK2_DISCOVER, op=2), varied(EDK2_DISCOVER, {93: b""}), varied(EDK2_DISCOVER, {60: None})):
        reason = refusal_of(frame).reason
        assert reason[0].islower()
        assert not reason.endswith(".")


def test_uuid_has_the_byte_order_of_efi() -> None:
    option = bytes.fromhex("00 44454c4c 3800 1036 8051 b3c04f4d3231")
    request = request_of(varied(EDK2_DISCOVER, {97: option}))
    assert request.uuid == UUID("4c4c4544-0038-3610-8051-b3c04f4d3231")
    assert request.uuid_text == str(request.uuid)


@pytest.mark.parametrize("option", [b"", bytes(16), bytes(17), b"\0" + b"\xff" * 16, b"\x01" * 17, b"\0" * 18])
def test_uuid_that_says_nothing_is_none(option: bytes) -> None:
    assert uuid_text(option) is None


def test_uuid_may_be_missing() -> None:
    assert request_of(varied(EDK2_DISCOVER, {97: None})).uuid is None


def test_vendor_class_is_cleaned_for_people() -> None:
    request = request_of(varied(EDK2_DISCOVER, {60: b"PXEClient\r\n\x1b[31m\xff" + b"x" * 100}))
    assert request.vendor_class.startswith("PXEClient???[31m?x")
    assert len(request.vendor_class) == 64


@given(st.binary(max_size=60))
def test_any_user_class_can_be_read(data: bytes) -> None:
    classes = user_classes(data)
    counted = b"".join(bytes([len(each)]) + each for each in classes)
    assert counted == data or classes == (data.rstrip(b"\0"),)


@given(st.dictionaries(st.integers(1, 254), st.binary(max_size=40), max_size=8), st.integers(0, 16))
def test_any_packet_can_be_classified(options: dict[int, bytes], hlen: int) -> None:
    verdict = classify(DhcpPacket(hlen=hlen, options={**options, 60: b"PXEClient", 53: b"\x01"}))
    if isinstance(verdict, PxeRequest):
        assert 0 <= verdict.arch <= 0xFFFF
        assert verdict.uuid is None or str(verdict.uuid) == verdict.uuid_text
