"""The Compare page with real widgets over a fake engine: prompts, replies, and when nothing can be asked."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from app.models.run_state import RunState
from app.pages.compare.page import ComparePage
from app.widgets.block_table import BlockTable
from app.widgets.block_text import BlockText
from app.widgets.code_block import CodeBlock
from engine.chat.generate import ReplyFinished, TextGenerated
from engine.errors import EngineError
from tests.app.accessible import nameless, too_small
from tests.app.fake_engine import SteppingRun
from tests.app.pages.compare.asking import BOTH, HTML, ask
from tests.app.pages.conftest import Studio


def test_before_training_the_right_says_train_first(studio: Studio, page: ComparePage) -> None:
    assert page.conversation.train_first.isVisible()
    page.conversation.train_first.button.click()
    assert studio.wanted_pages == ["train"]
    assert not page.next_button.isVisible()


def test_the_original_can_be_asked_before_anything_is_trained(studio: Studio, page: ComparePage) -> None:
    ask(studio, page, "Are you open?", ReplyFinished("before", "Hello.", 1, 0.1, "end"))
    (turn,) = page.conversation.turns
    assert turn.before.text == "Hello."
    assert not turn.after.isVisible()


def test_both_replies_stand_side_by_side(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "Are you open?", *BOTH)
    (turn,) = trained.conversation.turns
    assert (turn.before.text, turn.before.status) == (
        "Thank you for asking.",
        "4 tokens, 20 a second, cut at the longest reply",
    )
    assert (turn.after.text, turn.after.status) == ("Yes", "1 token, 10 a second")
    assert turn.before.x() < turn.after.x()
    assert turn.before.y() == turn.after.y()
    assert not trained.conversation.train_first.isVisible()
    assert trained.conversation.after.name.currentText() == studio.session.run.name


def test_several_turns_follow_each_other(studio: Studio, trained: ComparePage) -> None:
    for prompt in ("One?", "Two?", "Three?"):
        ask(studio, trained, prompt, *BOTH)
    tops = [turn.y() for turn in trained.conversation.turns]
    assert len(tops) == 3
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    "text", [HTML, "# Title\n\n![x](file:///etc/passwd)", "a\x00b\x1b[31m", "e\u0301 \U0001f9e1 \u202e"]
)
def test_replies_are_never_markup(studio: Studio, trained: ComparePage, text: str) -> None:
    ask(studio, trained, HTML, TextGenerated("after", text, 3), ReplyFinished("after", text, 3, 0.1, "end"))
    (turn,) = trained.conversation.turns
    assert turn.after.text == text
    if turn.after.plain_button.isVisible():
        turn.after.plain_button.click()
        assert turn.after.view.written.isVisible()
        assert turn.after.view.written.toPlainText().replace("\u2029", "\n") == text
    else:
        (part,) = turn.after.view.formatted.parts
        assert isinstance(part, BlockText)
        assert part.toPlainText() == text.translate({0: "\ufffd", 27: "\ufffd"})


def test_code_and_tables_are_shown_as_such_or_as_they_were_written(studio: Studio, trained: ComparePage) -> None:
    text = "Try:\n\n```python\nprint('<b>')\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    ask(
        studio,
        trained,
        "Hi",
        ReplyFinished("before", "No.", 3, 0.1, "end"),
        ReplyFinished("after", text, 3, 0.1, "end"),
    )
    (turn,) = trained.conversation.turns
    assert not turn.before.plain_button.isVisible()
    assert [type(part) for part in turn.after.view.formatted.parts] == [BlockText, CodeBlock, BlockTable]
    code = turn.after.view.formatted.parts[1]
    assert isinstance(code, CodeBlock)
    code.copy_button.click()
    assert QGuiApplication.clipboard().text() == "print('<b>')"
    trained.new_button.setFocus()
    studio.qtbot.keyClick(trained, Qt.Key.Key_M)
    assert turn.after.view.written.isVisible()
    assert not turn.after.view.formatted.isVisible()
    assert turn.after.view.written.toPlainText() == text
    studio.qtbot.keyClick(trained, Qt.Key.Key_M)
    assert turn.after.view.formatted.isVisible()
    assert nameless(trained) == []
    assert too_small(trained) == []


def test_text_grows_without_losing_a_selection(studio: Studio, trained: ComparePage) -> None:
    go_on = threading.Event()
    pieces = TextGenerated("after", "Hello there", 2), TextGenerated("after", " again", 3)
    studio.replies = [pieces[0], lambda: go_on.wait(5), pieces[1]]
    studio.session.ask("Hi")
    reply = trained.conversation.turns[0].after
    studio.qtbot.waitUntil(lambda: reply.text == "Hello there")
    (view,) = reply.view.formatted.parts
    assert isinstance(view, BlockText)
    cursor = view.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    go_on.set()
    studio.qtbot.waitUntil(lambda: reply.text == "Hello there again")
    assert view.textCursor().selectedText() == "Hello"


def test_escape_stops_both(studio: Studio, trained: ComparePage) -> None:
    go_on = threading.Event()
    studio.replies = [TextGenerated("before", "Thank", 1), lambda: go_on.wait(5), TextGenerated("before", " you", 2)]
    trained.prompt.edit.setPlainText("Hi")
    studio.qtbot.keyClick(trained.prompt.edit, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(
        lambda: bool(trained.conversation.turns) and trained.conversation.turns[0].before.text == "Thank"
    )
    assert trained.prompt.stop_button.isVisible()
    assert not trained.prompt.send_button.isVisible()
    studio.qtbot.keyClick(trained.prompt.edit, Qt.Key.Key_Escape)
    go_on.set()
    studio.qtbot.waitUntil(lambda: not studio.session.chat.is_busy)
    assert trained.conversation.turns[0].before.text == "Thank"
    assert trained.conversation.turns[0].before.status == "1 token, stopped"
    assert trained.prompt.send_button.isVisible()


def test_shift_enter_begins_a_line_and_up_recalls_the_last_prompt(studio: Studio, trained: ComparePage) -> None:
    edit = trained.prompt.edit
    studio.qtbot.keyClicks(edit, "first")
    studio.qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    studio.qtbot.keyClicks(edit, "second")
    assert edit.toPlainText() == "first\nsecond"
    studio.replies = list(BOTH)
    studio.qtbot.keyClick(edit, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: not studio.session.chat.is_busy)
    assert edit.toPlainText() == ""
    studio.qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.toPlainText() == "first\nsecond"


def test_nothing_can_be_sent_while_the_model_trains(studio: Studio, page: ComparePage) -> None:
    studio.run = SteppingRun(steps=5, gate=threading.Semaphore(1))
    studio.session.start_training()
    assert page.prompt.send_button.toolTip() == "The run needs the model. Ask again in a moment."
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.RUNNING)
    page.prompt.edit.setPlainText("Hi")
    assert not page.prompt.send_button.isEnabled()
    assert page.prompt.send_button.toolTip() == "The model is training. Pause the run to talk to it."
    studio.qtbot.keyClick(page.prompt.edit, Qt.Key.Key_Return)
    assert studio.session.chat.turns == []
    assert page.prompt.edit.toPlainText() == "Hi"  # what was typed is not lost


def test_a_paused_run_answers(studio: Studio, page: ComparePage) -> None:
    run = SteppingRun(steps=5)
    run.control.pause()
    studio.run = run
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.PAUSED)
    assert "paused" in page.conversation.after.note.text()
    ask(studio, page, "Are you open?", *BOTH)
    assert page.conversation.turns[0].after.text == "Yes"
    studio.session.run.go_on()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)


def test_a_failure_is_told_above_the_conversation(studio: Studio, trained: ComparePage) -> None:
    def refuse() -> None:
        raise EngineError("The prompt has 900 tokens, but the model reads 512 at most.", "Shorten the prompt.")

    ask(studio, trained, "Hi", refuse)
    assert trained.banner.text.startswith("The prompt has 900 tokens")
    assert trained.conversation.turns[0].after.status == "no reply"
    ask(studio, trained, "Hi", *BOTH)
    assert not trained.banner.isVisible()


def test_memory_that_is_full_in_the_middle_keeps_what_was_written_and_the_conversation(
    studio: Studio, trained: ComparePage
) -> None:
    def refuse() -> None:
        raise EngineError("The memory of cuda:0 is full, so the reply could not go on.", "Ask for a shorter reply.")

    ask(studio, trained, "Are you open?", *BOTH)
    ask(studio, trained, "When?", TextGenerated("before", "At nine", 2), refuse)
    first, second = trained.conversation.turns
    assert trained.banner.text.startswith("The memory of cuda:0 is full")
    assert first.after.text == "Yes"
    assert (second.before.text, second.before.status) == ("At nine", "2 tokens, broken off")
    assert second.after.status == "no reply"
    trained.kept.copy_button.click()
    assert "At nine" in QGuiApplication.clipboard().text()
    ask(studio, trained, "And tomorrow?", *BOTH)
    asked = [message.content for message in studio.session.chat.messages(2, "before")]
    assert asked == ["Are you open?", "Thank you for asking.", "And tomorrow?"]
    assert not trained.banner.isVisible()


def test_a_new_chat_forgets_the_old_one(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "Hi", *BOTH)
    studio.qtbot.keyClick(trained, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert trained.conversation.turns == []
    assert not trained.new_button.isEnabled()


def test_a_reply_can_be_copied(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "Hi", *BOTH)
    trained.conversation.turns[0].after.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Yes"


def test_sampling_counts_from_the_next_prompt_on(studio: Studio, page: ComparePage) -> None:
    page.sampling.temperature.box.setValue(0.0)
    page.sampling.longest.box.setValue(64)
    page.sampling.seed.setValue(7)
    sampling = studio.session.chat.sampling
    assert (sampling.temperature, sampling.max_new_tokens, sampling.seed) == (0.0, 64, 7)


def test_every_control_can_be_found_and_hit(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "Hi", *BOTH)
    assert nameless(trained) == []
    assert too_small(trained) == []


def test_b_leads_to_the_blind_test_where_no_text_is_typed(studio: Studio, trained: ComparePage) -> None:
    studio.qtbot.keyClick(trained.prompt.edit, Qt.Key.Key_B)
    assert trained.prompt.edit.toPlainText() == "b"
    assert studio.wanted_pages == []
    trained.blind_button.setFocus()
    studio.qtbot.keyClick(trained.blind_button, Qt.Key.Key_B)
    trained.blind_button.click()
    assert studio.wanted_pages == ["blind", "blind"]
