"""DHCP options beside those that network boot itself needs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fogportable.model import ExtraOption, ReplyOptions
from fogportable.ui.fields.form_card import FormCard
from fogportable.ui.fields.parsing import read_archs, read_line, show_archs
from fogportable.ui.fields.rows_card import Rows, RowsFrame
from fogportable.ui.kit import Kit
from fogportable.ui.widgets.problem_line import ProblemLine

_LONGEST = 255
_FIRST_FREE = 224


class OptionsCard(FormCard):
    """Edits `Profile.options`. frame: the card of the further options by number."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__("optionsCard", "", parent)
        self._dress(self.tr("DHCP options"))
        self._kit = kit
        self.root_path = self.add_text(
            "optionRootPath", self.tr("Root path (17)"), "", read=read_line, show=str, hint=self.tr("not sent")
        )
        self.config_file = self.add_text(
            "optionConfigFile",
            self.tr("PXELINUX configuration (209)"),
            "",
            read=read_line,
            show=str,
            hint=self.tr("not sent"),
        )
        self.path_prefix = self.add_text(
            "optionPathPrefix",
            self.tr("PXELINUX prefix (210)"),
            "",
            read=read_line,
            show=str,
            hint=self.tr("not sent"),
        )
        self.tftp_address = self.add_flag("optionTftpAddress", self.tr("Send the TFTP server's address as option 150"))
        form = FormCard("extraOption", parent=self)
        self.code = form.add_text("extraCode", self.tr("Number"), _FIRST_FREE, read=self._read_code, show=str)
        self.content = form.add_text("extraValue", self.tr("Value"), b"\0", read=_read_bytes, show=show_bytes)
        form.add_note(self.tr("A text in plain letters, or bytes such as 0x c0 a8 01 14."))
        self.archs = form.add_text(
            "extraArchs",
            self.tr("For which computers"),
            frozenset[int](),
            read=read_archs,
            show=show_archs,
            hint=self.tr("every computer"),
        )
        self.frame = RowsFrame("extraOptions", self.tr("Further DHCP options, by number"), form, parent)
        self.extra: Rows[ExtraOption] = Rows(
            self.frame,
            text_of=lambda option: f"{option.code} · {show_bytes(option.value)}",
            new_row=lambda: ExtraOption(_FIRST_FREE, b"value"),
            to_form=self._to_form,
            from_form=lambda _: ExtraOption(self.code.value, self.content.value, self.archs.value),
            on_edited=self._on_extra,
        )
        self.problem = ProblemLine(self.frame)
        self.frame.body.addWidget(self.problem)
        self.edited.connect(self._check)

    def set_options(self, options: ReplyOptions) -> None:
        """Show other options."""
        self.root_path.set(options.root_path)
        self.config_file.set(options.config_file)
        self.path_prefix.set(options.path_prefix)
        self.tftp_address.set(options.has_tftp_address)
        if options.extra != self.extra.value:
            self.extra.set(options.extra)
        self._check()

    def options(self) -> ReplyOptions:
        """As shown."""
        return ReplyOptions(
            self.root_path.value,
            self.config_file.value,
            self.path_prefix.value,
            self.tftp_address.value,
            self.extra.value,
        )

    def _on_extra(self) -> None:
        self._check()
        self.frame.edited.emit()

    def _check(self) -> None:
        """The first thing that keeps these options from being sent."""
        problems = self._kit.option_problems(self.options())
        self.problem.set_problem(problems[0].sentence if problems else "")

    def _to_form(self, option: ExtraOption) -> None:
        self.code.set(option.code)
        self.content.set(option.value)
        self.archs.set(option.archs)

    def _read_code(self, text: str) -> int:
        code = int(text) if text.strip().isdecimal() else 0
        if not 1 <= code <= 254:
            raise ValueError(self.tr("The number of an option is 1 to 254."))
        return code


def show_bytes(value: bytes) -> str:
    """Text where it is one, else `0x c0 a8`."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    return text if text.strip() == text and text.isprintable() and text else f"0x {value.hex(' ')}"


def _read_bytes(text: str) -> bytes:
    text = text.strip()
    try:
        value = bytes.fromhex(text[2:].replace(":", " ")) if text.startswith("0x") else text.encode()
    except ValueError as wrong:
        raise ValueError("Bytes are written as pairs of digits, such as 0x c0 a8.") from wrong
    if not 1 <= len(value) <= _LONGEST:
        raise ValueError(f"A value has 1 to {_LONGEST} bytes.")
    return value
