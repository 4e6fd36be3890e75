"""What the window remembers between two starts: one dataclass, kept as versioned JSON in the data folder.

A setting's name, type, default and help stand together; a file that is damaged, or newer than this program, is left
alone and the defaults are used.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from engine.storage.atomic import write_text

VERSION = 1
FILE_NAME = "settings.json"
_log = logging.getLogger(__name__)


def setting(default: Any, help_text: str, title: str = "", group: str = "", **limits: Any) -> Any:
    """A setting with its help; one with a `title` stands in its `group` of the Settings page.

    `limits` are `labels`, the words for each choice in order, or `low`, `high`, `step` and `unit` of a number.
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
    window_geometry: str = setting("", "Where the window was, as Qt saves it, in base64.")
    page: str = setting("data", "The page that was in sight last.")
    charts: str = setting("", "The charts of a run that are shown, by name; empty for the usual ones.")
    run_columns: str = setting("", "The columns of the table of runs, by their names; empty shows the usual ones.")
    project: str = setting("", "The project that was open last; empty for the built-in one.")
    data_folder: str = setting("", "Where the last preference file was opened.")
    model_folder: str = setting("", "Where the last model was chosen.")


def load_settings(home: Path) -> Settings:
    """The settings in the data folder; the default stands for whatever is missing or wrong."""
    try:
        document: Any = json.loads((home / FILE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        _log.warning("The settings could not be read: %s", error)
        return Settings()
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return Settings()
    return Settings(**{name: document[name] for name in _known() if _is_valid(name, document.get(name))})


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
    """The fixed choices of a setting; none for a switch, a number or a text."""
    return get_args(get_type_hints(Settings)[name])


def _is_valid(name: str, value: object) -> bool:
    default: object = getattr(Settings(), name)
    limits = Settings.__dataclass_fields__[name].metadata
    if type(value) is not type(default) or (choices(name) and value not in choices(name)):
        return False
    return not isinstance(value, int) or limits.get("low", value) <= value <= limits.get("high", value)
