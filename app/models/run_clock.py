"""A run's time: what passed, pauses left out, and what is left."""

from __future__ import annotations

from collections.abc import Callable

from app.models.stopwatch import Stopwatch
from app.models.time_left import RunLength, TimeLeft


class RunClock:
    """A stopwatch, and an estimate once it is known how long the run is."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._stopwatch = Stopwatch(clock)
        self._length: RunLength | None = None
        self._time_left: TimeLeft | None = None

    @property
    def seconds(self) -> float:
        """Seconds that it ran."""
        return self._stopwatch.seconds

    @property
    def seconds_left(self) -> float | None:
        """An estimate, or None while there is nothing to go by."""
        return self._time_left.left() if self._time_left else None

    @property
    def evaluation_steps(self) -> list[int]:
        """After which steps the held-back pairs are tested."""
        return self._length.evaluation_steps if self._length else []

    def set_running(self, running: bool) -> None:
        """Let it tick, or not."""
        self._stopwatch.set_running(running)

    def begin(self, length: RunLength) -> None:
        """Estimate from here on."""
        self._length = length
        self._time_left = TimeLeft(length, self.seconds)

    def stop_estimating(self) -> None:
        """There is no run whose end could be told."""
        self._time_left = None

    def step_finished(self, step: int, training_seconds: float) -> None:
        """A step is done; `training_seconds` counts all of the run's."""
        if self._time_left:
            self._time_left.step_finished(step, training_seconds, self.seconds)

    def evaluation_started(self) -> None:
        """The held-back pairs are being scored."""
        if self._time_left:
            self._time_left.evaluation_started(self.seconds)

    def sampling_started(self) -> None:
        """Samples are being written."""
        if self._time_left:
            self._time_left.sampling_started(self.seconds)

    def sampling_finished(self) -> None:
        """Something else is done again, if samples were being written."""
        if self._time_left:
            self._time_left.sampling_finished(self.seconds)

    def evaluation_finished(self) -> None:
        """The held-back pairs are scored."""
        if self._time_left:
            self._time_left.evaluation_finished(self.seconds)
