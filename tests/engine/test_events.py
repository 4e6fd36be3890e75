"""What a job reports: plain values, under the names that scripts rely on."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest

from engine.events import (
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    Event,
    PairMetrics,
    RunFailed,
    StepFinished,
    event_name,
    to_json,
)

_METRICS = PairMetrics(0.6, 0.1, -0.2, 0.3, 0.75, -40.0, -60.0)
_TRL_NAMES = {
    "loss": 0.6,
    "rewards/chosen": 0.1,
    "rewards/rejected": -0.2,
    "rewards/margins": 0.3,
    "rewards/accuracies": 0.75,
    "logps/chosen": -40.0,
    "logps/rejected": -60.0,
}


def test_a_step_is_one_flat_object_under_trl_names() -> None:
    step = StepFinished(3, 9, 0.5, _METRICS, 1.5, 1e-4, 900, 2.0, 450.0, 10**9, 0.1, 7.5)
    document = json.loads(json.dumps(to_json(step)))
    assert document == {
        "event": "step_finished",
        "step": 3,
        "total_steps": 9,
        "epoch": 0.5,
        **_TRL_NAMES,
        "grad_norm": 1.5,
        "learning_rate": 1e-4,
        "num_tokens": 900,
        "pairs_per_second": 2.0,
        "tokens_per_second": 450.0,
        "peak_memory_bytes": 10**9,
        "padding_share": 0.1,
        "seconds": 7.5,
    }


def test_an_evaluation_carries_the_prefix_that_trl_gives_it() -> None:
    document = to_json(EvaluationFinished(3, 0.5, _METRICS))
    expected = {f"eval_{name}": value for name, value in _TRL_NAMES.items()}
    assert document == {"event": "evaluation_finished", "step": 3, "epoch": 0.5, **expected}


@pytest.mark.parametrize(
    "event,name",
    [
        (CheckpointSaved(1, "p"), "checkpoint_saved"),
        (RunFailed("m", "h", "d"), "run_failed"),
        (DataPrepared(1, 0, ((2, "empty"),), (3,), 4), "data_prepared"),
    ],
)
def test_names_are_in_snake_case(event: object, name: str) -> None:
    assert event_name(event) == name


def test_events_hold_plain_values_only() -> None:
    plain = ("int", "bool", "float", "str", "tuple", "PairMetrics", "Phase", "RunOutcome", "ReferenceKind")
    for kind in get_args(Event):
        for field in fields(kind):
            assert str(field.type).partition("[")[0] in plain, (kind, field.name)
