"""One computer's attempts, and the one that is judged: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.diagnosis.conversations import Conversations
from fogportable.diagnosis.facts import Ipv6Kind
from fogportable.diagnosis.names import is_loader, is_optional, path_of, text_of
from fogportable.diagnosis.runs import BOOTERS, Client, Reply, Run, Software
from fogportable.diagnosis.transfers import BROUGHT, Fetch, Moment, Transfer, TransferState
from fogportable.protocol.address import NO_ADDRESS

#: Firmware goes on to its next way of booting at once; a computer that is switched on again takes longer.
FALLS_BACK_WITHIN_S = 240.0
#: The same program loaded twice within this time (s) of its end did not run.
LOADS_AGAIN_WITHIN_S = 25.0

_FAILED = frozenset(
    {
        TransferState.REFUSED,
        TransferState.STALLED,
        TransferState.UNACKNOWLEDGED,
        TransferState.UNANSWERED,
        TransferState.UNREACHABLE,
    }
)

_MAY_COME = frozenset({TransferState.UNANSWERED, TransferState.UNACKNOWLEDGED})


@dataclass(slots=True)
class Case:
    """chain: runs of one attempt without what firmware tried afterwards in vain, the last of them `run`.

    returned: when firmware came back, having started nothing; None when it did not. is_last: of all attempts.
    systems: runs of an operating system after it.
    """

    client: Client
    room: Conversations
    chain: list[Run]
    systems: list[Run]
    returned: Moment | None
    is_last: bool

    @property
    def run(self) -> Run:
        """The last loader or firmware that did something."""
        return self.chain[-1]

    @property
    def quiet_s(self) -> float:
        """How long the capture goes on after the last sign of the client in this attempt."""
        if self.returned is not None:
            return max(0.0, self.returned.time_s - self.run.last.time_s)
        if self.systems:
            return max(0.0, self.systems[0].begin.time_s - self.run.last.time_s)
        return max(0.0, self.room.end.time_s - max(self.run.last.time_s, self.client.last.time_s))

    @property
    def patience_s(self) -> float:
        """After so long without a sign it does not go on: iPXE may look for IPv6 first."""
        return 30.0 if self.run.software is Software.IPXE else 8.0

    @property
    def has_waited(self) -> bool:
        """It was watched for long enough, or went on to something else."""
        return self.returned is not None or bool(self.systems) or self.quiet_s >= self.patience_s

    @property
    def has_beginning(self) -> bool:
        """The capture holds how the attempt began: nothing that explains it came before."""
        return bool(self.chain[0].discovers)

    @property
    def hears_servers(self) -> bool:
        """Frames of somebody who does not boot are in the capture: it was not made of one direction only."""
        return self.room.hears_servers

    @property
    def is_blind(self) -> bool:
        """The client was answered, or it would not be here, and no answer is in the capture: silence proves nothing."""
        return (self.run.has_lease and not self.hears_servers) or self._misses_what_is_sent_to_it

    @property
    def _misses_what_is_sent_to_it(self) -> bool:
        """It looked for a machine and then talked to it, so that it was answered, and that answer was not captured."""
        spoken = {each.server: each.requests[0].frame for each in self.run.asks}
        spoken |= {each.server[0]: each.begin.frame for each in self.run.transfers}
        unanswered = [each for each in self.run.arps if each.target not in self.run.arp_answered]
        return any(each.frame < spoken.get(each.target, 0) for each in unanswered)

    @property
    def is_relayed(self) -> bool:
        """Its packets pass a DHCP relay."""
        requests = (*self.run.discovers, *self.run.selects, *(each.fact for each in (*self.run.offers, *self.run.acks)))
        return any(each.packet.giaddr != NO_ADDRESS for each in requests)

    @property
    def boot_offers(self) -> list[Reply]:
        """Offers that say something about booting, or come from a server that gives no address."""
        return [*self.run.proxy_offers, *filter(_says_boot, self.run.lease_offers)]

    @property
    def proxies(self) -> dict[IPv4Address, Reply]:
        """The first offer of each boot server that gives no addresses."""
        found: dict[IPv4Address, Reply] = {}
        lease_servers = {each.offer.server for each in self.run.lease_offers}
        for each in self.run.proxy_offers:
            if each.offer.server not in lease_servers:
                found.setdefault(each.offer.server, each)
        return found

    @property
    def failing(self) -> list[Transfer]:
        """Transfers that failed after the last good thing of this run, without what loaders only try."""
        since = self._last_good_frame()
        failed = [each for each in self.run.transfers if self._has_failed(each) and each.begin.frame > since]
        return [each for each in failed if not is_optional(text_of(each.name))]

    @property
    def failing_probes(self) -> list[Transfer]:
        """The same, but only what loaders try."""
        since = self._last_good_frame()
        failed = [each for each in self.run.transfers if self._has_failed(each) and each.begin.frame > since]
        return [each for each in failed if is_optional(text_of(each.name))]

    @property
    def failing_fetches(self) -> list[Fetch]:
        """HTTP requests that failed after the last good thing of this run."""
        since = self._last_good_frame()
        return [
            each
            for each in self.run.fetches
            if each.has_failed and each.begin.frame > since and not is_optional(each.target)
            if not (self._is_pending(each.end) and each.status is None and not each.is_reset and not each.unreachable)
        ]

    def _has_failed(self, transfer: Transfer) -> bool:
        """Not one that was asked for just now and may still be answered."""
        is_fresh = transfer.state in _MAY_COME and len(transfer.requests) < 2 and len(transfer.answers) < 2
        return transfer.state in _FAILED and not (is_fresh and self._is_pending(transfer.end))

    def _is_pending(self, moment: Moment) -> bool:
        """This is the last that was seen of the client, and the capture ends soon after."""
        return moment.frame >= self.run.last.frame and not self.has_waited

    def _last_good_frame(self) -> int:
        transfers = [each.end.frame for each in self.run.transfers if each.state in BROUGHT]
        return max([0, *transfers, *(each.end.frame for each in self.run.good_fetches)])

    @property
    def asked_by_ipv6(self) -> Moment | None:
        """When it took an offer or asked for a file by IPv6, after its files by IPv4, and went on to nothing else."""
        return self._by_ipv6((Ipv6Kind.FIRMWARE_REQUEST, Ipv6Kind.FILE_REQUEST), self._last_file_frame())

    @property
    def loaded_by_ipv6(self) -> Moment | None:
        """When a file came that way."""
        asked = self.asked_by_ipv6
        return None if asked is None else self._by_ipv6((Ipv6Kind.FILE_COMES,), asked.frame)

    def _by_ipv6(self, kinds: tuple[Ipv6Kind, ...], after: int) -> Moment | None:
        went_on = None if self.returned is None or self.is_back_by_ipv6 else self.returned.frame
        for fact in self.run.ipv6:
            if fact.kind in kinds and fact.frame > after and (went_on is None or fact.frame > went_on):
                return Moment(fact.frame, fact.time_s)
        return None

    def _last_file_frame(self) -> int:
        files = [*(each.end.frame for each in self.run.transfers), *(each.end.frame for each in self.run.fetches)]
        return max([0, *files])

    @property
    def is_back_by_ipv6(self) -> bool:
        """What it went on to is the same firmware's boot by IPv6."""
        return self.returned is not None and self.returned == _by_ipv6(self.run)

    @property
    def last_program(self) -> Transfer | None:
        """The last boot program that a run of this attempt brought by TFTP, and ran or should have run."""
        return next((each for each in reversed(list(self.brought())) if is_loader(text_of(each.name))), None)

    def brought(self) -> Iterator[Transfer]:
        """Files of all runs, in order."""
        for run in self.chain:
            yield from run.brought

    def asked_after(self, moment: Moment) -> bool:
        """A loader asked for something after this: an address, or a file.

        A system that asks for an address proves nothing: it may come from the disk.
        """
        files = [each.begin for run in self.chain for each in run.transfers]
        files += [each.begin for run in self.chain for each in run.fetches]
        starts = [run.begin for run in self.chain if run.software is Software.IPXE]
        return any(each.frame > moment.frame for each in (*files, *starts))


def cases(client: Client, room: Conversations) -> list[Case]:
    """The attempts of a client to boot from the network, in order; empty when it never tried."""
    attempts = _attempts(client)
    made = []
    for number, runs in enumerate(attempts):
        following = attempts[number + 1][0] if number + 1 < len(attempts) else None
        made.append(_case(client, room, runs, following))
    return made


def _attempts(client: Client) -> list[list[Run]]:
    attempts: list[list[Run]] = []
    for run in client.runs:
        if attempts and _goes_on(attempts[-1], run):
            attempts[-1].append(run)
        elif run.software in BOOTERS or _loads_boot_files(run):
            attempts.append([run])
    return attempts


def _goes_on(attempt: list[Run], run: Run) -> bool:
    before = attempt[-1]
    match run.software:
        case Software.SYSTEM | Software.UNSEEN:
            return True
        case Software.IPXE:
            return before.software is not Software.IPXE or _loads_program(before)
        case Software.HTTP_FIRMWARE:
            is_near = run.begin.time_s - before.last.time_s < FALLS_BACK_WITHIN_S
            before_it = (Software.FIRMWARE, Software.UNSEEN)
            return is_near and any(each.software in before_it for each in attempt)
    return False


def _loads_program(run: Run) -> bool:
    names = [*(text_of(each.name) for each in run.brought), *(each.target for each in run.good_fetches)]
    return any(map(is_loader, names))


def _loads_boot_files(run: Run) -> bool:
    """TFTP alone does not make a boot: telephones load their settings so."""
    if run.offers and any(each.offer.says_pxe for each in run.offers):
        return True
    names = [path_of(text_of(each.name)) for each in run.transfers]
    told = {path_of(text_of(each.offer.uefi_file)) for each in (*run.offers, *run.acks) if each.offer.uefi_file}
    if told.intersection(names):
        return True
    return any(
        is_loader(each) or is_optional(each) or each.endswith((".ipxe", "grub.cfg", "default")) for each in names
    )


def _case(client: Client, room: Conversations, runs: list[Run], following: Run | None) -> Case:
    chain = [each for each in runs if each.software is not Software.SYSTEM or _loads_boot_files(each)] or runs[:1]
    systems = [each for each in runs if each not in chain]
    returned: Moment | None = None
    while len(chain) > 1 and chain[-1].software is Software.HTTP_FIRMWARE and not chain[-1].has_brought:
        returned = chain.pop().begin
    if returned is None:
        returned = _by_ipv6(chain[-1])
    if returned is None and following is not None and following.software in BOOTERS:
        returned = following.begin
    return Case(client, room, chain, systems, returned, following is None)


def _by_ipv6(run: Run) -> Moment | None:
    """Firmware that asks by IPv6 after its file was loaded has not started it."""
    last = max((each.end.frame for each in run.transfers), default=run.last.frame if run.has_lease else None)
    for fact in run.ipv6:
        is_firmware = fact.kind in (Ipv6Kind.FIRMWARE_SOLICIT, Ipv6Kind.FIRMWARE_REQUEST)
        if last is not None and is_firmware and fact.frame > last:
            return Moment(fact.frame, fact.time_s)
    return None


def _says_boot(reply: Reply) -> bool:
    offer = reply.offer
    return bool(offer.ipxe_file) or offer.vendor_class.startswith((b"PXEClient", b"HTTPClient"))
