"""A run read back from its folder, so that closing the window, or losing power, loses nothing that was saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.events import (
    EvaluationFinished,
    ReferenceChecked,
    RunFailed,
    RunFinished,
    RunStarted,
    SamplesWritten,
    StepFinished,
    WarmUpStepFinished,
)
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.storage.manifest import read_manifest
from engine.storage.resumable import has_warm_up
from engine.storage.run_folder import RunFolder
from engine.training.journal import recorded_event, recorded_samples
from engine.training.reference_card import recorded_card


@dataclass(frozen=True, slots=True)
class PastRun:
    """What a run folder tells: the same events that the run reported, as far as they were kept.

    `started` is None for a run that ended in its warm-up, or right after it, and can be gone on with; `warmed_up` is
    then how far it came.
    """

    folder: Path
    plan: RunPlan
    started: RunStarted | None
    steps: tuple[StepFinished | EvaluationFinished, ...]
    saved_step: int | None
    training_pairs: int
    evaluation_pairs: int
    end: RunFinished | RunFailed
    samples: tuple[SamplesWritten, ...] = ()
    reference: ReferenceChecked | None = None
    warmed_up: WarmUpStepFinished | None = None


def newest_run(runs_folder: Path) -> PastRun | None:
    """The latest run of a project that has something to show or to go on with; None where there is none."""
    folders = sorted((path for path in runs_folder.glob("*") if path.is_dir()), reverse=True)
    for folder in folders:
        try:
            past = read_past_run(RunFolder(folder))
        except (EngineError, KeyError, TypeError, ValueError, OSError):
            continue  # a folder that is no run, or a damaged one, is none to go on with
        if past is not None:
            return past
    return None


def read_past_run(run: RunFolder) -> PastRun | None:
    """Read one run; None when it made no step, in its warm-up either. Raises `EngineError` when it is no run."""
    plan, manifest = read_plan(run.plan_path), read_manifest(run.manifest_path)
    steps = tuple(event for line in run.read_metrics() if (event := recorded_event(line)) is not None)
    last = next((event for event in reversed(steps) if isinstance(event, StepFinished)), None)
    if last is None:
        return _read_warming_up(run, plan, manifest)
    started = RunStarted(
        run_folder=str(run.path),
        first_step=1,
        total_steps=last.total_steps,
        steps_per_epoch=max(1, round(last.step / last.epoch)),
        device=str(manifest.get("device", "")),
        dtype=str(manifest.get("dtype", "")),
        trainable_parameters=0,
    )
    return PastRun(
        folder=run.path,
        plan=plan,
        started=started,
        steps=steps,
        saved_step=_saved_step(run.checkpoints),
        training_pairs=int(manifest.get("training_pairs", 0)),
        evaluation_pairs=int(manifest.get("evaluation_pairs", 0)),
        end=_end(run, manifest, last),
        samples=tuple(map(recorded_samples, run.read_samples())),
        reference=recorded_card(manifest),
    )


def _read_warming_up(run: RunFolder, plan: RunPlan, manifest: Mapping[str, Any]) -> PastRun | None:
    """A run that made no step of its own but has kept some of its warm-up."""
    if not has_warm_up(run):
        return None
    lines = list(run.read_warm_up())
    return PastRun(
        folder=run.path,
        plan=plan,
        started=None,
        steps=(),
        saved_step=0,
        training_pairs=int(manifest.get("training_pairs", 0)),
        evaluation_pairs=int(manifest.get("evaluation_pairs", 0)),
        end=_failure(manifest) or RunFinished("stopped", 0, str(run.path), "", 0.0),
        warmed_up=WarmUpStepFinished(**lines[-1]) if lines else None,
    )


def _failure(manifest: Mapping[str, Any]) -> RunFailed | None:
    error = manifest.get("error")
    if manifest.get("state") != "failed" or not isinstance(error, Mapping):
        return None
    return RunFailed(str(error.get("message", "")), str(error.get("hint", "")), "")


def _end(run: RunFolder, manifest: Mapping[str, Any], last: StepFinished) -> RunFinished | RunFailed:
    """A run whose manifest still says "running" was cut off: it is one that stopped."""
    if (failure := _failure(manifest)) is not None:
        return failure
    outcome = "finished" if manifest.get("state") == "finished" else "stopped"
    result = str(run.result or "")
    kept = int(manifest.get("step", 0)) if outcome == "finished" else 0
    seconds = float(manifest.get("seconds", last.seconds))
    return RunFinished(outcome, last.step, str(run.path), result, seconds, kept if kept < last.step else 0)


def _saved_step(checkpoints: Path) -> int | None:
    found = [re.fullmatch(r"step-(\d+)", path.name) for path in checkpoints.glob("step-*")]
    return max((int(match[1]) for match in found if match), default=None)
