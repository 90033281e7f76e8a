"""From events to rows: what a technician reads about each client."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.errors import FaultCode, describe
from fogportable.events import (
    ApprovalTakenBack,
    ApprovalWanted,
    ArchWithoutFile,
    ClientApproved,
    ClientAsked,
    ClientTakenBySite,
    Crowd,
    Event,
    FileNotFound,
    HttpSizeProbed,
    HttpTransferFinished,
    HttpTransferStarted,
    LeaseGiven,
    LeaseRequestSeen,
    OfferSent,
    PiecesRead,
    Record,
    RequestIgnored,
    SessionStopped,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.model import (
    ClientSnapshot,
    ClientStage,
    Menu,
    MenuAction,
    MenuEntry,
    SiteConflictKind,
    TransferSnapshot,
    TransferState,
)
from fogportable.protocol.address import MacAddress
from fogportable.session import clients
from fogportable.session.clients import SILENT_AFTER_S, ClientTracker

MAC = MacAddress.parse("52:54:00:12:34:56")
ADDRESS = IPv4Address("192.168.1.50")
US = IPv4Address("192.168.1.20")
START = datetime(2026, 1, 1, tzinfo=UTC)


class Room:
    """A tracker fed by hand with a clock that advances one second an event."""

    def __init__(self, menu: Menu | None = None, *, has_own_script: bool = False) -> None:
        self.tracker = ClientTracker(
            menu=menu or Menu(), has_own_script=has_own_script, vendor_of=lambda mac: f"maker of {mac}"
        )
        self.now_s = 0.0

    def sees(self, *events: Event) -> Room:
        for event in events:
            self.now_s += 1.0
            record = Record(int(self.now_s), self.now_s, START + timedelta(seconds=self.now_s), event)
            self.tracker.apply(record)
        return self

    def row(self, *running: TransferSnapshot, later_s: float = 0.0) -> ClientSnapshot:
        (only,) = self.tracker.snapshots(running, self.now_s + later_s)
        return only


def asked(*, runs_ipxe: bool = False, mac: MacAddress = MAC, uuid: str | None = None) -> ClientAsked:
    return ClientAsked(
        client=mac, interface="eth0", arch=7, uuid=uuid, vendor_class="PXEClient", runs_ipxe=runs_ipxe, port=67
    )


def offered(file: str = "ipxe.efi") -> OfferSent:
    return OfferSent(client=MAC, interface="eth0", arch=7, file=file, next_server=US, destination="broadcast")


def started(file: str, number: int = 1) -> TransferStarted:
    return TransferStarted(
        client=MAC, transfer_id=number, address=ADDRESS, file=file, size_bytes=1000, block_size=512, window_size=1
    )


def finished(file: str, number: int = 1) -> TransferFinished:
    return TransferFinished(
        client=MAC,
        transfer_id=number,
        address=ADDRESS,
        file=file,
        size_bytes=1000,
        duration_s=0.5,
        retransmits=0,
        block_size=512,
        window_size=1,
    )


def test_a_discover_makes_a_row_with_maker_and_firmware_in_words_and_number() -> None:
    row = Room().sees(asked()).row()
    assert row.stage is ClientStage.ASKING
    assert row.vendor == f"maker of {MAC}"
    assert row.firmware == "UEFI x64 (7)"
    assert row.attempts == 1


def test_the_whole_way_to_the_menu() -> None:
    room = Room().sees(asked(), offered())
    assert "ipxe.efi" in room.row().doing
    room.sees(LeaseRequestSeen(client=MAC, address=ADDRESS, dhcp_server=IPv4Address("192.168.1.1")))
    assert room.row().address == ADDRESS
    room.sees(started("ipxe.efi"))
    assert room.row().stage is ClientStage.LOADING
    room.sees(finished("ipxe.efi"))
    assert room.row().doing == "Starting ipxe.efi"
    room.sees(asked(runs_ipxe=True), offered("tftp://192.168.1.20/boot.ipxe"))
    assert room.row().doing == "Was offered boot.ipxe"
    room.sees(started("boot.ipxe", 2), finished("boot.ipxe", 2))
    assert room.row().stage is ClientStage.IN_MENU
    assert room.row().attempts == 1


def test_an_offer_told_late_does_not_hide_what_the_client_did_with_it() -> None:
    room = Room().sees(asked(runs_ipxe=True), started("boot.ipxe"), offered("tftp://192.168.1.20/boot.ipxe"))
    assert room.row().doing == "Loading boot.ipxe"
    room.sees(finished("boot.ipxe"), offered("tftp://192.168.1.20/boot.ipxe"))
    assert room.row().doing == "In the boot menu"


def test_retries_of_the_same_boot_are_one_attempt_and_a_restart_is_another() -> None:
    room = Room().sees(asked(), offered(), asked(), offered(), asked())
    assert room.row().attempts == 1
    room.sees(started("ipxe.efi"), finished("ipxe.efi"), asked())
    row = room.row()
    assert row.attempts == 2
    assert row.stage is ClientStage.ASKING
    assert row.file == ""


def test_progress_comes_from_the_running_transfer() -> None:
    room = Room().sees(asked(), started("ipxe.efi", 9))
    running = TransferSnapshot(
        transfer_id=9,
        mac=MAC,
        address=ADDRESS,
        file="ipxe.efi",
        state=TransferState.RUNNING,
        size_bytes=1000,
        sent_bytes=400,
        started=START,
        duration_s=1.0,
        rate_bytes_per_s=100.0,
        block_size=512,
        window_size=1,
        retransmits=0,
    )
    row = room.row(running)
    assert (row.sent_bytes, row.size_bytes, row.rate_bytes_per_s) == (400, 1000, 100.0)


def test_a_size_probe_is_no_transfer_and_no_failure() -> None:
    probe = SizeProbed(client=MAC, transfer_id=1, address=ADDRESS, file="ipxe.efi", size_bytes=1000)
    row = Room().sees(asked(), probe).row()
    assert row.stage is ClientStage.ASKING
    assert row.fault is None
    assert row.sent_bytes is None


def test_a_failed_transfer_fails_the_row_and_a_new_try_clears_it() -> None:
    failed = TransferFailed(
        client=MAC,
        transfer_id=1,
        address=ADDRESS,
        file="ipxe.efi",
        size_bytes=1000,
        sent_bytes=10,
        reason="the computer stopped answering",
    )
    room = Room().sees(asked(), started("ipxe.efi"), failed)
    row = room.row()
    assert row.stage is ClientStage.FAILED
    assert row.fault is not None
    assert row.fault.code is FaultCode.TRANSFER_FAILED
    room.sees(started("ipxe.efi", 2))
    assert room.row().stage is ClientStage.LOADING
    assert room.row().fault is None


def test_a_failed_transfer_shows_its_own_file_and_size_beside_another_of_the_same_computer() -> None:
    failed = TransferFailed(
        client=MAC, transfer_id=1, address=ADDRESS, file="big.efi", size_bytes=9000, sent_bytes=10, reason="cut"
    )
    row = Room().sees(asked(), started("big.efi", 1), started("small.efi", 2), finished("small.efi", 2), failed).row()
    assert (row.file, row.sent_bytes, row.size_bytes) == ("big.efi", 10, 9000)


def test_a_missing_boot_file_needs_the_technician_but_an_optional_name_does_not() -> None:
    fault = describe(FaultCode.BOOT_FILE_MISSING, file="ipxe.efi", arch="UEFI x64 (7)", root="/srv")
    optional = FileNotFound(client=MAC, address=ADDRESS, file="autoexec.ipxe", expected=True)
    room = Room().sees(asked(), optional)
    assert room.row().stage is ClientStage.ASKING
    room.sees(FileNotFound(client=MAC, address=ADDRESS, file="ipxe.efi", expected=False, fault=fault))
    assert room.row().stage is ClientStage.NEEDS_YOU
    assert room.row().fault == fault


def test_an_architecture_without_a_file_is_shown() -> None:
    fault = describe(FaultCode.ARCH_WITHOUT_FILE, arch="UEFI ia32 (6)")
    row = Room().sees(ArchWithoutFile(client=MAC, interface="eth0", arch=6, fault=fault)).row()
    assert row.stage is ClientStage.NEEDS_YOU
    assert row.firmware == "UEFI ia32 (6)"


def test_an_ignored_device_is_left_alone_but_never_pushes_back_a_booting_one() -> None:
    ignored = RequestIgnored(client=MAC, interface="eth0", arch=None, reason="does not ask for network boot")
    assert Room().sees(ignored).row().stage is ClientStage.LEFT_ALONE
    assert Room().sees(asked(), ignored).row().stage is ClientStage.ASKING


def test_a_kernel_entry_is_handed_over_once_all_its_files_are_there() -> None:
    menu = Menu(
        entries=(MenuEntry("Rescue", MenuAction.KERNEL, kernel="vmlinuz", initrd=("a.img", "b.img"), arguments=""),)
    )
    room = Room(menu).sees(asked(runs_ipxe=True), started("boot.ipxe"), finished("boot.ipxe"))
    for number, file in enumerate(("vmlinuz", "a.img"), start=2):
        room.sees(started(file, number), finished(file, number))
        assert room.row().stage is ClientStage.LOADING
    room.sees(started("b.img", 4), finished("b.img", 4))
    assert room.row().stage is ClientStage.HANDED_OVER
    assert "Rescue" in room.row().doing


def test_a_client_on_its_way_that_says_nothing_is_silent_and_one_in_the_menu_is_not() -> None:
    room = Room().sees(asked())
    assert room.row(later_s=SILENT_AFTER_S - 1).stage is ClientStage.ASKING
    silent = room.row(later_s=12 * 60)
    assert silent.stage is ClientStage.SILENT
    assert silent.doing == "Silent 12 min"
    room.sees(asked(runs_ipxe=True), started("boot.ipxe"), finished("boot.ipxe"))
    assert room.row(later_s=3600).stage is ClientStage.IN_MENU


def test_a_computer_that_waits_for_approval_needs_you_until_it_is_approved() -> None:
    fault = describe(FaultCode.CLIENT_WAITS)
    room = Room().sees(
        ApprovalWanted(client=MAC, interface="eth0", arch=7, uuid=None, vendor_class="PXEClient", fault=fault)
    )
    assert (room.row().stage, room.row().doing, room.row().firmware) == (
        ClientStage.NEEDS_YOU,
        fault.message,
        "UEFI x64 (7)",
    )
    room.sees(ClientApproved(client=MAC))
    assert (room.row().stage, room.row().fault) == (ClientStage.ASKING, None)
    room.sees(ApprovalTakenBack(client=MAC))
    assert room.row().fault == fault
    room.sees(ClientApproved(client=MAC), asked(), started("ipxe.efi"), ApprovalTakenBack(client=MAC))
    assert (room.row().stage, room.row().attempts) == (ClientStage.LOADING, 1), "what it loads goes on"


def test_events_about_no_client_make_no_row() -> None:
    room = Room().sees(SessionStopped(cut=()))
    assert room.tracker.snapshots((), 0.0) == ()


def test_a_flood_of_invented_addresses_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "CAPACITY", 50)
    room = Room()
    for number in range(200):
        room.sees(asked(mac=MacAddress(number.to_bytes(6, "big"))))
    assert len(room.tracker) == 50


def test_the_address_of_a_lease_tells_whose_transfer_it_is() -> None:
    room = Room().sees(LeaseRequestSeen(client=MAC, address=ADDRESS, dhcp_server=None))
    assert room.tracker.mac_of(ADDRESS) == MAC
    assert room.tracker.mac_of(US) is None


def test_the_architecture_of_a_computer_is_the_one_it_named() -> None:
    room = Room().sees(asked(), finished("ipxe.efi"))
    assert room.tracker.arch_of(MAC) == 7
    assert room.tracker.arch_of(MacAddress.parse("52:54:00:00:00:01")) is None


def taken() -> ClientTakenBySite:
    server = IPv4Address("192.168.1.1")
    fault = describe(FaultCode.SITE_CLASS_WITHOUT_43, server=server, boot_server=server, own=US)
    return ClientTakenBySite(
        client=MAC, interface="eth0", server=server, kind=SiteConflictKind.CLASS_WITHOUT_43, fault=fault
    )


def test_computer_that_the_site_took_says_why_in_its_row() -> None:
    row = Room().sees(asked(), offered(), taken()).row()
    assert row.stage is ClientStage.NEEDS_YOU
    assert row.fault == taken().fault
    assert row.doing.startswith("The site's DHCP server 192.168.1.1 says PXEClient")


def test_computer_that_boots_from_us_all_the_same_has_no_fault() -> None:
    assert Room().sees(asked(), offered(), started("ipxe.efi"), taken()).row().fault is None
    assert Room().sees(asked(), offered(), taken(), started("ipxe.efi")).row().fault is None


def test_a_client_of_http_boot_makes_the_same_row() -> None:
    probe = HttpSizeProbed(client=MAC, transfer_id=1, address=ADDRESS, file="ipxe.efi", size_bytes=1000)
    room = Room().sees(asked(), probe)
    assert (room.row().stage, room.row().doing) == (ClientStage.ASKING, "Asked for the size of ipxe.efi")
    room.sees(HttpTransferStarted(client=MAC, transfer_id=2, address=ADDRESS, file="ipxe.efi", size_bytes=1000))
    assert (room.row().stage, room.row().doing) == (ClientStage.LOADING, "Loading ipxe.efi")
    room.sees(
        HttpTransferFinished(
            client=MAC, transfer_id=2, address=ADDRESS, file="ipxe.efi", size_bytes=1000, duration_s=0.1
        )
    )
    assert room.row().doing == "Starting ipxe.efi"


def test_an_image_read_in_pieces_hands_the_client_over() -> None:
    menu = Menu(entries=(MenuEntry("Rescue", MenuAction.CHAIN_FILE, file="rescue.iso"),))
    room = Room(menu).sees(asked(), started("boot.ipxe"), finished("boot.ipxe"))
    room.sees(HttpTransferStarted(client=MAC, transfer_id=2, address=ADDRESS, file="rescue.iso", size_bytes=1000))
    assert room.row().stage is ClientStage.LOADING
    room.sees(
        PiecesRead(
            client=MAC,
            transfer_id=2,
            address=ADDRESS,
            file="rescue.iso",
            size_bytes=1000,
            sent_bytes=4000,
            requests=4,
            duration_s=60.0,
        )
    )
    assert room.row().sent_bytes == 1000
    assert room.row().stage is ClientStage.HANDED_OVER


def test_on_the_way_is_who_asked_and_neither_loads_nor_is_done() -> None:
    room = Room()
    assert not room.tracker.is_on_the_way(MAC)
    assert not room.tracker.is_on_the_way(None)
    assert room.sees(asked(), offered()).tracker.is_on_the_way(MAC)
    assert not room.sees(started("ipxe.efi")).tracker.is_on_the_way(MAC)
    assert room.sees(finished("ipxe.efi"), asked(runs_ipxe=True)).tracker.is_on_the_way(MAC)
    assert not room.sees(started("boot.ipxe", 2), finished("boot.ipxe", 2)).tracker.is_on_the_way(MAC)


def test_an_ordinary_computer_with_an_address_of_ours_is_left_alone_and_a_booting_one_goes_on() -> None:
    lease = LeaseGiven(client=MAC, interface="eth1", address=ADDRESS, host_name="", lease_s=600, is_renewal=False)
    row = Room().sees(lease).row()
    assert (row.stage, row.address) == (ClientStage.LEFT_ALONE, ADDRESS)
    assert row.doing == f"Has the address {ADDRESS}; did not ask for network boot"
    booting = Room().sees(asked(), offered(), lease).row()
    assert (booting.stage, booting.address) == (ClientStage.ASKING, ADDRESS)


def _mac(number: int) -> MacAddress:
    return MacAddress(bytes([2, 0, 0, 0, 0, number]))


def _event_of(what: str, mac: MacAddress) -> Event:
    match what:
        case "asked":
            return asked(mac=mac)
        case "ipxe":
            return asked(mac=mac, runs_ipxe=True)
        case "offered":
            return replace(offered(), client=mac)
        case _:
            return replace(started("ipxe.efi"), client=mac)


_TOGETHER = st.tuples(
    st.sampled_from(["asked", "ipxe", "offered", "started"]), st.lists(st.integers(1, 6), min_size=1, max_size=4)
)


@given(st.lists(_TOGETHER, max_size=25), st.lists(st.integers(0, 24), max_size=3), st.booleans())
def test_a_crowd_makes_the_same_rows_as_its_clients_one_by_one(
    said: list[tuple[str, list[int]]], looks: list[int], is_small: bool
) -> None:
    """looks: after which of them somebody looks at the rows, which works out what was only noted."""
    with pytest.MonkeyPatch.context() as patch:
        if is_small:
            patch.setattr(clients, "CAPACITY", 3)
        together, singly = Room().tracker, Room().tracker
        sequence = 1
        for place, (what, numbers) in enumerate(said):
            macs = [_mac(number) for number in numbers]
            events = [_event_of(what, mac) for mac in macs]
            now_s, time = float(place), START + timedelta(seconds=place)
            together.apply_crowd(Crowd(sequence, now_s, time, [mac.octets for mac in macs], events.__getitem__))
            for event in events:
                singly.apply(Record(sequence, now_s, time, event))
                sequence += 1
            if place in looks:
                assert together.snapshots((), now_s) == singly.snapshots((), now_s)
                assert together.arch_of(_mac(1)) == singly.arch_of(_mac(1))
        assert together.is_on_the_way(_mac(2)) == singly.is_on_the_way(_mac(2))
        assert together.snapshots((), 100.0) == singly.snapshots((), 100.0)
        assert len(together) == len(singly)
