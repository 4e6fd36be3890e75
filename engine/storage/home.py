"""Where DPO Studio keeps what belongs to a person rather than to one project."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

HOME_VARIABLE = "DPO_STUDIO_HOME"


def home_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The data folder: `$DPO_STUDIO_HOME`, else the system's own place for it. Nothing is created.

    Where nobody knows that place it is `.dpo-studio` in the person's own folder.
    """
    chosen = environment.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    try:
        import platformdirs
    except ImportError:  # a machine that only computes
        return Path.home() / ".dpo-studio"
    return platformdirs.user_data_path("DPO Studio", appauthor=False)
