"""Who speaks: one copy of the weights answers as it was, with its adapter, or with a second adapter beside that one.

A voice may also be a whole fine-tuned model. Then the copy's weights are exchanged.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from engine.errors import EngineError

if TYPE_CHECKING:
    from engine.model.load import LoadedModel

Voice = Literal["original", "reference", "trained", "beside"]  # the reference is what training compares with

BESIDE_ADAPTER = "beside"


def voices_of(left: Path | None, right: Path | None) -> tuple[Path | None, Path | None, tuple[Voice, Voice]]:
    """What to load so that two can speak, each an adapter's folder or None for the model as it is.

    The adapter, the second adapter beside it, and which voices are the left and the right one.
    """
    if left is None or right is None or left == right:
        adapter = left or right
        return adapter, None, ("trained" if left else "original", "trained" if right else "original")
    return right, left, ("beside", "trained")


@contextlib.contextmanager
def speaking(loaded: LoadedModel, voice: Voice) -> Generator[None]:
    """The model with the adapter of a voice switched on, and afterwards again as it was but for exchanged weights."""
    from engine.model.adapter import TRAINED_ADAPTER

    if loaded.turns is not None:
        # They stay until another voice is asked for: a reply is made in many small steps.
        loaded.turns.put(loaded.causal_model, voice)
        is_without = loaded.has_adapter and voice != loaded.turns.by_adapter
        with loaded.model.disable_adapter() if is_without else contextlib.nullcontext():
            yield
    elif voice == "original":
        with loaded.without_adapter():
            yield
    elif voice == "reference":
        with loaded.reference():
            yield
    elif voice == "beside":
        loaded.model.set_adapter(BESIDE_ADAPTER, inference_mode=True)
        try:
            yield
        finally:
            loaded.model.set_adapter(TRAINED_ADAPTER)
    else:
        yield


def adapter_of(loaded: LoadedModel, voice: Voice) -> str | None:
    """Which of the model's adapters a voice is, by peft's name for it; None for the model as it is."""
    from engine.model.adapter import REFERENCE_ADAPTER, TRAINED_ADAPTER

    if not loaded.has_adapter or voice == "original":
        return None
    if voice == "reference":
        return REFERENCE_ADAPTER if REFERENCE_ADAPTER in loaded.model.peft_config else None
    return BESIDE_ADAPTER if voice == "beside" else TRAINED_ADAPTER


def attach_beside(loaded: LoadedModel, folder: Path) -> None:
    """Load a second adapter into a model that has one, in place of another second one.

    Raises `EngineError` when it does not fit; the model must not be used any more then.
    """
    from engine.model.adapter import TRAINED_ADAPTER, require_every_tensor_used

    model: Any = loaded.model
    detach_beside(loaded)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message=".*missing adapter keys.*")
            model.load_adapter(str(folder), adapter_name=BESIDE_ADAPTER)
            require_every_tensor_used(model, folder, BESIDE_ADAPTER)
    except Exception as error:  # peft raises many kinds when names, shapes or files do not match
        raise EngineError(
            f"The adapter {folder} does not fit {loaded.folder.name}.",
            "Choose an adapter of the same model.",
            repr(error),
        ) from error
    for name, parameter in model.named_parameters():
        if f".{BESIDE_ADAPTER}." in name:
            parameter.data = parameter.data.float()
            parameter.requires_grad = False
    model.set_adapter(TRAINED_ADAPTER)
    model.eval()
    loaded.beside = folder


def detach_beside(loaded: LoadedModel) -> None:
    """Let the second adapter go, if there is one."""
    if loaded.beside is not None:
        loaded.model.delete_adapter(BESIDE_ADAPTER)
        loaded.beside = None
