"""The forecast of a run: what it will need and what it will lose, before anything is loaded or trained."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import torch

from engine.events import DataPrepared
from engine.forecast.foresee import foresee
from engine.forecast.memory import MemoryForecast, MemoryParts, memory_parts
from engine.forecast.unloaded import UnloadedModel, unloaded_model
from engine.model.adapter import trainable_parameters
from engine.model.device import choose_device, choose_dtype, free_memory_bytes
from engine.model.load import load_tokenizer
from engine.plan import RunPlan
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path as ForwardPath
from engine.preference.recomputed_path import can_recompute
from engine.preference.shared_prefix.choice import why_not_shared
from engine.preference.shared_prefix.path import SharedPrefixPath
from engine.training.arrangement import arrange
from engine.training.fit import Fit, fits_to_try
from engine.training.preparation import prepare_pairs
from engine.training.probe import FREE_SHARE


@dataclass(frozen=True, slots=True)
class RunForecast:
    """Memory, how pairs will pass through the model, what of the data is lost, and how long a run is in updates.

    `longest_tokens` pass at a time at most.
    """

    memory: MemoryForecast
    fit: Fit
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
    tokenizer = load_tokenizer(Path(plan.model.path), plan.model.chat_template)
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
    available = free_memory_bytes(device.name) + (program if kind != "cuda" else 0)
    rest = _parts_but_the_pass(unloaded, program if kind != "cuda" else 0)
    longest = max(path.computed_tokens((pair,)) for pair in sets.training)
    may_recompute = can_recompute(unloaded.loaded.causal_model.get_decoder())
    fits = fits_to_try(plan.training, kind, longest, may_recompute=may_recompute)
    room = int(FREE_SHARE * (available - rest.total))
    found = foresee(unloaded.loaded, unloaded.shapes, sets, plan.training, path, fits, room)
    parts = replace(rest, activations=found.held.activations, output_head=found.held.head, allocator=found.held.spare)
    data = arrange(sets, plan.training, found.fit.micro_batch_tokens, path)
    most = max(path.computed_tokens(part.pairs) for part in data.training)
    return RunForecast(MemoryForecast(parts, available), found.fit, sets.report, len(data.updates), most)


def _expected_path(plan: RunPlan, unloaded: UnloadedModel) -> ForwardPath:
    """The path that the run will take, unless its trial with the real numbers refuses it."""
    wants_plain = plan.training.shared_prefix == "off" or (
        plan.training.shared_prefix == "auto" and plan.model.dtype == "float32"
    )
    return PaddedPath() if wants_plain or why_not_shared(unloaded.loaded.causal_model) else SharedPrefixPath()


def _parts_but_the_pass(unloaded: UnloadedModel, program: int) -> MemoryParts:
    model = unloaded.loaded.model
    trained = trainable_parameters(model)
    has_adapter = unloaded.loaded.has_adapter
    own = [tensor for name, tensor in model.named_parameters() if name not in trained or not has_adapter]
    numbers = sum(parameter.numel() for parameter in trained.values())
    weights = sum(tensor.numel() * tensor.element_size() for tensor in own)
    return memory_parts(program, weights, numbers, has_copies=has_adapter or unloaded.loaded.dtype != "float32")
