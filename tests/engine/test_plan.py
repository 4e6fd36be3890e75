"""Plans are checked where they are born."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import Any

import pytest

from engine.errors import PlanError
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan

_PARTS: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "model": (ModelPlan, {"path": "m"}),
    "data": (DataPlan, {"path": "d"}),
    "adapter": (AdapterPlan, {}),
    "training": (TrainingPlan, {}),
}


@pytest.mark.parametrize(
    "key,value",
    [
        ("model.path", ""),
        ("model.dtype", "float16"),
        ("data.path", ""),
        ("data.evaluation_share", -0.1),
        ("data.evaluation_share", 0.95),
        ("data.evaluation_share", math.nan),
        ("data.max_pairs", -1),
        ("data.max_length", 7),
        ("data.pairing", "best"),
        ("data.ties", "kept"),
        ("data.columns", {"prompt": "question"}),
        ("adapter.r", 0),
        ("adapter.alpha", 0.0),
        ("adapter.dropout", 1.0),
        ("adapter.target_modules", ()),
        ("training.loss_type", ()),
        ("training.loss_type", ("sigmod",)),
        ("training.loss_type", ("sft", "sft")),
        ("training.loss_type", ("kto",)),
        ("training.loss_weights", (0.5, 0.5)),
        ("training.loss_weights", (0.0,)),
        ("training.loss_weights", (math.nan,)),
        ("training.label_smoothing", 0.5),
        ("training.label_smoothing", -0.1),
        ("training.label_smoothing", math.nan),
        ("training.f_divergence_type", "kl"),
        ("training.f_alpha_divergence_coef", 0.7),
        ("training.ld_alpha", 1.5),
        ("training.discopop_tau", 0.1),
        ("training.simpo_gamma", 1.0),
        ("training.cpo_alpha", 0.0),
        ("training.beta", 0.0),
        ("training.beta", math.inf),
        ("training.learning_rate", -1e-5),
        ("training.learning_rate", math.nan),
        ("training.learning_rate", math.inf),
        ("training.epochs", 0),
        ("training.batch_size", 0),
        ("training.warmup_ratio", 1.1),
        ("training.schedule", "cosin"),
        ("training.weight_decay", -0.1),
        ("training.weight_decay", math.inf),
        ("training.max_grad_norm", -1.0),
        ("training.evaluate_every", -1),
        ("training.checkpoint_every", -1),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_key(key: str, value: object) -> None:
    section, name = key.split(".")
    kind, needed = _PARTS[section]
    with pytest.raises(PlanError) as caught:
        kind(**{**needed, name: value})
    assert caught.value.field == key
    assert caught.value.hint


def test_defaults_make_a_plan() -> None:
    plan = RunPlan(ModelPlan(path="some/model"), DataPlan(path="some/pairs.jsonl"))
    assert plan.name == "pairs"
    assert plan.training.schedule == "cosine"
    assert plan.adapter.target_modules == ("all-linear",)


@pytest.mark.parametrize("section", _PARTS)
def test_every_field_has_a_name_and_a_line_of_help(section: str) -> None:
    for field in fields(_PARTS[section][0]):
        assert field.metadata["name"]
        assert field.metadata["help"].endswith(".")
        assert "\n" not in field.metadata["help"]
