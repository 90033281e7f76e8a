"""What would become of computers that pass by, judged without sending anything."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Interface

from fogportable.boot.dry_run import DryRun
from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.boot.proxy_dhcp import ProxyDhcpEngine
from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import BootRule, ClientLists, Foresight, OurChance, ProbeAsker
from fogportable.protocol.dhcp import NO_ADDRESS, OptionCode, decode, encode
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT
from tests.unit.boot.test_site_observer import CLASS, KIT, KIT_MAC, SITE, THIRD, lease_request, passing, reply
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC, IPXE_DISCOVER, IPXE_MAC

SERVER = ServerIdentity("kit0", IPv4Interface(f"{KIT}/24"), 69, 80)
UEFI_FILE = BootRule(frozenset({7}), "ipxe.efi")


def dry_run(*rules: BootRule, fault: Fault | None = None, settings: ProxySettings | None = None) -> DryRun:
    def engine() -> ProxyDhcpEngine:
        return ProxyDhcpEngine(rules or (UEFI_FILE,), settings, is_file_there=lambda _file: fault)

    return DryRun(engine, SERVER, own_macs=frozenset({KIT_MAC}))


def ask(run: DryRun, discover: bytes = EDK2_DISCOVER, now: float = 1.0) -> Foresight | None:
    return run.receive(passing(discover), now)


def test_computer_that_asks_would_boot_from_here_though_its_lease_was_not_seen() -> None:
    seen = ask(dry_run())
    assert seen is not None
    assert (seen.mac, seen.asker, seen.file, seen.chance) == (EDK2_MAC, ProbeAsker.UEFI, "ipxe.efi", OurChance.SURE)
    assert not seen.lease_heard
    assert seen.sentence() == f"{EDK2_MAC} (UEFI x64 (7)) would boot ipxe.efi from here."


def test_the_same_news_is_told_once() -> None:
    run = dry_run()
    assert ask(run) is not None
    assert ask(run, now=5.0) is None
    first_lease = run.receive(reply(), 5.1)
    assert first_lease is not None
    assert first_lease.lease_heard
    assert run.receive(reply(), 5.2) is None
    assert len(run.foresights()) == 1


def test_class_without_instructions_takes_the_computer_away() -> None:
    run = dry_run()
    ask(run)
    seen = run.receive(reply(options=CLASS), 1.1)
    assert seen is not None
    assert (seen.chance, seen.other) == (OurChance.NONE, SITE)
    assert seen.sentence().endswith(f"would follow {SITE} and not boot from here.")
    ask(run, now=60.0)
    over = run.receive(reply(), 60.1)
    assert over is not None
    assert over.chance is OurChance.SURE, "the site's server was mended"


def test_second_proxy_makes_it_a_matter_of_who_is_first() -> None:
    run = dry_run()
    ask(run)
    run.receive(reply(), 1.1)
    second = reply(
        THIRD,
        {**CLASS, OptionCode.VENDOR_OPTIONS: DIRECT_BOOT},
        gives=NO_ADDRESS,
        siaddr=THIRD,
        file=b"third.efi",
    )
    seen = run.receive(second, 1.2)
    assert seen is not None
    assert (seen.chance, seen.other, seen.other_file) == (OurChance.DEPENDS, THIRD, "third.efi")
    assert "ipxe.efi from here or third.efi from 10.77.1.11: the first answer decides" in seen.sentence()


def test_ipxe_would_get_the_script_before_the_file_of_the_site() -> None:
    run = dry_run()
    seen = ask(run, IPXE_DISCOVER)
    assert seen is not None
    assert (seen.asker, seen.firmware) == (ProbeAsker.IPXE, "iPXE")
    assert seen.file.endswith("/boot.ipxe")
    named = run.receive(reply(file=b"other.file", client=IPXE_MAC), 1.1)
    assert named is not None
    assert named.chance is OurChance.SURE


def test_computer_without_a_file_would_get_no_answer_and_the_reason_is_told() -> None:
    seen = ask(dry_run(BootRule(frozenset({0}), "undionly.kpxe")))
    assert seen is not None
    assert seen.silence
    assert "would get no answer from here: " in seen.sentence()
    assert not seen.sentence().endswith("..")
    ignored = ask(dry_run(replace(UEFI_FILE, file="", is_ignored=True)))
    assert ignored is not None
    assert ignored.silence == "a boot rule leaves it alone"


def test_a_computer_that_nobody_approved_would_get_no_answer() -> None:
    seen = ask(dry_run(settings=ProxySettings(clients=ClientLists(needs_approval=True))))
    assert seen is not None
    assert seen.silence == "nobody has approved it"
    approved = ClientLists(needs_approval=True, approved=(EDK2_MAC,))
    let_in = ask(dry_run(settings=ProxySettings(clients=approved)))
    assert let_in is not None
    assert let_in.file == "ipxe.efi"


def test_missing_boot_file_is_told_with_the_computer_that_needs_it() -> None:
    fault = describe(FaultCode.BOOT_FILE_MISSING, file="ipxe.efi", arch="UEFI x64", root="/srv")
    seen = ask(dry_run(fault=fault))
    assert seen is not None
    assert seen.fault == fault


def test_firmware_that_asks_again_and_again_is_not_taken_for_one_that_ignores_us() -> None:
    run = dry_run()
    ask(run)
    run.receive(reply(), 1.1)
    for number in range(10):
        run.receive(lease_request(), 2.0 + 30 * number)
        assert ask(run, now=20.0 + 30 * number) is None
    assert run.foresights()[0].chance is OurChance.SURE


def test_ordinary_computers_and_our_own_frames_are_no_news() -> None:
    run = dry_run()
    plain = encode(replace(decode(EDK2_DISCOVER), options={OptionCode.MESSAGE_TYPE: b"\x01"}))
    assert ask(run, plain) is None
    assert len(run.passers_by) == 1
    assert run.receive(passing(EDK2_DISCOVER, mac=KIT_MAC), 1.0) is None
    assert run.receive(reply(KIT), 1.0) is None
    assert run.receive(reply(client=IPXE_MAC), 1.0) is None, "nobody asked for it"
    assert run.foresights() == ()


def test_memory_is_bounded() -> None:
    run = dry_run()
    for number in range(1100):
        chaddr = b"\x02\x00\x00" + number.to_bytes(3, "big")
        ask(run, EDK2_DISCOVER[:28] + chaddr + EDK2_DISCOVER[34:])
    assert len(run.foresights()) == 1024
