"""Implicit rewards: beta times the log-ratio of policy and reference (Rafailov et al. 2023, section 5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from engine.data.batch import pack
from engine.data.tokenize import TokenizedPair
from engine.model.adapter import set_training_mode
from engine.model.load import LoadedModel
from engine.model.voice import speaking
from engine.preference.logprobs import CompletionScorer

_PAIRS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class PairScore:
    """A pair's summed log-probabilities under the policy and its implicit rewards, in nats."""

    row: int
    logps_chosen: float
    logps_rejected: float
    reward_chosen: float
    reward_rejected: float

    @property
    def margin(self) -> float:
        """How much more the model rewards the chosen reply."""
        return self.reward_chosen - self.reward_rejected


def score_pairs(
    loaded: LoadedModel,
    pairs: Sequence[TokenizedPair],
    beta: float,
    token_budget: int = 2048,
    pairs_at_once: int = _PAIRS_AT_ONCE,
) -> Iterator[PairScore]:
    """Score pairs in their order; policy and reference go through the same micro-batches.

    Nothing is told before `pairs_at_once` of them are done: fewer tell sooner, more are done faster.
    """
    set_training_mode(loaded.model, training=False)
    scorer = CompletionScorer.of(loaded.causal_model)
    # Policy and reference take turns once a portion; where their weights are exchanged for it, once is enough.
    at_once = pairs_at_once if loaded.turns is None else max(1, len(pairs))
    for start in range(0, len(pairs), at_once):
        portion = pairs[start : start + at_once]
        scores: dict[int, PairScore] = {}
        micro_batches = pack(portion, token_budget)
        layouts = [scorer.lay_out(micro_batch, loaded.device) for micro_batch in micro_batches]
        with torch.no_grad(), speaking(loaded, "trained"), loaded.computing():
            policies = [scorer.token_logps(layout) for layout in layouts]
        with torch.no_grad(), loaded.reference(), loaded.computing():
            references = [scorer.token_logps(layout) for layout in layouts]
        scored = zip(micro_batches, layouts, policies, references, strict=True)
        for micro_batch, layout, policy_N, reference_N in scored:
            ratio_N = policy_N - reference_N
            logps = layout.completions.sum_by_reply(policy_N).tolist()
            rewards = (beta * layout.completions.sum_by_reply(ratio_N)).tolist()
            count = len(micro_batch.pairs)
            for index, pair in enumerate(micro_batch.pairs):
                scores[id(pair)] = PairScore(
                    pair.row, logps[index], logps[count + index], rewards[index], rewards[count + index]
                )
        for pair in portion:
            yield scores[id(pair)]
