"""Rewards of the pairs in the data, by key and word by word, or why there are none."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.background.pair_reward_job import PairRewarded
from app.models.run_state import RunState
from app.pages.data.page import DataPage
from app.pages.data.reward_line import RewardLine
from engine.errors import EngineError
from tests.app.accessible import beyond_tab, nameless, too_small, undescribed
from tests.app.fake_engine import SteppingRun
from tests.app.pages.compare.asking import REWARDED, YES
from tests.app.pages.conftest import Studio


@pytest.fixture
def page(studio: Studio) -> DataPage:
    page = DataPage(studio.theme, studio.session.dataset, rewards=studio.session.pair_rewards)
    studio.load()
    studio.show(page)
    studio.pair_rewards = [PairRewarded(YES, REWARDED)]
    return page


def line(page: DataPage) -> RewardLine:
    assert page.pair.rewards is not None
    return page.pair.rewards


def train(studio: Studio) -> None:
    studio.run = SteppingRun(steps=2)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)


def press_t(studio: Studio, page: DataPage) -> None:
    page.list.table.setFocus()
    studio.qtbot.keyClick(page.list.table, Qt.Key.Key_T)


def test_before_training_the_button_says_train_first(studio: Studio, page: DataPage) -> None:
    assert not line(page).button.isEnabled()
    assert line(page).button.toolTip().startswith("Train first")
    press_t(studio, page)
    assert not studio.session.pair_rewards.is_wanted


def test_t_shows_both_rewards_with_their_words_and_the_margin(studio: Studio, page: DataPage) -> None:
    train(studio)
    press_t(studio, page)
    chosen, rejected = page.pair.chosen, page.pair.rejected
    studio.qtbot.waitUntil(chosen.tokens.isVisible)
    assert not chosen.text.isVisible()
    assert chosen.tokens.text == "Yes</s>⏎"
    assert chosen.length_words == "Reward +0.14"
    assert rejected.length_words == "Reward +0.12"
    assert line(page).note.text().startswith("Margin +0.02")
    (subject, pair, beta) = studio.rewarded_pairs[0]
    run = studio.session.run
    assert run.plan is not None
    assert (subject.adapter, beta) == (run.adapter, run.plan.training.beta)
    assert pair == studio.session.dataset.selection.pair
    rejected.tokens.setFocus()
    studio.qtbot.keyClick(rejected.tokens, Qt.Key.Key_Right)
    assert line(page).note.text() == "“Thank”  +2.00 nats: 5% before, 37% after"
    for walk in (nameless, too_small, undescribed, beyond_tab):
        assert walk(page.pair) == []
    press_t(studio, page)
    assert page.pair.chosen.text.isVisible()
    assert page.pair.chosen.length_words == "4 characters"


def test_going_from_pair_to_pair_asks_for_each_once(studio: Studio, page: DataPage) -> None:
    train(studio)
    press_t(studio, page)
    studio.qtbot.waitUntil(lambda: len(studio.rewarded_pairs) == 1 and page.pair.chosen.tokens.isVisible())
    for _ in range(3):
        page.pair.order.step(1)  # those in between nobody wants to see
    studio.qtbot.waitUntil(lambda: len(studio.rewarded_pairs) == 2)
    assert studio.rewarded_pairs[1][1].prompt_text == "Question 3?"
    studio.qtbot.waitUntil(page.pair.chosen.tokens.isVisible)
    studio.session.dataset.selection.select(0)
    assert page.pair.chosen.tokens.isVisible()  # at once
    assert len(studio.rewarded_pairs) == 2


def test_a_flip_is_another_pair_and_writing_goes_before_rewards(studio: Studio, page: DataPage) -> None:
    train(studio)
    press_t(studio, page)
    studio.qtbot.waitUntil(page.pair.chosen.tokens.isVisible)
    page.work.flip()
    assert not page.pair.chosen.tokens.isVisible()
    studio.qtbot.waitUntil(lambda: len(studio.rewarded_pairs) == 2 and page.pair.chosen.tokens.isVisible())
    page.pair.begin_editing()
    assert page.pair.chosen.editor.isVisible()
    assert not page.pair.chosen.tokens.isVisible()
    page.pair.leave()
    assert page.pair.chosen.tokens.isVisible()


def test_what_cannot_be_scored_says_so_beside_the_button(studio: Studio, page: DataPage) -> None:
    def refuse() -> None:
        raise EngineError("This reply has no reward: too long.", "Shorten the prompt.")

    train(studio)
    studio.pair_rewards = [refuse]
    press_t(studio, page)
    studio.qtbot.waitUntil(lambda: line(page).note.text().startswith("This reply has no reward: too long."))
    assert page.pair.chosen.text.isVisible()


def test_a_run_takes_the_engine_and_another_step_gives_other_rewards(studio: Studio, page: DataPage) -> None:
    train(studio)
    press_t(studio, page)
    studio.qtbot.waitUntil(page.pair.chosen.tokens.isVisible)
    gate = threading.Semaphore(0)
    studio.run = SteppingRun(steps=3, gate=gate)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.RUNNING)
    assert page.pair.chosen.text.isVisible()
    assert "Pause the run" in line(page).button.toolTip()
    gate.release(10)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    studio.qtbot.waitUntil(lambda: len(studio.rewarded_pairs) == 2 and page.pair.chosen.tokens.isVisible())
    assert QApplication.focusWidget() is not None
