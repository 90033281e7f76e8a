"""Directives of dnsmasq 2.90 that need no translation, each with the reason; and the names of all others."""

from __future__ import annotations

from fogportable.dnsmasq.outcome import Outcome, not_supported, unneeded
from fogportable.language import say, to_say


def _each(names: str, outcome: Outcome) -> dict[str, Outcome]:
    return dict.fromkeys(names.split(), outcome)


_DNS_HABITS = unneeded(to_say("It is about DNS, and FOG Portable is no DNS server."))
_PROCESS = unneeded(to_say("It is about how dnsmasq runs; FOG Portable is started by the window or by `serve`."))
_LOG = unneeded(to_say("Every request and answer is in the log anyway."))
_CARDS = unneeded(to_say("Only the chosen network interfaces are served, each with its own address."))
_LEASES = unneeded(
    to_say("It is about giving addresses by dnsmasq's own ways; leases of a private network are kept anyway.")
)
_OTHER_FILE = not_supported(to_say("The file it names is not read. Put its lines into a file and import that too."))
_SCRIPTS = not_supported(to_say("FOG Portable starts no scripts."))
_IPV6 = not_supported(to_say("It is about IPv6; network boot here is IPv4."))

#: What is the same whatever stands behind it.
FIXED: dict[str, Outcome] = {
    "port": unneeded(to_say("FOG Portable never opens the DNS port, so there is nothing to turn off.")),
    "dhcp-no-override": unneeded(to_say("File and server names are always put where firmware looks for them first.")),
    "enable-tftp": unneeded(to_say("TFTP is always served, on the chosen network interfaces.")),
    "dhcp-broadcast": unneeded(to_say("Answers to computers without an address are always broadcast.")),
    "dhcp-authoritative": unneeded(to_say("A proxy refuses no address; a private network is served with authority.")),
    "dhcp-reply-delay": unneeded(to_say("Answers go out at once; iPXE gives up on a proxy after two seconds.")),
    "no-ping": unneeded(
        to_say("A private network checks an address before it gives it, without delay for the others.")
    ),
    "tftp-no-fail": unneeded(to_say("A missing folder is said before Start.")),
    "tftp-secure": unneeded(to_say("Nothing outside the TFTP folder is ever served.")),
    "tftp-lowercase": unneeded(to_say("Files are found whatever the case of their names.")),
    "tftp-max": unneeded(to_say("Enough computers can load at once, and the number is bounded.")),
    "dhcp-relay": not_supported(
        to_say("FOG Portable is no relay. It answers requests of other relays: see network.relays in the sample.")
    ),
    "dhcp-split-relay": not_supported(to_say("FOG Portable is no relay.")),
    "dhcp-alternate-port": not_supported(to_say("DHCP is served on the ports that firmware knows.")),
    "bootp-dynamic": not_supported(to_say("BOOTP without DHCP is not served.")),
    "dhcp-proxy": not_supported(to_say("A DHCP relay that overrides the server's address is not served.")),
    "shared-network": not_supported(to_say("Relayed requests are answered for listed networks: see network.relays.")),
    "bridge-interface": not_supported(to_say("Choose the bridge itself as network interface.")),
    **_each("log-dhcp log-queries log-facility log-async log-debug quiet-dhcp quiet-tftp", _LOG),
    **_each("dumpfile dumpmask", _LOG),
    **_each("bind-interfaces bind-dynamic except-interface listen-address no-dhcp-interface", _CARDS),
    **_each("no-dhcpv4-interface no-dhcpv6-interface local-service", _CARDS),
    **_each("user group pid-file keep-in-foreground no-daemon enable-dbus enable-ubus conntrack test", _PROCESS),
    **_each("version help", _PROCESS),
    **_each("dhcp-leasefile dhcp-lease-max leasefile-ro dhcp-sequential-ip dhcp-ignore-clid", _LEASES),
    **_each("dhcp-client-update dhcp-fqdn dhcp-generate-names dhcp-ignore-names dhcp-rapid-commit", _LEASES),
    **_each("dhcp-ttl dhcp-scriptuser script-arp script-on-renewal", _LEASES),
    **_each("dhcp-hostsfile dhcp-hostsdir dhcp-optsfile dhcp-optsdir read-ethers", _OTHER_FILE),
    **_each("dhcp-script dhcp-luascript conf-script", _SCRIPTS),
    **_each("dhcp-duid", _IPV6),
    **_each("enable-ra ra-param quiet-dhcp6 quiet-ra", _IPV6),
    **_each("bogus-priv domain-needed filterwin2k filter-A filter-AAAA filter-rr no-resolv no-poll", _DNS_HABITS),
    **_each("strict-order all-servers cache-size cache-rr no-negcache neg-ttl local-ttl max-ttl", _DNS_HABITS),
    **_each("max-cache-ttl min-cache-ttl no-hosts expand-hosts clear-on-reload localise-queries", _DNS_HABITS),
    **_each("dns-forward-max edns-packet-max query-port min-port max-port max-tcp-connections", _DNS_HABITS),
    **_each("stop-dns-rebind rebind-localhost-ok rebind-domain-ok dns-loop-detect dnssec", _DNS_HABITS),
    **_each("dnssec-check-unsigned dnssec-debug dnssec-limits dnssec-no-timecheck dnssec-timestamp", _DNS_HABITS),
    **_each("trust-anchor proxy-dnssec add-mac add-subnet add-cpe-id umbrella strip-mac strip-subnet", _DNS_HABITS),
    **_each("no-round-robin no-ident fast-dns-retry use-stale-cache port-limit connmark-allowlist", _DNS_HABITS),
    **_each("connmark-allowlist-enable ipset nftset auth-ttl auth-soa auth-peer auth-sec-servers", _DNS_HABITS),
    **_each("resolv-file localmx selfmx", _DNS_HABITS),
}  # fmt: skip

#: What other computers may rely on: gone unless the file turned DNS off itself.
DNS_CONTENT = frozenset(
    each
    for names in (
        "address server local rev-server servers-file host-record cname addn-hosts hostsdir alias bogus-nxdomain",
        "ignore-address mx-host mx-target srv-host txt-record ptr-record naptr-record caa-record dns-rr",
        "interface-name dynamic-host synth-domain auth-zone auth-server",
    )
    for each in names.split()
)


def dns_content(*, is_dns_off: bool) -> Outcome:
    """What to say about a directive of `DNS_CONTENT`."""
    if is_dns_off:
        return unneeded(say("It is about DNS, which port=0 turns off in this configuration."))
    return not_supported(say("FOG Portable is no DNS server. Who asked dnsmasq for names needs another one."))
