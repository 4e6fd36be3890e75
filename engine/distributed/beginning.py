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
    if plan.training.is_full:
        raise PlanError(
            "training.tuning",
            'training.tuning is "full", and several processes train an adapter only.',
            'Set training.tuning to "lora", or start one process without torchrun.',
        )
    if plan.training.warm_up_epochs:
        raise PlanError(
            "training.warm_up_epochs",
            f"training.warm_up_epochs is {plan.training.warm_up_epochs}, and several processes cannot warm up.",
            "Set training.warm_up_epochs to 0, or start one process without torchrun.",
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


def assemble_together(team: Team, path: ForwardPath, *, gradient_checkpointing: bool) -> None:
    """Have the others be as far as the leading process, whose adapter is attached and whose path is decided."""
    team.lead(Assemble(path.name, gradient_checkpointing))
    team.together(lambda: None)
