"""A sweep's folder: its plan, and below it a folder for each run, which is all that going on with it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.errors import EngineError
from engine.plan import RunPlan
from engine.plan_file import read_plan, write_plan
from engine.storage.resumable import has_progress
from engine.storage.run_folder import RunFolder
from engine.storage.run_summary import summarise
from engine.sweep.grid import SweepPoint

Step = Literal["start", "resume", "done"]


@dataclass(frozen=True, slots=True)
class SweepResult:
    """What became of one run: `state` as in its manifest, or `waiting`; figures are None where there are none.

    `accuracy`, `margin` and `loss` are those on held-back pairs. `length_change` is the share by which the sampled
    replies grew between the first sample and the last, as in -0.2 for a fifth shorter.
    """

    name: str
    beta: float
    learning_rate: float
    state: str
    folder: str
    accuracy: float | None = None
    margin: float | None = None
    loss: float | None = None
    length_change: float | None = None


def open_sweep(folder: Path, plan: RunPlan) -> None:
    """Begin a sweep, or go on with the one of this plan. Raises `EngineError` when the folder holds anything else."""
    path = folder / "plan.toml"
    if path.is_file():
        if read_plan(path) != plan:
            raise EngineError(
                f"The sweep in {folder} is of another plan, and its runs could not be compared with new ones.",
                "Give back the plan as it was, or choose a new folder.",
            )
        return
    try:
        if folder.exists() and any(folder.iterdir()):
            raise EngineError(f"{folder} is not empty and holds no sweep.", "Choose a new folder.")
        folder.mkdir(parents=True, exist_ok=True)
        write_plan(plan, path)
    except OSError as error:
        raise EngineError(
            f"The folder {folder} cannot be written.", "Choose another folder, or change its permissions.", str(error)
        ) from error


def next_step(folder: Path, point: SweepPoint) -> tuple[Step, Path]:
    """What is to be done for a run, and where. One of which nothing is saved is left alone and begun anew beside it."""
    for number in range(1, 1000):
        place = folder / (point.name if number == 1 else f"{point.name}-{number}")
        run = RunFolder(place)
        if not place.exists() or not any(place.iterdir()):
            return "start", place
        if summarise(place).state == "finished":
            return "done", place
        if has_progress(run):
            return "resume", place
    raise EngineError(f"{folder} holds too many attempts of {point.name}.", "Choose a new folder.")


def result_of(folder: Path, point: SweepPoint) -> SweepResult:
    """What a run came to so far."""
    step, place = next_step(folder, point)
    if step == "start":
        return SweepResult(point.name, point.beta, point.learning_rate, "waiting", str(place))
    summary = summarise(place)
    return SweepResult(
        point.name,
        point.beta,
        point.learning_rate,
        summary.state,
        str(place),
        summary.accuracy if summary.is_held_back else None,
        summary.margin if summary.is_held_back else None,
        summary.loss_value if summary.is_held_back else None,
        _length_change(RunFolder(place)),
    )


def _length_change(run: RunFolder) -> float | None:
    written = [sum(sample["tokens"] for sample in line["samples"]) for line in run.read_samples()]
    return written[-1] / written[0] - 1.0 if len(written) > 1 and written[0] else None
