"""What a run saw of itself: alarms that nobody has answered yet, samples, and what was changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.events import AlarmRaised, RunAmended, SamplesWritten


@dataclass(slots=True)
class RunWatch:
    """The newest alarm last; one list of samples for each time the prompts were answered."""

    alarms: list[AlarmRaised] = field(default_factory=list[AlarmRaised])
    samples: list[SamplesWritten] = field(default_factory=list[SamplesWritten])
    amendments: list[RunAmended] = field(default_factory=list[RunAmended])

    def take(self, event: AlarmRaised | SamplesWritten | RunAmended) -> None:
        """Take one event of the run."""
        match event:
            case SamplesWritten():
                self.keep_before(event.step)
                self.samples.append(event)
            case AlarmRaised():
                self.alarms = [alarm for alarm in self.alarms if alarm.alarm != event.alarm]
                self.alarms.append(event)
            case RunAmended():
                self.amendments.append(event)
                if event.undone_to:
                    self.keep_before(event.step + 1)

    def keep_before(self, step: int) -> None:
        """Drop the samples of `step` and after it: they are written anew."""
        self.samples = [written for written in self.samples if written.step < step]

    def dismiss(self, alarm: AlarmRaised) -> None:
        """Show an alarm no longer."""
        self.alarms = [other for other in self.alarms if other is not alarm]
