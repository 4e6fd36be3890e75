"""Which path a model takes: exact ones the shared prefix, all others two rows, and why."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.data.tokenize import TokenizedPair
from engine.model.load import LoadedModel, load_model
from engine.preference.padded_rows import PaddedPath
from engine.preference.shared_prefix import packed_pairs
from engine.preference.shared_prefix.choice import FLOAT32_TOLERANCE, choose_path, path_named, why_not_shared
from engine.preference.shared_prefix.packed_pairs import Segment
from engine.preference.shared_prefix.path import SharedPrefixPath
from tests.engine.preference.micro_batches import random_micro_batch
from tests.engine.preference.models import CONFIGS, build

PAIRS = random_micro_batch(pairs=5, vocabulary=100).pairs


@pytest.fixture
def loaded(tiny_model_folder: Path) -> LoadedModel:
    return load_model(tiny_model_folder, "cpu", "float32")


def test_an_exact_model_shares_its_prompts(loaded: LoadedModel) -> None:
    choice = choose_path(loaded, PAIRS)
    assert isinstance(choice.path, SharedPrefixPath)
    assert choice.difference is not None
    assert choice.difference < FLOAT32_TOLERANCE
    assert choice.as_dict() == {
        "name": "shared-prefix-3",
        "difference": choice.difference,
        "tolerance": FLOAT32_TOLERANCE,
        "lean_layers": len(loaded.model.get_decoder().layers),
    }
    assert "as one row" in choice.sentence


def test_in_bfloat16_the_bound_is_what_another_exact_kernel_makes_of_it(tiny_model_folder: Path) -> None:
    choice = choose_path(load_model(tiny_model_folder, "cpu", "bfloat16"), PAIRS)
    assert isinstance(choice.path, SharedPrefixPath)
    assert choice.tolerance is not None
    assert 0.005 <= choice.tolerance < 0.2


def _seeing_the_other_reply(pair: TokenizedPair, start: int) -> Iterator[Segment]:
    yield Segment(start, packed_pairs.packed_tokens([pair]))


def _going_on(pair: TokenizedPair) -> Iterator[torch.Tensor]:
    yield torch.arange(packed_pairs.packed_tokens([pair]))


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
@pytest.mark.parametrize("part, wrong", [("_segments", _seeing_the_other_reply), ("_positions", _going_on)])
def test_numbers_that_differ_are_not_trusted(
    smollm2_folder: Path, monkeypatch: pytest.MonkeyPatch, dtype: str, part: str, wrong: object
) -> None:
    """A packed row that lets replies see each other, or shifts positions, runs without complaint."""
    loaded = load_model(smollm2_folder, "cpu", dtype)
    monkeypatch.setattr(packed_pairs, part, wrong)
    choice = choose_path(loaded, PAIRS)
    assert isinstance(choice.path, PaddedPath)
    assert "nats" in choice.reason
    assert choice.as_dict()["name"] == PaddedPath().name


def test_a_model_that_takes_no_other_attention_keeps_two_rows(
    loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(loaded.model.get_decoder()), "set_attn_implementation", lambda *_: None)
    choice = choose_path(loaded, PAIRS)
    assert isinstance(choice.path, PaddedPath)
    assert "no place for another attention" in choice.reason


def test_layers_that_carry_a_state_are_named() -> None:
    model = build("qwen3")
    assert why_not_shared(model) == ""
    model.config.layer_types = ["linear_attention", "full_attention"]
    assert why_not_shared(model) == "it has layers of the kind linear_attention"
    model.config.layer_types = None
    model.config.attention_chunk_size = 64
    assert why_not_shared(model) == "its attention is cut into chunks"
    model.config.attention_chunk_size = None
    model.mixer = torch.nn.Conv1d(4, 4, 3)
    assert why_not_shared(model) == "it mixes neighbouring tokens outside of attention"


@pytest.mark.parametrize("name", sorted(CONFIGS))
def test_nothing_speaks_against_the_families_that_are_exact(name: str) -> None:
    assert why_not_shared(build(name)) == ""


def test_one_pair_is_enough_to_choose(loaded: LoadedModel) -> None:
    pair = replace(PAIRS[0], rejected_ids=array("i", [5]))
    assert isinstance(choose_path(loaded, [pair]).path, SharedPrefixPath)


def test_paths_are_found_by_the_name_in_the_manifest() -> None:
    for path in (PaddedPath(), SharedPrefixPath()):
        assert path_named(path.name) == path
    assert path_named("another") is None
    assert path_named("") is None
