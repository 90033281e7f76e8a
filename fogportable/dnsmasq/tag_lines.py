"""The directives that set tags: what each says about the computers that get one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogportable.dnsmasq.lines import ConfigLine
from fogportable.dnsmasq.option_names import option_number
from fogportable.dnsmasq.tags import Condition, Stage
from fogportable.language import say, to_say
from fogportable.protocol.address import MacPattern
from fogportable.protocol.pxe.archs import HTTP_ARCHS, archs_label, parse_arch

_CLIENT_ARCH, _VENDOR_CLASS, _USER_CLASS, _IPXE = 93, 60, 77, 175
_ARCH_IN_CLASS = re.compile(r"Arch:(\d{1,5})")
_HARDWARE_TYPE = re.compile(r"^[0-9A-Fa-f]{1,2}-(?=.*:)")

#: Directives that set a tag by what our rules do not look at.
OTHER_TAG_SETTERS: dict[str, str] = {
    "dhcp-circuitid": to_say("rules do not look at option 82 of relays"),
    "dhcp-remoteid": to_say("rules do not look at option 82 of relays"),
    "dhcp-subscrid": to_say("rules do not look at option 82 of relays"),
    "dhcp-name-match": to_say("rules do not look at host names"),
}
TAG_SETTERS = frozenset({"dhcp-match", "dhcp-vendorclass", "dhcp-userclass", "dhcp-mac", "tag-if", *OTHER_TAG_SETTERS})


@dataclass(frozen=True, slots=True)
class TagSetter:
    """What one line says. problem: why it cannot be used, "" when it can. words: the condition, for people."""

    tag: str
    conditions: tuple[Condition, ...] = ()
    problem: str = ""
    words: str = ""


def read_tag_setter(line: ConfigLine) -> TagSetter | None:
    """What a line of `TAG_SETTERS` says (but `tag-if`, which needs other tags); None when it sets no tag."""
    name = re.sub(r"^(?:set|net):", "", line.value)
    rest = line.fields[1:]
    if not name:
        return None
    if line.option in OTHER_TAG_SETTERS:
        return TagSetter(name, problem=say(OTHER_TAG_SETTERS[line.option]))
    if not rest:
        return None
    match line.option:
        case "dhcp-match":
            return _match(name, rest)
        case "dhcp-vendorclass":
            return _vendor_class(name, rest[-1])
        case "dhcp-userclass":
            return _user_class(name, rest[-1])
        case "dhcp-mac":
            return _mac(name, rest[0])
        case _:
            return None


def _match(name: str, rest: tuple[str, ...]) -> TagSetter:
    """`dhcp-match=set:<tag>,<option>[,value]`."""
    wanted, value = rest[0], ",".join(rest[1:])
    if wanted.startswith("encap:"):
        is_ipxe = wanted == f"encap:{_IPXE}"
        return (
            _ipxe(name)
            if is_ipxe
            else TagSetter(name, problem=say("rules do not look into option {option}", option=wanted[6:]))
        )
    code = option_number(wanted)
    if code == _IPXE:
        return _ipxe(name)
    if code == _CLIENT_ARCH:
        return _arch(name, value)
    if code == _VENDOR_CLASS:
        return _vendor_class(name, value)
    if code == _USER_CLASS:
        return _user_class(name, value)
    return TagSetter(name, problem=say("rules do not look at option {option}", option=wanted.removeprefix("option:")))


def _arch(name: str, value: str) -> TagSetter:
    """The value of option 93: decimal, or two octets in hexadecimal."""
    text = value.strip().rstrip("*")
    if not text:
        return TagSetter(name, (Condition(),), words=say("every computer that names its architecture"))
    try:
        if ":" in text:
            number = int.from_bytes(bytes.fromhex(text.replace(":", "")), "big")
        else:
            number = int(text, 16) if text.lower().startswith("0x") else int(re.sub(r"[bsi]$", "", text))
        return _arch_number(name, number)
    except ValueError:
        return TagSetter(name, problem=say("{text} is no architecture", text=text))


def _arch_number(name: str, number: int) -> TagSetter:
    archs = parse_arch(str(number))
    return TagSetter(name, (Condition(archs=archs),), words=archs_label(archs))


def _vendor_class(name: str, text: str) -> TagSetter:
    """dnsmasq looks for the text anywhere in option 60."""
    found = _ARCH_IN_CLASS.search(text)
    if found is not None:
        try:
            return _arch_number(name, int(found[1]))
        except ValueError:
            return TagSetter(name, problem=say("{text} names no architecture", text=text))
    word = text.strip().rstrip("*:")
    if word and "HTTPClient".startswith(word):
        return TagSetter(name, (Condition(archs=HTTP_ARCHS),), words="UEFI HTTP Boot")
    if word and "PXEClient".startswith(word):
        return TagSetter(name, (Condition(),), words=say("every computer that boots by PXE"))
    return TagSetter(name, problem=say("rules do not look at vendor classes of other kinds"))


def _user_class(name: str, text: str) -> TagSetter:
    if "ipxe" in text.lower() or "gpxe" in text.lower():
        return _ipxe(name)
    return TagSetter(name, problem=say("rules do not look at user classes other than iPXE"))


def _ipxe(name: str) -> TagSetter:
    return TagSetter(name, (Condition(stage=Stage.IPXE),), words="iPXE")


def _mac(name: str, text: str) -> TagSetter:
    pattern = read_mac(text)
    if pattern is None:
        return TagSetter(name, problem=say("rules know whole addresses and their beginnings, no other patterns"))
    return TagSetter(name, (Condition(macs=(pattern,)),), words=str(pattern))


def read_mac(text: str) -> MacPattern | None:
    """A hardware address of dnsmasq, whole or with `*` at the end; `06-` before it is its type. None for others."""
    try:
        return MacPattern.parse(_HARDWARE_TYPE.sub("", text.strip()))
    except ValueError:
        return None
