"""A folder saved by Hugging Face `datasets`: Arrow streams, listed in state.json, perhaps one folder a split."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.data import json_text
from engine.data.containers.arrow import arrow_stream_rows
from engine.data.record import Rows
from engine.errors import EngineError

_STATE, _SPLITS = "state.json", "dataset_dict.json"
_TRAINING = ("train", "train_prefs", "training")


def is_saved_dataset(folder: Path) -> bool:
    """Whether `datasets` saved this folder."""
    return (folder / _STATE).is_file() or (folder / _SPLITS).is_file()


def saved_dataset_rows(folder: Path) -> Rows:
    """Every row of the data set, or of its split for training. Raises EngineError when that is not to be found."""
    if not (folder / _STATE).is_file():
        folder = folder / _training_split(folder)
    row = done = 0
    for file in _files(folder):
        for _, record in arrow_stream_rows(file):
            row += 1
            yield done, replace(record, row=row)
        done += file.stat().st_size


def saved_dataset_size(folder: Path) -> int:
    """The bytes of its tables, for progress."""
    return sum(file.stat().st_size for file in folder.rglob("*.arrow"))


def _training_split(folder: Path) -> str:
    splits = [split for split in _listed(folder / _SPLITS, "splits") if isinstance(split, str)]
    chosen = next((split for split in _TRAINING if split in splits), splits[0] if len(splits) == 1 else "")
    if not chosen or not (folder / chosen / _STATE).is_file():
        raise EngineError(
            f"{folder.name} holds several data sets: {', '.join(splits)}.",
            "Choose the folder of one of them.",
        )
    return chosen


def _files(folder: Path) -> list[Path]:
    entries = _listed(folder / _STATE, "_data_files")
    names = [entry.get("filename") for entry in entries if isinstance(entry, dict)]
    # Only files of this folder: the list is data, and must not lead elsewhere.
    files = [folder / Path(name).name for name in names if isinstance(name, str)]
    missing = next((file.name for file in files if not file.is_file()), "" if files else "a table")
    if missing:
        raise EngineError(f"{folder.name} is incomplete: {missing} is not there.", "Save or copy the data set again.")
    return files


def _listed(file: Path, key: str) -> list[Any]:
    try:
        value = json_text.decode(file.read_bytes())
    except (OSError, json_text.DecodeError) as error:
        raise EngineError(f"{file.name} cannot be read.", "Save or copy the data set again.", str(error)) from error
    listed = value.get(key) if isinstance(value, dict) else None
    return listed if isinstance(listed, list) else []
