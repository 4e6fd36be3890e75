"""The Compare page with real widgets over a fake engine."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from app.background.jobs import ReplyScored
from app.models.run_state import RunState
from app.pages.compare.page import ComparePage
from app.pages.compare.prompt_text_dialog import PromptTextDialog
from app.pages.compare.token_view import TokenView, tint_strength
from engine.chat.generate import ReplyFinished, TextGenerated
from engine.chat.prompt_text import PromptText
from engine.errors import EngineError
from engine.evaluation.reply_reward import ReplyReward, TokenReward
from tests.app.accessible import nameless, too_small
from tests.app.fake_engine import SteppingRun
from tests.app.pages.conftest import Studio

HTML = "<b>bold</b> <img src='file:///etc/passwd'> & <i>&lt;"
BOTH = (
    TextGenerated("before", "Thank you ", 2),
    TextGenerated("after", "Yes", 1),
    ReplyFinished("after", "Yes", 1, 0.1, "end"),
    ReplyFinished("before", "Thank you for asking.", 4, 0.2, "length"),
)


@pytest.fixture
def page(studio: Studio) -> ComparePage:
    page = ComparePage(studio.theme, studio.session)
    studio.load()
    studio.show(page)
    return page


@pytest.fixture
def trained(studio: Studio, page: ComparePage) -> ComparePage:
    """The page with a finished run behind it."""
    studio.run = SteppingRun(steps=2)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    return page


def ask(studio: Studio, page: ComparePage, prompt: str, *replies: object) -> None:
    """Type a prompt, press Enter, and wait for the replies."""
    studio.replies = list(replies)
    page.prompt.edit.setPlainText(prompt)
    studio.qtbot.keyClick(page.prompt.edit, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: not studio.session.chat.is_busy)


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
    assert trained.conversation.after_name.text() == studio.session.run.name


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
    shown = turn.after.view.toPlainText()
    assert shown.replace("\u2029", "\n") == text or "\x00" in text


def test_text_grows_without_losing_a_selection(studio: Studio, trained: ComparePage) -> None:
    go_on = threading.Event()
    pieces = TextGenerated("after", "Hello there", 2), TextGenerated("after", " again", 3)
    studio.replies = [pieces[0], lambda: go_on.wait(5), pieces[1]]
    studio.session.ask("Hi")
    view = trained.conversation.turns[0].after.view
    studio.qtbot.waitUntil(lambda: view.text == "Hello there")
    cursor = view.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    go_on.set()
    studio.qtbot.waitUntil(lambda: view.text == "Hello there again")
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
    assert "paused" in page.conversation.after_note.text()
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


def test_the_rest_of_the_sampling_settings_is_folded_away(studio: Studio, page: ComparePage) -> None:
    panel = page.sampling
    assert not panel.top_k.isVisible()
    panel.more_button.click()
    assert panel.top_k.isVisible()
    panel.top_k.box.setValue(40)
    panel.min_p.box.setValue(0.1)
    panel.repetition.box.setValue(1.2)
    sampling = studio.session.chat.sampling
    assert (sampling.top_k, sampling.min_p, sampling.repetition_penalty) == (40, 0.1, 1.2)
    panel.reset_button.click()
    assert (panel.top_k.value, panel.min_p.value, panel.repetition.value) == (0, 0, 1)
    assert studio.session.chat.sampling.top_k == 0
    assert nameless(page) == []
    assert too_small(page) == []


def test_r_asks_the_last_prompt_again(studio: Studio, trained: ComparePage) -> None:
    for prompt in ("One?", "Two?"):
        ask(studio, trained, prompt, *BOTH)
    first, last = trained.conversation.turns
    assert not first.again_button.isVisible()
    assert last.again_button.isVisible()
    trained.new_button.setFocus()
    studio.qtbot.keyClick(trained.new_button, Qt.Key.Key_R)
    studio.qtbot.waitUntil(lambda: not studio.session.chat.is_busy)
    assert [turn.prompt for turn in studio.session.chat.turns] == ["One?", "Two?"]
    assert studio.session.chat.turns[1].attempt == 1
    assert len(trained.conversation.turns) == 2


def test_a_prompt_is_edited_in_its_place_by_keyboard(studio: Studio, trained: ComparePage) -> None:
    for prompt in ("One?", "Two?"):
        ask(studio, trained, prompt, *BOTH)
    turn = trained.conversation.turns[0]
    turn.edit_button.setFocus()
    studio.qtbot.keyClick(turn.edit_button, Qt.Key.Key_Space)
    assert turn.editor.edit.hasFocus()
    studio.qtbot.keyClicks(turn.editor.edit, "Eins?")
    studio.qtbot.keyClick(turn.editor.edit, Qt.Key.Key_Escape)
    assert not turn.is_editing
    turn.edit_button.click()
    assert turn.editor.edit.text == "One?"  # what was given up is not kept
    studio.qtbot.keyClicks(turn.editor.edit, "Uno?")
    studio.qtbot.keyClick(turn.editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    studio.qtbot.waitUntil(lambda: not studio.session.chat.is_busy)
    assert [turn.prompt for turn in studio.session.chat.turns] == ["Uno?"]
    assert trained.undo_button.isVisible()
    studio.qtbot.keyClick(trained.prompt.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [turn.prompt for turn in studio.session.chat.turns] == ["One?", "Two?"]
    assert [turn.before.text for turn in trained.conversation.turns] == ["Thank you for asking."] * 2


def test_undo_in_the_prompt_is_for_what_was_typed(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "One?", *BOTH)
    trained.new_button.click()
    studio.qtbot.keyClicks(trained.prompt.edit, "typed")
    studio.qtbot.keyClick(trained.prompt.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert trained.prompt.edit.toPlainText() == ""
    assert studio.session.chat.turns == []


def test_the_system_message_is_asked_with_and_not_forgotten_when_folded(studio: Studio, page: ComparePage) -> None:
    box = page.prompt
    assert not box.system_edit.isVisible()
    box.system_button.click()
    assert box.system_edit.hasFocus()
    studio.qtbot.keyClicks(box.system_edit, "Be brief.")
    box.system_button.click()
    assert not box.system_edit.isVisible()
    assert box.system_button.text() == "System message, set"
    ask(studio, page, "Hi", ReplyFinished("before", "Hello.", 1, 0.1, "end"))
    assert studio.session.chat.messages(0, "before")[0].content == "Be brief."


def test_a_preferred_reply_becomes_a_pair_by_keyboard(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "Are you open?", *BOTH)
    studio.qtbot.keyClick(trained.prompt.edit, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    turn = trained.conversation.turns[0]
    assert (turn.after.prefer_button.text(), turn.before.prefer_button.text()) == ("Preferred", "Prefer")
    assert trained.kept.words.text().startswith("1 pair from your chats")
    assert nameless(trained) == []
    assert too_small(trained) == []
    trained.kept.open_button.click()
    assert studio.wanted_pages == ["data"]
    studio.qtbot.waitUntil(lambda: studio.session.dataset.pair_count == 1)
    pair = studio.session.dataset.path
    assert pair == studio.session.chat_pairs.path


def test_a_pair_needs_two_different_replies(studio: Studio, trained: ComparePage) -> None:
    same = [ReplyFinished(side, "Yes.", 1, 0.1, "end") for side in ("before", "after")]
    ask(studio, trained, "Are you open?", *same)
    button = trained.conversation.turns[0].after.prefer_button
    assert not button.isEnabled()
    assert button.toolTip() == "Both replies say the same."
    studio.qtbot.keyClick(trained, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert studio.session.chat_pairs.count == 0


REWARDED = ReplyReward(
    (TokenReward("Thank", -3.0, -1.0), TokenReward(" you 🧡", -2.0, -2.05), TokenReward(" for asking.", -1.0, -1.75)),
    0.1,
)
YES = ReplyReward((TokenReward("Yes", -2.0, -1.0), TokenReward("</s>\n", -0.5, -0.1, is_ending=True)), 0.1)


def test_the_reward_and_its_words(studio: Studio, trained: ComparePage) -> None:
    studio.rewards = [ReplyScored("before", REWARDED), ReplyScored("after", YES)]
    ask(studio, trained, "Are you open?", *BOTH)
    turn = trained.conversation.turns[0]
    studio.qtbot.waitUntil(lambda: turn.after.reward.number.text() == "+0.14")
    assert turn.before.reward.number.text() == "+0.12"
    trained.new_button.setFocus()
    studio.qtbot.keyClick(trained.new_button, Qt.Key.Key_T)
    assert turn.after.tokens.isVisible()
    assert not turn.after.view.isVisible()
    assert turn.after.tokens.text == "Yes</s>⏎"
    tokens = turn.before.tokens
    tokens.setFocus()
    studio.qtbot.keyClick(tokens, Qt.Key.Key_Right)
    assert turn.before.reward.note.text() == "“Thank”  +2.00 nats: 5% before, 37% after"
    studio.qtbot.keyClick(tokens, Qt.Key.Key_Right)
    assert turn.before.reward.note.text() == "“ you 🧡”  −0.05 nats: 14% before, 13% after"
    studio.qtbot.keyClick(tokens, Qt.Key.Key_End)
    assert tokens.accessibleDescription() == "“ for asking.”  −0.75 nats: 37% before, 17% after"
    assert nameless(trained) == []
    assert too_small(trained) == []
    studio.qtbot.keyClick(trained.new_button, Qt.Key.Key_T)
    assert turn.before.view.isVisible()


def test_the_words_are_tinted_and_tell_their_numbers_under_the_pointer(studio: Studio, trained: ComparePage) -> None:
    studio.rewards = [ReplyScored("before", REWARDED), ReplyScored("after", YES)]
    ask(studio, trained, "Are you open?", *BOTH)
    turn = trained.conversation.turns[0]
    turn.before.reward.tokens_button.click()
    studio.qtbot.waitUntil(turn.before.tokens.isVisible)
    tokens = turn.before.tokens
    tints: list[str] = []
    for place in (1, 7, 15):
        cursor = QTextCursor(tokens.document())
        cursor.setPosition(place)
        tints.append(cursor.charFormat().background().color().name())
    colors = studio.theme.colors
    assert tints == [colors.chosen_fill.lower(), "#000000", colors.rejected_fill.lower()]
    for place, word in ((1, "“Thank”"), (7, "“ you 🧡”"), (15, "“ for asking.”")):
        cursor = QTextCursor(tokens.document())
        cursor.setPosition(place)
        studio.qtbot.mouseMove(tokens.viewport(), tokens.cursorRect(cursor).center() + QPoint(2, 0))
        studio.qtbot.waitUntil(lambda word=word: turn.before.reward.note.text().startswith(word))


def test_what_the_model_read_is_shown_on_demand(studio: Studio, trained: ComparePage) -> None:
    ask(studio, trained, "Are you open?", *BOTH)
    studio.prompt_text = [PromptText("<user>Are you open?<bot>", 9, 512)]
    trained.conversation.turns[0].after.text_button.click()
    studio.qtbot.waitUntil(lambda: trained.text_dialog is not None)
    dialog = trained.text_dialog
    assert dialog is not None
    assert dialog.text.toPlainText() == "<user>Are you open?<bot>Yes"
    assert "9 of the 512 tokens" in dialog.note.text()
    assert nameless(dialog) == []
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "<user>Are you open?<bot>Yes"
    studio.qtbot.waitUntil(dialog.isActiveWindow)
    studio.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    studio.qtbot.waitUntil(lambda: not trained.findChildren(PromptTextDialog))


@pytest.mark.parametrize("nats,strength", [(0.0, 0.0), (0.11, 0.0), (-1.0, 0.58), (5.0, 0.58), (0.5, 0.313)])
def test_the_tint_grows_with_the_log_ratio(nats: float, strength: float) -> None:
    assert tint_strength(nats) == pytest.approx(strength, abs=1e-3)


def test_the_chat_is_kept_as_markdown(studio: Studio, trained: ComparePage, tmp_path: Path) -> None:
    assert not trained.kept.save_button.isEnabled()
    studio.rewards = [ReplyScored("before", REWARDED), ReplyScored("after", YES)]
    ask(studio, trained, "Are you open?", *BOTH)
    studio.qtbot.waitUntil(lambda: not studio.session.engine.is_busy)
    trained.conversation.turns[0].after.prefer_button.click()
    trained.save_chat(tmp_path / "chat.md")
    studio.qtbot.waitUntil(lambda: "saved as chat.md" in trained.banner.text)
    text = (tmp_path / "chat.md").read_text(encoding="utf-8")
    assert "After, " in text
    assert "1 token, reward +0.14, preferred" in text.replace("\\", "")
    assert "```text\nThank you for asking.\n```" in text
    trained.kept.copy_button.click()
    assert QGuiApplication.clipboard().text() == text
    trained.save_chat(tmp_path / "nowhere" / "chat.md")
    studio.qtbot.waitUntil(lambda: "could not be saved" in trained.banner.text)


def test_a_long_reply_is_tinted_in_one_go(studio: Studio) -> None:
    words = tuple(TokenReward(f" word{n}", -2.0, -2.0 + (n % 5) - 2) for n in range(1024))
    view = TokenView(studio.theme, "Words")
    studio.qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    start = time.perf_counter()
    view.show_reward(ReplyReward(words, 0.1))
    assert time.perf_counter() - start < 1.0  # 0.02 s; laid out anew after each token it took 3.5 s
    assert view.text.count("word") == 1024
