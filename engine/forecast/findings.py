"""What a forecast finds, fit to travel between processes: plain numbers, and nothing here imports torch."""

from __future__ import annotations

from dataclasses import dataclass

from engine.events import DataPrepared
from engine.forecast.duration import Duration
from engine.forecast.fixes import Fix
from engine.forecast.memory import MemoryForecast
from engine.training.fit import Fit


@dataclass(frozen=True, slots=True)
class RunForecast:
    """Memory, how pairs will pass through the model, what of the data is lost, and how long a run is in updates.

    `longest_tokens` pass at a time at most. `fixes` are what to change where it does not fit well.
    """

    memory: MemoryForecast
    fit: Fit
    data: DataPrepared
    updates: int
    longest_tokens: int
    duration: Duration
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Bytes of whoever asks from another process: `program` without a model, `held` now, which a run may use again."""

    program: int = 0
    held: int = 0
