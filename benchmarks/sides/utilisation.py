"""How much of what a machine can multiply a training used: operations counted, and the peak measured beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def operations(model: Any, computed_tokens: int, scored_tokens: int) -> float:
    """There and back through frozen weights: 4 x N x computed tokens, and the output head where it is applied.

    N are the weights of the decoder's matrices, without the table of words; `model` is transformers' causal model,
    with or without an adapter, whose own products are not counted.
    """
    matrices = sum(
        parameter.numel()
        for name, parameter in model.get_decoder().named_parameters()
        if parameter.dim() > 1 and "embed" not in name and ".lora_" not in name
    )
    head = model.get_output_embeddings().weight.numel()
    return 4.0 * (matrices * computed_tokens + head * scored_tokens)


def product_peak(dtype: str, device: str, clock: Callable[[], float]) -> float:
    """Operations a second of a square matrix product, the best of several."""
    import torch

    from engine.model.device import synchronize

    side = 2048 if device == "cpu" else 8192
    left, right = (torch.randn(side, side, dtype=getattr(torch, dtype), device=device) for _ in range(2))
    seconds: list[float] = []
    for _ in range(8):
        began = clock()
        torch.mm(left, right)
        synchronize(device)
        seconds.append(clock() - began)
    return 2.0 * side**3 / min(seconds)
