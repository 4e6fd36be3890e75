"""Commands under PyTorch's own launcher: the first process is the command, the others help it and say nothing."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
from collections.abc import Generator

from engine.distributed.launch import Launch, launch_of
from engine.distributed.team import Alone, Team
from engine.errors import EngineError

COMMANDS = ("train", "resume")


@contextlib.contextmanager
def leading() -> Generator[Team]:
    """The processes that this one leads for as long as the block runs; by itself it is a team of one."""
    launch = launch_of(os.environ)
    if launch is None:
        yield Alone()
        return
    from engine.distributed.process_group import joined

    with joined(launch) as group:
        yield group


def refuse_launch(command: str) -> None:
    """Raise `EngineError` for a command that several processes would all carry out, each for itself."""
    if command not in COMMANDS and launch_of(os.environ) is not None:
        raise EngineError(
            f"{command} is the work of one process, and torchrun started several.",
            f"Start it without torchrun: python main.py {command}. Several processes can {' and '.join(COMMANDS)}.",
        )


def help_out(launch: Launch, command: str) -> int:
    """Do what the leading process orders; returns 1 when that one is lost, or has refused the command."""
    # Whether to stop is the leading process's decision, and it hears of it, too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    logging.captureWarnings(True)  # the leading process keeps those of its libraries, which are the same
    logging.getLogger().addHandler(logging.NullHandler())
    if command not in COMMANDS:
        return 1
    from engine.distributed.helper import help_training
    from engine.distributed.process_group import joined

    try:
        with joined(launch) as group:
            help_training(group)
    except EngineError as error:
        sys.stderr.write(f"Process {launch.rank}: {error.message} {error.hint}\n")
        return 1
    return 0
