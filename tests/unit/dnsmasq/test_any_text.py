"""Whatever a file holds: no exception but the declared one, and every line in the report once."""

from __future__ import annotations

import time
from ipaddress import IPv4Interface

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogportable.boot.answers import BootPolicy
from fogportable.boot.menu import menu_problems
from fogportable.boot.policy import ProxySettings
from fogportable.boot.pxe_menu import pxe_menu_problems
from fogportable.config.profile import Profile
from fogportable.dnsmasq.directives import DNS_CONTENT, FIXED
from fogportable.dnsmasq.draft import Machine
from fogportable.dnsmasq.lines import MOST_LINES, read_lines
from fogportable.dnsmasq.tag_lines import TAG_SETTERS
from fogportable.dnsmasq.translate import translate
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import InterfaceKind, NetworkInterface

_CARD = NetworkInterface(
    "lan0", 1, InterfaceKind.WIRED, "", None, (IPv4Interface("192.168.1.10/24"),), True, True, 1000, 1500
)
_MACHINE = Machine((_CARD,))
_WORDS = (
    "dhcp-range dhcp-boot dhcp-option dhcp-option-force dhcp-option-pxe dhcp-host dhcp-ignore pxe-prompt pxe-service "
    "tftp-root tftp-mtu tftp-port-range tftp-unique-root tftp-no-blocksize interface domain conf-file conf-dir "
    "dhcp-pxe-vendor"
)
_TRANSLATED = _WORDS.split()
_FIELD_WORDS = (
    "tag:a tag:!a tag:b net:a tag:known tag:!known set:a set:b a b proxy static ignore 192.168.1.10 192.168.1.20 "
    "192.168.1.99 255.255.0.0 255.255.255.0 0.0.0.0 255.255.255.255 999.1.1.1 x.x.x.x 8h infinite 0 1 7 9 93 175 255 "
    "256 65535 99999999999 00:07 52:54:00:12:34:56 52:54:00:*:*:* 06-52:54:00:12:34:56 x86PC X86-64_EFI BC_EFI iPXE "
    "PXEClient PXEClient:Arch:00007 PXEClient:Arch:99999 HTTPClient option:client-arch option:root-path option:17 "
    "vendor:PXEClient encap:175 6 2b 17 66 67 150 209 210 3 undionly undionly.kpxe pxelinux.0 snponly.efi boot.ipxe "
    "default.ipxe http://192.168.1.10/a.efi http://h/a.ipxe ../x.0 /tftpboot/x.0 ::1 constructor:eth0 lan0 client-1"
)
_FIELDS = _FIELD_WORDS.split()
_field = st.one_of(st.sampled_from(_FIELDS), st.just('"a, b"'), st.just(""), st.text(max_size=12))
any_line = st.builds(
    lambda name, fields: f"{name}={','.join(fields)}" if fields else name,
    st.sampled_from([*_TRANSLATED, *TAG_SETTERS, *sorted(FIXED)[:3], *sorted(DNS_CONTENT)[:2], "what-is-this"]),
    st.lists(_field, max_size=6),
)


def _report(data: bytes) -> Profile:
    lines = read_lines(data, "a.conf")
    found = translate(lines, _MACHINE)
    assert len(found.outcomes) == len(lines)
    for line, outcome in zip(lines, found.outcomes, strict=True):
        assert outcome.became or outcome.why, line
    return found.profile


def _check_servable(profile: Profile) -> None:
    """Nothing is taken over that would be refused before Start (BootPolicy raises)."""
    assert pxe_menu_problems(profile.pxe_menu) == ()
    assert menu_problems(profile.menu) == ()
    for rule in profile.boot.rules:
        assert rule.file or rule.script or rule.is_ignored
    BootPolicy(profile.boot.rules, ProxySettings(pxe_menu=profile.pxe_menu, options=profile.options))
    assert not set(profile.network.interfaces) & {profile.private_network and profile.private_network.interface}


@given(st.binary(max_size=400))
def test_any_octets_import_or_are_refused(data: bytes) -> None:
    if b"\0" not in data:
        _report(data)
        return
    with pytest.raises(ConfigError) as refused:
        _report(data)
    assert refused.value.code is FaultCode.DNSMASQ_NOT_TEXT


@settings(max_examples=300)
@given(st.lists(any_line, max_size=12))
def test_any_directives_import_and_every_line_is_in_the_report(lines: list[str]) -> None:
    text = "\n".join(lines)
    if "\0" in text:
        return
    _check_servable(_report(text.encode("utf-8", "surrogatepass")))


def test_largest_files_take_seconds_only() -> None:
    each = MOST_LINES // 5
    text = "".join(
        f"dhcp-host=02:00:00:00:{i >> 8:02x}:{i & 255:02x},set:a,192.168.1.{i % 200}\n"
        f"dhcp-mac=set:m,02:01:00:00:{i >> 8:02x}:{i & 255:02x}\ndhcp-boot=f{i}.0\nunknown-{i}=1\n"
        f"pxe-service=x86PC,Boot {i},f{i}.0\n"
        for i in range(each)
    )
    before = time.monotonic()
    _report(text.encode())
    assert time.monotonic() - before < 30, "it grows with the square of the lines"
