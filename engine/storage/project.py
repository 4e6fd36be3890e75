"""A project: a folder that holds everything about one thing a person wants to teach.

    project.toml    its name, and the model and preference file in use
    edits.jsonl     changes to pairs, one a line; the preference files themselves are never written to
    votes.jsonl     what a person preferred, one vote a line
    arena.jsonl     what was collected in the Arena: prompts and picks
    data/           preference files that belong to the project
    runs/           one folder a run

The files are the truth: whatever else is kept about a project can be rebuilt from them.
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import tomlkit

from engine.errors import EngineError
from engine.storage.atomic import write_text
from engine.storage.lock import is_held, only_one

FORMAT = 1
"""Raised when older versions could no longer read what this one writes."""
_LONGEST_STEM = 60  # letters of a folder's name: a file system takes 255 bytes, and a letter may be four


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it was read. `model` and `data` are absolute paths, empty while none is chosen.

    `chat_template` is the one chosen for a model that brings none.
    """

    folder: Path
    name: str
    created: str
    model: str = ""
    data: str = ""
    chat_template: str = ""

    @property
    def edits_path(self) -> Path:
        """Changes to pairs, one JSON object a line."""
        return self.folder / "edits.jsonl"

    @property
    def votes_path(self) -> Path:
        """Votes, one JSON object a line."""
        return self.folder / "votes.jsonl"

    @property
    def arena_path(self) -> Path:
        """What was asked and picked in the Arena, one JSON object a line."""
        return self.folder / "arena.jsonl"

    @property
    def data_folder(self) -> Path:
        """Preference files of the project's own."""
        return self.folder / "data"

    @property
    def runs_folder(self) -> Path:
        """One folder a run."""
        return self.folder / "runs"


def create_project(folder: Path, name: str = "") -> Project:
    """Make a project in a new or empty folder; its name is the folder's unless given.

    Raises `EngineError` when the folder holds something already or cannot be written.
    """
    created = datetime.now().astimezone().isoformat(timespec="seconds")
    project = Project(folder.absolute(), name or folder.name, created)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise EngineError(
                f"The folder {folder} is not empty, so no project was made in it.", "Choose a new or an empty folder."
            )
        for inside in (project.data_folder, project.runs_folder):
            inside.mkdir(parents=True, exist_ok=True)
        for file in (project.edits_path, project.votes_path):
            file.touch()
        _write(project, tomlkit.document())
    except OSError as error:
        raise _not_writable(folder, error) from error
    return project


def open_project(folder: Path) -> Project:
    """Read a project; missing files and folders inside it simply have nothing in them yet.

    Raises `EngineError` when the folder is no project, its project.toml is damaged, or a newer version wrote it.
    """
    document = _read(folder)
    table: Any = document.get("project")
    if not isinstance(table, dict) or not isinstance(table.get("format"), int):
        raise _damaged(folder, "There is no [project] with its format in it.")
    if table["format"] > FORMAT:
        raise EngineError(
            f"The project {folder.name} was made by a newer version of DPO Studio, which this one cannot read.",
            "Update DPO Studio and open it again.",
        )
    values = {key: table.get(key, "") for key in ("name", "created", "model", "data", "chat_template")}
    for key, value in values.items():
        if not isinstance(value, str):
            raise _damaged(folder, f"{key} is no text.")
    return Project(
        folder.absolute(),
        values["name"] or folder.name,
        values["created"],
        _resolved(values["model"], folder),
        _resolved(values["data"], folder),
        values["chat_template"],
    )


def save_choices(project: Project, model: str, data: str, chat_template: str = "") -> Project:
    """Store which model, chosen chat template and preference file are in use, and return the project with them.

    Paths inside the project are written relative to it, so that it can be moved. Whatever else project.toml holds,
    comments included, stays. Raises `EngineError` when it cannot be written.
    """
    changed = replace(project, model=model, data=data, chat_template=chat_template)
    try:
        _write(changed, tomlkit.parse((project.folder / "project.toml").read_text(encoding="utf-8")))
    except OSError as error:
        raise _not_writable(project.folder, error) from error
    return changed


def projects_folder(home: Path) -> Path:
    """Where projects are made unless somebody wants them elsewhere."""
    return home / "projects"


def rename_project(project: Project, name: str) -> Project:
    """Give a project another name; its folder keeps its own. Raises `EngineError` when that cannot be written."""
    kept = open_project(project.folder)
    save_choices(replace(kept, name=name), kept.model, kept.data, kept.chat_template)
    return replace(project, name=name)


def default_project(home: Path) -> Project:
    """The project for those who have not made one yet: `projects/untitled` below the data folder.

    Where a window has it open already it is `untitled-2`, and so on.
    """
    number, folder = 1, projects_folder(home) / "untitled"
    while is_held(folder):
        number += 1
        folder = folder.with_name(f"untitled-{number}")
    if (folder / "project.toml").exists():
        return open_project(folder)
    return create_project(folder, "Untitled" if number == 1 else f"Untitled {number}")


def free_folder(name: str, place: Path) -> Path:
    """A folder in `place` for a new project of this name, which does not exist yet."""
    stem = re.sub(r"[^\w.-]+", "-", name.strip().casefold())[:_LONGEST_STEM].strip(".-_") or "project"
    number, folder = 1, place / stem
    while folder.exists():
        number += 1
        folder = folder.with_name(f"{stem}-{number}")
    return folder


@contextlib.contextmanager
def hold_project(project: Project) -> Generator[None]:
    """Keep other windows out of a project; raises `EngineError` when one has it open, or it cannot be written."""
    with contextlib.ExitStack() as hold:
        try:
            hold.enter_context(only_one(project.folder, is_open_elsewhere(project.name)))
        except OSError as error:
            raise _not_writable(project.folder, error) from error
        yield


def is_open_elsewhere(name: str) -> EngineError:
    """What to say when another window has a project open."""
    return EngineError(
        f"{name} is open in another window of DPO Studio.",
        "Go on there, or close it first. Two windows would not see each other's edits.",
    )


def _read(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / "project.toml").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise EngineError(
            f"{folder} is no project: it holds no project.toml.", "Open the folder of a project, or make a new one."
        ) from error
    except OSError as error:
        raise EngineError(
            f"The project {folder} could not be read.", "Check that you may open its files.", str(error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _damaged(folder, str(error)) from error


def _write(project: Project, document: tomlkit.TOMLDocument) -> None:
    table: Any = document.setdefault("project", tomlkit.table())
    table["format"] = FORMAT
    table["name"] = project.name
    table["created"] = project.created
    table["model"] = _portable(project.model, project.folder)
    table["data"] = _portable(project.data, project.folder)
    table["chat_template"] = project.chat_template
    write_text(project.folder / "project.toml", tomlkit.dumps(document))


def _portable(path: str, folder: Path) -> str:
    inside = Path(path).is_relative_to(folder) if path else False
    return Path(path).relative_to(folder).as_posix() if inside else path


def _resolved(path: str, folder: Path) -> str:
    return str(folder.absolute() / path) if path else ""


def _damaged(folder: Path, details: str) -> EngineError:
    return EngineError(
        f"The project {folder.name} could not be opened, because its project.toml is damaged.",
        "Restore that file from a copy; everything else in the folder is untouched.",
        details,
    )


def _not_writable(folder: Path, error: OSError) -> EngineError:
    return EngineError(
        f"The project folder {folder} cannot be written.",
        "Choose another place, or change its permissions.",
        str(error),
    )
