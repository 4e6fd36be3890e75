"""Who answers in the Arena: the model that is chosen now, or any two of those that share its weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.models.arena_setup import who_answers
from app.models.panes import ORIGINAL, THIS_RUN
from app.models.run_state import RunState
from engine.arena.plan import ArenaPlan
from tests.app.fake_engine import SteppingRun
from tests.app.pages.conftest import Studio, facts, studio

__all__ = ["studio"]


@pytest.fixture
def trained(studio: Studio) -> Studio:
    studio.load()
    studio.run = SteppingRun(steps=2)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    return studio


def test_one_model_answers_twice_unless_two_are_wanted(trained: Studio) -> None:
    panes = trained.session.arena_setup.panes
    alone = who_answers(panes, ArenaPlan("seeds"))
    assert alone is not None
    assert (alone.subject.adapter, alone.subject.voices) == (None, ("original", "original"))
    assert [author.name for author in alone.authors] == ["tiny-chat", "tiny-chat"]
    both = who_answers(panes, ArenaPlan("models"))
    assert both is not None
    assert (both.subject.adapter, both.subject.voices) == (trained.session.run.adapter, ("original", "trained"))
    assert [author.adapter for author in both.authors] == ["", str(trained.session.run.adapter)]
    panes.choose("before", THIS_RUN)
    alone = who_answers(panes, ArenaPlan("temperatures"))
    assert alone is not None
    assert (alone.subject.adapter, alone.subject.voices) == (trained.session.run.adapter, ("trained", "trained"))
    assert trained.session.panes.speaker("before") != panes.speaker("before")  # Compare has its own choice
    trained.session.arena_setup.change(difference="models")
    assert trained.session.arena_setup.why_not_begin == "Choose two different models."


def test_a_model_that_is_chosen_after_a_run_on_another_answers(trained: Studio) -> None:
    panes = trained.session.arena_setup.panes
    trained.session.model_choice.choose(replace(facts(), folder=Path("/models/other"), name="other"))
    now = who_answers(panes, ArenaPlan())
    assert now is not None
    assert (now.subject.folder, now.authors[0].name) == (Path("/models/other"), "other")
    assert [one.key for one in panes.speakers] == [ORIGINAL]  # the run's adapter does not fit it
    assert trained.session.panes.subject is not None
    assert trained.session.panes.subject.folder == Path("/models/tiny-chat")
