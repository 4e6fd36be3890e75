"""How many tokens pass through a model at a time, before a device says otherwise."""

from __future__ import annotations

# Computed tokens a micro-batch, by kind of device: enough to fill it, small enough to stay in its fast memory.
TOKEN_BUDGET = {"cpu": 1024, "mps": 4096, "cuda": 16384}
