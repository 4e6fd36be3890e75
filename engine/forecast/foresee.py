"""Which way of passing pairs through a model has room, found on shapes alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from torch._subclasses.fake_tensor import FakeTensorMode

from engine.data.batch import MicroBatch
from engine.forecast.passes import PassBytes, training_pass
from engine.model.load import LoadedModel
from engine.plan import TrainingPlan
from engine.preference.path import Path
from engine.preference.recomputed_path import path_of
from engine.training.arrangement import arrange
from engine.training.fit import Fit
from engine.training.preparation import TokenizedSets

# By how much of a pass a process grows over the first updates, since passes of other lengths find no use for the holes
# that the C library's heap keeps: 0.30 was measured on Llama on the shared way, 0.85 on Phi 3 on two rows, on the CPU.
# Cards have an allocator of torch's own, which keeps blocks by size.
_HEAP_GROWTH = 0.55


def growth_of(kind: str) -> float:
    """For a kind of device (`cpu`, `mps`, `cuda`)."""
    return _HEAP_GROWTH if kind == "cpu" else 0.0


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A fit, and what the pass of the micro-batch that needs most will hold."""

    fit: Fit
    held: PassBytes


def foresee(
    loaded: LoadedModel,
    shapes: FakeTensorMode,
    sets: TokenizedSets,
    plan: TrainingPlan,
    path: Path,
    fits: Sequence[Fit],
    room: int,
    growth: float,
) -> Foreseen:
    """The first fit whose passes need at most `room` bytes, or else the last one; `growth` is a kind of device's.

    Raises `EngineError` where a model's shapes hang on its numbers.
    """
    found: Foreseen | None = None
    for fit in fits:
        data = arrange(sets, plan, fit.micro_batch_tokens, path)
        passes = (
            training_pass(
                loaded, shapes, each, path_of(path, loaded, gradient_checkpointing=fit.gradient_checkpointing)
            )
            for each in heaviest(data.training, path)
        )
        largest = max(passes, key=lambda held: held.total)
        found = Foreseen(fit, replace(largest, spare=largest.spare + round(growth * largest.total)))
        if found.held.total <= room:
            break
    assert found is not None
    return found


def heaviest(micro_batches: Sequence[MicroBatch], path: Path) -> list[MicroBatch]:
    """Those that may hold most: the one of most tokens, and the one whose attention has most scores, if another."""

    def tokens(micro_batch: MicroBatch) -> int:
        return path.computed_tokens(micro_batch.pairs)

    def scores(micro_batch: MicroBatch) -> int:
        return sum(pair.longest**2 for pair in micro_batch.pairs)

    first, second = max(micro_batches, key=tokens), max(micro_batches, key=scores)
    return [first] if first is second else [first, second]
