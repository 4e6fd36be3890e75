"""The blind test's page with real widgets over a fake engine: voting by keyboard and mouse."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.pages.blind.page import BlindPage
from app.pages.blind.vote_button import VoteButton
from app.widgets.block_text import BlockText
from app.widgets.code_block import CodeBlock
from engine.chat.generate import ReplyFinished
from engine.storage.vote_log import VoteLog
from tests.app.accessible import nameless, too_small
from tests.app.fake_engine import ScriptedJob
from tests.app.pages.blind.voting import finish, press, ready, train
from tests.app.pages.conftest import Studio, blind_replies


def test_before_training_it_says_train_first(studio: Studio, page: BlindPage) -> None:
    assert not page.begin_button.isEnabled()
    assert page.setup.reason.text().startswith("Train first")
    page.setup.train_button.click()
    assert studio.wanted_pages == ["train"]


def test_votes_by_key_from_the_first_to_the_last(studio: Studio, voting: BlindPage) -> None:
    blind = studio.session.blind
    for choice in ("a", "b", "same", "both_bad", "skip"):
        ready(studio, voting)
        press(studio, voting, choice)
    assert [vote.choice for vote in blind.votes] == ["a", "b", "same", "both_bad", "skip"]
    assert blind.number == 5


@pytest.mark.parametrize("where", ["pane", "button", "text"])
def test_keys_count_wherever_the_focus_is_on_the_page(studio: Studio, voting: BlindPage, where: str) -> None:
    places = {
        "pane": voting.voting.replies.both[1].reading,
        "button": voting.reveal_button,
        "text": voting.voting.replies.both[0].view.formatted.parts[0],
    }
    places[where].setFocus(Qt.FocusReason.OtherFocusReason)
    press(studio, voting, "b")
    assert studio.session.blind.votes[0].choice == "b"


def test_a_vote_lights_up_before_the_next_prompt(studio: Studio, voting: BlindPage) -> None:
    prompt = voting.voting.prompt.reading.text
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_1)
    button = voting.voting.buttons["a"]
    assert isinstance(button, VoteButton)
    assert button.is_cast
    assert voting.voting.prompt.reading.text == prompt
    studio.qtbot.keyClick(focus, Qt.Key.Key_1)  # nobody has read the next one yet
    assert len(studio.session.blind.votes) == 1
    studio.qtbot.waitUntil(lambda: not voting.voting.is_lit)
    assert not button.is_cast
    assert voting.voting.prompt.reading.text != prompt


def test_the_mouse_votes_too_and_leaves_the_focus_alone(studio: Studio, voting: BlindPage) -> None:
    focus = QApplication.focusWidget()
    studio.qtbot.mouseClick(voting.voting.buttons["same"], Qt.MouseButton.LeftButton)
    assert studio.session.blind.votes[0].choice == "same"
    assert QApplication.focusWidget() is focus


def test_ctrl_z_takes_the_last_vote_back(studio: Studio, voting: BlindPage) -> None:
    prompt, panes = voting.voting.prompt.reading.text, [pane.text for pane in voting.voting.replies.both]
    assert not voting.undo_button.isEnabled()
    press(studio, voting, "a")
    ready(studio, voting)
    assert voting.undo_button.isEnabled()
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.session.blind.votes == ()
    assert voting.voting.prompt.reading.text == prompt
    assert [pane.text for pane in voting.voting.replies.both] == panes


def test_both_replies_are_formatted_alike_and_m_shows_their_marks(studio: Studio, page: BlindPage) -> None:
    texts = ("Use **two** lines:\n\n```py\n<b>\n```", "Plain words.")
    replies = [ReplyFinished("before", texts[0], 9, 0.1, "end"), ReplyFinished("after", texts[1], 3, 0.1, "end")]
    studio.blind = lambda _: ScriptedJob(replies)
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    ready(studio, page)
    panes = page.voting.replies
    one = next(pane for pane in panes.both if pane.text == texts[0])
    assert [type(part) for part in one.view.formatted.parts] == [BlockText, CodeBlock]
    assert panes.as_written_button.isVisible()
    for is_as_written in (True, False):
        studio.qtbot.keyClick(page.reveal_button, Qt.Key.Key_M)
        assert [pane.view.written.isVisible() for pane in panes.both] == [is_as_written] * 2
        assert [pane.view.formatted.isVisible() for pane in panes.both] == [not is_as_written] * 2
    panes.as_written_button.click()
    assert one.view.written.toPlainText() == texts[0]
    assert not too_small(page)
    assert not nameless(page)
    press(studio, page, "a")
    ready(studio, page)
    assert all(pane.view.written.isVisible() for pane in panes.both)  # until it is turned back


def test_without_marks_there_is_nothing_to_show_as_written(studio: Studio, voting: BlindPage) -> None:
    assert not voting.voting.replies.as_written_button.isVisible()
    studio.qtbot.keyClick(voting.reveal_button, Qt.Key.Key_M)
    assert not any(pane.view.written.isVisible() for pane in voting.voting.replies.both)


def test_nothing_on_the_page_tells_who_is_who(studio: Studio, voting: BlindPage) -> None:
    shown = " ".join(
        f"{widget.accessibleName()} {widget.toolTip()} {widget.text()}" for widget in voting.findChildren(QPushButton)
    )
    for pane in voting.voting.replies.both:
        shown += pane.reading.accessibleName() + pane.accessibleName()
    for word in ("before", "after", "original", "trained", "words", "tokens"):
        assert word not in shown.replace("Show result so far", "").lower()
    assert not voting.voting.result.isVisible()


def test_no_reply_is_shown_before_both_are_there(studio: Studio, page: BlindPage) -> None:
    gate = threading.Event()
    usual = studio.blind

    def slow(prompt: str) -> ScriptedJob:
        first, second = usual(prompt).script
        return ScriptedJob([first, lambda: gate.wait(5), second])

    studio.blind = slow
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    studio.qtbot.waitUntil(lambda: bool(studio.asked))
    studio.qtbot.wait(80)
    assert [pane.text for pane in page.voting.replies.both] == ["", ""]
    assert not page.voting.buttons["a"].isEnabled()
    assert page.voting.buttons["skip"].isEnabled()
    gate.set()
    ready(studio, page)
    assert page.voting.buttons["a"].isEnabled()


def test_the_result_so_far_is_out_of_sight_and_waits_for_ten_votes(studio: Studio, voting: BlindPage) -> None:
    assert not voting.voting.result.isVisible()
    voting.voting.result_button.click()
    assert voting.voting.result.isVisible()
    blind = studio.session.blind
    while blind.tally.decided < 10:
        assert "%" not in voting.voting.result.words
        studio.qtbot.waitUntil(lambda: blind.shown is not None)
        trial = blind.trial
        assert trial is not None
        blind.vote(trial.after_side)
    studio.qtbot.waitUntil(lambda: "100%" in voting.voting.result.words)
    assert "Better." in voting.voting.result.words


def test_the_held_back_prompts_of_the_run_are_asked(studio: Studio, page: BlindPage) -> None:
    train(studio)
    page.begin_button.click()
    ready(studio, page)
    assert studio.session.dataset.split is not None
    assert studio.session.blind.total == studio.session.dataset.split.held_back == 2
    log = VoteLog(studio.session.project.votes_path)
    assert log.latest is not None
    assert log.latest.source == "held back from support_tone.jsonl, not used for training"


def test_equal_replies_are_said_to_be_equal(studio: Studio, page: BlindPage) -> None:
    ends = [ReplyFinished("before", "Yes.", 1, 0.1, "end"), ReplyFinished("after", "Yes.", 1, 0.1, "end")]
    studio.blind = lambda prompt: ScriptedJob(ends) if "Question" in prompt else blind_replies(prompt)
    train(studio)
    page.begin_button.click()
    ready(studio, page)
    assert page.voting.note.text() == "Both replies say the same."
    studio.session.blind.reveal()
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    studio.qtbot.waitUntil(lambda: not studio.session.blind_setup.is_reading)
    ready(studio, page)
    assert page.voting.note.text() == ""


def test_a_test_without_a_vote_can_be_given_up(studio: Studio, voting: BlindPage) -> None:
    voting.reveal_button.click()
    assert studio.session.blind.state == "setup"
    assert voting.setup.isVisible()
    assert voting.begin_button.isEnabled()
    assert not voting.setup.past_button.isVisible()


def test_escape_leads_back_and_keeps_everything(studio: Studio, voting: BlindPage) -> None:
    press(studio, voting, "a")
    focus = QApplication.focusWidget()
    assert focus is not None
    studio.qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert studio.wanted_pages == ["compare"]
    voting.hide()
    voting.show()
    ready(studio, voting)
    assert len(studio.session.blind.votes) == 1


def test_every_control_can_be_found_and_hit(studio: Studio, voting: BlindPage) -> None:
    for _ in range(2):
        assert nameless(voting) == []
        assert too_small(voting) == []
        voting.voting.result_button.click()
    finish(studio, voting, 2)
    assert nameless(voting) == []
    assert too_small(voting) == []
