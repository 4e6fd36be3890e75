"""Before a run's first step: the longest pairs pass through the model once, so that what fits is known and not hoped.

What is found is fixed for the whole run. A device that says no here costs a minute; in the middle of an epoch it would
cost hours.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass

import torch
from torch._subclasses.fake_tensor import FakeTensorMode

from engine.data.batch import MicroBatch
from engine.errors import EngineError
from engine.events import Event, PhaseChanged, RunFitted
from engine.forecast.fit import rough_pass_bytes
from engine.forecast.foresee import foresee, growth_of, heaviest
from engine.model.adapter import set_training_mode, trainable_parameters
from engine.model.device import (
    free_memory_bytes,
    is_out_of_memory,
    peak_memory_bytes,
    release_device_memory,
    seeded,
    synchronize,
)
from engine.model.inspect import inspect_model
from engine.model.load import LoadedModel
from engine.plan import TrainingPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.path import Path
from engine.preference.recomputed_path import can_recompute, path_of
from engine.training.arrangement import PreparedData, arrange
from engine.training.fit import Fit, fits_to_try
from engine.training.preparation import TokenizedSets

# What is free is not for us alone.
FREE_SHARE = 0.9
# Counting every operation takes seconds; with so many times the room that a pass roughly needs, nothing hangs on it.
_PLENTY = 4
# With fewer portions an epoch, a pass for its time alone would cost more than knowing the time is worth.
_MANY_PORTIONS = 50
# A gradient and AdamW's two moments, in float32; where the weights are not, also the copy that the optimizer changes.
_BYTES_A_NUMBER, _BYTES_OF_A_COPY = 12, 4


@dataclass(frozen=True, slots=True)
class _Trial:
    """A fit that has room, and how long an epoch's passes will take with it."""

    fit: Fit
    longest_tokens: int
    epoch_seconds: float


def settle_fit(
    plan: TrainingPlan, loaded: LoadedModel, sets: TokenizedSets, path: Path
) -> Generator[Event, None, RunFitted]:
    """Choose from free memory, try it on the longest pairs, and return what came out.

    The model has its adapter, without gradients; that is how it is left. Raises what torch raises when a single pair
    is too much for the device, and `EngineError` when the plan wants what the model cannot do.
    """
    yield PhaseChanged("fitting", "Trying the longest pairs")
    longest = max(path.computed_tokens((pair,)) for pair in sets.training)
    may_recompute = can_recompute(loaded.causal_model.get_decoder())
    fits = fits_to_try(plan, torch.device(loaded.device).type, longest, may_recompute=may_recompute)
    free = free_memory_bytes(loaded.device)
    room = int(FREE_SHARE * free)
    rough = rough_need(loaded, max(fits[0].micro_batch_tokens, longest))
    plenty = _PLENTY * rough <= room
    chosen, needed = (fits[0], rough) if plenty else foreseen_fit(plan, loaded, sets, path, fits, room)
    trial = _first_that_passes(fits[fits.index(chosen) :], plan, loaded, sets, path, plenty=plenty)
    return RunFitted(
        **asdict(trial.fit),
        longest_tokens=trial.longest_tokens,
        needed_bytes=needed if trial.fit == chosen else 0,
        free_bytes=free,
        peak_memory_bytes=peak_memory_bytes(loaded.device),
        epoch_seconds=trial.epoch_seconds,
    )


def rough_need(loaded: LoadedModel, tokens: int) -> int:
    """Bytes beyond the model that a pass of so many tokens and the optimizer take, told without counting."""
    updates = sum(_bytes_of_updates(each) for each in trainable_parameters(loaded.model).values())
    number_bytes = 4 if loaded.dtype == "float32" else 2
    return updates + sum(rough_pass_bytes(inspect_model(loaded.folder), number_bytes, tokens))


def foreseen_fit(
    plan: TrainingPlan, loaded: LoadedModel, sets: TokenizedSets, path: Path, fits: Sequence[Fit], room: int
) -> tuple[Fit, int]:
    """The first fit that has room by its shapes, and the bytes it needs beyond the model; 0 where nobody can say."""
    updates = sum(_bytes_of_updates(each) for each in trainable_parameters(loaded.model).values())
    try:
        shapes = FakeTensorMode(allow_non_fake_inputs=True)
        found = foresee(
            loaded, shapes, sets, plan, path, fits, room - updates, growth_of(torch.device(loaded.device).type)
        )
    except EngineError:
        return fits[0], 0  # the shapes hang on the numbers, so the trial decides alone
    return found.fit, found.held.total + updates


def _bytes_of_updates(parameter: torch.nn.Parameter) -> int:
    copy = 0 if parameter.dtype == torch.float32 else _BYTES_OF_A_COPY
    return (_BYTES_A_NUMBER + copy) * parameter.numel()


def _first_that_passes(
    fits: Sequence[Fit], plan: TrainingPlan, loaded: LoadedModel, sets: TokenizedSets, path: Path, *, plenty: bool
) -> _Trial:
    for fit in fits:
        try:
            return _try(
                fit,
                arrange(sets, plan, fit.micro_batch_tokens, path),
                loaded,
                path_of(path, loaded, gradient_checkpointing=fit.gradient_checkpointing),
                plenty=plenty,
            )
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or fit == fits[-1]:
                raise
        finally:
            loaded.model.zero_grad(set_to_none=True)
        # Only here, where the error no longer holds what the failed pass had computed.
        release_device_memory(loaded.device)
    raise AssertionError("there is always a fit to try")


def _try(fit: Fit, data: PreparedData, loaded: LoadedModel, path: Path, *, plenty: bool) -> _Trial:
    """The longest pairs decide whether there is room: all that might need most, or with `plenty` of it the first alone.

    In a long epoch a middling micro-batch then shows how fast it goes once all is warm; else the last pass's time does.
    """

    def tokens(micro_batch: MicroBatch) -> int:
        return path.computed_tokens(micro_batch.pairs)

    by_length = sorted(data.training, key=tokens)
    passed = heaviest(data.training, path)[: 1 if plenty else None]
    if len(by_length) >= _MANY_PORTIONS:
        passed.append(by_length[len(by_length) // 2])
    scorer = CompletionScorer.of(loaded.causal_model, path)
    seconds = [_pass(micro_batch, loaded, scorer) for micro_batch in passed][-1]
    return _Trial(fit, tokens(by_length[-1]), seconds / tokens(passed[-1]) * sum(map(tokens, by_length)))


def _pass(micro_batch: MicroBatch, loaded: LoadedModel, scorer: CompletionScorer) -> float:
    """There and back, as a step does it; returns the seconds."""
    set_training_mode(loaded.model, training=True)
    began = time.perf_counter()
    # Dropout draws; what others draw afterwards must not depend on that.
    with torch.enable_grad(), seeded(0, loaded.device):
        with loaded.computing():
            logps_N = scorer.token_logps(scorer.lay_out(micro_batch, loaded.device))
        logps_N.sum().backward()
    synchronize(loaded.device)
    seconds = time.perf_counter() - began
    set_training_mode(loaded.model, training=False)
    return seconds
