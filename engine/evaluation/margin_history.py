"""Every pair's margin over a run, as the run's folder keeps it; in memory 16 bytes for each time a pair was looked at.

A pair is named by its number in the run. Importing this needs no numpy; reading does, and runs beside the window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.storage.pair_margins import MarginFiles

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Look:
    """A pair's rewards at one time; `epoch` counts passes over the data as a fraction."""

    epoch: float
    reward_chosen: float
    reward_rejected: float

    @property
    def margin(self) -> float:
        """How much more the chosen reply is rewarded."""
        return self.reward_chosen - self.reward_rejected


@dataclass(frozen=True, slots=True)
class MarginHistory:
    """`pairs` (`row`, `held_back`, `key`) [P] and `seen` (`step`, `pair`, `chosen`, `rejected`) [N] by rising step."""

    pairs: np.ndarray
    seen: np.ndarray
    steps_per_epoch: int

    @property
    def epochs(self) -> int:
        """Passes over the data that were begun."""
        return -(-int(self.seen["step"][-1]) // self.steps_per_epoch) if len(self.seen) else 0

    @property
    def margins(self) -> np.ndarray:
        """The margin each time, [N], in nats."""
        return self.seen["chosen"] - self.seen["rejected"]

    def at_epoch(self, epoch: int) -> np.ndarray:
        """Each pair's margin when it was last looked at by the end of an epoch, [P]; NaN where it was not yet."""
        import numpy

        last = int(numpy.searchsorted(self.seen["step"], epoch * self.steps_per_epoch, side="right"))
        margins = numpy.full(len(self.pairs), numpy.nan, numpy.float32)
        margins[self.seen["pair"][:last]] = self.margins[:last]  # where a pair comes twice, the later one stays
        return margins

    def of_pair(self, number: int) -> tuple[Look, ...]:
        """All that is known of one pair, in the order of time."""
        found = self.seen[self.seen["pair"] == number]
        return tuple(
            Look(int(step) / self.steps_per_epoch, float(chosen), float(rejected))
            for step, _, chosen, rejected in found.tolist()
        )

    def with_news(self, files: MarginFiles) -> MarginHistory:
        """The same with what the run has written since; from the beginning where it went back meanwhile."""
        import numpy

        if not len(self.seen):
            seen = files.read_seen()
            return replace(self, seen=seen) if len(seen) else self
        news = files.read_seen(len(self.seen) - 1)
        if not len(news) or news[0] != self.seen[-1]:
            return replace(self, seen=files.read_seen())
        return replace(self, seen=numpy.concatenate((self.seen, news[1:]))) if len(news) > 1 else self


def read_margin_history(files: MarginFiles) -> MarginHistory | None:
    """The history in a run's folder; None where the run wrote none, or nothing yet."""
    table = files.read_pairs()
    return None if table is None else MarginHistory(table[0], files.read_seen(), table[1])
