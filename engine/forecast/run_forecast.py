"""The forecast of a run: what it will need and what it will lose, before anything is loaded or trained."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psutil
import torch

from engine.forecast.duration import Duration, run_duration, run_operations
from engine.forecast.findings import RunForecast, Surroundings
from engine.forecast.fixes import Knobs, cheapest_fixes
from engine.forecast.foresee import foresee, growth_of
from engine.forecast.memory import MemoryForecast, MemoryParts, memory_parts
from engine.forecast.products import products_per_second
from engine.forecast.unloaded import PackedLinear, UnloadedModel, unloaded_model
from engine.model.adapter import trainable_parameters
from engine.model.device import choose_device, choose_dtype, free_memory_bytes
from engine.model.four_bit import NF4_BYTES, require_four_bit
from engine.model.load import load_tokenizer
from engine.plan import RunPlan
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path as ForwardPath
from engine.preference.recomputed_path import can_recompute
from engine.preference.reference import count_completion_tokens
from engine.preference.shared_prefix.choice import why_not_shared
from engine.preference.shared_prefix.path import SharedPrefixPath
from engine.training.arrangement import PreparedData, arrange
from engine.training.fit import Fit, fits_to_try
from engine.training.preparation import prepare_pairs
from engine.training.probe import FREE_SHARE

_ALONE = Surroundings()


def forecast_run(plan: RunPlan, around: Surroundings = _ALONE) -> RunForecast:
    """Foresee a run; reads the data and the model's configuration. Takes seconds.

    Raises `EngineError` when data or model cannot be used, or the model's shapes are not known beforehand.
    """
    device = choose_device(plan.model.device)
    dtype = choose_dtype(plan.model.dtype, device)
    if plan.model.load_in_4bit:
        require_four_bit(device)
    own = psutil.Process().memory_info().rss
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
    shares_memory = kind != "cuda"
    available = free_memory_bytes(device.name) + (own + around.held if shares_memory else 0)
    rest = parts_but_the_pass(unloaded, own + around.program if shares_memory else 0)
    longest = max(path.computed_tokens((pair,)) for pair in sets.training)
    may_recompute = can_recompute(unloaded.loaded.causal_model.get_decoder())
    fits = fits_to_try(plan.training, kind, longest, may_recompute=may_recompute)
    room = int(FREE_SHARE * (available - rest.total))
    found = foresee(unloaded.loaded, unloaded.shapes, sets, plan.training, path, fits, room, growth_of(kind))
    parts = replace(rest, activations=found.held.activations, output_head=found.held.head, allocator=found.held.spare)
    data = arrange(sets, plan.training, found.fit.micro_batch_tokens, path)
    memory = MemoryForecast(parts, available)
    layers = unloaded.loaded.causal_model.config.get_text_config().num_hidden_layers
    return RunForecast(
        memory=memory,
        fit=found.fit,
        data=sets.report,
        updates=len(data.updates),
        longest_tokens=max(path.computed_tokens(part.pairs) for part in data.training),
        duration=_duration(plan, unloaded, data, path, found.fit, products_per_second(device.name, dtype)),
        fixes=cheapest_fixes(parts, Knobs.of(plan), layers) if memory.verdict != "fits" else (),
    )


def _duration(
    plan: RunPlan, unloaded: UnloadedModel, data: PreparedData, path: ForwardPath, fit: Fit, speed: float
) -> Duration:
    model = unloaded.loaded.causal_model
    head = model.get_output_embeddings().weight
    decoder = model.get_decoder().named_parameters()
    matrices = [each for name, each in decoder if each.dim() > 1 and ".lora_" not in name]
    embeddings = model.get_input_embeddings().weight
    operations = run_operations(
        sum(each.numel() for each in matrices if each is not embeddings),
        head.numel(),
        sum(path.computed_tokens(part.pairs) for part in data.training),
        sum(count_completion_tokens(part) for part in data.training),
        plan.training.epochs,
        recomputes=fit.gradient_checkpointing,
        needs_reference=plan.training.loss.needs_reference,
        trains_all=plan.training.is_full,
    )
    return run_duration(operations, speed)


def _expected_path(plan: RunPlan, unloaded: UnloadedModel) -> ForwardPath:
    """The path that the run will take, unless its trial with the real numbers refuses it."""
    wants_plain = (
        plan.training.loss.takes_thumbs
        or plan.training.shared_prefix == "off"
        or (plan.training.shared_prefix == "auto" and plan.model.dtype == "float32")
    )
    return PaddedPath() if wants_plain or why_not_shared(unloaded.loaded.causal_model) else SharedPrefixPath()


def parts_but_the_pass(unloaded: UnloadedModel, program: int) -> MemoryParts:
    """What is held before any pair passes; `program` is what the process has without the model, in bytes."""
    model = unloaded.loaded.model
    trained = trainable_parameters(model)
    has_adapter = unloaded.loaded.has_adapter
    own = {name: tensor for name, tensor in model.named_parameters() if name not in trained or not has_adapter}
    numbers = sum(parameter.numel() for parameter in trained.values())
    modules = dict(model.named_modules())
    weights = sum(
        round(NF4_BYTES * tensor.numel())
        if tensor.dim() == 2 and isinstance(modules[name.rpartition(".")[0]], PackedLinear)
        else tensor.numel() * tensor.element_size()
        for name, tensor in own.items()
    )
    return memory_parts(program, weights, numbers, has_copies=has_adapter or unloaded.loaded.dtype != "float32")
