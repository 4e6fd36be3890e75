"""A GGUF of each model family with random weights, written as llama.cpp's converter writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import torch
from gguf.quants import quantize
from numpy.typing import NDArray
from transformers import AutoConfig, AutoModelForCausalLM

from tests.engine.model.tiny_gguf import Vocabulary, interleave
from tests.tiny_model import CHAT_TEMPLATE

HEADS, KEY_HEADS, HEAD_SIZE, LAYERS = 4, 2, 32, 2


@dataclass(frozen=True)
class FamilyFile:
    """A family by both of its names, and what stands in its file beyond what all have."""

    architecture: str
    model_type: str
    config: dict[str, Any] = field(default_factory=dict[str, Any])
    settings: dict[str, float | int] = field(default_factory=dict[str, "float | int"])
    shifted_norms: bool = False


FAMILY_FILES = {
    "llama": FamilyFile("llama", "llama"),
    "qwen2": FamilyFile("qwen2", "qwen2"),
    "qwen3": FamilyFile("qwen3", "qwen3", {"head_dim": 64}),
    "gemma2": FamilyFile(
        "gemma2",
        "gemma2",
        {"head_dim": 64, "query_pre_attn_scalar": 64, "sliding_window": 64, "final_logit_softcapping": 25.0},
        {"attn_logit_softcapping": 50.0, "final_logit_softcapping": 25.0},
        shifted_norms=True,
    ),
    "gemma3": FamilyFile(
        "gemma3",
        "gemma3_text",
        {
            "head_dim": 64,
            "query_pre_attn_scalar": 64,
            "sliding_window": 64,
            "rope_parameters": {
                "full_attention": {"rope_type": "default", "rope_theta": 5000.0},
                "sliding_attention": {"rope_type": "default", "rope_theta": 10000.0},
            },
        },
        shifted_norms=True,
    ),
    "phi3": FamilyFile("phi3", "phi3", {"sliding_window": None}),
}


def random_family_model(made: FamilyFile, vocabulary_size: int) -> Any:
    """A model of two layers (the sliding families: a sliding and a full one where the family has both)."""
    config = AutoConfig.for_model(
        made.model_type,
        **{
            "vocab_size": vocabulary_size,
            "hidden_size": HEADS * HEAD_SIZE,
            "intermediate_size": 192,
            "num_hidden_layers": LAYERS,
            "num_attention_heads": HEADS,
            "num_key_value_heads": KEY_HEADS,
            "max_position_embeddings": 512,
            "original_max_position_embeddings": 512,
            "rms_norm_eps": 1e-5,
            "rope_parameters": {"rope_type": "default", "rope_theta": 5000.0},
            "initializer_range": 0.2,
            "bos_token_id": 1,
            "eos_token_id": 2,
            "pad_token_id": 2,
            **made.config,
        },
    )
    torch.manual_seed(5)
    model: Any = AutoModelForCausalLM.from_config(config)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "norm" in name or name.endswith("bias"):
                weight.add_(torch.randn_like(weight) * 0.2)
    return model.eval()


def write_family_gguf(
    path: Path,
    made: FamilyFile,
    model: Any,
    vocabulary: Vocabulary,
    *,
    quantization: gguf.GGMLQuantizationType = gguf.GGMLQuantizationType.F32,
    extra: dict[str, NDArray[np.float32]] | None = None,
    splitting: str = "smollm",
    pieces: tuple[list[float], list[int], bool] | None = None,
) -> Path:
    """Write the file; matrices in the format given, vectors in float32, `extra` tensors beside them.

    `pieces` makes it SentencePiece's vocabulary: the tokens' scores and types, and whether a space is put first.
    """
    config = model.config
    writer = gguf.GGUFWriter(path, made.architecture)
    writer.add_name("Tiny")
    writer.add_license("apache-2.0")
    writer.add_context_length(512)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_HEADS)
    head_size = getattr(config, "head_dim", None) or HEAD_SIZE
    writer.add_key_length(head_size)
    writer.add_value_length(head_size)
    writer.add_rope_dimension_count(head_size)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(5000.0)
    if made.architecture.startswith("gemma"):
        writer.add_sliding_window(64)
    for name, value in made.settings.items():
        writer.add_float32(f"{made.architecture}.{name}", float(value))
    if pieces is None:
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre(splitting)
        writer.add_token_types([3 if token.startswith("<|") else 1 for token in vocabulary.tokens])
        writer.add_token_merges(vocabulary.merges)
    else:
        scores, types, begins_with_space = pieces
        writer.add_tokenizer_model("llama")
        writer.add_token_scores(scores)
        writer.add_token_types(types)
        writer.add_add_space_prefix(begins_with_space)
    _add_tokens(writer, vocabulary)
    for name, array in {**_weights(made, model), **(extra or {})}.items():
        kind = quantization if array.ndim == 2 else gguf.GGMLQuantizationType.F32
        writer.add_tensor(name, quantize(array, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_tokens(writer: gguf.GGUFWriter, vocabulary: Vocabulary) -> None:
    writer.add_token_list(vocabulary.tokens)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_pad_token_id(2)
    writer.add_add_bos_token(False)
    writer.add_chat_template(CHAT_TEMPLATE)


def _weights(made: FamilyFile, model: Any) -> dict[str, NDArray[np.float32]]:
    architecture = next(key for key, name in gguf.MODEL_ARCH_NAMES.items() if name == made.architecture)
    names = gguf.get_tensor_name_map(architecture, LAYERS)
    heads = {"attn_q": HEADS, "attn_k": KEY_HEADS} if made.architecture == "llama" else {}
    weights: dict[str, NDArray[np.float32]] = {}
    for name, tensor in model.state_dict().items():
        if name == "lm_head.weight" and model.config.tie_word_embeddings:
            continue
        stored = names.get_name(name, try_suffixes=(".weight", ".bias"))
        assert stored is not None, name
        array = tensor.numpy()
        part = stored.split(".")[-2]
        if part in heads:
            array = interleave(array, heads[part])
        weights[stored] = array + 1 if made.shifted_norms and stored.endswith("norm.weight") else array
    return weights
