"""A run whose other processes were lost: what was learnt since the last checkpoint is saved before it ends."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

from engine.distributed.team import LostProcessError
from engine.events import CheckpointSaved, Event, RunAmended, StepFinished
from engine.storage.checkpoint import Counters
from engine.training.loop import Ending

Training = Generator[Event, None, Ending]


def saved_when_lost(events: Training, save: Callable[[Counters], CheckpointSaved], folder: Path) -> Training:
    """Training's events; after a loss the last update's checkpoint, and then the error with what is to be done.

    An update is made by all processes or by none that counts, so the leading one's weights are those after its last.
    """
    unsaved: Counters | None = None
    saved = ""
    try:
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                return end.value
            match event:
                case StepFinished():
                    unsaved = Counters(event.step, event.num_tokens, event.seconds)
                case CheckpointSaved():
                    unsaved, saved = None, event.path
                case RunAmended(undone_to=undone_to) if undone_to:
                    unsaved = None
                case _:
                    pass
            yield event
    except LostProcessError as error:
        if unsaved is not None:
            checkpoint = save(unsaved)
            saved = checkpoint.path
            yield checkpoint
        kept = f"Everything up to the last whole update is saved in {saved}." if saved else "No update was made yet."
        hint = f"{error.hint} Then go on with: resume {folder}"
        raise LostProcessError(f"{error.message} {kept}", hint, error.details) from error
    finally:
        events.close()
