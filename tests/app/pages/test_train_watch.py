"""Alarms and samples on the Train page: real widgets over a fake engine."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from app.models.run import PhaseShown
from app.models.run_state import RunState
from app.pages.train.page import TrainPage
from app.widgets.button import Button
from app.widgets.code_block import CodeBlock
from engine.events import (
    AlarmRaised,
    CheckpointSaved,
    PhaseChanged,
    ReferenceChecked,
    Remedy,
    RunAmended,
    RunFailed,
    RunFinished,
    Sample,
    SamplesWritten,
    WarmUpStepFinished,
)
from engine.training.watch.alarm import HALVE, KEEP_BEST, for_next_run
from engine.training.watch.divergence import not_finite
from tests.app.accessible import nameless, too_small
from tests.app.fake_engine import PlayedRun, SteppingRun, beginning, step_finished
from tests.app.pages.conftest import Studio

STUCK = AlarmRaised(3, "stuck", "Nothing is being learnt", "The loss is 0.6931.", "A coin toss.", "Raise it.", (HALVE,))
OVERFITTING = AlarmRaised(
    4, "overfitting", "What is held back gets worse", "It fell.", "By heart.", "Stop.", (KEEP_BEST, HALVE)
)


@pytest.fixture
def page(studio: Studio) -> TrainPage:
    page = TrainPage(studio.theme, studio.session)
    studio.show(page)
    page.resize(1400, 900)
    return page


def waiting_run(studio: Studio, *alarms: AlarmRaised) -> SteppingRun:
    """A run that waits after three updates, with these alarms."""
    studio.load()
    studio.run = SteppingRun(steps=40, gate=threading.Semaphore(3))
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.step >= 3)
    for alarm in alarms:
        studio.session.run.apply(alarm)
    studio.session.run.changed.emit()
    return studio.run


def close(studio: Studio, page: TrainPage) -> None:
    button = next(
        button for button in page.live.alarm.findChildren(Button) if button.accessibleName() == "Close this message"
    )
    studio.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def play(studio: Studio, *script: object) -> None:
    studio.load()
    studio.run = PlayedRun(script)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: not studio.session.run.state.is_active)


def sample(reply: str, prompt: str = "Where is my mug?") -> Sample:
    return Sample(prompt, reply, 7, is_cut=False, preferred="On its way.", preferred_tokens=4)


# ------------------------------------------------------------ alarms


def test_an_alarm_says_what_happened_what_it_means_and_what_to_do(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio, STUCK)
    banner = page.live.alarm
    assert banner.isVisible()
    assert banner.text == "Step 3: Nothing is being learnt The loss is 0.6931. A coin toss. Raise it."
    assert banner.accessibleName() == banner.text
    assert not nameless(page)
    assert not too_small(page)


def test_one_click_hands_the_remedy_to_the_running_run(studio: Studio, page: TrainPage) -> None:
    run = waiting_run(studio, STUCK)
    studio.qtbot.mouseClick(page.live.alarm.button("Halve learning rate"), Qt.MouseButton.LeftButton)
    assert run.control.take_remedy() == HALVE
    assert not page.live.alarm.isVisible()
    studio.session.run.apply(RunAmended(3, "The learning rate is 0.5 times.", 0.5, 0))
    studio.session.run.changed.emit()
    assert "rate × 0.5 since step 3" in page.live._subtitle()  # pyright: ignore[reportPrivateUsage]


def test_the_newest_of_several_is_shown_and_closing_it_shows_the_one_before(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio, STUCK, OVERFITTING)
    banner = page.live.alarm
    assert "What is held back gets worse  (1 of 2)" in banner.text
    close(studio, page)
    assert "Nothing is being learnt The loss" in banner.text
    close(studio, page)
    assert not banner.isVisible()


def test_in_a_low_window_the_meaning_moves_into_the_tooltip(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio, STUCK)
    page.resize(1100, 700)
    studio.qtbot.waitUntil(lambda: page.live.alarm.toolTip() == "A coin toss.")
    assert page.live.alarm.text == "Step 3: Nothing is being learnt The loss is 0.6931. Raise it."


def test_a_remedy_for_the_next_run_opens_its_settings_with_the_change(studio: Studio, page: TrainPage) -> None:
    mixed = for_next_run("Add chosen-text loss", loss_type=("sigmoid", "sft"), loss_weights=(1.0, 0.1))
    waiting_run(studio, AlarmRaised(3, "x", "Sinking", "What.", "Meaning.", "Advice.", (mixed,)))
    studio.qtbot.mouseClick(page.live.alarm.button("Add chosen-text loss"), Qt.MouseButton.LeftButton)
    stack = page.layout()
    assert isinstance(stack, QStackedLayout)
    assert stack.currentWidget() is page.setup
    assert studio.session.setup.value("training.loss_type") == ("sigmoid", "sft")
    assert studio.session.setup.value("training.beta") == 0.1
    assert not studio.session.setup.errors


def test_after_the_end_only_remedies_for_the_next_run_are_left(studio: Studio, page: TrainPage) -> None:
    both = (HALVE, for_next_run("Raise beta", beta=0.3))
    alarm = AlarmRaised(2, "x", "Title", "What.", "Meaning.", "Advice.", both)
    end = RunFinished("finished", 2, "/runs/fake", "/runs/fake/adapter", 1.0, kept_step=1)
    play(studio, *beginning(2), step_finished(1, 2), step_finished(2, 2), alarm, end)
    assert page.live.alarm.isVisible()
    assert page.live.alarm.button("Raise beta")
    with pytest.raises(StopIteration):
        page.live.alarm.button("Halve learning rate")
    assert "The best checkpoint, of step 1, is kept." in page.live.banner.text


def test_a_run_that_diverged_goes_on_with_the_remedy(studio: Studio, page: TrainPage) -> None:
    failure = RunFailed("The loss became infinite.", "Try a lower rate.", "")
    saved = CheckpointSaved(2, "/runs/fake/checkpoints")
    play(studio, *beginning(4), step_finished(1, 4), saved, not_finite(3, "The loss", 2, 1e-3), failure)
    assert studio.session.run.state is RunState.FAILED
    assert not page.live.alarm.isVisible()  # one message is enough
    studio.run = resumed = SteppingRun(steps=4, gate=threading.Semaphore(0))
    button = page.live.banner.button("Go on from step 2 at half the rate")
    with pytest.raises(StopIteration):  # just so it would end the same way
        page.live.banner.button("Resume")
    studio.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.RUNNING)
    remedy = resumed.control.take_remedy()
    assert remedy is not None
    assert remedy.learning_rate_factor == 0.5


def test_what_was_undone_leaves_the_charts(studio: Studio, page: TrainPage) -> None:
    run = studio.session.run
    studio.load()
    studio.run = PlayedRun([*beginning(9), *(step_finished(step, 9) for step in range(1, 7))])
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: run.step == 6)
    run.apply(SamplesWritten(5, (sample("gone"),)))
    run.apply(RunAmended(4, "Went back.", 0.5, 6))
    assert list(run.curves.training.loss.steps) == [1, 2, 3, 4]
    assert run.saved_step == 4
    assert not run.watch.samples


# ------------------------------------------------------------ samples


def test_samples_show_before_now_and_what_the_data_prefers(studio: Studio, page: TrainPage) -> None:
    card = page.live.samples
    studio.session.setup.set_value("training.sample_prompts", 0)
    waiting_run(studio)
    assert not card.isVisible()  # nobody asked for any
    run = studio.session.run
    for step, reply in ((0, "Dear customer"), (20, "Oh no!")):
        run.apply(SamplesWritten(step, (sample(reply), sample("42", "How many?"))))
    run.changed.emit()
    assert card.isVisible()
    assert card.text.splitlines() == [
        "Where is my mug?",
        "Before training: Dear customer",
        "Now: Oh no!",
        "Preferred in your data: On its way.",
    ]
    studio.qtbot.mouseClick(card.next_button, Qt.MouseButton.LeftButton)
    assert "How many?" in card.text
    assert not nameless(page)
    assert not too_small(page)


def test_earlier_samples_are_a_key_away_and_the_newest_is_followed(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio)
    run, card = studio.session.run, page.live.samples
    for step in (0, 20, 40):
        run.apply(SamplesWritten(step, (sample(f"after {step}"),)))
    run.changed.emit()
    card.dots.setFocus()
    studio.qtbot.keyClick(card.dots, Qt.Key.Key_Left)
    assert "Now: after 20" in card.text
    run.apply(SamplesWritten(60, (sample("after 60"),)))
    run.changed.emit()
    assert "Now: after 20" in card.text  # a person is looking at it
    studio.qtbot.keyClick(card.dots, Qt.Key.Key_End)
    run.apply(SamplesWritten(80, (sample("after 80"),)))
    run.changed.emit()
    assert "Now: after 80" in card.text


def test_samples_show_code_as_code_and_m_their_marks(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio)
    run, card = studio.session.run, page.live.samples
    run.apply(SamplesWritten(0, (sample("Plain words."),)))
    run.changed.emit()
    assert not card.as_written_button.isVisible()
    run.apply(SamplesWritten(20, (sample("Run:\n\n```\n<b>\n```"),)))
    run.changed.emit()
    (code,) = card.findChildren(CodeBlock)
    assert code.code.text == "<b>"
    page.live.pause_button.setFocus()
    studio.qtbot.keyClick(page.live.pause_button, Qt.Key.Key_M)
    assert card.as_written_button.isChecked()
    assert not code.isVisible()
    assert not nameless(page)
    assert not too_small(page)


def test_a_narrow_window_shows_charts_or_samples(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio)
    page.resize(1100, 700)
    live = page.live
    studio.qtbot.waitUntil(live.shown.isVisible)
    assert live.charts.isVisible()
    assert not live.samples.isVisible()
    studio.qtbot.mouseClick(live.shown.segment("samples"), Qt.MouseButton.LeftButton)
    assert live.samples.isVisible()
    assert not live.charts.isVisible()
    page.resize(1400, 900)
    studio.qtbot.waitUntil(lambda: live.charts.isVisible() and live.samples.isVisible())
    assert not live.shown.isVisible()


def test_a_reply_is_never_read_as_markup(studio: Studio, page: TrainPage) -> None:
    waiting_run(studio)
    studio.session.run.apply(SamplesWritten(0, (sample("<b>bold</b> ![x](file:///etc/passwd)"),)))
    studio.session.run.changed.emit()
    assert "<b>bold</b> ![x](file:///etc/passwd)" in page.live.samples.text


def test_remedies_that_end_the_run_are_not_offered_for_resuming(studio: Studio, page: TrainPage) -> None:
    alarm = AlarmRaised(2, "x", "Title", "What.", "Meaning.", "Advice.", (KEEP_BEST, Remedy("Slower", 0.5)))
    saved = CheckpointSaved(2, "/runs/fake/checkpoints")
    end = RunFinished("stopped", 2, "/runs/fake", "/runs/fake/adapter", 1.0)
    play(studio, *beginning(4), step_finished(1, 4), step_finished(2, 4), alarm, saved, end)
    assert page.live.alarm.button("Slower")
    with pytest.raises(StopIteration):
        page.live.alarm.button("Stop, keep the best")


# ------------------------------------------------------------ what the run is measured against


def test_the_reference_card_says_what_it_is_with_hashes_and_that_the_model_began_as_it(
    studio: Studio, page: TrainPage
) -> None:
    card = ReferenceChecked("initial_adapter", "tiny", "a1" * 32, "b2" * 32, 4, 1e-6)
    play(studio, *beginning(2), card, step_finished(1, 2), RunFinished("stopped", 1, "/runs/fake", "", 1.0))
    shown = page.live.reference
    assert shown.isVisible()
    assert shown.what.text() == (
        "tiny with the adapter that training began from, weights a1a1a1a1a1a1, adapter b2b2b2b2b2b2"
    )
    assert shown.proof.text() == "Before the first update both agreed bit for bit on 4 pairs"
    assert "b2" * 32 in shown.toolTip()
    assert "1e-06 nats" in shown.accessibleDescription()


def test_without_a_card_there_is_no_line_and_a_loss_without_reference_claims_no_proof(
    studio: Studio, page: TrainPage
) -> None:
    end = RunFinished("stopped", 1, "/runs/fake", "", 1.0)
    play(studio, *beginning(2), step_finished(1, 2), end)
    assert not page.live.reference.isVisible()
    studio.session.run.apply(ReferenceChecked("none", "tiny", "a1" * 32, "", 0, 0.0))
    studio.session.run.changed.emit()
    assert page.live.reference.what.text().startswith("None: this loss compares with nothing")
    assert not page.live.reference.proof.isVisible()


# ------------------------------------------------------------ the warm-up stage


def test_the_warm_up_is_told_with_its_loss_and_can_be_gone_on_with(studio: Studio, page: TrainPage) -> None:
    play(
        studio,
        PhaseChanged("warming_up", "Warming up on the chosen replies"),
        WarmUpStepFinished(3, 8, 2.25, 1.0, 1e-4, 300, 1.5),
        CheckpointSaved(0, "/runs/fake/warm_up/step-000003"),
        RunFinished("stopped", 0, "/runs/fake", "", 0.0),
    )
    run = studio.session.run
    assert run.phase == PhaseShown("Warming up on the chosen replies, loss 2.250", 3, 8)
    assert run.can_resume
    assert page.live.isVisible()
