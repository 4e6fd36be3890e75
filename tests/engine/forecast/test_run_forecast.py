"""A forecast of a real plan, against what the real model holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from transformers import AutoConfig

from engine.data.batch import MicroBatch
from engine.errors import PlanError
from engine.forecast.live_bytes import LiveBytes
from engine.forecast.passes import training_pass
from engine.forecast.run_forecast import forecast_run, parts_but_the_pass
from engine.forecast.unloaded import unloaded_model
from engine.model.adapter import attach_fresh_adapter, set_training_mode, trainable_parameters
from engine.model.lean_lora import LeanProducts
from engine.model.load import LoadedModel, load_model
from engine.preference.logprobs import CompletionScorer
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path as ForwardPath
from engine.preference.shared_prefix.path import SharedPrefixPath
from tests.engine.preference.micro_batches import random_micro_batch
from tests.engine.tiny_runs import tiny_plan, write_pairs


def test_says_what_a_plan_needs_and_loses(tiny_model_folder: Path, tmp_path: Path) -> None:
    plan = tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), max_length=40)
    forecast = forecast_run(plan)
    loaded = load_model(tiny_model_folder, "cpu", "float32")
    weights = sum(parameter.numel() for parameter in loaded.model.parameters())
    adapter = trainable_parameters(attach_fresh_adapter(loaded.model, plan.adapter, 1)).values()
    assert forecast.memory.parts.weights == 4 * weights
    assert forecast.memory.parts.optimizer == 8 * sum(parameter.numel() for parameter in adapter)
    assert forecast.memory.parts.activations > 0
    assert forecast.memory.verdict == "fits"
    assert forecast.data.cut_tokens > 0
    assert forecast.updates == 4


def test_all_weights_have_gradients_and_moments_and_in_bfloat16_copies(tiny_model_folder: Path, tmp_path: Path) -> None:
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    numbers = sum(each.numel() for each in load_model(tiny_model_folder, "cpu", "float32").model.parameters())
    for dtype, width, copies in (("float32", 4, 0), ("bfloat16", 2, 4)):
        parts = forecast_run(tiny_plan(tiny_model_folder, pairs, tuning="full", r=16, dtype=dtype)).memory.parts
        assert (parts.weights, parts.adapter) == (width * numbers, copies * numbers)
        assert (parts.gradients, parts.optimizer) == (4 * numbers, 8 * numbers)
        assert parts.activations > 0


def test_packed_weights_count_as_packed_but_for_table_head_and_norms(tiny_model_folder: Path, tmp_path: Path) -> None:
    plan = tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"))
    packed = replace(plan, model=replace(plan.model, device="auto", load_in_4bit=True))
    with pytest.raises(PlanError, match="CUDA"):  # as training it would be
        forecast_run(packed)
    parts = parts_but_the_pass(unloaded_model(packed, "bfloat16"), 0)
    config = AutoConfig.from_pretrained(tiny_model_folder)
    width, inner, layers = config.hidden_size, config.intermediate_size, config.num_hidden_layers
    key_width = config.num_key_value_heads * width // config.num_attention_heads
    matrices = layers * (2 * width * width + 2 * width * key_width + 3 * width * inner)
    tables = (1 if config.tie_word_embeddings else 2) * config.vocab_size * width
    norms = (2 * layers + 1) * width
    assert parts.weights == pytest.approx(0.516 * matrices + 2 * (tables + norms), rel=1e-3)
    assert parts.adapter == parts_but_the_pass(unloaded_model(plan, "bfloat16"), 0).adapter


# On two padded rows transformers takes shapes alone for a trace, and writes out the mask and the grouped keys.
@pytest.mark.parametrize("path, at_least, at_most", [(PaddedPath(), 1.0, 1.12), (SharedPrefixPath(), 0.97, 1.03)])
def test_shapes_alone_hold_what_the_real_model_does(
    tiny_model_folder: Path, tmp_path: Path, path: ForwardPath, at_least: float, at_most: float
) -> None:
    plan = tiny_plan(tiny_model_folder, tmp_path)
    micro_batch = random_micro_batch()
    loaded = load_model(tiny_model_folder, "cpu", "float32")
    loaded.model = attach_fresh_adapter(loaded.model, plan.adapter, 1)
    loaded.lean = LeanProducts(loaded.model)
    set_training_mode(loaded.model, training=True)
    scorer = CompletionScorer.of(loaded.causal_model, path)
    unloaded = unloaded_model(plan, "float32")
    found = training_pass(unloaded.loaded, unloaded.shapes, micro_batch, path)
    assert at_least <= found.activations / _really_saved(loaded, scorer, micro_batch) <= at_most


def _really_saved(loaded: LoadedModel, scorer: CompletionScorer, micro_batch: MicroBatch) -> int:
    layout = scorer.lay_out(micro_batch, "cpu")
    known = [*loaded.model.parameters(), *loaded.model.buffers()]
    with torch.enable_grad(), loaded.computing(), LiveBytes(known) as held:
        _hidden = scorer.path.hidden(scorer.decoder, layout)
        return held.live
