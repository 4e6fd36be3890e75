"""A checkpoint's weights as an adapter in peft's format, so that the model can answer as it was at that step."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import EngineError

_WEIGHTS = "adapter_model.safetensors"
_TRAINABLE = "trainable.safetensors"
_SETTINGS = ("adapter_config.json", "dpo_studio.json")  # of the run's own adapter: they hold for every step of it


def adapter_of_checkpoint(checkpoint: Path) -> Path:
    """Where the adapter of a run's `checkpoints/step-000040` is, or will be once `write_if_missing` was called."""
    return checkpoint / "adapter"


def may_speak(checkpoint: Path) -> bool:
    """Whether a checkpoint holds weights, and its run an adapter whose settings fit them."""
    has_settings = (checkpoint.parents[1] / "adapter" / _SETTINGS[0]).is_file()
    return has_settings and (checkpoint / _TRAINABLE).is_file()


def write_if_missing(adapter: Path) -> None:
    """Make a checkpoint's adapter from its weights; any other adapter, or one that is there, is left alone.

    Raises `EngineError` when it cannot be written.
    """
    checkpoint = adapter.parent
    if adapter.exists() or not (checkpoint / _TRAINABLE).is_file():
        return
    from safetensors import SafetensorError
    from safetensors.torch import load_file, save_file

    temporary = checkpoint / ".adapter.part"
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir()
        weights = {_peft_name(name): tensor for name, tensor in load_file(checkpoint / _TRAINABLE).items()}
        save_file(weights, temporary / _WEIGHTS, {"format": "pt"})
        for name in _SETTINGS:
            source = checkpoint.parents[1] / "adapter" / name
            if source.is_file():
                shutil.copyfile(source, temporary / name)
        temporary.rename(adapter)
    except (OSError, SafetensorError) as error:
        raise EngineError(
            f"The adapter of {checkpoint.name} could not be written to {checkpoint}.",
            "Free some space on this disk, or choose another checkpoint.",
            str(error),
        ) from error


def _peft_name(parameter: str) -> str:
    """A parameter's name as peft stores it: without the adapter's own, and DoRA's sizes without `.weight`."""
    from engine.model.adapter import TRAINED_ADAPTER

    name = parameter.replace(f".{TRAINED_ADAPTER}.", ".")
    return name.removesuffix(".weight") if ".lora_magnitude_vector." in parameter else name
