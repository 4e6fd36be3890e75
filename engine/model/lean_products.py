"""Linear layers that share an input, adapted by LoRA or not, there and back in as few matrix products as possible.

What is here is plain arithmetic on tensors without gradients; `lean_layers` makes autograd functions of it. Shapes: x
[T, I], weight [O, I], bias [O], down [R, I], up [O, R]; y = Wx + b + s B(Ax) (Hu et al. 2021, arXiv 2106.09685, eq. 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from peft.tuners.lora.layer import Linear as LoraLinear

from engine.model.lean_lora import is_exact


@dataclass(frozen=True, slots=True)
class Product:
    """A frozen linear layer, and the adapter that is in effect on it; `down` and `up` are None without one."""

    weight: torch.Tensor
    bias: torch.Tensor | None
    down: torch.Tensor | None = None
    up: torch.Tensor | None = None
    scaling: float = 1.0

    @property
    def adapter(self) -> tuple[torch.Tensor | None, torch.Tensor | None]:
        """What may want a gradient."""
        return self.down, self.up


def product_of(module: Any) -> Product | None:
    """A module's product as it would compute it now, or None where it is more than a linear layer with one adapter."""
    if type(module) is torch.nn.Linear:
        return None if module.weight.requires_grad else Product(module.weight, module.bias)
    if not isinstance(module, LoraLinear) or type(module.base_layer) is not torch.nn.Linear or module.merged:
        return None
    base = module.base_layer
    if module.disable_adapters:
        return Product(base.weight, base.bias)
    if not is_exact(module):
        return None
    name = module.active_adapters[0]
    down: Any = module.lora_A[name].weight
    up: Any = module.lora_B[name].weight
    return Product(base.weight, base.bias, down, up, module.scaling[name])


def multiply(x: torch.Tensor, products: Sequence[Product]) -> tuple[list[torch.Tensor], list[torch.Tensor | None]]:
    """Every product of x, [T, O] each, and s Ax of the adapted ones, [T, R], which backward needs."""
    middles = _middles(x, products)
    results: list[torch.Tensor] = []
    for product, middle in zip(products, middles, strict=True):
        # The same call as the layer without an adapter makes, so that a fresh adapter changes no bit.
        y = torch.nn.functional.linear(x, product.weight, product.bias)
        if middle is not None and product.up is not None:
            y.addmm_(middle, product.up.to(x.dtype).t())
        results.append(y)
    return results, middles


def _middles(x: torch.Tensor, products: Sequence[Product]) -> list[torch.Tensor | None]:
    """s Ax of all adapters in one product."""
    downs = [product.down.to(x.dtype) for product in products if product.down is not None]
    if not downs:
        return [None] * len(products)
    together = x @ (downs[0] if len(downs) == 1 else torch.cat(downs)).t()
    parts = iter(together.split([len(down) for down in downs], dim=1))
    return [None if product.down is None else next(parts) * product.scaling for product in products]


def multiply_back(
    grads: Sequence[torch.Tensor],
    x: torch.Tensor,
    middles: Sequence[torch.Tensor | None],
    products: Sequence[Product],
    *,
    wants_x: bool,
) -> tuple[torch.Tensor | None, list[torch.Tensor | None]]:
    """From the gradients of the results, [T, O] each: that of x, and those of every product's down and up."""
    grad_x: torch.Tensor | None = None
    of_adapters: list[torch.Tensor | None] = []
    for grad, middle, product in zip(grads, middles, products, strict=True):
        if wants_x:
            grad_x = grad @ product.weight if grad_x is None else grad_x.addmm_(grad, product.weight)
        if middle is None or product.down is None or product.up is None:
            of_adapters += [None, None]
            continue
        grad_middle = (grad @ product.up.to(grad.dtype)).mul_(product.scaling)
        if grad_x is not None:
            grad_x.addmm_(grad_middle, product.down.to(grad.dtype))
        of_adapters.append((grad_middle.t() @ x).to(product.down.dtype))
        of_adapters.append((middle.t() @ grad).t().to(product.up.dtype))
    return grad_x, of_adapters
