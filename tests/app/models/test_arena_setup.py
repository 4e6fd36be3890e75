"""Who answers in the Arena: the model that is chosen now, or any two of those that share its weights."""

from __future__ import annotations

import threading
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


def test_a_paused_run_lends_its_model_to_the_arena(studio: Studio) -> None:
    studio.load()
    studio.run = SteppingRun(steps=40, gate=threading.Semaphore(2))
    session = studio.session
    session.start_training()
    studio.qtbot.waitUntil(lambda: session.run.step >= 2)
    assert "is paused, or has ended" in session.arena.why_held
    session.run.pause()
    assert studio.run.gate is not None
    studio.run.gate.release()
    studio.qtbot.waitUntil(lambda: session.run.state is RunState.PAUSED)
    assert session.arena.why_held == ""
    panes = session.arena_setup.panes
    alone = who_answers(panes, ArenaPlan())
    assert alone is not None
    assert (alone.subject.adapter, alone.subject.voices) == (None, ("original", "original"))
    both = who_answers(panes, ArenaPlan("models"))
    assert both is not None
    assert (both.subject.adapter, both.subject.voices) == (None, ("original", "trained"))
    assert session.run.folder is not None
    assert [author.adapter for author in both.authors] == ["", str(session.run.folder / "adapter")]
    panes.choose("before", THIS_RUN)
    alone = who_answers(panes, ArenaPlan())
    assert alone is not None
    assert alone.subject.voices == ("trained", "trained")

    session.model_choice.choose(replace(facts(), folder=Path("/models/other"), name="other"))
    assert "lends its own model only" in session.arena.why_held
    session.run.stop()
    studio.run.gate.release()
    studio.qtbot.waitUntil(lambda: session.run.state is RunState.FINISHED)
    assert session.arena.why_held == ""
