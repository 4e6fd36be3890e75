"""Whether a run can be gone on with, told from its folder without reading weights."""

from __future__ import annotations

from pathlib import Path

from engine.errors import EngineError
from engine.plan_file import read_plan
from engine.storage.checkpoint import resumable_steps
from engine.storage.fingerprint import hash_data
from engine.storage.lock import is_held
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder

_MOST_HASHED = 100_000_000  # bytes of data that are read to answer


def why_not_resumable(folder: Path) -> str:
    """Why a run cannot be gone on with, in a sentence; empty when it can, as far as this can be told at once.

    Resuming itself compares the weights, too, and data of any size.
    """
    run = RunFolder(folder)
    try:
        manifest, plan = read_manifest(run.manifest_path), read_plan(run.plan_path)
    except EngineError as error:
        return error.message
    if manifest.get("state") == "finished":
        return "It is finished. Duplicate it to train once more."
    if is_held(folder):
        return "It is being worked on by another window or command."
    if not has_progress(run):
        return "It ended before its first checkpoint, so there is nothing to go on from."
    if not Path(plan.model.path).is_dir():
        return f"Its model is gone: {plan.model.path}."
    data = Path(plan.data.path)
    if not data.exists():
        return f"Its preference file is gone: {data}."
    recorded = manifest.get("data", {}).get("sha256")
    try:
        is_small = data.is_file() and data.stat().st_size <= _MOST_HASHED
        if recorded and is_small and hash_data(data) != recorded:
            return f"{data.name} has changed since the run began."
    except OSError as error:
        return f"Its preference file cannot be read: {error}."
    return ""


def has_progress(run: RunFolder) -> bool:
    """Whether something of a run is saved that going on with it would keep: an update, or some of its warm-up."""
    return bool(resumable_steps(run.checkpoints)) or has_warm_up(run)


def has_warm_up(run: RunFolder) -> bool:
    """Whether all or some of a run's warm-up is saved."""
    return run.warmed_up.is_dir() or bool(resumable_steps(run.warm_up_checkpoints))
