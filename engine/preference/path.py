"""A path: how the pairs of a micro-batch are laid out and pass through the model.

All paths give the same numbers in the same order, up to rounding; they differ in what they cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

import torch

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.preference.completions import Completions


class Layout(Protocol):
    """A micro-batch on a device, as its path wants it."""

    @property
    def completions(self) -> Completions:
        """Which tokens are scored."""
        ...


class Path(Protocol):
    """Lays pairs out and computes the hidden states that predict their completion tokens."""

    @property
    def name(self) -> str:
        """Stands for the numbers that the path gives; part of the reference cache's keys."""
        ...

    def computed_tokens(self, pairs: Sequence[TokenizedPair]) -> int:
        """How many tokens pass through the model for these pairs together, padding included."""
        ...

    def lay_out(self, micro_batch: MicroBatch, device: str) -> Any:
        """The pairs as tensors on a device: a `Layout` that this path understands."""
        ...

    def layers(self, decoder: Any) -> AbstractContextManager[None]:
        """The decoder's layers compute inside the block as this path wants them; `hidden` sees to it itself."""
        ...

    def hidden(self, decoder: Any, layout: Any) -> torch.Tensor:
        """The decoder's last hidden states where completion tokens are predicted, [N, H]."""
        ...
