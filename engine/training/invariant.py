"""The step-0 invariant: before the first update, policy and reference are the same model.

A wrong reference trains without complaint and teaches the wrong thing, so a run that fails here does not start.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import torch

from engine.data.batch import MicroBatch
from engine.errors import EngineError
from engine.model.adapter import set_training_mode
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer
from engine.preference.reference import reference_logps

# Largest difference between cached and fresh reference, as a share of |logps|.
CACHE_TOLERANCE = {"float32": 1e-5, "bfloat16": 1e-2}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many pairs model and reference agreed on bit for bit, and by how many nats a stored reply was off at most."""

    pairs: int
    stored_difference: float


NOTHING_TO_AGREE = Agreement(0, 0.0)


def check_step_zero(
    loaded: LoadedModel, scorer: CompletionScorer, micro_batch: MicroBatch, cached_N: numpy.ndarray
) -> Agreement:
    """Compare policy, reference and cached reference on one micro-batch through training's own path.

    Raises `EngineError` when policy and fresh reference differ at all, or the cache by more than rounding.
    """
    set_training_mode(loaded.model, training=False)
    layout = scorer.lay_out(micro_batch, loaded.device)
    with torch.no_grad(), loaded.computing():
        policy_N = scorer.token_logps(layout)
    if loaded.turns is not None:
        loaded.turns.forget()  # so that the weights on disk are compared, and not those in memory with themselves
    reference_N = reference_logps(loaded, scorer, layout)
    if not torch.equal(policy_N, reference_N):
        difference = float((policy_N - reference_N).abs().max())
        raise EngineError(
            "Before the first update the model and its reference already differ, so rewards would be wrong.",
            "Start from a fresh adapter, or from an adapter that was made for this model.",
            f"largest difference of a token's log-probability: {difference:.3g} nats",
        )
    fresh_B = layout.completions.sum_by_reply(reference_N)
    cached_B = layout.completions.sum_by_reply(torch.from_numpy(cached_N).to(fresh_B.device))
    allowed = CACHE_TOLERANCE[loaded.dtype]
    difference_B = (cached_B - fresh_B).abs()
    share = float((difference_B / fresh_B.abs().clamp_min(1.0)).max())
    if not share <= allowed:  # so that a stored score that is no number is refused, too
        raise EngineError(
            "The stored scores of the original model do not belong to this model.",
            "Delete the folder reference_logps in the program's data folder; they are then computed again.",
            f"relative difference {share:.3g}, allowed {allowed:.3g}",
        )
    return Agreement(len(micro_batch.pairs), float(difference_B.max()))
