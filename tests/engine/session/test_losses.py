"""Whole runs by other losses than DPO's."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.events import EvaluationFinished, PhaseChanged, PhaseProgress, StepFinished
from engine.export.card import model_card, read_run_facts
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder
from tests.engine.tiny_runs import finished, of_kind, resume, train, train_until


def by(plan: RunPlan, **loss: Any) -> RunPlan:
    return replace(plan, training=replace(plan.training, **loss))


def test_a_run_without_a_reference_makes_no_pass_over_it_and_says_so(plan: RunPlan, tmp_path: Path, home: Path) -> None:
    plan = by(plan, loss_type=("simpo",), beta=2.0)
    events = train(plan, tmp_path / "run")
    finished(events)
    phases = {event.phase for event in events if isinstance(event, PhaseChanged | PhaseProgress)}
    assert not phases & {"scoring_reference", "checking_reference"}
    assert not (home / "reference_logps").exists()
    assert read_manifest(tmp_path / "run" / "manifest.json")["reference"]["what"] == "none"


def test_its_rewards_are_those_of_its_loss(plan: RunPlan, tmp_path: Path) -> None:
    """Of cpo, beta times the log-probability: no gain over anything."""
    events = train(by(plan, loss_type=("cpo",), beta=0.3), tmp_path / "run")
    for event in (*of_kind(events, StepFinished), *of_kind(events, EvaluationFinished)):
        metrics = event.metrics
        assert metrics.rewards_chosen == pytest.approx(0.3 * metrics.logps_chosen, rel=1e-6)
        assert metrics.rewards_margins == pytest.approx(0.3 * (metrics.logps_chosen - metrics.logps_rejected), rel=1e-4)
    card = model_card(read_run_facts(RunFolder(tmp_path / "run")))
    assert "compares with no model from before training" in card
    assert "| Reward margin | - |" in card


@pytest.mark.parametrize(
    "loss", [{"loss_type": ("aot",)}, {"loss_type": ("sigmoid", "sft"), "loss_weights": (1.0, 0.5)}]
)
def test_a_run_by_another_loss_is_resumed_bit_for_bit(plan: RunPlan, tmp_path: Path, loss: dict[str, Any]) -> None:
    plan = by(plan, **loss)
    whole = train(plan, tmp_path / "whole")
    train_until(plan, tmp_path / "parted", lambda event: isinstance(event, StepFinished) and event.step == 3)
    rest = resume(tmp_path / "parted")
    assert read_plan(tmp_path / "parted" / "plan.toml").training.loss == plan.training.loss
    expected = [event.metrics for event in of_kind(whole, StepFinished)]
    assert [event.metrics for event in of_kind(rest, StepFinished)] == expected[-len(of_kind(rest, StepFinished)) :]
    assert all(math.isfinite(metrics.loss) for metrics in expected)
