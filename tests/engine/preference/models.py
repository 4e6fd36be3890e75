"""Tiny models of many families with random weights, in float32."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
import transformers

VOCABULARY = 120
_COMMON: dict[str, Any] = {
    "vocab_size": VOCABULARY,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 128,
    "pad_token_id": 0,
    "bos_token_id": 1,
    "eos_token_id": 2,
}


def _config(kind: str, **special: Any) -> Callable[[], Any]:
    return lambda: getattr(transformers, kind)(**{**_COMMON, **special})


CONFIGS: dict[str, Callable[[], Any]] = {
    "llama": _config("LlamaConfig"),
    "llama, tied": _config("LlamaConfig", tie_word_embeddings=True),
    # A small cap and large logits, so that forgetting it would show.
    "gemma2": _config("Gemma2Config", head_dim=8, final_logit_softcapping=0.5, sliding_window=8),
    "gpt2": lambda: transformers.GPT2Config(
        vocab_size=VOCABULARY, n_embd=32, n_layer=2, n_head=4, n_positions=128, bos_token_id=1, eos_token_id=2
    ),
    "qwen2": _config("Qwen2Config"),
    "qwen3": _config("Qwen3Config", head_dim=8),
    "gemma3": _config("Gemma3TextConfig", head_dim=8, sliding_window=8, num_hidden_layers=6),
    "smollm3": _config("SmolLM3Config"),
    "olmo2": _config("Olmo2Config"),
    "mistral, sliding": _config("MistralConfig", sliding_window=8),
    "phi3": _config("Phi3Config"),
    "phi4 (phi3, part rotary)": _config("Phi3Config", partial_rotary_factor=0.5),
    "mixtral": _config("MixtralConfig", num_local_experts=4, num_experts_per_tok=2),
    "qwen3 moe": _config("Qwen3MoeConfig", head_dim=8, num_experts=4, num_experts_per_tok=2, moe_intermediate_size=16),
    "cohere": _config("CohereConfig", logit_scale=0.25),
    "granite": _config("GraniteConfig", logits_scaling=4.0),
}


def build(name: str) -> Any:
    """A model of the family, with weights large enough that its logits spread."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(11)
        model: Any = transformers.AutoModelForCausalLM.from_config(CONFIGS[name](), dtype=torch.float32)
        for parameter in model.parameters():
            if parameter.dim() > 1:
                parameter.data.mul_(4)
    return model.eval().requires_grad_(False)
