"""What a plan says about reading holds for both of its files."""

from __future__ import annotations

import json
from pathlib import Path

from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.training.preparation import read_pair_sets

COLUMNS = {"prompt": "frage", "response_a": "links", "response_b": "rechts", "winner": "wahl"}


def write_votes(path: Path, *verdicts: str) -> str:
    rows = [
        {"frage": f"{path.stem} {n}?", "links": "l", "rechts": "r", "wahl": said} for n, said in enumerate(verdicts)
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    return str(path)


def test_columns_and_ties_of_the_plan_decide_in_both_files(tmp_path: Path) -> None:
    training = write_votes(tmp_path / "training.jsonl", "left", "tie", "right")
    evaluation = write_votes(tmp_path / "evaluation.jsonl", "tie", "right")
    data = DataPlan(training, evaluation_path=evaluation, columns=COLUMNS, ties="keep")
    sets = read_pair_sets(RunPlan(ModelPlan("m"), data))
    assert [(pair.chosen_text, pair.rejected_text) for pair in sets.training] == [
        ("l", "r"),
        ("l", "r"),
        ("r", "l"),
        ("r", "l"),
    ]
    assert [(pair.row, pair.tied) for pair in sets.evaluation] == [(1, True), (1, True), (2, False)]


def test_the_pairing_and_the_axis_of_the_plan_decide(tmp_path: Path) -> None:
    replies = [
        {"response": text, "overall_score": 1, "annotations": {"honesty": {"Rating": str(rating)}}}
        for text, rating in (("a", 3), ("b", 5), ("c", 1))
    ]
    path = tmp_path / "scored.json"
    path.write_text(json.dumps([{"instruction": "q", "completions": replies}]))
    data = DataPlan(str(path), evaluation_share=0.0, pairing="neighbours", axis="honesty")
    pairs = read_pair_sets(RunPlan(ModelPlan("m"), data)).training
    assert {(pair.chosen_text, pair.rejected_text) for pair in pairs} == {("b", "a"), ("a", "c")}
