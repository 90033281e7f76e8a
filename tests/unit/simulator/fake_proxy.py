"""A proxy and a TFTP server of few lines, right in every octet until a test spoils one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address

from fogportable.protocol.dhcp import BOOTREPLY, DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.protocol.tftp.packets import ErrorCode, Opcode, encode_error, opcode_of, parse_request
from fogportable.protocol.tftp.transfer import ReadTransfer
from fogportable.simulator.client import DHCP_CHANNEL, SimulatedClient
from fogportable.simulator.download import Action, Send
from fogportable.simulator.roster import ServerAddress
from fogportable.simulator.tftp_client import Peer

SERVER = ServerAddress(IPv4Address("127.0.0.1"), 1067, 1411, 1069)
SCRIPT_URL = "tftp://127.0.0.1:1069/boot.ipxe"


@dataclass(frozen=True)
class _Bytes:
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    def read_at(self, offset: int, length: int) -> bytes:
        return self.data[offset : offset + length]


@dataclass
class FakeProxy:
    """Answers what a client sends, at once. heard: (port, packet) of every DHCP request, in order.

    change_*: fields of the reply to spoil. options_*: options to replace; None takes one out.
    """

    files: dict[str, bytes] = field(default_factory=lambda: {"boot.efi": bytes(3000), "boot.ipxe": b"#!ipxe\nshell\n"})
    is_direct: bool = True
    loader: str = "boot.efi"
    script_url: str = SCRIPT_URL
    changes: dict[str, object] = field(default_factory=dict)
    options: dict[int, bytes | None] = field(default_factory=dict)
    is_silent: bool = False
    is_boot_server_silent: bool = False
    heard: list[tuple[int, DhcpPacket]] = field(default_factory=list)
    requested: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    errors: list[bytes] = field(default_factory=list)
    _transfers: dict[int, ReadTransfer] = field(default_factory=dict)

    def answer(self, send: Send, now: float) -> list[tuple[bytes, Peer]]:
        if send.channel != DHCP_CHANNEL:
            return self._answer_tftp(send, now)
        port = send.destination[1]
        request = decode(send.data)
        self.heard.append((port, request))
        is_lease = OptionCode.SERVER_IDENTIFIER in request.options
        if self.is_silent or is_lease or (port == SERVER.boot_server and self.is_boot_server_silent):
            return []
        return [(self.reply(request, port), (SERVER.address, port))]

    def reply(self, request: DhcpPacket, port: int) -> bytes:
        is_offer = request.message_type is MessageType.DISCOVER
        is_ipxe = request.options.get(OptionCode.USER_CLASS) == b"iPXE"
        file = (self.script_url if is_ipxe else self.loader).encode()
        options: dict[int, bytes | None] = {
            OptionCode.MESSAGE_TYPE: bytes([MessageType.OFFER if is_offer else MessageType.ACK]),
            OptionCode.SERVER_IDENTIFIER: SERVER.address.packed,
            OptionCode.VENDOR_CLASS: b"PXEClient",
            OptionCode.CLIENT_MACHINE_ID: request.options[OptionCode.CLIENT_MACHINE_ID],
            OptionCode.VENDOR_OPTIONS: bytes.fromhex("060108ff") if self.is_direct else None,
            OptionCode.BOOT_FILE: file + b"\0",
            OptionCode.IPXE: b"\1\1\1" if is_ipxe else None,
            **self.options,
        }
        packet = replace(
            request,
            op=BOOTREPLY,
            flags=0x8000 if is_offer else request.flags,
            siaddr=SERVER.address,
            file=file,
            options={code: value for code, value in options.items() if value is not None},
        )
        return encode(replace(packet, **self.changes))  # type: ignore[arg-type]

    def _answer_tftp(self, send: Send, now: float) -> list[tuple[bytes, Peer]]:
        tid: Peer = (SERVER.address, 30_000 + send.channel)
        opcode = opcode_of(send.data)
        if opcode == Opcode.RRQ:
            request = parse_request(send.data)
            self.requested.append((request.filename.decode(), request.options))
            content = self.files.get(request.filename.decode())
            if content is None:
                return [(encode_error(ErrorCode.FILE_NOT_FOUND, "File not found"), tid)]
            transfer = self._transfers[send.channel] = ReadTransfer(request, _Bytes(content))
            return [(bytes(data), tid) for data in transfer.start(now)]
        if opcode == Opcode.ERROR:
            self.errors.append(send.data)
        return [(bytes(data), tid) for data in self._transfers[send.channel].receive_datagram(send.data, now)]


def run(client: SimulatedClient, proxy: FakeProxy, *, until: float = 60.0) -> float:
    """Let both talk until the client has ended, on a clock that only the client's timers move. Returns the time."""
    now = 0.0
    waiting: list[Action] = client.start(now)
    while not client.has_ended:
        if waiting:
            action = waiting.pop(0)
            if isinstance(action, Send):
                for data, source in proxy.answer(action, now):
                    waiting += client.receive_datagram(action.channel, data, source, now)
            continue
        due = client.next_timeout()
        assert due is not None, f"a client that waits for nothing: {client.result}"
        now = max(now, due)
        assert now <= until, f"still {client.result.step} after {now:.0f} s"
        waiting += client.handle_timeout(now)
    for action in waiting:  # last words
        if isinstance(action, Send):
            proxy.answer(action, now)
    return now
