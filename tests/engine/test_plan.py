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
        ("model.device", "gpu"),
        ("model.device", "cuda:"),
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
        ("adapter.target_modules", ("",)),
        ("adapter.target_modules", ("all-linear", "q_proj")),
        ("training.loss_type", ()),
        ("training.loss_type", ("sigmod",)),
        ("training.loss_type", ("sft", "sft")),
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


@pytest.mark.parametrize(
    "key,value,share",
    [
        ("early_stopping_patience", 2, 0.0),
        ("load_best_model_at_end", True, 0.0),
        ("metric_for_best_model", "margin", 0.1),
        ("sample_every", 5, 0.1),
        ("warm_up_learning_rate", 1e-5, 0.1),
    ],
)
def test_a_setting_that_would_be_ignored_is_refused_when_the_plan_is_made(
    key: str, value: object, share: float
) -> None:
    training = TrainingPlan(**{key: value})  # pyright: ignore[reportArgumentType]
    with pytest.raises(PlanError) as caught:
        RunPlan(ModelPlan("model"), DataPlan("pairs.jsonl", evaluation_share=share), training=training)
    assert caught.value.field == f"training.{key}"


def test_what_makes_such_a_setting_count_makes_it_allowed() -> None:
    training = TrainingPlan(
        metric_for_best_model="margin", early_stopping_patience=2, sample_every=5, sample_prompts=1, evaluate_every=5
    )
    RunPlan(ModelPlan("model"), DataPlan("pairs.jsonl"), training=training)


def test_the_held_back_pairs_cannot_be_those_that_are_learnt() -> None:
    with pytest.raises(PlanError) as caught:
        DataPlan("pairs.jsonl", evaluation_path="pairs.jsonl")
    assert caught.value.field == "data.evaluation_path"


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


@pytest.mark.parametrize(
    "key,value", [("path", "/a"), ("r", 8), ("alpha", 8.0), ("dora", True), ("rank_pattern", {"q_proj": 8})]
)
def test_what_an_adapter_would_be_is_refused_where_there_is_none(key: str, value: object) -> None:
    model, data = ModelPlan("model"), DataPlan("pairs.jsonl")
    adapter = AdapterPlan(**{key: value})  # pyright: ignore[reportArgumentType]
    with pytest.raises(PlanError, match="trains no adapter") as caught:
        RunPlan(model, data, adapter, TrainingPlan(tuning="full"))
    assert caught.value.field == f"adapter.{key}"
    RunPlan(model, data, adapter)


def test_only_two_ways_of_tuning_are_known() -> None:
    with pytest.raises(PlanError) as caught:
        TrainingPlan(tuning="freeze")  # pyright: ignore[reportArgumentType]
    assert caught.value.field == "training.tuning"
