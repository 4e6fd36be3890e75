"""Layers that are computed again give the same numbers bit for bit, and keep less in between."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
import torch

from engine.forecast.live_bytes import LiveBytes
from engine.model.adapter import attach_fresh_adapter, set_training_mode, trainable_parameters
from engine.model.device import seeded
from engine.model.lean_lora import LeanProducts
from engine.model.load import LoadedModel, load_model
from engine.plan import AdapterPlan
from engine.preference.logprobs import CompletionScorer
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path as ForwardPath
from engine.preference.recomputed_path import RecomputedPath, can_recompute
from engine.preference.shared_prefix.path import SharedPrefixPath
from tests.engine.preference.micro_batches import random_micro_batch
from tests.engine.preference.models import CONFIGS, build
from tests.engine.preference.shared_prefix.test_exact import adapted, logps_and_gradients

PATHS: list[ForwardPath] = [PaddedPath(), SharedPrefixPath()]


def _loaded(folder: Path, dropout: float, dtype: str) -> LoadedModel:
    loaded = load_model(folder, "cpu", dtype)
    loaded.model = attach_fresh_adapter(loaded.model, AdapterPlan(r=4, dropout=dropout), seed=3)
    loaded.lean = LeanProducts(loaded.model)
    generator = torch.Generator().manual_seed(5)
    for name, parameter in trainable_parameters(loaded.model).items():
        if "lora_B" in name:
            parameter.data.copy_(torch.randn(parameter.shape, generator=generator) * 0.1)
    return loaded


def _gradients(loaded: LoadedModel, path: ForwardPath) -> dict[str, torch.Tensor | None]:
    """As the training loop takes them: products and number format around the way there alone."""
    set_training_mode(loaded.model, training=False)
    scorer = CompletionScorer.of(loaded.causal_model, path)
    loaded.model.zero_grad(set_to_none=True)
    set_training_mode(loaded.model, training=True)
    layout = scorer.lay_out(random_micro_batch(pairs=4, longest=30), "cpu")
    with seeded(8, "cpu"), loaded.computing():
        logps_N = scorer.token_logps(layout)
    (logps_N * torch.linspace(-1, 2, len(logps_N))).sum().backward()
    return {name: parameter.grad for name, parameter in trainable_parameters(loaded.model).items()}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_gradients_are_the_same_bit_for_bit(
    tiny_model_folder: Path, path: ForwardPath, dtype: str, dropout: float
) -> None:
    loaded = _loaded(tiny_model_folder, dropout, dtype)
    kept = _gradients(loaded, path)
    again = _gradients(loaded, RecomputedPath(path, loaded.computing))
    for name, gradient in kept.items():
        other = again[name]
        assert gradient is not None
        assert other is not None
        assert bool(gradient.any()), name
        assert torch.equal(other, gradient), name


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
@pytest.mark.parametrize("name", sorted(CONFIGS))
def test_every_family_gives_its_own_numbers(name: str, path: ForwardPath) -> None:
    model = adapted(name)
    expected, expected_gradients = logps_and_gradients(model, path)
    ours, gradients = logps_and_gradients(model, RecomputedPath(path, contextlib.nullcontext))
    assert torch.equal(ours, expected)
    assert all(torch.equal(gradients[each], gradient) for each, gradient in expected_gradients.items())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_little_is_kept_for_the_way_back_and_the_layers_are_left_as_they_were(
    tiny_model_folder: Path, path: ForwardPath
) -> None:
    loaded = _loaded(tiny_model_folder, 0.0, "float32")
    known = [*loaded.model.parameters(), *loaded.model.buffers()]
    kept: list[int] = []
    for each in (path, RecomputedPath(path, loaded.computing)):
        scorer = CompletionScorer.of(loaded.causal_model, each)
        layout = scorer.lay_out(random_micro_batch(pairs=4, longest=30), "cpu")
        with loaded.computing(), LiveBytes(known) as held:
            _hidden = each.hidden(scorer.decoder, layout)
            kept.append(held.live)
    assert kept[1] < kept[0] / 4
    assert not any("forward" in vars(module) for module in loaded.causal_model.get_decoder().layers)


def test_a_decoder_without_marked_layers_cannot() -> None:
    assert can_recompute(build("llama").get_decoder())
    assert not can_recompute(torch.nn.Linear(2, 2))
