"""What the leading process tells the others to do. An order holds all that it takes: they have no data of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.plan import RunPlan, TrainingPlan

if TYPE_CHECKING:
    import torch

    from engine.data.batch import MicroBatch
    from engine.training.room import Portion


@dataclass(frozen=True, slots=True)
class LoadModel:
    """A run begins in `folder`: load the plan's model, with device and number format decided, compute in `threads`."""

    plan: RunPlan
    folder: str
    threads: int


@dataclass(frozen=True, slots=True)
class Assemble:
    """Make trainable what the run tunes, from its start on, and let pairs pass through the model by the named path.

    `start_hash` is the SHA-256 of the weights in the run's folder that it starts from; empty when there are none.
    """

    path: str
    gradient_checkpointing: bool
    start_hash: str


@dataclass(frozen=True, slots=True)
class Imitate:
    """Compute the gradient of a warm-up update, each process on its share of the micro-batches.

    `tokens` are those of all its chosen replies.
    """

    micro_batches: tuple[MicroBatch, ...]
    step: int
    tokens: int


@dataclass(frozen=True, slots=True)
class BeginTraining:
    """The original is no longer asked for: from here on the weights in memory are trained."""


@dataclass(frozen=True, slots=True)
class PrepareOptimizer:
    """Begin updates with a new optimizer, from these weights, or from those that all have where there are none."""

    plan: TrainingPlan
    weights: Mapping[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class ScoreReference:
    """Score micro-batches with the original, each process its share."""

    micro_batches: tuple[MicroBatch, ...]


@dataclass(frozen=True, slots=True)
class ScoreHeldBack:
    """Score held-back pairs with the model as it is, each process its share."""

    portions: tuple[Portion, ...]


@dataclass(frozen=True, slots=True)
class AccumulateGradients:
    """Compute the gradient of an update's loss, each process on its share of the portions.

    `mismatched` are those of replies put to others' prompts.
    """

    portions: tuple[Portion, ...]
    step: int
    mismatched: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class MakeStep:
    """Clip the gradient and update the weights."""

    learning_rate: float


@dataclass(frozen=True, slots=True)
class TakeWeights:
    """Take these weights and optimizer states."""

    weights: Mapping[str, torch.Tensor]
    state: Mapping[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Disband:
    """There is nothing more to do."""


Order = (
    LoadModel
    | Assemble
    | Imitate
    | BeginTraining
    | PrepareOptimizer
    | ScoreReference
    | ScoreHeldBack
    | AccumulateGradients
    | MakeStep
    | TakeWeights
    | Disband
)
