"""Log-probabilities under the reference: computed once through training's own path, kept on disk.

They depend on the weights, the tokens, the number format, the libraries and, in bfloat16, on the neighbours in the
micro-batch. All of that is in the cache key, so a changed model can never hit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import numpy
import peft
import torch
import transformers

from engine.data.batch import MicroBatch, content_hash
from engine.distributed.orders import ScoreReference
from engine.distributed.team import Alone, Team
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer
from engine.preference.path import Layout
from engine.storage.reference_cache import ReferenceCache

_ARITHMETIC = "2"  # raised whenever our own part of the forward pass rounds otherwise than before
# Micro-batches kept in one cache file: an interrupted pass loses at most this many.
PART_SIZE = 32


def reference_logps(loaded: LoadedModel, scorer: CompletionScorer, layout: Layout) -> torch.Tensor:
    """Per-token log-probabilities of a micro-batch under the reference, [N] in float32, without gradients."""
    with torch.no_grad(), loaded.reference(), loaded.computing():
        return scorer.token_logps(layout)


def score_reference(
    loaded: LoadedModel,
    scorer: CompletionScorer,
    micro_batches: Sequence[MicroBatch],
    cache: ReferenceCache,
    weights_hash: str,
    team: Team | None = None,
) -> Iterator[numpy.ndarray]:
    """Reference log-probabilities of every micro-batch, in order, each [N] in float32.

    What is in the cache costs no computation; what is not is stored a part of `PART_SIZE` micro-batches at a time,
    and the processes of a team share it.
    """
    team = team or Alone()
    for start in range(0, len(micro_batches), PART_SIZE):
        part = micro_batches[start : start + PART_SIZE]
        key = cache_key(part, scorer.name, weights_hash, loaded.number_format, loaded.device)
        lengths = [count_completion_tokens(micro_batch) for micro_batch in part]
        cached = cache.load(key, sum(lengths))
        if cached is not None:
            yield from numpy.split(cached, numpy.cumsum(lengths)[:-1])
            continue
        computed: list[numpy.ndarray] = []
        for first in range(0, len(part), team.size):
            at_once = tuple(part[first : first + team.size])
            team.lead(ScoreReference(at_once))
            found = score_together(loaded, scorer, at_once, team)
            computed.extend(found)
            yield from found
        cache.store(key, numpy.concatenate(computed))


def score_together(
    loaded: LoadedModel, scorer: CompletionScorer, at_once: Sequence[MicroBatch], team: Team
) -> list[numpy.ndarray]:
    """The reference's log-probabilities of at most as many micro-batches as there are processes, one each."""
    mine = at_once[team.rank : team.rank + 1]

    def score_mine() -> list[numpy.ndarray]:
        return [reference_logps(loaded, scorer, scorer.lay_out(part, loaded.device)).cpu().numpy() for part in mine]

    return [logps for found in team.together(score_mine) for logps in found]


def cache_key(part: Sequence[MicroBatch], scorer: str, weights_hash: str, dtype: str, device: str) -> str:
    """What a part's numbers depend on, as a digest."""
    # The libraries' versions, because the forward pass is their code.
    libraries = [module.__version__ for module in (torch, transformers, peft)]
    circumstances = [_ARITHMETIC, scorer, weights_hash, dtype, torch.device(device).type, *libraries]
    digest = hashlib.blake2b("|".join(circumstances).encode(), digest_size=20)
    for micro_batch in part:
        digest.update(len(micro_batch.pairs).to_bytes(4, "little"))
        for pair in micro_batch.pairs:
            digest.update(content_hash(pair))
    return digest.hexdigest()


def count_completion_tokens(micro_batch: MicroBatch) -> int:
    """How many numbers the scores of a micro-batch are."""
    return sum(len(pair.chosen_ids) + len(pair.rejected_ids) for pair in micro_batch.pairs)
