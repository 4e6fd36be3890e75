"""What one micro-batch holds while it passes through a model there and back, found without computing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensor, FakeTensorMode

from engine.data.batch import MicroBatch
from engine.errors import EngineError
from engine.forecast.live_bytes import LiveBytes
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer, token_logps
from engine.preference.output_head import cut_model
from engine.preference.path import Path
from engine.preference.shared_prefix.bundles import bundle_segments
from engine.preference.shared_prefix.packed_pairs import PackedPairs


@dataclass(frozen=True, slots=True)
class PassBytes:
    """`activations` are the decoder's, `head` is the output head's share at the peak, `spare` the allocator's."""

    activations: int
    head: int
    spare: int

    @property
    def total(self) -> int:
        """All of it together."""
        return self.activations + self.head + self.spare


def training_pass(loaded: LoadedModel, shapes: FakeTensorMode, micro_batch: MicroBatch, path: Path) -> PassBytes:
    """Forward and backward over the pairs, with shapes in place of numbers; the model may be loaded or not.

    Raises `EngineError` where a model's shapes hang on its numbers.
    """
    layout = path.lay_out(micro_batch, loaded.device)
    bundled = 0
    if isinstance(layout, PackedPairs):
        bundled = _bundle(layout, loaded.causal_model.config.get_text_config())
    scorer = CompletionScorer(*cut_model(loaded.causal_model), path)
    try:
        with shapes, torch.enable_grad(), LiveBytes(_without_numbers(loaded, shapes)) as held:
            with loaded.computing():
                hidden = path.hidden(scorer.decoder, layout)
                saved = held.live
                logps = token_logps(hidden, layout.completions.targets_N, scorer.head)
                head = held.peak - saved
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
    # On the way back there may be more at once than on the way there, most of all where layers are computed again.
    return PassBytes(held.peak - head + bundled, head, max(0, held.resident - held.peak))


def _without_numbers(loaded: LoadedModel, shapes: FakeTensorMode) -> list[torch.Tensor]:
    """The model's own tensors as the operations will see them."""
    own = [*loaded.model.parameters(), *loaded.model.buffers()]
    if not loaded.has_adapter:  # all weights' gradients are counted by themselves; an earlier portion left them here
        own += [_gradient(parameter, shapes) for parameter in loaded.model.parameters() if parameter.requires_grad]
    return [tensor if isinstance(tensor, FakeTensor) else shapes.from_tensor(tensor) for tensor in own]


def _gradient(parameter: torch.nn.Parameter, shapes: FakeTensorMode) -> torch.Tensor:
    with shapes:
        parameter.grad = torch.zeros(parameter.shape, dtype=torch.float32, device=parameter.device)
    return parameter.grad


def _bundle(layout: PackedPairs, config: Any) -> int:
    """Which pairs are bundled is decided by real lengths, so it is done before the numbers are gone.

    Returns the bytes of the bundles' masks and places, which are kept for the whole pass.
    """
    longest = max(segment.total for segment in layout.segments)
    held = 0
    for window in (None, getattr(config, "sliding_window", None)):
        seen = window if window is not None and window < longest else None
        if ("bundles", seen) not in layout.kept:
            bundles = layout.kept["bundles", seen] = bundle_segments(layout.segments, seen)
            held += sum(bundle.nbytes for bundle in bundles)
    return held
