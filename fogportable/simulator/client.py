"""One computer of the software classroom, from power-on into the menu. No sockets, no clock of its own.

The caller feeds datagrams and the time (monotonic seconds) and does what comes back: send, or close a socket.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from fogportable.protocol.dhcp import NO_ADDRESS, DhcpPacket, MessageType, decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.tftp.packets import ErrorCode
from fogportable.simulator.download import Action, Close, Download, Send
from fogportable.simulator.firmware import (
    Machine,
    Persona,
    boot_server_request,
    discover,
    lease_request,
)
from fogportable.simulator.roster import (
    SITE_SERVER,
    ClientResult,
    ClientSpec,
    ClientStep,
    Expectation,
    Pace,
    ReceivedFile,
    ServerAddress,
)
from fogportable.simulator.strictness import BootAnswer, Unfit, check_boot_server_ack, check_offer, script_place
from fogportable.simulator.tftp_client import RETRY_WAITS_S, Outcome, Peer, Reception

#: The DHCP socket; TFTP transfers count up from it, a socket each.
DHCP_CHANNEL = 0

_SCRIPT_SIGNATURE = b"#!ipxe"


#: A client goes on only after the site's DHCP server has acknowledged its lease; a fast one takes this long (s).
_SITE_ACK_S = 0.02


@dataclass(slots=True)
class _Timer:
    due: float
    run: Callable[[float], None]


@dataclass(slots=True)
class _Asking:
    """A DHCP question that is repeated until answered."""

    xid: int
    channel_port: int
    make: Callable[[int], bytes]
    started: float
    tries: int = 0
    deadline: float = field(default=0.0)


class SimulatedClient:
    """A state machine for one spec. Every step returns what to do now; `next_timeout` says when to come again.

    Read by other threads: `result`, which reads single values only.
    """

    def __init__(
        self,
        spec: ClientSpec,
        server: ServerAddress,
        *,
        random: Random,
        pace: Pace | None = None,
        expected_sha256: Mapping[str, str] | None = None,
    ) -> None:
        """expected_sha256: in hex, by file name; a file that is in it must match."""
        self.spec = spec
        self._server = server
        self._random = random
        self._pace = pace or Pace()
        self._expected = expected_sha256 or {}
        self._machine = Machine(spec.mac, spec.kind.arch, random.randbytes(16))
        self._persona = spec.kind.persona
        self._step = ClientStep.OFF
        self._reason = ""
        self._files: tuple[ReceivedFile, ...] = ()
        self._replies = 0
        self._addresses_given = 0
        self._no_file = False
        self._no_answer = False
        self._asking: _Asking | None = None
        self._download: Download | None = None
        self._next_channel = DHCP_CHANNEL + 1
        self._to_load: list[tuple[str, Peer]] = []
        self._timer: _Timer | None = None
        self._actions: list[Action] = []

    @property
    def has_ended(self) -> bool:
        """Whether it came through or failed."""
        return self._step in (ClientStep.DONE, ClientStep.FAILED)

    @property
    def result(self) -> ClientResult:
        """How far it is. From any thread."""
        step, reason, files = self._step, self._reason, self._files
        download = self._download
        return ClientResult(
            mac=self.spec.mac,
            kind=self.spec.kind,
            step=step,
            is_as_expected=self._is_as_expected(step),
            reason=reason,
            files=files,
            expects=self.spec.expects,
            replies=self._replies,
            addresses_given=self._addresses_given,
            loading_bytes=download.reception.received_bytes if download is not None else 0,
        )

    def _is_as_expected(self, step: ClientStep) -> bool:
        match self.spec.expects:
            case Expectation.BOOTS:
                return step is ClientStep.DONE
            case Expectation.NO_ANSWER:
                return step is ClientStep.FAILED and self._no_answer
            case Expectation.FILE_NOT_FOUND:
                return step is ClientStep.FAILED and self._no_file

    # --- driving --------------------------------------------------------------------------------------------------

    def start(self, now: float) -> list[Action]:
        """Power on."""
        self._look(ClientStep.LOOKING, now)
        return self._take_actions()

    def next_timeout(self) -> float | None:
        """When `handle_timeout` wants to run; None when the client has ended."""
        if self.has_ended:
            return None
        dues = [self._timer.due] if self._timer is not None else []
        if self._asking is not None:
            dues.append(self._asking.deadline)
        download_due = self._download.next_timeout() if self._download is not None else None
        if download_due is not None:
            dues.append(download_due)
        return min(dues, default=None)

    def handle_timeout(self, now: float) -> list[Action]:
        """What is due now; nothing before `next_timeout`."""
        timer = self._timer
        if timer is not None and timer.due <= now:
            self._timer = None
            timer.run(now)
        if self._asking is not None and self._asking.deadline <= now:
            self._ask_again(self._asking, now)
        if self._download is not None:
            self._follow(self._download, self._download.handle_timeout(now), now)
        return self._take_actions()

    def receive_datagram(self, channel: int, data: bytes, source: Peer, now: float) -> list[Action]:
        """Never raises."""
        if self.has_ended:
            return []
        if channel == DHCP_CHANNEL:
            self._on_dhcp(data, source, now)
        elif self._download is not None and channel == self._download.channel:
            self._follow(self._download, self._download.receive_datagram(data, source, now), now)
        return self._take_actions()

    def abandon(self, reason: str) -> list[Action]:
        """Switch it off before it has ended."""
        if not self.has_ended:
            self._fail(reason)
        return self._take_actions()

    def _take_actions(self) -> list[Action]:
        actions, self._actions = self._actions, []
        return actions

    def _later(self, now: float, run: Callable[[float], None], *, at_least_s: float = 0.0) -> None:
        """The next step, after the pause that this room's clients make."""
        pause_s = max(self._pace.think_s, at_least_s)
        if pause_s:
            self._timer = _Timer(now + pause_s, run)
        else:
            run(now)

    # --- DHCP -----------------------------------------------------------------------------------------------------

    def _look(self, step: ClientStep, now: float) -> None:
        self._step = step
        persona, machine, xid = self._persona, self._machine, self._random.getrandbits(32)
        self._ask(
            _Asking(xid, self._server.discovery, lambda secs: discover(persona, machine, xid=xid, secs=secs), now), now
        )

    def _ask_boot_server(self, now: float) -> None:
        self._step = ClientStep.ASKING_BOOT_SERVER
        xid = self._random.getrandbits(32)  # EDK2 takes another one than for its DISCOVER
        request = boot_server_request(self._persona, self._machine, xid=xid, address=self.spec.address)
        self._ask(_Asking(xid, self._server.boot_server, lambda _secs: request, now), now)

    def _ask(self, asking: _Asking, now: float) -> None:
        self._asking = asking
        asking.deadline = now + RETRY_WAITS_S[0]
        self._send_dhcp(asking.make(0), asking.channel_port)

    def _ask_again(self, asking: _Asking, now: float) -> None:
        asking.tries += 1
        if asking.tries < len(RETRY_WAITS_S):
            asking.deadline = now + RETRY_WAITS_S[asking.tries]
            self._send_dhcp(asking.make(int(now - asking.started)), asking.channel_port)
        elif self._step is ClientStep.ASKING_BOOT_SERVER:
            self._fail("port 4011 did not answer (PXE-E55)")
        else:
            self._no_answer = True
            self._fail("no boot server answered (PXE-E53)")

    def _send_dhcp(self, data: bytes, port: int) -> None:
        self._actions.append(Send(DHCP_CHANNEL, data, (self._server.address, port)))

    def _on_dhcp(self, data: bytes, source: Peer, now: float) -> None:
        try:
            packet = decode(data)
        except MalformedPacket as problem:
            self._fail(f"a broken DHCP answer ({problem})")
            return
        if packet.mac != self.spec.mac:
            return  # A broadcast for somebody else.
        self._replies += 1
        self._addresses_given += packet.yiaddr != NO_ADDRESS
        asking = self._asking
        if asking is not None and packet.xid == asking.xid:
            self._on_answer(asking, packet, len(data), source, now)
        elif packet.message_type in (MessageType.ACK, MessageType.NAK) and source[1] == self._server.discovery:
            self._fail("the request for the site's lease was answered; a proxy must stay silent")

    def _on_answer(self, asking: _Asking, packet: DhcpPacket, size_bytes: int, source: Peer, now: float) -> None:
        server = self._server.address
        if source != (server, asking.channel_port):
            self._fail(f"the answer came from port {source[1]} of {source[0]}, not from {asking.channel_port}")
            return
        try:
            if self._step is ClientStep.ASKING_BOOT_SERVER:
                answer = check_boot_server_ack(
                    packet, size_bytes, self._persona, self._machine, server, self.spec.address
                )
                self._asking = None
                self._later(now, lambda then: self._load(answer, then))
                return
            answer = check_offer(packet, size_bytes, self._persona, self._machine, server)
        except Unfit as problem:
            self._fail(str(problem))
            return
        self._accept(asking, answer, now)

    def _accept(self, asking: _Asking, answer: BootAnswer, now: float) -> None:
        """Take the lease of the pretended site server, as everybody on the network hears, then go on with ours."""
        self._asking = None
        request = lease_request(
            self._persona,
            self._machine,
            xid=asking.xid,
            secs=int(now - asking.started),
            site_server=SITE_SERVER,
            address=self.spec.address,
        )
        self._send_dhcp(request, self._server.discovery)
        is_firmware = self._persona is not Persona.IPXE
        if is_firmware and (self.spec.asks_boot_server or not answer.is_direct):
            self._later(now, self._ask_boot_server, at_least_s=_SITE_ACK_S)
        else:
            self._later(now, lambda then: self._load(answer, then), at_least_s=_SITE_ACK_S)

    # --- TFTP -----------------------------------------------------------------------------------------------------

    def _load(self, answer: BootAnswer, now: float) -> None:
        if self._persona is Persona.IPXE:
            self._step = ClientStep.LOADING_SCRIPT
            try:
                file, server = script_place(answer)
            except Unfit as problem:
                self._fail(str(problem))
                return
        else:
            self._step = ClientStep.LOADING
            file, server = self.spec.asks_for or answer.file, (answer.next_server, self._server.tftp)
        self._to_load = [(file, server)]
        self._begin(now)

    def _begin(self, now: float) -> None:
        """Load the next file, each transfer from a new port."""
        file, server = self._to_load[0]
        download = Download(file, server, self._persona, channel=self._next_channel, pace=self._pace)
        self._download = download
        self._follow(download, download.start(now), now)

    def _follow(self, download: Download, actions: list[Action], now: float) -> None:
        """Do what the download wants, then see whether it has ended."""
        self._actions += actions
        if not download.has_ended:
            return
        self._actions.append(Close(download.channel))
        self._next_channel = download.channel + 1
        self._download = None
        reception = download.reception
        if reception.outcome is Outcome.FAILED:
            self._no_file = reception.error_code == ErrorCode.FILE_NOT_FOUND
            self._fail(reception.reason)
        else:
            self._on_received(reception, now - download.started, now)

    def _on_received(self, reception: Reception, duration_s: float, now: float) -> None:
        self._to_load.pop(0)
        expected = self._expected.get(reception.filename)
        file = ReceivedFile(
            reception.filename,
            reception.received_bytes,
            reception.sha256,
            duration_s,
            None if expected is None else expected == reception.sha256,
        )
        self._files += (file,)
        if file.is_right is False:
            self._fail(f"{file.name} arrived damaged: its checksum is wrong")
        elif self._step is ClientStep.LOADING:
            self._persona = Persona.IPXE
            self._later(now, lambda then: self._look(ClientStep.LOOKING_AS_IPXE, then))
        elif self._step is ClientStep.LOADING_SCRIPT and not reception.head.startswith(_SCRIPT_SIGNATURE):
            self._fail(f"{file.name} is not an iPXE script")
        else:
            self._go_on_in_menu(now)

    def _go_on_in_menu(self, now: float) -> None:
        if self._step is ClientStep.LOADING_SCRIPT:
            self._step = ClientStep.IN_MENU
            server: Peer = (self._server.address, self._server.tftp)
            self._to_load = [(name, server) for name in self.spec.then_loads]
        if self._to_load:
            self._later(now, self._load_from_menu)
        else:
            self._end(ClientStep.DONE)

    def _load_from_menu(self, now: float) -> None:
        self._step = ClientStep.LOADING_FILES
        self._begin(now)

    # --- the end --------------------------------------------------------------------------------------------------

    def _fail(self, reason: str) -> None:
        self._reason = reason
        self._end(ClientStep.FAILED)

    def _end(self, step: ClientStep) -> None:
        self._step = step
        if self._download is not None:
            self._actions.append(Close(self._download.channel))
        self._asking = self._download = self._timer = None
        self._actions.append(Close(DHCP_CHANNEL))
