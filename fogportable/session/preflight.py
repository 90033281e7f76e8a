"""What can be known before Start, without sending anything: rights, ports, network, boot files."""

from __future__ import annotations

from collections.abc import Callable

from fogportable.boot.boot_set import check_rule
from fogportable.boot.secure_boot import secure_boot_faults
from fogportable.errors import BootFileError, Fault, FaultCode, describe
from fogportable.figures import speed_words
from fogportable.model import Finding, HttpSettings, NetworkInterface, ServingPlan, Topic, Verdict, WirePorts
from fogportable.platform.ports import PortHolder, Transport, holder_of
from fogportable.platform.rights import may_open_boot_ports
from fogportable.protocol.pxe.archs import EVERY_COMPUTER, archs_words
from fogportable.session.http_port import free_http_port


def check_before_start(
    interface: NetworkInterface | None,
    plan: Callable[[], ServingPlan],
    *,
    ports: WirePorts | None = None,
    http: HttpSettings | None = None,
    private: Fault | None = None,
    may_bind: Callable[[], bool] = may_open_boot_ports,
    holder: Callable[[int, int | None], PortHolder | None] = holder_of,
) -> tuple[Finding, ...]:
    """One finding per topic, in the order of the card. plan: makes the plan, or raises what is wrong with it.

    http: None leaves HTTP out. private: why no address can be given on a private network's card; None when it can, and
    without one.
    """
    ports = ports or WirePorts()
    return (
        _check_rights(may_bind()),
        _check_ports((ports.discovery, ports.boot_server, ports.tftp), interface, holder, http),
        _with_private(_check_network(interface), interface, private),
        check_boot_files(plan),
    )


def check_boot_files(plan: Callable[[], ServingPlan]) -> Finding:
    """Whether every boot file of the plan is there and sound. Missing ones warn; the rest can still boot."""
    try:
        made = plan()
    except BootFileError as problem:
        return Finding(Topic.BOOT_FILES, Verdict.BLOCKED, problem.fault.message, (problem.fault,))
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
        return Finding(Topic.BOOT_FILES, Verdict.OK, f"Complete for {names}.")
    if faults and not sound:
        return Finding(Topic.BOOT_FILES, Verdict.WARNING, "No boot file is usable.", tuple(faults))
    return Finding(Topic.BOOT_FILES, Verdict.WARNING, f"Usable for {names}; {len(faults)} with a fault.", tuple(faults))


def _check_rights(may_bind: bool) -> Finding:
    if may_bind:
        return Finding(Topic.RIGHTS, Verdict.OK, "May use the boot ports.")
    return Finding(Topic.RIGHTS, Verdict.OK, "Start asks for an administrator's password to open the boot ports.")


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
        elif (found := holder_of(http.port, interface.index, Transport.TCP)) is not None:
            held.append((http.port, found))
        else:
            says_http = _http_words(http.port)
    if not held:
        words = ", ".join(map(str, ports[:-1])) + f" and {ports[-1]}"
        return Finding(Topic.PORTS, Verdict.OK, f"{words} are free.{says_http}")
    faults = tuple(describe(FaultCode.PORT_IN_USE, port=port, holder=found.name, pid=found.pid) for port, found in held)
    return Finding(Topic.PORTS, Verdict.BLOCKED, faults[0].message, faults)


def _http_words(port: int) -> str:
    """port: 0 for any that is free."""
    return f" HTTP takes {port}." if port else " HTTP takes any free port, as its usual ones are in use."


def _with_private(finding: Finding, interface: NetworkInterface | None, private: Fault | None) -> Finding:
    """The same with what is wrong with the private network; that nothing was chosen is then no news."""
    if private is None or private in finding.faults:
        return finding
    faults = (*finding.faults, private) if interface is not None else (private,)
    sentence = finding.sentence if finding.verdict is Verdict.BLOCKED and interface is not None else private.message
    return Finding(Topic.NETWORK, Verdict.BLOCKED, sentence, faults)


def _check_network(interface: NetworkInterface | None) -> Finding:
    if interface is None:
        fault = describe(FaultCode.NO_INTERFACE_CHOSEN)
        return Finding(Topic.NETWORK, Verdict.BLOCKED, fault.message, (fault,))
    if interface.unusable is not None:
        return Finding(Topic.NETWORK, Verdict.BLOCKED, interface.unusable.message, (interface.unusable,))
    if interface.address is None:
        fault = describe(FaultCode.INTERFACE_NO_ADDRESS, interface=interface.name)
        return Finding(Topic.NETWORK, Verdict.BLOCKED, fault.message, (fault,))
    if interface.has_link is False:
        fault = describe(FaultCode.INTERFACE_DOWN, interface=interface.name)
        return Finding(Topic.NETWORK, Verdict.WARNING, fault.message, (fault,))
    others = len(interface.addresses) - 1
    count = "one address" if not others else f"{others + 1} addresses, {interface.address.ip} is used"
    speed = "" if interface.speed_mbit_s is None else f", {speed_words(interface.speed_mbit_s)}"
    return Finding(Topic.NETWORK, Verdict.OK, f"{interface.friendly_name} is ready: {count}{speed}.")
