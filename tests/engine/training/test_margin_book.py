"""A run writes down both rewards of every pair whenever it is trained on or tested."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean

import pytest

from engine.data.edits.edit import pair_digest
from engine.data.reader import read_preferences
from engine.events import EvaluationFinished, StepFinished
from engine.storage.run_folder import RunFolder
from tests.engine.tiny_runs import finished, of_kind, tiny_plan, train, write_pairs


def test_two_epochs_give_two_values_a_pair_and_their_means_are_the_metrics(
    tiny_model_folder: Path, tmp_path: Path
) -> None:
    file = write_pairs(tmp_path / "pairs.jsonl")
    events = train(tiny_plan(tiny_model_folder, file), tmp_path / "run")
    finished(events)
    files = RunFolder(tmp_path / "run").margins
    table = files.read_pairs()
    assert table is not None
    pairs, steps_per_epoch = table
    steps, tests = of_kind(events, StepFinished), of_kind(events, EvaluationFinished)
    assert steps_per_epoch == len(steps) // 2
    said = {pair.row: pair_digest(pair) for pair in read_preferences(file).pairs}
    assert {int(pair["row"]): pair["key"].tobytes().hex() for pair in pairs} == said

    seen = files.read_seen()
    held_back = pairs["held_back"][seen["pair"]].astype(bool)
    numbers = seen["pair"][~held_back].tolist()
    assert sorted(numbers) == sorted([*range(int((pairs["held_back"] == 0).sum()))] * 2)
    for event, part in ((step, ~held_back) for step in steps):
        rows = seen[part & (seen["step"] == event.step)]
        assert fmean((rows["chosen"] - rows["rejected"]).tolist()) == pytest.approx(
            event.metrics.rewards_margins, abs=1e-6
        )
    for event in tests:
        rows = seen[held_back & (seen["step"] == event.step)]
        assert len(rows) == int(pairs["held_back"].sum())
        assert fmean(rows["chosen"].tolist()) == pytest.approx(event.metrics.rewards_chosen, abs=1e-6)


def test_no_event_carries_them(tiny_model_folder: Path, tmp_path: Path) -> None:
    """A line of metrics stays a line, however many pairs an update has."""
    finished(train(tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl")), tmp_path / "run"))
    lines = [json.loads(line) for line in (tmp_path / "run" / "metrics.jsonl").read_text().splitlines()]
    assert all(not isinstance(value, list) for line in lines for value in line.values())
