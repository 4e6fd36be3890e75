"""Small training runs for tests: pairs of uneven length, plans on the tiny model, and ways to drive a run."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from engine.control import RunControl
from engine.events import Event, RunFailed, RunFinished
from engine.model.keeper import ModelKeeper
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.session import resume_training, run_training

_Kind = TypeVar("_Kind")
_WORDS = ("the", "cat", "dog", "sun", "is", "was", "sits", "on", "red", "blue", "short", "long", "why", "your", "name")


def write_pairs(path: Path, count: int = 20, seed: int = 1) -> Path:
    """Preference pairs of uneven length in made-up words, as JSONL."""
    chance = random.Random(seed)

    def words(most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(1, most)))

    lines = [
        {"prompt": f"{words(9)} {number}?", "chosen": words(4) + ".", "rejected": words(14) + "."}
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def tiny_plan(model: Path, pairs: Path, **changes: Any) -> RunPlan:
    """A plan for 2 epochs of 4 updates with 4 pairs each; `changes` go to the part of the plan that knows them."""
    values: dict[str, Any] = {
        "dtype": "float32",
        "device": "cpu",
        "evaluation_share": 0.2,
        "max_length": 96,
        "r": 4,
        "learning_rate": 5e-3,
        "batch_size": 4,
        "epochs": 2,
        "evaluate_every": 4,
        "checkpoint_every": 3,
        "shared_prefix": "on",
        **changes,
    }

    def part(kind: type[Any], **fixed: Any) -> Any:
        return kind(**fixed, **{key: values.pop(key) for key in list(values) if key in kind.__dataclass_fields__})

    plan = RunPlan(
        model=part(ModelPlan, path=str(model)),
        data=part(DataPlan, path=str(pairs)),
        adapter=AdapterPlan(path=str(values.pop("adapter", "")), **_taken(values, AdapterPlan)),
        training=part(TrainingPlan),
    )
    assert not values, f"unknown: {values}"
    return plan


def _taken(values: dict[str, Any], kind: type[Any]) -> dict[str, Any]:
    names = [name for name in kind.__dataclass_fields__ if name in values]
    return {name: values.pop(name) for name in names}


def train(plan: RunPlan, folder: Path, keeper: ModelKeeper | None = None) -> list[Event]:
    """All events of a run that nobody interrupts."""
    return list(run_training(plan, folder, RunControl(), keeper))


def train_until(plan: RunPlan, folder: Path, is_there: Callable[[Event], bool]) -> list[Event]:
    """All events of a run that is asked to stop at the first event for which `is_there` is true."""
    control = RunControl()
    return list(stopping(run_training(plan, folder, control), control, is_there))


def stopping(events: Iterable[Event], control: RunControl, is_there: Callable[[Event], bool]) -> Iterator[Event]:
    """The events, with a stop at the first for which `is_there` is true."""
    for event in events:
        if is_there(event):
            control.stop()
        yield event


def resume(folder: Path, **overrides: str) -> list[Event]:
    """All events of a resumed run that nobody interrupts."""
    return list(resume_training(folder, RunControl(), **overrides))  # pyright: ignore[reportArgumentType]


def returned(events: Generator[Any, None, _Kind]) -> _Kind:
    """What a generator of events returns when they are through."""
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value


def finished(events: list[Event]) -> RunFinished:
    """The last event, which must be the good end."""
    assert isinstance(events[-1], RunFinished), events[-1]
    return events[-1]


def failed(events: list[Event]) -> RunFailed:
    """The last event, which must be a failure told in a message and a hint."""
    assert isinstance(events[-1], RunFailed), events[-1]
    assert events[-1].message
    assert events[-1].hint
    return events[-1]


def of_kind(events: Iterable[object], kind: type[_Kind]) -> list[_Kind]:
    """The events of one kind."""
    return [event for event in events if isinstance(event, kind)]
