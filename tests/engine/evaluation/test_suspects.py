"""Suspected wrong labels: the arithmetic by hand, and what a real training says about labels turned round."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy
import pytest

from engine.evaluation.margin_history import read_margin_history
from engine.evaluation.suspects import rank_suspects
from engine.plan_file import read_plan
from engine.storage.run_folder import RunFolder
from tests.engine.tiny_runs import finished, train


def test_the_lowest_mean_comes_first_by_hand() -> None:
    """Means: pair 0 (1 + 3) / 2 = 2, pair 1 (-2 + 1) / 2 = -0.5, pair 2 never, pair 3 0.5, pair 4 -0.5."""
    pairs = numpy.array([0, 1, 3, 4, 0, 1], numpy.uint32)
    margins = numpy.array([1.0, -2.0, 0.5, -0.5, 3.0, 1.0], numpy.float32)
    ranking = rank_suspects(pairs, margins, 5)
    assert ranking.order.tolist() == [1, 4, 3, 0]
    assert ranking.means[[0, 1, 3, 4]].tolist() == [2.0, -0.5, 0.5, -0.5]
    assert numpy.isnan(ranking.means[2])
    assert ranking.suspected == 2


def test_a_margin_that_is_no_number_says_nothing() -> None:
    ranking = rank_suspects(numpy.array([0, 0, 1]), numpy.array([numpy.nan, -1.0, numpy.inf]), 2)
    assert ranking.means[0] == -0.5
    assert ranking.order.tolist() == [0, 1]


def test_nothing_seen_is_nothing_suspected() -> None:
    ranking = rank_suspects(numpy.empty(0, numpy.uint32), numpy.empty(0, numpy.float32), 3)
    assert ranking.order.tolist() == []
    assert ranking.suspected == 0


def test_training_on_the_demo_finds_labels_that_were_turned_round(tmp_path: Path, project_root: Path) -> None:
    demo = project_root / "resources" / "demo"
    lines = [json.loads(line) for line in (demo / "pairs.jsonl").read_text(encoding="utf-8").splitlines()][:240]
    turned = set(random.Random(5).sample(range(len(lines)), len(lines) // 5))
    for index in turned:
        lines[index]["chosen"], lines[index]["rejected"] = lines[index]["rejected"], lines[index]["chosen"]
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    plan = read_plan(demo / "plan.toml")
    training = replace(plan.training, epochs=2, batch_size=4, sample_prompts=0)
    plan = replace(plan, data=replace(plan.data, path=str(file)), training=training)
    finished(train(plan, tmp_path / "run"))

    history = read_margin_history(RunFolder(tmp_path / "run").margins)
    assert history is not None
    ranking = rank_suspects(history.seen["pair"], history.margins, len(history.pairs))
    is_turned = numpy.isin(history.pairs["row"] - 1, sorted(turned))
    assert _area_under_curve(ranking.means, is_turned) > 0.97
    assert is_turned[ranking.order[: ranking.suspected]].mean() > 0.8


def _area_under_curve(scores: numpy.ndarray, is_wrong: numpy.ndarray) -> float:
    """The chance that a wrong label has a lower score than a right one (Mann and Whitney's U)."""
    return float((scores[is_wrong][:, None] < scores[~is_wrong][None, :]).mean())


def test_the_area_under_the_curve_by_hand() -> None:
    scores = numpy.array([1.0, 3.0, 2.0, 4.0])
    assert _area_under_curve(scores, numpy.array([True, True, False, False])) == pytest.approx(0.75)
