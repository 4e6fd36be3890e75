"""A run's events go by here; what gives cause for an alarm is followed by one."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Iterator

from engine.events import (
    AlarmRaised,
    EvaluationFinished,
    Event,
    RunAmended,
    RunStarted,
    SamplesWritten,
    StepFinished,
)
from engine.plan import TrainingPlan
from engine.training.watch.history import History
from engine.training.watch.registry import ALARMS


class Watcher:
    """Raises each alarm once, and again only after the run was changed."""

    def __init__(self, plan: TrainingPlan) -> None:
        self._plan = plan
        self._history: History | None = None
        self._raised: set[str] = set()

    def see(self, event: Event) -> Iterator[AlarmRaised]:
        """The alarms that an event gives cause for."""
        match event:
            case RunStarted():
                self._begin(event)
            case StepFinished() | EvaluationFinished() | SamplesWritten() if self._history:
                self._history.add(event)
            case RunAmended() if self._history:
                self._history.begin_anew(event.step)
                self._raised.clear()
                return
            case _:
                return
        yield from self._look()

    def _begin(self, event: RunStarted) -> None:
        # Only the first one: whoever replays a run's past has begun already.
        if self._history is None:
            self._history = History(self._plan, event.total_steps, event.parameters, event.first_step)

    def _look(self) -> Iterator[AlarmRaised]:
        history = self._history
        if history is None:
            return
        for alarm in ALARMS.values():
            finding = alarm.detect(history) if alarm.name not in self._raised else None
            if finding is not None:
                self._raised.add(alarm.name)
                yield alarm.raised(history.step, finding)


def watched(events: Generator[Event], plan: TrainingPlan, past: Iterable[Event]) -> Generator[Event]:
    """The events, with alarms among them; `past` is what a resumed run had said, whose alarms were raised then."""
    watcher = Watcher(plan)
    with contextlib.closing(events):
        for event in events:
            yield event
            alarms = list(watcher.see(event))
            if isinstance(event, RunStarted):
                for earlier in past:
                    for _ in watcher.see(earlier):
                        pass
            yield from alarms
