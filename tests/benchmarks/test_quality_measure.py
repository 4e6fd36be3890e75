from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from benchmarks.sides.quality_measure import area_under_curve, divergence_of_token, flip_labels, split_pairs
from engine.data.reader import read_preferences


def test_the_area_under_the_curve_counts_the_pairs_that_are_told_apart() -> None:
    assert area_under_curve([3.0, 2.0, 1.0], [True, True, False]) == 1.0
    assert area_under_curve([1.0, 2.0, 3.0], [True, True, False]) == 0.0
    assert area_under_curve([1.0, 1.0], [True, False]) == 0.5
    # 4 over 3 and 1; 2 over 1 only: three of four.
    assert area_under_curve([4.0, 3.0, 2.0, 1.0], [True, False, True, False]) == pytest.approx(0.75)


def test_the_estimate_s_mean_is_the_divergence() -> None:
    policy, reference = (0.5, 0.3, 0.2), (0.25, 0.25, 0.5)
    exact = sum(p * math.log(p / q) for p, q in zip(policy, reference, strict=True))
    estimate = sum(p * divergence_of_token(math.log(p / q)) for p, q in zip(policy, reference, strict=True))
    assert estimate == pytest.approx(exact)
    assert divergence_of_token(-2.0) > 0 < divergence_of_token(2.0)


def test_just_the_named_rows_are_turned_round_and_no_prompt_is_on_both_sides(tmp_path: Path) -> None:
    rows = [{"prompt": f"question {n // 2}", "chosen": f"good {n}", "rejected": f"bad {n}"} for n in range(40)]
    source = tmp_path / "pairs.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    training, held_back = split_pairs(source, tmp_path, 21, 0)
    prompts = [{pair.prompt_text for pair in read_preferences(path).pairs} for path in (training, held_back)]
    assert prompts[0].isdisjoint(prompts[1])
    assert len(read_preferences(held_back).pairs) == 18
    flipped = flip_labels(training, tmp_path / "flipped.jsonl", 0.2, seed=3)
    assert len(flipped) == 4
    for pair in read_preferences(tmp_path / "flipped.jsonl").pairs:
        assert pair.chosen_text.startswith("bad" if pair.row in flipped else "good")
