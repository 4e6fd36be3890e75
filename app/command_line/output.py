"""What a command prints: JSON for scripts or sentences for people on stdout, progress and failures on stderr."""

from __future__ import annotations

import contextlib
import io
import json
import math
import os
import sys
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, TextIO

from app.command_line.progress import ProgressBar
from engine.errors import EngineError


@dataclass
class Output:
    """The two streams of one command. `as_json` silences sentences and progress."""

    stdout: TextIO
    stderr: TextIO
    as_json: bool = False
    bar: ProgressBar = field(init=False)

    def __post_init__(self) -> None:
        self.bar = ProgressBar(self.stderr, enabled=not self.as_json and self.stderr.isatty())

    def document(self, document: dict[str, Any]) -> None:
        """One JSON object on a line of its own, for `--json`."""
        if self.as_json:
            self.stdout.write(json.dumps(_plain(document), allow_nan=False) + "\n")
            self.stdout.flush()

    def sentence(self, text: str) -> None:
        """A line for a person."""
        if not self.as_json:
            self.bar.clear()
            self.stdout.write(text + "\n")
            self.stdout.flush()

    def text(self, piece: str) -> None:
        """A piece of a reply, as it comes."""
        self.stdout.write(piece)
        self.stdout.flush()

    def remark(self, text: str) -> None:
        """A line beside the result, which itself is for whatever reads stdout."""
        self.bar.clear()
        self.stderr.write(text + "\n")
        self.stderr.flush()

    def progress(self, done: int, total: int, text: str) -> None:
        """How far the work has come, where stderr is a terminal."""
        self.bar.show(done, total, text)

    def failure(self, error: EngineError) -> None:
        """What happened and what to do; for scripts also as a last line `run_failed`."""
        self.bar.clear()
        self.stderr.write(f"{error.message} {error.hint}".strip() + "\n")
        self.stderr.flush()
        self.document({"event": "run_failed", "message": error.message, "hint": error.hint, "details": error.details})


@contextlib.contextmanager
def open_output(as_json: bool) -> Generator[Output]:
    """The real streams. Whatever libraries print to stdout goes to stderr meanwhile, even from compiled code."""
    with _own_stdout() as stdout:
        for stream in (stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        output = Output(stdout, sys.stderr, as_json)
        try:
            yield output
        finally:
            output.bar.clear()


@contextlib.contextmanager
def _own_stdout() -> Generator[TextIO]:
    real = sys.stdout
    try:
        number = real.fileno()
    except (OSError, ValueError):  # a stream without a file, as in tests
        with contextlib.redirect_stdout(sys.stderr):
            yield real
        return
    real.flush()
    kept = os.dup(number)
    os.dup2(sys.stderr.fileno(), number)
    own = os.fdopen(kept, "w", encoding=real.encoding, errors="replace", closefd=False)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield own
    finally:
        with contextlib.suppress(BrokenPipeError):
            own.close()
        os.dup2(kept, number)
        os.close(kept)


def _plain(value: Any) -> Any:
    """JSON has no NaN and no infinity: they become null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
