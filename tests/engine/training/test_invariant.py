"""Before the first update, policy and reference are the same model, or the run does not start."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy
import pytest

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.errors import EngineError
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import LoadedModel, load_model
from engine.plan import AdapterPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.reference import reference_logps
from engine.training.invariant import check_step_zero

_BATCH = MicroBatch(
    (
        TokenizedPair(1, array("i", [5, 6, 7]), array("i", [8, 2]), array("i", [9, 10, 11, 2])),
        TokenizedPair(2, array("i", [50]), array("i", [60, 70, 2]), array("i", [61, 2])),
    )
)
_WRONG_CACHE = "stored scores of the original model do not belong"


def _fresh(folder: Path, dtype: str) -> tuple[LoadedModel, CompletionScorer, numpy.ndarray]:
    loaded = load_model(folder, "cpu", dtype)
    loaded.model = attach_fresh_adapter(loaded.model, AdapterPlan(r=2, dropout=0.3), seed=1)
    scorer = CompletionScorer.of(loaded.causal_model)
    return loaded, scorer, reference_logps(loaded, scorer, scorer.lay_out(_BATCH, "cpu")).numpy()


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_fresh_adapter_passes_even_after_dropout_was_on(tiny_model_folder: Path, dtype: str) -> None:
    loaded, scorer, cached = _fresh(tiny_model_folder, dtype)
    loaded.model.train()
    check_step_zero(loaded, scorer, _BATCH, cached)


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_an_adapter_that_is_not_fresh_is_refused(tiny_model_folder: Path, dtype: str) -> None:
    loaded, scorer, cached = _fresh(tiny_model_folder, dtype)
    parameter = next(value for name, value in loaded.model.named_parameters() if "q_proj.lora_B" in name)
    parameter.data[0, 0] = 0.05
    with pytest.raises(EngineError, match="already differ") as caught:
        check_step_zero(loaded, scorer, _BATCH, cached)
    assert "nats" in caught.value.details


@pytest.mark.parametrize("dtype,passes,fails", [("float32", 1e-6, 1e-4), ("bfloat16", 2e-3, 2e-2)])
def test_a_cache_may_differ_by_rounding_and_no_more(
    tiny_model_folder: Path, dtype: str, passes: float, fails: float
) -> None:
    loaded, scorer, cached = _fresh(tiny_model_folder, dtype)
    check_step_zero(loaded, scorer, _BATCH, (cached * (1 + passes)).astype(numpy.float32))
    with pytest.raises(EngineError, match=_WRONG_CACHE) as caught:
        check_step_zero(loaded, scorer, _BATCH, (cached * (1 + fails)).astype(numpy.float32))
    assert "reference_logps" in caught.value.hint


def test_a_cache_of_no_numbers_is_refused(tiny_model_folder: Path) -> None:
    loaded, scorer, cached = _fresh(tiny_model_folder, "float32")
    cached = cached.copy()
    cached[3] = numpy.nan
    with pytest.raises(EngineError, match=_WRONG_CACHE):
        check_step_zero(loaded, scorer, _BATCH, cached)
