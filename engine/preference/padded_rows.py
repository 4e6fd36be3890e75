"""The plain path: every pair as two rows, each the prompt and one reply, padded to the longest row.

A reply with a thumb is one row.

It fits every causal model, and it is what the other path is compared with. No attention mask is needed: rows are
padded on the right and attention is causal, so no real token ever sees the padding behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import torch

from engine.data.batch import MicroBatch, padded_tokens
from engine.data.tokenize import TokenizedPair
from engine.preference.completions import Completions, locate_completions


@dataclass(frozen=True, slots=True)
class PaddedRows:
    """Rows padded on the right, and where their completion tokens are predicted.

    Example for one pair, prompt [1, 7], chosen [4, 2], rejected [5]:
    input_ids_BT [[1, 7, 4, 2], [1, 7, 5, 0]]; completions: predictors_N [1, 2, 5] (flat positions of the tokens 7, 4
    and 7), targets_N [4, 2, 5], rows_N [0, 0, 1].
    """

    input_ids_BT: torch.Tensor
    completions: Completions


@dataclass(frozen=True, slots=True)
class PaddedPath:
    """Computes hidden states row by row. `name` stands for its numbers: change it whenever they may change."""

    name: str = "two-padded-rows-1"

    def computed_tokens(self, pairs: Sequence[TokenizedPair]) -> int:
        """How many tokens pass through the model for these pairs together."""
        return padded_tokens(pairs)

    def lay_out(self, micro_batch: MicroBatch, device: str) -> PaddedRows:
        """The pairs as padded rows on a device."""
        replies = [pair.chosen_ids for pair in micro_batch.pairs] + [pair.rejected_ids for pair in micro_batch.pairs]
        prompts = [pair.prompt_ids for pair in micro_batch.pairs] * 2
        width = max(pair.longest for pair in micro_batch.pairs)
        input_ids = torch.zeros(sum(pair.sequences for pair in micro_batch.pairs), width, dtype=torch.long)
        predictors: list[torch.Tensor] = []
        row = 0
        for prompt, reply in zip(prompts, replies, strict=True):
            first = row * width + len(prompt) - 1
            predictors.append(torch.arange(first, first + len(reply)))
            if reply:
                input_ids[row, : len(prompt) + len(reply)] = torch.tensor([*prompt, *reply], dtype=torch.long)
                row += 1
        return PaddedRows(input_ids.to(device), locate_completions(micro_batch, predictors, device))

    def layers(self, decoder: Any) -> AbstractContextManager[None]:  # noqa: ARG002
        """The model's own."""
        return nullcontext()

    def hidden(self, decoder: Any, layout: PaddedRows) -> torch.Tensor:
        """The decoder's last hidden states where completion tokens are predicted, [N, H]."""
        hidden_BTH = decoder(input_ids=layout.input_ids_BT, use_cache=False).last_hidden_state
        return hidden_BTH.flatten(0, 1)[layout.completions.predictors_N]
