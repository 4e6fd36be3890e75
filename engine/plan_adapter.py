"""The [adapter] part of a plan: what of the model is trained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from engine.plan_fields import at_least, in_range, knob, positive, require


@dataclass(frozen=True, slots=True)
class AdapterPlan:
    """The LoRA adapter that is trained (Hu et al. 2021, arXiv 2106.09685).

    The patterns are peft's: a name or a regular expression that a layer's full name ends with.
    """

    path: str = knob("", "Start from", "An adapter to go on from; empty starts a fresh one.")
    r: int = knob(16, "Adapter size", "Rank: how much the model can change. 16 suits style and tone.")
    alpha: float = knob(32.0, "Adapter scale", "The update is scaled by alpha / r, with rslora by alpha / sqrt(r).")
    dropout: float = knob(0.0, "Dropout", "Share of the adapter's inputs left out at random while training.")
    target_modules: tuple[str, ...] = knob(
        ("all-linear",), "Layers", "all-linear, or the names of the layers to adapt."
    )
    rslora: bool = knob(False, "Rank-stable scale", "Large ranks learn as fast as small ones (rsLoRA).")
    dora: bool = knob(False, "Direction and size apart", "Learns each layer's size by itself (DoRA); slower.")
    rank_pattern: Mapping[str, int] = knob(
        dict[str, int], "Sizes by layer", "Another r for some of the layers, as in { q_proj = 32 }."
    )
    alpha_pattern: Mapping[str, float] = knob(
        dict[str, float], "Scales by layer", "Another alpha for some of the layers, as in { q_proj = 64 }."
    )

    def __post_init__(self) -> None:
        at_least(self.r, 1, "adapter.r")
        positive(self.alpha, "adapter.alpha")
        in_range(self.dropout, 0.0, 0.9, "adapter.dropout")
        require(
            bool(self.target_modules),
            "adapter.target_modules",
            "No layers are named for the adapter.",
            'Use ["all-linear"].',
        )
        require(
            all(self.target_modules) and ("all-linear" not in self.target_modules or len(self.target_modules) == 1),
            "adapter.target_modules",
            "adapter.target_modules has an empty name, or all-linear beside other names.",
            'Name layers such as ["q_proj", "v_proj"], or only ["all-linear"].',
        )
        for pattern, rank in self.rank_pattern.items():
            _check_pattern(pattern, "adapter.rank_pattern")
            at_least(rank, 1, f"adapter.rank_pattern.{pattern}")
        for pattern, alpha in self.alpha_pattern.items():
            _check_pattern(pattern, "adapter.alpha_pattern")
            positive(alpha, f"adapter.alpha_pattern.{pattern}")


def refuse_adapter_settings(adapter: AdapterPlan) -> None:
    """Raise `PlanError` when something is set of an adapter that full fine-tuning does not have."""
    default = AdapterPlan()
    for field in fields(adapter):
        key = f"adapter.{field.name}"
        require(
            getattr(adapter, field.name) == getattr(default, field.name),
            key,
            f'{key} is set, but training.tuning = "full" trains no adapter, so it would be ignored.',
            'Leave it out, or set training.tuning = "lora".',
        )


def _check_pattern(pattern: str, key: str) -> None:
    require(bool(pattern), key, f"{key} has a layer without a name.", "Name a layer, such as q_proj.")
    try:
        re.compile(pattern)
        is_valid = True
    except re.error:
        is_valid = False
    require(
        is_valid,
        key,
        f"{key} has {pattern!r}, which is neither a layer's name nor a regular expression.",
        "Name a layer, such as q_proj.",
    )
