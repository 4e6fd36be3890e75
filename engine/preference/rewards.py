"""Implicit rewards: beta times the log-ratio of policy and reference (Rafailov et al. 2023, section 5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from engine.data.batch import pack
from engine.data.tokenize import TokenizedPair
from engine.model.adapter import set_training_mode
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer
from engine.preference.reference import reference_logps

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
    loaded: LoadedModel, pairs: Sequence[TokenizedPair], beta: float, token_budget: int = 2048
) -> Iterator[PairScore]:
    """Score pairs in their order; policy and reference go through the same micro-batches."""
    set_training_mode(loaded.model, training=False)
    scorer = CompletionScorer.of(loaded.causal_model)
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        portion = pairs[start : start + _PAIRS_AT_ONCE]
        scores: dict[int, PairScore] = {}
        for micro_batch in pack(portion, token_budget):
            layout = scorer.lay_out(micro_batch, loaded.device)
            with torch.no_grad(), loaded.computing():
                policy_N = scorer.token_logps(layout)
            ratio_N = policy_N - reference_logps(loaded, scorer, layout)
            logps = layout.completions.sum_by_reply(policy_N).tolist()
            rewards = (beta * layout.completions.sum_by_reply(ratio_N)).tolist()
            count = len(micro_batch.pairs)
            for index, pair in enumerate(micro_batch.pairs):
                scores[id(pair)] = PairScore(
                    pair.row, logps[index], logps[count + index], rewards[index], rewards[count + index]
                )
        for pair in portion:
            yield scores[id(pair)]
