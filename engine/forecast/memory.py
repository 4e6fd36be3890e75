"""The memory forecast: parts that are added up, and whether they fit. Pure arithmetic, no torch.

total = program + weights + adapter + gradients + optimizer + activations + output head + allocator.

With n numbers in the adapter: its weights are 4 n bytes (float32), its gradients 4 n, AdamW's two moments 8 n. Where
all n numbers of the model are trained, gradients and moments are as many, and in bfloat16 the optimizer's float32
copies, 4 n, stand in the adapter's place. The model's weights are as many bytes as its tensors hold in the number
format of the run. Activations, the output head's share and the allocator's are those of the micro-batch that holds
most; the reference pass keeps nothing for backward and is always the smaller one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Verdict = Literal["fits", "tight", "will not fit"]
# Less than this share of the device left over is tight: the forecast was seen to be 20% too low on the CPU.
TIGHT_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class MemoryParts:
    """Bytes by what they are for, in the order in which they are shown."""

    program: int
    weights: int
    adapter: int
    gradients: int
    optimizer: int
    activations: int = 0
    output_head: int = 0
    allocator: int = 0

    @property
    def total(self) -> int:
        """The forecast peak."""
        return sum(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class MemoryForecast:
    """What a run will need of the `available` bytes that it may have, the program's own included."""

    parts: MemoryParts
    available: int

    @property
    def verdict(self) -> Verdict:
        """In plain words."""
        left = self.available - self.parts.total
        if left < 0:
            return "will not fit"
        return "tight" if left < TIGHT_SHARE * self.available else "fits"


def memory_parts(program: int, weights: int, trained_numbers: int, *, has_copies: bool = True) -> MemoryParts:
    """The parts before any pair has passed; all in bytes but `trained_numbers`, which counts numbers.

    `has_copies`: what the optimizer changes, an adapter or float32 copies, is no part of `weights`.
    """
    return MemoryParts(
        program=program,
        weights=weights,
        adapter=4 * trained_numbers if has_copies else 0,
        gradients=4 * trained_numbers,
        optimizer=8 * trained_numbers,
    )
