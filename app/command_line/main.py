"""The same engine without a window: runs one command and turns every failure into a sentence and an exit code."""

from __future__ import annotations

import contextlib
import importlib
import logging
import logging.handlers
import os
import traceback
from argparse import Namespace
from collections.abc import Callable, Generator
from pathlib import Path

from app.command_line.output import Output, open_output
from app.command_line.team import help_out, refuse_launch
from engine.distributed.launch import launch_of
from engine.errors import EngineError
from engine.storage.home import home_folder

_LOG = logging.getLogger("dpo_studio")


def run_command(arguments: Namespace) -> int:
    """Carry out a parsed command: 0 done, 1 failed with a message, 130 stopped and saved."""
    launch = launch_of(os.environ)
    if launch is not None and not launch.leads:
        return help_out(launch, arguments.command)
    as_json = getattr(arguments, "json", False)
    # BrokenPipeError: nobody reads what is printed any more, so there is nobody to tell.
    with (
        logging_to(home_folder() / "logs" / "command-line.log") as log,
        open_output(as_json) as output,
        contextlib.suppress(BrokenPipeError),
    ):
        return _carry_out(arguments, output, log)
    return 1


def _carry_out(arguments: Namespace, output: Output, log: Path | None) -> int:
    try:
        refuse_launch(arguments.command)
        return _command(arguments.command)(arguments, output)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        raise
    except EngineError as error:
        output.failure(_without_traceback(error, log))
    except Exception as error:  # noqa: BLE001  (a person gets a sentence, the log the traceback)
        output.failure(_without_traceback(_unforeseen(error), log))
    return 1


@contextlib.contextmanager
def logging_to(path: Path) -> Generator[Path | None]:
    """Keep warnings and what libraries log in a file, not in the terminal; None where it cannot be written."""
    handler: logging.Handler = logging.NullHandler()
    written: Path | None = None
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        written = path
    logging.captureWarnings(True)
    logging.getLogger().addHandler(handler)
    try:
        yield written
    finally:
        logging.getLogger().removeHandler(handler)
        logging.captureWarnings(False)
        handler.close()


def _command(name: str) -> Callable[[Namespace, Output], int]:
    """The command's function, imported only now: each brings no more of the engine than it needs."""
    function = name.replace("-", "_")
    module = {"resume": "train"}.get(function, function)
    return getattr(importlib.import_module(f"app.command_line.{module}"), function)


def _unforeseen(error: Exception) -> EngineError:
    return EngineError(
        f"Something went wrong that nobody foresaw: {type(error).__name__}: {error}.",
        "Please report it.",
        traceback.format_exc(),
    )


def _without_traceback(error: EngineError, log: Path | None) -> EngineError:
    """Details belong in the log: the person is told where that is."""
    if not error.details:
        return error
    _LOG.error("%s %s\n%s", error.message, error.hint, error.details)
    if "Traceback" not in error.details:
        return error
    where = f"The details are in {log}" if log else "There are no details: the data folder cannot be written."
    return EngineError(error.message, f"{error.hint} {where}".strip(), str(log or ""))
