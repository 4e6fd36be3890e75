from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.sides.side_process import run_side
from benchmarks.sides.training_table import (
    compare,
    geometric_means,
    loss_verdict,
    mean_lines,
    tuning_lines,
    workload_lines,
)
from benchmarks.sides.trl_training import Course, TooSlowError
from benchmarks.sides.trl_tuning import SETTINGS, Trials, best_settings, tune
from tests.engine.tiny_runs import write_pairs


def turn(first_epoch: float, peak_gib: float, losses: list[float], **others: float) -> dict[str, Any]:
    last = sum(losses[-2:]) / 2
    return {
        "pairs": 48, "first_epoch": first_epoch, "peak_gib": peak_gib, "losses": losses, "last_loss": last,
        "startup_seconds": 5.0, **others,
    }  # fmt: skip


def test_every_setting_that_the_issue_names_is_tried() -> None:
    assert sorted(SETTINGS) == sorted(f"{n}{p}{c}" for n in (1, 2, 4, 8) for p in ("", "p") for c in ("", "c"))


def test_tuning_measures_against_the_second_best_and_tries_again_what_failed() -> None:
    seconds = {"2": 40.0, "4": 20.0, "8": 30.0, "1": 100.0}
    trials: Trials = {"4": {"failed": "no memory"}}
    limits: dict[str, float] = {}
    saved: list[set[str]] = []

    def measure(setting: str, limit: float) -> dict[str, Any]:
        limits[setting] = limit
        gave_up = {"stopped_after_pairs": 8} if limit and seconds[setting] > limit else {}
        return {"pairs": 48, "first_epoch": 48 / seconds[setting], **gave_up}

    tune(trials, ["2", "4", "8", "1"], 1.1, measure, lambda: saved.append(set(trials)))
    assert limits == pytest.approx({"2": 0.0, "4": 0.0, "8": 44.0, "1": 33.0})
    assert best_settings(trials) == ["4", "8"]
    assert len(saved) == 4
    tune(trials, ["2", "4", "8", "1"], 1.1, lambda *_: pytest.fail("all of it is known"), lambda: None)


def test_the_table_says_which_settings_were_given_up() -> None:
    trials: Trials = {
        "8": {"failed": "it had taken 20.0 GiB"},
        "1": {"pairs": 48, "first_epoch": 0.5, "peak_gib": 2.0, "stopped_after_pairs": 8},
        "2": {"pairs": 48, "first_epoch": 1.0, "peak_gib": 2.0},
    }
    tuning = {"clock": "cpu", "threads": 1, "tune_pairs": 48, "slack": 1.1, "trials": trials}
    heading, _, _, first, second, third = tuning_lines("c", tuning)
    assert "48 pairs, the processor's seconds, threads: 1" in heading
    assert first.split() == ["2", "1.000", "2.00"]
    assert second.endswith("given up after 8 pairs")
    assert third.endswith("failed: it had taken 20.0 GiB")
    assert tuning_lines("b", {**tuning, "trials": {}}) == ["(b) TRL's settings were not tried out on this workload"]


def test_a_setting_is_given_up_when_its_epoch_will_take_too_long() -> None:
    now = [0.0]
    course = Course([10, 10, 20, 40], size=4, batch_size=8, limit=50.0, clock=lambda: now[0])
    course.begin()
    now[0] = 5.0
    course.passed()  # the first one's time says nothing of the rest
    now[0] = 11.0
    course.updated()  # 6 s for 10 tokens: 36 s for the remaining 60, so 47 s in all
    now[0] = 20.0
    course.passed()
    now[0] = 60.0
    with pytest.raises(TooSlowError) as caught:
        course.updated()
    assert (caught.value.seconds, caught.value.pairs) == (60.0, 16)


def test_the_reference_s_pass_alone_can_be_too_slow() -> None:
    now = [0.0]
    course = Course([10, 10, 10, 10], size=4, batch_size=8, limit=50.0, clock=lambda: now[0])
    course.begin()
    now[0] = 100.0
    course.scored()  # less than an update's pairs tell nothing yet
    course.begin()
    now[0] = 105.0
    course.scored()
    now[0] = 110.0
    with pytest.raises(TooSlowError) as caught:
        course.scored()
    assert caught.value.seconds == pytest.approx(60.0)  # 20 s for all, and twice that there and back


def test_ratios_are_against_the_fastest_setting() -> None:
    losses = [0.69, 0.68, 0.66, 0.70, 0.64, 0.66, 0.60, 0.64]
    runs = {
        "ours": [turn(4.0, 2.0, losses, cached=6.0), turn(6.0, 2.0, losses, cached=8.0)],
        "2": [turn(0.5, 4.0, losses), {"failed": "killed"}],
        "4p": [turn(1.0, 8.0, losses, cached=1.4), turn(1.0, 8.0, losses, cached=1.4)],
    }
    found = compare(runs)
    assert found["fastest_trl"] == "4p"
    assert found["first_epoch_ratio"] == pytest.approx(5.0)
    assert found["cached_ratio"] == pytest.approx(7.0)
    assert found["cached_both_ratio"] == pytest.approx(5.0)
    assert found["memory_ratio"] == pytest.approx(0.25)
    text = "\n".join(workload_lines("c", {"file": "f", "max_length": 256, "pairs": 48, "runs": runs, **found}))
    assert "TRL 2       failed: killed" in text
    assert "equal within noise" in text


def test_a_side_that_never_came_to_its_end_leaves_a_table_without_ratios() -> None:
    runs = {"ours": [turn(4.0, 2.0, [0.6, 0.6])], "8": [{"failed": "it had taken 20.0 GiB"}]}
    assert compare(runs) == {}
    workload = {"file": "f", "max_length": 512, "pairs": 48, "runs": runs}
    assert "failed: it had taken" in "\n".join(workload_lines("a", workload))
    assert mean_lines({"a": workload}) == []


def test_losses_are_equal_within_the_standard_error_of_their_mean() -> None:
    ours = [0.7] * 12 + [0.60, 0.64, 0.62, 0.66]  # the last quarter: mean 0.63, deviation 0.0258, error 0.0129
    verdict = loss_verdict(ours, [0.7] * 12 + [0.61, 0.65, 0.63, 0.67])
    assert verdict["difference"] == pytest.approx(-0.01)
    assert verdict["noise"] == pytest.approx(0.01291, abs=1e-5)
    assert verdict["is_equal"]
    assert not loss_verdict(ours, [0.7] * 12 + [0.62, 0.66, 0.64, 0.68])["is_equal"]


def test_means_over_workloads_are_geometric() -> None:
    assert geometric_means({"a": {"first_epoch_ratio": 2.0}, "c": {"first_epoch_ratio": 8.0}, "b": {}}) == {
        "first_epoch_ratio": pytest.approx(4.0)
    }


def test_a_side_that_dies_is_reported_with_its_last_words() -> None:
    found = run_side("ours_training", {"model": "/nowhere"}, {})
    assert found == {"failed": "KeyError: 'dtype'"}


def test_a_side_that_takes_too_much_memory_is_ended() -> None:
    found = run_side("ours_training", {}, {}, reserve_gib=1e6)
    assert "and was ended" in found["failed"]


@pytest.mark.slow
def test_both_sides_train_the_same_pairs_update_by_update(tmp_path: Path, tiny_model_folder: Path) -> None:
    data = write_pairs(tmp_path / "pairs.jsonl", 20)
    figures: dict[str, Any] = {}
    for side, setting in (("ours", ""), ("trl", "2p"), ("trl", "8c")):
        scratch = tmp_path / (setting or "ours")
        scratch.mkdir()
        asked = {
            "model": str(tiny_model_folder), "data": str(data), "max_length": 64, "dtype": "float32",
            "setting": setting, "scratch": str(scratch),
        }  # fmt: skip
        figures[side + setting] = run_side(
            f"{side}_training", asked, {"HF_HOME": str(scratch), "DPO_STUDIO_HOME": str(scratch)}
        )
        assert "failed" not in figures[side + setting], figures
    ours, precomputed, checkpointed = figures.values()
    assert ours["pairs"] == 20
    assert len(ours["losses"]) == 3
    assert precomputed["losses"] == pytest.approx(ours["losses"], abs=2e-4)
    assert checkpointed["losses"] == pytest.approx(ours["losses"], abs=2e-4)
    assert min(ours["utilisation"], precomputed["utilisation"]) > 0
    assert "cached" not in checkpointed
    asked = {**asked, "setting": "2", "limit": 1e-6, "scratch": str(tmp_path)}
    assert run_side("trl_training", asked, {"HF_HOME": str(tmp_path)})["stopped_after_pairs"] == 8
    assert json.dumps(figures)
