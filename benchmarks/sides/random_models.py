"""Models of several families with random weights, and pairs of uneven length, for measurements that need no meaning."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.model.find import DEMO_FOLDER

_COMMON: dict[str, Any] = {
    "vocab_size": 64_000,
    "hidden_size": 768,
    "intermediate_size": 2048,
    "num_hidden_layers": 8,
    "num_attention_heads": 12,
    "num_key_value_heads": 4,
    "max_position_embeddings": 2048,
    "bos_token_id": 1,
    "eos_token_id": 2,
    "pad_token_id": 0,
}
CONFIGURATIONS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "llama": ("LlamaConfig", _COMMON),
    "qwen2": ("Qwen2Config", {**_COMMON, "tie_word_embeddings": True}),
    "qwen3": ("Qwen3Config", {**_COMMON, "head_dim": 128, "vocab_size": 100_000}),
    "gemma2": ("Gemma2Config", {**_COMMON, "head_dim": 64, "sliding_window": 256, "vocab_size": 100_000}),
    "mistral": ("MistralConfig", {**_COMMON, "sliding_window": 256, "intermediate_size": 3072}),
    "phi3": ("Phi3Config", {**_COMMON, "num_key_value_heads": 12}),
    "olmo2": ("Olmo2Config", {**_COMMON, "num_key_value_heads": 12}),
    "mixtral": ("MixtralConfig", {**_COMMON, "intermediate_size": 1024, "num_local_experts": 4,
                                  "sliding_window": None}),
    "gpt2": ("GPT2Config", {"vocab_size": 50_257, "n_embd": 768, "n_layer": 8, "n_head": 12, "n_positions": 2048,
                            "bos_token_id": 1, "eos_token_id": 2}),
}  # fmt: skip


def write_random_model(family: str, folder: Path, seed: int = 7) -> None:
    """A model folder as `from_pretrained` reads it, with the demo's tokenizer."""
    import torch
    import transformers

    kind, settings = CONFIGURATIONS[family]
    torch.manual_seed(seed)
    configuration = getattr(transformers, kind)(**settings)
    model: Any = transformers.AutoModelForCausalLM.from_config(configuration, dtype=torch.bfloat16)
    model.save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy2(DEMO_FOLDER / "model" / name, folder / name)


def write_random_pairs(path: Path, count: int, longest: int, seed: int = 5) -> None:
    """Pairs whose prompts and replies have from a dozen to about `longest` words of the demo's."""
    demo = (DEMO_FOLDER / "pairs.jsonl").read_text(encoding="utf-8")
    words = sorted({word for line in demo.splitlines() for word in json.loads(line)["chosen"][0]["content"].split()})
    chance = random.Random(seed)

    def text() -> str:
        return " ".join(chance.choices(words, k=round(12 * (longest / 12) ** chance.random())))

    lines = ({"prompt": f"{text()} {row}", "chosen": text(), "rejected": text()} for row in range(count))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
