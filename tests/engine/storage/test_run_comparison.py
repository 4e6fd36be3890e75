from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.storage.amendments import Amendment, add_amendment
from engine.storage.manifest import update_manifest
from engine.storage.pair_margins import PairOfRun
from engine.storage.run_comparison import ComparedFact, compare_runs
from engine.storage.run_folder import RunFolder
from tests.app.run_folders import PLAN, write_run


@pytest.fixture
def runs(tmp_path: Path) -> list[RunFolder]:
    training = replace(PLAN.training, beta=0.3, loss_type=("ipo",))
    data = replace(PLAN.data, edits_path=str(tmp_path / "own" / "edits.jsonl"))
    plans = (PLAN, replace(PLAN, training=training, data=data))
    return [write_run(tmp_path / str(number), "finished", plan=plan) for number, plan in enumerate(plans)]


def _compare(runs: list[RunFolder]) -> dict[str, ComparedFact]:
    return {fact.key: fact for fact in compare_runs([run.path for run in runs])}


def test_only_what_differs_differs(runs: list[RunFolder]) -> None:
    facts = _compare(runs)
    assert facts["training.beta"].values == (0.1, 0.3)
    assert facts["training.beta"].name == "Closeness to the original"
    assert facts["training.beta"].differs == (False, True)
    assert {key for key, fact in facts.items() if not fact.is_same} == {"training.beta", "training.loss_type"}


def test_every_setting_of_a_plan_is_there(runs: list[RunFolder]) -> None:
    keys = set(_compare(runs))
    for part in ("model", "data", "adapter", "training"):
        own = {f"{part}.{name}" for name in getattr(PLAN, part).__dataclass_fields__} - {"data.edits_path"}
        assert own <= keys


def test_data_of_the_same_name_are_told_apart(runs: list[RunFolder]) -> None:
    update_manifest(runs[0].manifest_path, {"data": {"sha256": "aa"}, "edits": {"sha256": "ee"}})
    update_manifest(runs[1].manifest_path, {"data": {"sha256": "bb"}, "training_pairs": 70})
    facts = _compare(runs)
    assert facts["data.sha256"].values == ("aa", "bb")
    assert facts["data.edits"].values == ("ee", None)
    assert facts["data.training_pairs"].values == (72, 70)


def test_pairs_that_say_the_same_are_counted(runs: list[RunFolder]) -> None:
    keys = [bytes([number]) * 16 for number in range(5)]
    runs[0].margins.write_pairs([PairOfRun(row, False, key) for row, key in enumerate(keys[:4])], 1)
    runs[1].margins.write_pairs([PairOfRun(row, False, key) for row, key in enumerate(reversed(keys[2:]))], 1)
    assert _compare(runs)["data.common"].values == (4, 2)


def test_what_was_changed_on_the_way_counts(runs: list[RunFolder]) -> None:
    add_amendment(runs[1].amendments_path, Amendment(4, 0.5))
    assert _compare(runs)["training.amendments"].values == ("", "rate × 0.5 after step 4")


def test_a_damaged_run_says_nothing(runs: list[RunFolder]) -> None:
    runs[0].plan_path.write_text("x")
    runs[0].manifest_path.unlink()
    facts = _compare(runs)
    assert facts["training.beta"].values == (None, 0.3)
    assert facts["data.training_pairs"].values == (None, 72)
    runs[1].plan_path.unlink()
    assert "training.beta" not in _compare(runs)
