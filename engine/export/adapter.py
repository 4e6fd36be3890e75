"""Hand a run's adapter on: a folder that plain peft loads, with its tokenizer and a model card."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch
from peft import PeftConfig
from safetensors import SafetensorError
from safetensors.torch import load_file

from engine.errors import EngineError
from engine.export.card import RunFacts, model_card
from engine.export.destination import ExportResult, facts_of_run, require_private, write_export
from engine.export.tokenizer_files import copy_tokenizer
from engine.model.adapter import WEIGHTS_FILE
from engine.model.base_weights import SETTINGS_FILE
from engine.model.chat_template import read_json
from engine.storage.run_folder import RunFolder

_CONFIG_FILE = "adapter_config.json"
_CARD_FILE = "README.md"
# The others are the model's vocabulary, where a folder's name may be an ordinary token.
_TELLING_FILES = (_CONFIG_FILE, _CARD_FILE, SETTINGS_FILE, "tokenizer_config.json")


def export_adapter(run_folder: Path, output: Path) -> ExportResult:
    """Write the run's adapter into a new or empty folder, read it back and compare.

    Raises `EngineError` when the run has no adapter, the folder is not empty or cannot be written, or what is read
    back differs. Then nothing of the export stays behind.
    """
    facts = facts_of_run(run_folder)
    run = RunFolder(run_folder)
    _require_adapter(run, facts)
    model = Path(facts.plan.model.path)
    if not model.is_dir():
        raise EngineError(
            f"The base model {facts.base} is no longer where the run found it, so its tokenizer cannot go along.",
            f"Put it back at {model} and export again.",
        )

    def write(target: Path) -> int:
        _write(run, facts, target)
        return _verify(run, target, private=(run_folder, model, Path.home()))

    return write_export(output, "adapter", write)


def _require_adapter(run: RunFolder, facts: RunFacts) -> None:
    if facts.plan.training.is_full:
        raise EngineError(
            f"The run {run.path.name} trained the whole model, so it has no adapter.", "Export its model instead."
        )
    if not (run.adapter / WEIGHTS_FILE).is_file():
        raise EngineError(
            f"The run {run.path.name} has no adapter yet, so there is nothing to export.",
            "Let it finish, or resume it and stop it: stopping saves the adapter.",
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
    require_private((written / name for name in _TELLING_FILES), private)
    return sum(tensor.numel() for tensor in copy.values())
