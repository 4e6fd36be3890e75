"""A micro-batch as tensors.

Shape legend for engine/preference: B rows (the chosen replies of all pairs, then the rejected ones), T tokens a row,
N completion tokens in all rows, H hidden size, V vocabulary, P pairs.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from engine.data.batch import MicroBatch


@dataclass(frozen=True, slots=True)
class PaddedRows:
    """Rows padded on the right, and where their completion tokens are predicted.

    Example for one pair, prompt [1, 7], chosen [4, 2], rejected [5]:
    input_ids_BT [[1, 7, 4, 2], [1, 7, 5, 0]]; predictors_N [1, 2, 5] (flat positions of the tokens 7, 4 and 7);
    targets_N [4, 2, 5]; rows_N [0, 0, 1].

    No attention mask is needed: attention is causal, so no real token ever sees the padding behind it.
    """

    input_ids_BT: torch.Tensor
    predictors_N: torch.Tensor
    targets_N: torch.Tensor
    rows_N: torch.Tensor

    @property
    def pair_count(self) -> int:
        """How many pairs the rows hold."""
        return self.input_ids_BT.shape[0] // 2

    @property
    def lengths_B(self) -> torch.Tensor:
        """How many completion tokens each row has."""
        return torch.bincount(self.rows_N, minlength=self.input_ids_BT.shape[0])


def collate(micro_batch: MicroBatch, device: str) -> PaddedRows:
    """Lay a micro-batch's pairs out as padded rows on a device."""
    replies = [pair.chosen_ids for pair in micro_batch.pairs] + [pair.rejected_ids for pair in micro_batch.pairs]
    prompts = [pair.prompt_ids for pair in micro_batch.pairs] * 2
    width = max(len(prompt) + len(reply) for prompt, reply in zip(prompts, replies, strict=True))
    input_ids = torch.zeros(len(replies), width, dtype=torch.long)
    predictors: list[torch.Tensor] = []
    targets: list[torch.Tensor] = []
    for row, (prompt, reply) in enumerate(zip(prompts, replies, strict=True)):
        ids = torch.tensor([*prompt, *reply], dtype=torch.long)
        input_ids[row, : len(ids)] = ids
        first = row * width + len(prompt) - 1
        predictors.append(torch.arange(first, first + len(reply)))
        targets.append(ids[len(prompt) :])
    lengths = torch.tensor([len(reply) for reply in replies])
    return PaddedRows(
        input_ids_BT=input_ids.to(device),
        predictors_N=torch.cat(predictors).to(device),
        targets_N=torch.cat(targets).to(device),
        rows_N=torch.repeat_interleave(torch.arange(len(replies)), lengths).to(device),
    )
