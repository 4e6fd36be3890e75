"""Turns of a run with its charts seen and hidden: the delays of the window's loop, and the training's speed."""

from __future__ import annotations

import statistics
import time

from app.models.run import RunModel
from benchmarks.sides.heartbeat import summary


class TrainingTurns:
    """`begin` and `end` frame one turn; the speed of a turn is tokens a second, since steps differ in length."""

    def __init__(self, run: RunModel) -> None:
        self._run = run
        self._delays: dict[str, list[float]] = {"seen": [], "hidden": []}
        self._speeds: dict[str, list[float]] = {"seen": [], "hidden": []}
        self._tokens, self._seconds = 0, 0.0
        self.count = 0

    def begin(self) -> None:
        """Count from the last finished step on."""
        self._tokens, self._seconds = self._so_far()

    def end(self, name: str, delays: list[float]) -> None:
        """Keep what the turn showed."""
        tokens, seconds = self._so_far()
        if seconds > self._seconds:
            self._speeds[name].append((tokens - self._tokens) / (seconds - self._seconds))
        self._delays[name].extend(delays)
        self.count += 1

    def figures(self) -> dict[str, float]:
        """Delays in milliseconds of both kinds of turn, and the share of speed that seen charts cost."""
        found = {f"{name}_{key}": value for name in self._delays for key, value in summary(self._delays[name]).items()}
        speeds = {name: statistics.median(values) for name, values in self._speeds.items()}
        found["tokens_per_second_hidden"] = speeds["hidden"]
        found["charts_cost_percent"] = 100 * (1 - speeds["seen"] / speeds["hidden"])
        found["turns"] = len(self._speeds["seen"])
        return found

    def _so_far(self) -> tuple[int, float]:
        last = self._run.last_step
        return (last.num_tokens, last.seconds) if last else (0, time.monotonic())
