"""How a project's window was left: its page, its place, and how its parts share the room. `window.json` in the project.

It belongs to the project and not to the settings, so that two projects do not disturb each other.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from engine.storage.atomic import write_text

VERSION = 1
FILE_NAME = "window.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WindowState:
    """`geometry` is Qt's own, in base64; `splitters` has the sizes of each splitter's parts, by its name."""

    page: str = ""
    geometry: str = ""
    splitters: dict[str, list[int]] = field(default_factory=dict[str, list[int]])


def load_window_state(project: Path) -> WindowState:
    """What was kept; what is missing or damaged is as in a new project."""
    try:
        document: Any = json.loads((project / FILE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return WindowState()
    except (OSError, ValueError) as error:
        _log.warning("The window's state could not be read: %s", error)
        return WindowState()
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return WindowState()
    page, geometry, splitters = (document.get(key) for key in ("page", "geometry", "splitters"))
    return WindowState(
        page if isinstance(page, str) else "",
        geometry if isinstance(geometry, str) else "",
        {str(name): sizes for name, sizes in splitters.items() if _are_sizes(sizes)}
        if isinstance(splitters, dict)
        else {},
    )


def save_window_state(state: WindowState, project: Path) -> None:
    """Keep it; a folder that cannot be written costs the state, not the session."""
    try:
        write_text(project / FILE_NAME, json.dumps({"version": VERSION, **asdict(state)}) + "\n")
    except OSError as error:
        _log.warning("The window's state could not be saved: %s", error)


def _are_sizes(sizes: object) -> bool:
    return isinstance(sizes, list) and all(type(size) is int and size >= 0 for size in sizes)
