"""The registry of losses: what each is called, where it is from, what it reads and what it needs to be given.

Nothing here needs torch: plans are checked, the form is drawn and docs/losses.md is written from it. The functions
are in `functions.py` under the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Reward = Literal["ratio", "logps", "mean_logps"]


@dataclass(frozen=True, slots=True)
class LossInfo:
    """One loss. `name` is TRL's, `reads` names options of `options.py`, and beta where the loss depends on it.

    `separates_by_pair`: a pair's value depends on that pair alone, so micro-batches can run backward one by one.
    `needs_reference`: without one it has no meaning. `needs_tokens`: it reads the completions' lengths.
    `reward`: what beta multiplies to the reward that a run reports. `above_zero` names options that must not be 0
    here, and `suggested` values that the paper recommends where a default would not do.
    `mean_only`: its pairs' values mean something only as part of their mean.
    `takes_thumbs`: it learns from single replies with a thumb up or down instead of pairs.
    """

    name: str
    title: str
    help_text: str
    source: str
    reads: tuple[str, ...]
    separates_by_pair: bool = True
    needs_reference: bool = True
    needs_tokens: bool = False
    mean_only: bool = False
    takes_thumbs: bool = False
    reward: Reward = "ratio"
    above_zero: tuple[str, ...] = ()
    suggested: Mapping[str, float] = field(default_factory=dict[str, float])


# What every loss of the difference of two scores can take, and what every loss of log-ratios can.
_SHARED = ("ld_alpha", "use_weighting")
_DIVERGENCE = ("f_divergence_type", "f_alpha_divergence_coef")

_ALL = (
    LossInfo(
        "sigmoid",
        "DPO",
        "The usual one: makes the chosen reply likelier than the rejected one, compared with the original.",
        "Rafailov et al. 2023, arXiv 2305.18290, eq. 7; with wrong labels cDPO, Mitchell 2023",
        ("beta", "label_smoothing", *_DIVERGENCE, *_SHARED),
    ),
    LossInfo(
        "hinge",
        "Hinge",
        "Stops pulling a pair apart once its margin is 1.",
        "Zhao et al. 2023 (SLiC), arXiv 2305.10425; Liu et al. 2023 (RSO), arXiv 2309.06657",
        ("beta", *_DIVERGENCE, *_SHARED),
    ),
    LossInfo(
        "ipo",
        "IPO",
        "Aims at a fixed margin per token, so it does not run away on clear-cut pairs.",
        "Azar et al. 2023, arXiv 2310.12036, eq. 17, per token as its authors computed it",
        ("beta", *_DIVERGENCE, *_SHARED),
        needs_tokens=True,
    ),
    LossInfo(
        "exo_pair",
        "EXO",
        "Imitates the preference instead of covering it: more decided, for models that can already do it.",
        "Ji et al. 2024, arXiv 2402.00856, eq. 16",
        ("beta", "label_smoothing", *_DIVERGENCE, *_SHARED),
        above_zero=("label_smoothing",),
        suggested=MappingProxyType({"label_smoothing": 0.001}),
    ),
    LossInfo(
        "nca_pair",
        "NCA",
        "Keeps the chosen reply's own likelihood from falling.",
        "Chen et al. 2024, arXiv 2402.05369",
        ("beta", *_SHARED),
    ),
    LossInfo(
        "robust",
        "Robust DPO",
        "For data in which a known share of the pairs is the wrong way round.",
        "Chowdhury et al. 2024 (rDPO), arXiv 2403.00409",
        ("beta", "label_smoothing", *_DIVERGENCE, *_SHARED),
    ),
    LossInfo(
        "bco_pair",
        "BCO",
        "Judges each reply by itself: chosen above the original, rejected below it.",
        "Jung et al. 2024, arXiv 2404.04656",
        ("beta", *_SHARED),
    ),
    LossInfo(
        "sppo_hard",
        "SPPO",
        "Moves each reply's likelihood by a set amount, chosen up and rejected down.",
        "Wu et al. 2024, arXiv 2405.00675, eq. 4.7",
        ("beta", *_SHARED),
    ),
    LossInfo(
        "aot",
        "AOT",
        "Compares all pairs of an update as a whole; wants many pairs per update.",
        "Melnyk et al. 2024, arXiv 2406.05882, paired",
        ("beta", "label_smoothing", "ld_alpha"),
        separates_by_pair=False,
    ),
    LossInfo(
        "aot_unpaired",
        "AOT, unpaired",
        "Compares all chosen with all rejected replies of an update; wants many pairs per update.",
        "Melnyk et al. 2024, arXiv 2406.05882, unpaired",
        ("beta", "label_smoothing", "ld_alpha"),
        separates_by_pair=False,
    ),
    LossInfo(
        "apo_zero",
        "APO zero",
        "Chosen up, rejected down: for chosen replies that are better than the model's own.",
        "D'Oosterlinck et al. 2024, arXiv 2408.06266, eq. 7",
        ("beta", *_SHARED),
    ),
    LossInfo(
        "apo_down",
        "APO down",
        "Both down, rejected further: for chosen replies that are worse than the model's own.",
        "D'Oosterlinck et al. 2024, arXiv 2408.06266, eq. 8",
        ("beta", *_SHARED),
    ),
    LossInfo(
        "discopop",
        "DiscoPOP",
        "A blend that a language model found by trying losses out.",
        "Lu et al. 2024, arXiv 2406.08414, eq. 5",
        ("beta", "discopop_tau", *_DIVERGENCE, *_SHARED),
    ),
    LossInfo(
        "sft",
        "Imitation",
        "Learns the chosen replies word for word and looks at no rejected one; mostly added to another loss.",
        "Pang et al. 2024, arXiv 2404.19733, eq. 1, second term, with a mean over tokens",
        ("use_weighting",),
        needs_reference=False,
        needs_tokens=True,
        mean_only=True,
        reward="logps",
    ),
    LossInfo(
        "sigmoid_norm",
        "DPO per token",
        "DPO on likelihoods per token, so that long replies do not count more.",
        "Lambert et al. 2024 (Tulu 3), arXiv 2411.15124",
        ("beta", *_DIVERGENCE, *_SHARED),
        needs_tokens=True,
    ),
    LossInfo(
        "simpo",
        "SimPO",
        "Needs no original to compare with: likelihood per token, chosen ahead by a target. Wants beta from 2 to 10.",
        "Meng et al. 2024, arXiv 2405.14734, eq. 6",
        ("beta", "simpo_gamma", "label_smoothing"),
        needs_reference=False,
        needs_tokens=True,
        reward="mean_logps",
    ),
    LossInfo(
        "cpo",
        "CPO",
        "Needs no original to compare with: chosen ahead of rejected, and chosen replies learnt word for word.",
        "Xu et al. 2024, arXiv 2401.08417, eq. 3 for the preference",
        ("beta", "cpo_alpha", "label_smoothing"),
        needs_reference=False,
        needs_tokens=True,
        reward="logps",
    ),
    LossInfo(
        "orpo",
        "ORPO",
        "Needs no original: learns the chosen replies word for word; beta weighs how much it shuns the rejected ones.",
        "Hong et al. 2024, arXiv 2403.07691, eq. 6 and 7; imitation counts the reply's tokens, not the prompt's",
        ("beta",),
        needs_reference=False,
        needs_tokens=True,
        reward="mean_logps",
    ),
    LossInfo(
        "kto",
        "KTO",
        "Learns from single replies, each with a thumb up or down; no pairs needed.",
        "Ethayarajh et al. 2024, arXiv 2402.01306, eq. 8",
        ("beta", "desirable_weight", "undesirable_weight"),
        takes_thumbs=True,
    ),
)
LOSSES: Mapping[str, LossInfo] = MappingProxyType({loss.name: loss for loss in _ALL})


@dataclass(frozen=True, slots=True)
class NamedMix:
    """A mix that has a name of its own."""

    title: str
    help_text: str
    source: str
    names: tuple[str, ...]
    weights: tuple[float, ...]


MIXES = (
    NamedMix(
        "RPO",
        "DPO that also learns the chosen replies word for word, so that their likelihood does not fall.",
        "Pang et al. 2024, arXiv 2404.19733",
        ("sigmoid", "sft"),
        (1.0, 1.0),
    ),
    NamedMix(
        "MPO",
        "DPO, BCO and imitation together: which reply is better, how good each is, and how to write it.",
        "Wang et al. 2024, arXiv 2411.10442, with its weights",
        ("sigmoid", "bco_pair", "sft"),
        (0.8, 0.2, 1.0),
    ),
)
