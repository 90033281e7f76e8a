"""Reading `[boot]` with its rules, `[clients]` and `[options]`: who gets what."""

from __future__ import annotations

from collections.abc import Sequence

from fogportable.boot.reply_options import option_problems
from fogportable.boot.rule_cover import RuleCover, RulePoint, points_of
from fogportable.config.network_values import NetworkValueReader
from fogportable.config.positions import KeyPath
from fogportable.config.problems import Problems
from fogportable.config.profile import BootSettings
from fogportable.config.values import RawTable
from fogportable.language import say
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
        tables = values.tables(boot, "rule")
        rules = tuple(self._rule(table) for table in tables)
        _check_used(self._problems, tables, rules)
        return BootSettings(
            set=values.text(boot, "set"),
            root=values.text(boot, "root"),
            rules=rules,
            shape=values.choice(boot, "shape", OfferShape) or OfferShape.AUTO,
            ipxe_clients=values.choice(boot, "ipxe_clients", IpxeClients) or IpxeClients.SCRIPT,
            next_server=values.address(boot, "next_server"),
        )

    def read_clients(self, clients: RawTable) -> ClientLists:
        """The table `[clients]`."""
        values = self._values
        return ClientLists(
            values.mac_patterns(clients, "allow"),
            values.mac_patterns(clients, "deny"),
            values.flag(clients, "approve"),
            values.macs(clients, "approved"),
        )

    def read_options(self, options: RawTable) -> ReplyOptions:
        """The table `[options]`."""
        values = self._values
        tables = values.tables(options, "extra")
        extra = tuple(self._extra(table) for table in tables)
        found = ReplyOptions(
            root_path=values.text(options, "root_path"),
            config_file=values.text(options, "config_file"),
            path_prefix=values.text(options, "path_prefix"),
            has_tftp_address=values.flag(options, "tftp_address"),
            extra=tuple(each for each in extra if each is not None),
        )
        if None not in extra:
            self._check_sent(tables, found)
        return found

    def _check_sent(self, tables: tuple[RawTable, ...], options: ReplyOptions) -> None:
        """What cannot be sent, where nothing else was said before."""
        for each in option_problems(options):
            if each.extra is not None and not self._problems.has(tables[each.extra].path):
                self._problems.bad_sentence(
                    (*tables[each.extra].path, "code"), each.sentence, say("another number, or take the option out")
                )

    def _rule(self, table: RawTable) -> BootRule:
        values = self._values
        for key in ("mac", "uuid"):
            values.refuse_empty(table, key)
        rule = BootRule(
            archs=values.archs(table, "arch"),
            file=self.file_name(table, "file"),
            macs=values.mac_patterns(table, "mac"),
            uuids=values.uuids(table, "uuid"),
            script=self._script(table),
            shape=values.choice(table, "shape", OfferShape),
            next_server=values.address(table, "next_server"),
            is_ignored=values.flag(table, "ignore"),
        )
        if rule.file and rule.is_ignored:
            self._problems.bad_value(
                (*table.path, "ignore"), say("the rule names a file too"), say("a file, or ignore = true, not both")
            )
        elif not points_of(rule) and not self._problems.has(table.path):
            self._problems.bad_value(
                (*table.path, "file"),
                say("the rule says nothing"),
                say("file, script, shape, next_server or ignore in it"),
            )
        return rule

    def file_name(self, table: RawTable, key: str) -> str:
        """A name below the TFTP folder, written with /."""
        name = self._values.text(table, key)
        path = (*table.path, key)
        if "\\" in name:
            self._problems.bad_value(path, say("it has a backslash"), say("it with / instead"))
        elif ".." in name.split("/"):
            self._problems.bad_value(
                path, say("it leads out of the TFTP folder"), say("a name below that folder, without ..")
            )
        elif name and not name.strip():
            self._problems.bad_value(path, say("it has only blanks"), say("the name of a file"))
        return name

    def _script(self, table: RawTable) -> str:
        """What iPXE loads: a file as above, or an address, in which it replaces settings such as ${mac} itself."""
        name = self._values.text(table, "script")
        if "://" not in name:
            return self.file_name(table, "script")
        if " " in name:
            self._problems.bad_value(
                (*table.path, "script"), say("the address has a blank"), say("it with %20 for each blank")
            )
        return name

    def _extra(self, table: RawTable) -> ExtraOption | None:
        code = self._values.number(table, "code")
        path: KeyPath = (*table.path, "code")
        if code in _OWN_OPTIONS and not self._problems.has(path):
            self._problems.bad_value(
                path,
                say("option {code} is one that network boot itself needs", code=code),
                say("another number, or take the option out"),
            )
        value = self._option_value(table)
        archs = self._values.archs(table, "arch")
        return ExtraOption(code, value, archs) if value is not None else None

    def _option_value(self, table: RawTable) -> bytes | None:
        written = [key for key in _VALUE_KEYS if table.has(key)]
        if len(written) != 1:
            words = f"it has {' and '.join(written)}" if written else say("it has no value")
            self._problems.bad_value(
                (*table.path, written[-1] if written else "text"), words, say("exactly one of text, hex and addresses")
            )
            return None
        path: KeyPath = (*table.path, written[0])
        value = self._bytes_of(table, written[0], path)
        if not value and not self._problems.has(path):
            self._problems.bad_value(path, say("it is empty"), say("a value"))
        elif len(value) > _LONGEST_VALUE:
            self._problems.bad_value(
                path,
                say("it is {count} bytes long", count=len(value)),
                say("at most {most} bytes", most=_LONGEST_VALUE),
            )
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
            self._problems.bad_value(
                path, say("it is no hexadecimal value"), say('pairs of digits such as "c0 a8 01 14"')
            )
            return b""


def _check_used(problems: Problems, tables: Sequence[RawTable], rules: Sequence[BootRule]) -> None:
    """The first rule that fits a computer counts, so what an earlier one says for everybody would never be used."""
    cover = RuleCover()
    for number, (table, rule) in enumerate(zip(tables, rules, strict=True)):
        if problems.has(table.path):
            continue
        taken = next(((point, *each) for point in points_of(rule) for each in cover.covered(rule, point)), None)
        if taken is not None:
            point, arch, earlier = taken
            problems.bad_value(
                (*table.path, "arch" if rule.archs else _key_of(rule, point)),
                say(
                    "{who} already has {point} in line {line}",
                    who=say("everybody") if arch is None else arch_name(arch),
                    point=point,
                    line=problems.line_of(tables[earlier].path),
                ),
                say("each architecture in one rule only, with special cases (mac, uuid) before it"),
            )
        cover.add(rule, number)


def _key_of(rule: BootRule, point: RulePoint) -> str:
    match point:
        case RulePoint.FILE:
            return "ignore" if rule.is_ignored else "file"
        case RulePoint.SCRIPT:
            return "script"
        case RulePoint.SHAPE:
            return "shape"
        case RulePoint.NEXT_SERVER:
            return "next_server"
