"""The sweep that a project has begun, so that it can be gone on with after the window was closed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.plan_file import read_plan
from engine.storage.atomic import write_json
from engine.sweep.grid import SweepPoint, sweep_points


@dataclass(frozen=True, slots=True)
class BegunSweep:
    """Where its runs lie, and which values are tried; the plan is in the folder."""

    folder: str
    betas: tuple[float, ...]
    rates: tuple[float, ...]

    def points(self) -> tuple[SweepPoint, ...]:
        """Its runs. Raises `EngineError` when the folder's plan cannot be read."""
        return sweep_points(read_plan(Path(self.folder, "plan.toml")), self.betas, self.rates)


def write_begun(sweep: BegunSweep, path: Path) -> None:
    """Remember a sweep. Raises `EngineError` when the file cannot be written."""
    try:
        write_json(path, asdict(sweep))
    except OSError as error:
        raise EngineError(
            f"{path} cannot be written.", "Free some space on the disk, or change its permissions.", str(error)
        ) from error


def read_begun(path: Path) -> BegunSweep | None:
    """The sweep that was begun last; None where there is none that can be read."""
    try:
        document: Any = json.loads(path.read_text(encoding="utf-8"))
        return BegunSweep(str(document["folder"]), _numbers(document["betas"]), _numbers(document["rates"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _numbers(values: Sequence[Any]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
