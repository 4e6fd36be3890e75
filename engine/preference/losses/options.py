"""The settings that some losses read and others do not: names, help, defaults (TRL's) and ranges.

Nothing here needs torch: plans, the form and the manual are made from it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args

FDivergence = Literal["reverse_kl", "forward_kl", "js_divergence", "alpha_divergence"]
F_DIVERGENCES: tuple[str, ...] = get_args(FDivergence)


@dataclass(frozen=True, slots=True)
class LossOption:
    """One setting. It is off at its default unless `always_in_force`.

    `shared` changes what all losses of a mix are given, so each of them has to know it; another setting is read by the
    losses that know it, whatever else is in the mix. `open_low` and `open_high` leave an end of the range out.
    `only_with` names another option and the value without which this one means nothing.
    """

    name: str
    title: str
    help_text: str
    default: Any
    low: float = -math.inf
    high: float = math.inf
    open_low: bool = False
    open_high: bool = False
    choices: tuple[str, ...] = ()
    shared: bool = False
    only_with: tuple[str, object] | None = None
    source: str = ""

    @property
    def range_text(self) -> str:
        """The values it can take, in words."""
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        if isinstance(self.default, bool):
            return "true or false"
        low = f"{'above' if self.open_low else 'from'} {self.low:g}"
        if self.high == math.inf:
            return low
        return f"{low} to {'below ' if self.open_high else ''}{self.high:g}"

    def allows(self, value: Any) -> bool:
        """Whether a value is within its range."""
        if self.choices:
            return value in self.choices
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        above = value > self.low if self.open_low else value >= self.low
        below = value < self.high if self.open_high else value <= self.high
        return bool(above and below and math.isfinite(value))


_ALL = (
    LossOption(
        "label_smoothing",
        "Share of wrong labels",
        "How many of the pairs are probably the wrong way round; learning then leans on each pair less.",
        0.0,
        low=0.0,
        high=0.5,
        open_high=True,
        source="Mitchell 2023 (cDPO), a note on DPO with noisy preferences",
    ),
    LossOption(
        "f_divergence_type",
        "Divergence",
        "How distance from the original is measured; reverse_kl is DPO as published.",
        "reverse_kl",
        choices=F_DIVERGENCES,
        shared=True,
        source="Wang et al. 2023 (f-DPO), arXiv 2309.16240, table 1",
    ),
    LossOption(
        "f_alpha_divergence_coef",
        "Alpha of the divergence",
        "Between forward_kl (0) and reverse_kl (1).",
        0.5,
        low=0.0,
        high=1.0,
        only_with=("f_divergence_type", "alpha_divergence"),
        source="Wang et al. 2023 (f-DPO), arXiv 2309.16240, table 1",
    ),
    LossOption(
        "ld_alpha",
        "Weight of surplus length",
        "How much tokens count beyond the shorter reply's length; 1 counts all alike, 0 leaves them out.",
        1.0,
        low=0.0,
        high=1.0,
        shared=True,
        source="Liu et al. 2024 (LD-DPO), arXiv 2409.06411, section 3",
    ),
    LossOption(
        "use_weighting",
        "Weigh by likelihood",
        "Pairs that the model could have written itself count more.",
        False,
        shared=True,
        source="Zhou et al. 2024 (WPO), arXiv 2406.11827, eq. 2 with its sampled alignment",
    ),
    LossOption(
        "discopop_tau",
        "Temperature of the blend",
        "How sharply the loss changes its form where the model begins to get a pair right.",
        0.05,
        low=0.0,
        open_low=True,
        source="Lu et al. 2024 (DiscoPOP), arXiv 2406.08414, eq. 5",
    ),
    LossOption(
        "simpo_gamma",
        "Target margin",
        "How far ahead the chosen reply should come, in units of the reward.",
        0.5,
        low=0.0,
        source="Meng et al. 2024 (SimPO), arXiv 2405.14734, eq. 6",
    ),
    LossOption(
        "cpo_alpha",
        "Weight of imitation",
        "How much the chosen replies are also learnt word for word.",
        1.0,
        low=0.0,
        source="Xu et al. 2024 (CPO), arXiv 2401.08417, whose weight is 1",
    ),
    LossOption(
        "desirable_weight",
        "Weight of thumbs up",
        "How much each thumb up counts. With its number, 1 to 4/3 times what all thumbs down weigh is advised.",
        1.0,
        low=0.0,
        open_low=True,
        source="Ethayarajh et al. 2024 (KTO), arXiv 2402.01306, section 4.2, lambda_D",
    ),
    LossOption(
        "undesirable_weight",
        "Weight of thumbs down",
        "How much each thumb down counts; raise it where thumbs down are few.",
        1.0,
        low=0.0,
        open_low=True,
        source="Ethayarajh et al. 2024 (KTO), arXiv 2402.01306, section 4.2, lambda_U",
    ),
)
OPTIONS: Mapping[str, LossOption] = MappingProxyType({option.name: option for option in _ALL})


def _default(name: str) -> Any:
    return OPTIONS[name].default


@dataclass(frozen=True, slots=True)
class LossOptions:
    """The values of all options for one run. A loss looks only at those that the catalogue says it reads."""

    beta: float
    label_smoothing: float = _default("label_smoothing")
    f_divergence_type: str = _default("f_divergence_type")
    f_alpha_divergence_coef: float = _default("f_alpha_divergence_coef")
    ld_alpha: float = _default("ld_alpha")
    use_weighting: bool = _default("use_weighting")
    discopop_tau: float = _default("discopop_tau")
    simpo_gamma: float = _default("simpo_gamma")
    cpo_alpha: float = _default("cpo_alpha")
    desirable_weight: float = _default("desirable_weight")
    undesirable_weight: float = _default("undesirable_weight")
