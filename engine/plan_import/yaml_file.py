"""Reading a YAML file of settings, safely: nothing in it is carried out, and it cannot grow while it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import EngineError

_LARGEST = 200_000  # bytes; a file of settings has a few thousand
_MOST_ALIASES = 20  # with many, a short file can stand for gigabytes


def read_settings(path: Path) -> dict[str, Any]:
    """The file's keys and values. Raises `EngineError` when it cannot be read or holds anything but settings."""
    import yaml

    try:
        content = path.read_bytes()
        if len(content) > _LARGEST:
            raise EngineError(
                f"{path.name} is {len(content):,} bytes long, more than a file of settings.",
                "Choose the file that was given to the other program as its configuration.",
            )
        text = content.decode("utf-8-sig")
        aliases = sum(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=yaml.SafeLoader))
        if aliases > _MOST_ALIASES:
            raise EngineError(
                f"{path.name} refers to parts of itself {aliases} times, which no file of settings needs.",
                "Write the values out.",
            )
        document = yaml.safe_load(text)
    except OSError as error:
        raise EngineError(
            f"{path} could not be read.", "Check the path and that you may open it.", str(error)
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise EngineError(
            f"{path.name} is not valid YAML.", f"Correct it: {_where(error)}.", f"{type(error).__name__}: {error}"
        ) from error
    if not isinstance(document, dict) or not document:
        raise EngineError(
            f"{path.name} holds no settings.", "A file of settings has lines such as 'learning_rate: 5.0e-6'."
        )
    return {str(key): value for key, value in document.items()}


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is not text that YAML allows"
    return f"{problem}, line {mark.line + 1}" if mark is not None else str(problem)
