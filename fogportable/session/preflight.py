"""What can be known before Start, without sending anything: rights, ports, network, boot files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from fogportable.boot.boot_set import check_rule
from fogportable.boot.secure_boot import secure_boot_faults
from fogportable.errors import BootFileError, ConfigError, Fault, FaultCode, FogError, describe
from fogportable.language import say
from fogportable.model import Finding, FogPlan, HttpSettings, NetworkInterface, ServingPlan, Topic, Verdict, WirePorts
from fogportable.platform.other_instance import held_fault
from fogportable.platform.ports import UNSEEN_HOLDER, PortHolder, Transport, holder_or_stranger
from fogportable.platform.privilege import RIGHTS
from fogportable.platform.rights import may_open_boot_ports
from fogportable.protocol.pxe.archs import EVERY_COMPUTER, archs_words
from fogportable.session.http_port import free_http_port
from fogportable.session.network_check import check_network

#: The card, the ports and that of HTTP; gives the line about the firewall.
FirewallLook = Callable[[NetworkInterface | None, WirePorts, int | None], Finding]


def look_at_firewall(interface: NetworkInterface | None, ports: WirePorts, http: int | None) -> Finding:
    """The firewall as it is now. Imported late: before the first check nothing needs it."""
    from fogportable.session.firewall_check import check_firewall

    return check_firewall(interface, ports, http).finding


def check_before_start(
    interface: NetworkInterface | None,
    plan: Callable[[], ServingPlan],
    *,
    ports: WirePorts | None = None,
    http: HttpSettings | None = None,
    serves_files: bool = True,
    private: Fault | None = None,
    may_bind: Callable[[], bool] = may_open_boot_ports,
    holder: Callable[[int, int | None], PortHolder | None] = holder_or_stranger,
    others: Sequence[NetworkInterface] = (),
    firewall: FirewallLook = look_at_firewall,
) -> tuple[Finding, ...]:
    """One finding per topic, in the order of the card. plan: makes the plan, or raises what is wrong with it.

    http: None leaves HTTP out. serves_files: False where a FOG server has all, which then may hold 69 and 80.
    private: why no address can be given on a private network's card; None when it can, and without one. others: all
    cards of this machine.
    """
    ports = ports or WirePorts()
    if not serves_files:
        ports, http = replace(ports, tftp=0), None
    return (
        _check_rights(may_bind(), are_held=RIGHTS.are_held),
        _check_ports(tuple(filter(None, (ports.discovery, ports.boot_server, ports.tftp))), interface, holder, http),
        _with_private(check_network(interface, others), interface, private),
        firewall(interface, ports, http_port(interface, http)),
        check_boot_files(plan),
    )


def check_boot_files(plan: Callable[[], ServingPlan]) -> Finding:
    """Whether every boot file of the plan is there and sound. Missing ones warn; the rest can still boot."""
    try:
        made = plan()
    except (BootFileError, ConfigError, FogError) as problem:
        return Finding(Topic.BOOT_FILES, Verdict.BLOCKED, problem.fault.message, (problem.fault,))
    if made.fog is not None and not made.serves_files:
        return _files_of_fog(made, made.fog)
    faults: list[Fault] = []
    sound: list[str] = []
    for rule in made.rules:
        if not rule.file or rule.next_server is not None or made.next_server is not None:
            continue  # Nothing to load, or another server's files.
        wrong = check_rule(made.root, rule, has_overlays=made.tftp.has_overlays) or secure_boot_faults(
            made.root,
            rule,
            gives_addresses=not made.interfaces and bool(made.leasing),
            has_overlays=made.tftp.has_overlays,
        )
        faults.extend(wrong)
        if not wrong:
            sound.append(archs_words(rule.archs) if rule.archs else EVERY_COMPUTER)
    names = ", ".join(dict.fromkeys(sound))
    if not faults:
        return Finding(Topic.BOOT_FILES, Verdict.OK, say("Complete for {names}.", names=names))
    if faults and not sound:
        return Finding(Topic.BOOT_FILES, Verdict.WARNING, say("No boot file is usable."), tuple(faults))
    return Finding(
        Topic.BOOT_FILES,
        Verdict.WARNING,
        say("Usable for {names}; {count} with a fault.", names=names, count=len(faults)),
        tuple(faults),
    )


def _files_of_fog(plan: ServingPlan, fog: FogPlan) -> Finding:
    """What computers are sent to, and what is wrong with the server."""
    words = [archs_words(rule.archs) if rule.archs else EVERY_COMPUTER for rule in plan.rules if rule.file]
    version = f" {fog.version}" if fog.version else ""
    sentence = say(
        "FOG{version} at {address} boots {computers}.",
        version=version,
        address=fog.address,
        computers=", ".join(dict.fromkeys(words)),
    )
    return Finding(Topic.BOOT_FILES, Verdict.WARNING if fog.notes else Verdict.OK, sentence, fog.notes)


def _check_rights(may_bind: bool, *, are_held: bool) -> Finding:
    if may_bind:
        return Finding(Topic.RIGHTS, Verdict.OK, say("May use the boot ports."))
    if are_held:
        given = say("The administrator's password was given; it counts until FOG Portable is closed.")
        return Finding(Topic.RIGHTS, Verdict.OK, given)
    return Finding(Topic.RIGHTS, Verdict.OK, say("Start asks for an administrator's password to open the boot ports."))


def _check_ports(
    ports: tuple[int, ...],
    interface: NetworkInterface | None,
    holder: Callable[[int, int | None], PortHolder | None],
    http: HttpSettings | None,
) -> Finding:
    index = interface.index if interface is not None else None
    held = [(port, found) for port in ports if (found := holder(port, index)) is not None]
    says_http = ""
    if http is not None and http.is_enabled and interface is not None:
        if not http.port:
            says_http = _http_words(free_http_port(interface.index))
        elif (found := holder_or_stranger(http.port, interface.index, Transport.TCP)) is not None:
            held.append((http.port, found))
        else:
            says_http = _http_words(http.port)
    if not held:
        words = ", ".join(map(str, ports[:-1])) + say(" and ") + str(ports[-1])
        return Finding(Topic.PORTS, Verdict.OK, say("{words} are free.{says_http}", words=words, says_http=says_http))
    faults = tuple(_held_fault(port, found) for port, found in held)
    return Finding(Topic.PORTS, Verdict.BLOCKED, faults[0].message, faults)


def http_port(interface: NetworkInterface | None, http: HttpSettings | None) -> int | None:
    """The port that HTTP would take on this card now; None without HTTP, and when it would take any."""
    if interface is None or http is None or not http.is_enabled:
        return None
    return http.port or free_http_port(interface.index) or None


def _held_fault(port: int, holder: PortHolder) -> Fault:
    if holder == UNSEEN_HOLDER:
        return describe(FaultCode.PORT_IN_USE_UNKNOWN, port=port)
    return held_fault(port, holder)


def _http_words(port: int) -> str:
    """port: 0 for any that is free."""
    return (
        say(" HTTP takes {port}.", port=port)
        if port
        else say(" HTTP takes any free port, as its usual ones are in use.")
    )


def _with_private(finding: Finding, interface: NetworkInterface | None, private: Fault | None) -> Finding:
    """The same with what is wrong with the private network; that nothing was chosen is then no news."""
    if private is None or private in finding.faults:
        return finding
    faults = (*finding.faults, private) if interface is not None else (private,)
    sentence = finding.sentence if finding.verdict is Verdict.BLOCKED and interface is not None else private.message
    return Finding(Topic.NETWORK, Verdict.BLOCKED, sentence, faults)
