"""The model families that a GGUF can be turned back into, and what llama.cpp's converter did to each of them.

Each is shown to say what llama.cpp says of the same file. Others are refused by name: a wrong guess would train on
a damaged model without complaint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.errors import EngineError
from engine.model.gguf.header import GgufHeader
from engine.model.gguf.rope import rope_parameters

_USE_ORIGINAL = "Fetch the original model (safetensors) that it was made from, and choose its folder."


@dataclass(frozen=True, slots=True)
class Family:
    """How a family is called by transformers, its own settings, and which changes to undo.

    `interleaved` are the projections whose rows were reordered, `shifted_norms` says that norms are stored as w + 1.
    """

    model_type: str
    class_name: str
    settings: Callable[[GgufHeader], dict[str, Any]]
    interleaved: tuple[str, ...] = ()
    shifted_norms: bool = False


def family_of(header: GgufHeader) -> Family:
    """The file's family; raises `EngineError` when it is none of those that are known here."""
    family = FAMILIES.get(header.architecture)
    if family is None:
        known = ", ".join(FAMILIES)
        raise EngineError(
            f"{header.path.name} holds a model of the kind {header.architecture or 'unknown'}, "
            "which cannot be turned into a model folder here.",
            f"Those of the kinds {known} can. {_USE_ORIGINAL}",
        )
    return family


def family_config(header: GgufHeader, family: Family) -> dict[str, Any]:
    """The `config.json`, readable by transformers 4 and 5. Raises `EngineError` for what it could not say truly."""
    try:
        common = _common(header, family)
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise EngineError(
            f"{header.path.name} lacks a setting that its kind of model needs.", _USE_ORIGINAL, repr(error)
        ) from error
    return {**common, **family.settings(header)}


def _common(header: GgufHeader, family: Family) -> dict[str, Any]:
    heads = _one(header, "attention.head_count")
    hidden_size = _one(header, "embedding_length")
    head_size = int(header.setting("attention.key_length") or hidden_size // heads)
    turned = int(header.setting("rope.dimension_count") or head_size)
    if turned != head_size:
        raise EngineError(
            f"{header.path.name} turns only {turned} of {head_size} dimensions of a head, which is not known here.",
            _USE_ORIGINAL,
        )
    values, names = header.values, {tensor.name: tensor for tensor in header.tensors}
    return {
        "architectures": [family.class_name],
        "model_type": family.model_type,
        # The table of embeddings may have more rows than there are tokens.
        "vocab_size": names["token_embd.weight"].shape[0],
        "hidden_size": hidden_size,
        "intermediate_size": _one(header, "feed_forward_length"),
        "num_hidden_layers": _one(header, "block_count"),
        "num_attention_heads": heads,
        "num_key_value_heads": _one(header, "attention.head_count_kv", heads),
        "head_dim": head_size,
        "attention_dropout": 0.0,
        "max_position_embeddings": _one(header, "context_length"),
        "rms_norm_eps": float(f"{header.setting('attention.layer_norm_rms_epsilon'):.6g}"),
        **rope_parameters(header, head_size),
        "tie_word_embeddings": "output.weight" not in names,
        "use_cache": True,
        "bos_token_id": values.get("tokenizer.ggml.bos_token_id"),
        "eos_token_id": values.get("tokenizer.ggml.eos_token_id"),
        "pad_token_id": values.get("tokenizer.ggml.padding_token_id"),
    }


def _one(header: GgufHeader, name: str, default: int | None = None) -> int:
    """A setting that must be the same for all layers."""
    value = header.setting(name, default)
    values: list[int] = value if isinstance(value, list) else [value]
    if len(set(values)) != 1:
        raise EngineError(
            f"{header.path.name} has another {name} in each layer, which is not known here.", _USE_ORIGINAL
        )
    return int(values[0])


def _llama(header: GgufHeader) -> dict[str, Any]:
    has_bias = any(tensor.name == "blk.0.attn_q.bias" for tensor in header.tensors)
    return {"hidden_act": "silu", "attention_bias": has_bias, "mlp_bias": False}


def _qwen(_: GgufHeader) -> dict[str, Any]:
    return {"hidden_act": "silu", "use_sliding_window": False}


def _gemma2(header: GgufHeader) -> dict[str, Any]:
    heads, width = _one(header, "attention.head_count"), _one(header, "embedding_length")
    # The largest alone divides by another number, which no setting of the file says; llama.cpp knows it by its layers.
    is_largest = _one(header, "block_count") == 46  # Gemma 2 27B
    return {
        "hidden_activation": "gelu_pytorch_tanh",
        "sliding_window": _one(header, "attention.sliding_window", 4096),
        "query_pre_attn_scalar": width // heads if is_largest else int(header.setting("attention.key_length")),
        "attn_logit_softcapping": float(header.setting("attn_logit_softcapping", 50.0)),
        "final_logit_softcapping": float(header.setting("final_logit_softcapping", 30.0)),
    }


def _gemma3(header: GgufHeader) -> dict[str, Any]:
    heads, width = _one(header, "attention.head_count"), _one(header, "embedding_length")
    is_largest = _one(header, "block_count") == 62  # Gemma 3 27B
    full = rope_parameters(header, int(header.setting("attention.key_length")))["rope_parameters"]
    return {
        "hidden_activation": "gelu_pytorch_tanh",
        "sliding_window": _one(header, "attention.sliding_window", 1024),
        "sliding_window_pattern": 6,
        "query_pre_attn_scalar": width // heads if is_largest else int(header.setting("attention.key_length")),
        "rope_parameters": {
            "full_attention": full,
            "sliding_attention": {"rope_type": "default", "rope_theta": 10000.0},
        },
        "rope_local_base_freq": 10000.0,
    }


def _phi3(header: GgufHeader) -> dict[str, Any]:
    window = header.setting("attention.sliding_window", 0)
    return {
        "hidden_act": "silu",
        "sliding_window": int(window) or None,
        "original_max_position_embeddings": _one(
            header, "rope.scaling.original_context_length", _one(header, "context_length")
        ),
    }


FAMILIES: dict[str, Family] = {
    "llama": Family("llama", "LlamaForCausalLM", _llama, interleaved=("attn_q", "attn_k")),
    "qwen2": Family("qwen2", "Qwen2ForCausalLM", _qwen),
    "qwen3": Family("qwen3", "Qwen3ForCausalLM", _qwen),
    "gemma2": Family("gemma2", "Gemma2ForCausalLM", _gemma2, shifted_norms=True),
    "gemma3": Family("gemma3_text", "Gemma3ForCausalLM", _gemma3, shifted_norms=True),
    "phi3": Family("phi3", "Phi3ForCausalLM", _phi3),
}
