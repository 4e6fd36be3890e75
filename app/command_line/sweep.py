"""`main.py sweep`: one plan with several betas and learning rates, one run after the other."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from app.command_line.output import Output
from app.command_line.train import DONE, FAILED, STOPPED, follow
from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Event
from engine.plan_file import read_plan
from engine.storage.home import home_folder
from engine.storage.run_folder import new_run_folder
from engine.sweep.folder import SweepResult, next_step, open_sweep, result_of
from engine.sweep.grid import SweepPoint, sweep_points


def sweep(arguments: Namespace, output: Output) -> int:
    """Train what is not finished yet and tell a table: 0 all finished, 1 some failed, 130 stopped."""
    plan = read_plan(arguments.plan)
    points = sweep_points(plan, arguments.beta, arguments.rate)
    folder: Path = (arguments.output or new_run_folder(home_folder() / "sweeps", plan.name)).absolute()
    open_sweep(folder, plan)
    code = DONE
    for number, point in enumerate(points, start=1):
        output.sentence(f"Run {number} of {len(points)}: {point.name}.")
        try:
            if _train(folder, point, output) == STOPPED:
                code = STOPPED
                break
        except EngineError as error:  # one rate too high must not cost the others
            code = FAILED
            output.sentence(f"{point.name} failed. {error.message} {error.hint}".strip())
    results = [result_of(folder, point) for point in points]
    output.sentence(_table(results))
    if code == STOPPED:
        output.sentence(f"Stopped. The same command with --output {folder} goes on.")
    output.document({"event": "sweep_finished", "folder": str(folder), "runs": [asdict(result) for result in results]})
    return code


def _train(folder: Path, point: SweepPoint, output: Output) -> int:
    step, place = next_step(folder, point)
    if step == "done":
        return DONE

    def start(control: RunControl) -> Iterator[Event]:
        from engine.session import resume_training, run_training

        return resume_training(place, control) if step == "resume" else run_training(point.plan, place, control)

    return follow(start, output)


def _table(results: list[SweepResult]) -> str:
    head = f"{'beta':>8}{'rate':>10}{'accuracy':>10}{'margin':>9}{'loss':>8}{'length':>9}  state"
    return "\n".join(["Held-back pairs:", head, *map(_row, results)])


def _row(result: SweepResult) -> str:
    accuracy = _figure(result.accuracy, ".1%")
    margin, loss = _figure(result.margin, "+.3f"), _figure(result.loss, ".3f")
    values = f"{result.beta:>8g}{result.learning_rate:>10g}{accuracy:>10}{margin:>9}{loss:>8}"
    return f"{values}{_figure(result.length_change, '+.0%'):>9}  {result.state}"


def _figure(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)
