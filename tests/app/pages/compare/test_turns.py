"""What can be done with a chat on the Compare page: ask again, edit, prefer, keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.background.jobs import ReplyScored
from app.pages.compare.page import ComparePage
from app.pages.compare.prompt_text_dialog import PromptTextDialog
from engine.chat.generate import ReplyFinished
from engine.chat.prompt_text import PromptText
from tests.app.accessible import nameless, too_small
from tests.app.pages.compare.asking import BOTH, REWARDED, YES, ask
from tests.app.pages.conftest import Studio


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
