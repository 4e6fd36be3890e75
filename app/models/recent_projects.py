"""The projects that were open lately, as a list of folders: newest first, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.language.translate import tr
from engine.errors import EngineError
from engine.storage.project import open_project

_KEPT = 12


@dataclass(frozen=True, slots=True)
class RecentProject:
    """One of them; `trouble` says in a few words why it cannot be opened now, empty when it can."""

    folder: Path
    name: str
    trouble: str = ""


def recent_projects(folders: Sequence[str]) -> list[RecentProject]:
    """What has become of each folder."""
    return [_look_at(Path(folder)) for folder in folders]


def with_first(folder: Path, folders: Sequence[str]) -> tuple[str, ...]:
    """The list once a folder is opened."""
    return (str(folder), *(one for one in folders if one != str(folder)))[:_KEPT]


def without(folder: Path, folders: Sequence[str]) -> tuple[str, ...]:
    """The list when somebody wants to see a folder no more."""
    return tuple(one for one in folders if one != str(folder))


def _look_at(folder: Path) -> RecentProject:
    if not (folder / "project.toml").is_file():
        return RecentProject(folder, folder.name, tr("folder is missing"))
    try:
        return RecentProject(folder, open_project(folder).name)
    except EngineError:
        return RecentProject(folder, folder.name, tr("cannot be read"))
