"""What one micro-batch holds while it passes through a model there and back, found without computing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from engine.data.batch import MicroBatch
from engine.errors import EngineError
from engine.forecast.live_bytes import LiveBytes
from engine.forecast.unloaded import UnloadedModel
from engine.preference.logprobs import CompletionScorer, token_logps
from engine.preference.output_head import cut_model
from engine.preference.path import Path
from engine.preference.shared_prefix.bundles import bundle_segments
from engine.preference.shared_prefix.packed_pairs import PackedPairs


@dataclass(frozen=True, slots=True)
class PassBytes:
    """`saved` by the decoder for backward, the `head`'s share at the peak, and what the allocator keeps as `spare`."""

    saved: int
    head: int
    spare: int

    @property
    def total(self) -> int:
        """All of it together."""
        return self.saved + self.head + self.spare


def training_pass(unloaded: UnloadedModel, micro_batch: MicroBatch, path: Path) -> PassBytes:
    """Forward and backward over the pairs; raises `EngineError` where a model's shapes hang on its numbers."""
    layout = path.lay_out(micro_batch, "cpu")
    loaded = unloaded.loaded
    if isinstance(layout, PackedPairs):
        _bundle(layout, loaded.causal_model.config.get_text_config())
    scorer = CompletionScorer(*cut_model(loaded.causal_model), path)
    known = {**dict(loaded.model.named_parameters()), **dict(loaded.model.named_buffers())}
    try:
        with unloaded.shapes, torch.enable_grad(), LiveBytes(known) as bytes_held:
            with loaded.computing():
                hidden = path.hidden(scorer.decoder, layout)
                saved = bytes_held.live
                logps = token_logps(hidden, layout.completions.targets_N, scorer.head)
            del hidden
            logps.sum().backward()
    except Exception as error:  # whatever a family's own code raises on shapes without numbers
        raise EngineError(
            f"How much memory {loaded.folder.name} needs cannot be foreseen: its shapes depend on its numbers.",
            "Training it may still work; it measures what it uses.",
            repr(error),
        ) from error
    finally:
        loaded.model.zero_grad(set_to_none=True)
    return PassBytes(saved, bytes_held.peak - saved, max(0, bytes_held.resident - bytes_held.peak))


def _bundle(layout: PackedPairs, config: Any) -> None:
    """Which pairs are bundled is decided by real lengths, so it is done before the numbers are gone."""
    longest = max(segment.total for segment in layout.segments)
    for window in (None, getattr(config, "sliding_window", None)):
        seen = window if window is not None and window < longest else None
        layout.kept.setdefault(("bundles", seen), bundle_segments(layout.segments, seen))
