"""Each alarm is trained into with the real engine, and none of them is raised by a healthy run."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.events import AlarmRaised, CheckpointSaved, EvaluationFinished, Event, RunFinished, StepFinished
from engine.storage.checkpoint import latest_checkpoint
from engine.training.watch.learning_rate import usual_learning_rate
from engine.training.watch.registry import ALARMS
from tests.engine.tiny_runs import failed, of_kind, tiny_plan, train

Run = Callable[..., list[Event]]
Write = Callable[..., Path]
_WORDS = ("the", "cat", "dog", "sun", "is", "was", "sits", "on", "red", "blue", "short", "long", "why", "your", "name")
EASY = [("the sun is red.", "why was your dog blue.")] * 40


@pytest.fixture
def run(model: Path, tmp_path: Path) -> Run:
    """Train on pairs, on the loud model unless told otherwise."""

    def run(pairs: Path, **changes: Any) -> list[Event]:
        plan = tiny_plan(model, pairs, **{"evaluate_every": 50, "checkpoint_every": 50, **changes})
        return train(plan, tmp_path / "run")

    return run


def the_alarm(events: list[Event], name: str) -> AlarmRaised:
    """The alarm of this name, which must have been raised once."""
    (alarm,) = [alarm for alarm in of_kind(events, AlarmRaised) if alarm.alarm == name]
    assert alarm.what
    assert alarm.meaning
    assert alarm.advice
    assert alarm.remedies
    return alarm


def chance(count: int, words: int = 6) -> list[tuple[str, str]]:
    """Replies without rhyme or reason."""
    draw = random.Random(4)
    return [(" ".join(draw.choices(_WORDS, k=words)), " ".join(draw.choices(_WORDS, k=words))) for _ in range(count)]


def test_likelihood_displacement(run: Run, write: Write, taught: Path) -> None:
    """A model that is sure of the chosen reply can only part it from a like one by giving up some of it."""
    events = run(write([("the sun is red.", "the sun is blue.")] * 40), adapter=taught, epochs=4)
    alarm = the_alarm(events, "likelihood_displacement")
    at = of_kind(events, StepFinished)[alarm.step - 1].metrics
    assert at.rewards_margins > 1
    assert at.rewards_chosen < 0
    assert [remedy.label for remedy in alarm.remedies] == [
        "Halve learning rate",
        "Add chosen-text loss in a new run",
    ]
    assert alarm.remedies[1].plan_changes == (
        ("training.loss_type", ("sigmoid", "sft")),
        ("training.loss_weights", (1.0, 0.1)),
    )


def test_divergence(run: Run, write: Write) -> None:
    events = run(write(chance(40)), learning_rate=0.3, beta=1.0, batch_size=2, schedule="constant", epochs=1)
    alarm = the_alarm(events, "divergence")
    losses = [step.metrics.loss for step in of_kind(events, StepFinished)[alarm.step - 5 : alarm.step]]
    assert sum(losses) / 5 > 2 * 0.6931
    assert alarm.remedies[0].goes_back


def test_a_loss_that_is_no_number_ends_the_run_at_its_last_good_checkpoint(
    run: Run, write: Write, tmp_path: Path
) -> None:
    """A real update of 1e30 makes the next forward pass overflow."""
    events = run(
        write(chance(40)), learning_rate=1e30, warmup_ratio=0.5, checkpoint_every=1, max_grad_norm=0.0, epochs=5
    )
    alarm = the_alarm(events, "divergence")
    failure = failed(events)
    assert events.index(alarm) < events.index(failure)
    saved = [checkpoint.step for checkpoint in of_kind(events, CheckpointSaved)]
    assert saved == [1, 2]  # step 1 has rate 0, step 2 does the damage
    steps = [step.step for step in of_kind(events, StepFinished)]
    assert steps == [1, 2]
    kept = latest_checkpoint(tmp_path / "run" / "checkpoints")
    assert kept is not None
    assert all(bool(tensor.isfinite().all()) for tensor in kept.weights.values())
    assert f"step {kept.counters.step:,}" in alarm.what
    assert (tmp_path / "run" / "adapter" / "adapter_model.safetensors").is_file()


def test_saturation(run: Run, write: Write) -> None:
    """A loss whose gradient does not fade fast, and pairs that are right from the first updates on."""
    events = run(write(EASY), loss_type=("aot",), beta=1.0, epochs=5)
    alarm = the_alarm(events, "saturation")
    assert of_kind(events, StepFinished)[alarm.step - 1].metrics.rewards_margins > 10
    assert alarm.remedies[0].keeps_best


def test_overfitting(run: Run, write: Write) -> None:
    """Held-back pairs that want the opposite."""
    opposite = write([(rejected, chosen) for chosen, rejected in EASY[:8]], first=100)
    events = run(write(EASY), evaluation_path=str(opposite), evaluate_every=3, epochs=2)
    alarm = the_alarm(events, "overfitting")
    margins = [evaluation.metrics.rewards_margins for evaluation in of_kind(events, EvaluationFinished)]
    assert margins[2] < margins[1] < margins[0]
    assert alarm.step == 9


def test_length_drift(run: Run, write: Write, taught: Path) -> None:
    """Pairs that prefer rambling, on a model that was brief and prompts that ask for brevity."""
    brief = write([("the sun is red.", "dog")] * 8, first=100)
    events = run(
        write([("the sun is red. " * 6, "the sun is red.")] * 40),
        adapter=taught,
        evaluation_path=str(brief),
        sample_prompts=2,
        sample_every=10,
        epochs=1,
    )
    assert "128 tokens on average: longer than before training (5)" in the_alarm(events, "length_drift").what


def test_stuck(run: Run, write: Write) -> None:
    events = run(write(EASY), learning_rate=1e-8, epochs=3)
    alarm = the_alarm(events, "stuck")
    assert "0.6931" in alarm.what
    assert alarm.remedies[0].learning_rate_factor == 4.0


def test_zero_gradients(run: Run, write: Write) -> None:
    """Hinge asks for nothing once every margin is above 1."""
    events = run(write(EASY), loss_type=("hinge",), epochs=3)
    alarm = the_alarm(events, "zero_gradients")
    assert of_kind(events, StepFinished)[alarm.step - 1].grad_norm == 0.0


@pytest.mark.parametrize("rate, word", [(0.05, "above"), (5e-6, "below")])
def test_an_unusual_learning_rate_is_told_before_the_first_update(
    run: Run, write: Write, rate: float, word: str
) -> None:
    events = run(write(EASY[:8]), learning_rate=rate, epochs=1)
    alarm = the_alarm(events, "learning_rate")
    assert word in alarm.what
    assert alarm.step == 0
    assert events.index(alarm) < events.index(of_kind(events, StepFinished)[0])
    assert alarm.remedies[0].learning_rate_factor * rate == pytest.approx(7e-4)


@pytest.mark.parametrize("parameters, usual", [(135e6, 8e-5), (1e9, 5e-5), (7e9, 3e-5), (70e9, 2e-5)])
def test_larger_models_usually_want_less(parameters: float, usual: float) -> None:
    assert usual_learning_rate(int(parameters)) == usual


@pytest.fixture(scope="module")
def healthy(model: Path, write: Write, undecided: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """Learns which of its two answers is preferred, on held-back prompts, too."""
    plan = tiny_plan(
        model,
        write(EASY),
        adapter=undecided,
        learning_rate=7e-4,
        epochs=3,
        evaluate_every=4,
        sample_prompts=2,
        sample_every=8,
    )
    return train(plan, tmp_path_factory.mktemp("healthy") / "run")


def test_the_healthy_run_learns(healthy: list[Event]) -> None:
    assert isinstance(healthy[-1], RunFinished)
    first, last = of_kind(healthy, StepFinished)[0].metrics, of_kind(healthy, EvaluationFinished)[-1].metrics
    assert first.rewards_margins == 0
    assert last.rewards_margins > 1
    assert last.rewards_chosen > 0


@pytest.mark.parametrize("name", ALARMS)
def test_it_raises_no_alarm(healthy: list[Event], name: str) -> None:
    assert name not in [alarm.alarm for alarm in of_kind(healthy, AlarmRaised)]
