"""Chat models with random weights and pairs of made-up words: sizes and lengths as a measurement wants them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

_TEMPLATE = (
    "{% for message in messages %}<|im_start|> {{ message['role'] }} {{ message['content'] }} <|im_end|> {% endfor %}"
    "{% if add_generation_prompt %}<|im_start|> assistant {% endif %}"
)
_SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|unknown|>")
_WORDS = tuple(f"word{number}" for number in range(1000))

# Llama's shapes at sizes that people train: 1.5 and 8 billion weights, both with 128,256 words.
SHAPES: dict[str, dict[str, int]] = {
    "1.5B": {
        "hidden_size": 2048, "intermediate_size": 8192, "num_hidden_layers": 20, "num_attention_heads": 32,
        "num_key_value_heads": 8, "vocab_size": 128_256,
    },
    "8B": {
        "hidden_size": 4096, "intermediate_size": 14_336, "num_hidden_layers": 32, "num_attention_heads": 32,
        "num_key_value_heads": 8, "vocab_size": 128_256,
    },
}  # fmt: skip


def llama_config(shape: dict[str, int], longest: int = 4096) -> Any:
    """The configuration of a Llama; small ones share the table of words with the output head."""
    from transformers import LlamaConfig

    settings: dict[str, Any] = {"vocab_size": len(_tokens()), "max_position_embeddings": longest, **shape}
    return LlamaConfig(
        **settings, bos_token_id=1, eos_token_id=2, pad_token_id=0, tie_word_embeddings=shape["hidden_size"] < 4096
    )


def write_random_model(
    folder: Path, shape: dict[str, int], dtype: str, device: str = "cpu", longest: int = 4096
) -> Path:
    """Write weights, made on `device`, and a tokenizer with one token a word."""
    import torch
    from transformers import AutoModelForCausalLM

    torch.manual_seed(1)
    with torch.device(device):
        model = AutoModelForCausalLM.from_config(llama_config(shape, longest), dtype=getattr(torch, dtype))
    model.save_pretrained(folder, max_shard_size="4GB")
    del model
    if device == "cuda":
        torch.cuda.empty_cache()  # the measured processes want all of the card
    _tokenizer().save_pretrained(folder)
    return folder


def write_random_pairs(path: Path, count: int, tokens: int, seed: int = 1) -> Path:
    """Pairs of about `tokens` tokens: half of it a prompt, the rest two replies, of which the chosen one is shorter."""
    chance = random.Random(seed)
    lengths = {"prompt": tokens // 2, "chosen": tokens // 5, "rejected": tokens - tokens // 2 - tokens // 5}
    with path.open("w", encoding="utf-8") as file:
        for _ in range(count):
            row = {name: " ".join(chance.choices(_WORDS, k=max(1, length - 4))) for name, length in lengths.items()}
            file.write(json.dumps(row) + "\n")
    return path


def _tokens() -> list[str]:
    return [*_SPECIAL, "system", "user", "assistant", *_WORDS]


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    words = models.WordLevel({token: number for number, token in enumerate(_tokens())}, unk_token=_SPECIAL[3])
    tokenizer = Tokenizer(words)
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    named = dict(zip(("pad_token", "bos_token", "eos_token", "unk_token"), _SPECIAL, strict=True))
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, chat_template=_TEMPLATE, **named)
