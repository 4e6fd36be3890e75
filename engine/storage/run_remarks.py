"""What a person adds to a run: another name, a star, tags and a note. Kept in the run's own folder.

So they move with the folder, and the index of all runs can be rebuilt from the folders alone.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.storage.atomic import write_json

REMARKS_FILE = "remarks.json"


@dataclass(frozen=True, slots=True)
class RunRemarks:
    """`name` is shown in place of the folder's, empty where the folder's is good enough."""

    name: str = ""
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


def read_remarks(folder: Path) -> RunRemarks:
    """A run's remarks; a missing or damaged file holds none."""
    try:
        document: Any = json.loads((folder / REMARKS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return RunRemarks()
    if not isinstance(document, dict):
        return RunRemarks()
    name, note, tags = document.get("name"), document.get("note"), document.get("tags")
    words: list[Any] = tags if isinstance(tags, list) else []
    return RunRemarks(
        name=name if isinstance(name, str) else "",
        starred=document.get("starred") is True,
        tags=split_tags(",".join(word for word in words if isinstance(word, str))),
        note=note if isinstance(note, str) else "",
    )


def write_remarks(folder: Path, remarks: RunRemarks) -> None:
    """Replace a run's remarks. Raises `EngineError` when its folder cannot be written."""
    try:
        write_json(folder / REMARKS_FILE, asdict(remarks))
    except OSError as error:
        raise EngineError(
            f"What you noted about the run {folder.name} could not be saved.",
            "Check that its folder is still there and may be written.",
            str(error),
        ) from error


def split_tags(text: str) -> tuple[str, ...]:
    """The tags in a line with commas: each once, without spaces around it, in the order in which they came."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))
