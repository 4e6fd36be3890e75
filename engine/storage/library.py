"""All runs at a glance: an SQLite index of run folders, rebuilt from their files whenever they say something else.

Nothing is lost with the index. A damaged one is thrown away and made anew, and where it cannot be stored it is kept
in memory.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from engine.storage.lock import is_held
from engine.storage.run_remarks import REMARKS_FILE
from engine.storage.run_summary import RunSummary, summarise

_SCHEMA = 2
_LISTS = ("curve", "tags")
_STAMPED = ("manifest.json", "plan.toml", "metrics.jsonl", REMARKS_FILE, "checkpoints", "adapter")


class RunLibrary:
    """The index in one file. For one thread; several processes may each have the same file open."""

    def __init__(self, path: Path, patience: float = 5.0) -> None:
        """Open or make the index; wait at most `patience` seconds for another process that writes to it."""
        self._connection = _open(path, patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def refresh(self, parents: Iterable[Path], is_wanted: Callable[[], bool] = lambda: True) -> list[RunSummary]:
        """Bring the index in line with the runs below these projects (or the data folder), and return them.

        Only folders whose files changed since are read. Where `is_wanted` says no, it ends with what it has so far.
        """
        parents = [parent.absolute() for parent in parents]
        found = {str(folder): _stamp(folder) for folder in _run_folders(parents)}
        known = dict(self._connection.execute("SELECT folder, stamp FROM runs"))
        places = {str(parent / "runs") for parent in parents}
        gone = [(folder,) for folder in known if folder not in found and str(Path(folder).parent) in places]
        with self._connection:
            self._connection.executemany("DELETE FROM runs WHERE folder = ?", gone)
        for folder, stamp in found.items():
            if not is_wanted():
                break
            if known.get(folder) != stamp:
                self._keep(stamp, summarise(Path(folder)))
        return [run for run in self.runs() if run.folder in found]

    def runs(self) -> list[RunSummary]:
        """The runs of all projects as of the last refresh, newest first."""
        rows = self._connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM runs ORDER BY created DESC, folder DESC")
        return [_as_it_is(_summary(row)) for row in rows]

    def _keep(self, stamp: str, run: RunSummary) -> None:
        values = {name: getattr(run, name) for name in _COLUMNS}
        row = [json.dumps(value) if name in _LISTS else value for name, value in values.items()]
        with self._connection:
            self._connection.execute(f"INSERT OR REPLACE INTO runs VALUES ({_MARKS})", (stamp, *row))


_COLUMNS = [field.name for field in fields(RunSummary)]
_MARKS = ", ".join("?" for _ in ["stamp", *_COLUMNS])


def _open(path: Path, patience: float) -> sqlite3.Connection:
    # A locked or read-only file is not damaged, and may be another window's: it is left alone.
    with suppress(sqlite3.OperationalError, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(str(path), patience)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            return _connect(str(path), patience)
    return _connect(":memory:", patience)


def _connect(name: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=patience)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _SCHEMA:
                connection.execute("DROP TABLE IF EXISTS runs")
                connection.execute(f"PRAGMA user_version = {_SCHEMA}")
            columns = ["stamp TEXT", "folder TEXT PRIMARY KEY", *_COLUMNS[1:]]
            connection.execute(f"CREATE TABLE IF NOT EXISTS runs ({', '.join(columns)})")
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the index is damaged")
    except BaseException:
        connection.close()
        raise
    return connection


def _run_folders(parents: Iterable[Path]) -> Iterator[Path]:
    """Folders with a manifest, and those that lost theirs, or never had one, but hold a run's plan or numbers."""
    for parent in parents:
        with suppress(OSError):
            for folder in sorted((parent / "runs").iterdir()):
                if any((folder / name).is_file() for name in ("manifest.json", "plan.toml", "metrics.jsonl")):
                    yield folder


def _stamp(folder: Path) -> str:
    parts: list[str] = []
    for name in _STAMPED:
        try:
            status = (folder / name).stat()
            parts.append(f"{status.st_mtime_ns}:{status.st_size}")
        except OSError:
            parts.append("-")
    return "/".join(parts)


def _summary(row: tuple[Any, ...]) -> RunSummary:
    values: dict[str, Any] = dict(zip(_COLUMNS, row, strict=True))
    values.update({name: tuple(json.loads(values[name])) for name in _LISTS})
    values.update({name: bool(values[name]) for name in ("starred", "is_held_back")})
    return RunSummary(**values)


def _as_it_is(run: RunSummary) -> RunSummary:
    """A process that was killed could not say so: nobody holds the folder of its run any more."""
    if run.state == "running" and not is_held(Path(run.folder)):
        return replace(run, state="interrupted")
    return run
