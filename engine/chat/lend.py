"""Borrow a model that may be in the middle of training, and give it back as it was."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence

import torch

from engine.model.load import LoadedModel
from engine.model.row_adapters import RowAdapters
from engine.model.voice import Voice, adapter_of, speaking


@contextlib.contextmanager
def borrowed(loaded: LoadedModel, voice: Voice) -> Generator[None]:
    """The model ready for chat (no dropout, no gradients), as one of its voices.

    Afterwards, even after an error, every module's training mode and every parameter's `requires_grad` is what it
    was; peft turns gradients on when it switches an adapter back on, whether they were on before or not.
    """
    gradients = [(parameter, parameter.requires_grad) for parameter in loaded.model.parameters()]
    try:
        with Loan(loaded).computing(), speaking(loaded, voice):
            yield
    finally:
        for parameter, wanted in gradients:
            parameter.requires_grad = wanted


class Loan:
    """A model that is borrowed again and again for moments, in which its rows may speak in different voices.

    What has to be switched is found once, since a moment may be as short as a token.
    """

    def __init__(self, loaded: LoadedModel) -> None:
        self._loaded = loaded
        self._in_training = [module for module in loaded.model.modules() if module.training]
        self._adapters = RowAdapters(loaded.model)
        self._found: dict[frozenset[Voice], bool] = {}

    def can_speak_at_once(self, voices: Sequence[Voice]) -> bool:
        """Whether these voices can be rows of one batch; else they take turns."""
        wanted = frozenset(voices)
        if self._loaded.turns is not None:
            return False
        if wanted not in self._found:
            self._found[wanted] = self._adapters.can_serve([adapter_of(self._loaded, voice) for voice in wanted])
        return self._found[wanted]

    @contextlib.contextmanager
    def speaking(self, voices: Sequence[Voice], *, one_by_one: bool = False) -> Generator[None]:
        """For a moment: row i of a batch speaks with voice i; with `one_by_one` exactly as it would alone."""
        if self.can_speak_at_once(voices):
            names = [adapter_of(self._loaded, voice) for voice in voices]
            with self.computing(), self._adapters.in_rows(names, one_by_one=one_by_one):
                yield
        else:
            (voice,) = set(voices)
            with borrowed(self._loaded, voice):
                yield

    @contextlib.contextmanager
    def computing(self) -> Generator[None]:
        """For a moment: no dropout and no gradients."""
        for module in self._in_training:
            module.training = False
        try:
            # Not inference_mode: a buffer that a model renews while it runs could not be used in training again.
            with torch.no_grad():
                yield
        finally:
            for module in self._in_training:
                module.training = True
