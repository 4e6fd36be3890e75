"""A paused run lends its model to chat, and ends in the same weights as one that was never paused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.models.run_state import RunState
from tests.journeys.conftest import Journey

KNOBS: dict[str, object] = {
    "training__learning_rate": 5e-3,
    "training__epochs": 3,
    "training__batch_size": 4,
    "adapter__r": 4,
    "adapter__dropout": 0.1,
    "model__dtype": "float32",
    "data__max_length": 256,
}


def weights(journey: Journey) -> dict[str, Any]:
    from safetensors.torch import load_file

    adapter = journey.session.run.adapter
    assert adapter is not None
    return load_file(adapter / "adapter_model.safetensors")


def test_pause_chat_and_go_on_changes_nothing(journey: Journey, pairs: Path, tiny_model_folder: Path) -> None:
    import torch

    session, run = journey.session, journey.session.run
    journey.load(pairs, tiny_model_folder)
    journey.train(**KNOBS)
    journey.wait_for(RunState.FINISHED)
    expected = weights(journey)

    journey.train()
    journey.wait(lambda: run.step >= 3)
    run.pause()
    journey.wait_for(RunState.PAUSED)
    step = run.step
    assert 3 <= step < run.total_steps
    session.chat.set_sampling(max_new_tokens=12, temperature=1.0)
    for prompt in ("why is the cat red?", "and the dog?"):
        session.ask(prompt)
        journey.wait(lambda: not session.chat.is_busy)
    first, second = session.chat.turns
    assert first.after is not None
    assert first.after.tokens > 0
    assert first.before.text != first.after.text  # it is the model in training that answers
    assert second.before.tokens > 0
    arena = session.arena
    journey.window.show_page("arena")
    journey.wait(lambda: arena.state == "setup")
    session.arena_setup.change(difference="models", max_new_tokens=12)
    session.arena_setup.begin()
    arena.ask("is the sun red?", "")
    journey.wait(lambda: arena.shown is not None)
    assert arena.shown is not None
    assert {reply.author.name for reply in arena.shown} == {tiny_model_folder.name, run.name}
    assert run.state is RunState.PAUSED
    assert run.step == step
    run.go_on()
    journey.wait_for(RunState.FINISHED)

    found = weights(journey)
    assert found.keys() == expected.keys()
    assert all(torch.equal(found[name], expected[name]) for name in expected)


def test_going_on_ends_a_reply_and_stopping_ends_both(journey: Journey, pairs: Path, tiny_model_folder: Path) -> None:
    session, run = journey.session, journey.session.run
    journey.load(pairs, tiny_model_folder)
    session.chat.set_sampling(max_new_tokens=400, temperature=1.0)
    journey.train(**KNOBS)
    journey.wait(lambda: run.step >= 1)
    run.pause()
    journey.wait_for(RunState.PAUSED)
    session.ask("why?")
    journey.wait(lambda: session.chat.turns[0].before.tokens)
    run.go_on()
    journey.wait_for(RunState.RUNNING)
    journey.wait(lambda: not session.chat.is_busy)
    assert session.chat.turns[0].before.state in ("stopped", "end")
    run.stop()
    journey.wait_for(RunState.FINISHED)
    assert run.finished is not None
    assert run.finished.outcome == "stopped"
    assert run.adapter is not None
