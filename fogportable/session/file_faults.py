"""What is wrong with a file that a plan promises, as it is on the disk now."""

from __future__ import annotations

from fogportable.boot.boot_set import file_fault, script_fault
from fogportable.boot.overlays import overlays_of
from fogportable.errors import Fault
from fogportable.model import ServingPlan


def fault_of_file(plan: ServingPlan, file: str) -> Fault | None:
    """None when nothing is, and for what no rule names. file: as a rule writes it."""
    root, rules = plan.root, [rule for rule in plan.rules if rule.file == file]
    if not rules and any(rule.script == file for rule in plan.rules):
        return script_fault(root, file)
    archs = rules[0].archs if rules else frozenset[int]()
    places = [overlays_of(root, rule) for rule in rules] if plan.tftp.has_overlays else []
    overlays = [folder for each in places for folders in each for folder in folders]
    return file_fault(root, file, min(archs, default=0), overlays)
