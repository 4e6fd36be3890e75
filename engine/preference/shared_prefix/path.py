"""The path of packed pairs: each prompt passes through the model once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch

from engine.data.batch import MicroBatch, packed_tokens
from engine.data.tokenize import TokenizedPair
from engine.model.lean_layers import lean_layers
from engine.preference.shared_prefix.attention import packed_attention
from engine.preference.shared_prefix.packed_pairs import PackedPairs, pack_row


@dataclass(frozen=True, slots=True)
class SharedPrefixPath:
    """Computes hidden states pair by pair in one row. `name` stands for its numbers: change it whenever they change."""

    name: str = "shared-prefix-3"

    def computed_tokens(self, pairs: Sequence[TokenizedPair]) -> int:
        """How many tokens pass through the model for these pairs together."""
        return packed_tokens(pairs)

    def lay_out(self, micro_batch: MicroBatch, device: str) -> PackedPairs:
        """The pairs as one row on a device."""
        return pack_row(micro_batch, device)

    def layers(self, decoder: Any) -> AbstractContextManager[None]:
        """Lean layers, where the model's are of a known kind."""
        return lean_layers(decoder)

    def hidden(self, decoder: Any, layout: PackedPairs) -> torch.Tensor:
        """The decoder's last hidden states where completion tokens are predicted, [N, H]."""
        with packed_attention(decoder), self.layers(decoder):
            output = decoder(
                input_ids=layout.input_ids_1T,
                position_ids=layout.position_ids_1T,
                use_cache=False,
                packed_pairs=layout,
            )
        return output.last_hidden_state[0][layout.completions.predictors_N]
