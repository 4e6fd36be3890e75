from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.storage.run_remarks import RunRemarks, read_remarks, split_tags, write_remarks
from engine.storage.run_summary import summarise, thin_curve

PLAN = """
[model]
path = "/models/tiny"
[data]
path = "/data/pairs.jsonl"
[training]
loss_type = ["sigmoid", "sft"]
beta = 0.2
learning_rate = 5e-5
epochs = 2
"""


def step(number: int, margin: object) -> dict[str, object]:
    return {
        "step": number,
        "total_steps": 20,
        "seconds": number * 2.0,
        "loss": 0.6,
        "rewards/margins": margin,
        "rewards/accuracies": 0.75,
    }


def held_back(number: int, margin: float) -> dict[str, object]:
    return {"step": number, "eval_loss": 0.5, "eval_rewards/margins": margin, "eval_rewards/accuracies": 0.9}


def write(folder: Path, manifest: dict[str, object] | None, lines: list[dict[str, object]]) -> Path:
    folder.mkdir()
    (folder / "plan.toml").write_text(PLAN)
    if manifest is not None:
        (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "metrics.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


def test_tells_how_a_run_was_made_and_how_it_ended(tmp_path: Path) -> None:
    lines = [step(1, 0.1), held_back(1, 0.2), step(2, 0.3), held_back(2, 0.4)]
    run = summarise(write(tmp_path / "one", {"state": "finished", "step": 2, "seconds": 9.5}, lines))
    assert (run.loss, run.beta, run.learning_rate, run.epochs) == ("sigmoid + sft", 0.2, 5e-5, 2)
    assert (run.loss_value, run.margin, run.accuracy, run.is_held_back) == (0.5, 0.4, 0.9, True)
    assert (run.curve, run.seconds, run.total_steps) == ((0.1, 0.3), 9.5, 20)


def test_a_run_that_kept_an_earlier_step_has_the_numbers_of_that_one(tmp_path: Path) -> None:
    lines = [step(1, 0.1), held_back(1, 0.8), step(2, 0.3), held_back(2, 0.4)]
    run = summarise(write(tmp_path / "one", {"state": "finished", "step": 1, "last_step": 2}, lines))
    assert (run.margin, run.step) == (0.8, 2)


def test_a_run_that_was_cut_off_has_what_its_metrics_say(tmp_path: Path) -> None:
    folder = write(tmp_path / "one", {"state": "running", "step": 0}, [step(1, 0.1), step(2, float("nan"))])
    with (folder / "metrics.jsonl").open("a") as file:
        file.write('{"step": 3, "loss": 0.')
    run = summarise(folder)
    assert (run.step, run.total_steps, run.seconds) == (2, 20, 4.0)
    assert (run.margin, run.loss_value, run.is_held_back) == (None, 0.6, False)
    assert run.curve == (0.1,)


def test_a_folder_without_a_manifest_is_damaged_and_takes_its_place_on_the_disk(tmp_path: Path) -> None:
    folder = write(tmp_path / "20261124-101500-one", None, [])
    (folder / "metrics.jsonl").write_bytes(b"\xff\xfe no text")
    (folder / "checkpoints").mkdir()
    (folder / "checkpoints" / "weights").write_bytes(b"x" * 5000)
    run = summarise(folder)
    assert (run.state, run.title) == ("damaged", "one")
    assert run.disk_bytes == 5000 + len(PLAN) + len(b"\xff\xfe no text")


def test_an_empty_or_absent_folder_is_no_error(tmp_path: Path) -> None:
    assert summarise(tmp_path).state == "damaged"
    assert summarise(tmp_path / "absent").disk_bytes == 0


def test_a_long_curve_keeps_its_mean_in_a_few_points() -> None:
    values = [float(number) for number in range(1000)]
    thin = thin_curve(values)
    assert len(thin) == 48
    assert thin[0] < 12
    assert thin[-1] > 987
    assert list(thin) == sorted(thin)


def test_remarks_come_back_as_they_were_written(tmp_path: Path) -> None:
    remarks = RunRemarks("näme", starred=True, tags=("a", "b c"), note="two\nlines")
    write_remarks(tmp_path, remarks)
    assert read_remarks(tmp_path) == remarks


@pytest.mark.parametrize("text", ["", "[]", '{"tags": "a", "starred": 1, "name": 3, "note": []}', '{"tags": [1, 2]}'])
def test_damaged_remarks_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "remarks.json").write_text(text)
    assert read_remarks(tmp_path) == RunRemarks()


def test_remarks_about_a_run_that_is_gone_cannot_be_saved(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="noted about the run absent"):
        write_remarks(tmp_path / "absent", RunRemarks())


def test_tags_are_told_apart_by_commas() -> None:
    assert split_tags(" ipo , short,, ipo,long one ") == ("ipo", "short", "long one")
