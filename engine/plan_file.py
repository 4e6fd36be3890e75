"""Plan files: a `RunPlan` as TOML, one table for each of its parts.

A plan may leave out whatever has a default. What `write_plan` writes is complete, so that a run's `plan.toml` says
everything that decided its result.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

from engine.errors import EngineError, PlanError
from engine.nearest import nearest
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.storage.atomic import write_text

PATH_KEYS = frozenset({"model.path", "data.path", "data.evaluation_path", "data.edits_path", "adapter.path"})
_PARTS: dict[str, type[Any]] = {"model": ModelPlan, "data": DataPlan, "adapter": AdapterPlan, "training": TrainingPlan}


def read_plan(path: Path) -> RunPlan:
    """The plan in a TOML file, its relative paths taken from the file's own folder.

    Raises `EngineError` when the file cannot be read and `PlanError` when a key or a value is wrong.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EngineError(
            f"The plan {path} could not be read.", "Check the path and that you may open it.", str(error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EngineError(
            f"{path.name} is not valid TOML: {error}.", "Correct that place and start again.", str(error)
        ) from error
    return plan_from_document(document, path.resolve().parent)


def write_plan(plan: RunPlan, path: Path) -> None:
    """Write the complete plan, each value under a comment that says what it is."""
    write_text(path, plan_to_toml(plan))


def plan_from_document(document: Mapping[str, Any], base: Path) -> RunPlan:
    """Build a plan from parsed TOML; relative paths start at `base`."""
    for section in document:
        if section not in _PARTS:
            raise PlanError(section, f"A plan has no part called [{section}].", nearest(section, list(_PARTS)))
    parts = {name: _read_part(name, part, document.get(name, {}), base) for name, part in _PARTS.items()}
    return RunPlan(**parts)


def with_absolute_paths(plan: RunPlan, base: Path) -> RunPlan:
    """The plan with paths that mean the same wherever it is written; relative ones start at `base`."""
    parts: dict[str, Any] = {}
    for name in _PARTS:
        part: Any = getattr(plan, name)
        keys = [field.name for field in fields(part) if f"{name}.{field.name}" in PATH_KEYS]
        parts[name] = replace(part, **{key: _absolute(getattr(part, key), base, f"{name}.{key}") for key in keys})
    return RunPlan(**parts)


def plan_to_toml(plan: RunPlan) -> str:
    """The complete plan as commented TOML."""
    tables: list[str] = []
    for name in _PARTS:
        part: Any = getattr(plan, name)
        lines = [f"[{name}]"]
        for field in fields(part):
            lines.append(f"# {field.metadata['name']}. {field.metadata['help']}")
            lines.append(f"{field.name} = {_toml_value(getattr(part, field.name))}")
        tables.append("\n".join(lines) + "\n")
    return "\n".join(tables)


def _toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON's escapes are TOML's; the one character that only TOML wants escaped is delete.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):  # in one line: a table of its own would take in the keys after it
        return "{" + ", ".join(f"{_toml_value(key)} = {_toml_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml_value, value)) + "]"
    return repr(value)


def _read_part(name: str, part: type[Any], values: Any, base: Path) -> Any:
    if not isinstance(values, Mapping):
        raise PlanError(name, f"{name} is a single value.", f"Write a part [{name}] with its keys below it.")
    assert is_dataclass(part)
    hints = get_type_hints(part)
    known = [field.name for field in fields(part)]
    arguments: dict[str, Any] = {}
    for key, value in values.items():
        full_key = f"{name}.{key}"
        if key not in known:
            raise PlanError(full_key, f"A plan has no key {full_key}.", nearest(key, known))
        converted = _convert(value, hints[key], full_key)
        arguments[key] = _absolute(converted, base, full_key) if full_key in PATH_KEYS else converted
    return part(**arguments)


def _convert(value: Any, hint: Any, key: str) -> Any:
    if hint == tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise PlanError(key, f"{key} must be a list of names.", 'For example ["all-linear"].')
        return tuple(items)
    if hint == tuple[float, ...]:
        return _numbers(value, key)
    if hint == Mapping[str, str]:
        return _names_by_name(value, key)
    if hint in (Mapping[str, int], Mapping[str, float]):
        return _numbers_by_name(value, int if hint == Mapping[str, int] else float, key)
    if hint is bool:
        if not isinstance(value, bool):
            raise PlanError(key, f"{key} is {value!r}, but must be true or false.", "Correct it, or leave it out.")
        return value
    expected = hint if hint in (int, float) else str
    if expected is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, expected) or isinstance(value, bool):
        words = {int: "a whole number", float: "a number", str: "text in quotes"}[expected]
        raise PlanError(key, f"{key} is {value!r}, but must be {words}.", "Correct it, or leave it out.")
    return value


def _numbers(value: Any, key: str) -> tuple[float, ...]:
    if not isinstance(value, list) or not all(type(item) in (int, float) for item in value):
        raise PlanError(key, f"{key} must be a list of numbers.", "For example [0.8, 0.2].")
    return tuple(float(item) for item in value)


def _names_by_name(value: Any, key: str) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise PlanError(key, f"{key} is {value!r}, but must be a table of names.", "Leave it out, or write it as such.")
    wrong = next((f"{key}.{name}" for name, item in value.items() if not isinstance(item, str) or not item), "")
    if wrong:
        raise PlanError(wrong, f"{wrong} must be the name of a column, in quotes.", "Correct it, or leave it out.")
    return dict(value)


def _numbers_by_name(value: Any, kind: type[int] | type[float], key: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        hint = "Leave it out, or write it as in { q_proj = 32 }."
        raise PlanError(key, f"{key} is {value!r}, but must be a table of numbers.", hint)
    return {name: _convert(item, kind, f"{key}.{name}") for name, item in value.items()}


def _absolute(value: str, base: Path, key: str) -> str:
    if not value:
        return value
    try:
        path = Path(value).expanduser()
        return str(path if path.is_absolute() else (base / path).resolve())
    except (RuntimeError, ValueError) as error:  # ~nobody, or a zero byte
        raise PlanError(key, f"{key} is {value!r}, which is no path here.", "Give a path on this computer.") from error
