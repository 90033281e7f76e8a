"""What would only show once a computer asks: looked at before anything is opened."""

from __future__ import annotations

from fogportable.boot.answers import BootPolicy
from fogportable.boot.pxe_menu import pxe_menu_problems
from fogportable.boot.reply_options import option_problems
from fogportable.errors import BootFileError, ConfigError, FaultCode
from fogportable.model import BootRule, ServingPlan
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe.archs import archs_words
from fogportable.session.leasing import check_leasing


def check_plan(plan: ServingPlan) -> None:
    """Raises BootFileError or ConfigError for answers that could not be written, ServiceError for a misplaced range."""
    check_leasing(plan.leasing)
    if plan.serves_files and not plan.root.is_dir():
        raise BootFileError(FaultCode.ROOT_MISSING, root=plan.root)
    if not plan.rules and not plan.pxe_menu.entries:
        raise BootFileError(FaultCode.NO_BOOT_FILES)
    for problem in pxe_menu_problems(plan.pxe_menu):
        where = "" if problem.entry is None else f", entry {problem.entry + 1}"
        raise ConfigError(FaultCode.PXE_MENU_REFUSED, problem=f"The firmware's menu{where}: {problem.sentence}")
    for wrong in option_problems(plan.options):
        raise ConfigError(FaultCode.OPTION_REFUSED, problem=f"The options of answers: {wrong.sentence}")
    for rule in plan.rules:
        try:
            BootPolicy((rule,))
        except ProtocolMisuse as misuse:
            file = rule.file or rule.script
            raise BootFileError(FaultCode.BOOT_FILE_BROKEN, file=file, arch=for_whom(rule), problem=misuse) from misuse


def for_whom(rule: BootRule) -> str:
    """The computers that a rule is for, in words: `UEFI x64`, `every computer`."""
    return archs_words(rule.archs) if rule.archs else "every computer"
