"""The weights of a GGUF under transformers' names, as plain numbers, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any

import numpy as np
import torch
from gguf import GGML_QUANT_SIZES, MODEL_ARCH_NAMES, GGMLQuantizationType, get_tensor_name_map
from gguf.quants import dequantize
from transformers import AutoConfig, AutoModelForCausalLM

from engine.errors import EngineError
from engine.model.gguf.families import Family
from engine.model.gguf.header import GgufHeader, GgufTensor, kind_name

_ROPE_FACTORS = "rope_freqs.weight"  # their settings stand in the configuration
_CHUNK = 1 << 24  # numbers unpacked at a time
_USE_ORIGINAL = "Fetch the original model (safetensors) that it was made from, and choose its folder."


def stored_dtype(header: GgufHeader) -> torch.dtype:
    """The format to store the weights in: the file's own, or bfloat16 for what was quantised.

    bfloat16 is the format that models are published in, and rounding to it moves a weight far less than quantising did.
    """
    return {"F32": torch.float32, "F16": torch.float16}.get(header.kind, torch.bfloat16)


def weight_names(header: GgufHeader, config: dict[str, Any]) -> dict[str, tuple[str, tuple[int, ...]]]:
    """For each of the file's tensors the name and the shape that the weight has in transformers.

    Raises `EngineError` when the file holds a weight that this kind of model does not have, or lacks one that it has:
    nothing may be lost or made up in silence.
    """
    with torch.device("meta"):
        settings = {name: value for name, value in config.items() if name != "model_type"}
        made: Any = AutoModelForCausalLM.from_config(AutoConfig.for_model(config["model_type"], **settings))
    architecture = next(key for key, name in MODEL_ARCH_NAMES.items() if name == header.architecture)
    names = get_tensor_name_map(architecture, config["num_hidden_layers"])
    wanted: dict[str, tuple[str, tuple[int, ...]]] = {}
    for name, weight in made.state_dict().items():
        if name == "lm_head.weight" and config["tie_word_embeddings"]:
            continue
        stored_name = names.get_name(name, try_suffixes=(".weight", ".bias")) or name
        wanted[stored_name] = (name, tuple(weight.shape))
    present = {tensor.name: tensor.shape for tensor in header.tensors if tensor.name != _ROPE_FACTORS}
    odd = sorted(present.keys() ^ wanted.keys()) or sorted(
        name for name, shape in present.items() if shape != wanted[name][1]
    )
    if odd:
        raise EngineError(
            f"{header.path.name} does not hold the weights of its kind of model: "
            f"{len(odd)} are too many, missing or of another shape, such as {odd[0]}.",
            _USE_ORIGINAL,
            ", ".join(odd[:40]),
        )
    return wanted


def read_weights(
    header: GgufHeader, family: Family, config: dict[str, Any], dtype: torch.dtype
) -> Iterator[tuple[str, torch.Tensor]]:
    """Each weight with transformers' name, what llama.cpp's converter did to it undone, in the file's order."""
    names = weight_names(header, config)
    content = np.memmap(header.path, np.uint8, mode="r")
    heads = {"attn_q": config["num_attention_heads"], "attn_k": config["num_key_value_heads"]}
    for tensor in header.tensors:
        if tensor.name == _ROPE_FACTORS:
            continue
        name, shape = names[tensor.name]
        part = tensor.name.split(".")[-2]
        is_norm = family.shifted_norms and tensor.name.endswith("norm.weight")
        # A norm loses its 1 before it is rounded: what is left is small.
        weight = _unpack(header, content, tensor, torch.float32 if is_norm else dtype)
        if is_norm:
            weight = (weight - 1).to(dtype)
        if part in family.interleaved:
            weight = unpermute(weight, int(heads[part]))
        yield name, weight.reshape(shape).contiguous()


def unpermute(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """Undo the row order that GGUF gives a query or key projection, so that rotary halves lie as transformers wants.

    GGUF interleaves the two rotary halves of each head: for one head of four rows, (0, 2, 1, 3) becomes (0, 1, 2, 3).
    `weight` is (heads * head_dim, inputs), a bias (heads * head_dim,).
    """
    pairs = weight.shape[0] // heads // 2
    return weight.reshape(heads, pairs, 2, *weight.shape[1:]).transpose(1, 2).reshape(weight.shape)


def _unpack(header: GgufHeader, content: np.ndarray, tensor: GgufTensor, dtype: torch.dtype) -> torch.Tensor:
    """The tensor's numbers, unpacked in pieces so that the larger form never exists whole."""
    try:
        kind = GGMLQuantizationType(tensor.kind)
        block, block_bytes = GGML_QUANT_SIZES[kind]
        row = tensor.shape[-1] // block * block_bytes
        rows = tensor.numbers // tensor.shape[-1]
        packed = content[tensor.offset : tensor.offset + rows * row].reshape(rows, row)
        weight = torch.empty((rows, tensor.shape[-1]), dtype=dtype)
        step = max(1, _CHUNK // tensor.shape[-1])
        for start in range(0, rows, step):
            numbers = dequantize(_typed(packed[start : start + step], kind), kind)
            weight[start : start + step] = torch.from_numpy(numbers.astype(np.float32))
    except (ValueError, KeyError, NotImplementedError) as error:
        raise EngineError(
            f"{tensor.name} in {header.path.name} is stored as {kind_name(tensor.kind)}, which cannot be read here, "
            "or the file is damaged.",
            _USE_ORIGINAL,
            repr(error),
        ) from error
    return weight.reshape(tensor.shape)


def _typed(packed: np.ndarray, kind: GGMLQuantizationType) -> np.ndarray:
    plain = {GGMLQuantizationType.F32: np.float32, GGMLQuantizationType.F16: np.float16}
    return packed.view(plain[kind]) if kind in plain else packed


def weight_bytes(header: GgufHeader, dtype: torch.dtype) -> int:
    """How many bytes all weights take once they are unpacked."""
    return sum(prod(tensor.shape) for tensor in header.tensors) * dtype.itemsize
