"""Scripts as FOG 1.6 makes them, written from its description: it was read, and not run."""

from __future__ import annotations

_KERNELS = {
    "x86_64": ("bzImage", "init.xz"),
    "i386": ("bzImage32", "init_32.xz"),
    "arm64": ("arm_Image", "arm_init.cpio.gz"),
}

_DISK = " || ".join(
    [
        "console && sanboot --drive 0 --no-describe",
        *(f"sanboot --no-describe --drive 0x8{n}" for n in range(3)),
        "goto MENU",
    ]
)
_LOGIN = "login\nparams\nparam mac0 ${net0/mac}\nparam username ${username}\nparam password ${password}\n"

#: default.ipxe of 1.5 as its installer writes it, shortened by what it tells of the computer.
_DEFAULT_1_5 = """#!ipxe
cpuid --ext 29 && set arch x86_64 || set arch ${{buildarch}}
params
param mac0 ${{net0/mac}}
param arch ${{arch}}
param platform ${{platform}}
param ipxever ${{version}}
isset ${{net1/mac}} && param mac1 ${{net1/mac}} || goto bootme
:bootme
chain http://{place}/{root}/service/ipxe/boot.php##params
"""
_DEFAULT_1_6 = """#!ipxe
chain custom.ipxe || goto fog_default
:fog_default
set arch ${{buildarch}}
iseq ${{arch}} i386 && cpuid --ext 29 && set arch x86_64 ||
params
param mac0 ${{net0/mac}}
param arch ${{arch}}
chain http://{place}/{root}/service/ipxe/boot.php##params
"""


def default_script(place: str, root: str = "fog", *, is_1_6: bool = False) -> bytes:
    """default.ipxe."""
    return (_DEFAULT_1_6 if is_1_6 else _DEFAULT_1_5).format(place=place, root=root).encode()


def menu_1_6(own: str, name: str, platform: str, arch: str) -> bytes:
    """The menu of a computer. name: "" for one that FOG does not know."""
    items = ["fog.local Boot from hard disk", "fog.memtest Run Memtest86+"]
    if name:
        items += ["fog.keyreg Update Product Key", "fog.deployimage Deploy Image"]
    else:
        items += [
            "fog.reginput Perform Full Host Registration and Inventory",
            "fog.reg Quick Registration and Inventory",
        ]
    items += ["fog.multijoin Join Multicast Session", "fog.sysinfo Client System Information (Compatibility)"]
    if platform == "efi":
        items.append("fog.enrollsecureboot Enrol the Secure Boot key")
    title = f"Host is registered as {name}!" if name else "Host is NOT registered!"
    lines = [
        _head(own),
        ":MENU\nmenu",
        f"item --gap {title}",
        "item --gap -- -------------------------------------",
        *(f"item {item}" for item in items),
        "choose --default fog.local --timeout 3000 target && goto ${target}",
        f":fog.local\n{_DISK}",
        ":fog.memtest\nkernel memtest.bin\nboot || goto MENU",
    ]
    for mode, item in (("manreg", "fog.reginput"), ("autoreg", "fog.reg"), ("sysinfo", "fog.sysinfo")):
        if any(each.startswith(f"{item} ") for each in items):
            lines.append(f":{item}\n{_kernel(own, arch, f'mode={mode}')} || goto MENU")
    for item in ("fog.keyreg", "fog.deployimage", "fog.multijoin"):
        if any(each.startswith(f"{item} ") for each in items):
            lines.append(f":{item}\n{_LOGIN}")
    lines.append(f":bootme\nchain -ar http://{own}/fog/service/ipxe/boot.php##params || goto MENU\nautoboot")
    return "\n".join(lines).encode() + b"\n"


def task_1_6(own: str, mac: str, name: str, task: str, arch: str) -> bytes:
    """A task that starts at once."""
    kinds = {"deploy": "type=down", "capture": "type=up", "multicast": "port=63100 type=down mc=yes"}
    more = f"mac={mac} hostname={name} osid=9 img=Win10Base imgType=n imgid=1 adpass=geheim {kinds.get(task, task)}"
    return f"{_head(own)}\n{_kernel(own, arch, more)}\n".encode()


def exit_1_6(own: str, root: str) -> bytes:
    """A hidden menu."""
    head = f"#!ipxe\nset fog-ip {own}\nset fog-webroot {root}\n"
    prompt = f"prompt --key 0x1b --timeout 3000 Booting... && goto menuAccess || {_DISK}"
    return f"{head}{prompt}\n:menuAccess\n{_LOGIN}".encode()


def _head(own: str) -> str:
    lines = [
        "#!ipxe",
        f"set fog-ip {own}",
        "set fog-webroot fog",
        "set boot-url http://${fog-ip}/${fog-webroot}",
        "set setmacto ${netX/mac}",
        f"set storage-ip {own}",
        "set arch ${buildarch}",
        "iseq ${arch} i386 && cpuid --ext 29 && set arch x86_64 ||",
    ]
    return "\n".join(lines)


def _kernel(own: str, arch: str, more: str) -> str:
    kernel, init = _KERNELS[arch]
    base = f"kernel {kernel} loglevel=4 initrd={init} root=/dev/ram0 rw ramdisk_size=275000 web=http://{own}/fog/"
    storage = f"storage={own}:/images/ storageip={own} setmacto=${{setmacto}}"
    return f"{base} consoleblank=0 rootfstype=ext4 {storage} loglevel=4 {more}\nimgfetch {init}\nboot"
