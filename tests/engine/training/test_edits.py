"""A run learns from the pairs as a person left them, and keeps to the edits it was started with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.data.edits.edit import Action, EditTarget, NewText, edit_at, pair_digest
from engine.data.reader import read_preferences
from engine.errors import EngineError
from engine.events import DataPrepared, StepFinished
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.storage.edit_log import EditLog
from engine.storage.manifest import read_manifest
from engine.training.preparation import read_pair_sets
from tests.engine.tiny_runs import failed, finished, of_kind, resume, tiny_plan, train, train_until, write_pairs

Edits = Callable[..., Path]


@pytest.fixture
def pairs_file(tmp_path: Path) -> Path:
    return write_pairs(tmp_path / "pairs.jsonl")


@pytest.fixture
def edit(pairs_file: Path, tmp_path: Path) -> Edits:
    """Adds one edit of a row to the log, and gives the log's path."""
    pairs = {pair.row: pair for pair in read_preferences(pairs_file).pairs}

    def add(row: int, action: Action, *texts: NewText) -> Path:
        log = EditLog(tmp_path / "edits.jsonl")
        log.add(
            pairs_file, f"{action} row {row}", [edit_at(EditTarget(row, 0, pair_digest(pairs[row])), action, texts)]
        )
        return log.path

    return add


def plan_with(model: Path, pairs: Path, edits: Path, **changes: object) -> RunPlan:
    return tiny_plan(model, pairs, edits_path=str(edits), **changes)


def test_edits_are_made_before_the_split(tiny_model_folder: Path, pairs_file: Path, edit: Edits) -> None:
    edit(1, "drop")
    edit(2, "flip")
    path = edit(3, "rewrite", NewText("chosen", 0, "Quite another reply."))
    before = {pair.row: pair for pair in read_preferences(pairs_file).pairs}
    sets = read_pair_sets(plan_with(tiny_model_folder, pairs_file, path, evaluation_share=0.3))
    read = {pair.row: pair for pair in (*sets.training, *sets.evaluation)}
    assert sorted(read) == list(range(2, 21))
    assert (read[2].chosen, read[2].rejected) == (before[2].rejected, before[2].chosen)
    assert read[3].chosen_text == "Quite another reply."
    assert all(read[row] == before[row] for row in range(4, 21))
    assert (sets.edits.changed, sets.edits.dropped, sets.edits.stale) == (2, 1, 0)


def test_dropped_pairs_do_not_count_towards_the_first(tiny_model_folder: Path, pairs_file: Path, edit: Edits) -> None:
    plan = plan_with(tiny_model_folder, pairs_file, edit(1, "drop"), max_pairs=4)
    sets = read_pair_sets(plan)
    assert {pair.row for pair in (*sets.training, *sets.evaluation)} == {2, 3, 4, 5}


def test_an_evaluation_file_is_edited_too(
    tiny_model_folder: Path, pairs_file: Path, tmp_path: Path, edit: Edits
) -> None:
    training = write_pairs(tmp_path / "training.jsonl", count=8, seed=2)
    plan = tiny_plan(tiny_model_folder, training, evaluation_path=str(pairs_file), edits_path=str(edit(20, "drop")))
    sets = read_pair_sets(plan)
    assert len(sets.training) == 8
    assert [pair.row for pair in sets.evaluation] == list(range(1, 20))


def test_when_everything_is_dropped_it_says_so(tiny_model_folder: Path, pairs_file: Path, edit: Edits) -> None:
    paths = [edit(row, "drop") for row in range(1, 21)]
    with pytest.raises(EngineError, match=r"Every pair of pairs\.jsonl is dropped"):
        read_pair_sets(plan_with(tiny_model_folder, pairs_file, paths[-1]))


def test_a_run_keeps_the_edits_it_began_with(
    tiny_model_folder: Path, pairs_file: Path, tmp_path: Path, edit: Edits
) -> None:
    path = edit(1, "flip")
    events = train_until(
        plan_with(tiny_model_folder, pairs_file, path),
        tmp_path / "run",
        lambda event: isinstance(event, StepFinished) and event.step == 2,
    )
    finished(events)
    (prepared,) = of_kind(events, DataPrepared)
    assert (prepared.edited_pairs, prepared.dropped_pairs, prepared.stale_edits) == (1, 0, 0)
    kept = tmp_path / "run" / "edits.jsonl"
    assert read_plan(tmp_path / "run" / "plan.toml").data.edits_path == str(kept)
    edit(2, "drop")
    path.unlink()
    (tmp_path / "run").rename(tmp_path / "moved")
    end = finished(resume(tmp_path / "moved"))
    assert (end.outcome, end.step) == ("finished", 8)
    assert len(read_manifest(tmp_path / "moved" / "manifest.json")["edits"]["sha256"]) == 64


def test_resuming_is_refused_when_the_run_s_own_copy_changed(
    tiny_model_folder: Path, pairs_file: Path, tmp_path: Path, edit: Edits
) -> None:
    plan = plan_with(tiny_model_folder, pairs_file, edit(1, "flip"))
    train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 2)
    kept = tmp_path / "run" / "edits.jsonl"
    kept.write_text("")
    assert "edits has changed" in failed(resume(tmp_path / "run")).message
    kept.unlink()
    assert "There is no file at" in failed(resume(tmp_path / "run")).message


def test_without_edits_nothing_is_kept(tiny_model_folder: Path, pairs_file: Path, tmp_path: Path) -> None:
    plan = tiny_plan(tiny_model_folder, pairs_file, epochs=1)
    finished(train(plan, tmp_path / "run"))
    assert not (tmp_path / "run" / "edits.jsonl").exists()
    assert "edits" not in read_manifest(tmp_path / "run" / "manifest.json")


def test_stale_edits_are_told_and_not_made(
    tiny_model_folder: Path, pairs_file: Path, tmp_path: Path, edit: Edits
) -> None:
    path = edit(1, "drop")
    lines = pairs_file.read_text().splitlines()
    lines[0] = json.dumps({**json.loads(lines[0]), "chosen": "Changed since."})
    pairs_file.write_text("\n".join(lines) + "\n")
    (prepared,) = of_kind(train(plan_with(tiny_model_folder, pairs_file, path), tmp_path / "run"), DataPrepared)
    assert (prepared.dropped_pairs, prepared.stale_edits) == (0, 1)
    assert prepared.training_pairs + prepared.evaluation_pairs == 20


def test_a_log_that_is_missing_or_damaged_stops_the_run(
    tiny_model_folder: Path, pairs_file: Path, tmp_path: Path
) -> None:
    absent = plan_with(tiny_model_folder, pairs_file, tmp_path / "absent.jsonl")
    assert "There is no file" in failed(train(absent, tmp_path / "one")).message
    (tmp_path / "edits.jsonl").write_text("nonsense\n")
    damaged = plan_with(tiny_model_folder, pairs_file, tmp_path / "edits.jsonl")
    assert "damaged" in failed(train(damaged, tmp_path / "two")).message
    finished(train(tiny_plan(tiny_model_folder, pairs_file), tmp_path / "two"))  # the folder is still free
