"""`main.py train` and `main.py resume`: run the engine's events to their end and tell them."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path

from app.command_line.forecast import forecast
from app.command_line.interrupt import stop_on_signals
from app.command_line.narrator import Narrator
from app.command_line.output import Output
from app.command_line.team import leading
from engine.control import RunControl
from engine.distributed.team import Team
from engine.errors import EngineError
from engine.events import Event, Remedy, RunFailed, RunFinished, to_json
from engine.plan_file import read_plan
from engine.storage.home import home_folder
from engine.storage.run_folder import new_run_folder

DONE, FAILED, STOPPED = 0, 1, 130


def train(arguments: Namespace, output: Output) -> int:
    """Train as the plan file says, into `--output` or a new folder below the data folder."""
    with leading() as team:
        return _train(arguments, output, team)


def _train(arguments: Namespace, output: Output, team: Team) -> int:
    plan = read_plan(arguments.plan)
    chosen = {key: value for key in ("device", "dtype") if (value := getattr(arguments, key))}
    plan = replace(plan, model=replace(plan.model, **chosen))
    if arguments.forecast:
        return forecast(plan, output)
    folder: Path = arguments.output or new_run_folder(home_folder(), plan.name)
    output.sentence("Starting.")

    def start(control: RunControl) -> Iterator[Event]:
        from engine.session import run_training

        return run_training(plan, folder.absolute(), control, team=team)

    return follow(start, output)


def resume(arguments: Namespace, output: Output) -> int:
    """Go on with a run from its last checkpoint."""
    output.sentence("Resuming.")

    def start(control: RunControl) -> Iterator[Event]:
        from engine.session import resume_training

        device, dtype = arguments.device or "", arguments.dtype or ""
        if arguments.learning_rate_factor:
            control.apply(Remedy("", learning_rate_factor=arguments.learning_rate_factor))
        return resume_training(arguments.run.absolute(), control, device=device, dtype=dtype, team=team)

    with leading() as team:
        return follow(start, output)


def follow(start: Callable[[RunControl], Iterator[Event]], output: Output) -> int:
    """Tell every event of a run, save on Ctrl+C, and return the exit code.

    When nobody reads stdout any more, the run is stopped and saved, too. Raises `EngineError` when the run failed.
    """
    control = RunControl()
    narrator = Narrator(output)
    last: Event | None = None
    with stop_on_signals(control.stop):
        for event in start(control):
            last = event
            if isinstance(event, RunFailed):
                continue
            with _stopping_when_unread(control):
                output.document(to_json(event))
                narrator.tell(event)
    match last:
        case RunFinished(outcome="finished"):
            return DONE
        case RunFinished():
            return STOPPED
        case RunFailed():
            raise EngineError(last.message, last.hint, last.details)
        case _:
            raise AssertionError("a run ends in RunFinished or RunFailed")


@contextlib.contextmanager
def _stopping_when_unread(control: RunControl) -> Generator[None]:
    try:
        yield
    except BrokenPipeError:
        control.stop()
