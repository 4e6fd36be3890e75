"""How several rows go through a layer at once so that each is to the bit what it is alone.

A product of two rows may add up its terms in another order than one of a single row, and in bfloat16 the result is then
now and then rounded otherwise. Which order a machine takes depends on the sizes, not on the values. So it is tried out,
on numbers that make the order visible: terms that cancel, so that nothing is left but the rounding errors.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import torch
from torch.nn.functional import linear

Product = Callable[[torch.nn.Linear, torch.Tensor], torch.Tensor]
_PROBES = 3
_DIFFERENT = 64  # outputs with weights of their own; the others repeat them, since drawing takes longest
_LARGEST_PROBE = 256 * 2**20  # bytes; a layer that is larger is not tried out


def exact_product(layer: torch.nn.Linear, rows: int) -> Product | None:
    """The cheapest way to take `rows` rows through a layer; None where its own forward does."""
    weight = layer.weight
    if weight.numel() * weight.element_size() > _LARGEST_PROBE:
        return one_by_one
    sizes = (layer.in_features, layer.out_features, "bias" in dict(layer.named_parameters()))
    # The number of threads decides how a product is divided.
    is_exact = _adds_up_alike(torch.get_num_threads(), sizes, rows, weight.dtype, weight.device)
    return None if is_exact else one_by_one


def together(layer: torch.nn.Linear, x: torch.Tensor) -> torch.Tensor:
    """One product of all rows; x is [R, 1, I], the result [R, 1, O]."""
    return linear(x, layer.weight, layer.bias)


def one_by_one(layer: torch.nn.Linear, x: torch.Tensor) -> torch.Tensor:
    """Row after row: the second finds the weights in the processor's cache. x is [R, 1, I], the result [R, 1, O]."""
    return torch.cat([linear(row, layer.weight, layer.bias) for row in x.split(1)])


@cache
def _adds_up_alike(
    _threads: int, sizes: tuple[int, int, bool], rows: int, dtype: torch.dtype, device: torch.device
) -> bool:
    """Whether rows come out together as they do alone, where what comes out is nothing but rounding errors."""
    for seed in range(_PROBES):
        layer, x = cancelling(sizes, rows, dtype, device, seed)
        with torch.no_grad():
            alone = one_by_one(layer, x)
            if not alone.any() or not torch.equal(together(layer, x), alone):
                return False
    return True


def cancelling(
    sizes: tuple[int, int, bool], rows: int, dtype: torch.dtype, device: torch.device, seed: int
) -> tuple[torch.nn.Linear, torch.Tensor]:
    """A layer and rows [R, 1, I] whose products add up to zero, the terms that cancel each other far apart."""
    inputs, outputs, has_bias = sizes
    random = torch.Generator().manual_seed(seed)
    one, other = torch.randperm(inputs - inputs % 2, generator=random).chunk(2)
    different = torch.randn(min(outputs, _DIFFERENT), inputs, generator=random)
    different[:, other] = different[:, one]
    x = torch.randn(rows, 1, inputs, generator=random)
    x[..., other] = -x[..., one]
    if inputs % 2:
        x[..., -1] = 0.0
    layer = torch.nn.Linear(inputs, outputs, bias=has_bias, dtype=dtype, device="meta").to_empty(device=device)
    layer.requires_grad_(False)
    layer.weight.copy_(different.to(device, dtype)[torch.arange(outputs, device=device) % len(different)])
    if has_bias:
        layer.bias.zero_()
    return layer, x.to(device, dtype)
