from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine.distributed.beginning import for_this_process, load_together, require_same_start, require_shareable
from engine.distributed.team import Alone
from engine.errors import EngineError, PlanError
from engine.plan import DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.storage.run_folder import RunFolder

FOUR: Any = SimpleNamespace(rank=0, size=4)


def plan(device: str = "cpu", batch_size: int = 8) -> RunPlan:
    return RunPlan(ModelPlan(path="m", device=device), DataPlan(path="d"), training=TrainingPlan(batch_size=batch_size))


@pytest.mark.parametrize(
    "field, refused",
    [
        ("model.device", plan("mps")),
        ("model.device", plan("cuda:1")),
        ("training.batch_size", plan("cuda:0", batch_size=3)),
    ],
)
def test_what_several_processes_cannot_do_is_refused_by_name(field: str, refused: RunPlan) -> None:
    with pytest.raises(PlanError) as caught:
        require_shareable(refused, FOUR)
    assert caught.value.field == field
    require_shareable(refused, Alone())


def test_each_process_takes_the_card_of_its_number() -> None:
    require_shareable(plan("cuda:0"), FOUR)
    assert for_this_process(plan("cuda:0"), 3).model.device == "cuda:3"
    assert for_this_process(plan("cpu"), 3) == plan("cpu")


def test_a_process_that_cannot_see_where_the_run_starts_from_says_so(tmp_path: Path) -> None:
    require_same_start(RunFolder(tmp_path), "")
    with pytest.raises(EngineError, match="has not what the run starts from"):
        require_same_start(RunFolder(tmp_path), "the digest of the leading process's")


def test_another_copy_of_the_model_is_refused(tmp_path: Path) -> None:
    class Other(Alone):
        size = 2

        def together(self, work: Any) -> list[Any]:
            return [work(), "another digest"]

    with pytest.raises(EngineError, match="Process 1 has another model"):
        load_together(Other(), tmp_path, lambda: "model")
    assert load_together(Alone(), tmp_path, lambda: "model") == "model"
