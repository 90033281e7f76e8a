from __future__ import annotations

import subprocess
import sys

import pytest

from fogportable.diagnostics import vendors
from fogportable.protocol.address import MacAddress


@pytest.mark.parametrize(
    ("mac", "name"),
    [
        ("00:1e:4f:12:34:56", "Dell"),
        ("00:21:5a:12:34:56", "HP"),
        ("8c:16:45:12:34:56", "Lenovo"),
        ("00:02:b3:12:34:56", "Intel"),
        ("b8:27:eb:12:34:56", "Raspberry Pi"),
        ("08:00:27:12:34:56", "VirtualBox"),
        ("00:05:69:12:34:56", "VMware"),
        ("52:54:00:12:34:56", "QEMU"),
        ("00:55:da:12:34:56", "KoolPOS"),  # a block of 28 bits inside the registry's own prefix
        ("00:1b:c5:00:01:23", "Converging Systems"),  # a block of 36 bits
    ],
)
def test_makers_are_called_as_people_call_them(mac: str, name: str) -> None:
    assert vendors.vendor_of(MacAddress.parse(mac)) == name


@pytest.mark.parametrize(
    "mac",
    [
        "02:00:00:12:34:56",  # locally administered
        "da:a1:19:12:34:56",  # a randomised address
        "00:00:00:00:00:00",
        "01:00:5e:00:00:01",  # a group, not a card
        "ff:ff:ff:ff:ff:ff",
    ],
)
def test_made_up_addresses_have_no_maker(mac: str) -> None:
    assert vendors.vendor_of(MacAddress.parse(mac)) == ""


def test_guid_in_place_of_an_address_has_no_maker() -> None:
    assert vendors.vendor_of(MacAddress(bytes.fromhex("001e4f") + bytes(13))) == ""


@pytest.mark.parametrize(
    ("registered", "short"),
    [
        ("Dell Inc.", "Dell"),
        ("Dell EMC", "Dell EMC"),
        ("Dellking Industrial Co., Ltd", "Dellking Industrial"),
        ("HP Inc.", "HP"),
        ("Hewlett Packard Enterprise", "HPE"),
        ("LENOVO MOBILE COMMUNICATION TECHNOLOGY LTD.", "Lenovo"),
        ("ASUSTek COMPUTER INC.", "ASUS"),
        ("Micro-Star INT'L CO., LTD", "MSI"),
        ("Wistron InfoComm(Kunshan)Co.,Ltd.", "Wistron InfoComm"),
        ("RITTAL-WERK RUDOLF LOH GmbH & Co.", "RITTAL-WERK RUDOLF LOH"),
        ("Sagemcom Broadband SAS", "Sagemcom Broadband"),
        ("Toho Denki Ind.Co.,Ltd", "Toho Denki Ind.Co"),
        ("3Com", "3Com"),
        ("Co., Ltd.", "Co"),
        ("IEEE Registration Authority", ""),
        ("Private", ""),
    ],
)
def test_company_forms_are_left_off(registered: str, short: str) -> None:
    assert vendors._short_form(registered) == short


def test_names_are_none_until_loaded() -> None:
    names = vendors.VendorNames()
    dell = MacAddress.parse("00:1e:4f:12:34:56")
    assert names.get(dell) is None
    assert not names.wait(0)
    names.start_loading()
    names.start_loading()  # Every Start of a session does it.
    assert names.wait(30)
    assert names.get(dell) == "Dell"
    assert names.get(MacAddress.parse("02:00:00:12:34:56")) == ""


def test_scapy_without_table_leaves_makers_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scapy.libs.manuf", None)
    assert vendors._table.__wrapped__() == {}


def test_looking_up_a_maker_loads_no_more_of_scapy_and_says_nothing() -> None:
    code = (
        "import sys, socket\n"
        "def refuse(*a, **k): raise AssertionError('a socket was opened')\n"
        "socket.socket = refuse\n"
        "from fogportable.diagnostics.vendors import vendor_of\n"
        "from fogportable.protocol.address import MacAddress\n"
        "assert vendor_of(MacAddress.parse('00:1e:4f:00:00:01')) == 'Dell'\n"
        "print(sorted(name for name in sys.modules if name.startswith('scapy')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "['scapy', 'scapy.libs', 'scapy.libs.manuf']"
    assert done.stderr == ""
