"""The forecast of a run: what it will need and what it will lose, before anything is loaded or trained."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psutil
import torch

from engine.events import DataPrepared
from engine.forecast.memory import MemoryForecast, MemoryParts, memory_parts
from engine.forecast.passes import training_pass
from engine.forecast.unloaded import UnloadedModel, unloaded_model
from engine.model.adapter import trainable_parameters
from engine.model.device import choose_device, choose_dtype
from engine.model.load import load_tokenizer
from engine.plan import RunPlan
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path as ForwardPath
from engine.preference.shared_prefix.choice import why_not_shared
from engine.preference.shared_prefix.path import SharedPrefixPath
from engine.training.arrangement import PreparedData, arrange
from engine.training.preparation import prepare_pairs
from engine.training.token_budget import TOKEN_BUDGET


@dataclass(frozen=True, slots=True)
class RunForecast:
    """Memory, what of the data is lost, and how long a run is in updates. `longest_tokens` pass at a time at most."""

    memory: MemoryForecast
    data: DataPrepared
    updates: int
    longest_tokens: int


def forecast_run(plan: RunPlan) -> RunForecast:
    """Foresee a run; reads the data and the model's configuration. Takes seconds.

    Raises `EngineError` when data or model cannot be used, or the model's shapes are not known beforehand.
    """
    device = choose_device(plan.model.device)
    dtype = choose_dtype(plan.model.dtype, device)
    process = psutil.Process()
    program = process.memory_info().rss
    tokenizer = load_tokenizer(Path(plan.model.path))
    preparing = prepare_pairs(plan, tokenizer)
    while True:
        try:
            next(preparing)
        except StopIteration as end:
            sets = end.value
            break
    unloaded = unloaded_model(plan, dtype)
    path = _expected_path(plan, unloaded)
    kind = torch.device(device.name).type
    data = arrange(sets, plan.training, TOKEN_BUDGET[kind], path)
    parts = _parts(unloaded, data, path, program if kind != "cuda" else 0)
    free = _free_bytes(device.name)
    available = free + (program if kind != "cuda" else 0)
    longest = max(path.computed_tokens(part.pairs) for update in data.updates for part in update.micro_batches)
    return RunForecast(MemoryForecast(parts, available), sets.report, len(data.updates), longest)


def _expected_path(plan: RunPlan, unloaded: UnloadedModel) -> ForwardPath:
    """The path that the run will take, unless its trial with the real numbers refuses it."""
    wants_plain = plan.training.shared_prefix == "off" or (
        plan.training.shared_prefix == "auto" and plan.model.dtype == "float32"
    )
    return PaddedPath() if wants_plain or why_not_shared(unloaded.loaded.causal_model) else SharedPrefixPath()


def _parts(unloaded: UnloadedModel, data: PreparedData, path: ForwardPath, program: int) -> MemoryParts:
    model = unloaded.loaded.model
    largest = max(
        (part for update in data.updates for part in update.micro_batches),
        key=lambda part: path.computed_tokens(part.pairs),
    )
    held = training_pass(unloaded, largest, path)
    frozen = {id(tensor): tensor for tensor in model.parameters() if not tensor.requires_grad}
    numbers = sum(parameter.numel() for parameter in trainable_parameters(model).values())
    weights = sum(tensor.numel() * tensor.element_size() for tensor in frozen.values())
    return memory_parts(program, weights, numbers, held.saved, held.head, held.spare)


def _free_bytes(device: str) -> int:
    if device.startswith("cuda"):
        return int(torch.cuda.mem_get_info(device)[0])
    return int(psutil.virtual_memory().available)
