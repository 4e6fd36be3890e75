"""The reference's scores of all pairs before the first update, in portions for which there is memory."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy

from engine.data.batch import MicroBatch
from engine.distributed.team import Team
from engine.events import Event, PhaseChanged, PhaseProgress
from engine.model.device import is_out_of_memory, release_device_memory
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer
from engine.preference.reference import count_completion_tokens, score_reference
from engine.storage.reference_cache import ReferenceCache
from engine.training.arrangement import PreparedData
from engine.training.room import Portion, Room


def score_in_room(
    loaded: LoadedModel,
    scorer: CompletionScorer,
    data: PreparedData,
    cache: ReferenceCache,
    weights_hash: str,
    room: Room,
    team: Team,
) -> Generator[Event, None, list[Portion]]:
    """Every micro-batch with its scores: those to learn from, then those held back.

    Where the device has too little memory, portions are halved from here on, training's too, so that a pair keeps its
    neighbours; what was scored by then is in the cache. Raises what torch raised when a single pair is too much.
    """
    yield PhaseChanged("scoring_reference", "Scoring with the original")
    while True:
        parts = [_cut(each, room, scorer) for each in (*data.training, *data.held_back)]
        learnt, held_back = _flat(parts[: len(data.training)]), _flat(parts[len(data.training) :])
        try:
            scores: list[numpy.ndarray] = []
            # Apart, so that runs with other seeds still share the held-back pairs' scores.
            for portions in (learnt, held_back):
                micro_batches = [portion.micro_batch for portion in portions]
                for each in score_reference(loaded, scorer, micro_batches, cache, weights_hash, team):
                    scores.append(each)
                    yield PhaseProgress("scoring_reference", len(scores), len(learnt) + len(held_back))
            break
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or not room.halve([*learnt, *held_back], 0, scorer.path.computed_tokens):
                raise
        # Only here, where the error no longer holds what the failed pass had computed.
        release_device_memory(loaded.device)
    cache.prune()
    remaining = iter(scores)
    return [Portion.joined([replace(part, reference=next(remaining)) for part in of_one]) for of_one in parts]


def _cut(micro_batch: MicroBatch, room: Room, scorer: CompletionScorer) -> list[Portion]:
    unscored = Portion(micro_batch, numpy.zeros(count_completion_tokens(micro_batch), numpy.float32))
    return room.cut([unscored], 0, scorer.path.computed_tokens)


def _flat(parts: Sequence[Sequence[Portion]]) -> list[Portion]:
    return [portion for of_one in parts for portion in of_one]
