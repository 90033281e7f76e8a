"""The firmware's own menu: prompt, entries and how much of option 43 they take."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.model import LONGEST_PROMPT_S, IpxeClients, PxeAction, PxeEntry, PxeMenu
from fogportable.protocol.pxe.archs import EVERY_COMPUTER, archs_words
from fogportable.ui.fields.field import Field
from fogportable.ui.fields.form_card import FormCard
from fogportable.ui.fields.parsing import read_archs, read_line, read_optional_address, show_archs, show_optional
from fogportable.ui.fields.rows_card import Rows, RowsFrame
from fogportable.ui.kit import Kit
from fogportable.ui.views.profile_side import ProfileSide
from fogportable.ui.widgets.menu_meter import MenuMeter
from fogportable.ui.widgets.problem_line import ProblemLine

#: One more than the longest prompt stands for "wait for ever", as in the packet.
_WAITS = LONGEST_PROMPT_S + 1
_MOST_TYPES = 32767


class FirmwareMenuSide(ProfileSide):
    """Edits `Profile.pxe_menu`; what cannot be served is said and never leaves this page wrong unsaid."""

    name = "bootSideFirmwareMenu"

    @classmethod
    def tab_words(cls) -> str:
        return QCoreApplication.translate("FirmwareMenuSide", "Firmware menu")

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setObjectName(self.name)
        self.general = FormCard("pxeMenu", self.tr("The firmware's own menu"), self)
        self.general.add_note(
            self.tr("Shown before anything is loaded. Without entries there is none, and computers load at once.")
        )
        self.ipxe_note = self.general.add_note(
            self.tr("Computers that run iPXE already are sent the boot menu instead (Expert: What iPXE gets).")
        )
        self.prompt = self.general.add_text(
            "pxePrompt",
            self.tr("Prompt"),
            "",
            read=read_line,
            show=str,
            hint=self.tr("Press F8 for boot menu"),
        )
        self.timeout = self.general.add_number(
            "pxeTimeout",
            self.tr("Take the first entry after"),
            0,
            low=0,
            high=_WAITS,
            unit=self.tr("s ({never} waits for ever)").format(never=_WAITS),
            lowest_word=self.tr("no time, at once"),
        )
        self.broadcast = self.general.add_flag("pxeBroadcast", self.tr("Answer choices that are broadcast"))
        self.multicast = self.general.add_text(
            "pxeMulticast",
            self.tr("Multicast group"),
            None,
            read=read_optional_address,
            show=show_optional,
            hint=self.tr("none"),
        )
        self._build_entries()
        self.meter = MenuMeter(self)
        self.problem = ProblemLine(self)
        self.entries_frame.body.addWidget(self.meter)
        self.entries_frame.body.addWidget(self.problem)
        self.content.addWidget(self.general)
        self.content.addWidget(self.entries_frame)
        self.content.addStretch(1)
        self.general.edited.connect(self._on_edited)
        self._show_fit()

    def _build_entries(self) -> None:
        form = FormCard("pxeEntry", parent=self)
        words = {
            PxeAction.FILE: self.tr("Loads a file"),
            PxeAction.LOCAL_DISK: self.tr("Goes on with the local disk"),
            PxeAction.BOOT_SERVER: self.tr("Looks for a boot server of a type"),
        }
        self.text = form.add_text("pxeEntryText", self.tr("Text"), "", read=read_line, show=str)
        self.action = form.add_choice("pxeEntryAction", self.tr("What it does"), PxeAction.FILE, words)
        self.archs = form.add_text(
            "pxeEntryArchs",
            self.tr("For which computers"),
            frozenset[int](),
            read=read_archs,
            show=show_archs,
            hint=self.tr("every computer, or bios, x64, ia32, arm64"),
        )
        self.file = form.add_text("pxeEntryFile", self.tr("File"), "", read=read_line, show=str)
        self.server: Field[IPv4Address | None] = form.add_text(
            "pxeEntryServer",
            self.tr("Server"),
            None,
            read=read_optional_address,
            show=show_optional,
            hint=self.tr("this laptop; for a boot server: found by broadcast"),
        )
        self.type = form.add_number("pxeEntryType", self.tr("Type"), 1, low=1, high=_MOST_TYPES)
        self.entries_frame = RowsFrame("pxeEntries", self.tr("Entries, the first one is the default"), form, self)
        self.entries: Rows[PxeEntry] = Rows(
            self.entries_frame,
            text_of=_entry_words,
            new_row=lambda: PxeEntry(self.tr("Boot from local hard disk"), PxeAction.LOCAL_DISK),
            to_form=self._to_form,
            from_form=self._from_form,
            on_edited=self._on_edited,
        )

    # --- the value ------------------------------------------------------------------------------------------------

    def set_profile(self, profile: Profile) -> None:
        menu = profile.pxe_menu
        self.prompt.set(menu.prompt)
        self.timeout.set(_WAITS if menu.timeout_s is None else menu.timeout_s)
        self.broadcast.set(menu.answers_broadcast)
        self.multicast.set(menu.multicast)
        self.entries.set(menu.entries)
        self._show_fit()

    def look_at(self, profile: Profile) -> None:
        self.ipxe_note.setVisible(profile.boot.ipxe_clients is IpxeClients.SCRIPT)

    def edited_profile(self, profile: Profile) -> Profile:
        return replace(profile, pxe_menu=self.menu())

    def menu(self) -> PxeMenu:
        """As shown."""
        return PxeMenu(
            self.prompt.value,
            None if self.timeout.value == _WAITS else self.timeout.value,
            self.entries.value,
            self.broadcast.value,
            self.multicast.value,
        )

    def _to_form(self, entry: PxeEntry) -> None:
        self.text.set(entry.text)
        self.action.set(entry.action)
        self.archs.set(entry.archs)
        self.file.set(entry.file)
        self.server.set(entry.server)
        self.type.set(max(1, entry.type))
        self._enable(entry.action)

    def _from_form(self, _before: PxeEntry) -> PxeEntry:
        action = self.action.value
        self._enable(action)
        return PxeEntry(
            self.text.value,
            action,
            self.archs.value,
            self.file.value if action is PxeAction.FILE else "",
            self.server.value if action is not PxeAction.LOCAL_DISK else None,
            self.type.value if action is PxeAction.BOOT_SERVER else 0,
        )

    def _enable(self, action: PxeAction) -> None:
        """What means nothing to the action cannot be typed."""
        self.file.editor.setEnabled(action is PxeAction.FILE)
        self.server.editor.setEnabled(action is not PxeAction.LOCAL_DISK)
        self.type.editor.setEnabled(action is PxeAction.BOOT_SERVER)

    def _on_edited(self) -> None:
        self._show_fit()
        self.edited.emit()

    def _show_fit(self) -> None:
        """The bytes each kind of computer is sent, and the first thing that is wrong."""
        menu = self.menu()
        kinds = frozenset[int]().union(*(entry.archs for entry in menu.entries)) or frozenset({0})
        sizes: dict[str, int] = {}
        for arch in sorted(kinds):
            words = archs_words(frozenset({arch})) if len(kinds) > 1 else EVERY_COMPUTER
            sizes.setdefault(words, self.kit.pxe_menu_size(menu, arch))
        self.meter.set_sizes(sizes if menu.entries else {})
        problems = self.kit.pxe_menu_problems(menu)
        if not problems:
            self.problem.set_problem("")
            return
        first = problems[0]
        where = "" if first.entry is None else self.tr("Entry {number}: ").format(number=first.entry + 1)
        self.problem.set_problem(where + first.sentence)


def _entry_words(entry: PxeEntry) -> str:
    """`Boot from network · pxelinux.0 · BIOS`."""
    what = {PxeAction.FILE: entry.file, PxeAction.LOCAL_DISK: "", PxeAction.BOOT_SERVER: f"type {entry.type}"}
    whose = archs_words(entry.archs) if entry.archs else ""
    return " · ".join(filter(None, (entry.text, what[entry.action], whose)))
