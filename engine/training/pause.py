"""A pause between two updates: the run waits, and whoever drives it may lend its model meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from engine.control import RunControl
from engine.events import Event, RunPaused, RunResumed
from engine.model.device import release_device_memory
from engine.model.load import LoadedModel


def wait_while_paused(control: RunControl, loaded: LoadedModel, step: int) -> Iterator[Event]:
    """Pause after `step` updates where that is asked for, until the run may go on or is stopped.

    What the device holds for passes alone is given back meanwhile, and the model is in training again afterwards.
    """
    if not control.pause_requested:
        return
    release_device_memory(loaded.device)
    yield RunPaused(step)
    control.wait_while_paused()
    loaded.back_to_training()
    if not control.stop_requested:
        yield RunResumed(step)
