"""What a folder says it is, before anything is loaded: a chat model, another kind of model, or none.

Reads `config.json`, safetensors headers and the tokenizer's settings; torch is not imported.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.model.chat_template import ends_turns, read_chat_template, read_json
from engine.model.facts import ModelFacts
from engine.model.licence import read_licence
from engine.model.weight_files import WeightFiles, read_weight_files

_CHOOSE_MODEL = (
    "Choose a folder that holds a chat model as Hugging Face stores it: config.json, model.safetensors, tokenizer."
)
_TEXT_WRITERS = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")
_TOKENIZER_FILES = ("tokenizer.json", "tokenizer.model", "vocab.json", "tekken.json")


def inspect_model(folder: Path) -> ModelFacts:
    """The facts about the model in `folder`. Raises `EngineError` with the reason when it holds no language model."""
    _require_model_folder(folder)
    config = read_json(folder / "config.json")
    text_config: dict[str, Any] = config.get("text_config") or config
    if not config:
        raise EngineError(
            f"config.json in {folder} cannot be read, so the model's kind is unknown.", "Fetch the model again."
        )
    architecture = _architecture(config, folder)
    weights = _weights(folder, bool(config.get("tie_word_embeddings") or text_config.get("tie_word_embeddings")))
    template = read_chat_template(folder)
    return ModelFacts(
        folder=folder,
        name=model_name(folder),
        architecture=architecture,
        layers=_number(text_config, "num_hidden_layers", "n_layer", "num_layers"),
        parameters=weights.parameters,
        hidden_size=_number(text_config, "hidden_size", "n_embd", "d_model"),
        vocabulary=_number(text_config, "vocab_size"),
        context_length=_number(text_config, "max_position_embeddings", "n_positions", "max_seq_len", "seq_length"),
        dtype=weights.dtype,
        size_bytes=weights.size_bytes,
        licence=read_licence(folder),
        has_chat_template=bool(template),
        is_chat_model=bool(template) and ends_turns(folder, template),
        problem=_problem(folder, config, weights),
    )


def model_name(folder: Path) -> str:
    """The model's name: `owner/name` for a snapshot in the Hugging Face cache, else the folder's own.

    A folder that is only called "model", as the demo's is, goes by the name of the folder that it lies in.
    """
    place = folder.absolute()
    repository = place.parent.parent.name
    if place.parent.name == "snapshots" and repository.startswith("models--"):
        return repository.removeprefix("models--").replace("--", "/")
    return place.parent.name if place.name == "model" else place.name


def _require_model_folder(folder: Path) -> None:
    """Raise `EngineError` saying what the folder is when it is no model, so that a person knows where to look."""
    if folder.is_file():
        if folder.suffix.lower() == ".gguf":
            raise _gguf(folder.name)
        raise EngineError(f"{folder} is a file, but a model is a folder.", _CHOOSE_MODEL)
    if not folder.is_dir():
        raise EngineError(f"There is no folder at {folder}.", "Check the path, or choose the model again.")
    if (folder / "adapter_config.json").is_file():
        base = read_json(folder / "adapter_config.json").get("base_model_name_or_path") or "its base model"
        raise EngineError(
            f"{folder} holds an adapter, not a model: it only stores what was changed about {base}.",
            "Choose the base model's folder as the model, and this one as the adapter.",
        )
    if (folder / "model_index.json").is_file():
        raise EngineError(f"{folder} holds a model that makes images or sound (diffusers), not text.", _CHOOSE_MODEL)
    if (folder / "modules.json").is_file() or (folder / "config_sentence_transformers.json").is_file():
        raise EngineError(
            f"{folder} holds a sentence-transformers model: it compares texts and cannot write any.", _CHOOSE_MODEL
        )
    if not (folder / "config.json").is_file():
        gguf = next(folder.glob("*.gguf"), None)
        if gguf:
            raise _gguf(gguf.name)
        raise EngineError(f"{folder} holds no model: there is no config.json in it.", _CHOOSE_MODEL)


def _gguf(name: str) -> EngineError:
    return EngineError(
        f"{name} is a GGUF: a model packed for running, which becomes an ordinary folder once before it is trained.",
        "Choose the file on the Model page, or run the command import-gguf, and use the folder that comes of it.",
    )


def _architecture(config: dict[str, Any], folder: Path) -> str:
    named: list[str] = config.get("architectures") or []
    architecture = named[0] if named else str(config.get("model_type", ""))
    if not named or (architecture.endswith(_TEXT_WRITERS) and not config.get("is_encoder_decoder")):
        return architecture
    raise EngineError(
        f"{folder} holds a model of the kind {architecture}, which does not continue a text and so cannot chat.",
        _CHOOSE_MODEL,
    )


def _weights(folder: Path, tied_embeddings: bool) -> WeightFiles:
    weights = read_weight_files(folder, tied_embeddings)
    if weights is not None:
        return weights
    if any(folder.glob("pytorch_model*.bin")):
        raise EngineError(
            f"The weights in {folder} are stored as pytorch_model.bin, a format that can run programs when opened.",
            "Fetch the model in safetensors, or convert it with transformers on a machine where you trust the file.",
        )
    raise EngineError(
        f"{folder} has a config.json but no weights (model.safetensors).", "Fetch the model again, all of its files."
    )


def _problem(folder: Path, config: dict[str, Any], weights: WeightFiles) -> str:
    if weights.missing:
        total = len(weights.files) + len(weights.missing)
        return f"Only {len(weights.files)} of {total} weight files are there: {weights.missing[0]} is missing."
    quantization: dict[str, Any] | None = config.get("quantization_config")
    if quantization:
        method = quantization.get("quant_method", "unknown method")
        return f"Its weights are quantised ({method}), and training needs plain ones."
    if not any((folder / name).is_file() for name in _TOKENIZER_FILES):
        return "It has no tokenizer: tokenizer.json is missing."
    return ""


def _number(config: dict[str, Any], *names: str) -> int:
    return next((int(config[name]) for name in names if isinstance(config.get(name), int)), 0)
