"""Hand a fully fine-tuned model on: a folder that plain transformers loads, with a model card."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from transformers import AutoConfig

from engine.errors import EngineError
from engine.export.card import RunFacts, model_card
from engine.export.destination import ExportResult, facts_of_run, require_private, write_export
from engine.model.base_weights import SETTINGS_FILE
from engine.model.chat_template import read_json
from engine.storage.run_folder import RunFolder

_CONFIG_FILE = "config.json"
_CARD_FILE = "README.md"
_TELLING_FILES = (_CONFIG_FILE, "generation_config.json", _CARD_FILE, SETTINGS_FILE, "tokenizer_config.json")


def export_model(run_folder: Path, output: Path) -> ExportResult:
    """Write the model of a run that trained all weights into a new or empty folder, read it back and compare.

    Raises `EngineError` when the run has no such model, the folder is not empty or cannot be written, or what is read
    back differs. Then nothing of the export stays behind.
    """
    facts = facts_of_run(run_folder)
    run = RunFolder(run_folder)
    _require_model(run, facts)

    def write(target: Path) -> int:
        _write(run, facts, target)
        parameters = _verify(run, target)
        telling = (target / name for name in _TELLING_FILES if (target / name).is_file())
        require_private(telling, (run_folder, Path(facts.plan.model.path), Path.home()))
        return parameters

    return write_export(output, "model", write)


def _require_model(run: RunFolder, facts: RunFacts) -> None:
    if not facts.plan.training.is_full:
        raise EngineError(
            f"The run {run.path.name} trained an adapter, which is not a model by itself.", "Export its adapter."
        )
    if not any(run.model.glob("*.safetensors")):
        raise EngineError(
            f"The run {run.path.name} has no model yet, so there is nothing to export.",
            "Let it finish, or resume it and stop it: stopping saves the model.",
        )


def _write(run: RunFolder, facts: RunFacts, target: Path) -> None:
    for file in sorted(run.model.iterdir()):
        if file.is_file():
            shutil.copyfile(file, target / file.name)
    config = read_json(target / _CONFIG_FILE)
    config.pop("_name_or_path", None)
    (target / _CONFIG_FILE).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    (target / _CARD_FILE).write_text(model_card(facts), encoding="utf-8")


def _verify(run: RunFolder, written: Path) -> int:
    """Read the export back tensor by tensor; returns the number of parameters."""
    parameters = 0
    try:
        AutoConfig.from_pretrained(written, local_files_only=True, trust_remote_code=False)
        for original in sorted(run.model.glob("*.safetensors")):
            with safe_open(original, "pt") as ours, safe_open(written / original.name, "pt") as theirs:
                for name in ours.keys():  # noqa: SIM118  # it is no dictionary
                    tensor: torch.Tensor = ours.get_tensor(name)
                    _require_sound(run, tensor, theirs.get_tensor(name))
                    parameters += tensor.numel()
    except (SafetensorError, ValueError, KeyError, TypeError) as error:
        raise EngineError(
            f"The model of {run.path.name} cannot be read, so it was not exported.",
            "Resume the run from its last checkpoint, or train again.",
            repr(error),
        ) from error
    return parameters


def _require_sound(run: RunFolder, original: torch.Tensor, copy: torch.Tensor) -> None:
    if not bool(original.isfinite().all()):
        raise EngineError(
            f"The model of {run.path.name} holds numbers that are not finite: its training went astray.",
            "Train again with a lower learning rate.",
        )
    if not torch.equal(original, copy):
        raise EngineError(
            "What was written differs from the run's model, so the export was taken back.",
            "The disk may be failing: choose another one.",
        )
