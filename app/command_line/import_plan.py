"""`main.py import-plan`: a plan from settings of TRL or LLaMA-Factory, and what became of each of them."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from app.command_line.output import Output
from engine.errors import EngineError
from engine.plan_file import plan_to_toml, write_plan
from engine.plan_import.account import OUTCOMES, ImportedPlan
from engine.plan_import.from_file import import_plan as read_foreign_plan


def import_plan(arguments: Namespace, output: Output) -> int:
    """Write the plan, or print it where no `--output` is given, and tell the account. Returns 0."""
    target: Path | None = arguments.output
    if target is not None and target.exists():
        raise EngineError(f"{target} is there already and is left as it is.", "Choose another name for the plan.")
    model, data = (str(place.absolute()) if place else "" for place in (arguments.model, arguments.data))
    imported = read_foreign_plan(arguments.file, model, data)
    if target is None:
        output.sentence(plan_to_toml(imported.plan))
    else:
        write_plan(imported.plan, target)
    _tell(imported, output)
    if target is not None:
        output.sentence(f"Wrote {target}.")
    output.document(
        {
            "event": "plan_imported",
            "program": imported.program,
            "plan": str(target.absolute()) if target else None,
            "remarks": [asdict(remark) for remark in imported.remarks],
        }
    )
    return 0


def _tell(imported: ImportedPlan, output: Output) -> None:
    output.sentence(f"Settings of {imported.program}.")
    for outcome, title in OUTCOMES.items():
        remarks = imported.with_outcome(outcome)
        if not remarks:
            continue
        output.sentence(f"\n{title}:")
        for remark in remarks:
            value = f"not named, {imported.program}'s default" if remark.is_default else remark.value
            output.sentence(f"  {remark.key} ({value}): {remark.text}")
