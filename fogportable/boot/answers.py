"""What each kind of computer is told, laid out once and kept ready: rules, lists and menus turned into answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv4Interface

from fogportable.boot.policy import ProxySettings, ServerIdentity, Silence, http_url, script_url
from fogportable.boot.pxe_menu import encode_pxe_menu, entry_of_type, pxe_menu_problems
from fogportable.boot.reply_options import lay_out_options, option_problems
from fogportable.boot.rules import Admission, RuleBook, Verdict
from fogportable.model import BootRule, IpxeClients, OfferShape, PxeAction, PxeEntry
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe import BootAnswer, BootMethod, PxeRequest
from fogportable.protocol.pxe.archs import HTTP_ARCHS, ClientArch
from fogportable.protocol.pxe.raspberry_pi import RASPBERRY_PI_BOOT, is_raspberry_pi
from fogportable.protocol.pxe.reply import HTTP_CLASS, LONGEST_FILE
from fogportable.protocol.pxe.vendor_options import DIRECT_BOOT

#: Answers kept ready, for all interfaces together. Addresses change rarely; beyond this, all are laid out anew.
_ANSWERS_KEPT = 1024

#: Kinds kept ready. Computers with rules of their own beyond this many, and invented ones, are looked up anew.
_KINDS_KEPT = 4096

#: No address of ours takes more room in a URL.
_LONGEST_ADDRESS = IPv4Interface("255.255.255.255/32")

#: The bit of a menu choice's layer that asks for credentials (PXE 2.1, tag 71).
_CREDENTIALS = 0x8000


class Asking(Enum):
    """As what a computer asks. LOADER: iPXE on a site whose boot files are for firmware and iPXE alike."""

    FIRMWARE = "firmware"
    SCRIPT = "script"
    LOADER = "loader"
    HTTP = "http"
    RASPBERRY_PI = "raspberry-pi"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """All that decides what a computer is told, looked up once for each request; one object for all that are alike.

    ways: how it may be told, the first way first; one where the operator or its kind leaves no choice.
    elsewhere: who has the file that it loads without a menu, None for us.
    """

    arch: int
    asking: Asking
    verdict: Verdict
    ways: tuple[OfferShape, ...]
    elsewhere: IPv4Address | None

    def is_loaded_here(self, server: ServerIdentity) -> bool:
        """Whether what it loads without a menu comes from us."""
        return self.elsewhere is None or self.elsewhere == server.address.ip


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer and what it means.

    shape: None where there is no choice of one. is_script: iPXE gets a script. entry: of the menu, chosen by it.
    file_of_ours: what the computer loads from us now, "" when that is nothing or made by us.
    """

    answer: BootAnswer
    shape: OfferShape | None
    is_script: bool = False
    file_of_ours: str = ""
    entry: PxeEntry | None = None


class BootPolicy:
    """Rules and settings, ready to be asked. Raises ProtocolMisuse for what no packet can carry.

    iPXE and gPXE get the script whatever their architecture, unless they are to be treated as firmware. A number that
    means HTTP boot gets nothing by PXE, because a TFTP name is no use to it.
    """

    def __init__(self, rules: Sequence[BootRule], settings: ProxySettings | None = None) -> None:
        self.settings = settings or ProxySettings()
        self.menu = self.settings.pxe_menu
        for name in _names(rules, self.menu.entries):
            BootAnswer(NO_ADDRESS, NO_ADDRESS, name)
        wrong = [each.sentence for each in pxe_menu_problems(self.menu)]
        wrong += [each.sentence for each in option_problems(self.settings.options)]
        if wrong:
            raise ProtocolMisuse(wrong[0])
        self._book = RuleBook(rules)
        self._admission = Admission(self.settings.clients)
        self._kinds: dict[tuple[int, Asking, bytes, bytes], Kind] = {}
        self._decisions: dict[tuple[object, ...], Decision | Silence | None] = {}

    @property
    def is_same_for_all(self) -> bool:
        """Whether neither a rule nor a list is about single computers."""
        return not (self._book.is_personal or self._admission.has_lists)

    def kind(self, request: PxeRequest) -> Kind:
        """Whom it is like."""
        asking = self.asking(request)
        mac, machine = self._book.person(request)
        key = (request.arch, asking, mac, machine)
        kind = self._kinds.get(key)
        if kind is None:
            if len(self._kinds) >= _KINDS_KEPT:
                self._kinds.clear()
                self._decisions.clear()
            verdict = self._book.verdict(request)
            _, elsewhere = self._file_of(request.arch, verdict)
            kind = Kind(request.arch, asking, verdict, self._ways(request.arch, asking, verdict), elsewhere)
            self._kinds[key] = kind
        return kind

    def refusal(self, request: PxeRequest, kind: Kind) -> Silence | None:
        """Why this computer may not boot at all, on no port; None when it may."""
        if self._admission.has_lists:
            if self._admission.is_denied(request.mac):
                return Silence.DENIED
            if self._admission.is_missing(request.mac):
                return Silence.NOT_ALLOWED
        return Silence.RULE if kind.verdict.is_ignored else None

    def asking(self, request: PxeRequest) -> Asking:
        """As what it asks."""
        if request.method is BootMethod.HTTP:
            return Asking.HTTP
        if request.runs_ipxe:
            return Asking.SCRIPT if self.settings.ipxe_clients is IpxeClients.SCRIPT else Asking.LOADER
        if request.arch == ClientArch.X86_BIOS and is_raspberry_pi(request.mac):
            return Asking.RASPBERRY_PI
        return Asking.FIRMWARE

    def decide(self, kind: Kind, server: ServerIdentity, shape: OfferShape | None = None) -> Decision | Silence | None:
        """What such a computer is told; None when there is no file for its architecture. shape: None for the first."""
        shape = shape or kind.ways[0]
        key = (server, kind, shape)
        if key not in self._decisions:
            self._keep(key, self._lay_out(kind.arch, kind.asking, kind.verdict, shape, server))
        return self._decisions[key]

    def decide_item(self, request: PxeRequest, server: ServerIdentity) -> Decision | Silence:
        """What a computer is told that chose from the menu."""
        item = request.item
        assert item is not None
        if not item.type:
            return Silence.MENU_LOCAL
        entry = entry_of_type(self.menu, item.type, request.arch)
        if entry is None:
            return Silence.MENU_ITEM
        if item.layer & _CREDENTIALS:
            return Silence.MENU_CREDENTIALS
        key = (server, request.arch, request.runs_ipxe, item.type)
        if key not in self._decisions:
            self._keep(key, self._lay_out_item(request, entry, server))
        decision = self._decisions[key]
        assert isinstance(decision, Decision)
        return decision

    def _ways(self, arch: int, asking: Asking, verdict: Verdict) -> tuple[OfferShape, ...]:
        if asking not in (Asking.FIRMWARE, Asking.LOADER):
            return (OfferShape.DIRECT,)
        wanted = verdict.shape or self.settings.shape
        has_menu = bool(self.menu.entries_for(arch))
        if wanted is OfferShape.MENU or (wanted is OfferShape.AUTO and asking is Asking.LOADER):
            return (OfferShape.MENU if has_menu else OfferShape.DIRECT,)
        if wanted is not OfferShape.AUTO:
            return (wanted,)
        ways = (OfferShape.DIRECT, OfferShape.BOOT_SERVER)
        if not has_menu:
            return ways
        has_file = bool(self._file_of(arch, verdict)[0])
        return (OfferShape.MENU, *ways) if has_file else (OfferShape.MENU,)

    # --- laying out -----------------------------------------------------------------------------------------------

    def _keep(self, key: tuple[object, ...], decision: Decision | Silence | None) -> None:
        if len(self._decisions) >= _ANSWERS_KEPT:
            self._decisions.clear()
        self._decisions[key] = decision

    def _lay_out(
        self, arch: int, asking: Asking, verdict: Verdict, shape: OfferShape, server: ServerIdentity
    ) -> Decision | Silence | None:
        ours = server.address.ip
        match asking:
            case Asking.HTTP:
                return self._lay_out_http(arch, verdict, server)
            case Asking.RASPBERRY_PI:
                # What it loads is not told: its ROM knows the names.
                more = lay_out_options(self.settings.options, arch, ours)
                return Decision(BootAnswer(ours, ours, "", offer_vendor=RASPBERRY_PI_BOOT, more=more), None)
            case Asking.SCRIPT:
                return self._lay_out_script(arch, verdict, server)
            case _:
                return None if arch in HTTP_ARCHS else self._lay_out_file(arch, asking, verdict, shape, server)

    def _lay_out_script(self, arch: int, verdict: Verdict, server: ServerIdentity) -> Decision:
        ours = server.address.ip
        url = script_url(server, verdict.script) if verdict.script else script_url(server)
        more = lay_out_options(self.settings.options, arch, ours)
        file = "" if "://" in verdict.script else verdict.script
        return Decision(BootAnswer(ours, ours, url, is_for_ipxe=True, more=more), None, True, file)

    def _lay_out_http(self, arch: int, verdict: Verdict, server: ServerIdentity) -> Decision | Silence | None:
        if server.http_port is None:
            return Silence.HTTP_BOOT
        url = http_url(server, verdict.file) if verdict.file else None
        if url is None:
            return None
        if len(url) > LONGEST_FILE:
            return Silence.HTTP_ADDRESS_TOO_LONG
        ours = server.address.ip
        more = lay_out_options(self.settings.options, arch, ours)
        answer = BootAnswer(ours, ours, url, vendor_class=HTTP_CLASS, offer_vendor=b"", more=more)
        return Decision(answer, None, file_of_ours=verdict.file)

    def _lay_out_file(
        self, arch: int, asking: Asking, verdict: Verdict, shape: OfferShape, server: ServerIdentity
    ) -> Decision | None:
        ours = server.address.ip
        file, elsewhere = self._file_of(arch, verdict)
        menu = encode_pxe_menu(self.menu, arch, ours) if shape is OfferShape.MENU else None
        if menu is not None:
            # The first file of the menu, which is what the prompt leads to: loaders look into the OFFER later.
            file, elsewhere = _first_file(self.menu.entries_for(arch)) or (file, elsewhere)
        elif not file:
            return None
        next_server = elsewhere or ours
        answer = BootAnswer(
            ours,
            next_server if menu is None else ours,
            file,
            is_for_ipxe=asking is Asking.LOADER,
            offer_vendor=menu if menu is not None else b"" if shape is OfferShape.BOOT_SERVER else DIRECT_BOOT,
            ack_vendor=menu or b"",
            more=lay_out_options(self.settings.options, arch, next_server),
        )
        is_loaded_from_us = next_server == ours and menu is None and self.settings.serves_files
        return Decision(answer, shape, file_of_ours=file if is_loaded_from_us else "")

    def _lay_out_item(self, request: PxeRequest, entry: PxeEntry, server: ServerIdentity) -> Decision:
        ours = server.address.ip
        next_server = entry.server or ours
        more = lay_out_options(self.settings.options, request.arch, next_server)
        answer = BootAnswer(ours, next_server, entry.file, is_for_ipxe=request.runs_ipxe, more=more)
        return Decision(answer, OfferShape.MENU, file_of_ours=entry.file if next_server == ours else "", entry=entry)

    def _file_of(self, arch: int, verdict: Verdict) -> tuple[str, IPv4Address | None]:
        """What is loaded without a menu, and from where when not from us: a rule's file, else the menu's first."""
        if verdict.file:
            return verdict.file, verdict.next_server or self.settings.next_server
        return _first_file(self.menu.entries_for(arch)) or ("", None)


def _first_file(entries: Sequence[PxeEntry]) -> tuple[str, IPv4Address | None] | None:
    return next(((each.file, each.server) for each in entries if each.action is PxeAction.FILE), None)


def _names(rules: Sequence[BootRule], entries: Sequence[PxeEntry]) -> list[str]:
    """Every name and address that an answer may have to carry."""
    longest = ServerIdentity("", _LONGEST_ADDRESS, tftp_port=65535)
    files = [*(rule.file for rule in rules), *(entry.file for entry in entries)]
    return [*filter(None, files), *(script_url(longest, rule.script) for rule in rules if rule.script)]
