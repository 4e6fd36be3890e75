"""Which evaluation is the best one, where held-back thumbs that all point one way have no margin to go by."""

from __future__ import annotations

import math
from pathlib import Path

import torch

from engine.events import EvaluationFinished, PairMetrics
from engine.plan import TrainingPlan
from engine.storage.run_folder import RunFolder
from engine.training.course import Course
from engine.training.optimizer import AdapterOptimizer


def test_without_a_margin_the_loss_decides(tmp_path: Path) -> None:
    plan = TrainingPlan(loss_type=("kto",), metric_for_best_model="margin", early_stopping_patience=1)
    course = Course(plan, RunFolder(tmp_path), AdapterOptimizer({"weight": torch.nn.Parameter(torch.zeros(1))}, plan))
    for step, loss in ((1, 0.5), (2, 0.4), (3, 0.3)):
        thumbs_up = PairMetrics(loss, 0.1, math.nan, math.nan, 1.0, -20.0, math.nan, 0.0)
        course.note(EvaluationFinished(step, 1.0, thumbs_up))
        assert course.why_over(step) == ""
    assert course.kept_step(3) == 3
