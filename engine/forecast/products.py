"""How fast this device multiplies large matrices, which bounds how fast it trains."""

from __future__ import annotations

import time

import torch

from engine.model.device import synchronize

_SIDE = 1024
_TIMES = 4


def products_per_second(device: str, dtype: str) -> float:
    """Operations a second of a square product, the best of a few. Takes a tenth of a second."""
    left, right = (torch.ones(_SIDE, _SIDE, dtype=getattr(torch, dtype), device=device) for _ in range(2))
    seconds: list[float] = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        torch.mm(left, right)
        synchronize(device)
        seconds.append(time.perf_counter() - began)
    return 2.0 * _SIDE**3 / min(seconds)
