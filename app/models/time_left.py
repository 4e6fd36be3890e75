"""How long a run will still take, from what its last minute took, and before that from a trial."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

_WINDOW_SECONDS = 60.0
_FEWEST_STEPS = 20
_FORWARD_SHARE = 1 / 3  # an evaluation does the forward pass alone; the backward pass costs about twice that


@dataclass(frozen=True, slots=True)
class RunLength:
    """What there is to do: updates of `batch_size` pairs, held-back pairs tested and samples written every so many.

    `tried_step_seconds` is what an update should take by a trial beforehand, 0 where there was none.
    """

    first_step: int
    total_steps: int
    evaluate_every: int
    evaluation_pairs: int
    batch_size: int
    tried_step_seconds: float = 0.0
    sample_prompts: int = 0
    sample_every: int = 0

    @property
    def evaluation_steps(self) -> list[int]:
        """After which steps the held-back pairs are tested; the last step is always one."""
        if not self.evaluation_pairs:
            return []
        every = self.evaluate_every or math.ceil(self.total_steps / 8)
        return [*range(every, self.total_steps, every), self.total_steps]

    @property
    def sample_steps(self) -> list[int]:
        """After which steps samples are written; the last step is always one. A new run begins with some, too."""
        if not self.sample_prompts:
            return []
        every = self.sample_every or math.ceil(self.total_steps / 8)
        return [*range(every, self.total_steps, every), self.total_steps]


class TimeLeft:
    """Estimates the rest from the last minute's steps, the evaluations and samples so far, and whatever else cost time.

    Times are seconds on one steady clock, with pauses left out by the caller.
    """

    def __init__(self, length: RunLength, now: float) -> None:
        self._length = length
        self._began = now
        self._now = now
        self._window: deque[tuple[int, float]] = deque([(length.first_step - 1, 0.0)])
        self._seconds_of_steps = 0.0
        self._first_seconds: float | None = None
        self._evaluations: list[float] = []
        self._evaluation_began: float | None = None
        self._samples: list[float] = []
        self._sampling_began: float | None = None
        self._samples_due = sum(step >= length.first_step for step in length.sample_steps)

    def step_finished(self, step: int, training_seconds: float, now: float) -> None:
        """A step is done; `training_seconds` counts all of the run's steps, evaluations left out."""
        if self._first_seconds is None:
            # A resumed run brings the seconds of its earlier steps along; what this first step took is not known.
            self._first_seconds = training_seconds if self._length.first_step > 1 else 0.0
            if self._length.first_step > 1:
                self._window[0] = (step, 0.0)
        self._seconds_of_steps = training_seconds - self._first_seconds
        self._now = now
        self._window.append((step, self._seconds_of_steps))
        while len(self._window) > _FEWEST_STEPS and self._window[-1][1] - self._window[1][1] > _WINDOW_SECONDS:
            self._window.popleft()

    def evaluation_started(self, now: float) -> None:
        """The held-back pairs are being scored."""
        self._evaluation_began = now

    def evaluation_finished(self, now: float) -> None:
        """The held-back pairs are scored."""
        if self._evaluation_began is not None:
            self._evaluations.append(now - self._evaluation_began)
        self._evaluation_began = None
        self._now = now

    def sampling_started(self, now: float) -> None:
        """Samples are being written."""
        self._sampling_began = now

    def sampling_finished(self, now: float) -> None:
        """Something else is done again, if samples were being written."""
        if self._sampling_began is not None:
            self._samples.append(now - self._sampling_began)
            self._samples_due -= self._first_seconds is not None  # those before the first step are not in the count
            self._now = now
        self._sampling_began = None

    def left(self) -> float | None:
        """Seconds still to go, or None before there is anything to go by."""
        first, last = self._window[0], self._window[-1]
        steps = last[0] - first[0]
        if steps >= 1 and last[1] > first[1]:
            step_seconds = (last[1] - first[1]) / steps
            between = max(
                0.0, self._now - self._began - self._seconds_of_steps - sum(self._evaluations) - sum(self._samples)
            )
            steps_done = last[0] - self._length.first_step + 1
            step_seconds += between / steps_done
        elif self._length.tried_step_seconds:
            step_seconds = self._length.tried_step_seconds
        else:
            return None
        # One that is due after the step just done is still to come.
        ahead = [step for step in self._length.evaluation_steps if step >= self._length.first_step]
        evaluations = max(0, len(ahead) - len(self._evaluations))
        samples = max(0, self._samples_due)
        seconds_of_samples = sum(self._samples) / len(self._samples) if self._samples else 0.0
        return (
            (self._length.total_steps - last[0]) * step_seconds
            + evaluations * self._evaluation_seconds(step_seconds)
            + samples * seconds_of_samples
        )

    def _evaluation_seconds(self, step_seconds: float) -> float:
        if self._evaluations:
            return sum(self._evaluations) / len(self._evaluations)
        updates_worth = self._length.evaluation_pairs / self._length.batch_size
        return updates_worth * step_seconds * _FORWARD_SHARE
