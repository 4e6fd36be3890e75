"""Borrow a model that may be in the middle of training, and give it back as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Generator

import torch

from engine.model.load import LoadedModel
from engine.model.voice import Voice, speaking


@contextlib.contextmanager
def borrowed(loaded: LoadedModel, voice: Voice) -> Generator[None]:
    """The model ready for chat (no dropout, no gradients), as one of its voices.

    Afterwards, even after an error, every module's training mode and every parameter's `requires_grad` is what it
    was; peft turns gradients on when it switches an adapter back on, whether they were on before or not.
    """
    in_training = [module for module in loaded.model.modules() if module.training]
    gradients = [(parameter, parameter.requires_grad) for parameter in loaded.model.parameters()]
    for module in in_training:
        module.training = False
    try:
        # Not inference_mode: a buffer that a model renews while it runs could not be used in training again.
        with torch.no_grad(), speaking(loaded, voice):
            yield
    finally:
        for module in in_training:
            module.training = True
        for parameter, wanted in gradients:
            parameter.requires_grad = wanted
