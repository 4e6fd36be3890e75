"""Which tokens of a micro-batch are scored, and where each of them is predicted.

Shape legend for engine/preference: B replies (the chosen ones of all pairs, then the rejected ones), T tokens a row,
N completion tokens in all replies, H hidden size, V vocabulary, P pairs.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from engine.data.batch import MicroBatch


@dataclass(frozen=True, slots=True)
class Completions:
    """The completion tokens of P pairs, reply by reply, in the same order whatever path computes them.

    A reply with a thumb counts as two, one of which has no tokens.

    `predictors_N` are flat positions in the path's hidden states: where the token before is. `targets_N` are the
    tokens' ids, `rows_N` which of the B replies each belongs to.
    """

    predictors_N: torch.Tensor
    targets_N: torch.Tensor
    rows_N: torch.Tensor
    pair_count: int

    @property
    def lengths_B(self) -> torch.Tensor:
        """How many completion tokens each reply has."""
        return torch.bincount(self.rows_N, minlength=2 * self.pair_count)

    def sum_by_reply(self, values_N: torch.Tensor) -> torch.Tensor:
        """Each reply's sum over its tokens, [B]; of log-probabilities it is `logps` in TRL's sense."""
        sums_B = torch.zeros(2 * self.pair_count, dtype=values_N.dtype, device=values_N.device)
        return sums_B.index_add(0, self.rows_N, values_N)


def locate_completions(micro_batch: MicroBatch, predictors: list[torch.Tensor], device: str) -> Completions:
    """The completions of a micro-batch on a device; `predictors` holds one tensor a reply, chosen ones first."""
    replies = [pair.chosen_ids for pair in micro_batch.pairs] + [pair.rejected_ids for pair in micro_batch.pairs]
    lengths = torch.tensor([len(reply) for reply in replies])
    return Completions(
        predictors_N=torch.cat(predictors).to(device),
        targets_N=torch.cat([torch.tensor(reply, dtype=torch.long) for reply in replies]).to(device),
        rows_N=torch.repeat_interleave(torch.arange(len(replies)), lengths).to(device),
        pair_count=len(micro_batch.pairs),
    )
