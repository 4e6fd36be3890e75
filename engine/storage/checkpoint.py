"""Checkpoints: the adapter, the optimizer's state and the counters, as safetensors and JSON, never as pickles.

Data order and dropout are derived from the plan's seed and the step, so nothing else is needed to go on bit for bit.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import EngineError
from engine.storage.atomic import flush_files, replace_folder

if TYPE_CHECKING:
    import torch

_WEIGHTS = "trainable.safetensors"
_OPTIMIZER = "optimizer.safetensors"
_STATE = "state.json"
# The newest two can be resumed from; older ones keep their weights only.
_RESUMABLE = 2


@dataclass(frozen=True, slots=True)
class Counters:
    """How far a run has come: updates done, tokens seen, seconds of training."""

    step: int
    num_tokens: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a checkpoint holds: trainable tensors and AdamW's two moments, by parameter name."""

    counters: Counters
    weights: Mapping[str, torch.Tensor]
    optimizer: Mapping[str, torch.Tensor]


def save_checkpoint(folder: Path, checkpoint: Checkpoint) -> Path:
    """Write `folder/step-000040` in one move and free the optimizer states of older ones.

    Raises `EngineError` when the disk does not take it; older checkpoints are then as they were.
    """
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    final = _path(folder, checkpoint.counters.step)
    temporary = folder / f".{final.name}.part"
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir(parents=True)
        save_file(dict(checkpoint.weights), temporary / _WEIGHTS)
        save_file(dict(checkpoint.optimizer), temporary / _OPTIMIZER)
        (temporary / _STATE).write_text(json.dumps(asdict(checkpoint.counters)) + "\n", encoding="utf-8")
        flush_files(temporary)
        replace_folder(temporary, final)
    except (OSError, SafetensorError) as error:  # the latter is how safetensors tells of a full disk
        raise EngineError(
            f"The checkpoint of step {checkpoint.counters.step} could not be written to {folder}.",
            "Free some space on this disk, then resume the run from its last checkpoint.",
            str(error),
        ) from error
    for older in _checkpoints(folder)[:-_RESUMABLE]:
        (older / _OPTIMIZER).unlink(missing_ok=True)
    return final


def latest_checkpoint(folder: Path) -> Checkpoint | None:
    """The newest checkpoint that is whole, or None when none was ever written.

    Raises `EngineError` when there are some but all are damaged: starting over unasked would overwrite them.
    """
    from safetensors import SafetensorError

    damages: list[str] = []
    for path in reversed(_checkpoints(folder)):
        try:
            return _load(path)
        except (OSError, ValueError, TypeError, SafetensorError) as error:  # an older one is better than none
            damages.append(f"{path.name}: {error!r}")
    if damages:
        raise EngineError(
            f"None of the {len(damages)} checkpoints in {folder} can be resumed from: their files are damaged.",
            "Restore the run folder from a copy, or start a new run; its plan.toml can be used again.",
            "\n".join(damages),
        )
    return None


def good_checkpoint(folder: Path, is_good: Callable[[int], bool]) -> Checkpoint | None:
    """The newest checkpoint that can be resumed from, has finite weights, and of whose step `is_good` is true."""
    from safetensors import SafetensorError

    for path in reversed(_checkpoints(folder)):
        if not is_good(_step(path)):
            continue
        try:
            checkpoint = _load(path)
        except (OSError, ValueError, TypeError, SafetensorError):
            continue
        if all(bool(tensor.isfinite().all()) for tensor in checkpoint.weights.values()):
            return checkpoint
    return None


def forget_checkpoints_after(folder: Path, step: int) -> None:
    """Delete the checkpoints of later steps: what they hold was undone."""
    for path in _checkpoints(folder):
        if _step(path) > step:
            shutil.rmtree(path)


def keep_checkpoints(folder: Path, steps: Iterable[int]) -> None:
    """Delete all but those of these steps and the newest ones, which can be resumed from."""
    kept = set(steps)
    for path in _checkpoints(folder)[:-_RESUMABLE]:
        if _step(path) not in kept:
            shutil.rmtree(path)


def saved_steps(folder: Path) -> list[int]:
    """The steps whose weights are on disk, in order."""
    return [_step(path) for path in _checkpoints(folder) if (path / _WEIGHTS).is_file()]


def resumable_steps(folder: Path) -> list[int]:
    """The steps from which training can go on, in order: the optimizer's state is there, too."""
    needed = (_WEIGHTS, _OPTIMIZER, _STATE)
    return [_step(path) for path in _checkpoints(folder) if all((path / name).is_file() for name in needed)]


def load_weights(folder: Path, step: int) -> dict[str, torch.Tensor]:
    """The trainable weights after `step` updates; raises `EngineError` when they are not there, or damaged."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        return load_file(_path(folder, step) / _WEIGHTS)
    except (OSError, SafetensorError) as error:
        raise EngineError(
            f"The checkpoint of step {step} cannot be read.", "Resume the run from another one.", str(error)
        ) from error


def _load(path: Path) -> Checkpoint:
    from safetensors.torch import load_file

    counters = Counters(**json.loads((path / _STATE).read_text(encoding="utf-8")))
    return Checkpoint(counters, load_file(path / _WEIGHTS), load_file(path / _OPTIMIZER))


def _path(folder: Path, step: int) -> Path:
    return folder / f"step-{step:06d}"


def _step(path: Path) -> int:
    return int(path.name.removeprefix("step-"))


def _checkpoints(folder: Path) -> list[Path]:
    """Whole or not, the oldest first."""
    found = (path for path in folder.glob("step-*") if re.fullmatch(r"step-\d+", path.name))
    return sorted(found, key=_step)
