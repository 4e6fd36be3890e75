"""A path that keeps only each layer's input, and computes the layer again on the way back (Chen et al. 2016).

Known as activation or gradient checkpointing (arXiv 1604.06174): the numbers are the same, the memory for activations
shrinks to one layer's, and a pass takes about a third longer.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch.utils.checkpoint import checkpoint
from transformers.modeling_layers import GradientCheckpointingLayer

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.model.load import LoadedModel
from engine.model.replaced_forward import replaced_forwards
from engine.preference.path import Path
from engine.preference.shared_prefix.attention import attention_of, with_attention

Computing = Callable[[], AbstractContextManager[None]]


def can_recompute(decoder: Any) -> bool:
    """Whether transformers marks any of the decoder's layers as one that may be computed again."""
    return bool(_layers(decoder))


@dataclass(frozen=True, slots=True)
class RecomputedPath:
    """Another path's numbers, with less kept for the way back. `computing` is what its products need around them."""

    path: Path
    computing: Computing

    @property
    def name(self) -> str:
        """The other path's: the numbers are its own, bit for bit."""
        return self.path.name

    def computed_tokens(self, pairs: Sequence[TokenizedPair]) -> int:
        """How many tokens pass through the model for these pairs together; what is done again is not counted."""
        return self.path.computed_tokens(pairs)

    def lay_out(self, micro_batch: MicroBatch, device: str) -> Any:
        """The pairs as the other path wants them."""
        return self.path.lay_out(micro_batch, device)

    def layers(self, decoder: Any) -> AbstractContextManager[None]:
        """The other path's layers."""
        return self.path.layers(decoder)

    def hidden(self, decoder: Any, layout: Any) -> torch.Tensor:
        """The decoder's last hidden states where completion tokens are predicted, [N, H]."""
        with self.path.layers(decoder), _recomputing(decoder, self.computing):
            return self.path.hidden(decoder, layout)


def path_of(path: Path, loaded: LoadedModel, *, gradient_checkpointing: bool) -> Path:
    """The path itself, or one whose layers are computed again."""
    return RecomputedPath(path, loaded.computing) if gradient_checkpointing else path


@contextlib.contextmanager
def _recomputing(decoder: Any, computing: Computing) -> Generator[None]:
    """Layers called inside the block keep their inputs alone."""
    with replaced_forwards(_layers(decoder), lambda layer: partial(_forward, decoder, computing, layer.forward)):
        yield


def _forward(decoder: Any, computing: Computing, forward: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    attention = attention_of(decoder)  # another one may be set by the time of the way back

    @contextlib.contextmanager
    def as_now() -> Generator[None]:
        with computing(), with_attention(decoder, attention):
            yield

    return checkpoint(
        forward, *args, use_reentrant=False, context_fn=lambda: (contextlib.nullcontext(), as_now()), **kwargs
    )


def _layers(decoder: Any) -> list[Any]:
    return [module for module in decoder.modules() if isinstance(module, GradientCheckpointingLayer)]
