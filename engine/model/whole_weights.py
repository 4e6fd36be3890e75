"""Full fine-tuning's models: all weights made trainable, and exchanged in memory.

There is only one copy of the weights in memory. Whoever is to speak, the original or the trained model, has its weights
read into that copy; the system keeps the files in its cache, so that this is a matter of moments.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import Any

import torch

from engine.errors import EngineError
from engine.model.voice import Voice
from engine.storage.run_folder import start_of

_NOWHERE = Path()  # nobody's weights: reading was asked for, or failed


def make_trainable(model: Any) -> None:
    """Let every weight be trained; gradients come in float32, since those of many micro-batches are added up."""
    for parameter in model.parameters():
        parameter.requires_grad_(True)
        parameter.grad_dtype = torch.float32


def is_whole_model(folder: Path) -> bool:
    """Whether a folder of trained weights is a model by itself and no adapter."""
    return (folder / "config.json").is_file() and not (folder / "adapter_config.json").is_file()


def reference_folder(trained: Path) -> dict[Voice, Path]:
    """The whole model that a run's model was trained from and is compared with, where that is not the original."""
    start = start_of(trained)
    return {"reference": start} if start is not None and is_whole_model(start) else {}


class WeightTurns:
    """Whose weights a model in memory has. `folders` says where each voice's lie; it begins as the "original".

    `by_adapter` is the voice that speaks with an adapter on the original's weights, where there is one. A model in
    training is the voice "trained" of no folder: while another one speaks, its weights are kept beside.
    """

    def __init__(
        self, folders: Mapping[Voice, Path], load: Callable[[Path], Any], by_adapter: Voice | None = None
    ) -> None:
        self.folders = dict(folders)
        self.by_adapter = by_adapter
        self._load = load
        self._voice: Voice = "original"
        self._now: Path | None = self.folders["original"]  # None: those in training
        self._kept: dict[str, torch.Tensor] = {}
        self._is_training = False

    @property
    def reference(self) -> Voice:
        """Whose weights training compares with."""
        return "reference" if "reference" in self.folders else "original"

    def begin_training(self) -> None:
        """From here on the weights in memory are nowhere else."""
        self._voice, self._now, self._is_training = "trained", None, True

    def forget(self) -> None:
        """Have the weights read from disk the next time that they are asked for; not while they are trained."""
        self._now = _NOWHERE

    def put(self, causal_model: Any, voice: Voice) -> None:
        """Give a voice's weights to the model, where it does not have them already.

        Raises `EngineError` when they cannot be read; the next call reads what it needs.
        """
        self._voice = voice
        wanted = None if voice == "trained" and self._is_training else self.folders[voice]
        if wanted == self._now:
            return
        mine = _parameters(causal_model)
        if wanted is None:
            _exchange(mine, self._kept)
            self._kept, self._now = {}, None
            return
        if self._now is None:
            self._kept = {name: parameter.data for name, parameter in mine.items()}
        self._now = _NOWHERE
        for parameter in mine.values():
            parameter.data = parameter.data.new_empty(0)
        fresh = _parameters(self._load(wanted))
        _exchange(mine, {name: parameter.data for name, parameter in fresh.items()})
        self._now = wanted

    @contextlib.contextmanager
    def for_a_while(self, causal_model: Any, voice: Voice) -> Generator[None]:
        """A voice's weights inside the block, and afterwards those that were there before."""
        before = self._voice
        self.put(causal_model, voice)
        try:
            yield
        finally:
            self.put(causal_model, before)


def _parameters(causal_model: Any) -> dict[str, torch.nn.Parameter]:
    """The model's own parameters by name, with or without an adapter's layers around them."""
    return {
        name.replace(".base_layer.", "."): parameter
        for name, parameter in causal_model.named_parameters()
        if ".lora_" not in name
    }


def _exchange(mine: Mapping[str, torch.nn.Parameter], theirs: Mapping[str, torch.Tensor]) -> None:
    if mine.keys() != theirs.keys():
        raise EngineError(
            "The fine-tuned model has other layers than the one it was made from.",
            "Choose a model that was trained from this one.",
        )
    for name, parameter in mine.items():
        parameter.data = theirs[name]
