"""The warm-up stage in the window: paused, talked to, stopped, gone on with in another window, and seen to its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.models.run_state import RunState
from app.pages.train.page import TrainPage
from tests.journeys.conftest import Journey
from tests.journeys.test_pausing import KNOBS, weights

_WARM_UP: dict[str, object] = {"training__warm_up_epochs": 2, "training__warm_up_learning_rate": 5e-3}


def train_page(journey: Journey) -> TrainPage:
    journey.window.show_page("train")
    page = journey.window.page("train")
    assert isinstance(page, TrainPage)
    return page


def test_a_warm_up_that_is_paused_and_stopped_goes_on_in_the_next_window(
    make_journey: Callable[[], Journey], pairs: Path, tiny_model_folder: Path
) -> None:
    import torch

    journey = make_journey()
    session, run, page = journey.session, journey.session.run, train_page(journey)
    journey.load(pairs, tiny_model_folder)
    journey.train(**KNOBS, **_WARM_UP)
    journey.wait_for(RunState.FINISHED)
    expected = weights(journey)

    journey.train()
    journey.wait(lambda: run.may_pause and run.phase.done >= 2)
    page.live.pause_button.click()
    journey.wait_for(RunState.PAUSED)
    assert run.started is None
    assert page.live.banner.text.startswith("Warm-up paused")
    session.chat.set_sampling(max_new_tokens=12, temperature=1.0)
    session.ask("why is the cat red?")
    journey.wait(lambda: not session.chat.is_busy)
    (turn,) = session.chat.turns
    assert turn.after is not None
    assert turn.before.text != turn.after.text  # it is the model in its warm-up that answers
    page.live.pause_button.click()
    journey.wait_for(RunState.PREPARING)
    run.pause()
    journey.wait_for(RunState.PAUSED)
    run.stop()
    journey.wait_for(RunState.FINISHED)
    assert page.live.banner.text.startswith("Stopped in its warm-up and saved")
    closed: list[bool] = []
    journey.window.closed.connect(lambda: closed.append(True))
    journey.window.close()
    journey.wait(lambda: closed)

    again = make_journey()
    again.studio.reopen()
    again.wait_for(RunState.FINISHED)
    page = train_page(again)
    assert page.live.banner.text.startswith("Stopped in its warm-up and saved")
    page.live.banner.button("Resume").click()
    again.wait(lambda: again.session.run.finished is not None and again.session.run.finished.outcome == "finished")
    found = weights(again)
    assert all(torch.equal(found[name], expected[name]) for name in expected)


@pytest.mark.slow
def test_the_demo_with_a_warm_up_is_learnt_to_its_end(journey: Journey) -> None:
    session, page = journey.session, train_page(journey)
    journey.studio.load_demo()
    journey.wait(lambda: session.may_train and session.dataset.split is not None)
    told: list[str] = []
    session.run.changed.connect(lambda: told.append(session.run.phase.text))
    journey.train(training__warm_up_epochs=1, training__epochs=2)
    journey.wait_for(RunState.FINISHED, RunState.FAILED)
    assert session.run.failure is None
    assert any(text.startswith("Warming up on the chosen replies, loss") for text in told)
    assert page.live.banner.text.startswith("Training finished in")
    assert "as the warm-up left it" in page.live.reference.what.text()
    assert session.run.last_evaluation is not None
    assert session.run.last_evaluation.metrics.rewards_accuracies > 0.6
