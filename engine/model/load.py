"""From a folder on this disk to a model in memory. Nothing is ever fetched, and no code from the folder is run."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging as transformers_logging

from engine.errors import EngineError
from engine.model.adapter import REFERENCE_ADAPTER, TRAINED_ADAPTER, attach_adapter, stored_template
from engine.model.base_weights import BaseWeights, require_base
from engine.model.device import bound_kernel_cache, choose_device, choose_dtype
from engine.model.four_bit import four_bit_settings, require_four_bit
from engine.model.inspect import inspect_model
from engine.model.lean_lora import LeanProducts
from engine.model.template import require_chat_template
from engine.model.template_choice import use_template
from engine.model.voice import Voice
from engine.model.whole_weights import WeightTurns, is_whole_model, reference_folder
from engine.storage.run_folder import start_of


@dataclass
class LoadedModel:
    """A model with its tokenizer on one device.

    `model` is a transformers model, or a peft model once an adapter is attached; `adapter` is the folder that the
    adapter (or the fine-tuned model) came from, None for none or for one that is being trained. `lean` makes LoRA's
    products cheaper in training. `base` is which weights these are, known once a run needs it.
    `beside` is the folder of a second adapter that can speak, too. `chat_template` is the one of `CHAT_TEMPLATES` that
    the tokenizer writes, empty for the model's own. `turns` exchanges the weights themselves, where a voice is a whole
    fine-tuned model.
    """

    folder: Path
    model: Any
    tokenizer: Any
    device: str
    dtype: str
    adapter: Path | None = None
    lean: LeanProducts | None = None
    base: BaseWeights | None = None
    beside: Path | None = None
    chat_template: str = ""
    turns: WeightTurns | None = None
    load_in_4bit: bool = False

    @property
    def number_format(self) -> str:
        """Computing format and, where they are packed, that of the frozen weights: what the model's numbers hang on."""
        return f"{self.dtype} nf4" if self.load_in_4bit else self.dtype

    @property
    def has_adapter(self) -> bool:
        """Whether an adapter is attached, trained or in training."""
        return hasattr(self.model, "peft_config")

    @property
    def generation_model(self) -> Any:
        """The module to call for logits."""
        return self.model

    @property
    def causal_model(self) -> Any:
        """The transformers model itself, the adapter's layers inside it."""
        return self.model.get_base_model() if self.has_adapter else self.model

    @contextlib.contextmanager
    def reference(self) -> Generator[None]:
        """What training compares with: the model as it is, or the adapter or model that training started from."""
        turns = self.turns
        if turns is None:
            with self._reference_adapter():
                yield
        else:
            by_adapter = turns.by_adapter == "trained"
            with (
                turns.for_a_while(self.causal_model, turns.reference),
                self._reference_adapter() if by_adapter else self.without_adapter(),
            ):
                yield

    @contextlib.contextmanager
    def without_adapter(self) -> Generator[None]:
        """The weights in memory without any adapter."""
        with self.model.disable_adapter() if self.has_adapter else contextlib.nullcontext():
            yield

    @contextlib.contextmanager
    def _reference_adapter(self) -> Generator[None]:
        if not self.has_adapter or REFERENCE_ADAPTER not in self.model.peft_config:
            with self.without_adapter():
                yield
            return
        self.model.set_adapter(REFERENCE_ADAPTER, inference_mode=True)
        try:
            yield
        finally:
            self.model.set_adapter(TRAINED_ADAPTER)

    @contextlib.contextmanager
    def computing(self) -> Generator[None]:
        """Training's products and number format: `dtype`, float32 adapters cast to it on the way."""
        kind = torch.device(self.device).type
        lean = self.lean.in_use() if self.lean is not None else contextlib.nullcontext()
        with lean, torch.autocast(kind, torch.bfloat16, enabled=self.dtype == "bfloat16"):
            yield

    def back_to_training(self) -> None:
        """Take the weights in training back from whoever spoke last."""
        if self.turns is not None:
            self.turns.put(self.causal_model, "trained")

    def take_turns(self, folders: Mapping[Voice, Path], by_adapter: Voice | None = None) -> None:
        """Have weights exchanged between the voices from here on; the model must have the original's now."""
        self.turns = WeightTurns(folders, lambda folder: load_weights(folder, self.device, self.dtype), by_adapter)

    def detach_adapter(self) -> None:
        """Back to the plain model."""
        if self.turns is not None:
            self.turns.put(self.causal_model, "original")
            self.turns = None
        if self.has_adapter:
            self.model = self.model.unload()
            # peft leaves its configuration on the model that it wrapped.
            if hasattr(self.model, "peft_config"):
                del self.model.peft_config
        self.lean = None
        self.adapter = self.beside = None


def load_model(
    folder: Path,
    device: str = "auto",
    dtype: str = "auto",
    adapter: Path | None = None,
    chat_template: str = "",
    *,
    load_in_4bit: bool = False,
) -> LoadedModel:
    """Load a chat model, and an adapter on top of it if one is named; a model fine-tuned from it does in its place.

    `chat_template` is one of `CHAT_TEMPLATES`; empty takes the one that the adapter was trained with, else the model's
    own. `load_in_4bit` holds the frozen weights in four bits. Raises `EngineError` when the folder is no model that can
    be read, has no chat template, does not fit into memory, or the adapter was made for another model.
    """
    chat_template = chat_template or stored_template(adapter)
    bound_kernel_cache()
    chosen_device = choose_device(device)
    chosen_dtype = choose_dtype(dtype, chosen_device)
    tokenizer = load_tokenizer(folder, chat_template)
    if load_in_4bit:
        require_four_bit(chosen_device)
    model = load_weights(folder, chosen_device.name, chosen_dtype, load_in_4bit=load_in_4bit)
    model.requires_grad_(False)
    model.eval()
    loaded = LoadedModel(
        folder,
        model,
        tokenizer,
        chosen_device.name,
        chosen_dtype,
        chat_template=chat_template,
        load_in_4bit=load_in_4bit,
    )
    if adapter is not None:
        require_base(adapter, folder)
        if is_whole_model(adapter):
            loaded.take_turns({"original": folder, "trained": adapter, **reference_folder(adapter)})
        else:
            loaded.model = attach_adapter(model, adapter, reference=start_of(adapter))
        loaded.adapter = adapter
    return loaded


def load_tokenizer(folder: Path, chat_template: str = "") -> Any:
    """The tokenizer of a chat model, without the model; raises `EngineError` as `load_model` does."""
    tokenizer = read_tokenizer(folder)
    if chat_template:
        use_template(tokenizer, chat_template)
    require_chat_template(tokenizer, folder)
    return tokenizer


def read_tokenizer(folder: Path) -> Any:
    """A model's tokenizer as it is, with a chat template or without one; raises `EngineError` as `load_model` does."""
    _require_model(folder)
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except Exception as error:  # the loader raises whatever its many formats raise
        raise EngineError(
            f"The tokenizer in {folder.name} could not be read.",
            "Copy the whole model folder again, tokenizer.json included.",
            repr(error),
        ) from error
    return tokenizer


def _require_model(folder: Path) -> None:
    """The files alone tell most of what can be wrong, and why; the loaders would only say that it failed."""
    facts = inspect_model(folder)
    if facts.problem:
        raise EngineError(
            f"The model {facts.name} cannot be used. {facts.problem}",
            "Choose the chat or instruct version of a model, with all of its files.",
        )


def load_weights(folder: Path, device: str, dtype: str, *, load_in_4bit: bool = False) -> Any:
    """A model's weights in a number format on a device, as the causal model of transformers.

    Raises `EngineError` when they cannot be read, some are missing, or they do not fit into memory.
    """
    transformers_logging.disable_progress_bar()
    try:
        found: Any = AutoModelForCausalLM.from_pretrained(
            folder,
            dtype=getattr(torch, dtype),
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            output_loading_info=True,
            **(four_bit_settings(device, dtype) if load_in_4bit else {}),
        )
        model, report = found
        model = model if load_in_4bit else model.to(device)
    except torch.OutOfMemoryError as error:
        raise EngineError(
            f"{folder.name} does not fit into the memory of {device}.",
            "Choose a smaller model, or the CPU as the device.",
            repr(error),
        ) from error
    except Exception as error:  # the loader raises whatever its many formats raise
        raise EngineError(
            f"The model in {folder.name} could not be loaded.",
            "It must be a causal language model in safetensors files that this version of transformers knows.",
            repr(error),
        ) from error
    if report["missing_keys"]:
        raise EngineError(
            f"{folder.name} lacks {len(report['missing_keys'])} of its weights.",
            "Copy the whole model folder again.",
            ", ".join(sorted(report["missing_keys"])[:20]),
        )
    return model
