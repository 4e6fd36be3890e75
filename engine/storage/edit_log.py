"""The edits of a project: `edits.jsonl`, to which lines are only ever added.

    {"step": "5f0c", "source": "data/pairs.jsonl", "label": "Flip row 12", "time": "...", "edits": [{"row": 12, ...}]}
    {"undo": "5f0c"}
    {"redo": "5f0c"}
    {"moved": "data/pairs.jsonl", "source": "other/pairs.jsonl"}

A step is what one undo takes back. It stands in one line, so a crash leaves all of it or nothing; a last line that was
cut off is passed over. A source inside the log's own folder is written relative to it, so that a project can be moved.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from engine.data import json_text
from engine.data.edits.edit import Edit
from engine.data.edits.pair_edits import PairEdits
from engine.errors import EngineError
from engine.storage.line_log import append_line, numbered_lines

_LINES_NAMED = 5


@dataclass(frozen=True, slots=True)
class EditStep:
    """Edits of one file that are made, undone and redone together; `label` says in a few words what they do."""

    id: str
    source: Path
    label: str
    edits: tuple[Edit, ...]


@dataclass(slots=True)
class History:
    """The steps of one file in force, and those that could be redone, the next one last."""

    done: list[EditStep] = field(default_factory=list[EditStep])
    undone: list[EditStep] = field(default_factory=list[EditStep])

    def edits(self) -> PairEdits:
        """The edits in force."""
        return PairEdits(edit for step in self.done for edit in step.edits)

    def edits_ever_made(self) -> PairEdits:
        """The edits in force and those that could be redone."""
        return PairEdits(edit for step in (*self.done, *self.undone) for edit in step.edits)


@dataclass(frozen=True, slots=True)
class _Line:
    step: str = ""
    undo: str = ""
    redo: str = ""
    moved: str = ""
    source: str = ""
    label: str = ""
    time: str = ""
    edits: tuple[Edit, ...] = ()


class EditLog:
    """A log as it was read, and the one place that adds to it. `damaged_lines` are those that say nothing, from 1."""

    def __init__(self, path: Path) -> None:
        """Read the log; one that does not exist has nothing in it. Raises `EngineError` when it cannot be read."""
        self.path = path
        self.damaged_lines: list[int] = []
        self._histories: dict[Path, History] = {}
        self._read()

    @property
    def damaged(self) -> int:
        """How many lines say nothing."""
        return len(self.damaged_lines)

    @property
    def damage(self) -> EngineError | None:
        """Which lines say nothing, and what a person can do about it; None where all is well."""
        if not self.damaged_lines:
            return None
        named = ", ".join(f"{line:,}" for line in self.damaged_lines[:_LINES_NAMED])
        more = ", ..." if self.damaged > _LINES_NAMED else ""
        one = self.damaged == 1
        return EngineError(
            f"{'Line' if one else 'Lines'} {named}{more} of {self.path} {'is' if one else 'are'} damaged, so nobody "
            "can tell which edits are meant.",
            f"Restore the file from a copy, or remove {'the line' if one else 'these lines'} with a text editor, which "
            "leaves out what was edited there. Then open the data again.",
        )

    def history(self, source: Path) -> History:
        """The steps of the file at this path, and of no other."""
        return self._histories.setdefault(source.resolve(), History())

    def lost_namesakes(self, source: Path) -> tuple[Path, ...]:
        """Files with steps and of the same name that are no longer where they were; none once this one has steps.

        One of them may have been moved here. Only its pairs can tell: another file may well have the same name.
        """
        path = source.resolve()
        if self._has_steps(path):
            return ()
        return tuple(
            known
            for known in list(self._histories)
            if known.name == path.name and self._has_steps(known) and not known.exists()
        )

    def take_over(self, former: Path, source: Path) -> None:
        """Note that a file was moved: its steps are those of `source` now. Raises `EngineError` as `add` does."""
        base, path = self.path.parent, source.resolve()
        self._append({"moved": _written(former, base), "source": _written(path, base)})
        self._hand_over(former, path)

    def add(self, source: Path, label: str, edits: Sequence[Edit]) -> EditStep:
        """Make edits. They are in the file when this returns; raises `EngineError` when they could not be written."""
        step = EditStep(uuid4().hex[:16], source.resolve(), label, tuple(edits))
        self._append(_step_line(step, self.path.parent))
        history = self.history(source)
        history.done.append(step)
        history.undone.clear()
        return step

    def undo(self, source: Path) -> EditStep | None:
        """Take back the last step; None when there is none. Raises `EngineError` as `add` does."""
        history = self.history(source)
        return self._move(history.done, history.undone, "undo")

    def redo(self, source: Path) -> EditStep | None:
        """Make the step again that was undone last; None when there is none. Raises `EngineError` as `add` does."""
        history = self.history(source)
        return self._move(history.undone, history.done, "redo")

    def flush(self) -> None:
        """Have on disk what was added, so that it survives a power cut, too; may take a moment."""
        if self.path.exists():
            with self.path.open("rb+") as file:
                os.fsync(file.fileno())

    def _has_steps(self, path: Path) -> bool:
        history = self._histories.get(path)
        return history is not None and bool(history.done or history.undone)

    def _hand_over(self, former: Path, path: Path) -> bool:
        """Give one file's steps to another; whether there were any."""
        if former == path or not self._has_steps(former):
            return False
        given, history = self._histories.pop(former), self._histories.setdefault(path, History())
        history.done += [replace(step, source=path) for step in given.done]
        history.undone += [replace(step, source=path) for step in given.undone]
        return True

    def _move(self, origin: list[EditStep], target: list[EditStep], word: str) -> EditStep | None:
        if not origin:
            return None
        self._append({word: origin[-1].id})
        target.append(origin.pop())
        return target[-1]

    def _read(self) -> None:
        try:
            for number, line, is_whole in numbered_lines(self.path):
                if not self._take(line) and is_whole:  # else it was cut off by a crash
                    self.damaged_lines.append(number)
        except OSError as error:
            raise EngineError(
                f"The edits in {self.path} could not be read.", "Check that you may open the file.", str(error)
            ) from error

    def _take(self, line: bytes) -> bool:
        """Do what a line says; whether it says anything."""
        import msgspec  # not there on a machine that only computes, which has no edits

        try:
            entry = msgspec.json.decode(line, type=_Line)
        except (msgspec.DecodeError, RecursionError):
            return False
        base = self.path.parent.resolve()
        source = Path(os.path.normpath(base / entry.source))
        if entry.moved and entry.source:
            return self._hand_over(Path(os.path.normpath(base / entry.moved)), source)
        if entry.step and entry.source:
            history = self._histories.setdefault(source, History())
            history.done.append(EditStep(entry.step, source, entry.label, entry.edits))
            history.undone.clear()
            return True
        return any(
            _moved(wanted, origin, target)
            for history in self._histories.values()
            for wanted, origin, target in (
                (entry.undo, history.done, history.undone),
                (entry.redo, history.undone, history.done),
            )
        )

    def _append(self, line: object) -> None:
        try:
            append_line(self.path, line)
        except OSError as error:
            raise EngineError(
                f"The change was not made, because {self.path} cannot be written.",
                "Check the disk's free space and the folder's permissions.",
                str(error),
            ) from error


def read_edits(path: Path, sources: Iterable[Path]) -> dict[Path, PairEdits]:
    """The edits in force of each of these files. Raises `EngineError` when there is no such log or it is damaged.

    A file without edits that has the name of one that is gone is given that one's: they say themselves what they fit.
    """
    log = _sound_log(path)
    return {source: _history_by_name(log, source).edits() for source in sources}


def copy_edits(path: Path, target: Path, sources: Iterable[Path]) -> None:
    """Keep the edits in force of these files in a log of their own, which later edits do not touch.

    Raises `EngineError` as `read_edits` does.
    """
    log = _sound_log(path)
    steps = [
        EditStep(step.id, source.resolve(), step.label, step.edits)
        for source in sources
        for step in _history_by_name(log, source).done
    ]
    target.write_bytes(b"".join(json_text.encode(_step_line(step, target.parent)) + b"\n" for step in steps))


def _history_by_name(log: EditLog, source: Path) -> History:
    return log.history(next(iter(log.lost_namesakes(source)), source))


def _sound_log(path: Path) -> EditLog:
    if not path.is_file():
        raise EngineError(f"There is no file at {path}.", "Give the edits.jsonl of a project, or of a run.")
    log = EditLog(path)
    if log.damage is not None:
        raise log.damage
    return log


def _step_line(step: EditStep, folder: Path) -> dict[str, Any]:
    return {
        "step": step.id,
        "source": _written(step.source, folder),
        "label": step.label,
        "time": datetime.now().astimezone().isoformat(timespec="seconds"),
        "edits": step.edits,
    }


def _written(source: Path, folder: Path) -> str:
    base = folder.resolve()
    return source.relative_to(base).as_posix() if source.is_relative_to(base) else str(source)


def _moved(wanted: str, origin: list[EditStep], target: list[EditStep]) -> bool:
    """Move the step of that id from one list to the other, if it is there."""
    for place, step in enumerate(origin):
        if wanted and step.id == wanted:
            target.append(origin.pop(place))
            return True
    return False
