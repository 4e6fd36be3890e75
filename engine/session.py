"""The public door to training: a plan goes in, events come out, a run folder stays.

Both functions are generators that end in `RunFinished` or `RunFailed`; they raise nothing that a person would have to
understand. After `RunPaused` the next `next()` blocks until the run is resumed or stopped, so whoever drives the
generator may lend its model to chat first.
"""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from safetensors import SafetensorError

from engine.control import RunControl
from engine.distributed.team import Alone, Team
from engine.errors import EngineError
from engine.events import Event, RunFailed
from engine.model.device import is_out_of_memory
from engine.model.keeper import ModelKeeper
from engine.plan import RunPlan
from engine.storage.home import home_folder
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from engine.training.run import RunSite, continue_run, start_run


def run_training(
    plan: RunPlan,
    run_folder: Path,
    control: RunControl,
    keeper: ModelKeeper | None = None,
    home: Path | None = None,
    team: Team | None = None,
) -> Iterator[Event]:
    """Start a run in an empty or new folder.

    `keeper` may hold a model already; `home` is where caches live; `team` are the processes that this one leads.
    """
    site = RunSite(RunFolder(run_folder), control, keeper or ModelKeeper(), home or home_folder(), team or Alone())
    yield from _guarded(lambda: start_run(plan, site), site.folder)


def resume_training(
    run_folder: Path,
    control: RunControl,
    keeper: ModelKeeper | None = None,
    home: Path | None = None,
    device: str = "",
    dtype: str = "",
    team: Team | None = None,
) -> Iterator[Event]:
    """Go on with a run from its last checkpoint; `device` and `dtype` override.

    On the same machine and with as many processes it goes on bit for bit.
    """
    site = RunSite(RunFolder(run_folder), control, keeper or ModelKeeper(), home or home_folder(), team or Alone())
    yield from _guarded(lambda: continue_run(site, device, dtype), site.folder)


def _guarded(events: Callable[[], Generator[Event]], folder: RunFolder) -> Iterator[Event]:
    began = False
    try:
        with contextlib.closing(events()) as stream:
            for event in stream:
                began = True
                yield event
    except EngineError as error:
        failure = RunFailed(error.message, error.hint, error.details or traceback.format_exc())
    except Exception as error:  # noqa: BLE001  # the last defence: a person gets a sentence, the log the traceback
        failure = RunFailed(*_explain(error), traceback.format_exc())
    else:
        return
    # What is refused before its first event leaves the folder as it was: another run may live there.
    if began:
        _record(failure, folder)
    yield failure


def _explain(error: Exception) -> tuple[str, str]:
    if is_out_of_memory(error):
        return (
            "The device ran out of memory. Everything up to the last checkpoint is saved.",
            "Lower the longest pair (max_length), or choose a smaller model; then start or resume.",
        )
    if isinstance(error, OSError | SafetensorError):  # the latter is how safetensors tells of a full disk
        return (
            f"A file could not be read or written: {error}.",
            "Check the disk's free space and the folder's permissions, then resume the run.",
        )
    return (
        f"Training stopped because of an error nobody foresaw: {type(error).__name__}: {error}.",
        "Everything up to the last checkpoint is saved; the run's log.txt has the details.",
    )


def _record(failure: RunFailed, folder: RunFolder) -> None:
    # The disk may be what failed: then the event alone tells.
    with contextlib.suppress(OSError, EngineError):
        folder.log(f"Failed: {failure.message} {failure.hint}\n{failure.details}")
        error = {"message": failure.message, "hint": failure.hint}
        update_manifest(folder.manifest_path, {"state": "failed", "error": error})
