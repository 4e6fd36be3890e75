"""A checkpoint's weights as an adapter in peft's format, or as a model, so that it can answer as at that step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from engine.errors import EngineError
from engine.storage.run_folder import RunFolder

_TRAINABLE = "trainable.safetensors"
_ADAPTER_WEIGHTS, _MODEL_WEIGHTS = "adapter_model.safetensors", "model.safetensors"
# Files of the run's own result that hold for every step of it.
_ADAPTER_SETTINGS = ("adapter_config.json", "dpo_studio.json")
_MODEL_SETTINGS = ("config.json", "dpo_studio.json")


def voice_of_checkpoint(checkpoint: Path) -> Path | None:
    """Where the adapter or the model of a run's `checkpoints/step-000040` is, or will be after `write_if_missing`.

    None where the checkpoint holds no weights, or its run has no result yet whose settings fit them.
    """
    if not (checkpoint / _TRAINABLE).is_file():
        return None
    run = RunFolder(checkpoint.parents[1])
    for result, settings in ((run.adapter, _ADAPTER_SETTINGS[0]), (run.model, _MODEL_SETTINGS[0])):
        if (result / settings).is_file():
            return checkpoint / result.name
    return None


def write_if_missing(voice: Path) -> None:
    """Make a checkpoint's adapter or model from its weights; any other, or one that is there, is left alone.

    Raises `EngineError` when it cannot be written.
    """
    checkpoint = voice.parent
    if voice.exists() or not (checkpoint / _TRAINABLE).is_file():
        return
    from safetensors import SafetensorError

    is_model = voice.name == RunFolder(checkpoint).model.name
    result = checkpoint.parents[1] / voice.name
    temporary = checkpoint / f".{voice.name}.part"
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir()
        if is_model:
            _link(checkpoint / _TRAINABLE, temporary / _MODEL_WEIGHTS)
        else:
            _write_adapter(checkpoint / _TRAINABLE, temporary / _ADAPTER_WEIGHTS)
        for name in _MODEL_SETTINGS if is_model else _ADAPTER_SETTINGS:
            if (result / name).is_file():
                shutil.copyfile(result / name, temporary / name)
        temporary.rename(voice)
    except (OSError, SafetensorError) as error:
        raise EngineError(
            f"The {voice.name} of {checkpoint.name} could not be written to {checkpoint}.",
            "Free some space on this disk, or choose another checkpoint.",
            str(error),
        ) from error


def _link(weights: Path, target: Path) -> None:
    """The same file under the name that transformers reads: a whole model is too large to be there twice."""
    try:
        os.link(weights, target)
    except OSError:  # a disk that knows no links
        shutil.copyfile(weights, target)


def _write_adapter(weights: Path, target: Path) -> None:
    from safetensors.torch import load_file, save_file

    tensors = {_peft_name(name): tensor for name, tensor in load_file(weights).items()}
    save_file(tensors, target, {"format": "pt"})


def _peft_name(parameter: str) -> str:
    """A parameter's name as peft stores it: without the adapter's own, and DoRA's sizes without `.weight`."""
    from engine.model.adapter import TRAINED_ADAPTER

    name = parameter.replace(f".{TRAINED_ADAPTER}.", ".")
    return name.removesuffix(".weight") if ".lora_magnitude_vector." in parameter else name
