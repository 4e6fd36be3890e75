"""Models and data that another program's file names: a path of this computer, or a name on the internet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import PlanError
from engine.plan_import.account import shown
from engine.plan_import.translation import Translation

_FILE_IS_NEEDED = "A name on the internet is never fetched. Give the folder on this computer with --model."
_DATA_IS_NEEDED = "No file of this name is here. Give the preference file with --data."


def put_model(given: Translation, key: str) -> None:
    """Take the model's folder; a name that is no folder is said to need one."""
    _put_place(given, key, "model.path", given.text(key, ""), _FILE_IS_NEEDED)


def put_data(given: Translation, key: str, train: str, evaluation: str) -> None:
    """Take the preference file and, where there is one, that of the held-back pairs."""
    _put_place(given, key, "data.path", train, _DATA_IS_NEEDED)
    if evaluation and given.values.get("data.evaluation_share") != 0.0:
        _put_place(given, key, "data.evaluation_path", evaluation, _DATA_IS_NEEDED)


def data_of_entry(key: str, entries: Any) -> tuple[str, str, int]:
    """Training file, evaluation file and the number of further datasets in TRL's `datasets`.

    Raises `PlanError` when it is no list of datasets.
    """
    if not isinstance(entries, list) or not isinstance(entries[0], dict):
        raise PlanError(key, f"{key} is {shown(entries)}, but must be a list of datasets.", "Correct it in the file.")
    first: dict[str, Any] = entries[0]
    files = first.get("data_files")
    if isinstance(files, dict):
        train, evaluation = files.get("train"), files.get("test") or files.get("validation")
        return _first_text(train), _first_text(evaluation), len(entries) - 1
    return _first_text(files or first.get("path")), "", len(entries) - 1


def here(place: str, folder: Path) -> str:
    """An absolute path for one that was meant from the file's folder or from where the program stands.

    Empty when there is nothing at either.
    """
    for start in (folder, Path.cwd()):
        try:
            found = (start / Path(place).expanduser()).resolve()
            if place and found.exists():
                return str(found)
        except (OSError, RuntimeError, ValueError):  # no path at all
            return ""
    return ""


def _put_place(given: Translation, key: str, plan_key: str, place: str, why: str) -> None:
    if not place:
        given.say(key, "needless", "It names nothing.")
        return
    found = here(place, given.folder)
    if found:
        given.put(key, plan_key, found)
    else:
        given.say(key, "absent", why)


def _first_text(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""
