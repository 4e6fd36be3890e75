"""Each row of a batch through an adapter of its own, or through none: one pass over the weights serves them all.

A LoRA layer computes Wx + s B(Ax) (Hu et al. 2021, arXiv 2106.09685, eq. 3). The product with W is the same for every
row, so it is taken once; to each row its own adapter's product is added, in the order and the number formats of peft's
forward. peft's state is not touched: which adapters are switched on, and what is trained, stays as it is.

In bfloat16 a product of two rows may be rounded otherwise than one of a single row, and now and then another token is
the likeliest. So each row can also be had as it is alone, to the bit, by the cheapest product that a layer of its size
allows (`row_products.py`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import torch
from peft.tuners.lora.layer import Linear as LoraLinear
from peft.tuners.tuners_utils import BaseTunerLayer
from peft.utils.other import AuxiliaryTrainingWrapper
from torch.nn.functional import linear

from engine.model.row_products import exact_product

Forward = Callable[..., torch.Tensor]


class RowAdapters:
    """The adapters' layers of one model, found once."""

    def __init__(self, model: torch.nn.Module) -> None:
        modules = list(model.modules())
        self._layers: list[Any] = [module for module in modules if isinstance(module, BaseTunerLayer)]
        self._products: list[Any] = [module for module in modules if type(module) is torch.nn.Linear]
        # Adapters that bring whole layers of their own, or act elsewhere than in layers, are peft's business.
        replaces_layers = any(isinstance(module, AuxiliaryTrainingWrapper) for module in modules)
        self._are_known = not replaces_layers and (bool(self._layers) or not hasattr(model, "peft_config"))
        self._forwards: dict[tuple[object, ...], list[tuple[Any, Forward]]] = {}

    def can_serve(self, names: Sequence[str | None]) -> bool:
        """Whether each of these adapters is the plain product and nothing else, in every layer."""
        return self._are_known and all(_is_plain(layer, name) for name in set(names) for layer in self._layers)

    @contextlib.contextmanager
    def in_rows(self, names: Sequence[str | None], *, one_by_one: bool = False) -> Generator[None]:
        """Inside the block row i of a batch goes through adapter `names[i]`, None being the model as it is.

        With `one_by_one` each row is what it would be alone, to the bit.
        """
        wanted = (one_by_one, *names)
        if wanted not in self._forwards:
            self._forwards[wanted] = list(self._replacements(names, one_by_one=one_by_one))
        replaced = self._forwards[wanted]
        # Not by attribute: a module's own way to set one is slow, and this happens for every token.
        former = [module.__dict__.get("forward") for module, _ in replaced]
        try:
            for module, forward in replaced:
                module.__dict__["forward"] = forward
            yield
        finally:
            for (module, _), forward in zip(replaced, former, strict=True):
                if forward is None:
                    module.__dict__.pop("forward", None)
                else:
                    module.__dict__["forward"] = forward

    def _replacements(self, names: Sequence[str | None], *, one_by_one: bool) -> Iterator[tuple[Any, Forward]]:
        runs = list(_runs(names, longest=1 if one_by_one else len(names)))
        for layer in self._layers:
            yield layer, _row_forward(layer, runs)
        if one_by_one and len(names) > 1:
            for layer in self._products:
                product = exact_product(layer, len(names))
                if product is not None:
                    yield layer, partial(product, layer)


def _is_plain(layer: Any, name: str | None) -> bool:
    if not _is_lora_linear(layer):
        return False
    if layer.merged or name is None or name not in layer.lora_A:
        return not layer.merged
    has_bias = layer.lora_A[name].bias is not None or layer.lora_B[name].bias is not None
    return not has_bias and name not in layer.lora_variant


def _is_lora_linear(layer: object) -> bool:
    return isinstance(layer, LoraLinear)


def _runs(names: Sequence[str | None], longest: int) -> Iterator[tuple[str, slice]]:
    """Rows that follow each other with the same adapter, at most so many; those without one are left out."""
    start = 0
    for name, group in groupby(names):
        end = start + len(list(group))
        if name is not None:
            yield from ((name, slice(row, min(row + longest, end))) for row in range(start, end, longest))
        start = end


def _row_forward(layer: Any, runs: Sequence[tuple[str, slice]]) -> Forward:
    """What takes the place of a layer's forward; what a token does not change is looked up here, once."""
    parts = [
        (layer.lora_A[name].weight, layer.lora_B[name].weight, layer.scaling[name], rows)
        for name, rows in runs
        if name in layer.lora_A
    ]
    return partial(_add_products, layer.base_layer, parts)


def _add_products(
    base: Any, parts: Sequence[tuple[torch.Tensor, torch.Tensor, float, slice]], x: torch.Tensor
) -> torch.Tensor:
    """x is [rows, T, I], the result [rows, T, O]; A is [R, I], B is [O, R]."""
    y = base.forward(x)
    for down, up, scaling, rows in parts:
        # Added in the wider of the two formats, then rounded, as peft does.
        y[rows].add_(linear(linear(x[rows].to(down.dtype), down), up) * scaling)
    return y
