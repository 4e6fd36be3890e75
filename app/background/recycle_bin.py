"""Moves a folder to the system's bin, and back again."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QFile, QStandardPaths

from app.language.translate import tr
from engine.errors import EngineError


@dataclass(frozen=True, slots=True)
class Binned:
    """A folder in the bin: where it was, and where it lies now; None where the system does not say."""

    folder: Path
    kept_at: Path | None


def to_bin(folder: Path) -> Binned:
    """Move a folder to the bin. Raises `EngineError` when there is no bin for it; then it is where it was."""
    # On Linux the bin lies below this folder, and Qt makes the bin but not the way to it.
    QDir().mkpath(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    file = QFile(str(folder))
    if not file.moveToTrash():
        raise EngineError(
            tr("{name} could not be moved to the bin, so it was not deleted.", name=folder.name),
            tr("Close programs that have its files open. Where its disk has no bin, delete the folder by hand."),
            f"{folder}: {file.errorString()}",
        )
    kept_at = Path(file.fileName())
    return Binned(folder, kept_at if kept_at != folder and kept_at.exists() else None)


def from_bin(binned: Binned) -> None:
    """Put a folder back to where it was. Raises `EngineError` when that is impossible; then it stays in the bin."""
    kept_at, folder = binned.kept_at, binned.folder
    if kept_at is None or not kept_at.exists():
        raise EngineError(
            tr("{name} is no longer where the bin kept it.", name=folder.name),
            tr("Look for it in the system's bin and restore it there."),
        )
    if folder.exists():
        raise EngineError(
            tr("Another folder took the place of {name}.", name=folder.name),
            tr("Move {folder} away, then undo once more.", folder=folder),
        )
    try:
        shutil.move(kept_at, folder)
    except OSError as error:
        raise EngineError(
            tr("{name} could not be put back.", name=folder.name), tr("Restore it from the system's bin."), str(error)
        ) from error
    # Where the bin follows freedesktop.org, it keeps a note of each file beside them.
    with suppress(OSError):
        (kept_at.parent.parent / "info" / f"{kept_at.name}.trashinfo").unlink(missing_ok=True)
