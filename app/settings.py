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

from app.language.translate import mark
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
        mark("Light, dark, or as the system has it."),
        mark("Theme"),
        mark("Appearance"),
        labels=(mark("System"), mark("Light"), mark("Dark")),
    )
    language: Literal["system", "en", "de"] = setting(
        "system",
        mark("Of all texts in the window, from the next start on. The manual and the command line are English."),
        mark("Language"),
        mark("Appearance"),
        labels=(mark("System"), "English", "Deutsch"),
    )
    text_size: int = setting(
        100,
        mark("Of text, rows and icons together, from the next start on. Also Ctrl +, Ctrl − and Ctrl 0."),
        mark("Text size"),
        mark("Appearance"),
        low=80,
        high=150,
        step=10,
        unit="%",
    )
    more_contrast: bool = setting(
        False,
        mark("Draws the borders of fields, cards and buttons darker."),
        mark("Increase contrast"),
        mark("Appearance"),
    )
    reduced_motion: bool = setting(
        False, mark("Nothing turns or moves while work is under way."), mark("Reduce motion"), mark("Appearance")
    )
    notice_at_end: bool = setting(
        True,
        mark("A notice of the system, shown while another window is in front."),
        mark("Say so when a run ends"),
        mark("When a run ends"),
    )
    sound_at_end: bool = setting(
        False, mark("The system's own short sound."), mark("Play a sound"), mark("When a run ends")
    )
    keep_awake: bool = setting(
        True,
        mark("The computer does not go to sleep by itself while a run is under way; a paused run lets it."),
        mark("Keep the computer awake while training"),
        mark("While training"),
    )
    device: Literal["auto", "cuda", "mps", "cpu"] = setting(
        "auto",
        mark(
            "Where models are trained and asked; Automatic takes the fastest. The Model page can choose another "
            "for now."
        ),
        mark("Run on"),
        mark("Device"),
        labels=(mark("Automatic"), mark("NVIDIA GPU"), mark("Apple GPU"), mark("CPU")),
    )
    threads: int = setting(
        0,
        mark(
            "How many of the processor's threads training uses, from the next start on. A resumed run keeps its own "
            "number, so that it ends in the same bits."
        ),
        mark("Processor threads"),
        mark("Device"),
        low=0,
        high=256,
        step=1,
        unit="",
        zero=mark("All"),
    )
    recipe: Literal["gentle", "balanced", "strong"] = setting(
        "balanced",
        mark("The recipe that the Train page begins with, from the next start on."),
        mark("Recipe to begin with"),
        mark("Training defaults"),
        labels=(mark("Gentle"), mark("Balanced"), mark("Strong")),
    )
    model_folders: tuple[str, ...] = setting(
        (),
        mark(
            "Looked through for models and GGUF files, besides the models folder and the Hugging Face cache. LM Studio "
            "keeps its files in .lmstudio/models below your own folder."
        ),
        mark("Folders with models"),
        mark("Models"),
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
