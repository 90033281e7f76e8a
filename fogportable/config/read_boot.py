"""Reading `[boot]` with its rules, `[clients]` and `[options]`: who gets what."""

from __future__ import annotations

from fogportable.config.network_values import NetworkValueReader
from fogportable.config.positions import KeyPath
from fogportable.config.problems import Problems
from fogportable.config.profile import BootSettings
from fogportable.config.values import RawTable
from fogportable.model import BootRule, ClientLists, ExtraOption, IpxeClients, OfferShape, ReplyOptions
from fogportable.protocol.dhcp.options import OptionCode
from fogportable.protocol.pxe.archs import arch_name

#: Options that network boot itself writes; another value would break it.
_OWN_OPTIONS = frozenset(
    {
        OptionCode.VENDOR_OPTIONS,
        OptionCode.OVERLOAD,
        OptionCode.MESSAGE_TYPE,
        OptionCode.SERVER_IDENTIFIER,
        OptionCode.VENDOR_CLASS,
        OptionCode.TFTP_SERVER_NAME,
        OptionCode.BOOT_FILE,
        OptionCode.RELAY_AGENT,
        OptionCode.CLIENT_MACHINE_ID,
        OptionCode.IPXE,
    }
)
_LONGEST_VALUE = 255
_VALUE_KEYS = ("text", "hex", "addresses")


class BootReader:
    """Takes rules, lists and options out of their tables. What is wrong goes to the problems."""

    def __init__(self, values: NetworkValueReader, problems: Problems) -> None:
        self._values = values
        self._problems = problems

    def read_boot(self, boot: RawTable) -> BootSettings:
        """The table `[boot]`."""
        values = self._values
        rules = []
        said = _SaidBefore(self._problems)
        for table in values.tables(boot, "rule"):
            rule = self._rule(table)
            said.check(table, rule)
            rules.append(rule)
        return BootSettings(
            set=values.text(boot, "set"),
            root=values.text(boot, "root"),
            rules=tuple(rules),
            shape=values.choice(boot, "shape", OfferShape) or OfferShape.AUTO,
            ipxe_clients=values.choice(boot, "ipxe_clients", IpxeClients) or IpxeClients.SCRIPT,
            next_server=values.address(boot, "next_server"),
        )

    def read_clients(self, clients: RawTable) -> ClientLists:
        """The table `[clients]`."""
        return ClientLists(self._values.mac_patterns(clients, "allow"), self._values.mac_patterns(clients, "deny"))

    def read_options(self, options: RawTable) -> ReplyOptions:
        """The table `[options]`."""
        values = self._values
        extra = (self._extra(table) for table in values.tables(options, "extra"))
        return ReplyOptions(
            root_path=values.text(options, "root_path"),
            config_file=values.text(options, "config_file"),
            path_prefix=values.text(options, "path_prefix"),
            has_tftp_address=values.flag(options, "tftp_address"),
            extra=tuple(each for each in extra if each is not None),
        )

    def _rule(self, table: RawTable) -> BootRule:
        values = self._values
        rule = BootRule(
            archs=values.archs(table, "arch"),
            file=self.file_name(table, "file"),
            macs=values.mac_patterns(table, "mac"),
            uuids=values.uuids(table, "uuid"),
            script=values.text(table, "script"),
            shape=values.choice(table, "shape", OfferShape),
            next_server=values.address(table, "next_server"),
            is_ignored=values.flag(table, "ignore"),
        )
        if rule.file and rule.is_ignored:
            self._problems.bad_value(
                (*table.path, "ignore"), "the rule names a file too", "a file, or ignore = true, not both"
            )
        elif not _points(rule) and not self._problems.has(table.path):
            self._problems.bad_value(
                (*table.path, "file"), "the rule says nothing", "file, script, shape, next_server or ignore in it"
            )
        return rule

    def file_name(self, table: RawTable, key: str) -> str:
        """A name below the TFTP folder, written with /."""
        name = self._values.text(table, key)
        path = (*table.path, key)
        if "\\" in name:
            self._problems.bad_value(path, "it has a backslash", "it with / instead")
        elif ".." in name.split("/"):
            self._problems.bad_value(path, "it leads out of the TFTP folder", "a name below that folder, without ..")
        return name

    def _extra(self, table: RawTable) -> ExtraOption | None:
        code = self._values.number(table, "code")
        path: KeyPath = (*table.path, "code")
        if code in _OWN_OPTIONS and not self._problems.has(path):
            self._problems.bad_value(
                path, f"option {code} is one that network boot itself needs", "another number, or take the option out"
            )
        value = self._option_value(table)
        archs = self._values.archs(table, "arch")
        return ExtraOption(code, value, archs) if value is not None else None

    def _option_value(self, table: RawTable) -> bytes | None:
        written = [key for key in _VALUE_KEYS if table.has(key)]
        if len(written) != 1:
            words = f"it has {' and '.join(written)}" if written else "it has no value"
            self._problems.bad_value(
                (*table.path, written[-1] if written else "text"), words, "exactly one of text, hex and addresses"
            )
            return None
        path: KeyPath = (*table.path, written[0])
        value = self._bytes_of(table, written[0], path)
        if not value and not self._problems.has(path):
            self._problems.bad_value(path, "it is empty", "a value")
        elif len(value) > _LONGEST_VALUE:
            self._problems.bad_value(path, f"it is {len(value)} bytes long", f"at most {_LONGEST_VALUE} bytes")
        return value

    def _bytes_of(self, table: RawTable, key: str, path: KeyPath) -> bytes:
        if key == "addresses":
            return b"".join(each.packed for each in self._values.addresses(table, key))
        text = self._values.text(table, key)
        if key == "text":
            return text.encode()
        try:
            return bytes.fromhex(text.replace(":", " "))
        except ValueError:
            self._problems.bad_value(path, "it is no hexadecimal value", 'pairs of digits such as "c0 a8 01 14"')
            return b""


class _SaidBefore:
    """Finds rules that an earlier one, which fits everybody of an architecture, leaves nothing to say."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._by_arch: dict[tuple[str, int], RawTable] = {}
        self._for_all: dict[str, RawTable] = {}

    def check(self, table: RawTable, rule: BootRule) -> None:
        """Take in the next rule of the file."""
        for point, key in _points(rule):
            earlier = self._for_all.get(point)
            archs = [arch for arch in sorted(rule.archs) if (point, arch) in self._by_arch]
            if earlier is None and archs:
                earlier = self._by_arch[point, archs[0]]
            if earlier is not None:
                line = self._problems.line_of(earlier.path)
                who = arch_name(archs[0]) if archs else "everybody"
                self._problems.bad_value(
                    (*table.path, "arch" if table.has("arch") else key),
                    f"{who} already has {_POINT_WORDS[point]} in line {line}",
                    "each architecture in one rule only, with special cases (mac, uuid) before it",
                )
                return
        if not rule.macs and not rule.uuids:
            for point, _ in _points(rule):
                if not rule.archs:
                    self._for_all.setdefault(point, table)
                for arch in rule.archs:
                    self._by_arch.setdefault((point, arch), table)


_POINT_WORDS = {
    "boot": "a file",
    "script": "a script",
    "shape": "a shape",
    "next_server": "a next server",
}


def _points(rule: BootRule) -> tuple[tuple[str, str], ...]:
    """What a rule decides, each with the key that says it."""
    said = (
        ("boot", "file", bool(rule.file)),
        ("boot", "ignore", rule.is_ignored),
        ("script", "script", bool(rule.script)),
        ("shape", "shape", rule.shape is not None),
        ("next_server", "next_server", rule.next_server is not None),
    )
    return tuple((point, key) for point, key, is_said in said if is_said)
