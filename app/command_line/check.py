"""`main.py check`: what a preference file holds, and what is wrong with it."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from app.command_line.edits import describe_edits
from app.command_line.output import Output
from app.command_line.reading import reading_options
from engine.data.checks.catalogue import LISTED
from engine.data.checks.flag import Flag
from engine.data.checks.leakage import find_leakage
from engine.data.checks.registry import check_data
from engine.data.edits.edited_data import edit_data, read_edits_of
from engine.data.edits.pair_edits import EditReport
from engine.data.reader import PreferenceData, read_preferences

_ROWS_NAMED = 10


def check(arguments: Namespace, output: Output) -> int:
    """Read the whole file, run every check, and those that need more than it: `--evaluation`, `--model`."""
    options = reading_options(arguments)
    files = [arguments.file] if arguments.evaluation is None else [arguments.file, arguments.evaluation]
    edits = read_edits_of(arguments.edits, files)
    data = read_preferences(arguments.file, progress=_reading(output), options=options)
    data, edited = edit_data(data, edits[arguments.file])
    flags = check_data(data)
    if arguments.evaluation is not None:
        evaluation = read_preferences(arguments.evaluation, progress=_reading(output), options=options)
        evaluation, edited_too = edit_data(evaluation, edits[arguments.evaluation])
        edited += edited_too
        flags = {**flags, "leakage": find_leakage(data.pairs, evaluation.pairs)}
    if arguments.model is not None:
        from engine.data.checks.model.registry import check_with_model, view_model

        view = view_model(arguments.model, arguments.max_length)
        output.sentence(f"Tokenizing with {arguments.model.name}.")
        flags = {**flags, **check_with_model(data.pairs, view)}
    if output.as_json:
        output.document(report(data, flags, None if arguments.edits is None else edited))
    else:
        _tell(data, flags, edited, output)
    return 0


def report(data: PreferenceData, flags: dict[str, Flag], edits: EditReport | None) -> dict[str, Any]:
    """The object that `--json` prints. Rows count from 1."""
    return {
        "format": data.format,
        "rows": data.rows,
        "pairs": len(data.pairs),
        "unpaired": data.unpaired,
        "ties": data.ties,
        "skipped": [{"row": row.row, "reason": row.reason} for row in data.skipped],
        "flags": {name: {"count": flag.count, "rows": list(flag.rows)} for name, flag in flags.items()},
        **({} if edits is None else {"edits": asdict(edits)}),
    }


def _reading(output: Output) -> Any:
    return lambda done, total: output.progress(done >> 20, total >> 20, "MB read")


def _tell(data: PreferenceData, flags: dict[str, Flag], edits: EditReport, output: Output) -> None:
    titles = {check.name: check.title for check in LISTED}
    output.sentence(f"{data.path.name}: {data.rows:,} rows of {data.format} give {len(data.pairs):,} pairs.")
    if sentence := describe_edits(edits):
        output.sentence(sentence)
    if data.unpaired:
        output.sentence(f"Replies rated one by one, which make no pair: {data.unpaired:,}.")
    if data.ties:
        output.sentence(f"Ties, where neither reply is preferred: {data.ties:,}.")
    if data.skipped:
        output.sentence(f"Left out: {len(data.skipped):,}.")
        for row in data.skipped[:_ROWS_NAMED]:
            output.sentence(f"  row {row.row}: {row.reason}")
        if len(data.skipped) > _ROWS_NAMED:
            output.sentence(f"  and {len(data.skipped) - _ROWS_NAMED:,} more; --json lists them all.")
    for name, flag in flags.items():
        if flag.count or flag.text:
            title = titles.get(name, name.replace("_", " ").capitalize())
            output.sentence(" ".join(filter(None, [f"{title}: {_count(flag)}.", flag.text])))


def _count(flag: Flag) -> str:
    if not flag.count:
        return "none"
    rows = ", ".join(map(str, flag.rows[:_ROWS_NAMED])) + (", ..." if len(flag.rows) > _ROWS_NAMED else "")
    return f"{flag.count:,} (rows {rows})" if rows else f"{flag.count:,}"
