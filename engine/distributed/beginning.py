"""What all processes of a team do at the beginning of a run, the leading one and the others alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import torch

from engine.distributed.orders import Assemble
from engine.distributed.team import Team
from engine.errors import EngineError, PlanError
from engine.plan import RunPlan
from engine.preference.path import Path as ForwardPath
from engine.storage.fingerprint import hash_weights
from engine.storage.run_folder import RunFolder

Result = TypeVar("Result")


def require_shareable(plan: RunPlan, team: Team) -> None:
    """Raise `PlanError` when a plan with its device decided asks for what several processes cannot do."""
    if team.size == 1:
        return
    device = plan.model.device
    if torch.device(device).type not in ("cpu", "cuda"):
        raise PlanError(
            "model.device",
            f"model.device is {device}, and only cpu and cuda can train with several processes.",
            "Set model.device to cpu, or start one process without torchrun.",
        )
    if device.startswith("cuda:") and device != "cuda:0":
        raise PlanError(
            "model.device",
            f"model.device is {device}, but with several processes each takes the card of its own number.",
            "Set model.device to cuda, and choose cards with CUDA_VISIBLE_DEVICES.",
        )
    if plan.training.batch_size < team.size:
        raise PlanError(
            "training.batch_size",
            f"training.batch_size is {plan.training.batch_size}, and {team.size} processes cannot share fewer pairs.",
            f"Set training.batch_size to {team.size} or more, or start fewer processes.",
        )


def for_this_process(plan: RunPlan, local_rank: int) -> RunPlan:
    """The plan with this process's own device: on CUDA each takes the card of its number on its machine."""
    if not plan.model.device.startswith("cuda"):
        return plan
    return replace(plan, model=replace(plan.model, device=f"cuda:{local_rank}"))


def load_together(team: Team, folder: Path, load: Callable[[], Result]) -> Result:
    """This process's model; raises `EngineError` where any process has none, or one with other weights."""
    held: list[Result] = []

    def load_mine() -> str:
        held.append(load())
        # Files on one machine are the same ones, but another may have another copy.
        return hash_weights(folder) if team.size > 1 else ""

    digests = team.together(load_mine)
    strangers = [rank for rank, digest in enumerate(digests) if digest != digests[0]]
    if strangers:
        raise EngineError(
            f"Process {strangers[0]} has another model in {folder} than the leading process.",
            "Copy the same model folder to every machine.",
        )
    return held[0]


def assemble_together(team: Team, path: ForwardPath, folder: RunFolder, *, gradient_checkpointing: bool) -> None:
    """Have the others be as far as the leading process, which has attached what it trains and decided on a path."""
    if team.size > 1:
        team.lead(Assemble(path.name, gradient_checkpointing, _start_hash(folder)))
        team.together(lambda: None)


def require_same_start(folder: RunFolder, start_hash: str) -> None:
    """Raise `EngineError` when a process does not have what the run starts from: its reference would be another."""
    if _start_hash(folder) != start_hash:
        raise EngineError(
            f"This process has not what the run starts from, which lies in {folder.path}.",
            "Put the run's folder on a disk that all machines share.",
        )


def _start_hash(folder: RunFolder) -> str:
    return hash_weights(folder.start) if folder.start else ""
