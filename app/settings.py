"""What the window remembers between two starts: one dataclass, kept as versioned JSON in the data folder.

A setting's name, type, default and help stand together; a file that is damaged, or newer than this program, is left
alone and the defaults are used.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from engine.storage.atomic import write_text

VERSION = 1
FILE_NAME = "settings.json"
_log = logging.getLogger(__name__)


def setting(default: Any, help_text: str, title: str = "", group: str = "", **limits: Any) -> Any:
    """A setting with its help; one with a `title` stands in its `group` of the Settings page.

    `limits` are `labels`, the words for each choice in order, or `low`, `high`, `step` and `unit` of a number, and
    `zero`, what 0 means in words.
    """
    return field(default=default, metadata={"help": help_text, "title": title, "group": group, **limits})


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them. Replace, never change: `dataclasses.replace(settings, theme="dark")`."""

    theme: Literal["system", "light", "dark"] = setting(
        "system",
        "Light, dark, or as the system has it.",
        "Theme",
        "Appearance",
        labels=("System", "Light", "Dark"),
    )
    text_size: int = setting(
        100,
        "Of text, rows and icons together, from the next start on. Also Ctrl +, Ctrl − and Ctrl 0.",
        "Text size",
        "Appearance",
        low=80,
        high=150,
        step=10,
        unit="%",
    )
    more_contrast: bool = setting(
        False, "Draws the borders of fields, cards and buttons darker.", "Increase contrast", "Appearance"
    )
    reduced_motion: bool = setting(
        False, "Nothing turns or moves while work is under way.", "Reduce motion", "Appearance"
    )
    notice_at_end: bool = setting(
        True,
        "A notice of the system, shown while another window is in front.",
        "Say so when a run ends",
        "When a run ends",
    )
    sound_at_end: bool = setting(False, "The system's own short sound.", "Play a sound", "When a run ends")
    keep_awake: bool = setting(
        True,
        "The computer does not go to sleep by itself while a run is under way; a paused run lets it.",
        "Keep the computer awake while training",
        "While training",
    )
    device: Literal["auto", "cuda", "mps", "cpu"] = setting(
        "auto",
        "Where models are trained and asked; Automatic takes the fastest. The Model page can choose another for now.",
        "Run on",
        "Device",
        labels=("Automatic", "NVIDIA GPU", "Apple GPU", "CPU"),
    )
    threads: int = setting(
        0,
        "How many of the processor's threads training uses, from the next start on. A resumed run keeps its own "
        "number, so that it ends in the same bits.",
        "Processor threads",
        "Device",
        low=0,
        high=256,
        step=1,
        unit="",
        zero="All",
    )
    recipe: Literal["gentle", "balanced", "strong"] = setting(
        "balanced",
        "The recipe that the Train page begins with, from the next start on.",
        "Recipe to begin with",
        "Training defaults",
        labels=("Gentle", "Balanced", "Strong"),
    )
    model_folders: tuple[str, ...] = setting(
        (),
        "Looked through for models and GGUF files, besides the models folder and the Hugging Face cache. LM Studio "
        "keeps its files in .lmstudio/models below your own folder.",
        "Folders with models",
        "Models",
    )
    window_geometry: str = setting("", "Where the last window was, as Qt saves it, in base64; for new projects.")
    charts: str = setting("", "The charts of a run that are shown, by name; empty for the usual ones.")
    run_columns: str = setting("", "The columns of the table of runs, by their names; empty shows the usual ones.")
    project: str = setting("", "The project that was open last; empty for the usual one.")
    recent_projects: tuple[str, ...] = setting((), "The projects that were open lately, the last one first.")
    data_folder: str = setting("", "Where the last preference file was opened.")
    model_folder: str = setting("", "Where the last model was chosen.")


def load_settings(home: Path, otherwise: Settings | None = None) -> Settings:
    """The settings in the data folder; the default stands for whatever is missing or wrong in them.

    `otherwise` is taken where there is no file that can be used.
    """
    otherwise = otherwise or Settings()
    try:
        document: Any = json.loads((home / FILE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return otherwise
    except (OSError, ValueError) as error:
        _log.warning("The settings could not be read: %s", error)
        return otherwise
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return otherwise
    values = {name: _from_json(document.get(name)) for name in _known()}
    return Settings(**{name: value for name, value in values.items() if _is_valid(name, value)})


def save_settings(settings: Settings, home: Path) -> None:
    """Write them; a folder that cannot be written costs the settings, not the session."""
    document = {"version": VERSION, **asdict(settings)}
    try:
        home.mkdir(parents=True, exist_ok=True)
        write_text(home / FILE_NAME, json.dumps(document, indent=2) + "\n")
    except OSError as error:
        _log.warning("The settings could not be saved: %s", error)


def _known() -> list[str]:
    return [one.name for one in fields(Settings)]


def choices(name: str) -> tuple[Any, ...]:
    """The fixed choices of a setting; none for a switch, a number, a text or a list of texts."""
    hint = get_type_hints(Settings)[name]
    return get_args(hint) if get_origin(hint) is Literal else ()


def _from_json(value: Any) -> Any:
    """JSON knows no tuples."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _is_valid(name: str, value: object) -> bool:
    default: object = getattr(Settings(), name)
    limits = Settings.__dataclass_fields__[name].metadata
    if type(value) is not type(default) or (choices(name) and value not in choices(name)):
        return False
    if isinstance(value, tuple):
        return all(isinstance(item, str) for item in cast("tuple[object, ...]", value))
    return not isinstance(value, int) or limits.get("low", value) <= value <= limits.get("high", value)
