"""Which path a model's pairs take: the shared prefix where it is exact, else two rows a pair.

A model is looked at first, and then a real micro-batch goes along both paths. Families exist for which a packed row
runs without complaint and gives wrong numbers, so the comparison is a condition and not a courtesy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.model.lean_layers import suits
from engine.model.load import LoadedModel
from engine.preference.logprobs import CompletionScorer
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path
from engine.preference.shared_prefix.attention import UnknownAttentionError, with_attention
from engine.preference.shared_prefix.path import SharedPrefixPath

# What a token's log-probability may differ by in float32, at most, in nats; SmolLM2 differs by 2e-5.
FLOAT32_TOLERANCE = 5e-4
# In bfloat16 rounding alone moves single tokens by tenths of a nat. There the mean difference is held against what
# another exact kernel (transformers' "eager") makes of the same rows: at most so many times that, plus so much.
NOISE_FACTOR, NOISE_FLOOR = 2.0, 0.005
_KNOWN_LAYERS = {"full_attention", "sliding_attention"}


@dataclass(frozen=True, slots=True)
class PathChoice:
    """The path to take, and how it was found: why not the shared prefix, or by how much it differs at most (nats).

    `lean_layers` of the model's layers took part in the comparison in their lean form.
    """

    path: Path
    reason: str = ""
    difference: float | None = None
    tolerance: float | None = None
    lean_layers: int = 0

    @property
    def sentence(self) -> str:
        """What the run's log says."""
        if self.reason:
            return f"Each reply passes through the model as a row of its own, because {self.reason}."
        return (
            f"Each pair passes through the model as one row, compared with two rows: {self.difference:.3g} nats apart."
        )

    def as_dict(self) -> dict[str, Any]:
        """The manifest's entry."""
        known = {"reason": self.reason, "difference": self.difference, "tolerance": self.tolerance}
        known["lean_layers"] = self.lean_layers or None
        return {"name": self.path.name, **{name: value for name, value in known.items() if value not in ("", None)}}


def path_named(name: str) -> Path | None:
    """The path that a manifest names, or None for one that this version does not have."""
    return next((path for path in (SharedPrefixPath(), PaddedPath()) if path.name == name), None)


def choose_path(loaded: LoadedModel, pairs: Sequence[TokenizedPair]) -> PathChoice:
    """The path for a model without an adapter, tried on the longest and the shortest of the pairs."""
    plain = PaddedPath()
    reason = why_not_shared(loaded.causal_model)
    if reason:
        return PathChoice(plain, reason)
    by_length = sorted(pairs, key=lambda pair: pair.longest)
    trial = MicroBatch(tuple({id(pair): pair for pair in (by_length[-1], by_length[0])}.values()))
    try:
        difference, tolerance = _compare(loaded, trial)
    except UnknownAttentionError as error:
        return PathChoice(plain, str(error))
    except (TypeError, ValueError, KeyError, AttributeError, RuntimeError) as error:
        if isinstance(error, torch.OutOfMemoryError):
            raise
        return PathChoice(plain, f"packed pairs do not pass through it: {type(error).__name__}: {error}")
    if not difference <= tolerance:
        reason = f"its numbers differ by {difference:.3g} nats on packed pairs, {tolerance:.3g} are allowed"
        return PathChoice(plain, reason, difference, tolerance)
    lean = sum(suits(layer) for layer in getattr(loaded.causal_model.get_decoder(), "layers", ()))
    return PathChoice(SharedPrefixPath(), "", difference, tolerance, lean)


def why_not_shared(causal_model: Any) -> str:
    """What speaks against packed pairs in a model's configuration and modules; empty when nothing does."""
    config = causal_model.config.get_text_config()
    unknown = sorted(set(getattr(config, "layer_types", None) or ()) - _KNOWN_LAYERS)
    if unknown:
        return f"it has layers of the kind {', '.join(unknown)}"
    if getattr(config, "attention_chunk_size", None):
        return "its attention is cut into chunks"
    if any(isinstance(module, torch.nn.Conv1d | torch.nn.RNNBase) for module in causal_model.modules()):
        return "it mixes neighbouring tokens outside of attention"
    return ""


def _compare(loaded: LoadedModel, trial: MicroBatch) -> tuple[float, float]:
    """By how much the shared prefix differs from two rows a pair, and by how much it may."""
    plain = CompletionScorer.of(loaded.causal_model)
    shared = CompletionScorer(plain.decoder, plain.head, SharedPrefixPath())
    with torch.no_grad(), loaded.computing():
        rows = plain.lay_out(trial, loaded.device)
        expected_N = plain.token_logps(rows)
        difference_N = (shared.token_logps(shared.lay_out(trial, loaded.device)) - expected_N).abs()
        if loaded.dtype == "float32":
            return float(difference_N.max()), FLOAT32_TOLERANCE
        with with_attention(plain.decoder, "eager"):
            noise_N = (plain.token_logps(rows) - expected_N).abs()
    return float(difference_N.mean()), NOISE_FACTOR * float(noise_N.mean()) + NOISE_FLOOR
