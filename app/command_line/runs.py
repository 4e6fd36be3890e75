"""`main.py runs`: every run there is, with its figures; their metrics as CSV or TensorBoard event files."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from app.command_line.output import Output
from engine.errors import EngineError
from engine.export.runs_csv import write_metrics
from engine.export.tensorboard import write_event_files
from engine.storage.home import home_folder
from engine.storage.library import RunLibrary
from engine.storage.run_summary import RunSummary, summarise


def runs(arguments: Namespace, output: Output) -> int:
    """List runs, the newest first, and write what was asked for."""
    listed = [_run(folder) for folder in arguments.run] if arguments.run else _all_runs()
    for run in listed:
        output.document({"event": "run", **asdict(run)})
    output.sentence(_table(listed) if listed else "There are no runs yet.")
    if arguments.csv:
        write_metrics(listed, arguments.csv)
        output.sentence(f"Wrote {arguments.csv}.")
    if arguments.tensorboard:
        files = write_event_files([Path(run.folder) for run in listed], arguments.tensorboard)
        output.sentence(f"Wrote {len(files)} event files. See them with: tensorboard --logdir {arguments.tensorboard}")
    return 0


def _all_runs() -> list[RunSummary]:
    home = home_folder()
    projects = sorted(path for path in (home / "projects").glob("*") if path.is_dir())
    with RunLibrary(home / "library.sqlite") as library:
        return library.refresh([*projects, home, home / "sweeps"])


def _run(folder: Path) -> RunSummary:
    if not (folder / "metrics.jsonl").is_file():
        raise EngineError(f"{folder} is no run: it holds no metrics.jsonl.", "Give the folder of a run.")
    return summarise(folder.absolute())


def _table(listed: list[RunSummary]) -> str:
    head = f"{'started':<17}{'state':<12}{'beta':>6}{'rate':>9}{'accuracy':>10}{'margin':>9}{'loss':>8}  run"
    return "\n".join([head, *map(_row, listed)])


def _row(run: RunSummary) -> str:
    started = run.created[:16].replace("T", " ")
    figures = (
        f"{_figure(run.beta, 'g'):>6}{_figure(run.learning_rate, 'g'):>9}{_figure(run.accuracy, '.1%'):>10}"
        f"{_figure(run.margin, '+.3f'):>9}{_figure(run.loss_value, '.3f'):>8}"
    )
    sweep = f" (sweep {run.sweep})" if run.sweep else ""
    return f"{started:<17}{run.state:<12}{figures}  {'* ' if run.starred else ''}{run.title}{sweep}"


def _figure(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)
