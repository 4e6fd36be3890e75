"""Hand a run's adapter on: a folder that plain peft loads, with its tokenizer and a model card."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from peft import PeftConfig
from safetensors import SafetensorError
from safetensors.torch import load_file

from engine.errors import EngineError
from engine.export.card import RunFacts, model_card, read_run_facts
from engine.export.tokenizer_files import copy_tokenizer
from engine.model.adapter import WEIGHTS_FILE
from engine.model.base_weights import SETTINGS_FILE
from engine.model.chat_template import read_json
from engine.storage.run_folder import RunFolder

_CONFIG_FILE = "adapter_config.json"
_CARD_FILE = "README.md"
# The others are the model's vocabulary, where a folder's name may be an ordinary token.
_TELLING_FILES = (_CONFIG_FILE, _CARD_FILE, SETTINGS_FILE, "tokenizer_config.json")


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written: each file with its size in bytes, and how many numbers the adapter has, read back from disk."""

    folder: Path
    files: tuple[tuple[str, int], ...]
    parameters: int


def export_adapter(run_folder: Path, output: Path) -> ExportResult:
    """Write the run's adapter into a new or empty folder, read it back and compare.

    Raises `EngineError` when the run has no adapter, the folder is not empty or cannot be written, or what is read
    back differs. Then nothing of the export stays behind.
    """
    run = RunFolder(run_folder)
    _require_adapter(run)
    facts = read_run_facts(run)
    model = Path(facts.plan.model.path)
    if not model.is_dir():
        raise EngineError(
            f"The base model {facts.base} is no longer where the run found it, so its tokenizer cannot go along.",
            f"Put it back at {model} and export again.",
        )
    is_new = False
    try:
        _require_empty(output)
        is_new = not output.exists()
        output.mkdir(parents=True, exist_ok=True)
        # Inside the folder itself: its parent may not be writable, as with the root of a stick.
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=output) as name:
            _write(run, facts, Path(name))
            parameters = _verify(run, Path(name), private=(run_folder, model, Path.home()))
            for file in sorted(Path(name).iterdir()):
                file.replace(output / file.name)
    except OSError as error:
        _remove_if(output, is_new)
        raise EngineError(
            f"The adapter could not be written to {output}: the folder is read-only, or the disk is full.",
            "Choose another folder, or make room there.",
            str(error),
        ) from error
    except BaseException:
        _remove_if(output, is_new)
        raise
    files = tuple((file.name, file.stat().st_size) for file in sorted(output.iterdir()))
    return ExportResult(output, files, parameters)


def _require_adapter(run: RunFolder) -> None:
    if not run.path.is_dir():
        raise EngineError(f"There is no run at {run.path}.", "Choose the folder of a run; it holds plan.toml.")
    if not run.plan_path.is_file():
        raise EngineError(
            f"{run.path} is no run: there is no plan.toml in it.", "Choose the folder of a run that was trained here."
        )
    if not (run.adapter / WEIGHTS_FILE).is_file():
        raise EngineError(
            f"The run {run.path.name} has no adapter yet, so there is nothing to export.",
            "Let it finish, or resume it and stop it: stopping saves the adapter.",
        )


def _require_empty(output: Path) -> None:
    if output.is_file():
        raise EngineError(f"{output} is a file, but an adapter is a folder.", "Choose a new folder.")
    if output.is_dir() and any(output.iterdir()):
        raise EngineError(
            f"The folder {output} is not empty, and nothing in it is overwritten.", "Choose a new folder."
        )


def _write(run: RunFolder, facts: RunFacts, target: Path) -> None:
    shutil.copyfile(run.adapter / WEIGHTS_FILE, target / WEIGHTS_FILE)
    settings: dict[str, Any] = read_json(run.adapter / SETTINGS_FILE) or {"beta": facts.plan.training.beta}
    config = read_json(run.adapter / _CONFIG_FILE) | {"base_model_name_or_path": facts.base}
    copy_tokenizer(Path(facts.plan.model.path), target, facts.plan.model.chat_template)
    for name, document in ((SETTINGS_FILE, settings), (_CONFIG_FILE, config)):
        (target / name).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    (target / _CARD_FILE).write_text(model_card(facts), encoding="utf-8")


def _verify(run: RunFolder, written: Path, private: tuple[Path, ...]) -> int:
    """Read the export back as peft will; returns the number of parameters."""
    try:
        original, copy = load_file(run.adapter / WEIGHTS_FILE), load_file(written / WEIGHTS_FILE)
        PeftConfig.from_pretrained(str(written))
    except (SafetensorError, ValueError, KeyError, TypeError) as error:
        raise EngineError(
            f"The adapter of {run.path.name} cannot be read, so it was not exported.",
            "Resume the run from its last checkpoint, or train again.",
            repr(error),
        ) from error
    if not all(bool(tensor.isfinite().all()) for tensor in original.values()):
        raise EngineError(
            f"The adapter of {run.path.name} holds numbers that are not finite: its training went astray.",
            "Train again with a lower learning rate.",
        )
    if original.keys() != copy.keys() or not all(torch.equal(original[name], copy[name]) for name in original):
        raise EngineError(
            "What was written differs from the run's adapter, so the export was taken back.",
            "The disk may be failing: choose another one.",
        )
    _require_private(written, private)
    return sum(tensor.numel() for tensor in copy.values())


def _require_private(written: Path, private: tuple[Path, ...]) -> None:
    """Nothing that is handed on may tell where things lie on this machine."""
    places = {str(path.absolute()) for path in private} - {"/"}
    # Inside JSON a backslash is written twice.
    forms = {form for place in places for form in (place, place.replace("\\", "\\\\"))}
    for file in (written / name for name in _TELLING_FILES):
        text = file.read_text(encoding="utf-8")
        if any(form in text for form in forms):
            raise EngineError(
                f"{file.name} would tell where folders lie on this computer, so the export was taken back.",
                f"Remove the path from the model's {file.name}, then export again.",
            )


def _remove_if(folder: Path, is_new: bool) -> None:
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
