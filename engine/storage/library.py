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
from engine.storage.run_summary import RunSummary, summarise, title_of

_SCHEMA = 3
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

    def refresh(
        self,
        parents: Iterable[Path],
        is_wanted: Callable[[], bool] = lambda: True,
        tell: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> list[RunSummary]:
        """Bring the index in line with the runs below these projects (or the data folder), and return them.

        Only folders whose files changed since are read; `tell(done, total)` hears after each of them how many there
        are. Where `is_wanted` says no, it ends with what it has so far.
        """
        parents = [parent.absolute() for parent in parents]
        found = {str(folder): folder for folder in _run_folders(parents)}
        known = dict(self._connection.execute("SELECT folder, stamp FROM runs"))
        gone = [(name,) for name in known if name not in found and _is_below(Path(name), parents)]
        with self._connection:
            self._connection.executemany("DELETE FROM runs WHERE folder = ?", gone)
        stamps = ((folder, _stamp(folder)) for folder in found.values())
        changed = [(folder, stamp) for folder, stamp in stamps if known.get(str(folder)) != stamp]
        for number, (folder, stamp) in enumerate(changed, start=1):
            if not is_wanted():
                break
            self._keep(stamp, summarise(folder, _sweep_of(folder)))
            tell(number, len(changed))
        return [run for run in self.runs() if run.folder in found]

    def runs(self, parents: Iterable[Path] | None = None) -> list[RunSummary]:
        """The runs below these projects, or of all, as of the last refresh, newest first."""
        rows = self._connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM runs ORDER BY created DESC, folder DESC")
        wanted = None if parents is None else [parent.absolute() for parent in parents]
        listed = (_summary(row) for row in rows)
        return [_as_it_is(run) for run in listed if wanted is None or _is_below(Path(run.folder), wanted)]

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
    """The runs of each parent, and those of its sweeps; also what lost its manifest, or never had one, but has a plan.

    A sweep is a folder beside the runs that holds runs itself.
    """
    for parent in parents:
        with suppress(OSError):
            for folder in sorted((parent / "runs").iterdir()):
                if _is_run(folder):
                    yield folder
                elif inner := _runs_inside(folder):
                    yield from inner
                elif (folder / "plan.toml").is_file():
                    yield folder


def _is_run(folder: Path) -> bool:
    return any((folder / name).is_file() for name in ("manifest.json", "metrics.jsonl"))


def _runs_inside(folder: Path) -> list[Path]:
    return [inner for inner in sorted(folder.iterdir()) if _is_run(inner)] if folder.is_dir() else []


def _is_below(folder: Path, parents: Iterable[Path]) -> bool:
    """Whether a run is one of these parents', or of one of their sweeps."""
    return any(parent / "runs" in (folder.parent, folder.parent.parent) for parent in parents)


def _sweep_of(folder: Path) -> str:
    return "" if folder.parent.name == "runs" else title_of(folder.parent.name)


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
