"""A broken profile says what, where and what to write instead; a good one becomes values."""

from __future__ import annotations

import contextlib
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.config.load import load_profile, read_profile
from fogportable.config.profile import Profile
from fogportable.config.settings import SETTINGS, TABLES
from fogportable.errors import ConfigError, Fault, FaultCode
from fogportable.model import BootRule, MenuAction, MenuEntry
from fogportable.resources import resources_folder

SAMPLE = resources_folder() / "profile.sample.toml"


def _fault(tmp_path: Path, text: str | bytes) -> Fault:
    file = tmp_path / "room.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as caught:
        load_profile(file)
    assert str(file) in caught.value.fault.message
    return caught.value.fault


def _profile(text: str) -> Profile:
    profile, faults = read_profile(text, Path("room.toml"))
    assert faults == ()
    return profile


# --- the sample is the contract ---------------------------------------------------------------------------------


def test_sample_loads() -> None:
    profile = load_profile(SAMPLE)
    assert profile.room.computers == 30
    assert len(profile.boot.rules) == 5
    assert len(profile.pxe_menu.entries) == 3
    assert profile.private_network is not None
    assert [entry.action for entry in profile.menu.entries] == [
        MenuAction.LOCAL_DISK,
        MenuAction.CHAIN_URL,
        MenuAction.CHAIN_FILE,
        MenuAction.KERNEL,
        MenuAction.WINPE,
        MenuAction.ISO,
        MenuAction.SHELL,
    ]


def test_sample_has_every_key_and_no_other() -> None:
    def names(raw: object, table: str = "") -> set[str]:
        rows = raw if isinstance(raw, list) else [raw]
        found: set[str] = set()
        for row in rows:
            assert isinstance(row, dict)
            for key, value in row.items():
                name = f"{table}.{key}" if table else key
                found |= names(value, name) if name in TABLES else {name}
        return found

    assert names(tomllib.loads(SAMPLE.read_text("utf-8"))) == {each.name for each in SETTINGS}


def test_sample_names_every_default_and_range() -> None:
    text = SAMPLE.read_text("utf-8")
    for each in SETTINGS:
        if each.high and each.key != "schema_version":
            assert f"{each.low} to {each.high}" in text, each.name
            assert each.default is None or f"Left out: {each.default}" in text, each.name


# --- good values --------------------------------------------------------------------------------------------------


def test_empty_file_is_the_default_profile() -> None:
    assert _profile("") == Profile()


def test_menu_without_entries_is_written_as_an_empty_list() -> None:
    assert _profile("[menu]\nentry = []\n").menu.entries == ()


def test_default_is_found_by_the_text_of_its_entry() -> None:
    entries = '[[menu.entry]]\ntext="a"\naction="shell"\n[[menu.entry]]\ntext="b"\naction="local-disk"\n'
    assert _profile('[menu]\ndefault="b"\n' + entries).menu.default == 1
    assert _profile(entries).menu.default == 0


@pytest.mark.parametrize(
    ("written", "archs"),
    [
        ('"bios"', {0}),
        ('"x64"', {7, 9}),
        ("7", {7, 9}),
        ('"X64"', {7, 9}),
        ("[6, 'arm64']", {6, 11}),
        ("65535", {65535}),
    ],
)
def test_arch_is_a_name_a_number_or_a_list(written: str, archs: set[int]) -> None:
    rules = _profile(f'[[boot.rule]]\narch = {written}\nfile = "x.efi"\n').boot.rules
    assert rules == (BootRule(frozenset(archs), "x.efi"),)


def test_rules_and_entries_keep_their_order_in_every_way_of_writing() -> None:
    profile = _profile(
        'boot.rule = [{arch="bios", file="a"}, {arch="x64", file="b"}]\n'
        'menu.entry = [{text="2", action="shell"}, {text="1", action="kernel", kernel="k", initrd="i"}]\n'
    )
    assert [rule.file for rule in profile.boot.rules] == ["a", "b"]
    assert profile.menu.entries == (
        MenuEntry("2", MenuAction.SHELL),
        MenuEntry("1", MenuAction.KERNEL, kernel="k", initrd=("i",)),
    )


def test_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    file = tmp_path / "notepad.toml"
    file.write_bytes(b"\xef\xbb\xbf[room]\r\nname = 'A'\r\n")
    assert load_profile(file).room.name == "A"


# --- what is wrong, and where -----------------------------------------------------------------------------------

ENTRY = '[[menu.entry]]\ntext = "a"\naction = "shell"\n'
PXE_LOCAL = "[[pxe_menu.entry]]\ntext = '{}'\naction = 'local-disk'\n"
PRIVATE = "[private_network]\ninterface = 'gym0'\nfirst = '{}'\nlast = '{}'\n"
BOTH_ON_ONE_CARD = "[network]\ninterfaces = ['gym0']\n" + PRIVATE.format("10.0.0.1", "10.0.0.9")
HOST = "[[private_network.host]]\nmac = '52:54:00:12:34:56'\naddress = '10.0.0.3'\n"
RULE = '[[boot.rule]]\narch = "bios"\nfile = "a"\n'

BAD_VALUES = [
    ("[menu]\ntimeout = 3601\n", "menu.timeout", 2, "from 0 to 3600 (s)"),
    ("[menu]\n\ntimeout = -1\n", "menu.timeout", 3, "from 0 to 3600"),
    ("[menu]\ntimeout = '5'\n", "menu.timeout", 2, "a whole number"),
    ("[menu]\ntimeout = true\n", "menu.timeout", 2, "a whole number"),
    ("[menu]\ntimeout = 1.5\n", "menu.timeout", 2, "a whole number"),
    ("[room]\ncomputers = 10001\n", "room.computers", 2, "from 0 to 10000"),
    ("[room]\nname = 5\n", "room.name", 2, "a text in quotes"),
    ("[room]\nname = 2024-01-01\n", "room.name", 2, "a text in quotes"),
    ('[room]\nname = "a\\nb"\n', "room.name", 2, "one plain line"),
    (f'[room]\nname = "{"x" * 101}"\n', "room.name", 2, "at most 100"),
    ("room = 5\n", "room", 1, "[room]"),
    ("[[room]]\nname = 'x'\n", "room", 1, "[room]"),
    ("[boot.rule]\narch = 'x64'\nfile = 'a'\n", "boot.rule", 1, "[[boot.rule]]"),
    ("[network]\ninterfaces = 'eth0'\n", "network.interfaces", 2, 'interfaces = ["'),
    ("[network]\ninterfaces = [\n'a',\n5]\n", "network.interfaces", 4, "a text in quotes"),
    ("[network]\ninterfaces = [\n'a',\n'b',\n'a']\n", "network.interfaces", 5, "each name once"),
    ("[network]\ninterfaces = ['']\n", "network.interfaces", 2, "a text"),
    ("[[boot.rule]]\nfile = 'a'\n" + RULE, "boot.rule.arch", 4, "one rule only"),
    ("[[boot.rule]]\nfile = 'a'\n[[boot.rule]]\nignore = true\n", "boot.rule.ignore", 4, "one rule only"),
    ("[[boot.rule]]\nfile = 'a'\nignore = true\n", "boot.rule.ignore", 3, "not both"),
    ("[[boot.rule]]\nmac = '00:11:2'\nfile = 'a'\n", "boot.rule.mac", 2, "52:54:00"),
    ("[[boot.rule]]\nmac = ['00:11', '00-11']\nfile = 'a'\n", "boot.rule.mac", 2, "each once"),
    ("[[boot.rule]]\nuuid = 'x'\nfile = 'a'\n", "boot.rule.uuid", 2, "a UUID such as"),
    ("[[boot.rule]]\nshape = 'drect'\n", "boot.rule.shape", 2, '"direct", which is probably meant'),
    ("[[boot.rule]]\nignore = 'yes'\n", "boot.rule.ignore", 2, "true or false, without quotes"),
    ("[boot]\nnext_server = 'fog'\n", "boot.next_server", 2, "192.168.1.20"),
    ("[network]\nrelays = ['10.0.0.0/33']\n", "network.relays", 2, "192.168.2.0/24"),
    ("[clients]\ndeny = [1]\n", "clients.deny", 2, "52:54:00"),
    ("[[options.extra]]\ntext = 'a'\n", "options.extra.code", 1, "code = a number"),
    ("[[options.extra]]\ncode = 43\ntext = 'a'\n", "options.extra.code", 2, "another number"),
    ("[[options.extra]]\ncode = 224\n", "options.extra.text", 1, "exactly one of"),
    ("[[options.extra]]\ncode = 224\ntext = 'a'\nhex = '00'\n", "options.extra.hex", 4, "exactly one of"),
    ("[[options.extra]]\ncode = 224\nhex = '0g'\n", "options.extra.hex", 3, "pairs of digits"),
    (f"[[options.extra]]\ncode = 224\nhex = '{'00' * 256}'\n", "options.extra.hex", 3, "at most 255"),
    ("[pxe_menu]\ntimeout = 255\n", "pxe_menu.timeout", 2, "from 0 to 254"),
    ("[pxe_menu]\nmulticast = '10.0.0.1'\n", "pxe_menu.multicast", 2, "multicast"),
    ("[[pxe_menu.entry]]\ntext = 'a'\naction = 'file'\n", "pxe_menu.entry.file", 1, "file = "),
    ("[[pxe_menu.entry]]\ntext = 'a'\naction = 'local-disk'\nfile = 'b'\n", "pxe_menu.entry.file", 4, "take the"),
    ("[[pxe_menu.entry]]\ntext = 'a'\naction = 'boot-server'\n", "pxe_menu.entry.type", 1, "type = "),
    (PXE_LOCAL.format("Ä"), "pxe_menu.entry.text", 2, "plain letters"),
    (PXE_LOCAL.format("a") * 2, "pxe_menu.entry.text", 5, "another text"),
    ("".join(PXE_LOCAL.format(f"{n} {'x' * 60}") for n in range(4)), "pxe_menu.entry", 10, "shorter entries"),
    ("[private_network]\nfirst = '10.0.0.1'\nlast = '10.0.0.9'\n", "private_network.interface", 1, "interface = "),
    (PRIVATE.format("10.0.0.9", "10.0.0.1"), "private_network.last", 4, "after the first"),
    (
        "[network]\ninterfaces = ['gym0']\n" + PRIVATE.format("10.0.0.1", "10.0.0.9"),
        "private_network.interface",
        4,
        "not in",
    ),
    (PRIVATE.format("10.0.0.1", "10.0.0.9") + HOST + HOST, "private_network.host.mac", 9, "another one"),
    ("[tftp]\nport_first = 9\n", "tftp.port_last", 1, "both ends"),
    ("[tftp]\nblock_size_limit = 7\n", "tftp.block_size_limit", 2, "from 8 to 1468"),
    ("[http]\nenabled = 1\n", "http.enabled", 2, "true or false"),
    ("[[boot.rule]]\narch = 'x86'\nfile = 'b'\n", "boot.rule.arch", 2, '"bios"'),
    ("[[boot.rule]]\narch = 'amr64'\nfile = 'b'\n", "boot.rule.arch", 2, '"arm64", which is probably meant'),
    ("[[boot.rule]]\narch = ['bios',\n70000]\nfile = 'b'\n", "boot.rule.arch", 3, "option 93"),
    ("[[boot.rule]]\narch = []\nfile = 'b'\n", "boot.rule.arch", 2, "option 93"),
    (RULE + "[[boot.rule]]\narch = ['x64', 0]\nfile = 'b'\n", "boot.rule.arch", 5, "one rule only"),
    ("[[boot.rule]]\narch = 'bios'\n", "boot.rule.file", 1, "shape, next_server or ignore"),
    ("[[boot.rule]]\narch = 'bios'\nfile = ''\n", "boot.rule.file", 3, "shape, next_server or ignore"),
    ("[[boot.rule]]\narch = 'bios'\nfile = 'a\\b'\n", "boot.rule.file", 3, "/ instead"),
    ("[[boot.rule]]\narch = 'bios'\nfile = '../b'\n", "boot.rule.file", 3, "without .."),
    (f"[[boot.rule]]\narch = 'bios'\nfile = '{'x' * 128}'\n", "boot.rule.file", 3, "at most 127"),
    ("[menu]\nentry = []\ndefault = 'x'\n", "menu.default", 3, "the text of one"),
    ("[menu]\nentry = 5\ndefault = 'x'\n", "menu.entry", 2, "[[menu.entry]]"),
    ("[menu]\ntitle = '$$$'\n", "menu.title", 2, "plain letters"),
    ("[[menu.entry]]\ntext = 'a'\naction = 'chain-file'\nfile = 'boot.ipxe'\n", "menu.entry.file", 4, "a file below"),
    (
        "[[menu.entry]]\ntext = 'a'\naction = 'kernel'\nkernel = 'k'\n\ninitrd = ['i', '${x}']\n",
        "menu.entry.initrd",
        6,
        "",
    ),
    ("[[menu.entry]]\ntext = ';;'\naction = 'shell'\n", "menu.entry.text", 2, "plain letters"),
    ("[menu]\ndefault = 'b'\n" + ENTRY, "menu.default", 2, "the text of one of the entries"),
    ("[menu]\ndefault = 'iPXE shel'\n" + ENTRY.replace('"a"', '"iPXE shell"'), "menu.default", 2, '"iPXE shell"'),
    ("[menu]\ndefault = 2\n" + ENTRY, "menu.default", 2, "a text in quotes"),
    (ENTRY + ENTRY, "menu.entry.text", 5, "another text"),
    (ENTRY + "[[menu.entry]]\naction = 'shell'\n", "menu.entry.text", 4, 'text = "'),
    ("[[menu.entry]]\ntext = 'a'\n", "menu.entry.action", 1, 'action = "'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'local disk'\n", "menu.entry.action", 3, '"local-disk"'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'chain-url'\n", "menu.entry.url", 1, 'url = "'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'chain-url'\nurl = 'host/x'\n", "menu.entry.url", 4, "http://"),
    ("[[menu.entry]]\ntext = 'a'\naction = 'chain-file'\nfile = ''\n", "menu.entry.file", 4, 'file = "'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'kernel'\ninitrd = 'i'\n", "menu.entry.kernel", 1, 'kernel = "'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'winpe'\nbcd = 'b'\n", "menu.entry.wim", 1, 'wim = "'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'iso'\niso = 'tftp://h/a'\n", "menu.entry.iso", 4, "https://"),
    ("[[menu.entry]]\ntext = 'a'\naction = 'kernel'\nkernel = 'k'\nwim = 'w'\n", "menu.entry.wim", 5, '"winpe"'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'shell'\nurl = ''\n", "menu.entry.url", 4, 'action = "chain-url"'),
    ("[[menu.entry]]\ntext = 'a'\naction = 'shell'\ninitrd = []\n", "menu.entry.initrd", 4, 'action = "kernel"'),
    ("schema_version = 0\n", "schema_version", 1, "Write 1."),
    ("# x\nschema_version = '1'\n", "schema_version", 2, "Write 1."),
]


@pytest.mark.parametrize(("text", "key", "line", "expected"), BAD_VALUES)
def test_wrong_value_names_key_line_and_what_to_write(
    tmp_path: Path, text: str, key: str, line: int, expected: str
) -> None:
    fault = _fault(tmp_path, text)
    assert fault.code is FaultCode.PROFILE_BAD_VALUE
    assert f" {key} in line {line}: " in fault.message
    assert expected in fault.remedy
    assert str(fault).count("\n") == 0


@pytest.mark.parametrize(
    ("text", "key", "line", "suggestion"),
    [
        ("\n[menu]\ntimout = 5\n", "menu.timout", 3, "Did you mean menu.timeout?"),
        ("[menus]\n", "menus", 1, "Did you mean menu?"),
        ("[romo]\n", "romo", 1, "Did you mean room?"),
        ("[[menu.entrys]]\n", "menu.entrys", 1, "Did you mean menu.entry?"),
        (ENTRY + "initrds = 'x'\n", "menu.entry.initrds", 4, "Did you mean menu.entry.initrd?"),
        ("[menu]\nTimeout = 5\n", "menu.Timeout", 2, "Did you mean menu.timeout?"),
        ("title = 'x'\n", "title", 1, "Did you mean menu.title? Move it there."),
        ("[boot]\nzzz = 1\n", "boot.zzz", 2, "use one of: set, root, shape, ipxe_clients, next_server, rule."),
        ("[zzz]\n", "zzz", 1, "use one of: schema_version, room, network, boot, clients, options, menu, pxe_menu"),
    ],
)
def test_unknown_key_names_line_and_nearest_match(
    tmp_path: Path, text: str, key: str, line: int, suggestion: str
) -> None:
    fault = _fault(tmp_path, text)
    assert fault.code is FaultCode.PROFILE_UNKNOWN_KEY
    assert fault.message.endswith(f" {key} in line {line}.")
    assert suggestion in fault.remedy


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb =\n", 2, "the value is neither"),
        ("[menu]\ntitle = 'x\n\n[room]\n", 2, "the closing quote is missing"),
        ("[menu]\ntitle = 'x\nx = 'y'\n", 2, "the closing quote is missing"),
        ('[menu]\ntitle = "x\n', 2, "the closing quote is missing"),
        ('[menu]\ntitle = """x\n\n', 2, "the closing quote is missing"),
        ('[menu]\n\ntitle = "C:\\Work"\n', 3, "backslash"),
        ("[menu]\ntitle = 'x'\ntitle = 'y'\n", 3, "twice"),
        ("[menu]\n[room]\n[menu]\n", 3, "twice"),
        ("x = [1,\n2\n", 2, "closing ]"),
        ("[menu]\nname\n", 2, "no = after the key"),
        ("[menu\n", 1, "closing ]"),
        (b"a = 1\n# \xe4\n", 2, "UTF-8"),
        ("x = " + "[" * 5000, 1, "too long"),
        ("a = 1\nx = " + "9" * 5000, 2, "too long"),
        (b" " * ((1 << 20) + 1), 1, "larger than a megabyte"),
    ],
)
def test_text_that_is_not_toml_names_the_line(tmp_path: Path, text: str | bytes, line: int, words: str) -> None:
    fault = _fault(tmp_path, text)
    assert fault.code is FaultCode.PROFILE_NOT_TOML
    assert f"in line {line}: " in fault.message
    assert words in fault.message


def test_newer_schema_says_only_that(tmp_path: Path) -> None:
    fault = _fault(tmp_path, "schema_version = 2\n[something.new]\n")
    assert fault.code is FaultCode.PROFILE_TOO_NEW
    assert "schema_version = 1" in fault.remedy


@pytest.mark.parametrize("name", ["missing.toml", ".", "nul\0"])
def test_file_that_cannot_be_read_is_a_fault(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_profile(tmp_path / name)
    assert caught.value.code is FaultCode.PROFILE_MISSING


@pytest.mark.parametrize(
    "text", ["schema_version = {}\n", "[menu]\ntimeout = {}\n", "[[boot.rule]]\narch = {}\nfile='f'\n"]
)
def test_number_too_long_to_write_is_a_fault(tmp_path: Path, text: str) -> None:
    fault = _fault(tmp_path, text.format("0x" + "f" * 5000))
    assert "a huge number" in fault.message


def test_key_with_a_line_break_stays_one_sentence(tmp_path: Path) -> None:
    fault = _fault(tmp_path, f'"a\\nb{"x" * 200}" = 1\n')
    assert "\n" not in fault.message
    assert "a?bxxx" in fault.message


def test_all_problems_are_told_in_the_order_of_the_lines() -> None:
    _, faults = read_profile("[menu]\ntimeout = 9999\nx = 1\n[room]\ncomputers = 'x'\n[zoo]\n", Path("x"))
    messages = [fault.message for fault in faults]
    assert [message.split(" in line ")[1][0] for message in messages] == ["2", "3", "5", "6"]


def test_two_texts_that_are_both_missing_are_not_called_the_same() -> None:
    _, faults = read_profile('[[menu.entry]]\naction="shell"\n[[menu.entry]]\naction="shell"\n', Path("x"))
    assert ["it is missing" in fault.message for fault in faults] == [True, True]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_random_bytes_never_raise_anything_but_a_fault(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "random.toml"
    file.write_bytes(data)
    with contextlib.suppress(ConfigError):
        load_profile(file)


_toml_values = st.recursive(
    st.none().map(lambda _: "x") | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.data())
def test_any_value_behind_any_key_is_a_value_or_a_fault(data: st.DataObject) -> None:
    import tomlkit

    raw: dict[str, object] = {}
    for each in data.draw(st.lists(st.sampled_from(SETTINGS), max_size=12, unique_by=lambda setting: setting.name)):
        inner: dict[str, object] = raw
        *tables, key = each.name.split(".")
        for table in tables:
            inner = inner.setdefault(table, {})  # type: ignore[assignment]
        inner[key] = data.draw(_toml_values)
    for table, row in (name.split(".") for name in TABLES if "." in name):
        holder = raw.get(table)
        if isinstance(holder, dict) and row in holder and data.draw(st.booleans()):
            holder[row] = [holder[row]]
    read_profile(tomlkit.dumps(raw), Path("x"))
