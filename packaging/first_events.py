"""What the fake session tells of its first computers, for scenes that show the log and the foot."""

from __future__ import annotations

from fogportable.events import ClientAsked, OfferSent, SessionStarted, TransferFinished
from tests.fakes.kit import USB
from tests.fakes.session import FakeSession, mixed_room


def first_events(session: FakeSession) -> None:
    """Twelve computers ask, are offered a file and load it."""
    session.append(SessionStarted(interfaces=("enx1",), addresses=(USB.addresses[0].ip,), root="/srv", ports=(67, 69)))
    for client in mixed_room()[:12]:
        file = "snponly-x64.efi"
        session.append(
            ClientAsked(
                client=client.mac,
                interface="enx1",
                arch=client.arch or 0,
                uuid=None,
                vendor_class="PXEClient:Arch:00007",
                runs_ipxe=False,
                port=67,
            ),
            OfferSent(
                client=client.mac,
                interface="enx1",
                arch=client.arch or 0,
                file=file,
                next_server=USB.addresses[0].ip,
                destination="255.255.255.255:68",
            ),
        )
        assert client.address is not None
        session.append(
            TransferFinished(
                client=client.mac,
                transfer_id=1,
                address=client.address,
                file=file,
                size_bytes=1_100_000,
                duration_s=0.4,
                retransmits=0,
                block_size=1468,
                window_size=4,
            )
        )
