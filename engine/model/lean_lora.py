"""LoRA's product in five matrix products, on peft's own modules.

peft's generic forward makes a float32 copy of every layer's input and several element-wise passes. Here one autograd
function computes y = Wx + s B(Ax) (Hu et al. 2021, arXiv 2106.09685, eq. 3) in the model's own number format and keeps
x, sAx and nothing else. The adapter's float32 weights are the optimizer's; they are cast on the way, and their
gradients come back in float32. Files, names and peft's interface stay as they are. Wherever it would not be exact
(dropout in training, DoRA, quantised or otherwise special layers, several adapters at once) peft's own forward runs.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

import torch
from peft.tuners.lora.layer import Linear as LoraLinear

Forward = Callable[..., torch.Tensor]


class LeanProducts:
    """The lean product on a model's LoRA layers, in use only inside `in_use`."""

    def __init__(self, model: torch.nn.Module) -> None:
        self._active = False
        for module in model.modules():
            if isinstance(module, LoraLinear) and type(module.base_layer) is torch.nn.Linear:
                module.forward = partial(self._forward, module, module.forward)

    @contextlib.contextmanager
    def in_use(self) -> Generator[None]:
        """Lean products inside the block, peft's own after it."""
        self._active = True
        try:
            yield
        finally:
            self._active = False

    def _forward(self, layer: Any, generic: Forward, x: torch.Tensor, *args: Any, **kwargs: Any) -> torch.Tensor:
        if args or kwargs or not self._active or not is_exact(layer):
            return generic(x, *args, **kwargs)
        name = layer.active_adapters[0]
        base = layer.base_layer
        down, up = layer.lora_A[name].weight, layer.lora_B[name].weight
        product: torch.Tensor = _LoraProduct.apply(  # pyright: ignore[reportAssignmentType]
            x, base.weight, base.bias, down, up, layer.scaling[name]
        )
        return product


def is_exact(layer: Any) -> bool:
    """Whether the layer's forward is Wx + s B(Ax) with one adapter and nothing else."""
    if layer.disable_adapters or layer.merged or len(layer.active_adapters) != 1:
        return False
    name = layer.active_adapters[0]
    if name not in layer.lora_A or name in layer.lora_variant:
        return False
    if layer.lora_B[name].bias is not None or layer.lora_A[name].bias is not None:
        return False
    dropout = layer.lora_dropout[name]
    return isinstance(dropout, torch.nn.Identity) or not dropout.training


class _LoraProduct(torch.autograd.Function):
    """Shapes: x [..., I], weight [O, I], bias [O], down [R, I], up [O, R]; weight and bias are frozen."""

    @staticmethod
    def forward(
        ctx: Any,
        x: torch.Tensor,
        weight: torch.Tensor,
        bias: torch.Tensor | None,
        down: torch.Tensor,
        up: torch.Tensor,
        scaling: float,
    ) -> torch.Tensor:
        # The same call as the layer without an adapter makes, so that a fresh adapter changes no bit.
        y = torch.nn.functional.linear(x, weight, bias)
        down_cast, up_cast = down.to(x.dtype), up.to(x.dtype)
        flat = x.reshape(-1, x.shape[-1])
        middle = (flat @ down_cast.t()).mul_(scaling)
        y.view(-1, y.shape[-1]).addmm_(middle, up_cast.t())
        ctx.save_for_backward(flat, middle, weight, down_cast, up_cast)
        ctx.scaling = scaling
        ctx.dtypes = (down.dtype, up.dtype)
        return y

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        flat, middle, weight, down, up = ctx.saved_tensors
        shape = grad_outputs[0].shape
        grad = grad_outputs[0].reshape(-1, shape[-1])
        grad_middle = (grad @ up).mul_(ctx.scaling)
        grad_down = (grad_middle.t() @ flat).to(ctx.dtypes[0]) if ctx.needs_input_grad[3] else None
        grad_up = (middle.t() @ grad).t().to(ctx.dtypes[1]) if ctx.needs_input_grad[4] else None
        grad_x = None
        if ctx.needs_input_grad[0]:
            grad_x = (grad @ weight).addmm_(grad_middle, down).view(*shape[:-1], weight.shape[1])
        return grad_x, None, None, grad_down, grad_up, None
