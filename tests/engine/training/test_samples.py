"""Samples show what the model says meanwhile, and leave training as if nobody had asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.data.preference_pair import Message, PreferencePair
from engine.events import PhaseChanged, SamplesWritten, StepFinished
from engine.plan import RunPlan
from engine.training.sample_prompts import prompts_to_sample
from engine.training.samples import LONGEST_SAMPLE
from tests.engine.tiny_runs import finished, of_kind, resume, stopping, tiny_plan, train, train_until, write_pairs
from tests.engine.training.test_amendments import assert_same


@pytest.fixture
def make_plan(tiny_model_folder: Path, tmp_path: Path) -> Callable[..., RunPlan]:
    pairs = write_pairs(tmp_path / "pairs.jsonl")

    def make_plan(**changes: Any) -> RunPlan:
        return tiny_plan(tiny_model_folder, pairs, **{"sample_prompts": 2, "sample_every": 3, **changes})

    return make_plan


@pytest.mark.parametrize("dropout", [0.0, 0.1])
def test_training_s_numbers_are_the_same_bit_for_bit(
    make_plan: Callable[..., RunPlan], tmp_path: Path, dropout: float
) -> None:
    finished(train(make_plan(sample_prompts=0, sample_every=0, dropout=dropout), tmp_path / "without"))
    state = torch.get_rng_state()
    events = train(make_plan(dropout=dropout), tmp_path / "with")
    assert torch.equal(torch.get_rng_state(), state)
    assert [written.step for written in of_kind(events, SamplesWritten)] == [0, 3, 6]
    assert_same(tmp_path / "without", tmp_path / "with")


def test_the_prompts_are_held_back_ones_and_stay_the_same(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    events = train(make_plan(), tmp_path / "run")
    first, *later = of_kind(events, SamplesWritten)
    asked = [(sample.prompt, sample.preferred) for sample in first.samples]
    assert len(asked) == 2
    assert all([(sample.prompt, sample.preferred) for sample in written.samples] == asked for written in later)
    for written in (first, *later):
        for sample in written.samples:
            assert 0 < sample.tokens <= LONGEST_SAMPLE
            assert sample.is_cut == (sample.tokens == LONGEST_SAMPLE)
            assert 0 < sample.preferred_tokens <= LONGEST_SAMPLE


def test_a_prompt_that_is_left_out_for_its_length_is_not_asked(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    plan = make_plan()
    rows = [json.loads(line) for line in Path(plan.data.path).read_text(encoding="utf-8").splitlines()]
    for number, row in enumerate(rows[::2]):
        row["prompt"] = f"{number}: " + "the cat sat on a mat " * 200
    Path(plan.data.path).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    written, *_ = of_kind(train(plan, tmp_path / "run"), SamplesWritten)
    assert len(written.samples) == 2
    assert all(len(sample.prompt) < 1000 for sample in written.samples)


def test_they_are_kept_in_the_run_s_folder(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    events = train(make_plan(), tmp_path / "run")
    lines = [json.loads(line) for line in (tmp_path / "run" / "samples.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [0, 3, 6]
    assert lines[0]["samples"][0]["reply"] == of_kind(events, SamplesWritten)[0].samples[0].reply


def test_about_eight_times_a_run_unless_told_otherwise(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    events = train(make_plan(sample_every=0, epochs=4), tmp_path / "run")
    assert [written.step for written in of_kind(events, SamplesWritten)] == [0, 2, 4, 6, 8, 10, 12, 14, 16]


def test_a_resumed_run_has_each_of_them_once(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    train(make_plan(), tmp_path / "straight")
    train_until(make_plan(), tmp_path / "twice", lambda event: isinstance(event, StepFinished) and event.step == 5)
    finished(resume(tmp_path / "twice"))
    one, other = ((tmp_path / name / "samples.jsonl").read_text() for name in ("straight", "twice"))
    assert one == other


def test_a_stop_does_not_wait_for_them(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    from engine.control import RunControl
    from engine.session import run_training

    control = RunControl()
    running = run_training(make_plan(), tmp_path / "run", control)
    events = list(
        stopping(running, control, lambda event: isinstance(event, PhaseChanged) and event.phase == "sampling")
    )
    assert finished(events).step == 0
    assert not of_kind(events, SamplesWritten)
    assert finished(resume(tmp_path / "run")).outcome == "finished"


def pair(*messages: tuple[str, str], tools: tuple[dict[str, Any], ...] = ()) -> PreferencePair:
    reply = (Message("assistant", "yes"),)
    return PreferencePair(1, tuple(Message(*message) for message in messages), reply, reply, tools)


def test_prompts_differ_and_end_with_a_question() -> None:
    asked = pair(("user", "why?"))
    answered = pair(("user", "who?"), ("assistant", "you"))
    other = pair(("system", "be brief"), ("user", "what?"))
    tool = pair(("user", "how warm?"), tools=({"name": "weather"},))
    assert prompts_to_sample([answered, asked, asked, tool, other, pair(("user", "when?"))], 2) == [asked, other]
