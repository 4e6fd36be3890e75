"""LoRA adapters on a model: fresh ones, ones from disk, and writing them (Hu et al. 2021, arXiv 2106.09685)."""

from __future__ import annotations

import json
import re
import shutil
import warnings
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import torch
from peft import (
    LoraConfig,
    PeftModel,
    get_peft_model,
    get_peft_model_state_dict,
    load_peft_weights,
    set_peft_model_state_dict,
)
from peft.tuners.lora.layer import LoraLayer

from engine.errors import EngineError, PlanError
from engine.model.base_weights import SETTINGS_FILE, BaseWeights
from engine.model.chat_template import read_json
from engine.model.device import seeded
from engine.plan import AdapterPlan
from engine.storage.atomic import flush_files, replace_folder

TRAINED_ADAPTER = "default"
REFERENCE_ADAPTER = "reference"
WEIGHTS_FILE = "adapter_model.safetensors"


def attach_fresh_adapter(model: Any, plan: AdapterPlan, seed: int) -> PeftModel:
    """Wrap a model in a LoRA adapter with float32 weights; B is zero, so nothing changes yet.

    Raises `EngineError` when the named layers are not in the model, `PlanError` when a pattern names none of them.
    """
    target: str | list[str] = "all-linear" if plan.target_modules == ("all-linear",) else list(plan.target_modules)
    config = LoraConfig(
        r=plan.r,
        lora_alpha=plan.alpha,  # pyright: ignore[reportArgumentType]  # peft takes any number
        lora_dropout=plan.dropout,
        target_modules=target,
        use_rslora=plan.rslora,
        use_dora=plan.dora,
        rank_pattern=dict(plan.rank_pattern),
        alpha_pattern=dict(plan.alpha_pattern),
        bias="none",
        task_type="CAUSAL_LM",
    )
    try:
        with seeded(seed, str(model.device)), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".*did not match any targeted module.*")  # refused below
            wrapped = get_peft_model(model, config, adapter_name=TRAINED_ADAPTER, autocast_adapter_dtype=True)
    except ValueError as error:
        raise EngineError(
            f"The layers {', '.join(plan.target_modules)} are not all in this model.",
            'Use target_modules = ["all-linear"], or names of linear layers of this model.',
            repr(error),
        ) from error
    _require_every_pattern_used(wrapped, plan)
    _refuse_trainable_head(wrapped)
    _ready(wrapped)
    _measure_magnitudes(wrapped)
    return wrapped


def attach_adapter(model: Any, folder: Path, *, trainable: bool = False, reference: Path | None = None) -> PeftModel:
    """Wrap a model in the adapter of a folder; when `trainable`, a second copy stays as the reference.

    `reference` is the adapter that a trained one went on from, which is then what it is compared with.

    Raises `EngineError` when the folder holds no adapter or one for another model.
    """
    if not (folder / "adapter_config.json").is_file():
        raise EngineError(
            f"{folder} holds no adapter: adapter_config.json is missing.",
            "Choose the adapter folder of a run, or a folder that peft wrote.",
        )
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message=".*missing adapter keys.*")
            wrapped = PeftModel.from_pretrained(
                model, str(folder), adapter_name=TRAINED_ADAPTER, is_trainable=trainable
            )
            require_every_tensor_used(wrapped, folder, TRAINED_ADAPTER)
            reference = folder if trainable else reference
            if reference is not None:
                wrapped.load_adapter(str(reference), adapter_name=REFERENCE_ADAPTER)
                wrapped.set_adapter(TRAINED_ADAPTER, inference_mode=not trainable)
    except Exception as error:  # peft raises many kinds when names, shapes or files do not match
        raise EngineError(
            f"The adapter {folder.name} does not fit this model.{_made_for(folder)}",
            "Choose the model that it was made for.",
            repr(error),
        ) from error
    if trainable:
        _refuse_trainable_head(wrapped)
    return _ready(wrapped)


def save_adapter(
    model: Any, folder: Path, beta: float, base: BaseWeights | None = None, chat_template: str = ""
) -> None:
    """Write the trained adapter in peft's format, with the beta that its rewards are scaled by beside it.

    `base` says which weights it belongs to, so that others are refused, and `chat_template` which of `CHAT_TEMPLATES`
    it was trained with, where the model brings none. An adapter that is there already is replaced
    once the new one is whole.
    """
    temporary = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(temporary, ignore_errors=True)
    model.save_pretrained(str(temporary), selected_adapters=[TRAINED_ADAPTER], save_embedding_layers=False)
    settings: dict[str, Any] = {"beta": beta, **(asdict(base) if base is not None else {})}
    if chat_template:
        settings["chat_template"] = chat_template
    (temporary / SETTINGS_FILE).write_text(json.dumps(settings) + "\n", encoding="utf-8")
    flush_files(temporary)
    replace_folder(temporary, folder)


def adapter_tensors(model: Any) -> dict[str, torch.Tensor]:
    """The trained adapter's tensors under peft's file names, on the CPU."""
    state = get_peft_model_state_dict(model, adapter_name=TRAINED_ADAPTER, save_embedding_layers=False)
    return {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}


def trainable_parameters(model: Any) -> dict[str, torch.nn.Parameter]:
    """The parameters that training moves, by name, in a fixed order."""
    return {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}


def set_training_mode(model: Any, *, training: bool) -> None:
    """Switch the adapter's dropout on or off; the model's own dropout stays off, as in the reference."""
    model.eval()
    if training:
        for name, module in model.named_modules():
            if ".lora_dropout." in name:
                module.train()


def stored_beta(adapter: Path, default: float = 0.1) -> float:
    """The beta that a run stored beside its adapter, or `default` for adapters from elsewhere."""
    try:
        return float(json.loads((adapter / SETTINGS_FILE).read_text(encoding="utf-8"))["beta"])
    except (OSError, ValueError, KeyError, TypeError):
        return default


def stored_template(adapter: Path | None) -> str:
    """The chosen chat template that an adapter was trained with; empty for the model's own."""
    return str(read_json(adapter / SETTINGS_FILE).get("chat_template", "")) if adapter is not None else ""


def require_every_tensor_used(wrapped: Any, folder: Path, name: str) -> None:
    """Raise ValueError when the adapter just loaded under `name` has tensors for layers that the model lacks.

    peft says nothing of them.
    """
    tensors = load_peft_weights(str(folder), device="cpu")
    result = set_peft_model_state_dict(wrapped, tensors, adapter_name=name)
    if result.unexpected_keys:
        raise ValueError(f"no place for {', '.join(sorted(result.unexpected_keys)[:20])}")


def _adapted_layers(model: Any) -> dict[str, Any]:
    return {name: module for name, module in model.named_modules() if isinstance(module, LoraLayer)}


def _require_every_pattern_used(wrapped: PeftModel, plan: AdapterPlan) -> None:
    """peft goes on without what matches nothing; the names are compared as it does."""
    layers = _adapted_layers(wrapped)
    for key, patterns in (("adapter.rank_pattern", plan.rank_pattern), ("adapter.alpha_pattern", plan.alpha_pattern)):
        for pattern in patterns:
            if not any(re.match(rf"(.*\.)?({pattern})$", name) for name in layers):
                ends = sorted({name.rsplit(".", 1)[-1] for name in layers})
                raise PlanError(
                    f"{key}.{pattern}",
                    f"{key} names {pattern}, but no layer that is adapted is called so.",
                    f"Adapted are {', '.join(ends)}.",
                )


def _measure_magnitudes(wrapped: PeftModel) -> None:
    """DoRA's sizes in the float32 that its forward measures in, so that a fresh adapter changes no bit."""
    for layer in _adapted_layers(wrapped).values():
        for magnitude in getattr(layer, "lora_magnitude_vector", {}).values():
            weight = layer.get_base_layer().weight.detach().float()
            magnitude.weight.data = magnitude.get_weight_norm(weight, weight.new_zeros(()), 1.0)


def _refuse_trainable_head(wrapped: PeftModel) -> None:
    base: Any = wrapped.get_base_model()
    head = base.get_output_embeddings()
    if any(parameter.requires_grad for parameter in head.parameters()):
        raise EngineError(
            "The output layer cannot be adapted: its products are computed without gradients to save memory.",
            'Leave it out of target_modules, as ["all-linear"] does, or start from an adapter that leaves it alone.',
        )


def _ready(model: PeftModel) -> PeftModel:
    """Adapter weights in float32, and dropout off until training switches it on."""
    for name, parameter in model.named_parameters():
        if ".lora_" in name and parameter.dtype != torch.float32:
            parameter.data = parameter.data.float()
    set_training_mode(model, training=False)
    return model


def _made_for(folder: Path) -> str:
    try:
        base = json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))["base_model_name_or_path"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return f" It was made for {Path(str(base)).name}." if base else ""


def adapter_settings(folder: Path, plan: AdapterPlan) -> AdapterPlan:
    """The plan as an adapter's own configuration has it, since going on from it cannot change its shape.

    Raises `PlanError` when the plan asks for another shape.
    """
    try:
        config = json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))
        layers: str | list[str] = config["target_modules"]
        stored = replace(
            plan,
            r=int(config["r"]),
            alpha=float(config["lora_alpha"]),
            dropout=float(config.get("lora_dropout") or 0.0),
            target_modules=(layers,) if isinstance(layers, str) else tuple(sorted(layers)),
            rslora=bool(config.get("use_rslora")),
            dora=bool(config.get("use_dora")),
            rank_pattern={str(name): int(rank) for name, rank in (config.get("rank_pattern") or {}).items()},
            alpha_pattern={str(name): float(alpha) for name, alpha in (config.get("alpha_pattern") or {}).items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return plan  # what is wrong with it is told where it is loaded
    _refuse_another_shape(folder, plan, stored)
    return stored


def _refuse_another_shape(folder: Path, plan: AdapterPlan, stored: AdapterPlan) -> None:
    default = AdapterPlan()
    for field in fields(plan):
        wanted, found = getattr(plan, field.name), getattr(stored, field.name)
        if isinstance(wanted, tuple):
            wanted, found = tuple(sorted(wanted)), tuple(sorted(found))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        if wanted not in (getattr(default, field.name), found):
            key = f"adapter.{field.name}"
            shown = ", ".join(map(str, found)) if isinstance(found, tuple) else found
            raise PlanError(
                key,
                f"{key} cannot be chosen where training goes on from an adapter: {folder.name} has {shown or 'none'}.",
                "Leave it out, or start a fresh adapter.",
            )
