"""The folder of one run: what is in it, where new ones go, and the lines that a run appends."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.storage.atomic import write_text
from engine.storage.lock import LOCK_FILE
from engine.storage.pair_margins import MarginFiles


@dataclass(frozen=True, slots=True)
class RunFolder:
    """Paths inside a run's folder."""

    path: Path

    @property
    def plan_path(self) -> Path:
        """The complete plan."""
        return self.path / "plan.toml"

    @property
    def metrics_path(self) -> Path:
        """One JSON object a line: updates and evaluations under TRL's names."""
        return self.path / "metrics.jsonl"

    @property
    def samples_path(self) -> Path:
        """One JSON object a line: what the model made of the fixed prompts."""
        return self.path / "samples.jsonl"

    @property
    def amendments_path(self) -> Path:
        """One JSON object a line: what was changed about the run while it ran."""
        return self.path / "amendments.jsonl"

    @property
    def margins(self) -> MarginFiles:
        """What each pair was worth whenever it was looked at."""
        return MarginFiles(self.path / "margins")

    @property
    def adapter(self) -> Path:
        """The trained adapter in peft's format."""
        return self.path / "adapter"

    @property
    def model(self) -> Path:
        """The whole trained model, after full fine-tuning."""
        return self.path / "model"

    @property
    def result(self) -> Path | None:
        """What training made, the adapter or the whole model; None while neither is there."""
        there = (folder for folder in (self.adapter, self.model) if any(folder.glob("*.safetensors")))
        return next(there, None)

    @property
    def initial_adapter(self) -> Path:
        """A copy of the adapter that training started from, when it did not start fresh."""
        return self.path / "initial_adapter"

    @property
    def warmed_up(self) -> Path:
        """The adapter or model that the warm-up stage made, which preference learning starts from."""
        return self.path / "warmed_up"

    @property
    def warm_up_path(self) -> Path:
        """One JSON object a line: the warm-up stage's updates."""
        return self.path / "warm_up.jsonl"

    @property
    def warm_up_checkpoints(self) -> Path:
        """One folder a checkpoint of the warm-up stage; gone when that is over."""
        return self.path / "warm_up"

    @property
    def start(self) -> Path | None:
        """The trained weights that preference learning starts from and compares with; None for the model as it is."""
        return next((folder for folder in (self.warmed_up, self.initial_adapter) if folder.is_dir()), None)

    @property
    def edits_path(self) -> Path:
        """A copy of the edits that were in force when the run began, when there were any."""
        return self.path / "edits.jsonl"

    @property
    def checkpoints(self) -> Path:
        """One folder a checkpoint."""
        return self.path / "checkpoints"

    @property
    def manifest_path(self) -> Path:
        """Versions, device, hashes and state."""
        return self.path / "manifest.json"

    @property
    def log_path(self) -> Path:
        """What happened, in sentences."""
        return self.path / "log.txt"

    def create(self) -> None:
        """Make the folder; raises `EngineError` when it holds something already or cannot be written."""
        try:
            if self.path.exists() and any(self._contents()):
                raise EngineError(
                    f"The folder {self.path} is not empty, and a run never overwrites anything.",
                    "Choose a new folder, or resume the run that is in it.",
                )
            self.checkpoints.mkdir(parents=True, exist_ok=True)
            self.log_path.touch()
        except OSError as error:
            raise EngineError(
                f"The folder {self.path} cannot be written, so the run has no place to be saved.",
                "Choose another folder, or change its permissions.",
                str(error),
            ) from error

    def clear(self) -> None:
        """Take everything out again where no run began after all, so that the folder can be given to another."""
        for path in self._contents():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)

    def log(self, sentence: str) -> None:
        """Append a sentence with the time to the log."""
        with self.log_path.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')} {sentence}\n")

    def append_metrics(self, document: dict[str, Any]) -> None:
        """Append one line of metrics."""
        _append(self.metrics_path, document)

    def read_metrics(self) -> Iterator[dict[str, Any]]:
        """The metrics so far; a line that a crash cut off is left out."""
        return _lines(self.metrics_path)

    def append_warm_up(self, document: dict[str, Any]) -> None:
        """Append one line about an update of the warm-up stage."""
        _append(self.warm_up_path, document)

    def read_warm_up(self) -> Iterator[dict[str, Any]]:
        """The warm-up stage's updates so far; a line that a crash cut off is left out."""
        return _lines(self.warm_up_path)

    def forget_warm_up_after(self, step: int) -> None:
        """Drop the lines past a checkpoint of the warm-up stage, before it goes on from there."""
        _keep_up_to(self.warm_up_path, step)

    def append_samples(self, document: dict[str, Any]) -> None:
        """Append one line of samples."""
        _append(self.samples_path, document)

    def read_samples(self) -> Iterator[dict[str, Any]]:
        """The samples so far; a line that a crash cut off is left out."""
        return _lines(self.samples_path)

    def forget_metrics_after(self, step: int) -> None:
        """Drop metrics, samples and pairs' margins past a checkpoint, before training goes on from it."""
        self.margins.forget_after(step)
        for path in (self.metrics_path, self.samples_path):
            _keep_up_to(path, step)

    def _contents(self) -> Iterator[Path]:
        # Whoever writes into the folder holds it by this file, which may stay behind.
        return (path for path in self.path.iterdir() if path.name != LOCK_FILE)


def _keep_up_to(path: Path, step: int) -> None:
    if not path.exists():
        return
    kept = [json.dumps(line) + "\n" for line in _lines(path) if line.get("step", 0) <= step]
    write_text(path, "".join(kept))


def _append(path: Path, document: dict[str, Any]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(document) + "\n")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            try:
                yield json.loads(line)
            except ValueError:
                continue


def start_of(trained: Path) -> Path | None:
    """The weights that a run's result, or one of its checkpoints, was trained from and is compared with.

    None for the model as it is, and for what lies in no run's folder.
    """
    is_checkpoint = trained.parent.parent.name == "checkpoints"
    run = RunFolder(trained.parents[2] if is_checkpoint else trained.parent)
    return run.start if is_checkpoint or trained in (run.adapter, run.model) else None


def new_run_folder(parent: Path, name: str) -> Path:
    """A free `runs/TIME-NAME` below a home or project folder; nothing is created."""
    words = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "run"
    stem = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{words[:60]}"
    candidate = parent / "runs" / stem
    count = 2
    while candidate.exists():
        candidate = parent / "runs" / f"{stem}-{count}"
        count += 1
    return candidate
