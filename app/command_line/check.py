"""`main.py check`: what a preference file holds, and what is wrong with it."""

from __future__ import annotations

from argparse import Namespace
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.background.own_folder import OwnFolder
from app.command_line.edits import describe_edits
from app.command_line.output import Output
from app.command_line.reading import reading_options
from engine.data.checks.catalogue import LISTED
from engine.data.checks.flag import Flag
from engine.data.checks.leakage import find_leakage
from engine.data.checks.one_sided_thumbs import ONE_SIDED_THUMBS
from engine.data.checks.registry import check_data
from engine.data.edits.edited_data import edit_data, read_edits_of
from engine.data.edits.pair_edits import EditReport
from engine.data.index_file import index_preferences
from engine.data.reader import PreferenceData, holds_thumbs
from engine.errors import EngineError
from engine.preference.losses.thumb_balance import balance_advice

_ROWS_NAMED = 10


def check(arguments: Namespace, output: Output) -> int:
    """Read the whole file, run every check, and those that need more than it: `--evaluation`, `--model`."""
    files = [arguments.file] if arguments.evaluation is None else [arguments.file, arguments.evaluation]
    edits = read_edits_of(arguments.edits, files)
    with ExitStack() as stack:  # keeps on the disk what the files hold, so that they need not fit into memory
        read = [edit_data(_index(path, arguments, output, stack), edits[path]) for path in files]
        _check(arguments, output, [data for data, _ in read], sum((edited for _, edited in read), EditReport()))
    return 0


def _index(path: Path, arguments: Namespace, output: Output, stack: ExitStack) -> PreferenceData:
    options = reading_options(arguments)
    data = index_preferences(path, Path(stack.enter_context(_folder())), options, _reading(output))
    if not holds_thumbs(data):
        return data
    options = replace(options, thumbs=True)
    return index_preferences(path, Path(stack.enter_context(_folder())), options, _reading(output))


def _folder() -> AbstractContextManager[Path | str]:
    """A folder for pairs that no line of the file gives by itself, for as long as it is used."""
    try:
        return OwnFolder()
    except (EngineError, OSError):  # a check needs no data folder that can be written
        return TemporaryDirectory(prefix="dpo-studio-")


def _check(arguments: Namespace, output: Output, read: list[PreferenceData], edited: EditReport) -> None:
    data = read[0]
    flags = check_data(data)
    if arguments.evaluation is not None:
        flags = {**flags, "leakage": find_leakage(data.pairs, read[1].pairs)}
    if arguments.model is not None:
        from engine.data.checks.model.registry import check_with_model, view_model

        view = view_model(arguments.model, arguments.max_length, arguments.chat_template)
        output.sentence(f"Tokenizing with {arguments.model.name}.")
        flags = {**flags, **check_with_model(data.pairs, view)}
    if output.as_json:
        output.document(report(data, flags, None if arguments.edits is None else edited))
    else:
        _tell(data, flags, edited, output)


def report(data: PreferenceData, flags: dict[str, Flag], edits: EditReport | None) -> dict[str, Any]:
    """The object that `--json` prints. Rows count from 1."""
    return {
        "format": data.format,
        "rows": data.rows,
        **_counted(data, flags),
        "unpaired": data.unpaired,
        "ties": data.ties,
        "skipped": [{"row": row.row, "reason": row.reason} for row in data.skipped],
        "flags": {name: {"count": flag.count, "rows": list(flag.rows)} for name, flag in flags.items()},
        **({} if edits is None else {"edits": asdict(edits)}),
    }


def _counted(data: PreferenceData, flags: dict[str, Flag]) -> dict[str, Any]:
    """How many pairs, and how many thumbs up and down where there are any."""
    thumbs = {name: int(count) for name, count in flags[ONE_SIDED_THUMBS.name].figures.items()}
    return {"pairs": len(data.pairs) - sum(thumbs.values()), **({"thumbs": thumbs} if thumbs else {})}


def _reading(output: Output) -> Any:
    return lambda done, total: output.progress(done >> 20, total >> 20, "MB read")


def _tell(data: PreferenceData, flags: dict[str, Flag], edits: EditReport, output: Output) -> None:
    titles = {check.name: check.title for check in LISTED}
    output.sentence(f"{data.path.name}: {data.rows:,} rows of {data.format} give {_what_it_gives(data, flags)}.")
    thumbs = flags[ONE_SIDED_THUMBS.name].figures
    if thumbs:
        advice = balance_advice(int(thumbs["up"]), int(thumbs["down"]), 1.0, 1.0)
        output.sentence(f'Train on them with loss_type = "kto". {advice}'.strip())
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


def _what_it_gives(data: PreferenceData, flags: dict[str, Flag]) -> str:
    counted = _counted(data, flags)
    if "thumbs" not in counted:
        return f"{counted['pairs']:,} pairs"
    up, down = counted["thumbs"]["up"], counted["thumbs"]["down"]
    pairs = f" and {counted['pairs']:,} pairs" if counted["pairs"] else ""
    return f"{up + down:,} replies with thumbs, {up:,} up and {down:,} down{pairs}"


def _count(flag: Flag) -> str:
    if not flag.count:
        return "none"
    rows = ", ".join(map(str, flag.rows[:_ROWS_NAMED])) + (", ..." if len(flag.rows) > _ROWS_NAMED else "")
    return f"{flag.count:,} (rows {rows})" if rows else f"{flag.count:,}"
