"""A model with what is trained of it, as training would hold it, of shapes alone: no weight is read or allocated."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensorMode
from transformers import AutoConfig, AutoModelForCausalLM

from engine.errors import EngineError
from engine.model.adapter import attach_fresh_adapter, set_training_mode
from engine.model.lean_lora import LeanProducts
from engine.model.load import LoadedModel
from engine.model.whole_weights import make_trainable
from engine.plan import RunPlan


class PackedLinear(torch.nn.Linear):
    """A linear layer that will be held in four bits: known by its class, as the packed one is, to be none of ours."""


@dataclass(frozen=True, slots=True)
class UnloadedModel:
    """`loaded` computes only inside `shapes`, and gives shapes."""

    loaded: LoadedModel
    shapes: FakeTensorMode


def unloaded_model(plan: RunPlan, dtype: str) -> UnloadedModel:
    """The plan's model in a number format, on the CPU whatever the device: shapes are the same everywhere.

    Raises `EngineError` when transformers cannot make the model from its configuration.
    """
    folder = Path(plan.model.path)
    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        with torch.device("meta"):
            model: Any = AutoModelForCausalLM.from_config(config, dtype=getattr(torch, dtype))
    except Exception as error:  # whatever a family's own code raises
        raise EngineError(
            f"How much memory {folder.name} needs cannot be foreseen.",
            "Training it may still work; it measures what it uses.",
            repr(error),
        ) from error
    model.requires_grad_(False)
    if plan.model.load_in_4bit:
        _mark_packed(model)
    shapes = FakeTensorMode(allow_non_fake_inputs=True)
    if plan.training.is_full:
        _on_processor(model, shapes)
        make_trainable(model)
        set_training_mode(model, training=True)
        return UnloadedModel(LoadedModel(folder, model, None, "cpu", dtype), shapes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # peft warns of tensors without numbers
        wrapped = attach_fresh_adapter(model, plan.adapter, plan.training.seed)
    _on_processor(wrapped, shapes)
    set_training_mode(wrapped, training=True)
    return UnloadedModel(LoadedModel(folder, wrapped, None, "cpu", dtype, lean=LeanProducts(wrapped)), shapes)


def _mark_packed(model: Any) -> None:
    """transformers packs every linear layer but the output layer."""
    head = model.get_output_embeddings()
    for module in model.modules():
        if type(module) is torch.nn.Linear and module is not head:
            module.__class__ = PackedLinear


def _on_processor(model: torch.nn.Module, shapes: FakeTensorMode) -> None:
    """Every tensor anew, on the CPU by name; tied ones stay tied."""
    made: dict[int, tuple[torch.Tensor, torch.Tensor]] = {}
    for module in model.modules():
        for store in (module._parameters, module._buffers):  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            for name, tensor in store.items():
                if tensor is None:
                    continue
                if id(tensor) not in made:
                    # Kept together with the old one, whose id must not be given to another meanwhile.
                    made[id(tensor)] = (tensor, _like(tensor, shapes))
                store[name] = made[id(tensor)][1]  # pyright: ignore[reportArgumentType]


def _like(tensor: torch.Tensor, shapes: FakeTensorMode) -> torch.Tensor:
    with shapes:
        empty = torch.empty(tensor.shape, dtype=tensor.dtype, device="cpu")
    is_parameter = isinstance(tensor, torch.nn.Parameter)
    return torch.nn.Parameter(empty, requires_grad=tensor.requires_grad) if is_parameter else empty
