from __future__ import annotations

import math
from pathlib import Path

import pytest

from benchmarks.growth import slope
from benchmarks.sides.random_model import write_random_model, write_random_pairs
from benchmarks.sides.without_gpu import attention_error
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.model.load import load_model


def test_a_slope_is_the_exponent() -> None:
    assert slope([1, 2, 4, 8], [3, 6, 12, 24]) == pytest.approx(1)
    assert slope([10, 100], [5, 500]) == pytest.approx(2)
    assert slope([1, 2], [7, 7]) == pytest.approx(0)
    assert math.isnan(slope([1, 2], [0, 1]))


def test_made_up_pairs_have_the_length_that_was_asked_for(tmp_path: Path) -> None:
    shape = {
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
    }
    loaded = load_model(write_random_model(tmp_path / "model", shape, "float32"), "cpu", "float32")
    pairs = read_preferences(write_random_pairs(tmp_path / "pairs.jsonl", 3, 200)).pairs
    assert len(pairs) == 3
    for pair in pairs:
        tokens = tokenize_pair(loaded.tokenizer, pair, 4096)
        assert isinstance(tokens, TokenizedPair)
        shared = len(tokens.prompt_ids) + len(tokens.chosen_ids) + len(tokens.rejected_ids)
        assert shared == pytest.approx(200, abs=10)
        assert len(tokens.chosen_ids) < len(tokens.rejected_ids)


@pytest.mark.parametrize("window", [None, 5])
def test_the_call_of_cudas_kernel_says_who_sees_whom(window: int | None) -> None:
    assert attention_error(window) < 1e-12


def test_every_benchmark_says_how_it_is_run(project_root: Path) -> None:
    for path in (project_root / "benchmarks").glob("[!_]*.py"):
        assert f"dev.py bench {path.stem}" in path.read_text(encoding="utf-8"), path
