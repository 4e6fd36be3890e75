"""How positions are turned into angles (RoPE): the settings of a GGUF as transformers writes them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError
from engine.model.gguf.header import GgufHeader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOW, _HIGH, _ORIGINAL_CONTEXT = 1.0, 4.0, 8192  # of every Llama 3.1 to 3.3
_FACTORS = "rope_freqs.weight"
_USE_ORIGINAL = "Fetch the original model (safetensors) that it was made from, and choose its folder."


def rope_parameters(header: GgufHeader, head_size: int) -> dict[str, Any]:
    """`rope_parameters` for transformers 5, and what transformers 4 falls back silently without.

    Raises `EngineError` when positions are stretched in a way that is not known here.
    """
    theta = float(header.setting("rope.freq_base", 10000.0))
    scaling = _scaling(header, theta, head_size)
    return {
        "rope_theta": theta,
        "rope_scaling": scaling,
        "rope_parameters": {**(scaling or {"rope_type": "default"}), "rope_theta": theta},
    }


def _scaling(header: GgufHeader, theta: float, head_size: int) -> dict[str, Any] | None:
    kind = str(header.setting("rope.scaling.type", "none"))
    factors = next((tensor for tensor in header.tensors if tensor.name == _FACTORS), None)
    if factors is not None:
        import numpy as np

        stored = np.fromfile(header.path, np.float32, factors.numbers, offset=factors.offset)
        original = int(header.setting("rope.scaling.original_context_length", _ORIGINAL_CONTEXT))
        return _llama3(header, stored, theta, head_size, original)
    if kind == "linear":
        return {"rope_type": "linear", "factor": float(header.setting("rope.scaling.factor"))}
    if kind != "none":
        raise EngineError(
            f"{header.path.name} stretches its positions in the way {kind!r}, which is not known here.", _USE_ORIGINAL
        )
    return None


def _llama3(
    header: GgufHeader, stored: NDArray[np.float32], theta: float, head_size: int, original: int
) -> dict[str, Any]:
    """The settings that give the stored factors; the file holds only what came of them."""
    import numpy as np

    factor = round(float(stored.max()), 4)
    expected = llama3_factors(theta, head_size, factor, original)
    if len(stored) != len(expected) or not np.allclose(stored, expected, rtol=1e-3):
        raise EngineError(
            f"{header.path.name} stretches its positions by factors that are not those of Llama 3.", _USE_ORIGINAL
        )
    return {
        "rope_type": "llama3",
        "factor": factor,
        "low_freq_factor": _LOW,
        "high_freq_factor": _HIGH,
        "original_max_position_embeddings": original,
    }


def llama3_factors(theta: float, head_size: int, factor: float, original: int) -> NDArray[np.float64]:
    """By how much each frequency is divided: 1 for fast ones, `factor` for slow ones, smoothly between.

    One number for each pair of dimensions of a head, (head_size / 2,).
    """
    import numpy as np

    lengths = 2 * math.pi * theta ** (np.arange(0, head_size, 2) / head_size)
    smooth = np.clip((original / lengths - _LOW) / (_HIGH - _LOW), 0.0, 1.0)
    return 1 / ((1 - smooth) / factor + smooth)
