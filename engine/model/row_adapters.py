"""Each row of a batch through an adapter of its own, or through none: one pass over the weights serves them all.

A LoRA layer computes Wx + s B(Ax) (Hu et al. 2021, arXiv 2106.09685, eq. 3). The product with W is the same for every
row, so it is taken once; to each row its own adapter's product is added, in the order and the number formats of peft's
forward. peft's state is not touched: which adapters are switched on, and what is trained, stays as it is.
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

Forward = Callable[..., torch.Tensor]


class RowAdapters:
    """The adapters' layers of one model, found once."""

    def __init__(self, model: torch.nn.Module) -> None:
        modules = list(model.modules())
        self._layers: list[Any] = [module for module in modules if isinstance(module, BaseTunerLayer)]
        # Adapters that bring whole layers of their own, or act elsewhere than in layers, are peft's business.
        replaces_layers = any(isinstance(module, AuxiliaryTrainingWrapper) for module in modules)
        self._forwards: dict[tuple[str | None, ...], list[Forward]] = {}
        self._are_known = not replaces_layers and (bool(self._layers) or not hasattr(model, "peft_config"))

    def can_serve(self, names: Sequence[str | None]) -> bool:
        """Whether each of these adapters is the plain product and nothing else, in every layer."""
        return self._are_known and all(_is_plain(layer, name) for name in set(names) for layer in self._layers)

    @contextlib.contextmanager
    def in_rows(self, names: Sequence[str | None]) -> Generator[None]:
        """Inside the block row i of a batch goes through adapter `names[i]`, None being the model as it is."""
        wanted = tuple(names)
        if wanted not in self._forwards:
            runs = list(_runs(wanted))
            self._forwards[wanted] = [_row_forward(layer, runs) for layer in self._layers]
        # Not by attribute: a module's own way to set one is slow, and this happens for every token.
        former = [layer.__dict__.get("forward") for layer in self._layers]
        try:
            for layer, forward in zip(self._layers, self._forwards[wanted], strict=True):
                layer.__dict__["forward"] = forward
            yield
        finally:
            for layer, forward in zip(self._layers, former, strict=True):
                if forward is None:
                    layer.__dict__.pop("forward", None)
                else:
                    layer.__dict__["forward"] = forward


def _is_plain(layer: Any, name: str | None) -> bool:
    if not _is_lora_linear(layer):
        return False
    if layer.merged or name is None or name not in layer.lora_A:
        return not layer.merged
    has_bias = layer.lora_A[name].bias is not None or layer.lora_B[name].bias is not None
    return not has_bias and name not in layer.lora_variant


def _is_lora_linear(layer: object) -> bool:
    return isinstance(layer, LoraLinear)


def _runs(names: Sequence[str | None]) -> Iterator[tuple[str, slice]]:
    """Rows that follow each other with the same adapter, those without one left out."""
    start = 0
    for name, group in groupby(names):
        end = start + len(list(group))
        if name is not None:
            yield name, slice(start, end)
        start = end


def _row_forward(layer: Any, runs: Sequence[tuple[str, slice]]) -> Forward:
    """What takes the place of a layer's forward; what a token does not change is looked up here, once."""
    parts = [
        (layer.lora_A[name].weight, layer.lora_B[name].weight, layer.scaling[name], rows)
        for name, rows in runs
        if name in layer.lora_A
    ]
    base: Forward = layer.base_layer.forward
    return partial(_add_products, base, parts) if parts else base


def _add_products(
    base: Forward, parts: Sequence[tuple[torch.Tensor, torch.Tensor, float, slice]], x: torch.Tensor
) -> torch.Tensor:
    """x is [rows, T, I], the result [rows, T, O]; A is [R, I], B is [O, R]."""
    y = base(x)
    for down, up, scaling, rows in parts:
        # Added in the wider of the two formats, then rounded, as peft does.
        y[rows].add_(linear(linear(x[rows].to(down.dtype), down), up) * scaling)
    return y
