"""A frozen model in four bits (NF4), so that a large one can be taught on one CUDA card: QLoRA.

Dettmers et al. 2023, arXiv 2305.14314: the linear layers' weights are stored as 4-bit NormalFloat with their scales
quantised once more, and unpacked into the computing format for every product; adapter and head stay as they are.
Written as peft and transformers document it. It has not been run on a CUDA card by those who wrote it.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import torch
from transformers import BitsAndBytesConfig

from engine.errors import PlanError
from engine.model.device import DeviceInfo

FIELD = "model.load_in_4bit"
# Of one packed number: 4 bits; a scale for 64 of them, itself in 8 bits; and a float32 one for 256 of those.
NF4_BYTES = 1 / 2 + 1 / 64 + 4 / (64 * 256)


def require_four_bit(device: DeviceInfo) -> None:
    """Raise `PlanError` where a model cannot be trained in four bits.

    On processors bitsandbytes repacks the weights in the first forward pass of some of them, and training then goes on
    with wrong gradients, silently; it is neither faster nor smaller there.
    """
    if not device.name.startswith("cuda"):
        raise PlanError(
            FIELD,
            f"model.load_in_4bit needs a CUDA card, and this run would use {device.label}.",
            "Leave it out: on the processor LoRA is trained in bfloat16 or float32.",
        )
    if find_spec("bitsandbytes") is None:
        raise PlanError(
            FIELD,
            "model.load_in_4bit needs the package bitsandbytes, which is not installed.",
            "Install it with `pip install bitsandbytes`, or leave model.load_in_4bit out.",
        )


def four_bit_settings(device: str, dtype: str) -> dict[str, Any]:
    """What `from_pretrained` has to be given; the model is then on its device, and must not be moved."""
    return {
        "quantization_config": BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=getattr(torch, dtype),
        ),
        "device_map": {"": device},
    }
