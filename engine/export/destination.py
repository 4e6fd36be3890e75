"""Where an export goes: a new or empty folder that is filled as a whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError
from engine.export.card import RunFacts, read_run_facts
from engine.storage.run_folder import RunFolder


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written: each file with its size in bytes, and how many numbers the weights are, read back from disk."""

    folder: Path
    files: tuple[tuple[str, int], ...]
    parameters: int


def facts_of_run(folder: Path) -> RunFacts:
    """What a run's folder says of it; raises `EngineError` when it is no run."""
    run = RunFolder(folder)
    if not run.path.is_dir():
        raise EngineError(f"There is no run at {run.path}.", "Choose the folder of a run; it holds plan.toml.")
    if not run.plan_path.is_file():
        raise EngineError(
            f"{run.path} is no run: there is no plan.toml in it.", "Choose the folder of a run that was trained here."
        )
    return read_run_facts(run)


def write_export(output: Path, what: str, write: Callable[[Path], int]) -> ExportResult:
    """Let `write` fill a folder, say how many numbers it wrote, and move it all to `output`.

    Raises `EngineError` when the folder is not empty or cannot be written, or `write` does. Then nothing of the export
    stays behind.
    """
    is_new = False
    try:
        _require_empty(output, what)
        is_new = not output.exists()
        output.mkdir(parents=True, exist_ok=True)
        # Inside the folder itself: its parent may not be writable, as with the root of a stick.
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=output) as name:
            parameters = write(Path(name))
            for file in sorted(Path(name).iterdir()):
                file.replace(output / file.name)
    except OSError as error:
        _remove_if(output, is_new)
        raise EngineError(
            f"The {what} could not be written to {output}: the folder is read-only, or the disk is full.",
            "Choose another folder, or make room there.",
            str(error),
        ) from error
    except BaseException:
        _remove_if(output, is_new)
        raise
    files = tuple((file.name, file.stat().st_size) for file in sorted(output.iterdir()))
    return ExportResult(output, files, parameters)


def require_private(files: Iterable[Path], private: Iterable[Path]) -> None:
    """Raise `EngineError` when a file that is handed on tells where things lie on this machine."""
    places = {str(path.absolute()) for path in private} - {"/"}
    # Inside JSON a backslash is written twice.
    forms = {form for place in places for form in (place, place.replace("\\", "\\\\"))}
    for file in files:
        text = file.read_text(encoding="utf-8")
        if any(form in text for form in forms):
            raise EngineError(
                f"{file.name} would tell where folders lie on this computer, so the export was taken back.",
                f"Remove the path from the model's {file.name}, then export again.",
            )


def _require_empty(output: Path, what: str) -> None:
    if output.is_file():
        raise EngineError(f"{output} is a file, but {_with_article(what)} is a folder.", "Choose a new folder.")
    if output.is_dir() and any(output.iterdir()):
        raise EngineError(
            f"The folder {output} is not empty, and nothing in it is overwritten.", "Choose a new folder."
        )


def _with_article(what: str) -> str:
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _remove_if(folder: Path, is_new: bool) -> None:
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
