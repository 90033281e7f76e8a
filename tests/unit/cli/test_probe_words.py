"""What `probe` prints: the verdict first, whatever stands in packets."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from fogportable.boot.site_hearing import BootServerHeard, Port4011, SiteHearing
from fogportable.boot.site_verdict import judge_site
from fogportable.cli.main import main
from fogportable.cli.probe import plain_lines
from fogportable.cli.probe_words import look_values
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.link import NeighbourProtocol, SwitchNeighbour
from fogportable.session.site_look import SiteLook
from tests.unit.boot.test_site_verdict import OPEN_PORT, OTHER_KIT, hearing
from tests.unit.protocol.pxe.offers_on_wire import (
    LEASE,
    MENU_PROXY,
    PLAIN,
    SECOND,
    SECOND_BINL,
    SITE,
    WITH_CLASS,
    offer,
)


def look(heard: SiteHearing) -> SiteLook:
    return SiteLook(heard, judge_site(heard))


def test_plain_site_says_so_first_and_what_to_type() -> None:
    lines = plain_lines(look(hearing(PLAIN))).splitlines()
    assert lines[1:3] == [
        "  10.77.1.1 gives the addresses on eth0, and nothing stands in the way.",
        "  Recommended: serve beside it, by `fogportable serve --interface eth0`.",
    ]
    assert "    10.77.1.1: address 10.77.1.100, next server 10.77.1.1, no file (to BIOS, UEFI, iPXE)" in lines
    assert "  Spanning tree: not heard yet" in lines


def test_winner_is_told_with_its_reason_and_port_4011_with_its_answer() -> None:
    heard = hearing(PLAIN, SECOND_BINL, boot_servers=(BootServerHeard(SECOND_BINL.server, Port4011.SILENT),))
    said = plain_lines(look(heard))
    assert "UEFI asks 10.77.1.11 on port 4011 and gets nothing to boot from there (PXE-E16), as a proxy says" in said
    assert "iPXE loads third.file from 10.77.1.11, as only a proxy names a file" in said
    assert "10.77.1.11 port 4011: does not answer" in said
    assert "UEFI takes FOG Portable's answer, iPXE takes the one that comes first" in said


def test_switch_and_its_port_are_told() -> None:
    neighbour = SwitchNeighbour(NeighbourProtocol.LLDP, "switch-204", "Gi0/7", 204)
    said = plain_lines(look(hearing(PLAIN, bridge=OPEN_PORT, neighbour=neighbour, came_back=2)))
    assert "switch-204, port Gi0/7, VLAN 204" in said
    assert "rapid, forward delay 15 s, port role designated, port open" in said
    assert "Own broadcasts came back: 2" in said


def test_names_out_of_packets_cannot_reach_the_terminal() -> None:
    nasty = offer(SITE, {OptionCode.BOOT_FILE: b"\x1b[2Jx\n"}, gives=LEASE)
    said = plain_lines(look(hearing(nasty)))
    assert "\x1b" not in said
    assert "?[2Jx?" in said


@pytest.mark.parametrize("offers", [(), (PLAIN,), (PLAIN, SECOND, MENU_PROXY), (WITH_CLASS, OTHER_KIT)])
def test_values_are_json_with_stable_names(offers: tuple[object, ...]) -> None:
    values = json.loads(json.dumps(look_values(look(hearing(*offers, bridge=OPEN_PORT)))))  # type: ignore[arg-type]
    assert {"interface", "verdict", "mode", "sentence", "fault", "offers", "outlooks", "spanning_tree"} <= set(values)
    assert [each["as"] for each in values["outlooks"]] == ["uefi", "ipxe", "http"]
    assert values["spanning_tree"]["role"] == "designated"


def test_card_without_an_address_is_told_so() -> None:
    assert plain_lines(look(replace(hearing(), own=None))).startswith("eth0 (without an address)")


def test_loopback_and_unknown_cards_cannot_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["probe", "--interface", "lo", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["fault"]["code"] == "probe_loopback"
    assert main(["probe", "--interface", "nosuch0"]) == 3
    assert "nosuch0" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["0", "10", "long"])
def test_time_that_breaks_the_promise_is_refused(seconds: str) -> None:
    with pytest.raises(SystemExit) as end:
        main(["probe", "--seconds", seconds])
    assert end.value.code == 2
