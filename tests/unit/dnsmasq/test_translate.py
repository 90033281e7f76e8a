"""Which card, which file, from where, who, iPXE and the firmware's menu: what a configuration becomes."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest

from fogportable.config.profile import NetworkSettings
from fogportable.model import BootRule, IpxeClients, MenuAction, PxeAction, PxeEntry
from fogportable.protocol.address import MacPattern
from tests.fakes.boot_files import MACHINE_ARM64, bios_program, efi_program
from tests.unit.dnsmasq.imported import ARM64, BECAME, BIOS, CORRECTED, EVERYBODY, NOT_SUPPORTED, UNNEEDED, X64, Result


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A TFTP folder like that of a FOG server."""
    folder = tmp_path / "tftpboot"
    (folder / "arm64-efi").mkdir(parents=True)
    (folder / "undionly.kpxe").write_bytes(bios_program())
    (folder / "pxelinux.0").write_bytes(bios_program())
    (folder / "snponly.efi").write_bytes(efi_program())
    (folder / "arm64-efi" / "snponly.efi").write_bytes(efi_program(MACHINE_ARM64))
    (folder / "default.ipxe").write_bytes(b"#!ipxe\nchain http://10.0.0.1/fog/service/ipxe/boot.php\n")
    return folder


# --- which card -------------------------------------------------------------------------------------------------


def test_card_that_has_the_address_is_served() -> None:
    result = Result("dhcp-range=192.168.1.10,proxy")
    assert result.profile.network.interfaces == ("lan0",)
    assert result.only.verdict is BECAME
    assert not result.to_do


def test_card_that_shares_the_network_is_served() -> None:
    assert Result("dhcp-range=10.5.77.0,proxy").profile.network.interfaces == ("lab0",)


def test_without_such_a_card_it_must_be_chosen() -> None:
    result = Result("dhcp-range=172.20.0.1,proxy")
    assert result.profile.network.interfaces == ()
    assert result.only.verdict is CORRECTED
    assert "Choose the network to serve on" in result.to_do[0]


def test_named_card_helps_out_and_wins() -> None:
    assert Result("dhcp-range=172.20.0.1,proxy", wanted="lab0").profile.network.interfaces == ("lab0",)
    result = Result("dhcp-range=192.168.1.10,proxy", wanted="lab0")
    assert result.profile.network.interfaces == ("lab0",)
    assert "lab0 was named" in result.only.why
    assert not result.to_do


def test_placeholder_instead_of_an_address_is_said() -> None:
    result = Result("dhcp-range=<subnet>,proxy")
    assert result.only.verdict is CORRECTED
    assert "placeholder" in result.only.why
    assert result.to_do


def test_configuration_without_range_leaves_the_card_to_be_chosen() -> None:
    assert "the configuration names none" in Result("port=0").to_do[0]
    assert Result("interface=lab0").profile.network.interfaces == ("lab0",)
    assert Result("port=0", wanted="lan0").profile.network.interfaces == ("lan0",)


def test_card_of_another_machine_is_not_taken_over() -> None:
    result = Result("interface=enp9s0\ndhcp-range=192.168.1.10,proxy")
    assert result.profile.network.interfaces == ("lan0",)
    assert result.verdicts == [CORRECTED, BECAME]


def test_wide_mask_means_networks_behind_relays() -> None:
    result = Result("dhcp-range=192.168.1.10,proxy,255.255.0.0")
    assert result.profile.network.relays == (IPv4Network("192.168.0.0/16"),)


def test_mask_of_half_the_internet_is_refused() -> None:
    result = Result("dhcp-range=192.168.1.10,proxy,128.0.0.0")
    assert result.profile.network == NetworkSettings(("lan0",))
    assert "half the Internet" in result.only.why


def test_mask_of_the_card_itself_means_no_relay() -> None:
    assert Result("dhcp-range=192.168.1.0,proxy,255.255.255.0").profile.network.relays == ()


# --- which file -------------------------------------------------------------------------------------------------


def test_bios_file_for_everybody_is_for_the_bios_only() -> None:
    result = Result("dhcp-boot=pxelinux.0")
    assert result.rules == (BootRule(BIOS, "pxelinux.0"),)
    assert result.only.verdict is CORRECTED
    assert "only BIOS can run it" in result.only.why
    assert any("UEFI x64" in each for each in result.to_do)


def test_files_of_the_folder_help_firmware_that_no_line_helps(root: Path) -> None:
    result = Result(f"tftp-root={root}\ndhcp-boot=undionly.kpxe\ndhcp-range=192.168.1.10,proxy")
    assert result.rules == (
        BootRule(BIOS, "undionly.kpxe"),
        BootRule(X64, "snponly.efi"),
        BootRule(ARM64, "arm64-efi/snponly.efi"),
    )
    assert "the folder has snponly.efi for UEFI x64" in result.outcomes[0].why
    assert not result.to_do


def test_folder_that_is_not_here_is_left_to_do(tmp_path: Path) -> None:
    result = Result(f"tftp-root={tmp_path}/missing")
    assert result.profile.boot.root == f"{tmp_path}/missing"
    assert "Copy the folder" in result.to_do[0]


@pytest.mark.parametrize("line", ["pxe-service=x86PC,Boot,undionly", "dhcp-boot=undionly.0"])
def test_missing_dot_zero_is_found_under_its_real_name(root: Path, line: str) -> None:
    result = Result(f"tftp-root={root}\n{line}")
    assert result.rules[0] == BootRule(BIOS, "undionly.kpxe")
    assert result.outcomes[1].verdict is CORRECTED
    assert "undionly.0" in result.outcomes[1].why


def test_dot_zero_that_is_there_is_taken(root: Path) -> None:
    result = Result(f"tftp-root={root}\npxe-service=x86PC,Boot,pxelinux")
    assert result.profile.pxe_menu.entries == (PxeEntry("Boot", PxeAction.FILE, BIOS, file="pxelinux.0"),)
    assert result.outcomes[1].verdict is BECAME


def test_without_the_folder_another_line_tells_the_real_name() -> None:
    result = Result("dhcp-boot=undionly.kpxe\npxe-service=x86PC,Boot,undionly")
    assert result.profile.pxe_menu.entries[0].file == "undionly.kpxe"
    assert Result("pxe-service=x86PC,Boot,undionly").profile.pxe_menu.entries[0].file == "undionly.0"


def test_absolute_names_and_backslashes_become_names_below_the_folder() -> None:
    assert Result("tftp-root=/tftp\ndhcp-boot=/tftp/boot/pxelinux.0").rules[0].file == "boot/pxelinux.0"
    assert Result(r"dhcp-boot=boot\x86\wdsnbp.com").rules[0].file == "boot/x86/wdsnbp.com"


@pytest.mark.parametrize("name", ["../../etc/passwd.0", "a" * 128 + ".0", "con.0"])
def test_names_that_cannot_be_served_are_left_out_with_the_reason(name: str) -> None:
    result = Result(f"dhcp-boot={name}")
    assert result.rules == ()
    assert (result.only.verdict, "left out" in result.only.why) == (CORRECTED, True)


def test_content_of_a_file_counts_more_than_its_name(root: Path) -> None:
    (root / "boot.efi").write_bytes(efi_program(MACHINE_ARM64))
    rule = Result(f"tftp-root={root}\ndhcp-boot=boot.efi").rules[0]
    assert (rule.archs, rule.file) == (ARM64, "boot.efi")


def test_bios_file_named_for_uefi_is_replaced_from_the_folder(root: Path) -> None:
    result = Result(f"tftp-root={root}\npxe-service=X86-64_EFI,Boot,undionly.kpxe")
    assert result.profile.pxe_menu.entries == (PxeEntry("Boot", PxeAction.FILE, X64, file="snponly.efi"),)
    assert result.outcomes[1].verdict is CORRECTED
    assert "taken instead" in result.outcomes[1].why


def test_bios_file_named_for_uefi_is_left_out_without_another() -> None:
    result = Result("pxe-service=X86-64_EFI,Boot,undionly.kpxe")
    assert result.profile.pxe_menu.entries == ()
    assert result.only.verdict is CORRECTED


# --- from where -------------------------------------------------------------------------------------------------


def test_own_address_is_not_written_down() -> None:
    assert Result("dhcp-boot=undionly.kpxe,,192.168.1.10").rules == (BootRule(BIOS, "undionly.kpxe"),)


def test_address_of_another_server_stays() -> None:
    result = Result("dhcp-boot=undionly.kpxe,,192.168.1.77")
    assert result.rules == (BootRule(BIOS, "undionly.kpxe", next_server=IPv4Address("192.168.1.77")),)
    assert "not from this machine" in result.only.why


def test_address_of_the_machine_that_served_tftp_is_ours_now() -> None:
    result = Result("enable-tftp\ndhcp-range=192.168.1.9,proxy\ndhcp-boot=undionly.kpxe,,192.168.1.9")
    assert result.rules == (BootRule(BIOS, "undionly.kpxe"),)
    assert "was the machine dnsmasq ran on" in result.outcomes[2].why


@pytest.mark.parametrize(
    ("address", "words"), [("x.x.x.x", "a placeholder"), ("<ip>", "a placeholder"), ("tftp.example", "a name")]
)
def test_what_is_no_address_is_said(address: str, words: str) -> None:
    result = Result(f"dhcp-boot=undionly.kpxe,,{address}")
    assert result.rules[0].next_server is None
    assert f"{address} is {words}" in result.only.why


# --- who --------------------------------------------------------------------------------------------------------


def test_later_tagged_line_comes_first_and_untagged_last() -> None:
    text = "dhcp-match=set:a,93,0\ndhcp-boot=last.0\ndhcp-boot=tag:a,second.0\ndhcp-boot=tag:a,first.0"
    result = Result(text)
    assert result.rules == (BootRule(BIOS, "first.0"),)
    assert result.verdicts == [BECAME, CORRECTED, CORRECTED, BECAME]
    assert "dnsmasq takes the last one" in result.outcomes[1].why


def test_address_comes_before_what_its_negation_leaves() -> None:
    text = "dhcp-mac=set:m,52:54:00:00:00:01\ndhcp-boot=tag:m,a.0\ndhcp-boot=tag:!m,b.0"
    mac = MacPattern.parse("52:54:00:00:00:01")
    assert Result(text).rules == (BootRule(BIOS, "a.0", macs=(mac,)), BootRule(BIOS, "b.0"))


def test_ignored_computers_are_denied() -> None:
    result = Result("dhcp-host=52:54:00:00:00:01,ignore\ndhcp-mac=set:no,00:80:77:*:*:*\ndhcp-ignore=tag:no")
    assert [str(each) for each in result.profile.clients.deny] == ["00:80:77", "52:54:00:00:00:01"]
    assert "unlike in dnsmasq" in result.outcomes[0].why


def test_unknown_computers_ignored_means_a_list_of_the_known() -> None:
    result = Result("dhcp-host=52:54:00:00:00:01\ndhcp-ignore=tag:!known")
    assert [str(each) for each in result.profile.clients.allow] == ["52:54:00:00:00:01"]


def test_architecture_that_is_ignored_is_a_rule() -> None:
    result = Result("dhcp-match=set:arm,93,11\ndhcp-ignore=tag:arm")
    assert result.rules == (BootRule(ARM64, is_ignored=True),)


# --- iPXE -------------------------------------------------------------------------------------------------------


def test_other_loaders_make_ipxe_get_what_firmware_gets() -> None:
    assert Result("dhcp-boot=pxelinux.0").profile.boot.ipxe_clients is IpxeClients.FIRMWARE
    assert Result("dhcp-boot=undionly.kpxe").profile.boot.ipxe_clients is IpxeClients.SCRIPT


def test_mixture_leads_ipxe_on_to_the_other_loader() -> None:
    result = Result("dhcp-boot=pxelinux.0\npxe-service=X86-64_EFI,Boot,ipxe.efi")
    assert result.profile.boot.ipxe_clients is IpxeClients.SCRIPT
    assert result.rules == (BootRule(BIOS, "pxelinux.0", script="pxelinux.0"), BootRule(X64, "ipxe.efi"))
    assert "boot.rule.script = pxelinux.0" in map(str, result.outcomes[0].became)


def test_script_for_ipxe_is_a_rule_of_its_own() -> None:
    text = "dhcp-userclass=set:i,iPXE\ndhcp-boot=tag:!i,undionly.kpxe\ndhcp-boot=tag:i,http://10.0.0.1/a.php?x=1"
    result = Result(text)
    assert BootRule(EVERYBODY, script="http://10.0.0.1/a.php?x=1") in result.rules
    assert BootRule(BIOS, "undionly.kpxe") in result.rules


def test_script_by_tftp_from_another_server_becomes_an_address() -> None:
    result = Result("dhcp-match=set:i,175\ndhcp-boot=tag:i,menu.ipxe,,192.168.1.77")
    assert result.rules == (BootRule(EVERYBODY, script="tftp://192.168.1.77/menu.ipxe"),)


def test_script_with_the_name_of_ours_is_taken_for_everybody_only() -> None:
    everybody = Result("dhcp-match=set:i,175\ndhcp-boot=tag:i,boot.ipxe")
    assert everybody.rules == (BootRule(EVERYBODY, script="boot.ipxe"),)
    some = Result("dhcp-match=set:i,175\ndhcp-match=set:x,93,7\ndhcp-boot=tag:i,tag:x,boot.ipxe")
    assert some.rules == ()
    assert some.outcomes[2].verdict is CORRECTED
    assert "Rename boot.ipxe" in some.to_do[0]


def test_folder_of_a_fog_server_makes_the_menu_lead_there(root: Path) -> None:
    menu = Result(f"tftp-root={root}\ndhcp-boot=undionly.kpxe").profile.menu
    assert (menu.entries[0].action, menu.entries[0].file, menu.default) == (MenuAction.CHAIN_FILE, "default.ipxe", 0)
    assert menu.timeout_s == 3
    assert Result(f"tftp-root={root}\ndhcp-boot=pxelinux.0\npxe-service=7,x,grubx64.efi").profile.menu != menu


# --- the firmware's menu ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "timeout_s"),
    [('"a",3', 3), ('"a",0', 0), ('"a"', None), ('"a",255', None), ('"a",999', 254)],
)
def test_prompt_with_and_without_seconds(line: str, timeout_s: int | None) -> None:
    menu = Result(f"pxe-prompt={line}\npxe-service=x86PC,x,1").profile.pxe_menu
    assert (menu.prompt, menu.timeout_s) == ("a", timeout_s)


def test_without_prompt_one_entry_is_taken_and_several_wait() -> None:
    assert Result("pxe-service=x86PC,x,a.0").profile.pxe_menu.timeout_s == 0
    assert Result("pxe-service=x86PC,x,a.0\npxe-service=X86PC,y").profile.pxe_menu.timeout_s is None
    assert Result("pxe-service=x86PC,x,a.0\npxe-service=11,y").profile.pxe_menu.timeout_s == 0


@pytest.mark.parametrize("name", ["x86pc", "X86PC", "0"])
def test_architectures_are_named_in_any_case_or_by_number(name: str) -> None:
    assert Result(f"pxe-service={name},Local,0").profile.pxe_menu.entries == (
        PxeEntry("Local", PxeAction.LOCAL_DISK, BIOS),
    )


def test_7_and_9_are_the_same_and_that_is_said() -> None:
    alone = Result("pxe-service=BC_EFI,Boot,ipxe.efi")
    assert alone.profile.pxe_menu.entries[0].archs == X64
    assert alone.only.verdict is CORRECTED
    both = Result("pxe-service=X86-64_EFI,Boot,ipxe.efi\npxe-service=BC_EFI,Boot EBC,ipxe.efi")
    assert len(both.profile.pxe_menu.entries) == 1
    assert both.verdicts == [BECAME, UNNEEDED]
    other = Result("pxe-service=X86-64_EFI,Boot,ipxe.efi\npxe-service=BC_EFI,Boot EBC,other.efi")
    assert other.verdicts == [BECAME, NOT_SUPPORTED]


def test_boot_servers_with_and_without_address() -> None:
    result = Result("pxe-service=x86PC,RIS,1\npxe-service=x86PC,There,2,192.168.1.3\npxe-service=x86PC,High,40000")
    assert result.profile.pxe_menu.entries == (
        PxeEntry("RIS", PxeAction.BOOT_SERVER, BIOS, type=1),
        PxeEntry("There", PxeAction.BOOT_SERVER, BIOS, server=IPv4Address("192.168.1.3"), type=2),
    )
    assert result.verdicts == [BECAME, BECAME, NOT_SUPPORTED]


def test_entries_that_the_menu_cannot_have_are_left_out_with_its_reason() -> None:
    twice = Result("pxe-service=x86PC,One,5\npxe-service=x86PC,Two,5")
    assert twice.verdicts == [BECAME, NOT_SUPPORTED]
    assert "boot server type 5 already" in twice.outcomes[1].why
    many = Result("\n".join(f"pxe-service=x86PC,{'long text ' * 6}{i},f{i}.0" for i in range(9)))
    assert len(many.profile.pxe_menu.entries) == 3
    assert "of 255" in many.outcomes[-1].why


def test_entries_of_one_text_are_numbered_where_the_same_computers_see_them() -> None:
    result = Result("pxe-service=x86PC,Boot,a.0\npxe-service=x86PC,Boot,b.0\npxe-service=11,Boot,a.efi")
    assert [each.text for each in result.profile.pxe_menu.entries] == ["Boot", "Boot (2)"]
    assert result.verdicts[:2] == [BECAME, CORRECTED]
    every = Result("pxe-service=x86PC,Boot,a.0\npxe-service=11,Boot,aa64.efi\npxe-service=7,Boot,x.efi")
    assert [each.text for each in every.profile.pxe_menu.entries] == ["Boot", "Boot", "Boot"]
    assert every.verdicts == [BECAME, BECAME, BECAME]


def test_letters_that_firmware_cannot_show_are_made_plain() -> None:
    result = Result('pxe-prompt="Größe",3\npxe-service=x86PC,"Café",0')
    assert (result.profile.pxe_menu.prompt, result.profile.pxe_menu.entries[0].text) == ("Groe", "Cafe")
    assert result.verdicts == [CORRECTED, CORRECTED]
