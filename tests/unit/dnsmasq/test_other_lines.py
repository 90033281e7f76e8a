"""Options, a network of our own, settings, and what needs no translation."""

from __future__ import annotations

import pytest

from fogportable.config.profile import Profile
from fogportable.dnsmasq.directives import DNS_CONTENT, FIXED
from tests.unit.dnsmasq.imported import BECAME, BIOS, CORRECTED, EVERYBODY, NOT_SUPPORTED, UNKNOWN, UNNEEDED, Result

# --- options ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["2b", "8b", "8", "3"])
def test_second_sub_option_6_is_left_out_and_explained(value: str) -> None:
    result = Result(f"dhcp-option=vendor:PXEClient,6,{value}")
    assert result.only.verdict is CORRECTED
    assert "second sub-option 6" in result.only.why
    assert result.profile == Profile()


def test_2b_is_said_to_be_two() -> None:
    assert "2b is read as the number 2" in Result("dhcp-option=vendor:PXEClient,6,2b").only.why


def test_options_have_numbers_or_names() -> None:
    for line in ("17,/images", "option:root-path,/images", "option:17,/images"):
        assert Result(f"dhcp-option={line}").profile.options.root_path == "/images"
    result = Result('dhcp-option=209,a.cfg\ndhcp-option-force=210,"http://a/,b"\ndhcp-option=150,192.168.1.10')
    assert result.profile.options.config_file == "a.cfg"
    assert result.profile.options.path_prefix == "http://a/,b"
    assert result.profile.options.has_tftp_address


def test_other_tftp_server_counts_only_where_no_line_names_files() -> None:
    alone = Result("dhcp-option=66,192.168.1.77\ndhcp-option=67,undionly.kpxe")
    assert str(alone.profile.boot.next_server) == "192.168.1.77"
    assert alone.profile.boot.rules[0].file == "undionly.kpxe"
    beside = Result("dhcp-option=66,192.168.1.77\ndhcp-boot=undionly.kpxe")
    assert beside.profile.boot.next_server is None
    assert beside.verdicts[0] is CORRECTED


@pytest.mark.parametrize("value", ["", "a" * 256, '"a\\tb"'])
def test_texts_that_cannot_be_sent_are_left_out(value: str) -> None:
    result = Result(f"dhcp-option=17,{value}")
    assert result.only.verdict is NOT_SUPPORTED
    assert result.profile == Profile()


def test_other_options_keep_their_octets_and_architectures() -> None:
    text = "dhcp-match=set:b,93,0\ndhcp-option=tag:b,211,30i\ndhcp-option=208,f1:00:74:7e\ndhcp-option=128,a"
    extra = Result(text).profile.options.extra
    assert [(each.code, each.value, each.archs) for each in extra] == [
        (211, b"\0\0\0\x1e", BIOS),
        (208, b"\xf1\x00\x74\x7e", EVERYBODY),
        (128, b"a", EVERYBODY),
    ]


@pytest.mark.parametrize(
    ("option", "octets"),
    [
        ("121,192.168.5.0/24,10.0.0.1", "18 c0a805 0a000001"),
        ("121,0.0.0.0/0,10.0.0.1,10.20.30.0/23,10.0.0.2", "00 0a000001 17 0a141e 0a000002"),
        ("119,lab.example,example", "03 6c6162 07 6578616d706c65 00 07 6578616d706c65 00"),
        ("option:sip-server,10.0.0.1", "01 0a000001"),
        ("120,lab", "00 03 6c6162 00"),
        ("130,192.168.5.0/240", "3139322e3136382e352e302f323430"),
    ],
)
def test_options_with_a_form_of_their_own_have_it(option: str, octets: str) -> None:
    (extra,) = Result(f"dhcp-option={option}").profile.options.extra
    assert extra.value == bytes.fromhex(octets)


@pytest.mark.parametrize("option", ["42,0.0.0.0", "42,10.0.0.1,0.0.0.0", "119,a..b", "119,a b"])
def test_options_whose_value_cannot_be_known_are_left_out(option: str) -> None:
    result = Result(f"dhcp-option={option}")
    assert result.only.verdict is NOT_SUPPORTED
    assert result.profile == Profile()


@pytest.mark.parametrize(
    "option", ["13,1", "43,01:02", "51,10", "60,PXEClient", "54,1.2.3.4", "3,1.2.3.4", "6,1.1.1.1"]
)
def test_options_of_leases_and_of_pxe_itself_are_never_sent_raw(option: str) -> None:
    result = Result(f"dhcp-option={option}")
    assert result.only.verdict is UNNEEDED
    assert result.profile == Profile()


# --- a network of our own ---------------------------------------------------------------------------------------

PRIVATE = "dhcp-range=10.5.0.100,10.5.0.200,255.255.0.0,8h"


def test_range_of_addresses_is_a_private_network_on_its_card() -> None:
    private = Result(PRIVATE).profile.private_network
    assert private is not None
    assert (private.interface, str(private.first), str(private.last)) == ("lab0", "10.5.0.100", "10.5.0.200")
    assert private.lease_s == 8 * 3600


def test_private_network_needs_a_card_of_its_own() -> None:
    result = Result("dhcp-range=192.168.1.10,proxy\ndhcp-range=192.168.1.100,192.168.1.200")
    assert result.profile.private_network is None
    assert result.verdicts == [BECAME, NOT_SUPPORTED]


def test_private_network_on_a_named_card_without_its_address_leaves_that_to_do() -> None:
    result = Result("interface=lab0\ndhcp-range=172.20.0.10,172.20.0.20")
    private = result.profile.private_network
    assert private is not None
    assert private.interface == "lab0"
    assert "Give lab0 an address in the network of 172.20.0.10" in result.to_do[0]


def test_card_without_a_range_is_not_served_beside_the_private_network() -> None:
    result = Result(f"interface=lan0\n{PRIVATE}")
    assert result.profile.network.interfaces == ()
    assert result.verdicts == [UNNEEDED, BECAME]
    assert result.to_do == ()


@pytest.mark.parametrize(
    ("lease", "lease_s"), [("", 3600), (",45m", 2700), (",2d", 172800), (",infinite", 2592000), (",5", 60)]
)
def test_lease_times_are_read_and_kept_within_bounds(lease: str, lease_s: int) -> None:
    private = Result(f"dhcp-range=10.5.0.100,10.5.0.200{lease}").profile.private_network
    assert private is not None
    assert private.lease_s == lease_s


def test_hosts_get_their_addresses_in_a_private_network_only() -> None:
    host = "dhcp-host=00:20:e0:3b:13:af,10.5.0.31,client31,infinite"
    private = Result(f"{PRIVATE}\n{host}").profile.private_network
    assert private is not None
    (static,) = private.hosts
    assert (str(static.mac), str(static.address), static.name) == ("00:20:e0:3b:13:af", "10.5.0.31", "client31")
    assert static.is_infinite
    assert Result(host).only.verdict is NOT_SUPPORTED


@pytest.mark.parametrize("address", ["192.168.9.9", "10.5.0.1", "10.5.255.255"])
def test_addresses_that_no_computer_there_can_have_are_left_out(address: str) -> None:
    result = Result(f"{PRIVATE}\ndhcp-host=00:20:e0:3b:13:af,{address}\ndhcp-option=3,{address}")
    private = result.profile.private_network
    assert private is not None
    assert private.hosts == ()
    assert result.verdicts[1] is NOT_SUPPORTED
    # Our own address is a router like any other.
    assert (private.router is None) == (address != "10.5.0.1")


def test_router_dns_and_domain_are_those_of_the_private_network() -> None:
    text = f"{PRIVATE}\ndhcp-option=3,10.5.0.1\ndhcp-option=option:dns-server,9.9.9.9,1.1.1.1\ndomain=lab.example"
    private = Result(text).profile.private_network
    assert private is not None
    assert (str(private.router), [str(each) for each in private.dns]) == ("10.5.0.1", ["9.9.9.9", "1.1.1.1"])
    assert private.domain == "lab.example"


def test_address_that_means_this_machine_is_the_router_but_no_name_server() -> None:
    text = f"{PRIVATE}\ndhcp-option=3,0.0.0.0\ndhcp-option=6,9.9.9.9,0.0.0.0"
    result = Result(text)
    private = result.profile.private_network
    assert private is not None
    assert (str(private.router), [str(each) for each in private.dns]) == ("10.5.0.1", ["9.9.9.9"])
    assert "DNS" in result.outcomes[-1].why
    assert result.verdicts[-2:] == [BECAME, CORRECTED]
    alone = Result(f"{PRIVATE}\ndhcp-option=6,0.0.0.0").profile.private_network
    assert alone is not None
    assert alone.dns == ()


# --- the rest ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(FIXED))
def test_directives_without_translation_have_a_reason_and_change_nothing(name: str) -> None:
    result = Result(f"{name}=1")
    assert result.only.why
    assert result.only.verdict in (UNNEEDED, NOT_SUPPORTED)
    assert result.profile == Profile()


@pytest.mark.parametrize("name", sorted(DNS_CONTENT))
def test_dns_contents_are_missed_unless_dns_was_off(name: str) -> None:
    assert Result(f"{name}=/a/1.2.3.4").only.verdict is NOT_SUPPORTED
    assert Result(f"port=0\n{name}=/a/1.2.3.4").verdicts == [UNNEEDED, UNNEEDED]


def test_unknown_directives_are_listed_with_what_was_meant() -> None:
    result = Result("dhcp-rnage=1.2.3.4,proxy\nfrobnicate")
    assert result.verdicts == [UNKNOWN, UNKNOWN]
    assert "dhcp-range is probably meant" in result.outcomes[0].why


def test_other_files_are_named_unless_they_were_given() -> None:
    assert Result("conf-file=/etc/a.conf").only.verdict is NOT_SUPPORTED
    assert Result("conf-file=/etc/a.conf", files=("/etc/a.conf",)).only.verdict is UNNEEDED
    assert Result("conf-dir=/etc/dnsmasq.d", files=("/etc/dnsmasq.d/ltsp.conf",)).only.verdict is UNNEEDED


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("tftp-no-blocksize", "tftp.block_size_limit = 512"),
        ("tftp-mtu=1400", "tftp.block_size_limit = 1368"),
        ("tftp-single-port", "tftp.single_port = true"),
        ("tftp-port-range=4000,4100", "tftp.port_first = 4000, tftp.port_last = 4100"),
        ("tftp-unique-root=mac", "tftp.overlays = true"),
        ("dhcp-pxe-vendor=PXEClient,HTTPClient", "http.enabled = true"),
    ],
)
def test_transfer_settings_become_keys(line: str, change: str) -> None:
    assert ", ".join(map(str, Result(line).only.became)) == change


def test_what_a_profile_has_once_is_taken_once() -> None:
    private = Result("dhcp-range=10.5.0.50,10.5.0.99\ndhcp-option=6,10.5.0.1,10.5.0.1").profile.private_network
    assert private is not None
    assert len(private.dns) == 1
