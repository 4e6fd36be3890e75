"""Whether a model can be trained on a device, told in a moment from what its files say, for a list of many models.

Nothing of the data is known here, so one pair of the usual longest length is reckoned with: the smallest portion that a
run falls back to when memory is short. The run's own forecast (`run_forecast.py`) counts every operation and takes
seconds; this one is held to it by a test, within a third.
"""

from __future__ import annotations

from dataclasses import replace

from engine.forecast.fixes import Knobs
from engine.forecast.memory import MemoryForecast, memory_parts
from engine.model.facts import ModelFacts
from engine.plan import LONGEST_PAIR

# Measured on forecasts of LoRA of rank 16 on all linear layers, per layer and unit of width.
_ADAPTER_NUMBERS = 290
_SAVED_NUMBERS = 25  # kept for backward, per token
_SAVED_NUMBERS_LEAN = 14  # the same where lean layers compute: in these families, and in bfloat16
_LEAN = {"LlamaForCausalLM", "MistralForCausalLM", "Qwen2ForCausalLM"}
_SCORED_TOKENS = 900  # whose scores over the vocabulary are held at a time, in float32
_PROGRAM = 700_000_000  # torch, transformers and the window
USUAL = Knobs(LONGEST_PAIR, 16, "auto")


def model_fit(facts: ModelFacts, kind: str, number_bytes: int, available: int, knobs: Knobs = USUAL) -> MemoryForecast:
    """The memory that teaching a model takes, of `available` bytes on a device of a kind (`cpu`, `mps`, `cuda`).

    `number_bytes` is 2 for a run in bfloat16 and 4 for one in float32.
    """
    shape = facts.layers * facts.hidden_size
    held = memory_parts(
        program=_PROGRAM if kind != "cuda" else 0,
        weights=facts.parameters * number_bytes,
        trained_numbers=facts.parameters if knobs.trains_all else _ADAPTER_NUMBERS * shape * knobs.rank // 16,
        has_copies=not knobs.trains_all or number_bytes < 4,
    )
    activations, scores = rough_pass_bytes(facts, number_bytes, 2 * knobs.max_length, knobs)
    return MemoryForecast(replace(held, activations=activations, output_head=scores), available)


def rough_pass_bytes(facts: ModelFacts, number_bytes: int, tokens: int, knobs: Knobs = USUAL) -> tuple[int, int]:
    """What `tokens` tokens hold on their way through the layers and the output head, in bytes."""
    shape = facts.layers * facts.hidden_size
    is_lean = number_bytes == 2 and facts.architecture in _LEAN and not knobs.trains_all
    saved = _SAVED_NUMBERS_LEAN if is_lean else _SAVED_NUMBERS
    # Computed again, a layer keeps its input; one layer at a time has its inside.
    kept = saved * shape if knobs.gradient_checkpointing != "on" else shape + saved * facts.hidden_size
    return kept * tokens * number_bytes, 4 * _SCORED_TOKENS * facts.vocabulary
