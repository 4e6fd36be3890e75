"""One run in a list: what its folder says of it, however much of the folder there is."""

from __future__ import annotations

import json
import math
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, cast, get_args

from engine.storage.run_folder import RunFolder
from engine.storage.run_remarks import read_remarks

RunListState = Literal["running", "finished", "stopped", "failed", "interrupted", "damaged"]
CURVE_POINTS = 48
_STATES = ("running", "finished", "stopped", "failed")
_TIME_IN_NAME = re.compile(r"(\d{8}-\d{6})-(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RunSummary:
    """`created` is an ISO time, `seconds` training time, `total_steps` 0 while unknown.

    `state`: running, finished, stopped or failed as the manifest says; interrupted when it says running and nobody
    works on it; damaged when it cannot be read. `loss_value`, `margin` and `accuracy` are those of the kept weights on
    held-back pairs, or of the last update where nothing was held back (`is_held_back` tells), None where there is no
    number. `curve` is the margin over the run in a few points. `sweep` names the sweep that it belongs to, if any.
    """

    folder: str
    name: str
    title: str
    state: RunListState
    created: str
    model: str
    data: str
    device: str
    loss: str
    beta: float | None
    learning_rate: float | None
    epochs: int
    step: int
    total_steps: int
    training_pairs: int
    seconds: float
    error: str
    loss_value: float | None
    margin: float | None
    accuracy: float | None
    is_held_back: bool
    curve: tuple[float, ...]
    disk_bytes: int
    starred: bool
    tags: tuple[str, ...]
    note: str
    sweep: str = ""


def summarise(folder: Path, sweep: str = "") -> RunSummary:
    """Read a run's folder. Never raises: what is missing or damaged there is empty here."""
    run = RunFolder(folder)
    manifest, plan = _document(run.manifest_path), _document(run.plan_path)
    training = _table(plan, "training")
    metrics = _Metrics(run, _whole(manifest.get("step")))
    remarks = read_remarks(folder)
    losses: Any = training.get("loss_type")
    return RunSummary(
        folder=str(folder),
        name=folder.name,
        title=remarks.name or title_of(folder.name),
        state=_state(manifest),
        created=str(manifest.get("created") or "") or _time_of(folder),
        model=str(_table(plan, "model").get("path") or ""),
        data=str(_table(plan, "data").get("path") or ""),
        device=str(manifest.get("device") or ""),
        loss=" + ".join(map(str, losses)) if isinstance(losses, list) else str(losses or ""),
        beta=_real(training.get("beta")),
        learning_rate=_real(training.get("learning_rate")),
        epochs=_whole(training.get("epochs")),
        step=max(_whole(manifest.get("step")), _whole(manifest.get("last_step")), metrics.step),
        total_steps=_whole(manifest.get("total_steps")) or metrics.total_steps,
        training_pairs=_whole(manifest.get("training_pairs")),
        seconds=_real(manifest.get("seconds")) or metrics.seconds,
        error=str(_table(manifest, "error").get("message") or ""),
        loss_value=metrics.final("loss"),
        margin=metrics.final("rewards/margins"),
        accuracy=metrics.final("rewards/accuracies"),
        is_held_back=metrics.is_held_back,
        curve=thin_curve(metrics.margins),
        disk_bytes=disk_bytes(folder),
        starred=remarks.starred,
        tags=remarks.tags,
        note=remarks.note,
        sweep=sweep,
    )


def title_of(folder_name: str) -> str:
    """A run folder's name without the time in front."""
    match = _TIME_IN_NAME.fullmatch(folder_name)
    return match[2] if match else folder_name


def thin_curve(values: list[float], most: int = CURVE_POINTS) -> tuple[float, ...]:
    """A curve in at most so many points, each the mean of its stretch."""
    if len(values) <= most:
        return tuple(values)
    edges = [round(index * len(values) / most) for index in range(most + 1)]
    return tuple(sum(values[a:b]) / (b - a) for a, b in pairwise(edges))


def disk_bytes(folder: Path) -> int:
    """What the files below a folder take, links not followed."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(parent) / name).lstat().st_size
            except OSError:
                continue  # it went meanwhile
    return total


class _Metrics:
    """What a run's metrics come to in the end; `kept` is the step whose weights it ended with, 0 for the last."""

    def __init__(self, run: RunFolder, kept: int) -> None:
        self.margins: list[float] = []
        self.step = self.total_steps = 0
        self.seconds = 0.0
        last: dict[str, Any] = {}
        held_back: dict[str, Any] = {}
        for line in _lines(run):
            if "eval_loss" in line:
                if not held_back or not kept or _whole(line.get("step")) <= kept:
                    held_back = line
            elif "loss" in line:
                last = line
                margin = _real(line.get("rewards/margins"))
                if margin is not None:
                    self.margins.append(margin)
        if last:
            self.step, self.total_steps = _whole(last.get("step")), _whole(last.get("total_steps"))
            self.seconds = _real(last.get("seconds")) or 0.0
        self.is_held_back = bool(held_back)
        self._final = {key.removeprefix("eval_"): value for key, value in (held_back or last).items()}

    def final(self, name: str) -> float | None:
        return _real(self._final.get(name))


def _lines(run: RunFolder) -> Iterator[dict[str, Any]]:
    try:
        for line in run.read_metrics():
            if isinstance(cast("object", line), dict):
                yield line
    except (OSError, ValueError):
        return  # bytes that are no text: what came before them counts


def _state(manifest: dict[str, Any]) -> RunListState:
    state = manifest.get("state")
    return state if state in _STATES and state in get_args(RunListState) else "damaged"


def _time_of(folder: Path) -> str:
    """When a run began that does not say so: by its name, else by its folder."""
    match = _TIME_IN_NAME.fullmatch(folder.name)
    try:
        moment = datetime.strptime(match[1], "%Y%m%d-%H%M%S").astimezone() if match else None
    except ValueError:
        moment = None
    try:
        moment = moment or datetime.fromtimestamp(folder.stat().st_mtime).astimezone()
    except OSError:
        return ""
    return moment.isoformat(timespec="seconds")


def _document(path: Path) -> dict[str, Any]:
    """What a JSON or TOML file holds; a missing or damaged one holds nothing."""
    try:
        text = path.read_text(encoding="utf-8")
        document: Any = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def _table(document: dict[str, Any], key: str) -> dict[str, Any]:
    value = document.get(key)
    return value if isinstance(value, dict) else {}


def _real(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if is_number else None  # pyright: ignore[reportArgumentType]


def _whole(value: object) -> int:
    return int(_real(value) or 0)
