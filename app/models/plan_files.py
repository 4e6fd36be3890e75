"""Plans as files, for the window: read a plan or another program's settings, and write what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from app.background.task import run_task
from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_marked
from engine.errors import EngineError
from engine.plan import RunPlan
from engine.plan_file import read_plan, write_plan
from engine.plan_import.account import OUTCOMES, ImportedPlan
from engine.plan_import.from_file import SUFFIXES, import_plan

_CHOSEN_ELSEWHERE = mark(
    "chosen on its own page"
)  # an imported plan needs a model and data to be one; the window has both


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan, what it is called, and for another program's settings a line each of what became of them."""

    plan: RunPlan
    title: str
    program: str = ""
    account: str = ""
    heard_differently: int = 0
    absent: int = 0


def load_plan(
    path: Path, on_success: Callable[[ReadPlan], None], on_failure: Callable[[EngineError], None], owner: QObject
) -> None:
    """Read a plan beside the window; YAML is taken for settings of TRL or LLaMA-Factory."""
    run_task(lambda _: read_any_plan(path), on_success, on_failure, owner=owner, doing=tr("Reading the plan"))


def save_plan(
    plan: RunPlan, path: Path, on_success: Callable[[None], None], on_failure: Callable[[EngineError], None],
    owner: QObject,
) -> None:  # fmt: skip
    """Write a plan beside the window."""
    run_task(lambda _: _write(plan, path), on_success, on_failure, owner=owner, doing=tr("Writing the plan"))


def read_any_plan(path: Path) -> ReadPlan:
    """A plan from a TOML file or another program's YAML. Raises `EngineError` when it is neither."""
    if path.suffix.lower() not in SUFFIXES:
        return ReadPlan(read_plan(path), path.name)
    imported = import_plan(path, tr_marked(_CHOSEN_ELSEWHERE), tr_marked(_CHOSEN_ELSEWHERE))
    return ReadPlan(
        imported.plan,
        path.name,
        imported.program,
        account_of(imported),
        len(imported.with_outcome("differently")),
        len(imported.with_outcome("absent")),
    )


def account_of(imported: ImportedPlan) -> str:
    """What became of every setting, under a heading for each outcome."""
    parts: list[str] = []
    for outcome, title in OUTCOMES.items():
        remarks = imported.with_outcome(outcome)
        named = (
            f"{remark.key} ({tr('not named') if remark.is_default else remark.value}): {tr_engine(remark.text)}"
            for remark in remarks
        )
        if remarks:
            parts.append("\n".join([tr_engine(title).upper(), *named]))
    return "\n\n".join(parts)


def _write(plan: RunPlan, path: Path) -> None:
    try:
        write_plan(plan, path)
    except OSError as error:
        raise EngineError(
            tr("The plan could not be written to {path}.", path=path),
            tr("Choose another folder, or change its permissions."),
            str(error),
        ) from error
